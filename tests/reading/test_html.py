"""Of a saved page the report is read, and nothing of the site around it."""

from __future__ import annotations

import json
from html import escape

import pytest
from packages import reader, texts

from tuibrowser.model.document import Stated
from tuibrowser.reading.refused import Refused

read = reader("html")
read_mht = reader("mht")

PROSE = [
    "一、主要举措和成效",
    "（一）深入开展普法宣传。全年开展法治宣传活动四十场次，受众三千余人，群众法治意识明显增强。",
    "（二）规范行政执法。组织执法人员培训六次，办理行政处罚案件十二件，无一被撤销。",
    "二、存在的不足和原因",
    "执法力量不足，业务培训不够，个别干部运用法治思维处理问题的能力有待提高。",
    "三、下一年度主要安排",
    "继续开展普法宣传，加强人民调解，推进法治乡村建设，做好行政复议和应诉工作。",
]
ARTICLE = "".join(f"<p>{it}</p>" for it in PROSE)
TITLE = "柳溪镇2023年法治政府建设年度报告"
MENU = "".join(f'<li><a href="/{at}">政务公开栏目{at}</a></li>' for at in range(30))


def page(body: str, head: str = "") -> bytes:
    return f"<html><head>{head}</head><body>{body}</body></html>".encode()


@pytest.mark.parametrize(
    "body",
    [
        f"<div>{ARTICLE}</div>",
        f"<ul>{MENU}</ul><div id=x><div>{ARTICLE}</div></div><div>版权所有 青棠县人民政府</div>",
        f"<table><tr><td><ul>{MENU}</ul></td><td>{ARTICLE}</td></tr></table>",
        f"<nav>{MENU}</nav><article>{ARTICLE}</article><footer>网站地图 联系我们</footer>",
        f"<div>{'<br><br>'.join(PROSE)}</div><ul>{MENU}</ul>",
        f"<table><tr><td><table><tr><td>{'<br>'.join(PROSE)}</td></tr></table></td></tr></table>",
        f"<div>{''.join(f'<div><span>{it}</span></div>' for it in PROSE)}</div>",
        f"<div style='display:none'>隐藏的内容，不应读取，再说一遍，不应读取。</div>{ARTICLE}",
        f"<div hidden>{ARTICLE.replace('四十', '九十')}</div><div>{ARTICLE}</div>",
        f"<div style='display:none'>{ARTICLE}</div><p>正在加载</p>",
        f"<textarea style='display:none'>{escape(ARTICLE)}</textarea><div id=show></div>",
        f"<script>var c = {json.dumps(ARTICLE)}; show(c)</script><div id=show></div>",
        f"<script>var c = {json.dumps(ARTICLE, ensure_ascii=False)};</script>",
        f"<template>{ARTICLE}</template><div></div>",
        f"<pre>{chr(10).join(PROSE)}</pre>",
    ],
    ids=[
        *("plain", "menu", "layout", "html5", "br", "nested", "spans", "none", "hidden", "shown"),
        *("textarea", "json", "string", "template", "pre"),
    ],
)
def test_the_article_is_found_whatever_the_page(body: str) -> None:
    found = texts(read(page(body)))
    assert [it for it in found if it in PROSE] == PROSE
    assert not [it for it in found if "栏目" in it or "版权" in it or "不应" in it or "地图" in it]


def test_title_and_particulars_stand_before_the_article_and_are_stated() -> None:
    table = (
        "<table><tr><td>索引号</td><td>QT-2024-001</td></tr><tr><td>发布机构：</td>"
        "<td>柳溪镇人民政府</td></tr><tr><td>发布日期：</td><td>2024-03-28</td></tr></table>"
    )
    body = f"<ul>{MENU}</ul>{table}<h1>{TITLE}</h1><div>{ARTICLE}</div>"
    found = read(page(body, f"<title>{TITLE}_青棠县人民政府</title>"))
    assert TITLE in texts(found)
    assert texts(found).index(TITLE) < texts(found).index(PROSE[0])
    assert found.stated == Stated(TITLE, "柳溪镇人民政府", "2024-03-28", "青棠县人民政府")


@pytest.mark.parametrize("zero", "〇○零0oＯО")
def test_a_day_behind_the_article_is_its_signature_whatever_its_zero(zero: str) -> None:
    day = f"二{zero}二四年一月二日"
    body = f"<div>{ARTICLE}</div><div>柳溪镇人民政府</div><div>{day}</div><div>版权所有</div>"
    assert texts(read(page(body)))[-2:] == ["柳溪镇人民政府", day]


@pytest.mark.parametrize(
    ("whole", "site"),
    [
        (f"{TITLE}-法治建设-青棠县人民政府门户网站", "青棠县人民政府门户网站"),
        (f"青棠县人民政府 | {TITLE}", "青棠县人民政府"),
        (f"{TITLE}_信息公开", None),
        (f"{TITLE}-柳溪镇", "柳溪镇"),
        (f"{TITLE}_柳溪镇_青棠县人民政府", "青棠县人民政府"),
        ("柳溪镇人民政府2023年法治政府建设年度报告", None),
    ],
)
def test_a_pages_title_names_its_site(whole: str, site: str | None) -> None:
    assert read(page(f"<div>{ARTICLE}</div>", f"<title>{whole}</title>")).stated.site == site


def test_what_meta_elements_say_is_stated() -> None:
    head = "".join(
        f'<meta name="{name}" content="{content}">'
        for name, content in (
            ("ArticleTitle", TITLE),
            ("ContentSource", "柳溪镇"),
            ("PubDate", "2024-01-30 09:12"),
            ("SiteName", "青棠县人民政府"),
        )
    )
    found = read(page(f"<div>{ARTICLE}</div>", head))
    assert found.stated == Stated(TITLE, "柳溪镇", "2024-01-30 09:12", "青棠县人民政府")
    assert texts(found)[0] == TITLE


@pytest.mark.parametrize("declared", ["utf-8", "gb2312", "gbk", "iso-8859-1", "nonsense"])
@pytest.mark.parametrize("actual", ["utf-8", "gb18030"])
def test_what_a_page_declares_of_its_encoding_decides_nothing(declared: str, actual: str) -> None:
    markup = f'<html><head><meta charset="{declared}"></head><body>{ARTICLE}</body></html>'
    assert texts(read(markup.encode(actual))) == PROSE


def test_one_broken_byte_costs_no_report() -> None:
    data = page(f"<ul>{MENU}</ul><div>{ARTICLE}</div>").replace("栏目7".encode(), b"\xff\xfe")
    assert texts(read(data)) == PROSE


def test_entities_and_line_ends_of_the_source() -> None:
    assert texts(read(page("<p>法&#27835;&emsp;政府</p><p>开展\n   宣传</p>" + ARTICLE)))[:2] == [
        "法治\u2003政府",
        "开展宣传",
    ]


def test_dates_and_parts_are_held_apart() -> None:
    lines = (
        "<p><span>2024-03-12</span><span class=time>16:20</span></p><p>第一部分\n工作落实情况</p>"
    )
    found = texts(read(page(f"<div>{lines}{ARTICLE}</div>")))
    assert "2024-03-12 16:20" in found
    assert "第一部分 工作落实情况" in found


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("<p>\n  一 推进依法决策</p>", "一 推进依法决策"),
        ("<p>十一 优化服务</p>", "十一 优化服务"),
        ("<p>来源：柳溪镇 发布时间：2024-02-27</p>", "来源：柳溪镇 发布时间：2024-02-27"),
        ("<p>万众 一 心</p>", "万众一心"),
        ("<p>化解 矛盾\n纠纷</p>", "化解矛盾纠纷"),
    ],
)
def test_a_space_parts_a_heading_from_its_number_and_one_particular_from_the_next(
    source: str, shown: str
) -> None:
    assert shown in texts(read(page(f"<div>{ARTICLE}{source}{ARTICLE}</div>")))


def test_numbered_lists_have_their_numbers() -> None:
    items = "<ol start=3><li>开展宣传，共四十场。</li><li>组织培训，共六次。</li></ol>"
    assert texts(read(page(f"<div>{ARTICLE}{items}</div>")))[-2:] == [
        "3.开展宣传，共四十场。",
        "4.组织培训，共六次。",
    ]


def test_a_page_without_text_says_what_to_do() -> None:
    with pytest.raises(Refused, match="由脚本载入"):
        read(page("<div id=app></div><script>load()</script>"))


@pytest.mark.parametrize(
    "markup",
    [
        "<a" * 500_000,
        "<a b='" * 300_000,
        "<" * 500_000,
        "<!--" * 300_000,
        "<p " + "a=1 " * 200_000 + ">",
        "&" * 500_000,
        "<table><tr><td>" * 600,
        "</div>" * 300_000,
        "<script>" + '"' * 300_000,
        "<script>" + "a'\\" * 200_000,
    ],
    ids=range(10),
)
def test_markup_that_no_page_has_costs_no_more_than_its_length(markup: str) -> None:
    # The time limit of every test is what a quadratic reader would pass.
    try:
        found = texts(read(page(f"<div>{ARTICLE}</div>{markup}")))
    except Refused:
        return
    assert found[: len(PROSE)] == PROSE


def test_elements_inside_each_other_without_end_are_refused() -> None:
    with pytest.raises(Refused, match="嵌套过深"):
        read(page("<div>" * 100_000 + ARTICLE))


def mht(kind: str, body: bytes, encoding: str) -> bytes:
    return (
        b"From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n"
        b'\tboundary="B"\r\n\r\n--B\r\nContent-Type: image/png\r\n\r\nxx\r\n--B\r\nContent-Type: '
        + kind.encode()
        + b"\r\nContent-Transfer-Encoding: "
        + encoding.encode()
        + b"\r\n\r\n"
        + body
        + b"\r\n--B--\r\n"
    )


def test_pages_saved_as_one_file() -> None:
    import base64
    import quopri

    for charset in ("utf-8", "gb18030"):
        markup = f"<html><body>{ARTICLE}</body></html>".encode(charset)
        for encoding, body in (
            ("base64", base64.encodebytes(markup)),
            ("quoted-printable", quopri.encodestring(markup)),
            ("8bit", markup),
        ):
            assert texts(read_mht(mht("text/html", body, encoding))) == PROSE, (charset, encoding)


def test_a_saved_page_without_page_is_refused() -> None:
    with pytest.raises(Refused, match="没有正文"):
        read_mht(mht("image/png", b"xx", "8bit"))
