"""The keys of what several screens use."""

from __future__ import annotations

from typing import Final

from tuibrowser.tui.commands.command import Command
from tuibrowser.tui.commands.screen_spec import ScreenSpec

PROMPT: Final = ScreenSpec(
    "prompt",
    "输入一行",
    (
        Command("prompt.answer", ("enter",), "确定", "用输入的内容", "screen.answer", footer=1),
        Command(
            "prompt.complete",
            ("tab",),
            "补全",
            "补全文件路径，列出可选的",
            "screen.complete",
            footer=2,
        ),
        Command("prompt.cancel", ("escape",), "取消", "什么也不做", "screen.cancel", footer=3),
    ),
    modal=True,
    typing=True,
)

SPECS: Final = (PROMPT,)
