"""导出: what is exported, in which format, into which file; and what is said afterwards."""

from __future__ import annotations

from typing import Final

from tuibrowser.tui.commands.command import Command
from tuibrowser.tui.commands.navigation import step_keys
from tuibrowser.tui.commands.screen_spec import ScreenSpec

_WRITE: Final = Command("export.write", ("enter",), "导出", "写入文件", "screen.write", footer=1)
_FORMATS: Final = step_keys("export", "种格式", verb="选", footer=2, short="格式", of="screen.")
_CLOSE: Final = Command("export.close", ("escape", "q"), "取消", "不导出", "screen.close", footer=5)

EXPORT: Final = ScreenSpec(
    "export",
    "导出",
    (
        _WRITE,
        *_FORMATS,
        Command("export.first", ("1",), "第一种格式", "选第一种格式", "choose(0)"),
        Command("export.second", ("2",), "第二种格式", "选第二种格式", "choose(1)"),
        Command("export.third", ("3",), "第三种格式", "选第三种格式", "choose(2)"),
        Command("export.fourth", ("4",), "第四种格式", "选第四种格式", "choose(3)"),
        Command("export.fifth", ("5",), "第五种格式", "选第五种格式", "choose(4)"),
        Command(
            "export.next_content",
            ("right", "l"),
            "另一项内容",
            "选要导出的内容：屏幕上的报告、全部打开的报告或摘录",
            "content(1)",
            footer=4,
            short="内容",
            pair="export.previous_content",
        ),
        Command(
            "export.previous_content",
            ("left", "h"),
            "前一项内容",
            "选前一项要导出的内容",
            "content(-1)",
        ),
        Command("export.name", ("tab",), "改文件", "改写文件名或文件夹", "name", footer=3),
        _CLOSE,
    ),
    modal=True,
)
EXPORT_PATH: Final = ScreenSpec(
    "export_path",
    "导出",
    (
        _WRITE,
        *_FORMATS,
        Command(
            "export.complete",
            ("tab",),
            "补全",
            "补全文件路径，列出可选的",
            "screen.complete",
            footer=3,
        ),
        Command(
            "export.leave_name",
            ("shift+tab",),
            "选格式",
            "离开文件名，回到格式",
            "screen.leave_name",
            footer=4,
        ),
        _CLOSE,
    ),
    part_of="export",
    typing=True,
)
"""The line for the file's name."""
EXPORTED: Final = ScreenSpec(
    "exported",
    "导出之后",
    (
        Command(
            "exported.close", ("enter", "escape", "q"), "关闭", "关闭说明", "dismiss", footer=1
        ),
        Command(
            "exported.copy",
            ("y",),
            "复制",
            "复制取回文件的命令；在本机上则复制文件路径",
            "copy",
            footer=2,
        ),
    ),
    modal=True,
)

SPECS: Final = (EXPORT, EXPORT_PATH, EXPORTED)
