"""How many remarks each of many reports gets."""

from __future__ import annotations

from collections.abc import Sequence

from tuibrowser.insight.checks.material import Material
from tuibrowser.insight.checks.review import review
from tuibrowser.store.library import Reader
from tuibrowser.store.refs.series import year_before


def count_findings(reader: Reader, shas: Sequence[str]) -> dict[str, int]:
    """Check each report beside the unit's report of the year before, some 25 ms each.

    Args:
        reader: The library.
        shas: The reports; those that it does not hold are left out.

    Raises:
        LexiconError: a person's own list of laws, events or words of checks cannot be used.
    """
    stored = reader.entries()
    held = {entry.sha256 for entry in stored}
    found = {}
    for sha256 in filter(held.__contains__, shas):
        report = reader.report(sha256)
        before = year_before(report, stored)
        last = None if before is None else reader.report(before.sha256)
        found[sha256] = len(review(Material(report, last)))
    return found
