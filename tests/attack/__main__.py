"""The long run: ``make attack only=kills seed=7 minutes=5``, or one trial of it again."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from argparse import ArgumentParser
from collections import Counter, defaultdict
from pathlib import Path
from typing import Final

from attack.faults import MOUNTS
from attack.kinds import KINDS, Failure, Kind, tried
from attack.site import Ground

_SHOWN: Final = 2
"""Failures of one sort that are told in full."""


def main() -> int:
    """Try each kind in turn until the time is over; returns 1 if anything failed."""
    parser = ArgumentParser(prog="attack", description=main.__doc__)
    parser.add_argument("--only", nargs="+", choices=[kind.name for kind in KINDS])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--minutes", type=float, default=5.0)
    parser.add_argument("--trial", type=int, help="make this one only")
    options = parser.parse_args()
    # A shell without job control has what it starts with & ignore the signal, and its children too.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    _may_mount()
    kinds = [kind for kind in KINDS if not options.only or kind.name in options.only]
    deadline = time.monotonic() + 60 * options.minutes
    counts: Counter[str] = Counter()
    failures: list[Failure] = []
    with tempfile.TemporaryDirectory(prefix="attack-") as folder:
        ground = Ground(Path(folder))
        number = options.trial or 0
        while True:
            for kind in kinds:
                counts[kind.name] += 1
                if failure := tried(kind, ground, options.seed, number):
                    failures.append(failure)
                    print("x", end="", file=sys.stderr, flush=True)
                if time.monotonic() > deadline:
                    break
            number += 1
            if options.trial is not None or time.monotonic() > deadline:
                break
    print(file=sys.stderr)
    _tell(kinds, counts, failures)
    return 1 if failures else 0


def _may_mount() -> None:
    """Go on where what is mounted ends with this process, if the system allows it."""
    if os.geteuid() or MOUNTS in os.environ:
        return
    apart = ("unshare", "--mount")
    allowed = (
        shutil.which("unshare") and not subprocess.run([*apart, "true"], check=False).returncode
    )
    os.environ[MOUNTS] = "1" if allowed else "0"
    if allowed:
        os.execvp("unshare", [*apart, sys.executable, "-m", "attack", *sys.argv[1:]])


def _tell(kinds: list[Kind], counts: Counter[str], failures: list[Failure]) -> None:
    sorts: defaultdict[str, list[Failure]] = defaultdict(list)
    for failure in failures:
        sorts[_sort(failure)].append(failure)
    for alike in sorts.values():
        for failure in alike[:_SHOWN]:
            print(f"{failure.doing}\n{failure.how}")
            print(f"    make attack only={failure.kind} seed={failure.seed} trial={failure.number}")
        if len(alike) > _SHOWN:
            print(f"    and {len(alike) - _SHOWN} like this: {[it.number for it in alike]}")
        print()
    print(f"{'kind':<14} {'tried':>6} {'failed':>6}  what")
    failed = Counter(failure.kind for failure in failures)
    for kind in kinds:
        print(f"{kind.name:<14} {counts[kind.name]:>6} {failed[kind.name]:>6}  {kind.what}")


def _sort(failure: Failure) -> str:
    """Failures that are told once: numbers and paths apart, they say the same."""
    what, _, words = failure.how.partition("\n")
    if "speaks Python" in what or "traceback" in what:
        what = words
    return re.sub(r": .*|\d{2,}|/\S+", "…", f"{failure.kind} {what}")


if __name__ == "__main__":
    sys.exit(main())
