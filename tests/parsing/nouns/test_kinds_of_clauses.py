"""Kinds of clauses that offices write, each with what its numbers count."""

from __future__ import annotations

import pytest
from placed import nouns_of

from tuibrowser.lexicon.load import Lexicon
from tuibrowser.parsing.figures.find import find_figures
from tuibrowser.text.fold import squeeze


@pytest.mark.parametrize(
    ("sentence", "nouns"),
    [
        # How things came in is no part of what became of them.
        ("职工反映问题15件，解决14件", ["职工反映问题", "解决问题"]),
        ("清单梳理事项70项，调出6项", ["清单梳理事项", "调出事项"]),
        ("清理存量文件50件，废止8件", ["清理存量文件", "废止文件"]),
        ("收到民声热线派单60件，按期办结59件", ["收到民声热线派单", "按期办结派单"]),
        # What a list names without a word for all is not repeated, nor is a review or a penalty.
        (
            "查处占道晾晒、私搭棚架、乱倒渣土40起，自行改正31起",
            ["查处占道晾晒、私搭棚架、乱倒渣土", "自行改正"],
        ),
        ("收到复议申请19件，受理17件，纠错2件", ["收到复议申请", "受理复议", "纠错"]),
        ("作出行政处罚8起，免罚5起", ["作出行政处罚", "免罚"]),
        ("受理调解申请30件，调解成功27件", ["受理调解申请", "调解成功"]),
        # What came to those who are counted, and what became of decisions and cases.
        ("21户困难家庭得到走访", ["困难家庭"]),
        ("帮助6名妇女得到法律援助", ["妇女"]),
        ("9处险情得到及时处置", ["险情"]),
        ("18户居民收到书面答复", ["居民"]),
        ("3件处罚决定被复议机关维持", ["处罚决定"]),
        ("2起侵权案开庭审理", ["侵权案"]),
        ("4起诈骗案告破", ["诈骗案"]),
        # Entries are counted in either unit.
        ("承担重点任务12项，已完成9个", ["重点任务", "完成重点任务"]),
    ],
)
def test_what_became_of_things_is_told_shortly(sentence: str, nouns: list[str]) -> None:
    assert nouns_of(sentence) == nouns


@pytest.mark.parametrize(
    ("sentence", "nouns"),
    [
        ("对7处渡口加装护栏21组", ["渡口", "加装护栏"]),
        ("给11名巡逻队员配记录仪11部", ["巡逻队员", "配记录仪"]),
        ("对4起典型案例公开通报", ["典型案例"]),
        ("为9个社区服务中心配备终端18台", ["社区服务中心", "终端"]),
        ("对30个单位采取书面督察", ["单位"]),
        ("将街区22座楼宇分配给14位楼长", ["楼宇", "楼长"]),
        ("15名公证员驻村服务", ["公证员"]),
        ("800台电梯投保率95%", ["电梯", "投保率"]),
        ("组织16个村（社区）、站所主要负责人述法", ["村(社区)、站所"]),
        ("由8名熟悉水情的老船工带队", ["老船工"]),
        ("年初将30个网格优化为42个", ["网格", "网格"]),
        ("判决的20件中胜诉18件", ["判决", "胜诉"]),
        ("执法船6艘一船一档", ["执法船"]),
        ("抢险队26人随时待命", ["抢险队"]),
        ("对13起轻微违法行为免予处罚", ["轻微违法行为"]),
    ],
)
def test_what_is_done_to_those_or_by_them_is_no_part_of_them(
    sentence: str, nouns: list[str]
) -> None:
    assert nouns_of(sentence) == nouns


@pytest.mark.parametrize(
    ("sentence", "nouns"),
    [
        ("主要负责人主持研究普法工作7次", ["主持研究普法工作"]),
        ("巡护大队出动600人次", ["出动"]),
        ("宣讲队赴牧户家中、集市演出普法小戏13场", ["演出普法小戏"]),
        ("物业、医疗纠纷调委会调处纠纷52件", ["调处纠纷"]),
        ("镇党委会、理论学习中心组学习会专题学习条例4次", ["专题学习条例"]),
        ("案卷在全区评查中获93分", ["案卷"]),
        ("政策宣传使欠费投诉下降21%", ["欠费投诉下降"]),
        ("先后有3批次180余名干部参加了专题学习", ["专题学习", "干部"]),
        ("组织培训8场次，覆盖400余人次", ["培训", "培训覆盖"]),
        ("专职人员明确2名，培训覆盖280人次", ["专职人员", "培训覆盖"]),
        ("网办率81%，日均接待30余人", ["网办率", "日均接待"]),
        ("专职审查人员少，仅3人", ["专职审查人员"]),
        ("组织16名在编人员参加资格考试，13人通过", ["在编人员", "资格考试通过"]),
        ("案件20件，2人获评办案能手", ["案件", "获评办案能手"]),
        ("编制22、实有20人", ["实有"]),
        ("社区矫正在矫19人，警告2人次", ["社区矫正在矫", "警告"]),
        ("不予公开2件、无法提供3件", ["不予公开", "无法提供"]),
        # A word made of an act and what it is of.
        ("站所法制审核专员岗位练兵4期", ["法制审核专员岗位练兵"]),
        ("专窗容缺办理事项9项", ["专窗容缺办理事项"]),
        # A bracket that counts in Chinese, or is of another form.
        ("矛盾警情（比去年下降三成）、来访量（比去年下降9%）双降", ["矛盾警情", "来访量"]),
        ("护林员30名（其中女性四名）", ["护林员", "女性护林员"]),
        ("受理量【同比增加9%】创新高", ["受理量"]),
    ],
)
def test_who_acted_and_where_is_told_apart_from_what_was_done(
    sentence: str, nouns: list[str]
) -> None:
    assert nouns_of(sentence) == nouns


@pytest.mark.parametrize(
    ("sentence", "nouns"),
    [
        ("《2023年度重大行政决策事项目录》列入4项", ["重大行政决策事项"]),
        (
            "出台《柳溪镇重大行政决策事项目录》，纳入河堤加固、集镇亮化等5项",
            ["重大行政决策事项"],
        ),
        ("抽查商户90户，列入经营异常名录5户", ["抽查商户", "列入经营异常名录"]),
        # A level behind its thing, and parts that add up to a whole.
        ("培育示范户市级2户、县级9户", ["市级示范户", "县级示范户"]),
        (
            "化解纠纷71件，婚恋23件、邻里31件、土地17件",
            ["化解纠纷", "婚恋纠纷", "邻里纠纷", "土地纠纷"],
        ),
        ("梳理行政职权40项，其中行政许可11项", ["梳理行政职权", "行政许可"]),
        ("行政诉讼案63件，其中一审41件", ["行政诉讼案", "一审行政诉讼"]),
        # Each of a list is so many.
        ("举行学区划分、票价调整听证会各1场", ["学区划分听证会", "票价调整听证会"]),
        ("参考率、合格率均为双100%", ["参考率", "合格率"]),
        ("站所、支部、村民三个层面分别学习6次、9次、12次", ["站所学习", "支部学习", "村民学习"]),
        (
            "审查合同30件、协议9件、文件5件、其他2件，共46件",
            ["审查合同", "协议", "文件", "其他文件", "审查"],
        ),
        # Of several deeds what each was done to, where their sum is told.
        ("悬挂灯笼、张贴对联、发放福字共60份", ["灯笼、对联、福字"]),
        ("发布通告、印发折页累计900份", ["通告、折页"]),
        # What is done again is told with the verb of the list.
        ("新建、修订台账、印章等制度14项，废止3项", ["新建、修订制度", "废止制度"]),
        ("发现立卷不齐等瑕疵21处，已纠正21处", ["发现瑕疵", "纠正瑕疵"]),
    ],
)
def test_lists_and_catalogues(sentence: str, nouns: list[str]) -> None:
    assert nouns_of(sentence) == nouns


@pytest.mark.parametrize(
    ("sentence", "texts"),
    [
        ("微信群转发过万次", ["过万次"]),
        ("会议通过十项制度", []),
        ("事项覆盖25个领域", ["25个"]),
        ("聚焦5个领域", []),
        ("企业开办2.8个工作日", ["2.8个工作日"]),
        ("15个工作日内办结42件", ["42件"]),
    ],
)
def test_what_is_a_figure(sentence: str, texts: list[str], lexicon: Lexicon) -> None:
    shadow, _ = squeeze(sentence)
    found = find_figures(shadow, sentence, lexicon.units)
    assert [shadow[it.start : it.end] for it in found] == texts


@pytest.mark.parametrize(
    ("sentence", "nouns"),
    [
        # Who leads them is counted with a bracket's bodies, and is no deed.
        ("对11个镇（街道）分管负责同志开展轮训", ["镇(街道)分管负责同志"]),
        # A check is a deed behind whom it is done by, or to.
        ("深入30余个建筑工地检查工资支付情况", ["建筑工地"]),
        ("请来8名镇人大代表监督拆违行动", ["镇人大代表"]),
        ("3个督导组赴各乡镇走访", ["督导组"]),
        ("12支宣讲队（小分队）进村入户", ["宣讲队(小分队)"]),
        ("7家协会（商会）征求意见", ["协会(商会)"]),
        ("40余家临街店铺排查欠薪", ["临街店铺"]),
        # What of theirs was looked at is counted in other units.
        ("对52家企业用工情况开展检查", ["企业"]),
        ("抽查9家诊所处方记录", ["抽查诊所"]),
        ("约谈6家未按期整改企业", ["约谈未按期整改企业"]),
        # But where it is done is a thing.
        ("建成9个村级宣传阵地", ["村级宣传阵地"]),
        ("打造6个社区服务品牌", ["社区服务品牌"]),
    ],
)
def test_those_who_are_counted_end_before_what_is_done(sentence: str, nouns: list[str]) -> None:
    assert nouns_of(sentence) == nouns


@pytest.mark.parametrize(
    ("sentence", "nouns"),
    [
        ("办理公证、援助、司法鉴定等事项共计90件", ["办理公证、援助、司法鉴定等事项"]),
        ("餐饮、广告、计量等案件合计31件", ["餐饮、广告、计量等案件"]),
        # Behind an act the kind is enough, and so is a kind that is more than that.
        ("解决停车、充电等问题9个", ["解决问题"]),
        ("制定防汛、防火等专项预案8个", ["专项预案"]),
        ("开展燃气、消防等领域专项检查45次", ["专项检查"]),
    ],
)
def test_a_list_is_kept_where_nothing_else_tells_what_is_counted(
    sentence: str, nouns: list[str]
) -> None:
    assert nouns_of(sentence) == nouns


@pytest.mark.parametrize(
    ("sentence", "nouns"),
    [
        ("印发《任务单》细化年度任务42项", ["细化年度任务"]),
        ("出台《容缺办法》简化办事环节14个", ["简化办事环节"]),
        ("印发《复议法》宣传手册900册", ["《复议法》宣传手册"]),
        ("结合主题活动更新普法宣传内容6类", ["更新普法宣传内容"]),
        ("结合整改工作完善执法监督制度5项", ["完善执法监督制度"]),
        ("依托平台培训网格员16名", ["培训网格员"]),
        # What only looks like a preposition, or like an act.
        ("规范自由裁量适用情形30种", ["规范自由裁量适用情形"]),
        ("通报记录不规范问题13个", ["通报记录不规范问题"]),
        ("带队深入村组调研法治工作7次", ["调研法治工作"]),
        ("组织传达学习会议精神9次", ["传达学习会议精神"]),
    ],
)
def test_a_name_begins_with_the_act_that_is_told(sentence: str, nouns: list[str]) -> None:
    assert nouns_of(sentence) == nouns


@pytest.mark.parametrize(
    ("sentence", "nouns"),
    [
        ("136条建议中,122条被采纳", ["建议", "建议"]),
        ("全镇26个村中,19个建成书屋", ["村", "村"]),
        ("普法讲坛自开讲以来,已成功举办14期", ["普法讲坛"]),
        ("重点企业（新增12家）、个体户（新增60户）", ["新增重点企业", "新增个体户"]),
        ("实施八大工程23个项目", ["项目"]),
    ],
)
def test_what_a_whole_or_a_bracket_names(sentence: str, nouns: list[str]) -> None:
    assert nouns_of(sentence) == nouns
