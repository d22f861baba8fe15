from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuibrowser.text.placename import stem


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("大兴区", "大兴"),
        ("潭柘寺镇", "潭柘寺"),
        ("留下街道", "留下"),
        ("留下街道办事处", "留下"),
        ("常营地区办事处", "常营"),
        ("长哨营满族乡", "长哨营"),
        ("津市市", "津市"),
        ("浦东新区", "浦东"),
        ("高新区", "高新"),
        ("西林区", "西林"),
        ("神农架林区", "神农架"),
        ("锡林郭勒盟", "锡林郭勒"),
        ("香港特别行政区", "香港"),
        ("内蒙古自治区", "内蒙古"),
        ("新疆维吾尔自治区", "新疆"),
        ("伊犁哈萨克自治州", "伊犁"),
        ("恩施土家族苗族自治州", "恩施"),
        ("双江拉祜族佤族布朗族傣族自治县", "双江"),
        ("隆林各族自治县", "隆林"),
        ("鄂温克族自治旗", "鄂温克"),
        ("东乡族自治县", "东乡"),
        ("雲川鎮", "雲川"),
        ("青棠縣", "青棠"),
        ("望禾鄉", "望禾"),
        ("清河區", "清河"),
        ("東鄉族自治縣", "東鄉"),
    ],
)
def test_the_level_is_cut(name: str, short: str) -> None:
    assert stem(name) == short


@pytest.mark.parametrize(
    "name", ["和县", "道镇", "郊区", "镇", "", "大兴", "北京经济技术开发区", "滨江工业园区"]
)
def test_names_that_would_lose_their_meaning_stay(name: str) -> None:
    assert stem(name) == name


@given(st.text(st.sampled_from("大兴静海和蒙古回满族自治区县市镇乡街道新林")))
def test_a_stem_opens_the_name_and_is_no_single_character(name: str) -> None:
    short = stem(name)
    assert name.startswith(short)
    assert len(short) >= min(2, len(name))
