"""Paragraphs out of wrapped, spaced and run-together sources."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuibrowser.parsing.breaks.paragraphs import paragraphs
from tuibrowser.parsing.lines.source import unwrapped

SENTENCES = [
    "镇党委、政府把法治政府建设列入年度重点任务，主要负责人逐项研究部署，做到同安排、同检查、同考核。",
    "以“4·15”全民国家安全教育日、“12·4”国家宪法日为契机，走进村组、学校、企业开展宣传活动，发放资料三千余份。",
    "健全“村组—镇—部门”三级调解网络，排查矛盾纠纷126件，调解成功121件，涉及金额86万元，没有发生民转刑案件。",
]
PARAGRAPHS = [
    "一、主要举措和成效",
    *SENTENCES,
    "二、存在的不足",
    *SENTENCES[::-1],
    "三、下一步打算",
    SENTENCES[0] * 2,
]


def _wrap(paragraph: str, width: int) -> list[str]:
    paragraph = "　　" + paragraph
    return [paragraph[at : at + width] for at in range(0, len(paragraph), width)]


@pytest.mark.parametrize("width", [20, 28, 38, 45])
def test_lines_that_only_a_margin_ended_are_joined(width: int) -> None:
    text = "\n".join(line for paragraph in PARAGRAPHS for line in _wrap(paragraph, width))
    found = paragraphs(text)
    assert [len(line.shadow) for line in found] == [len(p) for p in PARAGRAPHS]
    assert [line.number for line in found][:2] == [1, 2]


def test_a_page_number_amid_a_sentence_belongs_to_neither_half() -> None:
    lines = [line for paragraph in PARAGRAPHS for line in _wrap(paragraph, 28)]
    lines.insert(2, "- 1 -")
    found = paragraphs("\n".join(lines))
    assert [len(line.shadow) for line in found] == [len(p) for p in PARAGRAPHS]


def test_a_short_line_goes_on_in_how_much_it_says() -> None:
    lines = [line for paragraph in PARAGRAPHS for line in _wrap(paragraph, 28)]
    torn = ["镇里审查合同，涉及金额", "1.3亿元。"]
    joined = [line.shadow for line in unwrapped("\n".join([*lines, *torn]))]
    assert joined[-1] == "镇里审查合同,涉及金额1.3亿元。"


def test_paragraphs_of_uneven_length_are_left_alone() -> None:
    text = "\n".join(PARAGRAPHS)
    assert len(paragraphs(text)) == len(PARAGRAPHS)


def test_headings_of_one_length_were_set_by_no_margin() -> None:
    numbered = [f"{number}、抓实“重点环节”，依法办事更规范" for number in "一二三四五"]
    lines = [line for heading in numbered for line in (heading, "办结案件9件。", "群众满意。")]
    assert [it.shadow[:2] for it in paragraphs("\n".join(lines))] == [it[:2] for it in lines]


def test_offsets_lead_back_to_the_text() -> None:
    text = "　　建設(shè)情況\n\n開 展 ４０ 場\n區(区)政府\n"
    found = paragraphs(text)
    assert [line.shadow for line in found] == ["建设情况", "开展40场", "区政府"]
    assert [text[line.start : line.end] for line in found] == [
        "建設(shè)情況",
        "開 展 ４０ 場",
        "區(区)政府",
    ]
    assert [line.number for line in found] == [1, 3, 4]
    assert found[0].written(text) == "建設情況"


def test_numbers_that_count_on_inside_a_paragraph_part_it() -> None:
    text = "1.做好宪法宣传。走进集市宣讲。2.送法下乡。组织律师下村。3.培育骨干。举办培训班。"
    assert [line.shadow[:2] for line in paragraphs(text)] == ["1.", "2.", "3."]


@given(st.text("法治(治)(zhì) 　\n。,", max_size=60), st.integers(0, 9), st.integers(0, 60))
def test_what_a_line_has_of_the_source_stands_at_its_offsets(
    text: str, start: int, end: int
) -> None:
    for line in unwrapped(text):
        written = line.written(text, start, end)
        assert written == "".join(text[offset] for offset in line.offsets[start:end])
