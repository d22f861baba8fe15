"""What counts as another rule, and what does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tuibrowser import fingerprint as fingerprints
from tuibrowser.fingerprint import fingerprint
from tuibrowser.parsing.version import parser_version
from tuibrowser.store.index.entry import token_version

_WITHIN = ("rules", "text")
_FILES = {
    "rules/__init__.py": "",
    "rules/parse.py": '''\
"""Parses."""

from house.text import fold
from house.model.record import Record
from house.text.numerals import value_of


def parse(text: str) -> Record:
    """One text."""
    # Folded first.
    return Record(fold.fold(text), value_of(text))
''',
    "text/__init__.py": "",
    "text/fold.py": """\
from pathlib import Path

_TABLE = Path(__file__).with_name("data") / "table.txt"


def fold(text: str) -> str:
    return text.translate({ord(a): b for a, b in _TABLE.read_text().split()})
""",
    "text/numerals.py": "def value_of(text: str) -> int:\n    return int(text, 10)\n",
    "text/unused.py": "LIMIT = 3\n",
    "text/data/table.txt": "龍 龙\n",
    "text/data/other.txt": "x\n",
    "model/__init__.py": "",
    "model/record.py": "class Record: ...\n",
}


@pytest.fixture
def house(tmp_path: Path) -> Path:
    root = tmp_path / "house"
    for name, content in _FILES.items():
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content)
    return root


def value(root: Path) -> str:
    # The folders of a running program do not change; those of a test do.
    fingerprints._tree.cache_clear()
    return fingerprint("rules.parse", _WITHIN, root)


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("rules/parse.py", '"""Parses."""', '"""Another word, at some length."""'),
        ("rules/parse.py", '    """One text."""\n', ""),
        ("rules/parse.py", "    # Folded first.\n", "\n\n"),
        (
            "rules/parse.py",
            "Record(fold.fold(text), value_of(text))",
            "(\n        Record(\n            fold.fold(text), value_of(text),\n        )\n    )",
        ),
        ("text/fold.py", '"data"', "'data'"),
        (
            "text/fold.py",
            "def fold",
            "'A word on it.'\n\n\ndef fold",
        ),
        ("text/unused.py", "3", "4"),
        ("text/data/other.txt", "x", "y"),
        ("model/record.py", "...", "x = 1"),
    ],
)
def test_what_changes_no_rule_leaves_it(house: Path, name: str, before: str, after: str) -> None:
    first = value(house)
    change(house / name, before, after)
    assert value(house) == first


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("rules/parse.py", "fold.fold(text)", "text"),
        ("text/numerals.py", "10", "8"),
        ("text/numerals.py", "int(text, 10)", "-int(text, 10)"),
        ("text/fold.py", "ord(a): b", "ord(b): a"),
        ("text/data/table.txt", "龙", "竜"),
        ("text/__init__.py", "", "import re\n"),
    ],
)
def test_what_changes_a_rule_changes_it(house: Path, name: str, before: str, after: str) -> None:
    first = value(house)
    change(house / name, before, after)
    assert value(house) != first


def change(file: Path, before: str, after: str) -> None:
    content = file.read_text()
    assert before in content
    file.write_text(content.replace(before, after, 1))


def test_rules_and_tables_of_the_program_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    read: set[str] = set()
    real = Path.read_bytes
    package = Path(fingerprints.__file__).parent

    def noted(self: Path) -> bytes:
        read.add(self.relative_to(package).as_posix())
        return real(self)

    monkeypatch.setattr(Path, "read_bytes", noted)
    fingerprints._tree.cache_clear()
    parser_version.cache_clear()
    number = parser_version()
    assert {
        "parsing/parse.py",
        "parsing/outline/tree.py",
        "text/fold.py",
        "lexicon/load.py",
        "lexicon/finder.py",
        "lexicon/classifier.bin",
        "lexicon/leanings.bin",
        "lexicon/verbal.txt",
        "text/data/traditional.txt",
    } <= read
    read.clear()
    fingerprints._tree.cache_clear()
    token_version.cache_clear()
    assert token_version()
    assert {
        "store/index/tokens.py",
        "text/data/pinyin.txt",
        "text/data/traditional.txt",
    } <= read
    read.clear()
    assert parser_version() == number
    assert not read


def test_of_the_lexicon_only_what_changes_no_report_is_left_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What a rule newly imports is counted or named here."""
    read: set[str] = set()
    real = Path.read_bytes

    def noted(self: Path) -> bytes:
        read.add(self.stem if self.parent.name == "lexicon" else "")
        return real(self)

    monkeypatch.setattr(Path, "read_bytes", noted)
    fingerprints._tree.cache_clear()
    parser_version.cache_clear()
    parser_version()
    counted = set(read)
    fingerprints._tree.cache_clear()
    fingerprint("parsing.understand", ("parsing", "places", "text", "lexicon"))
    assert read - counted == {"labels", "own"}
