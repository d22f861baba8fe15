"""Every command of the app: the one place that knows keys and their words.

Bindings, footer, palette, help and the documentation are all made from this table. A command that
does nothing yet does not stand in it.

Where a command acts is told by ``screens``; ``"*"`` is the app itself, reachable from every screen
that is not modal (Textual hides the app's keys from modal screens, so those name themselves).
``action`` is a Textual action: bare names belong to the screen, ``app.`` ones to the app.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from textual.binding import Binding, BindingType

from tuibrowser.tui.keys import readable, twins


@dataclass(frozen=True, slots=True)
class Command:
    """One thing a person can ask for."""

    id: str
    keys: tuple[str, ...]
    """As Textual names them, single characters as they are; the first is the one shown."""
    label: str
    """A few characters, for palette and help."""
    help: str
    """One sentence: what happens."""
    action: str
    screens: frozenset[str]
    footer: int | None = None
    """Place in the footer, from the left; ``None`` keeps it out."""
    short: str = ""
    """What the footer says instead of ``label``."""
    pair: str | None = None
    """Id of the opposite command, whose key footer and help show together with this one's."""
    needs_library: bool = False
    """Does nothing while there is no library, and is not offered then."""
    priority: bool = False
    """Acts before the widget in focus sees the key, and from modal screens too."""
    expert: bool = False
    """For those who know the rest: on the second page of help."""

    @property
    def pressed(self) -> tuple[str, ...]:
        """The keys in force: those a person chose, else those of the table."""
        return _chosen_keys.get(self.id, self.keys)

    @property
    def shown(self) -> str:
        """The first of them, written for people."""
        return readable(self.pressed[0])


_chosen_keys: dict[str, tuple[str, ...]] = {}
"""By command id. A process has one keyboard before it, so this is the process's, too."""


def use_keys(chosen: Mapping[str, tuple[str, ...]]) -> None:
    """Have footers, help and palette name these keys, by command id, and the table's for the rest;
    :mod:`tuibrowser.tui.keymap` has checked them and tells Textual."""
    _chosen_keys.clear()
    _chosen_keys.update(chosen)


_COMPARE = frozenset({"compare"})
_WITHOUT_REPORTS = _COMPARE | {"compare_empty"}
"""Also where no report is open."""
_PICKER = frozenset({"picker"})
_FIND = frozenset({"find"})
_TYPING = frozenset({"find_input"})
"""The input of the find screen, where letters are text."""
_FINDING = _FIND | _TYPING
_COUNTS = frozenset({"find_counts"})
"""The counts of the find screen, while one of them is pointed at."""
_OTHER_YEARS = frozenset({"other_years"})
_SEEK = frozenset({"seek"})
"""The line for 查找 on the compare screen, where letters are text."""
_OUTLINE = frozenset({"outline"})
_LETTERS = frozenset({"letters"})
_WORKSPACES = frozenset({"workspaces"})
_PROMPT = frozenset({"prompt"})
_EXPORT = frozenset({"export"})
_PATH = frozenset({"export_path"})
"""The line for the file's name of the export screen, where letters are text."""
_EXPORTING = _EXPORT | _PATH
_EXPORTED = frozenset({"exported"})
_EXCERPTS = frozenset({"excerpts"})
_HELP = frozenset({"help"})
_PALETTE = frozenset({"palette"})
_EVERYWHERE = frozenset({"*"})
_MODAL = (
    _PICKER
    | _TYPING
    | _OTHER_YEARS
    | _SEEK
    | _OUTLINE
    | _LETTERS
    | _WORKSPACES
    | _PROMPT
    | _EXPORTING
    | _EXPORTED
    | _EXCERPTS
    | _HELP
    | _PALETTE
)
"""Screens and inputs that hide the app's keys."""
TYPING = _PICKER | _TYPING | _SEEK | _PROMPT | _PATH | _PALETTE
"""Where characters are text."""

COMMANDS: tuple[Command, ...] = (
    # The app
    Command(
        "app.compare",
        ("1",),
        "对照",
        "回到对照界面",
        "app.show_compare",
        _EVERYWHERE,
        needs_library=True,
    ),
    Command(
        "app.find",
        ("/", "2"),
        "检索",
        "在报告库全文中检索",
        "app.show_find",
        _EVERYWHERE,
        footer=5,
        needs_library=True,
    ),
    Command(
        "app.help", ("?",), "帮助", "列出这里能用的全部按键", "app.help", _EVERYWHERE, footer=6
    ),
    Command(
        "app.palette",
        (":", "ctrl+p"),
        "命令面板",
        "按名称查找并执行命令",
        "app.palette",
        _EVERYWHERE,
    ),
    Command(
        "app.excerpts",
        ("E",),
        "摘录",
        "查看复制时加入摘录的段落，一并导出",
        "app.excerpts",
        _EVERYWHERE,
    ),
    Command(
        "app.brightness",
        ("B",),
        "明暗",
        "在深色与浅色界面之间切换",
        "app.brightness",
        _EVERYWHERE,
        expert=True,
    ),
    Command(
        "app.back",
        ("q",),
        "返回",
        "回到上一界面；在对照界面则退出程序",
        "app.back",
        _EVERYWHERE,
    ),
    Command(
        "app.interrupt",
        ("ctrl+c",),
        "复制或退出",
        "复制选中的文字；没有选中时，连按两次退出程序",
        "app.interrupt",
        _EVERYWHERE,
        priority=True,
    ),
    Command(
        "app.suspend",
        ("ctrl+z",),
        "暂时离开",
        "回到命令行；输入 fg 再回来",
        "app.suspend_process",
        _EVERYWHERE,
        expert=True,
    ),
    # 对照
    Command(
        "compare.add",
        ("a", "o"),
        "添加报告",
        "打开报告目录，选一份并排放入",
        "add",
        _WITHOUT_REPORTS,
        footer=1,
    ),
    Command(
        "compare.close",
        ("x",),
        "移出报告",
        "把当前报告移出对照",
        "close_report",
        _COMPARE,
        footer=2,
        short="移出",
    ),
    Command(
        "compare.replace",
        ("X",),
        "更换报告",
        "另选一份，放在当前报告的位置，停在同一部分",
        "replace",
        _COMPARE,
    ),
    Command(
        "compare.previous_year",
        ("-",),
        "上一年",
        "当前位置换成同一单位上一年的报告，停在同一部分",
        "year(-1)",
        _COMPARE,
        pair="compare.next_year",
    ),
    Command(
        "compare.next_year",
        ("=", "+"),
        "下一年",
        "当前位置换成同一单位下一年的报告，停在同一部分",
        "year(1)",
        _COMPARE,
    ),
    Command(
        "compare.next_part",
        ("]",),
        "下一部分",
        "到规定内容的下一部分",
        "part(1)",
        _COMPARE,
        footer=3,
        short="部分",
        pair="compare.previous_part",
    ),
    Command(
        "compare.previous_part",
        ("[",),
        "上一部分",
        "到规定内容的上一部分",
        "part(-1)",
        _COMPARE,
    ),
    Command(
        "compare.next_theme",
        ("t",),
        "下一领域",
        "到下一个工作领域",
        "theme(1)",
        _COMPARE,
        footer=4,
        short="领域",
        pair="compare.previous_theme",
    ),
    Command(
        "compare.previous_theme",
        ("T",),
        "上一领域",
        "到上一个工作领域",
        "theme(-1)",
        _COMPARE,
    ),
    Command(
        "compare.next_report",
        ("tab", "right", "l"),
        "下一份报告",
        "把右边的报告设为当前报告",
        "report(1)",
        _COMPARE,
        pair="compare.previous_report",
    ),
    Command(
        "compare.previous_report",
        ("shift+tab", "left", "h"),
        "上一份报告",
        "把左边的报告设为当前报告",
        "report(-1)",
        _COMPARE,
    ),
    Command(
        "compare.turn_right",
        (")",),
        "右边的报告",
        "显示右边排不下的几份报告",
        "turn(1)",
        _COMPARE,
        pair="compare.turn_left",
        expert=True,
    ),
    Command(
        "compare.turn_left",
        ("(",),
        "左边的报告",
        "显示左边排不下的几份报告",
        "turn(-1)",
        _COMPARE,
        expert=True,
    ),
    Command(
        "compare.line_down",
        ("down", "j"),
        "下移一行",
        "下移一行",
        "scroll(1)",
        _COMPARE,
        pair="compare.line_up",
    ),
    Command("compare.line_up", ("up", "k"), "上移一行", "上移一行", "scroll(-1)", _COMPARE),
    Command(
        "compare.page_down",
        ("pagedown", "space"),
        "下移一屏",
        "下移一屏",
        "page(1)",
        _COMPARE,
        pair="compare.page_up",
    ),
    Command("compare.page_up", ("pageup", "b"), "上移一屏", "上移一屏", "page(-1)", _COMPARE),
    Command(
        "compare.top",
        ("home", "g"),
        "开头",
        "到开头",
        "top",
        _COMPARE,
        pair="compare.bottom",
    ),
    Command("compare.bottom", ("end", "G"), "末尾", "到末尾", "bottom", _COMPARE),
    Command(
        "compare.outline",
        ("i", "O"),
        "目录",
        "列出各部分、各领域的工作事项数，选一处前往",
        "outline",
        _COMPARE,
    ),
    Command(
        "compare.seek",
        ("f",),
        "查找",
        "在打开的各份报告中查找，边输入边跳转",
        "seek",
        _COMPARE,
    ),
    Command(
        "compare.back",
        ("H", "alt+left"),
        "后退",
        "回到上次跳转之前的位置",
        "jump_back(-1)",
        _COMPARE,
        pair="compare.forward",
        expert=True,
    ),
    Command(
        "compare.forward",
        ("L", "alt+right"),
        "前进",
        "后退之后，再到后退之前的位置",
        "jump_back(1)",
        _COMPARE,
        expert=True,
    ),
    Command(
        "compare.align",
        ("r",),
        "对齐方式",
        "依次按部分、领域、事项对齐，各按原文顺序",
        "align",
        _COMPARE,
    ),
    Command(
        "compare.years",
        ("c",),
        "历年对照",
        "与同一单位的上一年逐项对照，再按返回",
        "years",
        _COMPARE,
        short="返回",
    ),
    Command(
        "compare.sync",
        ("s",),
        "同步滚动",
        "依次按部分同步、按行同步、各自滚动",
        "sync",
        _COMPARE,
        expert=True,
    ),
    Command(
        "compare.zoom",
        ("z",),
        "放大当前报告",
        "只看当前报告，再按还原",
        "zoom",
        _COMPARE,
        short="还原",
    ),
    Command(
        "compare.pin",
        ("p",),
        "固定报告",
        "固定在最左，其他报告与它对照；再按取消",
        "pin",
        _COMPARE,
    ),
    Command(
        "compare.move_left",
        ("<",),
        "左移报告",
        "当前报告左移一位",
        "move(-1)",
        _COMPARE,
        pair="compare.move_right",
        expert=True,
    ),
    Command(
        "compare.move_right",
        (">",),
        "右移报告",
        "当前报告右移一位",
        "move(1)",
        _COMPARE,
        expert=True,
    ),
    Command(
        "compare.mark",
        ("d",),
        "标注差异",
        "依次标出数据、独有表述、相同表述，再按取消",
        "mark_next",
        _COMPARE,
    ),
    Command(
        "compare.next_mark",
        ("n",),
        "下一处标注",
        "到下一处查找、检索结果、标注，或历年对照的变化",
        "mark(1)",
        _COMPARE,
        short="下一处",
        pair="compare.previous_mark",
    ),
    Command(
        "compare.previous_mark",
        ("N",),
        "上一处标注",
        "到上一处查找、检索结果、标注，或历年对照的变化",
        "mark(-1)",
        _COMPARE,
    ),
    Command(
        "compare.copy_paragraph",
        ("y",),
        "复制段落",
        "复制窗口顶端的段落，附出处，并加入摘录",
        "copy_paragraph",
        _COMPARE,
    ),
    Command(
        "compare.copy_section",
        ("Y",),
        "复制小节",
        "复制窗口顶端所在的小节，附出处，并加入摘录",
        "copy_section",
        _COMPARE,
    ),
    Command(
        "compare.export",
        ("e",),
        "导出",
        "把对照表或摘录写入文件：文档、网页、表格等",
        "export",
        _WITHOUT_REPORTS,
    ),
    Command(
        "compare.plain",
        ("v",),
        "纯文本查看",
        "只显示窗口顶端所在的小节，便于用鼠标选取",
        "plain",
        _COMPARE,
        expert=True,
    ),
    Command(
        "compare.escape",
        ("escape",),
        "取消",
        "取消选定、放大或查找、检索结果，退出历年对照",
        "dismiss_extras",
        _COMPARE,
    ),
    Command(
        "compare.workspaces",
        ("w",),
        "对照方案",
        "保存当前对照方案，打开、改名、删除已保存的",
        "workspaces",
        _WITHOUT_REPORTS,
        expert=True,
    ),
    Command(
        "compare.draft",
        ("D",),
        "打开草稿",
        "打开未入库的文件，与各份报告并排",
        "draft",
        _WITHOUT_REPORTS,
        expert=True,
    ),
    Command(
        "compare.reread",
        ("R",),
        "重新读取草稿",
        "草稿改动后重新读取，停在原处",
        "reread",
        _COMPARE,
        short="重新读取",
        expert=True,
    ),
    Command(
        "compare.part_measures",
        ("u",),
        "拆开配对",
        "按工作事项对齐时，窗口顶端的事项不再与同一行的配对",
        "part_measures",
        _COMPARE,
        expert=True,
    ),
    Command(
        "compare.join_measures",
        ("U",),
        "人工配对",
        "选定窗口顶端的事项，再到另一份报告的事项上按一次，两者配对",
        "join_measures",
        _COMPARE,
        expert=True,
    ),
    Command(
        "compare.set_letter",
        ("m",),
        "记住位置",
        "再按一个字母，记住窗口顶端的段落",
        "set_letter",
        _COMPARE,
        expert=True,
    ),
    Command(
        "compare.go_letter",
        ("'",),
        "回到记住的位置",
        "再按字母，回到它记住的段落",
        "go_letter",
        _WITHOUT_REPORTS,
        expert=True,
    ),
    # The list of reports that 添加报告 opens
    Command(
        "picker.open",
        ("enter",),
        "打开",
        "打开选中的报告；有标记时，打开全部标记的",
        "screen.open",
        _PICKER,
        footer=1,
    ),
    Command(
        "picker.mark",
        ("tab",),
        "标记",
        "标记选中的报告，再按取消",
        "screen.mark",
        _PICKER,
        footer=2,
    ),
    Command(
        "picker.next",
        ("down",),
        "下一份",
        "到下一份报告",
        "screen.move(1)",
        _PICKER,
        footer=3,
        short="选择",
        pair="picker.previous",
    ),
    Command("picker.previous", ("up",), "上一份", "到上一份报告", "screen.move(-1)", _PICKER),
    Command("picker.page_down", ("pagedown",), "下移一屏", "下移一屏", "screen.page(1)", _PICKER),
    Command("picker.page_up", ("pageup",), "上移一屏", "上移一屏", "screen.page(-1)", _PICKER),
    Command(
        "picker.close",
        ("escape",),
        "关闭",
        "关闭报告目录",
        "screen.close",
        _PICKER,
        footer=4,
    ),
    # 查找 on the compare screen
    Command(
        "seek.next",
        ("down", "ctrl+n"),
        "下一处",
        "到下一处",
        "screen.seek_step(1)",
        _SEEK,
        footer=1,
        short="上下一处",
        pair="seek.previous",
    ),
    Command(
        "seek.previous",
        ("up", "ctrl+p"),
        "上一处",
        "到上一处",
        "screen.seek_step(-1)",
        _SEEK,
    ),
    Command(
        "seek.done",
        ("enter",),
        "完成",
        "留在找到的位置，保留标注",
        "screen.seek_done",
        _SEEK,
        footer=2,
    ),
    Command(
        "seek.cancel",
        ("escape",),
        "取消",
        "回到查找之前的位置",
        "screen.seek_cancel",
        _SEEK,
        footer=3,
    ),
    # 目录
    Command(
        "outline.go",
        ("enter",),
        "前往",
        "到选中的部分或领域",
        "open",
        _OUTLINE,
        footer=1,
    ),
    Command(
        "outline.next",
        ("down", "j"),
        "下一项",
        "到下一项",
        "move(1)",
        _OUTLINE,
        footer=2,
        short="选择",
        pair="outline.previous",
    ),
    Command(
        "outline.previous",
        ("up", "k"),
        "上一项",
        "到上一项",
        "move(-1)",
        _OUTLINE,
    ),
    Command(
        "outline.page_down",
        ("pagedown", "space"),
        "下移一屏",
        "下移一屏",
        "page(1)",
        _OUTLINE,
    ),
    Command(
        "outline.page_up",
        ("pageup", "b"),
        "上移一屏",
        "上移一屏",
        "page(-1)",
        _OUTLINE,
    ),
    Command(
        "outline.close",
        ("escape", "q", "i", "O"),
        "关闭",
        "关闭目录",
        "dismiss(None)",
        _OUTLINE,
        footer=3,
    ),
    # One letter
    Command(
        "letters.go",
        ("enter",),
        "选用",
        "用选中一行的字母",
        "open",
        _LETTERS,
        footer=2,
    ),
    Command(
        "letters.next",
        ("down",),
        "下一项",
        "到下一项",
        "move(1)",
        _LETTERS,
        footer=1,
        short="选择",
        pair="letters.previous",
    ),
    Command(
        "letters.previous",
        ("up",),
        "上一项",
        "到上一项",
        "move(-1)",
        _LETTERS,
    ),
    Command(
        "letters.close",
        ("escape",),
        "取消",
        "什么也不做",
        "dismiss(None)",
        _LETTERS,
        footer=3,
    ),
    # 对照方案
    Command(
        "workspaces.open",
        ("enter",),
        "打开",
        "打开选中的对照方案",
        "open",
        _WORKSPACES,
        footer=1,
    ),
    Command(
        "workspaces.save",
        ("s", "a"),
        "保存当前",
        "把当前对照方案存为一个名称",
        "save",
        _WORKSPACES,
        footer=2,
    ),
    Command(
        "workspaces.rename",
        ("r",),
        "改名",
        "为选中的对照方案改名",
        "rename",
        _WORKSPACES,
        footer=3,
    ),
    Command(
        "workspaces.delete",
        ("x", "delete"),
        "删除",
        "删除选中的对照方案，再按一次确认",
        "delete",
        _WORKSPACES,
        footer=4,
    ),
    Command(
        "workspaces.next",
        ("down", "j"),
        "下一项",
        "到下一项",
        "move(1)",
        _WORKSPACES,
        pair="workspaces.previous",
    ),
    Command(
        "workspaces.previous",
        ("up", "k"),
        "上一项",
        "到上一项",
        "move(-1)",
        _WORKSPACES,
    ),
    Command(
        "workspaces.page_down",
        ("pagedown", "space"),
        "下移一屏",
        "下移一屏",
        "page(1)",
        _WORKSPACES,
    ),
    Command(
        "workspaces.page_up",
        ("pageup", "b"),
        "上移一屏",
        "上移一屏",
        "page(-1)",
        _WORKSPACES,
    ),
    Command(
        "workspaces.close",
        ("escape", "q", "w"),
        "关闭",
        "关闭列表",
        "dismiss(None)",
        _WORKSPACES,
        footer=5,
    ),
    # One line to answer in
    Command(
        "prompt.answer",
        ("enter",),
        "确定",
        "用输入的内容",
        "screen.answer",
        _PROMPT,
        footer=1,
    ),
    Command(
        "prompt.complete",
        ("tab",),
        "补全",
        "补全文件路径，列出可选的",
        "screen.complete",
        _PROMPT,
        footer=2,
    ),
    Command(
        "prompt.cancel",
        ("escape",),
        "取消",
        "什么也不做",
        "screen.cancel",
        _PROMPT,
        footer=3,
    ),
    # 导出, with the formats in focus and while its file is named; and what is said afterwards
    Command(
        "export.write",
        ("enter",),
        "导出",
        "写入文件",
        "screen.write",
        _EXPORTING,
        footer=1,
    ),
    Command(
        "export.next",
        ("down", "j"),
        "下一种格式",
        "选下一种格式",
        "screen.move(1)",
        _EXPORTING,
        footer=2,
        short="格式",
        pair="export.previous",
    ),
    Command(
        "export.previous",
        ("up", "k"),
        "上一种格式",
        "选上一种格式",
        "screen.move(-1)",
        _EXPORTING,
    ),
    Command(
        "export.first",
        ("1",),
        "第一种格式",
        "选第一种格式",
        "choose(0)",
        _EXPORT,
    ),
    Command(
        "export.second",
        ("2",),
        "第二种格式",
        "选第二种格式",
        "choose(1)",
        _EXPORT,
    ),
    Command(
        "export.third",
        ("3",),
        "第三种格式",
        "选第三种格式",
        "choose(2)",
        _EXPORT,
    ),
    Command(
        "export.fourth",
        ("4",),
        "第四种格式",
        "选第四种格式",
        "choose(3)",
        _EXPORT,
    ),
    Command(
        "export.next_content",
        ("right", "l"),
        "另一项内容",
        "选要导出的内容：屏幕上的报告、全部打开的报告或摘录",
        "content(1)",
        _EXPORT,
        footer=4,
        short="内容",
        pair="export.previous_content",
    ),
    Command(
        "export.previous_content",
        ("left", "h"),
        "前一项内容",
        "选前一项要导出的内容",
        "content(-1)",
        _EXPORT,
    ),
    Command(
        "export.name",
        ("tab",),
        "改文件",
        "改写文件名或文件夹",
        "name",
        _EXPORT,
        footer=3,
    ),
    Command(
        "export.complete",
        ("tab",),
        "补全",
        "补全文件路径，列出可选的",
        "screen.complete",
        _PATH,
        footer=3,
    ),
    Command(
        "export.leave_name",
        ("shift+tab",),
        "选格式",
        "离开文件名，回到格式",
        "screen.leave_name",
        _PATH,
        footer=4,
    ),
    Command(
        "export.close",
        ("escape", "q"),
        "取消",
        "不导出",
        "screen.close",
        _EXPORTING,
        footer=5,
    ),
    Command(
        "exported.close",
        ("enter", "escape", "q"),
        "关闭",
        "关闭说明",
        "dismiss",
        _EXPORTED,
        footer=1,
    ),
    Command(
        "exported.copy",
        ("y",),
        "复制",
        "复制取回文件的命令；在本机上则复制文件路径",
        "copy",
        _EXPORTED,
        footer=2,
    ),
    # 摘录
    Command(
        "excerpts.open",
        ("enter",),
        "打开原文",
        "在对照界面打开这一条所在的报告",
        "open",
        _EXCERPTS,
        footer=1,
    ),
    Command(
        "excerpts.export",
        ("e",),
        "导出",
        "把全部摘录写入文件",
        "export",
        _EXCERPTS,
        footer=2,
    ),
    Command(
        "excerpts.remove",
        ("x", "delete"),
        "移除",
        "从摘录中移除这一条",
        "remove",
        _EXCERPTS,
        footer=3,
    ),
    Command(
        "excerpts.undo",
        ("u",),
        "撤销",
        "撤销上一次加入、移除或清空",
        "undo",
        _EXCERPTS,
        footer=4,
    ),
    Command(
        "excerpts.clear",
        ("X",),
        "清空",
        "移除全部摘录，再按一次确认",
        "clear",
        _EXCERPTS,
    ),
    Command(
        "excerpts.copy",
        ("y",),
        "复制",
        "复制这一条，附出处",
        "copy",
        _EXCERPTS,
    ),
    Command(
        "excerpts.next",
        ("down", "j"),
        "下一条",
        "到下一条",
        "move(1)",
        _EXCERPTS,
        pair="excerpts.previous",
    ),
    Command(
        "excerpts.previous",
        ("up", "k"),
        "上一条",
        "到上一条",
        "move(-1)",
        _EXCERPTS,
    ),
    Command(
        "excerpts.page_down",
        ("pagedown", "space"),
        "下移一屏",
        "下移一屏",
        "page(1)",
        _EXCERPTS,
    ),
    Command(
        "excerpts.page_up",
        ("pageup", "b"),
        "上移一屏",
        "上移一屏",
        "page(-1)",
        _EXCERPTS,
    ),
    Command(
        "excerpts.text_down",
        ("ctrl+down", "J"),
        "原文下移",
        "下面的全文下移三行",
        "scroll(3)",
        _EXCERPTS,
        pair="excerpts.text_up",
    ),
    Command(
        "excerpts.text_up",
        ("ctrl+up", "K"),
        "原文上移",
        "下面的全文上移三行",
        "scroll(-3)",
        _EXCERPTS,
    ),
    Command(
        "excerpts.close",
        ("escape", "q", "E"),
        "关闭",
        "关闭摘录",
        "dismiss(None)",
        _EXCERPTS,
        footer=5,
    ),
    # 检索: with the list in focus, and while typing
    Command(
        "find.open",
        ("enter",),
        "打开",
        "打开当前结果所在的报告；有标记时，把标记的并排打开",
        "screen.open",
        _FINDING,
        footer=1,
    ),
    Command(
        "find.mark",
        ("tab",),
        "标记",
        "标记当前结果，再按取消；换词后仍保留",
        "screen.mark",
        _FINDING,
        footer=2,
    ),
    Command(
        "find.next",
        ("down", "j"),
        "下一条",
        "到下一条结果",
        "screen.move(1)",
        _FINDING,
        footer=3,
        short="选择",
        pair="find.previous",
    ),
    Command("find.previous", ("up", "k"), "上一条", "到上一条结果", "screen.move(-1)", _FINDING),
    Command(
        "find.page_down", ("pagedown", "space"), "下移一屏", "下移一屏", "screen.page(1)", _FINDING
    ),
    Command("find.page_up", ("pageup", "b"), "上移一屏", "上移一屏", "screen.page(-1)", _FINDING),
    Command("find.top", ("home", "g"), "第一条", "到第一条结果", "screen.top", _FIND),
    Command("find.bottom", ("end", "G"), "最后一条", "到已列出的最后一条", "screen.bottom", _FIND),
    Command(
        "find.preview_down",
        ("ctrl+down", "J"),
        "原文下移",
        "预览的原文下移三行",
        "screen.preview(3)",
        _FINDING,
    ),
    Command(
        "find.preview_up",
        ("ctrl+up", "K"),
        "原文上移",
        "预览的原文上移三行",
        "screen.preview(-3)",
        _FINDING,
    ),
    Command(
        "find.unfold",
        ("o", "ctrl+o"),
        "展开相同",
        "列出与当前结果表述相同的各处，再按收起",
        "screen.unfold",
        _FINDING,
    ),
    Command(
        "find.other_years",
        ("c", "="),
        "其他年份",
        "查看同一单位其他年份最接近的内容",
        "screen.other_years",
        _FIND,
    ),
    Command(
        "find.narrow",
        ("shift+tab", "f"),
        "筛选",
        "到年份、单位的计数行，选一项缩小范围",
        "screen.narrow",
        _FINDING,
        footer=4,
    ),
    Command("find.unnarrow", ("F",), "取消筛选", "取消选定的年份和单位", "screen.unnarrow", _FIND),
    Command(
        "find.copy_paragraph",
        ("y",),
        "复制段落",
        "复制当前结果所在的段落，附出处，并加入摘录",
        "screen.copy_paragraph",
        _FIND,
    ),
    Command(
        "find.copy_section",
        ("Y",),
        "复制小节",
        "复制当前结果所在的小节，附出处，并加入摘录",
        "screen.copy_section",
        _FIND,
    ),
    Command(
        "find.export",
        ("e",),
        "导出摘录",
        "把摘录写入文件：文档、网页等",
        "screen.export",
        _FIND,
    ),
    Command("find.unmark", ("U",), "取消标记", "取消全部标记", "screen.unmark", _FIND),
    Command("find.type", ("/", "i"), "改检索词", "回到输入框", "screen.type", _FIND | _COUNTS),
    Command("find.back", ("escape",), "返回", "回到上一界面", "app.back", _FIND, footer=5),
    Command(
        "find.stop_typing",
        ("escape",),
        "命令键",
        "离开输入框，此后字母键是命令",
        "screen.stop_typing",
        _TYPING,
        footer=5,
    ),
    # The counts under the input, with the focus on them
    Command(
        "find.next_count",
        ("right", "l"),
        "右一项",
        "指向右边一项",
        "point(1)",
        _COUNTS,
        footer=1,
        short="选择",
        pair="find.previous_count",
    ),
    Command("find.previous_count", ("left", "h"), "左一项", "指向左边一项", "point(-1)", _COUNTS),
    Command(
        "find.other_counts",
        ("down", "up", "j", "k"),
        "换一行",
        "在年份和单位之间换行",
        "change_row",
        _COUNTS,
        footer=2,
    ),
    Command(
        "find.choose_count",
        ("enter", "space"),
        "选定",
        "只看这一年或这一单位，再按取消",
        "choose",
        _COUNTS,
        footer=3,
    ),
    Command(
        "find.drop_counts",
        ("backspace", "F"),
        "全部取消",
        "取消选定的年份和单位",
        "screen.unnarrow",
        _COUNTS,
        footer=4,
    ),
    Command(
        "find.leave_counts",
        ("escape", "shift+tab", "f", "tab"),
        "回到结果",
        "离开计数行，选定的仍有效",
        "screen.leave_counts",
        _COUNTS,
        footer=5,
    ),
    # What 其他年份 opens
    Command(
        "other_years.open",
        ("enter",),
        "并排打开",
        "把各年的报告并排打开；有标记时，只打开标记的和本条",
        "screen.open",
        _OTHER_YEARS,
        footer=1,
    ),
    Command(
        "other_years.mark",
        ("tab", "space"),
        "标记",
        "标记这一年，再按取消",
        "screen.mark",
        _OTHER_YEARS,
        footer=2,
    ),
    Command(
        "other_years.next",
        ("down", "j"),
        "下一年",
        "到下一条",
        "screen.move(1)",
        _OTHER_YEARS,
        footer=3,
        short="选择",
        pair="other_years.previous",
    ),
    Command(
        "other_years.previous", ("up", "k"), "上一年", "到上一条", "screen.move(-1)", _OTHER_YEARS
    ),
    Command(
        "other_years.close",
        ("escape", "q", "c", "="),
        "关闭",
        "回到检索结果",
        "screen.close",
        _OTHER_YEARS,
        footer=4,
    ),
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
    Command("help.close", ("escape", "q", "?"), "关闭", "关闭帮助", "dismiss", _HELP, footer=3),
    Command(
        "help.down",
        ("down", "j"),
        "下移",
        "下移一行",
        "scroll(1)",
        _HELP,
        footer=1,
        short="翻看",
        pair="help.up",
    ),
    Command("help.up", ("up", "k"), "上移", "上移一行", "scroll(-1)", _HELP),
    Command(
        "help.turn",
        ("tab", "right", "left"),
        "另一页",
        "常用按键与更多按键之间切换",
        "turn",
        _HELP,
        footer=2,
    ),
    Command("help.page_down", ("pagedown", "space"), "下移一屏", "下移一屏", "page(1)", _HELP),
    Command("help.page_up", ("pageup", "b"), "上移一屏", "上移一屏", "page(-1)", _HELP),
    Command("palette.run", ("enter",), "执行", "执行选中的命令", "screen.run", _PALETTE, footer=1),
    Command(
        "palette.next",
        ("down",),
        "下一条",
        "到下一条命令",
        "screen.move(1)",
        _PALETTE,
        footer=2,
        short="选择",
        pair="palette.previous",
    ),
    Command("palette.previous", ("up",), "上一条", "到上一条命令", "screen.move(-1)", _PALETTE),
    Command(
        "palette.close",
        ("escape",),
        "关闭",
        "关闭命令面板",
        "screen.dismiss",
        _PALETTE,
        footer=3,
    ),
)
"""Sorted by screen: the app's own, then 对照, then each further screen's."""


def command(id_: str) -> Command:
    """The command called ``id_``; ``KeyError`` when there is none."""
    for candidate in COMMANDS:
        if candidate.id == id_:
            return candidate
    raise KeyError(id_)


def commands_for(screen: str) -> list[Command]:
    """The commands that act on ``screen`` itself, in table order (``"*"``: the app's own)."""
    return [candidate for candidate in COMMANDS if screen in candidate.screens]


def general_commands(screen: str) -> list[Command]:
    """The app's own commands, in table order, as far as they can do anything on ``screen``."""
    return [each for each in commands_for("*") if screen != "first_run" or not each.needs_library]


def bindings(screen: str) -> list[BindingType]:
    """Textual bindings of ``screen``, each key together with its full-width twins."""
    return [
        Binding(
            ",".join(twin for key in each.keys for twin in (key, *twins(key))),
            each.action,
            each.label,
            key_display=each.shown,
            show=False,
            priority=each.priority,
            id=each.id,
        )
        for each in commands_for(screen)
    ]


def footer(screen: str, urgent: Sequence[str] = ()) -> list[Command]:
    """What the footer of ``screen`` offers: at most six commands, left to right.

    Args:
        screen: Its name in this table.
        urgent: Ids of commands that matter now, which go before the others.
    """
    own = {key for each in commands_for(screen) for key in each.pressed}
    general = [] if screen in _MODAL else general_commands(screen)
    # A key that means something else here is not offered for what it means elsewhere.
    general = [each for each in general if each.pressed[0] not in own]
    offered = sorted(
        (
            each
            for each in (*commands_for(screen), *general)
            if each.footer and each.id not in urgent
        ),
        key=lambda each: each.footer or 0,
    )
    offered = [*map(command, urgent), *offered]
    # The last is the way to all the others.
    del offered[5 : len(offered) - 1]
    return offered
