"""What opens over the compare screen: 查找, 目录, letters, 对照方案."""

from __future__ import annotations

from typing import Final

from tuibrowser.tui.commands.command import Command
from tuibrowser.tui.commands.navigation import page_keys, step_keys
from tuibrowser.tui.commands.screen_spec import ScreenSpec

SEEK: Final = ScreenSpec(
    "seek",
    "查找（在打开的报告中）",
    (
        Command(
            "seek.next",
            ("down", "ctrl+n"),
            "下一处",
            "到下一处",
            "step(1)",
            footer=1,
            short="上下一处",
            pair="seek.previous",
        ),
        Command("seek.previous", ("up", "ctrl+p"), "上一处", "到上一处", "step(-1)"),
        Command(
            "seek.done",
            ("enter",),
            "完成",
            "留在找到的位置，保留标注",
            "done",
            footer=2,
        ),
        Command("seek.cancel", ("escape",), "取消", "回到查找之前的位置", "cancel", footer=3),
    ),
    part_of="compare",
    heading="正在查找时",
    typing=True,
)
OUTLINE: Final = ScreenSpec(
    "outline",
    "目录",
    (
        Command("outline.go", ("enter",), "前往", "到选中的部分或领域", "open", footer=1),
        *step_keys("outline", "项", footer=2),
        *page_keys("outline"),
        Command(
            "outline.close",
            ("escape", "q", "i", "O"),
            "关闭",
            "关闭目录",
            "dismiss(None)",
            footer=3,
        ),
    ),
    modal=True,
)
LETTERS: Final = ScreenSpec(
    "letters",
    "选字母",
    (
        Command("letters.go", ("enter",), "选用", "用选中一行的字母", "open", footer=2),
        *step_keys("letters", "项", footer=1, letters=False),
        Command("letters.close", ("escape",), "取消", "什么也不做", "dismiss(None)", footer=3),
    ),
    modal=True,
)
WORKSPACES: Final = ScreenSpec(
    "workspaces",
    "对照方案",
    (
        Command("workspaces.open", ("enter",), "打开", "打开选中的对照方案", "open", footer=1),
        Command(
            "workspaces.save",
            ("s", "a"),
            "保存当前",
            "把当前对照方案存为一个名称",
            "save",
            footer=2,
        ),
        Command("workspaces.rename", ("r",), "改名", "为选中的对照方案改名", "rename", footer=3),
        Command(
            "workspaces.delete",
            ("x", "delete"),
            "删除",
            "删除选中的对照方案，再按一次确认",
            "delete",
            footer=4,
        ),
        *step_keys("workspaces", "项"),
        *page_keys("workspaces"),
        Command(
            "workspaces.close", ("escape", "q", "w"), "关闭", "关闭列表", "dismiss(None)", footer=5
        ),
    ),
    modal=True,
)
