"""Paragraphs that a stray line break tore in two, made whole: 组织干部到法院旁听 / 案件审理2次。

A line that no stop ends is the first half of one where the words at the break go together: it ends
as no heading does, and no sentence begins behind it; or it would be a heading that stands alone
between numbers. What signs and single words tell was mended when the file was read
(:mod:`tuibrowser.reading.rejoin`).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from tuibrowser.model.document import Document, Hints
from tuibrowser.model.terms import Span
from tuibrowser.parsing.breaks.page_words import PageWords
from tuibrowser.parsing.breaks.seam_sides import names_item, opens_sentence, weigh
from tuibrowser.parsing.lines.numbering import HAN, MARKER, POINT, RANKS, ordinal_of
from tuibrowser.parsing.lines.signatures import signs
from tuibrowser.text.fold import squeeze

# Code, not lexicon: which signs leave a line open or begin one is grammar.
_LINE: Final = re.compile(r"\S(?:[^\n]*\S)?")
_STOPS: Final = "。；;"
_CLOSED: Final = frozenset("。；;：:，,、！!？?）)》】」』")
_OPEN: Final = re.compile(rf"[{HAN}\d\"%]$")
_GOES_ON: Final = re.compile(
    rf"(?!20\d\d[年\-/.]|附件|附:|抄送|来源|注:)(?:\([{HAN}]{{1,8}}\))?[{HAN}\d\"][^|\t]*[。;]$"
)
_REMARKS: Final = re.compile(rf"\([{HAN}]{{1,8}}\)[{HAN}]")
"""What speaks of the word before it, and begins no sentence: 走访各村 / （社区）调解室."""
_TELLS: Final = re.compile(
    r"[。;]|\d(?:余|多|万|百)*(?:次|人|件|场|份|个|名|项|%|户|起|条|家|期|篇|部|处|元|亩|宗)"
)
"""What no heading holds: the end of a sentence, a figure."""
_TABULAR: Final = re.compile(r"[\t|]|\S\s{2,}\S|^\s*附?[表图]\d?")
_BEGUN: Final = re.compile(r"^[^,]{6,}.*,[^,]{1,3}$")
"""A second clause that has only begun: 查处案件由专人登记,发现."""
_FIGURE: Final = re.compile(r"\d[\d.]*[余多万]*[^\d,。;]{1,3}[,。;]")
"""Which says nothing without what it counts: 出动人员 / 600人次，."""
_REST: Final = re.compile(rf"[{HAN}]{{2,5}}[。;]")
"""No sentence, but the rest of one: 通报各村排查 / 化解情况。"""
_COUNTED: Final = re.compile(r"\d[余多万百]*[^\d,。;]{1,3}$")
"""As sentences end whose stop was forgotten: 办理事项6800余件."""
_EXPLAINS: Final = re.compile(r":(?![^,:]{1,24}$)")
"""A sentence behind a colon; 党建引领:让法治成为共识 is a heading."""
_PARAGRAPH: Final = 30
"""Characters from which on a line is text; where many of them lack their stop, it tells nothing."""
_FEW: Final = 0.2
_MOST_TORN: Final = 2
"""Lines like headings without number; where there are more, they are that."""
_ROW: Final = 3
"""Open lines of one form that are headings: 把隐患关在汛前, 把纠纷化在渠边, 把权力晒在明处."""
# Of 230 headings without number above their text three weigh less than 1, none less than -0.1;
# of 100 breaks amid a sentence eight in ten weigh less than 0.
_TEXT: Final = 0.9
_HEADING: Final = -0.4
_AMONG_HEADINGS: Final = -1.6
_LONE: Final = 2.5
"""What the seam of one line below a numbered heading weighs at most, where it is no heading."""
_SLOGAN: Final = 5
_LONE_SLOGAN: Final = 1.5
"""What the seam of so short a lone line weighs at most; 执法先亮证 heads."""
_BADLY: Final = -0.3
"""How no heading ends, however few its words."""
_LONG: Final = 14
"""Characters of half a sentence that are too many for a slogan: 把田管好."""
_CLAUSE: Final = 10
"""Characters of half a sentence among numbered headings, where a lone one without number has no
place."""
_MOST_ROUNDS: Final = 4


def whole(document: Document) -> Document:
    """``document`` with torn paragraphs on one line each; its hints move with the text."""
    # Where a half goes on in a third line is seen once the first two are one.
    for _ in range(_MOST_ROUNDS):
        text, breaks = document.text, _breaks(document.text, document.hints)
        if not breaks:
            break
        kept = [0, *(edge for span in breaks for edge in span), len(text)]
        document = document._replace(
            text="".join(text[a:b] for a, b in zip(kept[::2], kept[1::2], strict=True)),
            hints=_moved(document.hints, breaks),
        )
    return document


def _moved(hints: Hints, breaks: Sequence[Span]) -> Hints:
    """``hints`` for a text without the characters of ``breaks``."""
    starts = [start for start, _ in breaks]
    gone = [0]
    for start, end in breaks:
        gone.append(gone[-1] + end - start)

    def moved(at: int) -> int:
        count = bisect_right(starts, at)
        return max(at, breaks[count - 1][1]) - gone[count] if count else at

    return Hints(
        tuple(map(moved, hints.pages)),
        tuple((moved(at), level) for at, level in hints.headings),
        tuple(cell._replace(start=moved(cell.start), end=moved(cell.end)) for cell in hints.cells),
    )


def _breaks(text: str, hints: Hints) -> list[Span]:
    """The line ends of ``text`` that tear a paragraph, with the space around them."""
    rows = [it.span() for it in _LINE.finditer(text)]
    placed = {at for at, _ in hints.headings} | {cell.start for cell in hints.cells}
    open_ends = [
        at
        for at, ((start, end), (below, stop)) in enumerate(pairwise(rows))
        if text[end - 1] not in _CLOSED
        and text[stop - 1] in _STOPS
        and text.count("\n", end, below) == 1
        and not placed & {start, below}
        and not _TABULAR.search(text[start:end])
        and not _is_heading(squeeze(text[start:end])[0])
    ]
    if not open_ends:
        return []  # most reports; looking takes 0.4 ms
    shadows = [squeeze(text[start:end])[0] for start, end in rows]
    begun = next((at for at, shadow in enumerate(shadows) if _is_body(shadow)), len(rows))
    alike = Counter(map(_form, (shadows[at] for at in open_ends)))
    torn = [
        at
        for at in open_ends
        if at >= begun and alike[_form(shadows[at])] < _ROW and _may_be_torn(*shadows[at : at + 2])
    ]
    if not torn or _lacks_stops(shadows[begun:]):
        return []
    page = PageWords.of("".join(shadows))
    are_few = sum(not _TELLS.search(shadows[at]) for at in torn) <= _MOST_TORN
    limit = _HEADING if are_few else _AMONG_HEADINGS
    return [
        (rows[at][1], rows[at + 1][0])
        for at in torn
        if (are_few and _is_text(shadows, at, page))
        or _is_lone(shadows, at, page)
        or _goes_on(shadows[at], shadows[at + 1], limit, page)
    ]


def _is_text(shadows: Sequence[str], at: int, page: PageWords) -> bool:
    """Whether a line among numbered headings is half a sentence and no heading."""
    above, below = shadows[at : at + 2]
    if len(above) < _CLAUSE or names_item(above):
        return False
    if _is_heading(shadows[at - 1]) and sum(weigh(above + below, len(above), page)) < _TEXT:
        return True
    return opens_sentence(above, page) and any(map(_is_heading, shadows[:at]))


def _is_lone(shadows: Sequence[str], at: int, page: PageWords) -> bool:
    """Whether a line would be the one heading between two numbers, of which none is lost.

    Where sentences were broken at any character, 91 of 100 such halves are found, 78 without this.
    """
    above, below = shadows[at : at + 2]
    if len(above) < _SLOGAN or _TELLS.search(above) or names_item(above):
        return False
    over = next((line for line in reversed(shadows[:at]) if not _is_whole(line)), "")
    marker = MARKER.match(over)
    if marker is None:
        return False
    following = next((line for line in shadows[at + 2 :] if not _is_whole(line)), "")
    counted = MARKER.match(following)
    if not counted and following and not signs(following):
        return False
    if over == shadows[at - 1] and _is_heading(over):
        counts_on = not counted or _rank(counted) <= _rank(marker) or ordinal_of(counted[0]) == 1
    else:
        counts_on = (
            counted is not None
            and _rank(counted) == _rank(marker)
            and ordinal_of(counted[0]) == (ordinal_of(marker[0]) or 0) + 1
        )
    limit = _LONE if len(above) > _SLOGAN else _LONE_SLOGAN
    return counts_on and sum(weigh(above + below, len(above), page)) < limit


def _is_whole(shadow: str) -> bool:
    """Whether a line is a paragraph with its stop."""
    return shadow[-1] in _STOPS and not MARKER.match(shadow)


def _rank(marker: re.Match[str]) -> int:
    return RANKS.get(marker.lastgroup or "", RANKS["number"])


def _form(shadow: str) -> tuple[str, int]:
    """What headings of one row share: the first character and the length."""
    return shadow[:1], len(shadow)


def _is_heading(shadow: str) -> bool:
    marker = MARKER.match(shadow)
    return marker is not None and not (
        _TELLS.search(shadow, marker.end()) or _EXPLAINS.search(shadow, marker.end())
    )


def _is_body(shadow: str) -> bool:
    return bool(MARKER.match(shadow)) or shadow.endswith("。")


def _may_be_torn(shadow: str, below: str) -> bool:
    return (
        bool(_OPEN.search(shadow))
        and bool(_GOES_ON.match(below))
        and not _COUNTED.search(shadow)
        and not MARKER.match(below)
        and not POINT.match(below)
        and not signs(shadow)
    )


def _lacks_stops(shadows: Sequence[str]) -> bool:
    """Whether paragraphs end without a stop throughout, as wrapped lines do."""
    long = [it for it in shadows if len(it) >= _PARAGRAPH]
    return sum(bool(_OPEN.search(it)) for it in long) > max(2, len(long) * _FEW)


def _goes_on(above: str, below: str, limit: float, page: PageWords) -> bool:
    """Whether the words at a line's end are those of one sentence."""
    last = re.split("[。;]", above)[-1]
    opening = MARKER.match(last) or POINT.match(last)
    words = last[opening.end() :] if opening else last
    if not words:
        return opening is not None  # 二是 alone
    if not _TELLS.search(above) and names_item(words):
        return False
    if _FIGURE.match(below) or _BEGUN.match(words) or _REMARKS.match(below):
        return True
    ends, begins = weigh(words + below, len(words), page)
    if _TELLS.search(above):
        return ends + begins < _TEXT
    is_sentence = opens_sentence(words, page)
    if is_sentence and "," in words and _REST.match(below):
        return True
    if is_sentence and ends < _BADLY and len(words) >= _LONG:
        limit = _TEXT  # 把各类法律法规作为普法 / 重点内容
    return (is_sentence or ends < _BADLY) and ends + begins < limit
