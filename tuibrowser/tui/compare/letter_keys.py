"""Places marked with a letter."""

from __future__ import annotations

from collections.abc import Callable

from tuibrowser.tui.commands.registry import command
from tuibrowser.tui.compare.jumps import Jumps
from tuibrowser.tui.compare.report_keys import ReportKeys
from tuibrowser.tui.compare.stage import CompareStage
from tuibrowser.tui.compare.stops import Stops


class LetterKeys:
    """The keys that mark a place with a letter and go there again."""

    def __init__(
        self, stage: CompareStage, jumps: Jumps, stops: Stops, reports: ReportKeys
    ) -> None:
        self._stage = stage
        self._jumps = jumps
        self._stops = stops
        self._reports = reports

    def action_set_letter(self) -> None:
        """Mark the passage at the top with a letter."""
        from tuibrowser.state.marks import LetterMark  # noqa: PLC0415  (not at start)

        passage = self._stops.passage() if self._stage.has_reports() else None
        report = self._stage.comparison.current
        if report is None or passage is None:
            return
        at = report.passages[passage]
        words = f"{self._stage.header.called(report)}：{' '.join(report.slice(at).split())[:40]}"
        session = self._stage.host.session

        def take(letter: str | None) -> None:
            file = session.drafts.get(report.sha256)
            library = str(session.library.path.absolute()) if file is None else None
            mark = LetterMark(report.sha256, at.start, at.end, words, file, library)
            if letter is not None and session.personal.mark(letter, mark):
                key = command("compare.go_letter").shown
                self._stage.host.say(f"已记为 {letter}，按 {key} 再按 {letter} 回到这里")

        self._ask("按一个字母，记住当前位置", take)

    def action_go_letter(self) -> None:
        """To the passage that a letter marks."""

        def take(letter: str | None) -> None:
            if letter is not None:
                self._go(letter)

        self._ask("按字母，回到它记住的位置", take)

    def _ask(self, question: str, take: Callable[[str | None], None]) -> None:
        from tuibrowser.tui.compare.letters import LettersScreen  # noqa: PLC0415  (not at start)

        marks = self._stage.host.session.personal.marks
        self._stage.ask(LettersScreen(question, marks), take)

    def _go(self, letter: str) -> None:
        comparison, session = self._stage.comparison, self._stage.host.session
        mark = session.personal.marks.get(letter)
        if mark is None:
            key = command("compare.set_letter").shown
            self._stage.host.say(f"还没有记为 {letter} 的位置，按 {key} 再按 {letter} 可以记下")
            return
        report = session.find_report(
            mark.report, mark.file, comparison.opened.reports, mark.library
        )
        if report is None:
            return
        in_years = comparison.opened.in_years

        def go() -> None:
            comparison.open([report])
            comparison.go_place(report, min(mark.start, len(report.text) - 1))

        self._jumps.jump(go)
        self._reports.tell_if_left(in_years)
        self._stage.changed()
