"""What was read with doubts, and what was not read at all, as CSV for a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from tuibrowser.export.csv_table import csv_table
from tuibrowser.model.report import Doubt, ReportEntry


class Doubtful(NamedTuple):
    """A stored report and one doubt about it."""

    entry: ReportEntry
    format: str
    doubt: Doubt
    page: int | None
    """Where it is seen, from 1, if that is in one place and pages are known."""
    file: str = ""
    """The path that it was read from, if that is known."""


_NAMES = ("file", "issuer", "year", "format", "kind", "says", "page", "sha256")


def doubts_csv(doubtful: Iterable[Doubtful], refused: Iterable[tuple[str, str]] = ()) -> str:
    """A row a doubt; of what was ``refused`` (path and reason) the kind is ``refused``."""
    rows = [
        *(
            (it.file or it.entry.file, it.entry.issuer, it.entry.year, it.format, it.doubt.kind,
             it.doubt.says, it.page, it.entry.sha256)
            for it in doubtful
        ),
        *((path, None, None, None, "refused", reason, None, None) for path, reason in refused),
    ]  # fmt: skip
    return csv_table([_NAMES, *rows])
