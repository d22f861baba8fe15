"""Where words start, for the second pass of ``index`` and drafts: a dictionary takes a second.

``rjieba`` (extra ``fast``) is used where it is installed: jieba's algorithm and dictionary in Rust,
20 times the speed, 0.05 % of tokens differ.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterable
from functools import cache
from itertools import accumulate


def word_starts(text: str) -> bytes:
    """A bitmap of ``text``, one bit a code point; :mod:`tuibrowser.text.words` reads it."""
    bitmap = bytearray((len(text) + 7) // 8)
    words = _cutter()(text)
    for start in accumulate(map(len, words[:-1]), initial=0) if words else ():
        bitmap[start >> 3] |= 1 << (start & 7)
    return bytes(bitmap)


@cache
def _cutter() -> Callable[[str], list[str]]:
    try:
        import rjieba  # noqa: PLC0415
    except ImportError:
        return _load_jieba()
    return lambda text: list(rjieba.cut(text))


def _load_jieba() -> Callable[[str], list[str]]:
    with warnings.catch_warnings():
        # jieba 0.42.1 has unescaped backslashes in its patterns, which newer Pythons point out on
        # standard error at every start that cannot write bytecode.
        warnings.simplefilter("ignore")
        import jieba  # noqa: PLC0415

    # Its logger writes on standard error, where a progress line or a screen may stand.
    jieba.setLogLevel(60)
    tokenizer = jieba.Tokenizer()
    # Not `initialize()`: that trusts and writes a marshal file in the shared temporary folder,
    # which any user could have put there (tried: the words were theirs). Loading it took as long
    # as building the dictionary, 1.1 s.
    tokenizer.FREQ, tokenizer.total = tokenizer.gen_pfdict(tokenizer.get_dict_file())
    tokenizer.initialized = True

    def cut(text: str) -> list[str]:
        words: Iterable[str] = tokenizer.cut(text)
        return list(words)

    return cut
