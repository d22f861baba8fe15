"""Reports of one unit tell each other their place; texts are numbered within a unit."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from store_reports import report_of

from tuibrowser.model.report import Doubt, LevelEvidence, Place, Report
from tuibrowser.model.terms import LEVELS
from tuibrowser.places.rosters import ListedUnit
from tuibrowser.store.index.tokens import place_token
from tuibrowser.store.library import Interrupted, Library
from tuibrowser.store.refs import resolve as refs
from tuibrowser.store.refs.beginnings import refs_beginning
from tuibrowser.store.rows import folders
from tuibrowser.store.writing.write import Writer

YUNTAI = Place("晋原省", "临江市", "云台县", "城关镇")
QINGHE = Place("晋原省", "临江市", "清河县", "城关镇")
BARE = Place(township="城关镇")


def _put(writer: Writer, year: int, place: Place, words: str = "普法。") -> Report:
    report = report_of(
        f"{words}{year}年{place.county or ''}。", issuer="城关镇", year=year, place=place
    )
    evidence = {
        level: LevelEvidence("stated", name) if name else LevelEvidence("unknown", None)
        for level, name in zip(LEVELS, place, strict=True)
    }
    doubts = [Doubt("year", "年度存疑", 0, 2)]
    if not place.county:
        doubts.append(Doubt("place", "文中没有写明所属地区"))
    report = replace(report, place_evidence=evidence, doubts=tuple(doubts))
    writer.put(report, Path(f"/{report.sha256}.txt"), 1)
    return report


def test_what_one_year_states_holds_for_the_others_until_it_goes(tmp_path: Path) -> None:
    library = Library(tmp_path / "library.sqlite3")
    with library.write() as writer:
        stating, silent = _put(writer, 2024, YUNTAI), _put(writer, 2023, BARE)
        assert writer.share_places() == 1
        assert writer.share_places() == 0
    with library.read() as reader:
        told = reader.report(silent.sha256)
        assert told.place == YUNTAI
        assert told.place_evidence["county"].state == "inferred"
        assert "另一份报告" in str(told.place_evidence["county"].words)
        assert told.place_evidence["township"] == LevelEvidence("stated", "城关镇")
        # What is known now is no doubt any more.
        assert told.doubts == silent.doubts[:1]
        assert [doubt.kind for _, doubt, _ in reader.doubts()[silent.sha256]] == ["year"]
        assert reader.report(stating.sha256) == stating
        # The search is told, too.
        assert len(reader.passages(["普法", place_token("云台县")], limit=9)) == 2
        (found,) = refs.resolve("云台县/*@2023", reader.entries())
        assert found.sha256 == silent.sha256
    assert library.check() == []
    with library.write() as writer:
        writer.remove(stating.sha256)
        assert writer.share_places() == 1
    with library.read() as reader:
        assert reader.report(silent.sha256) == silent
        assert reader.unplaced() == reader.unplaced((2023, 2023)) == 1
        assert reader.unplaced((2020, 2021)) == 0
    assert library.check() == []


def test_namesakes_tell_nothing_and_share_no_numbers(tmp_path: Path) -> None:
    library = Library(tmp_path / "library.sqlite3")
    with library.write() as writer:
        first, other = _put(writer, 2023, YUNTAI), _put(writer, 2023, QINGHE)
        again = _put(writer, 2023, YUNTAI, "调解。")
        silent = _put(writer, 2022, BARE)
        assert writer.share_places() == 0
    with library.read() as reader:
        entries = {entry.sha256: entry for entry in reader.entries()}
        numbers = {sha256: entry.number for sha256, entry in entries.items()}
        assert numbers == {
            again.sha256: 1, first.sha256: 2, other.sha256: 1, silent.sha256: 1,
        }  # fmt: skip
        assert {it: reader.number(it) for it in numbers} == numbers
        everyone = list(entries.values())
        assert refs.name(entries[other.sha256], everyone) == "清河县/城关镇@2023"
        assert refs.name(entries[first.sha256], everyone) == "云台县/城关镇@2023#2"
        assert refs.unplaced(["云台县/*@2022"], everyone) == 1
        assert refs.unplaced(["云台县/*@2023"], everyone) == refs.unplaced(["*"], everyone) == 0
        assert refs.unplaced(["云台县/*@2022", "城关镇@2022"], everyone) == 0
        assert refs.unplaced(["城关镇@2022", silent.sha256], everyone) == 0


def test_namesakes_are_told_apart_wherever_a_library_names_them(tmp_path: Path) -> None:
    library = Library(tmp_path / "library.sqlite3")
    with library.write() as writer:
        one = _put(writer, 2022, YUNTAI)
        writer.share_places()
    with library.read() as reader:
        assert reader.report(one.sha256).name == "城关镇2022"
        assert reader.namesakes == {}
    with library.write() as writer:
        other, silent = _put(writer, 2023, QINGHE), _put(writer, 2021, BARE)
        writer.share_places()
    with library.read() as reader:
        assert reader.report(one.sha256).name == "云台县城关镇2022"
        names = {entry.sha256: entry.name for entry in reader.entries()}
        assert names == {
            one.sha256: "云台县城关镇2022",
            other.sha256: "清河县城关镇2023",
            silent.sha256: "城关镇2021",
        }
        hits = reader.passages(["普法"], limit=9)
        assert [hit.unit for hit in hits] == ["清河县城关镇", "云台县城关镇", "城关镇"]
        texts = reader.texts([hit.id for hit in hits])
        assert [text.within for text in texts] == [("清河县",), ("云台县",), ()]
        # A year in which only one of them reported is called by its place, too.
        called = {it.sha256: refs.name(it, reader.entries()) for it in reader.entries()}
        assert called[other.sha256] == "清河县/城关镇@2023"
    with library.write() as writer:
        writer.remove(other.sha256)
        writer.share_places()
    with library.read() as reader:
        assert reader.report(one.sha256).name == "城关镇2022"
        assert [hit.unit for hit in reader.passages(["普法"], limit=9)] == ["城关镇"] * 2
    assert library.check() == []


def _lay(writer: Writer, path: str, issuer: str | None, place: Place, kind: str = "town") -> str:
    report = report_of(f"普法。{path}", issuer=issuer, year=2023, place=place)
    report = replace(report, issuer_kind=kind)  # type: ignore[arg-type]
    writer.put(report, Path(path), 1)
    return report.sha256


def test_the_folder_tells_where_the_texts_leave_it_open(tmp_path: Path) -> None:
    library = Library(tmp_path / "library.sqlite3")
    with library.write() as writer:
        silent = _lay(writer, "/报送/嘉鱼县/2023/河口镇.txt", "石门乡", Place(township="石门乡"))
        nameless = _lay(writer, "/报送/嘉鱼县/2023/无名.txt", None, Place())
        higher = _lay(writer, "/报送/嘉鱼县/2023/市.txt", "临江市", Place(city="临江市"), "city")
        stating = _lay(writer, "/报送/嘉鱼县/2023/城关镇.txt", "城关镇", QINGHE)
        # By the gazetteer no such township lies there.
        elsewhere = _lay(writer, "/报送/嘉鱼县/寨里镇.txt", "寨里镇", Place(township="寨里镇"))
        in_city = _lay(writer, "/报送/咸宁市/官桥镇.txt", "官桥镇", Place(township="官桥镇"))
        by_others = _lay(writer, "/某处/望湖镇.txt", "望湖镇", Place(township="望湖镇"))
        for issuer in ("东岭镇", "西岭镇"):
            _lay(writer, f"/某处/{issuer}.txt", issuer, YUNTAI._replace(township=issuer))
        writer.share_places()
        assert writer.share_places() == 0
    with library.read() as reader:
        told = reader.report(nameless)
        assert told.place == Place("湖北省", "咸宁市", "嘉鱼县")
        assert told.place_evidence["county"] == LevelEvidence("inferred", "所在文件夹：嘉鱼县")
        assert reader.report(higher).place == Place(city="临江市")
        assert reader.report(stating).place == QINGHE
        assert reader.report(elsewhere).place == Place(township="寨里镇")
        assert reader.report(in_city).place == Place("湖北省", "咸宁市", "嘉鱼县", "官桥镇")
        assert reader.report(by_others).place == YUNTAI._replace(township="望湖镇")
        words = str(reader.report(by_others).place_evidence["county"].words)
        assert words == "同一文件夹的其他报告：某处"
        # 石门乡 is the name of real ones, none of them in 嘉鱼县.
        assert reader.report(silent).place == Place(township="石门乡")
    assert library.check() == []


def test_a_set_says_how_many_may_be_missing(tmp_path: Path) -> None:
    library = Library(tmp_path / "library.sqlite3")
    with library.write() as writer:
        _lay(writer, "/甲/东岭镇.txt", "东岭镇", YUNTAI._replace(township="东岭镇"))
        # Of the city, in whichever county; of another city; a city's own office; of nowhere.
        _lay(writer, "/乙/西岭镇.txt", "西岭镇", Place("晋原省", "临江市", township="西岭镇"))
        _lay(writer, "/丙/南岭镇.txt", "南岭镇", Place("晋原省", "滨海市", township="南岭镇"))
        _lay(writer, "/丁/局.txt", "临江市水利局", Place("晋原省", "临江市"), "department")
        _lay(writer, "/戊/北岭镇.txt", "北岭镇", Place(township="北岭镇"))
    with library.read() as reader:
        assert refs.unplaced(["云台县/*"], reader.entries()) == 2
        assert refs.unplaced(["云台县/*", "云台县/*"], reader.entries()) == 2
        assert refs.unplaced(["临江市/*"], reader.entries()) == 1


def test_a_roster_tells_the_place_of_those_that_leave_it_open(tmp_path: Path) -> None:
    library = Library(tmp_path / "library.sqlite3")
    with library.write() as writer:
        silent = _put(writer, 2023, BARE)
        writer.learn_roster([ListedUnit("城关镇", "云台县"), ListedUnit("新兴镇", "云台县")])
        assert writer.share_places() == 1
    with library.read() as reader:
        told = reader.report(silent.sha256)
        assert told.place == Place(county="云台县", township="城关镇")
        shown = told.place_evidence["county"]
        assert shown == LevelEvidence("inferred", "应报单位名册：城关镇，云台县")
        assert [doubt.kind for doubt in told.doubts] == ["year"]
    # It holds for what comes later, too, until another one is given.
    with library.write() as writer:
        later = _put(writer, 2024, BARE)
        assert writer.share_places() == 1
        writer.learn_roster([ListedUnit("城关镇", "清河县")])
        assert writer.share_places() == 2
    with library.read() as reader:
        assert {reader.report(it.sha256).place.county for it in (silent, later)} == {"清河县"}
    with library.write() as writer:
        writer.learn_roster([ListedUnit("新兴镇", "清河县")])
        assert writer.share_places() == 2
    with library.read() as reader:
        assert reader.report(silent.sha256) == silent
    assert library.check() == []


def test_a_roster_decides_nothing_between_namesakes(tmp_path: Path) -> None:
    library = Library(tmp_path / "library.sqlite3")
    with library.write() as writer:
        stating, silent = _put(writer, 2023, YUNTAI), _put(writer, 2022, BARE)
        # Two of that name are to report: the text may be of either.
        writer.learn_roster([ListedUnit("城关镇", "云台县"), ListedUnit("城关镇", "清河县")])
        writer.share_places()
        assert writer.units()[1][-1] == BARE
        # One is listed elsewhere than a report of the name states to be.
        writer.learn_roster([ListedUnit("城关镇", "清河县")])
        writer.share_places()
        assert writer.units()[1][-1] == BARE
    with library.read() as reader:
        assert reader.report(stating.sha256).place == YUNTAI
        assert reader.report(silent.sha256) == silent


def test_a_damaged_roster_is_as_none(tmp_path: Path) -> None:
    library = Library(tmp_path / "library.sqlite3")
    with library.write() as writer:
        silent = _put(writer, 2022, BARE)
        writer.learn_roster([ListedUnit("城关镇", "云台县")])
    with closing(sqlite3.connect(library.path)) as connection, connection:
        connection.execute("UPDATE meta SET value = '[[1], 2' WHERE key = 'roster'")
    with library.write() as writer:
        assert writer.share_places() == 0
    with library.read() as reader:
        assert reader.report(silent.sha256) == silent


def test_a_name_that_is_being_typed_goes_on_to_what_there_is(tmp_path: Path) -> None:
    library = Library(tmp_path / "library.sqlite3")
    with library.write() as writer:
        for place in (YUNTAI, QINGHE, BARE):
            _put(writer, 2023, place)
        _put(writer, 2023, YUNTAI, "另一稿。")
        writer.put(report_of(issuer="城西镇", place=Place(city="临江市")), Path("/西.txt"), 1)
        writer.share_places()
    offered = {
        "城": ["城关镇", "城西镇"],
        "城西": ["城西镇@2023"],
        "云": ["云台县/"],
        "临": ["临江市/"],
        # Where no county is known, what is above it leads there.
        "临江市/": ["临江市/城关镇", "临江市/城西镇"],
        "临江市/城西": ["临江市/城西镇@2023"],
        "云台县/": ["云台县/城关镇@2023"],
        "晋原省/清河县/城": ["晋原省/清河县/城关镇@2023"],
        "云台县/城关镇@2023#": ["云台县/城关镇@2023#2"],
        # Of namesakes a number tells nothing.
        "城关镇@2023#": [],
        "无此县/": [],
        "$(x)/": [],
    }
    with library.read() as reader:
        assert {it: refs_beginning(it, reader) for it in offered} == offered


def test_names_are_told_where_there_was_no_time_for_places(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = Library(tmp_path / "library.sqlite3")
    with library.write() as writer:
        _put(writer, 2023, YUNTAI)
    with library.read() as reader:

        def interrupted(_: str) -> list[str]:
            raise Interrupted

        monkeypatch.setattr(reader, "places_beginning", interrupted)
        assert refs_beginning("城", reader) == ["城关镇@2023"]


def test_a_folder_of_another_county_tells_a_namesake_apart(tmp_path: Path) -> None:
    """Of 榆中县 and 永登县, which both have a 城关镇; nobody knows the third, a made-up one."""
    yuzhong = Place("甘肃省", "兰州市", "榆中县", "城关镇")
    library = Library(tmp_path / "library.sqlite3")
    with library.write() as writer:
        _lay(writer, "/报送/榆中县/1.txt", "城关镇", yuzhong)
        same = _lay(writer, "/报送/榆中县/2.txt", "城关镇", BARE)
        known = _lay(writer, "/报送/永登县/3.txt", "城关镇", BARE)
        unknown = _lay(writer, "/报送/乙河县/4.txt", "城关镇", BARE)
        anywhere = _lay(writer, "/报送/5.txt", "城关镇", BARE)
        writer.share_places()
        assert writer.share_places() == 0
    with library.read() as reader:
        places = {it: reader.report(it).place for it in (same, known, unknown, anywhere)}
    assert places[same].county == "榆中县"
    assert places[known] == yuzhong._replace(county="永登县")
    assert places[unknown] == BARE._replace(county="乙河县")
    # Any of the three may be meant.
    assert places[anywhere] == BARE


def test_what_one_folder_tells_holds_for_no_namesake_in_another(tmp_path: Path) -> None:
    """By the gazetteer 郧西县 alone has a 城关镇; 乙河县 and 丙水县 are made up."""
    counties = ("郧西县", "通山县", "乙河县", "丙水县")
    library = Library(tmp_path / "library.sqlite3")
    with library.write() as writer:
        laid = {it: _lay(writer, f"/报送/{it}/2023/1.txt", "城关镇", BARE) for it in counties}
        anywhere = _lay(writer, "/报送/1.txt", "城关镇", BARE)
        writer.share_places()
        assert writer.share_places() == 0
    with library.read() as reader:
        assert {it: reader.report(sha).place.county for it, sha in laid.items()} == {
            county: county for county in counties
        }
        assert reader.report(anywhere).place == BARE


def test_a_folder_that_holds_what_is_of_another_county_says_nothing_against_it(
    tmp_path: Path,
) -> None:
    library = Library(tmp_path / "library.sqlite3")
    with library.write() as writer:
        _lay(writer, "/嘉鱼县/外来/1.txt", "城关镇", YUNTAI)
        silent = _lay(writer, "/嘉鱼县/外来/2.txt", "城关镇", BARE)
        writer.share_places()
    with library.read() as reader:
        assert reader.report(silent).place == YUNTAI


def test_a_folder_of_several_issuers_may_be_of_a_county_that_no_list_has(tmp_path: Path) -> None:
    library = Library(tmp_path / "library.sqlite3")
    with library.write() as writer:
        alone = _lay(writer, "/报送/丙水县/东岭镇.txt", "东岭镇", Place(township="东岭镇"))
        beside = [
            _lay(writer, f"/报送/{folder}/{it}.txt", it, Place(township=it))
            for folder, issuers in (("乙河县", "西南"), ("重点县", "北中"))
            for it in (f"{one}岭镇" for one in issuers)
        ]
        writer.share_places()
    with library.read() as reader:
        assert reader.report(alone).place.county is None
        assert [reader.report(it).place.county for it in beside] == ["乙河县", "乙河县", None, None]


def test_what_a_person_settles_for_a_folder_goes_before_its_name(tmp_path: Path) -> None:
    library = Library(tmp_path / "library.sqlite3")
    folder = tmp_path / "五河县"
    report = report_of("普法。", issuer="城关镇", year=2023, place=BARE)
    with library.write() as writer:
        writer.put(report, folder / "2023" / "报告.txt", 1)
        writer.share_places()
    for settled, county in ((Place(county="云台县"), "云台县"), (Place(), "五河县")):
        with library.write() as writer:
            writer.settle_folder(folder, settled)
            assert writer.share_places() == 1
        with library.read() as reader:
            assert reader.report(report.sha256).place.county == county
            assert list(reader.settled_folders().values()) == [settled] * any(settled)
    assert library.check() == []


def test_a_damaged_note_of_folders_is_as_none() -> None:
    settled = {"/a": Place(county="云台县")}
    assert folders.unpack(folders.pack(settled)) == settled
    assert folders.unpack("") == folders.unpack("[1") == folders.unpack("[1]") == {}
    assert list(folders.above("/a/b/c", settled)) == [("/a", settled["/a"])]
    assert list(folders.above("/ab", settled)) == []
