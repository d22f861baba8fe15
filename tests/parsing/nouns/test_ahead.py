"""Things that only the last of several numbers names, and belong to all of them."""

from __future__ import annotations

from cases import for_each
from placed import nouns_of


@for_each(
    ("sentence", "nouns"),
    [
        # What was done to them is told with them; a verb that only introduces them is not.
        ("转办9件、退回3件信访事项", ["转办信访事项", "退回信访事项"]),
        ("取缔2家、关停5家砂石厂", ["取缔砂石厂", "关停砂石厂"]),
        ("修订6件和废止4件规范性文件", ["修订规范性文件", "废止规范性文件"]),
        ("清退8名、新增13名巡河员", ["清退巡河员", "新增巡河员"]),
        ("签约5家、续聘3家律所", ["签约律所", "律所"]),
        ("新建2处、改造4处、修缮7处宪法广场", ["宪法广场", "改造宪法广场", "宪法广场"]),
        ("全年举办6场、协办2场普法晚会", ["普法晚会", "普法晚会"]),
        ("召开3次、列席5次推进会", ["推进会", "推进会"]),
        ("命名2个国家级、9个省级示范村", ["国家级示范村", "省级示范村"]),
    ],
)
def test_several_acts_have_the_thing_behind_the_last_number(
    sentence: str, nouns: list[str]
) -> None:
    assert nouns_of(sentence) == nouns


@for_each(
    ("sentence", "nouns"),
    [
        # What names itself, what was counted before, and what is counted otherwise.
        ("组织培训4次、宣讲2次法治课", ["培训", "宣讲法治课"]),
        ("调解纠纷30件、防止民转刑案件2件", ["调解纠纷", "防止民转刑案件"]),
        ("受理信访件30件，办结28件、转办2件", ["受理信访件", "办结信访件", "转办信访件"]),
        ("培训调解员40名、网格员26名", ["培训调解员", "网格员"]),
        ("查处5起、取缔2处非法采砂点", ["查处", "取缔非法采砂点"]),
    ],
)
def test_a_number_that_has_its_own_takes_none_from_the_next(
    sentence: str, nouns: list[str]
) -> None:
    assert nouns_of(sentence) == nouns
