"""Words of a question that say which year or whose reports are meant: 调解 2022, 石鼓滩 调解.

Passages seldom name the year or the unit of their report, so that whoever asks like that means a
limit. A library is asked for each word; nothing is guessed from how a word looks.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from tuibrowser.model.search import Filters, Query

if TYPE_CHECKING:
    from collections.abc import Callable

    from tuibrowser.store.library import Reader

_YEAR: Final = re.compile("(20[0-9]{2})年?度?")
_NAME: Final = re.compile("[\u3400-\u9fff]{2,12}")
_MOST: Final = 8
"""Words of a question that is asked so; a pasted sentence has more."""


class Limited(NamedTuple):
    """A question whose words were taken for limits."""

    words: tuple[str, ...]
    """Those that are left, one at least."""
    fields: Filters
    """Those of the question, and what the others say."""
    said: str
    """The others as they would be typed: 年:2022 镇:石鼓滩."""


def limited(reader: Reader, query: Query, lists: Callable[[Filters], bool]) -> Limited | None:
    """Take words of ``query`` for limits; ``None`` where none can be one, or all would be.

    Args:
        reader: The library.
        query: No passage holds all its words.
        lists: Whether the library has any passage within some limits.
    """
    if not 1 < len(query.needles) <= _MOST:
        return None
    fields, words, said = query.filters, [], []
    for needle in query.needles:
        year = _YEAR.fullmatch(needle)
        if needle in query.quoted:
            words.append(needle)
        elif year and fields.years is None and int(year[1]) in reader.years():
            fields = fields._replace(years=(int(year[1]), int(year[1])))
            said.append(f"年:{year[1]}")
        elif _NAME.fullmatch(needle) and lists(Filters(issuers=(needle,))):
            fields = fields._replace(issuers=(*fields.issuers, needle))
            said.append(f"镇:{needle}")
        elif _NAME.fullmatch(needle) and lists(Filters(places=(needle,))):
            fields = fields._replace(places=(*fields.places, needle))
            said.append(f"地:{needle}")
        else:
            words.append(needle)
    return Limited(tuple(words), fields, " ".join(said)) if said and words else None
