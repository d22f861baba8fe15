"""Paragraphs that a stray line break tore are whole; what only looks torn stays."""

from __future__ import annotations

import pytest

from tuibrowser.lexicon.load import load
from tuibrowser.model.document import Document, Hints, TableCell
from tuibrowser.parsing.breaks.torn import whole
from tuibrowser.parsing.understand import understand

HEAD = (
    "枫桥镇2023年法治政府建设年度报告\n2023年,枫桥镇推进法治政府建设。\n"
    "一、主要举措和成效\n（一）规范执法\n"
)
TAIL = "\n（二）公开政务\n公开信息61条。\n二、存在的不足\n人手偏少。"


NOTHING_SAID = Hints()


def _document(body: str, hints: Hints = NOTHING_SAID) -> Document:
    return Document(HEAD + body + TAIL, "0" * 64, "报告.txt", "utf-8", hints=hints)


@pytest.mark.parametrize(
    "torn",
    [
        "执法队按季抽查案卷,发现\n文书错漏12处,全部改正。月底通报。",
        "全年走访商户90家。组织执法人员到法院旁听\n案件审理3次。",
        "镇党委书记主持召开\n法治工作例会5次,交办难题1个。",
        "党委会专题研究法治工作4次,把普法经费12万元列入预算,确保\n事有人抓。",
        "一是争取县里选派\n专业人员,驻镇指导。二是培训骨干30人次。",
        "审查合同17份。二是\n开展点题宣讲。",
        "出动人员\n600人次,出具整改通知\n41份。查扣劣质化肥3吨。",
        "公示执法结果88条,均\n在法定期限内。",
        "镇领导逐村\n（社区）督办积案7件。",
        "把村规民约的修订情况列为村务公开\n必选内容,张榜21次。",
        # What begins as a sentence is no lone heading among numbered ones, however it ends.
        "镇综治中心请来渔港派出所的同志\n同坐一桌,替船东看合同。",
        "通过坝坝会、院落会等方式\n把政策讲给留守老人听。",
        "为了让渔民办证少跑冤枉路\n便民中心把窗口开到码头,当天办结。",
        # Nor is what no heading ends in, right below a number.
        "稳步推进赋权事项承接运行的\n复盘,逐项过堂。",
        # Nor is the one line between two numbers of which none is lost, however short.
        "坚持以群众\n满意为尺子,办结诉求210件。",
        "聘请退休法官到渡\n口坐诊,当面答疑130人次。",
        "全面清点历\n年租约并张榜,共37份。",
    ],
)
def test_a_torn_paragraph_is_whole(torn: str) -> None:
    report = understand(_document(torn), load())
    assert report.text == _document(torn.replace("\n", "")).text
    assert [section.title for section in report.sections][1:3] == ["规范执法", "公开政务"]
    assert understand(_document(report.text[len(HEAD) : -len(TAIL)]), load()).text == report.text


@pytest.mark.parametrize(
    "body",
    [
        "全年办理事项6800余件\n为外出务工人员开通热线2条。",
        "推行柔性执法\n对首次轻微违法只作提醒,共31起。",
        "执法先亮证\n执法人员持证率100%。",
        "建立共享法庭\n法官每月驻点,调解案件9件。",
        "执法数据\t案件\t12件\n办结率逐年提高。",
        "全年检查企业71家,发放提示单\n\n下沉执法力量,每村一人。",
        "全镇有执法人员12名\n二是规范程序。",
        "健全行政执法责任体系\n执法人员签承诺书,逐季晒成绩。",
        "成立工作专班。\n推动法治副校长全覆盖\n走进课堂,教孩子识险避险。",
    ],
)
def test_what_only_looks_torn_stays(body: str) -> None:
    assert whole(_document(body)).text == _document(body).text


def test_between_two_numbers_in_a_row_no_heading_is_lost() -> None:
    report = understand(_document("编印口袋书2种。\n推动各站所负\n责人轮流坐堂,一问就懂。"), load())
    assert [report.slice(measure) for measure in report.measures][:2] == [
        "编印口袋书2种。",
        "推动各站所负责人轮流坐堂,一问就懂。",
    ]


def test_a_lone_line_whose_number_the_next_one_misses_is_a_heading() -> None:
    tail = TAIL.replace("（二）", "（三）")
    lost = "亮明家底请群众看\n晒出村级账目18本,当面答疑。"
    for head, below in (
        (HEAD + "检查36次。\n", tail),  # （二） of it
        (HEAD.replace("（一）规范执法\n", ""), TAIL),  # （一）
    ):
        text = head + lost + below
        assert whole(Document(text, "0" * 64, "报告.txt", "utf-8")).text == text


def test_where_no_paragraph_has_its_stop_nothing_is_torn() -> None:
    line = "镇综合执法队每周三会同派出所对集镇沿街商铺开展联合巡查并登记,发现\n"
    body = line * 4 + "问题逐项销号。"
    assert whole(_document(body)).text == _document(body).text


def test_headings_that_lost_their_numbers_stay() -> None:
    parts = ["请进来", "送下去", "沉到底", "算细账"]
    body = "\n".join(f"{it}\n法律顾问每月讲课,覆盖村民{n}人次。" for n, it in enumerate(parts, 3))
    assert whole(_document(body)).text == _document(body).text


def test_a_line_with_a_style_or_a_cell_of_its_own_is_no_half() -> None:
    body = "执法队抽查案卷,发现\n文书错漏12处,全部改正。"
    second = len(HEAD) + body.index("文书")
    styled = _document(body, Hints(headings=((second, 2),)))
    in_table = _document(body, Hints(cells=(TableCell(second, second + 12, 0, 0, 0),)))
    assert whole(styled) == styled
    assert whole(in_table) == in_table


def test_what_the_format_says_moves_with_the_text() -> None:
    body = "执法队抽查案卷,发现\n  文书错漏12处,全部改正。"
    document = _document(body, Hints(pages=(0, len(HEAD) + body.index("文书"), len(HEAD + body))))
    joined = whole(document)
    assert joined.text[joined.hints.pages[1] :].startswith("文书错漏")
    assert joined.text[joined.hints.pages[2] :] == TAIL


def test_open_lines_of_one_form_are_headings() -> None:
    body = (
        "把田管好\n把田间的沟渠清了一遍,共9条。\n把隐患关在汛前\n汛前把水库看了一遍,排除险情4处。\n"
        "把纠纷化在渠边\n灌溉季在渠边说和7起。\n把账目晒在明处\n公开账目31条。"
    )
    assert whole(_document(body)).text == _document(body).text
    lone = "把账目看完的人再把隐患关在汛前\n汛前把水库看了一遍,排除险情4处。"
    assert whole(_document(lone)).text == _document(lone.replace("\n", "")).text
