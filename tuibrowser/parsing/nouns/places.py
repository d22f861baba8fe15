"""Names of places that read like grammar: 和平镇 lists nothing, at 马站镇 no station acts.

And divisions that few parts of the country have read as the usual ones: 旗 as 县, 苏木 as 街道.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from tuibrowser.places.gazetteer import gazetteer

# Code, not lexicon: what joins and who acts is grammar. Of 34,900 names 220 hold it.
_MAY_NAME: Final = re.compile(
    "[和共站所局放要通建合的][\u4e00-\u9fff]{0,3}?(?P<level>[镇乡县]|街道|[区市](?!域))"
)
_DOES: Final = re.compile("(?:新建|打通|合作)[镇乡县区市][村级民场政直内]")
"""Verbs that name a place, too, before a word: 新建|镇村道路, 新建|市民广场."""
_BEFORE: Final = 4
"""Characters of a name before those."""
_SHORTEST: Final = 3
"""Characters of a name; 市和县 does not name 和县."""
_PLAIN: Final = "岭"
"""A character of many names that joins nothing and does nothing."""

_RARE: Final = re.compile(
    "苏木|嘎查|(?<=[全我本各])[旗盟]|(?<=[全我本])(?:师(?![生范傅资])|团(?![员支委队体伙组结])|连(?![续片接锁心环年]))"
    "|(?<![红国党锦彩团队])旗(?=(?:人民)?政府|委(?!员)|人大|政协|本级|[直级]|[司执法检公])"
    "|(?<![联同结加])盟(?=委(?!员)|行政?公?署|本级|[直级])"
)
_USUAL: Final = {
    "苏木": "街道", "嘎查": "社区", "旗": "县", "盟": "市", "师": "市", "团": "镇", "连": "镇",
}  # fmt: skip


def plain_places(text: str) -> str:
    """Folded ``text``, as long, with such names made of characters that say nothing: 岭岭镇."""
    text = _RARE.sub(lambda it: _USUAL[it[0]], text)
    at, parts = 0, []
    for found in _MAY_NAME.finditer(text):
        end = found.end()
        for start in range(max(at, found.start() - _BEFORE), end - _SHORTEST + 1):
            if _is_name(text[start:end]) and not _DOES.match(text, start):
                level = found.start("level")
                parts += [text[at:start], _PLAIN * (level - start), text[level:end]]
                at = end
                break
    return "".join([*parts, text[at:]])


@lru_cache(maxsize=1 << 10)
def _is_name(words: str) -> bool:
    book = gazetteer()
    return bool(book.townships(words) or book.superiors(words))
