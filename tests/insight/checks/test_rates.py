"""Rates and growths: which numbers of the sentence they are of."""

from __future__ import annotations

import pytest
from reviewed import found, said

from tuibrowser.lexicon.moves import FALLEN, RISEN


@pytest.mark.parametrize(
    "sentence",
    [
        "受理信访126件，办结118件，受理量较上年的140件下降10%。",
        "立案52件，结案50件，立案数比2022年的40件增长30%。",
        "接待咨询640人次，其中妇女260人次，咨询总量较上年的512人次增长25%。",
        "排查隐患150处，整改148处，隐患数较2022年的200处下降25%。",
        "受理投诉150件，办结148件，案件总量较上年的200件下降25%。",
    ],
)
def test_growth_is_of_what_its_clause_names(sentence: str) -> None:
    """Not of the number that stands next; where none is named, of any that grew so."""
    assert not said("rate_mismatch", found(sentence))


@pytest.mark.parametrize(
    ("sentence", "sums"),
    [
        (
            "立案92件、结案90件，立案数较2022年的80件增长18%。",
            "（92－80）÷80＝15%，写为增长18%",
        ),
        (
            "接待咨询640人次，其中妇女260人次，咨询总量较上年的512人次增长35%。",
            "（640－512）÷512＝25%，写为增长35%",
        ),
        (
            "接访量较去年的86批次减少25%，为62批次。",
            "（62－86）÷86＝-27.9%，写为下降25%",
        ),
    ],
)
def test_a_growth_that_what_it_names_does_not_make_is_remarked(sentence: str, sums: str) -> None:
    """With the numbers that are meant."""
    (says,) = said("rate_mismatch", found(sentence))
    assert sums in says


@pytest.mark.parametrize("word", RISEN.split("|"))
def test_every_word_for_more_is_read_by_the_check_of_growth(word: str) -> None:
    (says,) = said("rate_mismatch", found(f"接待来访92批次，较去年的80批次{word}30%。"))
    assert "写为增长30%" in says
    assert not said("rate_mismatch", found(f"接待来访92批次，较去年的80批次{word}15%。"))


@pytest.mark.parametrize("word", FALLEN.split("|"))
def test_every_word_for_less_is_read_by_the_check_of_growth(word: str) -> None:
    (says,) = said("rate_mismatch", found(f"接待来访60批次，较去年的80批次{word}15%。"))
    assert "写为下降15%" in says
    assert not said("rate_mismatch", found(f"接待来访60批次，较去年的80批次{word}25%。"))


@pytest.mark.parametrize(
    "sentence",
    [
        "书记召开专题会3次，镇长出庭应诉1次，出庭应诉率100%。",
        "开展法治讲座6场，组织旁听庭审1场，领导干部旁听率100%。",
        "组织学法9次、测试2次，测试合格率100%。",
        "召开听证会2次，公示3次，审查率100%。",
    ],
)
def test_acts_of_two_kinds_make_no_rate(sentence: str) -> None:
    """Nor is one more than it may be of the other."""
    findings = found(sentence)
    assert not said("rate_mismatch", findings)
    assert not said("part_exceeds", findings)


@pytest.mark.parametrize(
    ("sentence", "sums"),
    [
        ("全镇农户3200户，签订承诺书3136份，签订率95%。", "3136÷3200＝98%，写为95%"),
        ("重点场所86家，签订责任书78份，签约率95%。", "78÷86＝90.7%，写为95%"),
        ("受理许可事项1250件，网上办理875件，网办率75%。", "875÷1250＝70%，写为75%"),
    ],
)
def test_a_rate_may_be_of_papers_or_shortened(sentence: str, sums: str) -> None:
    """Each household signs one; 网办 is 网上办理."""
    (says,) = said("rate_mismatch", found(sentence))
    assert sums in says


@pytest.mark.parametrize(
    "sentence",
    [
        "代表建议9件、委员提案6件办复率100%。",
        "当场答复的271件，转办的73件，息访率97%。",
        "回访群众满意882份、基本满意231份，综合满意度97.1%。",
        "税收1206万元，增长8.3%；出让金3418万元，下降12.7%。",
        "满意率由上年的91.2%升至96.7%，重复投诉工单同比减少31.4%。",
        "调成纠纷1092件，比前年多了158件，当事人反悔的只有4件。",
    ],
)
def test_numbers_side_by_side_are_no_part_of_each_other(sentence: str) -> None:
    """Of one row, of two, or with a thing of their own."""
    findings = found(sentence)
    assert not said("rate_mismatch", findings)
    assert not said("sum", findings)


@pytest.mark.parametrize(("rate", "count"), [("12.5%", 0), ("15.2%", 1)])
def test_what_it_was_may_stand_in_a_bracket_by_its_year(rate: str, count: int) -> None:
    sentence = f"化解纠纷105件，同比下降{rate}（2022年120件）。"
    assert len(said("rate_mismatch", found(sentence))) == count


@pytest.mark.parametrize(("share", "count"), [("60%", 0), ("66%", 1)])
def test_an_average_beside_the_whole_is_no_whole(share: str, count: int) -> None:
    sentence = f"全年办理业务9000件，日均办件36件；其中线上办理5400件，占{share}。"
    assert len(said("rate_mismatch", found(sentence))) == count


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("纠纷化解率98.7%（76/77）。", 0),
        ("纠纷化解率98.7%（74/77）。", 1),
        ("纠纷化解率95.3%（76件／77件）。", 1),
        ("18个组中有12个达标，占全镇村民组总数的75%。", 1),
        ("18个组中有12个达标，占全镇村民组总数的66.7%。", 0),
        ("抽查商户48家，合格45家，整改后合格率100%。", 0),
        ("抽查商户48家，合格45家，合格率100%。", 1),
    ],
)
def test_what_a_rate_is_of_may_be_told_behind_it_or_in_other_words(
    sentence: str, count: int
) -> None:
    """As a fraction, as all there are, and of a second try."""
    assert len(said("rate_mismatch", found(sentence))) == count


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("42名执法人员中，持证39人，参训率100%。", 0),
        ("42名执法人员中，持证39人，持证率100%。", 1),
        ("18个村中，12个村建成说事点，覆盖率75%。", 1),
    ],
)
def test_a_rate_that_names_another_act_is_not_of_the_number_beside_it(
    sentence: str, count: int
) -> None:
    assert len(said("rate_mismatch", found(sentence))) == count


@pytest.mark.parametrize(
    "sentence",
    [
        "受理投诉96件（含重复件6件），办结90件，办结率100%。",
        "受理投诉96件，退单6件，办结90件，办结率100%。",
        "受理投诉96件，不予受理4件、撤回2件，办结90件，办结率100%。",
        "应考96人，6人因病请假，实考90人，参考率100%。",
        "排查隐患96处，移交县水务部门6处，整改90处，整改率100%。",
        "检查作坊96家（停业6家），合格81家，合格率90%。",
    ],
)
def test_a_rate_may_be_of_what_is_left_when_some_is_set_aside(sentence: str) -> None:
    assert not said("rate_mismatch", found(sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "受理投诉96件（含重复件6件），办结88件，办结率100%。",
        "受理投诉96件（含涉企6件），办结90件，办结率100%。",
        "排查隐患96处，整改90处，正在整改6处，整改率100%。",
    ],
)
def test_what_is_only_some_of_it_or_still_open_is_not_set_aside(sentence: str) -> None:
    assert len(said("rate_mismatch", found(sentence))) == 1


@pytest.mark.parametrize(
    ("sentence", "says"),
    [
        ("受理投诉200件，办结188件，办结率99.0%。", "188÷200＝94.0%，写为99.0%，请核"),
        ("排查隐患300处，整改285处，整改率98.50%。", "285÷300＝95.00%，写为98.50%，请核"),
        ("立案92件，较上年的80件增长18.0%。", "（92－80）÷80＝15.0%，写为增长18.0%，请核"),
        ("受理投诉200件，办结188件，办结率99%。", "188÷200＝94%，写为99%，请核"),
        # Told to a tenth, it is no rounded 98%.
        ("受理投诉1000件，办结984件，办结率98.0%。", "984÷1000＝98.4%，写为98.0%，请核"),
    ],
)
def test_a_rate_is_repeated_as_it_was_written(sentence: str, says: str) -> None:
    assert said("rate_mismatch", found(sentence)) == [says]


@pytest.mark.parametrize(
    "sentence",
    [
        "受理投诉1000件，办结984件，办结率98%。",
        "受理投诉1000件，办结980件，办结率98.0%。",
        "受理投诉213件，办结203件，办结率95.30%。",
    ],
)
def test_a_rate_agrees_to_the_digits_that_it_shows(sentence: str) -> None:
    assert not said("rate_mismatch", found(sentence))
