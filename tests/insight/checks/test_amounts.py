"""Sums, parts, rates and doubled values: what is remarked, and what only looks like it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reviewed import found, said


@pytest.mark.parametrize(
    ("sentence", "sums"),
    [
        (
            "全年化解矛盾纠纷126件，其中邻里纠纷48件、婚姻家庭纠纷39件、土地纠纷27件、劳资纠纷22件。",
            "48＋39＋27＋22＝136，合计写为126件",
        ),
        (
            "调解邻里纠纷48件、婚姻纠纷39件、其他纠纷22件，合计119件。",
            "48＋39＋22＝109，合计写为119件",
        ),
        ("受理信访70件（来信20件、来访30件、网上投诉18件）。", "20＋30＋18＝68，合计写为70件"),
        ("办理案件50起，其中一般程序12起，简易程序30起，其他6起。", "12＋30＋6＝48，合计写为50起"),
        (
            "全镇调处纠纷90起，分别为：土地30起、邻里40起、婚姻25起。",
            "30＋40＋25＝95，合计写为90起",
        ),
        ("培训干部36人次，其中镇干部20人次、村干部26人次。", "20＋26＝46，合计写为36人次"),
        (
            "调解纠纷76件，涉及金额120万元，其中家庭26件、邻里30件、其他30件。",
            "26＋30＋30＝86，合计写为76件",
        ),
        ("律师进驻18个村，村均服务12次，总计261次。", "18×12＝216，合计写为261次"),
        ("村调委会调解纠纷143件，镇调委会调解26件，共计179件。", "143＋26＝169，合计写为179件"),
        ("全镇有调解员62名，其中专职12名、兼职60名。", "12＋60＝72，合计写为62名"),
        ("发放资料8000份，其中读本3000册、单页5500份。", "3000＋5500＝8500，合计写为8000份"),
        ("执法人员25名，其中在编16名、聘用8名。", "16＋8＝24，合计写为25名"),
        ("上半年化解40件，下半年化解50件，全年共化解纠纷95件。", "40＋50＝90，合计写为95件"),
        ("清理文件30件，保留18件、修改6件、废止8件。", "18＋6＋8＝32，合计写为30件"),
        ("公开申请9件，其中予以公开4件、部分公开2件、其他处理1件。", "4＋2＋1＝7，合计写为9件"),
        (
            "排查隐患50处，立即整改40处，限期整改6处，其余2处正在整改。",
            "40＋6＋2＝48，合计写为50处",
        ),
        ("走访企业由去年的30家增加到45家，增加12家。", "30＋12＝42，写为45家"),
        ("召开会议17次，比去年的9次增加6次。", "9＋6＝15，写为17次"),
        ("共审查合同42份，其中土地合同20份，占47.6%，工程合同30份，占71.4%。", "20＋30＝50"),
    ],
)
def test_a_list_that_does_not_add_up_is_remarked_with_the_sum(sentence: str, sums: str) -> None:
    """The parts and the whole stand in the remark."""
    (says,) = said("sum", found(sentence))
    assert sums in says


@pytest.mark.parametrize(
    "sentence",
    [
        "全年化解矛盾纠纷136件，其中邻里纠纷48件、婚姻家庭纠纷39件。",
        "全年化解矛盾纠纷136件，其中邻里纠纷48件、婚姻纠纷39件、土地纠纷27件、其他纠纷22件。",
        "全年化解纠纷130余件，其中邻里纠纷48件、婚姻纠纷39件、土地纠纷27件、其他纠纷22件。",
        "调解邻里纠纷48件、婚姻纠纷39件，合计87件。",
        "律师进驻18个村，村均服务12次，总计216次。",
        "全镇有网格员60名，其中党员40名、女性35名。",
        "全年培训60人次，其中党员40人次、女性35人次。",
        "排查纠纷136件，化解130件，其中邻里90件、土地46件。",
        "开展宣传48场，其中上半年20场，发放资料3000份。",
        "排查纠纷126件，其中邻里纠纷48件、土地纠纷60件，成功化解120件。",
        "清理文件32件，保留18件、修改6件、废止8件。",
        "排查隐患120处，其中重大隐患3处，立即整改110处，限期整改10处。",
        "受理诉求40件，办结38件，回复38件。",
        "上半年化解40件，下半年化解50件，全年共化解纠纷90件。",
        "召开会议17次，比去年的9次增加8次。",
        "走访企业由去年的30家增加到45家，走访农户12户。",
        "全年开展宣传活动48场，其中镇本级12场、各村36场。",
        "共开展检查90次，其中燃气28次（含夜查20次）、消防38次、其他24次。",
        "举办培训4期，每期2天，培训干部80人次。",
        "行政处罚90起，其中涉及文明行为28起，市容环境38起，焚烧24起，涉及处罚金11850元。",
    ],
)
def test_a_list_that_may_be_right_is_not(sentence: str) -> None:
    """Not whole, about, counted twice, or of another whole of the sentence."""
    findings = found(sentence)
    assert not said("sum", findings)
    assert not said("part_exceeds", findings)


@given(st.lists(st.integers(2, 400), min_size=2, max_size=6), st.integers(-40, 40))
def test_a_list_that_claims_to_be_whole_is_remarked_just_where_it_is_not(
    parts: list[int], off: int
) -> None:
    """Whatever the numbers are."""
    total = sum(parts) + off
    if total <= max(parts):
        return
    names = ["邻里", "婚姻", "土地", "劳资", "山林", "合同"]
    members = [f"{name}纠纷{part}件" for name, part in zip(names, parts, strict=False)]
    members[-1] = f"其他纠纷{parts[-1]}件"
    sums = said("sum", found(f"全年化解纠纷{total}件，其中{'、'.join(members)}。"))
    assert bool(sums) == bool(off)
    assert not off or "＋".join(map(str, parts)) in sums[0]


@pytest.mark.parametrize(
    "sentence",
    [
        "排查矛盾纠纷126件，成功化解136件。",
        "组织资格考试2批，报名206人，通过288人。",
        "全年受理信访件40件，办结信访件44件。",
        "审查合同42份，其中土地合同50份。",
        "检查发现安全隐患23处，整改31处。",
        "调解纠纷84起，涉及金额113万元，其中劳资纠纷9起，涉及金额167万元。",
    ],
)
def test_a_part_larger_than_its_whole_is_remarked(sentence: str) -> None:
    """Whether 其中 leads to it or what was found and what was settled."""
    assert len(said("part_exceeds", found(sentence))) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "排查矛盾纠纷40件，成功化解40件。",
        "受理信访12件，解决群众困难200件。",
        "开展排查12次，化解矛盾纠纷40件。",
        "排查出矛盾纠纷约40件，化解45件。",
        "排查矛盾纠纷2000余次，排查矛盾纠纷40件，成功调解40件，提供法律咨询300余件。",
        "镇本级化解纠纷40件，各村化解纠纷90件。",
    ],
)
def test_what_was_settled_of_another_thing_is_not(sentence: str) -> None:
    """Another object, another unit, about."""
    assert not said("part_exceeds", found(sentence))


@pytest.mark.parametrize(
    ("sentence", "sums"),
    [
        ("共摸排矛盾纠纷382起，调处成功375起，调解成功率达100%。", "375÷382＝98.2%，写为100%"),
        ("调解纠纷211件，成功195件，成功率97.2%。", "195÷211＝92.4%，写为97.2%"),
        ("受理信访50件，办结45件，办结率98%。", "45÷50＝90%，写为98%"),
        ("处罚120起，其中市容30起，占35%。", "30÷120＝25%，写为35%"),
        ("全年调解纠纷90件，较上年的60件增长30%。", "（90－60）÷60＝50%，写为增长30%"),
        ("学法考试应考60人，参考58人，参考率100%。", "58÷60＝96.7%，写为100%"),
        ("行政诉讼应诉案件3件，负责人出庭2件，出庭应诉率100%。", "2÷3＝66.7%，写为100%"),
        ("发生案件由80件下降到60件，下降20%。", "（60－80）÷80＝-25%，写为下降20%"),
    ],
)
def test_a_rate_that_its_numbers_do_not_make_is_remarked(sentence: str, sums: str) -> None:
    """With the division in it."""
    (says,) = said("rate_mismatch", found(sentence))
    assert sums in says


@pytest.mark.parametrize(
    "sentence",
    [
        "共摸排矛盾纠纷382起，调处成功375起，调解成功率98.2%。",
        "共摸排矛盾纠纷382起，调处成功375起，调解成功率达98%以上。",
        "排查纠纷120件，化解117件，化解率97.5%，群众满意率100%。",
        "办结信访件427件，按时受理率、办结率、群众满意率均为100%。",
        "处罚120起，其中市容30起，占25%。",
        "发现隐患406条，当场整改352条，限期整改54条，整改率100%。",
        "全年接待咨询210人次，较上年增加35人次，增长20%。",
        "排查隐患156处，整改完成148处，整改率达95%，其余8处正在整改。",
        "全年调解纠纷90件，较上年的60件增长50%。",
        "全年开展宣传58场，同比增长120%，完成全年任务的140%。",
    ],
)
def test_a_rate_that_may_be_right_is_not(sentence: str) -> None:
    """Rounded, at least, of other numbers, growth."""
    findings = found(sentence)
    assert not said("rate_mismatch", findings)
    assert not said("rate_over_100", findings)


@pytest.mark.parametrize("sentence", ["调解成功率达102%。", "村级法律顾问覆盖率为120%。"])
def test_a_share_over_a_hundred_is_remarked(sentence: str) -> None:
    """A share of a whole cannot be more than it."""
    assert len(said("rate_over_100", found(sentence))) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("全年化解矛盾纠纷136件。", "一年来，共化解各类矛盾纠纷126件。"),
        ("全年受理信访件40件。", "全年共受理信访件46件。"),
        ("便民服务站18个，比上年增加4个。", "已建成便民服务站21个。"),
        ("现有行政执法人员41名。", "全镇共有行政执法人员38名。"),
        ("全年开展法治宣传活动24场次。", "今年以来，共组织法治宣传活动28场次。"),
        ("今年以来，走访企业58家。", "全年共走访企业85家。"),
        ("全年出具法律意见书31份。", "法律顾问全年出具法律意见书13份。"),
    ],
)
def test_one_thing_with_two_values_is_remarked(one: str, other: str) -> None:
    """In whatever parts the two stand."""
    (says,) = said("two_values", found(one, duty=other))
    assert "前后写为" in says


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("全年化解矛盾纠纷136件。", "上半年化解矛盾纠纷60件。"),
        ("镇本级共化解矛盾纠纷36件。", "各村共化解矛盾纠纷126件。"),
        ("全年化解矛盾纠纷120余件。", "全年共化解矛盾纠纷126件。"),
        ("全年发放宣传资料1.2万份。", "全年发放宣传资料12000份。"),
        ("全年受理信访件40件。", "全年受理信访件40起。"),
        ("全年化解矛盾纠纷136件。", "上年全年化解矛盾纠纷126件。"),
        ("全年开展专题学习4次。", "开展专题学习6次。"),
        ("全年开展培训4次。", "全年开展培训6次。"),
        ("全年审查合同46份。", "审查村级合同18份。"),
    ],
)
def test_two_things_or_one_value_written_twice_are_not(one: str, other: str) -> None:
    """Half a year, another base, about, another way to write it."""
    assert not said("two_values", found(one, duty=other))


@pytest.mark.parametrize("piece", ["合计{}件、", "(其中{}件", "其中{}件，", "{}件", "占{}%，"])
def test_a_sentence_of_thousands_of_numbers_is_passed_over(piece: str) -> None:
    """Nobody can tell what belongs to what; what stands beside it is looked at as ever."""
    crowd = "".join(piece.format(number) for number in range(2_000))
    findings = found(f"排查情况：{crowd}。全年化解纠纷90件，其中邻里60件、土地40件。")
    assert [it.says for it in findings if it.kind == "sum"] == ["60＋40＝100，合计写为90件，请核"]
