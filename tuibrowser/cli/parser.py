"""The table of commands as an argparse parser that speaks Chinese."""

from __future__ import annotations

import argparse
import os
import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final, NoReturn

from tuibrowser.cli import values
from tuibrowser.cli.command import PROGRAM, Command, Option
from tuibrowser.cli.notes import REFERENCES, STATUSES
from tuibrowser.cli.options import COMMON, GENERAL
from tuibrowser.cli.outcome import Status, Stop
from tuibrowser.cli.table import COMMANDS, HIDDEN
from tuibrowser.cli.terminal import say
from tuibrowser.text.visible import visible

LATER: Final = "later_{}"
"""What a command's options are called that may stand before it, too."""

_USAGE: Final = 74
"""Columns of a usage beside “用法：”; a longer one has its options in the list below alone."""


def build_parser() -> argparse.ArgumentParser:
    """The whole command line."""
    takes = {it.name: it.argument.shown if it.argument else "" for it in COMMANDS}
    width = max(len(f"{name} {what}") for name, what in takes.items()) + 2
    listed = "\n".join(f"  {f'{it.name} {takes[it.name]}':{width}}{it.help}" for it in COMMANDS)
    parser = _Parser(
        prog=PROGRAM,
        usage=f"{PROGRAM} [--db FILE] [命令 …]",
        description=(
            f"不带命令时打开浏览界面。\n\n命令（{PROGRAM} 命令 --help 查看用法）：\n{listed}"
        ),
        epilog=f"{REFERENCES}\n\n{STATUSES}",
    )
    _add_options(parser, GENERAL, None)
    commands = parser.add_subparsers(dest="command", metavar="命令", help=argparse.SUPPRESS)
    for command in (*COMMANDS, *HIDDEN):
        _add_command(commands, command)
    return parser


def _add_command(commands: argparse._SubParsersAction[_Parser], command: Command) -> None:
    usage = f"{PROGRAM} {command.usage}"
    if len(usage) > _USAGE:
        usage = f"{PROGRAM} {command._replace(options=(_SOME,)).usage}"
    parser = commands.add_parser(
        command.name,
        prog=f"{PROGRAM} {command.name}",
        usage=usage,
        description=f"{command.help}。",
        epilog="\n\n".join(command.notes) or None,
    )
    if (argument := command.argument) is not None:
        parser.add_argument(
            argument.key,
            metavar=argument.name,
            type=_reader(argument.reads),
            nargs=_COUNTS[argument.many, argument.is_needed],
            help=argparse.SUPPRESS,
        )
    # After the command they must not undo what was said before it, hence SUPPRESS there.
    _add_options(parser, (*command.options, *COMMON), argparse.SUPPRESS)


_COUNTS: Final = {(True, True): "+", (True, False): "*", (False, True): None, (False, False): "?"}
"""How many values argparse takes, by whether there may be many, and whether one is needed."""

_SOME: Final = Option(("选项",), "")


def _add_options(
    parser: argparse.ArgumentParser, options: Iterable[Option], common_default: str | None
) -> None:
    group = parser.add_argument_group("选项")
    for option in options:
        words: dict[str, Any] = {"help": option.help}
        if option.takes:
            words["metavar"] = option.takes
            words["type"] = values.one_of(*option.words) if option.words else _reader(option.reads)
            words["default"] = common_default if option in COMMON else option.default
            words["action"] = "append" if option.repeats else "store"
            if option in COMMON and common_default is not None:
                # Those after a command would take the place of those before it.
                words["dest"] = LATER.format(option.flags[-1].lstrip("-"))
        else:
            words["action"] = _ACTIONS.get(option.flags[-1], "store_true")
        group.add_argument(*option.flags, **words)


def _reader(name: str) -> Callable[[str], object]:
    return getattr(values, name) if name else str


class _Parser(argparse.ArgumentParser):
    """argparse with Chinese words, that raises :class:`Stop` instead of leaving the process."""

    def __init__(self, **words: Any) -> None:
        super().__init__(**words, add_help=False, allow_abbrev=False, formatter_class=_Formatter)
        self.color = False  # Python 3.14 and later would put escape sequences into the help

    def format_help(self) -> str:
        return super().format_help().replace("选项:\n", "选项：\n")

    def print_help(self, file: Any = None) -> None:
        """As argparse does, which would not say that it cannot be written."""
        print(self.format_help(), end="", file=file)

    def parse_args(self, args: Any = None, namespace: Any = None) -> Any:
        """As argparse does, but what is left over belongs to the command that was named."""
        options, rest = self.parse_known_args(args, namespace)
        if rest:
            command = getattr(options, "command", None)
            known = (it for it in (*COMMANDS, *HIDDEN) if it.name == command)
            flags = [flag for it in known for option in it.options for flag in option.flags]
            self._refuse(
                f"unrecognized arguments: {' '.join(rest)}",
                f"{self.prog} {command}" if command else self.prog,
                _nearest(rest[0].partition("=")[0], flags) if rest[0].startswith("--") else "",
            )
        return options

    def error(self, message: str) -> NoReturn:
        typed = _NO_COMMAND.search(message)
        hint = _command_meant(typed[1]) if typed else ""
        self._refuse(message, self.prog, hint)

    def _refuse(self, message: str, program: str, hint: str) -> NoReturn:
        raise Stop(Status.MISUSED, f"{_translated(message)}{hint}。用法见 {program} --help")


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

        say(f"{PROGRAM} {version()}")
        parser.exit()


_ACTIONS: Final[dict[str, Any]] = {"--help": "help", "--version": _Version}
"""Switches that answer by themselves."""


_MOST_NAMED: Final = 3
_NO_COMMAND: Final = re.compile(r"invalid choice: '(.*)' \(choose from ")


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


def _command_meant(typed: str) -> str:
    """A clause with the command that was meant by ``typed``, which is none."""
    if "@" in typed or os.path.exists(typed):
        return f"，要打开它，请写：tuibrowser open {visible(typed)}"
    # A word of what a command does, for who does not know what it is called: 核对, 入库.
    is_word = len(typed) > 1 and not typed.isascii()
    about = [it.name for it in COMMANDS if is_word and typed in it.help]
    if about:
        return f"，有关的命令：{'、'.join(about[:_MOST_NAMED])}"
    return _nearest(typed, [it.name for it in COMMANDS])


def _nearest(typed: str, known: Sequence[str]) -> str:
    """A clause with what of ``known`` was meant by ``typed``, if one is like it."""
    from difflib import get_close_matches  # noqa: PLC0415  (only where something was mistyped)

    names = {it.lstrip("-"): it for it in known}
    found = get_close_matches(typed.lstrip("-"), names, 1)
    return f"，是否指：{names[found[0]]}" if found else ""


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
