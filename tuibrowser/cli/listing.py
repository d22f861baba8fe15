"""``list``: what the library holds."""

from __future__ import annotations

from argparse import Namespace

from tuibrowser.cli.outcome import Status
from tuibrowser.cli.references import names_of
from tuibrowser.cli.terminal import hand_out, line_width, remark, say
from tuibrowser.export.listing_csv import list_csv
from tuibrowser.export.records import list_record, write_json
from tuibrowser.export.tables import list_table
from tuibrowser.store.library import Library


def list_reports(options: Namespace, library: Library) -> int:
    """Print what the library holds."""
    with library.read() as reader:
        entries, homes = reader.entries(), reader.homes()
        corrected = reader.all_corrections() if options.format == "table" else {}
    match options.format:
        case "json":
            say(write_json(list_record(entries, homes)))
        case "csv":
            hand_out(list_csv(entries, homes).encode())
        case _ if entries:
            named = zip(names_of(entries), entries, strict=True)
            labels = [library.label_of(homes[it.sha256]) for it in entries] if homes else []
            say("\n".join(list_table(named, line_width(), labels, corrected)))
    if not entries:
        remark("报告库中还没有报告，请运行：tuibrowser index 文件夹")
        return Status.LACKING
    return Status.DONE
