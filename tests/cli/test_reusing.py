"""``reuse`` on the command line."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from tuibrowser.cli import main
from tuibrowser.indexing.run import Ways, index
from tuibrowser.store.library import Library

SHARED = "在茶山脚下设立“采茶人说事亭”，由两名退休教师坐堂听取采茶工的诉求并当日答复"
OWN = "组织船工签订安全驾船承诺书，对屡次超载的三条渡船暂扣船牌并约谈船主"


def report(issuer: str, year: int, *measures: str) -> str:
    lines = "\n".join(f"（{mark}）{it}。" for mark, it in zip("一二三", measures, strict=False))
    return (
        f"{issuer}{year}年法治政府建设情况报告\n\n一、主要举措和成效\n{lines}\n"
        f"二、存在的不足\n执法人手偏少。\n\n{issuer}人民政府\n{year + 1}年1月20日\n"
    )


@pytest.fixture
def shelf(tmp_path: Path) -> Library:
    """甲岭镇 wrote it first, 乙溪镇 a year later, 丙山乡 never."""
    for issuer, year, measures in (
        ("甲岭镇", 2021, (f"{SHARED}，全年答复31件",)),
        ("甲岭镇", 2022, (f"{SHARED}，全年答复35件",)),
        ("乙溪镇", 2022, (OWN, f"{SHARED}，全年答复8件")),
        ("丙山乡", 2022, ("请木偶戏班把禁渔规定编成唱段，在七个码头巡演",)),
    ):
        text = f"青岚县{report(issuer, year, *measures)}"
        (tmp_path / f"{issuer}{year}.txt").write_text(text, encoding="utf-8")
    library = Library(tmp_path / "shelf" / "library.sqlite3")
    index(library, sorted(tmp_path.glob("*.txt")), Ways(processes=1))
    return library


def ask(library: Library, capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    status = main(["--db", str(library.path), "reuse", *words])
    return status, *capsys.readouterr()


def test_json_names_every_place_in_time_order(
    shelf: Library, capsys: pytest.CaptureFixture[str]
) -> None:
    status, out, _ = ask(shelf, capsys, "乙溪镇@2022", "--format", "json")
    found = json.loads(out)
    assert status == 0
    assert list(found) == ["reports", "passages"]
    (one,) = found["reports"]
    assert list(one) == ["issuer", "year", "report", "passages", "shares"]
    assert found["passages"] == one["passages"]
    (passage,) = one["passages"]
    assert list(passage) == ["text", "start", "end", "section_kind", "matches"]
    assert passage["section_kind"] == "measures_results"
    assert SHARED in passage["text"]
    keys = ["report", "issuer", "year", "start", "end", "text", "share", "spans"]
    assert [list(it) for it in passage["matches"]] == [keys, keys]
    assert [(it["issuer"], it["year"]) for it in passage["matches"]] == [
        ("甲岭镇", 2021),
        ("甲岭镇", 2022),
    ]
    with shelf.read() as reader:
        texts = {it.sha256: reader.report(it.sha256).text for it in reader.entries()}
        (own,) = (it for it in texts if OWN in texts[it])
    for match in passage["matches"]:
        (name,) = (it for it in texts if it.startswith(match["report"]))
        assert texts[name][match["start"] : match["end"]] == match["text"]
        assert match["share"] == 1.0
        said = "".join(texts[own][low:high] for low, high in match["spans"])
        assert "采茶人说事亭" in said
        assert "船" not in said
    assert sum(one["shares"].values()) == pytest.approx(1)
    assert one["shares"]["elsewhere"] > 0.3
    assert one["shares"]["last_year"] == 0


def test_the_other_years_of_the_unit_can_be_left_out(
    shelf: Library, capsys: pytest.CaptureFixture[str]
) -> None:
    _, out, _ = ask(shelf, capsys, "甲岭镇@2022", "--format", "json")
    assert [it["year"] for it in json.loads(out)["passages"][0]["matches"]] == [2021, 2022]
    _, out, _ = ask(shelf, capsys, "甲岭镇@2022", "--other-units", "--format", "json")
    found = json.loads(out)
    assert [it["issuer"] for it in found["passages"][0]["matches"]] == ["乙溪镇"]
    assert found["reports"][0]["shares"]["last_year"] > 0.3


def test_a_set_bounds_where_to_look(shelf: Library, capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = ask(shelf, capsys, "乙溪镇@2022", "--in", "甲岭镇@2021", "--format", "json")
    assert [it["year"] for it in json.loads(out)["passages"][0]["matches"]] == [2021]
    status, _, err = ask(shelf, capsys, "乙溪镇@2022", "--in", "丙山乡@2022")
    assert (status, err) == (1, "没有找到表述相同的段落\n")
    status, _, err = ask(shelf, capsys, "乙溪镇@2022", "--in", "丁镇@2022")
    assert status == 1
    assert "丁镇" in err


def test_a_draft_and_several_reports(
    shelf: Library, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    draft = tmp_path / "草稿" / "丁坝镇.txt"
    draft.parent.mkdir()
    copied = SHARED.replace("采茶工", "茶农").replace("当日", "隔日")
    draft.write_text(f"青岚县{report('丁坝镇', 2023, f'{copied}，全年答复9件')}", encoding="utf-8")
    status, out, _ = ask(shelf, capsys, str(draft), "--format", "json")
    assert status == 0
    found = json.loads(out)
    assert len(found["passages"][0]["matches"]) == 3
    assert all(0.4 <= it["share"] < 1 for it in found["passages"][0]["matches"])
    _, out, _ = ask(shelf, capsys, str(draft), "甲岭镇@2021..2022", "--format", "json")
    found = json.loads(out)
    assert list(found) == ["reports"]
    assert [it["year"] for it in found["reports"]] == [2023, 2021, 2022]


def test_tables(shelf: Library, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = ask(shelf, capsys, "乙溪镇@2022")
    assert status == 0
    assert "甲岭镇" in out
    assert "乙溪镇2022：自写" in out
    _, out, _ = ask(shelf, capsys, "乙溪镇@2022", "--format", "csv")
    head, *rows = out.lstrip("\ufeff").splitlines()
    assert head.startswith("单位,年份,部分,本报告表述,表述相同处")
    assert len(rows) == 2


def test_what_was_changed_or_taken_out_is_found_or_not_at_once(
    shelf: Library, capsys: pytest.CaptureFixture[str]
) -> None:
    _, before, _ = ask(shelf, capsys, "乙溪镇@2022", "--format", "json")
    with shelf.read() as reader:
        reports = {it.sha256: reader.report(it.sha256) for it in reader.entries()}
    (first,) = (it for it in reports.values() if (it.issuer, it.year) == ("甲岭镇", 2021))
    with shelf.write() as writer:
        for it in reports.values():
            writer.reparse(it)
    _, again, _ = ask(shelf, capsys, "乙溪镇@2022", "--format", "json")
    assert json.loads(again) == json.loads(before)
    with shelf.write() as writer:
        writer.remove(first.sha256)
    _, out, _ = ask(shelf, capsys, "乙溪镇@2022", "--format", "json")
    assert [it["year"] for it in json.loads(out)["passages"][0]["matches"]] == [2022]


@pytest.mark.parametrize("value", ["0", "1.5", "多", "", "-0.1", "140%", "nan"])
def test_a_share_is_a_part_of_a_whole(
    shelf: Library, capsys: pytest.CaptureFixture[str], value: str
) -> None:
    status, out, err = ask(shelf, capsys, "乙溪镇@2022", f"--least={value}")
    assert (status, out) == (2, "")
    assert "--least" in err


def test_an_empty_library_and_a_text_that_is_no_report(
    shelf: Library, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    other = tmp_path / "便条.txt"
    other.write_text(f"会议记录：{SHARED}。", encoding="utf-8")
    status, out, err = ask(shelf, capsys, str(other), "--format", "json")
    assert status == 0
    assert len(json.loads(out)["passages"][0]["matches"]) == 3
    assert "看不出是法治政府建设年度报告" in err
    empty = Library(tmp_path / "empty.sqlite3")
    with empty.write():
        pass
    status, out, err = ask(empty, capsys, str(other))
    assert (status, out) == (1, "")
    assert err == "报告库中还没有报告，请运行：tuibrowser index 文件夹\n"


def test_a_report_that_two_names_mean_is_looked_at_once(
    shelf: Library, capsys: pytest.CaptureFixture[str]
) -> None:
    _, out, _ = ask(shelf, capsys, "乙溪镇@2022", "乙溪镇", "--format", "json")
    assert [it["issuer"] for it in json.loads(out)["reports"]] == ["乙溪镇"]


def test_of_many_places_a_terminal_is_told_the_first_and_how_many(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A spreadsheet has them all."""
    folder = tmp_path / "多处"
    folder.mkdir()
    for at, name in enumerate("甲乙丙丁戊己", 31):
        text = f"青岚县{report(f'{name}岭镇', 2022, f'{SHARED}，全年答复{at}件')}"
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    library = Library(tmp_path / "多处.sqlite3")
    index(library, [folder], Ways(processes=1))
    _, out, _ = ask(library, capsys, "己岭镇@2022")
    told = next(line for line in out.splitlines() if "另有" in line)
    assert "另有 2 处，共 5 个单位有" in told
    _, out, _ = ask(library, capsys, "己岭镇@2022", "--format", "csv")
    assert "另有" not in out
    assert len({line.split(",")[4] for line in out.splitlines()[1:]}) == 5


def test_what_was_taken_over_to_the_number_is_told_apart(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One wording with numbers of one's own is usual, with those of another unit it is not."""
    folder = tmp_path / "数据"
    folder.mkdir()
    for name, year, count in (("甲岭镇", 2021, 348), ("甲岭镇", 2022, 31), ("乙溪镇", 2022, 348)):
        said = f"{SHARED}，全年答复{count}件"
        text = f"青岚县{report(name, year, said)}"
        (folder / f"{name}{year}.txt").write_text(text, encoding="utf-8")
    library = Library(tmp_path / "数据.sqlite3")
    index(library, [folder], Ways(processes=1))
    _, out, _ = ask(library, capsys, "乙溪镇@2022", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(out.lstrip("\ufeff"))))
    assert [(row["相同处年份"], row["数据"]) for row in rows] == [
        ("2021", "相同"),
        ("2022", "不同"),
    ]
    _, out, _ = ask(library, capsys, "乙溪镇@2022")
    assert "表述和数据都与其他单位相同，请核：乙溪镇2022与甲岭镇2021（1 段）。\n" in out
    _, out, _ = ask(library, capsys, "甲岭镇@2022")
    assert "请核" not in out


@pytest.mark.parametrize(
    "words", ["2022年，", "拨打12345热线，", "满意率100%，", "2021—2022年，", "实行1+N机制，"]
)
def test_numbers_that_stand_in_every_report_are_nobodys(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], words: str
) -> None:
    folder = tmp_path / "数据"
    folder.mkdir()
    for name in ("甲岭镇", "乙溪镇"):
        text = f"青岚县{report(name, 2022, words + SHARED)}"
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    library = Library(tmp_path / "数据.sqlite3")
    index(library, [folder], Ways(processes=1))
    _, out, _ = ask(library, capsys, "乙溪镇@2022")
    assert "甲岭镇" in out
    assert "请核" not in out


def test_drafts_of_one_report_are_one_place_that_says_how_many_they_are(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """JSON names each, for it says where in which text."""
    folder = tmp_path / "稿"
    folder.mkdir()
    said = f"{SHARED}，全年答复348件"
    for name, more in (("初稿", "一稿另记"), ("定稿", "二稿又记")):
        text = f"青岚县{report('甲岭镇', 2022, said, f'{more}村务公开栏更新')}"
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    (folder / "乙.txt").write_text(f"青岚县{report('乙溪镇', 2022, said)}", encoding="utf-8")
    library = Library(tmp_path / "稿.sqlite3")
    index(library, [folder], Ways(processes=1))
    _, out, _ = ask(library, capsys, "乙溪镇@2022", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(out.lstrip("\ufeff"))))
    assert [row["表述相同处"] for row in rows if SHARED in row["本报告表述"]] == [
        "甲岭镇（2 份文本）"
    ]
    _, out, _ = ask(library, capsys, "乙溪镇@2022")
    assert "乙溪镇2022与甲岭镇2022（1 段）" in out
    _, out, _ = ask(library, capsys, "乙溪镇@2022", "--format", "json")
    (passage,) = [it for it in json.loads(out)["passages"] if SHARED in it["text"]]
    assert len(passage["matches"]) == 2
