"""What a number is in its sentence, and which indicator it is of."""

import pytest

from tuibrowser.lexicon.load import load
from tuibrowser.parsing.figures import find_figures
from tuibrowser.parsing.placing import Placed, place_figures
from tuibrowser.text.fold import squeeze


def placed(sentence: str, *, is_plan: bool = False) -> dict[str, Placed]:
    """Each number of a sentence of the report of 2023, as written, with what it is."""
    shadow, offsets = squeeze(sentence)
    written = "".join(sentence[it] for it in offsets)
    found = list(find_figures(shadow, written, load().units))
    known = place_figures(shadow, found, load(), 2023, is_plan=is_plan)
    return {shadow[it.start : it.end]: place for it, place in zip(found, known, strict=True)}


def roles(sentence: str, *, is_plan: bool = False) -> dict[str, str]:
    return {text: it.role for text, it in placed(sentence, is_plan=is_plan).items()}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "调解纠纷126件，其中婚姻家庭纠纷48件、邻里纠纷39件。",
            {"126件": "total", "48件": "part", "39件": "part"},
        ),
        (
            "办理案件46件（简易程序38件，普通程序8件），罚款3000元。",
            {"46件": "total", "38件": "part", "8件": "part", "3000元": "total"},
        ),
        (
            "婚姻纠纷12件、邻里纠纷20件，合计32件。",
            {"12件": "part", "20件": "part", "32件": "total"},
        ),
        (
            "受理信访46件，较去年的38件增加8件。",
            {"46件": "total", "38件": "previous", "8件": "change"},
        ),
        (
            "走访企业由去年的30家增加到45家，同比增长50%。",
            {"30家": "previous", "45家": "total", "50%": "change"},
        ),
        ("调解成功率98%，提高2个百分点。", {"98%": "rate", "2个百分点": "change"}),
        ("化解矛盾311件（同比下降7%）。", {"311件": "total", "7%": "change"}),
        ("每村配备2名法律明白人，全年培训不少于3次。", {"2名": "floor", "不少于3次": "floor"}),
    ],
)
def test_a_number_is_what_its_sentence_makes_of_it(sentence: str, expected: dict[str, str]) -> None:
    assert roles(sentence) == expected


def test_what_a_plan_says_is_to_be_reached() -> None:
    assert roles("开展宣传12场，走访40户。", is_plan=True) == {"12场": "target", "40户": "target"}


def test_a_word_that_only_holds_one_of_a_plan_makes_no_goal() -> None:
    assert roles("举办模拟法庭，参加学生640人次。") == {"640人次": "total"}


def test_a_part_knows_its_total() -> None:
    known = placed("发放资料500份。调解纠纷126件，其中家庭纠纷48件，邻里纠纷39件。")
    assert [it.part_of for it in known.values()] == [None, None, 1, 1]


def test_numbers_of_another_kind_end_a_list_of_parts() -> None:
    known = roles("调解纠纷126件，其中家庭纠纷48件，开展宣传20场，化解信访12件。")
    assert known == {"126件": "total", "48件": "part", "20场": "total", "12件": "total"}


def test_each_number_has_the_indicator_of_what_it_counts() -> None:
    known = placed("组织4次集体学法、2次法治讲座，发放宣传册300份，调解成功率98%，罚款2万元。")
    assert [it.indicator for it in known.values()] == [
        "study_sessions",
        "lectures",
        "publicity_materials",
        "mediation_success_rate",
        "fines",
    ]


def test_a_part_without_words_of_its_own_is_of_its_totals_indicator() -> None:
    known = placed("作出行政处罚46件，其中对单位8件。")
    assert {it.indicator for it in known.values()} == {"penalties"}


def test_scope_and_time_are_what_the_words_say() -> None:
    known = placed("截至目前，全镇各村调解纠纷12件。上半年镇本级调解纠纷3件。")
    assert [(it.scope, it.time) for it in known.values()] == [
        ("with_villages", "until"),
        ("township", "half_year"),
    ]
