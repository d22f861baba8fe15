"""Which of the numbers before it an act was done to that names no thing: 收到诉求90件,答复80件.

It is the nearest that counts something of the kind; a list of parts stands for its whole.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from tuibrowser.lexicon.counting import Counting
from tuibrowser.model.terms import Span
from tuibrowser.parsing.nouns.akin import CASES, MATTERS, PEOPLE, TIMES, VISITED, are_akin
from tuibrowser.parsing.nouns.deeds import Deeds
from tuibrowser.parsing.nouns.doers import PERSON
from tuibrowser.parsing.nouns.records import Counted, NumberWithNoun
from tuibrowser.parsing.nouns.whole import Noun, find_known_head

_FAR: Final = 4
"""How many numbers back one is looked for that counts the same."""
_FAR_OF_PEOPLE: Final = 2
"""How many numbers of people, whom each clause tells others of."""
# Code, not lexicon: the order of a clause that counts; the words that fill it are in units.toml.
_OWN: Final = re.compile("参[与加]|调[解处]|宣讲|巡")
"""Acts of people, which are not done to them: 调解员9人,参与调解40次."""
_RATIO: Final = re.compile("[率度比]$")
_SITE: Final = re.compile("(?:违建|违法(?:建筑|建设|用地|图斑)|图斑|隐患|乱[搭堆占]..)$")
"""What is counted as cases and as places alike: 制止违建9起,拆除7处."""
_OF_PENALTY: Final = re.compile("撤销|变更|免[予于除]|不予|[结执]|减轻|从轻|公[示开]|纠正")
"""What becomes of penalties; other acts are done beside them."""
_APPLIED: Final = re.compile("(?<=复议|仲裁)申请$")
"""What becomes a case when it is taken in: 收到复议申请90件,审结80件."""
_TAKES_IN: Final = re.compile(
    "受理|审[结理查]|[办结立]案|[办审]结|维持|驳回|终止|和解|纠错|撤销|确认违法"
)
_REVIEWED: Final = re.compile("(?:复议|仲裁)(?:申请)?$")
_DECIDED: Final = re.compile("(?:直接|全部)?纠错$|.{3,}(?:终止|和解)$")
"""How cases were decided, in words that say of what: 调解和解终止."""
_UNLIKE: Final = re.compile(
    "不[^,、的]{2,6}?(?:的|(?<=条件)|(?<=规定)|(?<=要求)|(?<=标准))(?=..)|不合格(?=..)"
)
"""What those were like who had to go, and the new ones are not."""
_SENT_BACK: Final = re.compile("退回|驳回|[核审]减|通过|缓议|缓办|不予")
_COURSES: Final = frozenset({"培训", "轮训", "集训", "考核", "考试", "测试"})
"""What those went through who were counted before."""
_PAPERS: Final = re.compile("(?:审[查核])?(?:申请|件|案件|业务)")
"""What an act is named with that was asked for."""
_REMARK: Final = re.compile("(?:疑问|意见|建议|问题|疑点)$")
"""What a review brings forth, and what is sent back is not."""
_LONG_LIST: Final = 8
"""Characters from which a list without a head is not repeated behind an act."""
_LETTER: Final = re.compile("[来网走电]信|来[访电]|走访|网访$")
"""By what way people turned to an office."""
_ENTRIES: Final = {"项", "个"}
_FINISHED: Final = re.compile("完成|落实|推进|办结|销号|整改")
"""What becomes of entries that are counted in either unit: 任务9项,已完成8个."""
_EVENTS: Final = ("会", "会议", "活动", "培训")
"""Which nothing is done to: 召开听证会3场,化解4件."""
SITES: Final = frozenset({"处", "宗", "间", "栋", "幢", "座", "户", "个", "项", "条"})
"""Units of places, which have an area as well."""


class Targets:
    """What was counted in one line, as what acts were done to."""

    def __init__(self, text: str, words: Counting, deeds: Deeds) -> None:
        """Take ``text``, folded and veiled."""
        self._text = text
        self._words = words
        self._deeds = deeds

    def find(
        self,
        said: Sequence[NumberWithNoun],
        whole: NumberWithNoun | None,
        number: Counted,
        act: Span,
    ) -> list[NumberWithNoun]:
        """Those of ``said`` that ``act`` may have been done to, the likeliest first.

        Args:
            said: The numbers of the sentence, in order.
            whole: What the last of them are parts of.
            number: How many of them it was done to.
            act: The words for it.
        """
        last = said[-1] if said else None
        if last is None or (whole is None and self._is_act_in_list(last, act)):
            return []
        far = _FAR_OF_PEOPLE if number.unit in PEOPLE else _FAR
        akin = [it for it in said[: -far - 1 : -1] if self._counts_such(it, number.unit)]
        akin = [it for it in akin if it.number.unit == number.unit] or akin
        if number.unit in TIMES:
            akin = [it for it in akin if it.number.unit not in TIMES]  # 活动3场,抽检9批次
        if not akin and {number.unit, last.number.unit} == _ENTRIES:
            akin = [last] if _FINISHED.search(self._text, *act) else []
        if self._counts_as_well(last, number.unit, self._text[slice(*act)]):
            is_of_last = last.number.unit in TIMES and self._deeds.begins_with_act(last.noun[0])
            akin = akin if akin and not is_of_last else [last]
        if len(akin) > 1 and _SENT_BACK.match(self._text, *act):  # 审核支出90笔,提出疑问9笔,退回3笔
            akin = [it for it in akin if not _REMARK.search(self._text, *it.noun[-1])] or akin
        if akin and whole and not self._has_own_parts(said, last, number, act):
            return [whole]
        return akin

    def told(self, act: Span, thing: Span) -> Noun:
        """``act`` with as much of ``thing``, which it was done to, as tells more than it."""
        text = self._text
        is_penalty = text.endswith("处罚", *thing) and text.find("罚", *act) >= 0
        if is_penalty or (text[slice(*thing)] == "处罚" and not _OF_PENALTY.search(text, *act)):
            return (act,)  # 处罚9起,责令改正20起
        if self.are_letters(act, thing):
            return (act,)  # 信访件90件,来访30件
        if _SENT_BACK.match(text, *act) and text.endswith(("审核", "审查"), *thing):
            return (act,)  # 合法性审核37份,退回修改6份
        if text.find(text[thing[1] - 2 : thing[1]], *act) >= 0:
            return (act,)  # 行政许可90件,不予许可3件; 异议复核9户,复核后调整2户
        if _PAPERS.fullmatch(text, thing[0] + 2, thing[1]) and text.startswith(
            text[act[0] : act[0] + 2], thing[0]
        ):
            return (act,)  # 调解申请45件,调解成功44件
        if _REVIEWED.search(text, *thing) and _DECIDED.match(text, *act):
            return (act,)  # 审结复议90件,调解和解终止60件
        thing = self._without_list(self.as_case(act, thing))
        if self._is_long_list(thing):
            return (act,)
        if text[slice(*act)] in _COURSES and PERSON.search(text, *thing):
            return thing, act  # 明白人90名,培训3期
        return act, self.without_repeat(act, thing)

    def are_letters(self, part: Span, whole: Span) -> bool:
        """Whether ``part`` is a way to turn to an office, which ``whole`` is of in general."""
        is_way = _LETTER.search(self._text, *part) is not None
        return is_way and self._text.startswith("信访", whole[0])

    def as_case(self, act: Span, thing: Span) -> Span:
        """``thing``, what was applied for if ``act`` took it in: 受理复议, of 复议申请."""
        if self._text[act[0]] == "新" and (unlike := _UNLIKE.match(self._text, *thing)):
            thing = unlike.end(), thing[1]  # 清退不符合条件对象90人,新纳入80人
        case = _APPLIED.search(self._text, *thing)
        return (thing[0], case.start()) if case and _TAKES_IN.search(self._text, *act) else thing

    def without_repeat(self, act: Span, thing: Span) -> Span:
        """``thing`` without what ends ``act``: 联合抽查 of 抽查任务."""
        start, end = thing
        again = self._text.find(self._text[act[1] - 2 : act[1]], start + 2, end)
        is_open = self._text.startswith("公开", again) or self._text.startswith("办理", again)
        if again > 0 and not is_open and _PAPERS.fullmatch(self._text, again + 2, end):
            return start, again  # 认定9件, of 工伤|认定申请
        is_again = self._text.startswith(self._text[act[1] - 2 : act[1]], start, end)
        return (start + 2, end) if is_again and end - start >= 4 else thing

    def _without_list(self, thing: Span) -> Span:
        """The head of ``thing`` if a list says of which kinds it is: 涉农、涉企文件."""
        mark = self._text.rfind("、", *thing)
        if mark < 0 or self._words.heads.search(self._text, thing[0], mark):
            return thing  # 建议、提案
        head = find_known_head(self._text, (mark + 1, thing[1]), self._words)
        return head if head and head[0] - mark > 2 else thing

    def _is_long_list(self, thing: Span) -> bool:
        """Whether nothing sums up a list of things: 私搭门头、违规用气、占道堆肥."""
        is_list = thing[1] - thing[0] >= _LONG_LIST and self._text.find("、", *thing) >= 0
        return is_list and not self._words.heads.search(self._text, *thing)

    def _is_act_in_list(self, last: NumberWithNoun, act: Span) -> bool:
        """Whether acts are what a list counts: 按日计罚2起、查封9起 are two of them."""
        if self._text[last.end : act[0]] != "、" or len(last.noun) != 1:
            return False
        ends = (self._words.heads, self._words.doers)
        return not any(it.search(self._text, *last.noun[0]) for it in ends)

    def _has_own_parts(
        self, said: Sequence[NumberWithNoun], last: NumberWithNoun, number: Counted, act: Span
    ) -> bool:
        """Whether what comes is of ``last``, a part or not: 其中议案9件,主办5件."""
        if self._text[last.end : act[0]] == "、":
            return False  # 信访90件(网上信访60件、走访30件)
        is_known = self._words.heads.search(self._text, *last.noun[0]) is not None
        is_more = last.number.value >= number.value
        return is_known and is_more and not is_listed(self._text, said, last)

    def _counts_such(self, said: NumberWithNoun, unit: str) -> bool:
        """Whether ``said`` may count what one in ``unit`` does: 线索9条, no 示范街2条."""
        if said.number.unit == unit or unit not in CASES:
            return are_akin(said.number.unit, unit)
        is_case = self._words.heads.search(self._text, *said.noun[-1])
        return is_case is not None and are_akin(said.number.unit, unit)

    def _counts_as_well(self, said: NumberWithNoun, unit: str, act: str) -> bool:
        """Whether what ``said`` counts has numbers in ``unit``, too: 看望老人30人,走访45次."""
        noun = said.noun[-1] if said.noun else (0, 0)
        if said.number.is_rate:
            return not _RATIO.search(self._text, *noun)
        if said.number.unit in TIMES and unit in MATTERS:  # 排查纠纷90次,调处80件
            thing = self._deeds.find_thing(noun, said.number.unit)
            if thing is None or self._text.endswith(_EVENTS, *thing):
                return False
            return self._words.heads.search(self._text, *thing) is not None
        if said.number.unit in CASES and unit in SITES:
            return _SITE.search(self._text, *noun) is not None
        return unit in TIMES and said.number.unit in VISITED and not _OWN.search(act)


def is_listed(text: str, said: Sequence[NumberWithNoun], one: NumberWithNoun) -> bool:
    """Whether ``one`` of ``said`` stands behind another number in a list: 投诉3件、举报2件."""
    at = next((at for at, it in enumerate(said) if it is one), 0)
    return at > 0 and text.startswith("、", said[at - 1].end)
