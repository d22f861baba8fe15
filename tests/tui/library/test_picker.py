"""The list of reports that 添加报告 opens."""

from __future__ import annotations

from pathlib import Path

import drawn
import made
import pytest
from handmade import plain
from hypothesis import given
from hypothesis import strategies as st

from tuibrowser.model.report import Place, ReportEntry
from tuibrowser.text.fold import fold
from tuibrowser.text.typed import matches
from tuibrowser.tui.app import BrowserApp
from tuibrowser.tui.library.catalogue import ReportCatalogue
from tuibrowser.tui.library.name_index import Names
from tuibrowser.tui.library.naming import report_name
from tuibrowser.tui.library.picker import FilterInput, PickerScreen, ReportList


def entry(issuer: str, year: int | None, county: str | None = None, **more: object) -> ReportEntry:
    values: dict[str, object] = {
        "sha256": f"{issuer}{year}",
        "issuer": issuer,
        "issuer_kind": "town",
        "year": year,
        "title": f"{issuer}报告",
        "place": Place("北京市", "北京市", county, None) if county else Place(),
        "file": "x.txt",
        "is_report": True,
        "number": 1,
    }
    return ReportEntry(**(values | more))  # type: ignore[arg-type]


ENTRIES = [
    entry("无名镇", 2020),
    entry("旧宫镇", 2022, "大兴区"),
    entry("旧宫镇", 2023, "大兴区"),
    entry("潭柘寺镇", 2023, "门头沟区"),
]


def texts(catalogue: ReportCatalogue, typed: str = "") -> list[str]:
    return [row.text for row in catalogue.rows(typed)]


def test_a_unit_that_writes_its_name_in_two_ways_is_listed_once() -> None:
    beijing = Place("北京市", "北京市", "門頭溝區", None)
    old = entry("潭柘寺鎮", 2022, place=beijing)
    newer = [entry("潭柘寺镇", year, "门头沟区") for year in (2021, 2023)]
    assert texts(ReportCatalogue([newer[0], old, newer[1]])) == [
        "北京 › 门头沟",
        "潭柘寺镇2023",
        "潭柘寺鎮2022",
        "潭柘寺镇2021",
    ]


def test_reports_stand_under_their_place_newest_first_strays_last() -> None:
    assert texts(ReportCatalogue(ENTRIES)) == [
        "北京 › 大兴",
        "旧宫镇2023",
        "旧宫镇2022",
        "北京 › 门头沟",
        "潭柘寺镇2023",
        "未写明地区",
        "无名镇2020",
    ]


def test_every_word_narrows_wherever_it_stands() -> None:
    catalogue = ReportCatalogue(ENTRIES)
    assert texts(catalogue, "大兴") == ["北京 › 大兴", "旧宫镇2023", "旧宫镇2022"]
    assert texts(catalogue, "大兴 2022") == ["北京 › 大兴", "旧宫镇2022"]
    assert texts(catalogue, "２０２３　门头沟") == ["北京 › 门头沟", "潭柘寺镇2023"]
    assert texts(catalogue, "大兴 门头沟") == []


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("旧宫镇2022", ["旧宫镇2022"]),
        ("旧宫@2022", ["旧宫镇2022"]),
        ("大兴区/旧宫镇@2022", ["旧宫镇2022"]),
        ("jgz2022", ["旧宫镇2022"]),
        ("jgz", ["旧宫镇2023", "旧宫镇2022"]),
    ],
)
def test_a_name_may_be_typed_with_its_year(typed: str, found: list[str]) -> None:
    assert texts(ReportCatalogue(ENTRIES), typed)[1:] == found


def test_no_word_is_found_across_two_parts() -> None:
    assert texts(ReportCatalogue([entry("甲镇", 2023)]), "镇甲") == []


def test_what_is_unusual_is_said() -> None:
    rows = texts(
        ReportCatalogue(
            [entry("甲镇", None), entry("乙镇", 2023, number=2), entry("丙", 1, is_report=False)]
        )
    )
    assert rows[1:] == ["甲镇（年份不明）", "乙镇2023（第 2 份）", "x.txt（非年度报告）"]


SOUNDS = [
    entry("潭柘寺镇", 2023, "门头沟区"),
    entry("谭家镇", 2023, "门头沟区"),
    entry("潘家湾镇", 2022, "嘉鱼县", file="tanzhesi.txt"),
    entry("洪洞街道", 2021, "嘉鱼县"),
]


@pytest.mark.parametrize(
    ("typed", "issuers"),
    [
        ("tanzhesi", ["潭柘寺镇", "潘家湾镇"]),
        ("tzs", ["潭柘寺镇"]),
        ("panjiaw", ["潘家湾镇"]),
        ("tan柘s", ["潭柘寺镇"]),
        ("ＴＺＳ", ["潭柘寺镇"]),
        ("mtg", ["潭柘寺镇", "谭家镇"]),
        ("mentougou tj", ["谭家镇"]),
        ("jiayu 2021", ["洪洞街道"]),
        ("hongtong", ["洪洞街道"]),
        # As it is typed, before what sounds alike; only that, where nothing is.
        ("潭", ["潭柘寺镇"]),
        ("谈", ["潭柘寺镇", "谭家镇"]),
        ("txt", []),
        ("2023 tzs k", []),
    ],
)
def test_names_are_found_by_pinyin_and_initials(typed: str, issuers: list[str]) -> None:
    rows = ReportCatalogue(SOUNDS).rows(typed)
    assert [row.entry.issuer for row in rows if row.entry] == issuers


def test_what_was_typed_is_pointed_out_in_name_and_place() -> None:
    place, report = ReportCatalogue(SOUNDS).rows("mtg tzs")
    assert [place.text[start:end] for start, end in place.spans] == ["门头沟"]
    assert [report.text[start:end] for start, end in report.spans] == ["潭柘寺"]


@given(
    st.text(
        st.sampled_from("tanzhesipjiwg'潭柘寺潘家湾洪洞行2Ａ\x00\ud800"), min_size=1, max_size=6
    ),
    st.lists(st.text(st.sampled_from("潭柘寺镇潘家湾洪洞行长重a2"), min_size=1, max_size=5)),
)
def test_names_are_those_that_match_one_by_one(word: str, names: list[str]) -> None:
    index = Names(names)
    folded = fold(word)
    assert index.meant(folded) == {
        number for number, name in enumerate(index.names) if matches(folded, name)
    }


def test_a_row_is_made_when_it_is_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[ReportEntry] = []

    def noted(entry: ReportEntry, number: int) -> str:
        made.append(entry)
        return report_name(entry, number)

    monkeypatch.setattr("tuibrowser.tui.library.catalogue.report_name", noted)
    rows = ReportCatalogue([entry(f"第{number}镇", 2023, "大兴区") for number in range(500)]).rows(
        "镇"
    )
    assert len(rows) == 501
    assert made == []
    assert rows[2].text == "第1镇2023"
    assert len(made) == 1


def build(tmp_path: Path, count: int = 5) -> BrowserApp:
    reports = [plain(f"第{number}镇") for number in range(count)]
    return BrowserApp(made.library(tmp_path / "library.sqlite3", reports), ("第0镇@2023",))


async def test_marked_reports_open_together_in_the_order_of_marking(tmp_path: Path) -> None:
    app = build(tmp_path)
    async with app.run_test(size=(160, 30)) as pilot:
        await pilot.press("a", *"第3镇", "tab")
        assert "已标记 1 份" in drawn.text(app)
        await pilot.press("backspace", "backspace", "1", "tab", "enter")
        await pilot.pause()
        assert [it.issuer for it in app.home.opened.reports] == ["第0镇", "第3镇", "第1镇"]


async def test_arrows_choose_and_enter_opens(tmp_path: Path) -> None:
    app = build(tmp_path)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("a", "down", "down", "down", "up", "enter")
        await pilot.pause()
        assert [it.issuer for it in app.home.opened.reports] == ["第0镇", "第2镇"]


async def test_escape_opens_nothing(tmp_path: Path) -> None:
    app = build(tmp_path)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("a", "down", "escape")
        await pilot.pause()
        assert not isinstance(app.screen, PickerScreen)
        assert len(app.home.opened.reports) == 1


async def test_nothing_found_says_so_and_enter_does_no_harm(tmp_path: Path) -> None:
    app = build(tmp_path)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("a", *"没有", "enter", "tab", "down", "pagedown")
        assert "没有符合的报告，请减少筛选词" in drawn.text(app)
        assert isinstance(app.screen, PickerScreen)


async def test_letters_are_text_in_the_filter(tmp_path: Path) -> None:
    app = build(tmp_path)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("a", "q", "x", "?", "1")
        assert isinstance(app.screen, PickerScreen)
        assert " qx?1" in drawn.lines(app)[0]


async def test_the_chosen_report_stays_in_view(tmp_path: Path) -> None:
    app = build(tmp_path, count=60)
    async with app.run_test(size=(60, 15)) as pilot:
        await pilot.press("a")
        for key in ("pagedown", "pagedown", "down", "pageup", "up", "pagedown", "pagedown"):
            await pilot.press(key)
            chosen = app.screen.query_one(ReportList).chosen
            assert chosen is not None
            assert f"{chosen.issuer}2023" in drawn.text(app)


async def test_open_reports_are_told_apart(tmp_path: Path) -> None:
    app = build(tmp_path)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("a")
        assert "第0镇2023（已打开）" in drawn.text(app)
        assert drawn.text(app).count("已打开") == 1


async def test_a_library_that_grew_is_read_again(tmp_path: Path) -> None:
    app = build(tmp_path)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("a", "escape")
        await pilot.pause()
        made.library(app.session.library.path, [plain("新来镇")])
        await pilot.press("a")
        assert "新来镇2023" in drawn.text(app)


async def test_a_full_width_space_divides_words_and_the_choice_is_pointed_at(
    tmp_path: Path,
) -> None:
    app = BrowserApp(made.library(tmp_path / "library.sqlite3", [plain("甲镇"), plain("乙镇")]))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("a", *"甲镇", "\u3000", *"2023")
        await pilot.pause()
        assert app.screen.query_one(FilterInput).value == "甲镇 2023"
        assert "共 1 份报告" in drawn.text(app)
        (chosen,) = [line for line in drawn.lines(app) if line.startswith(">")]
        assert "甲镇2023" in chosen


def test_a_text_that_is_no_report_goes_by_its_file() -> None:
    other = entry("甲镇", 2023, is_report=False, number=2, file="通知.txt")
    assert texts(ReportCatalogue([other]))[1:] == ["通知.txt（非年度报告）"]


async def test_initials_find_a_report_in_the_list_and_are_underlined(tmp_path: Path) -> None:
    reports = [plain("潭柘寺镇"), plain("旧宫镇")]
    app = BrowserApp(made.library(tmp_path / "library.sqlite3", reports))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("a", *"tzs")
        await pilot.pause()
        assert "共 1 份报告" in drawn.text(app)
        row = app.screen.query_one(ReportList).render_line(1)
        assert [part.text for part in row if part.style and part.style.underline] == ["潭柘寺"]
