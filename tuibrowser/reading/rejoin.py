"""Paragraphs that a page's end or a stray line break tore in two are made whole again.

Lines that a right margin ended throughout a text are left to the parser, which knows widths. The
words stand here and in no lexicon: what a file says may not depend on what a person added there,
or it would have to be read again.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tuibrowser.reading.pages import page_lines

_ENDS = tuple("。；;：:！!？?…”’」』）)】》>|")
_OPEN_END = re.compile(r"(?:[，,、（(《“「和与及]|[^，。；]{6}的)$")
# No line of Chinese begins with these.
_CLOSERS = "，。；：、！？）》”」』"
# Nor with these words, but for those that are of another word: 和谐, 及时, 等级.
_GLUE = re.compile(
    r"的(?!确)|和(?![谐平睦解美顺善气好])|以?及(?![时格早第])|等(?:[，,、。；]|工作|活动|方式|形式|[^级候待]{2,6}[，,。；])"
)
# 进度，由… goes on where the line above broke off; 目前，… begins.
_REST_OF_WORD = re.compile(
    r"(?!(?:目前|其中|同时|此外|今年|去年|当年|次年|年初|年内|年中|年末|年底|近年|首先|其次|再次"
    r"|最后|另外|总之|当前|会上|会后|期间|为此|因此|对此|据此|如今|近日|日前|全年|随后|然而|但是"
    r"|不过|一方|尤其|特别|截至|截止|[全我本][市县区镇乡局]|各[村站]))"
    r"[\u4e00-\u9fff]{2}[,，]"
    r"|(?:的|工作|建设|情况|制度|机制|职责|责任|能力|水平|作用)(?!中|上|方面|要|是|人)[^。]{0,6}[，,。；;]"
)
_BEGINS = re.compile(
    r"[\s#|\-•·●■◆★※【\[]|第?[一二三四五六七八九十]{1,3}[、.．，,是要部章]"
    r"|[（(][一二三四五六七八九十\d]|[①-⑳㈠-㈩⑴-⒛]|\d{1,2}[、.．]"
    r"|首先|其次|再次|最后|附件|抄送|来源|20\d\d[-/年]"
)
_HEADS_OR_LISTS = re.compile(rf"\s*(?:附|抄|{_BEGINS.pattern})")
# Words that no line break parts unless it parts a sentence.
_WHOLE = (
    "法治政府建设", "法治建设", "第一责任人", "主要负责人", "责任人职责", "职责情况", "依法行政",
    "行政执法", "举措和成效", "不足和原因", "需要报告的", "报告的情况", "矛盾纠纷", "法治思想",
    "人民政府", "下一年度", "年度报告", "主要举措", "主要安排",
)  # fmt: skip
# What a page may begin below: a heading of one clause or two, or a line that is too short to tell.
_HEADING = re.compile(r"\s*(?:[^，,。；;\d]{1,30}|[^，,。；;\d]{2,24}[，,][^，,。；;\d]{2,24})$")
# What stands below such a line is its text: 存在的不足和原因 above 工作力度还需加大，….
_ITEM = re.compile(
    r"^[^，,。；;]{0,24}(?:不足|问题|短板|差距|困难|环节|原因|成效|举措|做法|安排|打算|计划|思路|情况)$"
)
_FEWEST_LINES = 12
_WRAPPED = 0.4
_SHORTEST_WRAPPED = 15


def rejoin(text: str) -> str:
    """``text`` without page numbers and running heads, its torn paragraphs on one line each."""
    lines = text.split("\n")
    dropped = page_lines(lines)
    wrapped = _is_wrapped(lines)
    kept: list[list[str]] = []  # of each line its pieces
    blank: list[str] = []
    page_ended = False
    for index, line in enumerate(lines):
        if index in dropped:
            page_ended = True
        elif not line.strip():
            blank.append(line)
        else:
            above = kept[-1] if kept else []
            adjoins = above and not wrapped and (page_ended or not blank)
            if adjoins and _goes_on(above, line, page_ended):
                above[-1] = above[-1].rstrip()
                above.append(line)
            else:
                torn = page_ended and wrapped and above and not above[-1].rstrip().endswith(_ENDS)
                kept += [*([it] for it in blank if not torn), [line]]
            page_ended, blank = False, []
    return "\n".join(["".join(pieces) for pieces in kept] + blank)


def _goes_on(above: Sequence[str], below: str, page_ended: bool) -> bool:
    """Whether a paragraph whose pieces are ``above`` goes on in ``below``."""
    if _BEGINS.match(below):
        return False
    end = above[-1][-64:].rstrip()
    if not end or end.endswith(_ENDS):
        return False
    if below[0] in _CLOSERS or _GLUE.match(below) or _OPEN_END.search(end):
        return True
    if _is_within_word(end, below):
        return True
    if page_ended:
        return len(above) > 1 or not _HEADING.match(above[0])
    return (
        bool(_REST_OF_WORD.match(below))
        and not _HEADS_OR_LISTS.match(above[0])
        and not _ITEM.search(end)
    )


def _is_within_word(end: str, below: str) -> bool:
    seam = end[-6:] + below[:6]
    at = len(end[-6:])
    return any(0 <= (found := seam.find(word)) < at < found + len(word) for word in _WHOLE)


def _is_wrapped(lines: list[str]) -> bool:
    """Whether lines end amid sentences throughout, as those of mails and PDFs do."""
    full = [line.strip() for line in lines if len(line.strip()) >= _SHORTEST_WRAPPED]
    if len(full) < _FEWEST_LINES:
        return False
    open_ends = sum(not line.endswith(_ENDS) for line in full)
    return open_ends > len(full) * _WRAPPED
