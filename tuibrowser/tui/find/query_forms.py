"""How a query may be written: for the empty find screen and for help."""

from __future__ import annotations

from typing import Final

QUERY_FORMS: Final[tuple[tuple[str, str], ...]] = (
    ("调解 纠纷", "同时含有各词，先后不限"),
    ("“矛盾纠纷调解”", "整句，一字不差"),
    ("调解 -诉讼", "含有前一词，不含后一词"),
    ("年:2022-2024", "限定年度，也可只写一年"),
    ("地:大兴", "限定行政区划，省、市、县、乡镇均可"),
    ("镇:旧宫", "限定报告单位"),
    ("部分:不足", "限定规定内容：成效、不足、负责人、安排、其他"),
    ("领域:普法", "限定工作领域"),
)
"""An example and what it asks for; the example itself is a query that works."""

FORGIVEN: Final = (
    "也可输入全拼或首字母。同音、错一两个字、词序不同、近义的，列在原词之后，并逐条注明；"
    "这些都少时，再按意思列出用词不同的。"
)
"""What need not be written in any particular way."""
