"""``list``: what the library holds."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence

from tuibrowser.cli.outcome import Status, Stop
from tuibrowser.cli.references import (
    as_set,
    draft_path,
    names_of,
    parsed_ref,
    resolve_one,
    tell_of_unplaced,
)
from tuibrowser.cli.terminal import hand_out, line_width, remark, say
from tuibrowser.export.listing_csv import list_csv
from tuibrowser.export.records import list_record, write_json
from tuibrowser.export.tables import list_table
from tuibrowser.model.report import ReportEntry
from tuibrowser.store.library import Library
from tuibrowser.store.refs import resolve as refs


def list_reports(options: Namespace, library: Library) -> int:
    """Print what the library holds."""
    with library.read() as reader:
        stored, homes = reader.entries(), reader.homes()
        corrected = reader.all_corrections() if options.format == "table" else {}
    entries = _chosen(options.refs, stored) if options.refs else stored
    match options.format:
        case "json":
            say(write_json(list_record(entries, homes)))
        case "csv":
            hand_out(list_csv(entries, homes).encode())
        case _ if entries:
            names = {it.sha256: name for it, name in zip(stored, names_of(stored), strict=True)}
            named = [(names[it.sha256], it) for it in entries]
            labels = [library.label_of(homes[it.sha256]) for it in entries] if homes else []
            say("\n".join(list_table(named, line_width(), labels, corrected)))
    if not stored:
        remark("报告库中还没有报告，请运行：tuibrowser index 文件夹")
        return Status.LACKING
    return Status.DONE


def _chosen(names: Sequence[str], stored: Sequence[ReportEntry]) -> list[ReportEntry]:
    """What ``names`` mean, in the order of the library; all that one may mean is listed, too."""
    chosen: set[str] = set()
    meant: list[str] = []
    for name in names:
        parsed = parsed_ref(name)
        if draft_path(name) is not None:
            raise Stop(Status.MISUSED, f"“{name}”是文件，这里只列出库中的报告，如：青棠县/*@2023")
        try:
            found = refs.resolve(name, stored)
            meant.append(name)
        except refs.AmbiguousRef as several:
            found = several.every
            if parsed.is_everyone:
                remark(str(several))  # what is listed here, other commands refuse
        except refs.UnknownRef:
            meant.append(as_set(name, stored))  # a county, or it says what is wrong
            found = resolve_one(meant[-1], stored)
        chosen.update(entry.sha256 for entry in found)
    tell_of_unplaced(meant, stored)
    return [entry for entry in stored if entry.sha256 in chosen]
