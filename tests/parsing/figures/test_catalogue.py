"""Each indicator of the catalogue, in words in which townships tell of it."""

from __future__ import annotations

from collections import Counter
from typing import Final

import pytest

from tuibrowser.lexicon.indicators import catalogue
from tuibrowser.lexicon.labels import THEME_LABELS
from tuibrowser.lexicon.load import load
from tuibrowser.parsing.figures.find import find_figures
from tuibrowser.parsing.figures.placing import place_figures
from tuibrowser.text.fold import squeeze

_SAID: Final = """
leadership_meetings 党委会、班子会先后6次研究法治政府建设工作。
leadership_meetings 召开法治建设工作推进会3次。
leadership_meetings 将法治建设纳入党委议事日程，专题研究部署5次。
leadership_meetings 召开依法治镇委员会会议2次。
leadership_meetings 召开司法所工作调度会4场。
leadership_meetings 镇长办公会讨论法治工作议题7次。
reports_heard 听取依法行政情况专题汇报3次。
reports_heard 党委听取司法、执法等工作情况汇报4次。
documents_issued 印发普法依法治理工作要点等文件7份。
documents_issued 出台法治政府建设实施方案1份。
inspections_of_work 对村（社区）法治建设开展督导检查8次。
inspections_of_work 组织法治督察2次。
leading_group_members 法治建设领导小组成员单位扩充至18个。
leading_group_members 法治建设领导小组由原来的7人扩充到11人。
documents_issued 制发法治建设任务清单3份。
lists_items 更新权责清单，列入事项118项。
proxy_services 村级便民点帮办代办5200件。
legal_opinions 审查合同60件，提出书面意见44条。
village_advisers 18名村（社区）法律顾问进村服务。
enforcement_officers 综合行政执法队编制20名。
publicity_materials 派送年画、折页等1.5万份。
publicity_events 进校园、进企业、进工地普法18场。
disputes_contract 调处民间借贷21起。
cases_filed 执法案件数由40件增至52件。
study_sessions 支部会学法30次，党委会听法5次。
hotline_satisfaction_rate 接收12345热线工单900件，回访满意率95%。
hotline_settled_rate 接收12345热线工单900件，按时办结率99%。
proposals_settled_rate 人大代表建议办结率100%。
petitions_satisfaction_rate 受理来信来访70件，信访人满意率96%。
lectures 在茶厂开办法治夜校14期。
leadership_meetings 党委会把法治议题提上议程6次。
reports_heard 镇长当面听站所负责人汇报执法情况7次。
leading_group_members 依法治镇委员会成员增至17人。
court_observed 到县法院观摩行政案件庭审2次。
cadre_training 举办执法骨干集训班3期。
documents_cleaned 清理镇发文件，宣布失效6件。
systems_made 在村级财务上建章立制9项。
legal_opinions 审查合同60份，出具意见70条。
enforcement_officers 综合执法队14人，分三班巡查。
illegal_buildings 拆除违章搭建18处。
joint_enforcement 与公安、市监联合出击15次。
recorded_processes 执法过程录音录像210次。
rectified_problems 县委巡察指出问题13个，改到位12个。
proposals_settled_rate 办理人大建议16件，面商率100%。
publicity_events 在圩镇法治赶集11场。
disputes_found 村干部摸出矛盾苗头130件。
disputes_mediated 老党员出面说和，调和60件。
consultations 律师值班答疑410人次。
documents_written 为群众代拟诉状30份。
petitions_settled 接待上访群众86批，办结84批。
petitions_settled_rate 接待上访群众86批，按期答复率100%。
cases_filed 查办污染环境案7起。
accountability 谈话提醒11人次。
service_stations 设公共法律服务工作站1个、工作室13个。
volunteers 组建普法志愿服务队5支。
drills 开展山洪避险桌面推演2次。
inspections 护林员联合巡山36次。
inspected_units 对农资店开展双随机检查18户次。
publicity_materials 赶集时送出法治年画600张。
publicity_reach 法治夜校开讲，到场群众1300人次。
proxy_services 工作人员进果园上门办件420件。
study_sessions 机关干部集中夜学9次。
legal_aid 联络点受理援助申请14件。
disputes_found 网格员上门巡查，发现苗头性问题130个。
disputes_found 人民调解组织受理矛盾纠纷150件。
disputes_mediated 村调委会调解纠纷80件、老支书工作室调解40件。
lawyers_visits 法律顾问11名下村服务260次。
emergency_team_members 组建救援队伍6支、队员90人。
funding 拨付调解补贴9万元、法律顾问服务费8万元。
contracts_reviewed 53件合同、4件规范性文件经过合法性审查。
enterprise_checkups 为企业开展法治体检80户。
service_items 公布一次办好事项120项。
thought_study 党委中心组围绕习近平法治思想开展专题学习4次。
funding 财政保障法治工作经费35万元。
funding 落实人民调解“以奖代补”资金4.2万元。
funding 安排普法专项资金20万元。
staff 司法所配备工作人员4名。
thought_study 党委理论学习中心组专题学习习近平法治思想5次。
thought_lectures 开展习近平法治思想宣讲进基层9场。
study_sessions 落实会前学法制度，全年学法15次。
study_sessions 组织机关干部集中学习民法典8次。
study_sessions 党委会会前学法11期。
study_hours 干部网络学法人均完成40学时。
exam_participants 96名干部参加学法用法考试。
exam_participants 组织干部参加法律知识测试105人次。
exam_passed 考试合格103人。
exams 组织国家工作人员学法考试2次。
exam_participation_rate 学法考试参考率99%。
exam_pass_rate 学法考试通过率100%。
exam_score 学法考试平均得分94分。
cadre_training 举办行政执法人员培训班3期。
cadre_training 开展依法行政轮训2批次。
cadres_trained 培训执法人员120人次。
duty_reports 9名班子成员开展年终述法。
duty_reports 提交述法报告11份。
duty_report_meetings 召开述法评议会1次。
tasks_assigned 党政主要负责人协调解决重大问题6个。
tasks_assigned 镇长督办重点案件4件。
lists_items 编制权责清单132项。
lists_items 明确基本履职事项105项。
delegated_items 承接县级下放审批服务执法权限36项。
service_items 便民服务中心可办理事项192项。
service_items 公布政务服务事项210项。
service_handled 受理各类审批服务事项3420件。
service_handled 窗口办件1.2万件。
service_satisfaction_rate 群众评价满意率99.8%。
online_rate 政务服务事项网上可办率98%。
delegated_service_points 建成村级便民服务站26个。
proxy_services 帮办代办各类事项860件。
enterprises_visited 班子成员走访重点企业52家次。
enterprises_visited 深入企业开展服务68家。
enterprise_problems_solved 帮助企业解决实际困难27个。
enterprise_checkups 为企业开展法治体检30次。
market_inspections 开展食品药品安全检查45次。
major_decisions 纳入年度重大行政决策事项目录3项。
major_decisions 集体讨论重大事项26项。
decision_hearings 召开专家论证会3次。
opinions_collected 公开征集社会公众意见86条。
social_risk_assessments 开展重大项目社会稳定风险评估4次。
normative_documents 出台行政规范性文件2件。
documents_cleaned 全面清理行政规范性文件19件。
documents_filed 向县政府报备规范性文件2件。
systems_made 修订完善内部管理制度9项。
legality_reviews 对6件行政规范性文件进行合法性审核。
contracts_reviewed 对78份政府合同进行审查。
contracts_reviewed 审核把关各类协议45份。
legal_opinions 出具法律审查意见书29份。
legal_opinions 提出法律意见建议62条。
legal_advisers 聘请2名执业律师担任法律顾问。
village_advisers 为23个村（社区）聘请法律顾问。
adviser_coverage_rate 村（社区）法律顾问覆盖率100%。
enforcement_officers 综合行政执法队在岗执法人员21名。
enforcement_certified 取得行政执法证人员18名。
enforcement_certified 持证执法人员16人。
certified_rate 行政执法人员持证上岗率100%。
officers_sent 累计出动执法力量1200余人次。
inspections 开展日常巡查860次。
inspections 开展安全生产执法检查75次。
inspected_units 检查各类生产经营场所320家。
inspected_units 巡查沿街商铺1800余户。
cases_filed 立案查处违法案件25件。
cases_closed 办结行政处罚案件24件。
penalties 作出行政处罚决定31件。
penalties 实施行政处罚18起。
fines 收缴罚款4.6万元。
fines 处罚金额8.2万元。
warnings 下达限期整改通知书43份。
warnings 责令改正52起。
hazards_found 排查出各类安全隐患356处。
hazards_fixed 完成隐患整改350处。
hazards_fixed_rate 安全隐患整改率98.5%。
case_reviews 评查行政执法案卷36卷。
illegal_buildings 拆除违章建筑28处。
illegal_area 拆除违法建设面积1.2万平方米。
joint_enforcement 开展多部门联合执法行动19次。
publicised_results 公示行政处罚决定31条。
recorded_processes 实现执法全过程音像记录58次。
supervision_checks 组织人大代表视察执法工作3次。
supervision_checks 开展行政执法监督检查4次。
proposals_handled 办理人大代表建议和政协提案13件。
proposals_handled 答复代表意见建议9条。
proposals_satisfaction_rate 代表建议办理满意率100%。
rectified_problems 整改审计反馈问题12个。
accountability 给予党纪政务处分5人。
information_published 主动公开政府信息386条。
information_published 在政务公开栏公布信息92条。
disclosure_requests 受理政府信息公开申请5件。
media_reports 在市级以上媒体刊发稿件23篇。
publicity_events 开展宪法宣传周活动12场次。
publicity_events 组织送法下乡26场次。
publicity_events 举办民法典主题宣讲18场。
publicity_materials 发放宣传手册、折页等1.3万份。
publicity_materials 悬挂普法标语横幅120条。
publicity_reach 受教育群众达8600人次。
publicity_reach 普法活动参与群众5200余人。
publicity_views 短视频累计播放量32万次。
lectures 举办法治讲座22场。
lectures 开展法治课堂16期。
publicity_posts 微信公众号发布普法信息210条。
publicity_posts 制作普法短视频15个。
publicity_positions 建成法治文化广场4处。
publicity_positions 更新法治宣传橱窗36个。
law_literates 培育乡村“法律明白人”180名。
model_households 认定学法用法示范户75户。
law_literate_training 举办“法律明白人”培训班4期。
school_classes 法治副校长开展校园普法讲座14场。
disputes_found 排查各类矛盾纠纷326起。
dispute_checks 开展矛盾纠纷大排查36次。
disputes_mediated 成功化解各类矛盾纠纷318起。
disputes_mediated 人民调解委员会调解案件256件。
disputes_family 调解婚姻家庭纠纷65件。
disputes_neighbour 化解邻里矛盾48起。
disputes_land 处理土地承包纠纷22件。
disputes_labour 调处农民工欠薪纠纷17起。
disputes_traffic 调解道路交通事故纠纷30件。
disputes_contract 处理物业纠纷12件。
disputes_injury 调解人身损害赔偿纠纷8件。
mediation_success_rate 矛盾纠纷调处成功率98.6%。
mediation_success_rate 纠纷化解率99%。
mediation_agreements 签订人民调解协议书165份。
mediation_amount 调解涉案金额560万元。
mediation_amount 为群众追回工资款38万元。
mediators 全镇共有专兼职人民调解员118人。
mediator_training 组织人民调解员业务培训3次。
mediation_committees 设立村级人民调解委员会23个。
consultations 接待群众法律咨询1260人次。
consultations 律师解答法律问题320件。
legal_aid 协助办理法律援助案件28件。
service_stations 建成村级公共法律服务工作室23个。
lawyers_visits 法律顾问到村开展服务276次。
corrections_people 在册社区矫正对象19人。
appearance_rate 行政机关负责人出庭应诉率100%。
court_appearances 负责人出庭应诉4次。
litigation_cases 作为被告的行政诉讼案件3件。
reconsideration_cases 被申请行政复议案件4件。
cases_lost 行政诉讼败诉1件。
petitions_received 受理群众来信来访96件。
petitions_received 接待来访群众320人次。
petitions_settled 化解信访积案8件。
petitions_settled 办结信访事项92件。
petitions_settled_rate 信访事项按期办结率100%。
hotline_requests 办理12345政务服务热线工单1860件。
hotline_satisfaction_rate 12345热线群众满意率97%。
model_villages 创建省级民主法治示范村3个。
grid_members 配备专职网格员66名。
grids 全镇划分为58个网格。
village_rules 修订完善村规民约23份。
visits 走访慰问困难群众260户。
visits 入户走访4200余户次。
volunteers 组建普法志愿服务队12支。
volunteer_services 开展志愿服务活动90余场次。
deliberations 召开村民议事会130场。
drills 组织开展应急演练9次。
emergency_plans 编制修订应急预案13个。
emergency_teams 组建应急救援队伍10支。
emergency_team_members 组建160人的应急救援队伍。
safety_training 开展安全生产培训8场次。
platforms 建成智慧治理平台1个。
cameras 安装高清视频监控探头160个。
data_items 归集录入基础数据5.6万条。
online_cases 网上调解案件36件。
publicity_events 组织普法进机关、进企业、进校园活动11场次。
exams 举办任前考法3场。
exam_participants 48名干部参加法治理论考试。
leadership_meetings 召开县委全面依法治县委员会全体会议2次。
contracts_reviewed 法律顾问审查采购合同26个。
contracts_reviewed 合法性审查文件12件，合同31份。
certified_rate 执法人员持证比例97%。
online_rate 许可事项网上办理比例91%。
study_sessions 落实学法制度，全年开展学习22场次。
publicity_posts 线上推送法治短文36条。
publicity_materials 发放读本400本，反诈手册700本。
model_villages 全县6个村（社区）获评民主法治示范村。
lists_items 行政权力286项，其中行政检查40项。
cadres_trained 开展法治培训4期，覆盖镇村干部130人。
rectified_problems 检查养老机构12家，整改问题31个。
warnings 检查水库9座，下发整改通知14份。
cases_filed 查办各类案件37件。
penalties 检查药店60家，行政处罚3家。
information_published 村级“三务”公开260条。
proposals_settled_rate 代表建议18件，办复率100%。
adviser_coverage_rate 16个村聘有法律顾问16名，覆盖率100%。
mediation_agreements 化解矛盾纠纷66件，签订协议41份。
inspected_units 检查在建工地45个次。
inspected_units 检查游泳场馆14家次。
inspected_units 对28家餐饮单位开展食品安全检查。
exam_participants 组织33名执法人员参加法律知识考试。
legal_aid 办结援助案件310件，受援人350名。
reconsideration_cases 受理复议案件88件，审结80件。
mediation_amount 签订调解协议45份，履行金额96万元。
disputes_found 摸排各类不稳定因素25个。
illegal_buildings 拆除违法搭建9处。
service_handled 便民大厅全年接件1.6万件。
cadre_training 举办执法骨干训练营2期。
model_villages 民主法治示范村新增2个。
enterprise_problems_solved 帮助企业解决用工、融资难题13个。
leading_group_members 成立领导小组，成员14人。
inspections 开展路面执法75次。
enforcement_certified 3人通过考试取得执法证。
thought_lectures 邀请教授作习近平法治思想专题辅导2次。
lists_items 保留行政权力事项230项。
service_handled 全年网上受理1.4万件。
enterprise_problems_solved 走访企业50家，协调解决融资、用地等问题21个。
legal_advisers 公职律师3人、外聘律师2人。
warnings 免予处罚，发放告诫书15份。
proposals_handled 收到人大建议9件。
cases_filed 查处无证经营8起。
petitions_received 领导接访30次，接待群众61批。
hotline_satisfaction_rate 12345热线受理工单300件，群众满意率95%。
petitions_settled 开展信访攻坚，化解积案4件。
litigation_cases 应诉行政案件2件。
contracts_reviewed 法律顾问审核征地补偿协议41份。
publicity_reach 开展院坝普法，参会群众900人次。
inspections 夜查娱乐场所16次。
model_villages 全县6个村获评民主法治示范村。
contracts_reviewed 27份合同、签发的3件文件经过合法性审查。
legality_reviews 对重大执法决定开展法制审核26件。
legality_reviews 审查拟以镇政府名义对外印发的行政规范性文件4件。
legality_reviews 对85件议题进行合法性、公平竞争审查。
legality_reviews 对14件文件、协议进行合法性审核。
legality_reviews 对决策、文件和村级合同开展全流程审查90件。
cadres_trained 举办行政执法能力提升班2期160人次。
service_items 便民服务中心进驻事项163项。
service_items 政务服务掌上大厅接入事项428项。
service_items 实现86项事项“一窗通办”。
publicity_events 开展“法律进商户”18场次。
publicity_events 组织“与法同行”主题活动9场。
publicity_events 举办“法治灯会”“普法庙会”等活动13场。
publicity_events 召开法治院坝会15场。
delegated_service_points 建成“10分钟”便民服务圈8个。
publicity_positions 打造“德法相伴”主题街区1个。
publicity_materials 编印双语民法典口袋书300册。
documents_filed 备案审查乡镇文件12件。
cases_filed 办理禁渔期渔业案件18起。
cases_filed 受理林业行政案件21起。
enforcement_certified 行政执法证审验36人，新办证3人。
exam_participants 42名镇干部参加法治网考。
exam_participants 组织执法证考试96人。
duty_reports 年终述法会上收到法治述职报告12份。
consultations 法律服务热线接听群众6500人次。
thought_study 落实“第一议题”学习22次。
publicity_posts 微信群推送以案释法36期。
school_classes 面向少年儿童开展“法治第一课”8场。
hotline_requests 受理各类诉件410件。
leading_group_members 成立由镇长任组长、21个单位为成员的领导小组。
disputes_mediated 村级评理室化解62件。
disputes_mediated 调解物业、邻里、劳务等纠纷88件。
disputes_mediated 调处土地、婚姻家庭、债务等各类矛盾纠纷96件。
disputes_traffic 调解道路交通事故损害赔偿纠纷12件。
disputes_family 化解婚姻、家庭纠纷33件。
inspected_units 对31家加油站开展检查62次。
petitions_settled 办结信访局交办件7件、县级转办件19件。
documents_filed 备案审查57件。
corrections_people 社区矫正在册对象23人。
court_appearances 镇长亲自出庭应诉行政案件两件。
documents_issued 牵头编制《青禾县法治建设规划（2021—2025）》《青禾县社会治理规划》等文件4个。
study_sessions 组织职工学习宪法、行政处罚法等法律法规16部。
inspected_units 检查旅馆73家，暗访民宿、旅行社66家次。
service_stations 建成镇公共法律服务站1个、村级工作室14个。
accountability 约谈窗口负责人2人次。
enterprise_checkups 为企业合规体检64家次。
disputes_mediated 商事争议调解27起。
legal_aid 指派援助律师办理案件46件。
documents_cleaned 对现行有效的36件规范性文件进行清理。
cases_filed 查办食品类案件12件、药品类案件6件。
supervision_checks 组织随案监督18次。
consultations “法律门诊”接待群众326人次。
joint_enforcement 配合市监部门开展联合检查9次。
problems_found 查处乱罚款、乱收费问题19个。
"""


@pytest.mark.parametrize("line", _SAID.strip().splitlines())
def test_an_indicator_is_found_in_the_words_of_a_report(line: str) -> None:
    indicator, sentence = line.split()
    assert indicator in _indicators(sentence)


_NOT_SAID: Final = """
exam_score 年度绩效考核得分95.1分。
exam_pass_rate 抽检种子样品30批次，合格率98%。
publicity_reach 举办文艺汇演12场，观众2.1万人次。
publicity_reach 开展业务培训3期，覆盖干部职工90人次。
mediation_amount 办理生态赔偿案件2件，赔偿金额40万元。
cases_filed 查处占道经营210起。
documents_filed 备案投资项目86个。
documents_issued 制发行政复议意见书5份。
major_decisions 党组会审议规范性文件4件。
inspections_of_work 对9个乡镇开展法治督察。
lists_items 对9个乡镇履行职责事项清单逐项梳理。
visits 热线办结后电话回访800人次。
visits 统计调查入户样本360户。
cadres_trained 组织就业技能培训120人。
funding 拦截电诈，止付资金130万元。
funding 审计发现问题资金75万元。
emergency_team_members 选聘生态护林员44名。
publicity_positions 建成农家书屋13个。
certified_rate 游泳场馆救生员持证率100%。
litigation_cases 检察院提起公益诉讼7件。
proposals_handled 办理检察建议3件。
inspections 推行综合查一次，减少重复检查60次。
data_items 编制共享目录320个。
service_items 政务服务事项平均申请材料2.1个。
service_stations 研究法治建设重点事项5项。
staff 组织140名工作人员参加线上答题。
accountability 举办警示教育4场。
publicity_events 组织部门间研讨交流活动5次。
market_inspections 文化市场综合执法检查210家次，出动320人次。
case_reviews 查扣涉案卷烟40条。
enterprises_visited 物业服务企业信用评级22家。
appearance_rate 组织出庭应诉12次，学法考试优秀率95%。
penalties 对21家企业作出不予处罚决定。
cases_filed 被列为被告的行政案件5件。
opinions_collected 收到司法建议3份。
mediation_amount 工资保证金缴存320万元。
cadres_trained 培训公交驾驶员140人。
hazards_found 11处地质灾害隐患点落实监测员。
visits 燃气安全入户检查900户。
school_classes 组织非遗进校园6场。
service_handled 群众办事平均跑动1.2次。
proposals_handled 办结复议案件70件。
platforms 建立村级议事协商平台9个。
grid_members 到课网格员300人次。
enforcement_officers 组织33名执法人员参加法律知识考试。
enforcement_officers 开展执法练兵，2人获评执法标兵。
service_handled 审批时限平均压缩60%。
information_published 审核信息公开答复11件。
publicity_reach 聘任普法宣讲员26名。
publicity_materials 整理台账资料60卷。
inspections_of_work 组织法治督察组4个。
normative_documents 对2件规范性文件开展后评估。
opinions_collected 报送立法征求意见稿6件。
exam_participants 9名同志通过法律职业资格考试。
funding 发放农机购置补贴420万元。
funding 兑付举报奖励2.6万元。
publicity_posts 推送税收风险提示900条。
online_cases 网上巡查案件760起。
supervision_checks 监督在建工程52个。
major_decisions 召开镇长办公会3次研究重大决策。
litigation_cases 引导群众申请仲裁、提起诉讼7件。
police_cases 办理法律援助案件90件，其中刑事案件20件。
legality_reviews 审核工程造价26件。
cadres_trained 举办茶农技能提升班3期160人次。
delegated_items 便民服务中心进驻事项163项。
publicity_events 开展“执法一条龙”行动9次。
publicity_events 党的二十大精神宣讲会5场。
publicity_positions 改造商业街区2条。
publicity_materials 发放行政建议、约谈文书240份。
litigation_cases 受理林业行政案件21起。
enforcement_certified 大厅窗口办证300人。
duty_reports 收到党建述职报告12份。
hotline_requests 成立由市长任组长、31个单位为成员的领导小组。
hotline_requests 镇综治中心受理群众诉求86宗。
mediation_success_rate 办结行政复议案件34件，调解和解率44%。
mediation_amount 法律顾问审查合同、协议89份，涉及资金4100万元。
funding 退还企业资金86万元。
funding 节省法务支出3万元。
deliberations 召开法治院坝会15场。
supervision_checks 配合市监部门开展联合检查9次。
contracts_reviewed 对决策、文件和村级合同开展全流程审查90件。
warnings 编发周报11期、提醒函19件。
disputes_contract 调解物业、邻里、劳务等纠纷88件。
inspected_units 推行综合查一次，检查频次下降30%。
service_items 全部审批事项承诺时限平均压缩72%。
service_satisfaction_rate 法治建设第三方评估满意度91%。
leadership_meetings 主动公开信息900条、政府常务会议21次。
media_reports 收到法治征文稿件210篇。
online_rate 掌上网格流转8346件，办结率98%。
disputes_mediated 妥善处置突发网络舆情4起。
fines 督促退还不当罚款3万元。
petitions_received 网信办处置有害信息62条。
leadership_meetings 举办双语法治山歌会4场。
penalties 纠正不规范处罚3起。
consultations 聘请各领域专家11人组建决策咨询库。
village_rules 编印《村规民约50问》5000册。
opinions_collected 对拟建的3个民生项目公开征求意见。
service_handled 受理各类矛盾纠纷申请286件。
tasks_assigned 镇长亲自出庭应诉行政案件两件。
"""


@pytest.mark.parametrize("line", _NOT_SAID.strip().splitlines())
def test_words_that_only_look_like_an_indicator_are_none(line: str) -> None:
    indicator, sentence = line.split()
    assert indicator not in _indicators(sentence)


def _indicators(sentence: str) -> set[str | None]:
    shadow, offsets = squeeze(sentence)
    found = list(find_figures(shadow, "".join(sentence[it] for it in offsets), load().units))
    return {it.indicator for it in place_figures(shadow, found, load(), 2023, is_plan=False)}


@pytest.mark.parametrize(
    "sentence",
    [
        "对45件轻微违法行为不予处罚。",
        "对3起首违行为不予行政处罚。",
        "对6件轻微违法行为依法免予行政处罚。",
        "作出不予行政处罚决定7件。",
        "作出免予处罚决定2件。",
    ],
)
def test_what_was_not_punished_is_no_penalty(sentence: str) -> None:
    assert "penalties" not in _indicators(sentence)


def test_every_field_of_work_has_indicators_and_each_a_name_of_its_own() -> None:
    indicators = catalogue().indicators.values()
    assert {it.theme for it in indicators} == {*THEME_LABELS}
    assert max(Counter(it.label for it in indicators).values()) == 1
