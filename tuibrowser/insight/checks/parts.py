"""The parts that every report owes: missing, inside another one, or without anything in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from tuibrowser.insight.checks.finding import Finding, Quote
from tuibrowser.insight.checks.material import Material
from tuibrowser.lexicon.checks import load_check_words
from tuibrowser.lexicon.labels import KIND_LABELS
from tuibrowser.model.report import Passage, Report
from tuibrowser.model.terms import SectionKind
from tuibrowser.parsing.lines.numbering import ordinal_of
from tuibrowser.text.fold import squeeze

# Code, not lexicon: the regulation names the parts.
_OWED: Final[tuple[SectionKind, ...]] = (
    "measures_results",
    "shortcomings",
    "leader_duty",
    "next_plan",
)
"""The fifth item, what else there is to report, may be absent."""
_OWED_SINCE: Final = 2019
"""The regulation that names the items is of 2019; reports of earlier years need not have them."""
_HEADING: Final = 40
"""Characters of a line that may be a heading."""
_SHOWN: Final[tuple[SectionKind, ...]] = ("measures_results", "leader_duty")
"""The items that tell what was done, so that something of it can be named."""
_HEADED: Final[dict[SectionKind, re.Pattern[str]]] = {
    "shortcomings": re.compile(r"不足|问题|短板|差距|困难"),
    "leader_duty": re.compile(r"主要负责(?:人|同志)|第一责任人"),
    "next_plan": re.compile(r"下[一]?步|下一?年|明年|打算|安排|思路|计划|设想|要点"),
}
"""Headings that may be of an item that was not recognised there: then nothing is missing."""
_TOLD: Final[dict[SectionKind, str]] = {
    "leader_duty": r"(?<![村居)])"
    r"(?:主要(?:负责人|负责同志|领导)|书记[、和](?:[镇乡]长|主任|苏木达)|一把手)"
    r"(?![^,。;:]{0,30}(?:纳入|列入|列为|考核|督察|约谈|培训|规定》))[^,。;:《》]{0,12}"
    r"(?:履行?|落实|扛起|扛牢|担负|压实|担当)[^,。;:《》]{0,16}(?:第一责任|职责|责任|职(?=[,。;:]|尽责))",
    "shortcomings": r"(?:[仍还也]|依然|尚)(?:存在|有)[^。;]{0,16}(?:不足|问题|差距|短板|薄弱)"
    r"|(?:正视|查找|剖析|存在)(?:的)?(?:不足|问题|差距|短板)[。:]",
    "next_plan": r"(?:^|(?<=。))(?:下一?步|明年|来年|下一年度?|NEXT年)[^。;]{0,12}"
    r"(?:将|[要拟](?!求)|计划|打算|力争|继续|重点|着力)",
}
"""Sentences that tell what such a part would, in another one; NEXT is the coming year."""
_QUOTED: Final = r"《[^《》]+》|“[^“”]{2,20}”|\"[^\"]{2,20}\"|「[^「」]{2,20}」|『[^『』]{2,20}』"


def check_parts(material: Material) -> Iterator[Finding]:
    """Yield the owed parts that were not found, and those inside another part."""
    report = material.report
    if not report.is_report or (report.year is not None and report.year < _OWED_SINCE):
        return
    for kind in _OWED:
        state = report.section_states.get(kind)
        label = KIND_LABELS[kind]
        within = f"“{label}”并入其他部分，没有单列，请核"
        if state == "inside":
            yield Finding("not_own_part", within, _heading_of(report, kind))
        elif (state == "none" and not _is_named(report, kind)) or (
            state == "unclear" and _is_left_out(report, kind)
        ):
            if (told := _told_in(material, kind)) is not None:
                yield Finding("not_own_part", within, (told,))
            else:
                yield Finding("missing_part", f"未见“{label}”部分，请补写或说明", _title(report))


def check_figures_told(material: Material) -> Iterator[Finding]:
    """Yield the parts that tell what was done without a figure or anything that has a name."""
    report = material.report
    for kind in _SHOWN:
        passages = [
            it for it in report.passages if it.kind == kind and it.role in ("measure", "lead")
        ]
        if not passages or report.section_states.get(kind) == "stated_none":
            continue
        if any(_tells(report, it) for it in passages):
            continue
        says = f"“{KIND_LABELS[kind]}”部分没有一项数据，也没有写明具体制度或做法，请补充"
        yield Finding("no_figures", says, (Quote(report, passages[0].start, passages[-1].end),))


def _is_named(report: Report, kind: SectionKind) -> bool:
    words = _HEADED.get(kind)
    return words is not None and any(
        section.level == 1 and words.search(section.title) for section in report.sections
    )


def _is_left_out(report: Report, kind: SectionKind) -> bool:
    """Whether a number that the headings leave out (一、 三、 四、) is that of a part which is not
    there: as many parts as numbers, and no line says what this one would be called."""
    words = _HEADED.get(kind)
    unclear = [it for it in _OWED if report.section_states.get(it) == "unclear"]
    first = [it for it in report.sections if it.level == 1]
    numbers = [(it.marker and ordinal_of(it.marker)) or 0 for it in first]
    if words is None or not first or numbers != sorted(set(numbers)) or numbers[0] != 1:
        return False
    lines = (line.strip() for line in report.text.split("\n"))
    return (
        numbers[-1] - len(numbers) == len(unclear)
        and all(it.kind is not None for it in first)
        and not any(
            len(it) <= _HEADING and it[-1:] not in "。；，" and words.search(it) for it in lines
        )
    )


def _told_in(material: Material, kind: SectionKind) -> Quote | None:
    """The clause in which another part tells what this one would."""
    if kind not in _TOLD:
        return None
    pattern = re.compile(_TOLD[kind].replace("NEXT", str((material.report.year or 0) + 1)))
    for section in material.report.sections:
        if section.level > 1 and pattern.search(f"{squeeze(section.title)[0]}。"):
            return Quote(material.report, section.start, section.end)
    for prose in material.paragraphs:
        found = pattern.search(prose.text)
        if found is not None:
            return prose.quote_clauses(found.start(), prose.clause_end(found.end() - 1))
    return None


def _tells(report: Report, passage: Passage) -> bool:
    if any(passage.start <= it.start < passage.end for it in report.figures):
        return True
    words = load_check_words()
    return any(
        not words.slogans.search(found[0])
        if found["own"] is None
        else len(words.general.sub("", found["own"])) > 1
        for found in _named().finditer("".join(report.slice(passage).split()))
    )


@cache
def _named() -> re.Pattern[str]:
    """What is quoted, and what an arrangement calls itself: 板凳|工作法."""
    arrangements = load_check_words().arrangements.pattern
    return re.compile(f"{_QUOTED}|(?P<own>[\u4e00-\u9fff]{{2,10}}?)(?:{arrangements})")


def _title(report: Report) -> tuple[Quote, ...]:
    """The title, or whatever the report begins with."""
    passages = [it for it in report.passages if it.role == "title"] or report.passages
    return tuple(Quote(report, it.start, it.end) for it in passages[:1])


def _heading_of(report: Report, kind: SectionKind) -> tuple[Quote, ...]:
    for section in report.sections:
        if section.kind == kind:
            return (Quote(report, section.start, section.end),)
    for passage in report.passages:
        if passage.kind == kind:
            return (Quote(report, passage.start, passage.end),)
    return ()
