"""What a page that lost its line breaks tells of its own words."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import Final

from tuibrowser.parsing.lines.numbering import HAN

_UNIT: Final = re.compile(
    rf"((?![我本全各该两])[{HAN}](?![我本全各该两])[{HAN}])(镇|街道|乡)(?![村级])"
)
_LONGEST_UNIT: Final = 5
_TOGETHER: Final = -1.5
_BEGINS: Final = 0.7
_ENDS: Final = 0.5
"""What speaks for a seam: that four characters stand together twice, that those behind it begin a
clause, that those before it end one."""


@dataclass(frozen=True, slots=True)
class PageWords:
    """What one page tells of its words."""

    shadow: str = ""
    first: frozenset[str] = frozenset()
    """Pairs of characters that begin its clauses."""
    last: frozenset[str] = frozenset()
    unit: str = ""
    """The township that its clauses begin with."""
    _repeated: dict[int, frozenset[str]] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def of(cls, shadow: str) -> PageWords:
        """Those of ``shadow``."""
        edges = [match.span() for match in re.finditer("[。,;:!?]+", shadow)]
        return cls(
            shadow,
            frozenset(shadow[end : end + 2] for _, end in edges),
            frozenset(shadow[start - 2 : start] for start, _ in edges if start > 1),
            _unit(shadow),
        )

    def parts(self, before: str, after: str) -> float:
        """What speaks for a seam between two pairs of characters; less than 0 where the four stand
        together elsewhere."""
        if before + after in self._twice(len(before + after)):
            return _TOGETHER
        return _BEGINS * (after in self.first) + _ENDS * (before in self.last)

    # A page of 100,000 characters has 50,000 seams, each of which would be looked for in all of it.
    def _twice(self, length: int) -> frozenset[str]:
        """All that stands there twice of so many characters."""
        if length not in self._repeated:
            pieces = Counter(
                self.shadow[at : at + length] for at in range(len(self.shadow) - length + 1)
            )
            self._repeated[length] = frozenset(it for it, count in pieces.items() if count > 1)
        return self._repeated[length]


def _unit(shadow: str) -> str:
    """The name of a township that a page says most, as long as it is the same throughout."""
    names = Counter(match[0] for match in _UNIT.finditer(shadow))
    name = max(names, key=names.__getitem__, default="")
    while name and len(name) < _LONGEST_UNIT:
        before = Counter(re.findall(f"([{HAN}]){name}", shadow))
        longer = max(before, key=before.__getitem__, default="")
        if not longer or before[longer] * 3 < names[name] * 2:
            break
        name, names = longer + name, Counter({longer + name: before[longer]})
    return name
