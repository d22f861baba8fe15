"""更正, and what a thing is to be instead."""

from __future__ import annotations

from typing import Final

from tuibrowser.tui.commands.command import Command
from tuibrowser.tui.commands.navigation import page_keys, step_keys
from tuibrowser.tui.commands.screen_spec import ScreenSpec

CORRECTIONS: Final = ScreenSpec(
    "corrections",
    "更正",
    (
        Command(
            "corrections.choose",
            ("enter",),
            "更正",
            "为选中的一项选定或写出正确的内容",
            "open",
            footer=1,
        ),
        Command(
            "corrections.undo",
            ("u", "delete"),
            "撤销更正",
            "撤销选中一项的更正，恢复程序识别的内容",
            "undo",
            footer=3,
            short="撤销",
        ),
        Command(
            "corrections.undo_all",
            ("U",),
            "全部撤销",
            "撤销这份报告的全部更正，再按一次确认",
            "undo_all",
        ),
        *step_keys("corrections", "项", footer=2),
        *page_keys("corrections"),
        Command(
            "corrections.close", ("escape", "q", "C"), "关闭", "不更正", "dismiss(None)", footer=4
        ),
    ),
    modal=True,
)
CORRECT_VALUES: Final = ScreenSpec(
    "correct_values",
    "更正为",
    (
        Command(
            "correct_values.take",
            ("enter",),
            "选定",
            "用选中的一项；有标记时，用全部标记的",
            "open",
            footer=1,
        ),
        Command(
            "correct_values.mark",
            ("tab",),
            "标记",
            "标记选中的领域并到下一项，可标记几个；已标记的则取消",
            "mark",
            footer=3,
        ),
        *step_keys("correct_values", "项", footer=2),
        *page_keys("correct_values"),
        Command(
            "correct_values.back",
            ("escape", "q"),
            "返回",
            "不选，回到上一步",
            "dismiss(None)",
            footer=4,
        ),
    ),
    modal=True,
)

SPECS: Final = (CORRECTIONS, CORRECT_VALUES)
