"""Nouns of what departments tell of themselves: who was asked, told and taught, and who came."""

from __future__ import annotations

import pytest
from cases import for_each

from tuibrowser.lexicon.load import Lexicon
from tuibrowser.parsing.figures.find import find_figures
from tuibrowser.text.fold import squeeze


def _said(sentence: str, lexicon: Lexicon) -> list[tuple[str, str]]:
    """Each number as written, with its noun."""
    shadow, offsets = squeeze(sentence)
    written = "".join(sentence[offset] for offset in offsets)
    return [
        (shadow[it.start : it.end], "".join(shadow[slice(*part)] for part in it.noun))
        for it in find_figures(shadow, written, lexicon.units)
    ]


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("局长办公会听取一次执法情况汇报", [("一次", "听取执法情况汇报")]),
        ("组织学习四部党内法规", [("四部", "学习党内法规")]),
        ("开设三期水法专题课程", [("三期", "水法专题课程")]),
        ("请公证处主任办了两期继承讲座", [("两期", "继承讲座")]),
        ("年内组织一次闭卷测试", [("一次", "闭卷测试")]),
        ("自助机布设到河湾镇十个村委会", [("十个", "村委会")]),
        # A habit, a name, a work in parts.
        ("每季度听取一次汇报", []),
        ("实施三期改造", []),
        ("唱响普法三部曲", []),
        ("发放一次性补助", []),
    ],
)
def test_few_are_counted_behind_what_was_done(
    lexicon: Lexicon, sentence: str, said: list[tuple[str, str]]
) -> None:
    assert _said(sentence, lexicon) == said


@pytest.mark.parametrize(
    ("sentence", "nouns"),
    [
        # Who was asked, and whom it was told to, are no part of what was done.
        ("邀请法院庭长专题授课2次", ["专题授课"]),
        ("邀请高校教授到局机关作辅导讲座3场", ["辅导讲座"]),
        ("邀请专家授课2次", ["专家授课"]),
        ("向区委、区政府及区委依法治区办报告9次", ["报告"]),
        ("面向物业职工、租户宣讲8场次", ["宣讲"]),
        ("局长向县人大常委会专题报告法治工作2次", ["专题报告法治工作"]),
        ("为企业职工集中授课4场", ["集中授课"]),
        ("举办全体职工学习公共安全专题讲座2次", ["学习公共安全专题讲座"]),
        ("局党组安排学习宪法、保密法等法律知识7次", ["学习法律知识"]),
        # Who should have come, who came, and who is nothing but those who came.
        ("年度执法考试我局应参加41人,实际参加40人", ["应参加执法考试", "实际参加执法考试"]),
        ("组织全区600人参加网上法治培训", ["参加网上法治培训"]),
        ("全系统300人参加旁听", ["参加旁听"]),
        ("核对执法人员信息,9人取得执法证", ["取得执法证"]),
        ("组织90名学生参观禁毒馆", ["学生"]),
        ("网格员60人,58人参加考试", ["网格员", "网格员"]),
        # Of those behind a number only the rate is told.
        ("36名在编人员网上考试通过率97%", ["在编人员", "网上考试通过率"]),
        # Parts of those who were taught.
        (
            "参加各类培训5批次,其中自治区级12人次,市级30人次",
            ["培训", "自治区级培训", "市级培训"],
        ),
        # What a clause before names and does not count.
        ("全面清理现行有效的规范性文件,废止、宣布失效4件", ["废止、宣布失效规范性文件"]),
        ("对合同集中审查,退回3份", ["退回合同"]),
        ("严肃查处欠薪行为,立案9件", ["立案"]),
        # Attributes, aspects, for which levels.
        ("组织对5部现行有效的规章的执行效果进行评估", ["现行有效的规章"]),
        ("9名参训的学员", ["参训的学员"]),
        ("推行审批改革,细化18项配套措施", ["配套措施"]),
        ("现有行政许可(区、街道)共29项", ["行政许可"]),
        ("走访村(社区)12个", ["走访村(社区)"]),
        # The rest, and what is left out of it.
        (
            "上级要求下放审批事项40项,除2项暂无条件承接外,其余38项全部承接",
            ["下放审批事项", "下放审批事项", "承接下放审批事项"],
        ),
    ],
)
def test_the_noun_is_without_those_who_asked_told_and_came(
    lexicon: Lexicon, sentence: str, nouns: list[str]
) -> None:
    assert [noun for _, noun in _said(sentence, lexicon)] == nouns


@pytest.mark.parametrize(
    ("sentence", "nouns"),
    [
        # An act of those who act goes with what stands behind the number; a list of acts does not.
        ("主要领导听取3次专题汇报", ["听取专题汇报"]),
        ("研究部署12条改革措施", ["研究部署改革措施"]),
        ("成立普法、执法、矛盾治理3个专班", ["专班"]),
        # Where it was brought to, and to whom it was done.
        ("调解室延伸到河湾八个村委会", ["村委会"]),
        ("组织律师对12个村的合同逐份审查", ["村"]),
        ("对窗口人员开展服务礼仪培训3次", ["服务礼仪培训"]),
        # What all of them did, told behind a hundred per cent.
        ("行政机关负责人100%出庭应诉", ["行政机关负责人出庭应诉"]),
        ("许可事项实现100%全程网办", ["许可事项全程网办"]),
        ("办结率100%", ["办结率"]),
        # What was done with things, and whose they are, told behind them.
        ("60项申请材料“当场办”", ["申请材料"]),
        ("施行90项行政许可事项动态清单管理", ["行政许可事项"]),
        ("21家单位各级干部走进窗口", ["单位"]),
        ("20多条依法行政方面的经验获评", ["依法行政方面的经验"]),
        ("县委、县政府主要负责同志专题研究信访工作8次", ["研究信访工作"]),
        ("商事服务类审批事项平均提速率82%", ["商事服务类审批事项平均提速率"]),
        # 等 sums up acts that are told themselves, or things that one act was done to.
        ("公示低保、救助等信息30期", ["公示信息"]),
        ("开展模拟法庭、宪法宣誓等活动9场次", ["模拟法庭、宪法宣誓等活动"]),
        # What a clause names without having done anything to it.
        ("开设综合窗口,办结90宗", ["办结"]),
        ("出具书面审核意见,全年审核90件", ["审核"]),
    ],
)
def test_what_was_done_is_told_with_what_it_was_done_to(
    lexicon: Lexicon, sentence: str, nouns: list[str]
) -> None:
    assert [noun for _, noun in _said(sentence, lexicon)] == nouns


@for_each(
    ("sentence", "nouns"),
    [
        # What is done with things, or by people, is no part of their name.
        ("35项任务一一落到科室", ["任务"]),
        ("异地备案等18件事当场办结", ["异地备案"]),
        ("将养老认证、高龄补贴等21项下放到村", ["养老认证、高龄补贴"]),
        ("把90项许可划转到审批局", ["许可"]),
        ("村“两委”一百余人听讲", ["村“两委”"]),
        ("业务骨干分两批共90人参训", ["业务骨干", "业务骨干"]),
        # Lessons given to somebody; who met so often; whose they are; what few there are besides.
        ("为全体党员上法治党课3次", ["法治党课"]),
        ("局党委两次召开专题会议", ["专题会议"]),
        ("党组全年四次听取依法行政工作汇报", ["听取依法行政工作汇报"]),
        ("为各科室更换打印机9台", ["更换打印机"]),
        ("传感器90个自动报警", ["传感器"]),
        ("三名分管领导持证上岗", ["分管领导"]),
        ("聘请律师事务所3名律师值班", ["律师"]),
        ("迁移本部门9套业务系统", ["业务系统"]),
        ("新建食堂一处、周转房20套", ["周转房"]),
        ("建成中心1个、站12个、室90个", ["中心", "站", "室"]),
        ("认领90项指标,抽调12人组成专班", ["指标", "抽调"]),
        ("解答保险、房屋赔偿等问题90人次", ["解答问题"]),
        ("组织全局干部职工90余人参加测试", ["干部职工"]),
        ("建成省级绿色生态示范村3个、市级9个", ["省级绿色生态示范村", "市级绿色生态示范村"]),
        # With what and within which time.
        ("用快板书、山歌宣讲民法典20场", ["宣讲民法典"]),
        ("48小时内澄清谣言2则", ["澄清谣言"]),
        ("24小时内回应率98%", ["24小时内回应率"]),
        ("同步清理广告牌40块", ["清理广告牌"]),
        ("对两名落实不力的站长约谈", ["落实不力的站长"]),
        ("为9家企业做法治体检", ["法治体检企业"]),
        ("续聘两名律师任法律顾问", ["律师"]),
        ("抽查农户90户无差错", ["抽查农户"]),
        ("听取申请人意见9次", ["听取申请人意见"]),
        # How often is a habit.
        ("恳谈会两月一次", []),
        ("实行一事一卷", []),
    ],
)
def test_what_surrounds_a_noun_is_none_of_it(
    lexicon: Lexicon, sentence: str, nouns: list[str]
) -> None:
    assert [_quotes(noun) for _, noun in _said(sentence, lexicon)] == nouns


def _quotes(noun: str) -> str:
    """The folded quotes as a sentence has them."""
    first, *rest = noun.split('"')
    return first + "".join(f"{'“' if at % 2 == 0 else '”'}{it}" for at, it in enumerate(rest))
