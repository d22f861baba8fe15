"""Which of some reports a library holds, and as what: what another library's twins are told by."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from typing import Final, NamedTuple

from tuibrowser.store.rows import columns
from tuibrowser.store.rows.columns import Row, Rule
from tuibrowser.store.rows.extents import extents

Ask = Callable[[tuple[Rule, ...], str, str], Sequence[Row]]

_HELD: Final = """
    SELECT r.sha256, r.issuer, r.year,
           r.is_report AND r.province IS NULL AND r.city IS NULL AND r.county IS NULL,
           coalesce(e.first, 0), coalesce(e.last, 0)
    FROM json_each(?) AS chosen CROSS JOIN report AS r ON r.sha256 = chosen.value
    LEFT JOIN {extents} AS e ON e.report = r.id
"""
_RULES: Final = (
    columns.sha256,
    columns.text_or_none,
    columns.year,
    columns.whole,
    columns.whole,
    columns.whole,
)


class Held(NamedTuple):
    """A report as a library holds it."""

    sha256: str
    issuer: str | None
    year: int | None
    is_unplaced: bool
    """Whether it is a report and has no place above a township."""
    first: int
    last: int
    """The lowest and the highest id of its passages, between which no other report has one; 0,
    which is no passage's, where it has none."""


def held(ask: Ask, schema: int, sha256s: Iterable[str]) -> list[Held]:
    """Those of ``sha256s`` that the library, which has this schema, holds."""
    sql = _HELD.format(extents=extents(schema))
    found = ask(_RULES, sql, json.dumps(list(sha256s)))
    return [Held(sha, issuer, year, bool(stray), *ids) for sha, issuer, year, stray, *ids in found]
