"""Pages that lost their line breaks: cut at the numbers that count on, headings told from the text
that runs into them.

A number counts only where a sentence, a heading or a line ended before it and it is the next of its
list, so 一、二、三产业 parts nothing. Time grows with the length of the line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from tuibrowser.parsing.lines import Line
from tuibrowser.parsing.numbering import HAN, MARKER, ordinal_of

# A page that came as one line is longer than any paragraph of it; 5,000 characters were seen.
_ONE_LINE_PAGE: Final = 400
_LONGEST_HEADING: Final = 60
_TENS = "一二三四五六七八九十"
_INNER: Final = re.compile(
    rf"第[{_TENS}]{{1,2}}部分[、:,]?|(?<![{_TENS}、第])[{_TENS}]{{1,3}}、(?=[{HAN}\d\"])"
    rf"|\([{_TENS}]{{1,3}}\)|(?<![\d.])\d{{1,2}}[.、](?=[{HAN}\"]{{2}})"
)
# A heading without marker, parted from its text by a space: 存在问题 …
_LOST_HEADING: Final = re.compile(r"^[^。;:!?、\d]{4,30}$")
_SIGNED: Final = re.compile(r"[^。;,]{2,30}(?:政府|委员会|办事处|党委|局)(?:20\d\d年.{1,8})?$")
_STOPS = frozenset("。;!?:")
_ANNOUNCED = re.compile(r"(?:报告|总结|汇报|情况|如下|材料|年报)[)》。:]?$")
_TITLE_THEN_TEXT: Final = re.compile(
    r"^(?:.{0,60}(?:\.com|\.cn|\.net))?(?P<title>.{2,60}?法治(?:政府)?建设.{0,24}?(?:报告|总结))"
    r"(?=20\d\d年|今年|按照|根据|为|自|在|[省市区县镇乡街我全]|一、|各|现[将就]"
    r"|(?:信息)?(?:来源|发布|更新|成文|公开|日期|时间|索引号|浏览|字体|字号))"
)


def cut_title(line: Line, text: str) -> list[Line]:
    """A title that runs into the text, and a site's slogan that runs into the title."""
    title = _TITLE_THEN_TEXT.match(line.shadow)
    if not title:
        return [line]
    edges = sorted({0, *title.span("title"), len(line.shadow)})
    return line.cut(edges, text)


def cut_page(line: Line, text: str) -> list[Line]:
    """The paragraphs and headings of a line that holds several; ``line`` alone if it is one."""
    numbers = list(_numbers(line))
    chapters = sum(style in {"part", "chapter"} for _, _, style in numbers)
    items = len(numbers) - chapters
    if len(line.shadow) <= _ONE_LINE_PAGE and chapters < 2 and not (chapters and items > 1):
        return [line]
    cuts = {0, *(start for start, _, _ in numbers)}
    cuts |= set(_heading_ends(line, numbers))
    cuts |= _gaps(line, cuts)
    end = line.shadow.rfind("。") + 1
    if _SIGNED.match(line.shadow, end):
        cuts.add(end)
    return line.cut([*sorted(cuts), len(line.shadow)], text)


def _numbers(line: Line) -> Iterator[tuple[int, int, str]]:
    """Start, end and style of the numbers that head, in order."""
    shadow, offsets = line.shadow, line.offsets
    counts = {"part": 0, "chapter": 0, "item": 0, "number": 0}
    last = 0
    for match in _INNER.finditer(shadow):
        at = match.start()
        marker = MARKER.match(match[0] + "字")
        style = marker.lastgroup if marker else None
        if style not in counts or ordinal_of(match[0]) != counts[style] + 1:
            continue
        gap = at > 0 and offsets[at] - offsets[at - 1] > 1
        open_heading = counts["part"] + counts["chapter"] > 0 and _is_open(shadow, last, at)
        first = style in {"part", "chapter"} and bool(
            _ANNOUNCED.search(shadow[max(0, at - 8) : at])
        )
        if at and not (gap or shadow[at - 1] in _STOPS or open_heading or first):
            continue
        for lower in ("part", "chapter", "item", "number")[list(counts).index(style) + 1 :]:
            counts[lower] = 0
        counts[style] += 1
        last = at
        yield at, match.end(), style


def _is_open(shadow: str, last: int, at: int) -> bool:
    """Whether nothing but a heading stands between two numbers: 一、强化组织领导（一）…"""
    between = shadow[last:at]
    return len(between) <= _LONGEST_HEADING and not any(stop in between for stop in "。;!?:")


def _gaps(line: Line, cuts: set[int]) -> set[int]:
    """White space that parts paragraphs, a heading and its text, or what follows the last one."""
    shadow, offsets = line.shadow, line.offsets
    found = set[int]()
    last, last_stop = 0, shadow.rfind("。")
    for gap in (at for at in range(1, len(shadow)) if offsets[at] - offsets[at - 1] > 1):
        last = max([last, *(cut for cut in cuts if last < cut <= gap)]) if gap in cuts else last
        opened = MARKER.match(shadow[last : last + 12])
        heading = shadow[last:gap]
        if shadow[gap - 1].isdigit() or (shadow[gap].isdigit() and not MARKER.match(shadow, gap)):
            continue  # 2024 年 as PDF readers space it
        if (
            MARKER.match(shadow[gap : gap + 12])
            or shadow[gap - 1] in "。;!?"
            or gap > last_stop  # signature, attachments, footer
            or (opened and len(heading) <= _LONGEST_HEADING and "。" not in heading)
            or (not opened and _LOST_HEADING.match(heading) and shadow[last - 1] == "。")
        ):
            found.add(gap)
            last = gap
    return found


# --- where a heading ends and its text begins -------------------------------------------------

# What opens a sentence and no heading.
_OPENS = re.compile(
    r"20\d\d年|今年|全年|年内|年初|近年|一年来|[我本该][镇乡街局县区市委办院校]|我们|全[镇乡街局县区市]|按照|依据|根据"
    r"|为(?:了|进一步|切实|深入|推动|全面|确保)|[一二]是|首先|一方面|截[至止]|对照|[镇乡区县市]党委|党工委|办事处|主要领导"
    r"|主要负责|书记|[镇乡区县]长|一年|过去|目前|虽然|尽管|由于|无其他|没有|始终|以习近平|在(?:县|市|区|镇|上级)|下一?步"
)
# What opens a sentence more often than a heading.
_ACTS = re.compile(
    r"坚持|严格|认真|深入|成立|制定|出台|印发|召开|组织|邀请|定期|共|存在|部分|个别|少数|一些|继续|将|通过|围绕|结合|积极|建立|开展|街道|[镇村县区市]|群众|干部|\"|各级|新|以|由|在|从|与|向|针对|面对|针对|依法|编制|编发|开通|升级|完善|健全|加强|强化|规范|推广|建成|打造"
    r"|修订|梳理|排查|调解|化解|办理|设立|配备|聘请|利用|依托|充分|进一步|持续|不断|全面|明确|落实|推行|推进|把|对|各|新增|累计|完成"
    r"|(?:(?![我本全])[\u4e00-\u9fff]){2,4}(?:镇|街道|乡)(?![村级])"
)
_ENDS = re.compile(
    r"(?:义务|领导|建设|责任|机制|能力|水平|执法|普法|宣传|纠纷|服务|体系|制度|监督|行为|意识|环境|队伍|保障|治理|公开|决策|职能|审查|素养|氛围"
    r"|渠道|防线|格局|职责|情况|成效|基础|合力|思维|方式|活动|改革|教育|学法|用法|守法|矛盾|稳定|管理|权力|效能|质效|作用|根基|底线|引领|统筹"
    r"|落实|培训|考核|程序|规范|事项|文件|清单|网络|平台|阵地|顾问|调解|复议|应诉|信访|安全|关口|短板|举措|思想|贯彻|学习|履职|述法|职能|方向|支撑"
    r"|末梢|产业|事件|需求|关切|民生|土壤|风险|危机|隐患|检验|质感|温度|风尚|底座|新风|企业|办事|处突|红线|禁区|力量|诉求|难题|堵点|实处|程度|标准|关|心|网|路|力|线|效|权|责|法|阵|墙|度|"
    r"薄弱|不足|原因|问题|差距|安排|打算|计划|思路|做法|要点|共识|质量|实效|力度|制约|运行|权威|公正|保护|发展|战略|水准|品牌|示范|创建)$"
)
_ITEM_ENDS = re.compile(
    r"(?:举措(?:[和及与、](?:工作)?成效)?|成效|(?:不足|问题|短板|差距)(?:之处)?(?:[和及与、](?:主要)?(?:原因|不足|短板|差距|问题))?"
    r"|职责(?:的)?情况|履职情况|报告的(?:情况|事项)|工作(?:开展)?情况|建设情况|安排|打算|计划|思路|做法|要点)$"
)
_GOES_ON = frozenset(",、。;:!?和的与及了着)》")
_ENOUGH = 2.5
_ANY = 1.4
_SHORTEST_HEADING = 4
_LONGEST_UNPARTED = 48


def _heading_ends(line: Line, numbers: Sequence[tuple[int, int, str]]) -> Iterator[int]:
    if not numbers:
        return
    shadow = line.shadow
    edges = [*(start for start, _, _ in numbers[1:]), len(shadow)]
    for (_, start, style), edge in zip(numbers, edges, strict=True):
        limit = min(edge, start + _LONGEST_UNPARTED)
        stop = next((at for at in range(start, limit) if shadow[at] in _STOPS), limit)
        if stop == edge and edge - start <= _LONGEST_UNPARTED:
            continue  # all of it is heading
        if any(_is_parted(line, at) for at in range(start + 4, stop)):
            continue
        rest = shadow[start : min(stop + 1, limit)]
        if end := heading_end(rest, style in {"part", "chapter"}):
            yield start + end


def _is_parted(line: Line, at: int) -> bool:
    """Whether white space stands before ``at``, and not for a number's sake (2024 年)."""
    around = line.shadow[at - 1 : at + 1]
    return line.offsets[at] - line.offsets[at - 1] > 1 and not re.search(r"\d", around)


def heading_end(words: str, is_first_level: bool) -> int | None:
    """Where in ``words``, which begin with a heading, its text begins, if nothing parts the two.

    Each place is weighed by what stands before it (a word that headings end in, a second clause as
    long as the first) and after it (a word that sentences begin with). ``None`` where no place is
    likely, or where the words are a heading to their end.
    """
    stop = next((at for at, character in enumerate(words) if character in _STOPS), len(words))
    comma = words.find(",", 0, stop)
    if words[stop : stop + 1] == "。" and _is_heading(words[:stop]):
        return None
    # With figures or many clauses it is no heading to its full stop, so that one ends before.
    best, place = _ENOUGH if _may_be_whole(words[:stop]) else _ANY, None
    for at in range(_SHORTEST_HEADING, min(stop - 1, _LONGEST_UNPARTED)):
        quoted = words.count('"', 0, at) % 2
        if quoted or words[at - 1] in ",、" or words[at] in _GOES_ON:
            continue
        if words.count(",", 0, at) > 1:
            break
        weight = _weigh(words, at, comma if 0 < comma < at else None, is_first_level)
        if weight > best:
            best, place = weight, at
    return place


def _weigh(words: str, at: int, comma: int | None, is_first_level: bool) -> float:
    head = words[max(0, at - 24) : at]
    weight = 0.0
    if _OPENS.match(words, at):
        weight += 3
    elif _ACTS.match(words, at):
        weight += 2
    named = bool(_ITEM_ENDS.search(head))
    if named:
        weight += 3
    elif _ENDS.search(head):
        weight += 1.5
    if comma is None:
        return weight - 0.2 * max(0, at - (36 if named else 24 if is_first_level else 14))
    longer = (at - comma - 1) - comma  # the second clause than the first, in characters
    return weight + (1 - 0.25 * longer if longer > 0 else 1 + 0.75 * longer)


def _may_be_whole(sentence: str) -> bool:
    """Whether nothing in a sentence rules out that it is a heading."""
    return sentence.count(",") <= 1 and len(sentence) <= 30 and not re.search(r"\d", sentence)


def _is_heading(sentence: str) -> bool:
    """Whether a sentence is a heading to its full stop: 强化理论武装。"""
    return (
        _may_be_whole(sentence)
        and bool(_ENDS.search(sentence))
        and not _OPENS.search(sentence, _SHORTEST_HEADING)
    )
