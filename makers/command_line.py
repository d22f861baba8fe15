"""Make what describes the command line from its table: ``python -m makers.command_line``.

These are the manual page and the completions below ``share/``, and two lists in the Chinese README:
of commands and of options. A test says when they are stale.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from makers import completions
from makers.manual import manual
from tuibrowser.cli.command import PROGRAM, Option
from tuibrowser.cli.options import GENERAL
from tuibrowser.cli.table import BROWSE, COMMANDS

ROOT: Final = Path(__file__).resolve().parents[1]
README: Final = ROOT / "README.zh.md"


def made() -> dict[Path, str]:
    """Each file that is made, with what belongs in it."""
    share = ROOT / "share"
    return {
        share / "man/man1" / f"{PROGRAM}.1": manual(),
        share / "bash-completion/completions" / PROGRAM: completions.bash(),
        share / "zsh/site-functions" / f"_{PROGRAM}": completions.zsh(),
        share / "fish/vendor_completions.d" / f"{PROGRAM}.fish": completions.fish(),
        README: _renewed(README.read_text(encoding="utf-8")),
    }


def _renewed(readme: str) -> str:
    """``readme`` with its two lists as the table has them."""
    for name, rows in (("commands", _commands()), ("options", _options())):
        pattern = re.compile(rf"(?<=<!-- {name} -->\n).*?(?=\n<!-- /{name} -->)", re.DOTALL)
        readme, count = pattern.subn(lambda _, rows=rows: "\n".join(rows), readme)  # type: ignore[misc]
        if count != 1:
            raise ValueError(f"{README} has no place for {name}")
    return readme


def _commands() -> list[str]:
    shown = [
        (f"{PROGRAM} {it.name} {it.argument.shown if it.argument else ''}".rstrip(), it.help)
        for it in (BROWSE, *COMMANDS)
    ]
    rows = [f"| `{command.rstrip()}` | {help_} |" for command, help_ in shown]
    return ["| 命令 | 作用 |", "|---|---|", *rows]


def _options() -> list[str]:
    """One row for each option, though commands may have it with other values."""
    users: dict[object, list[tuple[str, Option]]] = {}
    for command in COMMANDS:
        for option in command.options:
            kind = option.flags if option.words else option
            users.setdefault(kind, []).append((command.name, option))
    rows = []
    for option in GENERAL:
        rows.append(_row(option, f"`{PROGRAM}`" if option.flags == ("--version",) else "所有命令"))
    for uses in users.values():
        names = "、".join(name for name, _ in uses)
        if len({option for _, option in uses}) == 1:
            rows.append(_row(uses[0][1], names))
        else:
            words: dict[tuple[str, ...], list[str]] = {}
            for name, option in uses:
                words.setdefault(option.words, []).append(name)
            each = "；".join(f"{'、'.join(who)}：{'、'.join(what)}" for what, who in words.items())
            meaning = f"输出格式，有 -o 时默认按文件名，否则为最前的一种。{each}"
            rows.append(f"| `{uses[0][1].flags[0]}` | {names} | {meaning} |")
    return ["| 选项 | 用于 | 意思 |", "|---|---|---|", *rows]


def _row(option: Option, used: str) -> str:
    flags = "、".join(f"`{flag} {option.takes}`".replace(" `", "`") for flag in option.flags)
    meaning = "；".join(filter(None, (option.help, option.note)))
    return f"| {flags} | {used} | {meaning} |"


def main() -> None:
    """Write what is made."""
    for path, content in made().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")


if __name__ == "__main__":
    main()
