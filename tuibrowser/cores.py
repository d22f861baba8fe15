"""How many cores this process may use."""

from __future__ import annotations

import os


def cores() -> int:
    """As many as the system lets it have, fewer than there are where it was confined to some."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not on every system
        return os.cpu_count() or 1
