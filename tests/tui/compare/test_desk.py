"""Which reports are open, in what order, and which of them fit."""

from __future__ import annotations

import pytest
from handmade import plain
from hypothesis import given
from hypothesis import strategies as st

from tuibrowser.tui.compare.desk import Desk, pane_width, panes_that_fit

TOWNS = [plain(name) for name in ("甲镇", "乙镇", "丙乡", "丁街道", "戊镇")]


def names(desk: Desk) -> list[str | None]:
    return [report.issuer for report in desk.reports]


def desk_of(count: int) -> Desk:
    desk = Desk()
    desk.open(TOWNS[:count])
    return desk


def test_reports_open_right_of_the_active_one() -> None:
    desk = desk_of(3)
    assert names(desk) == ["甲镇", "乙镇", "丙乡"]
    desk.active = 0
    desk.open([TOWNS[3]])
    assert names(desk) == ["甲镇", "丁街道", "乙镇", "丙乡"]
    assert desk.current is TOWNS[3]


def test_an_open_report_is_not_opened_twice() -> None:
    desk = desk_of(3)
    desk.open([TOWNS[0]])
    assert names(desk) == ["甲镇", "乙镇", "丙乡"]
    assert desk.current is TOWNS[0]


def test_closing_activates_the_neighbour_until_none_is_left() -> None:
    desk = desk_of(3)
    desk.close()
    assert (names(desk), desk.current) == (["甲镇", "乙镇"], TOWNS[1])
    desk.close()
    desk.close()
    assert desk.current is None
    desk.close()
    assert desk.reports == []


def test_moving_stops_at_the_ends() -> None:
    desk = desk_of(3)
    assert not desk.move(1)
    assert desk.move(-1)
    assert names(desk) == ["甲镇", "丙乡", "乙镇"]
    assert desk.current is TOWNS[2]


def test_stepping_goes_round() -> None:
    desk = desk_of(3)
    desk.step(1)
    assert desk.current is TOWNS[0]
    desk.step(-1)
    assert desk.current is TOWNS[2]


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
    desk = desk_of(count)
    for what, by in steps:
        if what == "step":
            desk.step(by)
        elif what == "move":
            desk.move(by)
        elif what == "close":
            desk.close()
        else:
            desk.zoomed = bool(desk.reports) and not desk.zoomed
        shown = desk.shown(room)
        assert len(shown) == (
            min(1, len(desk.reports)) if desk.zoomed else min(room, len(desk.reports))
        )
        assert not desk.reports or desk.active in shown


def test_paging_through_the_strip_keeps_neighbours_in_place() -> None:
    desk = desk_of(5)
    desk.active = 0
    assert desk.shown(2) == tuple(range(2))
    desk.step(1)
    assert desk.shown(2) == tuple(range(2))
    desk.step(1)
    assert desk.shown(2) == tuple(range(1, 3))
    desk.step(-1)
    assert desk.shown(2) == tuple(range(1, 3))


def test_of_several_the_open_ones_come_along_and_are_all_shown() -> None:
    desk = desk_of(4)
    desk.active = 0
    assert desk.shown(3) == tuple(range(3))
    desk.open([TOWNS[0], TOWNS[3]])
    assert names(desk) == ["甲镇", "丁街道", "乙镇", "丙乡"]
    assert desk.shown(3) == tuple(range(3))
    desk.active = 3
    assert desk.shown(2) == tuple(range(2, 4))
    desk.open([TOWNS[4], TOWNS[0]])
    assert names(desk) == ["丁街道", "乙镇", "丙乡", "戊镇", "甲镇"]
    assert desk.shown(2) == tuple(range(3, 5))


@given(st.integers(0, 4), st.lists(st.sampled_from(TOWNS), min_size=1), st.integers(2, 4))
def test_what_is_opened_together_stands_together(
    active: int, wanted: list[object], room: int
) -> None:
    desk = desk_of(4)
    desk.active = min(active, 3)
    desk.shown(room)
    desk.open(wanted)  # type: ignore[arg-type]
    together = list(dict.fromkeys(report.issuer for report in wanted))  # type: ignore[attr-defined]
    shown = [desk.reports[index].issuer for index in desk.shown(room)]
    assert len({report.sha256 for report in desk.reports}) == len(desk.reports)
    if 1 < len(together) <= room:
        at = shown.index(together[0])
        assert shown[at : at + len(together)] == together


def test_the_pinned_report_stays_at_the_left_while_others_page() -> None:
    desk = desk_of(5)
    desk.active = 2
    desk.pin()
    assert names(desk) == ["丙乡", "甲镇", "乙镇", "丁街道", "戊镇"]
    assert desk.shown(3) == (0, 1, 2)
    assert desk.turn(1, 3)
    assert (desk.shown(3), desk.current) == ((0, 3, 4), TOWNS[3])
    assert not desk.turn(1, 3)
    desk.active = 0
    assert desk.shown(3) == (0, 3, 4)
    assert desk.turn(-1, 3)
    assert desk.shown(3) == (0, 1, 2)
    assert not desk.turn(-1, 3)
    desk.active = 4
    assert desk.shown(1) == (4,)
    assert desk.shown(2) == (0, 4)


def test_the_pinned_report_gives_its_place_to_nobody() -> None:
    desk = desk_of(3)
    desk.active = 1
    desk.pin()
    assert not desk.move(1)
    desk.active = 1
    assert not desk.move(-1)
    desk.open([TOWNS[3], TOWNS[1]])
    assert names(desk)[0] == "乙镇"
    assert desk.pinned
    desk.active = 0
    desk.close()
    assert not desk.pinned


def test_pages_of_panes_lose_no_report() -> None:
    desk = desk_of(5)
    desk.active = 0
    seen = set(desk.shown(2))
    while desk.turn(1, 2):
        assert desk.active in desk.shown(2)
        seen |= set(desk.shown(2))
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
    desk = desk_of(count)
    for what, by in steps:
        if what == "step":
            desk.step(by)
        elif what == "move":
            desk.move(by)
        elif what == "close":
            desk.close()
        elif what == "pin":
            desk.pin()
        else:
            desk.turn(by, room)
        shown = desk.shown(room)
        assert len(shown) == min(room, len(desk.reports))
        assert list(shown) == sorted(set(shown))
        assert not desk.reports or desk.active in shown
        assert not desk.pinned or room == 1 or 0 in shown


def test_years_lie_oldest_first_and_what_was_open_comes_back() -> None:
    years = [plain("甲镇", year) for year in (2023, 2021, 2022)]
    desk = desk_of(4)
    desk.mode = "theme"
    desk.active = 2
    desk.pin()
    desk.zoomed = True
    before = list(desk.reports)
    desk.compare_years(years[:2], years[0])
    assert desk.in_years
    assert [report.year for report in desk.reports] == [2021, 2023]
    assert desk.current is years[0]
    assert not desk.zoomed
    desk.open([years[2]])
    assert [report.year for report in desk.reports] == [2021, 2022, 2023]
    assert desk.current is years[2]
    # Of two panes one shows the year before.
    assert desk.shown(2) == (0, 1)
    assert not desk.move(1)
    desk.pin()
    assert not desk.pinned
    desk.come_back()
    assert desk.reports == before
    assert (desk.mode, desk.active, desk.pinned, desk.zoomed) == ("theme", 0, True, True)
    assert desk.aside is None


def test_from_the_years_one_comes_back_to_the_report_one_was_reading() -> None:
    years = [plain("甲镇", year) for year in (2021, 2022, 2023)]
    desk = Desk()
    desk.open([TOWNS[1], years[0], years[2]])
    desk.compare_years(years, years[2])
    desk.active = 0
    desk.come_back()
    assert desk.current is years[0]
    desk.compare_years(years, years[0])
    desk.active = 1
    desk.come_back()
    assert desk.current is years[0]


def test_a_later_version_of_a_draft_lies_aside_too() -> None:
    draft, now, other = plain("甲镇", 2023), plain("甲镇", 2023, repeat=2), plain("甲镇", 2022)
    desk = Desk()
    desk.open([TOWNS[1], draft])
    desk.compare_years([other, draft], draft)
    desk.replace(now)
    desk.renew_aside(draft, now)
    desk.come_back()
    assert desk.reports == [TOWNS[1], now]
    assert desk.current is now
