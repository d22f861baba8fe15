"""Another department's name left standing in the own one's place: 林业局 in a 水利局's report."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tuibrowser.insight.checks.finding import Finding, Quote
from tuibrowser.insight.checks.material import Material
from tuibrowser.insight.checks.prose import Prose
from tuibrowser.lexicon.checks import load_check_words
from tuibrowser.text.fold import squeeze

# Code, not lexicon: how a report speaks of who reports is its form.
_POINT: Final = r"(?:[一二三四五六七八九十]{1,2}[是要],?|\((?:[一二三四五六七八九十]|\d){1,2}\))?"
_NAME: Final = (
    r"(?P<name>(?![现将邀请会由与和在按据经对向报])[\u4e00-\u9fff]{2,9}?[省市县区旗州盟][\u4e00-\u9fff]{1,12}?"
    r"(?:局|(?<!常务)委员会|办公室|厅))"
)
_OPENING: Final = re.compile(
    rf"(?:(?:^|(?<=。))(?:20\d\d年度?(?:以来)?,)?|现[将就]){_NAME}"
    r"(?=(?:党组|党委)?(?:在[^,。]{2,30}(?:领导|指导)下|坚持|认真|深入|始终|扎实|全面|切实|严格|紧紧|积极|以|20\d\d年))"
)
_PLANS: Final = re.compile(
    rf"(?:^|(?<=。)){_POINT}(?:(?:下一?步|明年|来年|今后|20\d\d年),?){_NAME}(?=将|要|拟|计划|继续)"
)
_LEADERS: Final = re.compile(
    rf"(?:^|(?<=[。;])){_POINT}{_NAME}(?:党组书记、?局长|党组书记|党组|主要负责人|主要领导|局长|领导班子)"
    r"(?=坚持|认真|带头|切实|始终|严格|高度|定期|亲自|牵头|主持|履行|听取|研究|召开|把|将)"
)
_US: Final = re.compile("[我本](?:局|委|厅|办|单位)")
_BRANCHES: Final = ("分局", "队", "所", "中心", "站", "处")
"""What is a part of a department, which may be named, too."""


def check_department(material: Material) -> Iterator[Finding]:
    """Yield where another department stands as the one that reports."""
    report = material.report
    own = report.issuer
    if own is None or report.issuer_kind != "department" or own.endswith(_BRANCHES):
        return
    for at, prose in enumerate(material.paragraphs):
        patterns = (_OPENING, _LEADERS) if not at else (_LEADERS,)
        if prose.text and prose.kind_at(0) == "next_plan":
            patterns = (_PLANS,)
        for pattern in patterns:
            for found in pattern.finditer(prose.text):
                if not _may_be_own(found["name"], own) and not _is_beside(prose, found):
                    yield _other(prose.quote(*found.span("name")), own)
    for passage in report.passages:
        if passage.role == "signature":
            text, offsets = squeeze(report.slice(passage))
            signed = re.match(_NAME, text)
            if signed and own not in text and not _may_be_own(signed["name"], own):
                first, last = offsets[signed.start("name")], offsets[signed.end("name") - 1] + 1
                yield _other(Quote(report, passage.start + first, passage.start + last), own)


def _may_be_own(name: str, own: str) -> bool:
    """Whether a body is the own one, in full or for short, a part of it or what it is a part of."""
    letters = iter(own)
    return own in name or all(it in letters for it in name)  # 县市场监管局 is the 市场监督管理局


def _is_beside(prose: Prose, found: re.Match[str]) -> bool:
    """Whether the sentence names the other body as one that the own one works with."""
    start, _ = prose.sentence_at(found.start("name"))
    clause = prose.text[found.end("name") : prose.clause_end(found.end("name"))]
    before = load_check_words().beside.search(prose.text, start, found.start("name"))
    return before is not None or _US.search(clause) is not None


def _other(quote: Quote, own: str) -> Finding:
    return Finding("other_township", f"本单位是{own}，这里写作“{quote.text}”，请核", (quote,))
