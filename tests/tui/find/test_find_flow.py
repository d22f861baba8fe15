"""From a word to reports side by side, through the whole app."""

from __future__ import annotations

from pathlib import Path

import drawn
import made
from finding import until
from textual.pilot import Pilot

from tuibrowser.store.library import Library
from tuibrowser.tui.app import BrowserApp
from tuibrowser.tui.find.hits import HitList
from tuibrowser.tui.find.query_input import QueryInput
from tuibrowser.tui.find.screen import FindScreen


def find_screen(app: BrowserApp) -> FindScreen:
    screen = app.get_screen("find")
    assert isinstance(screen, FindScreen)
    return screen


def hits(app: BrowserApp) -> HitList:
    return find_screen(app).query_one(HitList)


async def search(pilot: Pilot[None], app: BrowserApp, words: str) -> None:
    await pilot.press("/")
    await pilot.press(*words)
    await until(pilot, lambda: find_screen(app).settled)


def issuers(app: BrowserApp) -> list[tuple[str | None, int | None]]:
    return [(report.issuer, report.year) for report in app.home.opened.reports]


async def test_two_marked_hits_stand_side_by_side(sample_library: Library) -> None:
    app = BrowserApp(sample_library, ["柳溪镇@2024"])
    async with app.run_test(size=(120, 40)) as pilot:
        await search(pilot, app, "调解 年:2023")
        reports: list[str] = []
        while len(reports) < 2:
            chosen = hits(app).chosen
            assert chosen is not None
            if chosen.passage.report not in reports:
                reports.append(chosen.passage.report)
                await pilot.press("tab")
            await pilot.press("down")
        marked = hits(app).marked
        await pilot.press("enter")
        await pilot.pause()
        assert app.screen is app.home
        assert set(reports) < {report.sha256 for report in app.home.opened.reports}
        assert app.home.opened.current is not None
        assert app.home.opened.current.sha256 == reports[0]
        for hit in marked:
            assert f"{hit.passage.issuer}2023" in drawn.text(app)
        assert drawn.text(app).count("调解") >= 2


async def test_marked_hits_are_both_in_sight_beside_reports_opened_before(
    sample_library: Library,
) -> None:
    app = BrowserApp(sample_library)
    async with app.run_test(size=(80, 24)) as pilot:
        assert len(issuers(app)) > 2
        await search(pilot, app, "调解 镇:望禾 年:2024")
        await pilot.press("tab", "escape")
        await search(pilot, app, "调解 镇:柳溪 年:2021")
        await pilot.press("tab", "enter")
        await pilot.pause()
        titles = drawn.lines(app)[2]
        assert "望禾乡2024" in titles
        assert "柳溪镇2021" in titles


async def test_one_hit_opens_at_its_place(sample_library: Library) -> None:
    app = BrowserApp(sample_library, ["柳溪镇@2021"])
    async with app.run_test(size=(80, 24)) as pilot:
        await search(pilot, app, "镇:白石桥 年:2023 调解力量配置")
        await pilot.press("enter")
        await pilot.pause()
        assert issuers(app) == [("柳溪镇", 2021), ("白石桥镇", 2023)]
        assert "力量" in drawn.text(app)


async def test_coming_back_finds_the_same_hits_and_typing_starts_anew(
    sample_library: Library,
) -> None:
    app = BrowserApp(sample_library)
    async with app.run_test(size=(120, 40)) as pilot:
        await search(pilot, app, "调解")
        await pilot.press("down", "down", "enter")
        await pilot.pause()
        await pilot.press("/")
        await pilot.pause()
        assert hits(app).index == 2
        await pilot.press(*"普法")
        await until(pilot, lambda: find_screen(app).settled)
        assert find_screen(app).query_one(QueryInput).value == "普法"
        await pilot.press("escape", "escape")
        await pilot.pause()
        assert app.screen is app.home


async def test_palette_runs_a_command_of_the_find_screen(sample_library: Library) -> None:
    app = BrowserApp(sample_library)
    async with app.run_test(size=(120, 40)) as pilot:
        await search(pilot, app, "调解")
        await pilot.press("tab", "down", "tab")
        assert len(hits(app).marked) == 2
        await pilot.press("ctrl+p")
        await pilot.press(*"取消全部")
        await pilot.press("enter")
        await pilot.pause()
        assert hits(app).marked == ()
        await pilot.press("ctrl+p")
        await pilot.press(*"最后")
        await pilot.press("enter")
        await pilot.pause()
        assert hits(app).index == len(hits(app).hits) - 1
        assert isinstance(app.focused, QueryInput)


async def test_q_types_in_the_input_and_leaves_outside_of_it(sample_library: Library) -> None:
    app = BrowserApp(sample_library)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("/", "q")
        assert find_screen(app).query_one(QueryInput).value == "q"
        await pilot.press("escape", "q")
        assert app.screen is app.home
        await pilot.press("q")
        await pilot.pause()
        assert app._exit


async def test_sentences_are_never_markup(tmp_path: Path) -> None:
    library = made.library(
        tmp_path / "[b]库[/].sqlite3", [made.report("[x=1]镇", 2023, ["调解[/]纠纷"])]
    )
    app = BrowserApp(library)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        app.say("前[b]中[/]后[x=1]")
        await until(pilot, lambda: "前[b]中[/]后[x=1]" in drawn.text(app))
        library.path.unlink()
        await search(pilot, app, "调")
        # Without its line ends, since a long path is wrapped anywhere.
        said = "".join(line.strip() for line in drawn.lines(app))
        assert "[b]库[/].sqlite3" in said
