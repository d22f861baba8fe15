"""Which reports stand side by side where nobody chose any."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, takewhile

from tuibrowser.model.report import ReportEntry
from tuibrowser.places.units import spelt_or_none
from tuibrowser.store.refs.series import others


def first_choice(entries: Sequence[ReportEntry], count: int = 3) -> tuple[ReportEntry, ...]:
    """Up to ``count`` of ``entries``, all that the library holds, the most telling first.

    The newest year goes before earlier ones and an issuer's newest report before any second one,
    so that few reports of the newest year are joined by other issuers rather than by their own
    past. Only the text indexed last stands for an issuer and year. Texts that are no reports come
    in where there is nothing else.
    """
    newest: dict[str | None, int] = {}
    for entry in entries:
        unit = spelt_or_none(entry.issuer)
        newest[unit] = max(entry.year or 0, newest.get(unit, 0))
    ranked = sorted(
        entries,
        key=lambda entry: (
            not entry.is_report,
            # Nobody knows whether two texts without an issuer are of one.
            entry.issuer is not None and (entry.year or 0) < newest[spelt_or_none(entry.issuer)],
            -(entry.year or 0),
        ),
    )
    return tuple(islice(_latest(ranked, entries), count))


def _latest(ranked: Iterable[ReportEntry], entries: Sequence[ReportEntry]) -> Iterator[ReportEntry]:
    """``ranked`` less those of which a later text of the same issuer and year is in ``entries``."""
    alike: dict[tuple[str | None, int | None], list[ReportEntry]] = {}
    for entry in sorted(entries, key=lambda entry: entry.number):
        alike.setdefault((spelt_or_none(entry.issuer), entry.year), []).append(entry)
    for entry in ranked:
        texts = alike[spelt_or_none(entry.issuer), entry.year]
        later = takewhile(lambda it: it.number < entry.number, texts)  # noqa: B023
        if entry.issuer is None or not any(others(entry, (it,)) for it in later):
            yield entry
