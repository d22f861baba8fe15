"""历年对照: the years of one township side by side, and the way there and back."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import drawn
import made
import pytest
from compared import names, press_and_read, said, tops
from finding import until
from textual.pilot import Pilot

from tuibrowser.indexing.run import Ways, index
from tuibrowser.lexicon.load import load
from tuibrowser.model.document import Document
from tuibrowser.model.report import Report
from tuibrowser.parsing.parse import parse
from tuibrowser.state.workspaces import load_workspace, workspace_file
from tuibrowser.store.library import Library
from tuibrowser.tui.app import BrowserApp
from tuibrowser.tui.compare import grids
from tuibrowser.tui.library.picker import PickerScreen

SIZES = [(80, 24), (120, 40), (200, 60)]
WIDE = (160, 40)

PUBLICITY = "全年开展法治宣传活动{}场，群众知晓率明显提高。"
DECISIONS = "全镇重大事项一律经司法所初审、法律顾问复核、镇长办公会集体讨论后实施。"
CONTRACTS = "聘请律师担任法律顾问，审查各类合同27份。"
COUNTER = "在农贸市场设立法律咨询台，每逢集日由律师为群众解答疑问。"
GAS = "组织网格员排查燃气安全隐患，当场整改。"
LACKING = "一是执法力量不足，人员年龄偏大。"

YEARS = {
    2021: (PUBLICITY.format(30), CONTRACTS),
    2022: (PUBLICITY.format(40), DECISIONS, COUNTER),
    2023: (PUBLICITY.format(46), DECISIONS, GAS),
}


def written(town: str, year: int, measures: tuple[str, ...]) -> str:
    lines = [f"{town}{year}年法治政府建设年度报告", "一、主要举措和成效", *measures]
    lines += ["二、存在的不足和原因", LACKING, f"{town}人民政府", f"{year + 1}年1月10日"]
    return "\n".join(lines)


def report(town: str, year: int, measures: tuple[str, ...]) -> Report:
    text = written(town, year, measures)
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    return parse(Document(text, sha256, f"{town}{year}.txt", "utf-8"), load())


@pytest.fixture
def library(tmp_path: Path) -> Library:
    reports = [report("柳溪镇", year, measures) for year, measures in YEARS.items()]
    reports += [report("石桥乡", 2023, YEARS[2022]), report("望禾乡", 2023, YEARS[2021])]
    return made.library(tmp_path / "library.sqlite3", reports)


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "草稿.txt"
    path.write_text(written("柳溪镇", 2024, (PUBLICITY.format(51), GAS)), "utf-8")
    return path


def opened(library: Library, *refs: str) -> BrowserApp:
    return BrowserApp(library, refs or ("石桥乡@2023", "柳溪镇@2023", "望禾乡@2023"))


def level_with(app: BrowserApp, words: str) -> str:
    """The line above the text that begins with ``words``: what is said of its row."""
    lines = drawn.lines(app)
    at = next(at for at, line in enumerate(lines) if words in line)
    while "〔" not in lines[at]:
        at -= 1
    return lines[at]


@pytest.mark.parametrize("size", SIZES)
async def test_this_year_stands_beside_last_and_says_what_changed(
    library: Library, size: tuple[int, int]
) -> None:
    app = opened(library)
    async with app.run_test(size=size) as pilot:
        await pilot.press("tab", "ｃ")
        assert names(app) == ["柳溪镇2022", "柳溪镇2023"]
        assert "柳溪镇2023】" in drawn.text(app)
        assert drawn.lines(app)[0].startswith(" 历年对照  新增 1  仅数据变化 1")
        older, newer = level_with(app, "46场").split("│")
        assert "数据" not in older
        assert "仅数据变化：40场→46场" in newer
        assert level_with(app, "全镇重大").endswith("与上年相同")
        assert level_with(app, "组织网格员").endswith("新增")
        assert level_with(app, "农贸市场").endswith("本年未提及")
        assert tops(app) == app.home.viewport.tops


async def test_what_is_looked_up_in_vain_is_said_though_there_are_changes(library: Library) -> None:
    app = opened(library)
    async with app.run_test(size=SIZES[0]) as pilot:
        await pilot.press("c", "f", *"垃圾分类")
        await pilot.pause()
        assert "查找“垃圾分类” 没有找到" in drawn.lines(app)[0]


async def test_all_counts_are_said_where_there_is_room(library: Library) -> None:
    app = opened(library)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("tab", "c")
        head = drawn.lines(app)[0]
        for words in ("新增 1", "仅数据变化 1", "本年未提及 1", "与上年相同 2", "变化 3"):
            assert f"  {words} " in head
        assert "表述调整" not in head


@pytest.mark.parametrize("key", ["c", "escape"])
async def test_the_other_reports_come_back_at_the_same_place(library: Library, key: str) -> None:
    app = opened(library)
    async with app.run_test(size=(120, 12)) as pilot:
        await pilot.press("r", "tab", "<", "p", "]", "]")
        assert names(app) == ["柳溪镇2023", "石桥乡2023", "望禾乡2023"]
        await pilot.press("c")
        assert "规定内容 2/5" in drawn.lines(app)[0]
        await pilot.press(key)
        assert names(app) == ["柳溪镇2023", "石桥乡2023", "望禾乡2023"]
        head, titles = drawn.lines(app)[:2]
        assert "按工作领域对齐" in head
        assert "规定内容 2/5" in head
        assert "固定" in titles
        assert "柳溪镇2023】" in titles
        # What was read last among the years is read on among the others.
        await pilot.press("c", "[", key)
        assert "规定内容 1/5" in drawn.lines(app)[0]


async def test_escape_lets_go_of_zoom_and_hits_first(library: Library) -> None:
    app = opened(library, "柳溪镇@2023")
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("c", "f", *"场", "enter", "z")
        await pilot.pause()
        await pilot.press("escape")
        assert not app.home.opened.zoomed
        await pilot.press("escape")
        assert "查找" not in drawn.lines(app)[0]
        assert names(app) == ["柳溪镇2022", "柳溪镇2023"]
        await pilot.press("escape")
        assert names(app) == ["柳溪镇2023"]
        await pilot.press("escape")
        assert app.is_running


async def test_n_goes_from_change_to_change(library: Library) -> None:
    app = opened(library, "柳溪镇@2023")
    async with app.run_test(size=(120, 8 + 4)) as pilot:
        await pilot.press("c")
        seen = []
        for number in range(3):
            await pilot.press("n")
            assert f"变化 {number + 1}/3" in drawn.lines(app)[0]
            seen.append(drawn.lines(app)[2].rpartition("〕")[2])
        assert seen == ["仅数据变化：40场→46场", "新增", "本年未提及"]
        await pilot.press("n")
        assert "已是最后一处变化" in said(app)
        await pilot.press("N", "N", "N")
        assert "已是第一处变化" in said(app)
        # With differences marked it is the words that one goes to, and what they were.
        await pilot.press("d", "d", "g", "n")
        assert "与上年不同 1/" in drawn.lines(app)[0]
        assert "上年：40场" in drawn.lines(app)[0]


async def test_years_are_stepped_and_added(library: Library) -> None:
    app = opened(library, "柳溪镇@2023")
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("c", "-")
        assert names(app) == ["柳溪镇2021", "柳溪镇2022"]
        assert "仅数据变化：30场→40场" in level_with(app, "40场")
        await pilot.press("-")
        assert "报告库中没有 柳溪镇 其他更早年份的报告" in said(app)
        await pilot.press("=")
        assert names(app) == ["柳溪镇2022", "柳溪镇2023"]
        await pilot.press("a")
        assert isinstance(app.screen, PickerScreen)
        assert "石桥乡" not in drawn.text(app)
        await pilot.press("enter")
        await pilot.pause()
        assert names(app) == ["柳溪镇2021", "柳溪镇2022", "柳溪镇2023"]
        assert level_with(app, "46场").count("仅数据变化") == 2
        # It is the year after the oldest that is counted while that is the active one.
        assert "2022年：新增 2" in drawn.lines(app)[0]
        await pilot.press("tab", "tab")
        assert "2023年：新增 1" in drawn.lines(app)[0]
        await pilot.press("a")
        assert "报告库中没有 柳溪镇 其他年份的报告" in said(app)
        await pilot.press("x")
        assert names(app) == ["柳溪镇2021", "柳溪镇2022"]


async def test_last_year_counts_while_it_is_out_of_sight(library: Library) -> None:
    app = opened(library, "柳溪镇@2023", "柳溪镇@2021", "柳溪镇@2022")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("c")
        assert names(app) == ["柳溪镇2021", "柳溪镇2022", "柳溪镇2023"]
        assert "2021" not in drawn.lines(app)[2]
        assert "仅数据变化：30场→40场" in drawn.text(app)
        await pilot.press("z")
        assert "仅数据变化：40场→46场" in drawn.text(app)
        assert "本年未提及：在农贸市场设立法律咨询台" in drawn.text(app)
        await pilot.press("z", "tab", "p")
        assert "固定" in drawn.lines(app)[2]
        await pilot.press("shift+tab")
        assert "2021" in drawn.lines(app)[2]
        assert "2023" in drawn.lines(app)[2]
        assert "40场→46场" in level_with(app, "46场")


@pytest.mark.parametrize("size", SIZES)
async def test_marks_are_counted_also_from_the_oldest_year(
    library: Library, size: tuple[int, int]
) -> None:
    app = opened(library, "柳溪镇@2021", "柳溪镇@2022")
    async with app.run_test(size=size) as pilot:
        await pilot.press("tab", "c", "d", "d")
        await until_counted(pilot, app)
        count = app.home.stops.count
        assert count
        assert f"与上年不同 {count}" in drawn.lines(app)[0]
        await pilot.press("shift+tab")
        await until_counted(pilot, app)
        assert app.home.opened.active == 0
        assert f"与上年不同 {count}" in drawn.lines(app)[0]
        await pilot.press("n")
        assert app.home.opened.active == 1
        assert f"与上年不同 1/{count}" in drawn.lines(app)[0]
        assert app.home.stops.passage() is not None


async def until_counted(pilot: Pilot[None], app: BrowserApp) -> None:
    await until(pilot, lambda: "…" not in drawn.lines(app)[0] and app.home.stops.count is not None)


async def test_the_first_year_is_compared_with_the_next(library: Library) -> None:
    app = opened(library, "柳溪镇@2021")
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("c")
        assert names(app) == ["柳溪镇2021", "柳溪镇2022"]
        assert "柳溪镇2021】" in drawn.lines(app)[1]


async def test_a_draft_stands_beside_last_year(library: Library, draft: Path) -> None:
    app = opened(library, "石桥乡@2023", str(draft))
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("tab", "c")
        assert names(app) == ["柳溪镇2023", "柳溪镇2024"]
        assert "草稿" in drawn.lines(app)[1]
        assert "仅数据变化：46场→51场" in drawn.text(app)
        draft.write_text(written("柳溪镇", 2024, (PUBLICITY.format(58), GAS)), "utf-8")
        await press_and_read(pilot, app, "R")
        assert "仅数据变化：46场→58场" in drawn.text(app)
        await pilot.press("escape")
        assert names(app) == ["石桥乡2023", "柳溪镇2024"]
        assert "58场" in drawn.text(app)
        assert "草稿" in drawn.lines(app)[1]
        # One that is now of another place is not taken among the years.
        await pilot.press("c")
        draft.write_text(written("望禾乡", 2024, (GAS,)), "utf-8")
        await press_and_read(pilot, app, "R")
        assert any("各年相比只能用同一单位的报告" in it for it in said(app))
        assert names(app) == ["柳溪镇2023", "柳溪镇2024"]


async def test_what_is_no_year_of_it_ends_the_comparison(library: Library, draft: Path) -> None:
    app = opened(library, "柳溪镇@2023", "石桥乡@2023")
    async with app.run_test(size=WIDE) as pilot:
        await press_and_read(pilot, app, "c", "D", *str(draft), "enter")
        await pilot.pause()
        assert names(app) == ["柳溪镇2022", "柳溪镇2023", "柳溪镇2024"]
        session = app.session
        wanted = [it.sha256 for it in session.entries() if it.issuer == "望禾乡"]
        app.home.open(session.reports(wanted))
        await pilot.pause()
        assert set(names(app)) == {"柳溪镇2023", "石桥乡2023", "望禾乡2023"}
        assert "打开的不是同一单位的其他年份，已退出历年对照" in said(app)


async def test_a_letter_in_another_township_ends_the_comparison_and_says_so(
    library: Library,
) -> None:
    app = opened(library, "石桥乡@2023", "柳溪镇@2023")
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("m", "s", "tab", "m", "l", "c", "'", "l")
        await pilot.pause()
        # A year of the township that is compared.
        assert names(app) == ["柳溪镇2022", "柳溪镇2023"]
        await pilot.press("'", "s")
        await pilot.pause()
        assert names(app) == ["石桥乡2023", "柳溪镇2023"]
        assert said(app)[-1] == "打开的不是同一单位的其他年份，已退出历年对照"


@pytest.mark.parametrize(
    ("key", "sentence"),
    [
        ("x", "历年对照至少要有两年，按 c 返回"),
        ("r", "历年对照总按工作事项对齐，按 c 返回"),
        ("<", "历年对照按年份先后排列"),
        ("p", "历年对照按年份先后排列，只能固定最早的一年"),
        ("u", "历年对照中不能改配对，请按 c 返回后再改"),
    ],
)
async def test_what_does_not_go_with_years_says_so(
    library: Library, key: str, sentence: str
) -> None:
    app = opened(library, "柳溪镇@2023")
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("c", key)
        assert said(app) == [sentence]
        assert names(app) == ["柳溪镇2022", "柳溪镇2023"]


async def test_a_single_year_and_an_unknown_one_say_so(library: Library, tmp_path: Path) -> None:
    unknown = tmp_path / "说明.txt"
    unknown.write_text("工作情况说明\n\n一、主要举措和成效\n召开会议3次。\n", "utf-8")
    app = opened(library, "石桥乡@2023", str(unknown))
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("c")
        assert "报告库中没有 石桥乡 其他年份的报告，不能历年对照" in said(app)
        await pilot.press("tab", "c")
        assert any("说明.txt 的报告单位不明" in it for it in said(app))
        assert len(app.home.opened.reports) == 2
        await pilot.press("x", "x", "c")
        assert any("还没有打开报告" in it for it in said(app))


async def test_years_and_what_lies_aside_are_there_at_the_next_start(
    library: Library, draft: Path
) -> None:
    app = opened(library, str(draft), "石桥乡@2023")
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("r", "c", "]", "]")
        before = app.home.workspace
        await pilot.press("q")
    assert load_workspace(library.path) == before
    again = BrowserApp(library)
    async with again.run_test(size=WIDE) as pilot:
        assert names(again) == ["柳溪镇2023", "柳溪镇2024"]
        assert drawn.lines(again)[0].startswith(" 历年对照")
        assert "规定内容 2/5" in drawn.lines(again)[0]
        await pilot.press("c")
        assert names(again) == ["柳溪镇2024", "石桥乡2023"]
        assert "按工作领域对齐" in drawn.lines(again)[0]
        assert "草稿" in drawn.lines(again)[1]


async def test_years_that_are_none_any_more_are_not_restored(library: Library) -> None:
    app = opened(library)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("tab", "c")
        last_year = app.home.opened.reports[0].sha256
        await pilot.press("q")
    with library.write() as writer:
        writer.remove(last_year)
    again = BrowserApp(library)
    async with again.run_test(size=WIDE):
        assert names(again) == ["石桥乡2023", "柳溪镇2023", "望禾乡2023"]
        assert drawn.lines(again)[0].startswith(" 对照  按部分对齐")
    # Edited by hand: two townships are no years of one.
    file = workspace_file(library.path)
    kept = json.loads(file.read_text("utf-8")) | {"mode": "years"}
    file.write_text(json.dumps(kept), "utf-8")
    edited = BrowserApp(library)
    async with edited.run_test(size=WIDE):
        assert names(edited) == ["石桥乡2023", "柳溪镇2023", "望禾乡2023"]
        assert "按部分对齐" in drawn.lines(edited)[0]


async def test_too_many_measures_are_not_matched(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(grids, "_MOST_PAIRS", 5)
    app = opened(library, "柳溪镇@2023", "石桥乡@2023", "望禾乡@2023")
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("c")
        assert any("工作事项过多" in it for it in said(app))
        assert len(app.home.opened.reports) == 3
        await pilot.press("r", "r")
        assert any("已略去这种对齐方式" in it for it in said(app))
        assert "各按原文顺序" in drawn.lines(app)[0]


async def test_a_namesake_of_another_county_is_not_said_to_have_no_other_years(
    tmp_path: Path,
) -> None:
    for town, year in (("甲溪县城关镇", 2022), ("甲溪县城关镇", 2023), ("乙河县城关镇", 2023)):
        (tmp_path / f"{town}{year}.txt").write_text(written(town, year, YEARS[year]), "utf-8")
    library = Library(tmp_path / "library.sqlite3")
    index(library, [tmp_path], Ways(words=False))
    app = opened(library, "乙河县/城关镇@2023")
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("c")
        assert "报告库中没有 乙河县城关镇 其他年份的报告，不能历年对照" in said(app)
