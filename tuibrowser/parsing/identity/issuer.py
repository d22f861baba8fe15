"""Who reports, and on which year.

Sources, in order: title, signature, opening paragraph, headings, body; for the year never the
publication date, which is mostly the next spring's, and never ``next_plan``'s heading.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from tuibrowser.lexicon.load import Lexicon
from tuibrowser.model.terms import IssuerKind, Span
from tuibrowser.parsing.identity.acting import acting_names
from tuibrowser.parsing.identity.behind_title import names_behind_title
from tuibrowser.parsing.identity.named import Name
from tuibrowser.parsing.identity.names import government
from tuibrowser.parsing.identity.offices import is_relative, issuer_of
from tuibrowser.parsing.identity.publisher import is_called, most_said_of_itself
from tuibrowser.parsing.identity.title_years import year_of_title
from tuibrowser.parsing.identity.titles import AFTER_ISSUER
from tuibrowser.parsing.lines.dates import YEAR, find_year
from tuibrowser.parsing.lines.masthead import Masthead
from tuibrowser.parsing.lines.numbering import HAN
from tuibrowser.parsing.lines.signatures import SIGNER, reporter
from tuibrowser.parsing.lines.source import Line
from tuibrowser.text.numerals import ZERO

# 《关于报送2024年度法治政府建设情况的通知》 asks for a report, 《2024年…工作要点》 is of its year.
_ASKED_FOR = re.compile(
    r"《[^《》]*?(?:报送|上报|做好|开展|提交)[^《》]*?(20\d\d)年度?[^《》]*?法治[^《》]*》"
    r"|《[^《》]*?(20\d\d)年度?[^《》]*?(?:法治|依法行政|依法治)[^《》]*?(?:要点|计划|清单|任务|安排)[^《》]*》"
)
_YEAR_ROW = re.compile(
    r"\|?(?:\d{1,2}\|)?(?:填报|报送|报告|编报|上报|所属)?(?:年度|年份)[:|]*(20\d\d)年?(?:度)?(?:\||$)"
)
_DAY = re.compile(
    rf"[\d二{ZERO}一三四五六七八九]{{4}}年[\d元一二三四五六七八九十]{{1,2}}月[\d一二三四五六七八九十]{{1,3}}日"
)
# Code, not lexicon: the few forms in which a title or an opening presents its unit.
_PRESENTED = re.compile(
    rf"(?:现[将就对]|兹将)(?P<name>[^,。;:]{{2,26}}?)(?=关于|20\d\d年|二[{ZERO}]|本年|今年|度|法治|推进|年度|工作|情况|依法)"
)
# 受云川县人民政府委托, 我代表云川县人民政府向大会报告: a unit is asked for or spoken for.
_ON_BEHALF = re.compile(
    r"(?:^|(?<=[,。;:]))(?:现?受(?!理)(?P<for>[^,。;:、]{3,26}?)的?委托|(?:现?由?我)?谨?代表(?P<by>[^,。;:、]{3,26}?)(?=[,向作就]|报告|汇报))"
)
# 关于云川县2024年…, 关于报送云川县…, 3.云川县2024年…, 【云川县】2024年….
_BEFORE_NAME = re.compile(
    rf"20\d\d年?度?|二[{ZERO}]..年度?|关于(?:印发|报送|公布|公开|上报|呈报)?《?|[·•*#—–_|丨\-\[\]【】〔〕〖〗()]+"
    r"|\d{1,3}[.、)_\-]"
)
# 云川县|2024年…, 云川县——2024年….
_BEHIND_NAME = re.compile(r"[·•|丨:—–_/\-\]】〕〗]+$")
# 云川县司法局 云川县普法办公室: who reports together, the first of them.
_TOGETHER = re.compile(
    rf"(?P<first>(?P<level>[{HAN}]{{1,8}}?[省市州盟县区旗])[{HAN}]{{2,24}}?)(?=(?P=level))"
)
# 原石门乡（现石门镇）
_NOW = re.compile(r"原[^()]{2,12}\((?:现|今)(?:为|称|更名为)?(?P<name>[^()]{2,12})\)")
_GLOSS = re.compile(r"(?<=.{3})\([^()]*\)$")
_YEAR_FIRST = re.compile(rf"(?:\S{{0,24}}?[,。])?(?=20\d\d年|二[{ZERO}])")
_SURE_CUT = re.compile(rf"关于|20\d\d|二[{ZERO}]")
_DOCUMENT = re.compile(r"《[^》]*》|[〔\[(][^〕\])]*[〕\])]")
_CLEARLY = 2
"""How many times as often as any other the year reported on is spoken of."""
_BEHIND_TITLE = re.compile(r"(?:\(|—{1,2})(?P<name>[^()—_|丨·/-]{2,24})(?:\)(?=$|[_|丨·/-])|$)")
_HAN_RUN = re.compile(rf"(?:(?<=\d)(?:年度?|[月日号份]))?(?P<run>[{HAN}]+)")
_PAPER = re.compile("报告|总结|汇报|年报|情况")
_ACCORDING = re.compile(r"结合(?P<name>[^,。;:]{2,12}?)(?:工作)?实际")


@dataclass(frozen=True, slots=True)
class Issuer:
    """Who reports: the short name as written, and the full name it was read from."""

    short: str
    kind: IssuerKind
    name: Name
    line: Line
    source: Literal["said", "body", "page"] = "said"
    """Whether the report says so, or only speaks of it most, or its page is called so."""

    @property
    def is_relative(self) -> bool:
        """Whether the name says only which office of the one at hand it is: 县农业农村局."""
        return is_relative(self.name, self.line.shadow)


def find_issuer(
    head: Masthead, opening: Sequence[Line], lines: Sequence[Line], text: str, lexicon: Lexicon
) -> Issuer | None:
    """The issuer by the first source that names one.

    Args:
        head: title and signature.
        opening: paragraphs before the first heading.
        lines: all paragraphs.
        text: the report's text.
        lexicon: supplies what names end in.
    """
    relative = None
    for line, name in _candidates(head, opening, lexicon):
        if issuer := _issuer(name, line, text, lexicon):
            if not issuer.is_relative:
                return issuer
            relative = relative or issuer
    page = _of_page(head, lines, text, lexicon)
    if relative:  # 区司法局 may be that of 云川区司法局 behind the title
        return page if page and page.short.endswith(relative.short) else relative
    return page or _most_frequent(lines, text, lexicon)


def _of_page(head: Masthead, lines: Sequence[Line], text: str, lexicon: Lexicon) -> Issuer | None:
    """Who is named behind the title, unless the text calls itself something else."""
    if (line := head.title_line) is None:
        return None
    itself = most_said_of_itself(lines)
    named = (_issuer(it, line, text, lexicon) for it in names_behind_title(line.shadow, lexicon))
    fitting = (it for it in named if it and (not itself or is_called(it.short, itself)))
    return next((replace(it, source="page") for it in fitting), None)


def _issuer(name: Name, line: Line, text: str, lexicon: Lexicon) -> Issuer | None:
    found = issuer_of(name, line.shadow, lexicon)
    return Issuer(line.written(text, *found[0]), found[1], name, line) if found else None


def _candidates(
    head: Masthead, opening: Sequence[Line], lexicon: Lexicon
) -> Iterator[tuple[Line, Name]]:
    if head.title_line:
        for name in title_names(head.title_line.shadow, lexicon):
            yield head.title_line, name
    for line in head.bylines:
        if by := government(line.shadow, *reporter(line), lexicon):
            yield line, by
    yield from _signed(head.signers, lexicon)
    yield from _spoken_of(_PRESENTED, opening, lexicon)
    yield from _spoken_of(_ON_BEHALF, opening, lexicon)
    for line in opening:
        for name in acting_names(line.shadow, lexicon):
            yield line, name
    yield from _spoken_of(_ACCORDING, opening, lexicon)
    yield from _signed(head.letters, lexicon)


def _end_of_name(title: str, start: int, end: int) -> int:
    """Where a name ends whose other name follows it in brackets, 城市管理局（综合行政执法局）, or
    that a sign parts from what follows."""
    if not title.startswith("(", start - 1) and (gloss := _GLOSS.search(title, start, end)):
        return gloss.start()
    sign = _BEHIND_NAME.search(title, start, end)
    end = sign.start() if sign else end
    return end - 1 if title.startswith("(", start - 1) and title.endswith(")", start, end) else end


def _spoken_of(
    pattern: re.Pattern[str], opening: Sequence[Line], lexicon: Lexicon
) -> Iterator[tuple[Line, Name]]:
    for line in opening:
        for match in pattern.finditer(line.shadow):
            if name := government(line.shadow, *match.span(match.lastindex or 0), lexicon):
                yield line, name


def _signed(lines: Sequence[Line], lexicon: Lexicon) -> Iterator[tuple[Line, Name]]:
    names = [(line, name) for line in lines if (name := signer_name(line, lexicon))]
    if len(names) > 1 and names[0][1].is_above(names[1][1]):
        # 云川区人民政府 over 松岭街道办事处 is one name on two lines.
        names[:2] = names[1::-1]
    yield from names


def title_names(title: str, lexicon: Lexicon) -> Iterator[Name]:
    """The names that a title may begin with, the likeliest first.

    It ends before the year or 关于, else before what is done: 社会工作部 holds 工作, and
    全面依法治县委员会 holds 全面.
    """
    start = 0
    while opening := _BEFORE_NAME.match(title, start):
        start = opening.end()
    for pattern, part in ((_NOW, "name"), (_TOGETHER, "first")):
        if found := pattern.match(title, start):
            name = government(title, *found.span(part), lexicon, strictly=True)
            if name and issuer_of(name, title, lexicon):
                yield name
    cuts = list(AFTER_ISSUER.finditer(title, start + 2))
    for sure in (True, False):
        for cut in cuts:
            if bool(_SURE_CUT.match(cut[0])) is sure:
                end = _end_of_name(title, start, cut.start())
                name = government(title, start, end, lexicon)
                if name and issuer_of(name, title, lexicon):
                    yield name
    if behind := _BEHIND_TITLE.search(title):
        name = government(title, *behind.span("name"), lexicon)
        if name and issuer_of(name, title, lexicon):
            yield name


def file_names(shadow: str, lexicon: Lexicon) -> Iterator[Name]:
    """The names in a file's name, the likeliest first: 03云岭镇2024终稿, （青棠县）石门乡."""
    found = [*title_names(shadow, lexicon), *names_behind_title(shadow, lexicon)]
    if not any(name.township or name.rest for name in found):
        found += [
            name
            for start, end in _runs(shadow, lexicon)
            if (name := government(shadow, start, end, lexicon, strictly=True))
        ]
    yield from sorted(found, key=lambda name: not (name.township or name.rest))


def offices_in_file(shadow: str, lexicon: Lexicon) -> Iterator[Name]:
    """The offices that a file's name may name, which by themselves say little: 林业局终稿."""
    for start, end in _runs(shadow, lexicon):
        name = government(shadow, start, end, lexicon)
        if name and name.rest:
            yield name


def _runs(shadow: str, lexicon: Lexicon) -> Iterator[Span]:
    """Where names may stand in that of a file: before its other words, or behind the last."""
    behind = (AFTER_ISSUER, lexicon.behind_in_file)
    for run in _HAN_RUN.finditer(shadow):
        start, end = run.span("run")
        papers = [it.end() for it in _PAPER.finditer(shadow, start, end)]
        if not _PAPER.match(shadow, start):
            cuts = (it.search(shadow, start + 2, end) for it in behind)
            yield start, min((cut.start() for cut in cuts if cut), default=end)
        if papers:
            yield papers[-1], end


def signer_name(line: Line, lexicon: Lexicon) -> Name | None:
    """Who signs in ``line``, its day left out."""
    signer = SIGNER.match(line.shadow)
    return government(line.shadow, *signer.span("name"), lexicon) if signer else None


def _most_frequent(lines: Sequence[Line], text: str, lexicon: Lexicon) -> Issuer | None:
    """The name that acts most often in the body, if it does so at least twice."""
    acting = [
        issuer
        for line in lines
        for name in acting_names(line.shadow, lexicon)
        if (issuer := _issuer(name, line, text, lexicon))
    ]
    counts = Counter(issuer.short for issuer in acting)
    if not counts or counts.most_common(1)[0][1] < 2:
        return None
    short = counts.most_common(1)[0][0]
    issuer = next(issuer for issuer in acting if issuer.short == short)
    return replace(issuer, source="body")


def find_spoken_year(lines: Sequence[Line]) -> int | None:
    """The year that paragraphs speak of most, if no other comes near; documents left out."""
    counts = Counter(
        int(match[1]) for line in lines for match in YEAR.finditer(_DOCUMENT.sub("", line.shadow))
    )
    (best, often), (_, next_often) = [*counts.most_common(2), (0, 0), (0, 0)][:2]
    return best if often and often >= _CLEARLY * next_often else None


def find_year_of_row(lines: Sequence[Line]) -> int | None:
    """The year in the row of a form that gives it: | 报告年度 | 2023 |."""
    rows = (_YEAR_ROW.match(line.shadow) for line in lines)
    return next((int(row[1]) for row in rows if row), None)


def find_report_year(
    head: Masthead, opening: Sequence[Line], headings: Sequence[str]
) -> int | None:
    """The year reported on; ``headings`` are those of first level that are not plans."""
    # The day of a speech under its title is not the year that it reports on.
    title = _DAY.sub("", head.title_line.shadow) if head.title_line else ""
    if year := year_of_title(title):
        return year
    for line in opening:
        at = re.search(r"现[将就]", line.shadow)
        if at and (year := find_year(line.shadow[at.start() :].split("。")[0])):
            return year
    for line in opening:
        if (year_at := _YEAR_FIRST.match(line.shadow)) and (
            year := find_year(line.shadow[year_at.end() :][:8])
        ):
            return year
    for heading in headings:
        if year := find_year(heading):
            return year
    for line in opening:
        if year := find_year(_DOCUMENT.sub("", line.shadow)):
            return year
    asked = (_ASKED_FOR.search(line.shadow) for line in opening)
    return next((int(it[1] or it[2]) for it in asked if it), None)
