"""Where one was before a jump, and the way back and forth between such places."""

from __future__ import annotations

from tuibrowser.tui.pages.viewport import Anchor

Spot = tuple[Anchor, ...]
"""Where every pane was, the active one first; never empty."""

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

    def forward(self, here: Spot | None) -> Spot | None:
        """The place one last came back from."""
        return _take(self._future, self._past, here)


def _take(places: list[Spot], others: list[Spot], here: Spot | None) -> Spot | None:
    while places and places[-1] == here:
        places.pop()
    if not places:
        return None
    if here is not None:
        others.append(here)
    return places.pop()
