"""What became of what was counted: an act alone before a number, or told behind it.

案件9件,向公安机关移送2件; 积案9件,另2件已稳控; 水样30份,对不达标的6份责令整改. The number counts
what the one before does, with the act.
"""

from __future__ import annotations

import re
from typing import Final

from tuibrowser.lexicon.verbal import LIKELY, SURE, score_verb
from tuibrowser.model.terms import Span
from tuibrowser.parsing.nouns.akin import HOMES, MATTERS, PEOPLE, RATES, TIMES, VISITED
from tuibrowser.parsing.nouns.context import LineSoFar
from tuibrowser.parsing.nouns.deeds import are_verbs, find_sent, is_fate_of
from tuibrowser.parsing.nouns.doers import PERSON
from tuibrowser.parsing.nouns.objects import LeftSide
from tuibrowser.parsing.nouns.records import Counted, NumberWithNoun
from tuibrowser.parsing.nouns.whole import VEIL, Noun, find_known_head

LONGEST_ACT: Final = 12
_LONGEST_LEFT: Final = 26
"""Characters of an act with who did it."""
# Code, not lexicon: the order of a clause that counts; the words that fill it are in units.toml.
_BY: Final = "被由经"
_LACKING: Final = re.compile("[不未无]..|符合|违[反背]|妨碍|抵触")
_PREDICATE: Final = re.compile(
    "全(?:部|[省市县区镇乡])|暂(?![停缓扣予])|无法|没有|经(?![营济费])|当[年月日天场](?=..)|由|按|因|已|均|尚|未|拟|仍|获|转[为由入交]"
)
_HAVE: Final = frozenset({"持证", "合格", "达标", "优秀"})
"""What is told of some of those who were counted: 队员13名,11人持证."""
_LONG_NAME: Final = 6
"""Characters from which people go by their head behind what they have."""
_PAPER: Final = re.compile("..(?:[书函单证]|通报|[简快]报|(?<![时动向])报告)$")
"""What an act is written in, and named by: 整改通知书3份、督办函2份, 2份提醒函."""
_PUT: Final = frozenset({"纳入", "进驻", "入驻"})
_NEXT_YEAR: Final = re.compile("[明次来]年|下一?年")
_SENT_ON: Final = re.compile(
    "(?:已|均|全部)*(?P<it>引导[^,。;、]{0,8}?(?:诉讼|仲裁|复议)|移送|移交|转交|转介|转办|提交|上报|交由)(?:至|到|给|进入|由)?[^,。;、()\\d]{0,14}(?=[,。;)]|$)"
)
"""What was done with things that were sent on: 2起引导至仲裁委."""
_TO_COURT: Final = re.compile("移[送交].{0,3}(?:公安|司法|检察|法院|纪检|监委|纪委|综治)")
_STATE: Final = re.compile("(?:[均都也]|全部)?(?:已经?|现已?)?(?:得到|得以|予以)?")
_SUMMED: Final = re.compile("(?P<thing>[^,]{3,}?)(?<!公)(?:共|累计|总计|合计)(?P<act>..)")
"""What a number sums up of what stands before it: 邻里纠纷共化解30件."""
_VISITED: Final = re.compile(
    "(?![同该此]类)(?P<thing>[^,]+(?:单位|企业|商[户铺]|门店|场所|机构|[店厂]))(?P<act>..)"
)
"""A body and what was done to it: 维保单位抽查9家."""
_MANNER: Final = re.compile("(?:执法|监督|专项|联合|日常|安全|随机|实地|飞行|交叉|质量|综合)+$")
"""Of what kind an act is that stands behind it: 对中队执法|督察."""
_NAMED_FOR: Final = re.compile(
    "[^,、]{0,6}?(?P<thing>(?:[^,、省市县区镇乡]{2,6}?)?(?:纠纷|争议|投诉|诉求|信访|举报))"
    "(?:人民|联合|多元|综合)*(?:调解|调处|化解|仲裁|处[理置]|受理|接待)"
)
"""A body that is called by what it deals with: 医疗纠纷调解中心, 劳动争议仲裁院."""
_BY_OR_THROUGH: Final = re.compile(
    "(?P<thing>[^,由经过]{2,16}?)(?:(?<![理事缘自因来])由|通过)[^,、]{2,12}?(?P<act>[^,、\ue002]{2}|\ue002+)"
)
_CONTEST: Final = re.compile("(?:评查|评比|考核|竞赛|大赛|比赛|评选)中?$")
_AWARDED: Final = re.compile(r"(?P<it>(?:获评?|被?评为|入选)[^,。;、()\d]{2,8})(?=[,。;、)]|$)")
_FARED: Final = re.compile(
    r"(?P<it>(?:当[日天场]|[按及]时|按期|就地|一次性?|现场|在[^,。;、\d]{1,8}?|由[^,。;、\d]{2,10}?)(?P<verb>[^,。;、()\d]{2}))(?=[,。;、)]|$)"
)
_HANDLED_BY: Final = re.compile(
    "(?P<thing>[^,、]{2,6}[件题索求单])(?:领导|干部|专人|局长|镇长|乡长|书记)(?P<act>回访|约谈|包案|督办|接访|走访|复核)"
)
"""Things, who dealt with them, and how: 不满意件|领导|回访."""
_CLIENT: Final = re.compile("代理[^,、]{2,8}")
"""For whom advisers act: 代理区政府应诉."""
_HOLDS: Final = re.compile("组织|开展|举办|举行|进行|实施")
"""Verbs behind whom something was held for: 对窗口人员开展业务培训."""
_TOLD: Final = re.compile(
    r"(?P<it>(?:正在|[尚仍]在|[尚仍]未)?(?P<verb>[^,。;、()\d:]{2})[^,。;、()\d:]{0,4}?)中?(?=[,。;)]|$)"
)
"""What a number's thing became, and nothing behind it: 另2件已稳控, 6户提出异议."""


class Outcomes:
    """The outcomes of the numbers of one line."""

    def __init__(self, line: LineSoFar) -> None:
        """Take what is known of the line."""
        self._text, self._words, self._left, self._earlier, self._context = line

    def goes_on(self, number: Counted) -> bool:
        """Whether things were counted before in the same unit."""
        akin = self._earlier.find_akin(number.unit)
        is_thing = number.unit not in PEOPLE | TIMES | RATES
        return is_thing and akin is not None and akin.number.unit == number.unit

    def is_fate(self, number: Counted, part: LeftSide) -> bool:
        """Whether what stands before ``number`` is nothing but what was done.

        Two verbs are in a clause of their own (退回补正5件); in a list they are as often what is
        counted: 无牌驾驶9起、超员超载4起.
        """
        act = self._text[part.start : part.end]
        if len(act) <= LONGEST_ACT and "、" in act:  # 废止、宣布失效9件
            return all(is_fate_of(it, self._words) for it in act.split("、"))
        mark = self._text[part.start - 1 : part.start]
        # 查获酒驾9起、醉驾2起: a verb that is not known as one is what is counted there.
        is_listed = mark == "、" and len(self._earlier.last_noun) < 2
        if len(act) <= LONGEST_ACT and is_fate_of(
            act, self._words, "" if is_listed else number.unit
        ):
            return True
        is_apart = mark == ","
        return is_apart and self.goes_on(number) and are_verbs(act, self._words)

    def told_by_colon_or_address(self, number: Counted, part: LeftSide) -> Noun:
        """What was done to what a colon opens the list of, or sent to somebody."""
        left = self._text[part.start : part.end]
        if lead := self._context.opened(number, part):
            if self._words.closing.fullmatch(left) or self._words.fates.fullmatch(left):
                return part[:2], lead  # 行政给付:发放9人次
            if left in self._words.things:
                return lead, part[:2]  # 危险化学品:企业14家
        sent = find_sent(self._text, part.start, part.end)
        if sent is None or not self.goes_on(number):
            return ()
        if _TO_COURT.match(self._text, *part[:2]):
            return (part[:2],)  # 移送公安机关2起: a column of its own
        done = self._earlier.done_to_the_same(number, sent)
        # 立案处罚9起,移送公安机关2起: the one is not what was sent.
        is_other = len(done) == 1 or self._text.endswith(("处罚", "许可", "裁决"), *done[-1])
        is_other = is_other or self._text.find("、", *done[-1]) >= 0  # 制止私搭、私挖9起
        return (part[:2],) if is_other else done

    def done_by_whom(self, number: Counted, part: LeftSide, *, is_act: bool) -> Noun:
        """What somebody did, or was done to somebody: 当事人自行和解4件, 向公安机关移送2件."""
        if by := self._done_by_or_through(part):
            return by
        act = self._act_towards(part)
        is_apart = self._text[part.start - 1] == "," and number.unit in MATTERS
        if act is None and (handled := _HANDLED_BY.fullmatch(self._text, *part[:2])):
            return handled.span("thing"), handled.span("act")
        if act is None and not is_act and part.end - part.start <= _LONGEST_LEFT:
            at = self._left.agents.find_act(
                part.start, part.end, number.unit, goes_on=is_apart and self.goes_on(number)
            )
            act = None if at is None else (at, part.end)
        if act is None:
            is_visit = number.unit in HOMES
            if not is_visit and (number.unit in TIMES or self._text[part.end - 3] not in "共计"):
                return ()
            pattern = _VISITED if is_visit else _SUMMED
            summed = pattern.fullmatch(self._text, *part[:2])
            if summed is None or self._words.acts.fullmatch(summed["act"]) is None:
                return ()
            return summed.span("act"), self._left.object(*summed.span("thing"))
        if manner := _MANNER.search(self._text, part.start + 2, act[0]):
            act = manner.start(), act[1]  # 对街道中队|执法督察
        if self._text[part.start - 1] == "对" and number.unit in VISITED:
            whom = (part.start, act[0])  # 对沿街商户检查90户
            return (act,) if self._text[act[0] - 1] == "等" else (act, whom)
        if number.unit in MATTERS and (own := _NAMED_FOR.match(self._text, part.start, act[0])):
            return act, own.span("thing")
        if _CLIENT.match(self._text, part.start, act[0]):
            return ((part.start, act[1]),)
        return self._earlier.done_to_the_same(number, act)

    def _done_by_or_through(self, part: LeftSide) -> Noun:
        """What was done to things by somebody, or by some means: 纠纷由调委会|调成."""
        words = self._text[part.start : part.end]
        may_be = "由" in words or "通过" in words  # a match costs ten times as much
        by = _BY_OR_THROUGH.fullmatch(self._text, *part[:2]) if may_be else None
        if by is None or self._words.acts.match(self._text, *by.span("thing")):
            return ()
        act = by["act"]
        is_act = VEIL in act or (act not in self._words.no_verbs and score_verb(act) >= SURE)
        if VEIL in act:
            return by.span("thing"), by.span("act")
        return (by.span("act"), by.span("thing")) if is_act else ()

    def is_passive(self, part: LeftSide) -> bool:
        """Whether an act ends it that was done by somebody: 信息48篇,被省级媒体采用15篇."""
        if self._text[part.start - 1 : part.start] not in {*_BY}:
            return False
        acts = [it.end() for it in self._words.acts.finditer(self._text, part.start, part.end)]
        return acts[-1:] == [part.end]

    def _act_towards(self, part: LeftSide) -> Span | None:
        """The act that ends what was done to whom: 案件9件,向公安机关移送2件."""
        towards = self._text[part.start - 1 : part.start] in {"向", "对"}
        if not towards and self._text[part.start] not in "因经":
            return None
        acts = self._words.acts.finditer(self._text, part.start + 2, part.end)
        act = next((it.span() for it in acts if it.end() == part.end), None)
        if act and _HOLDS.search(self._text, part.start + 2, act[0]):
            return None  # 对窗口人员开展业务培训
        # 因机构调整暂缓1项: the verb before tells why.
        return (act[1] - 2, act[1]) if act and self._text[part.start] == "因" else act

    def rated(self, number: Counted) -> Noun:
        """What became of a share of things, told behind it: 纠纷90件,95%以上当日化解."""
        fared = _FARED.match(self._text, number.end)
        verb = fared["verb"] if fared else ""
        if fared and verb not in self._words.no_verbs and score_verb(verb) >= LIKELY:
            last = self._earlier.last
            thing = self._earlier.find_thing(last) if last and not last.number.is_rate else None
            return (thing, fared.span("it")) if thing else (fared.span("it"),)
        return ()

    def awarded(self, number: Counted, part: LeftSide) -> Noun:
        """What things got at a contest that stands before them: 评查中2卷获评优秀."""
        if not _CONTEST.search(self._text, max(part.start, number.start - 3), number.start):
            return ()
        got = _AWARDED.match(self._text, number.end)
        return (got.span("it"),) if got else ()

    def of_kind(self, number: Counted, part: LeftSide) -> Noun:
        """Of which kind those are of what was counted or named before: 对不达标的6份责令整改."""
        kind = (part.start, part.end - 1)
        if number.unit in PEOPLE and self._text[part.start] in "拒不未无逾":
            return (part[:2],)  # 拒不配合的2人
        if self.goes_on(number):
            act = self._words.acts.match(self._text, *kind)
            if act and _LACKING.match(self._text, act.end(), kind[1]):  # 清退不符合条件的9户
                kind = act.span()
            return self._earlier.done_to_the_same(number, kind)
        if self._earlier.last:
            return ()
        named = self._context.inherited(number, part)  # 监督事项中,人大交办的9件
        is_thing = named and self._words.heads.search(self._text, *named[-1])
        return (kind, *named) if is_thing else ()

    def of_rest(self, number: Counted, part: LeftSide, right: Span | None) -> Noun:
        """What the rest is of: 其余6幢列入计划, 其余3件尚在审理."""
        if right:
            return self.fate_behind(number, right)
        if told := self.became(number):
            return told
        is_same = part.end - part.start > 1 and self.goes_on(number)
        return self._earlier.done_to_the_same(number, part[:2]) if is_same else ()

    def fate_behind(self, number: Counted, right: Span) -> Noun:
        """What a verb behind a number did to what was counted before: 案件5件,2件中止审理."""
        akin = self._earlier.find_akin(number.unit)
        begin, end = right
        if number.unit in PEOPLE and akin and self._text[begin:end] in _HAVE:
            who = self._earlier.find_thing(akin)
            if who and PERSON.search(self._text, *who) is None:
                return who, right  # 53人参加考法,51人优秀
            if who and who[1] - who[0] > _LONG_NAME:  # 新申领证件人员9名,8名合格
                who = find_known_head(self._text, who, self._words) or who
            return (right, who) if who else ()
        verb = self._text[begin : begin + 2]
        if akin is None or number.unit in TIMES | PEOPLE:
            return ()
        if _PREDICATE.match(self._text, begin, end) or self._text.startswith("在", end):
            return self._thing_of(akin)
        is_act = verb not in self._words.no_fates and score_verb(verb) >= LIKELY
        is_thing = any(it.search(self._text, *right) for it in (self._words.heads, _PAPER))
        if not is_act or is_thing:
            return ()
        if self._context.is_among(number):
            return self._thing_of(akin)
        return self._earlier.done_to_the_same(number, right)

    def _thing_of(self, said: NumberWithNoun) -> Noun:
        """What an earlier number counts, without what was done to it."""
        thing = self._earlier.find_thing(said)
        return (thing,) if thing else said.noun

    def became(self, number: Counted) -> Noun:
        """What became of the things that ``number`` counts, told behind it: 另2件已稳控."""
        akin = self._earlier.find_akin(number.unit)
        if akin is None or number.unit in TIMES | RATES:
            return ()
        if sent := _SENT_ON.match(self._text, number.end):
            return self._earlier.done_to_the_same(number, sent.span("it"))
        state = _STATE.match(self._text, number.end)
        begin = state.end() if state else number.end
        told = _TOLD.match(self._text, begin)
        # 80项纳入大厅 tells where they are, not what became of them.
        if (
            told is None
            or (told["verb"] in _PUT and not _NEXT_YEAR.search(told["it"]))
            or self._words.heads.search(self._text, *told.span("it"))
        ):
            return ()
        verb, is_told = told["verb"], begin > number.end or told.start("verb") > begin
        is_verb = verb not in self._words.no_verbs and score_verb(verb) >= LIKELY
        if not (is_told or (is_verb and number.unit not in PEOPLE)):
            return ()
        if self._context.is_among(number):
            return self._thing_of(akin)
        return self._earlier.done_to_the_same(number, told.span("it"))
