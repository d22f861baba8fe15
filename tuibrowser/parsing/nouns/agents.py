"""Who acts before a verb, and is not what is counted: 水利站巡护河道, 当事人自行和解.

Answers are offsets into a folded line without white space, of which quotes and short brackets are
veiled.
"""

from __future__ import annotations

import re
from typing import Final

from tuibrowser.lexicon.counting import Counting
from tuibrowser.lexicon.verbal import LIKELY, score_verb
from tuibrowser.model.terms import Span
from tuibrowser.parsing.nouns.deeds import NOUN_OF_VERB, SENT_IN, is_fate_of
from tuibrowser.parsing.nouns.whole import VEIL

# Code, not lexicon: the order of a clause that counts; the words that fill it are in units.toml.
LISTING: Final = re.compile("、|和(?![解谐])|(?<!参)与(?!会)|(?<![涉普以])及(?![格时])")
"""A list is no one who acts, unless it begins with one: 综治办、派出所化解积案."""
SOFT: Final = re.compile("宣[讲传]|学习|培训|服务|公开|登记|监测|教育|研究")
"""Acts that are nouns as often: 习近平法治思想宣讲进基层."""
_OFFICE: Final = "(?<![督交代帮转协承主举未已待在拟查经联])办"
"""An office by its last character; 督办 and 交办 are what is done."""
_ACTING_IN_ONE: Final = "局厅站院部团委队组关社司厂店校员长师警官镇乡县市村\ue002"
_ACTING: Final = (
    "(?<![场诊厕会])所 机构 单位 部门 中心 大厅 法庭 企业 登记处 办事处 政府 街道 社区 小组 人大",
    "领导 顾问 负责人 队伍 当事人 业主 车主 商户 代表 群众 村民 居民 学生 干部 同志 书记 主任 群体",
    "委员会 常委会 管委会 调委会 理事会 议事会 评议会 工会 商会 协会 联合会 督察 巡察 景区 园区",
    "平台 系统 热线 专线 无人机 专栏 示栏 告栏 开栏 传栏 (?<!大)屏 官网 干道 村口 路口 园口 街口",
    "整治 行动 专项 攻坚 改革 清查 治理 妇联",
)
"""With the characters above, who may act at the beginning of a clause, or as part of what, by how
they end."""
_LONGER: Final = (_OFFICE, *" ".join(_ACTING).split())
_AGENT: Final = re.compile(f"(?:[{_ACTING_IN_ONE}]|{'|'.join(_LONGER)})$")
_AGENT_ENDS: Final = frozenset((*_ACTING_IN_ONE, *(word[-1] for word in _LONGER)))
"""The last characters of those, which are looked at first: a search takes ten times as long."""
_OFFICE_ALONE: Final = re.compile(
    "(?:[局院队委台统联]|队伍|机构|政府|中心|法庭|(?<!场)所|[村工商协]会|委员会|服务站|人大|督察|无人机"
    f"|{_OFFICE})$"
)
"""Of whom a verb without an object is what he did: 司法所调解9件; 群众举报 is a noun."""
_TORN: Final = (
    "部署", "部位", "部件", "社区", "社会", "司法", "局部", "局面", "所有", "所属", "所需", "院落",
    "关注", "关心", "关键", "关于", "校园", "店铺", "厂房", "长效", "长期", "警示", "警情",
)  # fmt: skip
"""Words that begin as somebody ends: 研究部|署."""
_NO_OFFICE: Final = frozenset("理公结件案证事法复率")
"""Behind 办 these make another word of it: 网上办理, 可办率."""
_HANDLED: Final = tuple(_NO_OFFICE)
_SETS: Final = re.compile("(?:设(?![备施计点卡立置])|讲(?![解师座述]))(?=..)")
"""A verb of one character, behind who does it: 景区设调解室3间."""
_NO_AGENT: Final = re.compile("[到进赴在入]|走[进访到]|深入")
"""Before who would be one else stands where something was done."""
_LONGEST_ACT: Final = 9
_INVITED: Final = re.compile(
    "(?:邀请|特邀|聘请|(?<![申提报恳])请(?![示求假]))了?(?P<who>[^,]{3,20}?)"
    "(?:(?:[前到]?来|到|赴|在)[^,、]{0,8}?|(?:为|给|向)[^,、]{2,10}?[作做]?|开展|进行|举办|举行|[作做])?"
    "(?P<act>(?:专题|集中|现场|系统|巡回|法治|普法)*(?:授课|讲课|上课|讲座|辅导(?:讲座)?|培训|[宣解]讲|讲解|解读|报告|指导))$"
)
"""What somebody was asked to do: 邀请律所主任专题授课."""
_EXPERT: Final = re.compile("(?:专家|教授|学者|讲师|能人|乡贤|博士|模范)$")
_WITHIN: Final = re.compile("(?<=[法自综德共政])治|(?<=[普执司立])法")
"""What goes on a word and begins no verb: 全省法|治建设."""
_DOES: Final = 4
"""The score from which on a verb behind one is what he does."""
VOICED: Final = re.compile(
    "(?:反[馈映]|举报|投诉|求助|关[切注]|关心|提出|咨询)的?"
    "(?:事项|问题|诉求|线索|意见|建议|热点|难点|需求|困难)"
)
"""What people said, which names the things with them: 群众反馈事项."""
_OF_PEOPLE: Final = re.compile("(?:年终|年度|现场|专题)*(?:述职|述法|述责|轮训)+")
"""What people do themselves, so that they are counted: 科室负责人年终述法."""
_HELPED: Final = re.compile(
    "[^,、]{0,6}?(?:农民工|职工|劳动者|工人|群众|村民|农户|消费者|当事人|企业|商户)"
)
_STUDIES: Final = re.compile(
    "(?:[^,的]{0,12}?(?:常委会|常务会议?|党[组委]会议?|工委会议?|办公会议?)|(?!理论)[^,的]{1,12}?(?=(?:理论(?:学习)?)?中心组))"
    "(?=(?:(?:理论(?:学习)?)?中心组)?(?:专题|集中|集体)+学[习法]$)"
)
"""Who met to study, which is what is counted: 常务会集体学法."""
_STUDIED: Final = re.compile(
    "(?:[^,、的]{0,8}?(?:党[组委]会?|党工委会?|常委会|班子|中心组(?:学习会)?|支部|机关|全体干部|党员干部)[、和]?)+(?=(?:专题|集中|集体)*学习)"
)
"""Those who met to study something: 党委会、中心组|学习新法."""
_TOWARDS_ALL: Final = re.compile(
    "对(?:[各全]?[省市县区旗镇乡]\ue002+|[各全][省市县区旗镇乡]|各?下级|所属|基层)(?:单位|部门)?(?=..)"
)
"""Towards which places or bodies, before what of theirs was looked at."""
_HOMES: Final = re.compile(
    "(?:[^,、的和及]{1,6}?(?:村|社区|(?<![城乡])[镇乡](?!村)|街道)[、和及]?)+(?<![、和及])"
    "(?=(?:群众|村民|居民|党员|商户|农户|学生|老人)[^,、]{0,4}$)"
)
"""Where those live who are counted: 杨柳村、大坪村|群众."""
_OCCASION: Final = re.compile(
    "[^,、的和]{2,6}(?<![诉庭事从以之目课产售会])[前后](?![期置景端沿台续勤])(?=....)"
)
"""Behind a verb, when it was done: 签订合同前."""
_OF_KIND: Final = re.compile("^(?:监督|执法|专项|联合|日常|安全|随机|现场)+(?=..)")
"""Of what kind an act is: 监督检查."""
_TRAINED: Final = re.compile("[^、和]{0,8}(?:人员|干部|职工|党员|队员|成员|代表)")
NAMED_BY_ACT: Final = re.compile(
    ".{0,2}(?:行动|活动|工作|会议?|专班|培训|考试|考核|测试|竞赛|演练|队伍|服务|制度|机制|体系|[率量数]|占比|比例|.{0,2}用时|时[间限长]|周期)"
)


class Agents:
    """Those who act in one line."""

    def __init__(self, text: str, words: Counting) -> None:
        """Take ``text``, folded and veiled."""
        self._text = text
        self._words = words

    def behind(self, begin: int, end: int) -> int:
        """Where the verb stands that somebody at ``begin`` does, whatever verb: 水利站|巡护河道."""
        text = self._text
        if _NO_AGENT.match(text, begin, end) or self._words.verbs.match(text, begin, end):
            return begin
        for at in range(begin + 2, end - 3):
            if text[at - 1] not in _AGENT_ENDS or self._goes_on(at):
                continue  # 9 of 10 places: a search costs ten times as much
            if not _AGENT.search(text, begin, at):
                continue
            adverb = self._words.adverb.match(text, at, end)
            sets = _SETS.match(text, adverb.end() if adverb else at, end)
            if VOICED.fullmatch(text, at, end) or _OF_PEOPLE.fullmatch(text, at, end):
                return begin
            if sets or self._does(at, end):
                stop = LISTING.search(text, begin, at)
                is_list = stop is not None and not _AGENT.search(text, begin, stop.start())
                return begin if is_list else sets.end() if sets else at
        return begin

    def behind_meeting(self, begin: int, end: int) -> int:
        """Where what was studied stands, behind who met for it: 常务会议|集体学法."""
        if not self._text.endswith(("学习", "学法"), begin, end):
            found = self._text.find("学习", begin + 2, end - 3)  # a search costs ten times as much
            studied = _STUDIED.match(self._text, begin, end) if found > 0 else None
            return studied.end() if studied else begin
        met = _STUDIES.match(self._text, begin, end)
        return met.end() if met else begin

    def behind_whom(self, begin: int, end: int) -> int:
        """Where the verb stands that is done for somebody at ``begin``: 为各科室|更换打印机."""
        return next((at for at in range(begin + 2, end - 3) if self._does(at, end)), begin)

    def behind_helped(self, begin: int, end: int) -> int:
        """Where the verb stands of somebody who was helped: 帮助农民工|讨回工资."""
        whom = _HELPED.match(self._text, begin, end)
        return whom.end() if whom and self._does(whom.end(), end) else begin

    def behind_occasion(self, begin: int, end: int) -> int:
        """Where the act stands behind a verb's object and when: 签订|合同前|法律审查."""
        occasion = _OCCASION.match(self._text, begin, end)
        return occasion.end() if occasion else begin

    def behind_places(self, begin: int, end: int) -> int:
        """Where things stand behind the places whose they are: 对县(市、区)|处罚案卷."""
        if home := _HOMES.match(self._text, begin, end):
            return home.end()
        if self._text[begin] != "对" and self._text[begin - 1] != "各":
            return begin
        first = begin - 2 * self._text.endswith("对各", 0, begin)
        towards = _TOWARDS_ALL.match(self._text, first, end)
        return towards.end() if towards else begin

    def invited_to(self, begin: int, end: int) -> Span | None:
        """What somebody who was invited did: 邀请法院庭长|专题授课."""
        invited = _INVITED.search(self._text, begin, end)
        if invited is None or not (
            _EXPERT.search(invited["who"]) or self.is_one(*invited.span("who"))
        ):
            return None
        return invited.span("act")

    def find_act(self, begin: int, end: int, unit: str, *, goes_on: bool) -> int | None:
        """Where the act begins that somebody did, and nothing stands behind: 当事人|自行和解.

        Without an adverb it may be a noun (群众举报), unless things were counted before.
        """
        for at in range(max(begin + 2, end - _LONGEST_ACT), end - 1):
            if self._text[at - 1] not in _AGENT_ENDS or self._goes_on(at):
                continue
            if self._text[at] == "新":
                continue  # 示范村新增 are those that there are, too
            if self._text.endswith("中心组", begin, at):
                continue
            if self._text.endswith("培训", at, end) and _TRAINED.fullmatch(self._text, begin, at):
                continue  # 执法人员专题培训
            first = at + self._text.startswith("共", at)
            act = self._text[first:end]
            is_known = goes_on or (
                _OFFICE_ALONE.search(self._text, begin, at) and not SOFT.match(act)
            )
            is_act = (is_known or self._words.adverb.match(act)) and is_fate_of(
                _OF_KIND.sub("", act), self._words, unit
            )
            if (is_act or SENT_IN.fullmatch(act)) and _AGENT.search(self._text, begin, at):
                return first
        return None

    def _does(self, at: int, end: int) -> bool:
        """Whether a verb with an object stands there, or an adverb and a verb."""
        text, words = self._text, self._words
        adverb = words.adverb.match(text, at, end)
        verb = adverb.end() if adverb else at
        word = text[verb : verb + 2]
        return (
            end - verb >= 4
            and VEIL not in word
            and word[0] not in "占和及与、"
            and word not in words.no_verbs
            and _WITHIN.match(text, verb) is None
            and text[verb + 2] not in NOUN_OF_VERB
            and (
                score_verb(word) >= (LIKELY if adverb else _DOES)
                or words.fates.fullmatch(word) is not None
            )
            and not NAMED_BY_ACT.fullmatch(text, verb + 2, end)
        )

    def _goes_on(self, at: int) -> bool:
        """Whether the word before ``at`` does not end there."""
        if self._text.startswith(_TORN, at - 1):
            return True
        after = self._text[at]
        if after == VEIL or after in "组员长托" or self._text.startswith("长制", at - 1):
            return True  # 中心组, 委员, 河长制
        if after == "会" and self._text[at - 1] in "员委":  # 委员会, 党委会
            return True
        if (
            after == "办"
            and self._text[at - 1] in "府委"
            and not self._text.startswith(_HANDLED, at + 1)
        ):
            return True  # 县政府办
        return self._text[at - 1] == "办" and after in _NO_OFFICE

    def is_one(self, begin: int, end: int) -> bool:
        """Whether somebody who may act is named there."""
        return _AGENT.search(self._text, begin, end) is not None
