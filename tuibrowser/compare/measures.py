"""Which measures of several reports belong together, whatever section they stand in."""

from __future__ import annotations

from collections import deque
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Final

from tuibrowser.compare.assignment import assign
from tuibrowser.compare.effort import Effort
from tuibrowser.compare.paired import Paired
from tuibrowser.compare.rows import Match
from tuibrowser.compare.similarity import LIKELY, POSSIBLE, STRONG, likeness, profiles
from tuibrowser.model.alignment import Also
from tuibrowser.model.kept import Pairing
from tuibrowser.model.report import Report
from tuibrowser.model.terms import Strength

_SAID: Final = 1.0
"""Likeness of what a person joined: as high as it gets."""
_SLACK: Final = 0.02
"""What a pair counts that is just like enough: of equals, two pairs go before one."""
_BESIDE: Final = 0.6
"""From here on a measure without a partner of its own stands beside the one that it is likest. On
lists by hands not learnt from, two more are found so for one that is wrong."""
_MOST_ALSO: Final = 3
_MOST_ATTACHED: Final = 3
"""Measures of a report beside one partner; of more that say the like nobody reads all."""


def match_measures(
    reports: Sequence[Report], pairings: Iterable[Pairing] = (), effort: Effort | None = None
) -> list[Match]:
    """Put every measure in a row with its partners in the other reports.

    The measures of each report are assigned one to one to those of the first, as far as they are
    like enough, those first that say the same; what is left over to what the second left over, and
    so on.

    Args:
        reports: The first is the one the others are held against.
        pairings: What a person joined or parted; of two sayings about one pair the last counts.
            A person may join several measures of one report with one of another.
        effort: Counts the work, and notes where it was bounded.
    """
    matcher = _Matcher(reports, pairings, Effort() if effort is None else effort)
    for number in range(len(reports)):
        matcher.take_in(number)
    matcher.attach()
    return matcher.matches()


@dataclass(eq=False)
class _Group:
    """A row that is growing."""

    head: tuple[int, int]
    """Report and measure that the others are held against."""
    members: dict[int, list[int]]
    """Measures (indices into ``Report.measures``) by report."""
    weakest: float = _SAID

    attached: dict[tuple[int, int], float] = field(default_factory=dict)
    """Report and measure of members that have no partner of their own, with their likeness to the
    one that they stand beside."""

    def has_room(self, number: int) -> bool:
        """Whether a further measure of report ``number`` can be read beside its partners."""
        return sum(report == number for report, _ in self.attached) < _MOST_ATTACHED

    def attach(self, number: int, measure: int, score: float) -> None:
        """Take in a measure that is like a member by ``score`` and like nothing else more."""
        self.members[number] = sorted((*self.members.get(number, ()), measure))
        self.attached[number, measure] = score

    def take(self, number: int, measure: int, score: float) -> None:
        """Grow by a measure of report ``number`` that is like the head by ``score``."""
        self.members[number] = [measure]
        self.weakest = min(self.weakest, score)


class _Matcher:
    def __init__(
        self, reports: Sequence[Report], pairings: Iterable[Pairing], effort: Effort
    ) -> None:
        self._reports = reports
        self._effort = effort
        self._paired = Paired(reports, pairings)
        self._groups: list[_Group] = []
        self._closed: set[_Group] = set()
        self._passages = [
            [index for index, it in enumerate(report.passages) if it.role == "measure"]
            for report in reports
        ]
        self._profiles = [profiles(report) for report in reports]
        # For each report the scores of its measures with those of each other report.
        self._likeness: dict[tuple[int, int], list[dict[int, float]]] = {}
        for one, other in combinations(range(len(reports)), 2):
            scores = likeness(self._profiles[one], self._profiles[other], effort=effort)
            self._likeness[one, other] = scores
            self._likeness[other, one] = _turned(scores, len(self._profiles[other]))

    def take_in(self, number: int) -> None:
        """Give each measure of report ``number`` a place in a row, or a row of its own."""
        free = dict.fromkeys(range(len(self._reports[number].measures)))
        closed = self._place_joined(number, free) if self._paired else set()
        self._closed |= closed
        for head in range(number):
            rows = [
                group for group in self._groups if group.head[0] == head and group not in closed
            ]
            rows = self._pair_equal(number, rows, free)
            weights = [
                {
                    measure: score
                    for measure, score in self._likeness[head, number][group.head[1]].items()
                    if measure in free
                    and not self._paired.are_parted(number, measure, group.members)
                }
                for group in rows
            ]
            for group, weight, measure in zip(
                rows, weights, _pair(weights, self._effort), strict=True
            ):
                if measure is not None:
                    group.take(number, measure, weight[measure])
                    del free[measure]
        self._groups += [_Group((number, measure), {number: [measure]}) for measure in free]

    def attach(self) -> None:
        """Put what found no partner beside the one that it is likest, in that one's row.

        One to one is too strict: reports cut their work into measures of different breadth. What is
        less like than ``_BESIDE`` is named as a further partner.
        """
        row_of = {
            (number, measure): group
            for group in self._groups
            # What a person joined is whole.
            if len(group.members) > 1 and group not in self._closed
            for number, measures in group.members.items()
            for measure in measures
        }
        # A row that a person joined measures of one report in is no single measure.
        alone = [
            group
            for group in self._groups
            if len(group.members) == 1 and len(group.members[group.head[0]]) == 1
        ]
        taken: set[_Group] = set()
        for group in alone:
            number, measure = group.head
            partners = sorted(
                (-score, other, partner)
                for other in range(len(self._reports))
                if other != number
                for partner, score in self._likeness[number, other][measure].items()
                if score >= _BESIDE and (other, partner) in row_of
            )
            if not partners:
                continue
            row = row_of[partners[0][1:]]
            if row.has_room(number) and not self._paired.are_parted(number, measure, row.members):
                row.attach(number, measure, -partners[0][0])
                taken.add(group)
        self._groups = [group for group in self._groups if group not in taken]

    def matches(self) -> list[Match]:
        """The rows, with strength and further partners."""
        return [self._match(group) for group in self._groups]

    def _place_joined(self, number: int, free: dict[int, None]) -> set[_Group]:
        """Put the measures that a person joined with an earlier report into its rows."""
        filled = set()
        for measure in list(free):
            for group in self._groups:
                if self._paired.are_joined(number, measure, group.members):
                    group.members.setdefault(number, []).append(measure)
                    filled.add(group)
                    del free[measure]
                    break
        return filled

    def _pair_equal(
        self, number: int, rows: Sequence[_Group], free: dict[int, None]
    ) -> list[_Group]:
        """Give rows the measures that say what their heads say; returns the other rows.

        Nothing is more alike, and where many say the same they would all compete for each other.
        """
        waiting: dict[Hashable, deque[int]] = {}
        for measure in free:
            profile = self._profiles[number][measure]
            waiting.setdefault(profile.key, deque()).append(measure)
        left = []
        for group in rows:
            head, measure = group.head
            profile = self._profiles[head][measure]
            equal = waiting.get(profile.key)
            score = profile.likeness_to_itself if equal else 0.0
            if (
                not equal
                or score < LIKELY
                or self._paired.are_parted(number, equal[0], group.members)
            ):
                left.append(group)
            else:
                other = equal.popleft()
                group.take(number, other, score)
                del free[other]
        return left

    def _match(self, group: _Group) -> Match:
        members = [
            [self._passages[number][measure] for measure in group.members.get(number, ())]
            for number in range(len(self._reports))
        ]
        return Match(
            members,
            _strength(group.weakest) if len(group.members) > 1 else None,
            self._also(group),
            same={
                (number, self._passages[number][measure]): _strength(score)
                for (number, measure), score in group.attached.items()
            },
        )

    def _also(self, group: _Group) -> tuple[Also, ...]:
        """What else is like the head of a row, the likest first.

        What is only possible stands beside a row that has a partner: one in three shares its topic,
        of those that are likely two in three. Beside a row without one that would say too much.
        """
        head, measure = group.head
        least = POSSIBLE if len(group.members) > 1 else LIKELY
        found = sorted(
            (-score, number, other)
            for number in range(len(self._reports))
            if number != head
            for other, score in self._likeness[head, number][measure].items()
            if score >= least
            and other not in group.members.get(number, ())
            and self._paired.between(head, measure, number, other) is not False
        )
        return tuple(
            Also(number, self._passages[number][other], _strength(-score))
            for score, number, other in found[:_MOST_ALSO]
        )


def _strength(score: float) -> Strength:
    """How sure it is that measures that are alike by ``score`` belong together."""
    if score >= STRONG:
        return "strong"
    return "likely" if score >= LIKELY else "possible"


def _pair(weights: Sequence[dict[int, float]], effort: Effort) -> list[int | None]:
    """The strong and likely pairs, then the possible ones among what they leave over.

    In one go, two possible pairs are taken for one that is likely: that costs 4 points of F. For
    the same reason only what is above a limit counts: else two pairs that are just likely are taken
    for one that is beyond doubt.
    """
    sure = assign([_above(LIKELY, row) for row in weights], effort)
    taken = set(sure)
    left = [
        {} if column is not None else {it: weight for it, weight in row.items() if it not in taken}
        for row, column in zip(weights, sure, strict=True)
    ]
    possible = assign([_above(POSSIBLE, row) for row in left], effort)
    return [
        perhaps if column is None else column
        for column, perhaps in zip(sure, possible, strict=True)
    ]


def _above(least: float, row: dict[int, float]) -> dict[int, float]:
    """What is at least ``least``, and how far it is above a little less."""
    floor = least - _SLACK
    return {column: weight - floor for column, weight in row.items() if weight >= least}


def _turned(scores: Sequence[dict[int, float]], width: int) -> list[dict[int, float]]:
    turned: list[dict[int, float]] = [{} for _ in range(width)]
    for row, columns in enumerate(scores):
        for column, score in columns.items():
            turned[column][row] = score
    return turned
