"""What a person may type, and what it is taken for."""

from __future__ import annotations

import pytest
from handmade import Draft

from tuibrowser.correcting.typed import (
    Unfit,
    Unfound,
    corrections_of,
    heading_meant,
    part_meant,
    value_of,
)
from tuibrowser.correcting.wording import correction_said, value_said
from tuibrowser.lexicon.load import load
from tuibrowser.model.correction import Correction, CorrectionKey
from tuibrowser.parsing.corrected.report import is_sound


@pytest.mark.parametrize(
    ("key", "said", "value"),
    [
        ("year", "2023", "2023"),
        ("year", "２０２３年", "2023"),
        ("date", "2024年1月5日", "2024-01-05"),
        ("date", "2024.1.5", "2024-01-05"),
        ("published", "无", None),
        ("issuer", " 柳溪 镇 ", "柳溪 镇"),
        ("kind", "不足", "shortcomings"),
        ("theme", "普法、矛盾纠纷", "publicity mediation"),
        ("measure", "普法 普法", "publicity"),
        ("heading", "二级标题", "2"),
        ("heading", "３", "3"),
        ("heading", "不是标题", None),
        ("issuer_kind", "街道", "subdistrict"),
    ],
)
def test_what_is_typed_is_taken_as_meant(key: CorrectionKey, said: str, value: str | None) -> None:
    assert value_of(key, said) == value
    part = "某一条" if key in ("kind", "theme", "measure", "heading") else ""
    assert all(map(is_sound, corrections_of(key, said, load(), part)))
    # What is shown of a value may be typed again.
    assert value_of(key, value_said(key, value)) == value


@pytest.mark.parametrize(
    ("key", "said", "sentence"),
    [
        ("year", "去年", "请写四位数字"),
        ("year", "0000", "请写四位数字"),
        ("year", "1023", "请写 1949 至 2099 之间的年份"),
        ("date", "2024-02-30", "请写成 2024-01-15"),
        ("issuer", "\u3000 ", "更正的内容是空的"),
        ("kind", "情况", "可指几个部分"),
        ("kind", "天文", "可写："),
        ("theme", "普法、天文", "没有“天文”这个工作领域，可写其中的词"),
        ("theme", "调解", "没有“调解”这个工作领域，是否指：矛盾纠纷化解"),
        ("heading", "0", "第几级标题"),
        ("issuer_kind", "工厂", "可写："),
    ],
)
def test_what_cannot_be_meant_is_refused_with_what_to_write(
    key: CorrectionKey, said: str, sentence: str
) -> None:
    with pytest.raises(Unfit, match=sentence):
        value_of(key, said)


def test_an_issuer_brings_its_kind() -> None:
    assert corrections_of("issuer", "柳溪街道", load()) == [
        Correction("issuer", "柳溪街道"),
        Correction("issuer_kind", "subdistrict"),
    ]
    whole = corrections_of("issuer", "青棠县柳溪镇人民政府", load())
    assert [it.value for it in whole] == ["柳溪镇", "town"]
    bureau = corrections_of("issuer", "青棠县水利局", load())
    assert [it.value for it in bureau] == ["青棠县水利局", "department"]
    unheard_of = corrections_of("issuer", "联合工作组", load())
    assert [it.value for it in unheard_of] == ["联合工作组", "other"]
    assert corrections_of("issuer", "无", load()) == [
        Correction("issuer", None),
        Correction("issuer_kind", None),
    ]


@pytest.mark.parametrize(
    ("level", "name", "above"),
    [
        ("county", "嘉鱼县", [("province", "湖北省"), ("city", "咸宁市")]),
        ("county", "密云区", [("province", "北京市"), ("city", "北京市")]),
        ("county", "鼓楼区", []),
        ("county", "青棠县", []),
        ("county", "无", []),
        ("city", "咸宁市", [("province", "湖北省")]),
    ],
)
def test_a_division_of_one_place_brings_the_levels_above_it(
    level: CorrectionKey, name: str, above: list[tuple[CorrectionKey, str]]
) -> None:
    found = corrections_of(level, name, load())
    assert [(it.key, it.value) for it in found[:-1]] == above
    assert found[-1] == Correction(level, value_of(level, name))


@pytest.mark.parametrize(
    ("level", "said", "name"),
    [
        ("county", "嘉鱼", "嘉鱼县"),
        ("county", "鼓楼", "鼓楼区"),
        ("city", "咸宁", "咸宁市"),
        ("province", "广西", "广西壮族自治区"),
        ("county", "青棠", "青棠"),
    ],
)
def test_a_division_is_called_by_its_full_name(level: CorrectionKey, said: str, name: str) -> None:
    assert corrections_of(level, said, load())[-1] == Correction(level, name)


def test_a_correction_is_said_in_words() -> None:
    said = correction_said(Correction("heading", None, "规范执法"))
    assert said == "“规范执法”的级别：不是标题"
    assert correction_said(Correction("measure", "", "某事")) == "“某事”的领域：无"


def test_a_heading_may_be_copied_with_its_number() -> None:
    draft = Draft("沙岭镇").head("一、", "开展的工作", "measures_results")
    draft.head("（二）", "办事提速", None, level=2).measure("压缩时限。")
    report = draft.head("二、", "办事中的短板", "shortcomings").report()
    assert heading_meant("二、办事中的短板", report) == "办事中的短板"
    assert heading_meant("（二）办事提速", report) == "办事提速"
    assert heading_meant("（二）办事", report) == "办事提速"
    assert part_meant("二、办事中", report) == ("theme", "办事中的短板")
    with pytest.raises(Unfound, match="没有含“三、办事中的短板”的标题"):
        heading_meant("三、办事中的短板", report)
