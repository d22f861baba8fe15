"""The county called by another kind's word: 全区 in the report of a town of a 县."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tuibrowser.insight.checks.finding import Finding
from tuibrowser.insight.checks.material import Material
from tuibrowser.model.terms import TOWNSHIPS

# Code, not lexicon: the kinds of counties and their bodies are closed.
_KINDS: Final = "县区"
_OWN: Final = {
    "县": r"(?<![健安完齐保成周])全县(?![域长城])|(?:(?<=[,。;:、在经由向按是])|^)县委、?县政府",
    "区": r"(?<![健安完齐保成周])全区(?![域块间别])|(?:(?<=[,。;:、在经由向按是])|^)区委、?区政府",
}
_REGIONS: Final = re.compile("自治区|广西|宁夏|西藏|内蒙古|新疆")
"""Where 全区 may be the region."""
_WITHIN: Final = re.compile(
    "社区|[园景厂校林牧辖片灌库营小]区|开发区|新区|功能区|示范区|度假区|管理区|高新区"
)
"""Where 全区 may be something smaller."""


def check_county_kind(material: Material) -> Iterator[Finding]:
    """Yield where the report calls its county a district, or the other way round."""
    report = material.report
    county = report.place.county
    if county is None or county[-1] not in _KINDS or report.issuer_kind not in TOWNSHIPS:
        return
    kind = county[-1]
    if kind == "县" and _REGIONS.search("".join(report.place.levels)):
        return
    other = _KINDS.replace(kind, "")
    for prose in material.paragraphs:
        for found in re.finditer(_OWN[other], prose.text):
            if _WITHIN.search(prose.text, prose.sentence_at(found.start())[0], found.start()):
                continue
            quote = prose.quote(*found.span())
            says = f"本单位属{county}，这里写作“{quote.text}”，请核"
            yield Finding("unit_type", says, (quote,))
