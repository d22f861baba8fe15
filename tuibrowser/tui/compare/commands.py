"""The compare screen."""

from __future__ import annotations

from typing import Final

from tuibrowser.tui.commands.command import Command
from tuibrowser.tui.commands.screen_spec import ScreenSpec
from tuibrowser.tui.compare.commands_drawers import LETTERS, OUTLINE, SEEK, WORKSPACES
from tuibrowser.tui.compare.commands_moving import MOVING

COMPARE: Final = ScreenSpec(
    "compare",
    "对照",
    (
        Command(
            "compare.add", ("a", "o"), "添加报告", "打开报告目录，选一份并排放入", "add", footer=1
        ),
        Command(
            "compare.close",
            ("x",),
            "移出报告",
            "把当前报告移出对照",
            "close_report",
            footer=2,
            short="移出",
        ),
        Command(
            "compare.replace",
            ("X",),
            "更换报告",
            "另选一份，放在当前报告的位置，停在同一部分",
            "replace",
        ),
        Command(
            "compare.previous_year",
            ("-",),
            "上一年",
            "当前位置换成同一单位上一年的报告，停在同一部分",
            "year(-1)",
            pair="compare.next_year",
        ),
        Command(
            "compare.next_year",
            ("=", "+"),
            "下一年",
            "当前位置换成同一单位下一年的报告，停在同一部分",
            "year(1)",
        ),
        *MOVING,
        Command(
            "compare.align", ("r",), "对齐方式", "依次按部分、领域、事项对齐，各按原文顺序", "align"
        ),
        Command(
            "compare.years",
            ("c",),
            "历年对照",
            "与同一单位的上一年逐项对照，再按返回",
            "years",
            short="返回",
        ),
        Command(
            "compare.sync",
            ("s",),
            "同步滚动",
            "依次按部分同步、按行同步、各自滚动",
            "sync",
            expert=True,
        ),
        Command(
            "compare.zoom", ("z",), "放大当前报告", "只看当前报告，再按还原", "zoom", short="还原"
        ),
        Command("compare.pin", ("p",), "固定报告", "固定在最左，其他报告与它对照；再按取消", "pin"),
        Command(
            "compare.move_left",
            ("<",),
            "左移报告",
            "当前报告左移一位",
            "move(-1)",
            pair="compare.move_right",
            expert=True,
        ),
        Command(
            "compare.move_right", (">",), "右移报告", "当前报告右移一位", "move(1)", expert=True
        ),
        Command(
            "compare.mark",
            ("d",),
            "标注差异",
            "依次标数据、独有和相同表述、更正，再按取消",
            "mark_next",
        ),
        Command(
            "compare.next_mark",
            ("n",),
            "下一处标注",
            "到下一处查找、检索结果、标注，或历年对照的变化",
            "mark(1)",
            short="下一处",
            pair="compare.previous_mark",
        ),
        Command(
            "compare.previous_mark",
            ("N",),
            "上一处标注",
            "到上一处查找、检索结果、标注，或历年对照的变化",
            "mark(-1)",
        ),
        Command(
            "compare.copy_paragraph",
            ("y",),
            "复制段落",
            "复制窗口顶端的段落，附出处，并加入摘录",
            "copy_paragraph",
        ),
        Command(
            "compare.copy_section",
            ("Y",),
            "复制小节",
            "复制窗口顶端所在的小节，附出处，并加入摘录",
            "copy_section",
        ),
        Command(
            "compare.export", ("e",), "导出", "把对照表或摘录写入文件：文档、网页、表格等", "export"
        ),
        Command(
            "compare.plain",
            ("v",),
            "纯文本查看",
            "只显示窗口顶端所在的小节，便于用鼠标选取",
            "plain",
            expert=True,
        ),
        Command(
            "compare.escape",
            ("escape",),
            "取消",
            "取消选定、放大或查找、检索结果，退出历年对照",
            "dismiss_extras",
        ),
        Command(
            "compare.workspaces",
            ("w",),
            "对照方案",
            "保存当前对照方案，打开、改名、删除已保存的",
            "workspaces",
            expert=True,
        ),
        Command(
            "compare.draft",
            ("D",),
            "打开草稿",
            "打开未入库的文件，与各份报告并排",
            "draft",
            expert=True,
        ),
        Command(
            "compare.reread",
            ("R",),
            "重新读取草稿",
            "草稿改动后重新读取，停在原处",
            "reread",
            short="重新读取",
            expert=True,
        ),
        Command(
            "compare.part_measures",
            ("u",),
            "拆开配对",
            "按工作事项对齐时，窗口顶端的事项不再与同一行的配对",
            "part_measures",
            expert=True,
        ),
        Command(
            "compare.join_measures",
            ("U",),
            "人工配对",
            "选定窗口顶端的事项，再到另一份报告的事项上按一次，两者配对",
            "join_measures",
            expert=True,
        ),
        Command(
            "compare.correct",
            ("C",),
            "更正",
            "更正识别有误的单位、年份、地区、部分、标题、领域等，或撤销更正",
            "correct",
            expert=True,
        ),
        Command(
            "compare.set_letter",
            ("m",),
            "记住位置",
            "再按一个字母，记住窗口顶端的段落",
            "set_letter",
            expert=True,
        ),
        Command(
            "compare.go_letter",
            ("'",),
            "回到记住的位置",
            "再按字母，回到它记住的段落",
            "go_letter",
            expert=True,
        ),
    ),
    entry=Command(
        "app.compare", ("1",), "对照", "回到对照界面", "app.show_compare", needs_library=True
    ),
)

_WITHOUT_REPORTS: Final = frozenset(
    {
        "compare.add",
        "compare.export",
        "compare.workspaces",
        "compare.draft",
        "compare.go_letter",
    }
)
COMPARE_EMPTY: Final = ScreenSpec(
    "compare_empty",
    "对照",
    tuple(each for each in COMPARE.commands if each.id in _WITHOUT_REPORTS),
    part_of="compare",
)
"""The compare screen while no report is open."""

SPECS: Final = (COMPARE, COMPARE_EMPTY, SEEK, OUTLINE, LETTERS, WORKSPACES)
