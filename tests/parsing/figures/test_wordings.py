"""Indicators in the many words that departments and townships have for them, and what only looks
like them."""

from __future__ import annotations

from typing import Final

import pytest
from cases import for_each

from tuibrowser.lexicon.load import load
from tuibrowser.parsing.figures.find import find_figures
from tuibrowser.parsing.figures.placing import place_figures
from tuibrowser.text.fold import squeeze

_SAID: Final = """
documents_issued 制发普法工作要点、法治建设实施方案合计4份。
inspections_of_work 督导各村3次。
staff 司法所现有政法专项编制3名、公益性岗位1名。
thought_study 传达学习习近平总书记关于全面依法治国的重要论述6次。
court_observed 行政庭审听庭2次。
exam_pass_rate 年终学法考试过关率97%。
cadres_trained 选派骨干参加省厅法治业务班12人次。
duty_reports 年度述法全覆盖，其中站所负责人11名。
tasks_assigned 领取县里下达的法治任务16项。
lists_items 履职事项清单明确基本104项、配合66项、收回40项。
delegated_items 承接县级下放的处罚权28项。
service_handled 婚姻登记办结310对。
service_satisfaction_rate 差评整改后窗口满意度98.5%。
online_rate 公积金业务离柜率92%。
proxy_services 代办员替老人跑手续60趟。
enterprises_visited 到企业问需52家次。
enterprise_checkups 律师团为企业开展法律会诊9家。
opinions_collected 入户问卷收回260份。
documents_filed 规范性文件报送市司法局备案2件。
contracts_reviewed 法务复核采购合同31份，村级合同过审12份。
legal_advisers 签约律师事务所1家。
village_advisers 嘎查法律顾问6名。
certified_rate 持证上岗率达到100%。
officers_sent 全年出警620人次。
inspections 开展渔政执法14航次。
cases_filed 行政处罚立案9宗。
police_cases 刑事立案18起。
warnings 现场纠正37起，下达责改通知书12份。
hazards_found 查出火患44处。
hazards_fixed 排查火灾隐患30处，闭环29处。
case_reviews 处罚卷宗评查60卷。
illegal_buildings 依法拆违19处。
joint_enforcement 开展“综合查一次”11次。
publicised_results 双公示行政许可和处罚信息240条。
recorded_processes 执法全程留痕63件。
supervision_checks 纪委开展监督22次。
problems_found 作风督查找出毛病8处。
proposals_handled 承办两会建议14份。
information_published 村务公示栏更新24期。
media_reports 普法做法被省报登了3篇。
publicity_materials 发放防溺水告家长书1800份。
publicity_views 普法短视频播放量12万次。
lectures 举办民法典讲堂9讲。
publicity_posts 反诈短信群发6000条。
publicity_positions 建成普法灯箱20面。
model_households 评选学法用法示范家庭15个。
law_literate_training 轮训法治带头人4期。
school_classes 法治课进教室36节。
school_law_heads 检察官任中小学副校长7名。
disputes_found 逐户走访摸出矛盾57件。
dispute_checks 节前矛盾大起底2轮次。
disputes_family 赡养5件、分家析产3件。
disputes_neighbour 相邻21件。
disputes_labour 帮工人讨薪17件。
disputes_traffic 道交纠纷调成92件。
disputes_contract 民间借款、欠账12宗。
disputes_injury 人身损害9件。
mediation_success_rate 纠纷调成率96%。
mediator_training 人民调解员集训2期。
documents_written 帮农民工写仲裁申请书13份。
corrections_people 现有在矫16人、社矫期满4人。
appearance_rate 负责人出庭比例100%。
litigation_cases 行政官司3起。
petitions_settled 信访积案清零5宗。
hotline_requests 12345热线承接工单380单。
model_villages 建成民主法治示范嘎查3个。
grid_members 选聘微格员240名。
visits 敲门行动走访860户。
volunteer_services 开展志愿活动31场。
emergency_plans 编制应急方案7份。
emergency_teams 组建半专业扑火队2支。
people_evacuated 汛期劝返群众64人。
safety_training 举办安全生产课12场。
cameras 接入天眼监控88路。
data_items 人口信息补录760条。
tasks_assigned 计划列出的26项具体任务逐项写明牵头科室。
study_sessions 举办读书班2次、研讨交流5次。
cadre_training 举办依法行政学习班3期。
leading_group_members 局长任法治建设领导小组组长，4名副局长任副组长。
warnings 劝阻不文明行为310起。
hotline_requests 办理县长信箱留言86件。
illegal_buildings 整治违法图斑22宗、彩钢房30间。
lawyers_visits “三官一律”进村76人次。
leadership_meetings 领导小组开会研究4次。
cases_filed 查处路政案件33起。
publicity_events 赶圩普法12场。
legality_reviews 审查会议纪要、通告18件。
online_cases 网上流转办案25件。
emergency_plans 修编应急预案4部、新编2部。
disputes_family 化解婚姻家庭30起。
petitions_received 局长接访群众46人次。
inspections 开展夜查18次。
court_appearances 行政首长出庭3次。
information_published 补贴发放信息挂网48条。
media_reports 普法做法见报4回。
inspected_units 排查自建房130栋、农家乐26户。
inspected_units 夜间突查小作坊12家。
warnings 下达停工通知9份、督改单14份。
warnings 叫停林区野炊12起。
warnings 纠正无证摆渡8起。
systems_made 修订印章使用管理办法2个。
documents_cleaned 翻检历年红头文件160份。
documents_cleaned 废掉老制度6项。
tasks_assigned 镇长领办信访积案3件。
tasks_assigned 拆解任务28条。
emergency_plans 编制库区避险转移方案5套。
hazards_found 汛前找出险工险段11处。
disputes_found 摸排欠薪隐患17件。
mediation_committees 挂牌“渔嫂”评理室4间。
disputes_mediated 船上移动调解22起。
disputes_mediated 就地消化争议35起。
mediators 组建42人的调解队。
service_handled 办理林木采伐许可96份、取水审批18件。
service_handled 用地手续补办15宗。
enterprises_visited 干部联企210次。
contracts_reviewed 顾问审村集体合同44份。
legality_reviews 重大处罚法核21件。
reconsideration_cases 县政府被申请人案件6件。
emergency_teams 新建抢险突击队3支。
corrections_people 年内解矫14人。
publicity_positions 建成各类阵地18处。
recorded_processes 执法音像留存900小时。
cases_filed 乡镇办案26件。
accountability 约谈履职不力的中队长2人。
"""

_NOT_SAID: Final = """
people_evacuated 办理社保转移60人次。
warnings 劝阻群众汇款12起。
hotline_requests 设立价格投诉点5个。
legal_advisers 法律顾问尚未到位的片区3个。
visits 入户征求意见640户。
delegated_service_points 设便民疏导点8处。
funding 发现管理不规范资金80万元。
disputes_mediated 修订疏导、治安等专项预案4个。
problems_found 查出消防问题31处。
penalties 重大处罚法核21件。
publicity_materials 补助名单张榜12个村。
service_stations 法治工作要点30项。
certified_rate 特种作业人员持证率100%。
social_risk_assessments 完成地质灾害风险评估9处。
hazards_found 组织企业排查法律风险点40处。
cases_filed 纪委立案3件。
illegal_buildings 违建立案4起。
penalties 举行行政处罚听证2次。
penalties 处罚案件卷宗评查18卷。
cadre_training 举办养殖技术培训9期。
model_households 评选美丽庭院示范户30户。
model_villages 创建乡村振兴示范村2个。
petitions_received 接待来访游客2600人次。
dispute_checks 地灾点排查36次。
officers_sent 派出所调解纠纷56人次。
officers_sent 组建法务特派员队伍20人。
systems_made 制度上墙18块。
deliberations 召开党委会议事24次。
publicised_results 公布行政许可事项210项。
cases_filed 启动生态环境损害赔偿案件8件。
exam_participation_rate 法治培训参训率100%。
officers_sent 投入志愿力量160人次。
"""


@for_each("line", _SAID.strip().splitlines())
def test_an_indicator_is_known_by_its_other_wordings(line: str) -> None:
    indicator, sentence = line.split()
    assert indicator in _indicators(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "创建国家级1个、省级3个、市级8个民主法治示范村。",
        "全县有民主法治示范村省级3个、市级8个。",
        "省级3个，市级8个民主法治示范社区。",
    ],
)
def test_levels_are_of_what_their_list_ends_or_begins_with(sentence: str) -> None:
    assert _indicators(sentence) == {"model_villages"}


@pytest.mark.parametrize(
    "sentence", ["现有调委会16个，新建2个。", "现有调委会16个，其中省级2个，接待来访游客9人。"]
)
def test_what_is_new_is_of_the_thing_before(sentence: str) -> None:
    assert _indicators(sentence) - {None} == {"mediation_committees"}


@for_each("line", _NOT_SAID.strip().splitlines())
def test_what_resembles_a_wording_is_not_the_indicator(line: str) -> None:
    indicator, sentence = line.split()
    assert indicator not in _indicators(sentence)


def _indicators(sentence: str) -> set[str | None]:
    shadow, offsets = squeeze(sentence)
    found = list(find_figures(shadow, "".join(sentence[it] for it in offsets), load().units))
    return {it.indicator for it in place_figures(shadow, found, load(), 2023, is_plan=False)}
