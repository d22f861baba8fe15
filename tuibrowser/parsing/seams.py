"""Where a heading ends that runs into its text with nothing between: 落实集体学法镇党委举办讲座…

Each place is weighed by what stands before it (a word that headings end in, a second clause as long
as the first) and after it (a word that sentences begin with). The page itself tells, too: which
words begin and end its clauses, and which belong together wherever they stand.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

from tuibrowser.lexicon.seams import Seams, load_seams
from tuibrowser.parsing.lines import without_remarks
from tuibrowser.parsing.numbering import HAN

LONGEST: Final = 48
"""Characters of a heading that nothing parts from its text."""
_SHORTEST: Final = 3
_STOPS: Final = frozenset("。;!?:")
_GOES_ON: Final = frozenset(",、。;:!?和的与及了着)》·")
_QUOTED: Final = re.compile('"[^"]*"')
_REMARK: Final = re.compile(r"\([^()]*\)$")
_PREPOSITIONS: Final = frozenset("由对将把从向在为以按经因就被")
_QUOTES: Final = re.compile("[\"'《》()]")
_LONGEST_WHOLE: Final = 36
_LONGEST_ITEM: Final = 36
_LONGEST_FIRST: Final = 24
_LONGEST_LOWER: Final = 14

_NAMES_ITEM: Final = 5.0
_ENDS: Final = 1.5
_ALIKE: Final = 2.0
"""Of two clauses of one length."""
_POINTS: Final = 5.0
_OPENS: Final = 3.0
_ACTS: Final = 2.0
_QUOTES_SOMETHING: Final = 1.0
_OPENING: Final = frozenset('"《')
_COUNTS: Final = 2.0
_NUMBER: Final = re.compile(r"(?<!\d)(?!20\d\d年)\d+(?![\d+]|分钟)")
_LENGTHS: Final = {4: 0.4, 6: 0.6, 7: 0.2, 8: 0.4}
"""Characters that headings of one clause like to have."""
_WHOLE: Final = 3.0
"""What a full stop weighs: as much as a word that only sentences begin with."""
_SHORT: Final = 1.5
_SHORT_WHOLE: Final = 16
"""Characters up to which a full stop is likelier the heading's than that of its first sentence."""
_ENOUGH: Final = 2.4
_ANY: Final = 1.4


_UNIT: Final = re.compile(
    rf"((?![我本全各该两])[{HAN}](?![我本全各该两])[{HAN}])(镇|街道|乡)(?![村级])"
)
_LONGEST_UNIT: Final = 5


class Seam(NamedTuple):
    """A place in the words that begin with a heading, and what speaks for it on either side."""

    at: int
    before: float
    after: float
    names_item: bool
    """Whether the words before it end as headings of the required items do."""

    @property
    def weight(self) -> float:
        """What speaks for it."""
        return self.before + self.after


@dataclass(frozen=True, slots=True)
class PageWords:
    """What one page tells of its words."""

    shadow: str = ""
    first: frozenset[str] = frozenset()
    """Pairs of characters that begin its clauses."""
    last: frozenset[str] = frozenset()
    unit: str = ""
    """The township that its clauses begin with."""

    @classmethod
    def of(cls, shadow: str) -> PageWords:
        """Those of ``shadow``."""
        edges = [match.span() for match in re.finditer("[。,;:!?]+", shadow)]
        return cls(
            shadow,
            frozenset(shadow[end : end + 2] for _, end in edges),
            frozenset(shadow[start - 2 : start] for start, _ in edges if start > 1),
            _unit(shadow),
        )

    def parts(self, before: str, after: str) -> float:
        """What speaks for a seam between two pairs of characters; less than 0 where the four stand
        together elsewhere."""
        together = self.shadow.find(before + after)
        if together >= 0 and self.shadow.find(before + after, together + 1) >= 0:
            return -1.5
        return 0.7 * (after in self.first) + 0.5 * (before in self.last)


def _unit(shadow: str) -> str:
    """The name of a township that a page says most, as long as it is the same throughout."""
    names = Counter(match[0] for match in _UNIT.finditer(shadow))
    name = max(names, key=names.__getitem__, default="")
    while name and len(name) < _LONGEST_UNIT:
        before = Counter(re.findall(f"([{HAN}]){name}", shadow))
        longer = max(before, key=before.__getitem__, default="")
        if not longer or before[longer] * 3 < names[name] * 2:
            break
        name, names = longer + name, Counter({longer + name: before[longer]})
    return name


def opens_sentence(words: str, page: PageWords) -> bool:
    """Whether ``words`` begin as sentences do and headings do not."""
    named = bool(page.unit) and words.startswith(page.unit)
    return named or words[0] in _PREPOSITIONS or bool(load_seams().opens.match(words))


def heading_end(
    words: str, is_first_level: bool, page: PageWords, fewest: float = 0.0
) -> int | None:
    """Where in ``words``, which begin with a heading, its text begins, if nothing parts the two.

    ``None`` where no place is likely, or weighs more than ``fewest``, or where the words are a
    heading to their full stop.
    """
    words = without_remarks(words)
    best = max(seams(words, is_first_level, page), key=_weight, default=None)
    stop = _stop(words)
    if best is None or best.at == stop:
        return None
    # With figures or many clauses it is no heading to its full stop, so that one ends before.
    enough = _ENOUGH if _may_be_whole(words[:stop]) else _ANY
    return best.at if best.weight > max(enough, fewest) else None


def item_end(words: str, page: PageWords) -> int | None:
    """Where a required item's heading ends in ``words`` without a stop, if a sentence follows."""
    found = [it for it in seams(words, True, page) if it.names_item and it.after >= _OPENS]
    return max(found, key=_weight).at if found else None


def names_item(words: str) -> bool:
    """Whether ``words`` end as headings of the required items do."""
    return bool(load_seams().items.search(words))


def ends_heading(words: str) -> bool:
    """Whether ``words`` end as headings do."""
    return bool(load_seams().ends.search(words))


def begins_words(words: str) -> bool:
    """Whether ``words`` begin as sentences and headings do."""
    table = load_seams()
    return bool(table.opens.match(words) or table.acts.match(words))


def _weight(seam: Seam) -> float:
    return seam.weight


def seams(words: str, is_first_level: bool, page: PageWords) -> Iterator[Seam]:
    """The places at which a heading that ``words`` begin with may end.

    The stop that ends the first sentence is one where that sentence may be a heading whole.
    """
    table = load_seams()
    stop = _stop(words)
    comma = words.find(",", 0, stop)
    is_inside = {'"': False, "《": False, "(": False}
    passed = 0.0
    for at in range(min(stop, LONGEST)):
        if at >= _SHORTEST and not any(is_inside.values()) and _may_part(words, at, stop):
            before, named = _before(words[:at], 0 < comma < at, is_first_level, table)
            after = _after(words, at, table, page)
            together = page.parts(words[at - 2 : at], words[at : at + 2])
            if after >= _OPENS:
                together = max(together, 0.0)
            if named and is_first_level:
                after = max(after, 0.0)
            if 0 < comma - at < _SHORTEST_CLAUSE:
                together -= _TORN
            yield Seam(at, before - passed, after + together, named)
            if after >= _OPENS:
                passed += _PASSED
        character = words[at]
        if character == '"':
            is_inside['"'] = not is_inside['"']
        elif character in is_inside:
            is_inside[character] = True
        elif character in "》)":
            is_inside["《" if character == "》" else "("] = False
        elif character == "," and at > comma:
            return
    if _SHORTEST <= stop < len(words) and _ends_heading(words[:stop], words[stop]):
        before, named = _before(words[:stop], comma > 0, is_first_level, table)
        yield Seam(stop, before - passed, _WHOLE + _SHORT * (stop <= _SHORT_WHOLE), named)


_SHORTEST_CLAUSE: Final = 5
_TORN: Final = 1.5
"""What it costs to begin the text with so short a clause: 抓普法|宣传,涵养法治文化."""
_PASSED: Final = 0.7
"""What a heading loses for each place in it at which a sentence might begin."""


def _ends_heading(sentence: str, stop: str) -> bool:
    if stop == ":":
        return len(sentence) <= _LONGEST_LOWER and "," not in sentence
    return stop != ";" and _may_be_whole(sentence)


def _stop(words: str) -> int:
    return next((at for at, character in enumerate(words) if character in _STOPS), len(words))


def _may_part(words: str, at: int, stop: int) -> bool:
    return at < stop - 1 and words[at - 1] not in ",、和与及的" and words[at] not in _GOES_ON


def _after(words: str, at: int, table: Seams, page: PageWords) -> float:
    """What speaks for a sentence that begins at ``at``."""
    weight = -1.0
    if table.points.match(words, at):
        return _POINTS
    if table.opens.match(words, at) or (page.unit and words.startswith(page.unit, at)):
        weight = _OPENS
    elif words[at] in _OPENING:
        weight = _QUOTES_SOMETHING
    elif table.acts.match(words, at) or _is_of_unit(words, at, page.unit):
        weight = _ACTS - 0.7 * (words[at : at + 2] in table.names)
    return weight - 2 if words[at - 1 : at + 1] in table.words else weight  # 面|向


def _is_of_unit(words: str, at: int, unit: str) -> bool:
    """Whether 镇综合执法队 or 街道调委会 may begin at ``at``, as the page's own unit is one."""
    kind = "街道" if unit.endswith("街道") else unit[-1:]
    return bool(kind) and words.startswith(kind, at) and words[at + len(kind)] not in "村域风情"


def _before(head: str, has_comma: bool, is_first_level: bool, table: Seams) -> tuple[float, bool]:
    """What speaks for ``head`` being a heading to its end, and whether it ends like an item's."""
    tail = _REMARK.sub("", head[-40:])
    named = not has_comma and bool(table.items.search(tail))
    if named:
        weight = _NAMES_ITEM if is_first_level else _ENDS
    elif table.ends.search(tail):
        weight = _ENDS
    else:
        # 推行|矛盾纠纷…, 成立由|书记…
        weight = -_ENDS if head[-2:] in table.verbs or head[-1] in _PREPOSITIONS else 0.0
    if _NUMBER.search(_QUOTED.sub("", head)):
        weight -= _COUNTS
    if not has_comma:
        if not named:
            weight += _LENGTHS.get(len(head), 0.0)
        longest = _LONGEST_ITEM if named else _LONGEST_FIRST if is_first_level else _LONGEST_LOWER
        return weight - 0.2 * max(0, len(head) - longest), named
    return weight + _likeness(head), named


def _likeness(head: str) -> float:
    """How well two clauses answer each other in length."""
    one, _, other = (_QUOTES.sub("", it) for it in head.partition(","))
    longer = len(other) - len(one)
    if not longer:
        return _ALIKE
    slope = 0.4 if longer > 0 else 0.75 if len(other) < 5 else 0.4
    return max(1.5 - slope * abs(longer), -1.5)


def _may_be_whole(sentence: str) -> bool:
    """Whether nothing in a sentence rules out that it is a heading."""
    return (
        sentence.count(",") <= 1
        and len(sentence) <= _LONGEST_WHOLE
        and not re.search(r"\d", sentence)
    )
