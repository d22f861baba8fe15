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
from typing import Any

from tuibrowser.locations import config_home
from tuibrowser.reasons import reason_of


class KeymapUnread(Exception):
    """The file is there but cannot be read; ``str()`` is one Chinese sentence."""


def keymap_file() -> Path:
    """Where a person chooses keys."""
    return config_home() / "keys.toml"


def load_keymap() -> dict[str, tuple[str, ...]]:
    """The chosen keys as they were written, by command id; nothing where there is no file.

    Raises:
        KeymapUnread: the file cannot be read, or is no TOML, or holds something else than keys.
    """
    file = keymap_file()
    try:
        content = file.read_bytes()
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise KeymapUnread(f"按键设置 {file} 无法读取：{reason_of(error)}") from None
    import tomllib  # noqa: PLC0415  (7 ms that hardly anybody needs)

    try:
        return dict(_flat("", tomllib.loads(content.decode("utf-8-sig")), file))
    except UnicodeDecodeError:
        raise KeymapUnread(f"按键设置 {file} 不是 UTF-8 编码，请另存为 UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        where = "".join(f"第 {it} 行" for it in _line(str(error)))
        raise KeymapUnread(f'按键设置 {file} {where}写法有误，每行应为：命令 = "键"') from None


def _flat(above: str, content: dict[str, Any], file: Path) -> Iterator[tuple[str, tuple[str, ...]]]:
    for name, value in content.items():
        id_ = f"{above}.{name}" if above else name
        if isinstance(value, dict):
            yield from _flat(id_, value, file)
            continue
        keys = value if isinstance(value, list) else [value]
        if not keys or not all(isinstance(key, str) and key for key in keys):
            raise KeymapUnread(f"按键设置 {file} 中“{id_}”的键应写在引号里")
        yield id_, tuple(keys)


def _line(message: str) -> list[str]:
    """The line that tomllib names: ``… (at line 3, column 5)``."""
    _, found, rest = message.partition("at line ")
    return [rest.partition(",")[0]] if found else []
