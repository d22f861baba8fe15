from __future__ import annotations

from unittest.mock import patch

import pytest
from cases import for_each
from hypothesis import given
from hypothesis import strategies as st

from tuibrowser.lexicon.load import Lexicon
from tuibrowser.parsing.figures.amounts import grammar_of
from tuibrowser.parsing.figures.find import find_figures
from tuibrowser.text.fold import squeeze


def _figures(sentence: str, lexicon: Lexicon) -> list[tuple[str, float, str, str | None]]:
    shadow, offsets = squeeze(sentence)
    written = "".join(sentence[offset] for offset in offsets)
    return [
        (shadow[q.start : q.end], q.value, q.unit, q.hedge)
        for q in find_figures(shadow, written, lexicon.units)
    ]


@for_each(
    ("sentence", "figures"),
    [
        ("涉及金额20万余元", [("20万余元", 200_000, "元", "余")]),
        ("惠及群众1.9万余名", [("1.9万余名", 19_000, "名", "余")]),
        ("开展宣传 280 余场次", [("280余场次", 280, "场次", "余")]),
        ("发放资料３０００余份", [("3000余份", 3000, "份", "余")]),
        ("五百余人参加", [("五百余人", 500, "人", "余")]),
        ("千余人到场", [("千余人", 1000, "人", "余")]),
        ("近百场讲座", [("近百场", 100, "场", "近")]),
        ("二十多部法律", [("二十多部", 20, "部", "多")]),
        ("万余次走访", [("万余次", 10_000, "次", "余")]),
        ("罚款1.2亿元", [("1.2亿元", 120_000_000, "元", None)]),
        ("受理3,450件", [("3,450件", 3450, "件", None)]),
        ("参考率、合格率均达100%", [("达100%", 100, "%", "达")] * 2),
        ("办结率98.5％", [("98.5%", 98.5, "%", None)]),
        ("按时办结率为百分之九十五", [("百分之九十五", 95, "%", None)]),
        ("跨村事项答复率百分百，", [("百分百", 100, "%", None)]),
        ("实现百分百覆盖", [("百分百", 100, "%", None)]),
        ("投入百分百的热情", []),
        ("近百分之九十的村已设点", [("近百分之九十", 90, "%", "近")]),
        ("满意率达百分之九十以上", [("达百分之九十以上", 90, "%", "以上")]),
        ("网上办件占比超六成五", [("超六成五", 65, "%", "超")]),
        ("回访满意率由八成半升至九成以上，", [
            ("八成半", 85, "%", None), ("九成以上", 90, "%", "以上"),
        ]),
        ("约三成多的纠纷在村化解", [("约三成多", 30, "%", "约多")]),
        ("提高3.2个百分点", [("3.2个百分点", 3.2, "百分点", None)]),
        ("平均成绩90分以上", [("90分以上", 90, "分", "以上")]),
        ("自学不少于40学时", [("不少于40学时", 40, "学时", "不少于")]),
        ("持证人员不足8人", [("不足8人", 8, "人", "不足")]),
        ("平均用时不到3天", [("不到3天", 3, "天", "不到")]),
        ("网上投诉不足一成", [("不足一成", 10, "%", "不足")]),
        ("查摆不足12条", [("12条", 12, "条", None)]),
        ("反馈问题和不足9个", [("9个", 9, "个", None)]),
        ("联系不到5人", [("5人", 5, "人", None)]),
        ("组织考试一次，", [("一次", 1, "次", None)]),
        ("立案90起，其中28起", [("90起", 90, "起", None), ("28起", 28, "起", None)]),
        ("12345热线办件326件", [("326件", 326, "件", None)]),
        ("接待群众845人/次", [("845人/次", 845, "人次", None)]),
        ("修订村规民约9件", [("9件", 9, "件", None)]),
        ("文书送达35份", [("35份", 35, "份", None)]),
        ("满意率达80%以上", [("达80%以上", 80, "%", "以上")]),
        ("参与3万+人次", [("3万+人次", 30_000, "人次", "+")]),
        ("走访三到五户", [("三到五户", 3, "户", None)]),
        ("检查商铺四十八家（次）", [("四十八家(次)", 48, "家次", None)]),
        ("出动车辆六十台次", [("六十台次", 60, "台次", None)]),
        ("用时由7天缩短至3天", [("7天", 7, "天", None), ("3天", 3, "天", None)]),
        ("接待216批次、上百户", [("216批次", 216, "批次", None), ("上百户", 100, "户", "上")]),
    ],
)  # fmt: skip
def test_hedge_number_and_unit_of_an_amount_are_read(
    lexicon: Lexicon, sentence: str, figures: list[tuple[str, float, str, str | None]]
) -> None:
    assert _figures(sentence, lexicon) == figures


@for_each(
    "sentence",
    [
        "2023年12月4日", "12月4日国家宪法日", "2021—2025年", "青府办〔2023〕12号", "第4次会议",
        "第四次全会", "不能一成不变", "做到有成效", "六成员单位",
        "“12·4”宪法日", "3·15消费者权益日", "“八五”普法", "三项制度", "四级网络", "五人小组",
        "“1+3+N”体系", "2+N模式",
        "拨打12345", "24小时值守", "“24小时不打烊”", "15分钟服务圈", "每月15日", "每周1次",
        "3个工作日", "3个工作日内办结", "5个月", "一是健全",
        "十分重视", "万事开头", "在一起", "进一步", "千家万户", "5部门联合", "一部分人",
        "红十字会捐款", "5A级景区", "一站式", "“两委”",
        "建党100周年", "《关于10件实事的通知》", "第3-5个", "一方面", "四个全面",
        "走访百十户", "来了百八十人",
    ],
)  # fmt: skip
def test_dates_names_and_idioms_with_numbers_in_them_count_nothing(
    lexicon: Lexicon, sentence: str
) -> None:
    assert _figures(sentence, lexicon) == []


@pytest.mark.parametrize(
    ("sentence", "nouns"),
    [
        ("年内调解矛盾纠纷98件", ["调解矛盾纠纷"]),
        ("全镇有41名行政执法人员", ["行政执法人员"]),
        ("组织3次庭审旁听活动、2次依法行政讲座", ["庭审旁听活动", "依法行政讲座"]),
        ("共开展法治宣传活动40场", ["法治宣传活动"]),
        ("参考率、合格率均达100%", ["参考率", "合格率"]),
        ("选树“法律明白人”216人", ["选树“法律明白人”"]),
        ("把习近平法治思想讲进8个村", ["村"]),
        ("查处违法行为27起", ["查处违法行为"]),
        ("平均办理时限由5天压减至3天", ["平均办理时限", "平均办理时限"]),
        ("成功调解91件", ["成功调解"]),
        ("矛盾纠纷化解率98%、群众满意度97%", ["矛盾纠纷化解率", "群众满意度"]),
        ("对全乡33家商铺逐户检查", ["商铺"]),
        ("修订村规民约18份", ["修订村规民约"]),
    ],
)
def test_what_is_counted(lexicon: Lexicon, sentence: str, nouns: list[str]) -> None:
    found = [q.noun for q in find_figures(sentence, sentence, lexicon.units)]
    assert ["".join(sentence[slice(*part)] for part in noun) for noun in found] == nouns


@pytest.mark.parametrize(
    "sentence",
    [
        "印发《柳溪镇2023年法治建设工作要点》,明确24项任务",
        "对2018年前的文件全面清理,废止27件",
        "较2020年增加1.2万元",
        "2021—2025年规划列明24项",
        "2023年12月4日发放资料300份",
        "年初召开动员会1次,签订责任书18份",
    ],
)
def test_years_that_are_no_period(lexicon: Lexicon, sentence: str) -> None:
    last = list(find_figures(sentence, sentence, lexicon.units))[-1]
    assert last.period is None


@pytest.mark.parametrize(
    ("sentence", "noun"),
    [
        ("下达责令改正通知书7份", "责令改正通知书"),
        ("社区矫正对象在册23人", "社区矫正对象"),
        ("重点人员在库45人", "重点人员"),
        ("追回欠薪126万元,惠及83人", "惠及"),
        ("未办结信访案件3件", "未办结信访案件"),
        ("公益诉讼案件在办2件", "公益诉讼案件"),
        ("向社会公布监督举报电话1部", "公布监督举报电话"),
    ],
)
def test_what_stands_at_the_edges_of_a_noun(lexicon: Lexicon, sentence: str, noun: str) -> None:
    *_, figure = find_figures(sentence, sentence, lexicon.units)
    assert "".join(sentence[start:end] for start, end in figure.noun) == noun


@for_each(
    ("sentence", "period"),
    [
        # Since something longer, or since something without 自.
        ("自“八五”普法规划启动实施以来,开展宣讲30场", "自“八五”普法规划启动实施以来"),
        ("换届以来,培训村干部40人", "换届以来"),
        ("夜校自今年3月开课以来,授课22堂", "自今年3月开课以来"),
        ("自2022年起,培训网格员30人", "自2022年起"),
        ("从去年5月揭牌以来,接待群众30人", "从去年5月揭牌以来"),
        ("自成立之日起,共办理援助30件", "自成立之日起"),
        # From month to month, from day to day.
        ("3月1日至31日,开展宣讲9场", "3月1日至31日"),
        ("2023年1月至10月,办结案件30件", "2023年1月至10月"),
        ("1—6月,受理诉求90件", "1—6月"),
        ("12月份,开展宪法宣传9场", "12月份"),
        ("截至12月中旬,签约率90%", "截至12月中旬"),
        # Some years, a season, a campaign.
        ("三年来,化解积案21件", "三年来"),
        ("汛期内,转移群众300人", "汛期内"),
        ("禁渔期间,查扣渔船4艘", "禁渔期间"),
        ("在活动期间,发放手册200册", "活动期间"),
        ("“十四五”期间,建成公园4个", "“十四五”期间"),
        ("国庆前后,巡逻30班次", "国庆前后"),
        ("今年,全镇开展宣讲9场", "今年"),
        ("近年来新建书屋4间", "近年来"),
        ("信访件一季度为20件", "一季度"),
        ("汛期转移群众30人", "汛期"),
        ("秋冬季抽检商户30家", "秋冬季"),
        ("冬防期间,巡逻30班次", "冬防期间"),
        ("一年内化解积案9件", "一年内"),
        ("去年11月以来,立案9起", "去年11月以来"),
        ("2024年3月起,巡逻30班次", "2024年3月起"),
        ("实行一季度一通报,走访商户30家", None),
        ("汛前修订预案4份", "汛前"),
        ("枸杞采摘季,检查企业36家", "枸杞采摘季"),
        ("汛期连日强降雨中,转移群众300人", "汛期"),
        ("6月以“夜市普法”方式开展宣传7场", "6月"),
        ("今年12月召开会议2次", "今年12月"),
        ("7、8两月受理投诉47件", "7、8两月"),
        ("综治中心今年受理案件93宗", "今年"),
        ("当年发生行政复议4件", "当年"),
        ("五年累计投入78万元", "五年"),
        ("截至2024年12月31日办结44件", "截至2024年12月31日"),
        ("年末完成整改4个", "年末"),
        # These words stand for no period.
        ("年终述法12人", None),
        ("当年任务完成率98%", None),
        ("今年计划走访30户", None),
        ("6月底前整改9处", None),
        ("夜间投诉占全年47%", None),
        ("对考核期内的矫正对象走访30次", None),
        ("规定3月1日至5月31日为禁渔期,查扣渔船4艘", None),
        ("与去年相比,警情下降8%", None),
        ("与2021年相比,警情下降8%", None),
        ("自2020年推行“民情夜谈”工作制度以来走访9户", "自2020年推行“民情夜谈”工作制度以来"),
        ("议事亭自启用至今,议事9次", "自启用至今"),
        ("村民自治组织以来料加工带动9人", None),
        ("同2021年同期相比警情下降8%", None),
        ("同2021年比,警情下降8%", None),
        ("在2021年工作基础上新增岗亭8个", None),
        ("今年来访群众30人", None),
        ("三年来信办结30件", None),
    ],
)
def test_words_that_name_a_period(lexicon: Lexicon, sentence: str, period: str | None) -> None:
    (found,) = find_figures(sentence, sentence, lexicon.units)
    assert (found.period and sentence[slice(*found.period)]) == period


@pytest.mark.parametrize(
    ("sentence", "periods"),
    [
        ("2020年、2021年分别植树9亩、12亩", ["2020年", "2021年"]),
        ("2020、2021和2022年，全街道依次植树9亩、12亩、7亩", ["2020", "2021", "2022年"]),
        ("2020年和2021年植树面积分别为9、12亩", ["2020年", "2021年"]),
        ("春运、征兵期分别宣讲7场、3场", ["春运", "征兵期"]),
        ("上半年、下半年分别植树9亩、12亩，种草7亩", ["上半年", "下半年", None]),
        # As many years as numbers, or they are of the last.
        ("2020年、2021年分别植树9亩、12亩、7亩", ["2021年", "2021年", "2021年"]),
        ("2020年、2021年植树9亩、种草12亩", ["2021年", "2021年"]),
    ],
)
def test_periods_that_share_out_numbers(
    lexicon: Lexicon, sentence: str, periods: list[str]
) -> None:
    found = find_figures(sentence.replace("，", ","), sentence, lexicon.units)
    assert [it.period and sentence[slice(*it.period)] for it in found] == periods


@pytest.mark.parametrize(
    ("sentence", "periods"),
    [
        # What opens the sentence holds to its end, another to the semicolon.
        ("全年植树9亩，种草12亩；修渠3条。", ["全年", "全年", "全年"]),
        ("林场全年植树9亩，种草12亩；修渠3条。", ["全年", "全年", None]),
        ("全年植树9亩。修渠3条。", ["全年", None]),
        # Two halves have a clause each, a whole year goes on.
        ("上半年植树9亩，下半年12亩，修渠3条。", ["上半年", "下半年", None]),
        ("2022年植树9亩，2023年12亩，修渠3条。", ["2022年", "2023年", "2023年"]),
    ],
)
def test_how_far_a_period_reaches(lexicon: Lexicon, sentence: str, periods: list[str]) -> None:
    shadow = sentence.replace("，", ",").replace("；", ";")
    found = find_figures(shadow, sentence, lexicon.units)
    assert [it.period and sentence[slice(*it.period)] for it in found] == periods


def test_a_year_in_a_bracket_holds_for_nothing_behind_it(lexicon: Lexicon) -> None:
    sentence = "2024年结案30件(2023年为26件),撤案4件"
    found = find_figures(sentence, sentence, lexicon.units)
    periods = [it.period and sentence[slice(*it.period)] for it in found]
    assert periods == ["2024年", None, "2024年"]


def test_a_period_is_no_part_of_a_noun(lexicon: Lexicon) -> None:
    sentence = "汛期转移群众30人"
    (found,) = find_figures(sentence, sentence, lexicon.units)
    assert [sentence[slice(*it)] for it in found.noun] == ["转移群众"]


@pytest.mark.parametrize(
    ("sentence", "nouns"),
    [
        ("一季度排查纠纷32件，二季度28件", ["排查纠纷", "排查纠纷"]),
        ("近三年累计60万元", [""]),
    ],
)
def test_a_noun_that_is_carried_on_has_no_period_in_it(
    lexicon: Lexicon, sentence: str, nouns: list[str]
) -> None:
    found = find_figures(sentence, sentence, lexicon.units)
    assert ["".join(sentence[slice(*it)] for it in figure.noun) for figure in found] == nouns


def test_what_something_was_before_is_of_no_period(lexicon: Lexicon) -> None:
    sentence = "截至11月底,平均用时由上年的5.6个工作日压缩到2.1个工作日"
    before, now = find_figures(sentence, sentence, lexicon.units)
    assert (before.unit, before.period) == ("个工作日", None)
    assert now.period is not None


@pytest.mark.parametrize(
    ("sentence", "unit"),
    [
        ("收缴管制刀具26把", "把"),
        ("没收烟花爆竹270箱", "箱"),
        ("缴获毒品11.6克", "克"),
        ("出海执法214航次", "航次"),
        ("航程1.9万海里", "海里"),
        ("新增养老床位90床", "床"),
        ("网上评议收到9,800票", "票"),
        ("抽检农药60种次", "种次"),
    ],
)
def test_units_of_what_is_seized_and_travelled(lexicon: Lexicon, sentence: str, unit: str) -> None:
    (found,) = find_figures(sentence, sentence, lexicon.units)
    assert found.unit == unit


def test_the_period_holds_to_the_end_of_its_sentence(lexicon: Lexicon) -> None:
    sentence = "截至2023年底,化解纠纷45起,办结40件。发放资料300份。"
    found = list(find_figures(sentence, sentence, lexicon.units))
    periods = [q.period and sentence[slice(*q.period)] for q in found]
    assert periods == ["截至2023年底", "截至2023年底", None]


@for_each(
    ("sentence", "figures"),
    [
        ("筹集资金两千六百万元", [("两千六百万元", 26_000_000, None, "元")]),
        ("筹集资金一亿三千万元", [("一亿三千万元", 130_000_000, None, "元")]),
        ("印制手册2万3000本", [("2万3000本", 23_000, None, "本")]),
        ("筹集资金1亿2000万元", [("1亿2000万元", 120_000_000, None, "元")]),
        ("争取补助2千5百万元", [("2千5百万元", 25_000_000, None, "元")]),
        ("总投资1亿3千5百万元", [("1亿3千5百万元", 135_000_000, None, "元")]),
        ("每村选派3—5名宣传员", [("3—5名", 3, 5, "名")]),
        ("每村选派3-5名宣传员", [("3-5名", 3, 5, "名")]),
        ("补助资金2~3万元", [("2~3万元", 20_000, 30_000, "元")]),
        ("编号8—3件", []),
        ("办理时限由15天缩短至7天", [("15天", 15, None, "天"), ("7天", 7, None, "天")]),
        ("实行7天24小时值守", []),
        ("压降5%—8%", [("5%—8%", 5, 8, "%")]),
        ("补助3万元至5万元", [("3万元至5万元", 30_000, 50_000, "元")]),
        ("补助3万—5万元", [("3万—5万元", 30_000, 50_000, "元")]),
        ("每组3名~5名", [("3名~5名", 3, 5, "名")]),
        ("由3名至5名", []),
        ("调解92件——其中家事3件", [("92件", 92, None, "件"), ("3件", 3, None, "件")]),
        ("服务群众2万零300人次", [("2万零300人次", 20_300, None, "人次")]),
        ("印制手册1千零5本", [("1千零5本", 1_005, None, "本")]),
        ("印制手册1千5百本", [("1千5百本", 1500, None, "本")]),
        ("覆盖廿六个村", [("廿六个", 26, None, "个")]),
        ("走访三四十户", [("三四十户", 30, 40, "户")]),
        ("开会5、6次", [("5、6次", 5, 6, "次")]),
        ("夜查14、15场", [("14、15场", 14, 15, "场")]),
        ("坐班每月不少于两次", [("不少于两次", 2, None, "次")]),
        ("两家村委会换届", [("两家", 2, None, "家")]),
        ("建成法治书屋一处", [("一处", 1, None, "处")]),
        ("发生劳资纠纷一起,已化解", [("一起", 1, None, "起")]),
        ("拍摄警示片一部", [("一部", 1, None, "部")]),
        ("编排普法快板二十四节", [("二十四节", 24, None, "节")]),
        ("维修步道六百米", [("六百米", 600, None, "米")]),
        ("印制读本十二种", [("十二种", 12, None, "种")]),
        ("到会30、40人", [("30、40人", 30, 40, "人")]),
        ("上门十六、七户", [("十六、七户", 16, 17, "户")]),
        ("到会五、六十人", [("五、六十人", 50, 60, "人")]),
        ("印发几百份", [("几百份", 100, None, "份")]),
        ("调解五六件纠纷", [("五六件", 5, 6, "件")]),
        ("每场3至5人", [("3至5人", 3, 5, "人")]),
        ("办理时间压缩到半天", [("半天", 0.5, None, "天")]),
        ("平均用时1个半小时", [("1个半小时", 1.5, None, "小时")]),
        ("办结率百分之九十六点二", [("百分之九十六点二", 96.2, None, "%")]),
        ("召开两次会议，聘请一名律师，建成长廊一处", [
            ("两次", 2, None, "次"), ("一名", 1, None, "名"), ("一处", 1, None, "处"),
        ]),
        ("覆盖两个村", [("两个", 2, None, "个")]),
        ("新建三个法律服务站点", [("三个", 3, None, "个")]),
        ("走访十个行政村", [("十个", 10, None, "个")]),
        ("化解十件信访积案,推进十件实事", [("十件", 10, None, "件")]),
        ("新建一个调解室,成立一支宣讲队,搭建一个平台", [
            ("一个", 1, None, "个"), ("一支", 1, None, "支"),
        ]),
        ("打造一条普法长廊、一座公园,每村建成一个广场", [
            ("一条", 1, None, "条"), ("一座", 1, None, "座"),
        ]),
        ("修订学法、考勤等11项制度,落实执法3项制度", [("11项", 11, None, "项")]),
        ("受理申请四件,其中两件已撤回,一件正在审理", [
            ("四件", 4, None, "件"), ("两件", 2, None, "件"), ("一件", 1, None, "件"),
        ]),
        ("应诉三案,胜诉两件,一件和解结案", [("两件", 2, None, "件"), ("一件", 1, None, "件")]),
        ("入户排查五次,一户不漏,其中一件大事是清渠", [("五次", 5, None, "次")]),
        ("登记隐患9处,一处一策,复查9次,一次性销号,9个村两个月内建档", [
            ("9处", 9, None, "处"), ("9次", 9, None, "次"), ("9个", 9, None, "个"),
        ]),
        ("抓住三个关键环节", []),
        ("组建五人调解小组", []),
        ("配备四套音响", [("四套", 4, None, "套")]),
        ("完善三套机制", []),
        ("贯彻三个代表重要思想", []),
        ("集中培训两天半", [("两天半", 2.5, None, "天")]),
        ("成讼率下降0.6个千分点", [("0.6个千分点", 0.6, None, "千分点")]),
        ("检查车辆1.1万辆次，踏查4轮次", [
            ("1.1万辆次", 11_000, None, "辆次"), ("4轮次", 4, None, "轮次"),
        ]),
        ("普法活动12场(次)，发放读本300份(册)", [
            ("12场(次)", 12, None, "场次"), ("300份(册)", 300, None, "份"),
        ]),
        ("注册反诈APP1.7万余人", [("1.7万余人", 17_000, None, "人")]),
        ("公开栏每季度更新至少1次", [("至少1次", 1, None, "次")]),
        # A sign tells how something changed, else it joins.
        ("火警同比-9%", [("-9%", -9, None, "%")]),
        ("得票较上月+3票", [("+3票", 3, None, "票")]),
        ("建立1+6工作法", []),
        ("开放5×12小时窗口", []),
        # Where a unit's last character begins a word, the unit is shorter.
        ("承接30条目标事项", [("30条", 30, None, "条")]),
        ("排定12人日常值守", [("12人", 12, None, "人")]),
        ("勘测9宗地界", [("9宗", 9, None, "宗")]),
        ("整理30条目", [("30条目", 30, None, "条目")]),
        # As on a cheque.
        ("退还押金叁万伍仟元整", [("叁万伍仟元", 35_000, None, "元")]),
        ("收到捐款玖拾圆", [("玖拾圆", 90, None, "元")]),
        ("宣传队伍万人空巷", []),
        # One unit behind several numbers that are shared out.
        ("门诊、住院分别为9、30、12人次", [
            ("9", 9, None, "人次"), ("30", 30, None, "人次"), ("12人次", 12, None, "人次"),
        ]),
        ("甲乙两站分别接诊3、4人", [("3", 3, None, "人"), ("4人", 4, None, "人")]),
        ("考评中获91.5分", [("91.5分", 91.5, None, "分")]),
    ],
)  # fmt: skip
def test_numbers_as_they_are_written_and_spoken(
    lexicon: Lexicon, sentence: str, figures: list[tuple[str, float, float | None, str]]
) -> None:
    found = find_figures(sentence, sentence, lexicon.units)
    assert [(sentence[q.start : q.end], q.value, q.value_to, q.unit) for q in found] == figures


@for_each(
    "sentence",
    [
        "第十二次、十三次镇长办公会", "市七届人大三次、四次会议", "枫桥村三组",
            "区委五届三次、四次全会", "第三、四次会议", "48小时内报告", "三人小组", "五个统一",
        "没有发生一起投诉", "二期工程", "新一轮普法", "四大行动",
        "第14、15次会议", "办理9、40号议案", "整治三轮车", "8小时以外管理", "一五一十讲清",
        "三番五次劝说", "三天两头跑", "撑起半边天", "十户联防", "每日三分钟普法",
        "融为一处", "干群一家", "和群众一起", "二十四节气", "十一节假日", "二十大精神", "十五村",
        "位列全市前三名", "考核进入前10位", "六家子镇、三元区、北四家乡", "五户村、七间房社区",
    ],
)  # fmt: skip
def test_numbers_that_name_or_limit(lexicon: Lexicon, sentence: str) -> None:
    assert list(find_figures(sentence, sentence, lexicon.units)) == []


@for_each(
    ("sentence", "nouns"),
    [
        ("召开班子会、调度会、现场会共9次", ["班子会、调度会、现场会"]),
        ("发放折页和手册500份", ["折页和手册"]),
        ("接报警情(同比下降8%)、发案(同比上升2%)", ["接报警情", "发案"]),
        ("审核合同30份，较2022年增长5%", ["审核合同", "审核合同"]),
        ("化解率90%，比上年提高3个百分点", ["化解率", "化解率提高"]),
        ("法治建设有关课题8次", ["法治建设有关课题"]),
        # A part of what was counted keeps the head of the whole.
        ("现有护林员40人，其中专职9人、兼职31人", ["护林员", "专职护林员", "兼职护林员"]),
        (
            "办结案件20件（适用简易程序15件，普通程序5件）",
            ["办结案件", "适用简易程序案件", "普通程序案件"],
        ),
        # A number in a bracket is of what stands before it, and so is one right behind it.
        ("受理各类矛盾纠纷（含上年结转8件）60件", ["上年结转", "矛盾纠纷"]),
        # No place and no period, no person's name.
        ("桃林村全年调解纠纷7件", ["调解纠纷"]),
        ("有的村全年调解纠纷2件", ["调解纠纷"]),
        ("退役军人李某等4人", ["退役军人"]),
        # A word is not cut for a short word it begins with.
        ("组织测试2次，及格率98%，上岗持证率95%", ["测试", "及格率", "上岗持证率"]),
        ("与会群众30人，共建单位6家", ["与会群众", "共建单位"]),
        ("便民中心共进驻部门9个", ["进驻部门"]),
        # Whom it is sent to, by whom it was done.
        ("向区司法局报送备案文件4件", ["报送备案文件"]),
        ("上报信息30篇，被市级媒体采用5篇", ["上报信息", "市级媒体采用信息"]),
        # The number first.
        ("4位检察官授课", ["检察官"]),
        ("95%的村建有阅览角", ["村"]),
        ("3次召开专题会", ["专题会"]),
        ("镇、村、组三级调解员共计90名", ["调解员"]),
        # What was done to a part is done to the whole.
        ("排查纠纷60件，其中婚恋纠纷12件，化解58件", ["排查纠纷", "婚恋纠纷", "化解纠纷"]),
        ("清理文件9件，废止2件", ["清理文件", "废止文件"]),
        # Of how many, what was done to them; by head; in all.
        ("督导8个村", ["督导村"]),
        ("看望老人30人，走访45次", ["看望老人", "走访老人"]),
        ("组织培训6次，人均12学时", ["培训", "人均培训学时"]),
        ("建成“6S+”警务室3间", ["警务室"]),
        ("设立镇、村两级服务站7个", ["服务站"]),
        ("对6个乡镇（街道）负责人开展约谈", ["乡镇（街道）负责人"]),
        ("山南镇22名网格员全部上岗", ["网格员"]),
        ("90项服务事项中，80项纳入窗口", ["服务事项", "服务事项"]),
        ("排查隐患50起，整改45起", ["排查隐患", "整改隐患"]),
        ("依托平台开展法治讲座7场", ["法治讲座"]),
        ("新增调解员3名，总数达到20名", ["新增调解员", "调解员"]),
        ("组建1支30人的宣讲队伍", ["宣讲队伍", "宣讲队伍"]),
        # Several numbers share out what stands before them.
        ("及格率和优秀率分别为99%和41%", ["及格率", "优秀率"]),
        ("悬挂横幅、张贴海报分别为7条、90张", ["悬挂横幅", "张贴海报"]),
        ("满意率96%，较上年提升1.2和0.4个百分点", ["满意率", "满意率提升"]),
        # By village, by household: what was said before, or what stands behind.
        ("培养明白人90名，平均每个村6名", ["明白人", "平均每个村明白人"]),
        ("每个村至少1个法治广场", ["每个村法治广场"]),
        # Who did it is not what was done, nor are those with whom and what led to it.
        ("网格员上报事件800件，办结790件", ["上报事件", "办结事件"]),
        ("与公安、水利等部门联合执法9次", ["联合执法"]),
        ("夜查酒吧、网吧等公共场所40家", ["公共场所"]),
        ("因琐事引发的邻里纠纷21件", ["邻里纠纷"]),
        ("普法工作被市级媒体报道6次", ["市级媒体报道"]),
        # What those behind a number did is no part of their name.
        ("指导9个社区修订居民公约", ["社区"]),
        ("在5所中小学聘任法治副校长5名", ["中小学", "法治副校长"]),
        ("6名乡贤全年化解积案4件", ["乡贤", "化解积案"]),
        ("便民大厅12个窗口延长服务", ["窗口"]),
        # A part has the whole name of what it is a part of, but for cases.
        ("现有人民调解员30名，其中专职4名", ["人民调解员", "专职人民调解员"]),
        ("配备协管员20人，其中女性3人", ["协管员", "女性协管员"]),
        ("下放事项90项，其中行政强制8项", ["下放事项", "行政强制事项"]),
        ("清理文件50件，保留30件、取消20件", ["清理文件", "保留文件", "取消文件"]),
        # A verb without its object stays with the means, and with what says nothing alone.
        ("公众号推送60条", ["公众号推送"]),
        ("线上答题参与人数700人", ["线上答题参与人数"]),
        ("被诉行政案件2件", ["被诉行政案件"]),
        ("报备文件3件，向社会公布3件", ["报备文件", "公布文件"]),
        ("专职网格员由原来的9人扩充到15人", ["专职网格员", "专职网格员"]),
        # What became of a thing is told with the thing, whichever verb says it.
        ("核实举报线索48条,查实12条,查否36条", ["核实举报线索", "查实举报线索", "查否举报线索"]),
        (
            "审核低保申请9件,批准7件,不予批准2件",
            ["审核低保申请", "批准低保申请", "不予批准低保申请"],
        ),
        ("登记租户40户,新登记6户,注销3户", ["登记租户", "新登记租户", "注销租户"]),
        ("收到代表建议9件,办复8件", ["收到代表建议", "办复代表建议"]),
        ("提出整改意见40条,采纳37条", ["提出整改意见", "采纳整改意见"]),
        ("核查低保户12户,资金6万元,追回1万元", ["核查低保户", "资金", "追回资金"]),
        ("播放普法节目60分钟,覆盖4个村,累计播放90小时", ["普法节目", "村", "播放普法节目"]),
        # An act that holds its object, or is a way, is told alone.
        ("受理争议案件65件,结案63件", ["受理争议案件", "结案"]),
        ("诉前调解18件,调解成功15件", ["诉前调解", "调解成功"]),
        ("全年收件80件,代办15件", ["收件", "代办"]),
        # What is counted twice is told with what was done to it.
        (
            "受理各类纠纷6件,同比下降5%,调解成功5件",
            ["受理纠纷", "受理纠纷同比下降", "调解成功纠纷"],
        ),
        ("发放问卷50份,收回48份", ["发放问卷", "收回问卷"]),
        # Kinds of a thing are its parts, with 其中 or without.
        (
            "遴选“带头人”60名,其中女性23名、少数民族8名",
            ["遴选“带头人”", "女性“带头人”", "少数民族“带头人”"],
        ),
        ("建成市级法治广场2个、县级5个", ["市级法治广场", "县级法治广场"]),
        ("抽查案卷30卷,优秀12卷、不合格1卷", ["抽查案卷", "优秀案卷", "不合格案卷"]),
        ("评查案卷60卷,其中行政处罚40卷", ["评查案卷", "行政处罚案卷"]),
        ("噪声投诉90件,办结率98%,其中商铺50件", ["噪声投诉", "办结率", "商铺投诉"]),
        ("办理公证15件,其中国内公证13件", ["公证", "国内公证"]),
        ("调解纠纷88件,其中石桥村21件", ["调解纠纷", "石桥村纠纷"]),
        # Who did it, at the beginning of a sentence or before 共, and by which means.
        ("县水务局审批取水许可31件,注销2件", ["审批取水许可", "注销取水许可"]),
        ("镇综治办、派出所化解积案6件", ["化解积案"]),
        ("镇司法所审查合同、协议分别为31份、12份", ["审查合同", "协议"]),
        ("平安春运专项行动共查扣超载车辆12台", ["查扣超载车辆"]),
        ("派出所给家长讲解《信访工作条例》6场", ["讲解《信访工作条例》"]),
        ("采取“双随机”方式抽查企业40家", ["抽查企业"]),
        # When, by day, than when before and of how many is no part of a noun.
        ("信访件一季度20件、二季度31件,日均2件", ["信访件", "信访件", "日均信访件"]),
        ("权力事项21项,较2022年版减少2项", ["权力事项", "权力事项"]),
        ("组织集中学习每季度不少于2次", ["集中学习"]),
        ("培训课件、培训教材、培训题库共9套", ["培训课件、培训教材、培训题库"]),
        ("检查清单、整改清单共30份", ["检查清单、整改清单"]),
        ("方案列出4个方面、16项任务、30条措施", ["任务", "措施"]),
        ("方案列出四个领域、16项任务", ["任务"]),
        ("上半年受理诉求30件,三季度受理9件", ["诉求", "受理诉求"]),
        ("乡长办公会专题研究山林纠纷调处有关事项6次", ["乡长办公会专题研究山林纠纷调处有关事项"]),
        ("组织测试,36名机关干部成绩合格", ["机关干部"]),
        ("走访商户90家,比去年多走访9家", ["走访商户", "走访商户"]),
        ("走访商户90家,比去年多走访商户9家", ["走访商户", "走访商户"]),
        ("治安拘留9人,比上一禁渔期增加2人", ["治安拘留", "治安拘留增加"]),
        ("参训率达到应训人数的92%", ["参训率"]),
        ("对拒不拆除的4户依法强制执行", ["拒不拆除"]),
        ("镇畜牧站抽检尿样42份,阳性1份", ["抽检尿样", "阳性尿样"]),
        ("河长制办公室交办督办单31份", ["交办督办单"]),
        ("立案查处欠薪案件13件,向公安机关移送2件", ["立案查处欠薪案件", "移送欠薪案件"]),
        ("签订拆除协议9户,强拆2户", ["签订拆除协议", "强拆户"]),
        # A verb between 分别 and the numbers; 参与 is no list.
        ("例会、推进会分别召开3次、5次", ["例会", "推进会"]),
        ("审查率、参与率分别达100%和92%", ["审查率", "参与率"]),
        ("收集诉求66条,解决诉求58条", ["收集诉求", "解决诉求"]),
        # What people do themselves is not done to them, and they come for what they ask.
        ("调解员9名,参与调解40次", ["调解员", "参与调解"]),
        ("接待群众90人次,其中法律咨询30人次", ["接待群众", "法律咨询"]),
        ("交办任务32项,完成30项,剩余2项持续推进", ["交办任务", "完成交办任务", "剩余交办任务"]),
        ("受理诉求90件,其中即办件60件", ["诉求", "即办件"]),
        ("考核合格30名、不合格1名", ["考核合格", "不合格"]),
        ("创成全国示范村1个、省级4个", ["创成全国示范村", "省级示范村"]),
        # Any verb that stands alone before a number was done to what was counted before,
        # in whatever dictionary it is: 拖移, 追发, 停供.
        ("清理废弃车48辆，拖移31辆", ["清理废弃车", "拖移废弃车"]),
        ("清退摊点19处，停供7处", ["清退摊点", "停供摊点"]),
        ("镇级调处纠纷30件，村级化解22件", ["镇级调处纠纷", "村级化解纠纷"]),
        # But what holds no thing stands alone, and people are counted by what they did.
        ("罚没违法所得3万元，罚款9万元", ["罚没违法所得", "罚款"]),
        ("治安处罚90人，其中拘留12人", ["治安处罚", "拘留"]),
        ("示范街4条，退货90件", ["示范街", "退货"]),
        # Who does something is counted, not the deed, whatever verb and adverb tell it.
        ("9名楼长当选网格长", ["楼长"]),
        ("5家砖厂自行拆除窑体", ["砖厂"]),
        ("3家餐饮单位加装油烟净化器", ["餐饮单位"]),
        ("2件积案终结退出", ["积案"]),
        ("8个重点项目全程接受法治体检", ["重点项目"]),
        ("97%的商户给予好评", ["商户"]),
        ("4个村民小组重订用水公约", ["村民小组"]),
        ("6名社区矫正对象主动报到", ["社区矫正对象"]),
        ("9家镇直单位签订责任书", ["镇直单位"]),
        ("4类26项问题", ["问题", "问题"]),
        ("案件5件，2件移送管辖", ["案件", "移送管辖案件"]),
        # From what it was to what it came to, whatever verb says so.
        ("摊位由90个归并为62个", ["摊位", "摊位"]),
        ("申请材料由9份减至4份", ["申请材料", "申请材料"]),
        ("采砂许可证从7张核减为3张", ["采砂许可证", "采砂许可证"]),
        ("商户由30家扩到42家，比年初净增12家", ["商户", "商户", "商户净增"]),
        # A dash opens a list; what was done so has no words of what was counted otherwise.
        ("处罚决定9件——简易程序5件，普通程序4件", ["处罚决定", "简易程序", "普通程序"]),
        ("核查专项资金使用申请9笔、80万元", ["核查专项资金使用申请"] * 2),
        ("签约80户，签约率98%", ["签约户", "签约率"]),
        ("线上解答9次，在线调解4次", ["线上解答", "在线调解"]),
        ("植被恢复费9万元", ["植被恢复费"]),
        # Who acts at the beginning of a clause is no part of it, nor in the course of what.
        ("水利站巡护河道90次", ["巡护河道"]),
        ("广告整治行动拆除立柱9座", ["拆除立柱"]),
        ("夏夜行动中破案9起", ["破案"]),
        ("村级议事会召开20场次", ["村级议事会"]),
        ("审批平均办理时长3小时", ["审批平均办理时长"]),
        # A colon opens a list of what stands before it, and 合计 closes it.
        ("受理投诉：食品类9件、药品类4件，合计13件", ["食品类投诉", "药品类投诉", "投诉"]),
        # What goes on with a number is of the same thing, and a bracket is passed over.
        ("处罚案件20件，15件经集体讨论决定", ["处罚案件", "处罚案件"]),
        (
            "移送案件6件（立案5件、退回1件），较上年多2件",
            ["移送案件", "立案", "退回案件", "移送案件"],
        ),
        ("反馈问题9个，立行立改7个，限期整改2个", ["反馈问题", "立行立改问题", "限期整改问题"]),
        # Two verbs in a clause of their own are an act, in a list they are what is counted.
        ("审查协议30份，退回补正4份", ["审查协议", "退回补正协议"]),
        ("查处酒后驾车9起、超员超载4起", ["查处酒后驾车", "超员超载"]),
        ("清理弃置车9辆，车主自行挪移4辆", ["清理弃置车", "自行挪移弃置车"]),
        ("发放证件9本，因岗位变动收回4本", ["证件", "收回证件"]),
        ("把原来的9张清单并为4张", ["清单", "清单"]),
        ("受理投诉前三季度为90件", ["投诉"]),
        ("覆盖率从零提高到64%", ["覆盖率"]),
        ("对9本证件逐本核验", ["证件"]),
        ("受理申请90件，不予许可4件，撤回2件", ["受理申请", "不予许可申请", "撤回申请"]),
        ("挂牌督办隐患9处，挂牌督办5处，销号2处", ["挂牌督办隐患", "挂牌督办", "销号隐患"]),
        ("抽检水样30份，对不达标的6份责令整改", ["抽检水样", "不达标水样"]),
        ("备案聚餐30起，现场指导20起", ["备案聚餐", "现场指导备案聚餐"]),
        (
            "9件复议申请中，涉征收的4件，其余5件分布在登记领域",
            ["复议申请", "涉征收复议申请", "复议申请"],
        ),
        ("配备干部2名，另向7名调解能手发奖", ["干部", "调解能手"]),
        (
            "征得意见9条，现场答复4条，会后书面答复2条",
            ["征得意见", "现场答复意见", "会后书面答复意见"],
        ),
        ("述法得分在90分以上", ["述法得分"]),
        ("6大类90项指标", ["指标", "指标"]),
        ("新建老年活动中心食堂3处", ["老年活动中心食堂"]),
        ("作出行政处罚30件，撤销2件", ["作出行政处罚", "撤销行政处罚"]),
        ("7名来自高校、律所的特邀监督员", ["特邀监督员"]),
        ("企业9家，同类企业关停2家", ["企业", "企业"]),
        ("街道党工委理论学习中心组专题学法6次", ["理论学习中心组专题学法"]),
        ("镇长办公会集体审议合同12份", ["集体审议合同"]),
        ("6个社区调解委员会调解纠纷118件", ["社区调解委员会", "调解纠纷"]),
        ("12个村委会化解矛盾34起", ["村委会", "化解矛盾"]),
    ],
)
def test_the_noun_is_what_stands_over_the_column(
    lexicon: Lexicon, sentence: str, nouns: list[str]
) -> None:
    shadow, offsets = squeeze(sentence)
    found = [q.noun for q in find_figures(shadow, sentence, lexicon.units)]
    assert [
        "".join(sentence[offsets[start] : offsets[end - 1] + 1] for start, end in noun)
        for noun in found
    ] == nouns


def test_a_running_total_says_since_when(lexicon: Lexicon) -> None:
    sentence = "夜校自开办以来,已授课30堂"
    (found,) = find_figures(sentence, sentence, lexicon.units)
    assert found.period is not None
    assert sentence[slice(*found.period)] == "自开办以来"


@pytest.mark.parametrize(
    "piece",
    [
        *("1万", "一", "开展", "3、", "(", "《", "件5", "等共", "1,000"),
        *("率95%", "3件)镇", "《法》3件", "发放3件、"),
    ],
)
def test_a_long_line_takes_linear_work(lexicon: Lexicon, piece: str) -> None:
    line = piece * (60_000 // len(piece))
    assert isinstance(list(find_figures(line, line, lexicon.units)), list)


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("便民中心开设四个窗口", 4),
        ("更新五块展板", 5),
        ("改造两条法治街巷", 2),
        ("添置书架十组", 10),
        ("栽植八棵香樟", 8),
        ("修缮两座法治凉亭", 2),
        ("签订劳动合同三十六份", 36),
        ("补选村委会主任两名", 2),
        ("宪法宣传周十二场", 12),
        ("会同三家单位", 3),
        ("同一件", None),
        ("建立三个机制", None),
        ("做到四个到位", None),
        ("实现三个转变", None),
        ("发放两项补贴", None),
        # One of goods, or of what was made; and what was solved, however few.
        ("购置一台碎纸机", 1),
        ("开办一期调解夜校", 1),
        ("建成一处普法凉亭", 1),
        ("化解六个历史遗留问题。", 6),
        ("破解了四项堵点", 4),
        ("算好一本账", None),
        ("坚持整治一处、规范一片", None),
        ("做到化解一件、稳定一方", None),
        ("解决一个问题带动一片", None),
    ],
)
def test_a_few_things_that_were_made_are_counted(
    lexicon: Lexicon, sentence: str, value: int | None
) -> None:
    found = [q.value for q in find_figures(sentence, sentence, lexicon.units)]
    assert found == ([] if value is None else [value])


def test_what_was_made_beside_it_is_counted_too(lexicon: Lexicon) -> None:
    sentence = "建成三个法治广场、两条法治长廊和四块宣传栏"
    found = [q.value for q in find_figures(sentence, sentence, lexicon.units)]
    assert found == [3, 2, 4]


class _Everything(frozenset[str]):
    def __contains__(self, _: object) -> bool:
        return True


@given(
    st.lists(
        st.sampled_from(
            ["不少于", "约", "近", "数", "上", "达", "至少", "百分之", "九成", "十", "3", "0", "12",
             "三", "件", "%", "人", "次", "以上", "余", "万", "，", "村"]
        ),
        max_size=9,
    ).map("".join)
)  # fmt: skip
def test_a_hedge_is_looked_for_wherever_one_may_begin(lexicon: Lexicon, sentence: str) -> None:
    grammar = grammar_of(lexicon.units)._replace(hedges=_Everything())
    with patch("tuibrowser.parsing.figures.find.grammar_of", return_value=grammar):
        everywhere = _figures(sentence, lexicon)
    assert _figures(sentence, lexicon) == everywhere
