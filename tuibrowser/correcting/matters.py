"""What can be put right at a place of a report, and what the program holds of it and why."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Final, NamedTuple

from tuibrowser.correcting.wording import KEY_NAMES, NOTHING, STATE_NAMES, value_said
from tuibrowser.model.correction import (
    About,
    CorrectionKey,
    Corrections,
    heading_words,
    measure_words,
)
from tuibrowser.model.report import Passage, Place, Report
from tuibrowser.parsing.corrected.headings import heading_at
from tuibrowser.parsing.identity.naming import words_around
from tuibrowser.text.cutting import cut
from tuibrowser.text.fold import squash
from tuibrowser.text.linebreak import one_line
from tuibrowser.text.quotation import quoted

_WHOLE: Final[tuple[CorrectionKey, ...]] = (
    "title", "issuer", "issuer_kind", "year", "date", "published",
    "province", "city", "county", "township",
)  # fmt: skip
_ENTAILED: Final = "由其他更正推定"
"""Why a level of a place is known that itself nobody put right."""
_BEGINNING: Final = 12
"""Characters of a part by which a person knows it again."""


class Matter(NamedTuple):
    """One thing that can be put right."""

    key: CorrectionKey
    part: str
    """The words of the heading or measure that it is of; empty for the report as a whole."""
    now: str | None
    """The value, as a correction has it."""
    why: str
    """What showed it, or what is doubtful; may be empty."""
    is_corrected: bool

    @property
    def about(self) -> About:
        """Key and words of a correction of it."""
        return self.key, self.part

    @property
    def name(self) -> str:
        """``发文单位``; ``“存在的不足”的部分``."""
        if not self.part:
            return KEY_NAMES[self.key]
        return one_line(f"{quoted(cut(self.part, _BEGINNING))}的{KEY_NAMES[self.key]}")

    @property
    def says(self) -> str:
        """The value as people read it."""
        if self.now is None and self.key in Place._fields and not self.is_corrected:
            return STATE_NAMES["unknown"]
        return one_line(value_said(self.key, self.now)) or NOTHING


def matters(report: Report, corrections: Corrections, at: int | None) -> list[Matter]:
    """What can be put right of a report, and at a passage of it.

    Args:
        report: As it is with what was put right.
        corrections: What was.
        at: Index of the passage; ``None`` for the report as a whole alone.
    """
    done = {it.about for it in corrections}
    found = list(_of_whole(report, done))
    if at is not None and report.is_report:
        found += _of_part(report, report.passages[at], done)
    return found


def begin_with(found: list[Matter], report: Report, at: int | None) -> int:
    """Which of them the passage at hand is most likely about: what was put right of it, its
    heading, its theme, or whose report it is."""
    done = (n for n, it in enumerate(found) if it.part and it.is_corrected)
    if (corrected := next(done, None)) is not None:
        return corrected
    role = None if at is None else report.passages[at].role
    wanted = {"heading": "heading", "measure": "measure", "other": "heading", "lead": "heading"}
    key = wanted.get(role or "", "issuer")
    return next((n for n, it in enumerate(found) if it.key == key), 1)


def _of_whole(report: Report, done: Collection[About]) -> Iterator[Matter]:
    levels = report.place._asdict()
    for key in _WHOLE:
        value = levels[key] if key in levels else getattr(report, key)
        now = None if value is None else str(value)
        is_corrected = (key, "") in done
        yield Matter(key, "", now, "" if is_corrected else _why(report, key, now), is_corrected)


def _why(report: Report, key: CorrectionKey, now: str | None) -> str:
    if key in Place._fields:
        known = report.place_evidence.get(key)
        if known is None or known.state == "unknown":
            return ""
        if known.state == "corrected":
            return _ENTAILED
        words = quoted(one_line(known.words)) if known.words else ""
        return f"{STATE_NAMES[known.state]}{words}"
    doubts = [one_line(it.says) for it in report.doubts if it.kind == key]
    if doubts or now is None or key == "issuer_kind":
        return "；".join(doubts)
    if key in ("date", "published"):
        return ""
    found = (where for words, where in words_around(report) if squash(now) in squash(words))
    where = next(found, None)
    return f"见{where}" if where else ""


def _of_part(report: Report, passage: Passage, done: Collection[About]) -> Iterator[Matter]:
    def matter(key: CorrectionKey, part: str, now: str | None, why: str = "") -> Matter:
        return Matter(key, part, now, why, (key, part) in done)

    if passage.role not in ("heading", "title", "furniture", "signature"):
        if passage.role == "measure":
            words = measure_words(report.slice(passage))
            yield matter("measure", words, " ".join(passage.themes))
        cut = heading_at(report.text, passage.start, passage.end)
        if cut is not None:
            yield matter("heading", heading_words(cut.title), None)
    chain = [] if passage.section is None else list(report.chain(passage.section))
    doubts = "；".join(one_line(it.says) for it in report.doubts if it.kind == "headings")
    for at in chain:
        section = report.sections[at]
        words = heading_words(section.title)
        yield matter("heading", words, str(section.level), doubts)
        yield matter("kind", words, section.kind)
        yield matter("theme", words, " ".join(section.themes))
