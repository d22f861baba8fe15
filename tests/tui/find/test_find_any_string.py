"""Any string is a legal query, on the screen as on the command line."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from typing import TypeVar

import drawn
import made
import pytest
from finding import Host, until
from hypothesis import example, given
from hypothesis import strategies as st

from tuibrowser.cli import main
from tuibrowser.model.search import Filters
from tuibrowser.store.library import Library
from tuibrowser.tui.find.query_input import QueryInput
from tuibrowser.tui.find.question import Counts, QueryRun, summary

HOSTILE = [
    "",
    "   \u3000\t",
    '"',
    "“",
    '""" ""',
    "-",
    "--",
    "- -调解 -",
    "年:",
    "年:2023-",
    "地:、",
    "部分:不对 领域:",
    'AND OR NOT NEAR(调 "解"*) ^调 {a b}: x',
    "调'解; DROP TABLE report--",
    "\x00",
    "调\x00解",
    "\ud800",
    "调\udfff解",
    "，。；：！？…—·",
    "%_\\",
    "调" * 10_000,
    "调 解 " * 2_500,
    '"调" ' * 2_500,
    "tiaojie" * 1_400,
    "\x1b[31m调解\x1b]0;名\x07",
    "👩‍👩‍👧調解ﷺ",
]
queries = st.text(
    st.sampled_from("调解纠纷普法tjmd2023年:地镇部分-“”\" '、\x00\ud800%*()\n") | st.characters(),
    max_size=24,
)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """Two reports, one of them with a hostile name."""
    return made.library(
        tmp_path_factory.mktemp("any") / "library.sqlite3",
        [
            made.report("柳溪镇", 2023, ["调解矛盾纠纷3件。", "普法宣传。"]),
            made.report("[b]镇[/]", 2022, ["调\n解“八五”普法 100%。"]),
        ],
    )


Test = TypeVar("Test", bound=Callable[..., None])


def hostile(test: Test) -> Test:
    """Try each of the known troublemakers besides what hypothesis thinks of."""
    for query in HOSTILE:
        test = example(query)(test)
    return test


@hostile
@given(queries)
def test_every_stage_answers_any_query(library: Library, raw: str) -> None:
    for chosen in (Filters(), Filters(years=(2023, 2023), issuers=("柳溪镇",))):
        question = QueryRun(raw, chosen, 20)
        with library.read() as reader:
            exact = question.exact(reader)
            found = question.forgiving(reader)
            counts = question.counts(reader)
        assert found.literal[: len(exact.literal)] == exact.literal
        assert found.final
        assert isinstance(counts, Counts)
        assert (found.regret is None) == bool(found.result.total)
        said = f"{found.regret}" if found.regret else summary(found, 1, counts)
        assert said
        assert not set(said) & set("\x00\x1b\x07\n\ud800\udfff")


@hostile
@given(queries)
def test_the_command_answers_any_query(library: Library, raw: str) -> None:
    out, err = StringIO(), StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        status = main(["--db", str(library.path), "search", "--", raw])
    assert status in (0, 1, 2)
    # One sentence, and the answer apart from it.
    assert len(err.getvalue().splitlines()) == 1
    assert bool(out.getvalue()) == (status == 0)
    assert not set(out.getvalue() + err.getvalue()) & set("\x00\x1b\x07\ud800\udfff")


async def test_the_screen_takes_any_query(library: Library) -> None:
    app = Host(library)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        line = app.find.query_one(QueryInput)
        for raw in HOSTILE:
            line.value = raw
            await until(pilot, lambda: app.find.finished)
            text = drawn.text(app)
            assert "\x1b" not in text
            await pilot.press("down", "tab", "up", "tab", "ctrl+o", "shift+tab", "escape")
            app.find.set_focus(line)
