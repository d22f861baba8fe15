"""Paragraphs that a page's end or a stray line break tore in two are made whole again.

Lines that a right margin ended throughout a text are left to the parser, which knows widths. The
words stand here and in no lexicon: what a file says may not depend on what a person added there,
or it would have to be read again.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tuibrowser.reading.pages import page_lines

PAGE_END = "\f"
"""A line that says that a page ends here."""
_ENDS = tuple("。；;：:！!？?…”’」』）)】》>|")
# No paragraph begins with these, whatever stands before them but a stop.
_GOES_ON = "，。；、,;"
_STOPS = frozenset("。；;！!？?>|")
# Nor does a heading or a sentence end in these, but for words that end so: 针对, 行为, 存在, 参与.
_OPEN_END = re.compile(
    r"(?:[，,、（(《“「]|(?<![缓调总温])和|(?<![参给])与|(?<![普惠])及|[^，。；]{6}的|.{4}(?:(?<![应面针相核结反校绝])对|将|(?<!一)把"
    r"|(?<![有作行认因成人身可])为|(?<![存内外所潜实自常永])在|(?<![所可得予足难加])以|(?<![自理事缘])由"
    r"|(?<![服听遵])从|(?<![由终至等])于|(?<![方导面志走去取])向|[并且或不未每]|进一步|不断|切实"
    r"|按照|根据|围绕|包括))$"
)
# No line of Chinese begins with these.
_CLOSERS = "，。；：、！？）》”」』,;:!?)"
# Nor with these words, but for those that are of another word: 和谐, 及时, 等级.
_GLUE = re.compile(
    r"的(?!确)|和(?![谐平睦解美顺善气好])|以?及(?![时格早第])|等(?![级候待同到你他])|并(?![购州轨网])|且|而(?!今|立)"
    r"|或(?!然)|[至到](?!20\d\d年)\d"
)
# 进度，由… goes on where the line above broke off; 目前，… begins.
_REST_OF_WORD = re.compile(
    r"(?!(?:目前|其中|同时|此外|今年|去年|当年|次年|年初|年内|年中|年末|年底|近年|首先|其次|再次"
    r"|最后|另外|总之|当前|会上|会后|期间|为此|因此|对此|据此|如今|近日|日前|全年|随后|然而|但是"
    r"|不过|一方|尤其|特别|截至|截止|[全我本][市县区镇乡局]|各[村站]|平时|对[内外上下]|村里|镇里"
    # 汛期，… and 线上，… say when and where; 程中， is the rest of 过程中.
    r"|[^程况础统][上下前后中内外期初末底季节间][，,]))"
    r"(?![无没暂略是否今故但])(?:[\u4e00-\u9fff]{1,2}[,，]|[\u4e00-\u9fff]{1,2}[。；;]$)"
    r"|进行(?![中时])|予以|加以|得以|为期|活动(?=\d)|\d[\d.]*[余多万]?(?:场次|人次|户次|次|场|件|份|人|名|个|项|户|起|条|家|期|篇|处|元)[，,。；;]"
    r"|(?:的|工作|建设|情况|制度|机制|职责|责任|能力|水平|作用)(?!中|上|方面|要|是|人)[^。]{0,6}[，,。；;]"
)
_BEGINS = re.compile(
    r"[\s#|\-•·●■◆★※【\[]|第?[一二三四五六七八九十]{1,3}[、.．，,是要部章]"
    r"|[（(][一二三四五六七八九十\d]|[①-⑳㈠-㈩⑴-⒛]|\d{1,2}[、.．]"
    r"|首先|其次|再次|最后|附件|抄送|来源|20\d\d[-/年]"
)
_HEADS_OR_LISTS = re.compile(rf"\s*(?:附|抄|{_BEGINS.pattern})")
# Words that no line break parts unless it parts a sentence.
_WHOLE = (
    "法治政府建设", "法治建设", "第一责任人", "主要负责人", "责任人职责", "职责情况", "依法行政",
    "行政执法", "举措和成效", "不足和原因", "需要报告的", "报告的情况", "矛盾纠纷", "法治思想",
    "推进法治建设第一责任人", "负责人履行推进", "党政主要负责人", "其他需要报告",
    "人民政府", "下一年度", "年度报告", "主要举措", "主要安排", "以案释法", "民法典", "习近平",
    "党的二十大", "放管服", "双随机", "枫桥经验", "网格员", "调解员", "明白人", "公职律师",
    "营商环境", "规范性文件", "合法性审", "出庭应诉", "二十大", "枫桥式", "谁执法谁普法",
    "社会主义", "高质量", "全过程", "深度融合", "第一时间", "予以", "宣传", "推进", "落实",
    "规范", "纠纷", "群众", "培训", "参与", "保障", "覆盖", "力度", "监督", "领导", "问题",
    "情况", "制度", "政府", "服务", "环境", "矛盾", "措施", "隐患", "律师", "顾问", "诉讼",
    "氛围", "资料", "程序", "企业", "案卷", "案件", "文件", "条件", "人员", "成员", "党员",
    "讲座", "机关", "社区", "意识", "知识", "素养", "效果", "效率", "质量", "数量", "组织",
    "课堂", "台账", "案例",
)  # fmt: skip
# Two words that go together: a break between them may part a heading from its text (强化监督,
# 检查…), one amid either of them parts neither.
_PAIRS = (
    "行政处罚", "行政复议", "行政诉讼", "行政检查", "行政许可", "行政决策", "行政机关",
    "行政管理", "执法人员", "执法队伍", "执法监督", "执法程序", "执法案卷", "综合执法",
    "执法检查", "领导干部", "领导小组", "组织领导", "法律顾问", "法律服务", "法律援助",
    "法律法规", "法律知识", "法治宣传", "法治教育", "法治意识", "法治思维", "法治素养",
    "法治文化", "法治氛围", "普法宣传", "宣传教育", "宣传活动", "人民调解", "调解组织",
    "纠纷化解", "纠纷排查", "政务服务", "政务公开", "政府信息", "信息公开", "便民服务",
    "备案审查", "公平竞争", "权责清单", "应急管理", "应急预案", "安全生产", "突发事件",
    "基层治理", "社会治理", "乡村振兴", "信访积案", "专题会议", "专题学习", "专题培训",
    "集体学习", "专项行动", "专项整治", "工作机制", "工作要点", "工作方案", "工作人员",
    "责任落实", "监督检查", "考核评价", "人民群众", "经济社会", "矛盾调处", "公共服务",
    "联席会议", "统筹推进",
)  # fmt: skip
_COUNTED = re.compile(r"[一-鿿]\d[\d.]*[余多]?$")
_COUNTS = re.compile(
    r"(?:余|多|万)?(?:次|场|件|份|人|名|个|项|户|起|条|家|期|篇|部|处|元|亩|%|％)(?!数|均|员|民)"
)
# What a page may begin below: a heading of one clause or two, or a line that is too short to tell.
_HEADING = re.compile(r"\s*(?:[^，,。；;\d]{1,30}|[^，,。；;\d]{2,24}[，,][^，,。；;\d]{2,24})$")
# What stands below such a line is its text: 存在的不足和原因 above 工作力度还需加大，….
_ITEM = re.compile(
    r"^[^，,。；;]{0,24}(?:不足|问题|短板|差距|困难|环节|原因|成效|举措|做法|安排|打算|计划|思路|情况)$"
)
# A title or a day is whole, on whatever page the text goes on.
_IS_WHOLE = re.compile(r"[^，,。；;]*(?:报告|总结|汇报|通知|\d\s*日)")
# The end of a word that a page's end tore, and how many there are: 处罚案 / 卷18份.
_COUNTED_REST = re.compile(
    r"(?![共有于近约达第每从至自在各村镇县市区乡年月日占计含仅为另新全前后本该超逾余已再又均需投按以])"
    r"[一-鿿]\d[\d.,]*[余多万]?(?:次|场|件|份|人|名|个|项|户|起|条|家|期|篇|部|处|元)"
)
# 2024年 / 1月15日
_NUMERAL = "[\\d元一二三四五六七八九十]"
_YEAR_ALONE = re.compile(rf"\s*(?:20\d\d|二[〇○零Ｏ0].{{2}})\s*年(?:\s*{_NUMERAL}{{1,2}}\s*月)?$")
_REST_OF_DAY = re.compile(rf"\s*(?:{_NUMERAL}{{1,2}}\s*月\s*)?{_NUMERAL}{{1,3}}\s*日\s*$")
_FEWEST_LINES = 12
_WRAPPED = 0.4
_SHORTEST_WRAPPED = 15


def rejoin(text: str) -> str:
    """``text`` without page numbers and running heads, its torn paragraphs on one line each."""
    lines = text.split("\n")
    dropped = page_lines(lines) | {at for at, line in enumerate(lines) if line == PAGE_END}
    wrapped = _is_wrapped(lines)
    kept: list[list[str]] = []  # of each line its pieces
    blank: list[str] = []
    page_ended = False
    for index, line in enumerate(lines):
        if index in dropped:
            page_ended = True
        elif not line.strip():
            blank.append(line)
        else:
            above = kept[-1] if kept else []
            adjoins = above and not wrapped and (page_ended or not blank or line[0] in _GOES_ON)
            if adjoins and _goes_on(above, line, page_ended):
                above[-1] = above[-1].rstrip()
                above.append(line)
            else:
                torn = page_ended and wrapped and above and not above[-1].rstrip().endswith(_ENDS)
                kept += [*([it] for it in blank if not torn), [line]]
            page_ended, blank = False, []
    return "\n".join(["".join(pieces) for pieces in kept] + blank)


def _goes_on(above: Sequence[str], below: str, page_ended: bool) -> bool:
    """Whether a paragraph whose pieces are ``above`` goes on in ``below``."""
    end = above[-1][-64:].rstrip()
    if end.count("《") > end.count("》") or (
        _YEAR_ALONE.fullmatch(end) and _REST_OF_DAY.match(below)
    ):
        return True
    if _BEGINS.match(below):
        return False
    if not end or (end.endswith(_ENDS) and (end[-1] in _STOPS or below[0] not in _GOES_ON)):
        return False
    if below[0] in _CLOSERS or _GLUE.match(below) or _OPEN_END.search(end):
        return True
    if _is_within_word(end, below) or (_COUNTED.search(end) and _COUNTS.match(below)):
        return True
    may_head = _HEADS_OR_LISTS.match(above[0]) and _HEADING.match(above[0])
    is_rest = bool(_REST_OF_WORD.match(below)) and not may_head and not _ITEM.search(end)
    if not page_ended:
        return is_rest
    if len(above) > 1:
        return True
    if _IS_WHOLE.fullmatch(above[0].strip()):
        return False
    return is_rest or not _HEADING.match(above[0]) or bool(_COUNTED_REST.match(below))


def _is_within_word(end: str, below: str) -> bool:
    """Whether the break tears a word, or either word of a pair."""
    seam = end[-6:] + below[:6]
    at = len(end[-6:])
    return any(_torn_at(word, seam, at) for word in _WHOLE) or any(
        _torn_at(pair, seam, at) not in (0, len(pair) // 2) for pair in _PAIRS
    )


def _torn_at(word: str, seam: str, at: int) -> int:
    """How many characters of ``word`` stand before the break at ``at``; 0 where it is not torn."""
    found = seam.find(word)
    return at - found if 0 <= found < at < found + len(word) else 0


def _is_marked_heading(line: str) -> bool:
    """Which no stop ends and no margin: a short report of four long ones is not wrapped."""
    return bool(_HEADS_OR_LISTS.match(line) and _HEADING.match(line))


def _is_wrapped(lines: list[str]) -> bool:
    """Whether lines end amid sentences throughout, as those of mails and PDFs do."""
    full = [line.strip() for line in lines if len(line.strip()) >= _SHORTEST_WRAPPED]
    if len(full) < _FEWEST_LINES:
        return False
    open_ends = sum(not line.endswith(_ENDS) and not _is_marked_heading(line) for line in full)
    return open_ends > len(full) * _WRAPPED
