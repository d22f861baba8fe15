"""From the words on the command line to an exit status, whatever happens in between."""

from __future__ import annotations

# Each command imports what it needs: `--help` stays at 40 ms, and `index` never loads a screen.
# ruff: noqa: PLC0415
import os
import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from contextlib import suppress
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from tuibrowser.cli.outcome import Status, Stop
from tuibrowser.cli.terminal import remark
from tuibrowser.locations import NoHome
from tuibrowser.reasons import reason_of

if TYPE_CHECKING:
    from tuibrowser.store.library import Library


def run(argv: Sequence[str] | None) -> int:
    """Run the command in ``argv`` (``None``: this process's own) and return its exit status.

    Bad input becomes one Chinese sentence on standard error; only a mistake in this program raises.
    """
    if argv is None:
        _restart_in_utf8()
        argv = sys.argv[1:]
    _write_utf8(sys.stdout)
    _write_utf8(sys.stderr)
    try:
        status = _run(argv)
        if sys.stdout is not None:
            sys.stdout.flush()
        return status
    except BrokenPipeError:
        # The reader (`head`, a pager) has all it wanted.
        _discard(sys.stdout)
        return Status.DONE
    except KeyboardInterrupt:
        remark("已中断")
        return Status.INTERRUPTED
    except NoHome as error:
        remark(str(error))
        return Status.UNUSABLE
    except OSError as error:
        _discard(sys.stdout)
        what = f"读写 {error.filename} 失败" if error.filename else "输出失败"
        remark(f"{what}：{reason_of(error)}")
        return Status.LACKING


def _run(argv: Sequence[str]) -> int:
    from tuibrowser.cli.parser import build_parser

    try:
        options = build_parser().parse_args(argv)
    except Stop as stop:
        remark(str(stop))
        return stop.status
    except SystemExit:
        # --help and --version have answered.
        return Status.DONE

    from tuibrowser.store.library import Library, LibraryError, locate

    try:
        library = Library(locate(None if options.db is None else Path(options.db)))
        return _command(options, library)
    except Stop as stop:
        remark(str(stop))
        return stop.status
    except LibraryError as error:
        remark(str(error))
        return Status.UNUSABLE


def _command(options: Namespace, library: Library) -> int:  # noqa: PLR0912  (one branch a command)
    command: Callable[[Namespace, Library], int]
    match options.command:
        case None:
            from tuibrowser.cli.browser import browse as command
        case "demo":
            from tuibrowser.cli.browser import demo as command
        case "open":
            from tuibrowser.cli.browser import open_named as command
        case "index":
            from tuibrowser.cli.indexing import index_paths as command
        case "list":
            from tuibrowser.cli.listing import list_reports as command
        case "search":
            from tuibrowser.cli.searching import search_passages as command
        case "show":
            from tuibrowser.cli.reading import show_reports as command
        case "compare":
            from tuibrowser.cli.reading import compare_reports as command
        case "excerpts":
            from tuibrowser.cli.excerpts import list_excerpts as command
        case "export":
            from tuibrowser.cli.reading import export_reports as command
        case "pack":
            from tuibrowser.cli.keeping import pack_library as command
        case "correct":
            from tuibrowser.cli.correcting import correct_report as command
        case "get":
            from tuibrowser.cli.keeping import get_sources as command
        case "rm":
            from tuibrowser.cli.keeping import remove_reports as command
        case _:
            from tuibrowser.cli.doctor import examine as command
    return command(options, library)


def _restart_in_utf8() -> None:
    """Start again in UTF-8 mode where the locale is another (an installed zh_CN.GB18030).

    There arguments are already decoded wrongly, and file names would be. Python itself does this
    for the C and POSIX locales only (PEP 540).
    """
    if sys.getfilesystemencoding() != "utf-8" and "utf8" not in sys._xoptions and sys.executable:
        os.execv(sys.executable, [sys.executable, "-X", "utf8", *sys.orig_argv[1:]])


def _write_utf8(stream: TextIO | None) -> None:
    # PYTHONIOENCODING may ask for another; what we print is a contract.
    if isinstance(stream, TextIOWrapper):
        stream.reconfigure(encoding="utf-8", errors="replace")


def _discard(stream: TextIO | None) -> None:
    """Have what is still buffered go nowhere, so that Python does not complain when it exits."""
    with suppress(OSError, AttributeError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())  # type: ignore[union-attr]
        os.close(nowhere)
