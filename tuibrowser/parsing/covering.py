"""Whether a paper only hands a report over, or asks for one, and is none itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from tuibrowser.parsing.lines.source import Line
from tuibrowser.parsing.outline.bodies import Outline
from tuibrowser.parsing.subject import (
    FEWEST_FIELDS,
    FEWEST_PARTS,
    FIELDS,
    HEADED,
    SUBJECT,
    count_parts,
    count_told,
)

_COVERING: Final = re.compile(
    r"关于(?:报送|上报|呈报|呈送|报请|提交|印发|转发|下发|做好|开展|编制|撰写)[^。;:]{0,60}"
    rf"(?:{SUBJECT})[^。;:]{{0,40}}(?:报告|情况|总结|汇报)[^。;:]{{0,20}}?(?:公函|函|请示|通知|报告)(?=$|[^》\"])"
)
"""What a paper is called that only hands a report over, or asks for one."""
_HEAD: Final = 8
"""Lines among which its name stands, perhaps broken."""
_HANDS_OVER: Final = re.compile("现[将就把]|随文|附件|附后|特此|请审|请予|妥否|请批")
_ASKS: Final = re.compile(
    "(?:之前|以前|前)[^,。;]{0,12}(?:报送|上报|报至|送至|报我|报县|提交|发送)"
)
_COUNTED: Final = re.compile(r"\d[余多]?(?:人次|[件场次起份名人户个条项])")
_FEWEST_COUNTED: Final = 2
"""Numbers of things done that only a report has."""
_AT_LENGTH: Final = 300
"""Characters of a letter that tells of work without numbers; what hands over has a hundred."""


def only_covers(outline: Outline, lines: Sequence[Line]) -> bool:
    """Whether it hands a report over, or asks for one, and none is in it: no two of the parts have
    headings, and it tells of no work with numbers, nor at length of the fields of a report."""
    name = "".join(line.shadow for line in lines[:_HEAD])
    if not _COVERING.search(name) or count_parts(outline) >= FEWEST_PARTS:
        return False
    asks = any(_ASKS.search(line.shadow) for line in lines)
    if not asks and any(HEADED.match(heading.line.shadow) for heading in outline.headings):
        return False
    if not asks and not any(_HANDS_OVER.search(line.shadow) for line in lines):
        return False
    if sum(len(_COUNTED.findall(line.shadow)) for line in lines) >= _FEWEST_COUNTED:
        return False
    length = sum(len(line.shadow) for line in lines)
    return asks or length < _AT_LENGTH or count_told(FIELDS, lines) < FEWEST_FIELDS
