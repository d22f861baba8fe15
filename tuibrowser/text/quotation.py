"""Words between quotation marks (GB/T 15834-2011, 4.8)."""

from __future__ import annotations

from typing import Final

_TURNED: Final = str.maketrans("“”‘’", "‘’“”")


def quoted(words: str) -> str:
    """``words`` between quotation marks; those within become single ones, and of three the inmost
    double again."""
    # A single mark by itself may be an apostrophe, and is a quotation's inner one as it stands.
    is_nested = "“" in words or "”" in words
    return f"“{words.translate(_TURNED) if is_nested else words}”"
