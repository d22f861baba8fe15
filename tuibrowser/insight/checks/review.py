"""All checks of a report, one after the other."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Final

from tuibrowser.insight.checks.anchors import check_anchored
from tuibrowser.insight.checks.blanks import check_blanks
from tuibrowser.insight.checks.counties import check_county_kind
from tuibrowser.insight.checks.days import check_days, check_signature
from tuibrowser.insight.checks.departments import check_department
from tuibrowser.insight.checks.events import check_events
from tuibrowser.insight.checks.finding import KINDS, Finding, Quote
from tuibrowser.insight.checks.grids import check_tables
from tuibrowser.insight.checks.growth import check_growth
from tuibrowser.insight.checks.laws import check_laws
from tuibrowser.insight.checks.material import Material
from tuibrowser.insight.checks.money import in_large_units
from tuibrowser.insight.checks.moves import check_moves
from tuibrowser.insight.checks.outcomes import check_settled
from tuibrowser.insight.checks.parts import check_figures_told, check_parts
from tuibrowser.insight.checks.personal import check_personal_data
from tuibrowser.insight.checks.predecessor import check_predecessor
from tuibrowser.insight.checks.products import check_products
from tuibrowser.insight.checks.rates import check_rates, check_rates_over_100
from tuibrowser.insight.checks.ratios import check_ratios
from tuibrowser.insight.checks.repeats import check_elsewhere, check_last_year
from tuibrowser.insight.checks.retold import check_retold
from tuibrowser.insight.checks.shares import check_shares, check_shares_together
from tuibrowser.insight.checks.slips import check_slips
from tuibrowser.insight.checks.stocks import check_stocks
from tuibrowser.insight.checks.sums import check_sums
from tuibrowser.insight.checks.tabled import check_told_beside_tables
from tuibrowser.insight.checks.townships import check_township
from tuibrowser.insight.checks.units import check_unit_type
from tuibrowser.insight.checks.villages import check_villages
from tuibrowser.insight.checks.within import check_within
from tuibrowser.insight.checks.years import check_years

Check = Callable[[Material], Iterator[Finding]]

CHECKS: Final[tuple[Check, ...]] = (
    check_parts,
    check_sums,
    check_tables,
    check_shares_together,
    check_products,
    check_moves,
    check_stocks,
    check_settled,
    check_rates,
    check_shares,
    check_growth,
    check_predecessor,
    check_ratios,
    check_rates_over_100,
    check_retold,
    check_slips,
    check_anchored,
    check_within,
    check_villages,
    check_told_beside_tables,
    check_years,
    check_events,
    check_unit_type,
    check_county_kind,
    check_township,
    check_department,
    check_last_year,
    check_elsewhere,
    check_figures_told,
    check_laws,
    check_blanks,
    check_personal_data,
    check_signature,
    check_days,
)

_NUMBERS: Final = re.compile(r"\d[\d.]*")


def review(material: Material) -> tuple[Finding, ...]:
    """Return what all checks find, in the order of the kinds, each kind in the order of the text.

    Raises:
        LexiconError: a person's own list of laws, events or words of checks cannot be used.
    """
    alike: dict[tuple[object, ...], list[Finding]] = defaultdict(list)
    for check in CHECKS:
        for finding in check(material):
            them = alike[_what(finding)]
            if not any(_overlap(finding, it) for it in them):
                them.append(finding)
    found = [it for them in alike.values() for it in them]
    sums = [quote for it in found if it.kind == "sum" for quote in it.quotes]
    told = (it for it in found if not _is_told(it, sums))
    return tuple(sorted(map(_in_large_units, told), key=_order))


def _in_large_units(finding: Finding) -> Finding:
    written = "".join(quote.text for quote in finding.quotes)
    return finding._replace(says=in_large_units(finding.says, written))


def _is_told(finding: Finding, sums: list[Quote]) -> bool:
    """Whether a list that does not add up says already that a part of it is too large."""
    return finding.kind == "part_exceeds" and all(
        any(it.start <= quote.start and quote.end <= it.end for it in sums)
        for quote in finding.quotes
    )


def _what(finding: Finding) -> tuple[object, ...]:
    """What two findings have in common that are one: where they overlap, what they say; of a part
    that is too large the numbers, for it may be said in two ways."""
    if finding.kind == "part_exceeds":
        return finding.kind, *_NUMBERS.findall(finding.says)
    where = ((quote.report.sha256, quote.start, quote.end) for quote in finding.quotes)
    return finding.kind, finding.says, *where


def _overlap(one: Finding, other: Finding) -> bool:
    if one.quotes == other.quotes:
        return True
    return any(
        a.report.sha256 == b.report.sha256 and a.start < b.end and b.start < a.end
        for a in one.quotes
        for b in other.quotes
    )


def _order(finding: Finding) -> tuple[int, int]:
    return KINDS.index(finding.kind), finding.quotes[0].start if finding.quotes else -1
