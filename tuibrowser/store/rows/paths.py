"""Paths of files as a library keeps them, both ways."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Final

_ESCAPED: Final = re.compile(rb"\\x([89a-f][0-9a-f])")


def path_text(path: Path) -> str:
    """An absolute path as text; bytes that are no UTF-8, as in names from GBK systems, escaped."""
    return os.fsencode(os.path.abspath(path)).decode("utf-8", "backslashreplace")


def path_of(text: str) -> Path:
    """The path that :func:`path_text` wrote.

    What looks like an escape is one unless such a file is there: nobody types one into a name.
    """
    if "\\x" not in text or os.path.lexists(text):
        return Path(text)
    return Path(os.fsdecode(_ESCAPED.sub(_byte, os.fsencode(text))))


def _byte(escape: re.Match[bytes]) -> bytes:
    return bytes.fromhex(escape[1].decode())
