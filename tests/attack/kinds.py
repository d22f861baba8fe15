"""The table of kinds: what is tried, and by which function."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from traceback import format_exception
from typing import Final

from attack import (
    crafted,
    faults,
    files,
    flips,
    keys,
    kills,
    memory,
    queries,
    replies,
    signals,
    states,
    surroundings,
    writers,
)  # fmt: skip
from attack.promise import Broken
from attack.site import Ground, Site

Attempt = Callable[[Site, Ground, Random, int], None]
"""Tries something and raises :class:`~attack.promise.Broken` where a promise did not hold.

It takes the site, what all sites share, dice that fall the same way each time, and its number; what
it does it says in ``site.doing``.
"""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of harm."""

    name: str
    attempt: Attempt
    what: str
    short: tuple[int, ...] = ()
    """Numbers of the trials that ``make test`` makes."""


KINDS: Final = (
    Kind("kills", kills.attempt, "killed or interrupted at the n-th step", (0, 1, 4, 5, 7)),
    Kind("faults", faults.attempt, "space, open files, rights that end", (0, 1, 3, 5)),
    Kind("memory", memory.attempt, "memory that ends"),
    Kind("flips", flips.attempt, "bytes and pages of a library changed", (0, 1, 7)),
    Kind("crafted", crafted.attempt, "libraries made to harm", (2, 5)),
    Kind("files", files.attempt, "odd files, folders and names", (0, 2, 3)),
    Kind("queries", queries.attempt, "odd words on the command line", (0, 2, 3)),
    Kind("writers", writers.attempt, "several programs at once", (0, 1)),
    Kind("states", states.attempt, "a person's files damaged", (0, 1)),
    Kind("surroundings", surroundings.attempt, "odd environments", tuple(range(6))),
    Kind("replies", replies.attempt, "what terminals say by themselves", (0, 1)),
    Kind("keys", keys.attempt, "random keys and sizes, keys typed ahead", (0, 3)),
    Kind("signals", signals.attempt, "ended, stopped, cut off", (2, 3, 4)),
)


@dataclass(frozen=True, slots=True)
class Failure:
    """A trial in which a promise did not hold."""

    kind: str
    seed: int
    number: int
    doing: str
    how: str


def tried(kind: Kind, ground: Ground, seed: int, number: int) -> Failure | None:
    """Make one trial; it is the same for the same kind, seed and number."""
    dice = Random(f"{seed} {kind.name} {number}")
    with ground.site() as site:
        try:
            kind.attempt(site, ground, dice, number)
        except (Broken, AssertionError) as broken:
            return Failure(kind.name, seed, number, site.doing, str(broken))
        except Exception as error:
            # What it looked at was in no form that anybody foresaw.
            where = "".join(format_exception(error)[-3:])
            return Failure(kind.name, seed, number, site.doing, f"the trial ends with\n{where}")
    return None
