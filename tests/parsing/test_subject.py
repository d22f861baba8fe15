"""What makes a document a report on law-based government."""

from __future__ import annotations

import pytest

from tuibrowser.lexicon.load import Lexicon
from tuibrowser.model.document import Document
from tuibrowser.parsing.understand import understand

WORK = """2022年，我局围绕“供水、排水”两件事，把水表查到户、把管网修到巷。
一、主要工作
更换老旧管网12公里，抢修漏点85处，接听来电1200个。
二、存在的问题
个别小区二次供水设施老化。
三、下一步打算
把抄表方式改为远传，把窗口搬进社区。
"""


def is_report(text: str, name: str, lexicon: Lexicon) -> bool:
    return understand(Document(text, "0" * 64, name, "utf-8"), lexicon).is_report


@pytest.mark.parametrize(
    "name",
    ["自来水局2022年法治政府建设工作总结.docx", "2022依法行政工作情况（定稿）.txt"],
)
def test_a_text_without_title_is_what_its_file_is_called(name: str, lexicon: Lexicon) -> None:
    assert is_report(WORK, name, lexicon)
    assert not is_report(WORK, "2022年工作总结.docx", lexicon)


@pytest.mark.parametrize(
    "name",
    ["关于报送法治政府建设情况的通知.docx", "法治政府建设工作要点及情况说明.docx", "法治政府.docx"],
)
def test_the_name_of_another_kind_of_paper_makes_no_report(name: str, lexicon: Lexicon) -> None:
    assert not is_report(WORK, name, lexicon)


def test_a_name_alone_makes_no_report_of_what_has_no_parts(lexicon: Lexicon) -> None:
    prose = "把水表查到户，把管网修到巷，抢修漏点85处。\n" * 8
    assert not is_report(prose, "2022年法治政府建设工作总结.docx", lexicon)


def test_a_sentence_that_presents_such_a_report_is_enough(lexicon: Lexicon) -> None:
    text = WORK.replace("。\n一、", "。现将{}情况报告如下：\n一、", 1)
    assert is_report(text.format("2022年依法行政工作"), "a.txt", lexicon)
    assert not is_report(text.format("2022年供水工作"), "a.txt", lexicon)


def test_what_begins_amid_a_count_is_the_rest_of_a_report(lexicon: Lexicon) -> None:
    rest = (
        "（三）规范执法行为\n开展行政执法检查62次，办理行政处罚9件。\n"
        "（四）化解矛盾纠纷\n调解纠纷81件，接待信访16批次。\n二、存在的问题\n人手偏紧。\n"
    )
    report = understand(Document(rest, "0" * 64, "a.txt", "utf-8"), lexicon)
    assert report.is_report
    assert [it.title for it in report.sections] == ["规范执法行为", "化解矛盾纠纷", "存在的问题"]
    assert len(report.figures) == 4
    # A whole one on other work, and the rest of one.
    assert not is_report(
        rest.replace("（三）", "（一）").replace("（四）", "（二）"), "a.txt", lexicon
    )
    assert not is_report(
        WORK.replace(
            "2022年，我局围绕“供水、排水”两件事，把水表查到户、把管网修到巷。\n一、主要工作",
            "二、主要工作",
        ),
        "a.txt",
        lexicon,
    )
    # Three words of one field are not three fields.
    one_field = "（三）规范执法行为\n开展行政执法检查62次，双随机抽查8户，行政处罚9件。\n"
    assert not is_report(one_field, "a.txt", lexicon)


DRAFT = """2023年，乡里的事一件一件往前走。
定事先问法。行政决策一律先过合法性审查关。
办案讲规矩。行政处罚9件，没有一件被复议撤销。
下乡送明白。赶集日普法14场，顺带调解邻里争执6件。
"""


def test_a_draft_that_tells_of_most_fields_side_by_side_is_one(lexicon: Lexicon) -> None:
    assert is_report(DRAFT, "a.txt", lexicon)
    # Two fields fewer, or the same among much else, may be any town's yearly account.
    assert not is_report(DRAFT.replace("行政决策一律先过合法性审查关。", ""), "a.txt", lexicon)
    assert not is_report(DRAFT + "修路架桥，栽桑养蚕，接水通电。\n" * 90, "a.txt", lexicon)


def test_a_draft_that_names_two_aims_and_two_fields_close_together_is_one(
    lexicon: Lexicon,
) -> None:
    draft = (
        "2024年，站里的活儿没落下一件。\n依法行政这根弦绷得紧，抽查执法案卷28卷。\n"
        "法治建设有人管，局长碰头3次。\n船东吵嘴有人劝，调解17起。\n"
    )
    assert is_report(draft, "a.txt", lexicon)
    assert not is_report(draft.replace("法治建设", "厂房建设"), "a.txt", lexicon)
    assert not is_report(draft + "修路架桥，栽桑养蚕，接水通电。\n" * 90, "a.txt", lexicon)


@pytest.mark.parametrize(
    "name",
    [
        "关于做好2024年法治政府建设有关工作的通知",
        "柳溪镇2024年普法依法治理工作要点",
        "柳溪镇召开法治政府建设推进会",
        "县司法局举办行政执法培训班",
        "柳溪镇党委中心组学法方案",
    ],
)
def test_another_paper_on_the_subject_is_no_report(name: str, lexicon: Lexicon) -> None:
    text = (
        "以习近平法治思想为指导，推进法治政府建设，提升依法行政水平，规范行政执法，"
        "抓实普法宣传，健全人民调解，化解信访积案，推进政务公开。"
    )
    assert is_report(text, "a.txt", lexicon)
    assert not is_report(f"{name}\n{text}", "a.txt", lexicon)
