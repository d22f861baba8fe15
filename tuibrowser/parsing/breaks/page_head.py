"""The head of a page that came as one line: where the site's words end, the title, and the text.

The words stand here and in no lexicon, as what a line begins with is known before any wording is
looked up; lines of their own are told by ``furniture.toml``.
"""

from __future__ import annotations

import re
from typing import Final

from tuibrowser.parsing.lines.source import Line

_DAY: Final = r"20\d\d[-/年.]\d{1,2}[-/月.]\d{1,2}日?(?:\d{1,2}:\d{2}(?::\d{2})?)?"
_CLOCK: Final = r"20\d\d(?P<mark>[-/.])\d{1,2}(?P=mark)\d{1,2}(?:\d{1,2}:\d{2}(?::\d{2})?)?"
"""As pages write a day, and no text does."""
_BELOW: Final = (
    r"20\d\d[年\-/.]|今年|本年|按照|根据|为|自|在|中共|[省市区县镇乡街我全本]|一、|第一|[壹1][、.]|\(一\)|主要|党政|推进法治|工作(?:开展|推进|回顾|总结|情况)|目录|各|现[将就]|以来|近年"
    r"|(?:信息|稿件|文章)?(?:来源|发布|更新|成文|公开|日期|时间|索引号|浏览|字体|字号|阅读|点击|作者|打印|【|\[)"
)
"""What stands below a title: the page's own lines, who is addressed, the report."""
_LEAF: Final = (
    r"(?:法治政府建设(?:年度)?(?:报告|年报|情况)?|法治(?:政府|建设|工作)|依法行政|(?:政务|信息|政府信息|主动|法定主动)公开(?:内容)?"
    r"|(?:通知|公示|公告|通告){1,2}|(?:工作|年度|总结)(?:报告|总结)|年报|报告|总结|(?:工作|政务|街道|乡镇|镇街|部门|单位)动态"
    r"|(?:规划|计划|工作)?(?:计划|总结)|乡镇|镇街|街道|重点领域信息公开|行政执法公示|其他(?:文件|公文)?|公文|文件|正文|详情|内容)"
)
"""What the last room of a site is called, behind 首页>政务公开>."""
_CRUMBS: Final = (
    rf"(?:今天是20\d\d年\d{{1,2}}月\d{{1,2}}日(?:星期|周).)?"
    rf"(?:(?:您|你)?(?:现在|当前)?(?:所在)?(?:的)?位置:?)?"
    rf"(?:[\u4e00-\u9fff]{{2,16}}[>»›]){{1,8}}{_LEAF}(?![>»›])"
)
_SITE: Final = re.compile(rf"{_CRUMBS}|.{{0,60}}(?:\.com|\.cn|\.net)")
_PATH: Final = re.compile(r"(?:[^。;:>»›]{0,12}:)?(?:[\u4e00-\u9fff]{2,16}[>»›]){1,8}")
_LONGEST_LEAF: Final = 24
_TITLE: Final = re.compile(
    r"[^。;>»《]{2,60}?(?:法治(?:政府)?建设|法治政府|依法行政|依法治[省市县区镇乡理]|法治工作)"
    rf".{{0,24}}?(?:报告|总结)(?={_BELOW})"
)
_WHO: Final = r"(?:(?:信息|稿件|文章)?来源|(?:发布|发文|公开)(?:机构|单位)|作者|(?:责任)?编辑)"
_WHAT: Final = (
    r"(?:(?:信息)?(?:发布|发文|更新|成文|生成|公开)(?:时间|日期)|日期|时间|索引号|文号"
    r"|(?:信息|文件|公文|文章)?(?:标题|名称)"
    r"|(?:浏览|阅读|点击)(?:次数|数|量|率)?|字体|字号|打印(?:本页)?|关闭(?:窗口)?|分享(?:到)?)"
)
_UNIT: Final = (
    r"[\u4e00-\u9fff]{2,20}?(?:人民政府(?:办公室)?|办事处|委员会|镇|乡|街道|局|办|网|站|中心)"
    rf"(?={_WHO}|{_WHAT}|{_BELOW})"
)
_BYLINE: Final = re.compile(
    rf"(?:[【\[(|]?(?:{_WHO}[】\])]?:?(?:{_UNIT})?"
    rf"|{_WHAT}[】\])]?:?(?:{_DAY}|\d+(?![\d\-/])次?|\[?大中小\]?|[a-z0-9][a-z0-9\-/]{{4,40}})?"
    rf"|{_CLOCK})[】\])|]?){{1,16}}"
)
_DATED: Final = re.compile(
    rf"[^。;:]{{4,60}}法治[^。;:]{{0,24}}(?:报告|总结|汇报|情况)(?P<day>[\[(]?{_DAY}[\])]?)"
)
"""A title with the day of the page behind it."""
_ENTRY: Final = re.compile(r"[^。;…]{3,60}(?:…+|\.{4,}|·{4,})\d{1,3}")
_CONTENTS: Final = re.compile(f"目录(?:{_ENTRY.pattern}){{2,40}}")
"""Its entries end in leaders and the number of a page."""
_HEAD: Final = 1200
"""Characters in which the head of a page ends."""


def cut_title(line: Line, text: str) -> list[Line]:
    """The head of a page that came as one line: what the site says above and below the title, the
    title, and the text; a title and the day behind it."""
    head = line.shadow[:_HEAD]
    if dated := _DATED.fullmatch(head):
        return line.cut([0, dated.start("day"), len(line.shadow)], text)
    edges = [0]
    for part in (_SITE, _BYLINE, _TITLE, _BYLINE, _CONTENTS):
        found = part.match(head, edges[-1])
        if part is _SITE and found is None:
            edges += _behind_path(line, head)
            continue
        if found is None and part is _TITLE:
            return [line]
        if found is not None:
            if part is _CONTENTS:
                edges += [entry.end() for entry in _ENTRY.finditer(head, *found.span())]
            edges.append(found.end())
    return line.cut(sorted({*edges, len(line.shadow)}), text)


def _behind_path(line: Line, head: str) -> list[int]:
    """Where the path of a page ends whose last room is called as no other, by the white space
    behind it: 首页>政务公开>青棠县水务局 青棠县水务局2023年…"""
    if (path := _PATH.match(head)) is None:
        return []
    ends = range(path.end() + 2, min(path.end() + _LONGEST_LEAF, len(head)))
    return [at for at in ends if line.offsets[at] - line.offsets[at - 1] > 1][:1]
