"""Whether a number is what is still to be reached, or what was reached is measured against."""

from __future__ import annotations

import re
from typing import Final

from tuibrowser.parsing.figures.parts import REACH, Read

# Code, not lexicon: how Chinese plans is grammar; each exception has a test.
_SUBJECT: Final = r"(?:^|(?<=[,;:。年季镇乡街将拟内还步]))"
"""Behind what somebody plans, and where 计划 is no noun."""
_NO_DEED: Final = r",。;、的《>\d份项个书表内外"
"""The inside of a ``[^…]``: behind 计划 what is no deed, as in 计划书 and 计划内."""
_ABOUT_TO: Final = (
    "(?:作出?|做出|出台|制[定发]|印发|签[订约署]?|订立|提交|上会|发布|公布|提请|审议|处罚|提[拔任]"
    "|下发|报批)"
)
"""审查拟签订的协议15份: those were looked at, the rest is to come."""
_FORMS: Final = (
    r"年初(?:确定|制定|提出|下达|设定|定下?|既定)的[^,;:。\d]{0,8}$",  # 年初确定的90件
    r"(?<!完成)(?:计划|目标|任务)(?:总?数量?|总?量|值)(?:为|是)?$",  # 计划数为90件
    rf"(?:年初|(?<![\u4e00-\u9fff])原|(?:^|(?<=[,;:。]))(?:年度|全年))计划(?=[^{_NO_DEED}执完])",
    "力争|预计",
    rf"{_SUBJECT}计划(?=[^{_NO_DEED}])(?!生育|完成率)",  # 计划新建5处
    "明年|下一?步",
    "(?<!结转)(?<![列纳转]入)(?<![跨至到])下一?个?年度?",  # 下年度, but 结转下年度
    "目标(?:任务)?(?:为|是)",
    r"(?:年度|全年|既定|(?<=\()原?)(?:目标|任务|目标任务|计划)$",  # 年度任务90件
    "争取(?:达到|实现|在)",
    r"20\d\d年,?(?:我[镇乡街县区]道?)?(?:将|要|确保|力争|计划)",  # 2026年我镇将新建5处
    r"到20\d\d年底?前?,?(?:力争|实现|达到)",
    rf"(?<![模虚比代草研起重初])拟(?![定订稿废]|修改|修订|保留|宣布失效|{_ABOUT_TO}[^,。;、\d]{{0,4}}的)"
    "[^,。;]*$",  # 拟新建5处, but 草拟 and 拟订
)
_GOAL: Final = re.compile("|".join(_FORMS))
_DONE: Final = re.compile(
    r"[,;](?:今年|目前|现|截[至止])|实际|已(?!经?纳入计划)|完成(?:了|年度|全年)|[,;]完成|超额"
)
"""What was done since is told behind it: 计划90件,实际完成96件."""
_SURE_TO: Final = re.compile(r"确保(?!了)[^,;:。]{0,16}$")
_BEYOND: Final = re.compile(r"超(?:出|过|额)?[^,。;:\d]{0,6}(?:目标|任务|计划)[数量值]?$")
"""超出年度任务35%: by how much more."""
_TASK: Final = re.compile(r"(?!.*(?:完成|查)).*任务(?:为|是)?$")
"""抽查任务 is what was drawn, whatever it is counted in."""
_TASKS: Final = frozenset("项件个条")
"""What tasks themselves are counted in: 培训任务60名 is a goal, 重点任务12项 is none."""
_AIMED_AT: Final = re.compile(r"的?(?:年度|全年)?(?:目标任务|任务目标|年度目标|年度任务)")
_OF_AIM: Final = re.compile(r"[^,。;\d]{0,6}的(?:年度|全年)?(?:目标|任务目标)")
"""化解200件的目标任务, but for 项, in which tasks are counted."""
_BESIDE: Final = re.compile(r"(?:高于|低于|超[过出]|优于|距离?|未达到?|不及)[^,;:。\d]{0,6}$")
_REQUIRED: Final = re.compile(r"的[^,。;\d]{0,8}(?:要求|标准|目标|指标|任务|底线)")
"""高于40学时的要求: what it is measured against."""


def is_goal(shadow: str, read: Read, clause: str) -> bool:
    """Whether a number is what is to be reached; ``clause`` leads to it."""
    if is_beyond_goal(read):
        return False
    is_sure = read.said.unit == "%" and _SURE_TO.search(clause) is not None
    return is_sure or _is_task(read, clause) or _is_to_come(shadow, read)


def is_beyond_goal(read: Read) -> bool:
    """Whether a share tells by how much more than the goal was reached."""
    return read.said.unit == "%" and _BEYOND.search(read.before) is not None


def _is_task(read: Read, clause: str) -> bool:
    """Whether a number is what is asked of somebody."""
    is_told = read.said.unit not in _TASKS and bool(
        _TASK.match(clause) or _AIMED_AT.match(read.after)
    )
    is_aim = read.said.unit != "项" and bool(_OF_AIM.match(read.after))
    is_beside = _BESIDE.search(read.before + read.hedge) and _REQUIRED.match(read.after)
    return is_told or is_aim or bool(is_beside)


def _is_to_come(shadow: str, read: Read) -> bool:
    """Whether a word for what is to come stands before a number in its sentence."""
    first = max(0, read.said.start - REACH)
    begin = max(first, *(shadow.rfind(it, first, read.said.start) + 1 for it in "。!?"))
    goal = _GOAL.search(shadow, begin, read.said.start)
    return goal is not None and not _DONE.search(shadow, goal.end(), read.said.start)
