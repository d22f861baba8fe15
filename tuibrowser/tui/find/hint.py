"""What is said around the hits: how many there are; in their place how to ask, or why there are
none."""

from __future__ import annotations

from typing import Final

from textual.content import Content
from textual.widgets import Static

from tuibrowser.search.regret import Regret
from tuibrowser.tui.find.hits import HitList
from tuibrowser.tui.find.inquiry import Inquiry
from tuibrowser.tui.find.query_forms import FORGIVEN, QUERY_FORMS
from tuibrowser.tui.find.question import summary
from tuibrowser.tui.session.libraries import Libraries
from tuibrowser.tui.terminal.widths import broken
from tuibrowser.tui.widgets.columns import two_columns

_EDGES: Final = 4
"""Cells beside the text."""


class Hint(Static):
    """Says what to do next."""

    DEFAULT_CSS = """
    Hint { height: 1fr; padding: 1 2; }
    """

    def __init__(self) -> None:
        super().__init__(id="hint", markup=False)

    def show(self, width: int, regret: Regret | None, silent: bool) -> None:
        """Say why nothing was found, or how to ask.

        Args:
            width: Cells of the screen.
            regret: Why nothing was found; ``None`` where nothing is asked.
            silent: Whether what kept the library from answering is said elsewhere.
        """
        width -= _EDGES
        if regret is not None:
            self.update(Content("\n".join(broken(f"没有结果：{regret}。", width))))
        else:
            self.update(Content() if silent else _how_to_ask(width))


def standing(inquiry: Inquiry, hits: HitList, waits: bool, libraries: Libraries) -> list[str]:
    """How many hits there are and which is chosen; how many are marked.

    Args:
        inquiry: What was asked.
        hits: What came of it.
        waits: Whether the answer takes its time.
        libraries: Of several one may be asked alone.
    """
    label = libraries.choice.label
    parts = [f"只检索{label}"] if label else []
    if inquiry.trouble:
        parts.append(inquiry.trouble)
    elif waits:
        parts.append("正在检索…")
    elif inquiry.found and hits.chosen:
        parts.append(summary(inquiry.found, hits.index + 1, inquiry.counts))
        parts += [hits.note] if hits.note else []
    if hits.marked:
        parts.append(f"已标记 {len(hits.marked)} 条")
    return parts


def _how_to_ask(width: int) -> Content:
    forms = two_columns(QUERY_FORMS, width, gap=2)
    more = "\n".join(broken(FORGIVEN, width))
    return Content("\n").join([*forms, Content(), Content.styled(more, "$text-muted")])
