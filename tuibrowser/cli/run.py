"""From the words on the command line to an exit status, whatever happens in between."""

from __future__ import annotations

# Each command imports what it needs: `--help` stays at 40 ms, and `index` never loads a screen.
# ruff: noqa: PLC0415
import os
import sys
from argparse import Namespace
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from importlib import import_module
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from tuibrowser.cli.ending import EndingSignals
from tuibrowser.cli.outcome import Status, Stop
from tuibrowser.cli.terminal import remark
from tuibrowser.locations import NoHome, state_home
from tuibrowser.reasons import reason_of

if TYPE_CHECKING:
    from tuibrowser.cli.command import Command
    from tuibrowser.model.correction import Corrections
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
    with EndingSignals() as ending:
        return ending.status_of(_run_through(argv))


def _run_through(argv: Sequence[str]) -> int:
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
    except MemoryError:
        _discard(sys.stdout)
        remark("内存不足，未能完成，请关闭其他程序，或分几次处理后再试")
        return Status.LACKING
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

    from tuibrowser.cli.table import command_of
    from tuibrowser.store.library import LibraryError, library_at

    try:
        library = library_at(_dbs(options), _put_right)
        return function_of(command_of(options.command))(options, library)
    except Stop as stop:
        remark(str(stop))
        return stop.status
    except LibraryError as error:
        remark(str(error))
        return Status.UNUSABLE


def _dbs(options: Namespace) -> list[Path]:
    """The libraries that are named, before the command and after it."""
    from tuibrowser.store.joint.ids import MOST

    named = [*(options.db or ()), *getattr(options, "later_db", ())]
    if len(set(named)) > MOST:
        raise Stop(Status.MISUSED, f"--db 最多写 {MOST} 次，请少写几个")
    return list(map(Path, named))


def _put_right() -> Mapping[str, Corrections]:
    """What the person corrected in libraries of others; loads nothing where there is nothing."""
    with suppress(NoHome):
        if (state_home() / "corrections.json").exists():
            from tuibrowser.state.corrections import load_corrections

            return load_corrections(remark)
    return {}


def function_of(command: Command) -> Callable[[Namespace, Library], int]:
    """The function that the table names for ``command``, whose module is loaded only now."""
    module, _, name = command.runs.partition(":")
    function: Callable[[Namespace, Library], int]
    function = getattr(import_module(f"tuibrowser.cli.{module}"), name)
    return function


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
