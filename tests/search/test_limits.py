"""A word that is a year, a place or a unit of the library limits a question nothing answers."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tuibrowser.model.search import Filters, Hit
from tuibrowser.search.find import search
from tuibrowser.search.regret import regret
from tuibrowser.store.library import Reader


def _near(reader: Reader, raw: str, filters: Filters = Filters()) -> Sequence[Hit]:  # noqa: B008
    found = search(reader, raw, filters, forgiving=True)
    return found.hits[len(found.hits) - found.near :]


@pytest.mark.parametrize(
    ("raw", "said", "years", "issuers"),
    [
        ("单一 2022", "年:2022", {2022}, {"旧宫镇"}),
        ("2022年 单一", "年:2022", {2022}, {"旧宫镇"}),
        ("下一步 团泊", "镇:团泊", {2021}, {"团泊镇"}),
        ("下一步 团泊镇 2021年度", "镇:团泊镇 年:2021", {2021}, {"团泊镇"}),
        ("纠纷 大兴区", "地:大兴区", {2022}, {"旧宫镇"}),
    ],
)
def test_what_no_passage_says_is_a_limit(
    reader: Reader, raw: str, said: str, years: set[int], issuers: set[str]
) -> None:
    hits = _near(reader, raw)
    assert {hit.passage.year for hit in hits} == years
    assert {hit.passage.issuer for hit in hits} == issuers
    assert all((hit.note or "").startswith(f"按 {said} 筛选") for hit in hits)


def test_what_stands_there_to_the_letter_goes_before(reader: Reader) -> None:
    found = search(reader, "旧宫镇 2022", forgiving=True)
    assert "2022" in found.hits[0].passage.text
    assert found.hits[0].note is None


@pytest.mark.parametrize("raw", ['单一 "2022"', "单一 2019", "2022 旧宫", "单一 年:2023 2022"])
def test_quotes_other_years_and_limits_alone_are_words(reader: Reader, raw: str) -> None:
    assert not any("筛选" in (hit.note or "") for hit in search(reader, raw, forgiving=True).hits)


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        ("单一 2022", "没有一条同时含有各词，按 年:2022 筛选"),
        ("2022年 单一", "没有一条同时含有各词，按 年:2022 筛选"),
        ("下一步 团泊镇 2021年度", "没有一条同时含有各词，按 镇:团泊镇 年:2021 筛选"),
        ("潜水艇 2022", "报告库中没有“潜水艇”"),
        ("单一 2021", "限定的范围内没有“单一”"),
        ('单一 "2021"', "没有一条同时含有各词"),
    ],
)
def test_what_was_taken_for_a_limit_is_not_said_to_be_missing(
    reader: Reader, raw: str, said: str
) -> None:
    assert regret(reader, raw).reason == said
