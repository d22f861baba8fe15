"""Why nothing was found: the reason that is true of this library."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_library import REPORTS

from tuibrowser.model.search import Filters
from tuibrowser.search.find import search
from tuibrowser.search.regret import regret
from tuibrowser.store.library import Library


@pytest.fixture
def library(tmp_path: Path) -> Library:
    library = Library(tmp_path / "library.sqlite3")
    with library.write() as writer:
        for number, report in enumerate(REPORTS):
            writer.put(report, tmp_path / f"{number}.txt", 1)
    return library


@pytest.mark.parametrize(
    ("raw", "filters", "words"),
    [
        ("地:上海 纠纷", Filters(), "报告库中没有“上海”的报告，请检查地名"),
        ("纠纷", Filters(places=("上海",)), "报告库中没有“上海”的报告，请检查地名"),
        ("镇:旧宫 纠纷", Filters(), "报告库中没有报告单位“旧宫”，请检查名称"),
        ("年:2019 纠纷", Filters(), "没有 2019 年的报告，现有 2022-2023 年的"),
        ("纠纷", Filters(years=(2018, 2019)), "没有 2018-2019 年的报告"),
        ("年:2022 纠纷", Filters(places=("石桥",)), "没有报告同时符合各项限定"),
        ("年:2022 纠纷", Filters(years=(2023, 2023)), "没有报告同时符合各项限定"),
        ("部分:不对 纠纷", Filters(), "看不懂“部分:不对”，可写：成效、不足、负责人、安排、其他"),
        ("年:abc", Filters(), "看不懂“年:abc”，请写作 年:2023"),
        ("领域：园林", Filters(), "看不懂“领域:园林”，可写其中的词：组织领导与责任、"),
        ("-调解", Filters(), "只写了不要的词“-调解”，请再写要检索的词"),
        ("部分:下步打算 纠纷", Filters(), "看不懂“部分:下步打算”，是否指：部分:安排"),
        ("部分:问题 纠纷", Filters(), "看不懂“部分:问题”，是否指：部分:不足"),
        (
            "领域:庭审 纠纷",
            Filters(),
            "看不懂“领域:庭审”，是否指：领域:领导干部学法、领域:复议应诉",
        ),
        ("-不足 部分:不足", Filters(), "符合的段落都含有不要的词“-不足”，请去掉它"),
        ("调解 -纠纷", Filters(), "符合的段落都含有不要的词“-纠纷”，请去掉它"),
        ("航天器", Filters(), "报告库中没有“航天器”，请换个说法"),
        ("“航天器”", Filters(), "报告库中没有“航天器”，请换个说法"),
        ("纠纷 航天 火箭", Filters(), "报告库中没有“航天”、“火箭”，请换个说法"),
        ("部分:不足 68件", Filters(), "限定的范围内没有“68件”，报告库中别处有，请放宽范围"),
        ("部分:不足 航天", Filters(), "报告库中没有“航天”，请换个说法"),
        ("部分:不足 mdjf", Filters(), "限定的范围内没有“mdjf”，报告库中别处有，请放宽范围"),
        ("部分:不足 jiufen", Filters(), "限定的范围内没有“jiufen”，报告库中别处有，请放宽范围"),
        ("部分:不足 hangtian", Filters(), "报告库中没有“hangtian”，请换个说法"),
        ("68件 力量不足", Filters(), "没有一条同时含有各词，请减少词语"),
    ],
)
def test_the_first_true_reason_is_given(
    library: Library, raw: str, filters: Filters, words: str
) -> None:
    with library.read() as reader:
        assert search(reader, raw, filters).hits == ()
        assert words in str(regret(reader, raw, filters))


@pytest.mark.parametrize(
    ("raw", "filters", "note", "words"),
    [
        ("纠纷 航天", Filters(), "不含“航天”", ("纠纷",)),
        ("航天 纠纷 火箭 68件", Filters(), "不含“航天”、“火箭”", ("纠纷", "68件")),
        ("68件 力量不足", Filters(), "不含“力量不足”", ("68件",)),
        ("部分:不足 68件", Filters(), "在限定范围之外", ("68件",)),
        ("部分:不足 jiufen", Filters(), "在限定范围之外", ("纠纷",)),
        ("年:2022 纠纷", Filters(years=(2023, 2023)), "在限定范围之外", ("纠纷",)),
        ("纠纷", Filters(places=("上海",)), None, ()),
        ("调解 -纠纷", Filters(), "含有“纠纷”", ("调解", "纠纷")),
        ("航天器", Filters(), None, ()),
    ],
)
def test_what_a_looser_question_finds_says_what_was_given_up(
    library: Library, raw: str, filters: Filters, note: str | None, words: tuple[str, ...]
) -> None:
    with library.read() as reader:
        nearly = regret(reader, raw, filters).nearly
    assert {hit.note for hit in nearly} == ({note} if note else set())
    assert all(word in hit.passage.text for hit in nearly for word in words)


def test_a_sentence_repeats_no_more_of_a_word_than_it_can_hold(library: Library) -> None:
    with library.read() as reader:
        assert len(str(regret(reader, "航" * 10_000))) < 60
        assert "\x1b" not in str(regret(reader, "航\x1b[31m天"))


def test_an_empty_library_is_the_reason_before_any_other(tmp_path: Path) -> None:
    library = Library(tmp_path / "empty.sqlite3")
    with library.write():
        pass
    with library.read() as reader:
        for raw in ("调解", "-调解", "年:abc"):
            assert str(regret(reader, raw)) == "报告库中还没有报告，请运行：tuibrowser index 文件夹"


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        ("部分:成果 纠纷", "看不懂“部分:成果”，可写：成效、不足、负责人、安排、其他"),
        ("年:20233 纠纷", "看不懂“年:20233”，请写作 年:2023 或 年:2021-2024"),
        ("领域:园林 纠纷", "看不懂“领域:园林”"),
    ],
)
def test_beside_near_hits_stands_how_a_field_is_written_if_that_is_short(
    library: Library, raw: str, said: str
) -> None:
    with library.read() as reader:
        assert regret(reader, raw).beside_hits == said
