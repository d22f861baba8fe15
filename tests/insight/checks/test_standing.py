"""Years, events, names and laws that were left standing."""

from __future__ import annotations

import pytest
from cases import for_each
from reviewed import beside, found, report, said

from tuibrowser.insight.checks.finding import KINDS, FindingKind
from tuibrowser.insight.checks.material import Material
from tuibrowser.insight.checks.review import review
from tuibrowser.lexicon.load import load
from tuibrowser.model.document import Document
from tuibrowser.parsing.understand import understand


def test_a_report_as_it_should_be_gets_no_remark() -> None:
    """Neither with figures nor with the plan for next year."""
    assert found("全年开展宣传活动22场，发放资料3000份。") == []


@pytest.mark.parametrize(
    ("words", "year"),
    [
        ({"heading_year": "2022"}, "2022"),
        ({"opening": "2022年，望溪镇扎实推进法治政府建设。现将有关情况报告如下："}, "2022"),
        ({"opening": "望溪镇扎实推进法治建设。现将2022年度法治政府建设情况报告如下："}, "2022"),
        ({"opening": "望溪镇推进法治建设，现将2022年度工作总结如下。"}, "2022"),
        ({"plan_year": "2023"}, "2023"),
        ({"plan": "2023年，我镇将继续加强执法培训，办好“板凳课堂”。"}, "2023"),
        ({"plan": "一是加强执法培训。二是2023年底前建成调解室。"}, "2023"),
        ({"plan": "一是计划在2023年新建普法长廊1处。"}, "2023"),
        ({"plan": "一是持续推进2023年普法任务，做到月月有主题。"}, "2023"),
    ],
)
def test_a_year_of_another_report_is_remarked(words: dict[str, str], year: str) -> None:
    """In heading, opening and plan."""
    (says,) = said("leftover_year", found(**words))
    assert f"{year}年" in says
    assert "2023年度" in says


@pytest.mark.parametrize("zero", "〇○零0oＯО")
def test_a_year_of_another_report_is_remarked_whatever_its_zero(zero: str) -> None:
    (says,) = said("leftover_year", found(heading_year=f"二{zero}二二"))
    assert "2022年" in says


def test_a_title_that_alone_has_another_year_is_what_is_remarked() -> None:
    """The opening, the headings and the signature agree; it is not late then, either."""
    findings = found(title_year="2021")
    (says,) = said("leftover_year", findings)
    assert "标题" in says
    assert not said("late", findings)


def test_an_opening_left_standing_is_told_by_all_else_where_the_title_has_no_year() -> None:
    """Headings, plan and signature agree against it; nothing else is remarked for its sake."""
    opening = "2022年，望溪镇扎实推进法治政府建设。现将有关情况报告如下："
    titled = report("围绕喜迎党的二十大开展宣讲。", opening=opening)
    text = titled.text.replace("望溪镇2023年法治", "望溪镇法治", 1)
    untitled = understand(Document(text, "0" * 64, "报告.txt", "utf-8"), load())
    findings = list(review(Material(untitled)))
    (says,) = said("leftover_year", findings)
    assert says == "开头写作2022年，本报告为2023年度，请核"
    assert not said("late", findings)
    assert len(said("dated_event", findings)) == 1


@pytest.mark.parametrize(
    "words",
    [
        {"opening": "2022年，望溪镇获评示范镇。2023年，望溪镇乘势而上，现报告如下："},
        {"done": "截至2022年底结转案件4件，本年全部办结。"},
        {"done": "2022年度，我镇被评为先进单位。"},
        {"plan": "2023年创建了示范村2个，2024年将再建2个。"},
        {"plan": "做好2023年度考核，补齐制定2023年要点时未列的事项，2024年一并推进。"},
        {"plan": "对照2023年督察反馈问题逐项整改。"},
    ],
)
def test_an_earlier_year_that_is_told_of_is_not(words: dict[str, str]) -> None:
    """A history, what was carried over, what is built upon."""
    assert not said("leftover_year", found(**words))


@pytest.mark.parametrize(
    ("done", "count"),
    [
        ("2022年共化解纠纷86件。", 1),
        ("2022年度累计办件3200件。", 1),
        ("2022年1—12月，调解纠纷210件。", 1),
        ("2022年镇党委书记主持专题会3次。", 1),
        ("2022年镇党委换届后，分工调整1次。", 0),
        ("2022年共有结转案件5件。", 0),
        ("2022年，镇综合执法队共立案26件。", 1),
        ("全镇2022年度累计审查合同31份。", 1),
        ("2022年，综合执法队共立案26件，2023年立案31件。", 0),
        ("2022年，茶园村共建成说事室1处。", 0),
        ("2022年，县法院共审结涉镇案件5件。", 0),
        ("在2022年，镇政府带头公开执法结果5期。", 1),
        ("2022年期间，全镇走访商户130家。", 1),
        ("2022年一年内，镇长主持协调会8次。", 1),
        ("在2022年考评中列全县第3名，整改问题4个。", 0),
        ("回顾2022年，普法工作有声有色。", 1),
        ("全年（2022年1月至12月），接访45批次。", 1),
        ("上轮考评（2022年1月至12月）指出问题4个。", 0),
        ("印发全镇2022年度普法工作要点，任务落实到人。", 1),
        ("制定2022年度督察反馈问题整改方案，整改6项。", 0),
        ("按照2022年度普法责任清单推进各项工作。", 1),
        ("严格落实2022年依法治镇工作计划，任务到岗。", 1),
        ("根据《望溪镇2022年法治建设工作要点》分解任务。", 1),
        ("对照2022年督察反馈问题整改方案逐项销号。", 0),
        ("根据2022年修订的信访条例规范办信。", 0),
        ("一是2022年度共举办夜校7期。", 1),
        ("（1）2022年累计办件3200件。", 1),
        ("二是全镇2022年共巡渠96次。", 1),
        ("三是2022年1—12月，接访45批次。", 1),
        ("截至2022年12月，全镇有护林员31名。", 1),
        ("截止到2022年11月28日，化解纠纷86件。", 1),
        ("一是2022年度共性问题清单9项全部销号。", 0),
        ("截至2022年12月结转案件5件，本年办结。", 0),
        ("一是2022年12月起推行夜间巡渠。", 0),
    ],
)
def test_a_year_before_without_a_stop_behind_it_is_remarked(done: str, count: int) -> None:
    """Unless it is said of what was left or changed then."""
    assert len(said("leftover_year", found(done))) == count


def test_a_whole_year_before_in_what_was_done_is_remarked() -> None:
    """截至 the end of another year is not this year's."""
    assert len(said("leftover_year", found("截至2022年底，共化解矛盾纠纷136件。"))) == 1
    assert len(said("leftover_year", found("一是2022年，镇党委书记听取汇报3次。"))) == 1


@pytest.mark.parametrize(
    "done",
    [
        "落实《法治政府建设实施纲要（2021—2025年）》，全年培训4期。",
        "全年化解纠纷90件，较2022年减少10件。",
        "听取2022年法治政府建设情况汇报，部署2023年工作。",
        "2021年9月建成的调解室运行良好。",
        "依据2021年7月15日起施行的新修订行政处罚法完善文书。",
        "2024年1月，召开述法会议1次。",
        "学习习近平总书记在庆祝中国共产党成立100周年大会上的重要讲话精神。",
        "学习贯彻党的二十大精神。",
        "开展第十个国家宪法日活动。",
    ],
)
def test_other_years_rightly_named_are_not(done: str) -> None:
    """Plans, comparisons, laws, histories."""
    findings = found(done)
    assert not said("leftover_year", findings)
    assert not said("dated_event", findings)


@for_each(
    "done",
    [
        "做好建党100周年大庆期间的矛盾排查。",
        "围绕庆祝新中国成立70周年开展普法活动。",
        "开展第八个国家宪法日宣传活动。",
        "2021年4月15日，开展国家安全教育日宣传活动。",
        "法律顾问于2022年6月8日为村干部培训民法典。",
        "认真学习党的二十届三中全会精神。",
        "以喜迎党的二十大为主线开展宣传。",
        "庆祝建党百年，为老党员上门普法。",
        "结合批示学习推广“枫桥经验”59周年，评选调解能手。",
        "2022年“12·4”国家宪法日期间，在集市设点解答群众提问。",
        "2022年下半年，走访商铺，发放告知书。",
        "迎接“八五”普法收官之年评估，整理台账12册。",
        "做好北京冬奥会维稳工作。",
        "围绕“喜迎”党的二十大开展宣讲。",
        "在2022年“宪法宣传周”期间设点宣传。",
        "2021年度民法典宣传月活动期间，在集市设点。",
        "开展民法典颁布两周年宣传。",
        "启动“八五”普法规划，召开部署会。",
        # Other words between.
        "“八五”普法规划顺利开局，召开动员会。",
        "《民法典》正式施行之年，组织宣讲11场。",
        "做好第七次全国人口普查，入户普法。",
        # Every five years.
        "完成村（社区）“两委”换届选举，提供法律服务。",
        "庆祝第三十个教师节，开展送法进校园。",
        "以党的二十大召开为契机，举办书画展。",
        "庆祝国庆70周年，挂旗200面。",
        "组织收看党的二十大开幕会。",
        "第34个“6·26”国际禁毒日期间，设点宣传。",
        "在全国第七个“国家安全教育日”前后，悬挂横幅。",
        "开展2022年度“宪法宣传周”活动。",
        "组织观看庆祝建党百年大会直播。",
        "集中收看庆祝中国共产党成立100周年大会，交流体会。",
        "学习《民营经济促进法》，走访企业。",
        "围绕党的二十大召开，排查不稳定因素17处。",
        "二十大召开前后，村干部轮流值守。",
        "为党的二十大胜利召开守好平安底线。",
    ],
)
def test_an_event_of_another_year_is_remarked(done: str) -> None:
    """Counted or dated, before and behind."""
    assert len(said("dated_event", found(done))) == 1


@pytest.mark.parametrize(
    "done",
    [
        "庆祝中国共产党成立102周年，为老党员上门普法。",
        "2023年“12·4”国家宪法日期间，在集市设点。",
        "2022年下半年成立的执法队实行周例会。",
        "推进“八五”普法，学习习近平法治思想。",
        "弘扬北京冬奥会精神。",
        "深入学习党的二十大报告。",
        # Before the report is written.
        "2024年元旦期间，开展安全检查5次。",
        "2024年春节前夕，走访企业5家。",
        "2024年第一季度，组织培训2次。",
        "巩固拓展党史学习教育成果，讲党课9次。",
        "抗美援朝战争胜利70周年之际，走访老兵。",
        "村“两委”换届后，培训新任村干部。",
        "组织学习第七次全国人口普查数据。",
        "学习《民法典实施之年大事记》。",
        "征求《民营经济促进法（草案）》意见。",
        "围绕学习党的二十大精神，召开板凳会。",
        # What is not of an epidemic comes to nothing in any year.
        "对欠薪、消防隐患实行动态清零，整改31处。",
        "党的二十大召开以来，村村设立学习点。",
    ],
)
def test_an_event_of_this_year_or_rightly_told_of_is_not(done: str) -> None:
    """Nor what was founded earlier and goes on."""
    assert not said("dated_event", found(done))


@pytest.mark.parametrize(
    ("issuer", "done", "words"),
    [
        ("望溪镇", "促进了全乡依法行政工作。", "全乡"),
        ("望溪镇", "在全街道范围内开展普法。", "全街道"),
        ("望禾乡", "我镇组织执法培训。", "我镇"),
        ("梧桐街道", "全镇设立调解室。", "全镇"),
        ("梧桐街道", "镇党委高度重视法治建设。", "镇党委"),
        ("望溪镇", "办事处党政班子集体学法。", "办事处"),
        ("望溪镇", "乡党委、乡政府定期研究。", "乡党委"),
        ("梧桐街道", "镇长带头出庭应诉。", "镇长"),
        ("望溪镇", "重大事项及时报乡党委审定。", "乡党委"),
        ("望溪镇", "全年接受乡人大专题询问。", "乡人大"),
    ],
)
def test_another_kind_of_unit_is_remarked(issuer: str, done: str, words: str) -> None:
    """The remark says what the own unit is."""
    (says,) = said("unit_type", found(done, issuer=issuer))
    assert f"“{words}" in says


def test_what_stands_before_an_event_may_make_it_another() -> None:
    """An epidemic of animals is none of people."""
    assert len(said("dated_event", found("统筹疫情防控，设置卡点6处。", year="2025"))) == 1
    assert not said("dated_event", found("做好重大动物疫情防控，设置消毒点6处。", year="2025"))


def test_measures_against_an_epidemic_are_of_its_years() -> None:
    """However they are put; what was learnt of them may be told later."""
    words = "新冠肺炎疫情常态化防控"
    assert said("dated_event", found(f"严格落实{words}措施。", year="2024"))
    assert not said("dated_event", found(f"严格落实{words}措施。", year="2022"))
    assert not said("dated_event", found("总结新冠疫情防控经验，修订应急预案。", year="2024"))


@pytest.mark.parametrize("year", [2021, 2026])
def test_an_event_that_comes_again_is_of_each_of_its_years(year: int) -> None:
    """The elections of villages are every five years."""
    text = "完成村“两委”换届选举，提供法律服务。"
    assert not said("dated_event", found(text, year=str(year)))


@pytest.mark.parametrize(
    ("place", "done", "words"),
    [
        ("云溪县", "聚焦全区中心工作，审核合同。", "全区"),
        ("云溪县", "在区委、区政府领导下推进普法。", "区委、区政府"),
        ("云溪区", "有关做法在全县推广，接待来访4批。", "全县"),
        ("云溪县", "在全区域推广积分制，社区在全区有名，健全县乡联动机制。", ""),
        ("云溪县", "有关做法在全县推广，接待来访4批。", ""),
        ("宁夏回族自治区云溪县", "有关做法在全区推广，接待来访4批。", ""),
    ],
)
def test_the_county_is_called_by_its_own_kind(place: str, done: str, words: str) -> None:
    """Of a 县 is 全县; 全区 may be an autonomous region, or a smaller area."""
    findings = found(done, signed=f"{place}望溪镇人民政府\n2024年1月12日")
    assert [words in it for it in said("unit_type", findings)] == ([True] if words else [])


@pytest.mark.parametrize(
    ("issuer", "done"),
    [
        ("望溪镇", "健全乡村治理体系，建设平安乡村，自我乡土教育。"),
        ("望禾乡", "健全镇村两级台账，维护安全镇定的秩序。"),
        ("望溪镇", "与相邻的石桥乡党委建立联调机制，各乡镇参加。"),
        ("望溪镇", "完善全街道路照明。"),
        ("望溪镇", "选聘一批本乡本土的调解能手。"),
        ("望溪镇", "主动接受县乡人大监督，上报乡镇党委书记述法情况。"),
    ],
)
def test_a_word_that_only_looks_so_is_not(issuer: str, done: str) -> None:
    """健全乡村 holds 全乡."""
    assert not said("unit_type", found(done, issuer=issuer))


@pytest.mark.parametrize(
    "words",
    [
        {"done": "白石桥镇党委高度重视法治建设。"},
        {"done": "一是白石桥镇坚持依法决策。"},
        {"done": "在白石桥镇各村张贴海报。"},
        {"done": "白石桥镇党委书记定期调度。"},
        {"done": "制定《白石桥镇普法责任清单》。"},
        {"done": "白石桥镇审核合同23份。"},
        {"done": "奋力谱写白石桥镇法治建设新篇章。"},
        {"opening": "2023年，白石桥镇扎实推进法治政府建设。现将有关情况报告如下："},
        {"signed": "白石桥镇人民政府\n2024年1月12日"},
    ],
)
def test_another_township_in_the_own_ones_place_is_remarked(words: dict[str, str]) -> None:
    """As the one who acts, in its papers, as the one who signs."""
    (says,) = said("other_township", found(**words))
    assert "本单位是望溪镇，这里写作“白石桥镇”" in says


@pytest.mark.parametrize(
    "done",
    [
        "与白石桥镇联合开展普法活动。",
        "在白石桥镇召开片区现场会，观摩白石桥镇调解室。",
        "相邻的白石桥镇受理的纠纷移交我镇。",
        "白石桥镇受理的一起纠纷移送我镇调解。",
        "望溪镇坚持依法决策，县司法局指导望溪镇规范文书。",
        "完成镇综合执法队整合，落实镇党委部署，各镇村积极参与，乡镇组织开展培训。",
        "青棠县望溪镇坚持依法决策。",
        "联合邻县白石桥镇成立边界调解组，处理纠纷15件。",
        "配合白石桥镇开展禁渔巡查6次。",
        "白石桥镇务工的村民在线参加调解，达成协议2份。",
    ],
)
def test_another_township_rightly_named_is_not(done: str) -> None:
    """Partners, places, comparisons."""
    assert not said("other_township", found(done))


@pytest.mark.parametrize(
    "done",
    [
        "为白石桥镇经济社会高质量发展提供法治保障。",
        "有力维护了白石桥镇社会稳定。",
        "全面提升白石桥镇依法治理水平。",
        "着力打造平安白石桥镇。",
    ],
)
def test_another_township_that_is_to_be_bettered_is_remarked(done: str) -> None:
    """Whether its report is beside the own one or not: that is a goal for the own place."""
    others = (report("开展宣传3场。", issuer="白石桥镇"),)
    (says,) = said("other_township", beside(None, others, done))
    assert "“白石桥镇”" in says
    assert len(said("other_township", found(done))) == 1


@pytest.mark.parametrize(
    "done",
    [
        "白石桥镇组织干部参加网上学法考试。",
        "白石桥镇14个社区各设工作室1个。",
        "白石桥镇辖区刑事警情下降13%。",
        "白石桥镇党委理论学习中心组学法7次，邀请人大代表视察1次。",
        "白石桥镇执法协调小组牵头联合执法34次。",
        "白石桥镇矛调中心联合司法所化解纠纷31件。",
        "白石桥镇综治中心接待来访群众126人次。",
        "经白石桥镇党委会研究，出台办法1份。",
        "提请白石桥镇党委会审议重大事项6项。",
        "确保白石桥镇辖区秩序平稳，出动力量320人次。",
        "白石桥镇联合派出所、市监所检查餐饮店42家次。",
        "白石桥镇辖区信访总量同比下降13%。",
    ],
)
def test_a_neighbour_that_acts_alone_is_remarked(done: str) -> None:
    """Nothing in the sentence says why it should be named."""
    others = (report("开展宣传3场。", issuer="白石桥镇"),)
    assert len(said("other_township", beside(None, others, done))) == 1


@for_each(
    "done",
    [
        "赴白石桥镇观摩。与白石桥镇建立联调机制。组织望溪镇、白石桥镇两地网格员会商。",
        "白石桥镇党委书记一行来我镇考察。",
        "白石桥镇组织干部来我镇学习“板凳课堂”。",
        "白石桥镇派出调解员3名，协助我镇化解山林纠纷2起。",
        "协助白石桥镇化解矛盾2起。",
        "接待白石桥镇干部2批，走访白石桥镇商户12家。",
        "参照白石桥镇做法，编制清单。",
        "受白石桥镇委托代为送达文书3份。",
        "组织村干部到白石桥镇参加培训。",
        "白石桥镇司法所与本镇司法所开展案卷互评2次。",
        "白石桥镇执法队支援我镇开展拆违2次。",
        "白石桥镇综治中心、河口乡综治中心派员参加会商。",
        "走访居住在白石桥镇的流动人员12人。",
        "立案数较白石桥镇少3件，年度考核仅次于白石桥镇。",
        "吸取白石桥镇事故教训，针对白石桥镇发生的燃气事故举一反三。",
        "转送白石桥镇卫生院救治伤者2人。",
        "将白石桥镇的典型案例编入教材。",
        "白石桥镇来函商请协查1件。",
        "为白石桥镇提供法律咨询5次。",
        "承接白石桥镇划转的2个村档案120卷。",
        "白石桥镇一养殖户越界排污，经两镇联合调解达成协议。",
        "白石桥镇综合执法队移交案件2件。",
        "白石桥镇税务分局进村宣讲6次。",
        "全县执法比武中，白石桥镇获一等奖，我镇获二等奖1个。",
        "引进白石桥镇“板凳调解”模式，向白石桥镇借阅档案12卷。",
        "参训人员含白石桥镇司法所2名，学员中有白石桥镇网格员12名。",
        "经县里协调，白石桥镇同意开放便道1条。",
    ],
)
def test_a_neighbour_rightly_named_is_not_remarked(done: str) -> None:
    """Met, helped, followed, compared with, worked with."""
    others = (report("开展宣传3场。", issuer="白石桥镇"),)
    assert not said("other_township", beside(None, others, done))


@pytest.mark.parametrize(
    ("year", "done"),
    [
        ("2021", "深入宣传《合同法》。"),
        ("2023", "组织学习《中华人民共和国物权法》《婚姻法》。"),
        ("2022", "落实《法治政府建设实施纲要（2015—2020年）》。"),
        ("2023", "落实《信访条例》，规范办理流程。"),
        ("2023", "深入推进“七五”普法。"),
    ],
)
def test_a_law_that_had_ceased_is_remarked(year: str, done: str) -> None:
    """From the first whole year on."""
    assert said("outdated_law", found(done, year=year))


@pytest.mark.parametrize(
    ("year", "done"),
    [
        ("2020", "深入宣传《合同法》。"),
        ("2023", "深入宣传《劳动合同法》《农村土地承包法》。"),
        ("2023", "普及婚姻法律知识，继承法治文化。"),
        ("2023", "落实《法治政府建设实施纲要（2021-2025年）》。"),
        ("2023", "民法典施行后，原合同法、物权法同时废止。"),
        ("2023", "学习《行政处罚法》《行政复议法》《治安管理处罚法》《安全生产法》。"),
        ("2021", "完成“七五”普法总结验收。"),
        ("2023", "落实《信访工作条例》，推进“八五”普法。"),
    ],
)
def test_a_law_that_held_or_is_told_of_as_past_is_not(year: str, done: str) -> None:
    """In force then, of another name, or said to be abolished."""
    assert not said("outdated_law", found(done, year=year))


def test_numbers_of_persons_are_remarked_and_hotlines_are_not() -> None:
    """An identity number by its checksum, a mobile number by its form; one remark a bracket."""
    # 11010519491231002X is the example of GB 11643-1999.
    one = "身份证号11010519491231002X，电话138 0000 1234"
    assert len(said("personal_data", found(f"联系人张某，{one}。"))) == 2
    findings = found(f"走访联系人（张某，{one}）。")
    assert said("personal_data", findings) == ["含身份证号码、手机号码，公开前请隐去"]
    (finding,) = (it for it in findings if it.kind == "personal_data")
    assert [it.text for it in finding.quotes] == ["11010519491231002X", "138 0000 1234"]
    assert not said(
        "personal_data",
        found(
            "拨打12345、12348或010-12345678，编号110105194912310021，信用代码11370303004225123A。"
        ),
    )


def test_a_number_that_is_called_an_identity_number_is_one() -> None:
    """Whatever its checksum says: a slip of one digit hides nobody."""
    (says,) = said("personal_data", found("李某（身份证号码：330781197503064417）申请法律援助。"))
    assert says == "含身份证号码，公开前请隐去"
    assert not said("personal_data", found("案卷编号330781197503064417已归档。"))


def test_a_report_that_nobody_signed_is_remarked() -> None:
    """A day alone is no signature."""
    assert said("no_signature", found(signed=""))
    assert said("no_signature", found(signed="2024年1月12日"))


@pytest.mark.parametrize(("day", "is_late"), [("2024年3月1日", False), ("2024年3月2日", True)])
def test_a_report_signed_behind_the_day_is_remarked(day: str, is_late: bool) -> None:
    """The first of March is in time."""
    assert bool(said("late", found(signed=f"望溪镇人民政府\n{day}"))) == is_late


def test_parts_that_tell_nothing_are_remarked() -> None:
    """Neither a figure nor anything with a name."""
    empty = "主要负责人高度重视，对重要工作亲自部署、重大问题亲自过问。"
    assert len(said("no_figures", found(duty=empty))) == 1
    assert not said("no_figures", found(duty=f"{empty}全年研究4次。"))


@pytest.mark.parametrize(
    ("more", "tells"),
    [
        ("健全各项工作机制，完善相关管理制度，制定年度工作计划。", False),
        ("把法治建设纳入年度工作计划，与经济社会发展同步推进。", False),
        ("牢固树立“第一责任人”意识，落实《主要负责人履行第一责任人职责规定》。", False),
        ("坚持和发展新时代“枫桥经验”，抓住“关键少数”。", False),
        ("建立行政执法公示制度。", True),
        ("带头落实领导干部学法制度。", True),
        ("推行“板凳议事”。", True),
    ],
)
def test_a_name_that_any_arrangement_has_is_none(more: str, tells: bool) -> None:
    """健全各项工作机制 names nothing."""
    empty = "主要负责人高度重视，对重要工作亲自部署、重大问题亲自过问。"
    assert bool(said("no_figures", found(duty=empty + more))) is not tells


def test_measures_that_are_last_years_are_remarked() -> None:
    """To the letter, or in a figure."""
    same = "建立“一员一册”台账，对调解员实行分级管理，按季度通报办理情况。"
    last = report(f"{same}\n全年化解矛盾纠纷98件。", year=2022)
    findings = beside(last, (), f"{same}\n今年来共化解各类矛盾纠纷98件，群众反映良好。")
    assert len(said("same_as_last", findings)) >= 1
    assert any("98件" in says for says in said("unchanged_figure", findings))


def test_two_measures_that_were_one_or_became_one_are_remarked() -> None:
    """What is kept to the letter is, wherever points begin."""
    first = "依托渡口驿站设立“船头说事岗”，由老船工轮值，就地调处泊位和水费纠纷。"
    second = "组建“夜船普法队”，趁收网时段上船讲案例，讲完由船主当场提问。"
    one, two = f"一是{first}{second}\n二是推行错时接访。", f"一是{first}\n二是{second}"

    def remarked(before: str, after: str) -> list[str]:
        findings = beside(report(before, year=2022), (), after)
        texts = [it.quotes[0].text for it in findings if it.kind == "same_as_last"]
        return [it for it in texts if first in it or second in it]

    assert remarked(one, two) == [f"一是{first}", f"二是{second}"]
    assert remarked(two, one) == [f"一是{first}{second}"]


@pytest.mark.parametrize(
    ("thing", "named"),
    [
        ("“板凳讲师”", "“板凳讲师”"),
        ("“板凳”讲师", "“‘板凳’讲师”"),
        ("法治讲师", "“法治讲师”"),
    ],
)
def test_quotation_marks_are_not_doubled(thing: str, named: str) -> None:
    words = f"全镇聘任{thing}37名。"
    (says,) = said("unchanged_figure", beside(report(words, year=2022), (), f"今年，{words}"))
    assert says.startswith(f"{named}37名，")


@pytest.mark.parametrize(("hours", "moves"), [(980, True), (24, False)])
def test_hours_that_were_counted_over_a_year_move(hours: int, moves: bool) -> None:
    """A service open round the clock does not."""
    words = f"村级法律顾问坐班服务时长{hours}小时。"
    findings = beside(report(words, year=2022), (), f"全年{words}")
    assert bool(said("unchanged_figure", findings)) is moves


def test_measures_that_stand_in_a_neighbours_report_are_remarked() -> None:
    """Under another name, and with another number."""
    mine = "望溪镇依托综治中心建立“三级联调”机制，全年开展联合接访12次，把矛盾化解在门口。"
    theirs = "白石桥镇依托综治中心建立“三级联调”机制，全年开展联合接访20次，把矛盾化解在门口。"
    findings = beside(None, (report(theirs, issuer="白石桥镇"),), mine)
    says = said("same_elsewhere", findings)
    assert any("白石桥镇2023" in sentence for sentence in says)


def test_quotes_are_of_the_text() -> None:
    """Each names its words by their place."""
    findings = found("促进了全乡依法行政工作。\n调解成功率达102%。", signed="")
    assert findings
    for finding in findings:
        assert finding.kind in KINDS
        for quote in finding.quotes:
            assert quote.report.text[quote.start : quote.end] == quote.text != ""


@pytest.mark.parametrize(
    ("signed", "is_remarked"),
    [
        ("2023年1月12日", True),
        ("2022年12月30日", True),
        ("2023年12月29日", False),
        ("2024年1月12日", False),
    ],
)
def test_a_day_before_the_reported_year_had_well_begun_is_remarked(
    signed: str, is_remarked: bool
) -> None:
    """A report of 2023 is not signed in January 2023."""
    says = said("leftover_year", found(signed=f"望溪镇人民政府\n{signed}"))
    assert [it.startswith(f"成文日期为{signed[:4]}年") for it in says] == [True] * is_remarked


def test_a_report_of_half_a_year_may_be_signed_in_june() -> None:
    """It tells of the months before."""
    title = {"issuer": "望溪镇", "title_year": "2023年上半年工作暨2023"}
    assert not said("leftover_year", found(signed="望溪镇人民政府\n2023年6月29日", **title))


def test_the_remark_on_a_plan_that_ended_names_it_whole() -> None:
    """With the years between brackets, closed."""
    (says,) = said("outdated_law", found("落实《法治政府建设实施纲要（2015-2020年）》。"))
    assert says.startswith("“法治政府建设实施纲要（2015-2020年）”自2021年1月1日起")


def test_a_township_met_elsewhere_is_known_where_its_body_acts() -> None:
    """Without reports of others; a verb before 镇 is no name."""
    met = "与邻乡富源乡联合处置地界纠纷，当场立界石。"
    (says,) = said("other_township", found(f"{met}\n富源乡普法讲师团巡回宣讲24场。"))
    assert "“富源乡”" in says
    assert not said("other_township", found(f"{met}\n修订镇机关制度22项，选聘镇法律顾问2名。"))


@pytest.mark.parametrize(
    ("issuer", "done", "words"),
    [
        ("望溪镇", "街道综合执法队立案12件。", "街道综合执法"),
        ("望溪镇", "乡司法所调解纠纷40件。", "乡司法所"),
        ("望溪镇", "乡村两级调委会调解纠纷86件。", "乡村两级"),
        ("望溪乡", "镇、村两级签订责任书20份。", "镇、村两级"),
        ("望溪乡", "镇便民服务中心办件3200件。", "镇便民服务中心"),
        ("望溪街道", "镇综合执法队立案12件。", "镇综合执法"),
        ("望溪镇", "街道主要负责人带头学法4次。", "街道主要负责人"),
        ("望溪镇", "乡领导班子成员包案9件。", "乡领导班子成员"),
        ("望溪街道", "镇分管领导每月调度1次。", "镇分管领导"),
        ("望溪乡", "我街开展夜巡31次。", "我街"),
    ],
)
def test_a_body_of_another_kind_of_unit_is_remarked(issuer: str, done: str, words: str) -> None:
    """Where the sentence begins with it, or it stands for both levels."""
    (says,) = said("unit_type", found(done, issuer=issuer))
    assert f"“{words}”" in says


@pytest.mark.parametrize(
    ("issuer", "done"),
    [
        ("望溪镇", "县、乡机关干部同堂学法2次，县、乡、村三级联动调解18件。"),
        ("望溪镇", "整治集镇街道机动车乱停24次，聘请乡贤调解员12名。"),
        ("望溪乡", "集镇机关停车场整治2次，县、镇、村三级联动。"),
        ("望溪镇", "落实县、乡主要领导接访制度，县乡班子成员同题共答9题。"),
        ("望溪镇", "请我街坊邻里议事7次，在街道两侧挂横幅20条。"),
    ],
)
def test_bodies_of_several_levels_are_not(issuer: str, done: str) -> None:
    """They are of the county's townships."""
    assert not said("unit_type", found(done, issuer=issuer))


_WITHOUT = """\
望溪镇2023年法治政府建设情况报告
一、主要举措和成效
（一）化解纠纷。受理纠纷126件，调解成功120件。
{told}
二、存在的不足和原因
执法力量偏弱，主要是编制少。{after}
{plan}望溪镇人民政府
2024年1月18日
"""
_PLAN = "三、2024年主要安排\n组织执法培训4期。\n"


def _parts(told: str, *, after: str = "", plan: str = _PLAN) -> list[tuple[str, str]]:
    text = _WITHOUT.format(told=told, after=after, plan=plan)
    draft = understand(Document(text, "0" * 64, "报告.txt", "utf-8"), load())
    kinds = ("missing_part", "not_own_part")
    return [(it.kind, it.quotes[0].text) for it in review(Material(draft)) if it.kind in kinds]


@pytest.mark.parametrize(
    ("told", "words"),
    [
        (
            "（二）压实责任。党政主要负责人切实履行第一责任人职责，书记主持专题会3次。",
            "党政主要负责人切实履行第一责任人职责",
        ),
        (
            "（二）压紧链条。镇党委书记、镇长认真履行推进法治建设职责，主持专题会3次。",
            "镇党委书记、镇长认真履行推进法治建设职责",
        ),
        ("（二）主要领导履职尽责。书记主持会议3次，镇长督办7项。", "（二）主要领导履职尽责"),
    ],
)
def test_a_part_told_within_another_is_not_missing(told: str, words: str) -> None:
    """Wherever in the paragraph or its heading it is said whose duty is told of."""
    ((kind, quote),) = _parts(told)
    assert kind == "not_own_part"
    assert words in quote


@pytest.mark.parametrize(
    "told",
    [
        "（二）强化考核。将村（社区）主要负责人履行第一责任人职责情况纳入年度考核。",
        "（二）强化学习。学习《党政主要负责人履行推进法治建设第一责任人职责规定》2次。",
    ],
)
def test_a_duty_that_only_is_named_is_missing(told: str) -> None:
    """Others' duty, a rule that is studied."""
    assert [kind for kind, _ in _parts(told)] == ["missing_part"]


def test_a_part_whose_number_the_headings_leave_out_is_missing() -> None:
    """Not where a line among them may be its heading."""
    gap = "四、2024年主要安排\n组织执法培训4期。\n"
    assert [kind for kind, _ in _parts("", plan=gap)] == ["missing_part"]
    assert _parts("第一责任人工作", plan=gap) == []


def test_a_plan_within_the_shortcomings_is_not_missing() -> None:
    """A sentence of its own says what is ahead."""
    duty = "（二）压实责任。党政主要负责人切实履行第一责任人职责，书记主持专题会3次。"
    inside = _parts(duty, after="下一步，我镇将组织执法培训4期。", plan="")
    assert [kind for kind, _ in inside] == ["not_own_part", "not_own_part"]
    without = _parts(duty, after="群众对照下一步要求提出意见。", plan="")
    assert sorted(kind for kind, _ in without) == ["missing_part", "not_own_part"]


@pytest.mark.parametrize(
    ("then", "now", "count"),
    [
        (
            "镇里依托茶馆设立评理点。公共法律服务站接待群众763人次。",
            "拍摄短视频22条；公共法律服务站接待群众763人次，模拟法庭走进职校。",
            1,
        ),
        ("法律明白人88名，法律顾问服务时长980小时。", "法律顾问全年服务时长980小时。", 1),
        ("14个村配备法律顾问14名，接待群众760人次。", "配备法律顾问14名，接待860人次。", 0),
        ("公布权责清单97项，办件2800件。", "对照权责清单97项，办件3200件。", 0),
        ("召开会议4次，学法5次。", "另行召开会议4次，测试6次。", 0),
    ],
)
def test_a_figure_that_did_not_move_is_remarked_wherever_it_stands(
    then: str, now: str, count: int
) -> None:
    """In another measure, too; what there is stays, and small counts meet by chance."""
    findings = beside(report(then, year=2022), (), now)
    assert len(said("unchanged_figure", findings)) == count


@pytest.mark.parametrize(
    ("done", "name"),
    [
        ("对张某（身份证号11010519491231002X）发放救助。", "身份证号码"),
        ("对张某（身份证号110105194912310021）发放救助。", "身份证号码"),
        ("涉案人王某，身份证号码：110105 19491231 0021，罚款200元。", "身份证号码"),
        ("低保户赵某（银行卡6222021234567890128）补发资金。", "银行卡号"),
    ],
)
def test_a_number_that_says_what_it_is_is_one_whatever_its_checksum(done: str, name: str) -> None:
    """A digit may be wrong, it may be written with gaps."""
    assert said("personal_data", found(done)) == [f"含{name}，公开前请隐去"]


@pytest.mark.parametrize(
    "done",
    [
        "案号（2023）浙0102行初138号判决学习1次，受理编号20230104123456789信访件1件。",
        "身份证号110101********7715已作隐去，手机号138****1234来电反映1次。",
        "登记号110105194912310021的设备1台。",
        "协议金额13800138000元，已全部履行。",
        "普法视频播放13800138000次。",
        "案号（2023）浙0102民初13800138000号，判决学习1次。",
    ],
)
def test_a_number_of_a_thing_is_none_of_a_person(done: str) -> None:
    """Nor is one that was made unreadable."""
    assert not said("personal_data", found(done))


def test_laws_named_side_by_side_are_one_remark() -> None:
    """Those that ended on one day for one law."""
    done = "组织学习《中华人民共和国合同法》、《物权法》和《侵权责任法》4次，并宣传《信访条例》。"
    one, other = said("outdated_law", found(done))
    assert one == ("“合同法”、“物权法”、“侵权责任法”自2021年1月1日起已不适用，现为民法典，请核")
    assert "“信访条例”" in other


@pytest.mark.parametrize(
    ("done", "count"),
    [
        ("向群众说明《继承法》已并入《民法典》。", 0),
        ("依据当时有效的《合同法》处理旧合同纠纷3件。", 0),
        ("将制度中“根据《物权法》”的表述改为民法典，修改6处。", 0),
        ("自2021年起《侵权责任法》不再适用，更新宣传栏8块。", 0),
        ("坚持便民原则，依据《合同法》审核合同16份。", 1),
        ("坚持便民原则依据《合同法》审核合同16份。", 1),
        ("依照《社区矫正实施办法》管理对象12人。", 1),
        ("依照《社区矫正法实施办法》《生态环境行政处罚办法》办理。", 0),
    ],
)
def test_what_a_sentence_says_of_a_law_that_ceased_decides(done: str, count: int) -> None:
    """原则 does not say that it is of the past; a longer name is another one."""
    assert len(said("outdated_law", found(done, year="2024"))) == count


@pytest.mark.parametrize(
    ("year", "done", "count"),
    [
        ("2022", "宣传《反电信网络诈骗法》施行一周年，举办活动6场。", 1),
        ("2023", "宣传《反电信网络诈骗法》施行一周年，举办活动6场。", 0),
        ("2024", "成都世界大学生夏季运动会期间值守12天。", 1),
        ("2024", "举办建党百年来的法治历程图片展1次。", 0),
    ],
)
def test_a_law_has_its_years_and_a_history_is_no_event(year: str, done: str, count: int) -> None:
    assert len(said("dated_event", found(done, year=year))) == count


def test_a_party_of_a_case_may_be_of_a_neighbour() -> None:
    assert not said("other_township", found("一方当事人系石桥乡村民，调解后和好。"))


def test_a_neighbours_name_within_the_own_one_is_none() -> None:
    """石桥镇 stands within 大石桥镇."""
    others = (report("开展宣传3场。", issuer="石桥镇"),)
    done = "大石桥镇综治中心受理诉求86件。"
    assert not said("other_township", beside(None, others, done, issuer="大石桥镇"))
    wrong = done.replace("大石桥镇", "石桥镇")
    (says,) = said("other_township", beside(None, others, wrong, issuer="大石桥镇"))
    assert "这里写作“石桥镇”" in says


@pytest.mark.parametrize(
    "done",
    [
        "在白石桥镇街开设法律超市1个，沿白石桥镇路段整治占道36处。",
        "联合调委会设在白石桥镇，化解纠纷9件。",
        "处理涉白石桥镇企业欠薪案2件，答复白石桥镇询问函1件。",
    ],
)
def test_streets_and_what_concerns_a_neighbour_are_rightly_named(done: str) -> None:
    """Nobody means the own township there."""
    others = (report("开展宣传3场。", issuer="白石桥镇"),)
    assert not said("other_township", beside(None, others, done))


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("（二）学习《物权法》，规范集体资产管理", "outdated_law"),
        ("（二）喜迎建党100周年，深化普法宣传", "dated_event"),
        ("（二）全乡联动，化解矛盾纠纷", "unit_type"),
    ],
)
def test_a_heading_is_read_as_a_sentence_is(heading: str, kind: FindingKind) -> None:
    (finding,) = found(f"{heading}\n开办“田头课堂”9期。")
    assert finding.kind == kind


def test_an_opening_that_only_says_at_its_end_what_it_reports_on_tells_no_history() -> None:
    told = "2022年，望溪镇狠抓落实，取得新进展。现将2023年法治政府建设情况报告如下："
    assert len(said("leftover_year", found(opening=told))) == 1
    won = "2022年，望溪镇获评示范镇。现将2023年法治政府建设情况报告如下："
    assert not said("leftover_year", found(opening=won))


@pytest.mark.parametrize(
    ("now", "count"),
    [
        ("持续用力，纠纷调解成功率达98.6%。", 1),
        ("持续用力，纠纷调解成功率达97.9%。", 0),
    ],
)
def test_a_rate_to_a_tenth_is_seldom_the_same_by_chance(now: str, count: int) -> None:
    last = report("纠纷调解成功率98.6%，群众满意。", year=2022)
    assert len(said("unchanged_figure", beside(last, (), now))) == count


def test_a_whole_rate_is_the_same_by_nature() -> None:
    last = report("纠纷调解成功率98%，群众满意。", year=2022)
    assert not said("unchanged_figure", beside(last, (), "持续用力，纠纷调解成功率达98%。"))


def test_a_measure_of_some_length_is_remarked_beside_its_figures() -> None:
    same = "趁赶集日在渡口支起“茶桌讲堂”，摆谈案例，受众达1340人次。"
    findings = beside(report(same, year=2022), (), same)
    whole = [it for it in findings if it.kind == "same_as_last" and it.quotes[0].text == same]
    assert len(whole) == len(said("unchanged_figure", findings)) == 1


@pytest.mark.parametrize(
    ("done", "count"),
    [
        ("制定《望溪镇2022年普法工作要点》，办好“周末讲堂”。", 1),
        ("印发《2022年度法治建设任务清单》。", 1),
        ("印发《2023年度法治建设任务清单》。", 0),
        ("印发《2024年普法计划》。", 0),
        ("出台《法治乡村建设方案（2022—2025年）》。", 0),
        ("印发《2022年度督察反馈问题整改方案》。", 0),
        ("印发《2022年工作要点完成情况》。", 0),
    ],
)
def test_a_plan_of_the_year_before_was_not_made_in_this_one(done: str, count: int) -> None:
    """What looks back on that year was."""
    assert len(said("leftover_year", found(done))) == count


_SIGNED = "望溪镇人民政府\n2024年1月12日"


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ({"short": "2022年，我镇依法行政虽有进步，但执法人员仍缺3名。"}, 1),
        ({"short": "回顾2022年工作，我镇执法人员仍有缺口，缺编3名。"}, 1),
        ({"short": "审视2022年法治政府建设工作，还存在学用脱节现象。"}, 1),
        ({"short": "2022年省级督察指出的问题仍有1项未改，原因在于牵涉面广。"}, 0),
        ({"signed": f"2022年，本镇没有其他需要报告的事项。\n\n{_SIGNED}"}, 1),
        ({"signed": f"2022年自查发现的其他问题已在报告中写明。\n\n{_SIGNED}"}, 0),
        ({"duty": "2022年，镇主要领导带队下村调研4次。"}, 1),
        ({"duty": "对照2022年述法承诺，镇主要领导逐条兑现，完成12项。"}, 0),
        ({"short": "2022年我镇机构虽已调整，2023年人员仍未到位，缺编3名。"}, 0),
        ({"short": "2022年度我镇法治督察反馈问题仍有1项未销号。"}, 0),
        ({"plan": "2023年是提质增效的攻坚之年，要办好“板凳课堂”。"}, 1),
        ({"plan": "2024年是提质增效的攻坚之年，要办好“板凳课堂”。"}, 0),
        ({"done": "全年培训4期。\n（二）2022年信访工作情况。接访31批。"}, 1),
        ({"done": "全年培训4期。\n（二）2022年督察反馈问题整改情况。整改问题5个。"}, 0),
        ({"done": "2022年，我镇共建成说事室4处。"}, 1),
        ({"done": "截至2022年底，建成说事室4处。"}, 1),
        ({"done": "截至2022年底建成的说事室，今年新增座席12个。"}, 0),
    ],
)
def test_a_year_that_a_part_begins_with_is_the_reported_one(
    words: dict[str, str], count: int
) -> None:
    """In headings of every level, on shortcomings and in the plan, unless it is looked back on."""
    assert len(said("leftover_year", found(**words))) == count


@pytest.mark.parametrize(
    ("done", "kind", "count"),
    [
        ("2021年建党100周年时落成的纪念馆接待干部320人次。", "dated_event", 0),
        ("迎接建党100周年，开展宣讲12场。", "dated_event", 1),
        ("2022年12月县里表彰的调解能手2名今年授课6次。", "dated_event", 0),
        ("2022年12月，表彰调解能手2名。", "dated_event", 1),
        ("在“七五”普法成果基础上培育示范户46户。", "outdated_law", 0),
        ("清理依据《合同法》订立的旧约9份。", "outdated_law", 0),
        ("依据《合同法》清理集体合同9份。", "outdated_law", 1),
        ("调处依据当时《合同法》签订的租地合同纠纷2件。", "outdated_law", 0),
    ],
)
def test_what_is_told_with_its_own_time_is_no_remark(
    done: str, kind: FindingKind, count: int
) -> None:
    assert len(said(kind, found(done))) == count


@pytest.mark.parametrize(
    ("done", "count"),
    [
        ("开展集中宣传12次，服务平安河口、法治河口建设。", 1),
        ("开展集中宣传12次，服务平安望溪、法治望溪建设。", 0),
        ("学习平安河口建设做法，开展集中宣传12次。", 0),
        ("就倾倒垃圾一事致函河口镇人民政府，调处用水纠纷3件。", 0),
        ("推行县里在河口镇试点后推开的做法，调处用水纠纷3件。", 0),
        ("疏通河口镇至望溪镇的水渠，调处用水纠纷3件。", 0),
        ("打造平安河口镇，开展巡逻90次。", 1),
        ("打造法治政府建设镇样板，创建平安建设镇标杆。", 0),
    ],
)
def test_another_name_may_be_left_standing_in_a_slogan(done: str, count: int) -> None:
    findings = beside(None, (report("全年培训4期。", issuer="河口镇"),), done)
    assert len(said("other_township", findings)) == count


@pytest.mark.parametrize("issuer", ["建设街道", "幸福镇", "新村乡", "和平镇"])
def test_what_every_report_makes_slogans_of_is_no_neighbour(issuer: str) -> None:
    """Townships are called so, too."""
    done = "深化法治建设、平安建设，共创平安幸福、文明新村，促进和谐和平。"
    assert not said("other_township", beside(None, (report(issuer=issuer),), done))


@pytest.mark.parametrize(
    ("issuer", "done", "words"),
    [
        ("临泽县民政局", "我镇安排经费8万元。", "我镇"),
        ("临泽县民政局", "组织全街道职工旁听庭审3次。", "全街道"),
        ("临泽高新技术产业开发区管理委员会", "我乡开展检查6次。", "我乡"),
        ("望溪镇", "我局集中学法5次。", "我局"),
        ("望禾乡", "我委举办讲座2场。", "我委"),
    ],
)
def test_departments_and_townships_do_not_call_themselves_by_each_others_words(
    issuer: str, done: str, words: str
) -> None:
    findings = found(done, issuer=issuer, signed=f"{issuer}\n2024年1月12日")
    (says,) = said("unit_type", findings)
    assert f"“{words}”" in says


@pytest.mark.parametrize(
    ("issuer", "done"),
    [
        ("临泽县民政局", "在望禾乡，组织全乡干部学法1次。"),
        ("临泽县民政局", "干部反映“我镇缺人手”，采纳建议3条。"),
        ("临泽县民政局", "宣传覆盖全镇的主要路口，我局派员指导。"),
        ("望溪镇", "我委托律师审查合同9份，自我局限逐步破除。"),
        ("望溪街道综合行政执法队", "服务我街道中心工作，联勤21次。"),
    ],
)
def test_whom_a_department_tells_of_and_quotes_may_be_a_township(issuer: str, done: str) -> None:
    assert not said("unit_type", found(done, issuer=issuer, signed=f"{issuer}\n2024年1月12日"))


@pytest.mark.parametrize(
    ("then", "now", "count"),
    [
        ("接待312人次群众法律咨询。", "为群众解答法律咨询312人次。", 1),
        ("全年派发2700份普法手册。", "面向商户赠阅普法手册2700份。", 1),
        ("312人次群众参加法治赶集。", "为群众解答法律咨询312人次。", 0),
        ("全年召开7场听证会。", "依法举行听证会7场。", 0),
    ],
)
def test_a_figure_did_not_move_wherever_its_thing_is_named(then: str, now: str, count: int) -> None:
    """By what the catalogue says that it counts; a small one may be the same by chance."""
    findings = beside(report(then, year=2022), (), now)
    assert len(said("unchanged_figure", findings)) == count


@pytest.mark.parametrize(
    ("words", "is_one"),
    [
        ("申请人陈某某，430621197811054418，获救助。", True),
        ("村民李某，130725196403022517，签订协议。", True),
        ("项目代码430621202303154418的方案获批。", False),
        ("当事人陈某某，990621197811054418，获救助。", False),
    ],
)
def test_an_identity_number_behind_a_person_is_one_whatever_its_checksum(
    words: str, is_one: bool
) -> None:
    """Of a province that there is, so that numbers of projects are none."""
    assert bool(said("personal_data", found(words))) is is_one


@pytest.mark.parametrize(
    ("words", "years"),
    [
        ({"short": "二是2022年，我局虽有进步，但装备仍有短缺。"}, 1),
        ({"done": "2022年，我局调处纠纷31件。"}, 1),
        ({"done": "2022年我局获评先进，今年再接再厉。"}, 0),
        ({"short": "二是我局装备仍有短缺。"}, 0),
    ],
)
def test_an_earlier_year_is_left_standing_in_a_departments_report_too(
    words: dict[str, str], years: int
) -> None:
    issuer = "临泽县民政局"
    given = {"signed": f"{issuer}\n2024年1月12日"} | words
    done = given.pop("done", "")
    assert len(said("leftover_year", found(done, issuer=issuer, **given))) == years


@pytest.mark.parametrize(
    ("then", "now", "count"),
    [
        ("全镇发放普法折页7430余份。", "年内共印发普法折页7430份。", 1),
        ("全镇发放普法折页7000余份。", "年内共印发普法折页7000份。", 0),
        ("我镇面积73平方公里，常住人口18240人。", "全镇面积73平方公里，常住人口18240人。", 0),
        ("在辖区举办讲座27场。", "今年在辖区举办讲座27场。", 1),
    ],
)
def test_a_number_told_to_the_last_is_one_whatever_its_hedge_and_what_stands_is_none(
    then: str, now: str, count: int
) -> None:
    last = report(then, year=2022)
    assert len(said("unchanged_figure", beside(last, (), now))) == count


def test_the_months_of_an_earlier_year_are_all_of_it() -> None:
    assert len(said("leftover_year", found("2022年1月至12月，共检查企业90家次。"))) == 1


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("全镇共有22个村（社区），其中行政村17个、社区6个。", 1),
        ("全镇共有23个村（社区），其中行政村17个、社区6个。", 0),
        ("受理信访事项64件次，初信初访49件次，重信重访18件次。", 1),
        ("受理信访事项67件次，初信初访49件次，重信重访18件次。", 0),
    ],
)
def test_villages_and_first_letters_are_halves(sentence: str, count: int) -> None:
    assert len(said("sum", found(sentence))) == count


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("深入学习贯彻习近平法治思想，认真落实《法治政府建设实施纲要（2021—2025年）》。", 0),
        ("深入学习贯彻习近平法治思想，把讲堂搬进茶园，请老茶农用方言讲普法故事。", 1),
    ],
)
def test_what_all_reports_say_may_be_said_again(sentence: str, count: int) -> None:
    findings = beside(report(sentence, year=2022), (), sentence)
    about = [it for it in findings if it.kind == "same_as_last" and sentence in it.quotes[0].text]
    assert len(about) == count
