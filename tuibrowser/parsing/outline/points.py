"""Cuts a section's paragraphs into measures: one reported action or point each.

A marked clause (一是 …, 首先 …, 一要 …) is one; an unmarked paragraph gives one a sentence, and
``;`` splits too. Openers that only announce what follows are leads.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tuibrowser.model.terms import Role
from tuibrowser.parsing.lines.numbering import HAN, ordinal_of
from tuibrowser.parsing.lines.source import Line

# Code, not lexicon: how numbers, marks and line ends part a text; the words at the seams are in
# seams.toml.
_NUMERALS = "一二三四五六七八九十"
_OPENS = "(?:^|(?<=[。;:!?\"')]))"
_COUNTED = re.compile(rf"(?:^|(?<=[。,;:!?、\"')》]))(?P<n>[{_NUMERALS}]{{1,3}})(?P<word>[是要])")
_WORDED = re.compile(rf"{_OPENS}(?:首先|其次|再次|再者|最后)(?=[,是要]|\w)|(?<=,)首先(?=,)")
_SIDES = re.compile(rf"{_OPENS}另?一方面(?=[,是要]|\w)")
_ORDERED = re.compile(
    rf"(?:{_OPENS}|(?<=,)(?=.[一二]))(?:[第其](?P<n>[{_NUMERALS}])(?=[,:]|、(?![第{_NUMERALS}])|是(?!指)))"
)
_LISTED = re.compile(
    rf"(?:^|(?<=[。;:])|(?<=,)(?=\(1|[①⑴]))"
    rf"(?P<n>\(?\d{{1,2}}(?:[.、](?!\d)|\)[.、]?)|[①-⑳⑴-⒇⒈-⒛])(?=[{HAN}\"])"
)
_SUMMARY = re.compile(
    r"(?<=。)(?=(?:截[至止]|全年|年内|20\d\d年(?!\d|度?[普规计])|今年以来|一年来))"
)
_LEAD = re.compile(
    r"[:]$|(?:如下|以下(?:几个|几项|[一二三四五六七八九十两]个)?(?:方面|几点|问题|工作|几面|情况))[^。;]{0,12}[。:,]?$"
)
# 虽然取得了一定成效，但还存在一定差距。 concedes and reports nothing.
_CONCEDES = re.compile(
    r"^(?=[^。;]*(?:虽然?|尽管|取得|成[绩效]|总体|清醒|对照))(?=[^。;]*(?:但|然而|仍|还))"
    r"[^。;\d]*(?:20\d\d年)?[^。;\d]*(?:差距|不足|问题|短板|薄弱环节|弱项|挑战)[^。;\d]{0,24}。$"
)
_NOTHING = re.compile(
    r"^(?:20\d\d年度?,?|截至目前,?|本年度,?|目前,?|我[镇乡县市区局]|我街道|本[镇乡局]|本单位|本街道|全[镇乡])*"
    r"暂?[无没](?:有)?(?:其他|其它)?(?:需要?(?:报告|说明)的?)?(?:其他)?[^,。\d]{0,14}(?:情况|事项|问题|报告)?"
    r"(?:[。.]|$)(?:特此报告[。.]?)?$"
)
# 云岭镇没有其他需要报告的情况。 but not 云岭镇没有发生复议案件。 and 没有其他经费来源,人手不足。
_NOTHING_ELSE = re.compile(
    r"^(?:[^,。;:]{0,24},)?[^,。;:\d]{0,10}(?:20\d\d年度?)?[^,。;:\d]{0,12}"
    r"(?:[无没](?:有)?|不存在|未发生|未有)(?:其他|其它|需要?报告|需要?说明)[^,。;:\d]{0,16}[。.]?$"
    r"|^(?:其他(?:情况|事项)|[此本该](?:项|部分))?\(?暂?(?:无|没有)(?:内容)?\)?[。.]?$"
)
_LONGEST_NOTHING = 40
_LONGEST_LEAD = 160
# 全年重点抓了四件事，一是…
_ANNOUNCES = re.compile(r"^[^。;\d]{2,22},$")
_BARE = 22
_MOTTO = 7
"""Characters up to which a sentence without a number is a motto (护航小微企业。)."""
# 加强组织领导。 opens what follows; 发放资料300份; reports, and 调解员实行持证上岗。 does, too,
# unless the next sentence tells the particulars of it.
_OPENER = re.compile(
    r"^(?=(?P<announces>进一步|全面|深入|切实|着力|不断|持续|积极|扎实|大力|充分|认真|严格|广泛|有序"
    r"|依法|加快|稳步|(?:深化|强化|加强|健全|完善|推[进动]|落实|规范|提[升高]|优化|创新|坚持|突出|狠抓"
    r"|抓[好实]|夯实|筑牢|压实|统筹|聚焦|构建|打造|注重|拓[展宽]|丰富|增强|营造|做[好实细]|织密|畅通"
    r"|[理厘]清|补[齐上]|严[守把]|用好|[建配]强|激活|守牢|发挥|把[好牢]|紧[盯扣抓]|均衡)(?!了)"
    r"|(?:开展|组织|举办|做好)[^。]{2,14}(?:活动|工作|行动)。)?)[^,;:\d]+。$"
)
_PARTICULARS = re.compile(r"(?:全[镇乡街县区市]|[每各其该由将按对即并]|具体|现[有已]|一是|目前|凡)")
_NAME_ALONE = re.compile(r"^(?:\(?\d{1,2}[).、]{1,2})?[^。;\d]{1,30}[。;]$")
_STOPS = frozenset("。;!?")
_CLOSERS = frozenset("”’）》】)\"'")
_PAIRS = {"“": "”", "（": "）", "(": ")", "《": "》", "「": "」", "【": "】", "‘": "’"}
_STOP = re.compile(f"[{''.join(sorted(_STOPS))}]")
_QUOTE = re.compile(f"[{''.join((*_PAIRS, *_PAIRS.values()))}]")
_LONGEST_QUOTE = 80
_GOES_ON = re.compile(r"[^,;:、。的!?)》\"']")


@dataclass(frozen=True, slots=True)
class Point:
    """A stretch ``shadow[start:end]`` of a paragraph and the role it plays."""

    start: int
    end: int
    role: Role


@dataclass(frozen=True, slots=True)
class _Mark:
    at: int
    number: int
    word: str | None
    """是 or 要; ``None`` for 第一，"""


def cut_points(paragraphs: Sequence[Line], text: str) -> list[list[Point]]:
    """The points of each of a section's ``paragraphs``; together they cover every character."""
    return [_cut(paragraphs, index, text) for index in range(len(paragraphs))]


def says_nothing(shadow: str) -> bool:
    """Whether a paragraph says there is nothing to report (无其他需要报告的情况。)."""
    return len(shadow) <= _LONGEST_NOTHING and bool(
        _NOTHING.match(shadow) or _NOTHING_ELSE.match(shadow)
    )


def _cut(paragraphs: Sequence[Line], index: int, text: str) -> list[Point]:
    line = paragraphs[index]
    before = paragraphs[index - 1].shadow if index else ""
    after = paragraphs[index + 1].shadow if index + 1 < len(paragraphs) else ""
    if says_nothing(line.shadow):
        return [Point(0, len(line.shadow), "other")]
    starts, goes_on = _marked_starts(line.shadow, before, after)
    if not starts:
        return list(_sentences(line, 0, len(line.shadow), text))
    if not goes_on and (summary := _summary(line.shadow, starts)):
        starts.append(summary)
    points = list(_sentences(line, 0, starts[0], text)) if starts[0] else []
    return points + [Point(a, b, "measure") for a, b in pairwise([*starts, len(line.shadow)])]


def _summary(shadow: str, starts: Sequence[int]) -> int | None:
    """Where the last sentence begins if it sums up: 截至2023年底，办结案件…起。

    A point that has said nothing but its name (二是强化经费保障。) still owes that sentence, unless
    the points before it say no more either.
    """
    found = [m.start() for m in _SUMMARY.finditer(shadow, starts[-1]) if m.start() > starts[-1]]
    if not found:
        return None
    points = [shadow[a:b] for a, b in pairwise([*starts, found[-1]])]
    owes = _NAME_ALONE.match(points[-1]) and not (
        len(points) > 1 and all(_NAME_ALONE.match(point) for point in points)
    )
    return None if owes else found[-1]


def _marked_starts(shadow: str, before: str, after: str) -> tuple[list[int], bool]:
    """Where the points of a paragraph begin, and whether the next paragraph counts on.

    Of several ways to count the one that begins first is the outer one; the others are nested in
    it. Empty where the paragraph has no markers of its own.
    """
    runs: list[tuple[int, int, list[int], bool]] = []
    for rank, pattern in enumerate((_COUNTED, _ORDERED, _LISTED)):
        marks = [
            _Mark(match.start(), ordinal_of(match["n"]) or 0, match.groupdict().get("word"))
            for match in pattern.finditer(shadow)
        ]
        following = pattern.match(after)
        number = ordinal_of(following["n"]) if following else None
        if marks and (starts := _run(marks, number)):
            goes_on = number == marks[0].number + len(starts)
            runs.append((starts[0], rank, starts, goes_on))
    for pattern in (_WORDED, _SIDES):
        worded = [match.start() for match in pattern.finditer(shadow)]
        goes_on = bool(pattern.match(after))
        # 首先 alone may be a plain word; it counts where another of its like stands.
        if len(worded) > 1 or (
            worded[:1] == [0]
            and (goes_on or (not runs and pattern is _WORDED) or pattern.match(before))
        ):
            runs.append((worded[0], len(runs), worded, goes_on))
    if not runs:
        return [], False
    _, _, starts, goes_on = min(runs, key=lambda run: run[:2])
    return starts, goes_on


def _run(marks: Sequence[_Mark], following: int | None) -> list[int]:
    """Starts of the marks that count on from the first: 一, 二, 三 …; others are nested in them.

    Args:
        marks: those of one way to count, in text order.
        following: the number that the next paragraph begins with.
    """
    first = marks[0]
    if first.at == 0 and following == first.number + 1:
        return [0]  # the next paragraph counts on, so what is counted inside this one is nested
    if first.at > 0 and first.number != 1:
        return []
    starts, expected = [first.at], first.number + 1
    for mark in marks[1:]:
        if mark.number == expected and mark.word == first.word:
            starts.append(mark.at)
            expected += 1
    return starts


def _sentences(line: Line, start: int, end: int, text: str) -> Iterator[Point]:
    """One measure a sentence; a bare opener is joined to the next, announcements are leads."""
    begin = start
    edges = list(_sentence_ends(line, start, end, text))
    for position, stop in enumerate(edges):
        sentence = line.shadow[begin:stop]
        if (
            begin == start
            and position + 1 < len(edges)
            and _opens(sentence, line.shadow[stop : edges[position + 1]])
        ):
            continue
        yield Point(begin, stop, "lead" if _is_lead(sentence) else "measure")
        begin = stop


def _opens(sentence: str, following: str) -> bool:
    """Whether a sentence only says what the one ``following`` it is about."""
    opener = _OPENER.match(sentence) if len(sentence) <= _BARE + 1 else None
    if opener is None or _is_lead(sentence):
        return False
    is_motto = len(sentence) <= _MOTTO + 1
    return bool(is_motto or opener["announces"] or _PARTICULARS.match(following))


def _is_lead(sentence: str) -> bool:
    if len(sentence) > _LONGEST_LEAD:
        return bool(_LEAD.search(sentence[-_LONGEST_LEAD:]))
    return bool(_LEAD.search(sentence) or _CONCEDES.match(sentence) or _ANNOUNCES.match(sentence))


def _sentence_ends(line: Line, start: int, end: int, text: str) -> Iterator[int]:
    """Offsets after each sentence's end in ``line.shadow``; quotes and brackets are not cut."""
    shadow, source = line.shadow, line.written(text)
    stops = (found.start() for found in _STOP.finditer(shadow, start, end))
    quotes = (found.start() for found in _QUOTE.finditer(source, start, end))
    closer, opened = "", 0
    stop = start
    for at in sorted({*stops, *quotes}):
        if at < stop:
            continue
        written = source[at]
        if at - opened > _LONGEST_QUOTE + 1:
            closer = ""
        if closer:
            # A whole sentence was quoted: 他说：“依法办事。”
            if (
                written == closer != "》"
                and shadow[at - 1] == "。"
                and _GOES_ON.match(shadow, at + 1)
            ):
                stop = at + 1
                yield stop
            if written == closer or at - opened > _LONGEST_QUOTE:
                closer = ""
        elif written in _PAIRS:
            closer, opened = _PAIRS[written], at
        if not closer and shadow[at] in _STOPS:
            stop = at + 1
            while stop < end and (shadow[stop] in _STOPS or source[stop] in _CLOSERS):
                stop += 1
            yield stop
    if stop < end:
        yield end
