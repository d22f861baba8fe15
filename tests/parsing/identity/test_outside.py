"""Who reports where only what stands around a text says so: its file's name, site, folders."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tuibrowser.lexicon.load import Lexicon
from tuibrowser.model.document import Document, Stated
from tuibrowser.model.report import Report
from tuibrowser.parsing.parse import parse

TEXT = """法治政府建设工作总结
一年来，我{what}坚持依法行政。
一、主要举措和成效
（一）压实责任。我{what}召开专题会议3次，听取汇报2次。
二、存在的不足
力量不足。
"""


def _read(
    what: str, name: str, lexicon: Lexicon, folders: tuple[str, ...] = (), site: str | None = None
) -> Report:
    text = TEXT.format(what=what)
    stated = Stated(site=site)
    return parse(Document(text, "0" * 64, name, "utf-8", stated=stated, folders=folders), lexicon)


@pytest.mark.parametrize(
    ("what", "name", "issuer"),
    [
        ("局", "林业局.docx", "林业局"),
        ("局", "03 水利局2023（定稿）.txt", "水利局"),
        ("局", "2023年财政局.wps", "财政局"),
        ("局", "2023年度总结卫生健康局.txt", "卫生健康局"),
        ("委", "发展和改革委员会终稿.doc", "发展和改革委员会"),
        ("中心", "政务服务中心.pdf", "政务服务中心"),
        # The text calls itself something else.
        ("镇", "司法局.docx", None),
        ("局", "有关部门.docx", None),
        ("局", "各局.docx", None),
        ("局", "汇总.docx", None),
    ],
)
def test_an_office_without_its_place_is_who_the_text_calls_itself(
    what: str, name: str, issuer: str | None, lexicon: Lexicon
) -> None:
    report = _read(what, name, lexicon)
    assert report.issuer == issuer
    assert ("发文单位取自文件名" in {it.says for it in report.doubts}) is (issuer is not None)


@pytest.mark.parametrize(
    "name",
    [
        "石门乡（青棠县）.txt",
        "（青棠县）石门乡.txt",
        "石门乡-青棠县.txt",
        "2023总结石门乡.txt",
        "青棠县2023年石门乡.txt",
    ],
)
def test_a_county_in_a_files_name_is_where_the_township_in_it_lies(
    name: str, lexicon: Lexicon
) -> None:
    assert _read("乡", name, lexicon).issuer == "石门乡"


@pytest.mark.parametrize(
    ("what", "folders", "issuer"),
    [
        ("镇", ("报送", "云岭镇", "2023"), "云岭镇"),
        ("街道", ("05松岭街道办事处",), "松岭街道"),
        ("乡", ("云岭镇", "石门乡"), "石门乡"),
        ("乡", ("云岭镇",), None),
        ("镇", ("各乡镇", "建制镇"), None),
        # An office keeps what others send in.
        ("局", ("司法局", "2023"), None),
    ],
)
def test_a_folder_is_of_the_township_that_the_text_calls_itself(
    what: str, folders: tuple[str, ...], issuer: str | None, lexicon: Lexicon
) -> None:
    report = _read(what, "总结.txt", lexicon, folders)
    assert report.issuer == issuer
    said = [it.says for it in report.doubts if it.kind == "issuer"]
    assert said == (
        [f"发文单位取自文件夹“{folders[0 if issuer in folders[0] else 1]}”"]
        if issuer
        else ["文中没有写明发文单位"]
    )


def test_a_site_is_of_the_township_that_the_text_calls_itself(lexicon: Lexicon) -> None:
    assert _read("镇", "1.html", lexicon, site="青棠县云岭镇人民政府").issuer == "云岭镇"
    assert _read("镇", "1.html", lexicon, site="青棠县人民政府").issuer is None


SECTIONS = [
    "-云川市临湖区人民政府", "_临湖区人民政府", "|云川市人民政府", "-临湖区人民政府门户网站",
    "_法治政府建设_临湖区人民政府", "-临湖区司法局",
]  # fmt: skip


@pytest.mark.parametrize("behind", SECTIONS)
def test_a_site_behind_the_title_reports_nothing_for_a_township(
    behind: str, parsed: Callable[[str], Report]
) -> None:
    title = f"2023年法治政府建设年度报告{behind}\n"
    below = "\n一、主要举措和成效\n（一）压实责任。召开专题会议3次。\n二、存在的不足\n力量不足。\n"
    assert parsed(f"{title}2023年，云岭镇坚持依法行政。{below}").issuer == "云岭镇"
    signed = parsed(f"{title}一年来，我镇坚持依法行政。{below}云岭镇人民政府\n2024年1月9日\n")
    assert signed.issuer == "云岭镇"
    assert parsed(f"{title}一年来，我镇坚持依法行政。{below}").issuer is None


@pytest.mark.parametrize(
    ("behind", "itself", "issuer"),
    [
        ("-云岭镇-临湖区人民政府", "我镇", "云岭镇"),
        ("_云岭镇_政务公开_临湖区政府网", "我镇", "云岭镇"),
        ("-临湖区人民政府", "全区", "临湖区"),
        ("|临湖区水利局", "我局", "临湖区水利局"),
        ("-临湖区人民政府", "我局", None),
    ],
)
def test_who_is_named_behind_the_title_reports_where_the_text_says_nothing_else(
    behind: str, itself: str, issuer: str | None, parsed: Callable[[str], Report]
) -> None:
    report = parsed(
        f"2023年法治政府建设年度报告{behind}\n一年来，{itself}坚持依法行政。\n一、主要举措和成效\n"
        "（一）压实责任。召开专题会议3次。\n二、存在的不足\n力量不足。\n"
    )
    assert report.issuer == issuer
    assert any(it.kind == "issuer" for it in report.doubts)


@pytest.mark.parametrize(
    ("row", "itself", "issuer"),
    [
        ("来源：县林业和草原局　发布时间：2024-02-01", "我局", "县林业和草原局"),
        ("发布机构：区综合行政执法大队", "我大队", "区综合行政执法大队"),
        ("来源：县司法局　发布时间：2024-02-01", "我镇", None),
        ("来源：县融媒体中心　发布时间：2024-02-01", "我局", None),
        ("来源：本站　发布时间：2024-02-01", "我局", None),
    ],
)
def test_an_office_at_hand_publishes_for_itself_alone(
    row: str, itself: str, issuer: str | None, parsed: Callable[[str], Report]
) -> None:
    report = parsed(
        f"2023年法治政府建设工作总结\n{row}\n一年来，{itself}坚持依法行政。\n一、主要举措和成效\n"
        "（一）压实责任。召开专题会议3次。\n二、存在的不足\n力量不足。\n"
    )
    assert report.issuer == issuer
