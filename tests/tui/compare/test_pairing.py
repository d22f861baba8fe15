"""Measures put together and apart by hand, and kept so."""

from __future__ import annotations

from pathlib import Path

import drawn
import made
import pytest
from compared import said
from handmade import Draft

from tuibrowser.model.report import Report
from tuibrowser.state.pairings import load_pairings
from tuibrowser.store.library import Library
from tuibrowser.tui.app import BrowserApp

SIZE = (120, 40)

ALIKE = "组织人民调解员走访入户，排查化解各类矛盾纠纷{}件，调解成功率达到百分之九十八。"
OPENNESS = "通过政府网站公开各类政务信息{}条。"
CONTRACTS = "法律顾问审查各类合同{}份并提出修改意见。"


def report(town: str, *measures: str) -> Report:
    draft = Draft(town).title(f"{town}报告").head("一、", "主要举措和成效", "measures_results")
    for measure in measures:
        draft.measure(measure)
    return draft.report()


@pytest.fixture
def library(tmp_path: Path) -> Library:
    first = report("甲镇", ALIKE.format(12), OPENNESS.format(340))
    second = report("乙镇", ALIKE.format(57), CONTRACTS.format(8))
    return made.library(tmp_path / "library.sqlite3", [first, second])


def in_one_line(app: BrowserApp, left: str, right: str) -> bool:
    return any(left in line and right in line for line in drawn.lines(app))


async def go_to(app: BrowserApp, words: str) -> None:
    """Bring the measure that holds ``words`` to the top."""
    home = app.home
    current = home.opened.current
    assert current is not None
    home.viewport.go_offset(home.viewport.active, current.text.index(words), below=0)
    home.place()


async def test_a_pair_is_parted_and_stays_so(library: Library) -> None:
    app = BrowserApp(library, ["甲镇@2023", "乙镇@2023"])
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("u")
        assert "请先按工作事项对齐" in said(app)
        await pilot.press("r", "r")
        assert "按工作事项对齐" in drawn.lines(app)[0]
        assert in_one_line(app, "纠纷12件", "纠纷57件")
        await go_to(app, "组织人民")
        await pilot.press("u")
        assert any("要重新配对，请在两处各按一次 U" in it for it in said(app))
        await go_to(app, "甲镇报告")
        assert not in_one_line(app, "纠纷12件", "纠纷57件")
        await go_to(app, "通过政府")
        await pilot.press("u")
        assert "这一工作事项没有配对" in said(app)
        await pilot.press("q")
    (pairing,) = load_pairings()
    assert not pairing.joined
    again = BrowserApp(library)
    async with again.run_test(size=SIZE) as pilot:
        await pilot.press("g")
        assert "按工作事项对齐" in drawn.lines(again)[0]
        assert not in_one_line(again, "纠纷12件", "纠纷57件")


async def test_two_measures_are_joined_with_one_key(library: Library) -> None:
    app = BrowserApp(library, ["甲镇@2023", "乙镇@2023"])
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("r", "r")
        assert not in_one_line(app, "信息340条", "合同8份")
        await go_to(app, "通过政府")
        await pilot.press("Ｕ")
        assert "已选定“通过政府网站公开各类政…”，请到另一份报告的事项上再按一次" in said(app)
        assert "已选定一项，待配对" in drawn.lines(app)[0]
        await pilot.press("escape")
        assert "待配对" not in drawn.lines(app)[0]
        await pilot.press("U", "tab")
        await go_to(app, "法律顾问")
        await pilot.press("U")
        await go_to(app, "乙镇报告")
        assert in_one_line(app, "信息340条", "合同8份")
        assert "待配对" not in drawn.lines(app)[0]
    assert [it.joined for it in load_pairings()] == [True]


@pytest.mark.parametrize("key", ["x", "="])
async def test_a_chosen_measure_is_let_go_of_with_its_report(tmp_path: Path, key: str) -> None:
    later = made.report("甲镇", 2024, [OPENNESS.format(400)])
    reports = [made.report("甲镇", 2023, [ALIKE.format(12)]), report("乙镇", ALIKE.format(57))]
    library = made.library(tmp_path / "library.sqlite3", [*reports, later])
    app = BrowserApp(library, ["甲镇@2023", "乙镇@2023"])
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("r", "r")
        await go_to(app, "组织人民")
        await pilot.press("U")
        assert "待配对" in drawn.lines(app)[0]
        await pilot.press(key)
        assert "待配对" not in drawn.lines(app)[0]
        app.home.opened.active = app.home.opened.index(reports[1].sha256) or 0
        app.home.rearrange()
        await go_to(app, "组织人民")
        await pilot.press("U")
        assert "待配对" in drawn.lines(app)[0]
        assert "已配对" not in said(app)
    assert load_pairings() == ()


async def test_what_was_said_last_of_two_measures_counts(library: Library) -> None:
    app = BrowserApp(library, ["甲镇@2023", "乙镇@2023"])
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("r", "r")
        await go_to(app, "组织人民")
        await pilot.press("u", "U", "U")
        assert "已取消选定" in said(app)
        await pilot.press("U", "tab")
        await go_to(app, "组织人民")
        await pilot.press("U")
        await go_to(app, "乙镇报告")
        assert in_one_line(app, "纠纷12件", "纠纷57件")
    assert [it.joined for it in load_pairings()] == [True]
