"""What is built can be installed by itself and does the main job outside the checkout.

Nothing is downloaded: the packages are built with the hatchling of this environment, and a clean
environment sees exactly the distributions that the package declares, linked from this one.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import venv
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import distribution
from pathlib import Path, PurePosixPath

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parents[1]


def _run(*command: str | Path, cwd: Path, expect: int = 0) -> str:
    """Run ``command`` without a terminal and return what it printed."""
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        # pip asks Rust for its version, which leaves a folder in the home where rustup has it.
        env={**os.environ, "RUSTUP_HOME": str(cwd / "rustup")},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert done.returncode == expect, done.stdout + done.stderr
    return done.stdout


def _declared(name: str, seen: set[str]) -> Iterator[str]:
    """The distributions ``name`` needs here, without extras, and all that those need."""
    for line in distribution(name).requires or ():
        requirement = Requirement(line)
        wanted = requirement.marker is None or requirement.marker.evaluate({"extra": ""})
        if wanted and requirement.name not in seen:
            seen.add(requirement.name)
            yield requirement.name
            yield from _declared(requirement.name, seen)


def _link(name: str, folder: Path) -> None:
    """Show the distribution ``name`` of this environment in ``folder``, and nothing else."""
    found = distribution(name)
    tops = {PurePosixPath(str(file)).parts[0] for file in found.files or ()}
    for top in tops - {"..", "__pycache__"}:
        link = folder / top
        if not link.exists():
            link.symlink_to(Path(str(found.locate_file(top))))


@dataclass(frozen=True)
class Installed:
    """One clean environment."""

    bin: Path
    cwd: Path

    def tuibrowser(self, *arguments: str | Path, expect: int = 0) -> str:
        """What the installed command prints."""
        return _run(self.bin / "tuibrowser", *arguments, cwd=self.cwd, expect=expect)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sdist, and in ``direct`` and ``via_sdist`` a wheel each."""
    folder = tmp_path_factory.mktemp("built")
    build = (sys.executable, "-m", "build", "--no-isolation")
    _run(*build, "--wheel", "--outdir", folder / "direct", ROOT, cwd=folder)
    # Without --wheel or --sdist the wheel is made from the sdist.
    _run(*build, "--outdir", folder / "via_sdist", ROOT, cwd=folder)
    return folder


def _wheel(folder: Path) -> Path:
    (wheel,) = folder.glob("*.whl")
    return wheel


@pytest.fixture(scope="module")
def installed(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """A clean environment with the wheel and what it declares, started from an empty folder."""
    folder = tmp_path_factory.mktemp("installed")
    venv.create(folder / "venv", with_pip=False)
    python = folder / "venv" / "bin" / "python"
    dependencies = folder / "dependencies"
    dependencies.mkdir()
    for name in _declared("tuibrowser", set()):
        _link(name, dependencies)
    (site,) = (folder / "venv" / "lib").glob("python*/site-packages")
    (site / "dependencies.pth").write_text(f"{dependencies}\n", encoding="utf-8")
    _run(
        *(sys.executable, "-m", "pip", "--python", python, "install", "--quiet"),
        *("--no-index", "--no-deps", "--disable-pip-version-check"),
        _wheel(built / "direct"),
        cwd=folder,
    )
    (folder / "empty").mkdir()
    return Installed(folder / "venv" / "bin", folder / "empty")


def _contents(wheel: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(wheel) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_both_ways_build_the_same_wheel(built: Path) -> None:
    # So what is shown of one is true of the other.
    assert _contents(_wheel(built / "direct")) == _contents(_wheel(built / "via_sdist"))


def test_the_wheel_holds_program_sql_and_samples_and_no_more(built: Path) -> None:
    names = _contents(_wheel(built / "direct")).keys()
    tops = {name.split("/")[0] for name in names}
    plain = {top for top in tops if not top.endswith((".dist-info", ".data"))}
    assert plain == {"tuibrowser"}
    for source, target in (("db/migrations", "_sql/migrations"), ("fixtures/reports", "_samples")):
        files = [file for file in (ROOT / source).rglob("*") if file.is_file()]
        assert files
        for file in files:
            assert f"tuibrowser/{target}/{file.relative_to(ROOT / source)}" in names
    assert "tuibrowser/_sql/schema.sql" in names  # without it each start takes longer
    for file in (ROOT / "tuibrowser").rglob("*"):
        # Tables and lists of words, too.
        if file.is_file() and "__pycache__" not in file.parts:
            assert str(file.relative_to(ROOT)) in names
    assert not [name for name in names if name.endswith(".pyc") or "labels/" in name]


def test_the_sdist_holds_what_a_checkout_needs(built: Path) -> None:
    (sdist,) = (built / "via_sdist").glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        members = {"/".join(name.split("/")[1:]) for name in archive.getnames()}
    assert {
        "Makefile",
        "constraints.txt",
        "pyproject.toml",
        "LICENSE",
        "README.zh.md",
        "tests/conftest.py",
        "tests/test_packaging.py",
        "db/schema.sql",
    } <= members
    assert not [name for name in members if ".venv" in name or name.endswith(".pyc")]


def test_the_installed_command_tells_its_version(installed: Installed) -> None:
    assert distribution("tuibrowser").version in installed.tuibrowser("--version")


def test_the_samples_come_along(installed: Installed) -> None:
    printed = installed.tuibrowser("demo")
    assert "tuibrowser demo" in printed
    assert "主要举措和成效" in printed


def test_reports_are_indexed_and_found(
    installed: Installed, samples_dir: Path, tmp_path: Path
) -> None:
    library = tmp_path / "library.sqlite3"
    installed.tuibrowser("--db", library, "index", samples_dir)
    listed = installed.tuibrowser("--db", library, "list", "--format", "csv")
    assert len(listed.splitlines()) > 16
    assert "法治" in installed.tuibrowser("--db", library, "search", "法治")
    assert installed.tuibrowser("--db", library, "doctor")


def test_the_manual_page_and_the_completions_stand_where_they_are_looked_for(
    installed: Installed,
) -> None:
    files = [file for file in (ROOT / "share").rglob("*") if file.is_file()]
    assert len(files) == 4
    for file in files:
        there = installed.bin.parent / file.relative_to(ROOT)
        assert there.read_bytes() == file.read_bytes()


def test_no_other_top_level_name_is_taken(installed: Installed) -> None:
    probe = (
        "import importlib.util as u, tuibrowser; print(tuibrowser.__file__);"
        "print([n for n in ('db', 'tests', 'benchmarks', 'makers', 'fixtures') if u.find_spec(n)])"
    )
    # -P: the folder it is started from does not count.
    where, taken = _run(installed.bin / "python", "-P", "-c", probe, cwd=installed.cwd).split(
        os.linesep
    )[:2]
    assert Path(where).is_relative_to(installed.bin.parent)
    assert taken == "[]"
