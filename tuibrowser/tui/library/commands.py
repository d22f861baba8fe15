"""The list of reports that 添加报告 opens, and the first run."""

from __future__ import annotations

from typing import Final

from tuibrowser.tui.commands.command import Command
from tuibrowser.tui.commands.navigation import page_keys, step_keys
from tuibrowser.tui.commands.screen_spec import ScreenSpec

PICKER: Final = ScreenSpec(
    "picker",
    "选报告",
    (
        Command(
            "picker.open",
            ("enter",),
            "打开",
            "打开选中的报告；有标记时，打开全部标记的",
            "screen.open",
            footer=1,
        ),
        Command(
            "picker.mark",
            ("tab",),
            "标记",
            "标记选中的报告并到下一份，已标记的则取消",
            "screen.mark",
            footer=2,
        ),
        *step_keys("picker", "份", "份报告", footer=3, letters=False, of="screen."),
        *page_keys("picker", letters=False, of="screen."),
        Command("picker.close", ("escape",), "关闭", "关闭报告目录", "screen.close", footer=4),
    ),
    modal=True,
    typing=True,
)
FIRST_RUN: Final = ScreenSpec(
    "first_run",
    "首次运行",
    (
        Command(
            "first_run.sample", ("enter",), "打开示例", "打开程序自带的示例报告", "sample", footer=1
        ),
    ),
    heading="开始",
    without_library=True,
)

SPECS: Final = (PICKER, FIRST_RUN)
