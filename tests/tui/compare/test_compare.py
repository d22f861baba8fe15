"""The compare screen: real flows on real libraries."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import drawn
import made
import pytest
from compared import said, tops
from handmade import Draft, plain
from textual.app import SuspendNotSupported
from textual.events import Key
from textual.pilot import Pilot
from textual.widgets import Static

from tuibrowser.model.report import Report
from tuibrowser.state.workspaces import workspace_file
from tuibrowser.store.library import Library
from tuibrowser.tui.app import BrowserApp
from tuibrowser.tui.compare.commands import COMPARE
from tuibrowser.tui.compare.screen import CompareScreen
from tuibrowser.tui.library.picker import PickerScreen
from tuibrowser.tui.messages import OpenReports
from tuibrowser.tui.pages.page import Page
from tuibrowser.tui.pages.viewport import Viewport
from tuibrowser.tui.table import REGISTRY

WIDE = (120, 40)
SMALL = (80, 24)

Make = Callable[..., BrowserApp]


@pytest.fixture
def app_on(tmp_path: Path) -> Make:
    """Makes an app on a library of hand-made reports, opened as named."""

    def build(*reports: Report, refs: tuple[str, ...] = ()) -> BrowserApp:
        library = made.library(tmp_path / "library.sqlite3", reports)
        return BrowserApp(library, refs)

    return build


def three() -> list[Report]:
    return [plain("甲镇", repeat=20), plain("乙镇", repeat=3), plain("丙乡", repeat=8)]


def issuers(app: BrowserApp) -> list[str | None]:
    return [report.issuer for report in app.home.opened.reports]


async def test_reports_stand_level_side_by_side(app_on: Make) -> None:
    app = app_on(*three())
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("]", "]")
        first = drawn.lines(app)[2]
        assert first.count("二、存在的不足和原因") == 3
        assert tops(app) == app.home.viewport.tops


async def test_the_first_frame_is_whole(app_on: Make) -> None:
    app = app_on(*three())
    async with app.run_test(size=WIDE):
        text = drawn.text(app)
    for words in ("按部分对齐", "某县 甲镇2023", "一、主要举措和成效", "a 添加报告"):
        assert words in text


async def test_adding_a_report_from_the_list(app_on: Make) -> None:
    app = app_on(*three(), refs=("甲镇@2023",))
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("a")
        assert isinstance(app.screen, PickerScreen)
        await pilot.press(*"丙乡", "enter")
        await pilot.pause()
        assert issuers(app) == ["甲镇", "丙乡"]
        assert "【某省 某市 某县 丙乡2023】" in drawn.lines(app)[1]


async def test_closing_all_reports_says_what_to_do(app_on: Make) -> None:
    app = app_on(*three())
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("x", "x", "x")
        assert issuers(app) == []
        assert "还没有打开报告" in drawn.text(app)
        await pilot.press("j", "]", "t", "n", "y", "z", "r", "s", "d", "x", "tab", "<", "escape")
        assert app.is_running


async def test_adding_to_an_empty_desk(app_on: Make) -> None:
    app = app_on(*three())
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("x", "x", "x", "a", "enter")
        await pilot.pause()
        assert len(app.home.opened.reports) == 1
        assert "一、主要举措和成效" in drawn.text(app)


async def test_moving_through_the_parts_shows_where_one_is(app_on: Make) -> None:
    app = app_on(*three())
    async with app.run_test(size=WIDE) as pilot:
        for number, part in enumerate(
            ("主要举措和成效", "存在的不足和原因", "党政主要负责人履职", "下一年度主要安排"),
            start=1,
        ):
            await pilot.press("]")
            assert f"规定内容 {number}/5 {part}" in drawn.lines(app)[0]
        await pilot.press("[")
        assert "规定内容 3/5" in drawn.lines(app)[0]
        await pilot.press("home", "[")
        assert "已是第一部分" in said(app)


async def test_all_ways_of_scrolling_keep_panes_level(app_on: Make) -> None:
    app = app_on(*three())
    async with app.run_test(size=SMALL) as pilot:
        for key in ("j", "down", "pagedown", "space", "k", "G", "pageup", "b", "g", "end", "up"):
            await pilot.press(key)
            assert len(set(tops(app))) == 1
            assert tops(app) == app.home.viewport.tops
        assert tops(app)[0] > 0


async def test_panes_scroll_apart_when_told_and_level_again(app_on: Make) -> None:
    app = app_on(*three())
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("s", "s", "j", "j", "j")
        assert tops(app) == [3, 0, 0]
        assert "各自滚动" in drawn.lines(app)[0]
        await pilot.press("tab", "j")
        assert tops(app) == [3, 1, 0]
        await pilot.press("s")
        assert tops(app) == [1, 1, 1]


async def test_the_wheel_scrolls_all_panes_by_the_same(app_on: Make) -> None:
    app = app_on(*three())
    async with app.run_test(size=WIDE) as pilot:
        window = next(iter(app.home.query(Page)))
        await pilot._post_mouse_events([_wheel_down()], window)
        await pilot.pause()
        assert tops(app) == [3, 3, 3]


def _wheel_down() -> type:
    from textual.events import MouseScrollDown

    return MouseScrollDown


async def test_levelling_by_theme_and_in_own_order(app_on: Make) -> None:
    app = app_on(*three())
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("r")
        assert "按工作领域对齐" in drawn.lines(app)[0]
        await pilot.press("t", "t")
        assert drawn.lines(app)[2].count("〔矛盾纠纷化解〕") == 3
        await pilot.press("r")
        assert "按工作事项对齐" in drawn.lines(app)[0]
        await pilot.press("r")
        assert "各按原文顺序" in drawn.lines(app)[0]
        await pilot.press("r")
        assert "按部分对齐" in drawn.lines(app)[0]


async def test_another_level_keeps_the_words_at_the_top(app_on: Make) -> None:
    app = app_on(*three())
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("]", "]", "]")
        assert "三、党政主要负责人" in drawn.lines(app)[2]
        for _ in range(4):
            await pilot.press("r")
            assert "三、党政主要负责人" in "\n".join(drawn.lines(app)[2:5])


@pytest.mark.parametrize("size", [(80, 24), (45, 20), (160, 50), (60, 10)])
async def test_another_size_keeps_the_words_in_sight(app_on: Make, size: tuple[int, int]) -> None:
    app = app_on(*three())
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("]", "t")
        assert "（二）扎实化解矛盾纠纷" in drawn.lines(app)[2]
        await pilot.resize_terminal(*size)
        await pilot.pause()
        assert "（二）扎实化解矛盾纠纷" in "\n".join(drawn.lines(app)[2:5])
        assert tops(app) == app.home.viewport.tops


async def test_zoom_shows_one_report_alone_at_the_same_place(app_on: Make) -> None:
    app = app_on(*three())
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("]", "]", "tab", "z")
        assert drawn.lines(app)[3].count("二、存在的不足和原因") == 1
        assert "甲镇2023】" in "\n".join(drawn.lines(app)[:3])
        await pilot.press("tab")
        assert "乙镇2023】" in "\n".join(drawn.lines(app)[:3])
        assert "二、存在的不足和原因" in drawn.lines(app)[3]
        await pilot.press("escape")
        assert drawn.lines(app)[2].count("二、存在的不足和原因") == 3


async def test_moving_a_report(app_on: Make) -> None:
    app = app_on(*three())
    async with app.run_test(size=WIDE) as pilot:
        before = issuers(app)
        await pilot.press(">")
        assert issuers(app) == [before[1], before[0], before[2]]
        await pilot.press("<", "<")
        assert issuers(app) == before


async def test_reports_that_do_not_fit_are_paged(app_on: Make) -> None:
    app = app_on(*three())
    async with app.run_test(size=SMALL) as pilot:
        names = [f"{issuer}2023" for issuer in issuers(app)]
        assert f"[{names[0]}]  [{names[1]}]  {names[2]}" in drawn.lines(app)[1]
        await pilot.press("tab", "tab")
        assert f"{names[0]}  [{names[1]}]  [{names[2]}]" in drawn.lines(app)[1]


async def test_a_narrow_screen_shows_one_report_and_tabs(app_on: Make) -> None:
    app = app_on(*three())
    async with app.run_test(size=(50, 20)) as pilot:
        assert len(tops(app)) == 1
        first = issuers(app)[0]
        assert f"[{first}2023]" in drawn.lines(app)[1]
        await pilot.press("tab")
        assert f"[{issuers(app)[1]}2023]" in drawn.lines(app)[1]


@pytest.mark.parametrize("size", [(39, 20), (80, 9), (10, 3), (1, 1)])
async def test_a_screen_too_small_says_so_and_recovers(app_on: Make, size: tuple[int, int]) -> None:
    app = app_on(*three())
    async with app.run_test(size=size) as pilot:
        if size[0] > 35:
            assert "窗口太小，请放大到至少 40 列、10 行" in drawn.text(app)
        await pilot.press("j", "]", "tab")
        await pilot.resize_terminal(*SMALL)
        await pilot.pause()
        assert "一、主要举措和成效" in drawn.text(app)


@pytest.mark.parametrize(
    "size", [(40, 10), (59, 12), (60, 24), (80, 24), (100, 30), (150, 45), (250, 70)]
)
async def test_no_line_is_wider_than_the_screen(app_on: Make, size: tuple[int, int]) -> None:
    from rich.cells import cell_len

    app = app_on(*three(), plain("丁镇"), plain("戊镇"))
    async with app.run_test(size=size) as pilot:
        await pilot.press("]", "d")
        lines = drawn.lines(app)
        assert len(lines) == size[1]
        assert max(map(cell_len, lines)) <= size[0]
        assert drawn.lines(app)[-1].strip().endswith("? 帮助")


async def test_figures_are_marked_and_visited(app_on: Make) -> None:
    app = app_on(*three())
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("n")
        assert "当前报告没有标注。按 d 标注差异，按 / 检索" in said(app)
        await pilot.press("d")
        assert "数据 3" in drawn.lines(app)[0]
        await pilot.press("n", "n")
        assert "数据 2/3" in drawn.lines(app)[0]
        assert "68件" in "\n".join(drawn.lines(app)[2:])
        await pilot.press("n", "n")
        assert "已是最后一处标注" in said(app)
        await pilot.press("N")
        assert "数据 2/3" in drawn.lines(app)[0]
        await pilot.press("d")
        assert "数据" not in drawn.lines(app)[0]


def about(issuer: str, *measures: str) -> Report:
    draft = Draft(issuer).title(f"{issuer}2023年法治政府建设情况报告")
    draft.head("一、", "矛盾纠纷化解", "measures_results", "mediation")
    for measure in measures:
        draft.measure(measure, "mediation")
    return draft.report()


TOLD_ALIKE = "发放宣传资料3000余份，接受群众咨询"


async def test_one_key_marks_one_kind_of_difference_after_another(app_on: Make) -> None:
    first = about("甲镇", "依托“说事亭”调解邻里纠纷。", f"入村设点{TOLD_ALIKE}。", "推行首违不罚。")
    second = about("乙镇", "依托综治中心调解邻里纠纷。", f"年内{TOLD_ALIKE}。")
    app = app_on(first, second, refs=("甲镇@2023", "乙镇@2023"))
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("d")
        assert "数据 0" in drawn.lines(app)[0]
        await pilot.press("d")
        assert "独有表述 3" in drawn.lines(app)[0]
        lines = drawn.lines(app)
        (told,) = (line for line in lines if "说事亭" in line)
        # A sign before the text says it, too, in each pane for itself.
        assert told.startswith("+    依托“说事亭”")
        assert "│+    依托综治中心" in told
        await pilot.press("n", "n")
        assert "独有表述 2/3" in drawn.lines(app)[0]
        await pilot.press("y")
        assert app.clipboard.startswith("入村设点")
        await pilot.press("d")
        assert "相同表述 1" in drawn.lines(app)[0]
        await pilot.press("n")
        assert "相同表述 1/1" in drawn.lines(app)[0]
        assert app.home.highlights.current is not None
        start, end = app.home.highlights.current[1:]
        assert first.text[start:end] == TOLD_ALIKE
        await pilot.press("d")
        assert "表述" not in drawn.lines(app)[0]
        assert not any(line.startswith(("+", "=")) for line in drawn.lines(app))


async def test_keys_do_not_wait_for_all_marks_to_be_found(
    app_on: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tuibrowser.tui.compare.highlights._SLICE", 0)
    first = about("甲镇", *["依托“说事亭”调解邻里纠纷。"] * 300)
    second = about("乙镇", "依托综治中心调解邻里纠纷。")
    app = app_on(first, second, refs=("甲镇@2023", "乙镇@2023"))
    known: list[int | None] = []
    scroll = Viewport.scroll

    def note(view: Viewport, lines: int) -> None:
        known.append(app.home.stops.count)
        scroll(view, lines)

    monkeypatch.setattr(Viewport, "scroll", note)
    async with app.run_test(size=WIDE) as pilot:
        for key in "ddj":
            app.post_message(Key(key, key))
        await pilot.pause()
        while app.home.stops.count is None or not known:
            await pilot.pause()
        await pilot.pause()
        assert known == [None]
        assert "独有表述 300" in drawn.lines(app)[0]


async def test_marks_are_told_apart_without_colours(
    app_on: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    lead = "在县委的正确领导下，"
    reports = [about("甲镇", f"{lead}依托“说事亭”调解邻里纠纷。"), about("乙镇", "调解邻里纠纷。")]
    app = app_on(*reports, refs=("甲镇@2023", "乙镇@2023"))
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("d", "d")
        (line,) = (n for n, told in enumerate(drawn.lines(app)) if "说事亭" in told)
        styles = drawn.styles(app, line)
        assert styles["+"].bold
        assert styles["依托“说事亭"].underline
        assert not styles["”调解邻里纠纷。"].underline
        assert styles["在县委的正确领导下"].dim
        assert not styles["”调解邻里纠纷。"].dim
        await pilot.press("n")
        assert drawn.styles(app, line)["依托“说事亭"].reverse


async def test_others_that_are_out_of_sight_are_compared_with(app_on: Make) -> None:
    reports = [about("甲镇", "依托“说事亭”调解邻里纠纷。"), about("乙镇", "调解邻里纠纷。")]
    app = app_on(*reports, refs=("甲镇@2023", "乙镇@2023"))
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("d", "d")
        assert "独有表述 1" in drawn.lines(app)[0]
        await pilot.press("z")
        assert "独有表述 1" in drawn.lines(app)[0]
        await pilot.press("z")
        await pilot.resize_terminal(50, 20)
        await pilot.pause()
        assert "独有表述 1" in drawn.lines(app)[0]
        assert any(line.startswith("+") for line in drawn.lines(app))


async def test_marks_follow_what_is_open_and_how(app_on: Make) -> None:
    reports = [
        about("甲镇", "依托“说事亭”调解邻里纠纷。"),
        about("乙镇", "调解邻里纠纷。"),
        about("丙乡", "依托“说事亭”调解邻里纠纷。"),
    ]
    app = app_on(*reports, refs=("丙乡@2023", "甲镇@2023", "乙镇@2023"))
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("d", "d")
        assert "独有表述 0" in drawn.lines(app)[0]
        await pilot.press("x")
        assert issuers(app) == ["甲镇", "乙镇"]
        assert "独有表述 1" in drawn.lines(app)[0]
        await pilot.press("x")
        assert "独有表述 0" in drawn.lines(app)[0]
        await pilot.press("n")
        assert "当前报告没有独有表述。按 d 换一种标注，按 / 检索" in said(app)


async def test_what_was_found_goes_before_other_marks(app_on: Make) -> None:
    reports = [about("甲镇", "依托“说事亭”调解邻里纠纷。"), about("乙镇", "调解邻里纠纷。")]
    app = app_on(*reports, refs=("乙镇@2023", "甲镇@2023"))
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("d", "d")
        start = reports[0].text.index("邻里")
        found = (reports[0].sha256, start, start + 2)
        app.post_message(OpenReports((reports[0].sha256,), at=found[:2], hits=(found,)))
        await pilot.pause()
        assert "检索结果 1/1" in drawn.lines(app)[0]
        await pilot.press("escape")
        assert "独有表述 1" in drawn.lines(app)[0]


async def test_found_passages_open_where_they_stand(app_on: Make) -> None:
    reports = three()
    app = app_on(*reports, refs=("乙镇@2023",))
    async with app.run_test(size=SMALL) as pilot:
        report = reports[0]
        start = report.text.index("第19季度")
        found = (report.sha256, start, start + 5)
        app.post_message(OpenReports((report.sha256,), at=found[:2], hits=(found,)))
        await pilot.pause()
        assert issuers(app) == ["乙镇", "甲镇"]
        body = drawn.lines(app)[2:]
        assert "第19季度" in "\n".join(body[:8])
        assert "检索结果 1/1" in drawn.lines(app)[0]
        await pilot.press("escape")
        assert "检索结果" not in drawn.lines(app)[0]


async def test_several_hits_each_stand_in_sight(app_on: Make) -> None:
    reports = three()
    app = app_on(*reports, refs=("乙镇@2023",))
    async with app.run_test(size=WIDE) as pilot:
        hits = []
        for report, words in ((reports[0], "第17季度"), (reports[2], "执法力量")):
            start = report.text.index(words)
            hits.append((report.sha256, start, start + len(words)))
        app.post_message(
            OpenReports(tuple(sha256 for sha256, _, _ in hits), hits[0][:2], tuple(hits))
        )
        await pilot.pause()
        text = drawn.text(app)
        assert "第17季度" in text
        assert "执法力量" in text
        assert any("已改为各自滚动；按 s 可恢复同步滚动" in it for it in said(app))
        assert app.home.opened.current is not None
        assert app.home.opened.current.sha256 == reports[0].sha256


async def test_a_report_that_is_gone_is_said(app_on: Make) -> None:
    app = app_on(*three())
    async with app.run_test(size=SMALL) as pilot:
        app.post_message(OpenReports(("0" * 64,)))
        await pilot.pause()
        assert any("报告库中已没有这份报告" in sentence for sentence in said(app))
        assert len(issuers(app)) == 3


async def test_copying_adds_the_source(app_on: Make) -> None:
    app = app_on(*three(), refs=("甲镇@2023",))
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("]", "]", "j", "y")
        assert app.clipboard == "一是执法力量不足。\n（甲镇2023年报告，二、“存在的不足和原因”）"
        assert any("已发送至终端剪贴板" in sentence for sentence in said(app))
        await pilot.press("Y")
        assert app.clipboard.startswith("二、存在的不足和原因\n一是执法力量不足。\n")


async def test_copying_takes_the_mark_one_went_to(app_on: Make) -> None:
    app = app_on(*three(), refs=("甲镇@2023",))
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("d", "n", "n", "y")
        assert app.clipboard.startswith("调解各类矛盾纠纷68件")


async def test_the_header_says_where_copying_takes_from(app_on: Make) -> None:
    app = app_on(plain("甲镇", repeat=2), refs=("甲镇@2023",))
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("f", *"执法力量不足", "enter")
        await pilot.pause()
        assert "规定内容 2/5 存在的不足和原因" in drawn.lines(app)[0]
        await pilot.press("]")
        assert "规定内容 1/5 主要举措和成效" in drawn.lines(app)[0]
        await pilot.press("y")
        assert "一、“主要举措和成效”" in app.clipboard


async def test_plain_view_leaves_the_screen_to_the_text(
    app_on: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = app_on(*three(), refs=("甲镇@2023",))

    @contextmanager
    def nothing(*_: object) -> Iterator[None]:  # there is no terminal here
        yield

    printed: list[str] = []
    monkeypatch.setattr("tuibrowser.tui.terminal.plain.show", printed.append)
    monkeypatch.setattr(app, "suspend", nothing)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("]", "]", "v")
    assert "二、存在的不足和原因\n一是执法力量不足。\n（甲镇2023年报告" in printed[0]


async def test_plain_view_where_the_terminal_cannot(app_on: Make) -> None:
    app = app_on(*three())
    async with app.run_test(size=WIDE) as pilot:
        with pytest.raises(SuspendNotSupported), app.suspend():
            pass
        await pilot.press("v")
        assert "此终端不支持纯文本查看" in said(app)


@pytest.mark.parametrize(
    "words", ["[b]", "[/]", "[x=1]", "[附件1]", "[@click=app.quit]退出[/]", "\\[b]"]
)
async def test_brackets_in_a_report_are_only_text(app_on: Make, words: str) -> None:
    report = dataclasses.replace(plain("甲镇"), title=f"报告{words}")
    draft = (
        Draft(f"丙{words}镇").title(f"报告{words}").head("一、", f"工作{words}", "measures_results")
    )
    draft.measure(f"调解{words}纠纷12件。", "mediation").figure(f"{words}纠纷12件", 12, "件")
    app = app_on(draft.report(), report, refs=())
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("d", "n", "y", "r", "z", "z")
        text = drawn.text(app)
        assert f"调解{words}纠纷12件" in text
        assert f"丙{words}镇2023" in text
        await pilot.press("a")
        assert f"丙{words}镇2023" in drawn.text(app)


async def test_escape_sequences_never_reach_the_terminal(app_on: Make) -> None:
    draft = Draft("甲镇").title("报告").head("一、", "工作", "measures_results")
    draft.measure("调解\x1b[31m纠纷\x07\u202e12件。", "mediation")
    app = app_on(draft.report())
    async with app.run_test(size=SMALL):
        text = drawn.text(app)
    assert "调解�[31m纠纷��12件" in text
    assert not {"\x1b", "\x07", "\u202e"} & set(text)


FULL_WIDTH = {
    "】": "]", "【": "[", "》": ">", "《": "<", "ｊ": "j", "Ｇ": "G", "ｚ": "z", "ｄ": "d",
    "ｒ": "r", "ｘ": "x", "　": "space", "ａ": "a", "？": "?", "：": ":", "、": "/", "／": "/",
    "２": "2",
}  # fmt: skip


@pytest.mark.parametrize("key", FULL_WIDTH)
async def test_a_full_width_key_does_what_its_twin_does(tmp_path: Path, key: str) -> None:
    library = made.library(tmp_path / "library.sqlite3", three())
    seen = []
    for pressed in (key, FULL_WIDTH[key]):
        app = BrowserApp(library)
        async with app.run_test(size=SMALL) as pilot:
            await pilot.press("]", "tab", pressed)
            await pilot.pause()
            seen.append(drawn.lines(app))
        workspace_file(library.path).unlink()
    assert seen[0] == seen[1]


async def test_a_chinese_character_outside_an_input_explains_itself(app_on: Make) -> None:
    app = app_on(*three())
    async with app.run_test(size=SMALL) as pilot:
        before = drawn.lines(app)[:10]
        await pilot.press("搜", "索")
        assert said(app) == ["当前为中文输入状态，请按 Shift 切换为英文"]
        assert drawn.lines(app)[:10] == before


async def test_q_at_home_quits_and_elsewhere_returns(app_on: Make) -> None:
    app = app_on(*three())
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("/")
        assert not isinstance(app.screen, CompareScreen)
        await pilot.press("escape", "q")
        assert isinstance(app.screen, CompareScreen)
        await pilot.press("q")
    assert app.return_code == 0


async def test_ctrl_c_asks_before_it_quits(app_on: Make) -> None:
    app = app_on(*three())
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("ctrl+c")
        assert said(app) == ["再按一次 Ctrl+C 退出"]
        await pilot.press("ctrl+c")
    assert app.return_code == 0


async def test_selecting_with_the_mouse_stays_in_one_pane(app_on: Make) -> None:
    app = app_on(*three())
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("]")
        await _drag(pilot, (5, 3), (100, 4))
        await pilot.press("ctrl+c")
        copied = app.clipboard
    first = app.home.opened.reports[0]
    assert copied
    assert copied.replace("\n", "") in first.text.replace("\n", "")
    assert "\n" not in copied.strip() or len(copied.splitlines()) < 4


async def _drag(pilot: Pilot[None], begin: tuple[int, int], end: tuple[int, int]) -> None:
    await pilot.mouse_down(offset=begin)
    await pilot.hover(offset=end)
    await pilot.mouse_up(offset=end)
    await pilot.pause()


async def test_every_command_of_the_screen_is_there(app_on: Make) -> None:
    app = app_on(*three())
    async with app.run_test(size=SMALL):
        for command in REGISTRY.own(COMPARE):
            name = command.action.partition("(")[0]
            assert callable(getattr(app.home, f"action_{name}", None)), command.id
        for command in REGISTRY.general():
            name = command.action.removeprefix("app.").partition("(")[0]
            assert callable(getattr(app, f"action_{name}", None)), command.id


async def test_the_samples_compare(sample_library: Library) -> None:
    app = BrowserApp(sample_library)
    async with app.run_test(size=(200, 60)) as pilot:
        await pilot.press("r", "t", "t", "d", "n", "]", "]", "z", "z")
        assert app.home.opened.reports
        assert not app.query(Static).filter(".error")
        assert "规定内容" in drawn.lines(app)[0]


async def test_the_header_leads_from_the_place_to_the_theme(app_on: Make) -> None:
    app = app_on(*three(), refs=("甲镇@2023",))
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("]", "t")
        crumbs = "某省 某市 某县 › 甲镇2023 › 规定内容 1/5 主要举措和成效 › 矛盾纠纷化解"
        assert drawn.lines(app)[0].endswith(crumbs)
        await pilot.resize_terminal(72, 24)
        # What stands in the title below goes first.
        assert "按部分对齐" in drawn.lines(app)[0]
        assert drawn.lines(app)[0].endswith("  规定内容 1/5 主要举措和成效 › 矛盾纠纷化解")


async def test_moving_apart_names_the_key_that_ends_it(app_on: Make) -> None:
    app = app_on(*three())
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("s", "s")
        assert "各自滚动（按 s 更改）" in drawn.lines(app)[0]


async def test_a_second_text_of_an_issuer_and_year_is_told_apart(app_on: Make) -> None:
    first, second = plain("甲镇"), dataclasses.replace(plain("甲镇", repeat=9), file="2.txt")
    app = app_on(first, second, plain("乙镇"), refs=("甲镇@2023", "甲镇@2023#2"))
    async with app.run_test(size=WIDE):
        assert drawn.lines(app)[1].count("甲镇2023") == 2
        assert drawn.lines(app)[1].count("（第 2 份）") == 1


async def test_with_nothing_open_the_footer_offers_what_works(app_on: Make) -> None:
    app = app_on(plain("甲镇"))
    async with app.run_test(size=WIDE) as pilot:
        assert "移出" in drawn.lines(app)[-1]
        await pilot.press("x")
        assert drawn.lines(app)[-1].split("  ") == [" a 添加报告", "/ 检索", "? 帮助"]
