"""What is told of what was counted: by whom, how often, as a share, an average, an outcome."""

from __future__ import annotations

import pytest

from tuibrowser.lexicon.load import Lexicon
from tuibrowser.parsing.figures.find import find_figures
from tuibrowser.text.fold import squeeze


def _told(sentence: str, lexicon: Lexicon) -> list[str]:
    shadow, _ = squeeze(sentence)
    return [
        it.told(lambda start, end: shadow[start:end])
        for it in find_figures(shadow, sentence, lexicon.units)
    ]


@pytest.mark.parametrize(
    ("sentence", "nouns"),
    [
        # A verb no list has, by how it ends; of one character behind where; behind who or how.
        ("公示栏贴出办事指南9篇", ["办事指南"]),
        ("村口岔道换上警示牌9块", ["警示牌"]),
        ("村东主干道设测速牌9块", ["测速牌"]),
        ("不动产登记处办结抵押登记90件", ["办结抵押登记"]),
        ("党委会、中心组学习保密法9次", ["学习保密法"]),
        ("给独居老人装报警器90个", ["装报警器"]),
        ("向县政府专报9篇", ["专报"]),
        ("“法治驿站”一年共接访90人次", ["接访"]),
        # When it was done.
        ("台风来临前转移90人", ["转移"]),
        ("昨夜那场暴雨中提前转移90户", ["提前转移"]),
        ("两节前后，“宪法周”中办讲座9场", ["办讲座"]),
        # By whom and by which means things were dealt with.
        ("邻里纠纷由老支书劝成9起", ["劝成邻里纠纷"]),
        ("海上纠纷通过视频“云上调”9起", ['海上纠纷"云上调"']),
        ("不满意件局长回访9件", ["不满意件回访"]),
        ("发现破损路牌并更换灯杆9根", ["更换灯杆"]),
    ],
)
def test_who_where_when_and_by_what_is_no_part_of_it(
    lexicon: Lexicon, sentence: str, nouns: list[str]
) -> None:
    assert _told(sentence, lexicon) == nouns


@pytest.mark.parametrize(
    ("sentence", "nouns"),
    [
        ("9名“护河员”看护河道", ['"护河员"']),
        ("9名民警面向国旗宣誓", ["民警"]),
        ("9所小学月月有法治课", ["小学"]),
        ("9名网格员人手一本台账", ["网格员"]),
        ("9艘巡逻艇要巡三条河", ["巡逻艇"]),
        ("90公里河堤巡查一遍", ["河堤"]),
        ("9份公约增补了禁赌条款", ["公约"]),
        ("“一窗办”在9个试点村推开", ["试点村"]),
        ("救援队9支90人全员到岗", ["救援队", "救援队"]),
        ("无人机9架投入使用", ["无人机"]),
        ("9个安置小区的水表尚未装好", ["安置小区"]),
        ("重点任务9项挂图推进", ["重点任务"]),
        ("石桥上立起护栏9名护路员到岗", ["护路员"]),
        ("对拒不配合的2人报请公安处罚", ["拒不配合的"]),
        ("先后3次到村督导法治工作", ["督导法治工作"]),
        ("为合作社9家审查合同90份", ["合作社", "审查合同"]),
        ("学法9次，其中5次为宪法专题", ["学法", "宪法专题"]),
        ("9个村90人在两小时内全部转移", ["村", "转移"]),
        ("2人因失职被移送纪检", ["移送纪检"]),
    ],
)
def test_what_those_do_who_are_counted_ends_their_noun(
    lexicon: Lexicon, sentence: str, nouns: list[str]
) -> None:
    assert _told(sentence, lexicon) == nouns


@pytest.mark.parametrize(
    ("sentence", "nouns"),
    [
        # The thing alone and whole.
        ("发生复议申请9件，其中涉林3件", ["发生复议申请", "涉林复议申请"]),
        ("检查校外培训机构9家，复查3家", ["检查校外培训机构", "复查校外培训机构"]),
        ("受理村民来信来访9件，答复8件", ["受理村民来信来访", "答复村民来信来访"]),
        ("受理婚姻登记9件，办结8件", ["受理婚姻登记", "办结婚姻登记"]),
        ("人均接单9件，化解90件", ["人均接单", "化解"]),
        ("信访9件，重复信访3件，化解2件", ["信访", "重复信访", "化解重复信访"]),
        ("工伤认定申请9件，认定8件", ["工伤认定申请", "认定工伤"]),
        # The new ones are not as those were that had to go.
        ("清退不符合条件对象9人，新纳入8人", ["清退不符合条件对象", "新纳入对象"]),
        # A review brings forth remarks; what is sent back is what was reviewed.
        ("审核支出90笔，提出疑问9笔，退回3笔", ["审核支出", "提出疑问", "退回支出"]),
        ("提出审查意见9份，其中书面7份", ["审查意见", "书面审查意见"]),
        # How what was tried did.
        ("农药抽检9批，合格8批", ["农药抽检", "农药抽检合格"]),
        # Others than a list names share no head where the list has none.
        ("争地界9件、欠债3件、其他2件", ["争地界", "欠债", "其他"]),
        ("明白人9名，培训3期", ["明白人", "明白人培训"]),
        ("成立调解室1个，共接待90人次", ["调解室", "接待"]),
        ("占地纠纷1件，涉及28户", ["占地纠纷", "占地纠纷涉及"]),
        ("演练2次，90人参加", ["演练", "演练参加"]),
        ("对帮教对象4名季度走访，累计16次", ["帮教对象", "走访"]),
        ("短片9条，累计播放90万次", ["短片", "短片播放"]),
        ("被告案件9件，审结8件", ["被告案件", "审结被告案件"]),
        ("化解纠纷90件，按时间分：一季度44件、二季度46件", ["化解纠纷"] * 3),
        ("火警2起，比前年、去年分别少5起和3起", ["火警", "火警", "火警"]),
        ("一季度、二季度分别办件9件、8件", ["办件", "办件"]),
    ],
)
def test_what_is_taken_from_before_is_the_thing(
    lexicon: Lexicon, sentence: str, nouns: list[str]
) -> None:
    assert _told(sentence, lexicon) == nouns


@pytest.mark.parametrize(
    ("sentence", "nouns"),
    [
        ("骨干39名，其中女性14名，占36%", ["骨干", "女性骨干", "女性骨干占比"]),
        ("窗口受理占全镇的63%", ["窗口受理占比"]),
        ("队员中能独立办案的不足三成", ["队员中能独立办案占比"]),
        ("重复投诉比重下降到6%", ["重复投诉比重"]),
        ("调处纠纷90件，95%以上当日化解", ["调处纠纷", "纠纷当日化解"]),
        ("流动人口普法覆盖90%", ["流动人口普法覆盖"]),
        ("章程核准100%完成", ["章程核准"]),
        ("述法得分占考核5%", ["述法得分占考核"]),
        # What stands on land has no share.
        ("占道经营9起", ["占道经营"]),
        ("结业考试9人，平均93.6分", ["结业考试", "结业考试平均分"]),
        ("法治经费年人均1.2元", ["年人均法治经费"]),
        ("人均办案由9.6件增至12件", ["人均办案", "人均办案"]),
        ("抓好队伍培训，人均不少于60学时", ["人均学时"]),
        ("执法队在编14名", ["执法队在编"]),
        ("矿山检查做到每座每季度2次以上", ["矿山检查"]),
        ("演练每校每学期不少于2次", ["演练"]),
        ("“审管互动”推送9条", ['"审管互动"推送']),
        ("造价核减88万元", ["造价核减"]),
    ],
)
def test_shares_averages_and_rules(lexicon: Lexicon, sentence: str, nouns: list[str]) -> None:
    assert _told(sentence, lexicon) == nouns


@pytest.mark.parametrize(
    ("sentence", "figures"),
    [
        ("备好块石2600方", [(2600, "方")]),
        ("三方协议书，3方签字", []),
        ("联合治超6晚，2024年1月5日晚上收队", [(6, "晚")]),
        ("山歌22首，首批22首批", [(22, "首")]),
        ("讲法10课，第3课讲宪法，每课8课时", [(10, "课"), (8, "课时")]),
        ("公示4榜", [(4, "榜")]),
        ("存储3.2TB，按GB2760检验", [(3.2, "tb")]),
        ("权重由3分加到8分", [(3, "分"), (8, "分")]),
        ("人均积分326分", [(326, "分")]),
        ("最低分88分、最高分100分", [(88, "分"), (100, "分")]),
    ],
)
def test_a_unit_counts_where_it_begins_no_other_word(
    lexicon: Lexicon, sentence: str, figures: list[tuple[float, str]]
) -> None:
    shadow, _ = squeeze(sentence)
    found = find_figures(shadow, sentence, lexicon.units)
    assert [(it.value, it.unit) for it in found] == figures
