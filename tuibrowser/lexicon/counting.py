"""What the grammar of a counting clause is made of: ``counting`` of ``units.toml``, compiled.

A counting clause says of how many things something was done: 累计开展法治讲座二十场,
共调解邻里纠纷31件. All patterns are for folded text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from tuibrowser.lexicon.patterns import longest_first

# Code, not lexicon: how the words of units.toml stand together.
_OUT: Final = "出(?![台具席动庭境入口现租让资访发示版])"
"""Behind a verb: 培育出示范村, but 组织出台."""
_CAME_OUT: Final = (
    "[挂装换贴立架摆竖树搭安写画印编拍晒亮列评选推派找摸排清筛挖兑送交转递报签谈定劝撮救讨缴收拉引招聘种栽投]"
    "(?:[上下出起回]来(?![访信电])|出(?![台具席动庭境入口现租让资访发示版勤租警生])"
    "|上(?![传访网线级报级限门海学市下的])"
    "|[下起](?![级属行辖列乡达放发派村沉诉点伏来])"
    "|来(?![访信电源年自往函])|成(?![效绩果员本立功长分人年为]))(?=[^,、的]{2})"
)
"""A verb of two characters that ends in where to, as no list has all of: 挂出, 装上, 签下."""
_SETS: Final = (
    "设(?<=...)(?<![建假架铺摆增新开常陈预下内附虚]设)(?![备施计点卡立置定想法有])(?=[^,、]{3})"
)
"""A verb of one character behind where it was done: 主干道|设|灯杆."""
_DONE: Final = "成功|完成|完毕|到位|属实"
"""Behind an act: that it succeeded."""


@dataclass(frozen=True, slots=True, eq=False)
class Counting:
    """Its words and patterns."""

    leading: re.Pattern[str]
    summed: re.Pattern[str]
    """Who did what a number sums up: 整治行动共(拆除浮台)."""
    trailing: re.Pattern[str]
    """What stands between an object and its number: 共, 达到, 同比上升."""
    totals: re.Pattern[str]
    introducing: re.Pattern[str]
    """Verbs that are left out before their object."""
    acts: re.Pattern[str]
    """Verbs that say what was done to it."""
    verbs: re.Pattern[str]
    """Both."""
    closing: re.Pattern[str]
    """Verbs that close what stands before a number, so that they have no object there."""
    bare: re.Pattern[str]
    """Acts alone, with their adverbs."""
    fates: re.Pattern[str]
    """Acts with their adverbs, and what becomes of a thing besides: 查实, 不予批准, 注销."""
    before_fate: re.Pattern[str]
    """Adverbs before them."""
    adverb: re.Pattern[str]
    """One of those, not none."""
    no_verbs: frozenset[str]
    """What looks like a verb and is what is counted: 投诉, 处罚."""
    no_fates: frozenset[str]
    """Those, and verbs that introduce an object."""
    giving: frozenset[str]
    """Verbs that introduce an object and say more than that something was done: 发放, not 开展."""
    adverbs: re.Pattern[str]
    prepositions: re.Pattern[str]
    partners: re.Pattern[str]
    """With whom something was done, before that: 联合公安、住建|检查, 与海警|联合巡航."""
    predicates: re.Pattern[str]
    """What ends a noun behind a number: a verb, an adverb, another number."""
    manners: re.Pattern[str]
    """Words that end it, too, where they do not begin it: 3次联合执法, 5家单位联合执法."""
    nominal: frozenset[str]
    """Verbs that at the end of an object are nouns: 信息公开申请3件."""
    moneys: tuple[str, ...]
    """Endings of nouns of which an amount of money is one."""
    things: tuple[str, ...]
    """Nouns of which two or three are counted, not named."""
    sources: re.Pattern[str]
    """How things came in, in the middle of a noun: 移交信访件, 企业反映问题."""
    heads: re.Pattern[str]
    """The last word of a noun, that says what kind of thing it is."""
    doers: re.Pattern[str]
    """At the end of a noun behind a number those who do something, whose deed is no noun."""
    actors: re.Pattern[str]
    """Before an act those who did it and are not counted."""


def counting_of(words: Mapping[str, Any], units: Sequence[str], after: Sequence[str]) -> Counting:
    """Compile the table as the TOML has it.

    Args:
        words: The table itself.
        units: All that things are counted in.
        after: What may stand between a number and its unit: 余, 多.
    """
    plain = {key: longest_first(entries) for key, entries in words.items()}
    # 责令改正通知书 is what a document is called.
    plain["adverbs"] += r"|责令(?![^,。、\d]{0,6}书)|(?<![平人户村日周月年])均"
    verb, acts, how = _verb(words), _acts(plain), rf"{plain['adverbs']}|{plain['manners']}"
    before_fate = rf"(?:{how}|{plain['fate_adverbs']})"
    no_verbs = (*words["heads"], *words["things"], *words["no_acts"])
    heads, doers = ([*words["things"], *words[key]] for key in ("heads", "doers"))
    return Counting(
        leading=re.compile(rf"(?:{'|'.join(words['leading_patterns'])}|{plain['leading']})+"),
        summed=re.compile(_summed(plain["manners"], verb, acts)),
        trailing=re.compile(
            rf"(?:{plain['totals']}|{'|'.join(words['trailing_patterns'])}|{plain['trailing']})+$"
        ),
        totals=re.compile(plain["totals"]),
        introducing=re.compile(verb),
        acts=re.compile(rf"(?:(?:{acts})[、和]?)+"),
        verbs=re.compile(rf"{verb}|{acts}"),
        closing=re.compile(_closing(words, how)),
        bare=re.compile(rf"(?:{how})*(?:(?!{plain['light']}){verb})?(?:{acts})+(?:{_DONE})?"),
        fates=re.compile(_fates(plain, before_fate, verb, acts)),
        before_fate=re.compile(f"{before_fate}*"),
        adverb=re.compile(f"{before_fate}+"),
        no_verbs=frozenset(no_verbs),
        no_fates=frozenset((*no_verbs, *words["introducing"])),
        giving=frozenset(words["introducing"]) - frozenset(words["light"]),
        adverbs=re.compile(rf"(?:{plain['adverbs']}|依法(?!治))+"),
        # 对接, 对象, 在编, 在线 and 为期 are words of their own, and so are 自由, 行为, 存在.
        prepositions=re.compile(
            rf"(?<![绝应核校](?=对))(?<![自理事缘案](?=由))(?<![行作](?=为))(?<![存所](?=在))(?<!供(?=给))(?:{plain['prepositions']})(?![接象口编岗册期面予线建校职读逃押园率])"
        ),
        partners=re.compile(_partners(plain["partners"])),
        predicates=re.compile(
            rf"\d|{_number(units, after)}|{verb}|{plain['predicates']}"
            rf"|{'|'.join(words['predicate_patterns'])}|{plain['adverbs']}"
        ),
        manners=re.compile(plain["manners"]),
        nominal=frozenset(words["nominal"]),
        moneys=tuple(words["moneys"]),
        things=tuple(words["things"]),
        sources=re.compile(rf"(?:{plain['sources']})的?"),
        heads=re.compile(rf"(?:{longest_first(heads)})$"),
        doers=re.compile(rf"(?:{longest_first(doers)})\ue002*$"),
        actors=re.compile(rf"(?:{plain['actors']})$"),
    )


def _verb(words: Mapping[str, Any]) -> str:
    """A verb that introduces an object, and no part of another word.

    参与率, 覆盖面 and 发布会 are such words, and so are 社会组织, 依申请公开.
    """
    within = "".join(rf"(?<!{re.escape(word)})" for word in words["no_verb_after"])
    introducing, never = (longest_first(words[key]) for key in ("introducing", "no_verb_before"))
    verb = f"{introducing}|{_CAME_OUT}|{_SETS}"
    return rf"{within}(?:{verb})(?!{never}|(?<=申请)人|(?<=上线)下)(?:{_OUT}|了?到?)"


def _acts(plain: Mapping[str, str]) -> str:
    return rf"(?:{plain['acts']})(?<!政务服务)(?<!政务公开)(?!{plain['no_act_before']})"


def _number(units: Sequence[str], after: Sequence[str]) -> str:
    more = re.escape("".join(after))
    return rf"[一二两三四五六七八九十百千]+[{more}]?(?:{longest_first(units)})"


def _summed(manners: str, verb: str, acts: str) -> str:
    """整治行动共拆除浮台: who did it stands before 共; but 纠纷累计化解 was done to those."""
    return (
        rf"[^,《》\d]{{2,16}}?(?:(?<!公)共|累计|总计)(?=(?:{manners})?(?:{verb}|{acts})..)"
        r"|[^,《》\d]{0,14}?(?:整治|行动|活动|工作|专项|检查|排查|攻坚)(?:共|累计|总计)(?=..)"
    )


def _partners(names: str) -> str:
    body = (
        "[^,、和与及]{1,8}?(?:[局院厅]|站(?!点)|队(?!伍)|办(?![公理结案])|委(?![员托])|(?<!场)所"
        "|中心|部门|单位|街道)"
    )
    one = f"(?:{body}|(?:{names}))"
    among_others = "[^,]{2,20}?等(?:多个)?(?:职能|相关)?(?:部门|单位)"
    return (
        f"(?P<how>联合|会同|协同|配合)(?:{among_others}|{one}(?:[、和与及]{one})*(?:部门|单位)?)(?=..)"
        "|(?<=[与和同])[^,]{2,24}?(?=(?:联合|共同|协同|联动|共建|合建|共设|互设)..)"
    )


def _closing(words: Mapping[str, Any], how: str) -> str:
    introducing = longest_first(words["introducing"])
    closing = longest_first({*words["introducing"], *words["closing"]} - {*words["nominal"]})
    return rf"^(?:{how})*(?:{introducing})了?$|(?:(?:{how})*(?:{closing})了?)+$"


def _fates(plain: Mapping[str, str], adverb: str, verb: str, acts: str) -> str:
    return (
        # 撤销或者确认违法5件, 复核后通过9件
        rf"(?:[^,、]{{2,4}}[后中内](?<!集中))?{adverb}*(?:(?!{plain['light']}){verb})?"
        rf"(?:(?:{acts}|{plain['fates']})(?:或者?(?=.))?)+(?:{verb})?(?:{_DONE})?"
    )
