"""One thing told in other words in two parts of a report, and how many villages there are."""

from __future__ import annotations

import pytest
from reviewed import found, said


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # Other words, another order.
        ("全年受理12345热线工单860件。", "便民热线“12345”受理工单共806件。"),
        ("全镇现有持证行政执法人员12名。", "全镇持执法证人员14名，全部完成培训。"),
        ("公开政府信息201条。", "全年主动公开政府信息210条。"),
        ("镇村两级全年开展法治宣传活动36场。", "一年来，全镇开展法治宣传活动38场。"),
        ("镇综合行政执法队立案15件。", "综合执法队全年立案17件。"),
        # The number first.
        ("培育“法律明白人”54名。", "全镇58名法律明白人参与调解。"),
        # Nothing says that it is all, and nothing that it is some.
        ("聘请法律顾问2名，审查合同31份。", "镇政府法律顾问审查合同28份。"),
        # One leader, one deed.
        ("镇长主持召开法治工作会议5次。", "镇长主持召开法治工作会议7次。"),
        ("全镇18个行政村全部配备法律顾问。", "实现17个行政村公共法律服务室全覆盖。"),
        # More than there are.
        ("全镇共有专职网格员34名。", "为43名专职网格员配发装备。"),
        ("领导小组召开会议3次，议事5项。", "全年领导小组共召开会议4次。"),
        ("接待咨询320人次。", "接待群众咨询230人次。"),
        ("全年发出督办单17份。", "全年签发督办单19份。"),
        ("办理代表建议18件。", "办理人大代表建议16件、政协委员提案7件。"),
        ("全镇行政执法人员29人。", "全镇行政执法人员仅19人，专业结构不优。"),
        ("收缴烟花爆竹210箱。", "烟花爆竹专项整治收缴烟花爆竹120箱。"),
        ("全镇有行政执法人员12名。", "执法人员11名均持证上岗。"),
        ("配备行政执法人员12名。", "全镇执法人员11名全部持证。"),
        ("人民调解员32名常年驻点。", "聘请专兼职人民调解员36名，全员培训。"),
        ("罚没款总额为2.6万元。", "罚没款共2.1万元，足额上缴。"),
        # What is called in full is no more than the whole year's.
        ("全年举办法治夜校18期。", "组织开展法治夜校21期，反响良好。"),
        ("制定行政规范性文件2件。", "对全年出台的4件行政规范性文件进行审查。"),
        ("全年行政复议案件1件。", "全年发生行政复议案件3件。"),
    ],
)
def test_what_is_told_in_other_words_is_one_thing(one: str, other: str) -> None:
    """The words of both stand for the same."""
    (says,) = said("two_values", found(f"{one}\n{other}"))
    assert "前后写为" in says


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("全年举办法治夜校18期。", "面向企业举办法治夜校5期。"),
        ("全年举办法治夜校18期。", "各村举办法治夜校33期。"),
        ("领导干部集中学法7次。", "落实会前学法制度，会前学法15次。"),
        ("今年制定应急预案2件。", "全镇4件应急预案全部备案。"),
        ("全年共化解矛盾纠纷457起。", "各网格员上门走访，妥善化解各类矛盾纠纷153起。"),
        ("全镇现有持证行政执法人员12名。", "今年新增持执法证人员2名。"),
        ("今年培育“法律明白人”12名。", "全镇58名法律明白人参与调解。"),
        ("培育“法律明白人”54名。", "36名法律明白人参与调解82件。"),
        ("镇长主持召开法治工作会议5次。", "书记主持召开法治工作会议7次。"),
        ("镇综合行政执法队立案15件。", "市场监管所全年立案17件。"),
        ("全镇共有专职网格员34名。", "为6名专职网格员配发装备。"),
        ("接待咨询320人次。", "值班律师接待群众咨询230人次。"),
        ("聘请法律顾问2名，审查合同31份。", "司法所审查合同28份。"),
        ("全镇18个行政村全部配备法律顾问。", "在全镇5个村试点积分制。"),
        ("全镇18个村、3个社区均有法律顾问。", "全镇21个村（社区）全部建成服务站。"),
        ("全镇18个村均有法律顾问。", "全镇126个村民小组全部建立微信群。"),
        ("全镇有行政执法人员12名。", "新招录执法人员4名。"),
        ("全镇有行政执法人员12名。", "组织执法人员9名参加集训。"),
        ("全年解答咨询430人次。", "县司法局全年解答咨询900人次。"),
    ],
)
def test_what_others_did_or_what_is_some_of_it_is_not(one: str, other: str) -> None:
    """Another doer, another time, another kind of place."""
    assert not said("two_values", found(f"{one}\n{other}"))


@pytest.mark.parametrize(
    ("whole", "some"),
    [
        ("公开信息{}条。", "主动公开信息{}条。"),
        ("全年调解纠纷{}件。", "行政调解纠纷{}件。"),
        ("全年调解纠纷{}件。", "成功调解纠纷{}件。"),
        ("全年受理信访件{}件。", "受理有效信访件{}件。"),
        ("全年排查矛盾{}件。", "主动排查矛盾{}件。"),
        ("全年拆除违建{}处。", "依法拆除违建{}处。"),
        ("全年受理诉求{}件。", "受理有效诉求{}件。"),
        ("全年组织学法测试{}人次。", "领导干部学法测试{}人次。"),
    ],
)
def test_a_narrower_thing_is_no_second_value_unless_it_is_more(whole: str, some: str) -> None:
    """In whichever order they are told."""
    less, all_, more = 186, 214, 352
    for told in (
        (whole.format(all_), some.format(less)),
        (some.format(less), whole.format(all_)),
    ):
        assert not said("two_values", found("\n".join(told)))
    exceeding = found(f"{whole.format(all_)}\n{some.format(more)}")
    assert len(said("two_values", exceeding)) + len(said("part_exceeds", exceeding)) == 1


def test_no_more_villages_have_something_than_there_are() -> None:
    """In whatever paragraph the number of all stands."""
    (says,) = said("part_exceeds", found("全镇共辖18个行政村。", duty="推动20个村建成法治广场。"))
    assert "20个，大于总数18个" in says


def test_where_villages_were_merged_there_may_be_two_numbers() -> None:
    """Before and after."""
    text = "行政区划调整后，全镇18个村全部挂牌。"
    assert not said("two_values", found(text, duty="全镇21个村全部完成清点。"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("办结执法案件67件，罚款11.2万元。", "逐案审批执法案件76件，出庭应诉1次。"),
        ("接待群众来信来访142批次。", "督办全年来信来访124批次。"),
        ("普法志愿队开展“敲门普法”310场。", "推动普法志愿队“敲门普法”301场。"),
        ("审核各类文件、合同59件。", "全年审签经审核的文件合同95件。"),
        ("受理“民声通”诉求975件。", "全年957件“民声通”诉求全部办结。"),
        ("排查燃气隐患137处。", "全年共排查整治燃气隐患173处。"),
        ("全镇划分网格186个。", "168个网格全部配备专职网格员。"),
        ("矛盾纠纷调处成功率98.6%。", "矛盾纠纷有力化解，调处成功率达96.8%。"),
    ],
)
def test_digits_that_changed_places_are_a_slip(one: str, other: str) -> None:
    """Less has to be said alike around them."""
    (says,) = said("two_values", found(f"{one}\n{other}"))
    assert "前后写为" in says


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("受理诉求142件。", "办结诉求124件。"),
        ("化解矛盾纠纷236件。", "化解涉企矛盾纠纷32件，化解婚姻纠纷263件。"),
        ("司法所接待咨询320人次。", "值班律师接待咨询230人次。"),
        ("上半年走访企业42家。", "全年走访企业24家。"),
        ("走访企业42家。", "计划走访企业24家。"),
        ("柳湾村调解邻里纠纷42件。", "石桥村调解邻里纠纷24件。"),
        ("公开信息210条。", "开展检查120次。"),
    ],
)
def test_the_same_digits_of_another_thing_are_no_slip(one: str, other: str) -> None:
    """Another act, kind, doer or time."""
    assert not said("two_values", found(f"{one}\n{other}"))


def test_what_is_told_beside_the_same_number_is_one_thing() -> None:
    """The first number says that it is."""
    one, other = "组织执法培训7期，284人次参训。", "组织执法培训7期，参训251人次。"
    (says,) = said("two_values", found(f"{one}\n{other}"))
    assert "284人次和251人次" in says
    assert not said("two_values", found(f"{one}\n组织网格员培训7期，参训251人次。"))
    assert not said("two_values", found(f"{one}\n组织执法培训7期，每期参训41人次。"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("开展燃气整治6次，出动执法人员120人次。", "开展消防整治4次，出动执法人员86人次。"),
        ("全年出动执法人员520人次。", "开展秋冬季治超行动，出动执法人员86人次。"),
        ("召开专题会议6次，研究重点问题12个。", "召开专题会议3次，研究重点问题5个。"),
        ("全年下发整改通知书32份。", "校园周边整治，下发整改通知书8份。"),
        ("与邻镇签订协议3份，联合化解纠纷5件。", "与检察院签订协议1份，联合化解纠纷2件。"),
        ("受理劳动争议12件，涉及金额86万元。", "受理土地争议9件，涉及金额35万元。"),
    ],
)
def test_what_belongs_to_another_deed_of_the_year_is_another_number(one: str, other: str) -> None:
    """Each campaign has numbers of its own."""
    assert not said("two_values", found(f"{one}\n{other}"))


@pytest.mark.parametrize(
    ("done", "duty"),
    [
        ("全年开展普法活动62场，镇本级24场、各村38场。", "谋划全年开展普法活动68场。"),
        ("全年行政执法办案144件。", "挂帅督战，推动全年行政执法办案133件。"),
    ],
)
def test_all_of_it_is_one_number_whoever_leads(done: str, duty: str) -> None:
    """Both say that they are of the whole year."""
    assert len(said("two_values", found(done, duty=duty))) == 1


def test_what_a_plan_starts_from_is_this_years() -> None:
    """It is no target."""
    done = "律师全年解答居民咨询1120人次。"
    plan = "在2023年律师全年接受居民咨询1210人次的基础上，组建律师团。"
    assert len(said("two_values", found(done, plan=plan))) == 1
    assert not said("two_values", found(done, plan="力争解答居民咨询1210人次。"))


@pytest.mark.parametrize(
    ("duty", "count"),
    [
        ("主要负责人督促全镇共调解纠纷245件。", 1),
        ("主要负责人推动调解各类纠纷245件。", 1),
        ("主要负责人督促全镇共调解纠纷254件。", 0),
        ("主要负责人审签处罚决定245件。", 0),
    ],
)
def test_a_sum_is_told_of_what_its_list_is(duty: str, count: int) -> None:
    """Though nothing but 合计 stands before it."""
    done = "各村调委会调解纠纷206件，镇调委会调解疑难纠纷48件，全镇共计254件。"
    assert len(said("two_values", found(done, duty=duty))) == count


def test_visits_are_no_firms() -> None:
    """检查商户 tells how often, and how many they are."""
    findings = found("检查商户212家次，下发文书9份。\n（二）抓安全。检查商户97家，整改隐患14处。")
    assert not said("two_values", findings)


def test_what_is_told_in_the_same_words_is_remarked_before_what_is_alike() -> None:
    done = "发放宣传资料2600份。\n（二）抓普法。全年发放宣传手册1.4万份。"
    (says,) = said("two_values", found(done, duty="镇长推动全年发放宣传手册1.7万份。"))
    assert "14000份和17000份" in says


def test_the_own_name_is_no_part_of_what_is_counted() -> None:
    done = "望溪镇耕地面积3.4平方公里。\n（二）抓治理。全镇耕地面积4.3平方公里，划分网格22个。"
    assert len(said("two_values", found(done))) == 1


@pytest.mark.parametrize(
    ("done", "words", "count"),
    [
        ("全年落实普法经费8万元。", {"duty": "镇长推动落实普法经费9万元。"}, 1),
        ("全年落实普法经费8万元。", {"duty": "镇长推动落实普法经费8万元。"}, 0),
        ("全镇划分网格33个。", {"short": "35个网格中有4个力量不足。"}, 1),
        ("全镇划分网格33个。", {"short": "4个网格力量不足，原因在于人员流动大。"}, 0),
        ("全年调解纠纷87件。", {"plan": "在今年调解纠纷97件的基础上，办好“板凳课堂”。"}, 1),
        ("全年调解纠纷87件。", {"plan": "力争调解纠纷97件。"}, 0),
        ("全年接访42批次。\n（二）抓接访。领导干部接访24批次。", {}, 0),
        ("全镇建成“法律明白人”驿站6个。", {"duty": "镇长推动建成“法律明白人”驿站9个。"}, 1),
        ("全年流转林地360亩。\n（二）抓服务。走访流转林地630亩的大户4户。", {}, 0),
        ("登记志愿者92人。\n（二）抓服务。登记志愿者29人参加值守。", {}, 0),
        ("全镇划分网格33个，35个网格均配备网格员。", {}, 1),
        ("建成文化墙2处，全镇7处文化墙全部更新。", {}, 0),
        ("综合执法队开展检查86次。", {"duty": "镇长督促综合执法队开展检查92次。"}, 1),
        ("综合执法队开展检查86次。", {"duty": "镇长带队检查92次。"}, 0),
        ("调解成功率97.5%。\n（二）抓调解。矛盾纠纷化解成功率95.2%。", {}, 1),
        ("调解成功率97.5%。\n（二）抓调解。涉企纠纷调解成功率95.2%。", {}, 0),
        ("调解成功率97.5%。\n（二）抓调解。行政调解成功率95.2%。", {}, 0),
        ("审查合同52份，提出意见71条。\n（二）抓顾问。法律顾问审查合同52份，提出意见63条。", {}, 1),
        ("共有专职巡查员17名。\n（二）抓巡查。配备兼职巡查员71名。", {}, 0),
        ("调解工伤纠纷9件，涉及工人52人。\n（二）抓欠薪。办结投诉6件，涉及工人25人。", {}, 0),
    ],
)
def test_what_is_told_of_all_is_one_number_wherever_it_stands(
    done: str, words: dict[str, str], count: int
) -> None:
    """What one doer did, one half, and what belongs to another deed is not."""
    assert len(said("two_values", found(done, **words))) == count


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        ("全镇现有村（社区）法律顾问12名。", "全镇13名村（社区）法律顾问定期坐班。", 1),
        ("全镇共有行政村16个。", "全镇17个行政村普遍建成说事点。", 1),
        # Some of them.
        ("全镇共有行政村16个。", "在全镇5个行政村试行说事点。", 0),
        ("全镇共有行政村16个。", "从全镇选取4个行政村开展评查。", 0),
    ],
)
def test_what_is_the_villages_may_stand_behind_its_number(one: str, other: str, count: int) -> None:
    assert len(said("two_values", found(f"{one}\n{other}"))) == count
