"""What a web page says around a report, and the days that it tells there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tuibrowser.lexicon.load import Lexicon
from tuibrowser.parsing.lines.dates import find_day
from tuibrowser.parsing.lines.masthead import Masthead
from tuibrowser.parsing.lines.numbering import BULLETS, HAN, MARKER
from tuibrowser.parsing.lines.signatures import is_day, is_signer
from tuibrowser.parsing.lines.source import Line
from tuibrowser.text.fold import fold

HEAD_LINES = 40
"""Lines in which the head of a report ends."""
_BODY_LENGTH = 60
# Code, not lexicon: days, dividers and numbers of pages are forms; the words are in
# furniture.toml.
COVER = re.compile(
    r"^(?:\(?20\d\d年?\d{0,2}月?(?:\d{1,2}日?)?\)?|\d{4,6}|[|\-—_=*·.•]+|-?\d{1,3}-?|第?\d{1,3}页?)$"
)
# • 2025-01-30 20:57, alone on its line. In brackets below a title it is the day of writing.
_BARE_DAY = re.compile(
    rf"^[\s|•·*<※☆★〖{BULLETS}\-—–\[【〔]*(?:(?:[Aa][+\-]?|[大中小])\s+){{0,3}}(?:(?:星期|周)[一二三四五六日天]\s*)?20\d\d\s*[年\-/.]\s*\d{{1,2}}\s*[月\-/.]\s*\d{{1,2}}日?"
    r"(?:\s*(?:(?:星期|周)[一二三四五六日天]|[上下]午|[Tt]?\d{1,2}[:时]\d{1,2}分?(?::?\d{1,2}秒?)?)){0,3}\s*(?:发布|更新|上传)?[\s|\]】〕〗>※☆★·•*\-—–]*$"
    r"|^\s*\(\s*20\d\d-\d{1,2}-\d{1,2}\s*\)\s*$"
)
# 石门乡司法所 2025-01-30
_SIGNED_DAY = re.compile(
    rf"^\s*[{HAN}]{{2,16}}[\s|·]+20\d\d[-/.]\d{{1,2}}[-/.]\d{{1,2}}(?:\s+[\d:]+)?[\s|]*$"
    rf"|^\s*20\d\d[-/.]\d{{1,2}}[-/.]\d{{1,2}}(?:\s+[\d:]+)?[\s|·]+[{HAN}]{{2,16}}[\s|]*$"
)
# 云川县政府网 2024-03-05: the site's name before its day.
_DAY_OF_SITE = re.compile(
    rf"^\s*[{HAN}]{{2,20}}(?:网站?|人民政府|政务|发布)[\s|·]+20\d\d[-/.年]\d{{1,2}}[-/.月]\d{{1,2}}日?(?:\s+[\d:]+)?[\s|]*$"
)
# 2024年1月5日; 2024-01-05 is how pages write it.
_PAPERS_DAY = re.compile(
    r"^\(?(?:(?:日期|时间):)?20\d\d年.+日\)?$|^(?:报送|填报|报告|落款)(?:日期|时间):"
)
_SPACED = re.compile(rf"(?<=[{HAN}])\s+(?=(?:[{HAN}]\s+){{0,3}}[{HAN}]?\s*[:|])")
# [ 2024-01-11 ] 阅读：12
_DAY_FIRST = re.compile(rf"[\s•·*{BULLETS}\-\[【]*20\d\d[-/年.]")
# 来源：石门乡 | 2024-02-01 10:00
_DAY_LAST = re.compile(
    r"(?:来源|作者|编辑|浏览|阅读|点击)\D{0,40}[\s|(]20\d\d[-/年.]\d{1,2}[-/月.]\d{1,2}日?[\s\d:]*\)?$"
)
# 成文日期: 公开日期:2025-01-30
_NEXT_KEY = re.compile(rf"[{HAN}]{{0,4}}(?:日期|时间)[\]】)|:]")
# 20250130, behind a key.
_IN_DIGITS = re.compile(r"^(20\d\d)(\d\d)(\d\d)(?!\d)")
_PAGE_NUMBER = re.compile(r"^\d{1,3}$")
# ===== or ―――― parts what stands above from what stands below.
_DIVIDER = re.compile(r"^[=\-—―–_*~·•.…#+|]{3,}$")
_KEY_ALONE = re.compile(r"(?:日期|时间)[\]】)]?[:|]*$")
# 索引号:… 主题分类:… 发布机构:… 发布日期:…, all in one line.
_KEYED = re.compile(
    "(?:索引号|主题分类|(?:发布|发文)(?:机构|单位|日期|时间|字号)|成文日期|文号|效力状态|有效性|名称|标题)"
    r"(?:[\]】]?:|(?<=[\[【].{4})[\]】]|(?<=[\[【].{3})[\]】]|(?<=[\[【].{2})[\]】])"
)
_FEWEST_KEYS = 4
_PAIR = 2
_LONGEST_ROW = 400
_ANNOUNCES = re.compile("如下[。:]$")
_BANNER = re.compile("(?:星期|周)[一二三四五六日天]|今天|欢迎")


def take_furniture(head: Masthead, lines: Sequence[Line], text: str, lexicon: Lexicon) -> None:
    """Give the lines of the page their role, and read the days that they tell."""
    published: list[tuple[int, str]] = []
    written: list[tuple[int, str]] = []
    pair: list[str] = []  # days on lines that stand together
    alone: list[str] = []  # days as papers write them, on lines of their own
    for index, line in enumerate(lines):
        # A day alone is the page's where it stands above the body, else the signature's.
        written_so = fold(text[line.start : line.end])
        of_page = _is_furniture(line, lexicon)
        bare = index < HEAD_LINES and (
            _BARE_DAY.match(written_so) or (not of_page and _SIGNED_DAY.match(written_so))
        )
        if not (bare or of_page) or _opens_body(line):
            continue
        signed = index > 0 and is_signer(lines[index - 1].shadow)
        below_body = (bare or signed or is_day(line.shadow)) and any(
            it not in head.roles and is_body(lines[it]) for it in range(index)
        )
        if (bare and (signed or below_body)) or (
            below_body and is_day(line.shadow) and (signed or _PAPERS_DAY.search(line.shadow))
        ):
            continue
        head.roles[index] = "furniture"
        words = _SPACED.sub("", written_so)
        if bare and index and _KEY_ALONE.search(lines[index - 1].shadow):
            # A table whose cells became lines: 成文日期: over 2022-01-10.
            words, bare = f"{lines[index - 1].shadow}{words}", None
        written += _days_after(lexicon.written_keys, words)
        with_keys = words
        for key in lexicon.written_keys:  # 成文日期 ends like 日期
            words = words.replace(key, "")
        published += _days_after(lexicon.published_keys, words)
        told = (
            _DAY_FIRST.match(with_keys) or _DAY_LAST.search(words) or _DAY_OF_SITE.match(written_so)
        )
        if (bare or (told and not _BANNER.search(words))) and (day := find_day(words)):
            published.append((len(lexicon.published_keys), day))
            if bare and (not pair or head.roles.get(index - 1) == "furniture"):
                pair.append(day)
            if bare and _PAPERS_DAY.search(line.shadow):
                alone.append(day)
    if not written and len(pair) == _PAIR and {day for _, day in published} == {*pair}:
        # Two cells of a page whose keys were lost: published, and written before that.
        written, published = [(0, min(pair))], [(0, max(pair))]
    if not written and len({day for _, day in published}) > 1 and len(alone) == 1:
        # Beside the day of the page that of the paper stands below its title.
        written = [(0, alone[0])]
        published = [it for it in published if it[1] != alone[0]]
    if published:
        head.published = min(published)[1]
    if written:
        head.date = min(written)[1]


def numbers_alone(lines: Sequence[Line], body: Sequence[int]) -> list[int]:
    """Indices of the lines in ``body`` that hold a page's number and nothing else."""
    return [index for index in body if _PAGE_NUMBER.match(lines[index].shadow)]


def _is_furniture(line: Line, lexicon: Lexicon) -> bool:
    if len(line.shadow) > lexicon.furniture_longest:
        return len(line.shadow) <= _LONGEST_ROW and len(_KEYED.findall(line.shadow)) >= _FEWEST_KEYS
    if lexicon.furniture.search(line.shadow) or _DIVIDER.match(line.shadow):
        return True
    # 标    题  柳溪镇…: in a table that became lines only space parts key and value.
    key = lexicon.furniture_keys.match(line.shadow)
    return bool(
        key
        and key.end() < len(line.shadow)
        and line.offsets[key.end()] - line.offsets[key.end() - 1] > 1
    )


def _days_after(keys: Sequence[str], furniture: str) -> Iterator[tuple[int, str]]:
    """Days a furniture line announces, each with the rank of the key that announces it."""
    for rank, key in enumerate(keys):
        if key not in furniture:
            continue
        for match in re.finditer(
            rf"(?<![成效定生写止施行]){re.escape(key)}[\s\]】)|:]*", furniture
        ):
            behind = furniture[match.end() : match.end() + 20]
            if _NEXT_KEY.match(behind):
                continue
            if day := find_day(behind) or find_day(_IN_DIGITS.sub(r"\1-\2-\3", behind)):
                yield rank, day


def is_body(line: Line) -> bool:
    """Whether a line is numbered, announces the report, or is longer than its head has any."""
    return (
        _opens_body(line)
        or (len(line.shadow) > _BODY_LENGTH and "。" in line.shadow)
        or bool(_ANNOUNCES.search(line.shadow))
    )


def _opens_body(line: Line) -> bool:
    return bool(MARKER.match(line.shadow) and not line.shadow[0].isdigit())
