"""Which reports are open, in what order, and which of them fit."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from handmade import plain
from hypothesis import given
from hypothesis import strategies as st

from tuibrowser.tui.compare.grids import pane_width, panes_that_fit
from tuibrowser.tui.compare.open_reports import OpenReports

TOWNS = [plain(name) for name in ("甲镇", "乙镇", "丙乡", "丁街道", "戊镇")]


def names(opened: OpenReports) -> list[str | None]:
    return [report.issuer for report in opened.reports]


def open_reports(count: int) -> OpenReports:
    opened = OpenReports()
    opened.open(TOWNS[:count])
    return opened


def test_reports_open_right_of_the_active_one() -> None:
    opened = open_reports(3)
    assert names(opened) == ["甲镇", "乙镇", "丙乡"]
    opened.active = 0
    opened.open([TOWNS[3]])
    assert names(opened) == ["甲镇", "丁街道", "乙镇", "丙乡"]
    assert opened.current is TOWNS[3]


def test_an_open_report_is_not_opened_twice() -> None:
    opened = open_reports(3)
    opened.open([TOWNS[0]])
    assert names(opened) == ["甲镇", "乙镇", "丙乡"]
    assert opened.current is TOWNS[0]


def test_closing_activates_the_neighbour_until_none_is_left() -> None:
    opened = open_reports(3)
    opened.close()
    assert (names(opened), opened.current) == (["甲镇", "乙镇"], TOWNS[1])
    opened.close()
    opened.close()
    assert opened.current is None
    opened.close()
    assert opened.reports == []


def test_moving_stops_at_the_ends() -> None:
    opened = open_reports(3)
    assert not opened.move(1)
    assert opened.move(-1)
    assert names(opened) == ["甲镇", "丙乡", "乙镇"]
    assert opened.current is TOWNS[2]


def test_stepping_goes_round() -> None:
    opened = open_reports(3)
    opened.step(1)
    assert opened.current is TOWNS[0]
    opened.step(-1)
    assert opened.current is TOWNS[2]


@pytest.mark.parametrize(
    ("width", "panes"), [(40, 1), (60, 1), (61, 2), (80, 2), (99, 2), (100, 3), (149, 3), (150, 4)]
)
def test_how_many_fit(width: int, panes: int) -> None:
    assert panes_that_fit(width) == panes


@given(st.integers(40, 300))
def test_panes_with_rules_and_blanks_fit_the_screen(width: int) -> None:
    panes = panes_that_fit(width)
    used = 2 + pane_width(width, panes) + (panes - 1) * (pane_width(width, panes) + 3)
    assert used <= width
    assert pane_width(width, panes) >= 24


@given(
    st.integers(1, 5),
    st.lists(st.tuples(st.sampled_from(["step", "move", "close", "zoom"]), st.integers(-1, 1))),
    st.integers(1, 4),
)
def test_the_active_report_is_always_on_the_screen(
    count: int, steps: list[tuple[str, int]], room: int
) -> None:
    opened = open_reports(count)
    for what, by in steps:
        if what == "step":
            opened.step(by)
        elif what == "move":
            opened.move(by)
        elif what == "close":
            opened.close()
        else:
            opened.zoomed = bool(opened.reports) and not opened.zoomed
        shown = opened.shown(room)
        assert len(shown) == (
            min(1, len(opened.reports)) if opened.zoomed else min(room, len(opened.reports))
        )
        assert not opened.reports or opened.active in shown


def test_paging_through_the_strip_keeps_neighbours_in_place() -> None:
    opened = open_reports(5)
    opened.active = 0
    assert opened.shown(2) == tuple(range(2))
    opened.step(1)
    assert opened.shown(2) == tuple(range(2))
    opened.step(1)
    assert opened.shown(2) == tuple(range(1, 3))
    opened.step(-1)
    assert opened.shown(2) == tuple(range(1, 3))


def test_of_several_the_open_ones_come_along_and_are_all_shown() -> None:
    opened = open_reports(4)
    opened.active = 0
    assert opened.shown(3) == tuple(range(3))
    opened.open([TOWNS[0], TOWNS[3]])
    assert names(opened) == ["甲镇", "丁街道", "乙镇", "丙乡"]
    assert opened.shown(3) == tuple(range(3))
    opened.active = 3
    assert opened.shown(2) == tuple(range(2, 4))
    opened.open([TOWNS[4], TOWNS[0]])
    assert names(opened) == ["丁街道", "乙镇", "丙乡", "戊镇", "甲镇"]
    assert opened.shown(2) == tuple(range(3, 5))


@given(st.integers(0, 4), st.lists(st.sampled_from(TOWNS), min_size=1), st.integers(2, 4))
def test_what_is_opened_together_stands_together(
    active: int, wanted: list[object], room: int
) -> None:
    opened = open_reports(4)
    opened.active = min(active, 3)
    opened.shown(room)
    opened.open(wanted)  # type: ignore[arg-type]
    together = list(dict.fromkeys(report.issuer for report in wanted))  # type: ignore[attr-defined]
    shown = [opened.reports[index].issuer for index in opened.shown(room)]
    assert len({report.sha256 for report in opened.reports}) == len(opened.reports)
    if 1 < len(together) <= room:
        at = shown.index(together[0])
        assert shown[at : at + len(together)] == together


def test_the_pinned_report_stays_at_the_left_while_others_page() -> None:
    opened = open_reports(5)
    opened.active = 2
    opened.pin()
    assert names(opened) == ["丙乡", "甲镇", "乙镇", "丁街道", "戊镇"]
    assert opened.shown(3) == (0, 1, 2)
    assert opened.turn(1, 3)
    assert (opened.shown(3), opened.current) == ((0, 3, 4), TOWNS[3])
    assert not opened.turn(1, 3)
    opened.active = 0
    assert opened.shown(3) == (0, 3, 4)
    assert opened.turn(-1, 3)
    assert opened.shown(3) == (0, 1, 2)
    assert not opened.turn(-1, 3)
    opened.active = 4
    assert opened.shown(1) == (4,)
    assert opened.shown(2) == (0, 4)


def test_the_pinned_report_gives_its_place_to_nobody() -> None:
    opened = open_reports(3)
    opened.active = 1
    opened.pin()
    assert not opened.move(1)
    opened.active = 1
    assert not opened.move(-1)
    opened.open([TOWNS[3], TOWNS[1]])
    assert names(opened)[0] == "乙镇"
    assert opened.pinned
    opened.active = 0
    opened.close()
    assert not opened.pinned


def test_pages_of_panes_lose_no_report() -> None:
    opened = open_reports(5)
    opened.active = 0
    seen = set(opened.shown(2))
    while opened.turn(1, 2):
        assert opened.active in opened.shown(2)
        seen |= set(opened.shown(2))
    assert seen == set(range(5))


@given(
    st.integers(1, 5),
    st.lists(
        st.tuples(
            st.sampled_from(["step", "move", "close", "pin", "turn"]), st.sampled_from([-1, 1])
        )
    ),
    st.integers(1, 4),
)
def test_with_a_pinned_report_both_it_and_the_active_one_are_on_the_screen(
    count: int, steps: list[tuple[str, int]], room: int
) -> None:
    opened = open_reports(count)
    for what, by in steps:
        if what == "step":
            opened.step(by)
        elif what == "move":
            opened.move(by)
        elif what == "close":
            opened.close()
        elif what == "pin":
            opened.pin()
        else:
            opened.turn(by, room)
        shown = opened.shown(room)
        assert len(shown) == min(room, len(opened.reports))
        assert list(shown) == sorted(set(shown))
        assert not opened.reports or opened.active in shown
        assert not opened.pinned or room == 1 or 0 in shown


def test_years_lie_oldest_first_and_what_was_open_comes_back() -> None:
    years = [plain("甲镇", year) for year in (2023, 2021, 2022)]
    opened = open_reports(4)
    opened.mode = "theme"
    opened.active = 2
    opened.pin()
    opened.zoomed = True
    before = list(opened.reports)
    opened.compare_years(years[:2], years[0])
    assert opened.in_years
    assert [report.year for report in opened.reports] == [2021, 2023]
    assert opened.current is years[0]
    assert not opened.zoomed
    opened.open([years[2]])
    assert [report.year for report in opened.reports] == [2021, 2022, 2023]
    assert opened.current is years[2]
    # Of two panes one shows the year before.
    assert opened.shown(2) == (0, 1)
    assert not opened.move(1)
    opened.pin()
    assert not opened.pinned
    opened.come_back()
    assert opened.reports == before
    assert (opened.mode, opened.active, opened.pinned, opened.zoomed) == ("theme", 0, True, True)
    assert opened.aside is None


def test_from_the_years_one_comes_back_to_the_report_one_was_reading() -> None:
    years = [plain("甲镇", year) for year in (2021, 2022, 2023)]
    opened = OpenReports()
    opened.open([TOWNS[1], years[0], years[2]])
    opened.compare_years(years, years[2])
    opened.active = 0
    opened.come_back()
    assert opened.current is years[0]
    opened.compare_years(years, years[0])
    opened.active = 1
    opened.come_back()
    assert opened.current is years[0]


def test_a_later_version_of_a_draft_lies_aside_too() -> None:
    draft, now, other = plain("甲镇", 2023), plain("甲镇", 2023, repeat=2), plain("甲镇", 2022)
    opened = OpenReports()
    opened.open([TOWNS[1], draft])
    opened.compare_years([other, draft], draft)
    opened.renew(draft, now)
    assert (opened.reports, opened.active) == ([other, now], 1)
    opened.come_back()
    assert opened.reports == [TOWNS[1], now]
    assert opened.current is now


def test_a_later_version_of_a_draft_leaves_active_what_is() -> None:
    draft, now = plain("甲镇", 2023), plain("甲镇", 2024, repeat=2)
    opened = OpenReports()
    opened.open([TOWNS[1], draft, TOWNS[2]])
    opened.active = 0
    opened.renew(draft, now)
    assert (opened.reports, opened.active) == ([TOWNS[1], now, TOWNS[2]], 0)
    years = [plain("甲镇", 2022), draft]
    opened.compare_years(years, years[0])
    # As it is now, it is of the year before.
    earlier = plain("甲镇", 2021, repeat=2)
    opened.renew(draft, earlier)
    assert opened.reports == [earlier, years[0]]
    assert opened.current is years[0]


def test_who_watches_is_told_of_every_change_of_what_is_open_and_of_nothing_else() -> None:
    opened = OpenReports()
    told: list[list[str | None]] = []
    opened.watch(lambda: told.append(names(opened)))

    def tells(change: Callable[[], object]) -> bool:
        before = len(told)
        change()
        assert told[before:] in ([], [names(opened)])
        return len(told) > before

    years = [plain("甲镇", year) for year in (2021, 2022)]
    assert tells(lambda: opened.open(TOWNS[:3]))
    assert tells(opened.close)
    assert tells(lambda: opened.replace(TOWNS[4]))
    assert tells(lambda: opened.compare_years(years, years[0]))
    assert tells(opened.come_back)
    assert tells(lambda: opened.put_up(TOWNS[1:3], "theme", None))
    assert tells(lambda: opened.put_up([], "section", None))
    opened.put_up(TOWNS[:3], "section", None)
    for change in (opened.pin, opened.next_mode, lambda: opened.move(1), lambda: opened.step(1)):
        assert not tells(change)
    assert not tells(lambda: opened.open([TOWNS[0]]))
    assert not tells(lambda: opened.open([]))
