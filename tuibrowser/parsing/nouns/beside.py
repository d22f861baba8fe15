"""What stands beside a number and is not what it counts, or only a part of it.

A place (在集镇设点9个), a thing before those who are counted, the posts of a body.
"""

from __future__ import annotations

import re
from typing import Final

from tuibrowser.lexicon.counting import Counting
from tuibrowser.model.terms import Span
from tuibrowser.parsing.nouns.akin import PEOPLE
from tuibrowser.parsing.nouns.doers import BODY, PERSON
from tuibrowser.parsing.nouns.objects import LeftSide
from tuibrowser.parsing.nouns.records import Counted
from tuibrowser.parsing.nouns.whole import Noun

# Code, not lexicon: the order of a clause that counts; the words that fill it are in units.toml.
_INTO: Final = re.compile("(?<=..)(?:到|至|于|(?<![现所])在)[^,、的]{0,6}$")
"""Where to: 终端安装到河湾八个村委会."""
_PLACE_TAIL: Final = re.compile(
    r"(?:[内外中里上间]|以下|以上|大厅|中心|[镇乡村县区]|街道|社区|服务站|工作站|司法所|派出所|[大中支]队|学校|公司|法庭|事务所|大学|学院|[本我全各](?:部门|单位|系统|机关))$"
)
_POSTS: Final = re.compile("(?:在编|实有|定编|空编|缺编|超编)$")


class Beside:
    """What stands beside the numbers of one line."""

    def __init__(self, text: str, words: Counting) -> None:
        """Take ``text``, folded and veiled."""
        self._text = text
        self._words = words

    def is_place(self, number: Counted, part: LeftSide) -> bool:
        """Whether a place stands before ``number``, or to whom or where something was done."""
        is_to_them = self._text.endswith("对", part.end, number.start)
        if is_to_them or _PLACE_TAIL.search(self._text, *part[:2]):
            return True
        return _INTO.search(self._text, part.start, number.start) is not None

    def is_only_behind(self, number: Counted, part: LeftSide, right: Span) -> bool:
        """Whether such as are counted are named behind a number and things before it."""
        if number.unit in {"人", "名", "位"}:  # 河道立起界桩90名监察员上岗
            ends = [PERSON]
        elif number.unit == "个" and self._words.fates.fullmatch(
            self._text, part.end - 2, part.end
        ):
            ends = [BODY, self._words.doers]  # 扶贫资金公示90个村
        else:
            return False
        return any(it.search(self._text, *right) for it in ends) and not any(
            it.search(self._text, *part[:2]) for it in ends
        )

    def posted(self, number: Counted, noun: Noun) -> Noun:
        """A body with the posts of it that are counted: 执法队|在编14名, 编制9名,|实有5名."""
        if number.unit in PEOPLE and not noun:
            posts = _POSTS.search(self._text, max(0, number.start - 2), number.start)
            return (posts.span(),) if posts else noun  # 编制22、实有20人
        is_body = number.unit in PEOPLE and noun and not PERSON.search(self._text, *noun[-1])
        posts = _POSTS.search(self._text, number.start - 2, number.start) if is_body else None
        return (*noun, posts.span()) if posts and posts.start() >= noun[-1][1] else noun
