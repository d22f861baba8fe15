"""What is asked in other units, marks, days and ranges than the library has, with numbering before
it, or with initials beside other words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from search_corpus import Part, make_report, store

from tuibrowser.model.search import Hit
from tuibrowser.search.find import search
from tuibrowser.store.library import Library, Reader

_WANTED = [
    "粉刷院墙350㎡，栽花四十株。",
    "约谈超限货车六十多辆。",
    "2—4月清理河滩垃圾。",
    "六月二十六日组织禁毒宣誓。",
    "夜巡队每班两个半小时。",
    "席位按2∶1分给两岸。",
    "茶馆普法角续签公约。",
    "采石场复绿由包片干部逐月验收并张榜。",
    "回访满意率达到百分之九十六点五。",
    "添置十二条长椅。",
]
_OTHERS = [
    "粉刷仓库35平方米。",
    "约谈司机160辆次。",
    "24月龄牛只登记。",
    "6月2日组织植树。",
    "夜巡队值半天。",
    "席位共21个。",
    "复绿图纸张榜。",
    "投诉率为95.6%。",
]


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    path: Path = tmp_path_factory.mktemp("quantities") / "library.sqlite3"
    older = make_report([Part(text) for text in _WANTED], "双渡镇", 2021)
    newer = make_report([Part(text) for text in _OTHERS], "双渡镇", 2023)
    return store(path, [older, newer])


@pytest.fixture
def reader(library: Library) -> Iterator[Reader]:
    with library.read() as reader:
        yield reader


def first(reader: Reader, raw: str) -> Hit:
    return search(reader, raw, forgiving=True).hits[0]


@pytest.mark.parametrize(
    ("raw", "number"),
    [
        ("350平方米", 0),
        ("三百五十平米", 0),
        ("60余辆", 1),
        ("六十来辆", 1),
        ("二至四月", 2),
        ("2月到4月清理", 2),
        ("6·26", 3),
        ("6月26日", 3),
        ("2.5小时", 4),
        ("2比1", 5),
        ("满意率96.5%", 8),
        ("满意率百分之96.5", 8),
        ("栽花40株", 0),
        ("长椅12条", 9),
    ],
)
def test_a_quantity_is_found_in_another_writing(reader: Reader, raw: str, number: int) -> None:
    hit = first(reader, raw)
    assert hit.passage.text == _WANTED[number]
    assert "数字写法不同" in (hit.note or "")


@pytest.mark.parametrize(
    "raw",
    [
        "3、茶馆普法角",
        "（二） 茶馆普法角",
        "三是茶馆普法角",
        "①茶馆普法角",
        "> 茶馆普法角",
        "2. 茶馆普法角",
    ],
)
def test_numbering_of_another_list_is_read_past(reader: Reader, raw: str) -> None:
    assert first(reader, raw).passage.text == _WANTED[6]


def test_a_query_longer_than_the_passage_finds_it(reader: Reader) -> None:
    raw = "附件四：采石场复绿由包片干部逐月验收并张榜（摘自旧稿）"
    assert first(reader, raw).passage.text == _WANTED[7]


@pytest.mark.parametrize("raw", ["茶馆 pfj", "gy 茶馆", "续签 chaguanpfj", "gongy 茶馆普法角"])
def test_letters_are_initials_beside_other_words(reader: Reader, raw: str) -> None:
    assert first(reader, raw).passage.text == _WANTED[6]


def test_other_words_must_stand_there_as_they_are(reader: Reader) -> None:
    hits = search(reader, "仓库 pfj", forgiving=True).hits
    assert not [hit for hit in hits if hit.how in ("initials", "pinyin")]
