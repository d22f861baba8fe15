"""Indicators in everyday words, in half sentences, and told by their sentence alone."""

from __future__ import annotations

from typing import Final

import pytest

from tuibrowser.lexicon.load import load
from tuibrowser.parsing.figures.find import find_figures
from tuibrowser.parsing.figures.placing import place_figures
from tuibrowser.text.fold import squeeze

_SAID: Final = """
leading_group_members 法治建设领导小组设组长1名、副组长3名。
leading_group_members 成立以镇长为组长、18个站所负责人为成员的领导小组。
reports_heard 党委会年中、年底各听取1次。
thought_lectures 百姓宣讲团把习近平法治思想送到田间，上门宣讲14场。
tasks_assigned 上级下达的考核指标36项分解到各科室。
tasks_assigned 法治建设任务清单共列28条。
study_sessions 班子成员轮流领学9次。
cadre_training 执法中队互学互训7次。
cadres_trained 执法骨干培训班结业45人。
exam_participants 全镇52名干部参加《信访工作条例》知识测试。
exam_participants 学法考试当天，68名工作人员无一缺考。
service_handled 窗口接待查档410人次，出具婚姻状况证明96份。
enterprises_visited 干部足迹遍及全镇41家企业。
systems_made 制定《公章使用办法》《公务用车细则》等制度6项。
legality_reviews 文件、合同“三必审”48件。
legal_advisers 聘请退休检察官2名为法律顾问。
legal_advisers 全县机关法律顾问总人数为64人。
certified_rate 全队持有执法证的占91%。
inspected_units 汛前对8座水库逐一“体检”。
inspected_units 全镇36家餐馆挨个过筛子。
inspected_units 抽查纳税人25户。
hazards_fixed_rate 发现安全隐患31处，100%整改销号。
joint_enforcement 与公安、水利联手执法6次。
case_reviews 抽评许可卷12本。
publicised_results 事前公示执法主体、依据等信息88条。
publicised_results 上传双公示数据560条。
problems_found 巡察组反馈各类问题12个。
problems_found 审计提出往来款长期挂账等问题7个。
rectified_problems 回访发现文书送达有误，纠正程序瑕疵5处。
publicity_views 云上展厅累计访问3.1万人次。
lectures 向渔民讲授海上避碰知识8场。
school_law_heads 法治副校长配备到位，现任15名。
disputes_found 网格员上报矛盾线索76条。
disputes_neighbour 相邻通行纠纷就地化解22件。
mediation_committees 全镇调解委员会19个应建尽建。
consultations 律师轮流值守，接待来访85人次。
consultations 12348热线接听群众来电2600通。
court_appearances 局长走上法庭3次。
litigation_cases 本局作为第三人2件。
litigation_cases 开庭审理的行政诉讼案件4件。
petitions_received 群众集体访4批。
petitions_settled 领导接访当场解决诉求31件。
hotline_requests 热线工单亮灯管理，黄色件40件。
police_cases 辖区可防性案件9起。
cameras 新装高清探头60路，接入镇级平台180路。
funding 数字执法平台花去92万元。
funding 兑付个案补贴1.8万元。
accountability 移送纪委监委追责2人。
volunteers 平安志愿者队伍壮大，注册人数380人。
people_evacuated 低洼地带群众170人应转尽转。
data_items 民警采集实有人口信息1.6万条。
cadre_training 执法队伍建设抓在平时，送训上门6次。
exam_pass_rate 执法资格笔试通过率由81%提高到90%。
service_handled 政务窗口全年收件1.4万件。
village_advisers 12名律师包联30个村。
publicised_results 处罚决定在网上晒出38条。
problems_found 督查组下沉一线，挑出毛病21处。
mediation_amount 帮22名民工讨回血汗钱31万元。
petitions_settled 领导带头啃下信访积案4件。
cameras 路口装上电子眼24个。
enterprises_visited 班子成员足迹走遍园区33家企业。
model_villages 民主法治示范村建设提速，复核国家级1个，新增市级2个。
publicity_events 送法下乡有声有色，普法队走进渔港6场。
proposals_handled 县人大代表提出的拓宽村道、增设停车位等意见建议13条。
"""

_NOT_SAID: Final = """
leadership_meetings 向县政府常务会议作法治情况汇报2次。
tasks_assigned 系统预警并督办超期案件6件。
proxy_services 数据互通让群众少跑腿3100次。
service_handled 受理劳动仲裁申请52件。
service_satisfaction_rate 站所长现场述法，群众评议好评率98%。
cadre_training 把明白人请进课堂，县里集中培训5次。
enforcement_certified 开展执法资格核查75人次。
inspected_units 二维码张贴商户640家。
normative_documents 对现行有效的规范性文件17件开展回头看。
warnings 向各科室发出督办函11份。
warnings 复核后给予红牌警告3个。
cases_filed 县监委立案审查调查8件。
cases_filed 法律援助律师全年办案47件。
legal_advisers 7家下属公司建立法律顾问制度。
lectures 支部书记讲廉政党课5次。
lectures 文化站开设剪纸手工课18节。
consultations 招聘会解答求职咨询900人次。
petitions_received 监测涉法网络舆情23起。
petitions_received 村级信访代理员16名。
hotline_requests 直播间观众留言互动700条。
visits 电话回访办事群众260人。
police_cases 办理刑事法律援助案件33件。
emergency_team_members 组建义务巡逻队5支、队员60人。
people_evacuated 棚改片区过渡安置430人。
cameras 增设亲情电话、视频连线设备4套。
service_stations 建成法治文化景点6处。
court_appearances 维权律师陪同出庭4次。
mediation_amount 法律援助为受援人挽回损失120万元。
"""


@pytest.mark.parametrize("line", _SAID.strip().splitlines())
def test_everyday_words_name_their_indicator(line: str) -> None:
    indicator, sentence = line.split()
    assert indicator in _indicators(sentence)


@pytest.mark.parametrize("line", _NOT_SAID.strip().splitlines())
def test_the_same_words_of_something_else_do_not(line: str) -> None:
    indicator, sentence = line.split()
    assert indicator not in _indicators(sentence)


@pytest.mark.parametrize(
    ("heading", "sentence", "indicator"),
    [
        ("做实12345热线办理", "全年承办2310件。", "hotline_requests"),
        ("公共法律服务", "窗口接待群众640人次。", "consultations"),
        ("落实法律明白人工程", "目前在册260名。", "law_literates"),
    ],
)
def test_a_heading_says_what_half_a_sentence_counts(
    heading: str, sentence: str, indicator: str
) -> None:
    assert _indicators(sentence, heading) == {indicator}
    assert _indicators(sentence) != {indicator}


def _indicators(sentence: str, heading: str = "") -> set[str | None]:
    shadow, offsets = squeeze(sentence)
    found = list(find_figures(shadow, "".join(sentence[it] for it in offsets), load().units))
    placed = place_figures(shadow, found, load(), 2023, is_plan=False, heading=heading)
    return {it.indicator for it in placed}
