"""Sums of what was carried over, of opposites, and of lists that stand before their whole."""

from __future__ import annotations

import pytest
from reviewed import found, said

from tuibrowser.insight.checks.finding import FindingKind


@pytest.mark.parametrize(
    ("sentence", "sums"),
    [
        ("上年结转9件，本年新收131件，办结128件，结转下年10件。", "9＋131－128＝12，写为10件"),
        ("年初在办8件，新立案47件，办结50件，年末未结7件。", "8＋47－50＝5，写为7件"),
        ("去年未结5件，今年受理61件，审结60件，尚余8件。", "5＋61－60＝6，写为8件"),
        ("结转上年信访件4件，新受理37件，办结39件，其余5件正在办理。", "4＋37－39＝2，写为5件"),
        ("全年新收案件88件，加上上年结转5件，共办理97件。", "5＋88＝93，写为97件"),
        ("上年度跨年案件3件，本年立案26件，共计28件。", "3＋26＝29"),
        ("上年遗留隐患3处，今年排查发现62处，整改60处，其余2处正在整改。", "3＋62－60＝5"),
    ],
)
def test_what_was_carried_over_and_came_in_is_what_was_settled_and_is_left(
    sentence: str, sums: str
) -> None:
    """In whatever words and order the four are told; one remark says it."""
    (says,) = said("sum", found(sentence))
    assert sums in says


@pytest.mark.parametrize(
    "sentence",
    [
        "上年结转6件，全年新收112件，调结114件，结转下年4件。",
        "上年度跨年案件3件，本年立案26件，共29件，结案27件，未结2件。",
        "全年新收案件88件，加上上年结转5件，共办理93件，办结90件，结转3件。",
        "上年未结4件，本年新收96件，共计100件，办结97件，其中调解撤诉21件，结转3件。",
        "上年结转案件6件全部办结，全年新立案52件，结案50件。",
        "年初在册矫正对象12人，年内新增5人，解除7人，年末在册10人。",
        "清理上年结转合同5份，全年新收合同审查件70份，出具意见书75份。",
        "年初在办8件，新立案47件，办结50件，年末未结5件。",
    ],
)
def test_what_was_carried_over_may_be_settled_besides(sentence: str) -> None:
    """So that more is settled than came in, and two of the numbers come near a third one."""
    findings = found(sentence)
    assert not said("sum", findings)
    assert not said("part_exceeds", findings)


@pytest.mark.parametrize(
    ("sentence", "sums"),
    [
        ("受理建房申请84件，批准71件，不予批准3件。", "71＋3＝74，合计写为84件"),
        ("收到申请40件，同意33件，不同意9件。", "33＋9＝42，合计写为40件"),
        ("审查合同60份，通过51份，未通过8份。", "51＋8＝59，合计写为60份"),
        ("受理低保申请52户，符合条件41户，不符合条件12户。", "41＋12＝53，合计写为52户"),
        ("核查线索28条，查实11条，查否19条。", "11＋19＝30，合计写为28条"),
        ("应参加述法42人，现场述法12人，书面述法28人。", "12＋28＝40，合计写为42人"),
    ],
)
def test_what_was_done_and_what_was_not_are_all(sentence: str, sums: str) -> None:
    """One says not of the word of the other."""
    (says,) = said("sum", found(sentence))
    assert sums in says


@pytest.mark.parametrize(
    "sentence",
    [
        "受理建房申请74件，批准71件，不予批准3件。",
        "抽检农产品120批次，合格118批次，不合格2批次已下架。",
        "全年召开党委会24次，研究法治议题9个，未研究的2个议题列入次年。",
        "征求意见2次，收到意见36条，未收到异议。",
        "回访群众120人，满意98人、基本满意20人、不满意2人。",
    ],
)
def test_opposites_that_are_all_are_not_remarked(sentence: str) -> None:
    """Nor what only looks like one."""
    assert not said("sum", found(sentence))


@pytest.mark.parametrize(
    ("sentence", "sums"),
    [
        ("司法所受理纠纷43件，各村调委会受理152件，二者合计205件。", "43＋152＝195"),
        ("镇本级投入12万元、村级投入8.5万元，总投入21.5万元。", "12＋8.5＝20.5，合计写为21.5万元"),
        ("县级补助10万元、镇级配套8万元，共投入19万元。", "10＋8＝18，合计写为19万元"),
        (
            "县级补助12345.67万元、镇级配套0.5万元，共投入12346.71万元。",
            "12345.67＋0.5＝12346.17，合计写为12346.71万元",
        ),
        (
            "流转土地1234.56亩、托管土地8765.4亩，合计10000.96亩。",
            "1234.56＋8765.4＝9999.96，合计写为10000.96亩",
        ),
        ("前三季度受理86件，四季度受理32件，全年受理128件。", "86＋32＝118"),
        ("1—6月受理56件，7—12月受理72件，全年受理138件。", "56＋72＝128"),
        (
            "一季度审结案件9件，二季度审结案件14件，三季度审结案件11件，四季度审结案件8件，全年审结案件47件。",
            "9＋14＋11＋8＝42",
        ),
        ("梳理许可事项17项、公共服务事项64项，合计91项。", "17＋64＝81"),
        ("镇党委会研究议题5个，镇长办公会研究议题7个，两会合计研究议题13个。", "5＋7＝12"),
        ("开办夜校15期、田间课堂9期、船头课堂6期，共计33期。", "15＋9＋6＝30"),
    ],
)
def test_a_list_before_its_whole_is_added_up(sentence: str, sums: str) -> None:
    """Whoever each did it, in whatever parts of the year."""
    (says,) = said("sum", found(sentence))
    assert sums in says


@pytest.mark.parametrize(
    "sentence",
    [
        "前三季度受理86件，四季度受理32件，全年受理118件。",
        "线上宣传16期，线下宣传24场，共计覆盖群众1.2万人次。",
        "东片开展12场、西片开展15场，全年共开展活动36场。",
    ],
)
def test_a_total_of_more_than_the_list_is_not_remarked(sentence: str) -> None:
    """Nor one that adds up."""
    assert not said("sum", found(sentence))


@pytest.mark.parametrize(
    ("sentence", "sums"),
    [
        ("完成法律援助45件，民事32件、刑事9件、行政6件。", "32＋9＋6＝47，合计写为45件"),
        ("查处违建33处，自行拆除21处，强制拆除14处。", "21＋14＝35，合计写为33处"),
        (
            "投入普法经费15万元，镇财政安排9万元，村级配套4万元，社会捐助3万元。",
            "9＋4＋3＝16，合计写为15万元",
        ),
    ],
)
def test_a_row_without_a_word_before_it_is_one_list(sentence: str, sums: str) -> None:
    """Of which no member is the whole of those behind it."""
    (says,) = said("sum", found(sentence))
    assert sums in says


@pytest.mark.parametrize(
    "sentence",
    [
        "受理工单860件，其中咨询类320件，求助类410件，投诉类120件，满意率98%。",
        "受理举报52件，其中有效举报40件，立案8件，查结8件。",
        "划转人员15名，其中持证9名，新招录3名，现有执法人员18名。",
        "全镇执法人员22名，其中本科以上15名，党员12名，持证18名。",
        "完成法律援助45件，民事32件、刑事9件、行政3件。",
        "创成国家级法治示范村1个、省级4个、市级13个。",
        "新收行政案件14件（上年为19件）。",
        "新收行政案件14件（2022年为19件）。",
        "制定规范性文件1件，废止2件，继续有效9件。",
        "否决3份，退回补正17份，修改后通过76份。",
        "12件不予处罚决定、34件减轻处罚决定和7件从轻处罚决定均附说理意见。",
        "全镇三级调解组织（镇级1个、片级3个、村级14个）实体运行。",
        "在册276人中，签订协议272人，接受培训89人，就业帮扶153人。",
        "领导包案的58件，当场答复的271件，转办的73件。",
        "化解供水纠纷7起（村与村2起、户与户5起），司法所坐下来一起调，调成6起。",
        "820名干部参加学法考试（满分214人，补考18人）。",
        "受理援助申请64件，其中农民工38件、未成年人12件，指派律师承办61件。",
        "收到申请189件，受理171件，不予受理12件。",
    ],
)
def test_what_a_list_after_qizhong_leaves_out_is_no_fault(sentence: str) -> None:
    """Kinds of it, what became of some, what there is now, and another property."""
    findings = found(sentence)
    assert not said("sum", findings)
    assert not said("part_exceeds", findings)


@pytest.mark.parametrize(
    ("sentence", "sums"),
    [
        ("排查房屋隐患61处，其中较大隐患14处、一般隐患52处。", "14＋52＝66"),
        ("处置风险线索30条，其中较高风险11条，较低风险23条。", "11＋23＝34"),
        ("全年审查合同88份。其中租赁51份、工程24份、其他18份。", "51＋24＋18＝93"),
        ("全年审查合同88份。其中：租赁51份，工程24份，其他10份。", "51＋24＋10＝85"),
    ],
)
def test_members_may_be_graded_and_stand_in_the_next_sentence(sentence: str, sums: str) -> None:
    """较 of 较大 compares nothing; 其中 opens a list after 。 as after ，."""
    (says,) = said("sum", found(sentence))
    assert sums in says


@pytest.mark.parametrize(
    "sentence",
    [
        "全年审查合同88份。其中租赁51份、工程24份。",
        "全年审查合同88份。由律师审查50份、司法所审查46份。",
        "开办夜校15期、田间课堂9期、船头课堂6期，共计30期。",
        "一季度审结案件9件，二季度审结案件14件，全年审结案件47件。",
    ],
)
def test_what_claims_no_whole_in_the_next_sentence_is_no_fault(sentence: str) -> None:
    assert not said("sum", found(sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "上半年摸排矛盾纠纷31件，全年成功化解矛盾纠纷74件。",
        "一季度受理信访件8件，二季度办结信访件15件。",
        "1至6月受理投诉22件，7至12月办结投诉35件。",
        "去年受理投诉22件，今年办结投诉35件。",
        "2022年受理投诉22件，2023年办结投诉35件。",
    ],
)
def test_what_was_found_in_less_time_is_no_whole(sentence: str) -> None:
    """Another part of the year, all of it, or the year before."""
    findings = found(sentence)
    assert not said("part_exceeds", findings)
    assert not said("rate_mismatch", findings)


def test_what_was_settled_in_the_same_time_is_of_what_was_found() -> None:
    assert len(said("part_exceeds", found("上半年摸排矛盾纠纷31件，成功化解矛盾纠纷74件。"))) == 1


@pytest.mark.parametrize(
    ("sentence", "sums"),
    [
        ("对照督察反馈的9个问题逐项整改，已完成8个，剩余2个持续推进。", "8＋2＝10，合计写为9个"),
        ("查出隐患76处，整改到位71处，整改率93.4%，其余15处落实管控。", "71＋15＝86"),
        ("排查纠纷87起，化解82起，化解率94.3%，其余9起正在化解。", "82＋9＝91"),
        (
            "东队立案40件、西队立案35件，合计75件，同比增长25%（去年60件）。其中，一般程序31件，简易程序49件。",
            "31＋49＝80，合计写为75件",
        ),
        ("发现违法行为131起，劝导102起，责令改正21起，立案处罚18起。", "102＋21＋18＝141"),
        ("上年末存量6件，今年新增3件，化解7件，剩余4件。", "6＋3－7＝2，写为4件"),
        ("公开信息230条，其中主动公开211条，依申请公开29条。", "211＋29＝240"),
    ],
)
def test_what_was_done_and_left_may_have_words_and_a_rate_between(sentence: str, sums: str) -> None:
    """And is all, as what is 主动 and 依申请 is."""
    assert any(sums in it for it in said("sum", found(sentence)))


@pytest.mark.parametrize(
    "sentence",
    [
        "全镇14个村（社区）中已有16个建成说事室。",
        "应出庭应诉2件，负责人实际出庭3件。",
        "全镇调解员62名，其中专职调解员72名。",
        "17个社区中有19个社区服务不足8次。",
        "各村调解纠纷86件，镇调解纠纷21件，合计107件，调解成功109件。",
    ],
)
def test_a_part_larger_than_its_whole_is_remarked(sentence: str) -> None:
    """A bracket in a name and another word for what was due change nothing."""
    assert len(said("part_exceeds", found(sentence))) == 1


@pytest.mark.parametrize(
    ("sentence", "sums"),
    [
        ("摸排矛盾纠纷96起，就地化解81起，移送法院9起，其余6起正在跟进。", None),
        (
            "摸排矛盾纠纷96起，就地化解81起，移送法院19起，其余6起正在跟进。",
            "81＋19＋6＝106，合计写为96起",
        ),
        ("发现苗头0起，摸排纠纷0起，化解0起，其余0起。", None),
        ("检查场所90处，发现隐患30处，整改28处，其余2处限期整改。", None),
        ("检查场所90处，发现隐患30处，整改27处，其余2处限期整改。", "27＋2＝29，合计写为30处"),
    ],
)
def test_the_rest_closes_a_list_whatever_became_of_the_others(
    sentence: str, sums: str | None
) -> None:
    remarks = said("sum", found(sentence))
    assert (len(remarks) == 1 and sums in remarks[0]) if sums else not remarks


@pytest.mark.parametrize(
    ("sentence", "sums"),
    [
        ("划分网格29个，配备网格员58名，每个网格2名。", None),
        ("划分网格29个，配备网格员58名，每个网格3名。", "29×3＝87，合计写为58名"),
        ("建成议事亭9处，配备桌椅36套，每处配有4套。", None),
        ("建成议事亭9处，配备桌椅36套，每处配有5套。", "9×5＝45，合计写为36套"),
        ("划分网格29个，配备网格员58名，每个网格不少于1名。", None),
    ],
)
def test_what_each_has_may_be_told_behind_all(sentence: str, sums: str | None) -> None:
    remarks = said("sum", found(sentence))
    assert (len(remarks) == 1 and sums in remarks[0]) if sums else not remarks


@pytest.mark.parametrize(
    ("sentence", "sums"),
    [
        ("对12个村、3个社区和6个站所开展评议，评出优秀5个、良好13个、一般3个。", None),
        (
            "对12个村、3个社区和6个站所开展评议，评出优秀5个、良好14个、一般3个。",
            "＝22，合计写为21个",
        ),
        ("收到建议9件、提案6件，已办结11件，正在办理4件。", None),
        ("收到建议9件、提案6件，已办结11件，正在办理6件。", "11＋6＝17，合计写为15件"),
    ],
)
def test_what_stands_in_one_row_is_divided_together(sentence: str, sums: str | None) -> None:
    remarks = said("sum", found(sentence))
    assert (len(remarks) == 1 and sums in remarks[0]) if sums else not remarks
    assert not said("part_exceeds", found(sentence))


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("评查案卷40卷，合格40卷，优秀15卷。", 0),
        ("评查案卷40卷，合格37卷，优秀15卷。", 0),
        ("评查案卷40卷，优秀15卷，良好14卷，合格13卷。", 1),
    ],
)
def test_what_is_excellent_has_passed_unless_grades_are_told_one_by_one(
    sentence: str, count: int
) -> None:
    assert len(said("sum", found(sentence))) == count


def test_a_part_that_is_too_large_in_two_ways_is_one_remark() -> None:
    """As 其中 and as what was settled."""
    assert len(said("part_exceeds", found("行政应诉案件5件，其中负责人出庭6件。"))) == 1


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("接到群众举报26件，查实举报29件。", 1),
        ("登记市场主体申请40户，准予登记43户。", 1),
        ("承办代表建议7件，代表表示满意9件。", 1),
        ("承办代表建议7件，代表均表示满意。", 0),
        ("接到群众举报26件，查实线索29件。", 0),
        ("新增调解员8名，更换调解员12名。", 0),
    ],
)
def test_what_came_of_a_thing_may_be_told_by_its_name(sentence: str, count: int) -> None:
    assert len(said("part_exceeds", found(sentence))) == count


@pytest.mark.parametrize(
    ("kind", "sentence", "count"),
    [
        # What was settled is of a whole row; a requirement and another year are no outcome.
        ("part_exceeds", "上半年、下半年分别受理水事纠纷27件、19件，调处成功44件。", 0),
        ("part_exceeds", "全年受理婚姻纠纷22件、债务纠纷19件，调处成功39件。", 0),
        ("part_exceeds", "全年受理婚姻纠纷22件、债务纠纷19件，调处成功43件。", 1),
        ("part_exceeds", "受理行政诉讼21件，其中一审12件、二审7件、再审2件，已判决的18件。", 0),
        ("part_exceeds", "持证队员6名，距要求的10名还差4名。", 0),
        ("part_exceeds", "接待来访63批，与前年的88批相比明显下降。", 0),
        # What follows a list that is whole already, what is due each time, ways that overlap.
        ("sum", "社团年检64家，合格51家、基本合格9家、不合格4家，注销3家。", 0),
        ("sum", "评查案卷40卷，其中优秀12卷、合格24卷、不合格6卷。", 1),
        ("sum", "党委会每季度研究法治工作1次，镇长全年分别讲党课3次、2次。", 0),
        ("sum", "可办事项150项，其中马上办88项、网上办121项。", 0),
    ],
)
def test_a_row_is_one_whole_and_what_stands_beside_a_list_is_none(
    kind: FindingKind, sentence: str, count: int
) -> None:
    assert len(said(kind, found(sentence))) == count


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("网上评价1200条，差评11条，差评整改率100%。", 0),
        ("巡查点位350处，隐患14处，隐患销号率100%。", 0),
        ("发现隐患14处，整改12处，隐患整改率100%。", 1),
        ("已判决的40件中胜诉38件，败诉率5%。", 0),
        ("抽检样品80批次，合格76批次，不合格率5%。", 0),
        ("抽检样品80批次，合格76批次，合格率98%。", 1),
    ],
)
def test_a_rate_names_what_it_is_of_and_may_be_of_the_others(sentence: str, count: int) -> None:
    assert len(said("rate_mismatch", found(sentence))) == count


def test_what_was_settled_is_of_the_sum_before_it() -> None:
    """Not of its last member, nor of it and the members together."""
    sentence = "受理物业纠纷210件、劳动争议44件，合计254件，调解成功{}件。"
    assert not said("part_exceeds", found(sentence.format(249)))
    (says,) = said("part_exceeds", found(sentence.format(260)))
    assert says == "办理结果为260件，大于总数254件，请核"


@pytest.mark.parametrize(
    ("sentence", "sums"),
    [
        (
            "全年受理矛盾纠纷166件，成功调解163件，调解成功率98.19%。"
            "其中婚姻家庭纠纷58件、邻里纠纷49件、土地纠纷37件、其他纠纷21件。",
            "58＋49＋37＋21＝165，合计写为166件",
        ),
        ("全年受理矛盾纠纷66件。其中婚姻家庭纠纷58件、邻里纠纷49件。", "58＋49＝107，合计写为66件"),
    ],
)
def test_parts_may_begin_a_sentence_of_their_own(sentence: str, sums: str) -> None:
    (says,) = said("sum", found(sentence))
    assert sums in says


@pytest.mark.parametrize(
    "sentence",
    [
        "全年受理矛盾纠纷165件，成功调解163件。其中婚姻家庭纠纷58件、邻里纠纷49件、其他纠纷58件。",
        "全年受理矛盾纠纷166件。其中婚姻家庭纠纷58件、邻里纠纷49件、土地纠纷37件。",
        "举办讲座12场，参加人员300余人次。其中，镇干部30人、村干部60人。",
        "全年受理矛盾纠纷166件。受理信访41件，其中来信12件、来访20件、其他9件。",
    ],
)
def test_parts_in_a_sentence_of_their_own_may_be_right_or_not_all(sentence: str) -> None:
    findings = found(sentence)
    assert not said("sum", findings)
    assert not said("part_exceeds", findings)


@pytest.mark.parametrize(
    ("sentence", "sums"),
    [
        (
            "镇司法所办结法律援助12件，各村工作室办结31件。镇村两级共办结法律援助45件。",
            "12＋31＝43",
        ),
        (
            "机关支部学法9次，村级支部学法26次，企业支部学法4次。以上三类共学法41次。",
            "9＋26＋4＝39",
        ),
        ("组建服务队4支，其中律师14名、社工23名、志愿者35名，共计74名。", "14＋23＋35＝72"),
        ("组建服务队四支，其中律师十四名、社工二十三名，总计三十九名。", "14＋23＝37"),
        ("设立调解室17个，即镇级1个、村级14个、企业3个。", "1＋14＋3＝18"),
        ("县级补助7.5万元、镇级配套4.5万元、村级自筹2万元，累计投入16万元。", "7.5＋4.5＋2＝14"),
        ("12个村每村配备1名专职网格员，共配备专职网格员15名。", "12×1＝12"),
        ("北片6个社区办件31件，南片7个社区办件44件，全镇13个社区共办件77件。", "31＋44＝75"),
        ("书记、镇长共督办案件17件，其中书记9件、镇长6件。", "9＋6＝15"),
        ("全年拆违45处，其中彩钢房17处；上半年拆违21处，下半年拆违26处。", "21＋26＝47"),
        ("承包、租赁、合作三类协议分别清理33份、21份、12份，累计清理协议68份。", "33＋21＋12＝66"),
        ("梳理任务31项，已完成27项，推进中6项。", "27＋6＝33"),
        ("全年出具证明46份，涉及亲属关系21份、居住情况18份、其他9份。", "21＋18＋9＝48"),
        ("招募志愿者82名，其中在校学生31名，退休教师26名，个体商户28名。", "31＋26＋28＝85"),
        ("参加三期轮训的分别有41人、38人和44人，累计培训125人次。", "41＋38＋44＝123"),
        ("清运垃圾2.4万吨，其中生活垃圾1.3万吨、建筑垃圾0.8万吨、其他0.5万吨。", "合计写为2.4万吨"),
    ],
)
def test_a_list_is_added_up_however_its_sum_is_led_in(sentence: str, sums: str) -> None:
    """In the next sentence, behind 即 or another verb, or of another thing than 其中 is of."""
    (says,) = said("sum", found(sentence))
    assert sums in says


@pytest.mark.parametrize(
    "sentence",
    [
        "镇司法所办结法律援助12件，各村工作室办结31件。镇村两级共办结法律援助43件。",
        "镇司法所办结法律援助12件，各村工作室办结31件。镇村两级共接待咨询96件。",
        "县级补助7.5万元、镇级配套4.5万元、村级自筹2万元，累计投入14万元。",
        "北片6个社区办件31件，南片7个社区办件44件，全镇13个社区共办件75件。",
        "北片6个社区办件31件，南片8个社区办件44件，重点社区13个办件22件。",
        "书记、镇长共督办案件17件，其中劳资9件、涉土6件。",
        "全年拆违45处，其中彩钢房17处；上半年拆违21处，下半年拆违24处。",
        "全年拆违45处；上半年巡查21处，下半年巡查26处。",
        "全镇9个村设说事点9个，镇区设说事点2个，企业设说事点1个，共有说事点12个。",
        "上半年宣讲13场，下半年宣讲18场，较上年25场增加6场。",
        "分两批轮训调解员38名，第一批20名，第二批18名，考核合格37名。",
        "11个村各建说事点1个，加上镇区1个，共建说事点12个。",
        "立即整改隐患12处，限期整改8处，共整改隐患20处。",
        "受理纠纷12件，即时办结8件、当场办结3件。",
        "受理诉求20件，即办件12件、承诺件6件。",
    ],
)
def test_a_list_that_adds_up_however_its_sum_is_led_in_is_no_fault(sentence: str) -> None:
    assert not said("sum", found(sentence))
    assert not said("part_exceeds", found(sentence))


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("辖区有商户64家，签订承诺书的商户69家。", 1),
        ("全镇9个村，建成书屋的村11个。", 1),
        ("全镇9个村，建成书屋的组11个。", 0),
        ("辖区有商户64家，签订承诺书69份。", 0),
        ("辖区有商户64家，申领执照的农户69家。", 0),
        ("审查协议46份，退回修改49份。", 1),
        ("审查协议46份，退回修改9份，提出意见49条。", 0),
        ("查获电鱼17起，移送公安机关19起（含聚众2起）。", 1),
        ("对历史遗留用地建档57宗，处理61宗。", 1),
        ("上年遗留用地问题6宗，建档57宗，处理61宗。", 0),
        ("律师全年解答居民咨询412人次，上半年解答咨询431人次。", 1),
        ("律师全年解答居民咨询412人次，上半年解答咨询213人次。", 0),
        ("调解纠纷87件，其中签订协议的92件。", 1),
        ("调解纠纷87件，其中签订协议的79件。", 0),
    ],
)
def test_those_of_which_something_is_told_are_some(sentence: str, count: int) -> None:
    """的 may stand before the noun again, or at the end."""
    assert len(said("part_exceeds", found(sentence))) == count


@pytest.mark.parametrize(
    ("sentence", "sums"),
    [
        ("清理乱象120处，其中乱堆放62处，占道洗车33处，占绿种菜31处。", "62＋33＋31＝126"),
        ("化解纠纷90件，其中邻里40件，占总数的44.4%，其他55件。", "40＋55＝95"),
        ("受理调解申请66件，调解成功60件，调解失败4件。", "60＋4＝64"),
        ("受理纠纷70件，调解成功61件，调解不成5件。", "61＋5＝66"),
    ],
)
def test_shares_and_failures_stand_in_lists_and_names_do_not_end_them(
    sentence: str, sums: str
) -> None:
    """占道 is no share."""
    (says,) = said("sum", found(sentence))
    assert sums in says


@pytest.mark.parametrize(
    "sentence",
    [
        "受理调解申请66件，调解成功60件，调解失败6件。",
        "受理纠纷66件，调解成功60件，签订协议41份。",
        "化解纠纷90件，其中邻里40件，占44.4%，婚姻30件，占33.3%。",
        "帮扶未成年人66名，成功转化60名。",
    ],
)
def test_what_adds_up_or_is_of_another_kind_is_left(sentence: str) -> None:
    assert not said("sum", found(sentence))


@pytest.mark.parametrize(
    ("sentence", "sums"),
    [
        ("发放资料1.2万份，其中手册7000份，折页6000份。", "7000＋6000＝13000，合计写为1.2万份"),
        ("发放资料1.2万份，其中手册0.7万份，折页0.6万份。", "0.7＋0.6＝1.3，合计写为1.2万份"),
    ],
)
def test_a_sum_is_written_in_the_units_that_the_report_writes(sentence: str, sums: str) -> None:
    assert any(sums in it for it in said("sum", found(sentence)))
