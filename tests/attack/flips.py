"""A library whose bytes are not what they were."""

from __future__ import annotations

from random import Random
from typing import Final

from attack.commands import CHANGING, hold_all_reading
from attack.promise import hold
from attack.screens import look
from attack.site import Ground, Site, require

_PAGE: Final = 4096


def attempt(site: Site, ground: Ground, dice: Random, number: int) -> None:
    """Damage the library in one way, and read it in all ways."""
    damage = _DAMAGES[number % len(_DAMAGES)]
    content = bytearray(site.library.read_bytes())
    site.doing = damage(content, dice)
    site.library.write_bytes(content)
    hold_all_reading(site)
    if number % 9 == 8:
        site.doing += " (the browser, too)"
        look(site, frozenset({3}), "]]tid+2/")
    hold(site.run(*dice.choice(CHANGING)))
    if dice.random() < 0.3:
        hold(site.run("index", str(site.library), "--db", str(site.other)))
        require(site.listed(site.other) >= ground.others, "merging it in lost reports")
        site.examine(site.other)


def _anywhere(content: bytearray, dice: Random) -> str:
    return _flip(content, dice.randrange(len(content)), dice)


def _in_the_header(content: bytearray, dice: Random) -> str:
    return _flip(content, dice.randrange(100), dice)


def _in_a_page_header(content: bytearray, dice: Random) -> str:
    return _flip(content, _PAGE * dice.randrange(len(content) // _PAGE) + dice.randrange(12), dice)


def _in_the_schema(content: bytearray, dice: Random) -> str:
    return _flip(content, dice.randrange(100, _PAGE), dice)


def _in_text(content: bytearray, dice: Random) -> str:
    at = content.find("依法".encode(), dice.randrange(len(content)))
    return _flip(content, at if at >= 0 else content.find("依法".encode()), dice)


def _flip(content: bytearray, at: int, dice: Random) -> str:
    before = content[at]
    content[at] = dice.choice([before ^ (1 << dice.randrange(8)), dice.randrange(256), 0xFF, 0])
    return f"byte {at}: {before:#x} becomes {content[at]:#x}"


def _cut(content: bytearray, dice: Random) -> str:
    length = dice.choice([dice.randrange(len(content)), _PAGE * dice.randrange(1, 20)])
    del content[length:]
    return f"cut off after {length} bytes"


def _blank_page(content: bytearray, dice: Random) -> str:
    page = dice.randrange(len(content) // _PAGE)
    content[page * _PAGE : (page + 1) * _PAGE] = bytes(_PAGE)
    return f"page {page + 1} is blank"


def _swapped_pages(content: bytearray, dice: Random) -> str:
    one, two = sorted(dice.sample(range(len(content) // _PAGE), 2))
    first = slice(one * _PAGE, (one + 1) * _PAGE)
    second = slice(two * _PAGE, (two + 1) * _PAGE)
    content[first], content[second] = content[second], content[first]
    return f"pages {one + 1} and {two + 1} change places"


def _noise(content: bytearray, dice: Random) -> str:
    at, length = dice.randrange(len(content)), dice.randrange(1, 3000)
    content[at : at + length] = dice.randbytes(min(length, len(content) - at))
    return f"noise of {length} bytes from {at}"


_DAMAGES: Final = (
    _in_text, _anywhere, _in_a_page_header, _in_the_header, _cut, _blank_page, _swapped_pages,
    _in_the_schema, _noise,
)  # fmt: skip
