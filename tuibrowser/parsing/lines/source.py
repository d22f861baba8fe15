"""The source as paragraphs that rules can read, each character tied to where it stands.

A paragraph's *shadow* is folded and free of white space, so one pattern serves full- and half-width
punctuation, ``2023 年``, U+3000 indents and traditional characters. Lines that a page, a mail
program or a PDF wrapped are joined.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from tuibrowser.parsing.lines.numbering import HAN, MARKER, POINT
from tuibrowser.text.fold import squeeze


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph or a piece of one."""

    number: int
    """Line of the source it begins on, from 1."""
    shadow: str
    offsets: Sequence[int]
    """For each character of ``shadow`` its offset in the report's text."""
    end: int
    """Offset after the last visible character, a gloss that ``shadow`` leaves out included."""

    @property
    def start(self) -> int:
        """Offset of the first character in the report's text."""
        return self.offsets[0]

    def piece(self, start: int, end: int, text: str) -> Line:
        """The part ``shadow[start:end]``, not empty; its number counts the newlines between."""
        skipped = text.count("\n", self.start, self.offsets[start])
        return Line(
            self.number + skipped,
            self.shadow[start:end],
            self.offsets[start:end],
            self.end_of(end, text),
        )

    def cut(self, edges: Sequence[int], text: str) -> list[Line]:
        """The parts between consecutive ``edges``, which begin with 0."""
        pieces, number, counted = list[Line](), self.number, self.start
        for start, end in pairwise(edges):
            number += text.count("\n", counted, self.offsets[start])
            counted = self.offsets[start]
            shadow, offsets = self.shadow[start:end], self.offsets[start:end]
            pieces.append(Line(number, shadow, offsets, self.end_of(end, text)))
        return pieces

    def end_of(self, end: int, text: str) -> int:
        """Offset after ``shadow[:end]`` in the text, with a gloss that stands behind it."""
        if end == len(self.shadow):
            return self.end
        after = self.offsets[end - 1] + 1
        return after + len(text[after : self.offsets[end]].rstrip())

    def written(self, text: str, start: int = 0, end: int | None = None) -> str:
        """``shadow[start:end]`` in the source's own characters, without white space and glosses."""
        offsets = self.offsets[start:end]
        if not offsets:
            return ""
        first, last = offsets[0], offsets[-1]
        if last - first == len(offsets) - 1:  # as most have it
            return text[first : last + 1]
        return "".join(map(text.__getitem__, offsets))


def join(lines: Sequence[Line]) -> Line:
    """Consecutive paragraphs as one."""
    if len(lines) == 1:
        return lines[0]
    shadow = "".join(line.shadow for line in lines)
    return Line(lines[0].number, shadow, [o for line in lines for o in line.offsets], lines[-1].end)


_REMARK = re.compile(r"\([^()]{1,30}\)")
_SIGNS = str.maketrans("。;!?:,", "······")


def without_remarks(shadow: str) -> str:
    """``shadow`` with the signs inside brackets made dots, for no sentence ends in a remark:
    推进改革(牵头部门:司法所)."""
    return (
        _REMARK.sub(lambda match: match[0].translate(_SIGNS), shadow) if "(" in shadow else shadow
    )


# Mirrors that turn pages into traditional characters put a reading or the simplified character
# behind: 發(fā)布, 區(区). Folding makes the second kind a doubled character.
_GLOSS = re.compile(rf"(?<=[{HAN}])\([a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹ]{{1,6}}\)|(.)\(\1\)")


def unwrapped(text: str) -> list[Line]:
    """The lines of ``text`` in order, those that a right margin ended joined; lines of white space
    alone are left out."""
    physical = [
        (number, line, start) for number, line, start in _physical_lines(text) if line.strip()
    ]
    lines = [_line(number, line, start) for number, line, start in physical]
    if text.count(".") > text.count("。"):
        lines = _with_stops(lines)
    return _unwrap(lines, [line for _, line, _ in physical])


# A dot behind a word and before another: 加强组织领导.成立领导小组.
_DOT = re.compile(rf"(?<=[{HAN})\"%])\.(?=[{HAN}(\"《]|$)")
_TENS = "[一二三四五六七八九十]{1,3}"
_NUMBERED = re.compile(rf"(?:^|[.。;:!?)])第?{_TENS}(?:部分|[章节篇])?$|\({_TENS}\)$")
_LONGEST_NUMBER = 7
_FEWEST_DOTS = 3


def _with_stops(lines: Sequence[Line]) -> list[Line]:
    """``lines`` with 。 for the dots that end sentences, if that is how the text ends them."""

    def stop(found: re.Match[str]) -> str:
        at = found.start()
        return "." if _NUMBERED.search(found.string[max(0, at - _LONGEST_NUMBER) : at]) else "。"

    stopped = [replace(line, shadow=_DOT.sub(stop, line.shadow)) for line in lines]
    dots = sum(line.shadow.count("。") for line in stopped)
    dots -= sum(line.shadow.count("。") for line in lines)
    return stopped if dots >= _FEWEST_DOTS else list(lines)


def _physical_lines(text: str) -> Iterable[tuple[int, str, int]]:
    start = 0
    for number, line in enumerate(text.split("\n"), 1):
        yield number, line, start
        start += len(line) + 1


def _line(number: int, line: str, start: int) -> Line:
    shadow, offsets = squeeze(line)
    shadow = _with_numbers(shadow)
    glosses = [
        (match.start() + (1 if match[1] else 0), match.end()) for match in _GLOSS.finditer(shadow)
    ]
    for first, last in reversed(glosses):
        shadow = shadow[:first] + shadow[last:]
        del offsets[first:last]
    end = start + len(line.rstrip())
    return Line(number, shadow, [start + offset for offset in offsets], end)


_DASHED = re.compile(r"(?<=\()[—–―](?=\))|^[—–―](?=、)")


def _with_numbers(shadow: str) -> str:
    """``shadow`` with what stands for the signs of numbering: 一丶 for 一、, (—) for (一)."""
    if "丶" in shadow:
        shadow = shadow.replace("丶", "、")
    return _DASHED.sub("一", shadow) if "—" in shadow or "–" in shadow else shadow


# --- wrapped lines ---------------------------------------------------------------------------

_FEWEST_LINES = 12
_WIDEST_WRAP = 130
_SLACK = 5
_FULL_LINES = 0.5
_FEWEST_FULL = 3
_PAGE_NUMBER = re.compile(
    r"^(?:[-—–·]+\d{1,3}[-—–·]+|第\d{1,3}页(?:[,/]?共\d{1,3}页)?|\d{1,3}/\d{1,3})$"
)
_SENTENCE_END = tuple("。;!?:”")
_CLAUSE_END = (*_SENTENCE_END, "；", "：", "，", "、", ",")
_REST = re.compile(r"\d[\d.,]*[余多万亿]*[^\d,。;]{1,3}[,。;]")


def _unwrap(lines: list[Line], raw: Sequence[str]) -> list[Line]:
    """Join lines that only a right margin ended.

    Full lines pile up at one width, counted in characters (mail) or in columns (PDF); the measure
    with the sharper peak is the one the page was set by.
    """
    if len(lines) < _FEWEST_LINES:
        return lines
    visible = [line.rstrip() for line in raw]
    if _widest(list(map(len, visible))) > _WIDEST_WRAP:
        return lines  # columns are no fewer
    measures = [list(map(measure, visible)) for measure in (len, _columns, _wide)]
    marked = [MARKER.match(line.shadow) is not None for line in lines]
    peaks = [_peak(widths, raw, marked) for widths in measures]
    best = max(range(len(measures)), key=lambda index: peaks[index][0])
    share, margin = peaks[best]
    if share < _FULL_LINES:
        return lines
    widths = measures[best]
    # Where blank lines are few they part paragraphs; some PDF readers put one after every line.
    blanks = sum(b.number - a.number > 1 for a, b in pairwise(lines))
    blank_parts = blanks < len(lines) / 2
    runs = [[lines[0]]]
    # Where a page ends amid a sentence its number stands between; it belongs to neither half.
    last, pages = 0, list[Line]()
    for index in range(1, len(lines)):
        line = lines[index]
        if _PAGE_NUMBER.match(line.shadow):
            pages.append(line)
            continue
        gap = line.number - lines[last].number - len(pages)
        goes_on = widths[last] >= margin and not (blank_parts and gap > 1)
        goes_on = goes_on or _goes_on(line.shadow, raw[last])
        if goes_on and not _begins_paragraph(line, raw[index], raw[last]):
            runs[-1].append(line)
        else:
            runs += [*([page] for page in pages), [line]]
        last, pages = index, []
    return [*map(join, runs), *pages]


def _goes_on(shadow: str, before: str) -> bool:
    """Whether a line says how much of what the line ``before`` ends in: 涉及金额 / 1.3亿元."""
    return bool(_REST.match(shadow)) and not before.rstrip().endswith(_CLAUSE_END)


def _begins_paragraph(line: Line, raw: str, before: str) -> bool:
    indented = raw[0].isspace() and not before[0].isspace()
    ended = before.rstrip().endswith(_SENTENCE_END)
    return bool(
        (indented and ended)
        or MARKER.match(line.shadow)
        or (ended and (POINT.match(line.shadow) or raw[0].isspace()))
    )


def _peak(widths: Sequence[int], raw: Sequence[str], marked: Sequence[bool]) -> tuple[float, int]:
    """Share of the lines that end amid a sentence that reach the margin, and where that begins."""
    widest = _widest(widths)
    margin = widest - _SLACK
    if widest > _WIDEST_WRAP or margin <= 0:
        return 0.0, 0
    # Long lines that happen to be near each other spread; wrapped ones do not pass the margin.
    amid = [
        margin <= width <= widest + _SLACK
        for width, line in zip(widths, raw, strict=True)
        if not line.rstrip().endswith(_SENTENCE_END)
    ]
    # Numbered headings alone, all of one length, were set by no margin.
    full = sum(
        width >= margin and not is_marked and not line.rstrip().endswith(_SENTENCE_END)
        for width, line, is_marked in zip(widths, raw, marked, strict=True)
    )
    return (sum(amid) / len(amid) if full >= _FEWEST_FULL else 0.0), margin


def _widest(widths: Sequence[int]) -> int:
    """What few of them pass."""
    return sorted(widths)[int(len(widths) * 0.95) - 1]


def _columns(line: str) -> int:
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in line)


def _wide(line: str) -> int:
    """Columns where quotes and dashes are as wide as han characters, as in Chinese fonts."""
    return sum(2 if unicodedata.east_asian_width(character) in "WFA" else 1 for character in line)
