"""The browser on a terminal, for trials: started, left, and looked at afterwards."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from terminals import Terminal

from attack.promise import Broken, hold_on_screen
from attack.site import HOME_SCREEN, Ground, Site

ENDED: Final = frozenset({0, 128 + signal.SIGTERM})
"""Left with a key, or told to leave."""

ESCAPE: Final = "\x1b[27u"
"""The key Esc where it cannot be taken for the beginning of a sequence."""

Size = tuple[int, int]


@contextmanager
def browser(site: Site, *arguments: str, size: Size = (100, 30)) -> Iterator[Terminal]:
    """The browser, on its first screen.

    Raises:
        Broken: the first screen does not come, or what is waited for inside.
    """
    terminal = site.browse(*arguments, size=size)
    try:
        terminal.expect(HOME_SCREEN)
        yield terminal
    except (AssertionError, OSError) as never:
        if b"Traceback" in terminal.output:
            hold_on_screen(terminal, 0, ENDED)
        what, _, words = str(never).partition("\n")
        raise Broken(f"{what}\n{words[-400:]}") from never
    finally:
        terminal.close()


def settle(terminal: Terminal) -> None:
    """Wait until the compare screen takes keys: what was typed before is done by then."""
    terminal.type("?")
    terminal.expect("翻看")
    terminal.type("q")
    terminal.expect(HOME_SCREEN)


def mark(terminal: Terminal, letter: str) -> None:
    """Remember the place by a letter, no key before its question."""
    terminal.type("m")
    terminal.expect("按一个字母")
    terminal.type(letter)
    terminal.expect("已记为")


def leave(terminal: Terminal, keys: str = "q") -> None:
    """Type what ends the program, and raise :class:`Broken` unless it ends well."""
    terminal.type(keys)
    hold_on_screen(terminal, terminal.end(), frozenset({0}))


def send_away(terminal: Terminal) -> None:
    """Tell the program to leave, wherever it is, and raise :class:`Broken` unless it does."""
    if terminal.process.poll() is None:
        terminal.process.send_signal(signal.SIGTERM)
    hold_on_screen(terminal, terminal.end(), ENDED)


def untouched(ground: Ground, size: Size = (100, 30)) -> dict[str, str]:
    """What a person's folders hold after the browser was opened and left at once."""
    states = ground.notes.setdefault("untouched", {})
    if size not in states:
        with ground.site() as site, browser(site, size=size) as terminal:
            leave(terminal)
            states[size] = site.state()
    found: dict[str, str] = states[size]
    return found


def hold_untouched(site: Site, ground: Ground) -> None:
    """Raise :class:`Broken` unless nothing was opened, moved, kept or written."""
    before, after = untouched(ground), site.state()
    changed = {
        name: after.get(name, "(gone)")[:400]
        for name in {*before, *after}
        if before.get(name) != after.get(name)
    }
    if changed:
        raise Broken(f"the browser did something: {changed}")


def look(site: Site, statuses: frozenset[int], keys: str = "") -> None:
    """Open the browser, whatever comes of it, type ``keys`` and leave.

    Raises:
        Broken: it ends in disorder, or with a status that is not among ``statuses`` where it does
            not open.
    """
    terminal = site.browse()
    try:
        while terminal.process.poll() is None and HOME_SCREEN not in terminal.words:
            before = len(terminal.output)
            terminal.wait_for_output(3.0)
            if len(terminal.output) == before and b"\x1b[?1049h" in terminal.output:
                break  # another first screen
        if terminal.process.poll() is None:
            for key in keys:
                terminal.type(key)
                terminal.taken()
            send_away(terminal)
        else:
            hold_on_screen(terminal, terminal.end(), ENDED | statuses)
    finally:
        terminal.close()
