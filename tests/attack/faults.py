"""Resources that end: space, open files, rights, a folder that goes away."""

from __future__ import annotations

import os
import resource
import subprocess
from collections.abc import Callable
from random import Random
from typing import Final

from unprivileged import forbid_writing

from attack.commands import CHANGING, READING
from attack.processes import CPU_SECONDS
from attack.promise import STATUSES, fail, hold
from attack.site import Ground, Site, require

_WRITING: Final = (
    *CHANGING,
    ("pack", "copy.sqlite3"),
    ("export", "-o", "all.json"),
    ("compare", "石鼓滩镇@2022", "石鼓滩镇@2023", "-o", "sheet.docx"),
    ("index", "../reports", "--db", "new.sqlite3"),
)


def attempt(site: Site, ground: Ground, dice: Random, number: int) -> None:
    """Run one command with one thing lacking."""
    fault = _FAULTS[number % len(_FAULTS)]
    arguments = dice.choice(_WRITING if dice.random() < 0.7 else READING)
    before = fault(site, dice)
    site.doing += f" while: {' '.join(arguments)}"
    done = site.run(*arguments, before=before, cpu=CPU_SECONDS)
    hold(done, STATUSES)
    if done.status == 0 and "-o" in arguments:
        target = site.work / arguments[-1]
        require(target.stat().st_size > 0, "says it is done and wrote nothing")
    _verify(site, ground, removed="rm" in arguments)


def _verify(site: Site, ground: Ground, removed: bool) -> None:
    for folder in (site.folder, site.work, site.home):
        folder.chmod(0o755)
    library = site.folder / "library.sqlite3"
    if not library.exists():
        return  # the trial took it away
    library.chmod(0o644)
    if os.path.ismount(site.work):
        subprocess.run(["umount", site.work], check=True)
    left = site.listed()
    require(len(ground.kept - left) <= removed, "reports are lost")
    site.examine()
    new = site.work / "new.sqlite3"
    if new.exists():
        site.index_again(str(site.reports), "--db", str(new))
        require(len(site.listed(new)) == 2, "what was broken off is not completed")
    again = site.run("pack", str(site.work / "again.sqlite3"))
    hold(again)
    if again.status:
        fail(again, "the library cannot be packed afterwards")


def _file_size(site: Site, dice: Random) -> Callable[[], None]:
    limit = int(2 ** dice.uniform(0, 20))
    site.doing = f"no file over {limit} bytes (ulimit -f)"
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))


def _open_files(site: Site, dice: Random) -> Callable[[], None]:
    limit = dice.randint(3, 16)
    site.doing = f"no more than {limit} open files"
    return lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (limit, limit))


def _rights(site: Site, dice: Random) -> Callable[[], None]:
    closed = dice.choice(["library", "folder", "work", "home"])
    site.doing = f"{closed} not writable"
    site.share()
    match closed:
        case "library":
            site.library.chmod(0o444)
        case "folder":
            site.folder.chmod(0o555)
        case "work":
            site.work.chmod(0o555)
        case _:
            forbid_writing(site.home)
    return become_nobody


def become_nobody() -> None:
    """Give up the rights of root; called in a fork."""
    if os.geteuid() == 0:
        os.setgroups([])
        os.setgid(65534)
        os.setuid(65534)


def _no_folder(site: Site, dice: Random) -> Callable[[], None]:
    site.doing = "the working directory is gone"

    def remove() -> None:
        gone = site.work / "gone"
        gone.mkdir()
        os.chdir(gone)
        gone.rmdir()

    return remove


def _small_disk(site: Site, dice: Random) -> Callable[[], None]:
    """A disk that is full; only where this process may mount one that ends with it."""
    if os.environ.get(MOUNTS) != "1":
        return _file_size(site, dice)
    size = 4096 * dice.randint(1, 64)
    site.doing = f"a disk of {size} bytes"
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "none", site.work], check=True)
    return lambda: None


MOUNTS: Final = "ATTACK_MAY_MOUNT"
"""Set to 1 in a process whose mounts end with it."""

_FAULTS: Final = (_file_size, _open_files, _rights, _small_disk, _no_folder)
