"""One report's text as paragraphs, each measured once for every width to come."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from tuibrowser.model.report import Report
from tuibrowser.model.terms import Role, Span
from tuibrowser.text.cellwidth import Ambiguous, cells
from tuibrowser.text.linebreak import MeasuredParagraph

_APART: Final[frozenset[Role]] = frozenset({"title", "heading"})
"""Roles that never share a line with a neighbour, even where the source runs them together."""

_ONE_PARAGRAPH: Final[frozenset[Role]] = frozenset({"title", "heading", "measure"})
"""Roles whose inner line breaks can only be wraps: they are one title or one point."""

# It cannot begin within blanks, or a long run of them would be read anew from each of its places.
_GAP: Final = re.compile(r"(?<![ \t\u3000\u00a0])[ \t\u3000\u00a0]*\n[ \t\n\u3000\u00a0]*")
_INDENT: Final = (" ", "\t", "\u3000", "\u00a0")

_SLACK = 4
"""Cells by which wrapped lines of one text differ: punctuation is kept off their ends."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph as it will be drawn: text of one or more passages that follow each other."""

    passages: tuple[int, ...]
    start: int
    end: int
    role: Role
    """Of the first passage."""


class Galley:
    """A report made ready for setting; keep it as long as the report is open."""

    def __init__(self, report: Report, ambiguous: Ambiguous = 1) -> None:
        self.report = report
        self._ambiguous: Ambiguous = ambiguous
        self._paragraphs: dict[Span, MeasuredParagraph] = {}
        self._blocks: dict[tuple[int, ...], tuple[Block, ...]] = {}

    def paragraph(self, block: Block) -> MeasuredParagraph:
        """The measured text of ``block``."""
        span = block.start, block.end
        found = self._paragraphs.get(span)
        if found is None:
            text, words = self.report.text[block.start : block.end], self.report.word_starts
            found = MeasuredParagraph(text, self._ambiguous, words, block.start)
            self._paragraphs[span] = found
        return found

    def blocks(self, passages: Sequence[int]) -> tuple[Block, ...]:
        """Cut ``passages`` into paragraphs.

        Passages that the source has in one paragraph stay in one, unless one of them is a heading;
        where the source only wraps a paragraph, no new one begins.

        Args:
            passages: Indices into ``Report.passages``, rising.
        """
        key = tuple(passages)
        if key not in self._blocks:
            self._blocks[key] = tuple(self._cut(key))
        return self._blocks[key]

    def _cut(self, passages: Sequence[int]) -> Iterator[Block]:
        for run in self._runs(passages):
            start = self.report.passages[run[0]].start
            end = self.report.passages[run[-1]].end
            for gap in _GAP.finditer(self.report.text, start, end):
                if start < gap.start() and self._starts_paragraph(gap):
                    yield self._block(start, gap.start())
                    start = gap.end()
            if start < end:
                yield self._block(start, end)

    def _runs(self, passages: Sequence[int]) -> Iterator[list[int]]:
        """Passages that follow each other and may share a paragraph."""
        run: list[int] = []
        for index in passages:
            if run and (index != run[-1] + 1 or not self._mix(run[-1], index)):
                yield run
                run = []
            run.append(index)
        if run:
            yield run

    def _mix(self, first: int, second: int) -> bool:
        roles = {self.report.passages[first].role, self.report.passages[second].role}
        return not roles & _APART and (len(roles) == 1 or "furniture" not in roles)

    def _block(self, start: int, end: int) -> Block:
        first = max(bisect_right(self._starts, start) - 1, 0)
        inside = range(first, max(bisect_left(self._starts, end), first + 1))
        return Block(tuple(inside), start, end, self.report.passages[first].role)

    def _starts_paragraph(self, gap: re.Match[str]) -> bool:
        """Whether a line break of the source begins a paragraph rather than wrapping one."""
        passage = self.report.passages[bisect_right(self._starts, gap.start()) - 1]
        if passage.role in _ONE_PARAGRAPH and gap.end() < passage.end:
            return False
        blanks = gap[0]
        if blanks.count("\n") > 1 or blanks.endswith(_INDENT):
            return True
        return not self._wrap_width or self._line_width(gap.start()) < self._wrap_width - _SLACK

    @cached_property
    def _starts(self) -> list[int]:
        return [passage.start for passage in self.report.passages]

    @cached_property
    def _wrap_width(self) -> int:
        """Cells of a full line where the source is hard-wrapped, else 0."""
        text = self.report.text
        if self.report.is_report:
            widths = sorted(
                self._line_width(gap.start())
                for measure in self.report.measures
                for gap in _GAP.finditer(text, measure.start, measure.end)
            )
            return widths[len(widths) // 2] if widths else 0
        widths = [cells(line.strip(), self._ambiguous) for line in text.split("\n") if line.strip()]
        full = max(widths, default=0)
        wrapped = sum(width >= full - _SLACK for width in widths)
        # Prose in paragraphs has one longest line; wrapped text has mostly longest lines.
        return full if wrapped >= max(4, len(widths) / 2) else 0

    def _line_width(self, end: int) -> int:
        start = self.report.text.rfind("\n", 0, end) + 1
        return cells(self.report.text[start:end].strip(), self._ambiguous)
