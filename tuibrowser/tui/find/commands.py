"""检索, its counts, and 其他年份."""

from __future__ import annotations

from typing import Final

from tuibrowser.tui.commands.command import Command
from tuibrowser.tui.commands.navigation import page_keys, step_keys
from tuibrowser.tui.commands.screen_spec import ScreenSpec
from tuibrowser.tui.find.query_forms import QUERY_FORMS

_CHOICE: Final = (
    Command(
        "find.open",
        ("enter",),
        "打开",
        "打开当前结果所在的报告；有标记时，把标记的并排打开",
        "screen.open",
        footer=1,
    ),
    Command(
        "find.mark",
        ("tab",),
        "标记",
        "标记当前结果，再按取消；换词后仍保留",
        "screen.mark",
        footer=2,
    ),
    *step_keys("find", "条", "条结果", footer=3, of="screen."),
    *page_keys("find", of="screen."),
)
_TEXT: Final = (
    Command(
        "find.preview_down",
        ("ctrl+down", "J"),
        "原文下移",
        "预览的原文下移三行",
        "screen.preview(3)",
    ),
    Command(
        "find.preview_up", ("ctrl+up", "K"), "原文上移", "预览的原文上移三行", "screen.preview(-3)"
    ),
    Command(
        "find.unfold",
        ("o", "ctrl+o"),
        "展开相同",
        "列出与当前结果表述相同的各处，再按收起",
        "screen.unfold",
    ),
)
_NARROW: Final = Command(
    "find.narrow",
    ("shift+tab", "f"),
    "筛选",
    "到年份、单位的计数行，选一项缩小范围",
    "screen.narrow",
    footer=4,
)
_TYPE: Final = Command("find.type", ("/", "i"), "改检索词", "回到输入框", "screen.type")

FIND: Final = ScreenSpec(
    "find",
    "检索",
    (
        *_CHOICE,
        Command("find.top", ("home", "g"), "第一条", "到第一条结果", "screen.top"),
        Command("find.bottom", ("end", "G"), "最后一条", "到已列出的最后一条", "screen.bottom"),
        *_TEXT,
        Command(
            "find.other_years",
            ("c", "="),
            "其他年份",
            "查看同一单位其他年份最接近的内容",
            "screen.other_years",
        ),
        _NARROW,
        Command("find.unnarrow", ("F",), "取消筛选", "取消选定的年份和单位", "screen.unnarrow"),
        Command(
            "find.copy_paragraph",
            ("y",),
            "复制段落",
            "复制当前结果所在的段落，附出处，并加入摘录",
            "screen.copy_paragraph",
        ),
        Command(
            "find.copy_section",
            ("Y",),
            "复制小节",
            "复制当前结果所在的小节，附出处，并加入摘录",
            "screen.copy_section",
        ),
        Command("find.export", ("e",), "导出摘录", "把摘录写入文件：文档、网页等", "screen.export"),
        Command("find.unmark", ("U",), "取消标记", "取消全部标记", "screen.unmark"),
        _TYPE,
        Command("find.back", ("escape",), "返回", "回到上一界面", "app.back", footer=5),
    ),
    entry=Command(
        "app.find",
        ("/", "2"),
        "检索",
        "在报告库全文中检索",
        "app.show('find')",
        footer=5,
        needs_library=True,
    ),
    screen="tuibrowser.tui.find.screen:FindScreen",
    examples=("检索词的写法（可以并用）", QUERY_FORMS),
)
FIND_COUNTS: Final = ScreenSpec(
    "find_counts",
    "检索",
    (
        _TYPE,
        Command(
            "find.next_count",
            ("right", "l"),
            "右一项",
            "指向右边一项",
            "point(1)",
            footer=1,
            short="选择",
            pair="find.previous_count",
        ),
        Command("find.previous_count", ("left", "h"), "左一项", "指向左边一项", "point(-1)"),
        Command(
            "find.other_counts",
            ("down", "up", "j", "k"),
            "换一行",
            "在年份和单位之间换行",
            "change_row",
            footer=2,
        ),
        Command(
            "find.choose_count",
            ("enter", "space"),
            "选定",
            "只看这一年或这一单位，再按取消",
            "choose",
            footer=3,
        ),
        Command(
            "find.drop_counts",
            ("backspace", "F"),
            "全部取消",
            "取消选定的年份和单位",
            "screen.unnarrow",
            footer=4,
        ),
        Command(
            "find.leave_counts",
            ("escape", "shift+tab", "f", "tab"),
            "回到结果",
            "离开计数行，选定的仍有效",
            "leave",
            footer=5,
        ),
    ),
    part_of="find",
    heading="在计数行中",
)
"""The counts, while one of them is pointed at."""
FIND_INPUT: Final = ScreenSpec(
    "find_input",
    "检索",
    (
        *_CHOICE,
        *_TEXT,
        _NARROW,
        Command(
            "find.stop_typing",
            ("escape",),
            "命令键",
            "离开输入框，此后字母键是命令",
            "screen.stop_typing",
            footer=5,
        ),
    ),
    part_of="find",
    heading="正在输入时",
    typing=True,
)
OTHER_YEARS: Final = ScreenSpec(
    "other_years",
    "其他年份",
    (
        Command(
            "other_years.open",
            ("enter",),
            "并排打开",
            "把各年的报告并排打开；有标记时，只打开标记的和本条",
            "screen.open",
            footer=1,
        ),
        Command(
            "other_years.mark",
            ("tab", "space"),
            "标记",
            "标记这一年，再按取消",
            "screen.mark",
            footer=2,
        ),
        *step_keys("other_years", "年", "条", footer=3, of="screen."),
        Command(
            "other_years.close",
            ("escape", "q", "c", "="),
            "关闭",
            "回到检索结果",
            "screen.close",
            footer=4,
        ),
    ),
    modal=True,
)

SPECS: Final = (FIND, FIND_COUNTS, FIND_INPUT, OTHER_YEARS)
