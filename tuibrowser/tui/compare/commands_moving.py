"""The keys by which one gets about on the compare screen."""

from __future__ import annotations

from typing import Final

from tuibrowser.tui.commands.command import Command
from tuibrowser.tui.commands.navigation import page_keys

MOVING: Final = (
    Command(
        "compare.next_part",
        ("]",),
        "下一部分",
        "到规定内容的下一部分",
        "part(1)",
        footer=3,
        short="部分",
        pair="compare.previous_part",
    ),
    Command("compare.previous_part", ("[",), "上一部分", "到规定内容的上一部分", "part(-1)"),
    Command(
        "compare.next_theme",
        ("t",),
        "下一领域",
        "到下一个工作领域",
        "theme(1)",
        footer=4,
        short="领域",
        pair="compare.previous_theme",
    ),
    Command("compare.previous_theme", ("T",), "上一领域", "到上一个工作领域", "theme(-1)"),
    Command(
        "compare.next_report",
        ("tab", "right", "l"),
        "下一份报告",
        "把右边的报告设为当前报告",
        "report(1)",
        pair="compare.previous_report",
    ),
    Command(
        "compare.previous_report",
        ("shift+tab", "left", "h"),
        "上一份报告",
        "把左边的报告设为当前报告",
        "report(-1)",
    ),
    Command(
        "compare.turn_right",
        (")",),
        "右边的报告",
        "显示右边排不下的几份报告",
        "turn(1)",
        pair="compare.turn_left",
        expert=True,
    ),
    Command(
        "compare.turn_left",
        ("(",),
        "左边的报告",
        "显示左边排不下的几份报告",
        "turn(-1)",
        expert=True,
    ),
    Command(
        "compare.line_down",
        ("down", "j"),
        "下移一行",
        "下移一行",
        "scroll(1)",
        pair="compare.line_up",
    ),
    Command("compare.line_up", ("up", "k"), "上移一行", "上移一行", "scroll(-1)"),
    *page_keys("compare", pair=True),
    Command("compare.top", ("home", "g"), "开头", "到开头", "top", pair="compare.bottom"),
    Command("compare.bottom", ("end", "G"), "末尾", "到末尾", "bottom"),
    Command(
        "compare.outline",
        ("i", "O"),
        "目录",
        "列出各部分、各领域的工作事项数，选一处前往",
        "outline",
    ),
    Command("compare.seek", ("f",), "查找", "在打开的各份报告中查找，边输入边跳转", "seek"),
    Command(
        "compare.back",
        ("H", "alt+left"),
        "后退",
        "回到上次跳转之前的位置",
        "jump_back(-1)",
        pair="compare.forward",
        expert=True,
    ),
    Command(
        "compare.forward",
        ("L", "alt+right"),
        "前进",
        "后退之后，再到后退之前的位置",
        "jump_back(1)",
        expert=True,
    ),
)
