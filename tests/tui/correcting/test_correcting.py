"""What was understood wrongly is put right from the compare screen."""

from __future__ import annotations

from pathlib import Path
from typing import NoReturn

import drawn
import pytest
from compared import names, said
from finding import until
from report_files import write_report
from textual.pilot import Pilot

from tuibrowser.indexing.run import Ways, index
from tuibrowser.model.correction import Correction
from tuibrowser.model.report import Report
from tuibrowser.state.corrections import load_corrections
from tuibrowser.store.joint.library import JointLibrary
from tuibrowser.store.library import Library, LibraryReadOnly
from tuibrowser.tui.app import BrowserApp
from tuibrowser.tui.library.picker import PickerScreen

SMALL = (80, 24)
WIDE = (120, 40)

MEASURES = "开展宣传活动40场次。\n（二）办事公开\n公布权责清单12项。\n工作亮点\n组建调解队伍3支。"


@pytest.fixture
def library(tmp_path: Path) -> Library:
    folder = tmp_path / "青棠区"
    write_report(folder / "前.txt", "潭溪镇", 2022, MEASURES)
    write_report(folder / "后.txt", "潭溪镇", 2023, MEASURES)
    write_report(folder / "邻.txt", "云岭镇", 2023, MEASURES)
    library = Library(tmp_path / "library.sqlite3", load_corrections)
    index(library, [folder], Ways(words=False))
    return library


@pytest.fixture
def read_only(library: Library, monkeypatch: pytest.MonkeyPatch) -> Library:
    """``library`` where it cannot be written by whoever runs the tests, root or not."""

    def refused(*_: object, **__: object) -> NoReturn:
        raise LibraryReadOnly(f"报告库 {library.path} 不能写入")

    monkeypatch.setattr(Library, "write", refused)
    return library


def opened(library: Library, *refs: str) -> BrowserApp:
    return BrowserApp(library, refs or ("潭溪镇@2023", "云岭镇@2023"))


def current(app: BrowserApp) -> Report:
    report = app.home.opened.current
    assert report is not None
    return report


def stored(library: Library, sha256: str) -> Report:
    with library.read() as reader:
        return reader.report(sha256)


async def choose(pilot: Pilot[None], app: BrowserApp, words: str, key: str = "enter") -> None:
    """Go to the line of the list that holds ``words``, and press ``key``."""
    drawer = app.screen
    lines = drawer.lines()  # type: ignore[attr-defined]
    at = next(n for n, line in enumerate(lines) if words in str(line))
    steps = at - (drawer.chosen or 0)  # type: ignore[attr-defined]
    await pilot.press(*["down" if steps > 0 else "up"] * abs(steps), key)
    await settled(pilot, app)


async def settled(pilot: Pilot[None], app: BrowserApp) -> None:
    await until(pilot, lambda: not app.home._corrections.settling)


async def write(pilot: Pilot[None], app: BrowserApp, words: str) -> None:
    """Type ``words`` in the place of what stands in the line."""
    await pilot.press("end", "ctrl+u", *words, "enter")
    await settled(pilot, app)


async def go_to(pilot: Pilot[None], app: BrowserApp, words: str) -> None:
    """Go down until the paragraph with ``words`` stands at the top of the active pane."""
    await pilot.press("home")
    for _ in range(40):
        at = app.home.stops.passage()
        report = current(app)
        if at is not None and words in report.slice(report.passages[at]):
            return
        await pilot.press("j")
    pytest.fail(f"no {words}:\n{drawn.text(app)}")


async def test_what_is_typed_takes_the_place_of_what_was_read(library: Library) -> None:
    app = opened(library)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("j", "j", "C")
        await choose(pilot, app, "年份")
        await choose(pilot, app, "另写")
        await pilot.press(*"20222", "enter")
        assert "看不懂“20222”" in drawn.text(app)
        await pilot.press("backspace", "enter")
        await settled(pilot, app)
        assert names(app)[0] == "潭溪镇2022"


@pytest.mark.parametrize("size", [SMALL, WIDE], ids=["80x24", "120x40"])
async def test_a_year_is_chosen_and_shown_at_once(library: Library, size: tuple[int, int]) -> None:
    app = opened(library)
    async with app.run_test(size=size) as pilot:
        await pilot.press("j", "j", "C")
        shown = drawn.text(app)
        assert "更正  潭溪镇2023" in shown
        assert "2023（见标题）" in shown
        await choose(pilot, app, "年份")
        assert "年份：2023，更正为" in drawn.text(app)
        await choose(pilot, app, "2024（落款）")
        assert names(app) == ["潭溪镇2024", "云岭镇2023"]
        assert any("已更正：年份：2024" in it for it in said(app))
        assert "更正 潭溪镇2024】" in drawn.lines(app)[1]
        # Where one was, one is.
        assert app.home.viewport.top == 2
        await pilot.press("a")
        assert isinstance(app.screen, PickerScreen)
        assert "潭溪镇2024" in drawn.text(app)
    assert stored(library, app.home.opened.reports[0].sha256).year == 2024
    assert library.check() == []


async def test_what_is_typed_is_checked_as_on_the_command_line(library: Library) -> None:
    app = opened(library)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("C")
        await choose(pilot, app, "成文日期")
        await choose(pilot, app, "另写")
        await write(pilot, app, "2024-02-30")
        assert "看不懂“2024-02-30”，请写成 2024-01-15" in drawn.text(app)
        await write(pilot, app, "２０２４年２月２８日")
        assert current(app).date == "2024-02-28"
        await pilot.press("C")
        await choose(pilot, app, "成文日期")
        await choose(pilot, app, "无")
        assert current(app).date is None


async def test_an_issuer_is_settled_for_all_of_its_years(library: Library) -> None:
    app = opened(library)
    async with app.run_test(size=SMALL) as pilot:
        # With the input method on.
        await pilot.press("Ｃ")
        await choose(pilot, app, "发文单位")
        await choose(pilot, app, "另写")
        await write(pilot, app, "潭溪街道")
        assert "只此一份" in drawn.text(app)
        assert "文件夹" not in drawn.text(app)
        await choose(pilot, app, "潭溪镇的全部 2 份报告")
        assert names(app) == ["潭溪街道2023", "云岭镇2023"]
        assert current(app).issuer_kind == "subdistrict"
        # The other year is found under the new name.
        await pilot.press("-")
        assert names(app) == ["潭溪街道2022", "云岭镇2023"]
        await pilot.press("=", "c")
        assert app.home.opened.in_years
        assert names(app) == ["潭溪街道2022", "潭溪街道2023"]


async def test_a_place_is_settled_for_a_folder_but_no_township(library: Library) -> None:
    app = opened(library)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("C")
        await choose(pilot, app, "县 ")
        assert "青棠区›潭溪镇（文件夹名称）" in drawn.text(app)
        await choose(pilot, app, "青棠区›潭溪镇")
        await choose(pilot, app, "文件夹 青棠区 中的 3 份报告")
        places = {it.issuer: it.place for it in app.home.opened.reports}
        assert {it.county for it in places.values()} == {"青棠区"}
        assert places["云岭镇"].township == "云岭镇"
        assert "青棠 潭溪镇2023" in drawn.lines(app)[1]
        assert "青棠 云岭镇2023" in drawn.lines(app)[1]


async def test_the_part_of_the_heading_at_hand_is_put_right_and_marked(library: Library) -> None:
    app = opened(library)
    async with app.run_test(size=SMALL) as pilot:
        await go_to(pilot, app, "二、存在的不足")
        await pilot.press("C")
        await choose(pilot, app, "”的部分")
        await choose(pilot, app, "其他需要报告的情况")
        report = current(app)
        assert report.section_states["shortcomings"] == "none"
        assert report.section_states["other"] == "own"
        await go_to(pilot, app, "二、存在的不足")
        row = next(line for line in drawn.lines(app) if "二、存在的不足" in line)
        assert row.startswith("*二、")
        # From mark to mark.
        await pilot.press("home", "d", "d", "d", "d")
        assert "* 更正 1" in drawn.lines(app)[0]
        await pilot.press("n")
        assert "* 更正 1/1" in drawn.lines(app)[0]
        await pilot.press("d")
        assert "更正" not in drawn.lines(app)[0]


async def test_a_heading_is_none_and_a_line_is_one(library: Library) -> None:
    app = opened(library)
    async with app.run_test(size=SMALL) as pilot:
        titles = [it.title for it in current(app).sections]
        await go_to(pilot, app, "（二）办事公开")
        await pilot.press("C")
        await choose(pilot, app, "“办事公开”的级别")
        await choose(pilot, app, "不是标题")
        assert [it.title for it in current(app).sections] == [
            it for it in titles if it != "办事公开"
        ]
        await go_to(pilot, app, "公布权责清单")
        await pilot.press("C")
        await choose(pilot, app, "清单12项”的级别")
        await choose(pilot, app, "三级标题")
        section = next(it for it in current(app).sections if "权责清单" in it.title)
        assert (section.level, section.kind) == (3, "measures_results")
        assert "heading" in current(app).corrected


async def test_themes_of_a_measure_are_marked_and_taken_together(library: Library) -> None:
    app = opened(library)
    async with app.run_test(size=SMALL) as pilot:
        await go_to(pilot, app, "公布权责清单")
        await pilot.press("C")
        # It begins with what one is at.
        assert app.screen._matters[app.screen.chosen].key == "measure"  # type: ignore[attr-defined]
        await pilot.press("enter")
        await choose(pilot, app, "政务公开", "tab")
        await choose(pilot, app, "数字法治", "tab")
        await pilot.press("enter")
        await settled(pilot, app)
        report = current(app)
        themes = {report.slice(it): it.themes for it in report.measures}
        assert themes["公布权责清单12项。"] == ("openness", "digital")


async def test_a_correction_is_undone_and_all_of_them(library: Library) -> None:
    app = opened(library)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("C")
        await choose(pilot, app, "发文单位", "u")
        assert "这一项没有更正过" in said(app)
        await pilot.press("U")
        assert "这份报告没有更正过" in said(app)
        for matter, words in (("成文日期", "2024-03-01"), ("发文单位", "潭溪街道")):
            await choose(pilot, app, matter)
            await choose(pilot, app, "另写")
            await write(pilot, app, words)
            if "只此一份" in drawn.text(app):
                await choose(pilot, app, "只此一份")
            await pilot.press("C")
        assert "潭溪街道（已更正）" in drawn.text(app)
        await choose(pilot, app, "发文单位", "u")
        assert (current(app).issuer, current(app).issuer_kind) == ("潭溪镇", "town")
        assert current(app).date == "2024-03-01"
        assert "已撤销更正：发文单位" in said(app)
        await pilot.press("C", "U", "down", "U")
        assert current(app).corrected == ("date",)
        await pilot.press("U")
        await settled(pilot, app)
        assert current(app).corrected == ()
        assert current(app).date == "2024-01-15"


async def test_leaving_changes_nothing(library: Library) -> None:
    app = opened(library)
    async with app.run_test(size=SMALL) as pilot:
        before = current(app)
        await pilot.press("C")
        await choose(pilot, app, "发文单位")
        await choose(pilot, app, "另写")
        await pilot.press(*"乱写", "escape")
        assert "发文单位：潭溪镇，更正为" in drawn.text(app)
        await pilot.press("escape")
        assert app.screen._matters[app.screen.chosen].key == "issuer"  # type: ignore[attr-defined]
        await pilot.press("escape")
        assert app.screen is app.home
        assert current(app) is before
    with library.read() as reader:
        assert reader.all_corrections() == {}


async def test_a_library_of_others_is_left_as_it_is_and_that_is_said(read_only: Library) -> None:
    app = opened(read_only)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("C")
        await choose(pilot, app, "年份")
        await choose(pilot, app, "另写")
        await write(pilot, app, "2021")
        assert names(app) == ["潭溪镇2021", "云岭镇2023"]
        assert any("不能写入，更正已保存在本机" in it for it in said(app)), said(app)
        # The list agrees, and what is done in one window is known in the other.
        await pilot.press("a")
        assert "潭溪镇2021" in drawn.text(app)
        await pilot.press("escape", "C")
        await choose(pilot, app, "年份", "u")
        assert names(app) == ["潭溪镇2023", "云岭镇2023"]
    assert load_corrections() == {}


async def test_a_report_of_a_shared_library_is_put_right_for_oneself(
    library: Library, tmp_path: Path
) -> None:
    own = Library(tmp_path / "own.sqlite3", load_corrections)
    index(own, [write_report(tmp_path / "own.txt", "白石镇", 2023)], Ways(words=False))
    app = opened(JointLibrary([library, own]))
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("C")
        await choose(pilot, app, "年份")
        await choose(pilot, app, "另写")
        await write(pilot, app, "2021")
        assert names(app) == ["潭溪镇2021", "云岭镇2023"]
        assert any("更正已保存在本机，只对自己有效" in it for it in said(app))
        sha256 = current(app).sha256
        assert list(load_corrections()) == [sha256]
        await pilot.press("C")
        await choose(pilot, app, "年份", "u")
        assert names(app) == ["潭溪镇2023", "云岭镇2023"]
    with own.read() as reader:
        assert reader.all_corrections() == {}
    assert load_corrections() == {}


async def test_a_draft_is_not_put_right(library: Library, tmp_path: Path) -> None:
    draft = write_report(tmp_path / "草稿.txt", "白石镇")
    app = BrowserApp(library, [str(draft)])
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("C")
        assert app.screen is app.home
        assert any("草稿不在报告库中" in it for it in said(app))


async def test_what_another_window_put_right_is_kept_and_seen(library: Library) -> None:
    app = opened(library)
    async with app.run_test(size=SMALL) as pilot:
        sha256 = current(app).sha256
        with library.write() as writer:
            writer.correct(sha256, [Correction("date", "2024-02-02")])
            writer.reparse(stored(library, sha256))
        await pilot.press("C")
        assert "2024-02-02（已更正）" in drawn.text(app)
        await choose(pilot, app, "年份")
        await choose(pilot, app, "另写")
        await write(pilot, app, "2021")
        assert (current(app).year, current(app).date) == (2021, "2024-02-02")
    assert set(stored(library, sha256).corrected) == {"date", "year"}


async def test_what_is_open_stays_open_as_it_was(library: Library) -> None:
    app = opened(library, "潭溪镇@2022", "潭溪镇@2023", "云岭镇@2023")
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("p", "r", "r", "tab", "s", "]")
        top, mode, pinned = app.home.viewport.top, app.home.opened.mode, app.home.opened.pinned
        await pilot.press("C")
        await choose(pilot, app, "发布日期")
        await choose(pilot, app, "另写")
        await write(pilot, app, "2024-03-03")
        opened_now = app.home.opened
        assert (opened_now.mode, opened_now.pinned) == (mode, pinned)
        assert app.home.viewport.top == top
        assert len(opened_now.reports) == 3


async def test_years_that_are_none_any_more_give_way(library: Library) -> None:
    app = opened(library, "潭溪镇@2023")
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("c")
        assert names(app) == ["潭溪镇2022", "潭溪镇2023"]
        await pilot.press("C")
        await choose(pilot, app, "年份")
        await choose(pilot, app, "另写")
        await write(pilot, app, "2024")
        assert names(app) == ["潭溪镇2022", "潭溪镇2024"]
        await pilot.press("C")
        await choose(pilot, app, "发文单位")
        await choose(pilot, app, "另写")
        await write(pilot, app, "白石镇")
        await choose(pilot, app, "只此一份")
        assert not app.home.opened.in_years
        assert any("已退出历年对照" in it for it in said(app))
        assert names(app) == ["白石镇2024"]


async def test_what_is_in_doubt_is_said_above_and_where_it_is_settled(
    library: Library, tmp_path: Path
) -> None:
    nameless = tmp_path / "柳溪镇.txt"
    nameless.write_text(
        "2023年法治政府建设年度报告\n一、主要举措和成效\n开展执法检查12次。\n", "utf-8"
    )
    index(library, [nameless], Ways(words=False))
    app = opened(library, "柳溪镇@2023")
    async with app.run_test(size=SMALL) as pilot:
        assert "单位、地区存疑" in drawn.lines(app)[0]
        await pilot.press("C")
        assert "柳溪镇（发文单位取自文件名）" in drawn.text(app)
        assert "存疑：发文单位取自文件名" in drawn.text(app)
        await choose(pilot, app, "发文单位")
        await choose(pilot, app, "另写")
        await write(pilot, app, "柳溪镇")
        assert "单位" not in drawn.lines(app)[0]
        assert "地区存疑" in drawn.lines(app)[0]


async def test_search_and_its_preview_agree_at_once(library: Library) -> None:
    app = opened(library)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("/", *"权责清单 镇:潭溪镇")
        await until(pilot, lambda: app.screen.finished)  # type: ignore[attr-defined]
        assert "2023" in drawn.text(app)
        await pilot.press("escape", "1", "C")
        await choose(pilot, app, "年份")
        await choose(pilot, app, "另写")
        await write(pilot, app, "2019")
        await pilot.press("/")
        await until(pilot, lambda: app.screen.finished and "2019" in drawn.text(app))  # type: ignore[attr-defined]
        assert "潭溪镇2023" not in drawn.text(app)


async def test_a_mark_is_offered_only_where_several_may_be_meant(library: Library) -> None:
    app = opened(library)
    async with app.run_test(size=SMALL) as pilot:
        await go_to(pilot, app, "公布权责清单")
        await pilot.press("C", "enter")
        assert "Tab 标记" in drawn.lines(app)[-1]
        await pilot.press("escape")
        await settled(pilot, app)
        await choose(pilot, app, "年份 ")
        assert "标记" not in drawn.lines(app)[-1]
        assert "Enter 选定" in drawn.lines(app)[-1]
