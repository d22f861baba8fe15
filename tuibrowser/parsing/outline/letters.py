"""Work that a letter tells below its address, where no heading rules it."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import Final

from tuibrowser.model.terms import SectionKind
from tuibrowser.parsing.lines.source import Line

# Code, not lexicon: how a letter announces what it tells, and how sentences end, is grammar.
_ANNOUNCES: Final = re.compile("(?:如下|(?:报告|汇报|总结)(?:有关)?情况)[:。]?$")
_TELLS: Final = re.compile(
    r"\d(?:余|多|万)*(?:次|人|件|场|份|个|名|项|%|户|起|条|家|期|篇|部|处|元)|[^。]{30,}。"
)
_ENDS: Final = tuple("。;:!")


def told_work(
    opening: Sequence[Line], kinds: Collection[SectionKind | None]
) -> tuple[Sequence[Line], Sequence[Line]]:
    """What opens a report, and the paragraphs behind it that tell work.

    Only where no heading says where that is told; the first paragraph presents the report, unless a
    later one announces it.

    Args:
        opening: The paragraphs above the first heading.
        kinds: The items that headings name.
    """
    if "measures_results" in kinds:
        return opening, ()
    announced = [at for at, line in enumerate(opening) if _ANNOUNCES.search(line.shadow)]
    first = announced[-1] + 1 if announced else 1
    work = opening[first:]
    if not all(line.shadow.endswith(_ENDS) for line in work) or not any(
        _TELLS.search(line.shadow) for line in work
    ):
        return opening, ()
    return opening[:first], work
