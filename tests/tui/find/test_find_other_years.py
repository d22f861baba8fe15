"""From a hit to the same matter in the township's other years, side by side."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import drawn
import made
import pytest
from finding import until
from textual.pilot import Pilot

from tuibrowser.store.library import Library
from tuibrowser.tui.app import BrowserApp
from tuibrowser.tui.find.hits import HitList
from tuibrowser.tui.find.other_years import OtherYearsScreen
from tuibrowser.tui.find.screen import FindScreen

SAID = {
    2021: "聘请律师参与合同审查。",
    2022: "调处矛盾纠纷87件，做到小事不出村。",
    2023: "调处矛盾纠纷96件，做到小事不出村。",
    2024: "健全联调机制，调处各类矛盾纠纷102件，小事不出村。",
}


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """柳溪镇 in four years; another township in a fifth."""
    reports = [
        made.report("柳溪镇", year, [text, "印发年度工作要点。"]) for year, text in SAID.items()
    ]
    other = made.report("望河乡", 2020, ["调处矛盾纠纷96件，做到小事不出村。"])
    return made.library(tmp_path / "library.sqlite3", [*reports, other])


async def look(pilot: Pilot[None], app: BrowserApp, *keys: str) -> None:
    """From 2023's hit to the other years."""
    await pilot.press("/", *"96件 镇:柳溪", "escape")
    find = app.get_screen("find")
    assert isinstance(find, FindScreen)
    await until(pilot, lambda: find.finished)
    await pilot.press(*keys)
    assert isinstance(app.screen, OtherYearsScreen)
    await until(pilot, lambda: "报告中没有相近内容的年份" in drawn.text(app))


def opened(app: BrowserApp) -> list[tuple[str | None, int | None]]:
    return [(report.issuer, report.year) for report in app.home.opened.reports]


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (60, 14)])
@pytest.mark.parametrize("key", ["c", "=", "ｃ"])
async def test_each_year_says_how_near_it_comes(
    library: Library, size: tuple[int, int], key: str
) -> None:
    app = BrowserApp(library, ["望河乡@2020"])
    async with app.run_test(size=size) as pilot:
        await look(pilot, app, key)
        lines = drawn.lines(app)
        notes = {"2024": "表述有调整", "2023": "本条", "2022": "仅数据不同"}
        for year, note in notes.items():
            (line,) = (line for line in lines if f"柳溪镇 {year} " in line)
            assert line.rstrip().endswith(note)
        assert "报告中没有相近内容的年份：2021" in drawn.text(app)
        assert "报告库中没有报告的年份：2020" in drawn.text(app)
        assert lines[-1].startswith(" Enter 并排打开")


async def test_the_words_of_the_chosen_year_stand_above_one_s_own(library: Library) -> None:
    app = BrowserApp(library, ["望河乡@2020"])
    async with app.run_test(size=(120, 40)) as pilot:
        await look(pilot, app, "c")
        shown = drawn.text(app)
        assert shown.index("2024年（表述有调整）") < shown.index("2023年（本条）")
        await pilot.press("down", "down")
        await pilot.pause()
        shown = drawn.text(app)
        assert shown.index("2022年（仅数据不同）") < shown.index("2023年（本条）")
        assert "2024年（" not in shown


async def test_enter_opens_the_years_side_by_side_oldest_first(library: Library) -> None:
    app = BrowserApp(library, ["望河乡@2020"])
    async with app.run_test(size=(120, 40)) as pilot:
        await look(pilot, app, "c")
        await pilot.press("enter")
        await until(pilot, lambda: app.screen is app.home)
        assert opened(app)[1:] == [("柳溪镇", 2022), ("柳溪镇", 2023), ("柳溪镇", 2024)]
        for text in ("87", "96", "102"):
            assert text in drawn.text(app)


@pytest.mark.parametrize(
    ("keys", "year"), [((), 2024), (("down",), 2023), (("down", "down"), 2022)]
)
async def test_the_year_that_was_chosen_is_the_one_that_keys_act_on(
    library: Library, keys: tuple[str, ...], year: int
) -> None:
    app = BrowserApp(library, ["望河乡@2020"])
    async with app.run_test(size=(80, 24)) as pilot:
        await look(pilot, app, "c")
        await pilot.press(*keys, "enter")
        await until(pilot, lambda: app.screen is app.home)
        assert f"柳溪镇{year}】" in drawn.text(app)


async def test_marked_years_alone_are_opened_beside_one_s_own(library: Library) -> None:
    app = BrowserApp(library, ["望河乡@2020"])
    async with app.run_test(size=(120, 40)) as pilot:
        await look(pilot, app, "c")
        await pilot.press("down", "down", "tab", "enter")
        await until(pilot, lambda: app.screen is app.home)
        assert opened(app)[1:] == [("柳溪镇", 2022), ("柳溪镇", 2023)]


async def test_escape_comes_back_to_the_hits(library: Library) -> None:
    app = BrowserApp(library, ["望河乡@2020"])
    async with app.run_test(size=(120, 40)) as pilot:
        await look(pilot, app, "c")
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, FindScreen))
        assert app.screen.query_one(HitList).chosen is not None
        assert opened(app) == [("望河乡", 2020)]


async def test_a_text_of_nobody_has_no_other_years(tmp_path: Path) -> None:
    nobody = replace(made.report("某镇", 2023, ["调处矛盾纠纷。"]), issuer=None, is_report=False)
    app = BrowserApp(made.library(tmp_path / "library.sqlite3", [nobody]))
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await pilot.press("/", *"纠纷", "escape")
        find = app.get_screen("find")
        assert isinstance(find, FindScreen)
        await until(pilot, lambda: find.finished)
        await pilot.press("c")
        await until(pilot, lambda: "不能查其他年份" in drawn.text(app))
        assert app.screen is find
