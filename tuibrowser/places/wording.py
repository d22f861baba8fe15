"""Whether what reads like a division's name in running text is one, and no ordinary word.

Of 3,400 names 150 are words or arise where two words meet: 召开县委 holds 开县, 建成县级 成县,
合肥城市 肥城市, 公安县级 公安县. They need more evidence than to be in the gazetteer.
"""

from __future__ import annotations

import re
from typing import Final

from tuibrowser.lexicon.load import Lexicon
from tuibrowser.places.gazetteer import gazetteer
from tuibrowser.text.placename import stem

# Code, not lexicon: how names and words join is grammar; the words are `words_like_places`.
_MEETS: Final = re.compile(".县|.(?:城[区市]|[山市港中]区|[和全][县区])")
"""The end of one word with the beginning of another: 召开|县委, 新增|城区, 居民和|县级."""
_BEGINS: Final = re.compile("(?:^|[^\u4e00-\u9fff]|[在向由从到至于])$")
_BEGINS_WORD: Final = re.compile("[级域乡城镇直区情]|委(?!员)")
"""县级, 县域, 应|县委: behind such a name its level begins a word."""
_ORGAN: Final = re.compile("委(?!员|托)|人民政府|政府|人大|政协|法院|检察院|公安|司法局")
_LONGEST: Final = 16
_OF_PLACE: Final = re.compile("[村镇乡街县区市]|社区|司法所|派出所|法[院庭]|党[委支总]|人[大民]")
"""What stands behind the stem of a name: 三家子村, 五间房司法所; 三间房屋 is none."""


def is_name(text: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether ``text[start:end]``, which the gazetteer holds, is meant as a name there.

    Such words are where a superior stands before them (荆州市公安县), or where a clause begins with
    them and nothing makes them another word; those of ``words_like_places`` before an organ only.
    """
    name = text[start:end]
    is_word = stem(name) in lexicon.words_like_places
    if not is_word and not _MEETS.fullmatch(name):
        return not (name.endswith("区") and text.startswith("域", end))  # 河西区域
    if is_below(text, start, name):
        return True
    if not _BEGINS.search(text[max(0, start - 1) : start]):
        return False
    return bool(_ORGAN.match(text, end)) if is_word else not _BEGINS_WORD.match(text, end)


def begins_name(text: str, at: int, least: int) -> bool:
    """Whether a division's name of more than ``least`` characters begins at ``text[at]``.

    Its stem does where it is longer, too, and a village or an organ is named after it: 三家子村.
    """
    book = gazetteer()
    beginning = text[at : at + least + 1]
    if len(beginning) <= least:
        return False
    for unit in book.townships_beginning(beginning):
        if text.startswith(unit.name, at):
            # 八家乡 is a township, 八家乡镇企业 are eight firms.
            return not (unit.name[-1] == "乡" and text.startswith("镇", at + len(unit.name)))
        short = stem(unit.name)
        is_longer = len(short) > least and text.startswith(short, at)
        if is_longer and _OF_PLACE.match(text, at + len(short)):
            return True
    ends = range(at + least + 1, min(at + _LONGEST, len(text)) + 1)
    return any(book.superiors(text[at:end]) for end in ends)


def is_below(text: str, start: int, name: str) -> bool:
    """Whether a division stands right before ``start`` in which one called ``name`` lies."""
    book = gazetteer()
    codes = [unit.code for unit in book.superiors(name)]
    for first in range(max(0, start - _LONGEST), start - 1):
        upper = text[first:start]
        above = (
            *book.superiors(upper), *book.superiors_abbreviated(upper),
            *book.superiors_called(upper),
        )  # fmt: skip
        if any(code.startswith(it.code) for code in codes for it in above):
            return True
    return False
