"""The title of a report: the line or lines that read like one, or the row of a table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tuibrowser.lexicon.load import Lexicon
from tuibrowser.parsing.identity.names import government
from tuibrowser.parsing.lines.dates import YEAR, find_day, find_year
from tuibrowser.parsing.lines.masthead import Masthead
from tuibrowser.parsing.lines.numbering import BULLETS, HAN
from tuibrowser.parsing.lines.signatures import REPORTER
from tuibrowser.parsing.lines.source import Line, join
from tuibrowser.text.numerals import ZERO

# Code, not lexicon: the regulation names the report so, and papers of state have few kinds.
# …年度报告_云岭镇人民政府: pages put their names behind their titles.
_TITLE_END = (
    r"(?:报告[表书]?|[总小]结|汇报|情况|年报|[总小]结材料|汇报材料|自查)(?:\([^()]{1,20}\)|20\d\d年?度?)?(?:的?(?:公示|公告|通告|通知|函|请示))?"
    r"(?:[及和与暨]20\d\d年度?(?:工作|主要|重点|法治|政府|建设|的){0,4}(?:计划|打算|安排|思路|要点))?"
    rf"(?:[—_|丨·/-]{{1,2}}[{HAN}]{{1,20}}[镇乡道街县区市州盟旗府处局委会办心队厅部])?[|。]?$"
)
_SUBJECT = r"(?:法治|法制|依法行政|依法治)"
_TITLE = re.compile(
    rf"^(?!年(?!度报告[|丨┃·:—#★☆/》])|度)(?!.*(?:现[将就报汇]|如下|委托,|我谨?代表|[。;!?]\S)).*{_SUBJECT}.*{_TITLE_END}"
)
_TITLE_PART = re.compile(
    r"法治|法制|依法行政|关于|年度|报告|总结|20\d\d年?$|(?:人民政府|办事处|[镇乡县区市州盟旗街团局厅委会部办院队所站室馆处署]|[银支分]行|合作社|供销社|联合社|海关|[中小大]学|学[院校]|中心|苏木|街道|行政公署|新城|[农林]场|[一二三四五六七八九十]师)(?:\([^()]{2,20}\))?$"
    r"|^\(.{1,20}\)$"
)
TITLE_YEAR = re.compile(rf"^[\[【(〔]?(?:20\d\d年?度?|二[{ZERO}]..年度?)[\]】)〕]?")
AFTER_ISSUER = re.compile(
    rf"关于|20\d\d[-—~至]+(?=20\d\d)|20\d\d年|20\d\d(?=法)|二[{ZERO}]..年|推进{_SUBJECT}|{_SUBJECT}|年度|贯彻|全面|加强|落实|履行|开展|工作"
)
_TAG = re.compile(
    r"^[\[(【]?(?!关于)[^。,\[\](){}]{1,8}(?<![乡镇县])[〔\[(﹝【]20\d\d[〕\])﹞】]第?\d{1,4}号[\])】]?(?![文的精要])(?=.)|^(?:公示|公告|公开|要闻|图文|图解|转载|头条|附件\d?)[:|]"
    rf"|^[★☆◆●■※#]+(?=[{HAN}])|^[{HAN}]{{2,8}}(?<![镇乡道县区市州盟旗府局委厅办题称名])[:|丨┃·—#★☆/]+(?=[{HAN}].)|^《[{HAN}]{{2,8}}》(?=[{HAN}].)"
    r"|^[\[【(]20\d\d(?:[-/.年月]\d{1,2}){2}日?[\])】](?=.)|^[\[【(<〔〖『「〈][^\[\]【】()<>《》〔〕〖〗『』「」〈〉\d]{1,12}[\]】)>〕〗』」〉](?=.)"
)
_LAST_WORD = re.compile("^(?:的|工作|情况){0,3}(?:报告|总结|汇报)$")
_NOTHING_BUT_YEAR = re.compile(rf"^\(?(?:20\d\d|二[{ZERO}]..)年?度?\)?$")
# A line of nothing but Han that may be the first half of a name; a government's is a banner.
_BEGINNING = re.compile(rf"^[{HAN}]{{2,20}}(?<!政府)$")
_TITLE_ROW = re.compile(
    r"(?:标题|名称|题名|文件名|主题|公开事项)[\]】]?[:|]*(?P<title>[^|:]{8,90}?(?:报告|总结|汇报|年报|情况(?!的?(?:报告|总结|汇报))))"
    r"(?=$|[|\[【。(]|[^|:]{2,8}[:|])"
)
# 云岭镇2023年…年度报告_云岭镇人民政府: the page's own title, which pages name themselves behind.
_PAGE_TITLE = re.compile(
    r"^(?P<title>[^|_]{8,90}?(?:报告|总结|汇报|年报))[|_—-]{1,2}[^|_,。;]{2,24}(?:[|_—-][^|_,。;]{2,24}){0,3}$"
)
# ★《…年度报告》★, | …年度报告 |
_QUOTED = re.compile(rf"^[★☆※*#•·|{BULLETS}]*(?:《([^《》]+)》|(.+?))[★☆※*#•·|{BULLETS}]*$")
# 人民政府2023年…: whose it is stands above.
_ORGAN = re.compile("(?:人民政府|政府|办事处|管委会|管理委员会|党委|委员会)(?!办公室)")
# 云湾经济 over 技术开发区管理委员会2023年…
_IN_ZONE = re.compile("经济|技术|高新|产业|工业|开发区|管理|委员会|管委会|示范区|新区|园区|度假区")
# 报送2023年…, behind 关于 in the line above.
_SENT = re.compile("(?:报送|印发|公布|公开|上报|呈报)(?=20|二)")
# 报告年度 above 2023年 or beside it, in a table whose cells became lines.
_YEAR_KEY = re.compile(r"^(?:填报|报送|报告|编报|上报)(?:年度|年份)[:|]*(?:20\d\d年?度?)?$")
# A title that is said again may lack these.
_UNTELLING = re.compile(
    rf"20\d\d|二[{ZERO}]..(?=年)|关于|推进|年度?|人民政府|办事处|委员会|的|工作|情况(?!$)"
)
# …年度报告 above may be …工作总结 below.
_PAPER = re.compile("(?:报告|[总小]结|汇报|年报)$")
_NOTICE = re.compile("(?:公示|公告|通告|通知|函|请示)[|。]?$")
_LONGEST_TITLE = 90
_LONGEST_TITLE_LINE = 60
_LONGEST_PAGE_NAME = 40
_MOST_TITLE_LINES = 4
SALUTATION = re.compile(
    r"^(?!.*(?:现[将就对]|如下))[^。;]{1,48}(?:委|府|局|办|大|会|组|办公室|常委会|领导)[^。;,]{0,8}:$"
)
DOCUMENT_NUMBER = re.compile(r"^[^。,]{1,16}[〔\[(﹝【]20\d\d[〕\])﹞】](?:第)?\d{1,4}号?$")


def take_title(head: Masthead, lines: Sequence[Line], text: str, lexicon: Lexicon) -> None:
    """Find the title among the lines above the body."""
    windows = [
        window
        for count in range(1, _MOST_TITLE_LINES + 1)
        for window in _windows(head, lines, count)
    ]
    titles = [
        _with_beginning(head, lines, window, _untagged(line, text, lexicon), lexicon)
        for window in windows
        if (line := _joined_title(lines, window, text))
        and (_is_surely_title(line.shadow, lexicon) or head.roles.get(window.stop) == "furniture")
    ]
    if not titles:
        _take_title_of_row(head, lines, text, lexicon)
        return
    # What names both issuer and year is the title; else the first that reads like one.
    window, line = min(
        titles,
        key=lambda title: (
            # …报告的公示 stands above the report's own title, if that is there.
            bool(_NOTICE.search(title[1].shadow)),
            not _is_whole(title[1].shadow[2 * (lines[title[0].start].shadow == "关于") :]),
            title[0].start,
            len(title[0]),
        ),
    )
    window, line = _with_year_below(head, lines, window, line)
    head.title = "".join(text[line.start : line.end].split()).rstrip("|。")
    head.title_line = line
    tag = _TAG.match(lines[window.start].shadow)
    head.published = head.published or (find_day(tag[0]) if tag else None)
    _note_title(head, window)
    for other, again in sorted(titles, key=lambda title: -len(title[0])):  # pages repeat it
        if all(index not in head.roles for index in other) and _repeats(again.shadow, line.shadow):
            _note_title(head, other)
    for index in range(window.start):  # the page's own name and the like
        if len(lines[index].shadow) <= _LONGEST_PAGE_NAME and "。" not in lines[index].shadow:
            head.roles.setdefault(index, "furniture")


def _with_year_below(
    head: Masthead, lines: Sequence[Line], window: range, line: Line
) -> tuple[range, Line]:
    """A title without a year, with the paragraph below that is nothing but one: （2024年度）."""
    below = window.stop
    if find_year(line.shadow) or below >= len(lines) or below in head.roles:
        return window, line
    if not _NOTHING_BUT_YEAR.match(lines[below].shadow):
        return window, line
    return range(window.start, below + 1), join([line, lines[below]])


def _with_beginning(
    head: Masthead, lines: Sequence[Line], window: range, line: Line, lexicon: Lexicon
) -> tuple[range, Line]:
    """A title and its paragraphs, with the one above where that begins the name in it.

    云川市住房和城乡 over 建设局2023年…, 泽川市青棠县 over 石门乡2023年…: a name that is broken amid
    a word, or that lacks the level which the paragraph above ends with.
    """
    above = window.start - 1
    if above < 0 or above in head.roles or not _BEGINNING.match(lines[above].shadow):
        return window, line
    cut = AFTER_ISSUER.search(line.shadow)
    if not cut or not cut.start() or TITLE_YEAR.match(line.shadow):
        return window, line
    whole = join([lines[above], line])
    length = len(lines[above].shadow)
    upper = government(whole.shadow, 0, length, lexicon, strictly=True)
    name = government(whole.shadow, 0, length + cut.start(), lexicon, strictly=True)
    if name is None:
        return window, line
    last = name.rest or name.township
    is_torn = bool(last and last[0] < length < last[1])
    if not (is_torn and _IN_ZONE.match(line.shadow)) and not any(
        level and level[1] <= length for level in (name.province, name.city, name.county)
    ):
        return window, line
    of_branch = name.body is not None and name.body[1] == length  # …公安局 over 临水区分局
    if upper and not of_branch and (upper.rest or (upper.township and not is_torn)):
        return window, line  # somebody of its own
    return range(above, window.stop), whole


def _untagged(line: Line, text: str, lexicon: Lexicon) -> Line:
    """A title without what a site hangs before it: [权威发布], 【年报】; 【云岭镇】2024年… says
    whose it is."""
    while tag := _TAG.match(line.shadow):
        names_nobody = AFTER_ISSUER.match(line.shadow, tag.end())
        if names_nobody and government(line.shadow, 1, tag.end() - 1, lexicon, strictly=True):
            break
        line = line.piece(tag.end(), len(line.shadow), text)
    return line


def _unquoted(line: Line, text: str) -> Line:
    """A title without the 《》 or the signs around all of it."""
    whole = _QUOTED.match(line.shadow)
    return line.piece(*whole.span(whole.lastindex or 0), text) if whole else line


def _take_title_of_row(head: Masthead, lines: Sequence[Line], text: str, lexicon: Lexicon) -> None:
    """Where no line is the title, the row of the page's table that gives it."""
    for index, line in enumerate(lines):
        if head.roles.get(index) != "furniture":
            continue
        rows = [*_TITLE_ROW.finditer(line.shadow), *_PAGE_TITLE.finditer(line.shadow)]
        for found in rows:
            if _TITLE.match(found["title"]):
                title = _untagged(line.piece(*found.span("title"), text), text, lexicon)
                head.title = "".join(title.written(text).split()).rstrip("|。")
                # Who the page is of, where the title does not say whose it is.
                head.title_line = line if AFTER_ISSUER.match(title.shadow) else title
                return


def _note_title(head: Masthead, window: range) -> None:
    head.titles.append(window)
    head.roles |= dict.fromkeys(window, "title")


def _windows(head: Masthead, lines: Sequence[Line], count: int) -> Iterator[range]:
    for first in range(len(lines) - count + 1):
        window = range(first, first + count)
        if all(
            index not in head.roles
            and len(lines[index].shadow) <= (_LONGEST_TITLE if count == 1 else _LONGEST_TITLE_LINE)
            for index in window
        ):
            yield window


def _joined_title(lines: Sequence[Line], window: range, text: str) -> Line | None:
    parts = [_unquoted(lines[index], text) for index in window]
    if len(parts) > 1 and not all(_TITLE_PART.search(part.shadow) for part in parts[:-1]):
        return None
    none = (SALUTATION, DOCUMENT_NUMBER, REPORTER, _YEAR_KEY)
    if any(it.match(part.shadow) for it in none for part in parts):
        return None
    if window.stop < len(lines) and _LAST_WORD.match(lines[window.stop].shadow):
        return None  # …工作情况 over 报告
    # A complete title is not half of a longer one, unless the rest is but a word of it.
    is_only = _LAST_WORD.match(parts[-1].shadow) or parts[0].shadow == "关于"
    whole = [] if is_only else parts
    if len(parts) > 1 and any(_TITLE.match(p.shadow) and _is_whole(p.shadow) for p in whole):
        return None
    line = join(parts)
    is_title = len(line.shadow) <= _LONGEST_TITLE and _TITLE.match(line.shadow)
    return line if is_title else None


def _is_surely_title(title: str, lexicon: Lexicon) -> bool:
    """Whether ``title`` is no heading: 2023年推进法治政府建设工作情况 may be the first, unless
    it says whose it is."""
    if _is_whole(title) or title.startswith("关于") or not title.endswith("情况"):
        return True
    return _begins_with_name(title, lexicon)


def _begins_with_name(title: str, lexicon: Lexicon) -> bool:
    """Whether an issuer stands at the beginning of a title, or behind its year."""
    year = TITLE_YEAR.match(title)
    start = year.end() if year else 0
    cut = AFTER_ISSUER.search(title, start)
    return bool(cut and government(title, start, cut.start(), lexicon, strictly=True))


def _is_whole(title: str) -> bool:
    """Whether a title names both an issuer and a year."""
    cut = AFTER_ISSUER.search(TITLE_YEAR.sub("", title))
    named = cut and cut.start() >= 2 and not _ORGAN.match(title) and not _SENT.match(title)
    return bool(named and YEAR.search(title))


def _repeats(again: str, title: str) -> bool:
    """Whether a line is the title once more, its year before or behind who reports; 2023年…工作情况
    after …报告 may be a heading."""
    if (year := YEAR.search(again)) and (other := YEAR.search(title)) and year[1] != other[1]:
        return False
    if _is_whole(again):
        again, title = (_PAPER.sub("报告", it) for it in (again, title))
    one, other_words = (_UNTELLING.sub("", it).replace("法制", "法治") for it in (again, title))
    return again[-2:] == title[-2:] and (one in other_words or other_words in one)
