"""Where a trial takes place: a home, a library and reports of its own, and the program in it."""

from __future__ import annotations

import importlib
import json
import os
import pkgutil
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any, Final

from report_files import write_report
from terminals import Terminal

import tuibrowser
from attack.processes import CPU_SECONDS, Action, Done, forked
from attack.promise import Broken, fail, hold
from tuibrowser.cli import main

ROOT: Final = Path(__file__).resolve().parents[2]
SAMPLES: Final = tuple(sorted((ROOT / "fixtures" / "reports").glob("*.txt")))
BROWSER: Final = (sys.executable, "-m", "tuibrowser")
HOME_SCREEN: Final = "添加报告"
"""Words of the footer that say that the browser takes keys."""

_KEPT: Final = 6
"""Reports in the library of each trial."""
_NEW: Final = 2
"""Reports that lie beside it as files."""


@dataclass
class Site:
    """One trial's ground. Nothing outside ``folder`` is touched."""

    folder: Path
    replaced: dict[str, str] | None = None
    """All environment variables, where the trial is about those."""
    doing: str = ""
    """What is tried, for the report."""

    @property
    def library(self) -> Path:
        """The library, of :data:`_KEPT` sample reports."""
        return self.folder / "library.sqlite3"

    @property
    def other(self) -> Path:
        """A library of somebody else's, of reports that the first one lacks."""
        return self.folder / "other.sqlite3"

    @property
    def reports(self) -> Path:
        """A folder of reports that are in neither library."""
        return self.folder / "reports"

    @property
    def work(self) -> Path:
        """The working directory, empty."""
        return self.folder / "work"

    @property
    def home(self) -> Path:
        """What is to be the person's home, XDG folders included."""
        return self.folder / "home"

    @property
    def environment(self) -> dict[str, str]:
        """All variables of the program's processes."""
        if self.replaced is not None:
            return self.replaced
        xdg = {f"XDG_{name}_HOME": str(self.home / name.lower()) for name in _XDG}
        return {
            "HOME": str(self.home),
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(ROOT),
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
            "TUIBROWSER_DB": str(self.library),
            **xdg,
        }

    def run(
        self, *arguments: str, before: Callable[[], object] | None = None, cpu: int = CPU_SECONDS
    ) -> Done:
        """Run a command in a fork; ``before`` runs there first, to set limits."""

        def action() -> int:
            if before is not None:
                before()
            return main(arguments)

        return self.act(" ".join(arguments) or "(no command)", action, cpu)

    def act(self, name: str, action: Action, cpu: int = CPU_SECONDS) -> Done:
        """Do something with the program's own functions, in a fork."""
        return forked(name, action, self.environment, self.work, cpu)

    def browse(self, *arguments: str, size: tuple[int, int] = (100, 30)) -> Terminal:
        """Start the browser on a terminal; the caller closes it."""
        return Terminal(
            ("-m", "tuibrowser", *arguments), size, environment=self.environment, folder=self.work
        )

    def listed(self, library: Path | None = None) -> set[str]:
        """sha256 of the reports in a library; raises :class:`Broken` if it cannot be read."""
        done = self.run("list", "--format", "json", *_at(library))
        hold(done)
        if done.status == 3:
            fail(done, "the library is refused")
        reports: list[dict[str, Any]] = json.loads(done.out)["reports"]
        return {report["sha256"] for report in reports}

    def examine(self, library: Path | None = None) -> None:
        """Raise :class:`Broken` unless the program itself finds the library sound."""
        done = self.run("doctor", *_at(library))
        hold(done)
        if done.status:
            fail(done, "the library is damaged")

    def index_again(self, *arguments: str) -> None:
        """Do what was broken off, to its end."""
        done = self.run("index", *arguments)
        hold(done)
        if done.status:
            fail(done, "what was broken off cannot be done again")

    def share(self) -> None:
        """Let a person without the rights of root do here what this one may."""
        self.folder.parent.chmod(0o755)
        for path in (self.folder, *self.folder.iterdir()):
            path.chmod(0o777 if path.is_dir() else 0o666)

    def state(self) -> dict[str, str]:
        """What the person's folders and the working directory hold, the trial's own paths gone."""
        found = {}
        for folder in (self.home, self.work):
            for path in sorted(folder.rglob("*")):
                if path.is_file():
                    content = path.read_text("utf-8", "backslashreplace")
                    name = str(path.relative_to(self.folder))
                    found[name] = content.replace(str(self.folder), "…")
        # A workspace is called after its library's path.
        return {name if "workspaces" not in name else "workspace": found[name] for name in found}


_OTHERS_MODULES: Final = (
    "docx", "email.parser", "encodings.cp437", "encodings.gb18030",
    "importlib.metadata", "importlib.readers",
    "rjieba", "sqlite_utils",
)  # fmt: skip
"""Those in the standard library lie where a fork without rights may not read."""


def _load_all() -> None:
    """Import what commands import, so that each fork has it: most of their time, otherwise."""
    for module in pkgutil.walk_packages(tuibrowser.__path__, "tuibrowser."):
        if not module.name.startswith(("tuibrowser.__main__", "tuibrowser.text.data")):
            importlib.import_module(module.name)
    for name in _OTHERS_MODULES:
        importlib.import_module(name)


def sample_text(dice: Random, kept: bool = False) -> str:
    """The text of a sample report, of one in ``library`` if ``kept``."""
    data = dice.choice(SAMPLES[:_KEPT] if kept else SAMPLES).read_bytes()
    for encoding in ("utf-8-sig", "utf-16", "gb18030"):
        with suppress(UnicodeDecodeError):
            return data.decode(encoding).replace("\r\n", "\n")
    raise AssertionError("a sample in no known encoding")


_XDG: Final = ("CONFIG", "DATA", "STATE", "CACHE")


def _at(library: Path | None) -> tuple[str, ...]:
    return () if library is None else ("--db", str(library))


class Ground:
    """What all sites begin as; it is made once."""

    def __init__(self, folder: Path) -> None:
        """Make the libraries and files in ``folder``, with the program itself."""
        _load_all()
        self._folder = folder
        self._model = Site(folder / "model")
        for each in (self._model.home, self._model.work, self._model.reports):
            each.mkdir(parents=True)
        self._model.index_again(*map(str, SAMPLES[:_KEPT]))
        self._model.index_again("--db", str(self._model.other), *map(str, SAMPLES[_KEPT:][:_NEW]))
        for number in range(_NEW):
            write_report(self._model.reports / f"{number}.txt", "云岭镇", 2020 + number)
        self.kept = self._model.listed()
        """sha256 of the reports in ``library``."""
        self.others = self._model.listed(self._model.other)
        """sha256 of the reports in ``other``."""
        shutil.rmtree(self._model.home)
        self._model.home.mkdir()
        self.notes: dict[str, Any] = {}
        """What trials of a kind remember for each other: things that are measured once."""

    @contextmanager
    def site(self) -> Iterator[Site]:
        """A fresh copy, removed afterwards."""
        folder = Path(tempfile.mkdtemp(dir=self._folder))
        try:
            shutil.copytree(self._model.folder, folder, dirs_exist_ok=True)
            yield Site(folder)
        finally:
            _allow(folder)
            shutil.rmtree(folder, ignore_errors=True)


def _allow(folder: Path) -> None:
    for path in (folder, *folder.rglob("*")):
        if path.is_dir() and not path.is_symlink():
            path.chmod(0o755)


def require(truth: bool, sentence: str) -> None:
    """Raise :class:`Broken` with ``sentence`` unless ``truth``."""
    if not truth:
        raise Broken(sentence)
