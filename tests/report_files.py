"""Files for the indexing tests: small reports that the real parser understands."""

from __future__ import annotations

from pathlib import Path

TEMPLATE = """{issuer}{year}年法治政府建设情况报告

现将{issuer}{year}年法治政府建设情况报告如下：
一、主要举措和成效
（一）深入开展普法宣传
{measure}
二、存在的不足和原因
执法力量不足，业务培训不够。
三、下一年度主要安排
继续开展普法宣传，加强人民调解。

{issuer}人民政府
{after}年1月15日
"""


def write_report(
    path: Path, issuer: str = "柳溪镇", year: int = 2023, measure: str = "开展宣传活动40场次。"
) -> Path:
    """Write one report in UTF-8; folders are made."""
    path.parent.mkdir(parents=True, exist_ok=True)
    text = TEMPLATE.format(issuer=issuer, year=year, after=year + 1, measure=measure)
    path.write_text(text, encoding="utf-8")
    return path
