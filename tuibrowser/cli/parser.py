"""What can be typed after ``tuibrowser``, and the words that explain it."""

from __future__ import annotations

import argparse
import re
from typing import Any, Final, NoReturn

from tuibrowser.cli.outcome import Status, Stop
from tuibrowser.cli.terminal import say
from tuibrowser.cli.values import by, kinds, limit, one_of, path, target, themes, years
from tuibrowser.text.visible import visible

_PROGRAM: Final = "tuibrowser"

_COMMANDS: Final = (
    ("demo", "", "打开自带的示例报告"),
    ("open", "REF…", "打开浏览界面，并排显示这些报告或草稿"),
    ("index", "PATH…", "将文件或文件夹入库"),
    ("list", "", "列出库中的报告"),
    ("show", "REF…", "查看报告"),
    ("search", "QUERY", "检索全文"),
    ("compare", "REF REF…", "并排对照"),
    ("excerpts", "", "列出或导出摘录"),
    ("export", "", "导出全部报告"),
    ("pack", "FILE", "将报告库另存为一个文件，便于转交"),
    ("correct", "REF", "更正报告的单位、年份、地区、部分、领域等"),
    ("get", "REF…", "显示原文件的位置，或打开原文件"),
    ("rm", "REF…", "将报告移出报告库"),
    ("doctor", "", "自检"),
)

_REFERENCES: Final = """\
REF 的写法：
  潭柘寺镇@2023        某单位某年的报告，不致混淆时可只写一部分
  潭柘寺镇@2023#2      同一单位同一年的另一份
  3f9a17c2             文件 sha256 的开头几位
  ./草稿.txt           未入库的文件，只读取、不入库
  蓟州区/*@2023        一组：蓟州区各单位当年的报告
  潭柘寺镇@2021..2023  一组：同一单位几年的报告"""

_STATUSES: Final = """\
退出状态：0 完成；1 没有找到，或有文件未能入库；2 用法不对，或 REF 不明确；
          3 报告库不可用；130 已中断"""

_KINDS: Final = "部分：成效、不足、负责人、安排、其他"


def build_parser() -> argparse.ArgumentParser:
    """The whole command line."""
    width = max(len(f"{name} {takes}") for name, takes, _ in _COMMANDS) + 2
    table = "\n".join(
        f"  {f'{name} {takes}':{width}}{meaning}" for name, takes, meaning in _COMMANDS
    )
    parser = _Parser(
        prog=_PROGRAM,
        usage=f"{_PROGRAM} [--db FILE] [命令 …]",
        description=(
            f"不带命令时打开浏览界面。\n\n命令（{_PROGRAM} 命令 --help 查看用法）：\n{table}"
        ),
        epilog=f"{_REFERENCES}\n\n{_STATUSES}",
    )
    options = parser.add_argument_group("选项")
    _add_common(options, None)
    options.add_argument("--version", action=_Version, help="显示版本")
    commands = parser.add_subparsers(dest="command", metavar="命令", help=argparse.SUPPRESS)

    def add(name: str, options: str = "", epilog: str | None = None) -> argparse._ArgumentGroup:
        (takes, meaning) = next(entry[1:] for entry in _COMMANDS if entry[0] == name)
        usage = " ".join(part for part in (_PROGRAM, "[--db FILE]", name, options, takes) if part)
        command = commands.add_parser(
            name,
            prog=f"{_PROGRAM} {name}",
            usage=usage,
            description=f"{meaning}。",
            epilog=epilog,
        )
        return command.add_argument_group("选项")

    _add_common(add("demo"), argparse.SUPPRESS)
    _add_open(add("open", epilog=_REFERENCES))
    _add_index(
        add(
            "index",
            "[--no-words] [--prune] [--report FILE]",
            epilog="PATH：文件；文件夹，读取其中（含下级文件夹）的 .txt、.text；\n"
            "      另一个报告库，并入其中的报告",
        )
    )
    _add_list(add("list", "[--format table|json|csv]"))
    _add_show(add("show", "[选项]", epilog=_REFERENCES))
    _add_search(
        add(
            "search",
            "[选项]",
            epilog="QUERY：多个词须同时出现；“加引号”须连续出现；-词 表示不含（写在 -- 之后）；\n"
            "       还可写 年:2022-2024 地:大兴 镇:旧宫 部分:不足 领域:普法",
        )
    )
    _add_compare(add("compare", "[选项]", epilog=_REFERENCES))
    _add_excerpts(add("excerpts", "[选项]"))
    _add_export(add("export", "[--format json] [-o FILE]"))
    _add_pack(add("pack"))
    _add_correct(add("correct", "[选项]", epilog=_REFERENCES))
    _add_get(add("get", "[--open]", epilog=_REFERENCES))
    _add_rm(add("rm", "[--yes]", epilog=_REFERENCES))
    _add_doctor(add("doctor", "[--reports]"))
    return parser


class _Parser(argparse.ArgumentParser):
    """argparse with Chinese words, that raises :class:`Stop` instead of leaving the process."""

    def __init__(self, **words: Any) -> None:
        super().__init__(**words, add_help=False, allow_abbrev=False, formatter_class=_Formatter)
        self.color = False  # Python 3.14 and later would put escape sequences into the help

    def format_help(self) -> str:
        return super().format_help().replace("选项:\n", "选项：\n")

    def error(self, message: str) -> NoReturn:
        raise Stop(Status.MISUSED, f"{_translated(message)}。用法见 {self.prog} --help")


class _Formatter(argparse.RawTextHelpFormatter):
    # Raw: textwrap counts a Chinese character as one column and breaks at spaces only.
    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=26, width=80)

    def add_usage(
        self, usage: str | None, actions: Any, groups: Any, prefix: str | None = None
    ) -> None:
        super().add_usage(usage, actions, groups, "用法：" if prefix is None else prefix)


class _Version(argparse.Action):
    """Prints the version; asks for it only then, since that costs 20 ms."""

    def __init__(self, **words: Any) -> None:
        super().__init__(**words | {"dest": argparse.SUPPRESS, "nargs": 0})

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from tuibrowser.cli.about import version  # noqa: PLC0415

        say(f"{_PROGRAM} {version()}")
        parser.exit()


# What argparse 3.11 to 3.14 can say about a command line as it is declared here.
_MESSAGES: Final[tuple[tuple[str, str], ...]] = (
    (r"invalid choice: '(.*)' \(choose from .*\)", "没有“{}”这个命令"),
    (
        r"unrecognized arguments: (-[^-].*)",
        "不认识的参数 {}（以 - 开头的词或文件名写在 -- 之后）",
    ),
    (r"unrecognized arguments: (.*)", "不认识的参数 {}"),
    (r"the following arguments are required: (QUERY)", "缺少 {}（以 - 开头的词请写在 -- 之后）"),
    (r"the following arguments are required: (PATH)", "缺少 {}（以 - 开头的文件名请写在 -- 之后）"),
    (r"the following arguments are required: (.*)", "缺少 {}"),
    (r"expected one argument", "后面要写一个值"),
    (r"expected at least one argument", "至少要写一个"),
    (r"ignored explicit argument '(.*)'", "后面不写值（“{}”）"),
)


def _translated(message: str) -> str:
    about = re.fullmatch(r"argument (\S+): (.*)", message, re.DOTALL)
    if about and about[1] != "命令":
        return f"{about[1]} {_translated(about[2])}"
    text = about[2] if about else message
    for pattern, words in _MESSAGES:
        if found := re.fullmatch(pattern, text, re.DOTALL):
            return words.format(visible(found[found.lastindex or 0].replace(", ", "、")))
    # What the types of this program say is Chinese; anything else argparse may learn to say is not.
    return "用法不对" if text[:1].isascii() else text


def _add_common(group: argparse._ArgumentGroup, default: str | None) -> None:
    # After the command it must not undo what was said before it, hence SUPPRESS there.
    group.add_argument(
        "--db", type=path, metavar="FILE", default=default, help="报告库文件（默认见 doctor）"
    )
    group.add_argument("-h", "--help", action="help", help="显示本说明")


def _add_references(group: argparse._ArgumentGroup) -> None:
    group.add_argument("refs", metavar="REF", nargs="+", help=argparse.SUPPRESS)


def _add_format(group: argparse._ArgumentGroup, *names: str) -> None:
    group.add_argument(
        "--format",
        type=one_of(*names),
        default=names[0],
        metavar="|".join(names),
        help=f"输出格式，默认 {names[0]}",
    )


def _add_output(group: argparse._ArgumentGroup, *formats: str) -> None:
    group.add_argument(
        "--format",
        type=one_of(*formats),
        metavar="|".join(formats),
        help=f"输出格式，默认按 -o 的文件名，否则 {formats[0]}",
    )
    _add_target(group)


def _add_target(group: argparse._ArgumentGroup) -> None:
    group.add_argument(
        "-o", "--output", type=target, metavar="FILE", help="写入文件（默认输出到屏幕）"
    )


def _add_section(group: argparse._ArgumentGroup, meaning: str) -> None:
    group.add_argument("--section", type=kinds, metavar="KIND", help=f"{meaning}{_KINDS}")


def _add_open(group: argparse._ArgumentGroup) -> None:
    _add_references(group)
    _add_common(group, argparse.SUPPRESS)


def _add_index(group: argparse._ArgumentGroup) -> None:
    group.add_argument("paths", type=path, metavar="PATH", nargs="+", help=argparse.SUPPRESS)
    group.add_argument("--no-words", action="store_true", help="不标词界：更快，检索结果不变")
    group.add_argument(
        "--prune", action="store_true", help="移出原文件已不在所给文件夹中的报告（默认保留）"
    )
    group.add_argument(
        "--report", type=target, metavar="FILE", help="将存疑和未能入库的文件列成 CSV 清单"
    )
    _add_common(group, argparse.SUPPRESS)


def _add_list(group: argparse._ArgumentGroup) -> None:
    _add_format(group, "table", "json", "csv")
    _add_common(group, argparse.SUPPRESS)


def _add_show(group: argparse._ArgumentGroup) -> None:
    _add_references(group)
    _add_section(group, "只看一个")
    _add_format(group, "text", "json")
    _add_common(group, argparse.SUPPRESS)


def _add_search(group: argparse._ArgumentGroup) -> None:
    group.add_argument("query", metavar="QUERY", nargs="+", help=argparse.SUPPRESS)
    group.add_argument("--year", type=years, metavar="YEAR", help="年份：2023 或 2021-2024")
    group.add_argument("--place", metavar="PLACE", help="行政区划，任一级，如 大兴")
    _add_section(group, "只检索一个")
    group.add_argument("--theme", type=themes, metavar="THEME", help="工作领域，如 普法")
    group.add_argument("--limit", type=limit, default=20, metavar="N", help="最多列几处，默认 20")
    _add_format(group, "table", "json", "csv")
    _add_common(group, argparse.SUPPRESS)


def _add_compare(group: argparse._ArgumentGroup) -> None:
    _add_references(group)
    _add_section(group, "只对照一个")
    group.add_argument(
        "--by",
        type=by,
        metavar="BY",
        help="按什么对齐：部分、领域（默认）、事项（json 时默认）",
    )
    group.add_argument(
        "--years", action="store_true", help="同一单位各年的报告，标出每项与上年相比的变化"
    )
    _add_output(group, "text", "md", "html", "docx", "csv", "json")
    _add_common(group, argparse.SUPPRESS)


def _add_excerpts(group: argparse._ArgumentGroup) -> None:
    _add_output(group, "text", "md", "html", "docx")
    group.add_argument("--clear", action="store_true", help="清空；与 -o 同用时，先导出再清空")
    group.add_argument("--undo", action="store_true", help="撤销上一次添加、移除或清空")
    _add_common(group, argparse.SUPPRESS)


def _add_export(group: argparse._ArgumentGroup) -> None:
    _add_format(group, "json")
    _add_target(group)
    _add_common(group, argparse.SUPPRESS)


def _add_pack(group: argparse._ArgumentGroup) -> None:
    group.add_argument("target", type=target, metavar="FILE", help=argparse.SUPPRESS)
    _add_common(group, argparse.SUPPRESS)


def _add_correct(group: argparse._ArgumentGroup) -> None:
    group.add_argument("ref", metavar="REF", help=argparse.SUPPRESS)
    for name, meaning in (
        ("title", "标题"),
        ("issuer", "发文单位"),
        ("year", "年份，如 2023"),
        ("date", "成文日期，如 2024-01-15"),
        ("published", "发布日期"),
        ("province", "省"),
        ("city", "市"),
        ("county", "县"),
        ("township", "乡镇"),
    ):
        group.add_argument(f"--{name}", metavar="TEXT", help=f"{meaning}；没有则写 无")
    for name, meaning in (("kind", "部分"), ("theme", "领域")):
        group.add_argument(
            f"--{name}", metavar="标题=TEXT", action="append", help=f"某一标题下的{meaning}"
        )
    group.add_argument("--undo", action="store_true", help="撤销这份报告的全部更正")
    _add_common(group, argparse.SUPPRESS)


def _add_get(group: argparse._ArgumentGroup) -> None:
    _add_references(group)
    group.add_argument("--open", action="store_true", help="用系统程序打开")
    _add_common(group, argparse.SUPPRESS)


def _add_rm(group: argparse._ArgumentGroup) -> None:
    _add_references(group)
    group.add_argument("--yes", action="store_true", help="一次移出多份时不再询问")
    _add_common(group, argparse.SUPPRESS)


def _add_doctor(group: argparse._ArgumentGroup) -> None:
    group.add_argument("--reports", action="store_true", help="列出读取时存疑的报告")
    _add_common(group, argparse.SUPPRESS)
