"""What the numbers before one count in its sentence, and what it takes from them.

排查纠纷40件,成功化解38件: the second counts 成功化解 of 纠纷; a part has the head of its whole:
案件46件,其中简易程序38件.
"""

from __future__ import annotations

import re
from typing import Final

from tuibrowser.lexicon.counting import Counting
from tuibrowser.model.terms import Span
from tuibrowser.parsing.nouns.akin import CASES, PEOPLE, TIMES, VISITED, are_akin
from tuibrowser.parsing.nouns.deeds import ALONE, KIND, Deeds
from tuibrowser.parsing.nouns.doers import BODY, PERSON
from tuibrowser.parsing.nouns.heads import Heads
from tuibrowser.parsing.nouns.records import Counted, NumberWithNoun
from tuibrowser.parsing.nouns.targets import Targets, is_listed
from tuibrowser.parsing.nouns.whole import VEIL, Noun, find_known_head

_FAR: Final = 4
"""How many numbers back one is looked for that counts the same."""
MOST: Final = 100
"""Numbers of a sentence that are kept; one with more is a table that lost its lines."""
# Code, not lexicon: the order of a clause that counts; the words that fill it are in units.toml.
_PAPER: Final = re.compile("协议|合同|[书证款金]$")
"""What is counted by those who have it."""
_CHOSEN: Final = re.compile(
    f"(?:入选|入围|获评|评为|推荐|上报|报送|清理|修订|评估|化解|整改)(?:{KIND.pattern})"
)
_LICENCE: Final = re.compile("[a-z一二三]证|[持双]证")
"""Which of a group are counted: 执法人员9名,a证4名."""
_VISITS: Final = ("监督", "检查", "抽查", "巡查", "督查", "走访", "年检")
_HOW: Final = re.compile("(?<=..)(?:全面|集中|逐[件项份一个]|系统|统一|深入|彻底)+$")
"""How it was done, before an act that ends the clause: 对文件全面清理."""
_GRADED: Final = re.compile("(?:不|基本)?合格|[不未]?达标|不?及格|优秀|良好")
_TRIED: Final = re.compile("(?:抽检|快检|检测|检验|验收|抽查|监测|评查|考核|考试|测试|考法)$")
"""What grades are told of behind it: 农资抽检合格."""
_REMARKS: Final = frozenset({"意见", "建议"})
_TOUCHES: Final = ("覆盖", "惠及", "受益")
"""What is done to no one who was counted before: 专职人员9名,培训覆盖90人次."""
_AMONG: Final = re.compile("其中|[,;]包?[含括](?!义)|按[^,。]{1,8}(?:划分|分)")
"""What begins a list of the parts of what was counted."""
_OTHERS: Final = re.compile("其[他它余]")
_EACH: Final = re.compile("[人户村日周月年所]均|平均|每")


class SentenceSoFar:
    """The numbers of one sentence up to now."""

    def __init__(self, text: str, shadow: str, words: Counting) -> None:
        """Take ``shadow``, folded, and ``text``, of which quotes and brackets are veiled."""
        self._text = text
        self._shadow = shadow
        self._words = words
        self._deeds = Deeds(text, words)
        self._targets = Targets(text, words, self._deeds)
        self._heads = Heads(text, words, self._targets)
        self._said: list[NumberWithNoun] = []
        self._whole: NumberWithNoun | None = None
        """What the numbers of a list are parts of: 46件(其中…38件、…8件)."""

    @property
    def last(self) -> NumberWithNoun | None:
        """The number before."""
        return self._said[-1] if self._said else None

    @property
    def last_noun(self) -> Noun:
        """What the number before counts; an act with its thing are two spans."""
        return self._said[-1].noun if self._said else ()

    def add(self, number: Counted, noun: Noun) -> None:
        """Put down that ``number`` counts ``noun``; of many numbers the last ones are kept."""
        self._said.append(NumberWithNoun(number, noun))
        del self._said[:-MOST]

    def forget(self) -> None:
        """Begin another sentence."""
        self._said.clear()
        self._whole = None

    def before(self, at: int) -> NumberWithNoun | None:
        """The number before ``at``, not one in a bracket that was closed since."""
        last = self.last
        closed = self._text.rfind(")", last.number.end, at) if last else -1
        if closed < 0:
            return last
        opened = self._text.rfind("(", self._said[0].number.start, closed)
        return next((it for it in reversed(self._said) if it.number.end <= opened), last)

    def latest_of_all(self) -> list[NumberWithNoun]:
        """The last few numbers, of whatever kind."""
        return self._said[-_FAR:]

    def latest(self, count: int, *, may_differ: bool = False) -> list[NumberWithNoun]:
        """The last ``count`` numbers, of one kind unless they ``may_differ``, else none."""
        recent = self._said[-count:]
        is_same = all(are_akin(it.number.unit, recent[0].number.unit) for it in recent)
        return recent if len(recent) == count and (may_differ or is_same) else []

    def find_akin(self, unit: str, far: int = _FAR) -> NumberWithNoun | None:
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
        chosen = self._chosen(number, noun)
        if chosen or number.is_rate or (noun and _EACH.match(self._text, *noun[0])):
            return chosen or noun
        is_kind = bool(noun) and KIND.fullmatch(self._text, *noun[-1]) is not None
        whole = self._whole_of(number, noun, is_kind=is_kind)
        if noun and noun[-1][1] <= number.start and whole is None:
            kind = self._heads.of_class(number, noun[-1], self.last)
            if kind and kind[1] <= noun[-1][0]:
                return *noun, kind
        if whole is None or not noun or noun[-1][1] > number.start:
            return noun
        if ALONE.fullmatch(self._text, *noun[0]):
            return noun  # 其中…,司法确认9件; 群众90人次,其中法律咨询30人次
        last = self.last or whole
        if self._words.introducing.search(self._text, last.number.end, noun[0][0]):
            self._whole = None  # what is done anew is no part
            return noun
        if alone := self._graded_or_other(noun, whole):
            return alone
        is_act = self._deeds.is_act if number.unit in PEOPLE else self._deeds.begins_with_act
        is_class = self._text.endswith("类", *noun[-1])
        if noun[-1][0] < whole.number.end or (is_act(noun[0]) and not is_class):
            return noun
        if whole.number.unit in TIMES and number.unit not in TIMES:
            head = find_known_head(self._text, whole.noun[-1], self._words)  # 市级培训90人次
            return (*noun, head) if head else noun
        return self._of_whole(number, noun, whole, is_kind=is_kind)

    def _of_whole(
        self, number: Counted, noun: Noun, whole: NumberWithNoun, *, is_kind: bool
    ) -> Noun:
        """``noun`` with what it has of ``whole`` at its end."""
        thing = self.find_thing(whole)
        if thing and number.unit in PEOPLE and not self._is_person(thing):
            return noun  # 治安处罚90人,其中拘留12人
        head = self._heads.shared(number, noun[-1], thing, is_kind=is_kind) if thing else None
        if head is None or self._heads.names_itself(noun[-1], head, number.unit):
            return noun
        is_remark = self._text[slice(*head)] in _REMARKS  # 提出审查意见90份,其中书面80份
        rest = whole.noun if is_remark else (self._targets.without_repeat(noun[-1], head),)
        return *noun, *rest

    def _chosen(self, number: Counted, noun: Noun) -> Noun:
        """收到课题90项,入选区级26项: of things with a level and no name what they are."""
        is_chosen = len(noun) == 1 and _CHOSEN.fullmatch(self._text, *noun[0])
        akin = self.find_akin(number.unit) if is_chosen else None
        thing = self.find_thing(akin) if akin else None
        return (*noun, thing) if thing else ()

    def is_part(self, number: Counted) -> bool:
        """Whether ``number`` says itself that it is a part of the one before."""
        last = self.last
        return (
            last is not None
            and last.number.unit == number.unit
            and self._text.find("其中", last.number.end, number.start) >= 0
        )

    def _whole_of(self, number: Counted, noun: Noun, *, is_kind: bool) -> NumberWithNoun | None:
        """What ``number`` is a part of, if it is; the parts behind it may be, too."""
        last = self.last
        whole = last
        between = self._text[last.number.end : number.start] if last else ""
        if last and (last.number.is_rate or _AMONG.search(between)):
            whole = self.find_akin(number.unit)  # 办结率98%,其中噪声24件
        if last and is_kind and number.unit == "人次" and last.number.unit in TIMES:
            whole = last  # 参加培训8批次,其中市级90人次
        elif not last or not whole or not are_akin(whole.number.unit, number.unit):
            self._whole = None
            return None
        if last is whole and between.startswith(",") and self._heads.adds_up(number, last):
            self._whole = last
        is_rest = is_kind or (bool(noun) and _LICENCE.fullmatch(self._text, *noun[-1]) is not None)
        if _AMONG.search(between) or between.startswith("(") or (is_rest and not self._whole):
            self._whole = whole
        elif (";" in between and not is_rest) or ")" in between:
            self._whole = None
        return self._whole

    def done_to_the_same(self, number: Counted, act: Span) -> Noun:
        """排查纠纷40件,成功化解38件: the second counts 成功化解 of 纠纷."""
        if self._holds_its_thing(number, act) or self._text.endswith(_TOUCHES, *act):
            return (act,)
        last = self.last
        if last and ")" in self._text[last.number.end : act[0]]:
            self._whole = None
        akin = self._targets.find(self._said, self._whole, number, act)
        if akin and akin[0] is not self._whole:
            self._whole = None  # what follows is of this one, too
        if akin and self.is_listed(akin[0]):
            # 案件9件、投诉5件,办结14件: more than a member of a list has is of none.
            akin = [it for it in akin if it.number.value >= number.value]
        thing = next((it for it in map(self.find_thing, akin) if it), None)
        if thing and not self._may_be_counted(thing, number.unit):
            return (act,)
        if thing is None or (number.unit in VISITED and _PAPER.search(self._text, *thing)):
            # 签订自拆协议9户,强拆2户
            is_owner = number.unit == "户" and self._text[act[0] - 1] != "、"
            is_owner = is_owner and "户" not in self._text[slice(*act)]
            return (act, (number.end - 1, number.end)) if is_owner else (act,)
        return self._targets.told(act, thing)

    def as_case(self, act: Span, thing: Span) -> Span:
        """``thing``, what was applied for if ``act`` took it in: 受理复议, of 复议申请."""
        return self._targets.as_case(act, thing)

    def succeeded(self, number: Counted, word: Span) -> Noun:
        """调解纠纷90件,成功80件: the second are 调解成功 of 纠纷."""
        last = self.last
        if last is None or last.number.unit != number.unit or self._text[slice(*word)] != "成功":
            return ()
        act = self._words.acts.match(self._text, *last.noun[0]) if last.noun else None
        thing = self.find_thing(last)
        return (act.span(), word, thing) if act and thing else ()

    def done_to(self, number: Counted, act: Span, named: Span) -> Noun:
        """What was done to what a clause without a number names: 清理规范性文件,废止3件."""
        thing = self._deeds.find_thing(named, number.unit)
        is_same = self._text.find(self._text[slice(*act)], *named) >= 0
        if thing is None or is_same or self._holds_its_thing(number, act):
            return (act,)
        if how := _HOW.search(self._text, *thing):
            thing = thing[0], how.start()
        is_known = self._words.heads.search(self._text, *thing) is not None
        return (act, thing) if is_known else (act,)

    def is_listed(self, said: NumberWithNoun) -> bool:
        """Whether it stands behind another number in a list: 投诉3件、举报2件."""
        return is_listed(self._text, self._said, said)

    def _graded_or_other(self, noun: Noun, whole: NumberWithNoun) -> Noun:
        """How what was tried did (抽检90批,合格80批), or others than a list names, of no head."""
        thing = whole.noun[-1]
        if _GRADED.fullmatch(self._text, *noun[-1]) and _TRIED.search(self._text, *thing):
            return thing, *noun
        is_listed = whole is self.last and self.is_listed(whole)
        is_other = _OTHERS.fullmatch(self._text, *noun[-1]) is not None and is_listed
        # 边界50件、债务40件、其他9件
        return noun if is_other and not find_known_head(self._text, thing, self._words) else ()

    def list_to(self, last: NumberWithNoun) -> list[NumberWithNoun]:
        """The members of the list that ends with ``last``; none where it stands alone."""
        at = next((at for at, it in enumerate(self._said) if it is last), 0)
        first = at
        while first and self._text.startswith("、", self._said[first - 1].end):
            first -= 1
        return self._said[first : at + 1] if first < at else []

    def _holds_its_thing(self, number: Counted, act: Span) -> bool:
        """Whether an act says all that ``number`` counts: 罚款9万元, 结案30件, 满意98%."""
        if number.unit == "元" and self._text.endswith(self._words.moneys, *act):
            return True
        return ALONE.search(self._text, *act) is not None

    def find_thing(self, said: NumberWithNoun) -> Span | None:
        """What an act was done to that ``said`` counts, without the act."""
        return self._deeds.find_thing(said.noun[-1], said.number.unit)

    def _may_be_counted(self, thing: Span, unit: str) -> bool:
        """Whether ``thing`` is a person where persons are counted, and none where cases are."""
        if unit in PEOPLE:
            return self._is_person(thing)
        if unit in {"家", "家次", "户"}:
            return self._is_visited(thing, unit)
        if unit in TIMES:
            return self._words.actors.search(self._text, *thing) is None
        return unit not in CASES or PERSON.search(self._text, *thing) is None

    def _is_visited(self, thing: Span, unit: str) -> bool:
        """Whether a body may be named there, which 家 count, or no visit, which 户 count."""
        if unit == "户":
            return not self._text.endswith(_VISITS, *thing)
        ends = (self._words.doers, self._words.heads, BODY, PERSON)
        is_body = any(it.search(self._text, *thing) for it in ends)
        return is_body or self._text[thing[1] - 1] in {VEIL, "户"}

    def _is_person(self, thing: Span) -> bool:
        return self._text[thing[1] - 1] == VEIL or PERSON.search(self._text, *thing) is not None
