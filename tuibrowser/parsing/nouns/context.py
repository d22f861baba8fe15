"""What a number takes from its sentence: its part of the clause, and a noun if it has none there.

合计13件 counts what a colon opened the list of, and a number in a bracket what stands before that.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final, NamedTuple

from tuibrowser.lexicon.counting import Counting
from tuibrowser.model.terms import Span
from tuibrowser.parsing.nouns.akin import PEOPLE, are_akin
from tuibrowser.parsing.nouns.objects import LONG, LONGEST_CLAUSE, LeftSide, Objects
from tuibrowser.parsing.nouns.records import Counted, NumberWithNoun
from tuibrowser.parsing.nouns.said import SentenceSoFar
from tuibrowser.parsing.nouns.targets import SITES
from tuibrowser.parsing.nouns.whole import Noun, find_known_head

_SENTENCE_BREAKS: Final = "。!?"
# Code, not lexicon: the order of a clause that counts; the words that fill it are in units.toml.
_CLOSED: Final = re.compile(r"\)(?:共计?|合计|总计|累计)?$")
_NEAR: Final = 3
"""Characters of the longest word behind a bracket, and the bracket."""
_DIGIT: Final = re.compile(r"\d")
_SHORT_LEAD: Final = 14
_NEAR_LEAD: Final = 24
"""Characters between a colon and what is trimmed of its words in front."""
_LONGEST_LIST: Final = 90
_OF_LEAD: Final = re.compile(
    "(?<=..)(?:按[^,]{1,6}分[类布]?|(?:清理|统计|分布)?(?:情况|台账|数据)|(?<!数)[总数]*[数量])$"
)
"""What the thing is called that a colon opens the list of: 规范性文件清理情况:废止2件."""
_HEADLINE: Final = re.compile(
    "坚持|加[强快大]|推[进动行]|强化|深化|做[好实]|落实|抓|突出|聚焦|围绕|注重|着力"
)
"""What a colon stands behind that opens no list."""
_SORTED: Final = re.compile("按[^,]{1,6}(?:划?分|统计|排列)")
"""How what was counted before is shared out: 按时间分:一季度9件."""
_SAYS: Final = re.compile("(?:显示|表明|可见|如下|看出|反映)$")
"""What ends words that only lead to a list: 台账显示:口头调解9件."""
_SUM: Final = re.compile("[合共总]计")
_SUMS: Final = re.compile("[合共总]计|[共累]计?|总共")
_ALL: Final = re.compile("总[数量](?:已?达到?)?$")
_FEW: Final = 3
"""Members of a list that are named one by one."""
_LACKS: Final = re.compile(
    "(?<=..)(?:[^,、的]{2}(?=难度))?(?:难度[较很]?大|[还仍]?不(?:高|足|够|多|强|均|齐)|[偏较还仍]?(?:低|少|弱|多|大|高)|滞后|薄弱|突出|频发|集中)$"
)
"""What is said to be wrong with a thing, before how many there are."""
_DEALS: Final = frozenset({"份", "件", "宗", "笔"})
_SUM_OF: Final = re.compile("总?金额")
"""What papers amount to, told behind them."""
_AMONG: Final = re.compile(r"\d[^,。;]*中,(?:\d+[^,。;\d]+,)*(?:已?有)?$")
"""Behind a whole, what is told of a part of it: 86件来信来访中,79件当年办结."""
_FAR: Final = 60
"""Characters before a number in which the whole is looked for."""
_GIVEN: Final = re.compile(
    "[均都全已部]*(?:建[有成立起]?|设[有立置]?|配[有备齐]|开[设办展]|有|成立|组建|打造|举办)了?(?P<it>[^,、的]{2,20})"
)
"""What each of those that were counted before has, or did."""

SET_ABOUT: Final = re.compile(
    "组织(?!法)|开展|实施(?!方案|细则|意见|办法)|启动|推[进动行]|落实|加[强大快]|[深强细优]化|健全|完善|规范(?!性|化)|持续|扎实"
    "|严格|坚持|抓[好实牢紧细]|狠抓|做[好实细]|聚焦|围绕|突出|针对(?!性)|紧[扣盯]|统筹|部署|参与|负责(?!人)|承担"
)
"""What was set about before a thing, and is none of its kinds: 组织|文件清理, 强化|纠纷调处."""


class Context:
    """The sentences of one line, up to a number."""

    def __init__(self, text: str, words: Counting, left: Objects, earlier: SentenceSoFar) -> None:
        """Take ``text``, folded and veiled, and what is known of it."""
        self._text = text
        self._words = words
        self._left = left
        self._earlier = earlier
        self.end = 0
        """Where the number before ends."""

    def ends_sentence(self, start: int, end: int) -> bool:
        """Whether a sentence ends between two offsets."""
        return any(self._text.find(mark, start, end) >= 0 for mark in _SENTENCE_BREAKS)

    def sentence(self, at: int) -> int:
        """Where the sentence of ``at`` begins."""
        return max(self._text.rfind(mark, 0, at) + 1 for mark in _SENTENCE_BREAKS)

    def _aside(self, at: int) -> int | None:
        """Where a bracket opens that holds the last number and closes before ``at``.

        纠纷(含上年8件)60件: what is counted stands before the bracket, if no other number does.
        """
        closed = _CLOSED.search(self._text, max(0, at - _NEAR), at)
        if not self._earlier.last or not closed:
            return None
        opening = self._text.rfind("(", max(0, at - LONGEST_CLAUSE), closed.start())
        if not 0 < opening < self._earlier.last.number.start:
            return None
        outside = self._text[self._left.clause(opening)[0] : opening]
        return None if _DIGIT.search(outside) or len(outside) < 2 else opening

    def before(self, at: int) -> LeftSide:
        """What stands before ``at`` in its clause, behind the number before."""
        start, bracket = self._left.clause(at)
        if (opening := self._aside(at)) is not None:
            return self.before(opening)
        last = self._earlier.last
        if last and start < last.number.end <= at:
            # Of 1支60人的队伍 both numbers count what stands behind the second.
            start = last.end if last.end <= at else last.number.end
            bracket = None
        if start < self.end <= at:
            start, bracket = self.end, None
        return self._left.trimmed(start, at, bracket)

    def list_of(self, number: Counted, part: LeftSide) -> Span | None:
        """What a list that a colon opens is of: 受理投诉:食品类9件、药品类4件,合计13件."""
        left = self._text[part.start : part.end]
        is_kind = left.endswith("类") or left in {"其他", "其它"}
        is_sum = part.start == part.end and _SUM.search(self._text, self.end, number.start)
        return self._lead(number.start) if is_kind or is_sum else None

    def is_all(self, number: Counted) -> bool:
        """Whether the words right before ``number`` say that it is of all there are."""
        return _ALL.search(self._text, max(0, number.start - 2 * _NEAR), number.start) is not None

    def is_among(self, number: Counted) -> bool:
        """Whether ``number`` tells of how many of a whole something is so."""
        near = max(0, number.start - _FAR)
        return _AMONG.search(self._text, near, number.start) is not None

    def is_of_last(self, part: LeftSide) -> bool:
        """Whether an extent is told of what was counted right before: 拆除9处,面积90平方米."""
        last, mark = self._earlier.last, self._text[part.start - 1]
        unit = last.number.unit if last else ""
        if unit in _DEALS and _SUM_OF.fullmatch(self._text, *part[:2]):
            return True  # 审核合同9份,金额90万元
        return mark == "、" or (unit in SITES and self._text.endswith("面积", *part[:2]))

    def _lead(self, at: int) -> Span | None:
        colon = self._text.rfind(":", max(0, at - _LONGEST_LIST), at)
        if colon < 0 or self.ends_sentence(colon, at):
            return None
        begin = self._left.clause(colon)[0]
        lead = self._left.trimmed(begin, colon)
        if not 2 <= lead.end - lead.start <= _SHORT_LEAD or _DIGIT.search(self._text[begin:colon]):
            return None
        if _SAYS.search(self._text, *lead[:2]):
            return None
        start, end = self._left.object(lead.start, lead.end)
        of = _OF_LEAD.search(self._text, start, end)
        return start, of.start() if of else end

    def opened(self, number: Counted, part: LeftSide) -> Span | None:
        """What a colon before the clause of ``number`` opens the list of: 行政给付:发放9人次."""
        if self._text.find(":", max(0, part.start - _NEAR_LEAD), part.start) < 0:
            return None
        begin = self._left.clause(number.start)[0]
        if self._text[begin - 1 : begin] != ":":
            return None
        lead = self._lead(number.start)
        return None if lead and _HEADLINE.match(self._text, *lead) else lead

    def inherited(self, number: Counted, part: LeftSide) -> Noun:
        """What the number before counts, what a bracket explains, the object of the last clause."""
        if part.bracket is not None:
            outside = self.before(part.bracket)
            if outside.end - outside.start >= 2:
                return (self._left.object(outside.start, outside.end),)
        begin = self._left.clause(number.start)[0]
        if part.start == part.end and self._text[begin - 1 : begin] == ":":
            named = self.before(begin - 1)  # 清运垃圾:412吨, 全年共412吨
            if named.end - named.start >= 2 and not _SORTED.fullmatch(self._text, *named[:2]):
                return (self._left.object(named.start, named.end),)
        if last := self._earlier.before(number.start):
            if summed := self._summed(number, part, last):
                return summed
            set_up = self._set_up(number, part, last) or self._done_since(number, part, last)
            return (set_up,) if set_up else self._of_last(number, last)
        if begin < 2 or self._text[begin - 1] not in ",;(":
            return ()
        earlier = self.before(begin - 1)
        if lacks := _LACKS.search(self._text, *earlier[:2]):
            earlier = earlier._replace(end=lacks.start())  # 专职人员少,仅3人持证
        if not 2 <= earlier.end - earlier.start <= LONG:
            return ()
        return (self._left.object(earlier.start, earlier.end),)

    def _summed(self, number: Counted, part: LeftSide, last: NumberWithNoun) -> Noun:
        """What a list is of that ``number`` sums up: 邻里纠纷9件、家事纠纷3件,共12件."""
        begin = self._left.clause(number.start)[0]
        is_sum = part.start == part.end and _SUMS.fullmatch(self._text, begin, number.start)
        members = self._earlier.list_to(last) if is_sum else []
        if not members or not all(are_akin(it.number.unit, number.unit) for it in members):
            return ()
        head = find_known_head(self._text, last.noun[-1], self._words)
        name = self._text[slice(*head)] if head else ""
        if head and all(self._text.endswith(name, *it.noun[-1]) for it in members):
            act = self._words.acts.match(self._text, *members[0].noun[0])
            return (act.span(), head) if act else (head,)
        act = self._words.acts.fullmatch(self._text, *members[0].noun[0])
        if act and self._text.startswith("次", number.end):
            return (act.span(),)  # 检查矿山9座、油库3座,累计90座次
        if len(members) > _FEW:
            act = self._words.acts.match(self._text, *members[0].noun[0])
            return (act.span(),) if act else ()  # 审查合同9件、…、其他2件,共30件
        rest = [(one.end, it.noun[-1][1]) for one, it in pairwise(members)]
        return (*members[0].noun, *rest)

    def _set_up(self, number: Counted, part: LeftSide, last: NumberWithNoun) -> Span | None:
        """What those before were given, if a sum follows: 9个村均设有调解室,共20间."""
        begin = self._left.clause(number.start)[0]
        is_sum = part.start == part.end and _SUMS.fullmatch(self._text, begin, number.start)
        if not is_sum:
            return None
        given = _GIVEN.match(self._text, last.end, begin - 1)
        return given.span("it") if given else None

    def _done_since(self, number: Counted, part: LeftSide, last: NumberWithNoun) -> Span | None:
        """What was done with those before, if it is summed up: 对象9名季度走访,累计36次."""
        begin = self._left.clause(number.start)[0]
        if part.start != part.end or not _SUMS.fullmatch(self._text, begin, number.start):
            return None
        acts = self._words.acts.finditer(self._text, last.number.end, begin - 1)
        if act := next((it.span() for it in acts if it.end() == begin - 1), None):
            return act
        done = self._left.trimmed(last.end, begin - 1)
        is_deed = self._words.verbs.match(self._text, *done[:2]) is not None
        is_new = is_deed and not are_akin(last.number.unit, number.unit)
        return self._left.object(*done[:2]) if is_new and done.end - done.start > _NEAR else None

    def named_before(self, number: Counted) -> Span | None:
        """What the clause before that of ``number`` names: 清理规范性文件,废止3件."""
        begin = self._left.clause(number.start)[0]
        if self._earlier.last or begin < 2 or self._text[begin - 1] != ",":
            return None
        clause = self.before(begin - 1)
        if not self._words.acts.search(self._text, *clause[:2]):
            return None  # 开设综合窗口,办结9件
        start, end = self._left.object(clause.start, clause.end)
        set_about = SET_ABOUT.match(self._text, start, end)
        return (set_about.end() if set_about else start), end

    def _of_last(self, number: Counted, last: NumberWithNoun) -> Noun:
        """What ``number`` has of what ``last``, the one before it, counts."""
        if last.number.unit == "元" and number.unit in PEOPLE:
            return ()  # 追回欠薪126万元,惠及83人
        is_other = not number.is_rate and not are_akin(last.number.unit, number.unit)
        is_apart = is_other and self._text.find(",", last.number.end, number.start) >= 0
        if is_other and self._text.find(";", last.number.end, number.start) >= 0:
            return ()  # 抽查企业9家;对3件文件补做审查
        akin = self._earlier.find_akin(number.unit) if is_apart else None
        if akin and akin.number.unit == number.unit:
            thing = self._earlier.find_thing(akin)  # 矛盾9宗,和解书5份,另有3宗…
            return (thing,) if thing else akin.noun
        is_extent = last.number.end == number.start and number.unit not in PEOPLE
        if last.number.end == number.start and last.number.unit == "户" and is_other:
            of_unit = last.noun[-1] == (last.number.end - 1, last.number.end)
            return last.noun[:-1] if of_unit and len(last.noun) > 1 else last.noun  # 转移9户30人
        if is_other and self._is_one_phrase(last.noun):
            return last.noun  # 拆除各类违建9处、90平方米
        if is_other and len(last.noun) > 1 and not is_extent:
            return last.noun[:1]  # 复垦图斑9个、20亩
        if len(last.noun) > 1 and self._text[number.end : number.end + 1].isalpha():
            return last.noun if number.is_rate else last.noun[1:]
        return last.noun

    def _is_one_phrase(self, noun: Noun) -> bool:
        """Whether nothing but 各类 stands between an act and its thing."""
        return len(noun) > 1 and self._text[noun[0][1] : noun[1][0]] in {"各类", "各种", "各级"}


class LineSoFar(NamedTuple):
    """What is known of one line, up to a number."""

    text: str
    """Folded and veiled."""
    words: Counting
    left: Objects
    earlier: SentenceSoFar
    context: Context
