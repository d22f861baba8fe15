"""Pinyin with a letter too many, a letter missing, or two of them swapped.

Of syllables and initials together: with one initial where there are two of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import product
from string import ascii_lowercase
from typing import Final, NamedTuple

from tuibrowser.text.abbreviations import mixtures
from tuibrowser.text.syllables import LONGEST, Spelling, split, standard

_SHORTEST: Final = 5
_LONGEST: Final = 40
_MOST: Final = 24
_MIXED: Final = 4
_WAYS: Final = 2
"""Ways to cut what was typed right: 案 begins as others end, jian is ji an, too."""


class Misspelling(NamedTuple):
    """Letters of which one syllable was mistyped."""

    before: tuple[str, ...]
    meant: tuple[str, ...]
    """What may stand in its place, each a syllable."""
    after: Spelling

    @property
    def size(self) -> int:
        """How many characters are meant."""
        return len(self.before) + 1 + len(self.after.syllables) + bool(self.after.unfinished)


def misspellings(letters: str) -> tuple[Misspelling, ...]:
    """Ways to read ``letters`` (a to z) with one slip, those with the fewest syllables first.

    Args:
        letters: Between 5 and 40; of fewer every word is a slip away, of more nobody types.
    """
    if not _SHORTEST <= len(letters) <= _LONGEST:
        return ()
    found = sorted(_all(letters), key=lambda one: (one.size, len(one.meant)))
    return tuple(dict.fromkeys(one for one in found if one.size > 1))[:_MOST]


def doubled_initials(letters: str) -> Iterator[tuple[str, ...]]:
    """Ways to read ``letters`` as syllables and initials with one initial said twice: xingzf as
    xing z z f. The likeliest ways to cut them first."""
    if _SHORTEST <= len(letters) <= _LONGEST:
        for way in mixtures(letters)[:_MIXED]:
            for at, unit in enumerate(way.units):
                if len(unit) == 1:
                    yield (*way.units[:at], unit, *way.units[at:])


def _all(letters: str) -> Iterator[Misspelling]:
    places = range(1, len(letters))
    starts = {at: [it for it in split(letters[:at], _WAYS) if not it.unfinished] for at in places}
    ends = {at: split(letters[at:], _WAYS) for at in places}
    starts[0], ends[len(letters)] = [Spelling(())], (Spelling(()),)
    for start, befores in starts.items():
        for end in range(start + 1, min(start + LONGEST + 1, len(letters)) + 1):
            if not befores or not ends[end] or not (meant := _meant(letters[start:end])):
                continue
            for before, after in product(befores, ends[end]):
                yield Misspelling(before.syllables, meant, after)


@lru_cache(maxsize=1 << 12)
def _meant(typed: str) -> tuple[str, ...]:
    """The syllables that ``typed`` is one slip away from."""
    places = range(len(typed) + 1)
    wordings = [typed[:at] + typed[at + 1 :] for at in places[:-1]]
    wordings += [typed[:at] + typed[at + 1] + typed[at] + typed[at + 2 :] for at in places[:-2]]
    wordings += [typed[:at] + one + typed[at:] for at in places for one in ascii_lowercase]
    meant = [standard(wording) for wording in wordings if wording != typed]
    return tuple(dict.fromkeys(one for one in meant if one and one != typed))
