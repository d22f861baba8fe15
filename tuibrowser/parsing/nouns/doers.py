"""Who is counted and does something behind a number, which is no part of them: 22个村|修订村规民约.

Answers are offsets into a folded line, veiled as that of ``objects``.
"""

from __future__ import annotations

import re
from typing import Final

from tuibrowser.lexicon.counting import Counting
from tuibrowser.lexicon.verbal import LIKELY, score_verb
from tuibrowser.parsing.nouns.akin import BODIES, MATTERS, PEOPLE
from tuibrowser.parsing.nouns.deeds import NOUN_OF_VERB
from tuibrowser.parsing.nouns.names import goes_on
from tuibrowser.parsing.nouns.whole import VEIL

_NEAR: Final = 2
# Code, not lexicon: the order of a clause that counts; the words that fill it are in units.toml.
BODY: Final = re.compile(
    "(?:县市区|[村厂店站所院校园场车船艇居镇乡队栈]|公司|(?:[协商学委事]|联合)会|[店商]铺|[片园景库矿厂]区|(?:水源|[工基营场林])地"
    f"|(?:工作|督[察查导]|检查|巡[察查]|调研|评查|指导|帮扶|宣讲)组){VEIL}*$"
)
PERSON: Final = re.compile(
    "(?:[员师者官长民生工众警贤手客]|司机|专家|学者|顾问|干部|领导|同志|对象|代表|骨干|委员|法务|人选|管家|小哥|乡贤|人|书记|支书)$"
)
_OF_ALL: Final = ("各级", "全体", "所有", "党员干部", "重点任务", "重点工作", "年度任务")
"""Behind bodies these are theirs: 29家单位各级干部."""
_OF_SOMEBODY: Final = frozenset({"家", "户", "名", "位"})
"""Units of nothing but who does something."""
_THEIRS: Final = ("情况", "案卷", "记录", "台账", "证照", "资质", "档案", "资料", "落实", "状况")
_MANAGED: Final = re.compile(
    "(?:动态|清单|分类|集中|统一|全程|全流程|全面|网上|线上|闭环|台账|标准化|精细化|规范化|[一二两三]级)+"
    "(?:管理|办理|运行|调整|公开|网办|办结|入驻|进驻|[可能通]办)$|办理(?:时[限间]|环节|材料|流程)"
)
_HANDLED: Final = frozenset(f"办动清分集统全网线闭台标精规一二两三各所党重年{VEIL}")
"""How what tells whose things are, or how they are handled, begins."""
_DEED_IN_QUOTES: Final = re.compile(r'"[^"]{1,20}(?:办|跑|查|结|零|看|通|享|免)"$')
"""What was done with things, told behind them in the form of a name."""
_MOVES: Final = re.compile("[驻入进出到下在离返联]")
"""Before a place what those did that are counted: 9个驻村的工作队."""
_GOES_ON: Final = frozenset("员者们权和及与、级")
"""What is no end of a noun: 执法人|员, 干部|和群众."""
_LONGER: Final = ("委会", "工", "寨", "长", "伍", "活", "态")
"""What 村 and 居 go on with (12个村委会), and 农民 (9名农民工)."""
_SHORT_DEED: Final = re.compile(
    "做(?!法(?![治律]))|(?<!工)作(?![业品为者坊物])|任(?![务职期])|发(?=[^展放言票改生布电]{2})|驻(?=[村点社站场企])|下沉|坐班|赴(?=[^,任约汤宴会].)|进(?=[村社校企景机军网驻].)"
)
"""What those do that are counted, in one character: 3家企业做体检, 2名律师任顾问."""
_MADE: Final = re.compile(
    "(?:阵地|品牌|平台|基地|项目|清单|窗口|专栏|栏目|案例|机制|体系|模式|网络|小组|专班|[点站室岗队栏墙])$"
)
"""What ends a thing's name that an act is part of."""
_GOES: Final = re.compile("[进赴到][村社校企景机军网各](?![式级心位期])")
_POST: Final = re.compile("(?:党政|主要|分管|相关|有关)*(?:负责(?:人|同志)|领导)")
"""Who leads those that are counted, and no deed: 14个镇(街道)分管负责同志."""
_CHECKS: Final = re.compile(
    "(?:检查|监督|宣传|巡查|审查)(?!(?:[栏窗员队组站点岗单表书]|台账|结果|意见|问题|情况|工作|活动|服务|阵地"
    "|资料|力度|案件|记录|制度|机制|计划|方案|清单|事项|频次|次数|人员|能力|水平|质量|标准|对象|主体|委员"
    "|中心|平台|小组|机构|部门|单位|机关|机器|设备|车))[^,。;、()\\d]{2}"
)
"""Verbs that are nouns elsewhere, with what was done to: 16名委员|监督执法活动."""
_GIVES: Final = re.compile("[配发送装换办做讲上立挂设](?=..)")
"""Verbs of what was done for those who are counted: 给9名队员|配记录仪."""
_SITE: Final = re.compile(
    "(?:[点处段口路巷楼栋库河湖沟塘棚屋房桥站室场街圩渠]|案例|图斑|点位|行为)$"
)
_SPARED: Final = re.compile("(?:[免不准]予|予以|从轻|减轻|依法)..")
"""What was decided of those: 对9起违法行为|免予处罚."""
_MANNERS: Final = frozenset({"书面", "会议", "会商", "证件", "手续"})
"""What may stand behind a verb and makes no noun of it: 采取书面督察."""
_RATED: Final = re.compile(r"率(?:[均为达约近超]|全部|达到|保持|稳定|在)*(?=\d|百分)")
"""Behind those whose rate is told: 57名职工考试通过率100%."""
_DECISION: Final = re.compile("(?<=处罚|许可|强制|复议|征收|处理|仲裁)决定(?!对|由|从|在)")
"""What an act is called that was decided: 9件处罚决定|被撤销."""
_NAMED_BY_VERB: Final = re.compile("组织|(?:服务)?(?:[点站室]|中心|平台|机构|队伍?|专班|窗口)$")
"""Behind a verb these make a body's name of it: 镇街|调解组织."""


class Doers:
    """Those of one line."""

    def __init__(self, text: str, shadow: str, words: Counting) -> None:
        """Take ``shadow``, folded, and ``text``, of which quotes and brackets are veiled."""
        self._text = text
        self._shadow = shadow
        self._words = words

    def before_deed(self, end: int, stop: int, clause: int, unit: str) -> int:
        """Where what somebody did begins behind who did it: 22个村|修订村规民约."""
        if unit in PEOPLE or unit in BODIES or unit in MATTERS:
            may_be_rated = unit != "%" and self._text.find("率", end, clause) >= 0
            is_rated = may_be_rated and _RATED.search(self._text, end, clause + 1) is not None
            for at in range(end + 1, stop):
                if self._text[at] in _HANDLED and self._is_done_with(end, at, stop, unit):
                    return at
                if unit in MATTERS and self._goes_on(at, stop):
                    continue
                if self.is_one(end, at, unit) and (is_rated or self._is_deed(at, stop, clause)):
                    return at
        for act in self._words.acts.finditer(self._text, end + 1, stop):
            if stop - act.end() == 1 or _MADE.search(self._text, act.end(), stop):
                continue  # 社区服务|品牌 are things
            if goes_on(self._text, act.start()):
                continue  # 村(居)|调解主任
            if self._words.doers.search(self._text, end, act.start()):
                return act.start()
        return stop

    def before_act(self, end: int, stop: int, unit: str) -> int:
        """Where what was done to them begins behind a whole noun: 对6个路口|安装监控."""
        things = [self._words.heads, self._words.doers, BODY, _SITE]
        ends = [PERSON] if unit in PEOPLE else things
        for at in range(end + _NEAR, stop - 1):
            word, after = self._text[at : at + 2], self._text[at + 2 : at + 3]
            is_name = _NAMED_BY_VERB.match(self._text, at + 2, stop) is not None
            is_noun = after in NOUN_OF_VERB and self._text[at + 2 : at + 4] not in _MANNERS
            if (
                VEIL in word
                or "、" in word
                or is_noun
                or is_name
                or _DECISION.match(self._text, at)
            ):
                continue
            is_verb = self._words.verbs.match(self._text, at) or score_verb(word) >= LIKELY
            is_short = _GIVES.match(self._text, at, stop) or _SPARED.match(self._text, at, stop)
            if not (is_verb or is_short) or word in self._words.no_verbs:
                continue
            if any(it.search(self._text, end, at) for it in ends) and not any(
                it.search(self._text, end, at + 1) or it.search(self._text, end, at + 2)
                for it in ends  # 年轻民|警 go on, and so does 视频|探头
            ):
                return at
        return stop

    def before_theirs(self, end: int, stop: int, unit: str) -> int:
        """Where what was looked at of them begins, that nobody counts so: 60家企业|用工情况."""
        if unit not in _OF_SOMEBODY or not self._text.endswith(_THEIRS, end, stop):
            return stop
        ends = range(end + _NEAR, stop - 1)
        return next((at for at in ends if self.is_one(end, at, unit)), stop)

    def _is_done_with(self, end: int, at: int, stop: int, unit: str) -> bool:
        """Whether a noun ends at ``at`` and what follows tells whose, or how they are handled."""
        if self._text.startswith(_OF_ALL, at):
            return unit in BODIES and self.is_one(end, at, unit)
        if self._text[at] == VEIL and at - end > _NEAR:
            return _DEED_IN_QUOTES.fullmatch(self._shadow, at, stop) is not None
        managed = at - end > _NEAR and _MANAGED.match(self._text, at, stop)
        return bool(managed) and self._words.heads.search(self._text, end, at) is not None

    def is_whose(self, end: int, of: int, unit: str) -> bool:
        """Whether 的 tells whose what follows is, not what those are like: 9个驻村的工作队."""
        if unit not in BODIES:
            return PERSON.search(self._text, end, of) is not None
        if of - end == _NEAR and _MOVES.match(self._text, end, of):
            return False
        return any(it.search(self._text, end, of) for it in (self._words.doers, BODY))

    def is_one(self, end: int, at: int, unit: str) -> bool:
        """Whether a whole noun ends at ``at`` that is counted in ``unit``."""
        is_within = self._text[at : at + 1] in _GOES_ON or self._text.startswith(_LONGER, at)
        if is_within or goes_on(self._text, at):
            return False
        if unit in PEOPLE or (unit == "户" and PERSON.search(self._text, end, at)):
            # 师|生, 年轻民|警
            is_person = at - end > 1 and PERSON.search(self._text, end, at) is not None
            return is_person and not any(
                PERSON.search(self._text, end, at + more) for more in (1, 2)
            )
        words = self._words
        endings = (words.heads, words.doers) if unit in MATTERS else (words.doers, BODY)
        if _GOES.match(self._text, at):  # 服务队|进村入户
            return any(it.search(self._text, end, at) for it in endings)
        return any(it.search(self._text, end, at) for it in endings) and not any(
            it.search(self._text, end, at + more) for it in endings for more in (1, 2)
        )

    def _goes_on(self, at: int, stop: int) -> bool:
        """Whether a verb there is part of what a thing is called: 事故|赔偿纠纷."""
        heads = self._words.heads
        return any(heads.fullmatch(self._text, at + 2, at + it) for it in (4, 5) if at + it <= stop)

    def _is_deed(self, at: int, stop: int, clause: int) -> bool:
        """Whether a verb stands at ``at``, with an adverb of two characters before it or none.

        Nouns that end at ``stop`` with who does something have no adverb in them: 镇直单位.
        """
        text, words = self._text, self._words
        if _POST.match(text, at, clause) or _DECISION.match(text, at):
            return False
        if _SHORT_DEED.match(text, at, clause) or _CHECKS.match(text, at, clause):
            return True
        is_whole = words.doers.search(text, at, stop) is not None
        for verb in (at,) if is_whole else (at, at + 2):
            word, after = text[verb : verb + 2], text[verb + 2 : min(verb + 3, clause)]
            is_name = verb == at and _NAMED_BY_VERB.match(text, verb + 2, stop) is not None
            is_noun = after in NOUN_OF_VERB and text[verb + 2 : verb + 4] not in _MANNERS
            if verb + 2 > clause or word in words.no_verbs or is_noun or is_name:
                return False
            if VEIL not in word and score_verb(word) >= LIKELY:
                return True
            if (
                verb > at
                and words.adverb.fullmatch(text, at, verb)
                and words.verbs.match(text, verb)
            ):
                return True  # 残疾人|上门办理
        return False
