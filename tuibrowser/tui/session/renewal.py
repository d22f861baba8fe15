"""What is saved of drafts while they are open: noticed without a key, and read again."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from threading import Thread
from time import localtime, strftime
from typing import TYPE_CHECKING

from tuibrowser.tui.session.aside import aside
from tuibrowser.tui.session.watching import Stamp, Watch, stamps_of

if TYPE_CHECKING:
    from tuibrowser.model.report import Report
    from tuibrowser.store.library import Library
    from tuibrowser.tui.session.drafts import FoundReport


class DraftRenewal:
    """Watches the files of drafts. What is read is noted only when it is shown."""

    def __init__(self, drafts: Mapping[str, str], library: Library) -> None:
        """Begin with nothing noticed.

        Args:
            drafts: The file of each open draft, by sha256, as it is at any time.
            library: Where a draft may be, too.
        """
        self.times: dict[str, str] = {}
        """Of each draft that was read again without a key, when its file was saved: 09:41."""
        self._drafts = drafts
        self._library = library
        self._watch = Watch()
        self._is_looking = False

    @property
    def changed(self) -> frozenset[str]:
        """Those of the drafts whose files have changed since, as far as that was noticed."""
        return self._watch.changed(self._drafts) if self._drafts else frozenset()

    def look(
        self, call_later: Callable[[Callable[[], None]], object], told: Callable[[bool], object]
    ) -> None:
        """Look whether drafts have changed, in a thread of its own.

        Args:
            call_later: Calls what it is given in the thread of the screens.
            told: Called there after the look, with whether others have changed than at the last.
        """
        if self._is_looking or not self._drafts:
            return
        self._is_looking = True
        drafts = dict(self._drafts)

        def look() -> None:
            call_later(partial(note, stamps_of(drafts)))

        def note(stamps: dict[str, Stamp]) -> None:
            self._is_looking = False
            # What was opened or read again meanwhile is looked at the next time.
            if drafts == self._drafts:
                told(self._watch.note(stamps))

        # A daemon: neither keys nor leaving the program wait for a network drive.
        Thread(target=look, daemon=True).start()

    @property
    def whole(self) -> list[str]:
        """Those of the changed drafts that are to be read again: their files stand still."""
        # What was taken into the library since the last look is a draft no more.
        return [it for it in self._watch.whole if it in self._drafts]

    async def find(self, sha256: str, opened: Sequence[Report]) -> FoundReport | None:
        """Read one of :attr:`whole` again in another thread; nothing is said or noted yet.

        Args:
            sha256: The draft.
            opened: The open reports, whose words it may share.

        Returns:
            What is there now; ``None`` where it reads as before, or cannot be read as long as the
            file stays as it is: a program may have written half of it.
        """
        from tuibrowser.indexing.draft import DraftUnread  # noqa: PLC0415  (loads the rules)
        from tuibrowser.tui.session.drafts import find  # noqa: PLC0415

        stamp, name = self._watch.begin(sha256), self._drafts[sha256]
        try:
            found = await aside(partial(find, name, tuple(opened), self._library))
        except DraftUnread:
            return None
        if found.report.sha256 != sha256:
            return found
        self._watch.take(sha256, sha256, stamp)
        return None

    def take(self, before: str, found: FoundReport) -> None:
        """Note that what was found stands where the draft ``before`` stood."""
        stamp, now = self._watch.tried(before), found.report.sha256
        self.forget(before)
        self._watch.take(before, now, stamp)
        if stamp is not None and found.number is None:
            self.times[now] = strftime("%H:%M", localtime(stamp[0] // 10**9))

    def try_later(self, sha256: str) -> None:
        """What was found of a draft could not be shown just then: it is to be read anew."""
        self._watch.give_up(sha256)

    def forget(self, sha256: str) -> None:
        """Take the file of a draft as unchanged from now on: a key had it read."""
        self._watch.forget(sha256)
        self.times.pop(sha256, None)
