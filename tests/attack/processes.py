"""The program in a fork of this process: what it imports is there already, so a trial is cheap."""

from __future__ import annotations

import os
import resource
import select
import signal
import sys
import traceback
import warnings
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from io import TextIOWrapper
from pathlib import Path
from time import monotonic
from typing import Any, Final

Action = Callable[[], int]
"""What a fork does; it gives its exit status."""

CPU_SECONDS: Final = 20
"""What a fork may compute before it counts as endless: a hundred times what any trial takes, and
independent of how busy the machine is."""

_PATIENCE: Final = 180.0
"""Seconds after which a fork that waits for something is ended."""


@dataclass(frozen=True, slots=True)
class Done:
    """What a process came to."""

    command: str
    status: int
    """Exit status, negative for a signal."""
    out: bytes
    err: bytes


def forked(
    command: str, action: Action, environment: Mapping[str, str], folder: Path, cpu: int | None
) -> Done:
    """What ``action`` comes to in a fork with an environment and a folder of its own.

    Args:
        command: How the action is called in a report.
        action: Runs in the fork; what it raises is printed, as Python would at its end.
        environment: All variables.
        folder: The fork's working directory.
        cpu: Seconds of processor time, after which SIGXCPU ends it; ``None`` for no limit.
    """
    out, out_end = os.pipe()
    err, err_end = os.pipe()
    child = os.fork()
    if child == 0:
        status = 70
        try:
            os.setsid()
            _take_over(out_end, err_end, environment, folder, cpu)
            status = action()
        except SystemExit as leaving:
            status = leaving.code if isinstance(leaving.code, int) else 1
        except BaseException:
            traceback.print_exc()
        finally:
            _leave(status)
    os.close(out_end)
    os.close(err_end)
    said = _listen(child, (out, err))
    _, status = os.waitpid(child, 0)
    return Done(command, os.waitstatus_to_exitcode(status), *said)


def _take_over(
    out: int, err: int, environment: Mapping[str, str], folder: Path, cpu: int | None
) -> None:
    nothing = os.open(os.devnull, os.O_RDONLY)
    for number, end in enumerate((nothing, out, err)):
        os.dup2(end, number)
    os.closerange(3, 256)
    sys.stdin = sys.__stdin__ = os.fdopen(0, "r", closefd=False)  # type: ignore[misc]
    sys.stdout = sys.__stdout__ = _stream(1)  # type: ignore[misc]
    sys.stderr = sys.__stderr__ = _stream(2)  # type: ignore[misc]
    # What tests and their runner have set does not hold for the program.
    warnings.resetwarnings()
    warnings.simplefilter("ignore")
    for number, handler in _HANDLERS.items():
        signal.signal(number, handler)
    os.environ.clear()
    os.environ.update(environment)
    os.chdir(folder)
    if cpu is not None:
        resource.setrlimit(resource.RLIMIT_CPU, (cpu, cpu + 5))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


_HANDLERS: Final[dict[int, Any]] = {
    signal.SIGINT: signal.default_int_handler,
    signal.SIGTERM: signal.SIG_DFL,
    signal.SIGHUP: signal.SIG_DFL,
    signal.SIGPIPE: signal.SIG_IGN,
    signal.SIGXFSZ: signal.SIG_IGN,
}
"""As Python has them at its start."""


def _stream(number: int) -> TextIOWrapper:
    return TextIOWrapper(os.fdopen(number, "wb", closefd=False), "utf-8", line_buffering=number > 1)


def _leave(status: int) -> None:
    try:
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
    finally:
        os._exit(status)


def _listen(child: int, ends: tuple[int, int]) -> list[bytes]:
    """What is written to ``ends`` until nobody holds them; ends those who hold them too long."""
    said = {end: bytearray() for end in ends}
    waiting = set(ends)
    deadline = monotonic() + _PATIENCE
    while waiting:
        ready, _, _ = select.select(list(waiting), [], [], max(0.0, deadline - monotonic()))
        if not ready:
            # Its session holds what it started.
            os.killpg(child, signal.SIGKILL)
            deadline = monotonic() + _PATIENCE
        for end in ready:
            if data := os.read(end, 1 << 16):
                said[end] += data
            else:
                waiting.remove(end)
                os.close(end)
    return [bytes(said[end]) for end in ends]
