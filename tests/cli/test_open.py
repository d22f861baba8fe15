"""``open``: the browser with what was named, and where there is no terminal a comparison."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_library import Run

from tuibrowser.cli import browser
from tuibrowser.cli.outcome import Status
from tuibrowser.store.library import Library


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, ...]]:
    """What the browser is asked to open, as on a terminal."""
    found: list[tuple[str, ...]] = []

    def run_app(_: Library, refs: tuple[str, ...] = ()) -> int:
        found.append(tuple(refs))
        return 0

    monkeypatch.setattr(browser, "is_interactive", lambda: True)
    monkeypatch.setattr(browser, "_run_app", run_app)
    return found


def test_names_become_plain_before_the_screen_opens(
    run: Run, library: Library, tmp_path: Path, asked: list[tuple[str, ...]]
) -> None:
    draft = tmp_path / "草稿.txt"
    draft.write_text("草稿", "utf-8")
    done = run("open", "柳溪镇@2022..2023", str(draft))
    assert done.status == Status.DONE, done.err
    with library.read() as reader:
        years = {entry.sha256: entry.year for entry in reader.entries()}
    (refs,) = asked
    assert [years.get(ref) for ref in refs] == [2022, 2023, None]
    assert refs[2] == str(draft)


@pytest.mark.parametrize(
    ("names", "status", "sentence"),
    [
        (["没有这个镇@2023"], Status.LACKING, "没有这个镇"),
        (["./没有.txt"], Status.LACKING, "找不到文件 ./没有.txt，请检查路径"),
        (["柳溪镇"], Status.MISUSED, "请写全"),
        ([], Status.MISUSED, "缺少 REF"),
    ],
)
def test_what_is_wrong_is_said_before_the_screen_changes(
    run: Run, asked: list[tuple[str, ...]], names: list[str], status: Status, sentence: str
) -> None:
    done = run("open", *names)
    assert done.status == status
    assert sentence in done.err
    assert asked == []


def test_a_pipe_gets_the_comparison(run: Run) -> None:
    done = run("open", "柳溪镇@2022..2023")
    assert done.status == Status.DONE
    assert "柳溪镇2022" in done.out
    assert "在终端中运行 tuibrowser open '柳溪镇@2022..2023' 可打开浏览界面" in done.out
