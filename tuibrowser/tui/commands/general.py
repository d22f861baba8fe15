"""The app's own commands, reachable from every screen that is not modal."""

from __future__ import annotations

from typing import Final

from tuibrowser.tui.commands.command import Command

GENERAL: Final = (
    Command("app.help", ("?",), "帮助", "列出这里能用的全部按键", "app.help", footer=6),
    Command("app.palette", (":", "ctrl+p"), "命令面板", "按名称查找并执行命令", "app.palette"),
    Command(
        "app.brightness", ("B",), "明暗", "在深色与浅色界面之间切换", "app.brightness", expert=True
    ),
    Command(
        "app.library",
        ("S",),
        "切换报告库",
        "一并打开几个报告库时，只列出、检索其中一个，再按换下一个",
        "app.next_library",
        expert=True,
    ),
    Command("app.back", ("q",), "返回", "回到上一界面；在对照界面则退出程序", "app.back"),
    Command(
        "app.interrupt",
        ("ctrl+c",),
        "复制或退出",
        "复制选中的文字；没有选中时，连按两次退出程序",
        "app.interrupt",
        priority=True,
    ),
    Command(
        "app.redraw",
        ("ctrl+l",),
        "重画屏幕",
        "屏幕被别的程序的输出弄乱时，全部重画",
        "app.redraw",
        priority=True,
        expert=True,
    ),
    Command(
        "app.suspend",
        ("ctrl+z",),
        "暂时离开",
        "回到命令行；输入 fg 再回来",
        "app.suspend_process",
        expert=True,
    ),
)
