"""Head and tail of a report: web page furniture, title, salutation, signature and their dates.

Works on paragraphs (:mod:`tuibrowser.parsing.lines`) and gives each that is not body its role.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from tuibrowser.lexicon.load import Lexicon
from tuibrowser.model.terms import Role
from tuibrowser.parsing.chain import HAN
from tuibrowser.parsing.dates import YEAR, find_day
from tuibrowser.parsing.lines import Line, join
from tuibrowser.parsing.names import government
from tuibrowser.parsing.numbering import MARKER, POINT
from tuibrowser.text.fold import fold

_TITLE_END = r"(?:报告|总结|汇报|情况|年报|总结材料|自查)(?:\([^()]{1,20}\))?[|。]?$"
_SUBJECT = r"(?:法治|法制|依法行政|依法治)"
_TITLE = re.compile(rf"^(?!.*(?:现[将就]|如下|[。;!?]\S)).*{_SUBJECT}.*{_TITLE_END}")
_TITLE_PART = re.compile(
    r"法治|法制|关于|年度|报告|总结|(?:人民政府|办事处|[镇乡县区市州盟旗街团局厅委会部办院队所站室馆]|中心|苏木|街道|行政公署|新城|[农林]场)$"
    r"|^\(.{1,20}\)$"
)
TITLE_YEAR = re.compile(r"^(?:20\d\d年?度?|二[〇○零].{2}年度?)")
AFTER_ISSUER = re.compile(
    rf"关于|20\d\d年|20\d\d(?=法)|二[〇○零]..年|推进{_SUBJECT}|{_SUBJECT}|年度|贯彻|全面|加强|落实|履行|开展|工作"
)
_TAG = re.compile(r"^[\[【(<][^\[\]【】()<>《》\d]{1,12}[\]】)>](?=.)")
# A line of nothing but Han that may be the first half of a name; a government's is a banner.
_BEGINNING = re.compile(rf"^[{HAN}]{{2,20}}(?<!政府)$")
_TITLE_ROW = re.compile(r"(?:标题|名称)[\]】]?[:|]*(?P<title>[^|:]{8,90})")
_QUOTED = re.compile(r"^《([^《》]+)》$")
_LONGEST_TITLE = 90
_LONGEST_TITLE_LINE = 60
_LONGEST_PAGE_NAME = 40
_MOST_TITLE_LINES = 4
_HEAD_LINES = 40

_SALUTATION = re.compile(
    r"^(?!.*(?:现[将就对]|如下))[^。;]{1,48}(?:委|府|局|办|大|会|组|办公室|常委会|领导)[^。;,]{0,8}:$"
)
# The same where its colon was lost.
_ADDRESSEE = re.compile(
    r"^(?:[市县区旗州省盟镇乡]|[^。,;:、\d]{2,10}(?=[县市区旗州盟省]))[^。,;:\d]{0,10}(?:委|政府|[局厅]|司法局|办公室|人大|依法治.办)$"
)
# ——在云川区第三届人大常委会第五次会议上; 云川区副区长 某某.
_SPEAKER = re.compile(
    r"^[—\-]{1,4}[^。]{4,50}(?:会议?|会议?上)(?:\([^()]*\))?$"
    r"|^[^。,;:、\d]{0,24}(?:[区县市镇乡州旗盟省]长|主任|书记|局长|厅长|专员|主席|负责人)[^。,;:、\d]{0,6}$"
)
_PAGE_WORD = re.compile(
    r"^(?:主动公开|依申请公开|不予公开|公开|有效|现行有效|全文|正文|目录|征求意见稿)$"
)
_DOCUMENT_NUMBER = re.compile(r"^[^。,]{1,16}[〔\[(﹝【]20\d\d[〕\])﹞】](?:第)?\d{1,4}号?$")
_COVER = re.compile(
    r"^(?:\(?20\d\d年?\d{0,2}月?(?:\d{1,2}日?)?\)?|\d{4,6}|[|\-—_=*·.•]+|-?\d{1,3}-?|第?\d{1,3}页?)$"
)
_BODY_LENGTH = 60

SIGNER = re.compile(
    r"^(?P<name>(?:中共)?[^。;!?:,\d、()]{2,50}(?:人民政府|政府|行政公署|委员会|委|党委|办事处|党工委|工委|街道|[镇乡县区市旗盟街团师]|苏木"
    r"|[局厅署部院站所办馆]|大队|支队|总队|中心|分局|办公室|管委会|新城|农场|林场|园区"
    r"|(?:联合|红十字|工|协|学)会|妇联|残联|联合社|供销社|海关))"
    r"(?:\(?(?:盖章|签章|章|公章)\)?)?(?=$|20\d\d|二[〇○零])"
)
# 填报单位（盖章）：云川市民政局
_REPORTER = re.compile(
    r"^(?:填报|报送|报告|编报|上报|编制|呈报)(?:单位|机关)(?:名称)?(?:\([^()]{1,4}\))?:?(?=.{3})"
)
_DATE_LINE = re.compile(
    r"^(?:\(?20\d\d[年\-/.](?:\d{1,2}|元)[月\-/.](?:\d{1,2}(?:日|号)?)?\)?|二[〇○零oO0].{2}年.{1,2}月(?:.{1,3}日)?|20\d\d年\d{1,2}月)$"
)
_CLOSING = re.compile(r"^(?:特此(?:报告|汇报)|专此报告|以上报告|妥否|此报告?)[^。]{0,16}[。.!]?$")
# • 2025-01-30 20:57, alone on its line. In brackets below a title it is the day of writing.
_BARE_DAY = re.compile(
    r"^[\s•·*\-\[【]*20\d\d\s*[年\-/.]\s*\d{1,2}\s*[月\-/.]\s*\d{1,2}日?\s*(?:(?:星期|周)[一二三四五六日天])?"
    r"\s*(?:\d{1,2}[:时]\d{1,2}分?(?::?\d{1,2}秒?)?)?[\s|\]】]*$"
)
_SPACED = re.compile(rf"(?<=[{HAN}])\s+(?=[{HAN}]{{0,1}}\s*:)")
# [ 2024-01-11 ] 阅读：12
_DAY_FIRST = re.compile(r"[\s•·*\-\[【]*20\d\d[-/年.]")
# 来源：石门乡 | 2024-02-01 10:00
_DAY_LAST = re.compile(
    r"(?:来源|作者|编辑|浏览|阅读|点击)\D{0,40}[\s|]20\d\d[-/年.]\d{1,2}[-/月.]\d{1,2}日?[\s\d:]*$"
)
_BANNER = re.compile("(?:星期|周)[一二三四五六日天]|今天|欢迎")
_DAY_OF_WRITING = re.compile(r"^\((?=20\d\d|二).{6,12}\)$")
# What the report itself is numbered by, beside lists of attachments.
_HEADS = frozenset({"part", "section", "chapter", "item"})
_ATTACHMENT = re.compile(r"^附(?:件|表|录)?[0-9一二三]{0,2}[:、.]?$|^附(?:件|表|录)")
_FEWEST_ABOVE = 3
"""Numbered lines above a signature from which on they are the report, not its covering letter."""
_MOST_TAIL_LINES = 24
_LONGEST_SIGNATURE = 70
_MOST_ATTACHMENTS = 8
# A sentence, long enough not to be (此件公开发布。).
_TEXT = re.compile(r"^.{12}[^。;]*[。;]")


def reporter(line: Line) -> tuple[int, int]:
    """Where in a byline the name stands."""
    named = _REPORTER.match(line.shadow)
    start = named.end() if named else 0
    signer = SIGNER.match(line.shadow[start:])
    return start, start + signer.end("name") if signer else len(line.shadow)


@dataclass(slots=True)
class Masthead:
    """What head and tail say, and the role of each paragraph they take, by its index."""

    roles: dict[int, Role] = field(default_factory=dict)
    title: str | None = None
    title_line: Line | None = None
    titles: list[range] = field(default_factory=list)
    """Paragraphs over which a title is spread, once for each time the page repeats it."""
    bylines: list[Line] = field(default_factory=list)
    """Who stands below the title, or behind 填报单位."""
    signers: list[Line] = field(default_factory=list)
    letters: list[Line] = field(default_factory=list)
    """Who signs, with a day below, above the report's own end: a covering letter."""
    salutations: list[Line] = field(default_factory=list)
    date: str | None = None
    published: str | None = None


def read_masthead(
    lines: Sequence[Line], text: str, lexicon: Lexicon, contents: Iterable[int] = ()
) -> Masthead:
    """Give every paragraph that is not body its role, and read title and dates.

    ``contents`` are the indices of a table of contents.
    """
    head = Masthead(dict.fromkeys(contents, "furniture"))
    _take_furniture(head, lines, text, lexicon)
    body = _body_start(lines, head)
    _take_title(head, lines[:body], text, lexicon)
    _take_rest_of_head(head, lines[:body])
    _take_bylines(head, lines[:body])
    _take_tail(head, lines, lexicon)
    _take_letter(head, lines)
    return head


def _is_furniture(line: Line, lexicon: Lexicon) -> bool:
    if len(line.shadow) > lexicon.furniture_longest:
        return False
    if lexicon.furniture.search(line.shadow):
        return True
    # 标    题  柳溪镇…: in a table that became lines only space parts key and value.
    key = lexicon.furniture_keys.match(line.shadow)
    return bool(
        key
        and key.end() < len(line.shadow)
        and line.offsets[key.end()] - line.offsets[key.end() - 1] > 1
    )


def _take_furniture(head: Masthead, lines: Sequence[Line], text: str, lexicon: Lexicon) -> None:
    published: list[tuple[int, str]] = []
    written: list[tuple[int, str]] = []
    for index, line in enumerate(lines):
        # A day alone is the page's where it stands above the body, else the signature's.
        bare = index < _HEAD_LINES and _BARE_DAY.match(fold(text[line.start : line.end]))
        if not (bare or _is_furniture(line, lexicon)) or _opens_body(line):
            continue
        if bare and (
            any(it not in head.roles and _is_body(lines[it]) for it in range(index))
            or (index and is_signer(lines[index - 1].shadow))
        ):
            continue
        head.roles[index] = "furniture"
        words = _SPACED.sub("", fold(text[line.start : line.end]))
        written += _days_after(lexicon.written_keys, words)
        for key in lexicon.written_keys:  # 成文日期 ends like 日期
            words = words.replace(key, "")
        published += _days_after(lexicon.published_keys, words)
        told = _DAY_FIRST.match(words) or _DAY_LAST.search(words)
        if (bare or (told and not _BANNER.search(words))) and (day := find_day(words)):
            published.append((len(lexicon.published_keys), day))
    if published:
        head.published = min(published)[1]
    if written:
        head.date = min(written)[1]


def _days_after(keys: Sequence[str], furniture: str) -> Iterator[tuple[int, str]]:
    """Days a furniture line announces, each with the rank of the key that announces it."""
    for rank, key in enumerate(keys):
        for match in re.finditer(
            rf"(?<![成效定生写止施行]){re.escape(key)}[\s\]】)|:]*", furniture
        ):
            if day := find_day(furniture[match.end() : match.end() + 20]):
                yield rank, day


def _is_body(line: Line) -> bool:
    return _opens_body(line) or (len(line.shadow) > _BODY_LENGTH and "。" in line.shadow)


def _opens_body(line: Line) -> bool:
    return bool(MARKER.match(line.shadow) and not line.shadow[0].isdigit())


def _body_start(lines: Sequence[Line], head: Masthead) -> int:
    """Index of the first paragraph that can no longer be head."""
    for index, line in enumerate(lines[:_HEAD_LINES]):
        if index in head.roles:
            continue
        if _is_body(line) or POINT.match(line.shadow):
            return index
    return min(len(lines), _HEAD_LINES)


def _take_title(head: Masthead, lines: Sequence[Line], text: str, lexicon: Lexicon) -> None:
    windows = [
        window
        for count in range(1, _MOST_TITLE_LINES + 1)
        for window in _windows(head, lines, count)
    ]
    titles = [
        _with_beginning(head, lines, window, _untagged(line, text), lexicon)
        for window in windows
        if (line := _joined_title(lines, window, text))
    ]
    if not titles:
        _take_title_of_row(head, lines, text)
        return
    # What names both issuer and year is the title; else the first that reads like one.
    window, line = min(
        titles, key=lambda title: (not _is_whole(title[1].shadow), title[0].start, len(title[0]))
    )
    head.title = "".join(text[line.start : line.end].split()).rstrip("|。")
    head.title_line = line
    _note_title(head, window)
    for other, again in sorted(titles, key=lambda title: -len(title[0])):  # pages repeat it
        if all(index not in head.roles for index in other) and _repeats(again.shadow, line.shadow):
            _note_title(head, other)
    for index in range(window.start):  # the page's own name and the like
        if len(lines[index].shadow) <= _LONGEST_PAGE_NAME and "。" not in lines[index].shadow:
            head.roles.setdefault(index, "furniture")


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
    if name is None or not any(
        level and level[1] <= length for level in (name.province, name.city, name.county)
    ):
        return window, line
    last = name.rest or name.township
    is_torn = bool(last and last[0] < length < last[1])
    if upper and (upper.rest or (upper.township and not is_torn)):
        return window, line  # somebody of its own
    return range(above, window.stop), whole


def _untagged(line: Line, text: str) -> Line:
    """A title without what a site hangs before it: [权威发布], 【年报】."""
    tag = _TAG.match(line.shadow)
    return line.piece(tag.end(), len(line.shadow), text) if tag else line


def _unquoted(line: Line, text: str) -> Line:
    """A title without the 《》 around all of it."""
    whole = _QUOTED.match(line.shadow)
    return line.piece(*whole.span(1), text) if whole else line


def _take_title_of_row(head: Masthead, lines: Sequence[Line], text: str) -> None:
    """Where no line is the title, the row of the page's table that gives it."""
    for index, line in enumerate(lines):
        if head.roles.get(index) != "furniture":
            continue
        for found in _TITLE_ROW.finditer(line.shadow):
            if _TITLE.match(found["title"]):
                title = _untagged(line.piece(*found.span("title"), text), text)
                head.title = "".join(title.written(text).split()).rstrip("|。")
                head.title_line = title
                return


def _take_letter(head: Masthead, lines: Sequence[Line]) -> None:
    """Who signs, with a day below, above the end: a covering letter comes before the report."""
    for index, (line, below) in enumerate(pairwise(lines)):
        # 2024-01-05 below a page's own name is the page's day.
        signed = is_signer(line.shadow) and _DATE_LINE.match(below.shadow)
        if signed and "年" in below.shadow and head.roles.get(index) in {None, "furniture"}:
            head.letters.append(line)
            head.roles[index] = head.roles[index + 1] = "signature"
            head.date = head.date or find_day(below.shadow)


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
    if any(_SALUTATION.match(part.shadow) or _DOCUMENT_NUMBER.match(part.shadow) for part in parts):
        return None
    # A complete title is not the first half of a longer one.
    if len(parts) > 1 and any(_TITLE.match(p.shadow) and _is_whole(p.shadow) for p in parts):
        return None
    line = join(parts)
    if len(line.shadow) > _LONGEST_TITLE or not _TITLE.match(line.shadow):
        return None
    # 2023年推进法治政府建设工作情况 is as likely the first heading.
    named = _is_whole(line.shadow) or line.shadow.startswith("关于")
    return line if named or not line.shadow.endswith("情况") else None


def _is_whole(title: str) -> bool:
    """Whether a title names both an issuer and a year."""
    cut = AFTER_ISSUER.search(TITLE_YEAR.sub("", title))
    return bool(YEAR.search(title) and cut and cut.start() >= 2)


def _repeats(again: str, title: str) -> bool:
    """Whether a line is the title once more; 2023年…工作情况 after …报告 may be a heading."""
    strip = re.compile(r"关于|年度?|人民政府|的|工作")
    one, other = strip.sub("", again), strip.sub("", title)
    return again[-2:] == title[-2:] and (one in other or other in one)


def _take_rest_of_head(head: Masthead, lines: Sequence[Line]) -> None:
    for index, line in enumerate(lines):
        if index in head.roles:
            continue
        below_title = bool(head.titles) and index > head.titles[0][-1]
        addressed = below_title and _ADDRESSEE.match(line.shadow) and not _is_dated(lines, index)
        if _SALUTATION.match(line.shadow) or addressed:
            head.roles[index] = "lead"
            head.salutations.append(line)
        elif below_title and _SPEAKER.match(line.shadow):
            head.roles[index] = "lead"
        elif (
            (below_title and _PAGE_WORD.match(line.shadow))
            or _DOCUMENT_NUMBER.match(line.shadow)
            or _COVER.match(line.shadow)
        ):
            head.roles[index] = "furniture"
            if below_title and _DAY_OF_WRITING.match(line.shadow):
                head.date = head.date or find_day(line.shadow)


def _take_bylines(head: Masthead, lines: Sequence[Line]) -> None:
    below = head.titles[0][-1] if head.titles else len(lines)
    for index, line in enumerate(lines):
        if head.roles.get(index) not in {None, "furniture"}:
            continue
        named = _REPORTER.match(line.shadow)
        if named or (index > below and index not in head.roles and is_signer(line.shadow)):
            head.roles[index] = "furniture"
            head.bylines.append(line)
            if _is_dated(lines, index):
                head.date = head.date or find_day(lines[index + 1].shadow)


def _is_dated(lines: Sequence[Line], index: int) -> bool:
    """Whether a day stands below, as it does below who signs."""
    return index + 1 < len(lines) and bool(_DATE_LINE.match(lines[index + 1].shadow))


def _take_tail(head: Masthead, lines: Sequence[Line], lexicon: Lexicon) -> None:
    """Signature and date, 特此报告 above them, attachments and page furniture below."""
    first = _tail_start(head, lines, lexicon)
    signed = [i for i in range(first, len(lines)) if _signs(lines[i].shadow)]
    attached = False
    for index in range(first, len(lines)):
        shadow = lines[index].shadow
        if head.roles.get(index) in {"title", "furniture"}:
            continue
        if _signs(shadow) or _CLOSING.match(shadow):
            head.roles[index] = "signature"
            head.date = head.date or find_day(shadow)
            if not _DATE_LINE.match(shadow) and not _CLOSING.match(shadow):
                head.signers.append(lines[index])
        elif (signed and index > signed[0]) or lexicon.tail.match(shadow) or _COVER.match(shadow):
            head.roles[index] = "furniture"
            attached = attached or shadow.startswith("附")
        elif attached:  # 附件: 1.… with 2.… on the next line
            head.roles[index] = "furniture"


def _tail_start(head: Masthead, lines: Sequence[Line], lexicon: Lexicon) -> int:
    """Index after the last paragraph of the body.

    What a page says below a signature is not to be foreseen (28 of 41 footers tried were in no list
    of words), so a government's name with a day below it ends the body, whatever follows.
    """
    if (attached := _above_attachment(lines)) is not None:
        return _above_signature(lines, attached, lexicon)
    lowest = max(len(lines) - _MOST_TAIL_LINES, 0)
    for index in range(lowest, len(lines) - 1):
        signer = SIGNER.match(lines[index].shadow)
        below = lines[index + 1].shadow
        dated = signer and (_DATE_LINE.match(below) or find_day(lines[index].shadow))
        if dated and _signs(lines[index].shadow) and not _goes_on(lines[index + 1 :]):
            return _above_signature(lines, index, lexicon)
    for index in range(len(lines) - 1, lowest - 1, -1):
        shadow = lines[index].shadow
        if index in head.roles or _signs(shadow) or _CLOSING.match(shadow):
            continue
        text = MARKER.match(shadow) or POINT.match(shadow) or _TEXT.search(shadow)
        if text and not shadow.startswith(("附", "(")):
            return index + 1
    return lowest


def _above_attachment(lines: Sequence[Line]) -> int | None:
    """Index of a signature with its day below which an attachment begins, numbered as it may be.

    A report that is attached to a covering letter is none: nothing numbered stands above.
    """
    numbered = 0
    for index in range(len(lines) - 2):
        marker = MARKER.match(lines[index].shadow)
        numbered += bool(marker and marker.lastgroup in _HEADS)
        if (
            numbered >= _FEWEST_ABOVE
            and is_signer(lines[index].shadow)
            and _DATE_LINE.match(lines[index + 1].shadow)
            and _ATTACHMENT.match(lines[index + 2].shadow)
        ):
            return index
    return None


def is_signer(shadow: str) -> bool:
    """Whether a line is a name that may sign and nothing else."""
    signer = SIGNER.match(shadow)
    return bool(signer and signer.end() == len(shadow))


def _goes_on(lines: Sequence[Line]) -> bool:
    """Whether the report has more to say: a numbered heading, not of an attachment's list."""
    markers = [MARKER.match(line.shadow) for line in lines]
    return any(m and m.lastgroup in _HEADS for m in markers)


def _above_signature(lines: Sequence[Line], index: int, lexicon: Lexicon) -> int:
    """The first line of what stands right above a signature: 特此报告, a list of attachments."""
    top = index
    for above in range(index - 1, max(index - _MOST_ATTACHMENTS, 0), -1):
        shadow = lines[above].shadow
        if _signs(shadow) or _CLOSING.match(shadow) or lexicon.tail.match(shadow):
            top = above
        elif not MARKER.match(shadow) or _TEXT.search(shadow):
            break
    return top


def _signs(shadow: str) -> bool:
    """Whether a line is a signature: a government, a day, or both."""
    if _DATE_LINE.match(shadow):
        return True
    signer = SIGNER.match(shadow)
    if not signer or len(shadow) > _LONGEST_SIGNATURE:
        return False
    rest = shadow[signer.end() :]
    return not rest or bool(_DATE_LINE.match(rest))
