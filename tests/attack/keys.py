"""Keys at random, while the window changes its size, and keys typed ahead."""

from __future__ import annotations

from random import Random
from typing import Final

from attack.promise import hold
from attack.screens import ESCAPE, browser, hold_untouched, leave, send_away, settle
from attack.site import Ground, Site, require

_KEYS: Final = (
    *map(chr, range(0x20, 0x7F)),
    *map(chr, (set(range(0x20)) - {0x1A, 0x1B})),
    *"？／：ｑａｘ１２、。检查法",
    "\x1b", "\x1b[A", "\x1b[B", "\x1b[C", "\x1b[D", "\x1b[H", "\x1b[F", "\x1b[5~", "\x1b[6~",
    "\x1b[3~", "\x1b[Z", "\x1bOP", "\x1b[15~", "\x1b[1;5C", "\x1b[1;2B", "\x1bx", "\x1b[97;5u",
    "jiufen", "法治", "石鼓滩", "\x7f\x7f", "\r", "\r", "\t", "jjjj", "]]", "cc", "/", "a", "e",
    "\x1b[200~纠纷\n调解\x1b[201~", "\x1b[200~\x1b[2J\x1b[201~",
)  # fmt: skip
_SIZES: Final = (
    (80, 24), (100, 30), (1, 1), (2, 3), (7, 4), (20, 5), (39, 11), (64, 16), (300, 100), (1, 100),
    (400, 1), (120, 40),
)  # fmt: skip


def attempt(site: Site, ground: Ground, dice: Random, number: int) -> None:
    """Type for a while, with mouse and resizes, and leave; then start again from what was kept."""
    if number % 4 == 3:
        return _ahead(site, ground, dice)
    size = dice.choice(_SIZES[:2])
    typed = ""
    with browser(site, size=size) as terminal:
        for _ in range(dice.randrange(20, 120)):
            what = dice.random()
            if terminal.process.poll() is not None:
                break
            if what < 0.06:
                size = dice.choice(_SIZES)
                terminal.resize(*size)
                typed += f"<{size[0]}x{size[1]}>"
            else:
                keys = _mouse(dice, size) if what < 0.14 else dice.choice(_KEYS)
                terminal.type(keys)
                typed += keys
            if dice.random() < 0.3:
                terminal.taken()
            site.doing = f"typed {typed!r}"[-1500:]
        send_away(terminal)
    require(site.listed() == ground.kept, "keys changed the library")
    if number % 2:
        with browser(site) as terminal:
            leave(terminal)
        hold(site.run("excerpts"))
    return None


def _mouse(dice: Random, size: tuple[int, int]) -> str:
    button = dice.choice([0, 1, 2, 4, 32, 35, 64, 65, 66])
    column, line = dice.randint(1, size[0] + 2), dice.randint(1, size[1] + 2)
    match dice.randrange(6):
        case 0:  # as in mode 1015
            return f"\x1b[{button + 32};{column};{line}M"
        case 1:  # as of old, each in one byte
            return f"\x1b[M{chr(32 + button % 90)}{chr(32 + column % 90)}{chr(32 + line % 90)}"
        case _:
            return f"\x1b[<{button};{column};{line}M\x1b[<{button};{column};{line}m"


def _ahead(site: Site, ground: Ground, dice: Random) -> None:
    """A key that opens a screen and what is meant for that screen come in one read."""
    opener = dice.choice("/af:D")
    text = dice.choice(["jiufen", "xreqcd", "法治xre", "EHLyYp", "=-+#]]"])
    site.doing = f"{opener + text!r} in one read"
    with browser(site) as terminal:
        if dice.random() < 0.5:
            settle(terminal)
        terminal.type(opener + text)
        terminal.taken()
        if opener == "/" and text == "jiufen":
            terminal.expect("第 1 条")
        # Out of every input, and of what it opened.
        for _ in range(3):
            terminal.type(ESCAPE)
            terminal.taken()
        terminal.type("1")
        terminal.taken()
        leave(terminal)
    hold_untouched(site, ground)
