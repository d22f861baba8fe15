"""Why a file cannot be read."""

from __future__ import annotations


class Refused(Exception):
    """A file that is not taken in; ``str()`` is one Chinese sentence that says why."""
