"""Several programs and windows of one person that change the same files at once."""

from __future__ import annotations

import json
import os
from random import Random
from typing import Final

from attack.promise import fail, hold
from attack.screens import browser, leave, mark, settle
from attack.site import Ground, Site, require
from tuibrowser.model.kept import Excerpt
from tuibrowser.state import excerpts

_EACH: Final = 12
"""Excerpts that each of the writers adds."""


def attempt(site: Site, ground: Ground, dice: Random, number: int) -> None:
    """Have several write; nobody's words may be missing afterwards."""
    (_excerpts, _windows, _libraries)[number % 3](site, ground, dice)


def _excerpts(site: Site, _: Ground, dice: Random) -> None:
    writers = dice.randrange(2, 6)
    site.doing = f"{writers} writers of {_EACH} excerpts each"

    def write() -> int:
        children = [_child(writer) for writer in range(writers)]
        return max(os.waitpid(child, 0)[1] for child in children)

    done = site.act("writers", write)
    hold(done, frozenset({0}))
    listed = site.run("excerpts")
    hold(listed)
    kept = sum(line.strip().startswith("文") for line in listed.out.decode().split("\n"))
    require(kept == writers * _EACH, f"{kept} of {writers * _EACH} excerpts are kept")


def _child(writer: int) -> int:
    child = os.fork()
    if child == 0:
        status = 1
        try:
            for at in range(_EACH):
                text = f"文{writer}之{at}"
                excerpts.add(
                    Excerpt("0" * 64, writer * 1000 + at, writer * 1000 + at + 1, text, "甲")
                )
            status = 0
        finally:
            os._exit(status)
    return child


def _windows(site: Site, _: Ground, dice: Random) -> None:
    """Two windows, in each a letter is marked and a paragraph taken; then both are left."""
    letters = dice.sample("abkz", 2)
    site.doing = f"marks {letters} and an excerpt each in two windows"
    with browser(site) as one, browser(site) as two:
        for window, letter, way in ((one, letters[0], ""), (two, letters[1], "]j")):
            window.type(way)
            mark(window, letter)
            window.type("y")
            settle(window)
        leave(one)
        leave(two)
    content = "".join(site.state().values())
    for letter in letters:
        require(f'"{letter}"' in content, f"the mark {letter} of one window is lost")
    (file,) = site.home.rglob("excerpts.json")
    require(len(json.loads(file.read_text("utf-8"))["excerpts"]) == 2, "an excerpt is lost")


def _libraries(site: Site, ground: Ground, dice: Random) -> None:
    """Two runs of ``index``, and readers meanwhile."""
    site.doing = "two index and one search at once"

    def run(arguments: list[str]) -> int:
        child = os.fork()
        if child == 0:
            from tuibrowser.cli import main

            os._exit(main(arguments))
        return child

    def both() -> int:
        children = [
            run(["index", str(site.reports)]),
            run(["index", str(site.other)]),
            run(["search", "法"]),
        ]
        return max(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children)

    done = site.act("index twice", both)
    hold(done)
    if done.status:
        fail(done, "one of them failed")
    require(site.listed() >= ground.kept | ground.others, "reports are missing")
    site.examine()
