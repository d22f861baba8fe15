"""What stands out in the open reports: figures, differences, what was found, and where one is."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Literal

from tuibrowser.layout.marks import Mark, MarkKind, Marks
from tuibrowser.model import Alignment, Report, Span
from tuibrowser.tui.messages import Stretch

if TYPE_CHECKING:
    from tuibrowser.compare.differences import Aspect, Differences
    from tuibrowser.compare.wording import Wording

Shown = Literal["nothing", "figures", "lacking", "shared"]
"""What is marked whether or not anything was looked for."""

SHOWN: Final[tuple[Shown, ...]] = ("nothing", "figures", "lacking", "shared")
"""The order in which ``d`` goes through them."""

_ASPECTS: Final[dict[Shown, tuple[Aspect, ...]]] = {
    "nothing": (),
    "figures": ("figures",),
    "lacking": ("lacking", "alone", "reworded"),
    "shared": ("shared",),
}
"""What one goes to in each; stock phrases are dimmed beside the last two."""
_KINDS: Final[dict[Aspect, MarkKind]] = {
    "figures": "figure",
    "lacking": "lacking",
    "reworded": "lacking",
    "alone": "alone",
    "shared": "shared",
    "stock": "stock",
}


@dataclass
class Marking:
    """Marks by report. What was found goes before all else: that is why one came."""

    align: Callable[[], Alignment]
    """Gives all open reports as they are level now; the same object while nothing changes."""
    shown: Shown = "nothing"
    current: Stretch | None = None
    """The mark that ``n`` and ``N`` went to last."""
    _hits: dict[str, list[Span]] = field(default_factory=dict)
    _differences: Differences | None = None
    _wordings: dict[str, Wording] = field(default_factory=dict)
    _marks: dict[tuple[Shown, str], list[Mark]] = field(default_factory=dict)

    def take_hits(self, hits: Iterable[Stretch]) -> None:
        """Mark what was found, and nothing found earlier."""
        self._hits.clear()
        self.current = None
        for sha256, start, end in hits:
            self._hits.setdefault(sha256, []).append((start, end))

    def drop_hits(self) -> bool:
        """Unmark what was found; ``False`` if nothing was marked."""
        had = bool(self._hits)
        self._hits.clear()
        self.current = None
        return had

    def show_next(self) -> None:
        """Mark the next of ``SHOWN``."""
        self.shown = _after(self.shown)
        self.current = None

    def prepare(self) -> None:
        """Work out what :meth:`show_next` would mark, so that its key is answered at once: words of
        reports of 100,000 characters take a tenth of a second."""
        if self.shown != "nothing":
            for report in self.differences.alignment.reports:
                self._shown_marks(report, _after(self.shown))

    @property
    def differences(self) -> Differences:
        """How the open reports differ as they are level now."""
        from tuibrowser.compare.differences import Differences  # noqa: PLC0415  (not at start)

        alignment = self.align()
        if self._differences is None or self._differences.alignment is not alignment:
            shas = {report.sha256 for report in alignment.reports}
            self._wordings = {sha: it for sha, it in self._wordings.items() if sha in shas}
            self._differences = Differences(alignment, self._wordings)
            self._marks.clear()
        return self._differences

    @property
    def in_years(self) -> bool:
        """Whether it is marked what each report says otherwise than in the year before."""
        return self.shown == "lacking" and self.differences.in_years

    def first_hit(self, report: Report) -> Span | None:
        """Where the first thing found in ``report`` stands."""
        return min(self._hits.get(report.sha256, ()), default=None)

    def stops(self, report: Report) -> list[Span]:
        """The marks of ``report`` that one goes from and to, in text order."""
        hits = self._hits.get(report.sha256)
        if hits:
            return sorted(hits)
        marks = self._shown_marks(report, self.shown)
        return [(mark.start, mark.end) for mark in marks if mark.kind != "stock"]

    def marks(self, report: Report) -> Marks:
        """All marks of ``report``."""
        found = list(self._shown_marks(report, self.shown))
        found += [Mark(start, end, "hit") for start, end in self._hits.get(report.sha256, ())]
        if self.current is not None and self.current[0] == report.sha256:
            found.append(Mark(self.current[1], self.current[2], "current"))
        return Marks(found)

    def before(self, report: Report) -> str | None:
        """What the mark one went to was in the year before; ``None`` if that is not the question,
        ``""`` if nothing stood there."""
        if not self.in_years or self.current is None or self.current[0] != report.sha256:
            return None
        return self.differences.before(self._number(report), self.current[1:])

    def _shown_marks(self, report: Report, shown: Shown) -> list[Mark]:
        if shown == "nothing":
            return []
        differences = self.differences
        key = shown, report.sha256
        if key not in self._marks:
            number = self._number(report)
            aspects = _ASPECTS[shown] + (("stock",) if shown in ("lacking", "shared") else ())
            self._marks[key] = sorted(
                Mark(start, end, _KINDS[aspect])
                for aspect in aspects
                for start, end in differences.of_report(aspect, number)
            )
        return self._marks[key]

    def _number(self, report: Report) -> int:
        shas = [it.sha256 for it in self.differences.alignment.reports]
        return shas.index(report.sha256)


def _after(shown: Shown) -> Shown:
    return SHOWN[(SHOWN.index(shown) + 1) % len(SHOWN)]
