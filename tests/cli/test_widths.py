"""Answers fit the terminal, and no setting of the environment stops a command."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from handmade import plain
from small_library import YUNTAI, Run

from tuibrowser.cli import terminal
from tuibrowser.model.kept import Excerpt
from tuibrowser.state.excerpts import add
from tuibrowser.store.library import Library
from tuibrowser.text.cellwidth import cells

NONSENSE = ("0", "-5", "宽", "99999999", "9" * 5000, "", "²", "1e3", " 80")

COMMANDS = (
    ("list",),
    ("search", "普法"),
    ("search", "条解各类"),
    ("show", "柳溪镇@2023"),
    ("show", "柳溪镇@2023", "--section", "成效"),
    ("compare", "柳溪镇@2023", "石桥乡@2023"),
    ("compare", "柳溪镇@2022..2023", "--years"),
    ("excerpts",),
)


@pytest.mark.parametrize("columns", [10, 20, 33, 40, 66, 80])
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_lines_fit_a_terminal_of_any_width(
    run: Run, command: tuple[str, ...], columns: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(Excerpt("a" * 64, 0, 5, "一是深入开展“八五”普法。" * 9, "柳溪镇2023年报告，一、“成效”"))
    monkeypatch.setattr(terminal, "is_terminal", lambda _: True)
    monkeypatch.setenv("TERM", "dumb")  # bold letters would count
    monkeypatch.setenv("COLUMNS", str(columns))
    lines = run(*command).out.splitlines()
    assert lines
    assert max(map(cells, lines)) <= columns


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_lines_fit_what_somebody_has_asked_for(
    run: Run, command: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    add(Excerpt("a" * 64, 0, 5, "一是深入开展“八五”普法。" * 9, "柳溪镇2023年报告，一、“成效”"))
    monkeypatch.setenv("COLUMNS", "36")
    assert max(map(cells, run(*command).out.splitlines())) <= 36


def test_hits_on_a_narrow_terminal_have_their_passage_below(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(terminal, "is_terminal", lambda _: True)
    monkeypatch.setenv("TERM", "dumb")
    monkeypatch.setenv("COLUMNS", "30")
    _, *lines = run("search", "68件").out.splitlines()
    assert len(lines) % 2 == 0
    assert all("镇" in head or "乡" in head for head in lines[::2])
    assert all(line.startswith("  ") and "68件" in line for line in lines[1::2])


@pytest.mark.parametrize("columns", NONSENSE, ids=lambda columns: ascii(columns)[:12])
def test_no_number_of_columns_is_too_much(
    run: Run, columns: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    for command in (*COMMANDS[:-1], ("doctor",)):
        done = run(*command)
        assert done.status == 0
        assert max(map(cells, done.out.splitlines())) <= 5000


@pytest.mark.parametrize("locale", ["zh_CN.NOPE", "xx_YY", "C", "", "\udcff"])
def test_a_locale_that_is_not_installed_stops_nothing(
    run: Run, locale: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", locale)
    for command in (*COMMANDS[:-1], ("doctor",)):
        assert run(*command).status == 0
    said = next(line for line in run("doctor").out.splitlines() if line.startswith("区域设置"))
    assert ("（未安装）" in said) == (locale not in ("C", ""))


@pytest.mark.parametrize("limit", ["1", "0001", "99999999999", "9" * 5000])
def test_no_limit_is_too_high(run: Run, limit: str) -> None:
    assert run("search", "普法", "--limit", limit).status == 0


def test_a_long_name_takes_no_room_from_the_passages(
    library: Library, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of one bureau among the hits the name alone would leave eight characters to each."""
    named = replace(plain("云台县人力资源和社会保障局", 2023), place=YUNTAI)
    with library.write() as writer:
        writer.put(named, Path("/报送/人社.txt"), 0)
    monkeypatch.setattr(terminal, "is_terminal", lambda _: True)
    monkeypatch.setenv("TERM", "dumb")
    monkeypatch.setenv("COLUMNS", "66")
    _, *lines = run("search", "68件").out.splitlines()
    assert any("人力资源和社会保障局" in line for line in lines[::2])
    assert all(line.startswith("  ") and "68件" in line for line in lines[1::2])
