"""What the numbers before one count in its sentence, and what it takes from them.

排查纠纷40件,成功化解38件: the second counts 成功化解 of 纠纷; a part has the head of its whole:
案件46件,其中简易程序38件.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from tuibrowser.lexicon.counting import Counting
from tuibrowser.model.terms import Span
from tuibrowser.parsing.behind import TIMES
from tuibrowser.parsing.nouns import VEIL, Noun, find_head

_RATES: Final = frozenset({"%", "百分点", "千分点", "倍", "成"})
_FAMILIES: Final = (
    frozenset({"件", "起", "例", "宗", "桩", "条", "件次"}),
    frozenset({"人", "名", "位", "人次"}),
    frozenset({"户", "家", "户次", "家次"}),
    frozenset({"分钟", "小时"}),
    TIMES,
)
_PEOPLE: Final = _FAMILIES[1]
_VISITED: Final = _PEOPLE | _FAMILIES[2]
_FAR: Final = 4
"""How many numbers back one is looked for that counts the same."""
_DONE: Final = re.compile(r"[出了到](?:各[类种项式])?")
_PERSON: Final = re.compile("[员师者官长民生工众]$")
_REST: Final = re.compile(r"(?:其[他它余]|剩余|另外)$")
_KIND: Final = re.compile(
    "全国|(?:国家|[省市县区镇乡村州国a-z\\d一二三四五])级|[男女阴阳]性|少数民族|[专兼]职|"
    "(?:基本|不)?合格|优秀|良好|达标|其[他它余]|重大|较大|一般|初次"
)
"""What is said of a thing and is never one itself, so that a list of them are its parts."""
_GRADE: Final = re.compile("(?:合格|优秀|良好|达标)$")
_STOCK: Final = re.compile("(?:登记)?在[册编岗]|注册|登记|[省市县区镇乡村州]级")
"""What an act is not told of: 注销商户, not 注销在册商户."""
_OF_ACT: Final = re.compile("意见|建议|协议|方案|报告|清单|决定|通知书|台账")
"""Behind an act its outcome: 修改意见, 调解协议; but 采纳意见 was done to it."""
_TAKING: Final = re.compile("(?:采纳|听取|征求|答复|回复|反馈|公示|公开|报送|上报|梳理)$")
_SENT_IN: Final = re.compile("[收接办来发][件单案]")
"""An act with the unit for its object."""
_ALONE: Final = re.compile("(?:[立结破收销撤办]案|[胜败]诉|出庭|满意)$")
"""Acts that hold their object."""
_WAY: Final = re.compile(
    "诉前|庭前|诉中|人民|行政|司法|联合|集中|现场|上门|入户|专项|日常|线上|线下|依申请|[一二终]审"
)
_OWN: Final = re.compile("参[与加]|调[解处]|宣讲|巡逻")
"""Acts of people, which are not done to them: 调解员9人,参与调解40次."""
_PAPER: Final = re.compile("协议|合同|[书证款金]$")
"""What is counted by those who have it."""
_PLACE: Final = re.compile("[村镇乡县]$|社区$|街道$")
"""Where the things are that a part of a list counts."""
_RATIO: Final = re.compile("[率度比]$")


class Counted(NamedTuple):
    """A number with its unit, where it stands."""

    start: int
    end: int
    unit: str

    @property
    def is_rate(self) -> bool:
        """Whether it is a share or a change, of which the noun stands before."""
        return self.unit in _RATES


class Said(NamedTuple):
    """A number and what it counts."""

    number: Counted
    noun: Noun

    @property
    def end(self) -> int:
        """Where the number ends, or its noun if that stands behind it."""
        return max(self.number.end, *(end for _, end in self.noun), 0)


class Earlier:
    """The numbers of one sentence up to now."""

    def __init__(self, text: str, shadow: str, words: Counting) -> None:
        """Take ``shadow``, folded, and ``text``, of which quotes and brackets are veiled."""
        self._text = text
        self._shadow = shadow
        self._words = words
        self._said: list[Said] = []
        self._whole: Said | None = None
        """What the numbers of a list are parts of: 46件(其中…38件、…8件)."""

    @property
    def last(self) -> Said | None:
        """The number before."""
        return self._said[-1] if self._said else None

    def add(self, number: Counted, noun: Noun) -> None:
        """Put down that ``number`` counts ``noun``."""
        self._said.append(Said(number, noun))

    def forget(self) -> None:
        """Begin another sentence."""
        self._said.clear()
        self._whole = None

    def find_akin(self, unit: str, far: int = _FAR) -> Said | None:
        """The nearest of the last ``far`` numbers that may count what one in ``unit`` counts."""
        recent = self._said[: -far - 1 : -1]
        return next((it for it in recent if are_akin(it.number.unit, unit)), None)

    def has(self, thing: Span, number: Counted) -> bool:
        """Whether a number before ``number`` counts ``thing`` as well, with another act."""
        name = self._text[slice(*thing)]
        return any(
            are_akin(it.number.unit, number.unit)
            and it.noun[-1] != thing
            and self._text.startswith(name, it.noun[-1][1] - len(name))
            for it in self._said
        )

    def with_head(self, number: Counted, noun: Noun) -> Noun:
        """A part of what was counted before with the head of that: 其中简易程序38件 are 案件."""
        last = self.last
        whole = last
        between = self._text[last.number.end : number.start] if last else ""
        if number.is_rate:
            return noun
        if last and (last.number.is_rate or "其中" in between):
            whole = self.find_akin(number.unit)  # 办结率98%,其中噪声24件
        if not last or not whole or not are_akin(whole.number.unit, number.unit):
            self._whole = None
            return noun
        is_kind = bool(noun) and _KIND.fullmatch(self._text, *noun[-1]) is not None
        is_rest = is_kind or (bool(noun) and _REST.match(self._text, *noun[-1]))
        if "其中" in between or between.startswith("(") or (is_rest and not self._whole):
            self._whole = whole
        elif ")" in between:
            self._whole = None
        if self._whole is None or not noun or noun[-1][1] > number.start:
            return noun
        if number.unit == "人次" and not is_kind:
            return noun  # 群众90人次,其中法律咨询30人次
        if self._words.introducing.search(self._text, last.number.end, noun[0][0]):
            self._whole = None  # what is done anew is no part
            return noun
        is_act = self._is_act if number.unit in _PEOPLE else self._begins_with_act
        if noun[-1][0] < self._whole.number.end or is_act(noun[0]):
            return noun
        thing = self.find_thing(self._whole)
        head = self._find_head(thing, is_kind=is_kind) if thing else None
        if head is None or self._names_itself(noun[-1], head, number.unit):
            return noun
        return *noun, head

    def done_to_the_same(self, number: Counted, act: Span) -> Noun:
        """排查纠纷40件,成功化解38件: the second counts 成功化解 of 纠纷."""
        if _ALONE.search(self._text, *act):
            return (act,)
        last = self.last
        akin = [it for it in self._said[: -_FAR - 1 : -1] if are_akin(it.number.unit, number.unit)]
        if not akin and last and self._counts_as_well(last, number.unit, self._text[slice(*act)]):
            akin = [last]
        if akin and self._whole:
            akin = [self._whole]
        thing = next((it for it in map(self.find_thing, akin) if it), None)
        if thing is None or (number.unit in _VISITED and _PAPER.search(self._text, *thing)):
            return (act,)  # 签订自拆协议9户,强拆2户
        if self._text.startswith(self._text[slice(*act)], *thing):
            return (act,)  # 宣讲员9名,宣讲20场
        return act, thing

    def find_thing(self, said: Said) -> Span | None:
        """What an act was done to, without the act: 纠纷 of 排查出各类纠纷, 合同 of 合同审查."""
        start, end = said.noun[-1]
        if (
            self._is_act((start, end))
            or _SENT_IN.fullmatch(self._text, start, end)
            or _ALONE.search(self._text, start, end)
        ):
            return None
        for done in self._words.acts.finditer(self._text, start, end):
            if _OF_ACT.match(self._text, done.end(), end) and not _TAKING.search(done[0]):
                break
            if end - done.end() >= 2:
                start = done.end()
            elif done.end() == end and done.start() - start >= 2:
                if _WAY.fullmatch(self._text, start, done.start()):
                    return None  # 诉前调解 has no thing
                end = done.start()
        if verb_end := _DONE.match(self._text, start, max(start, end - 2)):
            start = verb_end.end()
        for pattern in (self._words.introducing, _STOCK):
            if (lead := pattern.match(self._text, start, end)) and end - lead.end() >= 2:
                start = lead.end()
        return start, end

    def _find_head(self, thing: Span, *, is_kind: bool) -> Span | None:
        """The head of ``thing``, which a quote at its end is: 培育“明白人”.

        Of another kind it is all but its own kind: 创成全国示范村1个、省级4个.
        """
        start, end = thing
        if is_kind:
            if _GRADE.search(self._text, *thing):
                return None  # 考核合格30名、不合格1名
            if kind := _KIND.search(self._text, start, end - 1):
                return kind.end(), end
        bare = self._text[start:end].rstrip(VEIL)
        if bare and len(bare) < end - start and self._shadow[start + len(bare)] in '"《':
            return start + len(bare), end
        return find_head(self._text, (thing,), self._words) or (thing if is_kind else None)

    def _names_itself(self, part: Span, head: Span, unit: str) -> bool:
        """Whether a part of a list says what it counts: 协管员七八名, but not 其中行政处罚113项."""
        if unit in _PEOPLE and _PERSON.search(self._text, *part):
            return True
        if self._text.endswith(unit, *part):
            return True  # 事项90项,其中即办件9件
        if unit not in _FAMILIES[0] and self._text.endswith(unit, *head):
            return False  # 案卷40卷,其中行政处罚27卷
        if self._text.endswith(self._text[max(head[0], head[1] - 2) : head[1]], *part):
            return True  # 国内公证 of 公证, 运输许可 of 行政许可
        own = self._words.heads.search(self._text, *part)
        if own is None or self._text.startswith("事项", head[0]):
            return False
        return unit == "个" or _PLACE.search(self._text, *part) is None

    def _counts_as_well(self, said: Said, unit: str, act: str) -> bool:
        """Whether what ``said`` counts has numbers in ``unit``, too: 看望老人30人,走访45次."""
        if said.number.is_rate:
            return not _RATIO.search(self._text, *said.noun[-1])
        return unit in TIMES and said.number.unit in _VISITED and not _OWN.search(act)

    def _is_act(self, span: Span) -> bool:
        act = self._text[slice(*span)]
        return self._words.bare.fullmatch(act) is not None or is_fate_of(act, self._words)

    def _begins_with_act(self, span: Span) -> bool:
        return self._words.bare.match(self._text, *span) is not None or self._is_act(span)


@lru_cache(maxsize=4096)
def _is_fate(act: str, pattern: re.Pattern[str]) -> bool:
    return pattern.fullmatch(act) is not None


def is_fate_of(act: str, words: Counting) -> bool:
    """Whether ``act`` says what became of a thing; the same few words are asked again and again."""
    return _is_fate(act, words.fates)


def are_akin(one: str, other: str) -> bool:
    """Whether numbers in these units may count the same thing: 件 and 起."""
    return one == other or any(one in family and other in family for family in _FAMILIES)
