"""更正: the key that puts right what was understood wrongly, where one is."""

from __future__ import annotations

# The rules are loaded when the key is pressed.
# ruff: noqa: PLC0415
from collections.abc import Coroutine, Sequence
from typing import TYPE_CHECKING, Any, Final

from tuibrowser.tui.compare.highlights import Highlights
from tuibrowser.tui.compare.stage import CompareStage
from tuibrowser.tui.compare.stops import Stops

if TYPE_CHECKING:
    from tuibrowser.correcting.choices import Choice
    from tuibrowser.correcting.matters import Matter
    from tuibrowser.correcting.scopes import CorrectionScope
    from tuibrowser.model.correction import About, Correction
    from tuibrowser.model.report import Report
    from tuibrowser.tui.correcting.screen import Wanted

_OF_A_DRAFT: Final = "草稿不在报告库中，不能更正；入库后再更正"
_OTHER: Final = "另写……"
_YEARS_LEFT: Final = "更正后不再是同一单位的各年报告，已退出历年对照"


class CorrectKeys:
    """The key, what it asks one after the other, and what follows on the screen."""

    def __init__(self, stage: CompareStage, highlights: Highlights, stops: Stops) -> None:
        self._stage = stage
        self._highlights = highlights
        self._stops = stops
        self.settling = False
        """Whether something is being settled."""

    def action_correct(self) -> None:
        """Ask what is wrong with what is marked or stands at the top."""
        report = self._stage.comparison.current
        if not self._stage.has_reports() or report is None:
            return
        if report.sha256 in self._stage.host.session.drafts:
            self._stage.host.say(_OF_A_DRAFT)
        else:
            self._ask(report.sha256)

    def _ask(self, sha256: str, before: About | None = None) -> None:
        """Ask what is wrong; ``before`` is what was chosen and left."""
        from tuibrowser.correcting.matters import begin_with, matters
        from tuibrowser.tui.correcting.screen import CorrectionsScreen
        from tuibrowser.tui.session.correcting import look

        known = look(self._stage.host.session, sha256)
        if known is None:
            return
        # Somebody else may have put it right meanwhile.
        if known.report != self._stage.comparison.current:
            self._show([known.report])
        report = known.report
        passage = self._stops.passage()
        choices = matters(report, known.corrections, passage)
        begin = begin_with(choices, report, passage)
        begin = next((n for n, it in enumerate(choices) if it.about == before), begin)
        name = self._stage.header.called(report)
        doubts = [it.says for it in report.doubts]

        def take(wanted: Wanted | None) -> None:
            if wanted is None:
                return
            if wanted.is_undo:
                self._begin(self._undo(report, wanted.matter))
            elif wanted.matter is not None:
                self._choose(report, wanted.matter)

        has_corrections = bool(known.corrections)
        self._stage.ask(CorrectionsScreen(name, choices, begin, doubts, has_corrections), take)

    def _choose(self, report: Report, matter: Matter) -> None:
        from tuibrowser.correcting.choices import MANY
        from tuibrowser.tui.correcting.values_screen import ValuesScreen
        from tuibrowser.tui.session.correcting import offered

        found = offered(self._stage.host.session, matter, report)
        if found is None:
            return
        lines = [f"{it.says}（{it.why}）" if it.why else it.says for it in found]
        several = 0
        if matter.key in MANY:
            several = sum(bool(it.corrections[0].value) for it in found)

        def take(taken: tuple[int, ...] | None) -> None:
            if taken is None:
                self._ask(report.sha256, matter.about)
            elif taken == (len(found),):
                self._write(report, matter)
            else:
                self._circle(report, matter, _joined([found[at] for at in taken]))

        title = f"{matter.name}：{matter.says}，更正为"
        self._stage.ask(ValuesScreen(title, [*lines, _OTHER], several), take)

    def _write(self, report: Report, matter: Matter, said: str = "", why: str = "") -> None:
        """Have a value typed, and again with the reason while it cannot be meant."""
        from tuibrowser.tui.session.correcting import written
        from tuibrowser.tui.widgets.prompt import PromptScreen

        def take(typed: str | None) -> None:
            if typed is None:
                self._choose(report, matter)
                return
            found = written(matter, typed)
            if isinstance(found, str):
                self._write(report, matter, typed, found)
            else:
                self._circle(report, matter, found)

        question = why or f"{matter.name}更正为"
        now = said or (matter.says if matter.now else "")
        # What is read wrongly is typed anew; what was typed wrongly is mended.
        hint = "写出正确的内容；没有则写 无"
        self._stage.ask(PromptScreen(question, hint, now, proposed=not said), take)

    def _circle(self, report: Report, matter: Matter, found: Sequence[Correction]) -> None:
        """Ask for which reports, where it may be for more than one."""
        from tuibrowser.correcting.wording import correction_said
        from tuibrowser.tui.correcting.values_screen import ValuesScreen
        from tuibrowser.tui.session.correcting import circles

        scopes = circles(self._stage.host.session, matter, found, report)
        if len(scopes) == 1:
            self._begin(self._settle(scopes[0]))
        if len(scopes) <= 1:
            return

        def take(taken: tuple[int, ...] | None) -> None:
            if taken is None:
                self._choose(report, matter)
            else:
                self._begin(self._settle(scopes[taken[0]]))

        said = correction_said(next((it for it in found if it.key == matter.key), found[0]))
        self._stage.ask(ValuesScreen(f"{said}，用于", [it.says for it in scopes]), take)

    def _begin(self, work: Coroutine[Any, Any, None]) -> None:
        async def settle() -> None:
            try:
                await work
            finally:
                self.settling = False

        self.settling = True
        self._stage.run_worker(settle())

    async def _settle(self, scope: CorrectionScope) -> None:
        from tuibrowser.correcting.wording import correction_said
        from tuibrowser.tui.session.correcting import put_right

        kept = await put_right(self._stage.host.session, scope)
        if kept is not None:
            self.renew()
            said = [it for it in scope.corrections if it.key != "issuer_kind"]
            words = "；".join(map(correction_said, said or scope.corrections))
            many = f"，共 {len(scope.shas)} 份报告" if len(scope.shas) > 1 else ""
            self._stage.host.say("。".join((f"已更正：{words}{many}", *kept)))

    async def _undo(self, report: Report, matter: Matter | None) -> None:
        from tuibrowser.tui.session.correcting import undo

        only = None if matter is None else [matter.about]
        if matter is not None and matter.key == "issuer":
            only = [matter.about, ("issuer_kind", "")]
        if await undo(self._stage.host.session, [report.sha256], only):
            self.renew()
            what = "全部更正" if matter is None else f"更正：{matter.name}"
            self._stage.host.say(f"已撤销{what}")

    def renew(self) -> None:
        """Show of all that is open, and of what lies aside, what the library says of it now."""
        session, opened = self._stage.host.session, self._stage.comparison.opened
        lying = opened.aside.reports if opened.aside is not None else []
        shas = dict.fromkeys(it.sha256 for it in (*opened.reports, *lying))
        self._show(session.reports(sha for sha in shas if sha not in session.drafts))

    def _show(self, reports: Sequence[Report]) -> None:
        self._highlights.forget(reports)
        in_years = self._stage.comparison.opened.in_years
        self._stage.comparison.refresh(reports)
        if in_years and not self._stage.comparison.opened.in_years:
            self._stage.host.say(_YEARS_LEFT)
        self._stage.changed()


def _joined(chosen: Sequence[Choice]) -> tuple[Correction, ...]:
    """Of several themes one correction."""
    if len(chosen) == 1:
        return chosen[0].corrections
    first = chosen[0].corrections[0]
    values = (it.corrections[0].value or "" for it in chosen)
    return (first._replace(value=" ".join(values)),)
