"""A report of 望溪镇 to put sentences into, and what a review of it finds."""

from __future__ import annotations

from tuibrowser.insight.checks.finding import Finding, FindingKind
from tuibrowser.insight.checks.material import Material
from tuibrowser.insight.checks.review import review
from tuibrowser.lexicon.load import load
from tuibrowser.model.document import Document
from tuibrowser.model.report import Report
from tuibrowser.parsing.understand import understand

_WHOLE = """\
{issuer}{title_year}年法治政府建设情况报告

{opening}

一、{heading_year}年推进法治政府建设的主要举措和成效
（一）加强普法宣传
{done}
二、存在的不足和原因
{short}
三、党政主要负责人履行推进法治建设第一责任人职责情况
{duty}
四、{plan_year}年主要安排
{plan}
五、其他需要报告的情况
无其他需要报告的情况。

{signed}
"""


def report(done: str = "", *, year: int = 2023, issuer: str = "望溪镇", **words: str) -> Report:
    """A report that nothing is to be remarked in, but for what ``done`` and ``words`` put there."""
    values = {
        "issuer": issuer,
        "title_year": str(year),
        "heading_year": str(year),
        "plan_year": str(year + 1),
        "opening": f"{year}年，{issuer}扎实推进法治政府建设。现将有关情况报告如下：",
        "short": "一是执法力量还不够强，主要是专业人员偏少。二是普法形式还不够新。",
        "duty": "主要负责人定期听取汇报，制定《履职清单》，对重点工作亲自部署。",
        "plan": "一是加强执法培训。二是办好“板凳课堂”。",
        "signed": f"{issuer}人民政府\n{year + 1}年1月12日",
    } | words
    done = "\n".join(part for part in ("推行“板凳课堂”，用方言讲解民法典。", done) if part)
    text = _WHOLE.format(done=done, **values)
    digest = f"{hash(text) & (1 << 255) - 1:064x}"
    return understand(Document(text, digest, "报告.txt", "utf-8"), load())


def found(done: str = "", **words: str) -> list[Finding]:
    """What a review of :func:`report` finds."""
    return beside(None, (), done, **words)


def beside(
    last: Report | None, county: tuple[Report, ...], done: str = "", **words: str
) -> list[Finding]:
    """The same beside last year's report and those of other units."""
    year = int(words.pop("year", "2023"))
    return list(review(Material(report(done, year=year, **words), last, county)))


def said(kind: FindingKind, findings: list[Finding]) -> list[str]:
    """The sentences of one kind."""
    return [finding.says for finding in findings if finding.kind == kind]
