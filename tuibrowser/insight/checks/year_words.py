"""Where a report says its own year, and where that of what it plans or did: patterns for ``years``.

Each has the year, in digits or numerals, as the only group of an alternative that matched.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from tuibrowser.text.numerals import ZERO

# Code, not lexicon: where a report says its year is its form.
YEAR: Final = (
    rf"(?<![\d\-—–~])(?<!年[至到])(20\d\d|二[{ZERO}][{ZERO}一二三四五六七八九]{{2}})年"
    r"(?![\-—–~至到]\d)"
)
"""2024年, 二〇二四年; no end of 2023—2024年."""
_SENTENCE: Final = "(?:^|(?<=[。;]))"
_CLAUSE: Final = "(?:^|(?<=[。;,]))"
_POINT: Final = r"(?:[一二三四五六七八九十]{1,2}是|\d{1,2}[.、]|\(\d{1,2}\)|[①-⑳])?"
_OFFICE: Final = "(?:[我本](?:局|委(?!托)|厅)|全局)"
_WE: Final = "[我全本](?:镇|乡|街道)"
_MADE: Final = "制[定订]|印发|出台|下发|按照?|根据|依据|对照|落实"
"""What is done with papers."""
_MONTHS: Final = "1月?[-—–~～至到]12月"


def _any_of(forms: Sequence[str]) -> re.Pattern[str]:
    return re.compile("|".join(forms))


TITLE: Final = re.compile(rf"{YEAR}(?![\d元一二三四五六七八九十]{{1,2}}月)")
HEADING: Final = re.compile(rf"^[^《]{{0,6}}{YEAR}度?")
OPENING: Final = _any_of(
    (
        rf"(?:^|。){YEAR}度?,",  # 2024年,我镇…
        # 现将我镇2024年法治政府建设情况报告如下
        rf"现(?:将|就)[^。,]{{0,16}}?{YEAR}度?[^。]{{0,24}}(?:报告|总结|汇报|如下)",
    )
)
PLAN: Final = _any_of(
    (
        # 2025年我镇将…, 二是2025年重点…
        rf"(?:^|(?<=[,。;:是要])){YEAR}(?:度)?"
        "(?:[,]|(?:我[镇乡]|我街道|全[镇乡]|本[镇乡])?(?:将|要|拟|计划|继续|重点|工作))",
        rf"(?:^|(?<=[,。;:到在于是要])){YEAR}(?:底|年底|末)?(?:以?前|之前)",  # 2025年底前
        rf"{_SENTENCE}{YEAR}(?=是[^。;]{{0,60}}之年)",  # 2025年是…攻坚之年
        rf"(?:计划|力争|争取|预计|拟)[在于到]?{YEAR}",  # 力争到2025年
        # What is to be begun; 做好2023年度考核 is done in the year behind.
        rf"(?:制[定订]|印发|推进|实施|启动|谋划|部署){YEAR}度?",
    )
)
_OF_REVIEW: Final = "[^,。;]{0,24}(?:督[察查导]|巡察|考[核评]|反馈|通报|整改)"
STILL: Final = re.compile(
    rf"{_SENTENCE}{_POINT}(?:回[顾望]|总结|纵观|审视)?{YEAR}度?(?!{_OF_REVIEW})(?:的?工作)?,?"
    rf"(?:{_WE}|{_OFFICE}|[^,。;\d]{{0,10}}法治(?:政府)?建设|虽|尽管)"
    r"[^。;\d]{0,40}(?:虽|尽管|但|[仍还]有|[仍还]存在)"
)
"""2022年，我镇虽取得一定成效，但仍…: what a part on shortcomings begins with."""
CLOSING: Final = _any_of(
    (
        # 以上是2024年法治政府建设情况
        rf"以上(?:就?是|为)[^。,]{{0,10}}{YEAR}度?[^。]{{0,24}}(?:情况|报告|总结)",
        # 2024年度,我镇无其他需要报告的情况
        rf"(?:^|(?<=。)){YEAR}度?,?[^,。;\d]{{0,8}}[无没]有?其[他它][^,。;]{{0,6}}报告",
    )
)
_LEADERS: Final = "[镇乡]?主要(?:负责|领导)"
_BODIES: Final = f"党政|[镇乡]?党委|党工委|[镇乡]?政府|办事处|[镇乡]长|书记|{_LEADERS}"
_DOERS: Final = (
    rf"全[镇乡]|我[镇乡]|我街道|{_OFFICE}|共|累计|[镇乡]?党委|党工委|[镇乡]政府|办事处|[镇乡]长"
    rf"|书记|主任|{_LEADERS}|党政"
    r"|(?![省市县区])(?=[^,。;\d]{2,10}?(?:共|累计|全年)[^,。;\d]{1,10}\d)"
)
"""Who did it behind a comma, or that it is a sum."""
DONE: Final = _any_of(
    (
        # 截至2024年12月底
        rf"截[至止]到?{YEAR}(?:年?[底末]|1[0-2]月(?:[底末份]|\d{{1,2}}日)?)",
        # 2024年,我镇…
        rf"{_SENTENCE}{_POINT}[在于]?{YEAR}(?:度|全年|内|里|期间|一年(?:内|里|中|间)?)?,"
        rf"(?:{_DOERS})",
        # 2024年全年共, 全镇2024年共
        rf"{_CLAUSE}{_POINT}(?:{YEAR}(?:全年|度内)[,共]?|{_WE}{YEAR}度?(?:共|累计))",
        rf"{_SENTENCE}回[顾望]{YEAR}(?:度|全年)?(?:工作)?,",  # 回顾2024年工作,
        rf"(?<=\(){YEAR}{_MONTHS}(?=\),)",  # (2024年1月—12月),
        # 2024年共办理, 2024年党委…
        rf"{_SENTENCE}{_POINT}{YEAR}(?:度?(?:共(?![性同建享治青管])|累计)|{_MONTHS}"
        rf"|度?(?={_BODIES}|{_WE}))",
    )
)
PAPER: Final = _any_of(
    (
        # 印发《柳溪镇2024年度普法计划》
        rf"(?:{_MADE})[^,。;《》]{{0,6}}《[^《》]{{0,16}}{YEAR}度?[^《》]{{0,16}}"
        r"(?:要点|计划|方案|清单|安排)》(?!(?:完成|落实)?情况)",
        # 制定2024年度普法计划
        rf"(?:^|(?<=[,。;]))(?:研究|及时|认真|严格)?(?:{_MADE})了?(?:全?[镇乡])?{YEAR}度?"
        r"(?![^,。;]{0,16}[情问])"
        r"[^,。;《》\d]{0,16}(?:要点|计划|方案|清单|安排)(?=[,。;开推抓]|并)",
    )
)
"""Papers of a year are made for it, or for the next one, and followed in it."""
