"""The first run, help and the palette."""

from __future__ import annotations

from tuibrowser.tui.commands.command import Command
from tuibrowser.tui.commands.places import HELP, PALETTE

HELPING: tuple[Command, ...] = (
    # First run
    Command(
        "first_run.sample",
        ("enter",),
        "打开示例",
        "打开程序自带的示例报告",
        "sample",
        frozenset({"first_run"}),
        footer=1,
    ),
    # Help, palette
    Command("help.close", ("escape", "q", "?"), "关闭", "关闭帮助", "dismiss", HELP, footer=3),
    Command(
        "help.down",
        ("down", "j"),
        "下移",
        "下移一行",
        "scroll(1)",
        HELP,
        footer=1,
        short="翻看",
        pair="help.up",
    ),
    Command("help.up", ("up", "k"), "上移", "上移一行", "scroll(-1)", HELP),
    Command(
        "help.turn",
        ("tab", "right", "left"),
        "另一页",
        "常用按键与更多按键之间切换",
        "turn",
        HELP,
        footer=2,
    ),
    Command("help.page_down", ("pagedown", "space"), "下移一屏", "下移一屏", "page(1)", HELP),
    Command("help.page_up", ("pageup", "b"), "上移一屏", "上移一屏", "page(-1)", HELP),
    Command("palette.run", ("enter",), "执行", "执行选中的命令", "screen.run", PALETTE, footer=1),
    Command(
        "palette.next",
        ("down",),
        "下一条",
        "到下一条命令",
        "screen.move(1)",
        PALETTE,
        footer=2,
        short="选择",
        pair="palette.previous",
    ),
    Command("palette.previous", ("up",), "上一条", "到上一条命令", "screen.move(-1)", PALETTE),
    Command(
        "palette.close",
        ("escape",),
        "关闭",
        "关闭命令面板",
        "screen.dismiss",
        PALETTE,
        footer=3,
    ),
)
