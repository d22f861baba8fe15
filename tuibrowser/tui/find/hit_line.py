"""What the line of a hit says: whose, when and where; how it matched, and how many say the same."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from tuibrowser.lexicon.labels import KIND_WORDS, ROLE_LABELS
from tuibrowser.model.search import Hit
from tuibrowser.model.terms import ReportSpan
from tuibrowser.search.same import Group
from tuibrowser.text.linebreak import one_line
from tuibrowser.tui.terminal.widths import cells, fill, shorten

_PART_CELLS: Final = max(cells(word) for word in KIND_WORDS.values())
_SHARE_OF_NOTES: Final = 2
"""What part of the line beside the name notes may take: they explain the sentence, and must leave
some of it."""
_INDENT: Final = "└ "
"""Before a hit that is listed below the one that says the same."""


@dataclass(frozen=True, slots=True)
class HitLine:
    """A hit, as one of those that say the same."""

    hit: Hit
    group: Group
    """What it belongs to; it stands for the group where it is the group's first."""

    @property
    def leads(self) -> bool:
        """Whether it stands for its group."""
        return self.hit is self.group.hit

    def describe(self, issuer_cells: int) -> str:
        """Whose report it is in, of which year, and in which part."""
        passage = self.hit.passage
        kind = passage.section_kind
        part = ROLE_LABELS[passage.role] if kind is None else KIND_WORDS[kind]
        name = ("" if self.leads else _INDENT) + issuer(self.hit)
        year = f"{passage.year}" if passage.year else "不详"
        return " ".join((fill(name, issuer_cells), year, fill(part, _PART_CELLS)))

    def remark(self, room: int) -> str:
        """How the hit matched, and how many say the same, for the right end of its line.

        Args:
            room: Cells that this and the sentence have together.
        """
        note = one_line(self.hit.note or "")
        short = note.partition("（")[0]
        count = len(self.group.others) if self.leads else 0
        least = "以上" * self.group.bounded
        alike = f"另有 {count} 处{least}相同" if count else ""
        number = f"另{count}处" if count else ""
        # What the sentence does not need, else half.
        needed = cells(one_line(self.hit.passage.text[:room])) + 1
        most = max(room // _SHARE_OF_NOTES, room - needed)
        said = ""
        for words in ((note, alike), (short, alike), (note, number), (short, number)):
            said = "".join(f" {each}" for each in words if each)
            if cells(said) <= most:
                return said
        return shorten(said, most)


def issuer(hit: Hit) -> str:
    """Whose report ``hit`` is in."""
    return one_line(hit.passage.unit or hit.passage.title or "单位不详")


def stretch(hit: Hit) -> ReportSpan:
    """What ``hit`` is, as long as its report is the same: passage ids may change."""
    return (hit.passage.report, hit.passage.start, hit.passage.end)


def stretches(hit: Hit) -> list[ReportSpan]:
    """Where the found words stand in the report; the whole passage if no words were asked for."""
    sha256, start, end = stretch(hit)
    return [(sha256, start + a, start + b) for a, b in hit.spans] or [(sha256, start, end)]
