"""What a person put right in reports of libraries that they may not write into.

One file for all libraries, since a report is its sha256. The file that is handed to a colleague has
the same form.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple

from tuibrowser.files import read_whole, replacing
from tuibrowser.locations import state_home
from tuibrowser.model.correction import OF_FOLDER, About, Correction, Corrections
from tuibrowser.model.report import Place
from tuibrowser.parsing.corrected.report import is_sound
from tuibrowser.state import values
from tuibrowser.state.storage import Say, Stored, unheard

PutRight = Mapping[str, Corrections]
"""Corrections by the sha256 of their report."""

_MOST: Final = 16 * 1024 * 1024
"""Bytes of a file from a colleague."""


class Handed(NamedTuple):
    """What one person hands to another."""

    put_right: PutRight
    folders: Mapping[str, Place]
    """Where what comes to lie in a folder is from, by its path."""


class NoCorrections(Exception):
    """A file holds no corrections; ``str()`` is one Chinese sentence."""


def corrections_file() -> Path:
    """Where they are kept."""
    return state_home() / "corrections.json"


def load_corrections(say: Say = unheard) -> PutRight:
    """Return all corrections; ``say`` is told of what is damaged."""
    return _STORED.read(say)


def keep_corrections(put_right: PutRight, say: Say = unheard) -> None:
    """Keep ``put_right`` beside what was kept before; of two of one thing the later holds.

    Raises:
        StateUnsaved: it could not be kept.
    """
    _STORED.change(lambda before: joined(before, put_right), say)


def forget_corrections(
    sha256: str, say: Say = unheard, only: Collection[About] | None = None
) -> None:
    """Forget what was put right in one report, or ``only`` some of it.

    Raises:
        StateUnsaved: it could not be kept.
    """

    def without(before: PutRight) -> PutRight:
        its = before.get(sha256, ())
        left = tuple(it for it in its if only is not None and it.about not in only)
        if len(left) == len(its):
            return before
        others = {report: its for report, its in before.items() if report != sha256}
        return {**others, sha256: left} if left else others

    _STORED.change(without, say)


def joined(before: PutRight, later: PutRight) -> PutRight:
    """Both; of two corrections of one key and heading the later one."""
    if not later:
        return before
    found = dict(before)
    for sha256, corrections in later.items():
        last = {it.about: it for it in (*found.get(sha256, ()), *corrections)}
        found[sha256] = tuple(last.values())
    return found


def write_corrections(handed: Handed, target: Path) -> None:
    """Write what was put right into a file for a colleague; raises ``OSError`` where that fails."""
    content = {"version": 1, **_express(handed.put_right)}
    if handed.folders:
        content["folders"] = [
            {"folder": path, **{level: getattr(place, level) for level in sorted(OF_FOLDER)}}
            for path, place in sorted(handed.folders.items())
        ]
    text = json.dumps(content, ensure_ascii=False, indent=1)
    with replacing(target) as file:
        # A byte of a folder's name that is no UTF-8 becomes an escape of JSON.
        file.write(text.encode("utf-8", "backslashreplace"))


def read_corrections(source: Path) -> Handed:
    """What a file from a colleague holds.

    Raises:
        NoCorrections: it is none, or anything in it is none that this program writes.
        OSError: it cannot be read.
    """
    try:
        raw = read_whole(source, _MOST)
    except FileNotFoundError:
        raise NoCorrections(f"没有 {source} 这个文件，请检查路径") from None
    try:
        content = values.table(json.loads(raw))
        if content.get("version") != 1:
            raise values.UnfitValue(content)
        put_right, unfit = _understand(content)
        settled, odd = values.fitting(values.listing(content.get("folders", [])), _folder)
    except (ValueError, RecursionError):
        raise NoCorrections(
            f"{source} 不是更正文件，请用 tuibrowser correct --export 生成的文件"
        ) from None
    if unfit + odd:
        raise NoCorrections(f"{source} 中有 {unfit + odd} 条更正无法识别，未并入，请让对方重新导出")
    return Handed(put_right, dict(settled))


def _understand(content: dict[str, Any]) -> tuple[PutRight, int]:
    found, unfit = values.fitting(values.listing(content.get("corrections")), _entry)
    put_right: dict[str, list[Correction]] = {}
    for sha256, correction in found:
        put_right.setdefault(sha256, []).append(correction)
    return {sha256: tuple(its) for sha256, its in put_right.items()}, unfit


def _entry(value: Any) -> tuple[str, Correction]:
    content = values.table(value)
    correction = Correction(content.get("key"), content.get("value"), content.get("heading", ""))  # type: ignore[arg-type]
    if not all(isinstance(it, str | None) for it in correction) or not is_sound(correction):
        raise values.UnfitValue(value)
    return values.digest(content.get("sha256")), correction


def _folder(value: Any) -> tuple[str, Place]:
    content = values.table(value)
    levels = {level: values.optional(content.get(level), values.words) for level in OF_FOLDER}
    said = (Correction(level, name) for level, name in levels.items() if name is not None)
    if not any(levels.values()) or not all(map(is_sound, said)):
        raise values.UnfitValue(value)
    return values.path(content.get("folder")), Place(**levels)


def _express(put_right: PutRight) -> dict[str, Any]:
    return {
        "corrections": [
            {"sha256": sha256, **correction._asdict()}
            for sha256, its in sorted(put_right.items())
            for correction in its
        ]
    }


_STORED: Stored[PutRight] = Stored(corrections_file, "本机的更正", {}, _understand, _express)
