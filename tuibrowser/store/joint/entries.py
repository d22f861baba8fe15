"""The lists of several libraries as one: the number of each text of a year."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from tuibrowser.store.answers.read import numbers_of

if TYPE_CHECKING:
    from tuibrowser.model.report import ReportEntry


def renumbered(
    listed: Sequence[tuple[int, ReportEntry]], gaps: set[tuple[str | None, int | None]]
) -> list[ReportEntry]:
    """The entries, each with its number among the texts of all libraries.

    Args:
        listed: Each with the number of its library, in which it is numbered already.
        gaps: Issuer and year of those among whom some numbers are missing.
    """
    libraries: dict[tuple[str | None, int | None], set[int]] = defaultdict(set)
    for library, entry in listed:
        libraries[entry.issuer, entry.year].add(library)
    mixed = {key for key, found in libraries.items() if len(found) > 1} | gaps
    some = [it for it in enumerate(listed) if (it[1][1].issuer, it[1][1].year) in mixed]
    # The latest last: of the last library, and there of the lowest number.
    some.sort(key=lambda it: (it[1][0], -it[1][1].number))
    numbers = numbers_of(
        [(at, it.issuer, it.year, it.place) for at, (_, (_, it)) in enumerate(some)]
    )
    renewed = {place: numbers[at] for at, (place, _) in enumerate(some)}
    return [
        entry._replace(number=renewed[at]) if at in renewed else entry
        for at, (_, entry) in enumerate(listed)
    ]
