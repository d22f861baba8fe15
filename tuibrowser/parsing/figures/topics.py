"""What a number is of whose noun only says that so many there are or were done: the clause before
names it (平安志愿者数量逐年增长,注册数增至860名), or the heading."""

from __future__ import annotations

import re
from typing import Final

from tuibrowser.parsing.figures.indicators import Assigning
from tuibrowser.parsing.figures.said import NumberInLine

_NEAR: Final = 120
"""Characters before a number that are its sentence; a line may be a whole page."""
_CLAUSES: Final = 3
"""Clauses before its own that are looked at: of 17 numbers so told, on odd lines of sentences, all
were right."""
# Code, not lexicon: words that may be said of anything that is counted.
_WHEN: Final = (
    "全年|年内|年底|当年|今年|去年|上年|前年|本年|一年(?:下?来)?|期间|先后"
    "|目前|眼下|迄今|至今|截至目前"
)
_WHERE: Final = "全[镇乡县市区街道局]|[镇县乡]里|本[镇乡局]"
_HOW_MANY: Final = (
    "累计|共计?|合计|总计|总|[现已]有?|现任|在册|登记|注册|实有|人数|数量?|总量|总数|规模|达到?"
    "|突破|为|有|由|从|均|平均|其中|也|又|再|分别|仍|保持|稳定在|增至|升至|[的到至]"
)
_WHO: Final = "人员|队员|成员|同志|人"
_DONE: Final = (
    "办理|受理|收到|接到|接收|开展|组织|举办|召开|进行|完成|建成|新建|设立|设置|配备|聘请|选聘|选派"
    "|发放|制作|印发|签订|审查|审核|抽查|清理|梳理|采纳|促成|随抽|抽取|查摆|讲授|授课|领学|主讲"
    "|合格|通过|结业|此类|活动|上报|报送|提出|出具|处理|处置|服务|出动|投入|审|审结|把关|安排|推出"
    "|播出|更新|补充|吸纳|选送|选出|产生|评出|新增|增加|录入|解决|答复|回复|了"
)
_BY: Final = (
    "(?:其余)?(?:[省市县区镇乡村科]级|主要|分管|班子|部门|各|单位|党政|支部|村居?)*"
    "(?:领导(?:干部)?|负责人|负责同志|班子成员|支书|书记|镇长|局长|庭长|站?所长|科室|部门|机关|支部"
    "|中心组|律师|法律顾问|法官|检察官|民警|法制员|讲师团?|宣讲团|小分队|志愿者|网格员|骨干|干部)"
    "(?:带头|轮流|下沉|上台|登台|下村|进村|到村|联合|自行|组织|开展)?"
    "(?:讲|主讲|领学|讲课|上课|送课|授课|宣讲|领读|查摆|自查|互查|抽查|审查|审核|办理|参加|答复"
    "|提出|反馈|主持|承办|牵头|包案|带队|开展|组织)"
)
"""Who did it, and what they did where it is named: 部门负责人领学5次."""
_ANYTHING: Final = re.compile(f"{_BY}|(?:{_WHEN}|{_WHERE}|{_HOW_MANY}|{_WHO}|{_DONE})*")
_STOPS: Final = re.compile("[,:]")
_CASES: Final = re.compile("(?:办理|查办|办结)?(?:各类|各项)*案件?")
_ENFORCING: Final = "执法"


def topic_of(shadow: str, said: NumberInLine, assigning: Assigning) -> str | None:
    """The indicator of the number ``said`` by the clauses before its own in its sentence."""
    if not _ANYTHING.fullmatch(said.noun) or shadow.endswith("的", 0, said.start):
        return None  # 对测评靠后的2名同志 are some of them
    first = max(0, said.start - _NEAR)
    begin = max(first, *(shadow.rfind(mark, first, said.start) + 1 for mark in "。;!?"))
    sentence = shadow[begin : said.start]
    clauses = _STOPS.split(sentence)[:-1]
    told = (assigning.of_clause(it, said.unit, sentence) for it in clauses[: -_CLAUSES - 1 : -1])
    return next(filter(None, told), None)


def below(heading: str, said: NumberInLine, assigning: Assigning) -> str | None:
    """The indicator of cases of which only the heading says that they are of enforcement."""
    if _ENFORCING not in heading or not _CASES.fullmatch(said.noun):
        return None
    words = _ENFORCING + said.noun
    end = len(words)
    told = NumberInLine(end, end + 1 + len(said.unit), said.unit, words)
    return assigning.indicator(f"{words}1{said.unit}", told, 0)
