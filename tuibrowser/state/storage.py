"""What belongs to one person as small JSON files: written whole, and put aside where damaged.

It is a convenience: what cannot be read is said once, never an obstacle.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from tuibrowser.files import replacing
from tuibrowser.reasons import reason_of

T = TypeVar("T")


class StateDamaged(Exception):
    """A stored file could not be read; ``str()`` is one Chinese sentence."""


class StateUnsaved(Exception):
    """A file could not be stored; ``str()`` is one Chinese sentence."""


def load(file: Path, what: str, understand: Callable[[Any], T], empty: T) -> T:
    """What ``file`` holds; ``empty`` where there is no such file.

    Args:
        file: JSON, or anything else by accident.
        what: What it is, to begin a Chinese sentence with.
        understand: Makes the value of parsed JSON, checking every part of it: the file may have
            been edited, or come from another version. ``ValueError``, ``TypeError`` and
            ``KeyError`` say that it cannot.
        empty: What to start from.

    Raises:
        StateDamaged: the file is there but cannot be read. It was renamed to ``….bak``, so that
            the next call gives ``empty``.
    """
    try:
        return understand(json.loads(file.read_bytes()))
    except FileNotFoundError:
        return empty
    except (OSError, ValueError, TypeError, KeyError, RecursionError) as error:
        kept = file.with_name(file.name + ".bak")
        try:
            file.replace(kept)
        except OSError as refused:
            sentence = f"{what}无法读取（{file}），也未能另存：{reason_of(refused)}"
            raise StateDamaged(sentence) from error
        raise StateDamaged(f"{what}无法读取，已另存为 {kept}，本次从空白开始") from error


def save(file: Path, what: str, content: Any) -> None:
    """Keep ``content`` as JSON in ``file``; the old one stays whole until the new one is.

    Raises:
        StateUnsaved: the folder cannot be written; the sentence begins with ``what``.
    """
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with replacing(file) as new:
            # A path may hold bytes that are not UTF-8; json reads them back the same way.
            text = json.dumps(content, ensure_ascii=False, indent=1)
            new.write(text.encode("utf-8", "surrogatepass"))
    except OSError as error:
        sentence = f"{what}未能保存，请检查 {file.parent} 是否可写、磁盘是否已满"
        raise StateUnsaved(sentence) from error
