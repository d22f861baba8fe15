"""入库: the line for the path, and the list of what could not be taken in."""

from __future__ import annotations

from typing import Final

from tuibrowser.tui.commands.command import Command
from tuibrowser.tui.commands.navigation import page_keys, step_keys
from tuibrowser.tui.commands.screen_spec import ScreenSpec

ADDING: Final = ScreenSpec(
    "adding",
    "入库",
    (
        Command("adding.retry", ("enter",), "再试", "再试一次选中的文件", "open", footer=1),
        Command(
            "adding.retry_all",
            ("r",),
            "全部再试",
            "再试一次所有未能入库的文件",
            "retry_all",
            footer=2,
        ),
        Command("adding.copy", ("y",), "复制路径", "复制选中文件的路径", "copy", footer=3),
        Command(
            "adding.forget",
            ("x", "delete"),
            "移出列表",
            "不再列出选中的文件，文件不受影响",
            "forget",
        ),
        *step_keys("adding", "个", "个未能入库的文件"),
        *page_keys("adding"),
        Command(
            "adding.close",
            ("escape", "q"),
            "停止或关闭",
            "正在入库时停止，已入库的保留；否则关闭",
            "close",
            footer=5,
            short="关闭",
        ),
        Command(
            "adding.type",
            ("A", "tab", "i"),
            "写路径",
            "到输入框写文件或文件夹的路径",
            "type",
            footer=4,
        ),
    ),
    modal=True,
    entry=Command(
        "app.adding",
        ("A",),
        "入库",
        "把文件、文件夹加入报告库，查看未能入库的",
        "app.show('adding')",
    ),
    screen="tuibrowser.tui.adding.screen:AddingScreen",
)
ADDING_PATH: Final = ScreenSpec(
    "adding_path",
    "入库",
    (
        Command(
            "adding.begin",
            ("enter",),
            "入库",
            "把写出的文件或文件夹加入报告库",
            "screen.begin",
            footer=1,
        ),
        Command(
            "adding.complete",
            ("tab",),
            "补全",
            "补全文件路径，列出可选的",
            "screen.complete",
            footer=2,
        ),
        Command(
            "adding.leave_path",
            ("shift+tab", "down"),
            "看列表",
            "到未能入库的列表",
            "screen.leave_path",
            footer=3,
        ),
        Command(
            "adding.close_path",
            ("escape",),
            "停止或关闭",
            "正在入库时停止，已入库的保留；否则关闭",
            "screen.close",
            footer=4,
            short="关闭",
        ),
    ),
    part_of="adding",
    typing=True,
)
"""The line for the path."""

SPECS: Final = (ADDING, ADDING_PATH)
