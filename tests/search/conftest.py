from __future__ import annotations

from collections.abc import Iterator

import pytest
from search_corpus import Part, make_report, store

from tuibrowser.model.report import Place
from tuibrowser.store.library import Library, Reader

_COUNTY = Place("北京市", "北京市", "大兴区", "旧宫镇")
_OTHER_COUNTY = Place("天津市", "天津市", "静海区", "团泊镇")

_REPORTS = [
    make_report(
        [
            Part("旧宫镇2022年法治政府建设年度报告", "title"),
            Part("现将有关情况报告如下。", "lead"),
            Part("一、主要举措和成效", "heading", "measures_results"),
            Part("一是开展普法宣传12场；", kind="measures_results", themes=("publicity",)),
            Part("二是人民调\n解纠纷３６件。", kind="measures_results", themes=("mediation",)),
            Part("二、存在的不足", "heading", "shortcomings"),
            Part("普法宣传形式单一。", kind="shortcomings", themes=("publicity",)),
            Part("旧宫镇人民政府　2023年1月", "signature"),
        ],
        "旧宫镇",
        2022,
        _COUNTY,
    ),
    make_report(
        [
            Part("旧宫镇2023年法治政府建设年度报告", "title"),
            Part("一、普法宣传", "heading", "measures_results", ("publicity",)),
            Part(
                "结合“八五”普法，开展宣传 20 场。",
                kind="measures_results",
                themes=("publicity", "mediation"),
            ),
            Part("来源：司法所 浏览：普法宣传", "furniture"),
        ],
        "旧宫镇",
        2023,
        _COUNTY,
    ),
    make_report(
        [
            Part("团泊镇2021年度工作", "title"),
            Part("调解员开展宣传，普法到户。", kind="measures_results", themes=("mediation",)),
            Part("年：2021-2024，部分：不足 -★-", "other"),
            Part("下一步加强普法宣传。", kind="next_plan", themes=("publicity",)),
        ],
        "团泊镇",
        2021,
        _OTHER_COUNTY,
    ),
    make_report([Part("会议通知：普法宣传材料请于周五前上报。", "other")]),
]


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """Three reports of two townships, and a file that is no report."""
    return store(tmp_path_factory.mktemp("search") / "library.sqlite3", _REPORTS)


@pytest.fixture
def reader(library: Library) -> Iterator[Reader]:
    with library.read() as reader:
        yield reader
