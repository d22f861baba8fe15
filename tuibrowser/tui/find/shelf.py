"""Reports for the preview, read in a thread and kept for a while."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from tuibrowser.tui.find.searcher import Answer, Searcher

if TYPE_CHECKING:
    from tuibrowser.model.report import Report
    from tuibrowser.store.library import Library

_KEPT: Final = 12
"""Reports: going up and down in a list of hits does not read them anew."""


class LastRead:
    """The reports looked at last; a missing one is fetched."""

    def __init__(
        self, library: Library, deliver: Callable[[Answer[Report]], object], kept: int = _KEPT
    ) -> None:
        """Begin with none.

        Args:
            library: Where reports come from.
            deliver: Called in another thread when a report that was missing has come, or has not.
                The answer goes to :meth:`put`.
            kept: Most reports to keep.
        """
        self._fetcher: Searcher[Report] = Searcher(library, deliver)
        self._kept = kept
        self._reports: OrderedDict[str, Report] = OrderedDict()

    def get(self, sha256: str) -> Report | None:
        """The report, or ``None`` while it is being fetched; what was asked before is dropped."""
        if sha256 in self._reports:
            self._fetcher.forget()
            self._reports.move_to_end(sha256)
            return self._reports[sha256]
        self._fetcher.ask(lambda reader: reader.report(sha256))
        return None

    def clear(self) -> None:
        """Take all off: the library says something else of them now."""
        self._reports.clear()

    def forget(self) -> None:
        """Nothing is wanted any more."""
        self._fetcher.forget()

    def put(self, answer: Answer[Report]) -> bool:
        """Take what was delivered; ``False`` if something else is wanted by now."""
        if not self._fetcher.is_current(answer):
            return False
        if answer.value is not None:
            self._reports[answer.value.sha256] = answer.value
            if len(self._reports) > self._kept:
                self._reports.popitem(last=False)
        return True

    def close(self) -> None:
        """End the thread."""
        self._fetcher.close()
