"""Head and tail of a report: furniture, title, salutation, signature and their dates.

Works on paragraphs (:mod:`tuibrowser.parsing.lines.source`) and gives each its role that is not
body.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from tuibrowser.lexicon.load import Lexicon
from tuibrowser.parsing.identity.furniture import COVER, HEAD_LINES, is_body, take_furniture
from tuibrowser.parsing.identity.issuer import title_names
from tuibrowser.parsing.identity.tails import take_letter, take_tail, titles_report
from tuibrowser.parsing.identity.titles import DOCUMENT_NUMBER, SALUTATION, take_title
from tuibrowser.parsing.lines.dates import find_day
from tuibrowser.parsing.lines.masthead import Masthead
from tuibrowser.parsing.lines.numbering import POINT
from tuibrowser.parsing.lines.signatures import (
    REPORTER,
    REPORTER_KEY,
    is_dated,
    is_signer,
    signs_with_day,
)
from tuibrowser.parsing.lines.source import Line

# Code, not lexicon: who is addressed and who speaks is told by the form of the line.
# The same where its colon was lost.
_ADDRESSEE = re.compile(
    r"^(?![—–―-])(?:[市县区旗州省盟镇乡]|[^。,;:、\d]{2,10}(?=[县市区旗州盟省]))[^。,;:\d]{0,10}(?:委|政府|[局厅]|司法局|办公室|人大|依法治.办)$"
)
# Below a title that names nobody, 云川县审计局 is who reports; 县司法局 and 云川县委 are addressed.
_REPORTER_ALONE = re.compile(
    r"^(?![市县区旗州省盟镇乡])(?!.*(?:人大|依法治.办|[省市州盟县区旗]委)$).{4,}"
)
# ——在云川区第三届人大常委会第五次会议上; 云川区副区长 某某.
_SPEAKER = re.compile(
    r"^[—\-]{1,4}[^。]{4,50}(?:会议?|会议?上)(?:\([^()]*\))?$"
    r"|^(?!.*(?:履职|职责))[^。,;:、\d]{0,24}(?:[区县市镇乡州旗盟省]长|主任|书记|局长|厅长|专员|主席|负责人)[^。,;:、\d]{0,6}$"
    # 镇党委副书记、镇长 某某; 党委书记、镇长带头学法 tells.
    r"|^(?!.*(?:履职|职责|带头|亲自|学法|述法))(?:[^。,;:、\d]{0,20}(?:书记|主任|主席|主委|委员|常委|成员|组长|[局厅区县市镇乡科处所院会]长|局级)、){1,3}"
    r"[^。,;:、\d]{0,24}(?:[区县市镇乡州旗盟省局厅所队院会科处]长|主任|主席|书记|专员|负责人)[^。,;:、\d]{0,4}$"
)
_SHORTEST_LETTER = 2
_MOST_BETWEEN = 4
"""Lines between a letter's day and the title of what it covers: who to ask, a page's end."""
_DAY_OF_WRITING = re.compile(r"^\((?=20\d\d|二).{6,12}\)$")


def read_masthead(
    lines: Sequence[Line], text: str, lexicon: Lexicon, contents: Iterable[int] = ()
) -> Masthead:
    """Give every paragraph that is not body its role, and read title and dates.

    ``contents`` are the indices of a table of contents.
    """
    head = Masthead(dict.fromkeys(contents, "furniture"))
    take_furniture(head, lines, text, lexicon)
    body = _body_start(lines, head)
    take_title(head, lines[:body], text, lexicon)
    _take_rest_of_head(head, lines[:body], lexicon)
    _take_bylines(head, lines[:body])
    take_tail(head, lines, lexicon)
    take_letter(head, lines)
    return head


def _body_start(lines: Sequence[Line], head: Masthead) -> int:
    """Index of the first paragraph that can no longer be head."""
    letter = _letter_end(lines)
    for index, line in enumerate(lines[:HEAD_LINES]):
        if index in head.roles or index < letter:
            continue
        if is_body(line) or POINT.match(line.shadow):
            return index
    return min(len(lines), HEAD_LINES)


def _letter_end(lines: Sequence[Line]) -> int:
    """Index of the title of the report that a letter, signed and dated, covers; 0 without one."""
    for index in range(_SHORTEST_LETTER, min(len(lines), HEAD_LINES) - 1):
        if is_signer(lines[index].shadow) and is_dated(lines, index):
            below = range(index + 2, min(index + 2 + _MOST_BETWEEN, len(lines)))
            return next((at for at in below if titles_report(lines[at].shadow)), 0)
    return 0


def _take_rest_of_head(head: Masthead, lines: Sequence[Line], lexicon: Lexicon) -> None:
    is_nameless = not (head.title_line and any(title_names(head.title_line.shadow, lexicon)))
    for index, line in enumerate(lines):
        if index in head.roles:
            continue
        below_title = bool(head.titles) and index > head.titles[0][-1]
        addressed = (
            below_title
            and _ADDRESSEE.match(line.shadow)
            and not is_dated(lines, index)
            and not _is_addressed_below(lines, index)
            and not _stands_below_key(lines, index)
            and not (is_nameless and _REPORTER_ALONE.match(line.shadow))
        )
        if SALUTATION.match(line.shadow) or addressed:
            head.roles[index] = "lead"
            head.salutations.append(line)
        elif below_title and _SPEAKER.match(line.shadow):
            head.roles[index] = "lead"
        elif (
            (below_title and line.shadow in lexicon.below_title)
            or DOCUMENT_NUMBER.match(line.shadow)
            or COVER.match(line.shadow)
        ):
            head.roles[index] = "furniture"
            if below_title and _DAY_OF_WRITING.match(line.shadow):
                head.date = head.date or find_day(line.shadow)


def _is_addressed_below(lines: Sequence[Line], index: int) -> bool:
    """Whether the line below addresses somebody: then it is who reports that stands above it."""
    below = lines[index + 1].shadow if index + 1 < len(lines) else ""
    return below.endswith(":") and "如下" not in below


def _stands_below_key(lines: Sequence[Line], index: int) -> bool:
    return index > 0 and bool(REPORTER_KEY.match(lines[index - 1].shadow))


def _take_bylines(head: Masthead, lines: Sequence[Line]) -> None:
    below = head.titles[0][-1] if head.titles else len(lines)
    for index, line in enumerate(lines):
        if head.roles.get(index) not in {None, "furniture"}:
            continue
        keyed = _stands_below_key(lines, index) and is_signer(line.shadow.strip("|"))
        if keyed:
            head.roles[index - 1] = "furniture"
        named = keyed or REPORTER.match(line.shadow)
        signed = is_signer(line.shadow) or signs_with_day(line.shadow)
        if named or (index > below and index not in head.roles and signed):
            head.roles[index] = "furniture"
            head.bylines.append(line)
            told = lines[index + 1] if is_dated(lines, index) else line
            head.date = head.date or find_day(told.shadow)
