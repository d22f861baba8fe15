"""Help and the palette."""

from __future__ import annotations

from typing import Final

from tuibrowser.tui.commands.command import Command
from tuibrowser.tui.commands.navigation import page_keys, step_keys
from tuibrowser.tui.commands.screen_spec import ScreenSpec

HELP: Final = ScreenSpec(
    "help",
    "帮助",
    (
        Command("help.close", ("escape", "q", "?"), "关闭", "关闭帮助", "dismiss", footer=3),
        Command(
            "help.down",
            ("down", "j"),
            "下移",
            "下移一行",
            "scroll(1)",
            footer=1,
            short="翻看",
            pair="help.up",
        ),
        Command("help.up", ("up", "k"), "上移", "上移一行", "scroll(-1)"),
        Command(
            "help.turn",
            ("tab", "right", "left"),
            "另一页",
            "常用按键与更多按键之间切换",
            "turn",
            footer=2,
        ),
        *page_keys("help"),
        Command("help.top", ("home", "g"), "开头", "到开头", "top", pair="help.bottom"),
        Command("help.bottom", ("end", "G"), "末尾", "到末尾", "bottom"),
    ),
    modal=True,
)
PALETTE: Final = ScreenSpec(
    "palette",
    "命令面板",
    (
        Command("palette.run", ("enter",), "执行", "执行选中的命令", "screen.run", footer=1),
        *step_keys("palette", "条", "条命令", footer=2, letters=False, of="screen."),
        Command("palette.close", ("escape",), "关闭", "关闭命令面板", "screen.dismiss", footer=3),
    ),
    modal=True,
    typing=True,
)

SPECS: Final = (HELP, PALETTE)
