"""How what stands out is told apart on paper: by a sign and a word, never by colour alone."""

from __future__ import annotations

from typing import Final

from tuibrowser.export.sheet import Sheet
from tuibrowser.lexicon.labels import CHANGE_LABELS
from tuibrowser.model import Change

_CHANGE_SIGNS: Final[dict[Change, str]] = {
    "new": "＋",
    "kept": "＝",
    "reworded": "～",
    "numbers_only": "＃",
    "dropped": "－",
}


def change_sign(change: Change) -> str:
    """``＋新增``."""
    return f"{_CHANGE_SIGNS[change]}{CHANGE_LABELS[change]}"


def legend(sheet: Sheet) -> str:
    """One sentence on what in ``sheet`` is the program's own, and what marks mean."""
    said = ["〔〕内为出处，（）内的小字为本程序的说明"]
    if "figure" in sheet.marks:
        said.append("下划线为数据")
    if sheet.shows_changes:
        said.append(f"{' '.join(map(change_sign, _CHANGE_SIGNS))} 为与上一年相比")
    return f"{'；'.join(said)}。其余为报告原文。"
