"""What was read with doubts: ``doctor --reports`` and ``index --report FILE``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import Final

from tuibrowser.cli.delivery import refuse_overwriting
from tuibrowser.cli.references import names_of
from tuibrowser.cli.terminal import remark, say
from tuibrowser.cli.texts import file_names
from tuibrowser.export.doubts_csv import Doubtful, doubts_csv
from tuibrowser.files import replacing
from tuibrowser.model.report import NOT_REPORT, Doubt
from tuibrowser.reading.formats import BY_NAME
from tuibrowser.store.library import Library, Reader
from tuibrowser.text.linebreak import one_line

_NO_REPORT: Final = "看不出是法治政府建设年度报告，请检查文件"


def doubtful_reports(reader: Reader) -> Iterator[Doubtful]:
    """Every doubt about a stored report, and each text that is none, in the library's order."""
    doubts = reader.doubts()
    for entry in reader.entries():
        found = doubts.get(entry.sha256, ())
        if not entry.is_report and not any(it.kind == NOT_REPORT for _, it, _ in found):
            form = found[0][0] if found else ""
            yield Doubtful(entry, form, Doubt(NOT_REPORT, _NO_REPORT), None)
        for it in found:
            yield Doubtful(entry, *it)


def tell_doubts(library: Library) -> None:
    """Print the reports that were read with doubts, each with what is doubtful."""
    with library.read() as reader:
        doubtful = list(doubtful_reports(reader))
        files = file_names(list({it.entry.sha256: it.entry for it in doubtful}.values()), reader)
    if not doubtful:
        say("没有读取时存疑的报告")
        return
    groups = [list(group) for _, group in groupby(doubtful, key=lambda it: it.entry.sha256)]
    names = names_of([group[0].entry for group in groups])
    for name, group in zip(names, groups, strict=True):
        first = group[0]
        known = BY_NAME.get(first.format)
        label = known.label if known else one_line(first.format)
        told = "，".join(filter(None, (one_line(files[first.entry.sha256]), label)))
        say(f"{one_line(name)}（{told}）")
        for it in group:
            where = "" if it.page is None else f"第{it.page}页："
            say(f"  {where}{one_line(it.doubt.says)}")
    remark(f"共 {len(groups)} 份报告读取时存疑，请对照原件核对")


def write_doubts(target: Path, library: Library, refused: Sequence[tuple[Path, str]]) -> None:
    """Write the same as CSV, and what was refused.

    Raises:
        Stop: ``target`` cannot be written without harm to a library or a source.
        LibraryError: the library cannot be read.
    """
    doubtful: list[Doubtful] = []
    if library.exists():
        refuse_overwriting(target, library)
        with library.read() as reader:
            doubtful = [
                it._replace(file=str(next(iter(reader.sources(it.entry.sha256)), "")))
                for it in doubtful_reports(reader)
            ]
    content = doubts_csv(doubtful, ((str(path.absolute()), reason) for path, reason in refused))
    with replacing(target) as file:
        file.write(content.encode("utf-8", "replace"))
    remark(f"存疑与未能入库的清单已写入 {target.absolute()}")
