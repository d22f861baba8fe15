"""What a number is in its sentence, and which indicator it is of."""

import pytest
from cases import for_each
from placed import placed, roles

from tuibrowser.lexicon.load import load
from tuibrowser.lexicon.moves import MOVED
from tuibrowser.parsing.figures.find import find_figures
from tuibrowser.parsing.figures.placing import place_figures
from tuibrowser.text.fold import squeeze


@for_each("word", MOVED.split("|"))
def test_every_word_for_more_or_less_makes_a_number_a_change(word: str) -> None:
    assert roles(f"接待来访60批次，较上年{word}9批次。") == {"60批次": "total", "9批次": "change"}


@for_each(
    ("sentence", "expected"),
    [
        ("18名网格员中，学过法律的仅3名。", {"18名": "total", "3名": "part"}),
        ("拆除旧棚820平方米，超出年度任务15%。", {"820平方米": "total", "15%": "change"}),
        ("安排经费20万元，同比多投入4万元。", {"20万元": "total", "4万元": "change"}),
        ("审减资金30万元，核减率6.5%。", {"30万元": "total", "6.5%": "rate"}),
        (
            "移送线索9件，由林业、水利、交通分别查办4件、3件、2件。",
            {"9件": "total", "4件": "part", "3件": "part", "2件": "part"},
        ),
        (
            "化解纠纷66件，每百户纠纷2.1件，按时间分：上半年30件、下半年36件。",
            {"66件": "total", "2.1件": "total", "30件": "part", "36件": "part"},
        ),
        (
            "可办事项90项，其中镇级60项、村级30项，自助机铺设到9个村。",
            {"90项": "total", "60项": "part", "30项": "part", "9个": "total"},
        ),
        ("把积案12件压减到5件。", {"12件": "previous", "5件": "total"}),
        (
            "调解纠纷126件，其中婚姻家庭纠纷48件、邻里纠纷39件。",
            {"126件": "total", "48件": "part", "39件": "part"},
        ),
        (
            "办理案件46件（简易程序38件，普通程序8件），罚款3000元。",
            {"46件": "total", "38件": "part", "8件": "part", "3000元": "total"},
        ),
        (
            "婚姻纠纷12件、邻里纠纷20件，合计32件。",
            {"12件": "part", "20件": "part", "32件": "total"},
        ),
        (
            "受理信访46件，较去年的38件增加8件。",
            {"46件": "total", "38件": "previous", "8件": "change"},
        ),
        (
            "走访企业由去年的30家增加到45家，同比增长50%。",
            {"30家": "previous", "45家": "total", "50%": "change"},
        ),
        ("调解成功率98%，提高2个百分点。", {"98%": "rate", "2个百分点": "change"}),
        ("化解矛盾311件（同比下降7%）。", {"311件": "total", "7%": "change"}),
        (
            "调解纠纷90件，主要为邻里纠纷40件、婚姻纠纷30件。",
            {"90件": "total", "40件": "part", "30件": "part"},
        ),
        (
            "上访12批35人次，同比分别下降20%和31%。",
            {"12批": "total", "35人次": "total", "20%": "change", "31%": "change"},
        ),
        ("从机关抽调9名干部下沉到村。", {"9名": "total"}),
        ("启动“九五”普法规划，按照检查计划检查40家。", {"40家": "total"}),
        ("2025年计划开展培训4次。", {"4次": "target"}),
        (
            "拆除违建6万平方米，完成5万平方米年度目标任务。",
            {"6万平方米": "total", "5万平方米": "target"},
        ),
        ("万人成讼38件，比上年低9件。", {"38件": "total", "9件": "change"}),
        ("清理文件33件，拟修改3件。", {"33件": "total", "3件": "total"}),
        ("2025年再添站点3处，今年已添2处。", {"3处": "target", "2处": "total"}),
        ("全年办结120件，是上年的1.5倍。", {"120件": "total", "1.5倍": "change"}),
        ("年度目标30场，完成36场。", {"30场": "target", "36场": "total"}),
        (
            "列明事项118项，比上一年110项多出8项。",
            {"118项": "total", "110项": "previous", "8项": "change"},
        ),
        ("调解90件，较上年减少纠纷12件。", {"90件": "total", "12件": "change"}),
        ("确保群众满意率达到98%以上。", {"98%以上": "target"}),
        ("比上年多开展宣传6场。", {"6场": "change"}),
        ("每村配备2名法律明白人，全年培训不少于3次。", {"2名": "floor", "不少于3次": "floor"}),
        ("每村每年议事4次，每个社区每季度走访2户。", {"4次": "floor", "2户": "floor"}),
        ("年初计划建成说事亭9处，实际建成11处。", {"9处": "target", "11处": "total"}),
        ("原计划轮训120人次，实际轮训133人次。", {"120人次": "target", "133人次": "total"}),
        ("年度计划巡查40次。", {"40次": "target"}),
        ("完成年度计划巡查40次。", {"40次": "total"}),
        (
            "受理来访46件，较2022年的38件增加8件。",
            {"46件": "total", "38件": "previous", "8件": "change"},
        ),
        ("办理时限9天，较上年提速40%。", {"9天": "total", "40%": "change"}),
        ("受理来访46件，与2022年相比下降8%。", {"46件": "total", "8%": "change"}),
        ("火警30起，较上年-9%。", {"30起": "total", "-9%": "change"}),
        (
            "2021年、2022年、2023年分别植树9亩、12亩、7亩。",
            {"9亩": "previous", "12亩": "previous", "7亩": "total"},
        ),
        ("受理来访46件(2022年38件)。", {"46件": "total", "38件": "previous"}),
        ("目标任务为8处，已完成9处。", {"8处": "target", "9处": "total"}),
        ("下一步计划轮训村干部3批。", {"3批": "target"}),
        ("原有调解室7个，今年建成2个。", {"7个": "previous", "2个": "total"}),
        ("受理来访46件，2023年底剩余3件。", {"46件": "total", "3件": "total"}),
        ("完成年初制定的20场巡演任务，实际巡演23场。", {"20场": "target", "23场": "total"}),
        ("县里下达轮训任务90名，承办重点任务6项。", {"90名": "target", "6项": "total"}),
        ("受理来访46件（2022年：38件）。", {"46件": "total", "38件": "previous"}),
        ("受理来访46件，比2022年（38件）略多。", {"46件": "total", "38件": "previous"}),
        (
            "培训30人（计划28人），计划完成率107%。",
            {"30人": "total", "28人": "target", "107%": "rate"},
        ),
        ("比去年多来访7批、少来信3批。", {"7批": "change", "3批": "change"}),
        ("年度任务50件，实际受理66件。", {"50件": "target", "66件": "total"}),
        ("巡查46次，超过年度计划40次的要求。", {"46次": "total", "40次": "target"}),
        (
            "轮训9期，其中：文书培训5期，调解培训3期。",
            {"9期": "total", "5期": "part", "3期": "part"},
        ),
        ("每校至少聘请1名辅导员，每季至少集中学习法律2次。", {"1名": "floor", "2次": "floor"}),
        ("每人自学20课时以上，每周巡查3次以上。", {"20课时以上": "floor", "3次以上": "floor"}),
        ("确保各站配备干部3名以上，全年轮训9期以上。", {"3名以上": "floor", "9期以上": "total"}),
        (
            "安排经费30万元，其中补贴网格员12万元，追回欠薪5万元。",
            {"30万元": "total", "12万元": "part", "5万元": "total"},
        ),
        ("全年抽查任务数60家次，已抽查66家次。", {"60家次": "target", "66家次": "total"}),
        ("全年抽查完成任务数66家次。", {"66家次": "total"}),
        (
            "接警90起，同比下降8%，其中诈骗30起，同比下降12%。",
            {"90起": "total", "8%": "change", "30起": "part", "12%": "change"},
        ),
    ],
)
def test_a_number_is_what_its_sentence_makes_of_it(sentence: str, expected: dict[str, str]) -> None:
    assert roles(sentence) == expected


def test_what_a_plan_says_is_to_be_reached() -> None:
    assert roles("开展宣传12场，走访40户。", is_plan=True) == {"12场": "target", "40户": "target"}


@pytest.mark.parametrize(
    "sentence",
    [
        "在本年调解58件的基础上再添举措。",
        "2023年共调解58件，调解队伍还要充实。",
        "用好目前全镇的58件器材。",
    ],
)
def test_what_a_plan_starts_from_was_reached(sentence: str) -> None:
    assert roles(sentence, is_plan=True) == {"58件": "total"}


def test_a_word_that_only_holds_one_of_a_plan_makes_no_goal() -> None:
    assert roles("举办模拟法庭，参加学生640人次。") == {"640人次": "total"}


def test_a_part_knows_its_total() -> None:
    known = placed("发放资料500份。调解纠纷126件，其中家庭纠纷48件，邻里纠纷39件。")
    assert [it.part_of for it in known.values()] == [None, None, 1, 1]


def test_numbers_side_by_side_are_parts_of_totals_side_by_side() -> None:
    known = placed("举办轮训5期180人次，其中村干部2期70人次，执法人员1期25人次。")
    assert [it.part_of for it in known.values()] == [None, None, 0, 1, 0, 1]
    apart = placed("举办轮训5期，参训180人次，其中村干部2期70人次。")
    assert [it.part_of for it in apart.values()][2] == 0


def test_a_list_may_open_in_the_next_sentence() -> None:
    known = placed("审查合同88份。其中:租赁51份,工程24份。")
    assert [it.part_of for it in known.values()] == [None, 0, 0]


@pytest.mark.parametrize("lead", ["按类型分，", "按诉求内容统计，", "从来访人群看，"])
def test_a_next_sentence_may_say_by_what_it_divides(lead: str) -> None:
    known = placed(f"接待来访75件。{lead}务工45件、征收30件。")
    assert [it.part_of for it in known.values()] == [None, 0, 0]


def test_a_list_goes_on_behind_the_bracket_of_one_of_its_members() -> None:
    known = placed("调解纠纷90件，其中村里调解60件（田界35件、债务25件），司法所调解30件。")
    assert [it.part_of for it in known.values()] == [None, 0, 1, 1, 0]


def test_a_list_divides_what_came_in_unless_it_adds_up_to_what_came_of_it() -> None:
    came_in = placed("受理信访88件，办结86件，其中初访60件、重访28件。")
    assert [it.part_of for it in came_in.values()] == [None, None, 0, 0]
    came_of_it = placed("立案30件，结案28件，其中简易程序20件、普通程序8件。")
    assert [it.part_of for it in came_of_it.values()] == [None, None, 1, 1]


@pytest.mark.parametrize(
    "sentence",
    [
        "办结案件93件，罚款37万元。其中，简易程序57件，罚款5万元；普通程序36件，罚款32万元。",
        "拆除违建18处、940平方米，其中集镇违建11处、600平方米，村庄违建7处、340平方米。",
    ],
)
def test_pairs_of_parts_are_of_the_pair_that_they_divide(sentence: str) -> None:
    known = placed(sentence)
    assert [it.part_of for it in known.values()] == [None, None, 0, 1, 0, 1]


@pytest.mark.parametrize(
    "list_",
    [
        "其中邻里纠纷50件，占62.5%，家庭纠纷30件",
        "其中邻里纠纷50件（占62.5%）、家庭纠纷30件（占37.5%）",
        "其中邻里纠纷50件，占比62.5%；家庭纠纷30件，占比37.5%",
    ],
)
def test_a_list_goes_on_behind_the_share_of_one_of_its_members(list_: str) -> None:
    known = placed(f"全年调解纠纷80件，{list_}。")
    assert [it.part_of for it in known.values() if it.role == "part"] == [0, 0]


def test_a_rate_that_is_no_share_of_a_member_ends_its_list() -> None:
    known = placed("调解纠纷80件，其中邻里纠纷50件，满意率98%，化解信访12件。")
    assert [it.part_of for it in known.values()] == [None, 0, None, None]


def test_what_is_told_next_behind_a_semicolon_is_no_part() -> None:
    known = placed("全县办案958宗，其中镇街712宗；评查案卷95宗，合格率100%。")
    assert [it.part_of for it in known.values()] == [None, 0, None, None]
    alike = placed("拆除违建18处，其中拆除存量违建11处；拆除新增违建7处。")
    assert [it.part_of for it in alike.values()] == [None, 0, 0]


def test_a_number_called_the_whole_closes_only_a_list_that_makes_it() -> None:
    known = placed("民主法治村（社区）新增31个、总数206个。")
    assert [it.part_of for it in known.values()] == [None, None]
    assert {it.indicator for it in known.values()} == {"model_villages"}


def test_a_semicolon_ends_a_list_that_has_none() -> None:
    known = placed("复议5件，其中维持3件、撤销2件；诉讼4件。")
    assert [it.part_of for it in known.values()] == [None, 0, 0, None]


def test_a_goal_and_the_year_before_are_of_no_period_of_this_report() -> None:
    known = placed("全年调解纠纷60件，去年同期为80件。")
    assert [it.time for it in known.values()] == ["year", None]


def test_numbers_of_another_kind_end_a_list_of_parts() -> None:
    known = roles("调解纠纷126件，其中家庭纠纷48件，开展宣传20场，化解信访12件。")
    assert known == {"126件": "total", "48件": "part", "20场": "total", "12件": "total"}


def test_each_number_has_the_indicator_of_what_it_counts() -> None:
    known = placed("组织4次集体学法、2次法治讲座，发放宣传册300份，调解成功率98%，罚款2万元。")
    assert [it.indicator for it in known.values()] == [
        "study_sessions",
        "lectures",
        "publicity_materials",
        "mediation_success_rate",
        "fines",
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # The verb of a list is that of its members, and a verb that the noun leaves out counts.
        (
            "合法性审查规范性文件3件、合同41份。",
            ["legality_reviews", "contracts_reviewed"],
        ),
        ("受理矛盾纠纷60件，成功调解58件。", ["disputes_found", "disputes_mediated"]),
        ("出动执法人员300人次。", ["officers_sent"]),
        # What is counted stands at the end.
        ("新建调解室2间。", ["mediation_committees"]),
        ("普法微信群覆盖9个村。", [None]),
        ("法律顾问列席会议7次。", [None]),
        # A kind goes before what it is a kind of.
        ("调处劳资纠纷19起。", ["disputes_labour"]),
        # What became of a thing is another number.
        ("交办重点任务20项，已办结18项。", ["tasks_assigned", None]),
        ("对轻微违法不予处罚8件。", [None]),
        # A rate is of what was counted before, others between or not.
        (
            "办理12345热线工单90件，响应率100%，满意率98%。",
            ["hotline_requests", "hotline_settled_rate", "hotline_satisfaction_rate"],
        ),
        (
            "办理代表建议7件、委员提案5件，办结率和满意率均为100%。",
            ["proposals_handled"] * 2 + ["proposals_settled_rate", "proposals_satisfaction_rate"],
        ),
        ("评查案卷40卷，优秀率85%。", ["case_reviews", None]),
        # Words that say something only in their field.
        ("改造办公用房，面积达260平方米。", [None]),
        ("拆除违法建筑6处，面积900平方米。", ["illegal_buildings", "illegal_area"]),
        ("大厅推行延时服务，惠及群众800人。", [None]),
        ("开展民法典宣讲9场，惠及群众800人。", ["publicity_events", "publicity_reach"]),
        ("发布预警信息40条。", [None]),
        ("发放人身安全保护令2份。", [None]),
        # The rest of a list is of its whole, a change is of what changed.
        (
            "排查纠纷90件，其中邻里纠纷60件、其他30件。",
            ["disputes_found", "disputes_neighbour", "disputes_found"],
        ),
        ("受理信访70件，其中初信初访50件，同比下降9%。", ["petitions_received"] * 3),
    ],
)
def test_the_indicator_follows_from_act_thing_and_unit(
    sentence: str, expected: list[str | None]
) -> None:
    shadow, offsets = squeeze(sentence)
    written = "".join(sentence[it] for it in offsets)
    found = list(find_figures(shadow, written, load().units))
    known = place_figures(shadow, found, load(), 2023, is_plan=False)
    assert [it.indicator for it in known] == expected


def test_a_part_without_words_of_its_own_is_of_its_totals_indicator() -> None:
    known = placed("作出行政处罚46件，其中对单位8件。")
    assert {it.indicator for it in known.values()} == {"penalties"}


def test_scope_and_time_are_what_the_words_say() -> None:
    known = placed("截至目前，全镇各村调解纠纷12件。上半年镇本级调解纠纷3件。")
    assert [(it.scope, it.time) for it in known.values()] == [
        ("with_villages", "until"),
        ("township", "half_year"),
    ]


def test_the_nearest_words_say_whose_a_number_is() -> None:
    known = placed("各村办院坝会40场，镇级办专题会6场，镇机关干部到各村宣讲9场，镇调委会调解5件。")
    scopes = [it.scope for it in known.values()]
    assert scopes == ["with_villages", "township", "with_villages", "township"]
    counted = placed("8个社区全年共巡讲24场，镇里组织巡讲7场。走访5个村，共听取建议9条。")
    assert [counted[it].scope for it in ("24场", "7场", "9条")] == [
        "with_villages", "township", "township",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "told",
    [
        "调处邻里争执64件，其中镇调委会19件、各村45件。",
        "调处邻里争执64件（镇级19件、村级45件）。",
        "村调委会调处争执45件，镇调委会调处19件，共计64件。",
        "调处邻里争执64件，其中村（居）自行调处45件。",
        "两级调委会调处邻里争执64件。",
        "各级人民调解组织调处邻里争执64件。",
        "12个社区调委会调处邻里争执64件。",
        "街道和社区两级调处邻里争执64件。",
    ],
)
def test_a_total_with_a_part_of_the_villages_is_with_villages(told: str) -> None:
    assert placed(told)["64件"].scope == "with_villages"


@pytest.mark.parametrize(
    "told",
    [
        "深入机关、村居巡讲64场。",
        "对村调委会开展业务轮训64期。",
        "走访村（居）民64户。",
        "轮训村（社区）干部64人次。",
        "巡讲64场，其中进校园12场。",
    ],
)
def test_what_is_done_in_villages_or_for_them_is_the_township_s(told: str) -> None:
    assert next(it for words, it in placed(told).items() if "64" in words).scope == "township"


@pytest.mark.parametrize("kind", ["人民调解员", "法律明白人", "消防安全员"])
def test_each_kind_of_training_is_told_from_training_as_a_whole(kind: str) -> None:
    whole, part = placed(f"举办培训9期，其中{kind}培训3期。").values()
    assert part.indicator not in {None, whole.indicator}
    assert whole.indicator == "cadre_training"


@pytest.mark.parametrize(
    ("sentence", "time"),
    [
        ("1至9月调解纠纷12件。", "half_year"),
        ("3—5月调解纠纷12件。", "half_year"),
        ("2023年1月至10月调解纠纷12件。", "half_year"),
        ("2023年1至12月调解纠纷12件。", "year"),
    ],
)
def test_months_are_a_part_of_the_year_unless_they_are_all_of_it(sentence: str, time: str) -> None:
    assert [it.time for it in placed(sentence).values()] == [time]


def test_then_and_now_are_of_one_indicator() -> None:
    """Whatever stands between them."""
    then, now = placed("法治建设领导小组由原来的7人扩充到11人。").values()
    assert then.indicator == now.indicator == "leading_group_members"
    assert (then.role, now.role) == ("previous", "total")


@pytest.mark.parametrize(
    ("sentence", "roles"),
    [
        ("对照培育示范户60户的年度目标，实际培育66户。", ["target", "total"]),
        ("超额完成调解纠纷80件的目标任务，实际调解91件。", ["target", "total"]),
        ("完成工作要点9项的目标任务。", ["total"]),
        ("压减入企检查46家次，减少纸质材料120份。", ["change", "change"]),
        ("办件4200件，较2022年的2100件翻了一番。", ["total", "previous"]),
        ("处理旅游投诉84件，较2022年投诉量51件有所上升。", ["total", "previous"]),
        ("评查2022年度处罚案卷45卷，其中优秀案卷12卷。", ["total", "part"]),
        ("完成抽查任务36批次。", ["total"]),
        ("领取双随机抽查任务36批次。", ["total"]),
    ],
)
def test_aims_and_reductions_are_known_by_what_stands_around(
    sentence: str, roles: list[str]
) -> None:
    assert [it.role for it in placed(sentence).values()] == roles


@pytest.mark.parametrize(
    ("sentence", "time"),
    [
        ("“九五”规划以来，累计调解纠纷312件。", "until"),
        ("改革试点以来，共调解纠纷73件。", "until"),
        ("自2020年试点至今，调解纠纷73件。", "until"),
        ("今年以来，调解纠纷12件。", "year"),
    ],
)
def test_what_counts_since_something_began_counts_until_now(sentence: str, time: str) -> None:
    assert [it.time for it in placed(sentence).values()] == [time]


def test_a_sentence_that_begins_with_of_these_divides_a_total_large_enough() -> None:
    sentence = "立案148件，移送公安机关4件，无一起被撤销。其中食品类案件92件、广告类11件。"
    whole, _, *parts = placed(sentence).values()
    assert [(it.role, it.indicator) for it in parts] == [("part", whole.indicator)] * 2
