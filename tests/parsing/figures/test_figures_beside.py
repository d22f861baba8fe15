"""Amounts with rare units or none, and spans of time that were taken: what counts and what not."""

from __future__ import annotations

import pytest

from tuibrowser.lexicon.load import Lexicon
from tuibrowser.parsing.figures.find import Quantity, find_figures
from tuibrowser.text.fold import squeeze


def quantities(sentence: str, lexicon: Lexicon) -> list[Quantity]:
    shadow, offsets = squeeze(sentence)
    written = "".join(sentence[offset] for offset in offsets)
    return list(find_figures(shadow, written, lexicon.units))


@pytest.mark.parametrize(
    ("sentence", "figures"),
    [
        # Pairs and lines count where the clause ends with them; elsewhere both are other words.
        ("办理结婚登记1,926对、离婚登记230对。", [("1,926对", 1926), ("230对", 230)]),
        ("2023对标先进,12路公交车增设站点", []),
        ("接入视频探头1.1万路,共享监控320路。", [("1.1万路", 11000), ("320路", 320)]),
        # An area by whatever sign.
        ("拆除违建183处2.6万平米", [("183处", 183), ("2.6万平米", 26000)]),
        ("拆除违法建筑11处1650㎡,整治", [("11处", 11), ("1650㎡", 1650)]),
        ("拆除“两违”17宗4300平方,未发生", [("17宗", 17), ("4300平方", 4300)]),
        # What is read and seen needs no unit; money without one is no figure.
        (
            "浏览量1.5万+,点击量6.2万,粉丝超3万。",
            [("1.5万+", 15000), ("6.2万", 62000), ("超3万", 30000)],
        ),
        ("投入3.5万,惠及群众", []),
        # A zero in Chinese, beside parts of machines and slogans.
        ("依申请公开零件,行政诉讼零起。", [("零件", 0), ("零起", 0)]),
        ("生产汽车零件,实现零投诉", []),
        # What is shortened took so long; a limit is none.
        (
            "审批时限由20个工作日缩减至7个工作日。",
            [("20个工作日", 20), ("7个工作日", 7)],
        ),
        ("时限从15个工作日压缩到当场办结", [("15个工作日", 15)]),
        ("从签约到投产仅用11个月。", [("11个月", 11)]),
        ("公示期不少于7个工作日,为期3个月,6个月内完成", []),
        ("村村响播音365天不断线", [("365天", 365)]),
        ("服务365天不打烊,24小时值守", []),
        # Three papers are counted, the three systems of enforcement are a name.
        ("应知应会清单等3项制度文件", [("3项", 3)]),
        ("落实行政执法3项制度", []),
        # A floor counts though a verb stands between; a habit does not.
        ("每月至少开展2场次宣传", [("2场次", 2)]),
        ("每月开展2场次宣传", []),
    ],
)
def test_what_counts_beside_the_usual_units(
    sentence: str, figures: list[tuple[str, float]], lexicon: Lexicon
) -> None:
    shadow, _ = squeeze(sentence)
    found = quantities(sentence, lexicon)
    assert [(shadow[it.start : it.end], it.value) for it in found] == figures


def test_areas_have_one_unit_however_it_is_written(lexicon: Lexicon) -> None:
    found = quantities("拆除5平米,清理6平方,硬化7㎡,新建8平方米。", lexicon)
    assert [it.unit for it in found] == ["平方米"] * 4


def test_a_hedge_without_a_unit_is_read(lexicon: Lexicon) -> None:
    (found,) = quantities("公众号浏览量300余,转载多次。", lexicon)
    assert (found.value, found.unit) == (300, "")


@pytest.mark.parametrize("kind", ["方面", "领域"])
def test_fields_that_something_turns_to_are_no_count(kind: str, lexicon: Lexicon) -> None:
    assert quantities(f"围绕5个{kind}查摆,整改问题17个。", lexicon)[0].value == 17
