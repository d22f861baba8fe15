"""What a template or a clerk left to be filled in: XX件, X月X日, ____份, 【】次, （待补充）."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from tuibrowser.insight.checks.finding import Finding, Quote, quoted
from tuibrowser.insight.checks.material import Material
from tuibrowser.lexicon.checks import CheckWords, load_check_words
from tuibrowser.lexicon.patterns import longest_first
from tuibrowser.lexicon.units import shipped_units
from tuibrowser.model.report import Report
from tuibrowser.text.fold import fold

# Code, not lexicon: signs that stand for what is not known yet. All is read of folded text. A run
# of signs is tried from its first alone: from each, 50,000 of them would take minutes.
_CROSS: Final = "xхⅹχ×╳✕✖"
# What is multiplied is no blank: 天数×人, 单价×件.
_CROSSES: Final = (
    rf"(?<![{_CROSS}])(?:[{_CROSS}]{{2,}}|[xхⅹχ]|(?<![数价率额量费件次场人天元户])[×╳✕✖])"
    rf"(?:\.[{_CROSS}]+)?"
)
_SHAPES: Final = r"(?<![*●○◯△▲■□◆])[*●○◯△▲■□◆]{2,}|(?<![?])[?]{2,}"
_LINE: Final = "[_﹍﹎﹏‗▁]"
_GAP: Final = r"[^\S\n\t]"
"""A blank that is no wall between the cells of a table."""
_EMPTY: Final = rf"【{_GAP}*】|\[{_GAP}*\]|〔{_GAP}*〕|\({_GAP}*\)"
_WORDS_APART: Final = re.compile(rf"(?<=[^\s\d]){_GAP}+(?=[^\s\d])")
_NOT_IN_WORD: Final = r"(?<![a-z0-9+])"
_MARK: Final = rf"{_NOT_IN_WORD}(?:\d+(?=[{_CROSS}]{{2}}))?(?:{_CROSSES}|{_SHAPES})"
_OPEN: Final = rf"(?:{_CROSSES}|{_SHAPES}|(?<!{_LINE}){_LINE}+|{_EMPTY})"
_SOMETHING: Final = re.compile(
    rf"[{_CROSS}*●○◯△▲■□◆_﹍﹎﹏‗▁\[【{{<«$?…]|\S{_GAP}|^{_GAP}+[年月]|\({_GAP}*\)|《{_GAP}*》|[)〕]号"
    r"|[(〔《](?=[^)〕》]{0,40}[待需请补填插述缺差空写例]|具体|数据|数字|材料|内容)"
    r"|[此本该这][处段里项]|击|请在|数[据字]尚?待|tod|tbd|年月|月日"
)
"""What a line with a blank has one of. Asked first, five reports take 6 ms rather than 40."""
_NO_NAMES: Final = frozenset("所部字面组")
"""Units that end a name more often than they count: XX所."""
_TOLD: Final = 2
"""How many blanks of a paragraph a remark shows."""


class _Patterns(NamedTuple):
    anywhere: re.Pattern[str]
    """Blanks, whatever the line tells."""
    day: re.Pattern[str]
    """A day that is not there."""
    signed_day: re.Pattern[str]
    name: re.Pattern[str]
    """Signs that stand for a day or a name, which a case leaves out on purpose."""
    number: re.Pattern[str]
    """Signs that stand for a number, which a case leaves out on purpose."""
    room: re.Pattern[str]
    """One blank that may have been left for a number: 调研 次."""


def check_blanks(material: Material) -> Iterator[Finding]:
    """Yield the paragraphs that somebody has to fill in, each once."""
    report = material.report
    above = ""
    for start, end, is_prose in _lines(report):
        shadow = fold(report.text[start:end])
        if _SOMETHING.search(shadow) and not _is_form(shadow, above):
            spans = _blanks(shadow) if is_prose else _open_day(shadow)
            if quotes := tuple(Quote(report, start + a, start + b) for a, b in spans):
                yield Finding("blank", _says(quotes), quotes)
        above = shadow


def _lines(report: Report) -> Iterator[tuple[int, int, bool]]:
    """Its lines that are not empty, and whether any of each is more than what a page has around."""
    prose = [it.start for it in report.passages if it.role != "furniture"]
    for line in re.finditer(r".*\S.*", report.text):
        start, end = line.span()
        yield start, end, bisect_left(prose, start) < bisect_left(prose, end)


def _blanks(shadow: str) -> Iterator[tuple[int, int]]:
    """Where blanks begin and end in a line, in order, none within another."""
    patterns, words = _patterns(), load_check_words()
    found = [*patterns.anywhere.finditer(shadow), *patterns.day.finditer(shadow)]
    # 调研 次,督办 件: several, and no other blank in the line, as where all words have some.
    room = [*patterns.room.finditer(shadow)]
    if len(room) > 1 and len(room) == len(_WORDS_APART.findall(shadow)):
        found += room
    if words.nameless.search(shadow) is None:
        found += [*patterns.signed_day.finditer(shadow), *patterns.name.finditer(shadow)]
    for it in patterns.number.finditer(shadow):
        start = max(shadow.rfind(stop, 0, it.start()) for stop in ",。;:") + 1
        clause = re.split("[,。;]", shadow[start:], maxsplit=1)[0]
        if "=" not in clause and words.nameless.search(clause) is None:
            found.append(it)
    last = 0
    for start, end in sorted(map(re.Match.span, found), key=lambda it: (it[0], -it[1])):
        if start >= last:
            words_at = shadow[start:end]
            yield start + len(words_at) - len(words_at.lstrip()), end
            last = end


def _open_day(shadow: str) -> Iterator[tuple[int, int]]:
    """The day below a signature, as long as it is open: it is none yet."""
    at = len(shadow) - len(shadow.lstrip())
    for pattern in (_patterns().day, _patterns().signed_day):
        if found := pattern.fullmatch(shadow.rstrip(), at):
            yield found.span()
            return


def _is_form(shadow: str, above: str) -> bool:
    """Whether it is a line that is signed by hand: 填报人：____, or a day below 盖章."""
    form = load_check_words().form
    return form.search(shadow) is not None or (
        form.search(above) is not None and any(_open_day(shadow))
    )


def _says(quotes: tuple[Quote, ...]) -> str:
    words = list(dict.fromkeys(re.sub(r"\s+", "  ", quote.text) for quote in quotes))
    shown = "、".join(map(quoted, words[:_TOLD]))
    return f"尚有空白未填：{shown}{f'等{len(quotes)}处' if words[_TOLD:] else ''}，请核"


@cache
def _patterns() -> _Patterns:
    words = load_check_words()
    unit = _units()
    gap = rf"(?<!{_GAP}){_GAP}"
    year = rf"(?:\d{{2,4}}|{_OPEN}|{gap}+)年"
    signed_day = (
        rf"(?:(?:\d{{2,4}}|{_OPEN})年)?{_NOT_IN_WORD}{_OPEN}月(?:(?:\d{{1,2}}|{_OPEN})日)?"
        rf"|\d{{1,2}}月{_OPEN}日|(?<![a-z\d])\d{{2,3}}[{_CROSS}*_]{{1,2}}(?=[年\]】〕)])"
    )
    # 日 begins words: 1月 日常.
    ends = r"(?![常均益夜程报期])"
    no_day = (
        rf"(?:{year})?{gap}{{2,}}月{_GAP}+日|{year}{_GAP}*月{_GAP}*日{ends}|\d{{4}}年{_GAP}{{2,}}月(?!均)"
        rf"|\d{{4}}年\d{{1,2}}月{_GAP}*日{ends}|(?<!\d)\d{{1,2}}月{_GAP}{{2,}}日{ends}"
    )
    anywhere = "|".join((
        rf"(?<![a-z0-9_]){_LINE}{{2,}}(?:{unit})?|(?<![a-z0-9_]){_LINE}(?:{unit})",
        rf"(?:{_EMPTY})(?:{unit})",
        rf"【{_GAP}*】|《{_GAP}*》|\({_GAP}{{2,}}\)",
        rf"[\[(〔【](?:19|20)\d\d[\])〕】]{_GAP}*(?:{_OPEN})?号",
        # 宣传    场: who wrote it left room for the number.
        rf"(?:[\u4e00-\u9fff]{{1,4}}){_GAP}{{2,}}(?:件次|人次|场次|[件次场份人起项个名户条家处册天%]|[万亿]?元)(?![民员群众])(?=[,。;、)\u4e00-\u9fff])",
        _noted(words),
        # What programs put their values in.
        r"\$?\{\{?[^{}]{1,40}\}\}?|«[^«»]{1,40}»|(?<![a-z])(?:todo|tbd)(?![a-z])",
    ))  # fmt: skip
    any_sign = rf"[{_CROSS}*●○◯△▲■□◆]"
    signs = rf"(?<!{any_sign}){any_sign}{{2,}}"
    name = (
        rf"{_NOT_IN_WORD}{signs}(?:{words.fillable.pattern})|(?<=\(){signs}(?=\))"
        rf"|(?:{words.officers.pattern}){signs}(?!{unit})"
    )
    return _Patterns(
        anywhere=re.compile(anywhere),
        day=re.compile(no_day),
        signed_day=re.compile(signed_day),
        name=re.compile(name),
        # 巡查*次, 金额…万元: one sign is a blank where a unit behind it ends the clause.
        number=re.compile(
            rf"(?:{_MARK})(?:余|多)?(?:{unit})(?![民数型们])"
            rf"|(?<=[\u4e00-\u9fff])(?:[*?○△□]|…{{1,2}})(?:{unit})(?=[,。;、)])"
        ),
        room=re.compile(rf"(?<=[\u4e00-\u9fff]){_GAP}(?:{unit})(?=[,。;、)]|$)"),
    )


def _noted(words: CheckWords) -> str:
    """A note to whoever goes on writing, in a bracket of any kind, or 此处… in none."""
    any_note, label = words.notes.pattern, words.labels.pattern
    return "|".join((
        rf"[\[【(〔{{<《](?:{any_note})[\]】)〕}}>》]",
        rf"[\[【{{<](?:{label})[\]】}}>]",
        words.here.pattern,
    ))  # fmt: skip


@cache
def _units() -> str:
    return longest_first([*(shipped_units() - _NO_NAMES), "%", "百分点"])
