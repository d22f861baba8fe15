"""What a template or a clerk left to be filled in."""

from __future__ import annotations

import pytest
from cases import for_each
from reviewed import found, said

_COUNTS = {
    "全年排查纠纷XX件。": "XX件",
    "全年排查纠纷××件。": "××件",
    "召开党委会X次。": "X次",
    "发放资料____份。": "____份",
    "发放资料＿＿份。": "＿＿份",
    "现场解答【】次。": "【】次",
    "案卷评查（  ）卷。": "（  ）卷",
    "现场解答    人次，": "现场解答  人次",
    "满意率达XX.X%。": "XX.X%",
    "帮扶企业**家。": "**家",
    "巡查□□次。": "□□次",
    "劝返？？人。": "？？人",
    "讲课1XX场。": "1XX场",
    "走访商户XX余户。": "XX余户",
    "服务群众XXX人次。": "XXX人次",
    # One sign between a word and a unit that ends its clause.
    "全年夜巡*次。": "*次",
    "检查渔船？艘，整改到位。": "？艘",
    "追回工资…万元。": "…万元",
    "出具意见书……份，": "……份",
    "主要负责人接访□次。": "□次",
}
_DAYS = {
    "X月X日组织培训。": "X月X日",
    "2023年X月组织培训。": "2023年X月",
    "2023年  月  日组织培训。": "2023年  月  日",
    "2023年5月　日组织培训。": "2023年5月  日",
    "202X年印发要点。": "202X",
    "镇发〔2023〕  号文件要求。": "〔2023〕  号",
}
_NOTES = {
    "处罚案件【待补充】。": "【待补充】",
    "处罚案件（待执法队提供）。": "（待执法队提供）",
    "（此处插入照片）": "（此处插入照片）",
    "处罚案件（数据尚需核实）。": "（数据尚需核实）",
    "处罚案件（请司法所补充）。": "（请司法所补充）",
    "【单位名称】依法履职。": "【单位名称】",
    "（结合本单位实际填写）": "（结合本单位实际填写）",
    "（本部分由党政办补充）": "（本部分由党政办补充）",
    "（以下部分请执法队填写）": "（以下部分请执法队填写）",
    "{{单位}}依法履职。": "{{单位}}",
    "«站名»依法履职。": "«站名»",
    "单击此处输入文字。": "单击此处输入文字",
}
_NAMES = {
    "XX镇认真部署。": "XX镇",
    "开展XX专项行动。": "XX专项行动",
    "镇党委书记×××主持会议。": "书记×××",
}


@for_each(("line", "words"), list((_COUNTS | _DAYS | _NOTES | _NAMES).items()))
def test_a_blank_left_open_is_remarked(line: str, words: str) -> None:
    assert said("blank", found(line)) == [f"尚有空白未填：“{words}”，请核"]


def test_blanks_of_one_paragraph_are_one_remark_which_points_at_each() -> None:
    """It tells how many there are where it does not show all."""
    findings = [it for it in found("排查XX件，化解XX起，调处__件。") if it.kind == "blank"]
    assert [it.says for it in findings] == ["尚有空白未填：“XX件”、“XX起”等3处，请核"]
    assert [quote.text for quote in findings[0].quotes] == ["XX件", "XX起", "__件"]


def test_one_blank_before_each_of_several_units_is_room_for_numbers() -> None:
    findings = [it for it in found("开展宣讲 场，发放读本　册。") if it.kind == "blank"]
    assert [quote.text.strip() for it in findings for quote in it.quotes] == ["场", "册"]


@pytest.mark.parametrize("day", ["2024年  月  日", "2024年1月　日", "2024年X月X日"])
def test_a_day_that_is_open_below_the_signature_is_remarked(day: str) -> None:
    assert said("blank", found(signed=f"望溪镇人民政府\n{day}"))


@for_each(
    "line",
    [
        "居民赵某与孙某因采光发生纠纷，X月X日达成协议。",  # a case, told without names
        "居民赵××与孙××因采光发生纠纷，X月X日达成协议。",
        "XX村村民与XX村村民因水渠争执，X月来所。",
        "推行“双随机、一公开”，购置XX型记录仪2台。",
        "落实“1+X”机制，开好“4+X”次例会。",
        "按3×5人分组，实行7×24小时值守，工作量＝天数×人数。",
        "有关问题（待核实线索5条）均已移送，（待命名）示范村1个。",
        "法律服务（由县里提供）、问卷（由群众填写）各30份。",
        "二〇二三年印发〔2023〕3号文件，共 3 件。",
        "2023年1月 日常检查5次。",
        "邮箱为sf__s@example.com。",
        "填报人：______　审核人：______",
        "制作“咋办？”短视频12条，解答“找谁说？去哪办？”等问题58个。",
        "讲解“婚前财产怎么算……”等话题9个，化解李*与王*的纠纷1起。",
        "开展 普法 宣传 23 场，发放 资料 4100 份，受理 案 件，办理 事 项。",
        "（该部分人员需持证）",
        "| 事项 |  | 件数 |\n| 调解 |  | 　 |",
        "事项\t\t件数\n调解\t  \t件",
    ],
)  # fmt: skip
def test_what_is_no_blank_is_not_remarked(line: str) -> None:
    assert said("blank", found(line)) == []


@pytest.mark.parametrize(
    "signed",
    ["望溪镇人民政府（盖章）\n    年  月  日", "望溪镇人民政府\n\n签字：　　　2024年  月  日"],
)
def test_a_line_that_is_signed_by_hand_is_no_blank(signed: str) -> None:
    assert said("blank", found(signed=signed)) == []
