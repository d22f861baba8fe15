"""Whether an amount is a figure that reports work.

Ordinals, sessions, codes, habits and names are none: 六届五次全会, 每季度一次, 三项制度.
"""

from __future__ import annotations

import re

from tuibrowser.lexicon.units import Units
from tuibrowser.model.terms import Span
from tuibrowser.parsing.figures.amounts import is_range, read_amount
from tuibrowser.parsing.figures.made import is_one_made
from tuibrowser.parsing.figures.near import ENDS_CLAUSE, has_its_words
from tuibrowser.parsing.figures.portions import counts_some
from tuibrowser.parsing.nouns.akin import TIMES
from tuibrowser.places.wording import begins_name
from tuibrowser.text.numerals import NUMERAL, parse_pair

_NEAR = 24
# 3人—5人, but 92件——其中.
_RANGE = re.compile("[+~-]|—(?!—)")
_ROUND_THE_CLOCK = re.compile(r"[×x*、,]?24|全天|无休|不打烊|不间断|无理由")
_PERCENT = re.compile(r"\d+(?:\.\d+)?%")
# Code, not lexicon: what an ordinal and a frequency are is grammar.
# 六届五次 numbers a session.
_AFTER_ORDINAL = frozenset("第每届.·+—–-~/=><^〔[×*")
_APART = re.compile(
    r"(?:分别|依[次序])[^,。;:!?、()\d]{0,6}(?P<run>(?:\d[\d,]*(?:\.\d+)?[万亿]?[、和与及])*)$"
)
_SIGNED = re.compile(
    "(?:[同环]比|[较比][^,。;、\\d]{0,6}(?:[年期月末初]|季度)|增[长速幅减]率?|降幅|变[动化])(?:率|幅度|[为达约])*$"
)
"""Before a sign that tells how something changed: 同比-9%, but 1+4+N and 3人-5人."""
_ORDINAL_LIST = re.compile(
    rf"(?:第[{NUMERAL}\d]+、|[\d届][、至到]|[{NUMERAL}]、"
    rf"|[第届][{NUMERAL}\d]+(?P<unit>[次期批轮])(?:[、和及至到][{NUMERAL}\d]+(?P=unit))*[、和及至到])$"
)
# 七届人大三次会议 is its third.
_SESSION = re.compile(
    rf"届(?:[省市区县乡镇]?(?:人大|政协|人民代表大会|中央|党委|委员会|常委会|纪委|全委会|常务委员会)){{0,2}}(?:[{NUMERAL}\d]+次[、和及至到])*$"
)
_JOINS = ("、", "和", "及", "至", "到")
_FREQUENCY = re.compile(
    r"每(?:个)?(?:年|月|季度?|周|日|天|旬|半年|半月|双月|两月|两周)(?:度|末|初)?[\u4e00-\u9fff]{0,4}$"
)
_OF_EACH_VILLAGE = re.compile(
    r"每(?:个|一)?(?:行政)?(?:村|社区|居|网格)(?:\([^()]{1,4}\))?[^,;:。\d]{0,2}每[^,;:。\d]{1,10}$"
)
"""每村每年培训3次 is what each must do."""
_HABIT = re.compile(r"[一两三半](?:个)?(?:年|月|季度?|周|日)$|(?<!第)一[\u4e00-\u9fff]$")
"""Before 一次 or 一卷 these tell of each: 两月一次, 一事一卷."""
_EACH_TIME = re.compile("[、,][\u4e00-\u9fff]{2,3}一[方片批域类串线面](?:[、,。;]|$)")
"""Behind 一件 it tells of each: 化解一件、稳定一方."""
# 同一 and 任一 name; 劳动合同三份, 村主任两名, 宣传周四场 count.
_NOT_COUNTED_BEFORE = re.compile(
    r"(?:[第再又这那哪某另]|(?<![合协会共])同|(?<![主责担兼专新委聘])任|人手|(?<!宣传)(?<!活动)周|星期"
    r"|每[\u4e00-\u9fff]{0,2})$"
)
_FLOORS = frozenset({"至少", "不少于", "不低于"})
_FLOOR_BEFORE = re.compile("(?:至少|不少于|不低于)[\u4e00-\u9fff]{0,4}$")
_ALL_YEAR = re.compile("(?:播音|播报|运行|优良天数|累计|连续|达到?|共)$")
# Nothing is counted where there was none: 没有一名干部违纪.
_NONE_BEFORE = re.compile(r"(?:[没未无]|没有|未有|没有发生|未发生|跑|[进统唯逐新])$")
_OF_GOODS = frozenset("台套本块部期")
"""Behind a verb two or three of them are had, whatever they are: 配备三台无人机, 开设三期课程."""
_BEGINS = re.compile("(?:^|[,;、。])$")
_FARED = re.compile("因(?!公)|被|获|未|受|通过|取得|入选|考[取入上]|晋升|当选|提拔|转")
"""Behind two or three persons that begin a clause, how they fared: 两人因病缺考."""
_DONE = re.compile("(?<=[办开讲上做授搞写设建买装])了$|[》”]等$")
"""What ends a verb of one character, or a list of names: 办了两期讲座, 学习《…》等三部法律."""
_YET_BEHIND = {"项": ("》等", "”等", '"等'), "个": ("覆盖", "涵盖", "覆盖了")}
"""Behind titles that are listed they are counted: 制定《…》等5项制度; so are 覆盖25个领域."""
_RULES_MADE = re.compile(
    "、[^、,。;]{2,12}等$|(?:修订|修改|制定|制订|出台|完善|健全|新建|新立|废止|清理|汇编|收录|编制)了?$"
)
"""Behind a list or a verb that makes them rules are counted: 修订11项制度; 三项制度 is a name."""
_VERB = 5
"""Characters before a number in which a verb stands."""
_SOLVED = re.compile("(?:解决|破解|化解|整改|查找|查摆|排查|发现|反馈|收集|协调|处置)了?$")
_SOLVABLE = re.compile(
    "[\u4e00-\u9fff]{0,8}(?:问题|难题|困难|诉求|隐患|矛盾|纠纷|短板|堵点)(?:[,。;、)]|$)"
)
"""What was solved is counted, though 三个问题 are named: 解决九个问题."""
_CASES = re.compile(
    "[^,。;、()\\d]{0,8}?(?:案件?|信访件|问题|隐患|纠纷|建议|意见|提案|议案|线索|工单|投诉|诉求|申请)(?:[,。;、)]|$)"
)
"""What ten of are counted that something was done with: 化解十件信访积案, no 十件实事."""
_NOUN_OF_TWO = re.compile("[\u4e00-\u9fff]{2}")
"""Of goods one is had: 举办一期培训班; 一本账 makes a word, as does 一套班子."""
_OF_THINGS = frozenset("个条块套本支台面所")
# 三家村 and 八户村 are names, 三家村办企业 are three.
_VILLAGE = re.compile(r"村(?=[、,。;)和及与的]|$|委|党|支部|社区|法|司法|派|设|调解|群众)")
_OF_VILLAGES = frozenset("家户间棵台堂张架栋所支亩面条座")
_RANKED = frozenset({"名", "位"})
"""全市前三名 is a rank where nothing follows: 前三名的村 are three."""
_NOUN = re.compile(r"[^,。;、()\"\d]{1,8}")
_VILLAGES = ("村", "社", "队")
# 二期 and 二次 number, 两期 and 两次 count.
_POWERS = frozenset("十廿卅百千万亿")
_FEW = frozenset("一三四五六七八九两")


def counts(  # noqa: PLR0911 — one kind of number that is no figure a line
    match: re.Match[str], shadow: str, units: Units
) -> bool:
    """Whether what ``match`` of the grammar of amounts found in ``shadow`` counts something."""
    groups = match.groupdict()
    if groups.get("percent") or groups.get("tens"):
        return True
    unit, before = match["unit"], text_before(shadow, match)
    if not _may_stand_behind(before, match):
        return False
    is_floor = (
        match["before"] in _FLOORS
        or match["trailing"] == "以上"
        or _FLOOR_BEFORE.search(before) is not None
        or _OF_EACH_VILLAGE.search(before) is not None
    )
    if unit != "元" and _FREQUENCY.search(before) and not is_floor:
        return False  # how often is a habit, unless it is a rule: 每季度至少1次
    number = match["number"]
    if "、" in number and (match.start() == 0 or _ORDINAL_LIST.search(before)):
        return False  # 第3、4次, 3、4、5号, and 1、2件 that numbers a paragraph
    if (
        before.endswith(_JOINS)
        and _ORDINAL_LIST.search(before)
        and not match["before"]
        and find_apart(shadow, match.start()) is None
    ):
        return False
    after = shadow[match.end("unit") : match.end("unit") + _NEAR]
    is_name = (
        after.startswith(units.not_before.get(unit, ()))
        and not after.startswith(units.yet_before.get(unit, ()))
        and not before.endswith(_YET_BEHIND.get(unit, "\0"))
        and not (unit == "项" and number not in {"3", "三"} and _RULES_MADE.search(before))
    )
    if is_name or _RANGE.match(after):
        return False
    if not has_its_words(match, before, shadow, units) or _is_rank(unit, before, after):
        return False
    if match.re.groupindex.get("percent") is not None:
        return _counts_in_chinese(match, shadow, units)
    if before and _is_code(before[-1], match):
        return False
    if is_range(number):
        low, high, _ = read_amount(match)
        return not before.endswith(("由", "从")) and low < (high or 0)
    is_always = _is_always(number + unit, after) and not match["mid"]
    if is_always and not before.endswith(("由", "从")) and not _ALL_YEAR.search(before):
        return False
    if (unit == "个" and _PERCENT.match(after)) or (unit == "%" and before.endswith("个")):
        return False  # 实现5个100%
    # 05件 is a code.
    return not (number.startswith("0") and len(number) > 1 and "." not in number)


def _is_always(amount: str, after: str) -> bool:
    """Whether an amount says that something never stops: 24小时, 7天×24小时; 缩短至7天 does not."""
    return amount in {"24小时", "365天"} or (
        amount == "7天" and bool(_ROUND_THE_CLOCK.match(after))
    )


def _may_stand_behind(before: str, match: re.Match[str]) -> bool:
    """Whether no ordinal, session or code ends ``before``, and no sign that tells no change."""
    if match.groupdict().get("sign"):
        return _SIGNED.search(before) is not None
    is_session = match["unit"] == "次" and _SESSION.search(before)
    return not before or (before[-1] not in _AFTER_ORDINAL and not is_session)


def find_apart(shadow: str, at: int) -> Span | None:
    """The numbers up to ``at`` that stand behind 分别 without a unit: 分别为31、22、9宗."""
    first = max(0, at - 2 * _NEAR)
    if shadow.find("分别", first, at) < 0 and shadow.find("依", first, at) < 0:
        return None
    apart = _APART.search(shadow, first, at)
    return apart.span("run") if apart else None


def text_before(shadow: str, match: re.Match[str]) -> str:
    """The characters before ``match`` that tell what it is."""
    # Not all that stands before: a line may be a whole page.
    return shadow[max(0, match.start() - _NEAR) : match.start()]


def _counts_in_chinese(match: re.Match[str], shadow: str, units: Units) -> bool:
    number, unit = match["number"], match["unit"]
    end = match.end()
    before, after = text_before(shadow, match), shadow[end : end + _NEAR]
    hedged = bool(match["before"] or match["mid"] or match["late"])
    is_one = number == "一" and before.endswith(units.one_of.get(unit, ()))
    if is_one and ENDS_CLAUSE.match(after):
        return True  # 公园一处
    at = match.start("number")
    is_made = number == "一" and is_one_made(unit, before, after)
    is_idiom = not is_made and any(_stands_at(it, shadow, at) for it in units.idioms)
    is_part = bool(before) and before[-1] in NUMERAL
    if is_part or (not hedged and (is_idiom or _names_place(match, shadow))):
        return False
    is_many = len(number) > 1 and not _POWERS.isdisjoint(number) and unit not in units.numbered
    is_habit = _NOT_COUNTED_BEFORE.search(before) and match["before"] not in _FLOORS
    if is_habit or not (unit in units.countable or hedged or is_many):
        return False
    try:
        value = read_amount(match).value
    except ValueError:
        return False
    if "至" in number or "到" in number:
        return value > 0 and not before.endswith(("由", "从"))
    if hedged or "、" in number or "点" in number or number == "半" or parse_pair(number):
        return value > 0
    if value >= 10:
        return number not in {"百", "千", "万", "亿", "千万", "百万"} and not (
            number == "十"
            and unit in {"分", "个", "项", "条", "件"}
            and after[:1] not in ",。;、"
            and not _names_things(after, units)
            and not (_is_done(before, units) and _CASES.match(after))
        )
    if number == "零":
        return before.endswith(units.zero_after) and ENDS_CLAUSE.match(after) is not None
    is_few = value >= 1 and number in _FEW
    is_known = is_made or counts_some(number, unit, before, after)
    return is_few and (is_known or _counts_few(match, before, after, units))


def _stands_at(idiom: str, shadow: str, at: int) -> bool:
    """Whether ``idiom`` stands in ``shadow`` where ``at`` is, at its beginning or in it."""
    return shadow.find(idiom, max(0, at - len(idiom) + 1), at + len(idiom)) >= 0


def _is_rank(unit: str, before: str, after: str) -> bool:
    return unit in _RANKED and before.endswith("前") and ENDS_CLAUSE.match(after) is not None


def _names_place(match: re.Match[str], shadow: str) -> bool:
    """Whether number and unit stand in a place's name: 三家子乡, 北四家乡, 五台县, 三家村."""
    start, end = match.start("number"), match.end("unit")
    is_many = match["number"] == "两"  # 两家村委会 are two: names have 二 and 双
    if not is_many and match["unit"] in _OF_VILLAGES and _VILLAGE.match(shadow, end):
        return True
    return any(begins_name(shadow, at, end - at) for at in range(max(0, start - 2), start + 1))


def _counts_few(match: re.Match[str], before: str, after: str, units: Units) -> bool:
    """Whether one to nine, in Chinese, count: 两次会议, 三个村, 广场一个; not 三项制度, 一件事."""
    number, unit = match["number"], match["unit"]
    if number == "一" and (
        _NONE_BEFORE.search(before) or _HABIT.search(before) or _EACH_TIME.match(after)
    ):
        return False
    if unit == "组" and before.endswith(_VILLAGES):
        return False  # 石桥村三组 is one of its groups
    if not after or after[0] in ",。;、)":
        return unit not in {"处", "部", "家"} or number != "一"
    if unit in units.named_by_few:
        # Three systems, five steps and two centres are names more often than counts.
        # 五人调解小组 tells how large it is.
        if unit == "人":
            return number != "一" and bool(_BEGINS.search(before) and _FARED.match(after))
        if _SOLVED.search(before) and _SOLVABLE.match(after):
            return True
        is_had = units.built.search(before) is not None or _is_done(before, units)
        got = unit in _OF_GOODS and is_had
        if number == "一":
            return got and unit != "套" and _NOUN_OF_TWO.match(after) is not None
        made = unit in _OF_THINGS and units.built.search(before) and not units.ideas.match(after)
        return bool(got or made or _names_things(after, units))
    if number == "一" and unit not in units.one_counts:
        is_known = units.counting.closing.search(before) is not None
        return unit in units.countable and (is_known or (unit in TIMES and _is_done(before, units)))
    return True


def _is_done(before: str, units: Units) -> bool:
    """Whether a verb ends ``before``: 听取, 组织学习, 办了."""
    at = len(before)
    ends = (it.end() for it in units.counting.verbs.finditer(before, max(0, at - _VERB)))
    return at in ends or _DONE.search(before) is not None


def _names_things(after: str, units: Units) -> bool:
    """Whether things that are counted, not named, follow: 村, 行政村, 法律服务站点."""
    noun = _NOUN.match(after)
    ends = range(1, noun.end() + 1) if noun else range(0)
    return any(units.counting.doers.search(after[:end]) for end in ends)


def _is_code(last: str, match: re.Match[str]) -> bool:
    """Whether a number goes on what stands before it: G320条, but not APP1.7万余人."""
    says_more = any(match[name] for name in ("mid", "scale", "late", "plus"))
    return last.isdigit() or (last.isascii() and last.isalpha() and not says_more)
