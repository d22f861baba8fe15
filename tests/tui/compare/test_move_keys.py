"""Getting about: the outline, letters, back and forward, 查找."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import drawn
import made
import pytest
from compared import names, said, tops
from handmade import Draft, plain

from tuibrowser.model.report import Report
from tuibrowser.state.marks import load_marks, marks_file
from tuibrowser.store.library import Library
from tuibrowser.tui.app import BrowserApp
from tuibrowser.tui.compare.outline_screen import OutlineScreen

WIDE = (120, 40)
SMALL = (80, 24)

Make = Callable[..., BrowserApp]


@pytest.fixture
def app_on(tmp_path: Path) -> Make:
    """Makes an app on a library of hand-made reports, opened as named."""

    def build(*reports: Report, refs: tuple[str, ...] = ()) -> BrowserApp:
        path = tmp_path / "library.sqlite3"
        if not path.exists():
            made.library(path, reports)
        return BrowserApp(Library(path), refs)

    return build


def two() -> list[Report]:
    return [plain("甲镇", repeat=20), plain("乙镇", repeat=3)]


OPENED = ("甲镇@2023", "乙镇@2023")


async def test_the_outline_counts_measures_and_leads_there(app_on: Make) -> None:
    bare = Draft("丙乡").title("丙乡报告").head("一、", "主要举措和成效", "measures_results")
    bare.measure("调解纠纷4件。", "mediation")
    app = app_on(plain("甲镇", repeat=20), bare.report(), refs=("甲镇@2023", "丙乡@2023"))
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("g", "i")
        assert isinstance(app.screen, OutlineScreen)
        lines = [line.split() for line in drawn.lines(app)]
        assert ["1", "主要举措和成效", "21", "1"] in [line[:4] for line in lines]
        assert ["普法宣传", "20", "-"] in [line[:3] for line in lines]
        assert ["3", "党政主要负责人履职", "1", "未单列"] in [line[:4] for line in lines]
        # From the first part: two themes below it, the second part, its theme, the third part.
        await pilot.press("j", "down", "j", "j", "j", "enter")
        await pilot.pause()
        assert "规定内容 3/5" in drawn.lines(app)[0]
        assert "三、党政主要负责人" in drawn.lines(app)[2]
        await pilot.press("Ｏ", "escape")
        assert "规定内容 3/5" in drawn.lines(app)[0]


async def test_the_longest_theme_of_the_outline_does_not_touch_its_count(app_on: Make) -> None:
    draft = Draft("甲镇").head("一、", "工作情况", "measures_results")
    draft.measure("聘请法律顾问2名。", "review")
    app = app_on(draft.report(), refs=("甲镇@2023",))
    async with app.run_test(size=(40, 10)) as pilot:
        await pilot.press("i")
        await pilot.pause()
        assert any("合法性审查与法律顾问 1" in line for line in drawn.lines(app))


@pytest.mark.parametrize("size", [(40, 10), (80, 24), (120, 40), (200, 60)])
async def test_the_outline_names_the_year_of_every_report(
    app_on: Make, size: tuple[int, int]
) -> None:
    long = "青棠县自然资源和规划综合行政执法大队"
    app = app_on(plain("白石桥新镇"), plain(long), refs=("白石桥新镇@2023", f"{long}@2023"))
    async with app.run_test(size=size) as pilot:
        await pilot.press("i")
        await pilot.pause()
        title = next(line for line in drawn.lines(app) if "目录（工作事项数）" in line)
        assert title.split("│")[0].count("2023") == min(2, size[0] // 40)
        assert "白石桥新镇2023" in title or size[0] == 40
        # So do the tabs and the titles of the panes.
        await pilot.press("escape", "tab")
        named = [line for line in drawn.lines(app)[:3] if "大队2023" in line or "…2023" in line]
        assert named
        assert not any("2…" in line or "20…" in line for line in drawn.lines(app)[:3])


async def test_a_theme_that_only_another_report_has_is_gone_to_there(app_on: Make) -> None:
    draft = Draft("乙镇").title("乙镇报告").head("一、", "主要举措和成效", "measures_results")
    draft.measure("公开信息12条。", "openness")
    app = app_on(plain("甲镇", repeat=20), draft.report(), refs=OPENED)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("g", "i")
        at = next(n for n, row in enumerate(app.screen._rows) if row.theme == "openness")  # type: ignore[attr-defined]
        app.screen.choose(at)  # type: ignore[attr-defined]
        await pilot.press("enter")
        await pilot.pause()
        assert names(app)[app.home.opened.active] == "乙镇2023"
        assert "政务公开" in drawn.lines(app)[0]


async def test_back_and_forward(app_on: Make) -> None:
    app = app_on(*two(), refs=OPENED)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("g", "]", "]", "G")
        end = tops(app)
        await pilot.press("H")
        assert "二、存在的不足和原因" in drawn.lines(app)[2]
        await pilot.press("alt+left")
        assert "一、主要举措和成效" in drawn.lines(app)[2]
        await pilot.press("L", "alt+right")
        assert tops(app) == end
        await pilot.press("L")
        assert "没有可以前进的位置" in said(app)


@pytest.mark.parametrize(
    "keys",
    [
        ("g", "g"),
        ("[",),
        ("T",),
        ("i", "escape"),
        ("f", "没有的话", "enter"),
        ("f", "没有的话", "escape"),
        ("u",),
        ("n",),
    ],
)
async def test_a_jump_that_leads_nowhere_is_no_place_to_come_back_to(
    app_on: Make, keys: tuple[str, ...]
) -> None:
    app = app_on(*two(), refs=OPENED)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("]", "H")
        assert tops(app) == [0, 0]
        for key in keys:
            await pilot.press(*([key] if key.isascii() else key))
        assert tops(app) == [0, 0]
        # What one came back from is still ahead.
        await pilot.press("L")
        assert tops(app) == [4, 4]


async def test_back_leads_past_reports_that_were_closed(app_on: Make) -> None:
    app = app_on(*two(), refs=OPENED)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("g", "]", "]", "tab", "]", "]", "]", "x")
        assert names(app) == ["甲镇2023"]
        await pilot.press("H", "H", "H", "H", "H", "H", "H")
        assert names(app) == ["甲镇2023"]
        assert tops(app) == app.home.viewport.tops == [0]


async def test_a_letter_leads_back_also_after_a_new_start(app_on: Make) -> None:
    app = app_on(*two(), refs=OPENED)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("g", "]", "]", "j", "m", "ｋ")
        assert "已记为 k，按 ' 再按 k 回到这里" in said(app)
        await pilot.press("g", "‘")
        assert "k  甲镇2023：一是执法力量不足。" in drawn.text(app)
        await pilot.press("k")
        await pilot.pause()
        assert "一是执法力量不足。" in "\n".join(drawn.lines(app)[2:15])
        assert "规定内容 1/5" in drawn.lines(app)[0]
        await pilot.press("x", "q")
    mark = load_marks()["k"]
    report = two()[0]
    assert (mark.report, report.text[mark.start : mark.end]) == (
        report.sha256,
        "一是执法力量不足。",
    )
    again = app_on()
    async with again.run_test(size=WIDE) as pilot:
        assert names(again) == ["乙镇2023"]
        await pilot.press("'", "down", "enter")
        await pilot.pause()
        assert names(again) == ["乙镇2023", "甲镇2023"]
        assert again.home.opened.active == 1
        assert "一是执法力量不足。" in drawn.text(again)


async def test_letters_that_mark_nothing_and_keys_that_are_none(app_on: Make) -> None:
    app = app_on(*two(), refs=OPENED)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("'", "7")
        assert "请按一个英文字母；若为中文输入状态，先按 Shift 切换" in said(app)
        await pilot.press("Z")
        await pilot.pause()
        assert "还没有记为 Z 的位置，按 m 再按 Z 可以记下" in said(app)
        await pilot.press("m", "escape")
        assert not marks_file().exists()


async def test_a_letter_of_another_library_names_it(app_on: Make, tmp_path: Path) -> None:
    app = app_on(*two(), refs=OPENED)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("m", "a")
    path = app.session.library.path.absolute()
    other = made.library(tmp_path / "另一个.sqlite3", [plain("丙乡")])
    again = BrowserApp(other)
    async with again.run_test(size=WIDE) as pilot:
        await pilot.press("'", "a")
        await pilot.pause()
        assert f"这份报告取自另一个报告库 {path}，请退出后加 --db 打开那个报告库" in said(again)


async def test_marks_of_reports_that_are_gone_and_damaged_marks(app_on: Make) -> None:
    marks_file().parent.mkdir(parents=True)
    mark = {"report": "0" * 64, "start": 1, "end": 2, "words": "己镇2020：没有了"}
    marks_file().write_text(json.dumps({"version": 1, "marks": {"a": mark}}), "utf-8")
    app = app_on(*two(), refs=OPENED)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("'", "a")
        await pilot.pause()
        assert "报告库中已没有这份报告，可能已被移除或替换" in said(app)
    marks_file().write_text("{", "utf-8")
    app = app_on(refs=OPENED)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("m", "a")
        assert any("字母标记无法读取" in sentence for sentence in said(app))
    assert set(load_marks()) == {"a"}


async def test_looking_up_goes_along_with_what_is_typed(app_on: Make) -> None:
    app = app_on(*two(), refs=OPENED)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("g", "f", *"执法")
        await pilot.pause()
        assert "查找“执法” 1/2" in drawn.lines(app)[0]
        assert "一是执法力量不足。" in drawn.text(app)
        await pilot.press("backspace", "backspace", *"第17季度")
        await pilot.pause()
        assert "第17季度" in "\n".join(drawn.lines(app)[2:])
        assert "查找“第17季度” 1/1" in drawn.lines(app)[0]
        await pilot.press("enter")
        assert "? 帮助" in drawn.lines(app)[-1]
        assert "n/N 下一处" in drawn.lines(app)[-1]
        await pilot.press("H")
        assert tops(app) == [0, 0]


async def test_letting_go_of_a_search_leads_back(app_on: Make) -> None:
    app = app_on(*two(), refs=OPENED)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("g", "j", "j")
        before = drawn.lines(app)
        await pilot.press("f", *"安排", "escape")
        assert drawn.lines(app) == before


async def test_a_click_beside_the_line_leaves_it_open(app_on: Make) -> None:
    app = app_on(*two(), refs=OPENED)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("f", *"执法")
        await pilot.click(offset=(90, 10))
        await pilot.press(*"力量")
        await pilot.pause()
        assert "查找“执法力量” 1/2" in drawn.lines(app)[0]
        await pilot.press("escape")
        assert "? 帮助" in drawn.lines(app)[-1]
        assert "查找" not in drawn.lines(app)[0]


async def test_next_goes_on_in_the_next_report(app_on: Make) -> None:
    app = app_on(*two(), refs=OPENED)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("g", "f", *"执法", "down")
        await pilot.pause()
        assert "查找“执法” 2/2" in drawn.lines(app)[0]
        assert names(app)[app.home.opened.active] == "乙镇2023"
        await pilot.press("enter", "n")
        assert "已是最后一处标注" in said(app)
        await pilot.press("N")
        assert "查找“执法” 1/2" in drawn.lines(app)[0]
        assert names(app)[app.home.opened.active] == "甲镇2023"
        await pilot.press("escape")
        assert "查找" not in drawn.lines(app)[0]


async def test_what_is_not_there_is_said(app_on: Make) -> None:
    app = app_on(*two(), refs=OPENED)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("f", *"垃圾分类")
        await pilot.pause()
        assert "查找“垃圾分类” 没有找到" in drawn.lines(app)[0]
        await pilot.press("down", "enter")
        assert app.focused is None


async def test_what_only_an_unseen_report_says_brings_it_up(app_on: Make) -> None:
    draft = Draft("丙乡").title("丙乡报告").head("一、", "工作", "measures_results")
    draft.measure("垃圾分类工作有序。")
    app = app_on(*two(), draft.report(), refs=(*OPENED, "丙乡@2023"))
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("g", "f", *"ljfl")
        await pilot.pause()
        assert "垃圾分类工作有序" in drawn.text(app)
        assert names(app)[app.home.opened.active] == "丙乡2023"
        await pilot.press("escape")
        assert names(app)[app.home.opened.active] == "甲镇2023"


async def test_the_three_ways_to_move_together(app_on: Make) -> None:
    app = app_on(*two(), refs=OPENED)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("g", "s", "s")
        await pilot.press("j", "j")
        parted = tops(app)
        assert len(set(parted)) == 2
        await pilot.press("s", "s", "j")
        assert len(set(tops(app))) == 2 or "按行" in drawn.lines(app)[0]
        await pilot.press("s", "s")
        assert len(set(tops(app))) == 1
