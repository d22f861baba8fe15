"""Headings that stand side by side, weighed together: of one list, they are of one form more often
than not, and where one is a sentence with its full stop the others are, too.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import product
from typing import Final

from tuibrowser.parsing.seams import AT_STOP, Form, Seam

_ENOUGH: Final = 1.0
_KIN: Final = 3.0
_FEW: Final = 0.5
"""So that one other says less than many do."""
_NEAR: Final = 0.5
_FAR: Final = 3.0
_NOISE: Final = 2.5
_ECHO: Final = 2.0
_ECHOES: Final = 2.0
_ALL_STOP: Final = 2.5
"""What it counts that the others end in a full stop, too, or do not."""


class Kin:
    """The headings of one list, which are of one form more often than not."""

    def __init__(self, lists: Iterable[Sequence[Seam]]) -> None:
        """Take the places where each of them may end."""
        lists = list(lists)
        self._shares = [_shares(seams) for seams in lists]
        self._likely = [_likely(seams) for seams in lists]
        self._others = sum(map(bool, self._shares)) - 1
        self._stops = [
            max((share for form, share in shares.items() if form[-1] == AT_STOP), default=0.0)
            for shares in self._shares
        ]

    def echo(self, seam: Seam, member: int) -> float:
        """What speaks for it that some of the others, which need not head, may end like it."""
        says = sum(it.get(seam.form, 0.0) for at, it in enumerate(self._likely) if at != member)
        return _ECHO * min(says, _ECHOES) / _ECHOES

    def support(self, seam: Seam, member: int) -> float:
        """What the others say for a ``seam`` of that ``member``: how many may end like it."""
        if self._others < 1 or not self._shares[member]:
            return 0.0
        says = sum(
            _likeliest(shares, seam.form) for at, shares in enumerate(self._shares) if at != member
        )
        kin = _KIN * says / (self._others + _FEW)
        if not seam.is_stop:
            return kin
        stops = sum(self._stops) - self._stops[member]
        return kin + _ALL_STOP * (2 * stops / self._others - 1)


def _shares(seams: Sequence[Seam]) -> dict[Form, float]:
    """By form, from 0 to 1, how near its likeliest place comes to the likeliest of all."""
    best = max((seam.weight for seam in seams), default=0.0)
    shares: dict[Form, float] = {}
    for seam in seams:
        share = 1 - (best - seam.weight) / _FAR
        if share > shares.get(seam.form, 0.0):
            shares[seam.form] = share
    return shares


def _likely(seams: Sequence[Seam]) -> dict[Form, float]:
    """By form, from 0 to 1, how far its likeliest place is above what any sentence has."""
    ordered = sorted(seams, key=lambda it: it.weight)
    return {it.form: min(max(it.weight - _NOISE, 0.0) / _FAR, 1.0) for it in ordered}


def _likeliest(shares: Mapping[Form, float], form: Form) -> float:
    """The share of ``form``, or half that of one that is a character longer or shorter."""
    *lengths, stop = form
    says = shares.get(form, 0.0)
    for at, step in product(range(len(lengths)), (-1, 1)):
        near = (*lengths[:at], lengths[at] + step, *lengths[at + 1 :], stop)
        says = max(says, _NEAR * shares.get(near, 0.0))
    return says


def heading_end(
    found: Sequence[Seam], kin: Kin, member: int = 0, fewest: float = 0.0
) -> int | None:
    """Where a heading ends that nothing parts from its text, of the places ``found``.

    ``None`` where none is likely, or weighs more than ``fewest``, or where it is a heading to its
    full stop. ``member`` is the number of the heading among its kin.
    """
    weights = [(seam.weight + kin.support(seam, member), -seam.at, seam) for seam in found]
    weight, _, best = max(weights, default=(0.0, 0, None))
    likely = best is not None and not best.is_stop and weight > max(_ENOUGH, fewest)
    return best.at if best and likely else None
