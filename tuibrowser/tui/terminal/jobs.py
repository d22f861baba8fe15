"""Whether a shell has this program as one of its jobs, and being stopped as one."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any


def is_managed() -> bool:
    """Whether somebody would let this program go on if it were stopped.

    Under ``ssh -t host tuibrowser``, in a window of tmux or a container there is no shell that
    would. A shell that manages jobs runs in the same session and in another process group.
    """
    session, group = os.getsid(0), os.getpgrp()
    process: int | None = os.getppid()
    while process:
        try:
            if os.getsid(process) != session:
                return False
            if os.getpgid(process) != group:
                return True
        except OSError:
            return False
        # `make run` and scripts stand between: of the same group, stopped together with this.
        process = _parent(process)
    return False


def is_in_foreground(terminal: int) -> bool:
    """Whether this program may use the terminal with this file number; one that is none counts."""
    try:
        return os.tcgetpgrp(terminal) == os.getpgrp()
    except OSError:
        return True


def stop(handler: Callable[[int, Any], None]) -> None:
    """Stop all processes of this job; returns when they go on.

    Args:
        handler: What handles the same signal afterwards.
    """
    signal.signal(signal.SIGTSTP, signal.SIG_DFL)
    # All of them: the shell waits for `make` and not for what `make` started.
    os.killpg(os.getpgrp(), signal.SIGTSTP)
    signal.signal(signal.SIGTSTP, handler)


def _parent(process: int) -> int | None:
    try:
        # Behind the name of the program, in brackets, which may hold anything.
        return int(Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[1])
    except (OSError, ValueError, IndexError):
        return None
