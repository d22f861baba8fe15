"""Which files a library's reports came from, and their end when no file is left."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tuibrowser.files import name_as_text
from tuibrowser.store.rows import columns
from tuibrowser.store.rows.paths import path_of, path_text
from tuibrowser.store.writing.report_writer import ReportWriter
from tuibrowser.store.writing.session import WriteSession


@dataclass(frozen=True, slots=True)
class KnownSource:
    """What the library remembers of a source."""

    sha256: str
    mtime_ns: int
    size: int


class Sources:
    """Keeps sources in step with their files. Errors as of ``Writer``."""

    def __init__(self, session: WriteSession, reports: ReportWriter) -> None:
        self._session = session
        self._tables = session.tables
        self._reports = reports

    def seen(self, source: Path, mtime_ns: int, size: int, sha256: str, file: str) -> None:
        """Note that ``source`` holds a report that is in the library; what it held before goes.

        Raises:
            KeyError: the library has no such report.
        """
        with self._session.change():
            self.attach(source, mtime_ns, size, self._reports.require(sha256), file)

    def known(self, source: Path) -> KnownSource | None:
        """What was last read at ``source``; ``None`` if nothing ever was."""
        row = self._session.row(
            (columns.sha256, columns.whole, columns.whole),
            "SELECT sha256, mtime_ns, size FROM source JOIN report ON report.id = source.report"
            " WHERE path = ?",
            path_text(source),
        )
        return None if row is None else KnownSource(*row)

    def below(self, folder: Path) -> list[tuple[Path, str]]:
        """Every source in ``folder`` and its folders, with the report it holds, by path."""
        prefix = path_text(folder).rstrip("/") + "/"
        # A range, so that the index of paths answers; "0" is what follows "/".
        found = self._session.rows(
            (columns.text, columns.sha256),
            "SELECT path, sha256 FROM source JOIN report ON report.id = source.report"
            " WHERE path >= ? AND path < ? ORDER BY path",
            prefix,
            f"{prefix[:-1]}0",
        )
        return [(path_of(path), sha256) for path, sha256 in found]

    def of(self, sha256: str) -> list[Path]:
        """Where a report was seen, the source seen last first."""
        found = self._session.rows(
            (columns.text,),
            "SELECT path FROM source JOIN report ON report.id = source.report"
            " WHERE sha256 = ? ORDER BY source.id DESC",
            sha256,
        )
        return [path_of(path) for (path,) in found]

    def forget(self, source: Path) -> bool:
        """Take out one source, and its report unless another source holds it.

        Returns:
            Whether the report went, too.

        Raises:
            KeyError: the library has no such source.
        """
        with self._session.change():
            path = path_text(source)
            sql = "SELECT report FROM source WHERE path = ?"
            row = self._session.row((columns.whole,), sql, path)
            if row is None:
                raise KeyError(source)
            self._tables.execute("DELETE FROM source WHERE path = ?", (path,))
            self._release(row[0])
            sql = "SELECT id FROM report WHERE id = ?"
            return self._session.row((columns.whole,), sql, row[0]) is None

    def attach(self, source: Path, mtime_ns: int, size: int, report_id: int, file: str) -> None:
        """As :meth:`seen`, within a change of the caller's."""
        path = path_text(source)
        sql = "SELECT report FROM source WHERE path = ?"
        before = self._session.row((columns.whole,), sql, path)
        # Replaced, not updated: the largest id is the source seen last.
        self._tables.execute("DELETE FROM source WHERE path = ?", (path,))
        self._tables.table("source").insert(
            {"path": path, "mtime_ns": mtime_ns, "size": size, "report": report_id}
        )
        self._reports.name(report_id, name_as_text(file))
        if before is not None and before[0] != report_id:
            self._release(before[0])

    def _release(self, report_id: int) -> None:
        """Delete a report that lost a source, unless it has another."""
        left = self._session.row(
            (columns.text,),
            "SELECT path FROM source WHERE report = ? ORDER BY id DESC LIMIT 1",
            report_id,
        )
        if left is None:
            self._reports.delete(report_id)
        else:
            self._reports.name(report_id, name_as_text(path_of(left[0]).name))
