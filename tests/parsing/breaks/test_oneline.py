"""Pages that lost their line breaks."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from tuibrowser.model.report import Report
from tuibrowser.parsing.breaks.endings import endings
from tuibrowser.parsing.breaks.kin import Kin
from tuibrowser.parsing.breaks.page_words import PageWords
from tuibrowser.parsing.breaks.seams import seams

Parsed = Callable[[str], Report]

PARTS = [
    "清河镇2023年法治政府建设情况报告",
    "2023年，清河镇坚持依法办事，现将情况报告如下：",
    "一、主要举措和成效",
    "（一）加强组织领导，压实工作责任",
    "成立领导小组，全年研究议题5个。我镇设联络员16名。",
    "（二）规范行政执法。清理执法主体2家，办理案件12件。",
    "二、存在的不足和原因",
    "个别村调解力量薄弱，原因是人员老化。",
    "三、下一年度主要安排",
    "下一步，将招录2人，培训8期。",
    "四、其他需要报告的情况",
    "无。",
    "清河镇人民政府",
    "2024年1月6日",
]
HEADINGS = [
    "主要举措和成效", "加强组织领导，压实工作责任", "规范行政执法", "存在的不足和原因",
    "下一年度主要安排", "其他需要报告的情况",
]  # fmt: skip


@pytest.mark.parametrize("between", ["", " ", "\u3000\u3000"])
def test_a_page_in_one_line(parsed: Parsed, between: str) -> None:
    report = parsed(between.join(PARTS))
    assert [section.title for section in report.sections] == HEADINGS
    assert [section.level for section in report.sections] == [1, 2, 2, 1, 1, 1]
    assert [report.slice(measure) for measure in report.measures][:2] == [
        "成立领导小组，全年研究议题5个。",
        "我镇设联络员16名。",
    ]
    assert report.section_states["other"] == "stated_none"


@pytest.mark.parametrize(
    ("heading", "text"),
    [
        ("落实集体学法", "2023年,镇党委举办讲座3次。"),
        ("履行应诉义务", "我镇全年应诉2件,均由镇长出庭。"),
        ("严格规范执法,维护公平正义", "梳理执法事项97项,配齐记录仪。"),
        ("党政主要负责人履行推进法治建设第一责任人职责情况", "镇党委书记带头讲课4次。"),
    ],
)
def test_a_heading_ends_where_a_sentence_begins(heading: str, text: str) -> None:
    assert _end(heading + text) == len(heading)


@pytest.mark.parametrize("words", ["强化理论武装。全年学习12次。", "健全决策机制,防范法律风险。为"])
def test_a_heading_that_a_full_stop_ends_ends_there(words: str) -> None:
    assert _end(words) is None


@pytest.mark.parametrize("end", ["街道", "强化责任街道", "推进工作" * 11 + "落实街道"])
def test_words_that_are_cut_amid_a_name_have_seams(end: str) -> None:
    """A heading is looked for in so many characters, wherever they end."""
    words = f"健全机制{end}"[-48:]
    assert all(0 < seam.at < len(words) for seam in seams(words, False, PageWords(unit="青云街道")))


def _end(words: str) -> int | None:
    found = endings(words, list(seams(words, False, PageWords())), False)
    return Kin([found]).end(found, 0)


@pytest.mark.parametrize(
    "sentence",
    [
        "推动一、二、三产业融合发展，办好实事。",
        "做法有三：（一）抓学习，全员参加；（二）抓考试，人人过关。",
        "镇里坚持一、二把手一起抓。二、三季度各督查一次。",
    ],
)
def test_numbers_that_number_no_heading(parsed: Parsed, sentence: str) -> None:
    report = parsed(f"{PARTS[0]}\n{PARTS[1]}\n一、主要做法\n{sentence}\n二、存在的不足\n人少。\n")
    assert [section.title for section in report.sections] == ["主要做法", "存在的不足"]


def test_long_lines_are_cut_in_their_length(parsed: Parsed) -> None:
    for piece in ("一、主要做法", "（一）抓学习，", "1.普法 ", "二、", "12场 "):
        report = parsed(PARTS[0] + "\n" + piece * 4_000)
        assert report.title == PARTS[0]


OPENING = "清河镇2023年法治政府建设情况报告2023年，清河镇坚持依法办事，现将情况报告如下："
LEARNT = "镇党委全年专题研究6次，逐项明确责任人，年底对照清单验收，未完成的延至次年。"
CHECKED = "对27家餐饮单位开展检查，发现隐患52处，下达文书19份，全部按期整改到位。"
TAUGHT = "依托村级讲堂开展宣讲34场，发放读本5200册，受众八千余人次，群众反响较好。"
SETTLED = "清河镇设立流动调解车，受理纠纷118件，化解115件，涉及金额230余万元。"


def _titles(parsed: Parsed, *pieces: str) -> list[tuple[int, str]]:
    report = parsed(OPENING + "".join(pieces))
    return [(section.level, section.title) for section in report.sections]


@pytest.mark.parametrize(
    ("pieces", "headings"),
    [
        pytest.param(
            ("一、主要做法", "（一）健全工作机制", LEARNT, "规范行政检查", CHECKED,
             "（三）丰富普法形式", TAUGHT, "二、存在的不足", LEARNT),
            [(1, "主要做法"), (2, "健全工作机制"), (2, "规范行政检查"), (2, "丰富普法形式"),
             (1, "存在的不足")],
            id="one number of a list is lost",
        ),
        pytest.param(
            ("推进法治政府建设的主要举措和成效", "（一）健全工作机制", LEARNT,
             "（二）规范行政检查", CHECKED, "党政主要负责人履行第一责任人职责情况",
             "（一）带头学法", TAUGHT, "（二）带头述法", LEARNT),
            [(1, "推进法治政府建设的主要举措和成效"), (2, "健全工作机制"), (2, "规范行政检查"),
             (1, "党政主要负责人履行第一责任人职责情况"), (2, "带头学法"), (2, "带头述法")],
            id="the first level is lost and the second counts anew",
        ),
        pytest.param(
            ("一、主要做法", "健全工作机制，压实各级责任", LEARNT, "规范行政检查，减轻企业负担",
             CHECKED, "丰富普法形式，培育法治信仰", TAUGHT, "二、存在的不足", LEARNT),
            [(1, "主要做法"), (2, "健全工作机制，压实各级责任"), (2, "规范行政检查，减轻企业负担"),
             (2, "丰富普法形式，培育法治信仰"), (1, "存在的不足")],
            id="the second level is lost",
        ),
        pytest.param(
            ("1、主要做法", "（一）健全工作机制", LEARNT, "（二）丰富普法形式", TAUGHT,
             "2、存在的不足", LEARNT, "3、下一步打算", TAUGHT),
            [(1, "主要做法"), (2, "健全工作机制"), (2, "丰富普法形式"), (1, "存在的不足"),
             (1, "下一步打算")],
            id="1、 rules （一）",
        ),
        pytest.param(
            ("一、主要做法", "（一）推进审批改革（牵头部门：便民中心）", LEARNT,
             "（二）化解矛盾纠纷", SETTLED, "二、存在的不足", LEARNT),
            [(1, "主要做法"), (2, "推进审批改革（牵头部门：便民中心）"), (2, "化解矛盾纠纷"),
             (1, "存在的不足")],
            id="a remark belongs to its heading, a township's name begins the text",
        ),
        pytest.param(
            ("一、主要做法", "（一）规范执法", "1.抓培训。", LEARNT, "2.抓考核。", CHECKED,
             "（二）化解纠纷。", "办法有三：（1）建立台账，每月更新；（2）分级负责，逐件办理。",
             "二、存在的不足", LEARNT),
            [(1, "主要做法"), (2, "规范执法"), (3, "抓培训"), (3, "抓考核"), (2, "化解纠纷"),
             (1, "存在的不足")],
            id="（1） below a lead-in counts points",
        ),
        pytest.param(
            ("一、主要做法", "1.召开会议5次，听取汇报3次。", "2.开展宣讲28场，发放资料4000份。",
             "二、存在的不足", LEARNT),
            [(1, "主要做法"), (1, "存在的不足")],
            id="what a number counts up is no heading",
        ),
        pytest.param(
            ("一、主要做法", "（一）看好老粮仓", "粮仓修缮资金分三笔存入专户，支取须双人签字。"
             "每季晒一次账。", "（二）管好小水电", CHECKED, "（三）护好古驿道", TAUGHT,
             "二、存在的不足与原因", "与邻镇相比，收案偏少。", "三、2024年主要安排。", LEARNT),
            [(1, "主要做法"), (2, "看好老粮仓"), (2, "管好小水电"), (2, "护好古驿道"),
             (1, "存在的不足与原因"), (1, "2024年主要安排")],
            id="headings of one list are as long as each other",
        ),
        pytest.param(
            ("一 主要做法", "（一）健全工作机制", LEARNT, "（二）丰富普法形式", TAUGHT,
             "二 存在的不足", LEARNT, "三 下步打算", CHECKED),
            [(1, "主要做法"), (2, "健全工作机制"), (2, "丰富普法形式"), (1, "存在的不足"),
             (1, "下步打算")],
            id="white space alone follows the numbers",
        ),
        pytest.param(
            ("一、织牢防汛网络", "堤防险段由包片干部每日查看，险情须一小时内报告。汛前演练2次。",
             "二、练强巡查本领", CHECKED, "三、夯实共管根基", TAUGHT, "四、存在的不足和成因",
             LEARNT, "五、下步打算", CHECKED),
            [(1, "织牢防汛网络"), (1, "练强巡查本领"), (1, "夯实共管根基"), (1, "存在的不足和成因"),
             (1, "下步打算")],
            id="themes among required items are as long as each other",
        ),
        pytest.param(
            ("一、主要做法", "（一）健全工作机制", LEARNT, "图为入户走访二、存在的不足", LEARNT,
             "村级讲堂内容单薄，形式老旧。", "三、下步打算", CHECKED),
            [(1, "主要做法"), (2, "健全工作机制"), (1, "存在的不足"), (1, "下步打算")],
            id="a caption without stop stands before a part",
        ),
        pytest.param(
            ("主要做法", "依法决策。", LEARNT, "专项整治。", CHECKED, "法律服务。", TAUGHT,
             "存在的不足和下步打算", "存在的不足", LEARNT, "下步打算", CHECKED),
            [(1, "主要做法"), (2, "依法决策"), (2, "专项整治"), (2, "法律服务"),
             (1, "存在的不足和下步打算"), (2, "存在的不足"), (2, "下步打算")],
            id="labels open the parts of a chapter, a joint heading rules two",
        ),
        pytest.param(
            ("1. 2023年主要做法", "1.1健全工作机制", LEARNT, "1.2丰富普法形式", TAUGHT,
             "2.存在的不足", "- 2 -", LEARNT, "- 3 -", "3.下步打算", CHECKED),
            [(1, "2023年主要做法"), (2, "健全工作机制"), (2, "丰富普法形式"), (1, "存在的不足"),
             (1, "下步打算")],
            id="1. rules 1.1, and a page ends between",
        ),
        pytest.param(
            ("主要做法和成效", "健全工作机制，压实各级责任", LEARNT, "规范行政检查，减轻企业负担",
             CHECKED, "存在问题", "调解员年龄偏大，难以胜任夜间值守。", "下一年度工作计划",
             TAUGHT),
            [(1, "主要做法和成效"), (2, "健全工作机制，压实各级责任"),
             (2, "规范行政检查，减轻企业负担"), (1, "存在问题"), (1, "下一年度工作计划")],
            id="all numbers are lost",
        ),
    ],
)  # fmt: skip
def test_headings_of_a_page_in_one_line(
    parsed: Parsed, pieces: tuple[str, ...], headings: list[tuple[int, str]]
) -> None:
    # As long as pages are: what is shorter may be a paragraph that counts.
    assert _titles(parsed, *pieces, TAUGHT * 8) == headings


def test_a_table_of_contents_in_one_line_heads_nothing(parsed: Parsed) -> None:
    contents = "目录一、主要做法……1二、存在的不足……3"
    text = f"{PARTS[0]}{contents}一、主要做法{LEARNT}二、存在的不足{CHECKED * 8}"
    assert [section.title for section in parsed(text).sections] == ["主要做法", "存在的不足"]


@pytest.mark.parametrize(
    ("tail", "date"),
    [
        ("清河镇人民政府2024年1月6日", "2024-01-06"),
        ("特此报告。清河镇人民政府二〇二四年一月六日", "2024-01-06"),
        ("清河镇人民政府2024年1月6日责任编辑：党政办", "2024-01-06"),
    ],
)
def test_the_signature_of_a_page_in_one_line(parsed: Parsed, tail: str, date: str) -> None:
    report = parsed(f"{OPENING}一、主要做法{LEARNT}二、存在的不足{CHECKED * 8}{tail}")
    assert report.date == date
    assert report.slice(report.measures[-1]) == CHECKED


@pytest.mark.parametrize("day", ["2024年1月6日", " 2024年1月6日", "二〇二四年一月六日"])
def test_a_day_that_nobody_signed_ends_a_page_in_one_line(parsed: Parsed, day: str) -> None:
    report = parsed(
        f"{OPENING}一、主要做法{LEARNT}二、存在的不足{CHECKED * 8}三、其他需要报告的情况 无。{day}"
    )
    assert report.date == "2024-01-06"
    assert report.section_states["other"] == "stated_none"


@pytest.mark.parametrize("zero", "〇○零0oＯО")
def test_a_day_ends_a_page_in_one_line_whatever_its_zero(parsed: Parsed, zero: str) -> None:
    report = parsed(
        f"{OPENING}一、主要做法{LEARNT}二、存在的不足{CHECKED * 8}二{zero}二四年一月六日"
    )
    assert report.date == "2024-01-06"
    assert report.slice(report.measures[-1]) == CHECKED


def test_the_zero_of_a_year_is_no_bullet(parsed: Parsed) -> None:
    told = "二○二○年建成调解室，二○二四年再建两处，受理纠纷118件。"
    report = parsed(f"{OPENING}一、主要做法{LEARNT}{told}二、存在的不足{CHECKED * 8}")
    assert [section.title for section in report.sections] == ["主要做法", "存在的不足"]


def test_a_heading_that_a_space_tears_is_whole(parsed: Parsed) -> None:
    pieces = (
        "一、主要做法", "（一）坚持以服务为先，持续优化群众办", "事环境", LEARNT,
        "（二）丰富普法形式", TAUGHT, "二、存在的不足", CHECKED * 8,
    )  # fmt: skip
    report = parsed(" ".join((OPENING, *pieces)))
    assert [section.title.replace(" ", "") for section in report.sections] == [
        "主要做法", "坚持以服务为先，持续优化群众办事环境", "丰富普法形式", "存在的不足",
    ]  # fmt: skip


def test_white_space_parts_headings_without_number_below_one_with(parsed: Parsed) -> None:
    pieces = (
        "一、主要做法", "健全工作机制", LEARNT, "丰富普法形式", TAUGHT,
        "二、存在的不足", CHECKED * 8,
    )  # fmt: skip
    report = parsed(" ".join((OPENING, *pieces)))
    assert [(section.level, section.title) for section in report.sections] == [
        (1, "主要做法"), (2, "健全工作机制"), (2, "丰富普法形式"), (1, "存在的不足"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "sentence",
    [
        "推行行政执法“三项制度”，公示信息64条，全程记录31次。",
        "发放《民法典》等读本4200册，覆盖全镇各村。",
        "全年排查矛盾纠纷131件，成功调解128件。",
        "镇公共法律服务站办理法律援助9件，代写文书70余份。",
    ],
)
def test_a_sentence_of_a_page_in_one_line_is_no_heading(parsed: Parsed, sentence: str) -> None:
    found = _titles(parsed, "一、主要做法", LEARNT, sentence * 3, "二、存在的不足", CHECKED * 8)
    assert found == [(1, "主要做法"), (1, "存在的不足")]


@pytest.mark.parametrize(
    ("above", "below"),
    [
        (
            "首页>政务公开>法治政府建设年报",
            "来源：清河镇发布时间：2024-02-20 09:36浏览次数：142【打印】",
        ),
        (
            "今天是2024年4月18日星期四当前位置：首页>信息公开>通知公告",
            "发布时间：2024-02-20阅读：12",
        ),
        ("索引号：QT012-0400发布机构：清河镇人民政府发布日期：2024-02-20字体：大中小打印本页", ""),
    ],
)
def test_what_a_site_says_around_the_title_is_no_part_of_it(
    parsed: Parsed, above: str, below: str
) -> None:
    report = parsed("".join((above, PARTS[0], below, *PARTS[1:])))
    assert (report.title, report.issuer, report.year) == (PARTS[0], "清河镇", 2023)
    assert (report.date, report.published) == ("2024-01-06", "2024-02-20")
    assert [section.title for section in report.sections] == HEADINGS


def test_a_long_paragraph_is_no_page(parsed: Parsed) -> None:
    points = "".join(
        f"第{number}，街道党工委理论学习中心组专题学习，健全工作机制，压实各级责任。{SETTLED}{CHECKED}"
        for number in "一二三四五六七"
    )
    text = f"{PARTS[0]}\n{PARTS[1]}\n一、主要做法\n{points}\n二、存在的不足\n{LEARNT * 9}\n"
    assert max(map(len, text.split("\n"))) > 400
    report = parsed(text)
    assert [section.title for section in report.sections] == ["主要做法", "存在的不足"]
    assert "".join(report.slice(it) for it in report.measures).startswith(points[:40])
    assert len(report.measures) == 7 + 9


def test_white_space_before_a_number_parts_a_heading_and_its_text(parsed: Parsed) -> None:
    report = parsed(
        "清河镇2023年法治政府建设情况报告 现报告如下： 一、主要做法 （一）化解邻里矛盾 "
        "8个村调委会排查纠纷61件，化解60件。 （二）开展普法宣传 举办讲座7场，受众900人。 二、不足 "
        "办案人手少。 三、工作展望2024 镇里将建成法治驿站。 四、后续安排 2024年，拟招录2人。"
    )
    assert [section.title for section in report.sections] == [
        "主要做法", "化解邻里矛盾", "开展普法宣传", "不足", "工作展望2024", "后续安排"
    ]  # fmt: skip


def test_white_space_around_numbers_parts_nothing(parsed: Parsed) -> None:
    report = parsed(
        "清河镇 2023 年法治政府建设情况报告 现报告如下： 一、主要做法 （一）建好 8 个村调解室 "
        "排查纠纷 61 件，化解 60 件。 （二）开展普法宣传 举办讲座 7 场，受众 900 人。 "
        "二、2024 年工作安排 拟招录 2 人，培训 8 期。"
    )
    assert [section.title for section in report.sections] == [
        "主要做法", "建好 8 个村调解室", "开展普法宣传", "2024 年工作安排"
    ]  # fmt: skip


def test_what_stands_twice_on_a_page_is_counted_once_for_all_seams() -> None:
    page = PageWords("走访农户" + "甲乙丙" * 300_000 + "走访农户")
    # Looked for in the page one by one these take minutes.
    asked = [page.parts("甲乙", f"{chr(at)}村") for at in range(0x4E00, 0x9E00)]
    assert set(asked) == {0.0}
    assert page.parts("走访", "农户") < 0
    assert page.parts("户甲", "乙丙") == 0.0  # it stands there once


def test_a_page_of_numbers_between_gaps_is_read_whatever_its_length(parsed: Parsed) -> None:
    # 700,000 digits in one line: looked through from each of the gaps these take minutes.
    numbers = "2023 " * 175_000
    report = parsed(f"柳溪镇2023年法治政府建设情况报告\n一、主要举措\n{numbers}")
    assert "2023 2023" in report.slice(report.passages[-1])


@pytest.mark.parametrize("numbers", ["（一）（二）（三）", "1.2.3."])
def test_themes_numbered_below_first_level_alone_part_a_short_page(
    parsed: Parsed, numbers: str
) -> None:
    one, two, three = re.findall("（.）|\\d.", numbers)
    report = parsed(
        "清河镇2023年法治政府建设情况报告2023年，清河镇依法办事，现将情况报告如下："
        f"{one}规范行政检查根据年度计划，检查商铺20家。{two}丰富普法形式利用赶集日，宣讲8场。"
        f"{three}健全调解网络我镇每村设点，说和19起。"
    )
    assert [it.title for it in report.sections] == ["规范行政检查", "丰富普法形式", "健全调解网络"]
    assert [it.level for it in report.sections] == [1, 1, 1]
