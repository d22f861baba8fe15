"""Little memory: where it ends differs from run to run, so ``make test`` has no such trial."""

from __future__ import annotations

import resource
from pathlib import Path
from random import Random

from attack.commands import CHANGING, READING
from attack.promise import hold
from attack.site import Ground, Site, require


def attempt(site: Site, ground: Ground, dice: Random, number: int) -> None:
    """Run one command with between 64 KiB and 32 MiB more than the start takes."""
    arguments = dice.choice((*CHANGING, *READING))
    spare = int(2 ** dice.uniform(16, 25))
    site.doing = f"{spare} bytes of memory left for: {' '.join(arguments)}"

    def limit() -> None:
        pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
        allowed = pages * resource.getpagesize() + spare
        resource.setrlimit(resource.RLIMIT_AS, (allowed, allowed))

    hold(site.run(*arguments, before=limit))
    require(len(ground.kept - site.listed()) <= ("rm" in arguments), "reports are lost")
    site.examine()
