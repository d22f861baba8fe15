"""What is being asked of the library, and how far its answer has come.

Knows nothing of widgets. Hits to the letter come at once; after a silence what may have been meant,
and after another the counts, so that neither holds up a key.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final, TypeAlias

from tuibrowser.model.search import Filters
from tuibrowser.tui.find.question import Counts, QueryAnswer, QueryRun, in_words
from tuibrowser.tui.find.searcher import Answer, Searcher

if TYPE_CHECKING:
    from tuibrowser.store.library import Library

FIRST_PAGE: Final = 100
"""Hits asked for at first: more than a screen has lines, so that the next ones come in time."""
_MOST_HITS: Final = 6_400
_PAGES: Final = 4
"""How many times as many are asked for when the end of the list comes into view."""

News: TypeAlias = Answer[QueryAnswer | Counts]
"""What is delivered from the searcher's thread."""


class Inquiry:
    """One question after the other; what is known belongs to the last."""

    def __init__(self, library: Library, deliver: Callable[[News], object]) -> None:
        """Get ready.

        Args:
            library: What is asked.
            deliver: Called in another thread with news, which go to :meth:`take`.
        """
        self._searcher: Searcher[QueryAnswer | Counts] = Searcher(library, deliver)
        self._question: QueryRun | None = None
        self._limit = FIRST_PAGE
        self._awaited: int | None = None
        self._version: int | None = None
        self.found: QueryAnswer | None = None
        """The last answer, which may be to the question before."""
        self.counts: Counts | None = None
        """How its hits are spread; ``None`` until that is known."""
        self.trouble = ""
        """What kept the library from answering, in one sentence."""

    def note_version(self, version: int | None) -> bool:
        """Note which version of the library is asked; returns whether it is another than before."""
        before, self._version = self._version, version
        return before != version

    @property
    def awaited(self) -> int | None:
        """The question that has no hits yet; ``None`` if it has, or never will."""
        return self._awaited

    @property
    def finished(self) -> bool:
        """Whether nothing more will come of what was asked."""
        if self._question is None or self.trouble:
            return True
        final = self.found is not None and self.found.final
        return self._awaited is None and final and self.counts is not None

    def is_about(self, raw: str) -> bool:
        """Whether ``raw`` is what was asked last, or both are nothing."""
        return self._question.raw == raw if self._question else not raw.strip()

    def ask(self, raw: str, chosen: Filters) -> None:
        """Ask, forgetting every earlier question; about nothing there is nothing to ask."""
        self._limit = FIRST_PAGE
        self.counts = None
        if raw.strip() or chosen != Filters():
            self._ask(QueryRun(raw, chosen, self._limit))
        else:
            self._searcher.forget()
            self._question = self._awaited = self.found = None
            self.trouble = ""

    def ask_for_more(self) -> bool:
        """Ask for more hits of the same, if there are any and nothing is awaited."""
        question, found = self._question, self.found
        if question is None or found is None or found.complete or self._awaited is not None:
            return False
        if self._limit >= _MOST_HITS:
            return False
        self._limit *= _PAGES
        self._ask(QueryRun(question.raw, question.chosen, self._limit))
        return True

    def take(self, news: News) -> bool:
        """Note what came; ``False`` if it belongs to an earlier question."""
        if not self._searcher.is_current(news):
            return False
        self.trouble = in_words(news.error)
        match news.value:
            case Counts() as counts:
                self.counts = counts
            case QueryAnswer() as found:
                self.found = found
                if found.groups or found.final:
                    self._awaited = None
            case None:
                self.found = self._awaited = None
        return True

    def close(self) -> None:
        """End the thread."""
        self._searcher.close()

    def _ask(self, question: QueryRun) -> None:
        self._question = question
        stages = (question.exact, question.forgiving, question.counts)
        self._awaited = self._searcher.ask(*stages[: 3 if self.counts is None else 2])
