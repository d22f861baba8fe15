"""What is asked in another writing than it stands in the library."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from search_corpus import Part, every_passage, make_report, store

from tuibrowser.search.find import search
from tuibrowser.search.regret import regret
from tuibrowser.store.library import Library, Reader

_TEXTS = [
    "于3•15当天设点宣讲，发放折页4,500份。",
    "依据溪府办〔2024〕7号文办理，面积800㎡。",
    "落实“七五”收官，兑现以奖代补十六笔。",
    "在第Ⅲ期夜校讲《工作条例》。",
    "二○一九年起⾏风评议常态化，葛\U000e0100村先行。",
    "推进村务公开，民主议事会开到院坝。",
    "保护女性权益，绿化荒坡。",
    "处置率为百分之九十七点五。",
    "对独居老人定期上门探望。",
    "每逢圩日由老支书带着年轻干部到街口摆桌子，",
    "谁有怨气都可以坐下来慢慢说，说完当面给答复。",
    "夜间热线接听率百分百。",
]

many = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    path = tmp_path_factory.mktemp("equivalence") / "library.sqlite3"
    return store(path, [make_report([Part(text) for text in _TEXTS], "青石桥镇", 2024)])


@pytest.fixture
def reader(library: Library) -> Iterator[Reader]:
    with library.read() as reader:
        yield reader


def first(reader: Reader, raw: str) -> tuple[int, str, str | None]:
    """Which text the best hit is, how it matched and what is said of it."""
    hit = search(reader, raw, forgiving=True).hits[0]
    return _TEXTS.index(hit.passage.text), hit.how, hit.note


@pytest.mark.parametrize(
    ("raw", "number"),
    [
        ("3·15", 0),
        ("3.15当天", 0),
        ("(2024)7号", 1),
        ("[2024]7号", 1),
        ("800m2", 1),
        ("「七五」收官", 2),
        ("落实『七五』", 2),
        ("第III期", 3),
        ("<工作条例>", 3),
        ("二〇一九年", 4),
        ("行风评议", 4),
        ("葛村", 4),
        ("村务\u200b公开", 5),
        ("\ufeff村务公\u00ad开", 5),
        ("每逢圩日由老支书\n带着年轻干部", 9),
    ],
)
def test_signs_of_another_make_are_the_same_to_the_letter(
    reader: Reader, raw: str, number: int
) -> None:
    assert first(reader, raw) == (number, "literal", None)


def test_a_pasted_list_excludes_nothing(reader: Reader) -> None:
    assert first(reader, "- 3·15当天\n- 设点宣讲") == (0, "words", None)


@pytest.mark.parametrize(
    ("raw", "number", "note"),
    [
        ("4500份", 0, "4500→4,500"),
        ("四千五百份", 0, "四千五百→4,500"),
        ("16笔", 2, "16→十六"),
        ("2019年", 4, "2019→二〇一九"),
        ("97.5%", 7, "97.5%→百分之九十七点五"),
        ("接听率100%", 11, "100%→百分百"),
        ("接听率百分之百", 11, "百分之百→百分百"),
    ],
)
def test_numbers_in_another_writing_are_found(
    reader: Reader, raw: str, number: int, note: str
) -> None:
    assert first(reader, raw) == (number, "fuzzy", f"相近（数字写法不同：{note}）")


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("完成3/4", "合同清理完成四分之三。"),
        ("四分之三", "合同清理完成3/4。"),
        ("满意率七成", "满意率70%以上。"),
        ("0.6%", "差错率千分之六。"),
        ("8300.5元", "支出8,300.50元。"),
        ("86500元", "支出8.65万元。"),
        ("三级预警", "发布Ⅲ级预警。"),
        ("IV类风险", "处置四类风险。"),
        ("75普法", "启动七五普法。"),
        ("一艘", "查处快艇1艘。"),
    ],
)
def test_fractions_ranks_and_money_are_numbers_too(tmp_path: Path, raw: str, text: str) -> None:
    parts = [Part("清理合同，支出若干。"), Part(text), Part("普法启动，预警发布。")]
    with store(tmp_path / "l.sqlite3", [make_report(parts, "柳溪镇", 2023)]).read() as reader:
        hit = search(reader, raw, forgiving=True).hits[0]
    assert (hit.passage.text, hit.how) == (text, "fuzzy")
    assert "数字写法不同" in (hit.note or "")


def test_letters_are_no_roman_numbers(tmp_path: Path) -> None:
    parts = [Part("添置设备5台。"), Part("更换v型护栏。")]
    with store(tmp_path / "l.sqlite3", [make_report(parts, "柳溪镇", 2023)]).read() as reader:
        assert not search(reader, "v台", forgiving=True).hits[:1] or (
            search(reader, "v台", forgiving=True).hits[0].how != "fuzzy"
        )


@pytest.mark.parametrize(
    ("raw", "text", "note"),
    [
        ("乡村法律明白人培养", "抓好乡村“法律明白人”培养。", "标点不同"),
        ("明白人、顾问", "聘任明白人（顾问）若干。", "标点不同"),
        ("陈述申辩权利", "告知其陈述、申辩权利。", "标点不同"),
        ("码上办小程序-扫码", "推广码上办小程序——扫码。", "标点不同"),
        ("处罚法第33条", "依《处罚法》第三十三条办理。", "标点、数字写法不同"),
    ],
)
def test_signs_are_read_past(tmp_path: Path, raw: str, text: str, note: str) -> None:
    parts = [Part("聘任人员培养，陈述权利。"), Part(text), Part("第三十三条处罚。")]
    with store(tmp_path / "l.sqlite3", [make_report(parts, "柳溪镇", 2023)]).read() as reader:
        hit = search(reader, raw, forgiving=True).hits[0]
    assert (hit.passage.text, hit.how, hit.note) == (text, "fuzzy", f"相近（{note}）")


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("整治高价彩礼", "集中整治。高价彩礼另行规定。"),  # two sentences
        ("办结1210件", "办结12.10件。"),
    ],
)
def test_a_sign_that_says_something_is_not(tmp_path: Path, raw: str, text: str) -> None:
    with store(tmp_path / "l.sqlite3", [make_report([Part(text)], "柳溪镇", 2023)]).read() as it:
        assert not [hit for hit in search(it, raw, forgiving=True).hits if "标点" in str(hit.note)]


@pytest.mark.parametrize(
    ("raw", "how"), [("qiwupufa", "pinyin"), ("qwpf", "initials"), ("falvmingbairen", "pinyin")]
)
def test_pinyin_is_read_past_signs(tmp_path: Path, raw: str, how: str) -> None:
    parts = [Part("“七五”普法收官。"), Part("法律“明白人”上岗。")]
    with store(tmp_path / "l.sqlite3", [make_report(parts, "柳溪镇", 2023)]).read() as reader:
        hit = search(reader, raw, forgiving=True).hits[0]
    assert hit.passage.text == parts[raw.startswith("fa")].text
    assert hit.how == how


def test_several_numbers_may_each_be_written_otherwise(tmp_path: Path) -> None:
    texts = ["走访一百二十户，化解纠纷九十八件。", "走访一百二十户，化解率百分之九十八点五。"]
    parts = [Part(text) for text in texts]
    with store(tmp_path / "l.sqlite3", [make_report(parts, "柳溪镇", 2023)]).read() as reader:
        for raw in ("120户 98件", "走访120户\n化解纠纷98件", "走访120户，化解纠纷98件"):
            hits = search(reader, raw, forgiving=True).hits
            assert [hit.passage.text for hit in hits if hit.how == "fuzzy"] == texts[:1]
        hits = search(reader, "走访120户 98%", forgiving=True).hits
        assert not [hit for hit in hits if "数字" in (hit.note or "")]


def test_a_number_within_another_is_none(tmp_path: Path) -> None:
    parts = [Part("走访二十六户。"), Part("走访116户。"), Part("走访十六户。")]
    with store(tmp_path / "l.sqlite3", [make_report(parts, "柳溪镇", 2023)]).read() as reader:
        hits = search(reader, "16户", forgiving=True).hits
        assert [(hit.passage.text, hit.how) for hit in hits] == [
            ("走访116户。", "literal"),
            ("走访十六户。", "fuzzy"),
        ]


@pytest.mark.parametrize(
    ("raw", "number", "how"),
    [
        ("nüxing", 6, "pinyin"),
        ("nǚxìng", 6, "pinyin"),
        ("nv3xing4", 6, "pinyin"),
        ("lvhua", 6, "pinyin"),
        ("luhua", 6, "pinyin"),
        ("nuxing", 6, "pinyin"),
        ("lu:hua", 6, "pinyin"),
        ("lǜhuà huāngpō", 6, "pinyin"),
        ("cwgongkai", 5, "pinyin"),
        ("cunwgk", 5, "pinyin"),
        ("cw公开", 5, "pinyin"),
        ("cunwugongkais", 5, "fuzzy"),
        ("cunwugogkai", 5, "fuzzy"),
        ("minnzhuyishi", 5, "fuzzy"),
        ("dingqi shanmen", 8, "fuzzy"),
    ],
)
def test_pinyin_may_be_typed_in_every_way(reader: Reader, raw: str, number: int, how: str) -> None:
    assert first(reader, raw)[:2] == (number, how)


def test_a_syllable_that_is_typed_twice_counts_twice(tmp_path: Path) -> None:
    parts = [Part("组织旁听庭审。"), Part("旁听神舟讲座。")]
    with store(tmp_path / "l.sqlite3", [make_report(parts, "柳溪镇", 2023)]).read() as reader:
        for raw in ("pang ting ting shen", "páng tīng tíng shěn"):
            hits = search(reader, raw, forgiving=True).hits
            assert hits[0].passage.text == parts[0].text


def test_a_pasted_text_is_asked_whole_and_then_piece_by_piece(reader: Reader) -> None:
    both = "每逢墟日由老支书带着年轻干部到街口摆桌\n谁有怨气都能坐下来慢慢讲，说完当面给答复"
    hits = search(reader, both, forgiving=True).hits
    assert {_TEXTS.index(hit.passage.text) for hit in hits[:2]} == {9, 10}
    long = both.replace("\n", "；") + "；此处另有一段谁也没有写过的话" * 20
    hits = search(reader, long, forgiving=True).hits
    assert {_TEXTS.index(hit.passage.text) for hit in hits[:2]} == {9, 10}


def test_few_homophones_stand_before_what_differs(tmp_path: Path) -> None:
    other = [Part(f"推行案件会伤机制{number}。") for number in range(3)]
    meant = [Part(f"案件会商第{word}例。") for word in "甲乙丙丁"]
    parts = [*meant, *other, *[Part(f"案件汇总{word}。") for word in "甲乙丙丁戊"]]
    with store(tmp_path / "l.sqlite3", [make_report(parts, "柳溪镇", 2023)]).read() as reader:
        hows = [hit.how for hit in search(reader, "案件汇伤", forgiving=True).hits]
        assert hows.count("homophone") == 7
        assert hows[:7] == ["homophone"] * 7
        assert "fuzzy" in hows[7:]


@pytest.mark.parametrize(
    ("raw", "meant"),
    [
        ("镇:青石 探望", "是否指：镇:青石桥镇"),
        ("镇:清石桥 探望", "是否指：镇:青石桥镇"),
        ("镇:qsqz 探望", "是否指：镇:青石桥镇"),
        ("镇:青石桥街道 探望", "是否指：镇:青石桥镇"),
        ("领域:调解", "是否指：领域:矛盾纠纷化解"),
        ("领域:信息化", "是否指：领域:数字法治"),
        ("部分:成绩效果", "是否指：部分:成效"),
        ("单位:清石桥 探望", "是否指：镇:青石桥镇"),
        ("主题:调解", "是否指：领域:矛盾纠纷化解"),
        ("年度:近三年", "请写作 年:2023"),
        ("镇:完全不同 探望", "请检查名称"),
    ],
)
def test_a_value_that_nothing_has_suggests_the_nearest(
    reader: Reader, raw: str, meant: str
) -> None:
    assert meant in str(regret(reader, raw))


def test_what_was_meant_is_said_beside_near_hits_too(reader: Reader) -> None:
    assert regret(reader, "领域:调解").beside_hits == str(regret(reader, "领域:调解"))
    unknown = regret(reader, "从未说过的话")
    assert unknown.advice
    assert unknown.beside_hits == unknown.reason


@many
@given(st.data())
def test_every_part_of_every_passage_is_found_to_the_letter(
    reader: Reader, data: st.DataObject
) -> None:
    record = data.draw(st.sampled_from(list(every_passage(reader))))
    start = data.draw(st.integers(0, len(record.text) - 1))
    end = data.draw(st.integers(start + 1, len(record.text)))
    part = record.text[start:end]
    hits = search(reader, part, limit=50).hits
    # What nobody sees alone asks for nothing.
    assert record.id in {hit.passage.id for hit in hits} or part == "\U000e0100"
