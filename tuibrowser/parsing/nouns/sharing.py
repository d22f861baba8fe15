"""Which noun each of several numbers has that share out what stands before them.

及格率和优秀率分别为99%和41% are two nouns for two numbers. What ends the list belongs to each
member (邻里、山林纠纷分别为9件、4件), and the members may be what the numbers of the clause before
count (抽检蔬菜30批次、水产9批次,合格率依次为98%、100%).
"""

from __future__ import annotations

import re
from typing import Final

from tuibrowser.lexicon.verbal import LIKELY, score_verb
from tuibrowser.model.terms import Span
from tuibrowser.parsing.nouns.agents import LISTING
from tuibrowser.parsing.nouns.context import LineSoFar
from tuibrowser.parsing.nouns.rates import rates_of
from tuibrowser.parsing.nouns.records import Counted, NumberWithNoun
from tuibrowser.parsing.nouns.whole import VEIL, Noun

_NEAR: Final = 12
_KIND: Final = 2
"""Characters of a kind that several members of a list are of: 一审, 市级."""
# Code, not lexicon: the order of a clause that counts; the words that fill it are in units.toml.
_APART: Final = re.compile("分别|依[次序]|各(?![界自级类项])")
_NEXT: Final = re.compile(
    r"[、和与及,][约近超达]{0,2}\d[\d.,]*[万亿]?[余多]?[^\d,。;、和与及()]{0,4}"
)
_GROUP: Final = re.compile(
    "等(?:(?:重点|特殊|各类)?(?:群体|人群|人员|领域|行业|部门|单位|场所)(?=..))?"
)
"""What sums up a list before what its members have in common: 老人、儿童等重点群体法律援助."""
_SITE: Final = re.compile("(?:中心|(?<=..)[站室馆院])$")
_MEASURE: Final = re.compile("[^、]{2}[率度额数量]$")
_KIND_OF: Final = re.compile("(?<=..类)[^、类]{2,}$")
"""What things are of which a list names the kinds: 遗嘱、委托类公证."""
_FIELDS: Final = frozenset({"刑事", "民事", "行政", "商事", "家事", "执行", "涉外"})
"""Fields of law, which have what follows in common: 刑事、民事、行政|法律援助."""
_DISPUTES: Final = frozenset({"纠纷", "争议"})
"""Which whatever they are about may be (合同、劳资纠纷), be that a thing itself."""
_SIDES: Final = re.compile(
    r"(?<=..)(?:[两三四五六七八九十]|\d+)[个大](?:层面|片区|层级|群体|主体|方面)$"
)
_TIMES: Final = re.compile(
    r"(?:[、和]?(?:前?[一二三四]季度|[上下]半年|[\d一二三四五六七八九十]{1,3}月份?))+"
)
"""Times that share what is told behind them: 一季度、二季度分别办件9件、8件."""
_THAN: Final = re.compile(r",[比较与][^,。;、]{1,8}[、和][^,。;、]{0,8}[年月期度](?:相比)?$")
"""Before 分别: than when more or less of the same were counted."""
_AMOUNT: Final = re.compile("(?:(?:涉案|涉及)?金额|面积|[率度额数量])$")


class SharedNouns:
    """The nouns of the numbers of one line that share out what stands before them."""

    def __init__(self, line: LineSoFar) -> None:
        """Take what is known of the line."""
        self._text, self._words, self._left, self._earlier, self._context = line
        self._nouns: list[Noun] = []
        """Those of the numbers to come."""

    def take(self, number: Counted) -> Noun:
        """The share of ``number``, nothing if it has none."""
        last = self._earlier.last
        if not (self._nouns and last and number.start - last.number.end <= 4):
            self._nouns = self._share(number)
        return self._nouns.pop(0) if self._nouns else ()

    def _share(self, number: Counted) -> list[Noun]:
        if not _NEXT.match(self._text, number.end):
            return []
        found = [*_APART.finditer(self._text, max(0, number.start - _NEAR), number.start)]
        if not found:
            return self._one_each(number)
        apart = found[-1]
        if same := self._same(number, apart):
            return [same] * self._count(number)
        is_verb = self._is_verb(apart.end(), number.start)
        part = self._context.before(apart.end() if is_verb else number.start)
        own = (apart.end(), part.end) if part.start < apart.start() < part.end else None
        if own and own[1] - own[0] > 2:  # 两个开放日分别迎来群众40人、90人
            thing = self._left.object(*own)
            members = self._members((part.start, apart.start()))
            return [(*it, thing) for it in members]
        if part.end - part.start >= 2 and part.end <= apart.start():
            of = self._text.rfind("的", part.start, part.end - 4) + 1
            start = self._left.without_actor(max(part.start, of), part.end)
            start = self._behind_verb(start, part.end)
            members = self._members((start, part.end))
            act = self._words.acts.fullmatch(self._text, apart.end(), number.start)
            is_theirs = members and self._left.agents.is_one(*members[0][0])
            if act and (is_theirs or _SIDES.search(self._text, start, part.end)):
                return [(*it, act.span()) for it in members]  # 两所分别化解9件、4件
            if len(members) > 1:
                return members
            shared = self._of_those_before(number, (part.start, part.end))
            is_rate = not shared and self._text.endswith("率", *part[:2])
            return [(part[:2],)] * self._count(number) if is_rate else shared
        act = self._words.acts.fullmatch(self._text, apart.end(), number.start)
        return self._of_those_before(number, act.span() if act else None)

    def _same(self, number: Counted, apart: re.Match[str]) -> Noun:
        """What all of the numbers count that are told of several times."""
        last, begin = self._earlier.last, self._left.clause(number.start)[0]
        if last and _THAN.search(self._text, last.end, apart.start()):
            return last.noun  # 火警2起,比前年、去年分别少5起和3起
        is_timed = _TIMES.fullmatch(self._text, begin, apart.start())
        if is_timed and number.start - apart.end() >= _KIND:
            return ((apart.end(), number.start),)  # 一、二季度分别办件9件、8件
        return ()

    def _one_each(self, number: Counted) -> list[Noun]:
        """The members of a list that has as many as there are numbers: 合同、协议为3份和5份."""
        part = self._context.before(number.start)
        if act := self._words.acts.fullmatch(
            self._text, *part[:2]
        ):  # 诉求9件、建议5件,办结8件、4件
            said = self._earlier.latest(self._count(number))
            is_list = said and all(self._earlier.is_listed(it) for it in said[1:])
            return [(act.span(), self._thing(it)) for it in said] if is_list else []
        members = self._members(part[:2])
        ends = {self._text[it[-1][1] - _KIND : it[-1][1]] for it in members}
        is_same = len(ends) == 1 and not self._is_of_others(number)
        is_told = self._text[number.start - 1 : number.start] in {*"为达是"} or is_same
        return members if is_told and len(members) == self._count(number) else []

    def _is_of_others(self, number: Counted) -> bool:
        """Whether the next number, behind a comma, counts something else: 培训6期,287人结业."""
        more = _NEXT.match(self._text, number.end)
        return more is not None and more[0][0] == "," and number.unit not in more[0]

    def _is_verb(self, start: int, end: int) -> bool:
        """Whether a verb stands between 分别 and the number: 例会、推进会分别召开3次、5次."""
        is_known = self._words.verbs.fullmatch(self._text, start, end) is not None
        return is_known or (end - start == 2 and score_verb(self._text[start:end]) >= LIKELY)

    def _of_those_before(self, number: Counted, own: Span | None) -> list[Noun]:
        """What was counted before, with what is said of it now: 合格率, 办结."""
        # 查处货车9辆、案件5件,同比分别下降18%、15%
        may_differ = own is None and number.is_rate
        said = self._earlier.latest(self._count(number), may_differ=may_differ)
        if not said:
            return self._of_clause_before(number, own)
        things = [self._thing(it) for it in said]
        if own is None:
            return [it.noun for it in said]
        if _AMOUNT.search(self._text, *own):
            return [(thing, own) for thing in things]
        return [(own, thing) for thing in things]

    def _of_clause_before(self, number: Counted, own: Span | None) -> list[Noun]:
        """The members of a list that the clause before names: 复议、诉讼案件减少,降幅为9%和4%."""
        begin = self._left.clause(number.start)[0]
        if own or not number.is_rate or self._earlier.last or self._text[begin - 1 : begin] != ",":
            return []
        part = self._context.before(begin - 1)
        end = part.start + len(self._text[part.start : part.end].rstrip(VEIL))
        members = self._members((part.start, end)) if end > part.start else []
        return members if len(members) == self._count(number) else []

    def each_of(self, noun: Noun) -> list[Noun]:
        """The members of a list of which each is so many: 学区划分、公交票价听证会各1场."""
        if len(noun) != 1 or not self._text.startswith("各", noun[0][1]):
            return []
        members = self._members(noun[0])
        are_bodies = [self._left.agents.is_one(*it[0]) for it in members]
        # 听取司法所、派出所汇报各2次: whose they are, not what.
        return members if not any(are_bodies) or all(are_bodies) else []

    def _thing(self, said: NumberWithNoun) -> Span:
        """What was counted: the member alone of a list that has its end in common."""
        first, *rest = said.noun
        if rest and first[0] < rest[0][0]:
            return first
        return self._earlier.find_thing(said) or said.noun[-1]

    def _count(self, number: Counted) -> int:
        """How many numbers follow each other, ``number`` the first of them."""
        count, at = 1, number.end
        while more := _NEXT.match(self._text, at):
            count, at = count + 1, more.end()
        return count

    def _members(self, noun: Span) -> list[Noun]:
        """The members of a list, each with what ends it."""
        start, end = noun
        if sides := _SIDES.search(self._text, start, end):
            end = sides.start()  # 班子、支部、群众|三个层面
        marks = [it.start() for it in LISTING.finditer(self._text, start, end)]
        members = list(zip([start, *(at + 1 for at in marks)], [*marks, end], strict=True))
        if len(members) < 2:
            return []
        rates = rates_of(self._text, (noun,), self._words)
        if len(rates) == len(members):
            return rates
        first, last = members[-1]
        if group := _GROUP.search(self._text, first + 2, last - 1):
            return [(it, (group.end(), last)) for it in (*members[:-1], (first, group.start()))]
        common = self._common(members)
        if common is None:
            return [(it,) for it in members]
        of_all = (
            self._text[common[0] - 1] == "类"
            or self._is_dispute(common)
            or _MEASURE.search(self._text, *common) is not None
        )
        nouns: list[Noun] = [
            (it, common) if of_all or not self._is_whole(it) else (it,) for it in members[:-1]
        ]
        return [*nouns, ((members[-1][0], common[0]), common)]

    def _behind_verb(self, start: int, end: int) -> int:
        """Where the first member of a list begins behind who did what: 办理|刑事、民事案件."""
        mark = LISTING.search(self._text, start, end)
        verbs = self._words.introducing.finditer(self._text, start, mark.start()) if mark else ()
        ends = [it.end() for it in verbs]
        is_known = mark and ends and self._text[ends[-1] : mark.start()] in _FIELDS
        return ends[-1] if is_known else start

    def _parallel(self, members: list[Span]) -> Span | None:
        """What follows the last of several kinds that are said alike: 共性、个性|责任."""
        text, (first, last) = self._text, members[-1]
        sizes = {end - start for start, end in members[:-1]}
        size = sizes.pop() if len(sizes) == 1 else 0
        if all(text[it[0] : it[0] + _KIND] in _FIELDS for it in members) and size == _KIND:
            return (first + size, last) if last - first >= size + _KIND else None
        if size < _KIND or last - first < size + _KIND:
            return None
        if size > _KIND:  # 行政许可、行政处罚|案卷
            alike = all(text.startswith(text[first : first + _KIND], it[0]) for it in members)
            return (first + size, last) if alike else None
        ends = {text[it[0] + size - 1] for it in members}
        return (first + size, last) if len(ends) == 1 else None

    def _behind_verbs(self, members: list[Span]) -> Span | None:
        """What follows the last of several verbs: 新建、改造|法治广场."""
        first, last = members[-1]
        end = first + _KIND
        if last - end <= _KIND or any(end - start != _KIND for start, end in members[:-1]):
            return None
        verbs = [self._text[start : start + _KIND] for start, _ in members]
        known = (self._words.fates, self._words.introducing)
        if not all(any(it.fullmatch(verb) for it in known) for verb in verbs[:-1]):
            return None
        return (end, last) if score_verb(verbs[-1]) >= LIKELY else None

    def _is_whole(self, member: Span) -> bool:
        """Whether a member says itself what it is: 便民服务中心、服务站."""
        return any(it.search(self._text, *member) for it in (self._words.heads, _SITE))

    def _common(self, members: list[Span]) -> Span | None:
        """What ends the last member and belongs to the others, too."""
        text, (first, last) = self._text, members[-1]
        if parallel := self._parallel(members) or self._behind_verbs(members):
            return parallel
        kind = _KIND_OF.search(text, first, last)
        if kind and all(text.find("类", *it) < 0 for it in members[:-1]):
            return kind.span()
        if (measure := _MEASURE.search(text, first + 2, last)) and not any(
            _MEASURE.search(text, *it) for it in members[:-1]
        ):
            return measure.span()
        head = self._words.heads.search(text, first, last)
        if head is None or head.start() == first:
            return None
        start = head.start()
        if self._is_dispute(head.span()):
            named = any(
                text.endswith(("纠纷", "争议", "事项", "案件", "诉求"), *it) for it in members[:-1]
            )
            return None if named else head.span()
        while start - first > 2 and text[start - 2 : start] in self._words.no_verbs:
            start -= 2  # 水事、专利裁决申请 are 裁决申请
        return start, last

    def _is_dispute(self, head: Span) -> bool:
        return self._text[slice(*head)] in _DISPUTES
