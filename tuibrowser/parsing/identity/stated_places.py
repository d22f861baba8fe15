"""Where a text states a place: in which words, and of which levels.

Each function is one way of stating it and gives places with the words that state them; which of
them hold is the business of :mod:`tuibrowser.parsing.identity.places`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from tuibrowser.lexicon.load import Lexicon
from tuibrowser.model.report import Place
from tuibrowser.model.terms import Span
from tuibrowser.parsing.identity.divisions import by_stem, in_full
from tuibrowser.parsing.identity.named import Name, read_name
from tuibrowser.parsing.identity.names import government
from tuibrowser.parsing.identity.publisher import published_names
from tuibrowser.parsing.lines.numbering import HAN
from tuibrowser.parsing.lines.source import Line
from tuibrowser.places.gazetteer import Unit, gazetteer
from tuibrowser.places.resolve import speaks_of_others
from tuibrowser.text.fold import fold
from tuibrowser.text.placename import stem

_LONGEST_PREFIX: Final = 16
"""Characters before an issuer's name in which its superiors are looked for."""
# Code, not lexicon: these are the grammar of names (which levels there are, what stands before and
# behind one); the names themselves are the gazetteer's, and the endings of issuers the lexicon's.
_SUPERIOR = re.compile(
    rf"(?:^|(?<=[,。;:、\"(>]))(?:中共)?(?P<name>[{HAN}]{{2,14}}?)(?=委员会|委|人民政府|政府|人大|人民代表大会|(?:全面)?依法治|法治|司法局|[局办]:?$)"
)
IN_OPENING = re.compile(
    rf"(?:在|按照|根据|落实|贯彻|围绕|中共|、|^)(?!中共)(?P<name>[{HAN}]{{2,12}}?(?:自治[县州旗]|[区县市旗州盟]))"
    r"(?=委|政府|人民政府|有关|司法局|(?:全面)?依法治[县区市旗州盟]|《)"
)
# 青云镇位于云崖县东北部.
LOCATED = re.compile(
    rf"(?:位于|地处|隶属于?|坐落[于在]?|归属)(?P<name>[{HAN}]{{2,14}}?(?:自治[县州旗]|[区县市旗州盟]))"
    r"(?=[东西南北中境腹城郊]|[^\w]|$)"
)
# 《青棠县司法局关于…》, 《青棠县法治政府建设方案》: what the superior issued.
_DOCUMENT = re.compile(rf"《(?:中共)?(?P<name>[{HAN}]{{2,24}})")
_DOCUMENT_LEVEL = re.compile(r"自治[县州旗]|[区县市旗州盟]")
_BEGINS_NAME = re.compile(rf"(?:[^{HAN}]|中共|现[将就]|关于|[在将和为是经])$")
_NAMING = re.compile(f"[{HAN}]+")
_NO_STEM = re.compile(r"[委政党省市县区各全我本级上]|中央|以及|国家|落实|贯彻")
_GREETING = re.compile("(?:访问|来到|进入|光临)")
_SITE = re.compile(rf"(?P<name>[{HAN}]{{2,16}})人民政府")

_DIGITS_OF_LEVEL: Final = 2
_FIRM: Final = re.compile(rf"[{HAN}]{{0,10}}?(?:律师|公司|大学|学院|集团|研究院)")
_BRANCH: Final = re.compile(rf"(?:.{{2,16}}(?:[局委]|支队))?(?P<stem>[{HAN}]{{2,4}})(?:分局|大队)")

Statement = tuple[Place, str]
"""A place and the words that state it."""


def _place(name: Name, line: Line, text: str) -> Place:
    def at(span: Span | None) -> str | None:
        return line.written(text, *span) if span else None

    city, county = name.city_name or at(name.city), name.county_name or at(name.county)
    return Place(name.province_name, city, county, at(name.township))


def _of_branch(name: Name, shadow: str) -> str | None:
    """The county that a city's branch works in and is called after: 凤凰县 of 凤凰分局."""
    branch = _BRANCH.fullmatch(shadow, *name.rest) if name.rest else None
    if branch is None or name.unit is None or name.unit.level != "city":
        return None
    counties = [
        unit.name
        for unit in gazetteer().superiors_called(branch["stem"])
        if unit.code.startswith(name.unit.code) and unit.code != name.unit.code
    ]
    return counties[0] if len(counties) == 1 else None


def statement_of(name: Name, line: Line, text: str) -> Statement:
    """What a name that was read in ``line`` states of a place."""
    whole, place = name.whole, _place(name, line, text)
    if place.county is None and name.rest and (county := _of_branch(name, line.shadow)):
        place = place._replace(county=county)
    return place, line.written(text, *whole) if whole else ""


def with_superiors(
    issuer: str, lines: Sequence[Line], text: str, lexicon: Lexicon
) -> list[Statement]:
    """雷州市东里镇: names that end in the issuer and begin where a clause or a phrase does."""
    found: Counter[Statement] = Counter()
    for line in lines:
        written = line.written(text)
        for match in re.finditer(re.escape(issuer), written):
            if stated := _ending_in(match.span(), line, text, lexicon):
                found[stated] += 1
    return [stated for stated, _ in found.most_common()]


def _ending_in(issuer: Span, line: Line, text: str, lexicon: Lexicon) -> Statement | None:
    start, end = issuer
    for begin in range(max(0, start - _LONGEST_PREFIX), start):
        if not _may_name(line.shadow[begin:start], lexicon):
            continue
        if not _begins_name(line.shadow, begin, lexicon):
            continue
        name = read_name(line.shadow, begin, end, lexicon)
        if name.rest or (name.township or name.county) != issuer:
            continue
        stated = statement_of(name, line, text)
        place = stated[0]
        if _holds_no_name(name, line.shadow, lexicon):
            continue
        if place.province or place.city or (place.county and name.township):
            return stated
    return None


def _may_name(superiors: str, lexicon: Lexicon) -> bool:
    """Whether ``superiors`` may be a chain of names: of all levels only a zone takes other signs
    than Han. What is none, mostly 2023年, is not worth its reading."""
    return bool(_NAMING.fullmatch(superiors)) or any(it in superiors for it in lexicon.zone_endings)


def _begins_name(shadow: str, at: int, lexicon: Lexicon) -> bool:
    """Whether a clause or a phrase begins there, or what stands behind the key of a page's row."""
    if shadow.startswith("中共", at):
        return False
    key = lexicon.furniture_keys.match(shadow)
    if key and at <= key.end():
        return at == key.end()
    return not at or bool(_BEGINS_NAME.search(shadow[max(0, at - 3) : at]))


def _holds_no_name(name: Name, shadow: str, lexicon: Lexicon) -> bool:
    """Whether a level that the gazetteer does not hold looks like words: 现将北京市."""
    levels = [
        shadow[slice(*span)]
        for span, known in ((name.city, name.city_is_known), (name.county, name.county_name))
        if span and not known
    ]
    return any(
        not gazetteer().superiors(it)
        and (_is_joined(it) or _NO_STEM.search(it[:-1]) or lexicon.not_inside.search(it))
        for it in levels
    )


def _is_joined(level: str) -> bool:
    """Whether a word that joins stands before a name: 与东莞市, 赴安吉县."""
    return level[0] in "与和同及赴到往向" and bool(gazetteer().superiors(level[1:]))


def superiors(line: Line, lexicon: Lexicon) -> Iterator[Name]:
    """慈溪市委、市政府: the superiors that a salutation addresses."""
    for match in _SUPERIOR.finditer(line.shadow):
        start, end = _undoubled(line.shadow, *match.span("name"))
        name = government(line.shadow, start, end, lexicon, strictly=True)
        if name and not name.rest and name.lowest and name.lowest[1] - name.lowest[0] >= 2:
            level = line.shadow[name.lowest[0] : name.lowest[1]]
            if len(level) >= 3 or (level.endswith("县") and len(level) == 2):
                yield name


def _undoubled(shadow: str, start: int, end: int) -> Span:
    """The name before 委 in 文县县委; 津市市 of 津市市委 keeps both its characters."""
    twice = (
        end - start > 2 and shadow[end - 1] == shadow[end - 2] and shadow[end - 1] in "县区市旗州"
    )
    book = gazetteer()
    if twice and not any(book.superiors(shadow[at:end]) for at in range(start, end - 2)):
        return start, end - 1
    return start, end


def in_opening(
    pattern: re.Pattern[str], opening: Sequence[Line], text: str, lexicon: Lexicon
) -> list[Statement]:
    """认真落实…区委 says nothing, 在蓟州区委 does."""
    found: Counter[Statement] = Counter()
    for line in opening:
        for match in pattern.finditer(line.shadow):
            start, end = _undoubled(line.shadow, *match.span("name"))
            if speaks_of_others(line.shadow, start, end, lexicon):
                continue
            name = read_name(line.shadow, start, end, lexicon)
            ending = line.shadow[end - 2 : end]
            whole = line.shadow[start:end]
            no_level = (ending in lexicon.not_names and ending != "城区") or (
                whole in lexicon.not_names
            )
            if _holds_no_name(name, line.shadow, lexicon) or (no_level and not name.unit):
                continue
            if not name.rest and not name.township and (name.county or name.city):
                found[statement_of(name, line, text)] += 1
    return [stated for stated, _ in found.most_common()]


def in_documents(opening: Sequence[Line], text: str, lexicon: Lexicon) -> Iterator[Statement]:
    """《青棠县法治政府建设方案》: the superior whose documents are carried out."""
    for line in opening:
        for match in _DOCUMENT.finditer(line.shadow):
            for level in _DOCUMENT_LEVEL.finditer(match["name"], 1):
                start = match.start("name")
                if gazetteer().superiors(line.shadow[start : start + level.end() + 1]):
                    continue  # 梅县 of 梅县区
                name = government(line.shadow, start, start + level.end(), lexicon, strictly=True)
                if name is None or name.rest or name.township or not (name.county or name.city):
                    continue
                if name.unit or not _NO_STEM.search(match["name"][: level.start()]):
                    yield statement_of(name, line, text)
                    break


def only_division(
    lines: Sequence[Line], township: str | None, lexicon: Lexicon
) -> Statement | None:
    """The lowest division in which all lie that a text names as its own, in full or as 法治丽水;
    ``None`` where they have none in common below the country.

    With the words that name it, or the first inside it. 法治柳林 of a 柳林镇 is no county.
    """
    own = stem(fold(township or ""))
    named = dict[str, str]()
    for line in lines:
        for start, end, units in (*in_full(line.shadow, lexicon), *by_stem(line.shadow, lexicon)):
            is_other = len(units) > 1 or stem(units[0].name) == own
            if is_other or _FIRM.match(line.shadow, end):
                continue
            if not speaks_of_others(line.shadow, start, end, lexicon):
                named.setdefault(units[0].code, line.shadow[start:end])
    deepest = [
        code for code in named if not any(it != code and it.startswith(code) for it in named)
    ]
    if not deepest or (common := _in_common(min(deepest), max(deepest))) is None:
        return None
    code = common.code
    words = named.get(code) or next(named[it] for it in named if it.startswith(code))
    return gazetteer().place(common), words


def _in_common(one: str, other: str) -> Unit | None:
    """The division in which both codes lie."""
    for length in range(len(one), 1, -_DIGITS_OF_LEVEL):
        if one[:length] == other[:length]:
            return gazetteer().by_code(one[:length])
    return None


def of_pages(pages: Sequence[Line], text: str, lexicon: Lexicon) -> Iterator[Statement]:
    """青棠县人民政府: the government that a page names itself by, or that published it."""
    for line in pages:
        for match in _SITE.finditer(line.shadow):
            start, end = match.span("name")
            if greeting := _GREETING.search(line.shadow, start, end):
                start = greeting.end()
            if key := lexicon.furniture_keys.match(line.shadow[start:end]):
                start += key.end()
            name = government(line.shadow, start, end, lexicon, strictly=True)
            if name and not name.rest and (name.county or name.city or name.province):
                yield statement_of(name, line, text)
    for name, line in published_names(pages, lexicon):
        if name.unit and (name.county or name.city):
            yield statement_of(name, line, text)
