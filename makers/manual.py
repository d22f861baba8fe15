"""The manual page, from the table of commands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tuibrowser.cli.command import PROGRAM, Command, Option
from tuibrowser.cli.notes import REFERENCES, STATUSES
from tuibrowser.cli.options import GENERAL
from tuibrowser.cli.table import BROWSE, COMMANDS
from tuibrowser.text.linebreak import broken

_WIDEST: Final = 72
"""Columns of a page of 80 less its margins."""
_COLUMNS: Final = 64
"""Columns of what stands below a name: groff breaks Chinese nowhere by itself."""


def manual() -> str:
    """The page as the ``man`` macros of troff want it."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield f'.\\" Made by: python -m makers.command_line\n.TH {PROGRAM.upper()} 1'
    yield from (".SH 名称", f"{PROGRAM} \\- 并排对照和检索乡镇年度法治政府建设报告")
    yield ".SH 用法"
    for command in (BROWSE, *COMMANDS):
        yield from (".HP", f"\\fB{PROGRAM}\\fR {_safe(command.usage)}")
    yield from (".SH 说明", f"不带命令时{BROWSE.help}。")
    yield ".SH 命令"
    for command in COMMANDS:
        yield from _entry(command)
    yield ".SH 选项"
    for option in GENERAL:
        yield from _option(option)
    title, text = _section(REFERENCES)
    yield from (f".SH {title}", *_as_set(text))
    title, text = _section(STATUSES)
    yield from (f".SH {title}", *_folded("".join(map(str.strip, text.splitlines()))))
    yield from (
        *(".SH 文件", ".TP", "\\fI$XDG_DATA_HOME/tuibrowser/library.sqlite3\\fR"),
        *_folded("报告库；$XDG_DATA_HOME 一般是 ~/.local/share"),
        *(".TP", "\\fI$XDG_CONFIG_HOME/tuibrowser/keys.toml\\fR", *_folded("自己定的按键")),
        *(
            ".SH 环境变量",
            ".TP",
            "TUIBROWSER_DB",
            *_folded("未写 --db 时用的报告库文件，几个用冒号隔开"),
        ),
        *(".TP", "COLUMNS", *_folded("输出的宽度（列）；默认随终端，输出到管道、文件的表格不折行")),
        *(".TP", "NO_COLOR", *_folded("不用粗体和颜色")),
    )


def _entry(command: Command) -> Iterator[str]:
    shown = command.argument.shown if command.argument else ""
    yield from (".SS " + f"{command.name} {shown}".strip(), *_folded(f"{command.help}。"))
    for option in command.options:
        yield from _option(option)
    for note in command.notes:
        if note != REFERENCES:
            yield from (".PP", *_as_set(note))


def _option(option: Option) -> Iterator[str]:
    flags = ", ".join(f"\\fB{_safe(flag)}\\fR" for flag in option.flags)
    takes = f" \\fI{_safe(option.takes)}\\fR" if option.takes else ""
    meaning = "；".join(filter(None, (option.help, option.note)))
    yield from (".TP", f"{flags}{takes}", *_folded(f"{meaning}。"))


def _section(text: str) -> tuple[str, str]:
    """A title and what stands below it, of ``REF 的写法：…``."""
    title, _, rest = text.partition("：")
    return title, rest.strip("\n")


def _as_set(text: str) -> Iterator[str]:
    lines = text.splitlines()
    yield from (".nf", *(_safe(part) for line in lines for part in _broken_as_set(line)), ".fi")


def _broken_as_set(line: str) -> list[str]:
    """``line``, which was set for a page without margins, in lines that a page has room for."""
    inner = line.lstrip(" ")
    indent = line[: len(line) - len(inner)]
    return [f"{indent}{part}" for part in broken(inner, _WIDEST - len(indent))]


def _folded(text: str) -> Iterator[str]:
    for number, line in enumerate(broken(text, _COLUMNS)):
        yield from ((".br",) if number else ())
        yield _safe(line)


def _safe(text: str) -> str:
    """``text`` as troff prints it as it stands, also at the beginning of a line."""
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return re.sub(r"^(?=[.'])", r"\\&", text)
