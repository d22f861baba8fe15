"""What a meeting or a body took up so often, which is told whole: 市政府常务会议研究法治工作4次.

How often a body met for something is another number than how often that was spoken of. What it only
heard (听取) or what a study group read is told without it.
Offsets are into a folded line, veiled as that of ``objects``.
"""

from __future__ import annotations

import re
from typing import Final

from tuibrowser.model.terms import Span

# Code, not lexicon: the order of a clause that counts.
_CALLS: Final = "(?:[^,、的]{0,10}?(?:主持|召开|召集|组织)了?)*"
"""Who called the meeting, which is no part of its name."""
_DECIDES: Final = (
    "(?:常务会|常委会|办公会|主任会|[镇乡县区市州局长]务会|联席会|班子会|党[委组]会|工委会|领导小组会"
    "|专题会|全体会|(?<=委员会)(?=专|集|多|研|审|讨|学)|(?:党[委组]|党工委|管委会|领导小组)(?!会|理论|中心组))"
    "(?:会?议)?"
)
"""How those end that decide; a study group (中心组) does not."""
_HOW: Final = "(?:专题|集中|集体|多次|先后|及时|认真)*"
_SESSION: Final = re.compile(
    f"{_CALLS}(?P<it>(?![通经由在以对将把向为与和])[^,、的与和及\\d]{{0,24}}?{_DECIDES}{_HOW}"
    "(?:研究(?![所院会室])|审议|讨论|学习(?=[^,]{3}))[^,]{2,})"
)


def find_session(text: str, begin: int, end: int) -> Span | None:
    """What was taken up, with who did, if nothing else stands between ``begin`` and ``end``."""
    if not any(text.find(it, begin, end) > begin for it in ("研究", "审议", "讨论", "学习")):
        return None  # a match costs ten times as much
    session = _SESSION.fullmatch(text, begin, end)
    return session.span("it") if session else None
