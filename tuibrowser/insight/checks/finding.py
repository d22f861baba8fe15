"""What a check found: a kind, one sentence, and the words that it rests on."""

from __future__ import annotations

from typing import Final, Literal, NamedTuple, get_args

from tuibrowser.model.report import Report
from tuibrowser.text import quotation

FindingKind = Literal[
    "missing_part",
    "not_own_part",
    "sum",
    "part_exceeds",
    "rate_mismatch",
    "rate_over_100",
    "two_values",
    "leftover_year",
    "dated_event",
    "unit_type",
    "other_township",
    "same_as_last",
    "unchanged_figure",
    "same_elsewhere",
    "no_figures",
    "outdated_law",
    "blank",
    "personal_data",
    "no_signature",
    "late",
]
KINDS: Final[tuple[FindingKind, ...]] = get_args(FindingKind)

LABELS: Final[dict[FindingKind, str]] = {
    "missing_part": "缺少部分",
    "not_own_part": "未单列部分",
    "sum": "合计不符",
    "part_exceeds": "分项大于总数",
    "rate_mismatch": "比率不符",
    "rate_over_100": "比率超过100%",
    "two_values": "前后数据不一致",
    "leftover_year": "年份不符",
    "dated_event": "事件不在本年度",
    "unit_type": "单位类别不符",
    "other_township": "单位名称不符",
    "same_as_last": "与上年表述相同",
    "unchanged_figure": "与上年数据相同",
    "same_elsewhere": "与其他单位表述相同",
    "no_figures": "没有数据和具体做法",
    "outdated_law": "引用的文件已失效",
    "blank": "尚有空白未填",
    "personal_data": "含个人信息",
    "no_signature": "没有署名",
    "late": "报送或公开偏晚",
}
"""What an official calls each kind."""


class Quote(NamedTuple):
    """Words of a report: ``report.text[start:end]``."""

    report: Report
    start: int
    end: int

    @property
    def text(self) -> str:
        """The words, exactly."""
        return self.report.text[self.start : self.end]


class Finding(NamedTuple):
    """One remark."""

    kind: FindingKind
    says: str
    """A Chinese sentence, with the sums in it."""
    quotes: tuple[Quote, ...] = ()
    """Of the report that was checked first, then of others. Where something is missing, they are of
    the place that an official would write the remark at."""


def day_words(day: str) -> str:
    """``day``, ISO 8601, as official papers write it: 2025年3月1日."""
    year, month, of_month = map(int, day.split("-"))
    return f"{year}年{month}月{of_month}日"


def quoted(words: str) -> str:
    """``words`` between quotation marks, which they may bring along."""
    alone = words[1:-1]
    if words[:1] + words[-1:] in {"“”", '""'} and not set(alone) & set('“”"'):
        return f"“{alone}”"
    # A folded text has straight quotes, of which nobody can tell which way they open.
    return quotation.quoted(words.replace('"', ""))
