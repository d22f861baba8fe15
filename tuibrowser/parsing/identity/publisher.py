"""Who a page says published it, for a text that calls itself only 我镇 or 我局.

Rows such as 来源：石门乡 and the path above a title (首页>镇街>凤鸣镇) name many who do not report,
so one of them is believed only where the text speaks of itself as something of that kind.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from tuibrowser.lexicon.load import Lexicon
from tuibrowser.model.terms import IssuerKind, Span
from tuibrowser.parsing.identity.named import Name
from tuibrowser.parsing.identity.names import government
from tuibrowser.parsing.identity.offices import is_relative, issuer_of
from tuibrowser.parsing.lines.numbering import HAN
from tuibrowser.parsing.lines.source import Line, join

# Code, not lexicon: a row and what may follow it are one pattern; keys alone are furniture.
_WHO: Final = "(?:(?:发布|发文|公开|制发|供稿)(?:机构|单位|机关|主体)|(?:信息|稿件|文章)?来源|作者)"
_KEY: Final = re.compile(rf"[\[(【|]?{_WHO}[\])】|:]*")
_ROW: Final = re.compile(
    rf"{_WHO}[\])】|:]*(?P<name>[{HAN}]{{2,30}}?)"
    rf"(?=$|[^{HAN}]|(?:信息)?发布|发文|成文|公开|更新|日期|时间|字体|字号|浏览|点击|阅读|主题|文号)"
)
_DATED: Final = re.compile(rf"^20\d\d[-/年.][\d\-/月.日:]{{3,16}}[|·](?P<name>[{HAN}]{{2,30}})$")
_STEP: Final = re.compile(rf"(?<=[>»›→/])(?P<name>[{HAN}]{{2,30}})(?=$|[>»›→/])")
_BANNER: Final = re.compile(rf"^[{HAN}]{{4,30}}$")
"""What a site may head its pages with: its own name and nothing else."""
_ITSELF: Final = re.compile(
    r"[我本](?P<what>街道|苏木|中心|大队|支队|总队|管委会|[镇乡街局委办厅县区市州盟旗处院站所团])(?![级长])"
)
_IN_FULL: Final = {"办": ("办公室",), "委": ("委员会",), "街": ("街道",)}
_GOVERNMENTS: Final = {
    "县": "county",
    "区": "county",
    "旗": "county",
    "市": "city",
    "州": "city",
    "盟": "city",
}


class Published(NamedTuple):
    """Who published a page, as its text calls itself."""

    issuer: Span
    kind: IssuerKind
    name: Name
    line: Line
    """The page's line that ``issuer`` and the spans of ``name`` are of."""


def published_names(
    pages: Sequence[Line], lexicon: Lexicon, *, relative: bool = False
) -> Iterator[tuple[Name, Line]]:
    """The governments and offices that the page's own lines name as its publisher or its path.

    ``relative`` is for those that only say which office of the one at hand they are: 县林业局.
    """
    # A table whose cells became lines: 发布机构 above 青棠县教育局.
    cells = [join(pair) for pair in pairwise(pages) if _KEY.fullmatch(pair[0].shadow)]
    for pattern in (_ROW, _DATED, _STEP):
        for line in (*pages, *cells):
            for match in pattern.finditer(line.shadow):
                name = government(line.shadow, *match.span("name"), lexicon, strictly=not relative)
                if name and is_relative(name, line.shadow) is relative:
                    yield name, line


def _banners(pages: Sequence[Line], lexicon: Lexicon) -> Iterator[tuple[Name, Line]]:
    for line in pages:
        if _BANNER.match(line.shadow):
            name = government(line.shadow, 0, len(line.shadow), lexicon, strictly=True)
            if name and name.rest and not is_relative(name, line.shadow):
                yield name, line


def most_said_of_itself(body: Sequence[Line]) -> str:
    """What a text most often calls itself: 局 where it says 我局; empty where it does not."""
    said = Counter(it["what"] for line in body for it in _ITSELF.finditer(line.shadow))
    return said.most_common(1)[0][0] if said else ""


def is_called(name: str, itself: str) -> bool:
    """Whether ``name`` is of the kind that a text calls itself: 林业局 where it says 我局."""
    return bool(itself) and name.endswith((itself, *_IN_FULL.get(itself, ())))


def _is_spoken_of(name: Name, line: Line, body: Sequence[Line]) -> bool:
    """Whether the text speaks of a bureau as the one at hand: 区城管局 of 临湖区城管局."""
    level = name.county or name.city or name.province
    if not level or not name.rest:
        return False
    short = line.shadow[level[1] - 1 : level[1]] + line.shadow[slice(*name.rest)]
    return any(it is not line and short in it.shadow for it in body)


def find_publisher(
    pages: Sequence[Line], body: Sequence[Line], lexicon: Lexicon
) -> Published | None:
    """The first publisher that is what the text calls itself; ``None`` where there is none.

    A county's bureau publishes for its county: 我区 and 来源：青山区司法局 mean 青山区.
    """
    what = most_said_of_itself(body)
    for name, line in (*published_names(pages, lexicon), *_banners(pages, lexicon)):
        found = issuer_of(name, line.shadow, lexicon)
        if found and (
            is_called(line.shadow[slice(*found[0])], what) or _is_spoken_of(name, line, body)
        ):
            return Published(*found, name, line)
        level = {"county": name.county, "city": name.city or name.county}.get(
            _GOVERNMENTS.get(what, "")
        )
        if level and line.shadow.endswith(what, *level):
            of_level = government(line.shadow, *level, lexicon)
            found = issuer_of(of_level, line.shadow, lexicon) if of_level else None
            if of_level and found:
                return Published(*found, of_level, line)
    for name, line in published_names(pages, lexicon, relative=True):
        found = issuer_of(name, line.shadow, lexicon)
        if found and is_called(line.shadow[slice(*found[0])], what):
            return Published(*found, name, line)
    return None
