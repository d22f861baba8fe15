"""``like``: how other units write on the same subject."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence

from tuibrowser.cli.delivery import Delivery
from tuibrowser.cli.halves import in_halves
from tuibrowser.cli.outcome import Status, Stop
from tuibrowser.cli.references import draft_path, drafts_read, read_draft, resolve, resolve_set
from tuibrowser.cli.terminal import line_width, remark
from tuibrowser.export.datafile import table_bytes
from tuibrowser.export.like_record import Found, like_record, like_table
from tuibrowser.export.naming import Format
from tuibrowser.export.records import write_json
from tuibrowser.indexing import draft
from tuibrowser.insight.like import Like, Telling, best_of, most_specific, nearby, telling_words
from tuibrowser.model.report import Report, ReportEntry
from tuibrowser.model.search import UNNAMED, Filters
from tuibrowser.model.terms import How
from tuibrowser.places.units import same_unit
from tuibrowser.search.find import search
from tuibrowser.store.library import Library, Reader
from tuibrowser.store.refs import grammar as refgrammar
from tuibrowser.store.refs import resolve as refs

FORMATS: tuple[Format, ...] = ("table", "json", "csv", "xlsx")

_MOST: int = 200
"""Reports that are looked through, 4 ms each."""
_MOST_HITS: int = 200
_HOWS: tuple[frozenset[How], ...] = (
    frozenset({"literal", "words", "synonym"}),
    frozenset({"meaning"}),
)
"""How a search may find measures on a subject, the surer ways first."""
_AHEAD: frozenset[str | None] = frozenset({"shortcomings", "next_plan"})
"""Parts that tell of nothing done."""
_LONG: int = 4
"""Characters from which on nobody who asks for a subject mistyped a name."""
_NAMES: str = "镇乡道县区市局办所委旗"
"""What the name of a unit ends in, so that one that no report speaks of is no subject."""


def find_like(options: Namespace, library: Library) -> int:
    """Print what other units write on the subjects of a report, or of words."""
    delivery = Delivery(options, FORMATS, "同类表述")
    with library.read() as reader:
        stored = reader.entries()
        if not stored:
            raise Stop(Status.LACKING, "报告库中还没有报告，请运行：tuibrowser index 文件夹")
        drafts: set[str] = set()
        reports = _asked(options.ref, reader, stored, drafts)
        named = vars(options)["in"]
        within = stored if named is None else resolve_set(named, stored)
        others = _neighbours(reader, within, reports)
        words = [_words(it, reader, others, drafts) for it in reports]
    alike_in = _alike(reports, others, options.limit)
    if reports[0].file == draft.SAID and not any(alike_in[0]):
        with library.read() as reader:
            alike_in = [[_found(reader, reports[0].text, others, options.limit)]]
    answers: list[Found] = list(zip(reports, alike_in, words, strict=True))
    if delivery.format == "json":
        content = f"{write_json(like_record(answers, drafts))}\n".encode()
    else:
        content = table_bytes(like_table(answers), delivery.format, line_width())
    delivery.hand_over(content, library, reports)
    if any(likes for _, measures, _ in answers for likes in measures):
        return Status.DONE
    remark("没有找到同类表述")
    return Status.LACKING


def _asked(
    name: str, reader: Reader, stored: Sequence[ReportEntry], drafts: set[str]
) -> list[Report]:
    """The reports that ``name`` means; else a report of one measure that says ``name``."""
    if not name.strip():
        raise Stop(
            Status.MISUSED, "请写出一份报告、一个文件或一句话，如：tuibrowser like 柳溪镇@2023"
        )
    path = draft_path(name)
    if path is not None:
        report = read_draft(path)
        drafts.add(report.sha256)
        if not report.is_report:
            remark(f"{report.file} 看不出是法治政府建设年度报告，已按原文比对")
        return [report]
    try:
        refs.resolve(name, stored)
    except refgrammar.UnknownRef as error:
        words = name.strip()
        if _is_subject(words, error, reader):
            with drafts_read():
                report = draft.said(words)
            drafts.add(report.sha256)
            return [report]
    except refgrammar.AmbiguousRef:
        pass
    return [reader.report(entry.sha256) for entry in resolve(name, stored)]


def _is_subject(words: str, error: refgrammar.UnknownRef, reader: Reader) -> bool:
    """Whether ``words``, which name no report, say what is looked for, and are no mistyped REF."""
    if set(words) & set("@#/*") or refgrammar.is_sha256(words):
        return False
    if words[-1] in _NAMES:  # 司法所, but not 戊溪镇
        return bool(search(reader, f'"{words}"', limit=1).hits)
    return len(words) >= _LONG or not error.suggestions


def _neighbours(
    reader: Reader, within: Sequence[ReportEntry], reports: Sequence[Report]
) -> list[Report]:
    wanted = [
        entry
        for entry in within
        if entry.is_report and not all(same_unit(entry, report) for report in reports)
    ]
    if len(wanted) > _MOST:
        wanted = sorted(wanted, key=lambda entry: -(entry.year or 0))[:_MOST]
        remark(f"只比对了最近的 {_MOST} 份报告，可用 --in 指定范围，如：--in '青棠县/*@2023'")
    return [reader.report(entry.sha256) for entry in wanted]


def _alike(
    reports: Sequence[Report], others: Sequence[Report], limit: int
) -> list[list[tuple[Like, ...]]]:
    """For each of ``reports`` what ``insight.like.alike`` gives."""
    parts = in_halves(lambda some: [nearby(it, some) for it in reports], others)
    return [most_specific(found, limit) for found in zip(*parts, strict=True)]


def _found(reader: Reader, words: str, others: Sequence[Report], limit: int) -> tuple[Like, ...]:
    """What a search for a word or two finds, which are too few to be like any measure."""
    hits = search(reader, words, _only(others), limit=_MOST_HITS, forgiving=True).hits
    for hows in _HOWS:
        held = {(it.passage.report, it.passage.start) for it in hits if it.how in hows}
        measures = [
            (report, it)
            for report in others
            for it in report.measures
            if it.kind not in _AHEAD and (report.sha256, it.start) in held
        ]
        if measures:
            return best_of(measures, limit)
    return ()


def _only(others: Sequence[Report]) -> Filters:
    """What limits a search to ``others`` and few beside, so that it spends its hits on them."""
    years = {it.year for it in others}
    places = {it.place.county or it.place.city for it in others}
    dated = [year for year in years if year is not None]
    return Filters(
        years=(min(dated), max(dated)) if dated and None not in years else None,
        places=tuple(sorted(filter(None, places))) if None not in places else (),
        issuers=tuple(sorted({it.issuer or UNNAMED for it in others})),
    )


def _words(
    report: Report, reader: Reader, others: Sequence[Report], drafts: set[str]
) -> Sequence[Telling]:
    if report.sha256 not in drafts:
        starts = reader.word_starts(report.sha256)
    elif report.is_report:
        # A second for the dictionary, only where a draft is asked for.
        from tuibrowser.text.segment import word_starts  # noqa: PLC0415

        starts = word_starts(report.text)
    else:
        return ()  # words that were typed
    if starts is None:
        remark(f"{report.name}还没有标出词界，没有列出特有的词，请运行：tuibrowser index 文件夹")
        return ()
    return telling_words(report, starts, others)
