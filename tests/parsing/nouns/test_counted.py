"""The noun of a number, by what may stand around it."""

from __future__ import annotations

import pytest
from cases import for_each

from tuibrowser.lexicon.load import Lexicon
from tuibrowser.parsing.figures.find import find_figures
from tuibrowser.text.fold import squeeze


def _nouns(sentence: str, lexicon: Lexicon) -> list[str]:
    shadow, offsets = squeeze(sentence)
    found = find_figures(shadow, sentence, lexicon.units)
    return [
        "".join(sentence[offsets[start] : offsets[end - 1] + 1] for start, end in it.noun)
        for it in found
    ]


@for_each(
    ("sentence", "nouns"),
    [
        ("听取陈述理由8条", ["听取陈述理由"]),
        ("电诈发案由30起减到9起", ["电诈发案", "电诈发案"]),
        ("办理时限由平均8天缩短为3天", ["平均办理时限", "办理时限"]),
        ("申报材料由每件9份精简为4份", ["申报材料", "申报材料"]),
        ("回访率从首季的80%升到年末的96%", ["回访率", "回访率"]),
        ("告知率保持100%", ["告知率"]),
        ("抓排查：化解9件", ["化解"]),
        ("台账显示：现场化解9件", ["现场化解"]),
        ("孵化出9个志愿团队", ["志愿团队"]),
        ("抽检并下架9批次", ["下架"]),
        ("受理投诉9件，正在办理2件", ["投诉", "正在办理投诉"]),
        ("设乡9个、村30个", ["设乡", "村"]),
        ("评定为危桥9座，加固4座", ["评定为危桥", "加固危桥"]),
        # What an act is written in is named by it.
        ("发出4份告知书、3份督办函、2份整改报告", ["告知书", "督办函", "整改报告"]),
        ("收到线索9起，2起按时报告", ["线索", "线索"]),
        # How it went is no part of who did it.
        ("9名学员顺利结业", ["学员"]),
        ("9名律师长期驻村", ["律师"]),
        ("救助长期患病居民9人", ["救助长期患病居民"]),
        # A sum is of what its list is of.
        ("受理物业投诉9件、供热投诉3件，共12件", ["物业投诉", "供热投诉", "投诉"]),
        ("走访党员9人、老兵3人，合计12人", ["走访党员", "老兵", "走访党员、老兵"]),
        ("接待来访30批，其中初次访9批", ["来访", "初次访"]),
        # A period behind a verb is none of what was done.
        ("评估2020年以来禁塑名录9份", ["评估禁塑名录"]),
        ("站长带队走访9次", ["走访"]),
        ("林长制经费每年9万元", ["林长制经费"]),
        # Of those who are counted nothing but they.
        ("保障90名护工合法权益", ["护工"]),
        ("解决30户渔民住房问题", ["渔民"]),
        ("由局长任组长、9名科长任成员", ["科长"]),
        # Places are no part of it, words that only hold their names are.
        ("慰问北山村、南山村老人90人", ["老人"]),
        ("清河镇水利员9名到岗", ["水利员"]),
        ("城镇低保对象90户", ["城镇低保对象"]),
        ("送戏下乡演出9场", ["送戏下乡演出"]),
        ("城乡居民参保率98%", ["城乡居民参保率"]),
        ("在全省法治满意度测评中得91分", ["法治满意度测评"]),
        ("宣讲反有组织犯罪法9场", ["宣讲反有组织犯罪法"]),
        ("学校周边300米范围内清理摊点9处", ["清理摊点"]),
        ("强化调解：办结30件", ["办结"]),
        ("来访30批90人次，人次下降3%", ["来访", "来访人次", "来访人次下降"]),
        ("展板9块、长廊4条及音箱7台", ["展板", "长廊", "音箱"]),
        ("挂出40条普法标语以及9面展板", ["普法标语", "展板"]),
        ("新添8个议事亭、3个应急方案", ["议事亭", "应急方案"]),
        ("征迁补偿款到账900万元", ["征迁补偿款"]),
        ("噪声警情大幅下降30%", ["噪声警情下降"]),
        (
            "涉水纠纷居高不下，全年共90件",
            [
                "涉水纠纷",
            ],
        ),
        ("拆除围挡9处460平方米", ["拆除围挡", "拆除围挡"]),
        ("清运淤泥30车约90吨", ["清运淤泥"]),
        ("接入探头3,900路、门禁210套", ["探头", "门禁"]),
        ("评议得分平均93分", ["平均评议得分"]),
        ("补偿款分了90万元", ["补偿款"]),
        ("居民公约重新修订完毕9份", ["居民公约"]),
        ("普法责任清单细化为90条", ["普法责任清单"]),
        ("月均接待90人次", ["月均接待"]),
        ("办理行政许可（含备案）90件", ["行政许可"]),
        ("走访的9名包片干部平均年龄", ["包片干部"]),
        ("为30名农民工讨薪", ["农民工"]),
    ],
)
def test_a_number_is_named_after_the_whole_words_beside_it(
    lexicon: Lexicon, sentence: str, nouns: list[str]
) -> None:
    assert _nouns(sentence, lexicon) == nouns


@pytest.mark.parametrize(
    ("sentence", "nouns"),
    [
        ("排查隐患90处，移交县住建局7处", ["排查隐患", "移交隐患"]),
        ("受理纠纷60件，上报县级2件", ["受理纠纷", "上报纠纷"]),
        ("新增职权90项，下放乡镇9项", ["新增职权", "下放职权"]),
        ("收集诉求90条，转交部门办理9条", ["收集诉求", "转交诉求"]),
        ("作出处罚9起，移送公安机关2起", ["作出处罚", "移送公安机关"]),
        # Persons are brought to somebody, and nothing was counted before.
        ("移送司法机关2人", ["移送司法机关"]),
    ],
)
def test_to_whom_something_was_sent_is_no_thing(
    lexicon: Lexicon, sentence: str, nouns: list[str]
) -> None:
    assert _nouns(sentence, lexicon) == nouns


@pytest.mark.parametrize(
    ("sentence", "nouns"),
    [
        ("指出问题30条，年底前整改28条", ["指出问题", "年底前整改问题"]),
        ("承接事项40项，实际行使30项", ["承接事项", "实际行使事项"]),
        ("受理复议30件，撤销或者确认违法2件", ["受理复议", "撤销或者确认违法复议"]),
        ("审核合同90份，修改后通过8份", ["审核合同", "修改后通过合同"]),
        ("承接执法事项40项，已实施30项", ["执法事项", "实施执法事项"]),
        ("制定任务40项，完成37项，基本完成3项", ["制定任务", "完成任务", "基本完成任务"]),
        ("落实任务9项，因机构调整暂缓1项", ["任务", "暂缓任务"]),
        ("在册对象30名，新接收9名", ["在册对象", "新接收对象"]),
        # What stands behind the number tells what became of it.
        ("交办积案9件，另2件已稳控", ["交办积案", "稳控积案"]),
        ("核查家庭90户，8户提出异议", ["核查家庭", "提出异议家庭"]),
        ("排查房屋90幢，其余6幢列入明年", ["排查房屋", "列入明年房屋"]),
        ("开展抽查任务40项，其中部门联合抽查9项", ["抽查任务", "联合抽查任务"]),
        (
            "收到申请46件，结转上年度2件，部分公开7件",
            ["收到申请", "结转上年度申请", "部分公开申请"],
        ),
        ("培育示范户50户，较去年新增9户", ["示范户", "新增示范户"]),
        ("政务事项90项，80项纳入大厅", ["政务事项", "政务事项"]),
        # The thing stands in the first of them, not in what became of it or who did it.
        ("屯级调解30件，村级调解20件，镇级调解9件", ["屯级调解", "村级调解", "镇级调解"]),
        ("监督事项中，人大交办的9件，媒体曝光的2件", ["人大交办监督事项", "媒体曝光监督事项"]),
        ("核查低保户90户，清退不符合条件的7户", ["核查低保户", "清退低保户"]),
        ("重大决策社会稳定风险评估9件，暂缓2件", ["重大决策社会稳定风险评估", "暂缓重大决策"]),
        ("上报事件90件，网格内处置80件，仍在办9件", ["上报事件", "网格内处置事件", "仍在办事件"]),
        # A number of times has no thing that was done to a number of times.
        ("学法活动3场，抽检90批次", ["学法活动", "抽检"]),
    ],
)
def test_what_was_done_is_told_with_the_thing(
    lexicon: Lexicon, sentence: str, nouns: list[str]
) -> None:
    assert _nouns(sentence, lexicon) == nouns


@pytest.mark.parametrize(
    ("sentence", "nouns"),
    [
        ("行政给付：发放90人次", ["发放行政给付"]),
        ("规范性文件清理情况：现行有效5件，废止2件", ["现行有效规范性文件", "废止规范性文件"]),
        ("烟花爆竹：企业9家", ["烟花爆竹企业"]),
        ("矛盾按类型分：婚姻类9件、其他4件，合计13件", ["婚姻类矛盾", "其他矛盾", "矛盾"]),
    ],
)
def test_a_colon_opens_a_list_of_what_was_done(
    lexicon: Lexicon, sentence: str, nouns: list[str]
) -> None:
    assert _nouns(sentence, lexicon) == nouns


@pytest.mark.parametrize(
    ("sentence", "nouns"),
    [
        ("县住房中心入户核查90户", ["入户核查"]),
        ("劳动仲裁院结案90件", ["结案"]),
        ("数字城管平台采集案件90件", ["案件"]),
        ("县公安局大队曝光“逾期未检”车辆9辆", ["“逾期未检”车辆"]),
        ("老街景区设调解室2间", ["调解室"]),
        ("县人大代表视察养老机构4次", ["视察养老机构"]),
        ("6户农牧民追偿欠款", ["农牧民"]),
        ("镇司法所共调解90件", ["调解"]),
        ("党委主要负责人带头讲法治课2场", ["法治课"]),
        ("为骑手、司机等群体设普法点9个", ["普法点"]),
        ("林长办联合巡护90公里", ["联合巡护"]),
        ("行政许可网上办结率98%", ["行政许可网上办结率"]),
        ("镇司法所共受理申请9件，法庭共受理3件", ["申请", "受理申请"]),
        ("噪声信访件共受理90件", ["噪声信访件"]),
        ("综合执法改革下放编制9名", ["下放编制"]),
        ("“红榜”公布两期", ["“红榜”"]),
        # A thing is summed up, not somebody.
        ("历年积累的补偿问题共化解9宗", ["化解补偿问题"]),
        ("电梯维保单位抽查9家", ["抽查电梯维保单位"]),
        ("用傣语、景颇语宣讲9场", ["宣讲"]),
        # Those who do it are a part of what is counted otherwise.
        ("村干部培训4期", ["村干部培训"]),
    ],
)
def test_who_did_it_is_left_out(lexicon: Lexicon, sentence: str, nouns: list[str]) -> None:
    assert _nouns(sentence, lexicon) == nouns


@pytest.mark.parametrize(
    ("sentence", "nouns"),
    [
        # Who is counted stands before the number, a predicate behind it.
        ("宣讲员30名走村入寨宣讲90场", ["宣讲员", "走村入寨宣讲"]),
        ("代表建议9件办复率100%", ["代表建议", "办复率"]),
        # A list of persons or bodies is one, and has nothing of what is theirs.
        ("为900名骑手、司机讲解新规", ["骑手、司机"]),
        ("21个村的公约重新修订", ["村"]),
        ("对3家拒不整改的网吧下达决定书", ["网吧"]),
        ("9件不予处罚决定、4件从轻处罚决定", ["不予处罚决定", "从轻处罚决定"]),
        ("9支巡逻队劝离游泳者", ["巡逻队"]),
        ("5名成绩不达标者补训", ["成绩不达标者"]),
        ("抽检水样90份，不达标的6份转入整改", ["抽检水样", "不达标水样"]),
        ("上门核查90条预警指令", ["上门核查预警指令"]),
        # A list of things is counted whole, up to what sums it up, a deed, or another number.
        ("处理7起邻里、婚姻家庭纠纷", ["处理邻里、婚姻家庭纠纷"]),
        ("制定6项财务、采购制度", ["财务、采购制度"]),
        ("建成5个广场、长廊等阵地", ["阵地"]),
        ("配备3台终端、记录仪8台", ["终端", "记录仪"]),
        ("排查12处隐患、整改到位", ["排查隐患"]),
        ("签订9份合同、结算单据", ["合同、结算单据"]),
        # What joins members of a list begins words, too.
        ("5名与会代表发言", ["与会代表发言"]),
        ("办理12件与民生相关的实事", ["与民生相关的实事"]),
        ("调解室5个与普法视频32条", ["调解室", "普法视频"]),
        ("调研9个首次创建的村", ["首次创建的村"]),
        ("在客运站设普法点6个", ["普法点"]),
        ("在重点建设项目推广做法9项", ["推广做法"]),
        # What was done so often, and to what.
        ("先后6次对在建工地进行消防检查", ["消防检查"]),
    ],
)
def test_what_stands_behind_a_number(lexicon: Lexicon, sentence: str, nouns: list[str]) -> None:
    assert _nouns(sentence, lexicon) == nouns


@pytest.mark.parametrize(
    ("sentence", "nouns"),
    [
        # A verb that nobody knows is in a list what is counted, and money is no case.
        ("查获酒驾9起、醉驾2起", ["查获酒驾", "醉驾"]),
        ("安排经费9万元，其中律师费2万元", ["经费", "律师费"]),
        ("办案人员9名，人均办案3件，核查属实2件", ["办案人员", "人均办案", "核查属实"]),
        # More than a member of a list has is of none of them, but of the whole.
        (
            "受理案件90件，甲类30件、乙类20件，办结80件",
            ["受理案件", "甲类案件", "乙类案件", "办结案件"],
        ),
        ("删除与法律不符的条款9条，新增环境条款5条", ["删除条款", "新增环境条款"]),
        ("免疫牲畜90头（只）", ["免疫牲畜"]),
        ("查处交通违法90起，其中逆行9起", ["查处交通违法", "逆行"]),
        ("人民调解委员会15个，其中村级13个", ["人民调解委员会", "村级人民调解委员会"]),
        ("新增民警工作室6间，总数达20间", ["新增民警工作室", "民警工作室"]),
        ("雪亮工程新设门禁9个，总数30个", ["雪亮工程新设门禁", "雪亮工程门禁"]),
        ("每村培育宣讲员不少于2名，现共有26名", ["宣讲员", "宣讲员"]),
        # Of classes the head alone is told, if there is a known one.
        ("接诊居民90人，其中咨询类50人", ["接诊居民", "咨询类居民"]),
        # The extent of what was counted has its name.
        ("核查图斑9个、面积20亩", ["核查图斑", "核查图斑面积"]),
        ("清运垃圾：400吨", ["清运垃圾"]),
        ("对沿街商户检查90户", ["检查沿街商户"]),
        ("督察问题清单60项，销号50项", ["督察问题", "销号问题"]),
    ],
)
def test_what_a_number_takes_from_those_before(
    lexicon: Lexicon, sentence: str, nouns: list[str]
) -> None:
    assert _nouns(sentence, lexicon) == nouns


@for_each(
    ("sentence", "nouns"),
    [
        # What was carried over and what became of it are of the thing, not of each other.
        (
            "新收复议案件90件，上年结转13件，审结80件，维持39件",
            ["新收复议案件", "上年结转复议案件", "审结复议案件", "维持复议案件"],
        ),
        ("制发规范性文件9件，报备9件", ["制发规范性文件", "报备规范性文件"]),
        # Who did it is not what it was done to.
        ("人民调解员22人排查240次", ["人民调解员", "排查"]),
        ("受理诉求90宗，法律顾问参与22宗", ["诉求", "法律顾问参与"]),
        # A clinic is nobody who acts.
        ("校验9宗，诊所备案90宗", ["校验", "诊所备案"]),
        # To what those who are counted came.
        ("组织线上考试，参考90人、合格88人", ["线上考试参考", "线上考试合格"]),
        ("组织应知应会测试2次，参测90人", ["应知应会测试", "应知应会测试参测"]),
        ("累计转移90户300人", ["转移户", "转移"]),
        # There are more of them; nobody did that to them.
        ("9个镇街入选，省级示范村新增31个、总数206个", ["镇街", "新增省级示范村", "省级示范村"]),
        # What a site does is told of it.
        ("立法联系点18个作用明显", ["立法联系点"]),
        ("“侨乡”调解室8个调成纠纷19宗", ["“侨乡”调解室", "调成纠纷"]),
        ("司法所8个调解案例入选", ["调解案例"]),
        # The first of two numbers is no part of what the second counts.
        ("综合执法事项拓展到18个领域、964项", ["综合执法事项"]),
        # What says nothing by itself is told with the list that it sums up.
        ("提供咨询、代书等服务90人次", ["咨询、代书等服务"]),
        ("参考率、合格率持续保持100%", ["参考率", "合格率"]),
        ("“安全生产月”期间摆摊宣传9场", ["摆摊宣传"]),
        ("局领导为干部职工作普法讲座9场次", ["普法讲座"]),
        ("开展培训6期580余人次，参训率100%", ["培训", "培训人次", "参训率"]),
        ("立案45起，已结44起", ["立案", "已结"]),
        ("排查隐患90处，已改88处", ["排查隐患", "已改隐患"]),
        ("加强巡查，出动90人次", ["出动"]),
        # No thing by itself: half a day; and no person: 师 of 师生.
        ("律师轮值坐堂96个半天", ["律师轮值坐堂"]),
        ("走进6所中小学，3700余名师生受教育", ["中小学", "师生"]),
        # What bodies are called that a verb stands in, and what is said of them.
        ("16个村（社区）代办点为老年人服务", ["村（社区）代办点"]),
        ("27个村（居）调委会联动排查", ["村（居）调委会"]),
        ("聘请1名法律顾问审查改造协议", ["法律顾问"]),
        ("通过620块电子屏滚动播放", ["电子屏"]),
        ("22项许可事项办理时限压缩一半", ["许可事项"]),
        ("原来6个许可事项合并为1个", ["许可事项", "合并许可事项"]),
        ("检查频次每季度不少于1次", ["检查频次"]),
        ("涉企联合检查比例达68%", ["涉企联合检查比例"]),
        # Members of a list that say themselves what they are, or are kinds of what ends it.
        ("便民服务中心、村服务站分别建成10处、247处", ["便民服务中心", "村服务站"]),
        ("共性、个性责任分别为18项和32项", ["共性责任", "个性责任"]),
        ("听取汇报、会商难题13个", ["会商难题"]),
        ("备案规范性文件9件，废止13件", ["备案规范性文件", "废止规范性文件"]),
        ("政务服务事项186项，全程网办178项", ["政务服务事项", "全程网办政务服务事项"]),
        # Bodies that meet have 会 in their names.
        ("召开依法治区委员会及协调小组会议6次", ["依法治区委员会及协调小组会议"]),
        ("街道党工委会、主任办公会决策“三重一大”事项57项", ["决策“三重一大”事项"]),
        ("“两代表一委员”28名现场打分", ["“两代表一委员”"]),
        # A breakdown ends where another thing is told.
        (
            "行政处罚90件，其中一般程序20件；平台预警30条",
            ["行政处罚", "一般程序行政处罚", "平台预警"],
        ),
    ],
)
def test_what_is_told_belongs_to_what_it_is_told_of(
    lexicon: Lexicon, sentence: str, nouns: list[str]
) -> None:
    assert _nouns(sentence, lexicon) == nouns


@pytest.mark.parametrize(
    ("sentence", "nouns"),
    [
        ("联合市监、住建夜查9次", ["联合夜查"]),
        ("春运期间联合交警、运管所上路检查9次", ["联合上路检查"]),
        ("联合城管、环保等部门巡查9次", ["联合巡查"]),
        ("与邻县水警支队联合巡航9次", ["联合巡航"]),
        ("走访渔户90户，和海警、渔政共同巡海9次", ["走访渔户", "共同巡海"]),
        ("会同派出所、税务所开展市场整治9次", ["市场整治"]),
        # Without a partner it says how, and before a body that is part of a name it says nothing.
        ("开展联合执法检查9次", ["联合执法检查"]),
        ("协同消防救援站培训队员90人次", ["培训队员"]),
        ("联合办公室办理事项9件", ["办理事项"]),
    ],
)
def test_with_whom_something_was_done_is_not_counted(
    lexicon: Lexicon, sentence: str, nouns: list[str]
) -> None:
    assert _nouns(sentence, lexicon) == nouns


@pytest.mark.parametrize(
    ("sentence", "nouns"),
    [
        ("文书合格率确保99%", ["文书合格率"]),
        ("庭审旁听率力争90%以上", ["庭审旁听率"]),
        ("持证率始终保持100%，投诉率控制在3%以内", ["持证率", "投诉率"]),
        ("村规民约审查率巩固在95%以上", ["村规民约审查率"]),
        ("对养殖场检查原则上不超过2次", ["检查"]),
        # What is planned or aimed at may be what is counted.
        ("制定工作计划3份，确定奋斗目标4项", ["工作计划", "奋斗目标"]),
    ],
)
def test_how_firm_a_number_stands_is_no_part_of_what_it_counts(
    lexicon: Lexicon, sentence: str, nouns: list[str]
) -> None:
    assert _nouns(sentence, lexicon) == nouns
