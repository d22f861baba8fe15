"""Indicators of numbers whose noun says little: what stands around it tells what they count."""

from __future__ import annotations

from typing import Final

import pytest

from tuibrowser.lexicon.load import load
from tuibrowser.parsing.figures.find import find_figures
from tuibrowser.parsing.figures.placing import ask_figures, place_figures
from tuibrowser.text.fold import squeeze

_SAID: Final = """
documents_issued 全年联合行文5件，均涉及依法治镇。
court_observed 走进巡回法庭，观摩学习3次。
court_observed 组织观摩法院公开审理的案件4次。
exam_passed 线上考法收回答卷90份，合格人数87人。
exam_excellent_rate 学法考试得优率41%。
duty_reports 收齐中层干部述法材料31份。
duty_report_meetings 年终述法分两段进行，机关专场1场、村级专场2场。
delegated_items 省里授予镇街的审批、处罚等权限有45项。
online_rate 全年线上办件占办件总量的76%。
enterprise_problems_solved 帮企业解开用地审批方面的“疙瘩”16件。
enterprise_problems_solved 收集企业难题40个、销号38个。
documents_cleaned 规范性文件一年一清，宣告失效6件，总清理数33件。
documents_cleaned 对照新法逐件过筛，清出不合时宜文件6份。
documents_filed 报备的规范性文件中准予登记11件。
adviser_coverage_rate 村级法律顾问逐年配齐，聘请率98%。
cases_closed 积压的违法用地案件销案12宗。
cases_closed 普通程序办结17件。
hazards_found 入户发现老旧小区瓶装液化气违规使用问题23个。
hazards_fixed 查出水库隐患9处，除险加固7处。
illegal_buildings 城管队集中拆除12处占用河道的窝棚。
illegal_buildings 拆除超面积附属房14处。
recorded_processes 按月导出留存音视频资料1200段。
recorded_processes 对强制拆除全程录像，刻录光盘30张。
information_published 张贴惠农资金明细260份。
information_published 发布公告公示56期。
publicity_materials 向新市民赠阅宪法单行本500册。
publicity_posts 普法专栏更新图文96期。
publicity_posts “法治早茶”栏目推出46期。
publicity_posts 推出反诈题材长图、图解共21条。
publicity_positions 建成法制陈列馆1座、法治文化点位8处。
law_literate_training 法律明白人实行分级培训，乡镇普训9场。
law_literate_training 给法律明白人上课5次。
mediator_training 人民调解员每季集中“充电”1次，全年集中培训4次。
mediator_training 选派骨干12名参加全市调解业务培训。
safety_training 组织高危企业电工、焊工岗位培训6期。
safety_training 护林员上岗前学习森林防火，集中培训4次。
dispute_checks 进行矛盾纠纷摸底24次。
disputes_injury 院内投诉转调解9起。
mediators 专职人民调解员6名，另有兼职人员40名。
legal_aid 法律援助工作站值守7个村，全年办案36件。
legal_aid 为8名老人上门办理援助手续。
reconsideration_cases 不服治安处罚申请复议的9件。
volunteer_services “红马甲”志愿队常年上岗，服务时长2600小时。
volunteer_services 开展义务植树16次。
emergency_plans 新编冰冻、山洪处置方案3套。
emergency_teams 组建抗旱送水队6支。
online_cases 依托执法办案平台办理案件51件。
online_cases 队员掌上立案办案18件。
inspections_of_work 组织法治建设考核检查1次。
thought_study 机关党委把“第一议题”跟进学习列为首项，“第一议题”集中学习12次。
exams 以考促学2次，随堂小考4次。
service_items 政务驿站可受理社保、医保等业务32项。
service_items 可全程网办89项。
delegated_service_points 15个村级服务站挂牌。
enterprise_checkups 律师入园为商会成员上门“体检”15场。
opinions_collected 通过网站公示、入户座谈等途径征集意见建议52条。
legal_opinions 律师出具书面法律意见19份。
supervision_checks 派驻纪检监察组抽查核验9次。
supervision_checks 对审计组开展回访监督8次。
disclosure_requests 出具信息公开答复书5份。
school_classes 法治副校长到校授课60余节。
school_classes “护苗”讲堂开讲17讲。
deliberations 协商解决停车、加装电梯等公共事务42件。
proposals_satisfaction_rate 政协委员对办理结果表示满意的占97%。
hotline_satisfaction_rate 便民热线回访用户900户，满意以上占98%。
staff 所内实有干部6位，司法所另聘文员1名。
village_rules 社区公约更新6部。
"""

_NOT_SAID: Final = """
penalties 抽评处罚卷30本。
penalties 未再实施处罚18户。
penalties 对轻微违法行为不予行政处罚14件。
adviser_coverage_rate 由法律顾问参与讨论的议题占85%。
consultations 公众号微信群推送620条。
inspections 夜间义务巡逻240次。
inspections 派驻纪检监察组抽查11次。
decision_hearings 召开监督员座谈会2次。
delegated_service_points 暗访基层站所窗口19个。
emergency_teams 组建村级义务巡逻队17支。
disputes_injury 交通事故赔偿纠纷调解成功38起。
disputes_injury 支持惩罚性赔偿9件。
illegal_area 违建拆除后复绿900平方米。
information_published 更新实有人口信息4万条。
mediation_success_rate 村干部全程代办，代办成功率99%。
proposals_satisfaction_rate 人大代表任监督员12名，机关作风满意率91%。
publicity_materials 发放电子红包2600个。
publicity_materials 发出交办单56件。
publicity_materials 发放征求意见表240份。
publicity_positions 建成党建文化墙12面。
publicity_posts 在微信群应答群众咨询570条。
publicity_reach 参与普法宣讲律师26人次。
service_items 政务服务事项即办比例12%。
contracts_reviewed 审核中纠正问题合同7份。
staff 整合派出所、司法所、法庭等7家进驻，常驻工作人员13人。
"""


@pytest.mark.parametrize("line", _SAID.strip().splitlines())
def test_what_stands_around_a_noun_tells_its_indicator(line: str) -> None:
    indicator, sentence = line.split()
    assert indicator in _indicators(sentence)


@pytest.mark.parametrize("line", _NOT_SAID.strip().splitlines())
def test_what_stands_around_a_noun_rules_an_indicator_out(line: str) -> None:
    indicator, sentence = line.split()
    assert indicator not in _indicators(sentence)


@pytest.mark.parametrize(
    ("sentence", "indicators"),
    [
        ("组织观摩庭审4次，参加干部89人次。", ["court_observed", "court_observers"]),
        ("观摩庭审4次，39人现场接受教育。", ["court_observed", "court_observers"]),
        ("举办调解员培训2期，参加人数140人。", ["mediator_training", "mediator_training"]),
        ("举办法治讲座4场，到场300人。", ["lectures", "publicity_reach"]),
        ("观摩庭审4次，发放手册300份。", ["court_observed", "publicity_materials"]),
    ],
)
def test_who_came_is_told_by_what_they_came_to(sentence: str, indicators: list[str | None]) -> None:
    assert _in_order(sentence) == indicators


@pytest.mark.parametrize(
    ("sentence", "indicators"),
    [
        ("平安志愿者逐年增多，注册数由410名增至530名。", ["volunteers"] * 2),
        ("法律明白人各村都有，眼下共有158人。", ["law_literates"]),
        ("法治副校长各校已配齐，现任23名。", ["school_law_heads"]),
        ("机关按季学法，局长领学4次、分管领导领学5次。", ["study_sessions"] * 2),
        ("各类涉企合同逐份过目审查，一年下来审了64份。", ["contracts_reviewed"]),
    ],
)
def test_a_number_that_says_nothing_is_of_what_the_clause_before_names(
    sentence: str, indicators: list[str | None]
) -> None:
    assert _in_order(sentence) == indicators


@pytest.mark.parametrize(
    "sentence", ["法治副校长年年考评，对排名靠后的2名同志约谈。", "志愿者逢集上岗，救助老人12人。"]
)
def test_some_of_those_and_what_has_a_noun_are_not_told_by_the_clause_before(sentence: str) -> None:
    shadow, offsets = squeeze(sentence)
    written = "".join(sentence[it] for it in offsets)
    found = list(find_figures(shadow, written, load().units))
    assert [it.named for it in ask_figures(shadow, found, load(), "")] == [None]


@pytest.mark.parametrize(
    ("sentence", "indicators"),
    [
        ("负责人出庭应诉率升至99%，其中镇街100%、部门98%。", ["appearance_rate"] * 3),
        ("备案危化企业应急预案55份、矿山类8份。", ["emergency_plans"] * 2),
        ("执法人员64名，每个乡镇4名。", ["enforcement_officers"] * 2),
        # Bodies are counted themselves; of two kinds of disputes neither is the other.
        ("划分网格88个、社区12个。", ["grids", None]),
    ],
)
def test_what_only_says_whose_is_of_the_number_before(
    sentence: str, indicators: list[str | None]
) -> None:
    assert _in_order(sentence) == indicators


def test_those_trained_are_of_the_kind_of_course() -> None:
    assert _in_order("选派骨干12名参加全市调解业务培训。") == ["mediator_training"]


def test_rates_beside_each_other_are_each_of_their_own() -> None:
    sentence = "43名公务员参加学法考试，合格率、优秀率分别为100%和93%。"
    assert _in_order(sentence)[1:] == ["exam_pass_rate", "exam_excellent_rate"]


def test_a_total_behind_kinds_and_a_rest_is_of_what_they_are_kinds_of() -> None:
    sentence = "全年化解婚姻家庭纠纷21件、邻里纠纷38件、其他6件，合计65件。"
    assert _in_order(sentence)[-2:] == ["disputes_mediated"] * 2


def _in_order(sentence: str) -> list[str | None]:
    shadow, offsets = squeeze(sentence)
    found = list(find_figures(shadow, "".join(sentence[it] for it in offsets), load().units))
    return [it.indicator for it in place_figures(shadow, found, load(), 2023, is_plan=False)]


def _indicators(sentence: str) -> set[str | None]:
    return set(_in_order(sentence))
