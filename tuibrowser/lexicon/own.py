"""A person's own lexicon files: read whole, and blamed by file and line for what is wrong in them.

They stand in ``$XDG_CONFIG_HOME/tuibrowser/lexicon/`` under the names of ours. Whoever writes one
is an official with an editor, so nothing of it is taken on trust.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

from tuibrowser.files import read_whole
from tuibrowser.locations import config_home
from tuibrowser.reasons import reason_of

_MOST: Final = 16 * 1024 * 1024
"""Bytes: a hundred times ours together."""

_STRING: Final = re.compile(
    r'"""(?:\\.|(?!""").)*"""|'
    r"'''(?:(?!''').)*'''|"
    r'"(?:\\.|[^"\\\n])*"|'
    r"'[^'\n]*'|"
    r"#[^\n]*",
    re.DOTALL,
)
"""A string of TOML, or a comment, in which there are none."""


class LexiconError(Exception):
    """A person's own lexicon file cannot be used; ``str()`` is one Chinese sentence."""


Way = tuple[str | int, ...]
"""Where something stands in a file: names of tables and entries, and numbers in lists from 0."""


class Fault(Exception):
    """Something in a file is not what it should be; ``str()`` is the end of a Chinese sentence."""

    def __init__(self, way: Way, fault: str, value: Any = None) -> None:
        """Say what is wrong.

        Args:
            way: Where.
            fault: ``“(”不是有效的正则表达式``
            value: The string itself, if it is one.
        """
        super().__init__(fault)
        self.way = way
        self.value = value


class OwnFile:
    """One of a person's files that is there."""

    def __init__(self, path: Path, data: bytes) -> None:
        """Read ``data``, what stands at ``path``.

        Raises:
            LexiconError: it is no TOML.
        """
        self.path = path
        self.data = data
        try:
            # Windows editors put a mark before UTF-8.
            self._text = data.decode("utf-8-sig").replace("\r\n", "\n")
            self.content: dict[str, Any] = tomllib.loads(self._text)
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
            raise self._error(f"第 {line} 行不是 UTF-8 编码") from None
        except (ValueError, RecursionError) as error:
            place = re.search(r"line (\d+), column (\d+)", str(error))
            where = f"第 {place[1]} 行第 {place[2]} 列" if place else "文件末尾不完整"
            if not isinstance(error, tomllib.TOMLDecodeError):
                where = "嵌套过深或数字过大"
            raise self._error(f"不是有效的 TOML（{where}）") from None

    def blamed(self, fault: Fault) -> LexiconError:
        """The error that says on which line ``fault`` is."""
        at = self._entry(fault.way)
        if isinstance(fault.value, str):
            at = self._string(fault.value, at)
        return self._error(f"第 {self._text.count(chr(10), 0, at) + 1} 行：{fault}")

    def _error(self, fault: str) -> LexiconError:
        return LexiconError(f"自备词表 {self.path} {fault}，请修改或移走该文件")

    def _entry(self, way: Way) -> int:
        """Where the name at the end of ``way`` stands; ``tomllib`` does not tell."""
        at, name = 0, re.compile("")
        for step in way:
            if isinstance(step, str):
                name = re.compile(rf"(?<![\w-])[\"']?{re.escape(step)}[\"']?(?=\s*[]=.])")
            # The second of several tables of one name comes after the first.
            for _ in range(step if isinstance(step, int) else 1):
                if (found := self._next(name, at)) is not None:
                    at = found
        return max(at - 1, 0)

    def _next(self, name: re.Pattern[str], at: int) -> int | None:
        """One character behind the beginning of the next ``name`` that is in no comment."""
        for match in name.finditer(self._text, at):
            line = self._text[self._text.rfind("\n", 0, match.start()) + 1 : match.start()]
            if not line.lstrip().startswith("#"):
                return match.start() + 1
        return None

    def _string(self, value: str, at: int) -> int:
        """Where ``value`` stands as a string from ``at`` on; ``at`` where it is not found."""
        for match in _STRING.finditer(self._text):
            if match.start() >= at and not match[0].startswith("#"):
                with suppress(ValueError):
                    if tomllib.loads(f"value = {match[0]}")["value"] == value:
                        return match.start()
        return at


def own_file(name: str) -> OwnFile | None:
    """The person's file called ``name``; ``None`` where there is none.

    Raises:
        LexiconError: it cannot be read or is no TOML.
    """
    try:
        path = config_home() / "lexicon" / name
        data = read_whole(path, _MOST)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise LexiconError(
            f"自备词表 {path} 无法读取：{reason_of(error)}，请修改权限或移走该文件"
        ) from None
    return OwnFile(path, data)


def check(content: Any, ours: Any, way: Way = (), free: Sequence[str] = ()) -> None:
    """Raise :class:`Fault` unless ``content`` is of the shape of ``ours``, which has all entries.

    Args:
        content: What a person wrote.
        ours: What it is to be like: the same names, strings where strings are.
        way: Where ``content`` stands in the file.
        free: Names of tables in which a person may write other names, too.
    """
    name = name_of(way)
    has_tables = isinstance(ours, list) and ours and isinstance(ours[0], dict)
    if type(content) is not type(ours):
        kind = f" [[{name}]]" if has_tables else _KINDS[type(ours)]
        raise Fault(way, f"“{name}”应写作{kind}", content)
    if isinstance(ours, dict):
        for key, value in content.items():
            if key not in ours and name not in free:
                raise Fault((*way, key), f"“{key}”不是自带词表中的名称")
            check(value, ours.get(key, next(iter(ours.values()))), (*way, key), free)
    elif has_tables:
        entries = {entry["id"]: entry for entry in ours}
        for number, entry in enumerate(content):
            here = (*way, number)
            if not isinstance(entry, dict) or entry.get("id") not in [*entries]:
                found = entry.get("id") if isinstance(entry, dict) else entry
                raise Fault(here, f"“{name}”的 id 应为其中之一：{'、'.join(entries)}", found)
            check(entry, entries[entry["id"]], here, free)
    elif isinstance(ours, list):
        check_words(content, way)
    elif isinstance(ours, int) and not 0 < content < _LARGEST:
        raise Fault(way, f"“{name}”应为 1 至 {_LARGEST - 1} 的整数")


def check_words(content: Any, way: Way) -> tuple[str, ...]:
    """Return ``content`` if it is a list of words; raises :class:`Fault`."""
    name = name_of(way)
    if not isinstance(content, list):
        raise Fault(way, f"“{name}”应写作{_KINDS[list]}", content)
    for word in content:
        if not isinstance(word, str):
            raise Fault(way, f"“{name}”中每一条都应写在引号里")
        if not word.strip():
            raise Fault(way, f"“{name}”中有空的词条", word)
    return tuple(content)


def unquoted(words: Sequence[str]) -> tuple[str, ...]:
    """``words`` without quotation marks, which a report may write anywhere or leave out."""
    return tuple(filter(None, (_QUOTES.sub("", word) for word in words)))


def name_of(way: Way) -> str:
    """The last name on ``way``."""
    return next((step for step in reversed(way) if isinstance(step, str)), "")


_LARGEST: Final = 10_000
_QUOTES: Final = re.compile("[\"'“”‘’]")
_KINDS: Final = {
    dict: "一个表",
    list: '列表，如 ["举措", "措施"]',
    str: "引号里的文字",
    int: "整数",
}
