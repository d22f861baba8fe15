"""Environments that no program is written for: no home, no locale, no person, absurd sizes."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from random import Random
from typing import Final

from attack.commands import CHANGING, READING
from attack.promise import hold
from attack.screens import look
from attack.site import BROWSER, Ground, Site

_NOBODY_KNOWN: Final = 54321
"""A user id without an entry in the system's list."""

_ODD: Final[dict[str, tuple[str | None, ...]]] = {
    "LC_ALL": ("xx_YY.UTF-8", "zh_CN.GB18030", "C", "POSIX", "", "x" * 3000, "en_US.UTF-8"),
    "LANG": ("xx_YY.UTF-8", "zh_CN.GBK", None),
    "LC_CTYPE": ("xx", "UTF-8"),
    "COLUMNS": ("0", "-1", "1", "7", "99999999", "9" * 400, "abc", "", "²", "８０", " 80"),
    "LINES": ("0", "-1", "99999999", "abc"),
    "TERM": ("dumb", "nosuch-256color", "", None, "x" * 3000, "vt100", "\x1b[2J", "linux"),
    "HOME": (None, "", "/nonexistent", "relative", "/dev/null", "/", "/proc/1", "a\nb"),
    "XDG_DATA_HOME": (None, "", "relative", "/nonexistent/x", "/dev/null", "/proc"),
    "XDG_STATE_HOME": (None, "", "relative", "/nonexistent/x", "/dev/null", "/proc"),
    "XDG_CONFIG_HOME": (None, "", "relative", "/nonexistent/x", "/dev/null", "/proc"),
    "XDG_CACHE_HOME": (None, "relative", "/nonexistent/x", "/dev/null"),
    "TUIBROWSER_DB": (
        None, "", "~nosuch/x", "~/x", "/dev/null", "/dev/zero", ".", "/", "x" * 5000, "a\nb",
        "/proc/self/mem", "nosuch/x", "\x1b[2J", "?mode=rw", "%00", "#",
    ),
    "TMPDIR": ("/nonexistent", "/dev/null", ""),
    "TZ": ("garbage", "", ":/dev/zero"),
    "PYTHONIOENCODING": ("gb18030", "ascii", "utf-16"),
    "PYTHONUTF8": ("0", "1"),
    "PYTHONCOERCECLOCALE": ("0",),
    "NO_COLOR": ("", "1"),
    "COLORTERM": ("", "nonsense"),
    "USER": (None, "nosuch"),
    "LANGUAGE": ("xx:yy",),
}  # fmt: skip


def attempt(site: Site, ground: Ground, dice: Random, number: int) -> None:
    """Run one command, or the browser, where one to three things are odd."""
    names = [list(_ODD)[number % len(_ODD)], *dice.sample(list(_ODD), dice.randrange(3))]
    odd = {name: dice.choice(_ODD[name]) for name in names}
    nobody = number % 5 == 4
    arguments = dice.choice((*[("doctor",)] * 5, *READING, *CHANGING, ("export", "-o", "x.json")))
    # An unknown user is most often one without a home.
    odd |= {"HOME": None} if nobody and dice.random() < 0.7 else {}
    site.doing = f"{ {k: v and v[:30] for k, v in odd.items()} }{' unknown user' * nobody}: "
    site.doing += " ".join(arguments)
    before = _closed(site, dice)
    environment = {**site.environment, **{name: value or "" for name, value in odd.items()}}
    for name in (name for name, value in odd.items() if value is None):
        del environment[name]
    site.replaced = environment
    if number % 6 == 5 and not nobody:
        site.doing += " (the browser)"
        return look(site, frozenset({1, 2, 3}))
    if nobody:
        site.share()
        hold(site.run(*arguments, before=_become_unknown))
    else:
        done = site.act(" ".join(arguments), _fresh(arguments, environment, before))
        hold(done, heard="stream 2" not in site.doing)
    return None


def _fresh(
    arguments: tuple[str, ...], environment: dict[str, str], before: Callable[[], None]
) -> Callable[[], int]:
    """An action that becomes a new process, as a shell's is."""

    def action() -> int:
        before()
        os.execve(sys.executable, [*BROWSER, *arguments], environment)

    return action


def _closed(site: Site, dice: Random) -> Callable[[], None]:
    """Perhaps a stream is closed or full, as scheduled jobs have them."""
    number = dice.choice([None, None, None, 0, 1, 2])
    if number is None:
        return lambda: None
    full = number and dice.random() < 0.5
    site.doing += f", stream {number} {'full' if full else 'closed'}"

    def close() -> None:
        os.close(number)
        if full:
            os.open("/dev/full", os.O_WRONLY)

    return close


def _become_unknown() -> None:
    if os.geteuid() == 0:
        os.setgroups([])
        os.setgid(_NOBODY_KNOWN)
        os.setuid(_NOBODY_KNOWN)
