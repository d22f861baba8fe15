"""Where a name goes on that looks as if it ended: 律师|事务所, 商户|自治委员会, 施工|现场.

Offices are called after whom they serve and what they do, and both look like a sentence: somebody,
and what he does. Offsets are into a folded line, veiled as that of ``objects``.
"""

from __future__ import annotations

import re
from typing import Final

from tuibrowser.parsing.nouns.whole import VEIL

# Code, not lexicon: how offices are named is grammar, as where a clause ends.
_WORK: Final = (
    "(?:事务|调[解处停]|仲裁|维权|宣[讲传]|普法|自治|议事|恳谈|监督|管理|服务|活动|教育|援助|救助|帮扶"
    "|帮教|矫正|互助|合作|协作|治理|执法|巡[逻查防]|突击|评议|研究|培训|指导|协调|应急|保障|促进|自律"
    "|联络|联合|交流|实践|体验|接待|代办|信访|咨询|公证|鉴定|审[计核]|评估|代理|派遣|经纪|监察|督察|创业|就业"
    "|志愿|法律|法治|人民|行政|公共|便民|专业|工作|生产|技能|竞技|文化|健身|(?:权益)?保护|法制)"
)
"""What an office does, or of what kind it is, in its name."""
_OFFICE: Final = (
    "(?:委员会|理事会|协会|联合会|事务所|研究[所院会]|工作[室站]|中心(?!组|工作|任务|大局)|小组|基地|公司"
    "|机构|组织|平台|机制|联盟|体系|网络|阵地|所(?![有在需涉谓属])|站(?![在位台])|室(?![内外])"
    "|会(?![议计诊商同员面审见场])|团(?![结购])|队|处(?![理罚置分于境遇])|院(?![校士])|点(?![位评名亮击赞])"
    "|社(?![会区保情]))"
)
_POST: Final = "(?:主任|[组站队所]长|专员|干事|[助协]理员|联络员|委员|[员师](?![工生]))"
_GOES_ON: Final = re.compile(f"{_WORK}+(?:{_OFFICE}|{_POST})|党(?:组织|总?支部)|司法[局所]")
"""Behind whom they serve, what makes an office's or a post's name of it."""
_POSTED: Final = re.compile(f"{_WORK}+(?:{_POST}|骨干|人员|顾问)")
"""The same before a number; behind one, 9个村法律顾问全覆盖 counts the villages."""
_HEADS: Final = re.compile(
    "(?:党政|主要|分管|相关|班子)*(?:负责人|负责同志|领导|书记|主任|局长|所长|站长|成员)"
)
"""Who leads an office."""
_UNCOUNTED: Final = (
    "施工", "作业", "生产", "养殖", "招聘", "考试", "庭审", "教学", "执法", "拆除", "案发", "救援",
    "事故", "火灾", "灾害", "警情", "燃放", "焚烧", "直播", "评标", "开标", "演练", "交易", "采摘",
)  # fmt: skip
"""What happens at a place and is counted by that: 9个施工现场."""
_AT_END: Final = re.compile(
    "现场(?=[,。;:!?、的)]|$|(?:(?<=工程..)|(?<=项目..))(?:进行|开展|设[立置]))"
)
_PLACE: Final = "现场"


def goes_on(text: str, at: int) -> bool:
    """Whether the name goes on at ``at``, behind whom an office serves."""
    return _GOES_ON.match(text, at) is not None


def is_post(text: str, at: int, end: int) -> bool:
    """Whether those of an office stand there who are counted: 司法所|主要负责人, 镇(街道)|执法骨干.

    Without a bracket before it, a post with a verb in it is named without the office.
    """
    behind = end - len(text[at:end].lstrip(VEIL))
    if _HEADS.fullmatch(text, behind, end):
        return True
    return text[behind - 1] == VEIL and _POSTED.fullmatch(text, behind, end) is not None


def is_place(text: str, begin: int, at: int) -> bool:
    """Whether 现场 at ``at`` is the place that is counted from ``begin`` on: 9个项目|现场."""
    if not text.startswith(_PLACE, at) or text[at - 1] == VEIL:
        return False
    return text.endswith(_UNCOUNTED, begin, at) or _AT_END.match(text, at) is not None
