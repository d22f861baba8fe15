"""What was done, and what it was done to: 成功化解 is an act, 纠纷 the thing of 排查出各类纠纷."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from tuibrowser.lexicon.counting import Counting
from tuibrowser.lexicon.verbal import LIKELY, SURE, score_verb
from tuibrowser.model.terms import Span
from tuibrowser.parsing.nouns.akin import CASES, PEOPLE, TIMES
from tuibrowser.parsing.nouns.whole import Noun

# Code, not lexicon: the order of a clause that counts; the words that fill it are in units.toml.
KIND: Final = re.compile(
    "全国|(?:国家|自治[区州县]|地市|[省市县区镇乡村屯组州盟旗国a-z\\d一二三四五])级|[男女阴阳]性|少数民族|[专兼]职|"
    "存量|增量|(?:基本|不)?合格|优秀|良好|达标|其[他它余]|重大|较大|一般|初次|[一二终再]审"
)
"""What is said of a thing and is never one itself, so that a list of them are its parts."""
_PLATFORM: Final = re.compile("(?:平台|热线|信箱|系统|网站)(?:投诉)?(?=[^,、]{2,5}$)")
"""By what things came in."""
_CASE_FILES: Final = ("诉讼案", "复议案", "仲裁案")
_LEVEL_LAST: Final = re.compile(
    "(?P<thing>[^,、率度量]{3,})(?P<level>(?:国家|自治区|[省市县区镇乡村州])级|[专兼]职)"
)
"""A kind told behind its thing, before each of several numbers: 示范村省级1个、市级3个."""
_DONE: Final = re.compile(r"(?:[出了]|到(?!期))(?:各[类种项式])?|各[类种项式]")
_STOCK: Final = re.compile(
    "各(?:渠道|方面|领域|部门|行业|层级)|(?:登记)?在[册编岗]|注册|登记|[省市县区镇乡村州]级(?:部门)?|本级|[存增]量|[现原]有|现行(?:有效)?|历[年史]|旧(?=..)"
)
"""What an act is not told of: 注销商户, not 注销在册商户; 废止文件, not 废止存量文件."""
_OF_ACT: Final = re.compile("意见|建议|协议|方案|报告|清单|决定|通知书|台账")
"""Behind an act its outcome: 修改意见, 调解协议; but 采纳意见 was done to it."""
_TAKING: Final = re.compile(
    "(?:采纳|听取|征求|答复|回复|反馈|公示|公开|报送|上报|梳理|审查|审核|评查|清理)$"
)
SENT_IN: Final = re.compile("[收接办来发][件单案]")
"""An act with the unit for its object."""
GRADE: Final = re.compile("(?:合格|优秀|良好|达标)$")
"""What ends in how well something did, which has no thing."""
_GRANTS: Final = re.compile("(?:不予|准予|免予|予以)..")
_TWICE: Final = re.compile(r"(.).\1.")
"""Two acts in one word: 立行立改."""
ALONE: Final = re.compile(
    "(?:出动(?:巡查|检查|执法)?|[立结破收销撤办]案|司法确认|警告|训诫|罚款|拘留|暗访|挽损|赞成|反对|弃权|[胜败应]诉|出庭)$"
)
"""Acts that hold their object."""
_SENT_TO: Final = re.compile(
    "(?:依法|及时|已|直接|全部|另)*"
    r"(?P<act>移[交送]|转[送交办报介]|上[报交]|下放|流转|分流|报送|呈报|提请|交[办由]|推送|反馈|退回)"
    r"[给至到由往]?[^,、的和\d]{0,10}?"
    "(?:局|部门|机关|平台|级|公安|法院|检察院|委|办|单位|街道|所|站|司|院|社区|中心|[村镇乡县区市])(?:办理|处理|处置|核查)?$"
)
"""To whom a thing was sent, which is no thing: 移交区住建局, 上报县级."""
_WAY: Final = re.compile(
    "听证|书面|公开|挂牌|提级|诉前|庭前|诉中|人民|行政|司法|联合|集中|现场|上门|入户|专项|日常|线上|线下|依申请|[一二终]审"
)
_ABOUT: Final = re.compile(
    "(?<=..)(?:(?:社会稳定|安全|法律)?风险(?:评估)?(?:备案)?|法制|公平竞争)$"
)
"""What was judged of a thing that was reviewed: 重大决策社会稳定风险评估."""
_JUDGED: Final = re.compile("(?:[鉴认评判核]定|确[定认]|[列定])为")
"""As what it was judged, before what it is: 鉴定为危房."""
_NEW: Final = re.compile("新[收增签接立]|审(?![批判计查核理定结美议])|[提签评]")
"""A short verb before what it is done to."""
_DONE_WITH: Final = re.compile("(?<=..)(?:成功|完成|完毕|到位|属实)$")
NOUN_OF_VERB: Final = frozenset("员者率量度性会室证书人手师")
"""Behind a verb these make a noun of it: 调解员, 驾驶人."""
_WRONGLY: Final = ("违规", "违法", "非法", "擅自", "私自")
"""Before an act at the end of a thing, which is that act: 大棚违规|搭建."""
_BY_RULE: Final = re.compile("(?<=..)[按依](?:程序|规定|政策|要求|标准|计划|法)$")
"""How it was done, before an act: 低保按程序|清退."""
_WAY_IN: Final = re.compile("[来走][访信电]")
_HANDED_IN: Final = ("上线", "申报", "报送", "征集", "报名")
_SAFE: Final = 4
"""The score from which on a verb before a known thing is what was done to it."""
_PUT_OUT: Final = frozenset({"备案", "报备", "制发", "发生", "核定"})
"""What is said of papers and cases whatever else is: 废止 of 备案文件, 涉林 of 发生复议."""
_PLAIN: Final = frozenset({"项目", "事项", "任务", "问题", "文件"})
"""What an act is no part of: 否决|项目, but 调解申请."""
_BROUGHT: Final = frozenset("回到得集出来取纳上")
"""What ends verbs of bringing, which have no outcome: 带回|意见."""
_TAKEN_IN: Final = ("受理", "办理", "收到", "接到", "接收", "办结")
"""Behind these an act is what was asked for: 办结|结婚登记."""
_BODY: Final = re.compile("(?:机构|基地|学校|组织|人员)$")
"""Behind an act in the middle of a noun it is what such a body does: 校外培训机构."""
_AVERAGED: Final = re.compile("[人户村日周月年案件]均")
_JUDGED_ONLY: Final = re.compile("(?:实属|确属)?(?:[违合]法|[违合]规|误[判报])|涉[^,、]{1,2}")
"""What was found of a thing, and names none."""
_NO_VERB: Final = frozenset("涉自应已未可新有在被正所待")
"""With these a verb says of what kind a thing is: 自建房, 应整改事项."""
_LONG: Final = 5
"""Characters from which a noun may have a verb at its end: 执法证件换领."""


class Deeds:
    """The acts and things of one line."""

    def __init__(self, text: str, words: Counting) -> None:
        """Take ``text``, folded, of which quotes and brackets are veiled."""
        self._text = text
        self._words = words

    def is_act(self, span: Span, unit: str = "") -> bool:
        """Whether nothing stands there but what was done."""
        act = self._text[slice(*span)]
        return self._words.bare.fullmatch(act) is not None or is_fate_of(act, self._words, unit)

    def begins_with_act(self, span: Span) -> bool:
        """Whether what was done stands there first."""
        return self._words.bare.match(self._text, *span) is not None or self.is_act(span)

    def find_thing(self, span: Span, unit: str) -> Span | None:
        """What an act was done to, without the act: 纠纷 of 排查出各类纠纷, 合同 of 合同审查."""
        if average := _AVERAGED.match(self._text, *span):
            span = average.end(), span[1]
        found = None if self._has_no_thing(span) else self._without_acts(*span)
        if found is None:
            return None
        start, end = found
        if verb_end := _DONE.match(self._text, start, max(start, end - 2)):
            start = verb_end.end()
        start = self._behind_lead(start, end)
        start = self._behind_other_act(start, end)
        start = self._behind_source(start, end)
        if stock := _STOCK.match(self._text, start, end):
            start = stock.end()
        end = self._without_end(start, end)
        end -= self._text.endswith(_CASE_FILES, start, end)  # 行政诉讼案63件,判决52件
        if unit in CASES and self._words.actors.search(self._text, start, end):
            return None  # 镇领导包案37件,办结34件
        return start, end

    def _without_acts(self, start: int, end: int) -> Span | None:
        """What stands there without the acts around it; nothing where that is no thing."""
        of = self._text.rfind("的", start, end - 2)  # 收回下放的事项
        start = self._behind_lead(max(start, of + 1), end)
        for done in self._words.acts.finditer(self._text, start, end):
            if _OF_ACT.match(self._text, done.end(), end) and not _TAKING.search(done[0]):
                break
            if done.start() > start and _BODY.fullmatch(self._text, done.end(), end):
                break  # 校外培训机构
            if end - done.end() >= 2:
                start = done.end()
            elif done.end() == end:
                if self._text.endswith(_TAKEN_IN, 0, start):
                    break  # 受理|民宿登记
                rest = self._text[start : done.start()]
                if rest.endswith("性"):
                    break  # 合法性审查
                if _is_no_thing(rest, self._words):
                    return None  # 诉前调解 and 挂牌督办 have no thing
                end = done.start()
        return start, end

    def _without_end(self, start: int, end: int) -> int:
        """Where a thing ends without what was done with it, or judged of it: 课题|申报."""
        if end - start > 2 and self._text.endswith(_HANDED_IN, start, end):
            end -= 2  # 课题申报
        last = self._text[end - 2 : end]
        is_act = score_verb(last) >= SURE and last not in self._words.no_fates
        is_kept = _WAY_IN.match(last) or self._text.endswith(_WRONGLY, start, end - 2)
        if end - start >= _LONG and is_act and not is_kept:
            end -= 2
        if by_rule := _BY_RULE.search(self._text, start, end):
            end = by_rule.start()
        if risk := _ABOUT.search(self._text, start, end):
            end = risk.start()
        return end

    def _has_no_thing(self, span: Span) -> bool:
        return (
            self.is_act(span)
            or KIND.fullmatch(self._text, *span) is not None
            or GRADE.search(self._text, *span) is not None
            or SENT_IN.fullmatch(self._text, *span) is not None
            or _TWICE.fullmatch(self._text, *span) is not None
            or ALONE.search(self._text, *span) is not None
            or _JUDGED_ONLY.fullmatch(self._text, *span) is not None
        )

    def _behind_other_act(self, start: int, end: int) -> int:
        """Where the thing begins behind an act that no list has: 评估|到期文件."""
        act, words = self._text[start : start + 2], self._words
        if end - start < _LONG - 1 or act in words.no_verbs or act[0] in _NO_VERB:
            return start
        if act not in words.giving:
            # 下放|审批事项 are known by it.
            is_told = act in words.no_fates or words.fates.fullmatch(act)
            is_bare = is_told and self._text[start + 2 : end] in _PLAIN
            if act not in _PUT_OUT and not is_bare and (is_told or score_verb(act) < _SAFE):
                return start  # 下放审批事项, but 否决|项目
        is_outcome = _OF_ACT.match(self._text, start + 2, end) and act[1] not in _BROUGHT
        is_noun = is_outcome or self._text[start + 2] in NOUN_OF_VERB
        is_list = score_verb(act) >= SURE and self._text.find("、", start + 2, end) > 0
        is_known = is_list or self._words.heads.search(self._text, start + 2, end) is not None
        return start + 2 if is_known and not is_noun else start

    def _behind_source(self, start: int, end: int) -> int:
        """Where the thing begins behind how it came in: 企业反映|问题, 权责清单梳理|事项."""
        if platform := _PLATFORM.search(self._text, start + 1, end):
            start = platform.end()  # 12345热线|派单
        for source in self._words.sources.finditer(self._text, start, end - 1):
            if self._words.heads.fullmatch(self._text, source.end(), end):
                return source.end()
        return start

    def _behind_lead(self, start: int, end: int) -> int:
        new = _NEW.match(self._text, start, end)
        heads = self._words.heads
        is_new = new and (heads.search if new[0][0] in "新审" else heads.fullmatch)(
            self._text, new.end(), end
        )
        if new and is_new:
            return new.end()  # 提诉求71件, 新收复议9件
        judged = _JUDGED.match(self._text, start, end)
        lead = judged or self._words.introducing.match(self._text, start, end)
        return lead.end() if lead and end - lead.end() >= 2 else start


def kind_first(text: str, noun: Noun) -> Noun:
    """``noun`` with the level that ends it before the thing: 示范村|省级 are 省级示范村."""
    may_be = len(noun) == 1 and text[noun[0][1] - 1] in "级职"  # a match costs ten times as much
    level = _LEVEL_LAST.fullmatch(text, *noun[0]) if may_be else None
    return (level.span("level"), level.span("thing")) if level else noun


def find_sent(text: str, start: int, end: int) -> Span | None:
    """The act in words that say but to whom something was sent: 移送 of 移送公安机关."""
    sent = _SENT_TO.fullmatch(text, start, end)
    return sent.span("act") if sent else None


def _is_no_thing(rest: str, words: Counting) -> bool:
    return bool(_WAY.fullmatch(rest) or KIND.fullmatch(rest)) or _is_verb(rest, words)


def is_fate_of(act: str, words: Counting, unit: str = "") -> bool:
    """Whether ``act`` says what became of a thing; the same few words are asked again and again.

    In a ``unit`` of things any verb does: 追发12件; people are counted by what they did.
    """
    is_any = bool(unit) and unit not in PEOPLE and unit not in TIMES
    return _is_fate(act, words) or (is_any and _is_verb(act, words))


def are_verbs(act: str, words: Counting) -> bool:
    """Whether ``act`` is two verbs that introduce nothing: 退回补正, 抽样送检."""
    return len(act) == 2 * 2 and all(_is_verb(it, words) for it in (act[:2], act[2:]))


@lru_cache(maxsize=4096)
def _is_fate(act: str, words: Counting) -> bool:
    return words.fates.fullmatch(act) is not None or _GRANTS.fullmatch(act) is not None


@lru_cache(maxsize=4096)
def _is_verb(act: str, words: Counting) -> bool:
    lead = words.before_fate.match(act)
    core = _DONE_WITH.sub("", act[lead.end() if lead else 0 :])
    return (
        len(core) == 2
        and core[1] not in "向对为给由从在与"  # 另向
        and core not in words.no_fates
        and score_verb(core) >= LIKELY
        and KIND.fullmatch(core) is None
        and words.trailing.fullmatch(core) is None
    )
