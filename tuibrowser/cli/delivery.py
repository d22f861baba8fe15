"""Answers that may go into a file: ``-o``, ``--format``, and what is said afterwards."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

from tuibrowser.cli.outcome import Status, Stop
from tuibrowser.cli.terminal import hand_out, is_terminal, remark, say
from tuibrowser.export import naming
from tuibrowser.export.naming import ExportRefused, Format, choose_format
from tuibrowser.export.writing import Exported, headed, refuse_precious, way_home, write
from tuibrowser.model.report import Report
from tuibrowser.reading.own import trouble_of_own
from tuibrowser.store.library import Library
from tuibrowser.text.linebreak import one_line

_FILES: Final[tuple[Format, ...]] = ("docx", "xlsx", "csv")
"""What is the same on a terminal, in a pipe and in a file, byte for byte."""
_TEXTS: Final[tuple[Format, ...]] = ("text", "table")
_DOCUMENTS: Final[tuple[Format, ...]] = ("docx", "xlsx")


_WRITTEN: Final = ("output", "report", "db")
"""Options that name files to be written; that a library is none of the answers' files is known
elsewhere."""


class Delivery:
    """Where an answer goes and in which format, as ``-o`` and ``--format`` say."""

    def __init__(self, options: Namespace, formats: Sequence[Format], what: str) -> None:
        """Settle it before any work is done.

        Args:
            options: With ``format`` and ``output``, either of them ``None`` where not said.
            formats: Those there are, the default one first.
            what: The answer in a word, 对照表.

        Raises:
            Stop: format and file contradict each other, a document would go onto a terminal, or
                the answer onto a file that it is made from.
        """
        self._what = what
        self._target = None if options.output in (None, "-") else Path(options.output)
        refuse_what_is_read(self._target, options)
        refuse_missing_folder(self._target)
        try:
            self.format = choose_format(options.format, self._target, formats)
        except ExportRefused as refused:
            raise Stop(Status.MISUSED, str(refused)) from None
        if self.format in _DOCUMENTS and self._target is None and is_terminal(sys.stdout):
            sentence = f"{self.format} 不能显示在终端上，请写入文件，如：-o {what}.{self.format}"
            raise Stop(Status.MISUSED, sentence)

    def hand_over(self, content: bytes, library: Library, reports: Sequence[Report] = ()) -> None:
        """Print ``content``, or write it and tell where it is.

        Args:
            content: The answer in :attr:`format`.
            library: Is not overwritten, nor are its sources.
            reports: Nor are the files that these were read from.

        Raises:
            Stop: the file must not be overwritten.
        """
        if self._target is None:
            if self.format in _FILES:
                hand_out(content)
            else:
                say(content.decode(), end="")
            return
        try:
            if self.format in _TEXTS and not trouble_of_own(content.decode()):
                content = headed(content, self._what)
            exported = write(content, self._target, library, reports)
        except ExportRefused as refused:
            raise Stop(Status.MISUSED, str(refused)) from None
        tell(self._what, exported)


def refuse_what_is_read(target: Path | None, options: Namespace) -> None:
    """Raise :class:`Stop` where ``target`` is a file that ``options`` name besides: a draft, a
    roster. Its name may be another one of the same file."""
    if target is None or not target.is_file():
        return
    named = [
        (key, name)
        for key, value in vars(options).items()
        if key not in _WRITTEN
        for name in (value if isinstance(value, (list, tuple)) else (value,))
        if isinstance(name, str)
    ]
    for key, name in named:
        with suppress(OSError, ValueError):
            if target.samefile(name):
                what = "名册" if key == "roster" else "要读取的文件"
                sentence = f"{target} 是{what}，不会覆盖，请换一个文件名"
                raise Stop(Status.MISUSED, sentence)


def refuse_missing_folder(target: Path | None) -> None:
    """Raise :class:`Stop` where ``target`` would lie in a folder that is not there: said before
    the work is done, not after it."""
    if target is not None and not os.path.lexists(target.parent):
        sentence = f"没有 {one_line(str(target.parent))} 这个文件夹，请先建立，或换一个位置"
        raise Stop(Status.MISUSED, sentence)


def refuse_overwriting(target: Path, library: Library) -> None:
    """Raise :class:`Stop` where ``target`` is a library or a source of ``library``, or its folder
    is not there."""
    refuse_missing_folder(target)
    try:
        refuse_precious(target, library)
    except ExportRefused as refused:
        raise Stop(Status.MISUSED, str(refused)) from None


def refuse_ending(target: Path, proper: str) -> None:
    """Raise :class:`Stop` where the name of ``target`` promises another format than ``proper``."""
    try:
        naming.refuse_ending(target, proper)
    except ExportRefused as refused:
        raise Stop(Status.MISUSED, str(refused)) from None


def tell(what: str, exported: Exported) -> None:
    """Say where ``what`` is now and, over SSH, how to fetch it."""
    remark(f"已导出{what}：{exported}")
    if (way := way_home(exported.path)) is not None:
        remark(way)
