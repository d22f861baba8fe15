"""Keys as a Chinese keyboard sends them, and as a person reads them.

Users live in Chinese mode: there ``?`` arrives as ``？``, ``[`` as ``【`` and, with full-width
letters on, ``m`` as ``ｍ``. Each is a key of its own to Textual, so every printable key is bound
together with its twins. Tried with Textual 8.2.8.
"""

from __future__ import annotations

from typing import Final

_FULL_WIDTH = 0xFEE0
"""Distance from an ASCII character to its full-width form."""

_PUNCTUATION: Final[dict[str, str]] = {
    "[": "【「",
    "]": "】」",
    "<": "《",
    ">": "》",
    "/": "、",
    "'": "‘’",
    '"': "“”",
    ".": "。",
    "$": "￥",
    "^": "…",
    "_": "—",
    "`": "·",
}
"""What Chinese mode types for a key beside its full-width form."""

_NAMES: Final[dict[str, str]] = {
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "home": "Home",
    "end": "End",
    "enter": "Enter",
    "escape": "Esc",
    "tab": "Tab",
    "backspace": "Backspace",
    "delete": "Delete",
    "space": "空格",
}


def twins(key: str) -> tuple[str, ...]:
    """The other characters by which ``key`` may arrive under a Chinese input method.

    Args:
        key: A key as Textual names it, single characters as they are (``]``, ``a``, ``ctrl+p``).

    Returns:
        Single characters, none of them ``key``; empty for keys without a character of their own.
    """
    if key == "space":
        return ("ideographic_space",)  # Textual takes blanks around a key for nothing
    if len(key) != 1 or not "!" <= key <= "~":
        return ()
    return (chr(ord(key) + _FULL_WIDTH), *_PUNCTUATION.get(key, ""))


def readable(key: str) -> str:
    """``key`` as it is written for people: ``Ctrl+P``, ``↓``, ``]``."""
    *modifiers, last = key.split("+") if len(key) > 1 else [key]
    name = _NAMES.get(last, last)
    if modifiers:
        name = name.upper() if len(name) == 1 else name
        return "+".join([*(modifier.capitalize() for modifier in modifiers), name])
    return name


def is_han(character: str) -> bool:
    """Whether ``character`` is one that only an input method in Chinese mode commits."""
    return (
        "\u3400" <= character <= "\u9fff"
        or "\uf900" <= character <= "\ufaff"
        or "\U00020000" <= character <= "\U0003ffff"
    )
