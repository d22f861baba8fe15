"""Counts by year and by township under the input, and filtering with them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import drawn
import made
import pytest
from finding import Gate, Host, search, until
from textual.app import App, ComposeResult

from tuibrowser.model.report import Place
from tuibrowser.model.search import Filters
from tuibrowser.search.facets import FacetTally
from tuibrowser.store.library import Library
from tuibrowser.tui.find.commands import FIND_COUNTS
from tuibrowser.tui.find.question import Counts
from tuibrowser.tui.find.screen import FindScreen
from tuibrowser.tui.find.tallies import Tallies
from tuibrowser.tui.table import REGISTRY

SUBJECTS = {"柳溪镇": "竹农茶农", "白石桥镇": "窑工石匠", "望河乡": "船家渔户"}


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """宣传 four times in 2023 and three times in 2022; 柳溪镇 has most of it."""
    reports = [
        made.report(town, 2021 + number, [f"面向{who}开展宣传。", f"为{who}调解纠纷。", *more])
        for town, both in SUBJECTS.items()
        for number, who, more in (
            (1, both[:2], []),
            (2, both[2:], ["编印宣传画册。"] * (town == "柳溪镇")),
        )
    ]
    return made.library(tmp_path / "library.sqlite3", reports)


def rows(app: Host) -> tuple[str, str]:
    """The two lines of counts."""
    years = next(line for line in drawn.lines(app) if line.startswith(" 年份"))
    issuers = next(line for line in drawn.lines(app) if line.startswith(" 单位"))
    return years.strip(), issuers.strip()


async def test_counts_stand_beside_the_hits(library: Library) -> None:
    app = Host(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await search(pilot, app, "宣传")
        assert rows(app) == ("年份  2023 4  2022 3", "单位  柳溪镇 3  望河乡 2  白石桥镇 2")


@pytest.mark.parametrize("enter", [("shift+tab",), ("escape", "f")])
async def test_a_year_is_chosen_and_let_go_with_the_keyboard(
    library: Library, enter: tuple[str, ...]
) -> None:
    app = Host(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await search(pilot, app, "宣传")
        await pilot.press(*enter, "right", "enter")
        await until(pilot, lambda: app.find.finished)
        assert {hit.passage.year for hit in app.hits.hits} == {2022}
        # The other years still say what they have; the townships, what they have in this one.
        assert rows(app) == ("年份  2023 4  [2022 3]", "单位  望河乡 1  白石桥镇 1  柳溪镇 1")
        await pilot.press("enter")
        await until(pilot, lambda: app.find.finished)
        assert len(app.hits.hits) == 7


async def test_year_and_township_narrow_together_and_stay_for_the_next_query(
    library: Library,
) -> None:
    app = Host(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await search(pilot, app, "宣传")
        await pilot.press("shift+tab", "enter", "down", "enter")
        await until(pilot, lambda: app.find.finished)
        assert {(hit.passage.issuer, hit.passage.year) for hit in app.hits.hits} == {
            ("柳溪镇", 2023)
        }
        await pilot.press("escape")
        assert app.typing
        await pilot.press("ctrl+u")
        await search(pilot, app, "调解")
        assert [hit.passage.text for hit in app.hits.hits] == ["为茶农调解纠纷。"]
        assert rows(app)[0] == "年份  [2023 1]  2022 1"
        await pilot.press("escape", "F")
        await until(pilot, lambda: app.find.finished)
        assert len(app.hits.hits) == 6


async def test_what_was_chosen_is_to_be_seen_where_it_has_nothing(library: Library) -> None:
    app = Host(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await search(pilot, app, "宣传")
        await pilot.press("shift+tab", "right", "enter", "escape", "ctrl+u")
        await search(pilot, app, "画册")
        assert rows(app)[0] == "年份  [2022 0]  2023 1"
        assert "限定的范围内没有“画册”" in drawn.text(app)
        # What lies outside is shown instead, and said to.
        assert [hit.note for hit in app.hits.hits] == ["在限定范围之外"]
        await pilot.press("shift+tab", "backspace")
        await until(pilot, lambda: app.find.finished)
        assert [hit.note for hit in app.hits.hits] == [None]


async def test_a_click_chooses_and_typing_goes_on(library: Library) -> None:
    app = Host(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await search(pilot, app, "宣")
        x = len(" 单位") + 2 + len("  柳溪镇 3  ") + 3
        await pilot.click(Tallies, offset=(x, 1))
        await until(pilot, lambda: app.find.finished)
        assert {hit.passage.issuer for hit in app.hits.hits} == {"望河乡"}
        await search(pilot, app, "传")
        assert app.typing
        assert len(app.hits.hits) == 2
        await pilot.click(Tallies, offset=(x, 1))
        await until(pilot, lambda: app.find.finished)
        assert len(app.hits.hits) == 7


@pytest.mark.parametrize("key", ["escape", "shift+tab", "ｆ"])
async def test_leaving_the_counts_goes_back_to_where_one_was(library: Library, key: str) -> None:
    app = Host(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await search(pilot, app, "宣传")
        await pilot.press("shift+tab")
        assert "Enter 选定" in drawn.lines(app)[-1]
        await pilot.press(key)
        assert app.typing
        await pilot.press("escape", "f", key)
        assert app.focused is None
        assert app.hits.index == 0
        await pilot.press("j")
        assert app.hits.index == 1


async def test_counts_never_hold_up_hits_and_old_ones_are_taken_away(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = Host(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await search(pilot, app, "宣传")
        gate = Gate(monkeypatch, "counts")
        await pilot.press("backspace", "backspace", *"调解")
        await until(pilot, gate.reached.is_set)
        assert {hit.passage.text[-5:] for hit in app.hits.hits} == {"调解纠纷。"}
        assert rows(app) == ("年份  …", "单位  …")
        await pilot.press(*"纠纷")
        assert not app.find.settled
        gate.open()
        await until(pilot, lambda: app.find.finished)
        assert rows(app)[0] == "年份  2023 3  2022 3"


async def test_a_filter_alone_lists_what_passes_it(library: Library) -> None:
    app = Host(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await search(pilot, app, "宣传")
        await pilot.press("shift+tab", "right", "enter", "escape", "ctrl+u")
        await until(pilot, lambda: app.find.finished)
        assert {hit.passage.year for hit in app.hits.hits} == {2022}
        await pilot.press("escape", "F")
        await until(pilot, lambda: "领域:普法" in drawn.text(app))


async def test_on_a_low_screen_counts_come_when_they_are_asked_for(library: Library) -> None:
    app = Host(library)
    async with app.run_test(size=(60, 12)) as pilot:
        await search(pilot, app, "宣传")
        assert "年份" not in drawn.text(app)
        await pilot.press("shift+tab")
        await pilot.pause()
        assert rows(app)[0] == "年份  2023 4  2022 3"


async def test_where_nothing_is_found_there_are_no_empty_counts(library: Library) -> None:
    app = Host(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await search(pilot, app, "龘靐")
        assert "没有结果" in drawn.text(app)
        assert "年份  " not in drawn.text(app)


async def test_with_nothing_to_count_the_key_says_so(library: Library) -> None:
    app = Host(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("shift+tab")
        assert app.said == ["还没有可以筛选的年份和单位"]
        assert app.typing


async def test_reports_without_year_or_issuer_are_chosen_like_others(
    tmp_path: Path,
) -> None:
    unknown = made.report("柳溪镇", 2023, ["面向竹农开展宣传。"])
    nobody = replace(unknown, sha256="b" * 64, file="b.txt", issuer=None)
    undated = replace(unknown, sha256="c" * 64, file="c.txt", year=None)
    app = Host(made.library(tmp_path / "library.sqlite3", [unknown, nobody, undated]))
    async with app.run_test(size=(80, 24)) as pilot:
        await search(pilot, app, "宣传")
        assert rows(app) == ("年份  2023 2  未注明年份 1", "单位  柳溪镇 2  未注明单位 1")
        await pilot.press("shift+tab", "right", "enter")
        await until(pilot, lambda: app.find.finished)
        assert [hit.passage.report for hit in app.hits.hits] == ["c" * 64]
        assert rows(app) == ("年份  2023 2  [未注明年份 1]", "单位  柳溪镇 1")
        await pilot.press("enter")
        await until(pilot, lambda: app.find.finished)
        await pilot.press("down", "right", "enter")
        await until(pilot, lambda: app.find.finished)
        assert [hit.passage.report for hit in app.hits.hits] == ["b" * 64]
        assert rows(app)[1] == "单位  柳溪镇 2  [未注明单位 1]"


class Line(App[None]):
    """The counts alone."""

    def compose(self) -> ComposeResult:
        yield Tallies()

    @property
    def tallies(self) -> Tallies:
        return self.query_one(Tallies)

    def row(self, y: int) -> str:
        return self.tallies.render_line(y).text.rstrip()


async def test_a_count_that_stopped_says_so() -> None:
    app = Line()
    async with app.run_test(size=(60, 2)):
        app.tallies.show(Counts((FacetTally(2023, 1000, False), FacetTally(None, 3, True)), ()))
        assert app.row(0) == " 年份  2023 1000+  未注明年份 3"
        assert app.row(1) == " 单位  无"


async def test_many_townships_are_cut_and_scrolled_by_pointing() -> None:
    app = Line()
    issuers = tuple(FacetTally(f"第{number}乡镇", 50 - number, True) for number in range(50))
    async with app.run_test(size=(60, 2)) as pilot:
        app.tallies.show(Counts((FacetTally(2023, 9, True),), issuers))
        assert app.row(1).endswith("…")
        app.tallies.focus()
        await pilot.press("down", *["right"] * 30)
        assert "第30乡镇 20" in app.row(1)
        await pilot.press(*["right"] * 40)
        assert app.row(1).endswith("第49乡镇 1")
        await pilot.press(*["left"] * 60)
        assert app.row(1).startswith(" 单位  第0乡镇 50")
        for _ in range(50):
            assert len(app.row(1)) <= 60
            await pilot.press("right")


async def test_names_are_no_instructions() -> None:
    app = Line()
    async with app.run_test(size=(80, 2)):
        app.tallies.show(Counts((), (FacetTally("柳\x1b[31m[b]溪\n镇", 1, True),)))
        assert "\x1b" not in app.row(1)
        assert "[b]" in app.row(1)
        app.tallies._toggle(1, app.tallies._rows[1][0])
        assert app.tallies.chosen == Filters(issuers=("柳\x1b[31m[b]溪\n镇",))


def test_the_screen_names_its_counts_to_help() -> None:
    assert FIND_COUNTS in REGISTRY.parts(FindScreen.SPEC)


async def test_townships_of_one_name_are_counted_and_chosen_apart(tmp_path: Path) -> None:
    places = {"甲溪县": 3, "乙河县": 2}
    reports = [
        replace(
            made.report("城关镇", 2023, ["组织宣传。"] * count),
            sha256=f"{count:064x}",
            file=f"{county}.txt",
            place=Place(county=county, township="城关镇"),
        )
        for county, count in places.items()
    ]
    reports.append(replace(made.report("白河乡", 2023, ["开展宣传。"]), place=Place()))
    library = made.library(tmp_path / "library.sqlite3", reports)
    with library.write() as writer:
        writer.share_places()
    app = Host(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await search(pilot, app, "宣传")
        assert rows(app)[1] == "单位  甲溪县城关镇 3  乙河县城关镇 2  白河乡 1"
        await pilot.press("shift+tab", "down", "right", "enter")
        await until(pilot, lambda: app.find.finished)
        assert [hit.passage.unit for hit in app.hits.hits] == ["乙河县城关镇"]
        assert rows(app)[1] == "单位  甲溪县城关镇 3  [乙河县城关镇 2]  白河乡 1"


async def test_a_place_that_is_asked_for_says_what_it_may_have_passed_over(tmp_path: Path) -> None:
    placed = replace(made.report("柳溪镇", 2023, ["组织宣传。"]), place=Place(county="甲溪县"))
    nowhere = replace(made.report("白河乡", 2023, ["开展宣传。"]), place=Place())
    library = made.library(tmp_path / "library.sqlite3", [placed, nowhere])
    app = Host(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await search(pilot, app, "宣传 地:甲溪")
        assert any("另有 1 份未写明地区" in line for line in drawn.lines(app))
        await search(pilot, app, "宣传")
        assert not any("未写明地区" in line for line in drawn.lines(app))
