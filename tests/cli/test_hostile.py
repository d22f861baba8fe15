"""Nothing that a library, a file, a name or an argument holds steers the terminal."""

from __future__ import annotations

import csv
import io
import json
import os
from pathlib import Path

import pytest
from hostile import HOSTILE, poison, steering
from small_library import Run

from tuibrowser.cli import terminal
from tuibrowser.model.kept import Excerpt
from tuibrowser.state.excerpts import add
from tuibrowser.store.library import Library

COMMANDS = (
    ("list",),
    ("list", "--format", "json"),
    ("list", "--format", "csv"),
    ("search", "调解"),
    ("search", "条解"),
    ("search", "调解", "--format", "json"),
    ("search", "调解", "--format", "csv"),
    ("search", f"镇:{HOSTILE}"),
    ("search", f"没有{HOSTILE}"),
    ("search", "调解", "--place", HOSTILE),
    ("search", "调解", "--year", HOSTILE),
    ("show", "{0}"),
    ("show", "{0}", "--section", "成效"),
    ("show", "{0}", "--format", "json"),
    ("show", "柳溪镇"),
    ("show", f"甲{HOSTILE}@2023"),
    ("show", f"./{HOSTILE}.txt"),
    *(
        ("compare", "{0}", "{1}", "--format", each)
        for each in ("text", "md", "html", "csv", "json")
    ),
    ("compare", "{0}", "{1}", "--by", "事项"),
    ("compare", "--years", "{0}", "{1}"),
    ("compare", "{0}", "{1}", "-o", "{folder}/a{hostile}.md"),
    ("open", "{0}", "{1}"),
    (),
    ("excerpts",),
    *(("excerpts", "--format", each) for each in ("md", "html")),
    ("excerpts", "-o", "{folder}/{hostile}/a.md"),
    ("export",),
    ("export", "-o", "{folder}/{hostile}/a.json"),
    ("pack", "{folder}/b{hostile}.sqlite3"),
    ("pack", "{folder}/{hostile}/b.sqlite3"),
    ("pack", f"{HOSTILE}/"),
    ("index", "{folder}/{hostile}.txt"),
    ("index", "{folder}/dir{hostile}"),
    ("index", "{folder}/no{hostile}"),
    ("rm", "{0}", "{1}"),
    ("rm", "{0}", "{1}", "--yes"),
    ("doctor",),
    (HOSTILE,),
    ("list", f"--{HOSTILE}"),
    ("list", "--format", HOSTILE),
    ("--db", f"{{folder}}/none{HOSTILE}", "list"),
    ("--db", f"{{folder}}/dir{HOSTILE}", "doctor"),
)
"""Every command, with names in every place that takes some."""

CSV_LINE_END = "\r\n"


@pytest.fixture
def poisoned(library: Library, tmp_path: Path) -> list[str]:
    """A poisoned library beside poisoned files; gives the REFs of two reports."""
    with library.read() as reader:
        digests = [entry.sha256 for entry in reader.entries()]
    poison(library.path)
    folder = tmp_path / f"dir{HOSTILE}"
    folder.mkdir()
    text = f"某县{HOSTILE}柳溪镇2024年法治政府建设年度报告\n一、主要举措{HOSTILE}\n普法。\n"
    for name in (tmp_path / f"{HOSTILE}.txt", folder / f"{HOSTILE}.txt"):
        name.write_text(text, "utf-8")
    (folder / f"空{HOSTILE}.txt").touch()
    (folder / f"坏{HOSTILE}.docx").touch()
    with open(os.fsencode(folder) + b"/\xff\xfe.txt", "wb") as file:
        file.write(b"\xff")
    add(Excerpt("a" * 64, 0, 5, f"一是{HOSTILE}普法。", f"柳溪{HOSTILE}镇2023年报告"))
    return digests[1:3]


@pytest.mark.parametrize("watched", [False, True], ids=["pipe", "terminal"])
@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: ascii(" ".join(command))[:40])
def test_no_command_lets_through_what_steers(
    run: Run,
    poisoned: list[str],
    tmp_path: Path,
    command: tuple[str, ...],
    watched: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    if watched:
        # Not the input: nobody is there to confirm, and no screen is to open.
        monkeypatch.setattr(terminal, "is_terminal", lambda stream: stream is not None)
        monkeypatch.setattr("tuibrowser.cli.browser.is_interactive", lambda: False)
        monkeypatch.setattr("tuibrowser.cli.keeping.is_terminal", lambda _: False)
        monkeypatch.setenv("TERM", "dumb")
    arguments = [part.format(*poisoned, folder=tmp_path, hostile=HOSTILE) for part in command]
    status, out, err = run(*arguments)
    assert status in (0, 1, 2, 3)
    assert out or err
    assert steering(out.replace(CSV_LINE_END, "\n") if "csv" in command else out) == []
    assert steering(err) == []


def test_only_bold_letters_reach_a_terminal(
    run: Run, poisoned: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(terminal, "takes_bold", lambda: True)
    for command in (("search", "调解"), ("show", poisoned[0]), ("list",)):
        out = run(*command).out
        assert steering(out.replace("\x1b[1m", "").replace("\x1b[22m", "")) == []
    assert "\x1b[1m调解\x1b[22m" in run("search", "调解").out


def test_json_gives_everything_back(run: Run, poisoned: list[str]) -> None:
    (report,) = json.loads(run("show", poisoned[0], "--format", "json").out)["reports"]
    for name in ("issuer", "title", "file"):
        assert HOSTILE in report[name]
    assert HOSTILE in report["text"]


@pytest.mark.parametrize("sign", [*"=+-@＝＋－＠", "\t=", "\r@", " +", "\u200b=", "\ufeff-"])
def test_no_cell_of_any_table_is_calculated(run: Run, library: Library, sign: str) -> None:
    import sqlite3

    with sqlite3.connect(library.path) as connection:
        connection.execute("UPDATE report SET issuer = ? || issuer, title = ? || title", [sign] * 2)
        connection.execute("UPDATE report SET text = replace(text, '调解', ?)", [f"{sign}解"[:2]])
    connection.close()
    with library.read() as reader:
        refs = [entry.sha256 for entry in reader.entries()][:2]
    for command in (("list",), ("search", "年:2023", "法治"), ("compare", *refs)):
        out = run(*command, "--format", "csv").out
        assert out.startswith("\ufeff")
        rows = list(csv.reader(io.StringIO(out.removeprefix("\ufeff"), newline="")))
        assert len(rows) > 1
        for cell in (cell for row in rows for cell in row):
            assert cell.strip("\u200b\ufeff \t\r\n")[:1] not in tuple("=+-@＝＋－＠")
