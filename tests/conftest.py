"""What every test stands on: a home of its own, and the sample reports."""

from __future__ import annotations

import gc
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from tuibrowser.store.library import Library

ROOT = Path(__file__).resolve().parents[1]

# A busy machine is no mistake of the program's: nothing here fails for being slow. The profile
# that hypothesis takes by itself on build servers stays the base.
settings.register_profile(
    "untimed", parent=settings(), deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("untimed")

_OBJECTS_BETWEEN_COLLECTIONS = 20_000
"""With Python's own 700, collecting takes two fifths of a test that draws: each strip of a line on
the screen brings fifteen containers, and all collected tests are looked through with them."""


def pytest_collection_finish() -> None:
    """Leave out of every collection of garbage what is there to the end anyway."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS, 10, 10)


_FOREIGN_VARIABLES = (
    "TUIBROWSER_DB",
    "NO_COLOR",
    "FORCE_COLOR",
    "CLICOLOR_FORCE",
    "COLUMNS",
    "LINES",
    "TEXTUAL_THEME",
    "TEXTUAL_COLOR_SYSTEM",
)


@contextmanager
def _living_in(folder: Path) -> Iterator[None]:
    # A patch of our own: a test may undo the shared `monkeypatch` half-way.
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HOME", str(folder))
        for name in ("CONFIG", "DATA", "STATE", "CACHE"):
            patch.setenv(f"XDG_{name}_HOME", str(folder / name.lower()))
        for variable in _FOREIGN_VARIABLES:
            patch.delenv(variable, raising=False)
        patch.setenv("TERM", "xterm-256color")
        patch.setenv("COLORTERM", "truecolor")
        yield


@pytest.fixture(scope="session", autouse=True)
def nobody_s_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """An empty folder in the place of the person's home, and empty still when all tests are done.

    What runs without a home of its own would read it, and leave something in it.
    """
    folder = tmp_path_factory.mktemp("nobody")
    with _living_in(folder):
        yield folder
    left = sorted(str(it.relative_to(folder)) for it in folder.rglob("*"))
    assert not left, f"tests left in the person's home: {left}"


@pytest.fixture(scope="session")
def _home_folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    # Numbered here: pytest would list all earlier ones for each, 2 ms a test among thousands.
    homes = tmp_path_factory.mktemp("homes")
    return (homes / str(number) for number in count())


@pytest.fixture(autouse=True)
def isolated_home(_home_folders: Iterator[Path], nobody_s_home: Path) -> Iterator[Path]:
    """An empty home folder for each test, so that none sees the person's library or settings.

    The XDG folders stand below it and do not exist yet: whoever writes there has to make them.
    """
    folder = next(_home_folders)
    folder.mkdir()
    with _living_in(folder):
        yield folder


@pytest.fixture
def home(isolated_home: Path) -> Path:
    """The home folder of the test. Another fixture of this name takes nothing away."""
    return isolated_home


@pytest.fixture(autouse=True)
def patient_pilot(request: pytest.FixtureRequest) -> Iterator[None]:
    """Wait in tests of the app for what is meant, on a machine as busy as may be.

    And be quick about what is no test's subject: reading the stylesheets for each app anew.
    """
    if "tui" not in request.path.parts:
        yield
        return
    from patience import make_patient  # no other test needs Textual
    from stylesheets import read_once

    with pytest.MonkeyPatch.context() as patch:
        make_patient(patch)
        read_once(patch)
        yield


@pytest.fixture(scope="session")
def samples_dir() -> Path:
    """The fictional reports that come with the program."""
    return ROOT / "fixtures" / "reports"


@pytest.fixture(scope="session")
def real_reports_dir() -> Path:
    """Five real reports that lie beside some checkouts; their text is no part of this project."""
    folder = ROOT.parent / "shared" / "reports"
    if not folder.is_dir():
        pytest.skip("the real reports are not beside this checkout")
    return folder


@pytest.fixture(scope="session")
def _indexed_samples(samples_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    from tuibrowser.indexing.run import index
    from tuibrowser.store.library import Library

    folder = tmp_path_factory.mktemp("samples")
    path = folder / "library.sqlite3"
    with _living_in(folder):
        outcome = index(Library(path), [samples_dir])
    assert outcome.added, "no sample report was indexed"
    return path


@pytest.fixture
def sample_library(_indexed_samples: Path, tmp_path: Path) -> Library:
    """A library of all sample reports, with words; the test may change it."""
    from tuibrowser.store.library import Library

    path = tmp_path / "library.sqlite3"
    shutil.copyfile(_indexed_samples, path)
    return Library(path)
