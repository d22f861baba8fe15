"""What an act without an object was done to: the nearest number of the kind."""

from __future__ import annotations

import pytest

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
        # An application becomes a case.
        ("收到仲裁申请90件，审结80件", ["收到仲裁申请", "审结仲裁"]),
        ("收到信息公开申请90件，答复80件", ["收到信息公开申请", "答复信息公开申请"]),
        # Success alone is that of what was done.
        ("调解劳资纠纷90件，成功80件", ["调解劳资纠纷", "调解成功劳资纠纷"]),
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
        ("人均学习39学时", ["人均学习学时"]),
        ("受理检查900件，其中现场检查300件，占比33%", ["受理检查", "现场检查", "现场检查占比"]),
    ],
)
def test_what_says_too_little_alone_is_told_whole(
    lexicon: Lexicon, sentence: str, nouns: list[str]
) -> None:
    assert _nouns(sentence, lexicon) == nouns


@pytest.mark.parametrize(
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
        ("企业变更平均时限3.5天", ["企业变更平均时限"]),
        ("线上线下咨询900人次", ["线上线下咨询"]),
        ("利用节假日及庙会摆摊设点9次", ["摆摊设点"]),
        ("街道干部专题培训9次", ["街道干部专题培训"]),
        ("查出用电、用气等方面问题90个", ["查出问题"]),
        ("联合应急、住建等部门检查9次", ["联合检查"]),
        ("县政府常务会议集体学法9次", ["集体学法"]),
        ("局务会研究法治议题9个", ["研究法治议题"]),
        ("建议落实采纳率91%", ["建议落实采纳率"]),
        ("梳理文件90件，建议修改9件", ["梳理文件", "建议修改文件"]),
        ("公开财政信息90条，其中救助类9条", ["公开财政信息", "救助类信息"]),
    ],
)
def test_a_name_is_not_cut(lexicon: Lexicon, sentence: str, nouns: list[str]) -> None:
    assert _nouns(sentence, lexicon) == nouns
