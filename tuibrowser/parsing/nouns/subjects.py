"""Where an object begins that stands behind who did it: 网格员|上报事件, 执法大队|查处案件.

Answers are offsets into a folded line without white space, of which quotes and short brackets are
veiled.
"""

from __future__ import annotations

import re
from typing import Final

from tuibrowser.lexicon.counting import Counting
from tuibrowser.parsing.nouns.agents import LISTING, NAMED_BY_ACT, SOFT, Agents
from tuibrowser.parsing.nouns.names import is_post

# Code, not lexicon: the order of a clause that counts; the words that fill it are in units.toml.
_OFFICE: Final = re.compile(
    "[^,、的和]{1,8}?(?:中心|大厅|司法所|派出所|法庭|执法[大中]?队|办公室|服务站)"
    "(?=进驻|核定|实有|在编|受理|接待|办理|开展|调解|化解|检查|上报)"
)
_LONGEST_LEAD: Final = 30
_FAR: Final = 6
"""Characters before an act that are who did it, by which means and for what."""
_MEETING: Final = re.compile(
    "(?<!委员)(?<![调村居管]委)(?<!联合)会议?(?:专题|集中|集体|多次)?(?:(?:研究|听取|审议|讨论)[^,、]{2,})?$|的"
)
"""A meeting that decides is named with what it decided; a body that acts (调委会) is none."""
NAMED_BY_VERB: Final = re.compile(
    "(?:实施|指导|办理|落实|服务|申请)(?:清单|案例|目录|细则|意见|手册|指南)(?:事项)?"
    "|(?:使用|申请|实施|参与|承办|承接|提供|接受|解决)(?:单位|企业|机构|部门|主体|机关)"
    "|(?<=高频|容缺|即时|异地|跨域|帮办|代办)(?:办理|受理)(?:事项|业务)"
    "|投资(?:项目|主体|企业|协议|合同|意向).*"
)
"""Verbs in the middle of a name: 事项实施清单, 电梯使用单位."""
_CAMPAIGN: Final = re.compile("(?<![加扩重人])大|再")
"""Before a verb these make a campaign's name of it: 安全生产大排查大整治."""
_GOVERNED: Final = ("依法", "社会", "基层", "乡村", "综合", "诉源", "系统", "源头", "环境")
"""Before 治理 these make a word of it."""
_OF_WHAT: Final = ("法制", "合法性", "公平竞争", "社会风险", "风险")
"""Before 审核, 审查 and 评估 these make a word of it: 执法单位|法制审核人员."""
_DECIDES: Final = re.compile("(?:听取|研究|部署)+")
"""What leaders do with work: 主要负责同志研究法治工作, but 调解员培训工作."""
_TOGETHER: Final = re.compile(
    "(?:\ue002|联合|共同|携手|依法|专题|亲自|带头|集体|共|累计|每(?:个?季度|月|年|周|半年)|至少|定期|多次)+$"
)
_SUBJECT: Final = re.compile(
    "(?:[^,、的和与及\ue002]{1,12}?(?:(?<![布格结])局|(?<![场])所|法院|检察院|法庭|执法队|[大中支]队|委员会|调委会|站(?!所)|办公室|(?:党委|党工委)(?!会)|支部|\ue002+(?!\ue002)|(?<![督交代帮转协承主举未已待在拟可开创兴])办(?![公理结件案证事法复率])|中心(?!组)))+"
    "(?=[^、的和与及工民干案件人])"
)
"""Who acts in a sentence stands at its beginning."""
_CHANGES: Final = re.compile(
    "(?:[简优细]化|压[减缩]|精简|规范|归并|整合|缩短|取消|调整|拓展|梳理)(?!营商环境)[^,、]{2,14}"
    "(?:事项|环节|频次|材料|报表|流程|计划|制度|窗口|时限|措施|渠道|清单|证明|程序|手续|表单|目录|权限|职责|内容)"
)
"""What of work was changed, whoever does that: 简化企业开办环节."""
_PLACE: Final = re.compile(
    "(?!(?:示范|试点|特色|中心|重点|贫困|先进|创建|[各全本每]))[^,、的和与及\ue002]{1,3}"
    "(?:(?<![城乡村集])镇|(?<![下城返回老入进镇])乡(?![村土贤风情])|县|旗|(?<!镇)街道)"
    "(?=村级|[^级域村街直属长委府政党办区民镇乡县\ue002].{2})(?!人大|人民政府)"
)
"""The place whose they are, which opens a sentence: 柳溪镇|人民调解员."""
_FIELD_BODY: Final = re.compile(
    "(?:纠纷|争议|领域|行业)[^、,]{0,6}(?:调委会|委员会|调解[室站组]|仲裁院|中心|工作站)$"
)
"""A body with the fields that it is for: 物业、医疗纠纷调委会."""
_LEADER: Final = re.compile(
    "[^,、的\ue002]{0,6}?(?:主要|分管)(?:负责人|负责同志|领导|同志)(?:同志)?(?:亲自|带头|多次|先后)*"
    "(?=(?:主持|研究|听取|部署|批示|签批|督办|督导|调研|包案|接访|带队)..)"
)
"""Who led before what he did: 主要负责人|主持研究法治工作."""
_BODY: Final = re.compile(
    "(?<=.)(?:(?<![督交代帮转协承主未已待在拟])办|(?<![布格结])局|(?<!场)所|(?<![学])院|(?<!军)队|委员会|调委会|联合会|警务室|法治科|登记处|办事处|行动|[镇乡县区市旗州村]|街道|社区)$"
)
"""How bodies are called that act; of what they were asked to do (督办), no more."""


class Subjects:
    """The subjects of one line."""

    def __init__(self, text: str, words: Counting, agents: Agents) -> None:
        """Take ``text``, folded and veiled, and those who act in it."""
        self._text = text
        self._words = words
        self._agents = agents

    def without(self, begin: int, end: int) -> int:
        """Where the object begins that is not who did it: 网格员上报事件, 所站拦截转账."""
        text, words = self._text, self._words
        if _CHANGES.fullmatch(text, begin, end):
            return begin
        if (studies := self._agents.behind_meeting(begin, end)) > begin:
            return studies
        is_led = text.find("主要", begin, end) >= 0 or text.find("分管", begin, end) >= 0
        if is_led and (leader := _LEADER.match(text, begin, end)):
            begin = leader.end()
        if self._opens(begin) and (place := _PLACE.match(text, begin, end)):
            begin = place.end()
        begin = self._behind_office(begin, end)
        for act in words.acts.finditer(text, begin + 2, end):
            # 调解员培训 is a training, 网格员上报事件 an event.
            follows = (NAMED_BY_ACT, NAMED_BY_VERB)  # 检查实施清单
            is_name = any(it.fullmatch(text, act.end(), end) for it in follows)
            if _CAMPAIGN.match(text, act.start() - 1) or is_post(text, act.start(), end):
                return begin  # 安全生产大排查, 村(居)调解主任
            is_governed = text.endswith(_GOVERNED, begin, act.start()) and act[0] == "治理"
            if is_governed or text[act.start() - 1] in "不未":
                continue  # 普法依法治理经费, 执法不规范问题
            if NAMED_BY_VERB.fullmatch(text, act.start(), end):
                break
            if end - act.end() < 2 or (is_name and not _DECIDES.fullmatch(act[0])):
                break
            does = act.start()
            if text[does] in "审评":
                does -= next((len(it) for it in _OF_WHAT if text.endswith(it, begin, does)), 0)
            is_far = does - begin >= _FAR and not SOFT.match(text, act.start())
            if is_far or self._is_actor(begin, does):
                stop = LISTING.search(text, begin, does)
                is_list = (
                    stop is not None
                    and not self._agents.is_one(begin, stop.start())
                    and not _FIELD_BODY.search(text, stop.end(), does)
                )
                is_meeting = _MEETING.search(text, begin, does)
                return begin if is_list or is_meeting else does
        return self._agents.behind(begin, end)

    def _behind_office(self, begin: int, end: int) -> int:
        """Where the verb stands of an office that acts, none whose head is counted."""
        text = self._text
        office = _OFFICE.match(text, begin, end)
        if office is None and self._opens(begin):
            office = _SUBJECT.match(text, begin, end)
        if office is None or is_post(text, office.end(), end):
            return begin  # 约谈派出所|主要负责人
        is_deed = self._words.fates.fullmatch(text, office.end(), end) is not None
        return office.end() if end - office.end() >= 4 or is_deed else begin

    def _opens(self, begin: int) -> bool:
        """Whether nothing but a period stands between a sentence's beginning and ``begin``."""
        first = max(0, begin - _LONGEST_LEAD)
        start = max(first, *(self._text.rfind(mark, first, begin) + 1 for mark in "。!?;"))
        before = self._text[start:begin].replace(",", "")
        return not before or self._words.leading.fullmatch(before) is not None

    def _is_actor(self, begin: int, end: int) -> bool:
        """Whether somebody stands there, alone or together (联合) with whom he named before."""
        if together := _TOGETHER.search(self._text, begin, end):
            end = together.start()
        found = self._words.actors.search(self._text, begin, end)
        return found is not None or _BODY.search(self._text, begin, end) is not None
