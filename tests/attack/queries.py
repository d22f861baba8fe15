"""Queries and other words of the command line, as a person types them or a machine does."""

from __future__ import annotations

import re
from random import Random
from typing import Final

from attack.promise import OUR_CLIPBOARD, fail, hold
from attack.site import Ground, Site, sample_text

_PIECES: Final = (
    "法", "纠纷", "jiufen", "JF", "jiu'fen", "lüv", "2023", "年:2022-2024", "年:9999999999", "年:",
    "地:", "地:临湖", "镇:石鼓滩", "部分:不足", "领域:普法", "领域:x", "“", "”", '"', "'", "-",
    "--", "-法",
    "*", "?", "(", ")", "NEAR", "OR", "AND", "NOT", "^", ":", "{", "\\", "%", "_", ";", "|",
    "\x1b", f"\x1b]52;c;{OUR_CLIPBOARD}\x07", "\x9b", "\u202e", "\u200d", "\ufe0f", "\ufdd0",
    "\t", "\n", "\r", "\x7f", "👨‍👩‍👧", "𠮷", "\U000e0001", "ｊｉｕ", "＂", "　", "糾紛", "e\u0301",
    "\udcff", "\udcb5\udcf7", "a" * 300, "法" * 300, "0" * 5000, "sql", "DROP TABLE", "@", "#",
)  # fmt: skip

_REFS: Final = (
    "石鼓滩镇@2023", "石鼓滩镇", "@", "@2023", "@?", "*", "*@*", "*/*@2023", "石鼓滩镇@2021..2024",
    "石鼓滩镇@2024..2021", "石鼓滩镇@9..9999999", "石鼓滩镇@2023#0",
    "石鼓滩镇@2023#99999999999999999999",
    "#", "/", "..", ".", "/dev/zero", "/dev/null", "/proc/self/environ", "~", "~nosuch/x", "~/x",
    "a" * 300, "石" * 5000, "3f9a", "\x1b[2J", "\udcff", "../reports/0.txt", "../library.sqlite3",
    "‘", "", " ", "\n", "石鼓滩镇＠２０２３", "shigutan@2023", "sgt",
)  # fmt: skip

_OPTIONS: Final = {
    "search": ("--limit", "--year", "--place", "--section", "--theme", "--format"),
    "show": ("--section", "--format"),
    "compare": ("--section", "--by", "--format", "--years", "-o"),
    "list": ("--format",),
    "rm": ("--yes",),
    "open": (),
    "pack": (),
    "export": ("-o", "--format"),
    "index": ("--no-words",),
    "excerpts": ("--format", "--undo", "--clear", "-o"),
    "doctor": (),
}


def attempt(site: Site, ground: Ground, dice: Random, number: int) -> None:
    """Search for anything; give any command any words; find what is known to be there."""
    _find_what_is_there(site, dice)
    for _ in range(4):
        words = [dice.choice(("", " ")).join(dice.choices(_PIECES, k=dice.randrange(1, 5)))]
        words += dice.choices(_PIECES, k=dice.randrange(2))
        _hold(site, "search", "--", *words)
    for _ in range(4):
        command = dice.choice(list(_OPTIONS))
        words = dice.choices((*_REFS, *_PIECES), k=dice.randrange(3))
        for option in dice.sample(
            _OPTIONS[command], min(len(_OPTIONS[command]), dice.randrange(3))
        ):
            words[dice.randrange(len(words) + 1) : 0] = [option, dice.choice((*_PIECES, *_REFS))]
        _hold(site, command, *words)


def _hold(site: Site, *arguments: str) -> None:
    # No argument holds it.
    arguments = tuple(each.replace("\0", "") for each in arguments)
    site.doing = ascii(
        [word if len(word) < 60 else f"{word[:9]}…×{len(word)}" for word in arguments]
    )
    hold(site.run(*arguments))


def _find_what_is_there(site: Site, dice: Random) -> None:
    """Any substring of a line of a report is found."""
    # Within a passage: those end where a sentence does.
    pieces = re.findall(r"[^。；：？！\s“”]{8,}", sample_text(dice, kept=True))
    piece = dice.choice(pieces)
    start = dice.randrange(len(piece) - 6)
    words = piece[start : start + dice.randrange(1, 7)]
    if not words.startswith("-"):
        site.doing = f"search for {words!r}, which is there"
        done = site.run("search", "--", f'"{words}"')
        hold(done)
        if done.status:
            fail(done, "does not find what is there")
