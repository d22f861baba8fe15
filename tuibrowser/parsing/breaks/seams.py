"""Where a heading ends that runs into its text with nothing between: 落实集体学法镇党委举办讲座…

Each place is weighed by what stands before it (a word that headings end in, a second clause as long
as the first) and after it (a word that sentences begin with). The page itself tells, too: which
words begin and end its clauses, and which belong together wherever they stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from tuibrowser.lexicon.seams import Seams, load_seams
from tuibrowser.parsing.breaks.page_words import PageWords
from tuibrowser.parsing.breaks.seam_sides import (
    ACTS,
    LONGEST_LOWER,
    OPENS,
    QUOTES,
    SHORTEST,
    after_seam,
    before_seam,
    item_length,
)

LONGEST: Final = 48
"""Characters of a heading that nothing parts from its text."""
_STOPS: Final = frozenset("。;!?:")
# Code, not lexicon: how numbers, marks and line ends part a text; the words at the seams are in
# seams.toml.
_GOES_ON: Final = frozenset(",、。;:!?和的及了着)》·")
_YEARS: Final = re.compile(r"20\d\d年")
_NUMERALS: Final = frozenset("一二三四五六七八九十百千")
_SHORTEST_CLAUSE: Final = 5
_LONGEST_WHOLE: Final = 36

CLOSERS: Final = {'"': '"', "《": "》", "(": ")"}
"""What closes a quotation, a name or a bracket, by what opens it."""
_TORN: Final = 1.5
"""What it costs to begin the text with so short a clause: 抓普法|宣传,涵养法治文化."""
_TWICE: Final = 2.0
"""Of a word that is said twice running, as no phrase does."""
_PASSED: Final = 0.7
_PASSED_ACT: Final = 0.2
"""What a heading loses for each place in it at which a sentence might begin."""
_WHOLE: Final = 3.0
"""What a full stop weighs: as much as a word that only sentences begin with."""
_SHORT: Final = 1.5
_SHORT_WHOLE: Final = 16
"""Characters up to which a full stop is likelier the heading's than that of its first sentence."""
_LONG: Final = 0.2
_LONG_WHOLE: Final = 24

Form = tuple[int, ...]
"""How long the clauses of a heading are, and last whether a stop ends it."""
AT_STOP: Final = 1


class Seam(NamedTuple):
    """A place in the words that begin with a heading, and what speaks for it on either side."""

    at: int
    before: float
    after: float
    names_item: bool
    """Whether the words before it end as headings of the required items do."""
    form: Form

    @property
    def is_stop(self) -> bool:
        """Whether a stop ends the heading."""
        return self.form[-1] == AT_STOP

    @property
    def weight(self) -> float:
        """What speaks for it."""
        return self.before + self.after


def item_end(words: str, page: PageWords) -> int | None:
    """Where a required item's heading ends in ``words`` without a stop, if a sentence follows."""
    found = [it for it in seams(words, True, page) if it.names_item and it.after >= OPENS]
    return max(found, key=lambda it: it.weight).at if found else None


def seams(words: str, is_first_level: bool, page: PageWords) -> Iterator[Seam]:
    """The places at which a heading that ``words`` begin with may end.

    The stop that ends the first sentence is one where that sentence may be a heading whole.
    """
    table, stop, item = load_seams(), _stop(words), item_length(words)
    comma = words.find(",", 0, stop)
    passed = 0.0
    for at in _places(words, stop, item, table):
        before, named = before_seam(words[:at], item, is_first_level, table)
        after = after_seam(words, at, table, page)
        together = page.parts(words[at - 2 : at], words[at : at + 2])
        if after >= OPENS:
            together = max(together, 0.0)
        if words[at - 2 : at] == words[at : at + 2]:
            together = _TWICE  # 看好老粮仓|粮仓修缮资金…
        if 0 < comma - at < _SHORTEST_CLAUSE:
            together -= _TORN
        likely = max(after, 0.0) if named and (is_first_level or at == item) else after
        yield Seam(at, before - passed, likely + together, named, form(words[:at]))
        if at < (item or LONGEST):
            passed += _PASSED * (after >= OPENS) + _PASSED_ACT * (ACTS <= after < OPENS)
    if SHORTEST <= stop < len(words) and _ends_heading(words[:stop], words[stop]):
        before, named = before_seam(words[:stop], item, is_first_level, table)
        whole = _WHOLE + _SHORT * (stop <= _SHORT_WHOLE) - _LONG * max(0, stop - _LONG_WHOLE)
        # 规范执法责任单位:… has no heading with a colon.
        before -= passed if words[stop] == ":" else 0.0
        yield Seam(stop, before, whole, named, form(words[:stop], AT_STOP))


def _places(words: str, stop: int, item: int, table: Seams) -> Iterator[int]:
    """Where ``words`` may part before their first ``stop`` or second comma."""
    closer, commas = "", 0
    for at in range(min(stop, LONGEST)):
        shortest = at >= SHORTEST or (at == SHORTEST - 1 and table.points.match(words, at))
        if (at and at == item) or (shortest and not closer and _may_part(words, at, stop)):
            yield at
        if not closer:
            closer = CLOSERS.get(words[at], "")
        elif words[at] == closer:
            closer = ""
        commas += words[at] == ","
        if commas > 1:
            return


def form(heading: str, stop: int = 0) -> Form:
    """That of a heading."""
    return (*map(len, QUOTES.sub("", heading).split(",")), stop)


def _ends_heading(sentence: str, stop: str) -> bool:
    if stop == ":":
        return len(sentence) <= LONGEST_LOWER and "," not in sentence
    return stop != ";" and _may_be_whole(sentence)


def _stop(words: str) -> int:
    return next((at for at, character in enumerate(words) if character in _STOPS), len(words))


def _may_part(words: str, at: int, stop: int) -> bool:
    return (
        at < stop - 1
        and words[at - 1] not in ",、和与及的各每"
        and words[at] not in _GOES_ON
        and not (words[at - 1] in _NUMERALS and words[at] in _NUMERALS)
    )


def _may_be_whole(sentence: str) -> bool:
    """Whether nothing in a sentence rules out that it is a heading."""
    return (
        sentence.count(",") <= 1
        and len(sentence) <= _LONGEST_WHOLE
        and not re.search(r"\d", _YEARS.sub("", sentence))
    )
