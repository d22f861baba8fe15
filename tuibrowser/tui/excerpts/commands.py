"""摘录: the collection."""

from __future__ import annotations

from typing import Final

from tuibrowser.tui.commands.command import Command
from tuibrowser.tui.commands.navigation import page_keys, step_keys
from tuibrowser.tui.commands.screen_spec import ScreenSpec

EXCERPTS: Final = ScreenSpec(
    "excerpts",
    "摘录",
    (
        Command(
            "excerpts.open",
            ("enter",),
            "打开原文",
            "在对照界面打开这一条所在的报告",
            "open",
            footer=1,
        ),
        Command("excerpts.export", ("e",), "导出", "把全部摘录写入文件", "export", footer=2),
        Command(
            "excerpts.remove", ("x", "delete"), "移除", "从摘录中移除这一条", "remove", footer=3
        ),
        Command("excerpts.undo", ("u",), "撤销", "撤销上一次加入、移除或清空", "undo", footer=4),
        Command("excerpts.clear", ("X",), "清空", "移除全部摘录，再按一次确认", "clear"),
        Command("excerpts.copy", ("y",), "复制", "复制这一条，附出处", "copy"),
        *step_keys("excerpts", "条"),
        *page_keys("excerpts"),
        Command(
            "excerpts.text_down",
            ("ctrl+down", "J"),
            "原文下移",
            "下面的全文下移三行",
            "scroll(3)",
            pair="excerpts.text_up",
        ),
        Command(
            "excerpts.text_up", ("ctrl+up", "K"), "原文上移", "下面的全文上移三行", "scroll(-3)"
        ),
        Command(
            "excerpts.close", ("escape", "q", "E"), "关闭", "关闭摘录", "dismiss(None)", footer=5
        ),
    ),
    modal=True,
    entry=Command(
        "app.excerpts", ("E",), "摘录", "查看复制时加入摘录的段落，一并导出", "app.show('excerpts')"
    ),
    screen="tuibrowser.tui.excerpts.screen:ExcerptsScreen",
)

SPECS: Final = (EXCERPTS,)
