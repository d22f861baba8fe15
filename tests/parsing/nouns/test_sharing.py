"""Numbers that share out what stands before them."""

from __future__ import annotations

import pytest

from tuibrowser.lexicon.load import Lexicon
from tuibrowser.parsing.figures.find import find_figures
from tuibrowser.parsing.nouns.records import Counted
from tuibrowser.parsing.nouns.said import MOST, SentenceSoFar
from tuibrowser.text.fold import squeeze


@pytest.mark.parametrize(
    ("sentence", "nouns"),
    [
        ("及格率和优秀率依次为99%和41%", ["及格率", "优秀率"]),
        ("家事纠纷、邻里纠纷占全部纠纷的比重依次为40%、30%", ["家事纠纷", "邻里纠纷"]),
        ("议事亭、调解室各建成2个和7间", ["议事亭", "调解室"]),
        ("书面问卷和网上问卷各回收90份、80份", ["书面问卷", "网上问卷"]),
        ("集中审理的商标、专利案件分别达90件、80件", ["商标案件", "专利案件"]),
        # What ends the list belongs to each of its members.
        ("邻里、山林、水事纠纷分别为9件、4件、3件", ["邻里纠纷", "山林纠纷", "水事纠纷"]),
        ("合同、交通事故纠纷分别为9件、4件", ["合同纠纷", "交通事故纠纷"]),
        ("矛盾纠纷、劳动争议分别为9件、4件", ["矛盾纠纷", "劳动争议"]),
        ("土地、专利裁决申请分别为2件、7件", ["土地裁决申请", "专利裁决申请"]),
        (
            "老人、儿童等重点群体普法活动分别为4场、3场",
            ["老人普法活动", "儿童普法活动"],
        ),
        ("开展日间巡河、联合夜查、错时执法合计30次", ["日间巡河、联合夜查、错时执法"]),
        ("开展联合执法、定点值守共9次", ["联合执法、定点值守"]),
        ("噪声、油烟办结率分别为98%、97%", ["噪声办结率", "油烟办结率"]),
        ("抄表、收费、报修窗口分别为9个、4个、3个", ["抄表窗口", "收费窗口", "报修窗口"]),
        ("新建、扩建健身步道分别为9条、4条", ["新建健身步道", "扩建健身步道"]),
        (
            "民事裁判、民事调解、民事执行文书数分别为9份、4份、3份",
            ["民事裁判文书数", "民事调解文书数", "民事执行文书数"],
        ),
        ("买卖、租赁类合同分别为9份、4份", ["买卖合同", "租赁类合同"]),
        ("上访、诉讼案件“双降”，降幅分别为9%、4%", ["上访案件", "诉讼案件"]),
        (
            "甲地法院办理刑事、民事、行政审判业务分别为9件、4件、3件",
            ["刑事审判业务", "民事审判业务", "行政审判业务"],
        ),
        # Years share out what stands behind the last number, or in the clause before.
        ("2020年、2021年分别聘任9名、4名督学", ["督学", "督学"]),
        ("医患纠纷逐年减少，2020年、2021年分别受理9件、4件", ["医患纠纷", "医患纠纷"]),
        # The members are counted in the clause before.
        (
            "抽检蔬菜30批次、水产9批次，合格率依次为98%、100%",
            ["抽检蔬菜", "水产", "蔬菜合格率", "水产合格率"],
        ),
        (
            "受理投诉30件、举报9件，分别办结29件、8件",
            ["受理投诉", "举报", "办结投诉", "办结举报"],
        ),
        ("受理诉求30件、建议9件，办结29件、8件", ["受理诉求", "建议", "办结诉求", "办结建议"]),
        # Without a word for it, and of rates of several things.
        ("合同、协议为9份和5份", ["合同", "协议"]),
        (
            "查处货车9辆，受理投诉4件，同比分别下降18%、15%",
            ["查处货车", "投诉", "查处货车同比下降", "投诉同比下降"],
        ),
        # One number each is no share of a list.
        ("镇、村各建成1个法治广场", ["法治广场"]),
    ],
)
def test_each_number_has_its_member(lexicon: Lexicon, sentence: str, nouns: list[str]) -> None:
    shadow, offsets = squeeze(sentence)
    found = find_figures(shadow, sentence, lexicon.units)
    assert [
        "".join(sentence[offsets[start] : offsets[end - 1] + 1] for start, end in it.noun)
        for it in found
    ] == nouns


def test_of_a_sentence_with_thousands_of_numbers_few_are_kept(lexicon: Lexicon) -> None:
    sentence = "投诉3件、" * 3_000
    earlier = SentenceSoFar(sentence, sentence, lexicon.units.counting)
    for start in range(0, len(sentence), 5):
        earlier.add(Counted(start + 2, start + 4, "件", 3), ((start, start + 2),))
    assert len(earlier.latest(MOST)) == MOST
    assert not earlier.latest(MOST + 1)
    assert earlier.is_listed(earlier.latest(1)[0])
    first, *_ = earlier.latest(MOST)
    earlier.add(Counted(len(sentence), len(sentence) + 2, "件", 3), ())
    assert not earlier.is_listed(first)  # it is forgotten by now
