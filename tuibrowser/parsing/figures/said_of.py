"""What a line says of each of its numbers: its noun, the verb it shares, the head of its list."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from tuibrowser.lexicon.load import Lexicon
from tuibrowser.parsing.figures.find import Quantity
from tuibrowser.parsing.figures.said import NumberInLine

_LAW: Final = re.compile(r"(?<=《)[^《》]{3,58}(?:法|条例|办法|规定|细则|规则|准则|纲要)(?=》)")
_KEPT: Final = re.compile(r"习近平[^《》]*思想|民法典$|[^《》]{2}$")
_LEVEL: Final = re.compile(r"(?:国家|省|自治区|市|州|盟|县|区|旗|镇|乡)级$")
_NEXT_LEVEL: Final = re.compile(r"[、,和及](?:国家|省|自治区|市|州|盟|县|区|旗|镇|乡|村)级")
_LIST: Final = re.compile(r"[^,。;:!?]{0,6}?[、和及与][^,。;:!?]{0,24}")
"""What stands between two members of a list, which share the verb of the first."""
_NEAR: Final = 40
"""Characters before a list in which its verb stands."""
_VERB: Final = 6
"""Characters up to the end of a verb that say what was done: 合法性审查."""


def said_of(
    shadow: str, found: Sequence[Quantity], lexicon: Lexicon, heading: str = ""
) -> tuple[str, list[NumberInLine]]:
    """A line below ``heading`` without what is in the titles of laws, and its numbers with what
    they count."""
    said: list[NumberInLine] = []
    words = _LAW.sub(_kept_of, shadow)
    shared = Counter(it.start for it in found)
    for it in found:
        noun = "".join(words[slice(*part)] for part in it.thing)
        # 征求意见稿 begins with an act, and is none.
        is_act = noun and noun[-1] != "稿" and lexicon.units.counting.acts.match(noun)
        verb = _shared_verb(shadow, said[-1], it.start, lexicon) if said and not is_act else ""
        is_shared = shared[it.start] > 1
        said.append(NumberInLine(it.start, it.end, it.unit, noun, verb, is_shared, heading))
    return words, [_with_head(words, said, at) for at in range(len(said))]


def _with_head(shadow: str, said: Sequence[NumberInLine], at: int) -> NumberInLine:
    """The number ``at``, which only says a level, with what the end of its list says that it
    counts: 省级2个、市级5个|示范村."""
    it = said[at]
    if not _LEVEL.search(it.noun):
        return it
    for last, other in zip(said[at:], said[at + 1 :], strict=False):
        if other.unit != it.unit or not _NEXT_LEVEL.fullmatch(shadow, last.end, other.start):
            break
        if other.noun and shadow.startswith(other.noun, other.end):
            return it._replace(noun=it.noun + other.noun)
    return it


def _kept_of(title: re.Match[str]) -> str:
    """The title of a law, as long as it is, without what it is about (学习《行政处罚法》3次 counts
    no 行政处罚); 下达《行政处罚决定书》3份 does."""
    kept = _KEPT.search(title[0])
    words = kept[0] if kept else ""
    return words.rjust(len(title[0]), "…")


def _shared_verb(shadow: str, last: NumberInLine, start: int, lexicon: Lexicon) -> str:
    """The verb of the list that ``last`` and the number at ``start`` are members of."""
    if not _LIST.fullmatch(shadow, last.end, start):
        return ""
    if last.verb:
        return last.verb
    first = max(0, last.start - _NEAR)
    begin = max(first, *(shadow.rfind(it, first, last.start) + 1 for it in ",。;:!?"))
    verb = lexicon.units.counting.verbs.search(shadow, begin, last.start)
    return shadow[max(begin, verb.end() - _VERB) : verb.end()] if verb else ""
