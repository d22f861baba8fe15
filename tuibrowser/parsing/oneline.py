"""Pages that lost their line breaks, cut into paragraphs and headings.

Time grows with the length of the line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tuibrowser.parsing.inner_headings import heading_ends, unnumbered
from tuibrowser.parsing.inner_numbers import FIRST, find_numbers
from tuibrowser.parsing.lines import Line
from tuibrowser.parsing.numbering import MARKER
from tuibrowser.parsing.seams import PageWords, names_item

# A page that came as one line is longer than any paragraph of it; 5,000 characters were seen.
_ONE_LINE_PAGE: Final = 400
_NUMBERS_OF_PAGE: Final = 3
"""Of two styles; a paragraph that counts has one."""
_LONGEST_HEADING: Final = 60
_YEAR: Final = re.compile(r"20\d\d年")
_MOST_OF_TEXT: Final = 0.8
_SHORTEST_PAGE: Final = 150
# A heading without marker, parted from its text by a space: 存在问题 …
_LOST_HEADING: Final = re.compile(r"^[^。;:!?、\d]{4,30}$")
_SIGNED: Final = re.compile(
    r"(?<=。)(?P<closing>特此报告。?)?(?P<name>[^。;,:]{2,40}(?:政府|委员会|办事处|党委|局))"
    r"(?P<day>20\d\d年\d{1,2}月\d{1,2}日|二[〇○零].{2}年.{1,2}月.{1,3}日|$)"
)
_CLOSING: Final = re.compile("(?<=。)特此报告。?$")
_LONGEST_TAIL: Final = 400
_DAY: Final = r"20\d\d[-/年.]\d{1,2}[-/月.]\d{1,2}日?(?:\d{1,2}:\d{2}(?::\d{2})?)?"
_BELOW: Final = (
    r"20\d\d年|今年|本年|按照|根据|为|自|在|中共|[省市区县镇乡街我全本]|一、|各|现[将就]|以来|近年"
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
    rf"(?:[\u4e00-\u9fff]{{2,16}}[>»›]){{1,8}}{_LEAF}"
)
_SITE: Final = re.compile(rf"{_CRUMBS}|.{{0,60}}(?:\.com|\.cn|\.net)")
_TITLE: Final = re.compile(
    r"[^。;>»]{2,60}?(?:法治(?:政府)?建设|法治政府|依法行政|依法治[省市县区镇乡理]|法治工作)"
    rf".{{0,24}}?(?:报告|总结)(?={_BELOW})"
)
_WHO: Final = r"(?:(?:信息|稿件|文章)?来源|(?:发布|发文|公开)(?:机构|单位)|作者|(?:责任)?编辑)"
_WHAT: Final = (
    r"(?:(?:信息)?(?:发布|发文|更新|成文|生成|公开)(?:时间|日期)|日期|时间|索引号|文号"
    r"|(?:浏览|阅读|点击)(?:次数|数|量|率)?|字体|字号|打印(?:本页)?|关闭(?:窗口)?|分享(?:到)?)"
)
_UNIT: Final = (
    r"[\u4e00-\u9fff]{2,20}?(?:人民政府(?:办公室)?|办事处|委员会|镇|乡|街道|局|办|网|站|中心)"
    rf"(?={_WHO}|{_WHAT}|{_BELOW})"
)
_BYLINE: Final = re.compile(
    rf"(?:[【\[(|]?(?:{_WHO}[】\])]?:?(?:{_UNIT})?"
    rf"|{_WHAT}[】\])]?:?(?:{_DAY}|\d+次?|\[?大中小\]?|[a-z0-9][a-z0-9\-/]{{4,40}})?)[】\])|]?){{1,16}}"
)
_HEAD: Final = 600
"""Characters in which the head of a page ends."""


def cut_title(line: Line, text: str) -> list[Line]:
    """The head of a page that came as one line: what the site says above and below the title, the
    title, and the text."""
    head = line.shadow[:_HEAD]
    edges = [0]
    for part in (_SITE, _BYLINE, _TITLE, _BYLINE):
        found = part.match(head, edges[-1])
        if found is None and part is _TITLE:
            return [line]
        if found is not None:
            edges.append(found.end())
    return line.cut(sorted({*edges, len(line.shadow)}), text)


def is_page(line: Line, whole: int) -> bool:
    """Whether ``line`` holds nearly all of a text of ``whole`` characters, as no paragraph does."""
    return len(line.shadow) >= max(whole * _MOST_OF_TEXT, _SHORTEST_PAGE)


def cut_page(line: Line, text: str, is_whole: bool = False) -> list[Line]:
    """The paragraphs and headings of a line that holds several; ``line`` alone if it is one.

    ``is_whole`` is for one that is known to be a page.
    """
    shadow = line.shadow
    numbers = list(find_numbers(line))
    chapters = sum(number.style in FIRST for number in numbers)
    styles = {number.style for number in numbers}
    nested = len(styles) > 1 and len(numbers) >= _NUMBERS_OF_PAGE
    if not is_whole and len(shadow) <= _ONE_LINE_PAGE and chapters < 2 and not nested:
        return [line]
    page = PageWords.of(shadow)
    cuts = {0, *(number.start for number in numbers)}
    ends = set(heading_ends(line, numbers, page))
    cuts |= ends
    # A long paragraph of a report in many is no page, whatever its sentences begin with.
    if is_whole or chapters or nested:
        for start, end in unnumbered(shadow, numbers, ends, page):
            cuts |= {start, end}
    cuts |= _gaps(line, cuts)
    cuts |= set(_tail(shadow))
    return line.cut([*sorted(cuts - {len(shadow)}), len(shadow)], text)


def _tail(shadow: str) -> Iterator[int]:
    """Where 特此报告, signature and what a page says below it begin."""
    lowest = max(len(shadow) - _LONGEST_TAIL, 0)
    if signed := list(_SIGNED.finditer(shadow, lowest)):
        last = signed[-1]
        yield from {last.start(), last.start("name"), last.end("day")}
    elif closing := _CLOSING.search(shadow, lowest):
        yield closing.start()


def _gaps(line: Line, cuts: set[int]) -> set[int]:
    """White space that parts paragraphs, a heading and its text, or what follows the last one."""
    shadow, offsets = line.shadow, line.offsets
    found = set[int]()
    last, last_stop = 0, shadow.rfind("。")
    for gap in (at for at in range(1, len(shadow)) if offsets[at] - offsets[at - 1] > 1):
        last = max([last, *(cut for cut in cuts if last < cut <= gap)]) if gap in cuts else last
        opened = MARKER.match(shadow[last : last + 12])
        heading = shadow[last:gap]
        if opened and _YEAR.match(shadow, gap) and names_item(heading):
            found.add(gap)  # 三、下一步打算 2025年…
            last = gap
            continue
        if shadow[gap - 1].isdigit() or (shadow[gap].isdigit() and not MARKER.match(shadow, gap)):
            continue  # 2024 年 as PDF readers space it
        if opened and gap == last + opened.end():
            continue  # 第二部分 stands apart from its own words
        if (shadow[gap - 1] + shadow[gap]).isascii() and shadow[gap - 1 : gap + 1].isalpha():
            continue  # two words of another language
        if (
            MARKER.match(shadow[gap : gap + 12])
            or shadow[gap - 1] in "。;!?"
            or gap > last_stop  # signature, attachments, footer
            or (opened and len(heading) <= _LONGEST_HEADING and "。" not in heading)
            or (not opened and _LOST_HEADING.match(heading) and shadow[last - 1] == "。")
        ):
            found.add(gap)
            last = gap
    return found
