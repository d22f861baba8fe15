"""Who acts in running text: 2024年,在县委领导下,云岭镇坚持….

A clause's subject is told by what the gazetteer holds or by what follows it. Nothing inside 《》 is
looked at: 《青棠县法治建设方案》 names nobody who acts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tuibrowser.lexicon.load import Lexicon
from tuibrowser.model.terms import Span
from tuibrowser.parsing.identity.chain import LONGEST_NAME
from tuibrowser.parsing.identity.named import Name
from tuibrowser.parsing.identity.names import does_something, government
from tuibrowser.parsing.identity.offices import issuer_of
from tuibrowser.parsing.lines.numbering import HAN
from tuibrowser.places.gazetteer import gazetteer

_TITLE = re.compile("《[^《》]*》")
# Code, not lexicon: where a clause begins and a name ends is grammar, told by few characters.
_STRONG = re.compile(
    r"(?:^|(?<=[,。;:、!?\"]))(?:20\d\d年度?(?:以来|来)?|一年来|今年以?来?|作为[^,。;:!?]{2,40}|(?:[^,。;:、!?\"《》]{1,30}?)"
    r"(?:领导|指导|关心|支持|帮助|部署|统筹|带领|要求|通知|之年|一年|之际|背景|形势|以来))下?,?"
)
_CLAUSE = re.compile(r"^|[,。;:!?\"]|年[,在]?|度,?|现[将就]|领导下|以来|(?:美誉|之称|之名|称号)的")
_NAME = re.compile(rf"(?:\d{{1,3}}(?=团))?[{HAN}]+(?:\d{{1,3}}(?=团)[{HAN}]+)?")
_END = re.compile(
    "街(?!道)|乡(?!族)|[镇县区市省州盟旗道木厅司署心团师场园城室公]|(?<![布格全大开结破])(?<![^更]新)局|委(?!托)|会(?!同|议)|(?<![干全内])部(?!署)"
    "|(?<![举主承开兴创督协交查经])办(?!理|事|好)|(?<![惩查])处(?!理|置|罚)"
    "|馆|宫|电视台|校|社(?!会|区|联)|(?<=[妇残文侨商])联|科协|海关|[银支分]行|[大中小]学(?![习生法用者])|幼儿园|队(?!伍)|院(?!校)|所(?!有|属|在)|站(?!位)"
)
_AUTHORITY = re.compile(
    r"(?:[(【\[][^()【】\[\]]{1,30}[)】\]])?(?:[省州盟市县区旗镇乡]?(?:人民政府|政府|委(?!托|会))|党委政府|党委|党工委|工委|街道办事处|办事处|管委会|管理委员会"
    r"|行政公署|党组|[、和])*(?:\([^()]{1,30}\))?,?"
)
_CONTINUES = re.compile(
    rf"[^{HAN}]|[的和与及之内委府各等市县区镇乡街局是]|人(?!大)|有(?![序效力])|辖区"
)
# 梧桐街道以创建全市…, 石桥镇把争创全省…: a name ended before what is done with what.
_GLUED = re.compile(
    r".{2,}?(?:镇|乡|街道)(?![市县族]).{2,}(?:[省市州盟县旗]|街道|乡镇)$"
    r"|.+(?:[省市县区镇乡局委办]|街道)(?:以(?!及)|把|将(?!乐)|在|为|对|按|通过|围绕|坚持).+$"
)
# 石门乡撤乡设镇后更名为…: what was done away with reports no more.
_IS_FORMER = re.compile(
    r"(?P<level>[乡镇县市区])(?:撤(?P=level)|(?:已)?(?:更名|改设|改制|合并|并入|划归))"
)
# 红河县委、县政府 and 红河县县委县政府 are 红河县.
_WITH_GOVERNMENT = re.compile(
    r"(?<=([省州盟市县区旗镇乡]))(?:\1?委[、和及]?[省州盟市县区旗镇乡]?(?:人民)?政府"
    r"|\1(?=委|政府|人民政府))"
)
_JOINS = re.compile(f"[{HAN}][和与及]")
# 2023年度本街道: of the year, but for 度尾镇.
_ENDS_YEAR = re.compile("(?<=年)度")
_MOST_CLAUSES = 40


def acting_names(shadow: str, lexicon: Lexicon) -> Iterator[Name]:
    """Names that open a clause and act in it; pronouns and common words left out."""
    text = _without_titles(shadow)
    strong = {found.end() for found in _STRONG.finditer(text)}
    for at, last in _clauses(text, strong):
        if name := _acting(text, at, last, at in strong, lexicon):
            yield name


def opening_spans(shadow: str, lexicon: Lexicon) -> Iterator[Span]:
    """Whatever opens a clause and ends as names do where the clause goes on with another word, the
    shortest first; for what is no name by itself: 县司法局."""
    text = _without_titles(shadow)
    for at, last in _clauses(text, {found.end() for found in _STRONG.finditer(text)}):
        ends = reversed(_ends(text, at, last, lexicon))
        yield from ((at, end) for end in ends if not _CONTINUES.match(text, end))


def _without_titles(shadow: str) -> str:
    return _TITLE.sub(lambda found: "\n" * len(found[0]), shadow)


def _clauses(text: str, strong: set[int]) -> Iterator[Span]:
    """Where clauses begin, and where what is written in Han there ends."""
    starts = sorted({found.end() for found in _CLAUSE.finditer(text)} | strong)
    for at in starts[:_MOST_CLAUSES]:
        if _JOINS.match(text, max(0, at - 1)):
            continue  # the leadership of one 和县委 of another
        if run := _NAME.match(text, at, at + LONGEST_NAME):
            yield at, run.end()


def _ends(text: str, at: int, last: int, lexicon: Lexicon) -> list[int]:
    """Where a name that begins at ``at`` may end, the last first."""
    authority = _WITH_GOVERNMENT.search(text, at + 1)
    behind = range(authority.start() + 1, authority.end() + 1) if authority else ()
    return [
        found.end()
        for found in _END.finditer(text, at + 1, last)
        if (found.end() not in behind or gazetteer().townships(text[at : found.end()]))
        and not _is_inside_word(text, found.end(), lexicon)
        and not _is_glued(text, at, found.end())
    ][::-1]


def _acting(text: str, at: int, last: int, strong: bool, lexicon: Lexicon) -> Name | None:
    """The longest name that begins at ``at`` and acts; else the longest that may."""
    ends = _ends(text, at, last, lexicon)
    if len(ends) > 1 and _is_deed(text, at, ends[-1], lexicon):
        return None
    acting = [end for end in ends if _acts(text, end, lexicon)]
    for end in (*acting, *(it for it in ends if it not in acting)):
        if _IS_FORMER.match(text, end - 1):
            continue
        acts = end in acting
        if not acts and (
            _CONTINUES.match(text, _behind_authority(text, end)) or not (strong or at == 0)
        ):
            continue
        name = government(text, at, end, lexicon, strictly=True)
        found = issuer_of(name, text, lexicon) if name else None
        if name is None or found is None or (_ENDS_YEAR.match(text, at) and not name.unit):
            continue
        # 国家…总局部署: who orders something often opens a clause, too.
        if acts or name.unit or (strong and (name.lowest or found[1] != "department")):
            return name
    return None


def _is_deed(text: str, at: int, end: int, lexicon: Lexicon) -> bool:
    """Whether the shortest of several names is a deed done to the office that the others name:
    发挥镇 of 发挥镇矛调中心."""
    level = text[at:end]
    if gazetteer().superiors(level) or gazetteer().townships(level):
        return False
    is_of_party = re.match("党|工委|委", text[end : end + 2])
    return not is_of_party and does_something(level, lexicon, has_office=True)


def _is_glued(text: str, at: int, end: int) -> bool:
    """Whether what ends like a name holds the end of one before: 石桥镇把争创全省."""
    # 积石山保安族东乡族撒拉族自治县 holds a 乡.
    return bool(_GLUED.match(text, at, end)) and not (
        gazetteer().superiors(text[at:end]) or gazetteer().townships(text[at:end])
    )


def _is_inside_word(text: str, end: int, lexicon: Lexicon) -> bool:
    """Whether ``end`` cuts a word of offices: 国家市|场监督管理总局; 市政府 is no 市政."""
    return any(
        word.start() < end < word.end()
        for word in lexicon.office_words.finditer(text, max(0, end - 3), end + 3)
    )


def _behind_authority(text: str, end: int) -> int:
    """Where the clause goes on behind a name, its organs and brackets: 高新区(以下简称"本区")."""
    authority = _AUTHORITY.match(text, end)
    behind = authority.end() if authority else end
    return end if text.endswith(("、", "和"), end, behind) else behind


def _acts(text: str, end: int, lexicon: Lexicon) -> bool:
    """Whether the clause goes on with what somebody does."""
    return lexicon.acts.match(text, _behind_authority(text, end)) is not None
