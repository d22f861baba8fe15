"""What is typed before its screen is there acts on that screen: one write to a real terminal."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from finding import Gate, until
from terminals import Terminal
from textual.events import Key

from tuibrowser.search.find import search
from tuibrowser.state.marks import load_marks
from tuibrowser.state.workspaces import load_named, load_workspace
from tuibrowser.store.library import Library
from tuibrowser.tui.app import BrowserApp
from tuibrowser.tui.find.hits import HitList
from tuibrowser.tui.find.query_input import QueryInput
from tuibrowser.tui.find.screen import FindScreen
from tuibrowser.tui.terminal import typed_ahead

DRAFT = """云岭镇2024年法治政府建设年度报告
一、主要举措和成效
（一）开展普法宣传。
全年开展法治宣传活动12场次。
"""

Start = Callable[[], Terminal]


@pytest.fixture
def start(
    sample_library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Start]:
    """Start the browser on two samples, in a folder of its own, and wait for nothing."""
    monkeypatch.chdir(tmp_path)
    terminals: list[Terminal] = []

    def begin() -> Terminal:
        program = ("-m", "tuibrowser", "--db", str(sample_library.path))
        made = Terminal([*program, "open", "柳溪镇@2023", "柳溪镇@2024"], size=(120, 40))
        terminals.append(made)
        return made

    yield begin
    for each in terminals:
        each.close()


Typed = Callable[[str | bytes], None]


@pytest.fixture(params=["at the start", "in one write", "in many"])
def type_and_quit(start: Start, request: pytest.FixtureRequest) -> Typed:
    """Type, and wait for the end, which the last of the keys brings about."""

    def run(keys: str | bytes) -> None:
        terminal = start()
        if request.param != "at the start":
            terminal.expect("添加报告")
        data = keys.encode() if isinstance(keys, str) else keys
        length = 2 if request.param == "in many" else len(data)
        for at in range(0, len(data), length):
            terminal.type(data[at : at + length])
        assert terminal.end() == 0
        assert b"Traceback" not in terminal.output

    return run


def opened(library: Library) -> list[str]:
    """Issuer and year of the reports that were open at the end."""
    with library.read() as reader:
        known = {it.sha256: f"{it.issuer}{it.year}" for it in reader.entries()}
    return [known.get(it, it) for it in load_workspace(library.path).reports]


def first_hit(library: Library, query: str) -> str:
    with library.read() as reader:
        return search(reader, query, forgiving=True).hits[0].passage.report


TWO = ["柳溪镇2023", "柳溪镇2024"]


@pytest.mark.parametrize("typed", [b"/jiufen\rq", b"/\x1b[200~jiufen\x1b[201~\rq"])
def test_find(type_and_quit: Typed, sample_library: Library, typed: bytes) -> None:
    type_and_quit(typed)
    workspace = load_workspace(sample_library.path)
    assert first_hit(sample_library, "jiufen") in workspace.reports
    assert set(opened(sample_library)) >= set(TWO)
    assert workspace.mode == "section"


def test_add_a_report(type_and_quit: Typed, sample_library: Library) -> None:
    type_and_quit("abaishi 2023\rq")
    assert sorted(opened(sample_library)) == sorted([*TWO, "白石桥镇2023"])


def test_seek_and_the_keys_after_it(type_and_quit: Typed, sample_library: Library) -> None:
    type_and_quit("f调解\rxq")
    # Which one goes depends on where the hit is; of the letters typed none was a command.
    (left,) = opened(sample_library)
    assert left in TWO


def test_palette(type_and_quit: Typed, sample_library: Library) -> None:
    type_and_quit(":移出\rq")
    assert opened(sample_library) == ["柳溪镇2024"]


def test_draft(type_and_quit: Typed, sample_library: Library, tmp_path: Path) -> None:
    draft = tmp_path / "xq]draft.txt"
    draft.write_text(DRAFT, "utf-8")
    type_and_quit(f"D{draft}\rq")
    assert list(load_workspace(sample_library.path).drafts.values()) == [str(draft)]


def test_letter(type_and_quit: Typed) -> None:
    type_and_quit("mq'qq")
    assert list(load_marks()) == ["q"]


def test_named_workspace(type_and_quit: Typed, sample_library: Library) -> None:
    type_and_quit("wsqx\rqq")
    (name,) = load_named(sample_library.path)
    assert name.endswith("qx")


def test_export(type_and_quit: Typed, tmp_path: Path) -> None:
    before = set(tmp_path.iterdir())
    type_and_quit("e\rqq")
    (written,) = set(tmp_path.iterdir()) - before
    assert written.stat().st_size


async def test_a_screen_that_never_learns_what_it_waits_for_holds_no_key_for_ever(
    sample_library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(typed_ahead, "_MOST_LOOKS", 2)
    monkeypatch.setattr(FindScreen, "holds_back", lambda *_: True)
    app = BrowserApp(sample_library, ["柳溪镇@2023"])
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("/", "x", "y")
        assert app.screen.query_one(QueryInput).value == "xy"
        await pilot.press("escape", "q")
        assert app.screen is app.home


async def test_the_first_hit_is_not_passed_over_before_there_are_any(
    sample_library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = Gate(monkeypatch, "exact")
    app = BrowserApp(sample_library, ["柳溪镇@2023"])
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("/")
        for key in ("调", "解", "down"):
            app.post_message(Key(key, key if len(key) == 1 else None))
        while not gate.reached.is_set():
            await asyncio.sleep(0)
        hits = app.screen.query_one(HitList)
        assert hits.index == 0
        gate.open()
        await until(pilot, lambda: hits.index == 1)
