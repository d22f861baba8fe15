"""What a person said of pairs of measures: that they belong together, or that they do not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from tuibrowser.model.kept import Pairing, Stretch
from tuibrowser.model.report import Report


class Paired:
    """Looks up sayings by report and measure (an index into ``Report.measures``)."""

    def __init__(self, reports: Sequence[Report], pairings: Iterable[Pairing]) -> None:
        """Take in what was said; of two sayings about one pair the last counts."""
        self._reports = reports
        self._said = {frozenset((it.first, it.second)): it.joined for it in pairings}

    def __bool__(self) -> bool:
        """Whether anything was said."""
        return bool(self._said)

    def between(self, number: int, measure: int, other: int, member: int) -> bool | None:
        """Whether the two were joined (``True``) or parted (``False``), if anybody said so."""
        if not self._said:
            return None
        return self._said.get(
            frozenset((self._stretch(number, measure), self._stretch(other, member)))
        )

    def are_joined(self, number: int, measure: int, row: Mapping[int, Sequence[int]]) -> bool:
        """Whether the measure was joined with one of another report in ``row``."""
        return any(
            self.between(number, measure, other, member) is True
            for other, members in row.items()
            if other != number
            for member in members
        )

    def are_parted(self, number: int, measure: int, row: Mapping[int, Sequence[int]]) -> bool:
        """Whether the measure was parted from one in ``row``, measures by report."""
        return bool(self._said) and any(
            self.between(number, measure, other, member) is False
            for other, members in row.items()
            for member in members
        )

    def _stretch(self, number: int, measure: int) -> Stretch:
        report = self._reports[number]
        passage = report.measures[measure]
        return Stretch(report.sha256, passage.start, passage.end)
