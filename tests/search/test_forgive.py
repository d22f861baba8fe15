"""Every forgiving way of asking, on sentences written for it."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from search_corpus import Part, make_report, store

from tuibrowser.lexicon.synonyms import load_synonyms
from tuibrowser.model.search import Filters, Hit
from tuibrowser.search.find import search
from tuibrowser.store.library import Interrupted, Library, Reader

_SENTENCES = [
    "排查化解矛盾纠纷三十六件。",
    "开展行政执法案卷评查两次。",
    "安装LED显示屏，滚动播放普法短片。",
    "重大行政决策严格履行公众参与程序。",
    "采取有力措施落实普法责任制。",
    "会前学法制度坚持得好，法制审核做到全覆盖。",
    "加强法制宣传，推进依法治理。",
    "聘请律师担任法律顾问，提供咨询十次。",
    "人民调\n解员走村入户。",
    "登记造册，及时备案。",
    "深化“法润乡里”行动，全年为村民解答法律咨询二百余人次，起草、审查合同三十份，覆盖全部行政村。",
]

many = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


@pytest.fixture(scope="module")
def forgiving_library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    reports = [
        make_report([Part(text) for text in _SENTENCES], "柳溪镇", 2023),
        make_report([Part("化解矛盾纠纷九件。"), Part("无关的一句。")], "石桥乡", 2021),
    ]
    library = store(tmp_path_factory.mktemp("forgiving") / "library.sqlite3", reports)
    with library.write() as writer:
        writer.upkeep.set_synonyms(load_synonyms())
    return library


@pytest.fixture
def reader(forgiving_library: Library) -> Iterator[Reader]:
    with forgiving_library.read() as reader:
        yield reader


def ask(reader: Reader, raw: str, filters: Filters = Filters()) -> list[Hit]:  # noqa: B008
    return list(search(reader, raw, filters, forgiving=True).hits)


def first(reader: Reader, raw: str) -> tuple[str, str, str | None]:
    """What the best hit has for ``raw``, how, and what is said of it."""
    hit = ask(reader, raw)[0]
    marked = "…".join(hit.passage.text[start:end] for start, end in hit.spans)
    return marked, hit.how, hit.note


@pytest.mark.parametrize(
    ("raw", "marked", "how", "note"),
    [
        ("矛盾纠纷", "矛盾纠纷", "literal", None),
        ("毛顿纠纷", "矛盾纠纷", "homophone", "同音（毛顿纠纷→矛盾纠纷）"),
        ("人民条解员", "人民调\n解员", "homophone", "同音（人民条解员→人民调解员）"),
        ("行政只法 案卷", "行政执法…案卷", "homophone", "同音（行政只法 案卷→行政执法…案卷）"),
        ("人民條解員", "人民调\n解员", "homophone", "同音（人民条解员→人民调解员）"),
        ("maodunjiufen", "矛盾纠纷", "pinyin", "拼音"),
        ("mao dun jiu fen", "矛盾纠纷", "pinyin", "拼音"),
        ("ｍａｏｄｕｎＪＩＵ", "矛盾纠", "pinyin", "拼音"),
        ("maodunjiuf", "矛盾纠纷", "pinyin", "拼音"),
        ("zhongdaxingzheng", "重大行政", "pinyin", "拼音"),
        ("tiaojieyuan", "调\n解员", "pinyin", "拼音"),
        ("xingzheng zhifa", "行政执法", "pinyin", "拼音"),
        ("anjuan zhifa", "执法…案卷", "pinyin", "拼音"),
        ("maodun jf", "矛盾…纠纷", "pinyin", "拼音"),
        ("maodun纠纷", "矛盾纠纷", "pinyin", "拼音"),
        ("mdjf", "矛盾纠纷", "initials", "首字母匹配"),
        ("xzzhf", "行政执法", "initials", "首字母匹配"),
        ("xzhzhf", "行政执法", "initials", "首字母匹配"),
        ("flgw", "法律顾问", "initials", "首字母匹配"),
        ("gw", "顾问", "initials", "首字母匹配"),
        ("rmtjy", "人民调\n解员", "initials", "首字母匹配"),
        ("行政执法案例评查", "行政执法案卷评查", "fuzzy", "相近（差1字）"),
        ("行政执法案卷的评查", "行政执法案卷评查", "fuzzy", "相近（差1字）"),
        ("行政法案卷评查", "行政执法案卷评查", "fuzzy", "相近（差1字）"),
        ("行政执案法卷评查", "行政执法案卷评查", "fuzzy", "相近（词序不同）"),
        ("案卷评查行政执法", "行政执法案卷评查", "fuzzy", "相近（词序不同）"),
        ("备案登记", "登记造册，及时备案", "fuzzy", "相近（词序不同）"),
        ("行故执法安卷评查", "行政执法案卷评查", "fuzzy", "相近（差2字）"),
        ("有力做法", "有力措施", "synonym", "近义（做法→措施）"),
        ("普法教育", "法制宣传", "synonym", "近义（普法教育→法制宣传）"),
    ],
)
def test_what_was_meant_comes_first_and_says_how(
    reader: Reader, raw: str, marked: str, how: str, note: str | None
) -> None:
    assert first(reader, raw) == (marked, how, note)


def test_only_what_is_read_alike_is_a_homophone(tmp_path: Path) -> None:
    # 少 and 固 are shown as characters that have a reading of 调 and 节 beside their own.
    parts = [Part("投入少固定资产多。"), Part("优化力量调配。"), Part("人民调解到户。")]
    library = store(tmp_path / "library.sqlite3", [make_report(parts, "柳溪镇", 2023)])
    with library.read() as reader:
        assert [hit.note for hit in ask(reader, "调节")] == ["同音（调节→调解）"]
        assert [hit.passage.text for hit in ask(reader, "diaopei")] == ["优化力量调配。"]


@pytest.mark.parametrize("typed", ["xingzf", "xzzhfa", "xinzhengzhifa"])
def test_a_letter_left_out_of_what_was_typed_by_sound_is_forgiven(
    tmp_path: Path, typed: str
) -> None:
    parts = [Part("（二）规范行政执法。"), Part("走访企业十二家。")]
    library = store(tmp_path / "library.sqlite3", [make_report(parts, "柳溪镇", 2023)])
    with library.read() as reader:
        (hit,) = ask(reader, typed)
    assert hit.passage.text == "（二）规范行政执法。"
    assert hit.how in ("fuzzy", "pinyin")


def test_a_sentence_of_another_year_is_found_again(reader: Reader) -> None:
    hits = ask(reader, "深化法润乡里行动，为群众解答各类法律咨询三百余人次，审查合同四十余份")
    assert [hit.passage.text[:9] for hit in hits] == ["深化“法润乡里”行"]
    assert hits[0].how == "fuzzy"
    assert hits[0].note is not None
    assert hits[0].note.startswith("相近（差")
    assert ask(reader, "这一句话里的词语在哪一份报告当中都没有出现过所以什么也找不到") == []


def test_letters_that_stand_there_come_before_what_they_sound_like(reader: Reader) -> None:
    hits = ask(reader, "led")
    assert (hits[0].how, hits[0].passage.text[2:5]) == ("literal", "LED")


def test_synonyms_are_words_and_not_parts_of_others(reader: Reader) -> None:
    texts = {hit.passage.text for hit in ask(reader, "法治") if hit.how == "synonym"}
    assert not any("学法制度" in text for text in texts)
    found = {hit.passage.text: hit for hit in ask(reader, "做法")}
    assert found["采取有力措施落实普法责任制。"].note == "近义（做法→措施）"
    assert not any(hit.how == "synonym" for hit in ask(reader, "法制审核"))


def test_hits_to_the_letter_stay_first_and_unchanged(reader: Reader) -> None:
    for raw in ("矛盾纠纷", "法律", "普法 责任", "led", "部分:不足", "-法", ""):
        exact = search(reader, raw).hits
        assert search(reader, raw, forgiving=True).hits[: len(exact)] == exact
    full = search(reader, "法", limit=3)
    assert search(reader, "法", limit=3, forgiving=True).hits == full.hits


def test_a_phrase_in_quotes_is_meant_to_the_letter(reader: Reader) -> None:
    assert ask(reader, '"毛顿纠纷"') == []
    assert ask(reader, "“毛顿纠纷”") == []
    assert [hit.how for hit in ask(reader, '"化解" 毛顿')] == ["homophone", "homophone"]


def test_filters_and_exclusions_hold_for_what_is_forgiven(reader: Reader) -> None:
    assert {hit.passage.year for hit in ask(reader, "毛顿纠纷")} == {2021, 2023}
    assert {hit.passage.year for hit in ask(reader, "毛顿纠纷 年:2021")} == {2021}
    assert {hit.passage.issuer for hit in ask(reader, "mdjf 镇:石桥")} == {"石桥乡"}
    assert {hit.passage.year for hit in ask(reader, "毛顿纠纷 -排查")} == {2021}
    assert ask(reader, "毛顿纠纷", Filters(years=(2019, 2020))) == []


def test_a_common_worse_wording_does_not_hide_a_rare_better_one(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    # All newer rows hold both halves of the query, apart; one old row holds what was meant.
    worse = [Part(f"执法人员第{number}次参加案卷整理和评查。") for number in range(400)]
    path = tmp_path_factory.mktemp("caps") / "library.sqlite3"
    library = store(
        path,
        [
            make_report([Part("行政执法案卷评查。")], "甲镇", 2019),
            make_report(worse, "乙镇", 2024),
            make_report([Part("公示结果三次。")], "甲镇", 2018),
            make_report([Part(f"攻势猛烈第{number}次。") for number in range(100)], "乙镇", 2023),
        ],
    )
    with library.read() as reader:
        assert first(reader, "执法案件评查")[0] == "执法案卷评查"
        wordings = {hit.passage.text[:2] for hit in ask(reader, "公事")[:10]}
        assert wordings == {"公示", "攻势"}


def test_scores_fall_and_no_passage_comes_twice(reader: Reader) -> None:
    for raw in ("矛盾纠纷", "毛顿", "fa", "行政执法案例评查", "举措", "zhifa"):
        hits = ask(reader, raw)
        assert all(better.score > worse.score for better, worse in pairwise(hits))
        assert len({hit.passage.id for hit in hits}) == len(hits)


@many
@given(
    raw=st.text(st.characters(exclude_categories=()))
    | st.text(
        st.sampled_from("毛顿纠纷行政执法案卷fajdzh'12 ,“\"-:：年LEDü\x00\ud800\ue000\ue001*()^%_")
    )
)
def test_any_string_is_answered(reader: Reader, raw: str) -> None:
    result = search(reader, raw, limit=50, forgiving=True)
    assert len(result.hits) == result.total + result.near
    for hit in result.hits:
        assert all(0 <= start < end <= len(hit.passage.text) for start, end in hit.spans)
        assert (hit.note is None) == (hit.how in ("literal", "words"))


@pytest.mark.parametrize(
    "raw",
    [
        *(unit * 5_000 for unit in ("毛顿", "aa", "zh", "法 ", "fa ", "举措", "''", "xi'an")),
        " ".join(f"毛顿纠{chr(0x4E00 + number)}" for number in range(2_000)),
    ],
)
def test_long_queries_are_answered(reader: Reader, raw: str) -> None:
    assert search(reader, raw, forgiving=True).query == raw


@pytest.mark.parametrize("calls", [0, 1, 5, 20])
def test_an_interrupted_search_ends_with_the_interruption(
    reader: Reader, monkeypatch: pytest.MonkeyPatch, calls: int
) -> None:
    answers = iter(range(calls))
    ids = reader.ids

    def interrupted_after_some(tokens: Sequence[str | tuple[str, ...]], **rest: Any) -> list[int]:
        if next(answers, None) is None:
            stopper = threading.Thread(target=reader.interrupt)
            stopper.start()
            stopper.join()
        return ids(tokens, **rest)

    monkeypatch.setattr(reader, "ids", interrupted_after_some)
    with pytest.raises(Interrupted):
        search(reader, "行故执法安卷评查", forgiving=True)


def test_a_library_without_sounds_answers_to_the_letter(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(reader), "knows_sounds", False)
    assert ask(reader, "毛顿纠纷") == []
    assert len(ask(reader, "矛盾纠纷")) == 2


def test_rapidfuzz_is_loaded_for_several_slips_only(forgiving_library: Library) -> None:
    code = (
        "import sys; from pathlib import Path; from tuibrowser.store.library import Library;"
        "from tuibrowser.search.find import search\n"
        "with Library(Path(sys.argv[1])).read() as reader:\n"
        "    search(reader, sys.argv[2], forgiving=len(sys.argv) > 3)\n"
        "heavy = {'rapidfuzz', 'jieba', 'rjieba', 'sqlite_utils', 'tomllib', 'textual'}\n"
        "print(*sorted(heavy & set(sys.modules)))"
    )

    def loaded(*arguments: str) -> str:
        command = [sys.executable, "-c", code, str(forgiving_library.path), *arguments]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()

    assert loaded("毛顿纠纷") == ""
    assert loaded("行故执法安卷评查", "forgiving") == "rapidfuzz"
    assert loaded("maodunjiufen", "forgiving") == ""


def test_each_line_of_a_pasted_text_is_found_where_it_stands(reader: Reader) -> None:
    pasted = "登记造册，及时备案\n安装LED显示屏\n推进依法治理。"
    notes = {hit.passage.text: hit.note for hit in ask(reader, pasted)}
    for sentence in ("登记造册，及时备案。", "加强法制宣传，推进依法治理。"):
        assert notes[sentence] == "含其中一句"
    assert all("差0" not in (note or "") for note in notes.values())


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        ("备案 部分:成果", "登记造册，及时备案。"),
        ("年:20233 备案 登记", "登记造册，及时备案。"),
        ("领域:园林 dengji", "登记造册，及时备案。"),
        ('领域:园林 "及时备案" -咨询', "登记造册，及时备案。"),
    ],
)
def test_a_field_that_says_nothing_does_not_stand_in_the_way_of_the_words(
    reader: Reader, raw: str, sentence: str
) -> None:
    (first, *_) = ask(reader, raw)
    field = next(it for it in raw.split() if ":" in it)
    assert first.passage.text == sentence
    assert (first.note or "").startswith(f"未按“{field}”筛选")


def test_a_word_beside_a_field_that_says_nothing_may_still_be_excluded(reader: Reader) -> None:
    assert ask(reader, "领域:园林 备案")
    assert not [hit for hit in ask(reader, "领域:园林 备案 -登记") if "备案" in hit.passage.text]
