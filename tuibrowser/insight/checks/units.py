"""What a report calls its own kind of unit: 全街道 in a town's report, 我镇 in a bureau's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tuibrowser.insight.checks.finding import Finding
from tuibrowser.insight.checks.material import Material
from tuibrowser.model.terms import IssuerKind

# Code, not lexicon: the three kinds of township are closed; who is rightly named is words.
_WORDS: Final[dict[IssuerKind, str]] = {"town": "镇", "township": "乡", "subdistrict": "街道"}
_BEHIND: Final = {
    "镇": r"(?![村街区域定静痛压守江级长])",
    "乡": r"(?![村镇贤亲土风愁里间下音情本])",
    "街道": r"(?![路两])",
}
_OWN: Final = (
    r"(?:(?<![健安完齐保成周])全|(?<![自你大小真])我|(?<![基根资日成样版])本)"
    r"(?P<word>{word}){behind}"
)
_BODY: Final = (
    r"(?:(?<=[,。;:、!?(经由在向为与和及是报,])|(?<=召开)|(?<=提请)|(?<=接受)|(?<=配合)|(?<=压实)|(?<=发挥)|^)"
    r"(?P<word>{word})(?:党委政府|党委|党工委|人民政府|政府|办事处|党政领导班子|党政主要负责人|长(?![期远江效治大住])|人大(?!代表))"
)
_LESSER_BODY: Final = (
    r"(?:(?<=[,。;:!?])|^)(?P<word>{word})"
    r"(?:综合执法|综合行政执法|综治中心|司法所|矛调中心|(?:人民)?调(?:解|委)委?员?会|普法[办讲宣]|便民服务中心"
    r"|(?:主要|分管|党政)(?:领导|负责(?:人|同志))|(?:领导|党政)?班子(?:成员)?"
    r"|(?:为民|政务|公共法律)服务|平安(?:法治|建设)?办|党政办|纪(?:检|委|工委)|机关(?!枪)|直(?:各|属|机关)|辖区|域(?=内|治理|范围))"
)
"""Where it is one of several (县、乡机关) it may be of anybody."""
_LEVELS: Final = {
    "镇": r"(?<![\u4e00-\u9fff、])镇、?村(?:两级|组?三级)",
    "乡": r"(?<![\u4e00-\u9fff、])乡、?村两级",
    "街道": r"(?<![\u4e00-\u9fff、])街道、?(?:社区|村居)两级",
}
_OFFICES: Final = ("党工委", "办事处")
"""What only a subdistrict has."""
_WE: Final = r"(?<![自你大小真忘敌唯])我"
_OFFICE: Final = "".join((
    rf"|(?:(?<=[,。;:、!?])|^)(?:{'|'.join(_OFFICES)})(?![^,。;]{{0,4}}[镇乡街])",
    rf"|{_WE}街(?![道坊头巷面区])",
))  # fmt: skip
_OFFICE_ALONE: Final = re.compile(rf"{_WE}(?:局|委(?![托派屈任员婉])|厅|分局)")
"""What a department calls itself."""
_TOWNSHIP_ALONE: Final = re.compile(
    rf"{_WE}(?:镇(?![静痛压守定])|乡(?![村亲音愁])|街道)"
    r"|(?:^|(?<=[,。;:!?织对在]))全(?:镇|乡|街道)(?=干部|职工|机关|执法|党员|上下|工作人员)"
)
"""What is said of a township, whatever else the report tells of townships."""
_ONE_OF_THEM: Final = re.compile("[\u4e00-\u9fff][镇乡街]")
"""A township named before: 到柏林乡，对全乡干部."""


def check_unit_type(material: Material) -> Iterator[Finding]:
    """Yield where the own unit is called by another kind's word."""
    kind = material.report.issuer_kind
    if kind is None:
        return
    own = _WORDS.get(kind)
    if own is None:
        if material.report.place.township is None:  # 街道综合行政执法队 may say 我街道
            yield from _called(material, _TOWNSHIP_ALONE, str(material.report.issuer))
        return
    yield from _called(material, _OFFICE_ALONE, own)
    for word in _WORDS.values():
        if word == own:
            continue
        pattern = re.compile(
            "|".join(
                form.format(word=word, behind=_BEHIND[word]).replace("?P<word>", "")
                for form in (_OWN, _BODY, _LESSER_BODY, _LEVELS[word])
            )
            + (_OFFICE if word == "街道" else "")
        )
        marks = (word, *((*_OFFICES, "我街") if word == "街道" else ()))
        for prose in material.lines:
            if not any(mark in prose.text for mark in marks):
                continue
            told = -1
            for found in pattern.finditer(prose.text):
                if found.start() < told:
                    continue  # 乡党委、乡政府: one remark a clause
                told = prose.clause_end(found.start())
                quote = prose.quote(*found.span())
                says = f"本单位是{own}，这里写作“{quote.text}”，请核"
                yield Finding("unit_type", says, (quote,))


def _called(material: Material, pattern: re.Pattern[str], own: str) -> Iterator[Finding]:
    """Where ``pattern`` stands outside of what somebody is quoted with, one remark a clause."""
    for prose in material.lines:
        told = -1
        for found in pattern.finditer(prose.text):
            is_quoted = prose.text.count('"', 0, found.start()) % 2 == 1
            begin, _ = prose.sentence_at(found.start())
            is_theirs = "全" in found[0] and _ONE_OF_THEM.search(prose.text, begin, found.start())
            if found.start() >= told and not is_quoted and not is_theirs:
                told = prose.clause_end(found.start())
                quote = prose.quote(*found.span())
                yield Finding("unit_type", f"本单位是{own}，这里写作“{quote.text}”，请核", (quote,))
