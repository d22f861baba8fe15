"""Every command, with words that suit any library, for whoever tries what is done to a library."""

from __future__ import annotations

from typing import Final

from attack.promise import fail, hold, hold_cells
from attack.site import Site

READING: Final[tuple[tuple[str, ...], ...]] = (
    (),
    ("list",),
    ("list", "--format", "csv"),
    ("list", "--format", "json"),
    ("search", "纠纷"),
    ("search", "jiufen", "--format", "json"),
    ("search", "法", "--format", "csv"),
    ("show", "石鼓滩镇@2023"),
    ("show", "石鼓滩镇@2023", "--format", "json"),
    ("compare", "石鼓滩镇@2022", "石鼓滩镇@2023"),
    ("compare", "石鼓滩镇@2022", "石鼓滩镇@2023", "--by", "部分", "--format", "md"),
    ("compare", "--years", "石鼓滩镇@2022..2024", "--format", "html"),
    ("compare", "*@2023", "--format", "csv"),
    ("export",),
    ("open", "石鼓滩镇@2023", "石鼓滩镇@2022"),
    ("pack", "copy.sqlite3"),
    ("doctor",),
)
"""None changes the library."""

CHANGING: Final[tuple[tuple[str, ...], ...]] = (
    ("rm", "石鼓滩镇@2022"),
    ("index", "../reports"),
    ("index", "../other.sqlite3"),
    ("excerpts", "--undo"),
)


def hold_all_reading(site: Site) -> None:
    """Run each command that reads, and whatever they come to, agree with ``doctor``.

    Raises:
        Broken: one keeps no promise, changes the library, or finds damage that ``doctor`` does not
            see.
    """
    refused = None
    content = site.library.read_bytes()
    for arguments in READING:
        done = site.run(*arguments)
        hold(done)
        if "csv" in arguments:
            hold_cells(done)
        # The index's own check counts itself in the file's header.
        if arguments != ("doctor",) and site.library.read_bytes() != content:
            fail(done, "only reads, and has changed the library")
        if arguments == ("doctor",):
            if refused is not None and done.status == 0:
                fail(refused, "finds the library unusable, and doctor does not")
        elif done.status == 3:
            refused = done
