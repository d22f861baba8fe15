"""What an act without an object was done to: the nearest number of the kind."""

from __future__ import annotations

import pytest
from cases import for_each

from tuibrowser.lexicon.load import Lexicon
from tuibrowser.parsing.figures.find import find_figures
from tuibrowser.text.fold import squeeze


def _nouns(sentence: str, lexicon: Lexicon) -> list[str]:
    shadow, _ = squeeze(sentence)
    found = find_figures(shadow, sentence, lexicon.units)
    return ["".join(shadow[slice(*part)] for part in it.noun) for it in found]


@pytest.mark.parametrize(
    ("sentence", "nouns"),
    [
        # The nearest, not the whole of a list that is over.
        (
            "审查文件90件，其中合同60件；清理规范性文件30件，宣布失效9件",
            ["审查文件", "合同", "清理规范性文件", "宣布失效规范性文件"],
        ),
        (
            "承办议案、提案40件，其中议案9件，主办6件、会办3件",
            ["承办议案、提案", "议案", "主办议案", "会办议案"],
        ),
        ("案件90件，其中简易程序60件，办结80件", ["案件", "简易程序案件", "办结案件"]),
        # What was done so often, and the things it was done to.
        ("排查矛盾纠纷90次，调处80件", ["排查矛盾纠纷", "调处矛盾纠纷"]),
        ("制止违建19起，拆除9处", ["制止违建", "拆除违建"]),
        # Acts in a list are what it counts.
        ("实施按日计罚2起、查封扣押3起", ["按日计罚", "查封扣押"]),
        # A penalty may be changed; other acts are done beside it.
        ("作出处罚90件，变更3件，撤销2件", ["作出处罚", "变更处罚", "撤销处罚"]),
        # An application becomes a case.
        ("收到仲裁申请90件，审结80件", ["收到仲裁申请", "审结仲裁"]),
        ("收到信息公开申请90件，答复80件", ["收到信息公开申请", "答复信息公开申请"]),
        # Success alone is that of what was done.
        ("调解劳资纠纷90件，成功80件", ["调解劳资纠纷", "调解成功劳资纠纷"]),
        (
            "初信初访90件（其中网上信访60件、走访30件）",
            ["初信初访", "网上信访", "走访"],
        ),
        # People are others in each clause.
        (
            "培训网格员90人，演练3场，检查站点9个，转移安置30人",
            ["培训网格员", "演练", "检查站点", "转移安置"],
        ),
    ],
)
def test_an_act_was_done_to_the_nearest(lexicon: Lexicon, sentence: str, nouns: list[str]) -> None:
    assert _nouns(sentence, lexicon) == nouns


@pytest.mark.parametrize(
    ("sentence", "nouns"),
    [
        ("法治专项资金90万元，其中法律顾问30万元", ["法治专项资金", "法律顾问资金"]),
        ("执法人员9名，A证6名、B证3名", ["执法人员", "a证执法人员", "b证执法人员"]),
        ("执法人员“双证”上岗9人", ['"双证"上岗执法人员']),
        ("科室负责人年终述法9人", ["年终述法科室负责人"]),
        ("组建“民情观察员”队伍30人", ['"民情观察员"']),
        ("宣讲覆盖居民900人次", ["覆盖居民"]),
        ("协调解决用地、用工等问题30个", ["协调解决问题"]),
        ("当场解决问题9个", ["解决问题"]),
        ("法治讲座3期，每人不少于9学时", ["法治讲座", "每人学时"]),
        ("法律顾问参与决策论证9次", ["法律顾问参与决策论证"]),
        ("组织演练3次，参演90人次", ["演练", "参演人次"]),
        ("接待来访9批30人次", ["来访", "来访人次"]),
        ("拆除乱搭雨棚9处，面积90平方米", ["拆除乱搭雨棚", "拆除乱搭雨棚面积"]),
        ("9家监管单位、执法人员90名全部入库", ["监管单位", "执法人员"]),
        ("新增网格员9名，总数达到90名", ["新增网格员", "网格员"]),
        ("测试平均成绩90分，9人通过执法资格考试", ["测试平均成绩", "通过执法资格考试"]),
        ("餐饮卫生监督900户次，责令整改90户", ["餐饮卫生监督", "责令整改"]),
        ("班子成员分别到联系点讲法治课9场", ["法治课"]),
        ("来访30批90人次，履约率91%，批次下降9%", ["来访", "来访人次", "履约率", "来访批次下降"]),
        ("为园区商户做法治体检90家", ["法治体检园区商户"]),
        ("完成90名“法治带头人”培训", ['"法治带头人"']),
        ("局长先后3次主持党组会研究普法工作", ["党组会研究普法工作"]),
        ("人均学习39学时", ["人均学习学时"]),
        ("受理检查900件，其中现场检查300件，占比33%", ["受理检查", "现场检查", "现场检查占比"]),
    ],
)
def test_what_says_too_little_alone_is_told_whole(
    lexicon: Lexicon, sentence: str, nouns: list[str]
) -> None:
    assert _nouns(sentence, lexicon) == nouns


@for_each(
    ("sentence", "nouns"),
    [
        ("检查燃气使用单位90家", ["检查燃气使用单位"]),
        ("培育线上消费纠纷解决机构9家", ["线上消费纠纷解决机构"]),
        ("建议办理采纳率93%", ["建议办理采纳率"]),
        ("作出免予实施行政处罚决定9件", ["免予实施行政处罚决定"]),
        ("企业注销平均用时2.5个工作日", ["企业注销平均用时"]),
        ("93个调解组织排查隐患900处", ["调解组织", "排查隐患"]),
        ("依托江州政务服务网公开处罚信息90条", ["公开处罚信息"]),
        ("结合民法典宣传月设点宣传9次", ["设点宣传"]),
        ("评选优秀文书30份供全市借鉴", ["优秀文书"]),
        ("9座泵站基本建成", ["泵站"]),
        ("按年度普法计划集中学法9次", ["集中学法"]),
        ("制作《消防法》《噪声法》普法动画9部", ["普法动画"]),
        ("办证时限由9个工作日压缩至3个工作日", ["办证时限", "办证时限"]),
        ("审核各类协议90份", ["审核协议"]),
        ("创建各级示范社区9个，其中市级3个", ["创建示范社区", "市级示范社区"]),
        ("完成文件公平竞争审查90件，不予出台3件", ["完成文件公平竞争审查", "不予出台文件"]),
        ("企业变更平均时限3.5天", ["企业变更平均时限"]),
        ("线上线下咨询900人次", ["线上线下咨询"]),
        ("利用节假日及庙会摆摊设点9次", ["摆摊设点"]),
        ("街道干部专题培训9次", ["街道干部专题培训"]),
        ("查出用电、用气等方面问题90个", ["查出问题"]),
        ("联合应急、住建等部门检查9次", ["联合检查"]),
        ("联合妇联、学校等单位举办讲座9场", ["讲座"]),
        ("县政府常务会议集体学法9次", ["集体学法"]),
        ("局务会研究法治议题9个", ["研究法治议题"]),
        ("建议落实采纳率91%", ["建议落实采纳率"]),
        ("系统上线使用率91%", ["系统上线使用率"]),
        ("帮助劳动者讨回工资90万元", ["讨回工资"]),
        ("投诉热线受理群众诉求900件", ["群众诉求"]),
        ("为90名老人、残疾人等特殊群体上门办证", ["老人、残疾人"]),
        ("执法人员人均参加轮训39学时", ["人均轮训"]),
        ("梳理文件90件，建议修改9件", ["梳理文件", "建议修改文件"]),
        ("公开财政信息90条，其中救助类9条", ["公开财政信息", "救助类信息"]),
    ],
)
def test_a_name_is_not_cut(lexicon: Lexicon, sentence: str, nouns: list[str]) -> None:
    assert _nouns(sentence, lexicon) == nouns


@pytest.mark.parametrize(
    ("sentence", "nouns"),
    [
        # What was done to it there is no part of what is done to it here.
        ("评估到期制度15件，延续13件", ["评估到期制度", "延续到期制度"]),
        ("人民调解受理纠纷90件，调解成功80件", ["人民调解受理纠纷", "调解成功纠纷"]),
        (
            "新制定规范性文件4件，清理存量57件，其中修改5件",
            ["规范性文件", "清理存量规范性文件", "修改规范性文件"],
        ),
        ("审查县政府重大决策4件", ["审查重大决策"]),
        ("抽评案卷60卷，优秀40卷", ["抽评案卷", "优秀案卷"]),
        ("清理到期文件15件，废止2件", ["清理到期文件", "废止到期文件"]),
        ("整治自建房隐患90处，拆除60处", ["整治自建房隐患", "拆除自建房隐患"]),
        # Of a list that says but of which kinds they are, what they are.
        ("清理涉农、涉企文件90件，废止30件", ["清理涉农、涉企文件", "废止文件"]),
        # Penalties are not what is done beside them.
        ("处罚19起，责令改正30起", ["处罚", "责令改正"]),
        # Who is called by what he deals with deals with nothing else.
        ("办理工单90件；医疗纠纷调解中心调处20起", ["工单", "调处医疗纠纷"]),
        ("审理复议30件；代理镇政府应诉9件", ["审理复议", "代理镇政府应诉"]),
        # Opinions are those of the act before.
        ("审查合同60份，提出意见90条", ["审查合同", "审查意见"]),
        ("审核合同40份，金额共计200万元", ["审核合同", "审核合同金额"]),
        # Where and with whom is no part of it.
        ("对各镇处罚案卷24宗进行评查", ["处罚案卷"]),
        ("对街道中队执法督察52队次", ["执法督察"]),
        ("对网吧、旅馆、浴室等监督检查90户次", ["监督检查"]),
        ("全县城管执法队伍检查900次", ["检查"]),
        ("为30家企业做法治体检", ["法治体检企业"]),
        ("巡查渡口31处，督促修缮9处", ["巡查渡口", "督促修缮渡口"]),
        ("举办竞答，线上参与3万人次", ["线上参与"]),
        ("随机抽取24家执法单位案卷310本", ["随机抽取执法单位", "案卷"]),
    ],
)
def test_what_is_taken_from_another_number_is_the_thing_alone(
    sentence: str, nouns: list[str], lexicon: Lexicon
) -> None:
    assert _nouns(sentence, lexicon) == nouns


@pytest.mark.parametrize(
    ("sentence", "nouns"),
    [
        # Bodies are counted, not who heads them; and not what they are put to.
        ("组织30个部门主要负责人述法", ["部门"]),
        # A bracket in their name does not hide whose they are.
        ("约谈12个村(社区)党支部书记", ["约谈村(社区)党支部书记"]),
        ("9个村(社区)法律顾问开展坐班", ["村(社区)法律顾问"]),
        ("指导9个群众自治组织修订公约", ["群众自治组织"]),
        ("帮9个村集体经济组织完善合同", ["村集体经济组织"]),
        ("推进9个社区服务中心规范化建设", ["社区服务中心"]),
        ("对9个县市区巡查文物点720处", ["县市区", "巡查文物点"]),
        ("发挥90个服务站作用", ["服务站"]),
        # What says nothing without what the sentence named before.
        ("调整工作领导小组，由镇长任组长，成员21名", ["领导小组成员"]),
        ("调解案件90件，成功80件，成功率88.9%", ["调解案件", "调解成功案件", "调解成功率"]),
        ("执法队现有13名队员，11人持证", ["队员", "持证队员"]),
        ("收到课题申报90项，入选区级26项、市级3项", ["课题申报", "入选区级课题", "市级课题"]),
        (
            "93件水事纠纷中，90件得到化解，3件已予以终止",
            ["水事纠纷", "水事纠纷", "水事纠纷"],
        ),
        ("86件来信来访中，79件当年办结", ["来信来访", "来信来访"]),
        # A thing of another sentence's half in another unit is none of it.
        ("抽查企业118户；对31件文件补做审查", ["抽查企业", "文件"]),
        # Who told whom, and who met.
        ("主要负责人对普法工作批示21次", ["普法工作批示"]),
        ("领导小组定期召开会议4次", ["领导小组会议"]),
        # Each of two things is so many.
        ("行政复议和行政诉讼均为3件", ["行政复议", "行政诉讼"]),
        # Ways to turn to an office say themselves what they are.
        ("受理信访件90件，其中网信60件", ["信访件", "网信"]),
    ],
)
def test_what_is_counted_is_told_with_what_it_needs_and_no_more(
    sentence: str, nouns: list[str], lexicon: Lexicon
) -> None:
    assert _nouns(sentence, lexicon) == nouns
