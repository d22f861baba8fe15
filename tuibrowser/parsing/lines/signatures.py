"""Who signs a report or stands below its title, and the days beside them, line by line."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tuibrowser.parsing.lines.source import Line
from tuibrowser.text.numerals import ZERO

# Code, not lexicon: a signature is told by its form; the kinds of issuers are `issuers.toml`.
SIGNER = re.compile(
    r"^(?:(?:落款|署名|单位):|[—–―-]{1,4}|\((?=[^()]{2,40}\)))?(?P<name>(?:中共)?[^。;!?:,\d、()【】\[\]]{2,50}(?:党(?:工)?委、[镇乡街道]{0,2}(?:人民政府|政府|办事处)"
    r"|人民政府|政府|行政公署|委员会|委|党委|办事处|党工委|工委|街道|[镇乡县区市州旗盟街团师]|苏木"
    r"|[局厅署部院站所办馆]|(?<![之足好难深到用])处|大队|支队|总队|中心|分局|办公室|管委会|新城|农场|林场|园区"
    r"|(?:联合|红十字|工|协|学)会|妇联|残联|联合社|合作社|供销社|海关|[银支分]行|[中小大]学|学[院校]|(?<!部)队))\)?(?:\((?!盖章|签章|印章|章|公章)[^()]{2,20}\))?"
    rf"(?:\(?(?:盖章|签章|印章|章|公章)\)?)?(?=$|20\d\d|二[{ZERO}])"
)
# 填报单位（盖章）：云川市民政局; 单位: alone is said of what a table counts in, too (单位：万元).
_REPORTS = "(?:填报|报送|报告|编报|上报|编制|呈报|申报|汇报|提交|撰写)"
_UNIT = r"(?:单位|机关|部门)(?:名称)?(?:\([^()]{1,4}\))?"
REPORTER = re.compile(
    rf"^\|?(?:\d{{1,2}}\|)?(?:{_REPORTS}{_UNIT}[:|]*|{_UNIT}[:|]{{1,3}}(?=.{{4}})|(?:单位|机关|部门)名称[:|]*)(?=[^:|].{{2}})"
)
REPORTER_KEY = re.compile(rf"^\|?{_REPORTS}?{_UNIT}[:|]*$")
"""Says who reports in a table whose cells became lines: the name stands on the next."""
DATE_LINE = re.compile(
    r"^(?:(?:报送|填报|报告|成文|印发|落款)?(?:日期|时间):)?(?:\(?20\d\d[年\-/.](?:\d{1,2}|元)[月\-/.](?:\d{1,2}(?:日|号)?)?\)?"
    rf"|\(?二[{ZERO}]..年.{{1,2}}月(?:.{{1,3}}日)?\)?|20\d\d年\d{{1,2}}月)(?:印发)?$"
)
# 2024年1月9日云岭镇人民政府
_DAY_BEFORE = re.compile(
    rf"^\(?(?:20\d\d年\d{{1,2}}月\d{{1,2}}日|二[{ZERO}]..年.{{1,2}}月.{{1,3}}日)(?=\D{{2}})"
)
CLOSING = re.compile(
    r"^(?:(?:[特专]此(?:报告|汇报|报送|呈报|函[告复达]|复函|致函)|以上报告|妥否|此报告?)[^。]{0,16}[。.!]?"
    r"|(?:再次)?谢谢(?:大家|各位)?[。!]?|(?:我的)?(?:报告|汇报|发言)(?:完毕|到此结束)[,。]?(?:谢谢(?:大家)?)?[。!]?"
    r"|(?:以上|上述|不[妥当]之处)[^。]{0,40}请[^。]{0,12}(?:审议|审阅|审示|指示|批示|指导|指正|批评)[^。]{0,8}[。!]?)$"
)
# 填报单位:云川市民政局 填报日期:2024年1月9日
_NEXT_KEY = re.compile(
    r"[|/;]*(?:填报|报送|报告|编报|上报|编制|呈报|制表|联系|审核|审批|签发|经办|责任)?(?:日期|时间|年度|年份|人|电话)[:|]"
)
_LONGEST_SIGNATURE = 70


def reporter(line: Line) -> tuple[int, int]:
    """Where in a byline the name stands."""
    named = REPORTER.match(line.shadow)
    before = named or _DAY_BEFORE.match(line.shadow)
    start = before.end() if before else 0
    behind = _NEXT_KEY.search(line.shadow, start) if named else None
    end = behind.start() if behind else len(line.shadow.rstrip("|"))
    signer = SIGNER.match(line.shadow[start:end])
    return (start + signer.start("name"), start + signer.end("name")) if signer else (start, end)


def is_signer(shadow: str) -> bool:
    """Whether a line is a name that may sign and nothing else."""
    signer = SIGNER.match(shadow)
    return bool(signer and signer.end() == len(shadow))


def signs(shadow: str) -> bool:
    """Whether a line is a signature: a government, a day, or both."""
    if DATE_LINE.match(shadow):
        return True
    signer = SIGNER.match(shadow)
    if not signer or len(shadow) > _LONGEST_SIGNATURE:
        return False
    rest = shadow[signer.end() :]
    return not rest or bool(DATE_LINE.match(rest))


def signs_with_day(shadow: str) -> bool:
    """Whether a line is who signs with the day, in either order."""
    if before := _DAY_BEFORE.match(shadow):
        return is_signer(shadow[before.end() :].removesuffix(")"))
    return signs(shadow) and not is_signer(shadow) and not is_day(shadow)


def is_day(shadow: str) -> bool:
    """Whether a line is a day and nothing else but what announces it."""
    return bool(DATE_LINE.match(shadow))


def is_dated(lines: Sequence[Line], index: int) -> bool:
    """Whether a day stands below, as it does below who signs."""
    return index + 1 < len(lines) and bool(DATE_LINE.match(lines[index + 1].shadow))
