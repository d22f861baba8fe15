"""A number in its line, and the words around it that may tell what it counts."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

_LEFT: Final = 40
_RIGHT: Final = 20
"""Characters around a number that are looked at."""
_LEAD: Final = 3
"""Characters of the verb before a number whose noun stands behind it."""
_NEAR: Final = 120
"""Characters before a number that are its sentence; a line may be a whole page."""
_BREAKS: Final = re.compile(r"[,。;:!?]")
_SENTENCES: Final = re.compile(r"[。!?]")
_ENDS: Final = re.compile(r"[,。;:!?、()\d]")
_OTHER: Final = r"[^\d,。;:!?、()]"
_NEXT: Final = rf"[、和及]{_OTHER}{{0,6}}\d[\d.]*"
_LIST: Final = re.compile(
    rf"{_OTHER}{{1,12}}(?:{_NEXT}{_OTHER}{{1,12}}){{0,8}}{_NEXT}(?P<told>{_OTHER}{{3,24}})"
)
_DONE_TO: Final = ("对", "为", "向", "给")
"""Before a number: what follows was done to what is counted, 对73家企业|开展检查146家次."""
_ASIDE: Final = re.compile(r"\([^()\d]{1,4}\)|20\d\d年度?")
"""What may be left out behind a number: (社区), and the year of what it took part in."""
# Code, not lexicon: how a noun is made plain before it is looked up; the labels are in
# indicators.toml.
TAIL: Final = re.compile(
    r"(?:[共达为有近约计各了]|合计|至少|不少于|不低于|累计|等|各类?|情况|工作|活动|总?(?:人数|次数|规模)|数量|总量|总数|人次|事项|案件|达到|新增|分别|均|已|完成|成功|开展|组织|举办|共设|设有|建有|\([^()]{1,6}\)|\")*"
)
"""What may stand between a match and the end of the words without a change of what is counted."""

_EMPTY: Final = re.compile(
    r"(?:开展|组织|举办|召开|进行)|(?:已|均|全部|实现)*(?:应.{1,2}尽.{1,2}|全覆盖)"
)
"""A noun that only says that it was done, or all: 送法活动共|开展|47场, 调委会26个|应建尽建."""


class NumberInLine(NamedTuple):
    """A number in its line."""

    start: int
    end: int
    unit: str
    noun: str
    """Folded; empty where nothing says."""
    verb: str = ""
    """Of the list that the number stands in: 发放 of 发放手册300份、折页500份."""
    is_shared: bool = False
    """Whether it is the number of other nouns, too: 参考率、合格率均为100%."""
    heading: str = ""
    """What its line stands below."""


class Words(NamedTuple):
    """What is known of a number."""

    noun: str
    clause: str
    phrase: str
    """What leads to what is counted, and that."""
    sentence: str
    at: int
    """Where the noun begins in the clause; below 0 where it is not there."""
    told: str
    """What a list that begins with its numbers is told of: 53件合同、4件文件|经过审查."""
    heading: str = ""


# Each number of a line is asked for twice.
@lru_cache(maxsize=256)
def words_of(shadow: str, said: NumberInLine, after: int) -> Words:
    # Titles are long: 印发《…实施方案》《…要点》等文件4个.
    reach = _NEAR if "》" in shadow[max(0, said.start - _LEFT) : said.start] else _LEFT
    first = max(after, said.start - reach)
    left = _BREAKS.split(shadow[first : said.start])[-1].lstrip("、及和与")
    behind = _ASIDE.sub("", shadow[said.end : said.end + _RIGHT])
    noun = said.noun if said.noun in left else _ASIDE.sub("", said.noun)
    noun = "" if _EMPTY.fullmatch(noun) else noun
    cut = _ENDS.search(behind, len(noun) if behind.startswith(noun) else 0)
    right = behind[: cut.start()] if cut else behind
    if said.is_shared:  # what stands behind the noun is of the others
        left = left[: left.rfind(noun) + len(noun)] if noun in left else noun
    if cut and cut[0].isdigit() and right.startswith(noun) and not left.endswith(_DONE_TO):
        right = noun  # what follows is of the next number
    begin = max(0, said.start - _NEAR)
    sentence = _SENTENCES.split(shadow[begin : said.start])[-1] + right
    if said.verb:
        left = said.verb + left
    if not noun:
        phrase = left
    elif right.startswith(noun):
        phrase = left[-_LEAD:] + noun
    else:
        at = left.rfind(noun)
        is_last = at >= 0 and TAIL.fullmatch(left, at + len(noun))
        phrase = left if is_last else said.verb + noun
    at = len(left) if noun and right.startswith(noun) else left.rfind(noun)
    told = _told(shadow, said.end)
    return Words(noun, left + right, phrase, sentence, at, told, said.heading)


def _told(shadow: str, end: int) -> str:
    """What stands behind the last member of a list whose numbers stand first."""
    listed = _LIST.match(shadow, end)
    return listed["told"] if listed else ""
