"""Break the lines of the lexicon's TOML that are longer than a screen; nothing else in it moves.

Run by ``make format``. A line of a list is broken between its words, and a list on one line gets
lines of its own; a single pattern that is longer stays as it is.
"""

from __future__ import annotations

import re
import textwrap
import tomllib
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Final

from tuibrowser import lexicon

FOLDER: Final = Path(lexicon.__file__).parent
LONGEST: Final = 100
_INDENT: Final = "    "
_WORD: Final = re.compile(r'"(?:[^"\\]|\\.)*"|\'[^\']*\'|[^\s,\[\]"\']+')
_LIST: Final = re.compile(r"(?P<head>[^\s\[#][^=]* = )\[(?P<words>.*)\]")
_MEMBERS: Final = re.compile(rf"\s+(?:(?:{_WORD.pattern}),\s*)+(?:{_WORD.pattern})?\s*")


def wrapped(text: str) -> str:
    """``text`` with its long lines broken; it says the same.

    Raises:
        ValueError: it would say something else.
    """
    broken = "\n".join(_lines(text.split("\n")))
    if tomllib.loads(broken) != tomllib.loads(text):
        raise ValueError("a line cannot be broken")
    return broken


def _lines(lines: Iterable[str]) -> Iterator[str]:
    for is_comment, block in groupby(lines, key=lambda it: it.startswith("# ")):
        them = list(block)
        if is_comment and any(len(it) > LONGEST for it in them):
            yield from _comment(" ".join(it.removeprefix("# ") for it in them))
        else:
            for line in them:
                yield from [line] if len(line) <= LONGEST else _broken(line)


def _broken(line: str) -> Iterator[str]:
    if (found := _LIST.fullmatch(line)) is not None:
        yield f"{found['head']}["
        yield from _filled(_WORD.findall(found["words"]))
        yield "]"
    elif _MEMBERS.fullmatch(line):
        yield from _filled(_WORD.findall(line))
    else:
        yield line


def _filled(words: Iterable[str]) -> Iterator[str]:
    line = ""
    for word in words:
        longer = f"{line} {word}," if line else f"{_INDENT}{word},"
        if line and len(longer) > LONGEST:
            yield line
            longer = f"{_INDENT}{word},"
        line = longer
    if line:
        yield line


def _comment(text: str) -> list[str]:
    return textwrap.wrap(
        text,
        width=LONGEST,
        initial_indent="# ",
        subsequent_indent="# ",
        break_long_words=False,
        break_on_hyphens=False,
    )


def main() -> None:
    """Break the lines of every file."""
    for path in sorted(FOLDER.glob("*.toml")):
        text = path.read_text(encoding="utf-8")
        if (broken := wrapped(text)) != text:
            path.write_text(broken, encoding="utf-8")


if __name__ == "__main__":
    main()
