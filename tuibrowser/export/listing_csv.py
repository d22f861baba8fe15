"""Lists and hits as CSV for a spreadsheet; its header has the names and the order of the JSON."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from tuibrowser.export.csv_table import csv_table
from tuibrowser.export.records import Record, hit_record, list_record
from tuibrowser.export.tables import place_name
from tuibrowser.model.report import Place, ReportEntry
from tuibrowser.model.search import Hit


def list_csv(
    entries: Iterable[ReportEntry], homes: Mapping[str, Path] = MappingProxyType({})
) -> str:
    """``list`` as CSV; the place is one cell, its levels divided by spaces. For ``homes`` see
    :func:`~tuibrowser.export.records.list_record`."""
    records = list_record(entries, homes)["reports"]
    names = ["issuer", "issuer_kind", "year", "title", "place", "sha256", "file"]
    names += ["library"] if homes else []
    return _csv(
        names, (record | {"place": place_name(Place(**record["place"]))} for record in records)
    )


def search_csv(hits: Iterable[Hit]) -> str:
    """``search`` as CSV; spans are written ``3-5 9-11``, namesakes with their county."""
    names = (
        *("issuer", "year", "title", "role", "section_kind", "heading", "text"),
        *("spans", "how", "score", "report", "start", "end"),
    )
    records = (
        hit_record(hit)
        | {"issuer": hit.passage.unit}
        | {"spans": " ".join(f"{start}-{end}" for start, end in hit.spans)}
        for hit in hits
    )
    return _csv(names, records)


def _csv(names: Sequence[str], records: Iterable[Record]) -> str:
    return csv_table([names, *([record[name] for name in names] for record in records)])
