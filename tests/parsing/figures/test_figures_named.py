"""What stands around the things that a figure counts in reports of departments."""

from __future__ import annotations

import pytest

from tuibrowser.lexicon.load import Lexicon
from tuibrowser.parsing.figures.find import find_figures
from tuibrowser.text.fold import squeeze


def _nouns(sentence: str, lexicon: Lexicon) -> list[str]:
    shadow, offsets = squeeze(sentence)
    written = "".join(sentence[offset] for offset in offsets)
    return [
        "".join(shadow[start:end] for start, end in it.noun)
        for it in find_figures(shadow, written, lexicon.units)
    ]


@pytest.mark.parametrize(
    ("sentence", "nouns"),
    [
        # Who was asked, where and for whom.
        ("请退休法官、乡贤在祠堂前宣讲9场", ["宣讲"]),
        ("邀请律师在村民小院授课8次", ["授课"]),
        ("请民法、税务等方面的教授为全体职工作辅导讲座5场", ["辅导讲座"]),
        ("为护林员授课6场", ["授课"]),
        ("各支部书记围绕安全生产法作交流发言4次", ["交流发言"]),
        # Whose things they are.
        ("听取8个党总支的述法汇报", ["听取党总支"]),
        ("13个科室的普法责任写进清单", ["科室"]),
        ("6名班子成员的学法用法情况全部公示", ["班子成员"]),
        ("2名成绩突出的干部受到表彰", ["成绩突出的干部"]),
        # A meeting, and what was heard there.
        ("召开4次党委会议研究部署法治工作", ["党委会议"]),
        ("局长办公会3次听取执法汇报", ["局长办公会"]),
        ("党组先后5次专题研究信访工作", ["专题研究信访工作"]),
        ("学习《宪法》《民法典》等内容7次", ["学习"]),
        # What people said names the things with them.
        ("办理群众反馈事项90件", ["办理群众反馈事项"]),
        ("梳理企业反映诉求36条", ["梳理企业反映诉求"]),
        # Verbs that are part of a name.
        ("消防大排查大整治大执法检查12次", ["消防大排查大整治大执法检查"]),
        ("公布许可事项实施清单460项", ["许可事项实施清单"]),
        ("编发执法指导案例9例", ["执法指导案例"]),
        ("整改完成比例为96%", ["整改完成比例"]),
        ("约谈落实不力单位3家", ["约谈落实不力单位"]),
        # Two acts of what stands behind.
        ("修订完善9项内部管理规范", ["修订完善内部管理规范"]),
    ],
)
def test_who_and_where_are_no_part_of_the_thing(
    lexicon: Lexicon, sentence: str, nouns: list[str]
) -> None:
    assert _nouns(sentence, lexicon) == nouns


@pytest.mark.parametrize(
    ("sentence", "nouns"),
    [
        ("在全市30个执法单位名列前茅", ["执法单位"]),
        ("在年度法治建设考核中得分96.5分", ["得分"]),
        ("推动《湿地条例》等2部法规施行", ["法规"]),
        ("清理之后仍有5个文件继续有效", ["文件"]),
        ("9项许可事项网上全程可办", ["许可事项"]),
        ("林地审批等18项县级权限下放到镇", ["县级权限"]),
        ("6个水源地水质达标率保持100%", ["水源地", "水质达标率"]),
        ("12个行政村生活污水治理率达95%", ["行政村", "生活污水治理率"]),
        ("受理来信90件,及时答复率99%", ["来信", "及时答复率"]),
        # What each of them was given, summed up.
        ("9个村都设有调解室,共计20间", ["村", "调解室"]),
        ("9个社区均开展广场普法,共30场", ["社区", "广场普法"]),
        ("12个行政村均有法治文化墙,合计40面", ["行政村", "法治文化墙"]),
        # A verb that only tells it was done, with 了 or in a medium.
        ("法治讲座举办了5场", ["法治讲座"]),
        ("法律顾问聘了14名", ["法律顾问"]),
        ("普法手册印了3000本", ["普法手册"]),
        ("学法讲座上了16堂", ["学法讲座"]),
        ("纠纷调解了90件", ["纠纷调解"]),
        ("党委会听取了9次汇报", ["听取汇报"]),
        ("法治节目播出50期", ["法治节目"]),
        # Units of what is in the air and in water.
        ("PM2.5平均浓度34μg/m³", ["pm2.5平均浓度"]),
        ("氨氮浓度为0.4毫克/升", ["氨氮浓度"]),
    ],
)
def test_what_follows_is_no_part_of_the_thing(
    lexicon: Lexicon, sentence: str, nouns: list[str]
) -> None:
    assert _nouns(sentence, lexicon) == nouns


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("每年开展2次以上专题学法", 1),
        ("每季度检查1次", 0),
        ("制定《接访办法》《回访办法》等5项制度", 1),
        ("落实5项制度", 0),
        ("科室负责人12人为成员", 1),
        ("以3人为单位", 0),
        ("播放量破百万次", 1),
    ],
)
def test_floors_lists_and_members_are_counted(lexicon: Lexicon, sentence: str, found: int) -> None:
    assert len(_nouns(sentence, lexicon)) == found


@pytest.mark.parametrize(
    ("sentence", "nouns"),
    [
        # A sum behind a colon; who did how many of what was done.
        ("矛盾调处:全年共120件", ["矛盾调处"]),
        ("建筑垃圾清运:412吨", ["建筑垃圾清运"]),
        ("司法所、派出所分别化解9件、4件", ["司法所化解", "派出所化解"]),
        ("低保户300户家庭医生签约率98%", ["低保户", "家庭医生签约率"]),
        ("例会、推进会分别召开3次、5次", ["例会", "推进会"]),
        # A level has its thing behind the next number.
        ("创建3个国家级、9个省级法治示范村", ["国家级法治示范村", "省级法治示范村"]),
        ("建成3个县级、12个镇级和40个村级调解室", ["县级调解室", "镇级调解室", "村级调解室"]),
        # By how much a limit or what is asked for was cut.
        ("审批时限比法定时限压缩90%", ["审批时限压缩"]),
        ("申报材料精简61%", ["申报材料精简"]),
        ("警情同比下降12%", ["警情同比下降"]),
        # A verb at a word's end is none before what holds it.
        ("法治工作报告12份", ["法治工作报告"]),
        ("派出所加大巡查90次", ["加大巡查"]),
        ("律师提出意见90条", ["意见"]),
        ("20家入园的企业", ["入园的企业"]),
        ("8个部门的意见", ["部门"]),
    ],
)
def test_what_stands_apart_is_told_with_its_number(
    lexicon: Lexicon, sentence: str, nouns: list[str]
) -> None:
    assert _nouns(sentence, lexicon) == nouns
