"""按键设置: the keys a person chose, in a TOML file that is read only where it exists.

Either form is taken, and a command may have several keys::

    "compare.zoom" = "Z"

    [compare]
    pin = ["p", "ctrl+p"]

Whether the commands and keys exist is for the screens to say: they hold the table.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from tuibrowser.files import read_whole
from tuibrowser.locations import config_home
from tuibrowser.reasons import reason_of
from tuibrowser.state.storage import Say, unheard

_MOST: Final = 1024 * 1024
"""Bytes of a file of keys."""


class KeymapUnread(Exception):
    """The file is there but cannot be read; ``str()`` is one Chinese sentence."""


def keymap_file() -> Path:
    """Where a person chooses keys; raises :class:`~tuibrowser.locations.NoHome`."""
    return config_home() / "keys.toml"


def load_keymap(say: Say = unheard) -> dict[str, tuple[str, ...]]:
    """Return the chosen keys as they were written, by command id; nothing where there is no file.

    Args:
        say: Is told of each entry that is no key; the others are used.

    Raises:
        KeymapUnread: the file cannot be read, or is no TOML.
    """
    try:
        file = keymap_file()
        content = read_whole(file, _MOST)
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except OSError as error:
        raise KeymapUnread(f"按键设置 {file} 无法读取：{reason_of(error)}") from None
    import tomllib  # noqa: PLC0415  (7 ms that hardly anybody needs)

    try:
        return dict(_flat("", tomllib.loads(content.decode("utf-8-sig")), file, say))
    except UnicodeDecodeError:
        raise KeymapUnread(f"按键设置 {file} 不是 UTF-8 编码，请另存为 UTF-8") from None
    except (ValueError, RecursionError) as error:
        where = "".join(f"第 {it} 行" for it in _line(str(error)))
        raise KeymapUnread(f'按键设置 {file} {where}写法有误，每行应为：命令 = "键"') from None


def _flat(
    above: str, content: dict[str, Any], file: Path, say: Say
) -> Iterator[tuple[str, tuple[str, ...]]]:
    for name, value in content.items():
        id_ = f"{above}.{name}" if above else name
        if isinstance(value, dict):
            yield from _flat(id_, value, file, say)
            continue
        keys = value if isinstance(value, list) else [value]
        if keys and all(isinstance(key, str) and key for key in keys):
            yield id_, tuple(keys)
        else:
            say(f"按键设置 {file} 中“{id_}”的键应写在引号里")


def _line(message: str) -> list[str]:
    """The line that tomllib names: ``… (at line 3, column 5)``."""
    _, found, rest = message.partition("at line ")
    return [rest.partition(",")[0]] if found else []
