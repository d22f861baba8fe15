"""What stands around the name of what is counted is left out, where it is sure to be none of it."""

from __future__ import annotations

from cases import for_each
from hypothesis import given
from hypothesis import strategies as st
from placed import nouns_of

from tuibrowser.lexicon.load import load
from tuibrowser.parsing.nouns.edges import Edges, behind_signs
from tuibrowser.parsing.nouns.records import Counted
from tuibrowser.text.fold import squeeze


@for_each(
    ("sentence", "nouns"),
    [
        # who did it, with whom, and where
        ("局机关中层以上干部赴市法院旁听涉农案件庭审3次。", ["旁听涉农案件庭审"]),
        ("镇长办公会集体审议合同12份。", ["集体审议合同"]),
        # what only tells of it, before its number and behind it
        ("窗口评价参考率连续保持100%。", ["窗口评价参考率"]),
        ("9名队员汛期轮班盯守。", ["队员"]),
    ],
)
def test_what_stands_around_a_name_is_left_out(sentence: str, nouns: list[str]) -> None:
    assert nouns_of(sentence) == nouns


@for_each(
    ("sentence", "nouns"),
    [
        # 处罚 is another number than 不予处罚, and 应诉案件 than 案件.
        ("对轻微违法行为不予行政处罚14件。", ["不予行政处罚"]),
        ("依法作出不予处罚决定9件。", ["不予处罚决定"]),
        ("镇长亲自出庭应诉行政案件两件。", ["亲自出庭应诉行政案件"]),
        # a list is of all its members
        ("储备光伏、风电项目9个。", ["光伏、风电项目"]),
        ("参考率、合格率持续保持100%。", ["参考率", "合格率"]),
        # a name that holds a verb, or a kind of the thing
        ("培育线上消费纠纷解决机构9家。", ["线上消费纠纷解决机构"]),
        ("推进9个社区服务中心规范化建设。", ["社区服务中心"]),
        ("新建老年活动中心食堂3处。", ["老年活动中心食堂"]),
        ("镇级调处纠纷30件，村级化解22件。", ["镇级调处纠纷", "村级化解纠纷"]),
        ("12345热线工单办结率99%。", ["12345热线工单办结率"]),
    ],
)
def test_what_a_name_says_something_else_without_stays(sentence: str, nouns: list[str]) -> None:
    assert nouns_of(sentence) == nouns


@given(
    st.text("局镇村开展调解不未纠纷率、会同“”《》(中)心的了9共，。", min_size=4, max_size=30),
    st.data(),
)
def test_a_name_is_only_shortened_within_itself(text: str, data: st.DataObject) -> None:
    """But for a negation right before it, which belongs to it."""
    shadow, _ = squeeze(text)
    number = Counted(len(shadow), len(shadow) + 2, "件", 9)
    start = data.draw(st.integers(0, len(shadow) - 1))
    end = data.draw(st.integers(start + 1, len(shadow)))
    shadow = f"{shadow}9件"
    edges = Edges(shadow, shadow, load().units.counting)
    ((first, last),) = edges.trim(number, ((start, end),))
    assert start - (shadow[start - 1 : start] in {"不", "未"}) <= first < last <= end


def test_a_number_without_a_unit_has_signs_too() -> None:
    words = load().units.counting
    assert "unit 播" in list(behind_signs("粉丝3万主播开讲", 4, 6, "", words))
