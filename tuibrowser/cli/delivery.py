"""Answers that may go into a file: ``-o``, ``--format``, and what is said afterwards."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from pathlib import Path

from tuibrowser.cli.outcome import Status, Stop
from tuibrowser.cli.terminal import is_terminal, remark
from tuibrowser.export.writing import (
    Exported,
    ExportRefused,
    Format,
    choose_format,
    refuse_precious,
    way_home,
    write,
)
from tuibrowser.model import Report
from tuibrowser.store.library import Library


def deliver(
    options: Namespace,
    formats: Sequence[Format],
    content: Callable[[Format], bytes],
    suggestion: Callable[[Format], Path],
    library: Library,
    reports: Sequence[Report] = (),
    what: str = "对照表",
) -> None:
    """Print an answer, or write it into the file that ``-o`` names.

    Args:
        options: With ``format`` and ``output``, either of them ``None`` where not said.
        formats: Those there are, the default one first.
        content: Makes the answer in one of them.
        suggestion: A path to propose for it.
        library: Is not overwritten, nor are its sources.
        reports: Nor are these.
        what: Is told to have been exported.

    Raises:
        Stop: format and file contradict each other, or the file must not be overwritten.
    """
    target = None if options.output in (None, "-") else Path(options.output)
    try:
        format_ = choose_format(options.format, target, formats)
        if target is not None:
            tell(what, write(content(format_), target, library, reports))
            return
    except ExportRefused as refused:
        raise Stop(Status.MISUSED, str(refused)) from None
    if format_ == "docx" and is_terminal(sys.stdout):
        name = suggestion(format_).name
        raise Stop(Status.MISUSED, f"docx 不能显示在终端上，请写入文件，如：-o {name}")
    if sys.stdout is not None:
        sys.stdout.flush()
        sys.stdout.buffer.write(content(format_))


def refuse_overwriting(target: Path, library: Library) -> None:
    """Raise :class:`Stop` where ``target`` is a library or a source of ``library``."""
    try:
        refuse_precious(target, library)
    except ExportRefused as refused:
        raise Stop(Status.MISUSED, str(refused)) from None


def tell(what: str, exported: Exported) -> None:
    """Say where ``what`` is now and, over SSH, how to fetch it."""
    remark(f"已导出{' ' if what[0].isdigit() else ''}{what}：{exported}")
    if (way := way_home(exported.path)) is not None:
        remark(way)
