"""Whether a document is a report on law-based government, by what it says and is called."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from tuibrowser.model.document import Document
from tuibrowser.parsing.lines.masthead import Masthead
from tuibrowser.parsing.lines.source import Line
from tuibrowser.parsing.outline.bodies import Outline
from tuibrowser.text.fold import squash

# Code, not lexicon: the regulation names the report and its parts so.
SUBJECT: Final = "法治|法制|依法行政|依法治|依法全面履行"
"""What these reports are about, as a part of patterns."""
_SAYS_SUBJECT: Final = re.compile(SUBJECT)
_SUBJECT_EVERY: Final = 300
"""Characters in which a report says it once at least: the five real ones in 40 to 60, a town's
report on all its work in a thousand."""
_REGULATION: Final = re.compile("主要举措[和及与、]成效|第一责任人")
_PRESENTED: Final = re.compile(
    rf"现[将就把][^。;]{{0,40}}(?:{SUBJECT})[^。;]{{0,24}}(?:情况|工作|报告|总结)[^。;]{{0,16}}如下"
)
_CALLED: Final = re.compile(
    rf"(?:{SUBJECT})(?!.*(?:通知|方案|要点|办法|意见|模板|计划|考核|名单|清单|讲话))"
    ".*(?:报告|总结|汇报|情况|自查)"
)
FIELDS: Final = tuple(
    map(
        re.compile,
        (
            "执法|行政处罚|双随机", "调解", "普法|法治宣传", "行政复议|应诉",
            "合法性审[查核]|法律顾问", "规范性文件|行政决策", "信访",
            "(?:政务|信息)公开", "行政审批|政务服务",
        ),
    )
)  # fmt: skip
"""The fields of work that they tell of."""
_AIMS: Final = tuple(
    map(
        re.compile,
        (
            "法治政府",
            "法治建设",
            "依法行政",
            "习近平法治思想",
            "依法治[省市县区镇乡]",
            "第一责任人",
        ),
    )
)
"""What all of them are for, of which other papers name one or two in passing."""
FEWEST_FIELDS: Final = 2
"""Of the fields of these reports so many are told of in what goes on from pages that are missing;
a paper on one of them is another paper."""
_MOST_FIELDS: Final = 5
"""Of the fields and aims so many in a short text are told of together in no other paper."""
_FIELD_EVERY: Final = 150
"""Characters in which a draft without headings tells of one more of them."""
FEWEST_PARTS: Final = 2
"""Of the five parts a report has so many under headings of their own, where only its file's name
or its page's title says what it is."""

HEADED: Final = re.compile(r"[一二三四五六七]、|\([一二三四五六七]\)")
"""How headings of a report are numbered; those of a covering letter seldom are."""
_OTHER_PAPER: Final = re.compile(
    r"(?:通知|方案|要点|意见|办法|(?<!工作)计划|简讯|快讯|简报|公告|通报|纪要|讲话稿?|主持词|发言稿?|细则|规则|章程|规划|清单|批复|请示"
    r"|模板|名单|倡议书|承诺书|责任书|课件|试题|(?:推进|座谈|动员|部署|启动|交流|工作)会|培训班|启动仪式)$"
)
"""What the name of another paper ends in, and the head of a news item."""
_LONGEST_NAME: Final = 60


def is_report(document: Document, head: Masthead, outline: Outline, lines: Sequence[Line]) -> bool:
    """Whether its title says so, or the regulation's own wording, or the sentence that presents it,
    or its name and its parts, or first-level headings and how often it speaks of the subject, or
    most of its fields side by side; or whether it is the rest of one, which begins amid a count."""
    if head.title:
        return True
    titles = [heading.title for heading in outline.headings if heading.level == 1]
    if any(_REGULATION.search(title) for title in titles):
        return True
    if titles and any(_PRESENTED.search(line.shadow) for _, line in outline.opening):
        return True
    if _is_called_so(document) and count_parts(outline) >= FEWEST_PARTS:
        return True
    if _is_called_otherwise(lines):
        return False
    if _goes_on(outline, lines):
        return True
    length = sum(len(line.shadow) for line in lines)
    subject = sum(len(_SAYS_SUBJECT.findall(line.shadow)) for line in lines)
    # What only these reports say together, and a town's work report once in many pages.
    duty = any("第一责任人" in line.shadow for line in lines)
    if duty and any("习近平法治思想" in line.shadow for line in lines):
        return subject * 3 * _SUBJECT_EVERY >= length
    fields, aims = count_told(FIELDS, lines), count_told(_AIMS, lines)
    are_many = fields + aims >= _MOST_FIELDS or min(fields, aims) >= FEWEST_FIELDS
    if length <= (fields + aims) * _FIELD_EVERY and are_many:
        return True
    presented = any("现将" in line.shadow for _, line in outline.opening)
    return subject * _SUBJECT_EVERY >= length and bool(titles or presented)


def _is_called_otherwise(lines: Sequence[Line]) -> bool:
    """Whether its first line is the name of another paper, which may be on the same subject."""
    name = lines[0].shadow if lines else ""
    is_name = len(name) <= _LONGEST_NAME and not HEADED.match(name)
    return is_name and _OTHER_PAPER.search(name) is not None


def _goes_on(outline: Outline, lines: Sequence[Line]) -> bool:
    """Whether its first heading is a later one of a list, and it is on the fields of a report."""
    if not outline.headings or (outline.headings[0].ordinal or 0) < 2 or outline.opening:
        return False
    return count_told(FIELDS, lines) >= FEWEST_FIELDS


def count_told(words: Sequence[re.Pattern[str]], lines: Sequence[Line]) -> int:
    """How many of ``words`` the text says."""
    return sum(any(it.search(line.shadow) for line in lines) for it in words)


def _is_called_so(document: Document) -> bool:
    names = (document.name.rpartition(".")[0], document.stated.title)
    return any(name and _CALLED.search(squash(name)) for name in names)


def count_parts(outline: Outline) -> int:
    """How many of the five parts have a first-level heading of their own."""
    kinds = zip(outline.headings, outline.kinds, strict=True)
    return len({kind for heading, kind in kinds if kind and heading.level == 1})
