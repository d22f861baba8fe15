"""草稿: files that are in no library, read to stand beside reports that are.

Imported when a draft is asked for: reading and parsing load the lexicon, which browsing goes
without.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tuibrowser.indexing.draft import DraftUnread, draft_path, read_draft
from tuibrowser.locations import NoHome, expanded
from tuibrowser.model.report import Report
from tuibrowser.model.terms import Span
from tuibrowser.store.answers.akin import akin
from tuibrowser.store.library import LibraryError
from tuibrowser.text.vocabulary import starts_by, vocabulary

if TYPE_CHECKING:
    from tuibrowser.store.library import Library, Reader

_TO_LEARN_FROM: Final = 15
"""Reports of the library whose words a draft is read by: 50 ms; three more tell little more."""

_ALIKE: Final = (40, 20, 10)
"""Characters that must stand in both versions of a draft for a place to be the same, in turn."""


def read(name: str) -> tuple[Path, Report]:
    """Read the file that ``name`` (a path, perhaps with ``~``) means, and where it lies.

    Raises:
        DraftUnread: there is no such file, or it cannot be read.
    """
    try:
        path = Path(expanded(name)).absolute()
    except NoHome as reason:
        raise DraftUnread(str(reason)) from None
    except FileNotFoundError:
        # Only `absolute` raises it.
        raise DraftUnread(f"当前文件夹已不存在，找不到文件 {name}，请写完整路径") from None
    # Only what begins like a path is taken for one.
    if draft_path(str(path)) is None:
        raise DraftUnread(f"找不到文件 {path}，请检查路径")
    return path, read_draft(path)


@dataclass(frozen=True, slots=True)
class FoundReport:
    """A file that was read."""

    report: Report
    path: str
    number: int | None
    """Which of the texts of its issuer and year it is, if it is in the library; ``None`` if it is a
    draft."""


def find(name: str, opened: Sequence[Report], library: Library) -> FoundReport:
    """Read the file that ``name`` means, in whichever thread: it may take a while.

    Args:
        name: Its path, perhaps with ``~``.
        opened: The open reports, whose words it may share.
        library: Where it may be, too.

    Raises:
        DraftUnread: there is no such file, or it cannot be read.
    """
    path, report = read(name)
    try:
        with library.read() as reader:
            try:
                stored = reader.report(report.sha256)
                return FoundReport(stored, str(path), reader.number(report.sha256))
            except KeyError:
                return FoundReport(with_words(report, opened, reader), str(path), None)
    except LibraryError:
        return FoundReport(with_words(report, opened, None), str(path), None)


def with_words(report: Report, opened: Iterable[Report], reader: Reader | None) -> Report:
    """``report`` with where its words start, as far as other reports know them: lines of a draft
    then break between words, too.

    Args:
        report: A draft, over which no dictionary has gone.
        opened: Reports it stands beside.
        reader: The library, if there is one, for more of them.
    """
    known = {each.sha256: each for each in opened}
    if reader is not None:
        known |= {each.sha256: each for each in akin(reader, report, _TO_LEARN_FROM)}
    texts = [(it.text, it.word_starts) for it in known.values() if it.word_starts is not None]
    words = vocabulary(texts)
    return replace(report, word_starts=starts_by(words, report.text)) if words else report


def words_of(report: Report, text: str) -> Span | None:
    """Where the first line of ``text`` stands in ``report``, however that is wrapped."""
    line = text.split("\n", 1)[0]
    for length in (len(line), *_ALIKE):
        beginning = filter(lambda it: not it.isspace(), line[:length])
        if found := re.search(r"\s*".join(map(re.escape, beginning)), report.text):
            return found.span()
    return None


def same_place(before: Report, now: Report, offset: int | None) -> int | None:
    """Where the words at ``offset`` of ``before`` stand in ``now``, a later version of it.

    Returns:
        The place nearest to where they were; ``None`` if they are gone.
    """
    if offset is None:
        return None
    for length in _ALIKE:
        words = before.text[offset : offset + length]
        later = now.text.find(words, offset)
        earlier = now.text.rfind(words, 0, offset + len(words))
        found = [at for at in (later, earlier) if at >= 0]
        if found:
            return min(found, key=lambda at: abs(at - offset))
    return None
