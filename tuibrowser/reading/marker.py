"""A number that a program drew before a paragraph, as text before it."""

from __future__ import annotations


def numbered(number: str, text: str) -> str:
    """``text`` behind its number, parted by a space only where both would run together."""
    if not number:
        return text
    text = text.lstrip()
    plain = number[-1].isascii() and number[-1] not in ")]"
    needs_space = number[-1].isalnum() or (plain and text[:1].isascii())
    return f"{number} {text}" if needs_space else number + text
