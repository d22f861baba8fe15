"""Files that are read to be looked at beside the library, and never stored."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import Final

from tuibrowser.model.document import Document
from tuibrowser.model.report import Passage, Report

SAID: Final = "所给文字"
"""What stands for the name of a file where there are only words."""


class DraftUnread(Exception):
    """A file cannot be read; ``str()`` is one Chinese sentence."""


class RulesUnread(DraftUnread):
    """No file can be read, since what a person added to the lexicon cannot be understood."""


def draft_path(name: str) -> Path | None:
    """The file that ``name`` means; ``None`` for a REF into the library.

    Raises:
        DraftUnread: ``name`` can only be a file, and there is none.
    """
    from tuibrowser.reading.formats import SUFFIXES, UNREADABLE  # noqa: PLC0415  (only for drafts)

    path = Path(name)
    suffix = path.suffix.lower()
    has_suffix = suffix in SUFFIXES or suffix in UNREADABLE
    # A township's name has no full stop; 柳溪镇@2021..2023 has, and no file is called that.
    if suffix and os.path.isfile(name):
        return path
    if (os.sep in name or has_suffix) and (os.path.exists(name) or _is_in_file(path)):
        return path
    if name in {os.curdir, os.pardir}:
        return path
    if has_suffix or name.startswith(("./", "../", "/")):
        raise DraftUnread(f"找不到文件 {name}，请检查路径")
    return None


def _is_in_file(path: Path) -> bool:
    """Whether a file lies on the way: ``path`` may be a member of an archive."""
    return any(it.is_file() for it in path.parents)


def read_draft(path: Path) -> Report:
    """Read and parse one file.

    Raises:
        DraftUnread: it is no text, or cannot be read.
        RulesUnread: what a person added to the lexicon cannot be understood.
    """
    # The lexicon is read from TOML files: browsing the library goes without.
    from tuibrowser.lexicon.load import load  # noqa: PLC0415
    from tuibrowser.lexicon.own import LexiconError  # noqa: PLC0415
    from tuibrowser.parsing.understand import understand  # noqa: PLC0415
    from tuibrowser.reading.read import Refused, read  # noqa: PLC0415

    try:
        return understand(read(path), load())
    except Refused as reason:
        raise DraftUnread(f"无法读取 {path}：{reason}") from None
    except LexiconError as error:
        raise RulesUnread(str(error)) from None


def said(words: str) -> Report:
    """``words`` as the one measure of a report that nobody issued.

    Raises:
        RulesUnread: what a person added to the lexicon cannot be understood.
    """
    from hashlib import sha256  # noqa: PLC0415  (loads a library of C; REFs need none)

    from tuibrowser.lexicon.load import load  # noqa: PLC0415
    from tuibrowser.lexicon.own import LexiconError  # noqa: PLC0415
    from tuibrowser.parsing.understand import understand  # noqa: PLC0415

    digest = sha256(words.encode("utf-8", "replace")).hexdigest()
    try:
        report = understand(Document(words, digest, SAID, "utf-8"), load())
    except LexiconError as error:
        raise RulesUnread(str(error)) from None
    themes = next((it.themes for it in report.passages if it.themes), ())
    whole = Passage("measure", 0, len(words), None, None, themes)
    return replace(report, passages=(whole,), sections=(), issuer=None, year=None)
