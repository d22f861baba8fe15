"""How what stands out is told apart on paper: by a sign and a word, never by colour alone."""

from __future__ import annotations

from typing import Final, Literal, NamedTuple

from tuibrowser.export.sheet import Sheet
from tuibrowser.lexicon.labels import CHANGE_LABELS
from tuibrowser.model.terms import Change

Stroke = Literal["solid", "double", "dotted", "dashed", "wavy"]


class Look(NamedTuple):
    """How a mark is drawn: each kind has a line of its own, since prints are black."""

    word: str
    """What is marked."""
    line: Stroke
    bold: bool = False


LOOKS: Final[dict[str, Look]] = {
    "figure": Look("数据", "solid", bold=True),
    "lacking": Look("其他报告或上一年没有的", "wavy"),
    "alone": Look("其他报告或上一年没有的", "wavy"),
    "shared": Look("与其他报告相同的", "dotted"),
    "stock": Look("各份都有的表述", "dashed"),
    "hit": Look("检索结果", "double"),
    "current": Look("检索结果", "double"),
}
"""By kind of mark, of those that go onto paper; the screen decides which of them there are."""

_LINE_WORDS: Final[dict[Stroke, str]] = {
    "solid": "下划线",
    "double": "双下划线",
    "dotted": "点线",
    "dashed": "虚线",
    "wavy": "波浪线",
}

_CHANGE_SIGNS: Final[dict[Change, str]] = {
    "new": "＋",
    "kept": "＝",
    "reworded": "～",
    "numbers_only": "＃",
    "dropped": "－",
}


def change_sign(change: Change, words: str | None = None) -> str:
    """``＋新增``, or the sign before other ``words`` for it."""
    return f"{_CHANGE_SIGNS[change]}{words or CHANGE_LABELS[change]}"


def legend(sheet: Sheet) -> str:
    """One sentence on what in ``sheet`` is the program's own, and what marks mean."""
    said = ["〔〕内为出处，（）内的小字为本程序的说明"]
    looks = {look.line: look.word for kind, look in LOOKS.items() if kind in sheet.marks}
    said += (f"{_LINE_WORDS[line]}为{word}" for line, word in looks.items())
    if sheet.shows_changes:
        words = {box.change: box.said for box in sheet.boxes if box.change}
        signs = (change_sign(change, words.get(change)) for change in _CHANGE_SIGNS)
        said.append(f"{' '.join(signs)} 为与前一份报告相比")
    caution = f"{sheet.caution}。" if sheet.caution else ""
    return f"{caution}{'；'.join(said)}。其余为报告原文。"
