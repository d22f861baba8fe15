"""Where one was before a jump, and the way back and forth between such places."""

from __future__ import annotations

from collections.abc import Callable

from tuibrowser.tui.compare.comparison import Comparison, Spot

_MOST = 100
"""Places that are remembered: nobody goes back further."""


class History:
    """The places before and after the present one, as a browser keeps them."""

    def __init__(self) -> None:
        self._past: list[Spot] = []
        self._future: list[Spot] = []

    def record(self, here: Spot) -> None:
        """Remember ``here`` before a jump; what one came back from before is forgotten."""
        self._future.clear()
        if not self._past or self._past[-1] != here:
            self._past.append(here)
            del self._past[:-_MOST]

    def back(self, here: Spot | None) -> Spot | None:
        """The last place that is not ``here``, which is remembered as the next one forward."""
        return _take(self._past, self._future, here)

    def renew(self, moved: Callable[[Spot], Spot]) -> None:
        """Have every place be what ``moved`` makes of it."""
        self._past = [spot for spot in map(moved, self._past) if spot]
        self._future = [spot for spot in map(moved, self._future) if spot]

    def forward(self, here: Spot | None) -> Spot | None:
        """The place one last came back from."""
        return _take(self._future, self._past, here)


class Jumps:
    """Moves that one can take back. The years of one township have a history of their own."""

    def __init__(self, comparison: Comparison) -> None:
        self._comparison = comparison
        self._history = History()
        self._aside: History | None = None
        """The history of what lies aside while years are compared."""
        comparison.opened.watch(self._follow)

    def jump(self, move: Callable[[], bool | None]) -> bool:
        """Run ``move``, and remember where one was if that led elsewhere.

        Returns:
            Whether it did not say with ``False`` that there is nowhere to go.
        """
        here, history = self._comparison.spot, self._history
        if move() is False:
            return False
        if here is not None and here != self._comparison.spot:
            history.record(here)
        return True

    def record(self, spot: Spot) -> None:
        """Remember a place that was left already."""
        self._history.record(spot)

    def go_back(self, steps: int) -> bool:
        """To where one was before the last jump (-1), or forward again (1); places in reports that
        are not open any more are left out. ``False`` if there is none."""
        take = self._history.back if steps < 0 else self._history.forward
        here = self._comparison.spot
        while (spot := take(here)) is not None:
            if self._comparison.go(spot):
                return True
            here = None
        return False

    def renew(self, moved: Callable[[Spot], Spot]) -> None:
        """Have every place be what ``moved`` makes of it: a report is another version now."""
        for history in (self._history, self._aside):
            if history is not None:
                history.renew(moved)

    def forget(self) -> None:
        """Begin anew, with what is open now."""
        self._history = History()
        self._aside = History() if self._comparison.opened.in_years else None

    def _follow(self) -> None:
        """Years begin a history, and what was open before them goes on with its own."""
        in_years = self._comparison.opened.in_years
        if in_years and self._aside is None:
            self._aside, self._history = self._history, History()
        elif not in_years and self._aside is not None:
            self._history, self._aside = self._aside, None


def _take(places: list[Spot], others: list[Spot], here: Spot | None) -> Spot | None:
    while places and places[-1] == here:
        places.pop()
    if not places:
        return None
    if here is not None:
        others.append(here)
    return places.pop()
