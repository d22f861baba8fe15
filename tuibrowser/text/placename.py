"""The part of a place name that people say: 大兴 for 大兴区, 恩施 for 恩施土家族苗族自治州."""

from __future__ import annotations

import re

from tuibrowser.text.fold import fold

# Longest first.
_LEVELS = (
    *("特别行政区", "地区办事处", "街道办事处"),
    *("自治区", "自治州", "自治县", "自治旗", "民族乡"),
    *("林区", "新区", "地区", "街道", "苏木"),
    *("省", "市", "盟", "区", "县", "旗", "乡", "镇"),
)

_FUNCTIONAL = ("开发区", "园区", "保税区", "示范区", "管理区", "合作区")

_AUTONOMOUS = ("自治区", "自治州", "自治县", "自治旗", "族乡")

# The peoples after whom autonomous places are named; 各族 as in 隆林各族自治县. Six of them stand
# in names without 族 too, as in 伊犁哈萨克自治州.
_PEOPLE = re.compile(
    r"""(?:(?:
        蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|高山|拉祜|水
        |东乡|纳西|景颇|柯尔克孜|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|塔吉克|怒
        |乌孜别克|俄罗斯|鄂温克|德昂|保安|裕固|京|塔塔尔|独龙|鄂伦春|赫哲|门巴|珞巴|基诺|各
    )族|维吾尔|哈萨克|柯尔克孜|蒙古|锡伯|塔吉克)$""",
    re.VERBOSE,
)

_SHORTEST = 2

# Code, not lexicon: forms of units' names are the same everywhere.
_OFFICE = re.compile(
    r"(?:[、和]?(?:人民政府|(?<=[镇乡县区市旗委、和])政府|党工委|党委|(?<=[镇乡])委员会"
    r"|(?<=街道)(?:工作委员会|工委|办(?:事处)?)|(?<=[、和])办事处|(?<=区)(?:管理委员会|管委会)))+$"
    r"|^中共|(?<=[县区市旗])人民政府(?=.)"
)


def stem(name: str) -> str:
    """``name`` without its level, and without the peoples of an autonomous place.

    大兴区 → 大兴, 内蒙古自治区 → 内蒙古, 津市市 → 津市. One level is cut, and only where at least
    two characters stay, since one alone names nothing: 和县 stays 和县. A functional area
    (经济技术开发区) is no division and keeps its name. Traditional characters stay what they are:
    雲川鎮 → 雲川.
    """
    return name[: len(_plain_stem(fold(name)))]


def _plain_stem(name: str) -> str:
    if name.endswith(_FUNCTIONAL):
        return name
    for level in _LEVELS:
        if name.endswith(level) and len(name) - len(level) >= _SHORTEST:
            short = name.removesuffix(level)
            return _without_peoples(short) if name.endswith(_AUTONOMOUS) else short
    return name


def is_level(word: str) -> bool:
    """Whether ``word`` is the level of a place's name alone: 街道, 自治县."""
    return word in _LEVELS


def without_office(name: str) -> str:
    """The unit (equated) whose office ``name`` is: 柳溪镇人民政府 is that of 柳溪镇."""
    return _OFFICE.sub("", name) or name


def _without_peoples(name: str) -> str:
    while (people := _PEOPLE.search(name)) and people.start() >= _SHORTEST:
        name = name[: people.start()]
    # 东乡族自治县 is named after its people alone.
    return name.removesuffix("族") if len(name) > _SHORTEST else name
