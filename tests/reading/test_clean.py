from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuibrowser.reading.clean import clean


@pytest.mark.parametrize(
    ("dirty", "text"),
    [
        ("红\x1b[31m字\x1b[0m", "红字"),
        ("题\x1b]0;改标题\x07尾", "题尾"),
        ("题\x1b]8;;http://x\x1b\\链接\x1b]8;;\x1b\\", "题链接"),
        ("甲\x9b31m乙", "甲乙"),
        ("甲\x00乙\x08丙\x7f", "甲乙丙"),
        ("甲\u202e乙\u2066丙\u200b丁\ufeff", "甲乙丙丁"),
        ("一\r\n二\r三\n四", "一\n二\n三\n四"),
        ("制表\t留着", "制表\t留着"),
        ("\x1b\x1b[0m[31m乙", "[31m乙"),
        ("&#155;31m甲&#27;[0m", "›31m甲[0m"),
        ("&#129;甲&am&zwnj;p;lt;", "甲<"),
    ],
)
def test_what_a_terminal_would_obey_is_gone(dirty: str, text: str) -> None:
    assert clean(dirty) == text


@given(st.text(st.characters() | st.sampled_from("\x1b\x9b[]0;m\x07\\PX&#*\r\n\f\u2f00甲")))
def test_nothing_invisible_is_left_and_nothing_changes_twice(text: str) -> None:
    cleaned = clean(text)
    assert clean(cleaned) == cleaned
    controls = {c for c in cleaned if unicodedata.category(c) == "Cc"}
    assert controls <= {"\n", "\t"}
    assert not {c for c in cleaned if unicodedata.bidirectional(c) in {"RLE", "LRE", "RLO", "LRO"}}


@pytest.mark.parametrize(
    ("dirty", "text"),
    [
        ("一\v二\x85三\u2028四\u2029五", "一\n二\n三\n四\n五"),
        ("一↵二¶\n三_x000D_\n四_x000B_五", "一\n二\n三\n四\n五"),
        ("上页\f下页", "上页\n下页"),
        ("上页\n\f下页\r\n\f末页", "上页\n下页\n末页"),
        ("段落\n\n\f下页", "段落\n\n下页"),
        ("段落\r\n\r\n下段", "段落\n\n下段"),
    ],
)
def test_every_line_end_is_one_newline(dirty: str, text: str) -> None:
    assert clean(dirty) == text


@pytest.mark.parametrize(
    ("dirty", "text"),
    [
        ("⼀、⾏政⼈员", "一、行政人员"),  # Kangxi radicals
        ("⻓期⻜⾏⺠⽣", "长期飞行民生"),  # CJK radicals supplement
        ("\uf9d1\ufa12\U0002f804", "六晴你"),  # compatibility ideographs
        ("葛\U000e0100布\ufe00村", "葛布村"),  # variation selectors
        ("法\u034f治\ufdd0镇\ufffe", "法治镇"),  # joiners and noncharacters
        ("㎡½①ⅣＡ", "㎡½①ⅣＡ"),  # seen as they are, and so kept
        ("﨑\ufa11﨎", "﨑﨑﨎"),  # twelve ideographs of that block are characters of their own
    ],
)
def test_one_character_for_one_look(dirty: str, text: str) -> None:
    assert clean(dirty) == text


@pytest.mark.parametrize(
    ("dirty", "text"),
    [
        ("&emsp;&emsp;一、工作&nbsp;情况", "\u2003\u2003一、工作\xa0情况"),
        ("&ldquo;放管服&rdquo;&middot;&#19968;&#x4e8c;", "“放管服”·一二"),
        ("&amp;emsp;甲&amp;amp;lt;", "\u2003甲<"),
        ("&nbsp&NBSP;二、&Emsp;不足&ensp", "\xa0\xa0二、\u2003不足\u2002"),
        ("R&D、&nbspace、&Unknown;", "R&D、&nbspace、&Unknown;"),
        ("研发&生产; A&B; &无此; &amp 甲", "研发&生产; A&B; &无此; &amp 甲"),
    ],
)
def test_entities_become_what_they_stand_for(dirty: str, text: str) -> None:
    assert clean(dirty) == text


@pytest.mark.parametrize(
    ("dirty", "text"),
    [
        ("一、举措<br>\n开展40场。<br/>发放3份。", "一、举措\n开展40场。\n发放3份。"),
        ("<p>一、举措</p>\n<P class='x'>开展<b>40</b>场。</P>", "\n一、举措\n\n开展40场。\n"),
        ('&lt;br&gt;开展<span style="a:b">40</span>场。', "\n开展40场。"),
        ("<法治>与<a 甲, x<y>z, 满意率<98%", "<法治>与<a 甲, x<y>z, 满意率<98%"),
    ],
)
def test_tags_go_and_other_brackets_stay(dirty: str, text: str) -> None:
    assert clean(dirty) == text


@pytest.mark.parametrize(
    ("dirty", "text"),
    [
        ("# 报告\n## 一、举措 ##\n###（一）普法", "报告\n一、举措\n（一）普法"),
        ("**一、举措**\n全年**开展**40场。", "一、举措\n全年开展40场。"),
        ("1.**规范执法。**严格程序。", "1.规范执法。严格程序。"),
        ("## 举措\n1\\. 规范执法，参训\\*人次", "举措\n1. 规范执法，参训*人次"),
        ("__一、举措__\n__甲__乙", "一、举措\n甲乙"),
        ("> 柳溪镇报告\n>\n> 一、举措\n> 参训40人", "柳溪镇报告\n\n一、举措\n参训40人"),
        ("柳溪镇报告\n> 一、举措\n参训40人", "柳溪镇报告\n> 一、举措\n参训40人"),
        ("柳溪镇报告\n====\n一、举措\n----\n参训**40**人", "柳溪镇报告\n一、举措\n参训40人"),
        ("上一篇\n-----\n下一篇 参训**40**人", "上一篇\n-----\n下一篇 参训**40**人"),
        ("姓名__张__\n合计____元", "姓名__张__\n合计____元"),
        ("张**和李**参加，电话138****1234", "张**和李**参加，电话138****1234"),
        ("- [一、举措](#1)\n* [二、不足](#user-2)", "一、举措\n二、不足"),
        ("[附件](a.docx)、[注](x#1)", "[附件](a.docx)、[注](x#1)"),
        ("#法治柳溪#话题\n第#号", "#法治柳溪#话题\n第#号"),
        ("甲\\乙**", "甲\\乙**"),
        # Before several numbers of the standard any mark of Markdown is one.
        ("- 一、举措\n- 二、不足", "一、举措\n二、不足"),
        ("1. 一、举措\n   - （一）普法", "一、举措\n（一）普法"),
        ("> 一、举措\n40场\n> 二、不足", "一、举措\n40场\n二、不足"),
        ("*一、举措*\n*二、不足*", "一、举措\n二、不足"),
        ("** 一、举措 **\n**二、不足 **", "一、举措\n二、不足"),
        ("**一、**举措\n**二、**不足", "一、举措\n二、不足"),
        ("~~第一部分 举措~~\n`第二部分 不足`", "第一部分 举措\n第二部分 不足"),
        ("＃＃ 一、举措\n＃＃（一）普法", "一、举措\n（一）普法"),
        ("* 一、举措\n全年40场", "* 一、举措\n全年40场"),
        ("## 举措 {#measures}\n## 不足 {.unnumbered}", "举措\n不足"),
        (
            "[柳溪镇](https://liuxi.example/1)报告\n![印章](http://liuxi.example/a.png)",
            "柳溪镇报告\n印章",
        ),
    ],
)
def test_marks_of_markdown_go_and_other_stars_stay(dirty: str, text: str) -> None:
    assert clean(dirty) == text


def test_long_lines_of_marks_are_cleaned_in_their_length() -> None:
    for piece in (
        "&amp;",
        "&#38;",
        "**甲 ",
        "<a ",
        "<br>",
        "<p",
        "## # ",
        "*",
        "\n",
        "\r\f ",
        "\x1b[",
        "> ",
        "⼀",
    ):
        assert len(clean(piece * 50_000)) <= 250_000


def test_tags_in_tags_are_cleaned_in_their_length() -> None:
    assert len(clean("甲" + "<b" * 50_000 + ">" * 50_000)) <= 150_001


@given(st.lists(st.text("甲乙丙。，\t 0123abc").map(lambda it: f"甲{it}。")).map("\n".join))
def test_clean_text_stays_as_it_is(text: str) -> None:
    assert clean(text) == text


@pytest.mark.parametrize(
    ("dirty", "text"),
    [
        (r"\u3000\u3000一、主要举措", "\u3000\u3000一、主要举措"),
        (r"一、普法\n（一）\u4e3e\u63aa\r\n（二）调解", "一、普法\n（一）举措\n（二）调解"),
        (r"项目\t数量", "项目\t数量"),
        (r"存放在D:\new\table下", r"存放在D:\new\table下"),
        (r"\ud83d\ude00", r"\ud83d\ude00"),
        (r"\u005cu4e00", "一"),
        (r"\u001b[31m红", "红"),
    ],
)
def test_what_strings_are_escaped_with_is_what_it_stands_for(dirty: str, text: str) -> None:
    assert clean(dirty) == text
    assert clean(text) == text
