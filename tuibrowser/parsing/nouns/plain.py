"""A line made plain before its clauses are read, as long as it was.

What stands in quotes and brackets is veiled; names of places that read like grammar say nothing
(和平镇 lists nothing, at 马站镇 no station acts), and divisions that few parts of the country have
read as the usual ones (旗 as 县, 苏木 as 街道); what a number is compared with is told one way.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from tuibrowser.parsing.nouns.whole import VEIL
from tuibrowser.places.gazetteer import gazetteer

_NUMERALS: Final = "[一二三四五六七八九十百两]"
_COUNTING: Final = (
    rf"[^()]{{0,28}}{_NUMERALS}(?:成|分之)"
    r"|[^()]{1,26}[二三四五六七八九十百两][人名个件起次场家户份][^()]{0,8}\)"
)
_VEILED: Final = re.compile(
    r'《[^《》]{1,60}》|"[^"]{1,40}"'
    rf"|\((?![一二三四五六七八九十]{{1,3}}\)|{_COUNTING})[^()\d]{{1,30}}\)"
)
"""Titles, quotes and brackets in which nothing is counted: of (其中女性三名) the noun looks out."""
_ROUND: Final = str.maketrans("【】［］[]", "()()()")
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
_BASE: Final = re.compile(
    r"[与和同跟](?P<than>(?:20\d\d年?|[上去前往本]一?年|年初)[^,。;、\d比]{0,4}?)(?P<end>相比较?|相较|比(?![重例率]))"
    r"|在(?P<on>(?:20\d\d年?|[上去前往]一?年)[^,。;、\d]{0,3}?的?)基础上"
    r"|对比(?=20\d\d年|[上去前往]一?年)"
)
"""With what is compared, told around it: 与上年度相比, 在去年的基础上."""


def plain(shadow: str) -> str:
    """``shadow``, folded and with round brackets, as its clauses are read."""
    return _plain_bases(plain_places(_veiled(shadow))).replace("——", ",,")


def round_brackets(text: str) -> str:
    """``text`` with round brackets for others: 办件量【环比增加9%】."""
    return text.translate(_ROUND)


def _veiled(text: str) -> str:
    """Folded ``text`` with :data:`VEIL` for each character that is quoted, or set aside."""
    return _VEILED.sub(lambda it: VEIL * len(it[0]), text)


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


def _plain_bases(text: str) -> str:
    """``text``, as long as it was, with 较上年 for whatever tells so with what is compared."""
    return _BASE.sub(_plain, text) if "比" in text or "础" in text or "相较" in text else text


def _plain(base: re.Match[str]) -> str:
    if than := base["than"] or base["on"]:
        return f"较{than}" + "同期均均"[: len(base[0]) - 1 - len(than)]
    return "相较"
