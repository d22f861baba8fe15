"""The app's own commands, reachable from every screen that is not modal."""

from __future__ import annotations

from tuibrowser.tui.commands.command import Command
from tuibrowser.tui.commands.places import EVERYWHERE

GENERAL: tuple[Command, ...] = (
    Command(
        "app.compare",
        ("1",),
        "对照",
        "回到对照界面",
        "app.show_compare",
        EVERYWHERE,
        needs_library=True,
    ),
    Command(
        "app.find",
        ("/", "2"),
        "检索",
        "在报告库全文中检索",
        "app.show_find",
        EVERYWHERE,
        footer=5,
        needs_library=True,
    ),
    Command("app.help", ("?",), "帮助", "列出这里能用的全部按键", "app.help", EVERYWHERE, footer=6),
    Command(
        "app.palette",
        (":", "ctrl+p"),
        "命令面板",
        "按名称查找并执行命令",
        "app.palette",
        EVERYWHERE,
    ),
    Command(
        "app.excerpts",
        ("E",),
        "摘录",
        "查看复制时加入摘录的段落，一并导出",
        "app.excerpts",
        EVERYWHERE,
    ),
    Command(
        "app.brightness",
        ("B",),
        "明暗",
        "在深色与浅色界面之间切换",
        "app.brightness",
        EVERYWHERE,
        expert=True,
    ),
    Command(
        "app.back",
        ("q",),
        "返回",
        "回到上一界面；在对照界面则退出程序",
        "app.back",
        EVERYWHERE,
    ),
    Command(
        "app.interrupt",
        ("ctrl+c",),
        "复制或退出",
        "复制选中的文字；没有选中时，连按两次退出程序",
        "app.interrupt",
        EVERYWHERE,
        priority=True,
    ),
    Command(
        "app.suspend",
        ("ctrl+z",),
        "暂时离开",
        "回到命令行；输入 fg 再回来",
        "app.suspend_process",
        EVERYWHERE,
        expert=True,
    ),
)
