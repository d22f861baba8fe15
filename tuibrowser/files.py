"""Files that are written whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO


@contextmanager
def replacing(target: Path) -> Iterator[BinaryIO]:
    """A file that takes the place of ``target`` once the block ends without error.

    Until then, and after an error, ``target`` is as it was. A device or pipe is written directly.

    Raises:
        OSError: ``target`` or its folder cannot be written; it names ``target``.
    """
    # A link stays a link; what it points to is replaced.
    target = Path(os.path.realpath(target))
    if target.exists() and not target.is_file():
        with target.open("wb") as file:
            yield file
        return
    part = target.with_name(f".{os.getpid()}.part")
    try:
        with part.open("xb") as file:
            yield file
        part.replace(target)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(target)) from error
    finally:
        part.unlink(missing_ok=True)
