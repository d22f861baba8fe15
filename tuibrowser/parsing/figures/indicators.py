"""Which indicator a number is of: by what it counts, how its clause says so, and its unit.

What is counted stands at the end of the words that lead to a number (公众号推送|信息), so a match
that reaches their end goes first; then one within the noun, then one in the clause that goes beyond
the noun. Of several matches the longest holds, of two as long the one that ends last
(矛盾纠纷排查化解 counts what was 化解), then the one that asks for a word nearby. A kind goes
before what it is a kind of. A person's own indicator that fits as near goes before all of ours.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from tuibrowser.lexicon.finder import WordFinder
from tuibrowser.lexicon.indicators import Catalogue, Indicator
from tuibrowser.parsing.figures.needles import needles

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
_MEMBERS: Final = re.compile("、|和(?![解谐睦])|及(?!时)|(?<!参)与")
_DONE_TO: Final = ("对", "为", "向", "给")
"""Before a number: what follows was done to what is counted, 对73家企业|开展检查146家次."""
_ASPECT: Final = re.compile("(?:时限|时间|环节|材料|成本|频次)(?:平均|总体)?$")
"""What is less or more by a share is this, not the thing that has it."""
_ASIDE: Final = re.compile(r"\([^()\d]{1,4}\)|20\d\d年度?")
"""What may be left out behind a number: (社区), and the year of what it took part in."""
# Code, not lexicon: how a noun is made plain before it is looked up; the labels are in
# indicators.toml.
_TAIL: Final = re.compile(
    r"(?:[共达为有近约计各了]|合计|至少|不少于|不低于|累计|等|各类?|情况|工作|活动|人数|次数|数量|总量|总数|人次|事项|案件|达到|新增|分别|均|已|完成|成功|开展|组织|举办|共设|设有|建有|\([^()]{1,6}\)|\")*"
)
"""What may stand between a match and the end of the words without a change of what is counted."""

_VERBS: Final = frozenset({"开展", "组织", "举办", "召开", "进行"})
"""A noun that only says that something was done: 送法活动共|开展|47场."""
_BODIES: Final = re.compile(
    r"(?:乡镇?|镇|街道|[县区]|村(?:\((?:社区|居)\))?|社区|村寨|村民小组|站所|部门|科室|党组织|支部)$"
)
"""What is counted itself, not what is done to it or by it: 对9个乡镇|开展督察."""


class Said(NamedTuple):
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


class _Words(NamedTuple):
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


class _Tried(NamedTuple):
    indicator: str
    is_own: bool
    counted: tuple[re.Pattern[str], ...]
    """Each on its own: what one swallows, another may end with."""
    act: re.Pattern[str] | None
    near: re.Pattern[str] | None
    never: re.Pattern[str] | None
    unless: re.Pattern[str] | None
    outcomes: re.Pattern[str] | None

    def may_hold(self, words: _Words) -> bool:
        """Whether nothing said of a number rules it out."""
        noun = words.noun or words.clause
        if self.never and self.never.search(noun):
            return False
        if self.unless and self.unless.search(words.clause):
            return False
        is_rate = noun.endswith(("率", "满意度"))
        if self.outcomes and not is_rate and self.outcomes.search(noun):
            return False
        if self.act and not any(map(self.act.search, (words.clause, words.noun, words.told))):
            return False
        return not self.near or any(map(self.near.search, (words.sentence, words.told)))

    def matches(self, text: str) -> Iterator[re.Match[str]]:
        for pattern in self.counted:
            yield from pattern.finditer(text)

    def ranks(self, words: _Words) -> Iterator[tuple[int, int, int]]:
        """How well it fits: by what of the words, the length of the match, where it ends.

        A person's own words name their noun wherever they stand in it.
        """
        # The three are often one text, which is searched once.
        matches = {it: list(self.matches(it)) for it in {words.phrase, words.noun, words.clause}}
        for found in matches[words.phrase]:
            if _TAIL.fullmatch(words.phrase, found.end()):
                yield 2, found.end() - found.start(), found.end()
        for found in matches[words.noun]:
            yield 1 + self.is_own, found.end() - found.start(), found.end()
        first = words.at if words.noun else 0
        last = first + len(words.noun)
        of_bodies = _BODIES.search(words.noun) is not None
        for found in matches[words.clause]:
            if words.noun and found.start() < last < found.end():
                yield 2, found.end() - found.start(), found.end()  # 6件文件|进行审查
            elif found.start() >= first and not of_bodies:
                yield 0, found.end() - found.start(), found.end()


class Assigning:
    """The catalogue made ready: for each unit the indicators to try."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Compile the patterns of ``catalogue``."""
        self._of = {it.id: it.of or it.id for it in catalogue.indicators.values()}
        self._theme = {it.id: it.theme for it in catalogue.indicators.values()}
        self._tried = [_tried(it, catalogue.outcomes) for it in catalogue.indicators.values()]
        self._numbers = {it.indicator: at for at, it in enumerate(self._tried)}
        self._by_unit: Mapping[str, set[int]] = defaultdict(set)
        self._changed: Mapping[str, set[int]] = {"%": set(), "百分点": set()}
        self._always: set[int] = set()
        self._by_word: Mapping[str, set[int]] = defaultdict(set)
        for at, it in enumerate(catalogue.indicators.values()):
            if not it.units & {"%", "分"}:
                self._changed["%"].add(at)
            if "%" in it.units:
                self._changed["百分点"].add(at)
            for unit in it.units:
                self._by_unit[unit].add(at)
            words = needles("|".join(it.counted))
            if words is None:
                self._always.add(at)
            for word in words or ():
                self._by_word[word].add(at)
        self._finder = WordFinder(self._by_word)
        self._choices = {
            unit: tuple(self._tried[at].indicator for at in sorted(numbers))
            for unit, numbers in self._by_unit.items()
        }

    def parent(self, kinds: Collection[str | None]) -> str | None:
        """The one indicator that all of ``kinds`` are kinds of, if there is one."""
        parents = {self._of.get(it or "") for it in kinds}
        return parents.pop() if len(parents) == 1 else None

    def is_kind(self, indicator: str, total: str) -> bool:
        """Whether a part of ``total`` can be of ``indicator``: what is a kind of something else
        (劳资纠纷) is here only a reason for it (其中农民工讨薪, of 法律援助)."""
        parent = self._of.get(indicator, indicator)
        return self._theme.get(parent) == self._theme.get(total)

    def of_change(self, noun: str, unit: str) -> str | None:
        """The indicator whose change is told in ``unit``, by its noun alone: a count changes by
        its own unit or by %, a rate by 百分点."""
        if _ASPECT.search(noun):
            return None
        allowed = self._changed.get(unit, self._by_unit.get(unit, self._changed["%"]))
        return self._best(allowed, _Words(noun, noun, noun, noun, 0, ""))

    def choices(self, unit: str) -> tuple[str, ...]:
        """The indicators that are counted in ``unit``."""
        return self._choices.get(unit, ())

    def forbids(self, indicator: str, noun: str, around: str) -> bool:
        """Whether the catalogue says of ``noun`` or of its clause that they are not of it."""
        it = self._tried[self._numbers[indicator]]
        is_never = it.never is not None and it.never.search(noun or around) is not None
        return is_never or (it.unless is not None and bool(it.unless.search(around + noun)))

    def names(self, indicator: str, noun: str) -> bool:
        """Whether ``noun`` is of an indicator where what it asks for nearby is said."""
        return any(self._tried[self._numbers[indicator]].matches(noun))

    def indicator(self, shadow: str, said: Said, after: int) -> str | None:
        """The indicator of one number; ``None`` where the catalogue has none for it.

        Args:
            shadow: the folded line.
            said: the number.
            after: where the number before it ends; what stands before that belongs to that one.
        """
        return self._best(self._by_unit.get(said.unit, set()), _words(shadow, said, after))

    def _best(self, allowed: Collection[int], words: _Words) -> str | None:
        held = [
            at for at in self._named(words).intersection(allowed) if self._tried[at].may_hold(words)
        ]
        ranked = [
            ((place, it.is_own, length, end), it.near is not None, -at, it.indicator)
            for at in held
            for it in (self._tried[at],)
            for place, length, end in it.ranks(words)
        ]
        if not ranked:
            return None
        (first, *_), *_, best = max(ranked)
        parent = self._of[best]
        if self._names_several(words, [at for at in held if self._is_kind_of(at, parent)]):
            return parent
        kinds = [it for it in ranked if it[0][0] == first and self._is_kind_of(-it[2], parent)]
        return max(kinds)[-1] if kinds else best

    def _is_kind_of(self, at: int, parent: str) -> bool:
        indicator = self._tried[at].indicator
        return self._of[indicator] == parent != indicator

    def _names_several(self, words: _Words, kinds: Collection[int]) -> bool:
        """Whether what is counted is a list whose members are of several of ``kinds``:
        物业、邻里、劳务等纠纷."""
        # Without 等 a noun of its own is named by each: 邻里、土地纠纷分别为12件和9件.
        listed = words.clause if "等" in words.clause else words.noun
        cuts = [it.start() for it in _MEMBERS.finditer(listed)]
        members: dict[int, set[int]] = defaultdict(set)
        for at in kinds:
            for found in self._tried[at].matches(listed):
                members[bisect_left(cuts, found.start())].add(at)
        return len(members) > 1 and not set.intersection(*members.values())

    def _named(self, words: _Words) -> set[int]:
        """The indicators of which a word is said: 5 of 70 that a unit has."""
        found = set(self._always)
        by_word = self._by_word
        for text in _apart(words.clause, words.phrase, words.noun):
            for word in self._finder.inside(text):
                found |= by_word[word]
        return found


def _apart(*texts: str) -> Iterator[str]:
    """Those of ``texts`` that are no part of one before."""
    for at, text in enumerate(texts):
        if not any(text in other for other in texts[:at]):
            yield text


def _words(shadow: str, said: Said, after: int) -> _Words:
    # Titles are long: 印发《…实施方案》《…要点》等文件4个.
    reach = _NEAR if "》" in shadow[max(0, said.start - _LEFT) : said.start] else _LEFT
    first = max(after, said.start - reach)
    left = _BREAKS.split(shadow[first : said.start])[-1].lstrip("、及和与")
    behind = _ASIDE.sub("", shadow[said.end : said.end + _RIGHT])
    noun = said.noun if said.noun in left else _ASIDE.sub("", said.noun)
    noun = "" if noun in _VERBS else noun
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
        is_last = at >= 0 and _TAIL.fullmatch(left, at + len(noun))
        phrase = left if is_last else said.verb + noun
    at = len(left) if noun and right.startswith(noun) else left.rfind(noun)
    return _Words(noun, left + right, phrase, sentence, at, _told(shadow, said.end))


def _told(shadow: str, end: int) -> str:
    """What stands behind the last member of a list whose numbers stand first."""
    listed = _LIST.match(shadow, end)
    return listed["told"] if listed else ""


def _tried(indicator: Indicator, outcomes: Sequence[str]) -> _Tried:
    own = "".join((*indicator.counted, *indicator.act))
    return _Tried(
        indicator.id,
        indicator.is_own,
        tuple(map(re.compile, indicator.counted)),
        _any_of(indicator.act),
        _any_of(indicator.near),
        _any_of(indicator.never),
        _any_of(indicator.unless),
        _any_of([re.escape(word) for word in outcomes if word not in own]),
    )


def _any_of(patterns: Sequence[str]) -> re.Pattern[str] | None:
    return re.compile("|".join(patterns)) if patterns else None
