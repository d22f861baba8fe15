"""Signals, at any moment: what ends the program and what only stops it for a while."""

from __future__ import annotations

import os
import signal
from random import Random
from typing import Final

from attack.promise import hold_on_screen
from attack.screens import browser, leave, settle
from attack.site import HOME_SCREEN, Ground, Site, require

_ENDING: Final = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)


def attempt(site: Site, ground: Ground, dice: Random, number: int) -> None:
    """Send one signal, or press Ctrl+Z where no shell would bring the program back."""
    (_ended, _ended_early, _stopped, _left_alone, _cut_off)[number % 5](site, dice)
    require(site.listed() == ground.kept, "the library changed")


def _ended(site: Site, dice: Random) -> None:
    number = dice.choice(_ENDING)
    keys = dice.choice(["", "/", "/jiufen", "?", "a", "e", ":", "jjj", "c", "E", "w"])
    site.doing = f"{number.name} after {keys!r}"
    with browser(site) as terminal:
        terminal.type(keys)
        terminal.taken()
        terminal.process.send_signal(number)
        hold_on_screen(terminal, terminal.end(), frozenset({128 + number}))


def _ended_early(site: Site, dice: Random) -> None:
    """While the program starts: after some of its first bytes."""
    number = dice.choice(_ENDING)
    site.doing = f"{number.name} while it starts"
    terminal = site.browse()
    try:
        for _ in range(dice.randrange(3)):
            terminal.wait_for_output()
        terminal.process.send_signal(number)
        # Before it handles signals, it ends as any program does.
        allowed = frozenset({128 + number, -number, 130})
        hold_on_screen(terminal, terminal.end(), allowed)
    finally:
        terminal.close()


def _stopped(site: Site, dice: Random) -> None:
    """Stopped and continued from outside, the terminal meanwhile in a shell's hands."""
    site.doing = "SIGSTOP and SIGCONT"
    with browser(site) as terminal:
        terminal.process.send_signal(signal.SIGSTOP)
        os.waitpid(terminal.process.pid, os.WUNTRACED)
        terminal.restore_modes()
        terminal.process.send_signal(signal.SIGCONT)
        terminal.expect(HOME_SCREEN)
        settle(terminal)
        leave(terminal)


def _left_alone(site: Site, dice: Random) -> None:
    """Ctrl+Z in a session without a shell, as over ``ssh -t host tuibrowser``."""
    site.doing = "Ctrl+Z without a shell"
    with browser(site) as terminal:
        terminal.type("\x1a")
        terminal.taken()
        settle(terminal)
        leave(terminal)


def _cut_off(site: Site, dice: Random) -> None:
    """The connection is lost."""
    site.doing = "the terminal goes away"
    with browser(site) as terminal:
        terminal.type(dice.choice(["", "/jiufen", "e", "?"]))
        terminal.hang_up()
        status = terminal.process.wait(60)
        require(status in (128 + signal.SIGHUP, -signal.SIGHUP), f"ends with {status}")
