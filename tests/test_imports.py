"""What each command loads, seen from outside: start-up time is kept by what is not imported.

The import contracts in ``pyproject.toml`` say which floor may know which; they cannot say when. So
each command runs here in a process of its own that tells what it had loaded at the end.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tuibrowser.store.library import Library

ROOT = Path(__file__).resolve().parents[1]

SCREENS = frozenset({"textual", "rich"})
WRITING = frozenset({"sqlite_utils", "jieba", "rjieba"})
RULES = frozenset({"tomllib"})
MATCHING = frozenset({"tuibrowser.lexicon.acts", "tuibrowser.compare.measures"})
YEARS = frozenset({"tuibrowser.compare.changes", "rapidfuzz"})
FORMATS = frozenset(
    {"docx", "lxml", "pypdfium2", "selectolax", "doc2docx", "html.parser", "xlsxwriter"}
    | {"python_calamine"}
)

_TELL = """
import sys
def tell():
    with open(sys.argv[1], "w", encoding="utf-8") as file:
        file.write("\\n".join(sys.modules))
"""

_COMMAND = f"""{_TELL}
from tuibrowser.cli import main
try:
    status = main(sys.argv[2:])
except SystemExit as stop:
    status = stop.code
tell()
sys.exit(status)
"""

_BROWSE = f"""{_TELL}
import asyncio
from pathlib import Path
from tuibrowser.store.library import Library
from tuibrowser.tui.app import BrowserApp
async def browse():
    app = BrowserApp(Library(Path(sys.argv[2])))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("a")
        await pilot.pause()
        await pilot.press("escape", "/", *"法治")
        await app.workers.wait_for_complete()
        await pilot.pause()
asyncio.run(browse())
tell()
"""

Loaded = Callable[..., set[str]]


@pytest.fixture
def loaded(tmp_path: Path) -> Loaded:
    """Run Python code in a process of its own and return the names of the modules it loaded."""

    def run(code: str, *arguments: str | Path, expect: int = 0) -> set[str]:
        names = tmp_path / "modules.txt"
        done = subprocess.run(
            [sys.executable, "-c", code, str(names), *map(str, arguments)],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            encoding="utf-8",
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            timeout=120,
            check=False,
        )
        assert done.returncode == expect, done.stdout + done.stderr
        return set(names.read_text(encoding="utf-8").splitlines())

    return run


def test_the_floors_keep_their_contracts() -> None:
    done = subprocess.run(
        [
            *(sys.executable, "-c"),
            "from importlinter.cli import lint_imports; raise SystemExit(lint_imports())",
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout
    assert "0 broken" in done.stdout


def test_the_command_line_itself_is_light(loaded: Loaded) -> None:
    bare = loaded(_TELL + "tell()")
    light = loaded(_TELL + "import tuibrowser.cli; tell()") - bare
    heavy = SCREENS | WRITING | RULES | FORMATS | {"sqlite3", "rapidfuzz", "asyncio", "json"}
    assert not light & heavy
    own = {name for name in light if name.split(".")[0] == "tuibrowser"}
    assert own == {"tuibrowser", "tuibrowser.cli"}, sorted(own)


@pytest.mark.parametrize("command", [["--help"], ["--version"], ["search", "--help"]])
def test_help_loads_no_floor_at_all(loaded: Loaded, command: list[str]) -> None:
    modules = loaded(_COMMAND, *command)
    assert not modules & (SCREENS | WRITING | RULES | FORMATS | {"sqlite3", "rapidfuzz"})


@pytest.mark.parametrize(
    "command",
    [
        ["list"],
        ["list", "--format", "json"],
        ["search", "法治"],
        ["search", "法治", "--format", "csv"],
        ["search", "--", "法治"],
        ["coverage", "*"],
        ["export"],
    ],
)
def test_reading_a_library_loads_neither_screens_nor_writers(
    loaded: Loaded, sample_library: Library, command: list[str]
) -> None:
    modules = loaded(_COMMAND, "--db", sample_library.path, *command)
    assert "sqlite3" in modules
    assert not modules & (SCREENS | WRITING | RULES | FORMATS)


def test_a_look_up_makes_no_reports_and_so_loads_none(
    loaded: Loaded, sample_library: Library
) -> None:
    # Reports are dataclasses, whose module loads `inspect`: 14 of 57 ms were these.
    modules = loaded(_COMMAND, "--db", sample_library.path, "search", "法治")
    assert "tuibrowser.search.find" in modules
    assert not modules & {"dataclasses", "inspect", "json", "csv", "tuibrowser.model.report"}


def test_two_reports_are_compared_without_screens_or_writers(
    loaded: Loaded, sample_library: Library
) -> None:
    with sample_library.read() as reader:
        refs = [entry.sha256[:12] for entry in reader.entries()[:2]]
    for command in (["show", refs[0]], ["compare", *refs]):
        modules = loaded(_COMMAND, "--db", sample_library.path, *command)
        assert not modules & (SCREENS | WRITING | RULES | FORMATS | MATCHING)
    by_measure = loaded(_COMMAND, "--db", sample_library.path, "compare", *refs, "--by", "measure")
    assert not by_measure & (SCREENS | WRITING | RULES | FORMATS | {"rapidfuzz"})


def test_only_years_load_what_compares_wordings(loaded: Loaded, sample_library: Library) -> None:
    with sample_library.read() as reader:
        refs = [f"{entry.issuer}@{entry.year}" for entry in reader.entries()]
    years = [ref for ref in refs if ref.startswith("柳溪镇")]
    modules = loaded(_COMMAND, "--db", sample_library.path, "compare", "--years", *years)
    assert {"rapidfuzz", "tuibrowser.lexicon.acts"} <= modules
    assert not modules & (SCREENS | WRITING | RULES | FORMATS | {"tuibrowser.compare.measures"})


@pytest.mark.parametrize("ending", ["md", "html", "csv", "json", "txt", "docx"])
def test_exporting_loads_what_its_format_needs(
    loaded: Loaded, sample_library: Library, tmp_path: Path, ending: str
) -> None:
    with sample_library.read() as reader:
        refs = [entry.sha256[:12] for entry in reader.entries()[:2]]
    target = tmp_path / f"a.{ending}"
    modules = loaded(_COMMAND, "--db", sample_library.path, "compare", *refs, "-o", target)
    assert target.stat().st_size
    assert not modules & (SCREENS | WRITING | RULES | FORMATS - {"docx", "lxml"})
    assert ("docx" in modules) == ("lxml" in modules) == (ending == "docx")


def test_indexing_needs_no_screen(loaded: Loaded, samples_dir: Path, tmp_path: Path) -> None:
    modules = loaded(_COMMAND, "--db", tmp_path / "new.sqlite3", "index", samples_dir)
    assert "sqlite_utils" in modules
    assert not modules & SCREENS
    # The samples are plain text: nothing else is loaded, and no process begun, to read them.
    assert not modules & (FORMATS | {"tuibrowser.reading.sandbox", "tuibrowser.reading.docx"})


def test_browsing_loads_no_writers_and_no_rules(loaded: Loaded, sample_library: Library) -> None:
    modules = loaded(_BROWSE, sample_library.path)
    assert "textual" in modules
    # Textual itself loads rich, tomllib it does not.
    assert not modules & (WRITING | RULES | FORMATS | MATCHING | YEARS)
