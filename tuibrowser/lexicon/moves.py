"""How Chinese says that a number moved, and since when: sources of patterns for folded text.

Code, not a list: no office invents another word. Whoever reads them adds what tells of a move there
alone, as the 多 of 同比多9件 that is elsewhere the 多 of 多数.
"""

from __future__ import annotations

from typing import Final

RISEN: Final = "增长|增加|上升|提高|提升|增幅"
"""同比增长12%, 由30家增加到45家, 增幅12%."""
FALLEN: Final = "下降|减少|降低|压减|降幅|压缩|缩短|缩减"
"""从3件下降到1件, 压减12项, 缩短9天."""
MOVED: Final = f"{RISEN}|{FALLEN}"
LAST_YEAR: Final = "上一?年度?|去年"
"""较去年增加14件, 上年度为98件."""
EARLIER: Final = f"{LAST_YEAR}|前年|同期"
"""The same, and what is compared with less often."""
