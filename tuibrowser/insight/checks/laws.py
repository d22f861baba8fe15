"""Laws, regulations and plans that were no longer in force in the year reported on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from tuibrowser.insight.checks.finding import Finding, quoted
from tuibrowser.insight.checks.material import Material
from tuibrowser.insight.checks.years import believed_year
from tuibrowser.lexicon.laws import load_laws

# Code, not lexicon: how a sentence says that something is past.
_OF_THE_PAST: Final = re.compile(
    r"原|废止|失效|取代|代替|替代|总结|收官|终期|验收|回顾|五\"?(?:普法|规划)?(?:期间|时期)|以来|圆满|修订前|清理|衔接|同时(?:废止|失效)|表彰|先进"
)


def check_laws(material: Material) -> Iterator[Finding]:
    """Yield what is cited as in force and was not; what is told of the past is no remark."""
    year = believed_year(material.report)
    if year is None:
        return
    begun = date(year, 1, 1)
    ceased = [
        (law, pattern)
        for law in load_laws()
        if law.until <= begun and (pattern := law.pattern_for(material.words))
    ]
    seen: set[tuple[int, int]] = set()
    for prose in material.paragraphs:
        for law, pattern in ceased:
            for found in pattern.finditer(prose.text):
                start, end = found.span()
                clause = prose.text[prose.clause_start(start) : prose.clause_end(end)]
                if _OF_THE_PAST.search(clause):
                    continue
                quote = prose.quote(start, end)
                if any(a < quote.end and quote.start < b for a, b in seen):
                    continue
                seen.add((quote.start, quote.end))
                instead = f"，现为{law.instead}" if law.instead else ""
                says = f"{quoted(quote.text)}自{law.until.isoformat()}起已不适用{instead}，请核"
                yield Finding("outdated_law", says, (quote,))
