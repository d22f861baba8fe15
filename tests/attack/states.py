"""A person's files, damaged: by an editor, another version, a full disk."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any, Final

from attack.hostile import TEXTS
from attack.promise import hold
from attack.screens import ESCAPE, browser, leave, mark, settle
from attack.site import Ground, Site, require

_VALUES: Final[tuple[Any, ...]] = (
    None, True, 0, -1, 10**30, 1e308, "", "x", [], {}, [[]], {"version": 1}, "0" * 64, *TEXTS,
)  # fmt: skip
_CONTENTS: Final = (
    b"", b"{", b"[]", b"null", b"\xff\xfe{}", b"\0" * 300, b"[" * 100_000, b'{"version": 2}',
    b'{"version": 1}', b"1" * 6000, b'{"version": 1, "version": "x"}', "［］".encode("gbk"),
)  # fmt: skip


def attempt(site: Site, ground: Ground, dice: Random, number: int) -> None:
    """Damage one file of a used home; everything starts, and what is sound is not lost."""
    for name, content in _used(ground).items():
        (site.home / name).parent.mkdir(parents=True, exist_ok=True)
        (site.home / name).write_text(content, "utf-8")
    files = sorted(path for path in site.home.rglob("*") if path.is_file())
    file = files[number % len(files)]
    if dice.random() < 0.3:
        damaged = dice.choice(_CONTENTS)
        site.doing = f"{file.relative_to(site.home)} is {damaged[:40]!r}"
        file.write_bytes(damaged)
    else:
        content = json.loads(file.read_text("utf-8"))
        where, holder, key = dice.choice(list(_places(content)))
        value = dice.choice(_VALUES)
        holder[key] = value
        if dice.random() < 0.3:
            del holder[key]
        site.doing = f"{file.relative_to(site.home)}: {where} = {value!r}"[:300]
        file.write_text(json.dumps(content), "utf-8")
    original = file.read_bytes()
    for arguments in (("excerpts",), ("doctor",)):
        hold(site.run(*arguments))
    with browser(site) as terminal:
        # To what was marked, what was taken, what was named; take one more.
        terminal.type("'")
        terminal.expect("按字母")
        terminal.type("z")
        terminal.expect("还没有记为")
        terminal.type("w")
        terminal.expect("Esc")
        terminal.type(ESCAPE)
        terminal.wait_for_output()
        terminal.type("y")
        mark(terminal, "b")
        settle(terminal)
        leave(terminal)
    if file.name == "excerpts.json":
        kept = "".join(path.read_text("utf-8", "replace") for path in _files(site.home))
        aside = any(path.read_bytes() == original for path in _files(site.home))
        require(aside or all(text in kept for text in _texts(original)), "excerpts are lost")


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def _texts(content: bytes) -> list[str]:
    """The texts of the excerpts in a file that can still be read."""
    found = json.loads(content)["excerpts"] if content.startswith(b'{"') else []
    return [it["text"] for it in found if isinstance(it, dict) and isinstance(it.get("text"), str)]


def _places(content: Any, path: str = "") -> Iterator[tuple[str, Any, Any]]:
    keys = content if isinstance(content, dict) else range(len(content))
    for key in keys:
        yield f"{path}/{key}", content, key
        if isinstance(content[key], dict | list):
            yield from _places(content[key], f"{path}/{key}")


def _used(ground: Ground) -> dict[str, str]:
    """The files of somebody who has marked, taken and named something."""
    if "used" not in ground.notes:
        with ground.site() as site, browser(site) as terminal:
            terminal.type("]j")
            mark(terminal, "a")
            terminal.type("y]yB")
            settle(terminal)
            leave(terminal)
            ground.notes["used"] = {
                str(path.relative_to(site.home)): path.read_text("utf-8")
                for path in _files(site.home)
                if path.suffix == ".json"
            }
    used: dict[str, str] = ground.notes["used"]
    return used
