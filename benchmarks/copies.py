"""Copies of a measure as officials make them, and as a hasty hand leaves them.

Most ways take the share of the characters that are others afterwards.
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from tuibrowser.text.segment import word_starts

SHARES: Final = (0.05, 0.1, 0.2, 0.3, 0.4)
"""Of the characters that a copy has otherwise."""

Way = Callable[[str, Sequence[str], random.Random], str]
"""Takes a measure, measures by others that nobody else has, and chance."""
SharedWay = Callable[[str, float, Sequence[str], random.Random], str]
"""Takes the share of the characters besides."""

_CLAUSE: Final = re.compile("[^，。；：、！？]+[，。；：、！？]?")
_HAN: Final = re.compile("[\u4e00-\u9fff]")
_DIGIT: Final = re.compile(r"\d")
_PLACE: Final = re.compile("[\u4e00-\u9fff]{2}(?=村|社区|公司|合作社)|(?<=律师)[\u4e00-\u9fff]{3}")
_NAMES: Final = "青岭桥溪石塘柏杨荷梅云泉"
_SAID: Final = """
组织：安排 开展：进行 建立：设立 制定：出台 完善：健全 指导：督促 邀请：聘请
推进：推动 听取：了解 针对：围绕 解决：处理 明确：确定 通过：利用 进一步：持续
及时：第一时间 全面：系统 切实：着力 不断：逐步 落实：执行 提升：提高 做好：抓好
问题：难题 制度：规定 检查：巡查 加强：强化 工作：事项 群众：百姓 干部：人员
宣传：宣讲 教育：引导 纠纷：争议 化解：调处 服务：帮扶 活动：行动 要求：部署
学习：研读 能力：本领 水平：层次 确保：保证 实现：达到 参与：加入 重点：要点
"""
_TWINS: Final = {word: twin for word, _, twin in (it.partition("：") for it in _SAID.split())}


def clauses(text: str) -> list[str]:
    """The clauses of ``text``, each with the mark behind it."""
    return _CLAUSE.findall(text)


def renumbered(text: str, chance: random.Random) -> str:
    """``text`` with other digits."""
    return _DIGIT.sub(lambda _: str(chance.randint(1, 9)), text)


def _stretches_replaced(
    text: str, share: float, others: Sequence[str], chance: random.Random
) -> str:
    left = round(share * len(text))
    pieces = list(text)
    places = list(range(0, len(text), 12))
    chance.shuffle(places)
    for place in places:
        size = min(left, chance.randint(4, 12), len(text) - place)
        foreign = chance.choice(others)
        start = chance.randrange(max(1, len(foreign) - size))
        taken = list(foreign[start : start + size])
        pieces[place : place + size] = taken
        left -= len(taken)
        if left <= 0:
            break
    return "".join(pieces)


def _characters_replaced(
    text: str, share: float, others: Sequence[str], chance: random.Random
) -> str:
    pieces, pool = list(text), _HAN.findall("".join(others))
    for place in _some(text, share, chance):
        pieces[place] = chance.choice(pool)
    return "".join(pieces)


def _slips(text: str, share: float, others: Sequence[str], chance: random.Random) -> str:
    """Characters replaced, left out and put in."""
    pieces, pool = list(text), _HAN.findall("".join(others))
    for place in _some(text, share, chance):
        new = chance.choice(pool)
        pieces[place] = chance.choice((new, "", pieces[place] + new))
    return "".join(pieces)


def _words_replaced(text: str, share: float, others: Sequence[str], chance: random.Random) -> str:
    """By others of their length, of which none says the same."""
    by_size: dict[int, list[str]] = defaultdict(list)
    for word in (word for other in others for word in _words(other) if _HAN.match(word)):
        by_size[len(word)].append(word)
    words, left = _words(text), share * len(text)
    places = [at for at, word in enumerate(words) if _HAN.match(word) and by_size[len(word)]]
    chance.shuffle(places)
    for place in places:
        if left < len(words[place]) / 2:
            break
        left -= len(words[place])
        words[place] = chance.choice(by_size[len(words[place])])
    return "".join(words)


def _words_swapped(text: str, share: float, _: Sequence[str], chance: random.Random) -> str:
    """Neighbours in each other's place; the shorter of two counts as moved."""
    words, left = _words(text), share * len(text)
    places = list(range(len(words) - 1))
    chance.shuffle(places)
    done: set[int] = set()
    for place in places:
        both = words[place : place + 2]
        if left <= 0:
            break
        if done.isdisjoint((place, place + 1)) and all(map(_HAN.match, both)):
            done |= {place, place + 1}
            left -= min(map(len, both))
            words[place : place + 2] = reversed(both)
    return "".join(words)


def _left_out(text: str, share: float, _: Sequence[str], chance: random.Random) -> str:
    """Clauses, and part of one for the rest."""
    parts, left = clauses(text), round(share * len(text))
    places = list(range(len(parts)))
    chance.shuffle(places)
    for place in places:
        size = min(left, len(parts[place]))
        start = chance.randrange(len(parts[place]) - size + 1)
        parts[place] = parts[place][:start] + parts[place][start + size :]
        left -= size
    return "".join(parts)


def _put_in(text: str, share: float, others: Sequence[str], chance: random.Random) -> str:
    """Clauses of one's own, until they are that share of the whole."""
    parts, left = clauses(text), round(share * len(text) / (1 - share))
    while left > 0:
        foreign = chance.choice(clauses(chance.choice(others)))[:left]
        parts.insert(chance.randrange(len(parts) + 1), foreign)
        left -= len(foreign)
    return "".join(parts)


def _twinned(text: str, share: float, _: Sequence[str], chance: random.Random) -> str:
    """Words replaced by ones that say nearly the same, as far as there are such."""
    found = list(re.finditer("|".join(_TWINS), text))
    chance.shuffle(found)
    left, chosen = share * len(text), []
    for it in found:
        if left > 0:
            chosen.append(it)
            left -= len(it[0])
    for it in sorted(chosen, key=lambda it: -it.start()):
        text = text[: it.start()] + _TWINS[it[0]] + text[it.end() :]
    return text


def _mixed(text: str, share: float, others: Sequence[str], chance: random.Random) -> str:
    """Three of the other ways, a third of the share each."""
    ways = (_characters_replaced, _words_replaced, _words_swapped, _left_out, _put_in, _twinned)
    for way in chance.sample(ways, 3):
        text = way(text, share / 3, others, chance)
    return text


def _moved(text: str, _: Sequence[str], chance: random.Random) -> str:
    parts = clauses(text)
    chance.shuffle(parts)
    return "".join(parts)


def _among(text: str, others: Sequence[str], chance: random.Random) -> str:
    """The larger half, with some of one's own before it."""
    return _half(chance.choice(others))[: len(text) // 3] + "。" + _half(text)


def _renamed(text: str, _: Sequence[str], chance: random.Random) -> str:
    return _PLACE.sub(lambda it: "".join(chance.sample(_NAMES, len(it[0]))), text)


def _half(text: str) -> str:
    """The first clauses, more than half of the text."""
    taken = ""
    for part in clauses(text):
        taken += part
        if len(taken) >= 0.6 * len(text):
            break
    return taken


def _some(text: str, share: float, chance: random.Random) -> list[int]:
    """Places of that share of the characters, which are no signs or digits."""
    places = [at for at, sign in enumerate(text) if _HAN.match(sign)]
    return chance.sample(places, min(len(places), round(share * len(text))))


def _words(text: str) -> list[str]:
    bits = word_starts(text)
    starts = [at for at in range(len(text)) if bits[at >> 3] >> (at & 7) & 1]
    return [text[low:high] for low, high in zip(starts, [*starts[1:], len(text)], strict=True)]


def _at(way: SharedWay, share: float) -> Way:
    return lambda text, others, chance: way(text, share, others, chance)


_SHARED: Final[Mapping[str, SharedWay]] = {
    "stretches replaced": _stretches_replaced,
    "characters replaced": _characters_replaced,
    "slips": _slips,
    "words replaced": _words_replaced,
    "near-synonyms": _twinned,
    "words swapped": _words_swapped,
    "clauses left out": _left_out,
    "clauses put in": _put_in,
    "three ways": _mixed,
}
WAYS: Final[Mapping[tuple[str, float], Way]] = {
    **{(name, share): _at(way, share) for name, way in _SHARED.items() for share in SHARES},
    ("clauses moved", 0.0): _moved,
    ("among one's own", 0.0): _among,
    ("names", 0.0): _renamed,
}
"""By what was done, and to which share of the characters; 0 where it is not told by a share."""
