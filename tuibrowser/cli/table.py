"""The one table of commands and options, as data.

The parser and its ``--help``, what runs a command, the lists of the Chinese README, the manual page
and the completions of bash, zsh and fish all come from it: see ``cli.parser``, ``cli.run`` and
``makers``. What several share stands in ``cli.options``, longer words of help in ``cli.notes``,
and what the browser's help says, too, in ``command_help``; these modules import each other alone,
so that asking for help loads no floor.
"""

from __future__ import annotations

from typing import Final

from tuibrowser.cli.command import Argument, Command, Option
from tuibrowser.cli.notes import CORRECTING, PATHS, QUERIES, REFERENCES
from tuibrowser.cli.options import (
    CORRECTIONS,
    OUTPUT,
    SECTION,
    file_format_option,
    format_option,
    refs_argument,
)
from tuibrowser.command_help import COMMAND_HELP

BROWSE: Final = Command("", "打开浏览界面", "browser:browse")

COMMANDS: Final = (
    Command("demo", "打开自带的示例报告", "browser:demo"),
    Command(
        "open",
        "打开浏览界面，并排显示这些报告或草稿",
        "browser:open_named",
        refs_argument(),
        notes=(REFERENCES,),
    ),
    Command(
        "index",
        "将文件或文件夹入库",
        "indexing:index_paths",
        Argument("PATH", "paths", "PATH…", "path"),
        (
            Option(("--no-words",), "不标词界：更快，检索结果不变"),
            Option(
                ("--prune",),
                "移出原文件已不在所给文件夹中的报告（默认保留）",
                note="空文件夹（如未连接的共享）不算",
            ),
            Option(
                ("--roster",),
                "应报单位名册（CSV 或 .xlsx），原文未写明地区的按它确定",
                "FILE",
                "path",
                note="列名：单位、县区；随报告库保存，再给一份即替换",
            ),
            Option(("--report",), "将存疑和未能入库的文件列成 CSV 清单", "FILE", "target"),
            Option(
                ("--watch",),
                "入库后继续监视，有变动随即入库，直到被停止",
                note="每处变动一行；正在编辑、没有拷完的文件等写完再读；Ctrl+C 或 SIGTERM 停止",
            ),
        ),
        (PATHS,),
    ),
    Command(
        "list",
        "列出库中的报告",
        "listing:list_reports",
        Argument("SET", "refs", "[SET…]", is_needed=False),
        (format_option("table", "json", "csv"),),
        (REFERENCES,),
    ),
    Command(
        "show",
        "查看报告",
        "reading:show_reports",
        refs_argument(),
        (SECTION, format_option("text", "json")),
        (REFERENCES,),
    ),
    Command(
        "search",
        "检索全文",
        "searching:search_passages",
        Argument("QUERY", "query", "QUERY"),
        (
            Option(("--year",), "年份：2023 或 2021-2024", "YEAR", "years", note="年份写四位数字"),
            Option(("--place",), "行政区划，任一级，如 大兴", "PLACE"),
            SECTION,
            Option(("--theme",), "工作领域，如 普法", "THEME", "themes"),
            Option(("--limit",), "最多列几处，默认 20", "N", "limit", default=20),
            format_option("table", "json", "csv"),
        ),
        (QUERIES,),
    ),
    Command(
        "compare",
        "并排对照",
        "reading:compare_reports",
        refs_argument("REF REF…"),
        (
            SECTION,
            Option(("--by",), "按什么对齐：部分、领域（默认）、事项（json 时默认）", "BY", "by"),
            Option(
                ("--years",),
                "同一单位各年的报告，标出每项与上年相比的变化",
                note="从早到晚排列，各项为新增、与上年相同、表述调整、仅数据变化或本年未提及",
            ),
            file_format_option("text", "md", "html", "docx", "csv", "xlsx", "json"),
            OUTPUT,
        ),
        (REFERENCES,),
    ),
    Command(
        "changes",
        COMMAND_HELP["changes"],
        "changing:count_changes",
        refs_argument("SET|REF…"),
        (
            Option(("--against",), "与哪一年相比，默认上一年", "YEAR", "year"),
            file_format_option("table", "json", "csv", "xlsx"),
            OUTPUT,
        ),
        (REFERENCES,),
    ),
    Command(
        "coverage",
        COMMAND_HELP["coverage"],
        "covering:show_coverage",
        Argument("SET", "refs", "[SET…]", is_needed=False),
        (
            Option(("--year",), "哪一年的报告，默认按 SET，否则最近一年", "YEAR", "year"),
            Option(
                ("--roster",),
                "应报单位名册（CSV 或 .xlsx）",
                "FILE",
                "path",
                note="列名：单位、县区、应报时间、联系人，只有单位一列必须有；不给名册，则以曾经报送过的单位为准；只看一个县时，名册中注明属于别县的不列",
            ),
            Option(
                ("--due",),
                "上报时限，默认 03-01",
                "MM-DD",
                "day",
                note="次年的；名册另有时限的从其规定",
            ),
            Option(("--publish-due",), "公开时限，默认 04-01", "MM-DD", "day", note="次年的"),
            file_format_option("table", "json", "csv", "xlsx", "html", "md", "docx"),
            OUTPUT,
        ),
        (REFERENCES,),
    ),
    Command(
        "check",
        COMMAND_HELP["check"],
        "checking:check_reports",
        refs_argument("REF|FILE…"),
        (
            Option(
                ("--last",),
                "与这一份比较（默认库中同一单位上年的报告）",
                "REF",
                note="也可以是文件",
            ),
            Option(("--county",), "再与这一组其他单位的报告比较，如 '青棠县/*'", "SET"),
            file_format_option("table", "json", "html", "docx"),
            OUTPUT,
        ),
        (REFERENCES,),
    ),
    Command(
        "reuse",
        COMMAND_HELP["reuse"],
        "reusing:find_reused",
        refs_argument(),
        (
            Option(("--in",), "只在这些报告中查找，如 蓟州区/*@2023", "SET"),
            Option(("--least",), "至少占该段多少才列出，默认 0.4", "SHARE", "share", default="0.4"),
            Option(("--other-units",), "不列本单位其他年份的报告"),
            file_format_option("table", "json", "csv", "html"),
            OUTPUT,
        ),
        (REFERENCES,),
    ),
    Command(
        "like",
        COMMAND_HELP["like"],
        "liking:find_like",
        Argument("REF", "ref", "REF|FILE|文字", many=False),
        (
            Option(("--in",), "只在这些报告中查找，如 蓟州区/*@2023", "SET"),
            Option(("--limit",), "每项最多列几处，默认 5", "N", "limit", default=5),
            file_format_option("table", "json", "csv", "xlsx"),
            OUTPUT,
        ),
        (REFERENCES,),
    ),
    Command(
        "excerpts",
        "列出或导出摘录",
        "excerpts:list_excerpts",
        options=(
            file_format_option("text", "md", "html", "docx"),
            OUTPUT,
            Option(("--clear",), "清空；与 -o 同用时，先导出再清空"),
            Option(("--undo",), "撤销上一次添加、移除或清空"),
        ),
    ),
    Command(
        "figures",
        COMMAND_HELP["figures"],
        "figures:list_figures",
        Argument("REF", "refs", "[REF…]", is_needed=False),
        (
            Option(
                ("--indicator",),
                "只看一个指标，如 法治讲座",
                "ID",
                "indicators",
                note="写代号、名称，或名称中的几个字",
            ),
            Option(("--year",), "年份：2023 或 2021-2024", "YEAR", "years"),
            file_format_option("table", "json", "csv", "xlsx"),
            OUTPUT,
        ),
        (REFERENCES,),
    ),
    Command(
        "export", "导出全部报告", "reading:export_reports", options=(format_option("json"), OUTPUT)
    ),
    Command(
        "pack",
        "将报告库另存为一个文件，便于转交",
        "keeping:pack_library",
        Argument("FILE", "target", "FILE", "target", many=False),
    ),
    Command(
        "correct",
        "更正报告的单位、年份、地区、部分、领域等",
        "correcting:correct_reports",
        Argument("REF", "ref", "[REF]", many=False, is_needed=False),
        (
            *CORRECTIONS,
            Option(("--undo",), "撤销这份报告的全部更正"),
            Option(("--export",), "把全部更正写入文件，交给同事", "FILE", "target"),
            Option(("--merge",), "并入同事导出的更正", "FILE", "path"),
        ),
        (CORRECTING, REFERENCES),
    ),
    Command(
        "get",
        "显示原文件的位置，或打开原文件",
        "keeping:get_sources",
        refs_argument(),
        (Option(("--open",), "用系统程序打开"),),
        (REFERENCES,),
    ),
    Command(
        "rm",
        "将报告移出报告库",
        "keeping:remove_reports",
        refs_argument(),
        (Option(("--yes",), "一次移出多份时不再询问"),),
        (REFERENCES,),
    ),
    Command(
        "doctor",
        "自检",
        "doctor:examine",
        options=(Option(("--reports",), "列出读取时存疑的报告"),),
    ),
)
"""In the order in which they are shown."""

HIDDEN: Final = (
    Command(
        "_refs",
        "列出以此开头的 REF，供命令行补全",
        "completing:list_refs",
        Argument("REF", "beginning", "REF", many=False),
        is_hidden=True,
    ),
)


def command_of(name: str | None) -> Command:
    """The command of that name; without a name, what happens without a command.

    Raises:
        KeyError: there is no such command.
    """
    for command in (BROWSE, *COMMANDS, *HIDDEN):
        if command.name == (name or ""):
            return command
    raise KeyError(name)
