"""Back and forward, as a browser has them."""

from __future__ import annotations

from handmade import plain
from hypothesis import given
from hypothesis import strategies as st

from tuibrowser.state.workspaces import Workspace
from tuibrowser.tui.compare.comparison import Comparison, Spot
from tuibrowser.tui.compare.jumps import History, Jumps
from tuibrowser.tui.pages.viewport import Anchor


def spot(number: int) -> Spot:
    return (Anchor("a" * 64, number, 0),)


def test_back_and_forward_lead_the_same_way() -> None:
    history = History()
    for number in range(3):
        history.record(spot(number))
    assert history.back(spot(3)) == spot(2)
    assert history.back(spot(2)) == spot(1)
    assert history.forward(spot(1)) == spot(2)
    assert history.forward(spot(2)) == spot(3)
    assert history.forward(spot(3)) is None


def test_a_jump_forgets_what_lay_ahead() -> None:
    history = History()
    history.record(spot(0))
    assert history.back(spot(1)) == spot(0)
    history.record(spot(0))
    assert history.forward(spot(5)) is None
    assert history.back(spot(5)) == spot(0)


def test_a_jump_that_led_nowhere_costs_no_key() -> None:
    history = History()
    history.record(spot(0))
    history.record(spot(1))
    history.record(spot(1))
    assert history.back(spot(1)) == spot(0)
    assert history.back(spot(0)) is None


@given(st.lists(st.integers(0, 5), min_size=1, max_size=30))
def test_going_back_retraces_every_jump(jumps: list[int]) -> None:
    history, here = History(), 9
    path = [here]
    for there in jumps:
        history.record(spot(here))
        here = there
        if there != path[-1]:
            path.append(there)
    found = [here]
    while (before := history.back(spot(found[-1]))) is not None:
        assert before[0].offset is not None
        found.append(before[0].offset)
    assert found == path[::-1]


def test_the_years_of_a_township_have_a_history_of_their_own() -> None:
    reports = [plain("甲镇", repeat=30), plain("乙镇", repeat=30)]
    comparison = Comparison(reports, Workspace())
    comparison.arrange(120, 20)
    jumps = Jumps(comparison)
    beginning = comparison.spot
    assert jumps.jump(lambda: comparison.viewport.go_part(1))
    years = [plain("甲镇", 2022, repeat=30), reports[0]]
    jumps.jump(lambda: comparison.compare_years(years, reports[0]))
    assert not jumps.go_back(-1)
    assert jumps.jump(lambda: comparison.viewport.go_part(1))
    assert jumps.go_back(-1)
    comparison.come_back()
    # Back at home the way leads on to where one was before.
    assert comparison.spot != beginning
    assert jumps.go_back(-1)
    assert comparison.spot == beginning


def test_a_jump_that_leads_nowhere_is_not_remembered() -> None:
    comparison = Comparison([plain("甲镇", repeat=30)], Workspace())
    comparison.arrange(120, 20)
    jumps = Jumps(comparison)
    assert not jumps.jump(lambda: comparison.viewport.go_part(-1))
    assert jumps.jump(comparison.viewport.go_top)
    assert not jumps.go_back(-1)
