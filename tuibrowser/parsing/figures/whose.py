"""Whose deeds a number counts: the township's, or those of its villages, too."""

from __future__ import annotations

import re
from typing import Final

from tuibrowser.model.terms import FigureScope
from tuibrowser.parsing.figures.parts import REACH

# Code, not lexicon: who may count for whom is laid down; each exception has a test.
_IN_BRACKETS: Final = r"\([^()]{1,4}\)"
"""村(社区), 村(居)."""
_VILLAGE: Final = "(?:行政)?(?:村|社区)"
_FORMS: Final = (
    "镇村两级|镇、村|乡村两级|镇村(?!干部|建)",
    rf"全[镇乡街][^,。;]{{0,4}}各{_VILLAGE}",  # 全镇各村
    # 12个村累计
    rf"(?:^|(?<=[,;。:]))\d+个{_VILLAGE}(?:{_IN_BRACKETS}|居|、?社区)?(?:全年|今年)?(?:共|累计|先后|均)",
    "(?<!深入)(?<!走进)各(?:行政)?(?:村|社区|居)",  # 各村, but 深入各村
    rf"(?:村(?:{_IN_BRACKETS}|居|社区)?|社区)(?:两级|级)",  # 村级
    "(?:各|两)级(?:人民)?调(?:解|委会)",
    # 村(居)化解, 镇调解40件、村调解32件
    r"(?:^|(?<=[,;。:(中个])|(?<=[件起例宗场次期份]、))(?:村|社区)"
    rf"(?:(?:{_IN_BRACKETS}|居|民小组)(?!干部)|(?=(?:人民)?调(?:解|委会)))",
)
_VILLAGES: Final = re.compile("|".join(_FORMS))
"""Whoever counts for the villages begins a clause: 村(居)化解85件, but 深入村居宣讲12场."""
_TOWNSHIP: Final = re.compile(
    r"本级|[镇乡]里(?=[举组开召调化办])|(?<!向)(?:[镇乡]|街道)(?:级|机关|调委会|人民?调解)(?!以)"
)


def scope_of(shadow: str, at: int) -> FigureScope:
    """Whose deeds the number at ``at`` counts: who was named last in its part of the sentence."""
    first = max(0, at - REACH)
    begin = max(first, *(shadow.rfind(it, first, at) + 1 for it in "。;"))
    words = shadow[begin:at]
    of_town = max((it.end() for it in _TOWNSHIP.finditer(words)), default=0)
    return "with_villages" if _VILLAGES.search(words, of_town) else "township"
