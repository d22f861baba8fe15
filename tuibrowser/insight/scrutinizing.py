"""Reading reports whole: how much of each stands elsewhere, and how many remarks it gets."""

from __future__ import annotations

from collections.abc import Sequence

from tuibrowser.insight.checks.material import Material
from tuibrowser.insight.checks.review import review
from tuibrowser.insight.coverage import Scrutiny
from tuibrowser.insight.reuse import reuse
from tuibrowser.store.library import Reader
from tuibrowser.store.refs.series import year_before


def scrutinize(reader: Reader, shas: Sequence[str]) -> Scrutiny:
    """Compare each report with the library and check it, some 50 ms each.

    Args:
        reader: The library.
        shas: The reports; those that it does not hold are left out.

    Raises:
        LexiconError: a person's own list of laws, events or words of checks cannot be used.
    """
    wordings = reader.wordings()
    units = wordings.units()
    shares: dict[str, dict[str, float]] = {}
    findings: dict[str, int] = {}
    stored = reader.entries()
    held = {entry.sha256 for entry in stored}
    for sha256 in filter(held.__contains__, shas):
        report, last = reader.report(sha256), None
        if (before := year_before(report, stored)) is not None:
            last = reader.report(before.sha256)
        findings[sha256] = len(review(Material(report, last)))
        shares[sha256] = reuse(report, wordings, units).shares._asdict()
    return Scrutiny(shares, findings)
