"""Asked in everyday words, measures are found that have none of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from search_corpus import Part, make_report, store

from tuibrowser.indexing.meaning import mark_meaning
from tuibrowser.model.search import Filters, Hit
from tuibrowser.model.terms import SectionKind
from tuibrowser.search import meaning
from tuibrowser.search.find import search
from tuibrowser.store.library import Interrupted, Library, Reader

MEDIATION = "调解员上门化解邻里矛盾纠纷，调处争议86件。"
WAGES = "为务工人员追回工资112万元。"
MATTERS = (
    MEDIATION,
    WAGES,
    "聘请律师担任常年法律顾问，审查合同46份。",
    "组织行政执法人员培训，考试取得执法证。",
    "深入校园开展法治宣传，讲授法治课。",
    "行政应诉案件由负责人出庭应诉。",
)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """Two townships' reports on the same six matters, one with a shortcoming in other words."""
    kind: SectionKind = "measures_results"
    reports = [
        make_report(
            [
                Part("一、调解矛盾纠纷", "heading", kind),
                *(Part(it, kind=kind) for it in MATTERS),
            ],
            "柳溪镇",
            2023,
        ),
        make_report(
            [
                *(Part(it.replace("。", "，成效明显。"), kind=kind) for it in MATTERS),
                Part("邻里纠纷的调解还不够及时。", kind="shortcomings"),
            ],
            "石桥乡",
            2021,
        ),
    ]
    library = store(tmp_path_factory.mktemp("meaning") / "library.sqlite3", reports)
    with library.write() as writer:
        mark_meaning(writer, lambda *_: None)
    return library


@pytest.fixture
def reader(library: Library) -> Iterator[Reader]:
    with library.read() as reader:
        yield reader


def ask(reader: Reader, raw: str, filters: Filters = Filters()) -> list[Hit]:  # noqa: B008
    return list(search(reader, raw, filters, forgiving=True).hits)


@pytest.mark.parametrize(
    ("raw", "word"),
    [
        ("怎么处理邻里吵架", "纠纷"),
        ("农民工讨薪", "工资"),
        ("律师帮忙看协议", "合同"),
        ("执法队员学习", "执法证"),
        ("课堂上讲法治", "校园"),
        ("官员出庭", "应诉"),
    ],
)
def test_everyday_words_find_what_they_mean(reader: Reader, raw: str, word: str) -> None:
    hits = ask(reader, raw)
    found = [hit for hit in hits if hit.how == "meaning"]
    assert word in found[0].passage.text
    assert word not in raw
    assert {hit.note for hit in found} == {"按意思"}
    assert {hit.spans for hit in found} == {()}
    assert {hit.passage.role for hit in found} == {"measure"}


ELSEWHERE = (
    "将关联事项打包受理，群众在便民服务中心提交一套材料即可。",
    "秋收期间巡查禁烧，处置露天焚烧秸秆9起。",
    "对首次轻微违法且及时改正的商户不予处罚。",
    "为刑满释放人员落实过渡性安置帮教。",
    "检查餐饮单位燃气报警器，更换软管60根。",
    "汛期提前转移低洼处群众84人。",
)


@pytest.mark.parametrize(
    ("raw", "word"),
    [
        ("手续太多来回跑", "便民服务中心"),
        ("田里烧稻草黑烟呛人", "焚烧"),
        ("头一回犯错能不能不罚", "不予处罚"),
        ("放出来的人谁帮", "安置帮教"),
        ("饭馆里的煤气罐", "燃气"),
        ("发大水之前把人搬走", "汛期"),
    ],
)
def test_what_people_call_an_act_finds_measures_that_do_it(
    raw: str, word: str, tmp_path: Path
) -> None:
    report = make_report([Part(it) for it in (*MATTERS, *ELSEWHERE)], "柳溪镇", 2023)
    library = store(tmp_path / "library.sqlite3", [report])
    with library.write() as writer:
        mark_meaning(writer, lambda *_: None)
    with library.read() as reader:
        first, *_ = ask(reader, raw)
    assert word in first.passage.text
    assert first.how == "meaning"


def test_they_come_last_and_are_no_matches_to_the_letter(reader: Reader) -> None:
    result = search(reader, "追回工资", forgiving=True)
    hows = [hit.how for hit in result.hits]
    assert hows[:2] == ["literal", "literal"]
    assert set(hows[2:]) <= {"meaning"}
    assert (result.total, result.near) == (2, len(hows) - 2)
    scores = [hit.score for hit in result.hits]
    assert scores == sorted(scores, reverse=True)
    assert len({hit.passage.id for hit in result.hits}) == len(hows)


def test_where_enough_is_found_nothing_is_guessed(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    def never(*_: object) -> None:
        raise AssertionError("asked")

    monkeypatch.setattr(meaning, "understood", never)
    hits = ask(reader, "法")
    assert len(hits) >= 5
    assert search(reader, "怎么处理邻里吵架").hits == ()


@pytest.mark.parametrize(
    "raw",
    ["", "魑魅魍魉", "asdfgh", "2023", "贝多芬第九交响曲", "红烧肉怎么做", "怎么办", '"邻里吵架"'],
)
def test_what_says_nothing_of_it_finds_nothing(reader: Reader, raw: str) -> None:
    assert ask(reader, raw) == []


def test_filters_and_excluded_words_hold(reader: Reader) -> None:
    both = {hit.passage.year for hit in ask(reader, "怎么处理邻里吵架")}
    assert both == {2021, 2023}
    for raw, filters in (
        ("怎么处理邻里吵架 年:2021", Filters()),
        ("怎么处理邻里吵架", Filters(years=(2021, 2021))),
        ("怎么处理邻里吵架 镇:石桥", Filters()),
        ("怎么处理邻里吵架", Filters(issuers=("石桥",))),
    ):
        hits = ask(reader, raw, filters)
        assert {hit.passage.year for hit in hits} == {2021}
    hits = ask(reader, "怎么处理邻里吵架 部分:不足")
    assert [hit.passage.section_kind for hit in hits] == ["shortcomings"]
    assert ask(reader, "怎么处理邻里吵架 年:2019") == []
    assert not any("成效" in hit.passage.text for hit in ask(reader, "怎么处理邻里吵架 -成效"))


def test_a_library_without_meanings_lacks_the_stage(tmp_path: Path) -> None:
    library = store(tmp_path / "library.sqlite3", [make_report([Part(MEDIATION)], "柳溪镇", 2023)])
    with library.read() as reader:
        assert ask(reader, "怎么处理邻里吵架") == []


def test_a_newer_key_stops_it(library: Library) -> None:
    with library.read() as reader:
        reader.interrupt()
        with pytest.raises(Interrupted):
            ask(reader, "怎么处理邻里吵架")
