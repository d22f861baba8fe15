"""How a number finds its indicator: what its own words say, and what merely stands beside it."""

from __future__ import annotations

from typing import Final

import pytest
from cases import for_each

from tuibrowser.lexicon.load import load
from tuibrowser.parsing.figures.find import find_figures
from tuibrowser.parsing.figures.placing import Placed, place_figures
from tuibrowser.text.fold import squeeze

_LAST: Final = """
publicity_events 走进校园和社区开展反诈宣讲26场。
publicity_events 进村寨、进校园普法19场。
school_classes 深入辖区中小学开展法治宣讲18场。
- 接待企业查询登记档案1100户。
inspected_units 查了农资门店62家。
penalties 下达行政处罚决定书96份。
penalties 吊销食品经营许可证2家。
- 印发行政处罚裁量基准清单3份。
service_handled 办理食品经营许可证320件。
service_handled 办理项目备案、核准312件。
documents_filed 向县政府报送规范性文件备案3件。
hotline_requests 办结12345热线工单860件。
hotline_requests 接收12315平台诉求1.2万件。
demands_collected 网格员入户收集群众诉求430条。
enforcement_certified 组织新进人员6名通过执法证考试。
exam_passed 机关干部38人通过年度学法考试。
exam_pass_rate 执法证考试通过率93%。
certified_rate 执法人员持证率96%。
mediation_amount 调解成功58件，涉及资金约90万元。
- 兑现惠企资金860万元。
study_sessions 党组理论学习中心组开展专题研讨6次。
- 参与疑难案件研讨11次。
documents_cleaned 清理规范性文件48件，建议修改5件。
joint_enforcement 联合公安、交通等部门执法8次。
joint_enforcement 开展跨区域联合检查4次。
joint_enforcement 开展打击非法采砂等专项行动5次。
publicity_events 开展反诈宣传专项行动6次。
cadre_training 举办执法业务培训考试3期。
tasks_assigned 制定年度法治工作要点，分解任务32项。
dispute_checks 召开矛盾纠纷研判会12次。
- 参与重大合同谈判会商7次。
warnings 下发整改建议函9份。
warnings 纠正占道经营等违法行为640起。
publicity_posts 在“平安镇”公众号发布信息86条。
information_published 通过政府网站和公众号公开政务信息310条。
information_published 发布政策解读21篇。
reconsideration_cases 因信息公开引发行政复议2件。
disclosure_requests 办理信息公开申请12件。
- 不予行政强制案件31件。
cases_filed 综合行政执法队依法办理案件28件。
recorded_processes 采集执法记录仪视频900条。
- 新购执法记录仪18台。
service_items 138项事项实现网上办理。
service_items 免证办事项达180项。
inspected_units 卫生监督执法860户次。
enterprise_problems_solved 走访民营企业，协调用地、招工等问题31个。
enterprises_visited 班子成员挂钩联系企业46家。
consultations 现场解答群众法律问题96个。
service_stations 建成21个村公共法律服务点。
accountability 通报违规操办酒席4人。
duty_reports 26个单位现场述法。
- 调解纠纷210件，移送法院6件。
disputes_mediated 调解纠纷312件，成功306件。
lectures 律师进村开办法治讲座22场。
lawyers_visits 律师进村坐班服务66次。
disputes_injury 房屋受损类纠纷9件。
publicity_positions 建成法治文化苑1个。
enforcement_certified 执法队员12名，其中A证5名。
penalties 办理行政处罚案件60件，其中简易程序41件。
penalties 送达《行政处罚决定书》22份。
warnings 下发《责令整改通知书》41份。
- 掌上执法率100%。
online_rate 掌上办理率86%。
hotline_satisfaction_rate 接诉即办受理群众诉求420件，满意率97%。
publicity_reach 开展民法典宣讲22场，受益群众3100人。
publicity_reach 普法夜校开讲30期，参加群众900人次。
publicity_materials 摆放展板66块。
supervision_checks 接受县人大执法检查1次。
inspections 开展执法检查86次。
disclosure_requests 办理政务公开申请7件。
mediation_agreements 司法确认调解协议24份。
school_classes 法治副校长进校授课28课时。
study_hours 干部人均学法40学时。
exam_participants 干部职工160人参加2024年度法治知识考试。
hazards_fixed 发现隐患96条，立行立改88条。
thought_lectures 邀请党校教师专题辅导习近平法治思想2次。
legal_aid 引导申请法援19件。
publicity_events “法律八进”活动共开展47场。
- 县政府常务会议审议议题132个。
leadership_meetings 区政府常务会议研究法治议题12个。
- 集体讨论重大案件11件。
disputes_mediated 调解土地纠纷28宗、劳资纠纷16宗，其他41宗。
disputes_mediated 全年调解纠纷较上年增加37件。
mediation_committees 新设个人品牌调解室3家。
- 兑付农机补贴资金420万元。
funding 普法工作投入资金12万元。
legality_reviews 审查重大决策2件、规范性文件1件。
normative_documents 制定规范性文件2件。
disputes_mediated 接受电话咨询210次、调解42件。
service_handled 自助终端办理4120件次。
warnings 现场制止违法行为41次。
reconsideration_cases 县复议局接收复议申请36件。
petitions_settled 落实信访包案，化解“骨头案”6件。
- 责令平台下架商品20件。
certified_rate 持证人员占在编执法人员的94%。
- 清理不具备执法资格人员3名。
village_advisers 聘请驻村律师9名。
- 领导坐班接访116天。
accountability 给予党内警告2人。
warnings 责令改正86起。
cases_filed 查处无证经营11起。
- 培训村民310人次。
cadres_trained 培训执法人员310人次。
information_published 公开财政预决算、重大民生项目等信息296条。
- 打通业务系统14个。
platforms 建成治理平台1个。
"""


@for_each("line", _LAST.strip().splitlines())
def test_what_a_number_counts_goes_before_what_stands_beside_it(line: str) -> None:
    indicator, sentence = line.split()
    assert _placed(sentence)[-1].indicator == (None if indicator == "-" else indicator)


@pytest.mark.parametrize(
    "sentence",
    [
        "会前学习《行政处罚法》《行政复议法》等法律12部。",
        "中心组学习《中华人民共和国行政处罚法》6次。",
    ],
)
def test_the_title_of_a_law_counts_nothing_that_is_in_it(sentence: str) -> None:
    assert _placed(sentence)[-1].indicator == "study_sessions"


def test_each_of_several_changes_is_of_its_own_number() -> None:
    placed = _placed("作出处罚决定书210件，罚款34万元，同比分别下降8%和12%。")
    assert [it.indicator for it in placed] == ["penalties", "fines", "penalties", "fines"]
    assert [it.role for it in placed] == ["total", "total", "change", "change"]


def test_points_of_a_share_are_a_change_even_beside_last_years() -> None:
    placed = _placed("纠纷化解率98%，高于去年同期2.1个百分点。")
    assert placed[-1].role == "change"
    assert placed[-1].indicator == "mediation_success_rate"


def test_points_are_of_the_rate_before_them() -> None:
    placed = _placed("办理热线工单900件，群众满意率96%，较去年提升1.8个百分点。")
    assert placed[-1].indicator == placed[-2].indicator == "hotline_satisfaction_rate"


def test_last_years_number_is_known_by_its_year() -> None:
    placed = _placed("办理行政复议案件36件，较2021年的30件增长20%。")
    assert [it.role for it in placed] == ["total", "previous", "change"]


@pytest.mark.parametrize(
    "sentence", ["培育明白人68人，每村3人。", "培养明白人68名（每村至少3名）。"]
)
def test_what_each_village_has_is_of_the_number_before(sentence: str) -> None:
    total, each = _placed(sentence)
    assert total.indicator == each.indicator == "law_literates"
    assert each.role == "floor"


@pytest.mark.parametrize(
    ("sentence", "indicator"),
    [
        ("法律顾问提出修改意见36条，采纳31条。", "legal_opinions"),
        ("公开征求意见52条，采纳17条。", "opinions_collected"),
    ],
)
def test_what_was_adopted_is_of_the_opinions_before(sentence: str, indicator: str) -> None:
    assert [it.indicator for it in _placed(sentence)] == [indicator, indicator]


def test_a_draft_that_was_repealed_makes_no_plan_of_what_follows() -> None:
    placed = _placed("清理文件42件，拟废止6件；组织宣讲21场，命名法治公园3座。")
    assert [it.role for it in placed] == ["total"] * 4


def test_the_next_point_ends_a_list() -> None:
    placed = _placed("一是审核合同80件，其中采购合同30件；二是审核文件11件，备案8件。")
    assert [it.role for it in placed] == ["total", "part", "total", "total"]


def _placed(sentence: str) -> list[Placed]:
    shadow, offsets = squeeze(sentence)
    found = list(find_figures(shadow, "".join(sentence[it] for it in offsets), load().units))
    return place_figures(shadow, found, load(), 2023, is_plan=False)


@pytest.mark.parametrize(
    ("sentence", "indicator"),
    [
        ("开展消防培训8场，受训群众900人。", "safety_training"),
        ("举办调解员培训2期，培训76人。", "mediator_training"),
        ("举办执法人员培训3期，印发手册90册，参训145人次。", "cadres_trained"),
        ("开展网格员轮训6期，累计参训320人次。", None),
        ("开展消防培训8场。选派干部赴党校，参训28人次。", "cadres_trained"),
    ],
)
def test_who_was_trained_is_told_by_the_courses_of_the_sentence(
    sentence: str, indicator: str | None
) -> None:
    assert _placed(sentence)[-1].indicator == indicator


@pytest.mark.parametrize(
    ("sentence", "indicator"),
    [
        ("重大行政决策举行论证会3场、座谈会6场。", "decision_hearings"),
        ("组建志愿服务队9支、成员135人。", "volunteers"),
        ("组建抢险救援队4支、队员82名。", "emergency_team_members"),
        ("上传执法记录视频900条，时长达480小时。", "recorded_processes"),
        ("普法进工地8场、进市场5场。", "publicity_events"),
        ("“乡村说法”账号推出作品41个。", "publicity_posts"),
        ("班子成员包案疑难信访件8件。", "petitions_received"),
        ("签订框架协议，协议投资18亿元。", None),
        ("审核招商协议38份，标的额52亿元。", None),
        ("诉前调解38件，标的额52万元。", "mediation_amount"),
        ("受理网上信访28件，按期办结率99%。", "petitions_settled_rate"),
        ("查处治安案件92起。", "police_cases"),
        ("法律咨询860人次，较2022年的430人次翻了一番。", "consultations"),
    ],
)
def test_members_lengths_and_what_came_before_are_of_the_thing_beside_them(
    sentence: str, indicator: str | None
) -> None:
    assert _placed(sentence)[-1].indicator == indicator
