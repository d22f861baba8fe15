"""Names, and which of them a typed word may mean: in Chinese, pinyin or initials.

Matching one name takes 2 us, and a province has tens of thousands. So every character knows the
names that have it, and only those are tried that have one the word can begin with.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property
from typing import Final

from tuibrowser.text.fold import fold
from tuibrowser.text.syllables import LONGEST
from tuibrowser.text.typed import matches

_KEPT: Final = 64
"""Words whose answers are kept: those of a line that is being typed and corrected."""


class Names:
    """Different names, each with a number."""

    def __init__(self, names: Iterable[str]) -> None:
        """Take ``names``; of equal ones the first."""
        self.names = tuple(dict.fromkeys(names))
        self.number = {name: number for number, name in enumerate(self.names)}
        self._meant: dict[str, frozenset[int]] = {}
        self._beginning: dict[str, frozenset[str]] = {}

    def meant(self, word: str) -> frozenset[int]:
        """The numbers of the names that :func:`~tuibrowser.text.typed.matches` ``word``, folded."""
        if word not in self._meant:
            if len(self._meant) >= _KEPT:
                self._meant.clear()
            tried = {number for each in self._starts(word) for number in self._having[each]}
            self._meant[word] = frozenset(
                number for number in tried if matches(word, self.names[number])
            )
        return self._meant[word]

    def _starts(self, word: str) -> frozenset[str]:
        """The characters that the letters at the beginning of ``word`` can stand for."""
        typed = word.replace("'", "")
        found: frozenset[str] = frozenset()
        for end in range(1, min(LONGEST, len(typed)) + 1):
            letters = typed[:end]
            if letters not in self._beginning:
                self._beginning[letters] = frozenset(
                    character for character in self._having if matches(letters, character)
                )
            found |= self._beginning[letters]
        return found

    @cached_property
    def _having(self) -> dict[str, list[int]]:
        having: defaultdict[str, list[int]] = defaultdict(list)
        for number, name in enumerate(self.names):
            for character in set(fold(name)):
                having[character].append(number)
        return dict(having)
