"""What is said of corrections, wherever that is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from tuibrowser.lexicon.labels import ISSUER_KIND_LABELS, KIND_LABELS, THEME_LABELS
from tuibrowser.model.correction import Correction, CorrectionKey
from tuibrowser.model.terms import LevelState
from tuibrowser.text.linebreak import one_line
from tuibrowser.text.quotation import quoted

NOTHING: Final = "无"
"""What a person types for a thing that there is none of."""

KEY_NAMES: Final[dict[CorrectionKey, str]] = {
    "title": "标题",
    "issuer": "发文单位",
    "issuer_kind": "单位类型",
    "year": "年份",
    "date": "成文日期",
    "published": "发布日期",
    "province": "省",
    "city": "市",
    "county": "县",
    "township": "乡镇",
    "kind": "部分",
    "theme": "领域",
    "heading": "级别",
    "measure": "领域",
}

_OTHER_NAMES: Final = {"place": "地区", "heading": "小标题"}
"""Of those in ``Report.corrected`` that are no keys, or are called otherwise there."""

LEVEL_NAMES: Final = ("一级标题", "二级标题", "三级标题", "四级标题", "五级标题")
NO_HEADING: Final = "不是标题"

STATE_NAMES: Final[dict[LevelState, str]] = {
    "stated": "写明",
    "inferred": "推断",
    "corrected": "更正",
    "unknown": "不详",
}
"""How a level of a place is known."""

KEPT_BESIDE: Final = (
    "报告库 {} 不能写入，更正已保存在本机，只对自己有效；"
    "交给能写入的同事请运行：tuibrowser correct --export 文件"
)

FOLDER_NOT_KEPT: Final = (
    "以后从文件夹 {} 入库的，不会照此更正；要记住文件夹，请在能写入的报告库中更正"
)
KEPT_OF_OTHERS: Final = (
    "{} 份报告在报告库 {} 中，这里不改动它，更正已保存在本机，只对自己有效；"
    "要更正那个报告库，请只写那一个 --db"
)
UNDONE_ELSEWHERE: Final = "更正在报告库 {} 中，这里不改动它；要撤销，请只写那一个 --db"


def value_said(key: CorrectionKey, value: str | None) -> str:
    """A value as people read it: 普法宣传、政务公开."""
    if value is None:
        return NO_HEADING if key == "heading" else NOTHING
    match key:
        case "kind":
            return next((label for kind, label in KIND_LABELS.items() if kind == value), value)
        case "theme" | "measure":
            names = (THEME_LABELS.get(theme, theme) for theme in value.split())
            return "、".join(names) or NOTHING
        case "issuer_kind":
            kinds = ISSUER_KIND_LABELS.items()
            return next((label for kind, label in kinds if kind == value), value)
        case "heading":
            level = int(value)
            return LEVEL_NAMES[level - 1] if level <= len(LEVEL_NAMES) else f"{level} 级标题"
    return value


def correction_said(correction: Correction) -> str:
    """``“存在的不足”的部分：下一年度主要安排``."""
    key, value, heading = correction
    of = f"{quoted(heading)}的" if heading else ""
    return one_line(f"{of}{KEY_NAMES[key]}：{value_said(key, value)}")


def in_order(corrections: Iterable[Correction]) -> list[Correction]:
    """Those of the report as a whole as a person reads of it, then those of each part."""
    order = {key: at for at, key in enumerate(KEY_NAMES)}
    return sorted(corrections, key=lambda it: (it.heading, order[it.key]))


def names_said(corrected: Iterable[str]) -> str:
    """``发文单位、年份``, of ``Report.corrected``."""
    names = {str(key): name for key, name in KEY_NAMES.items()} | _OTHER_NAMES
    return "、".join(names.get(name, name) for name in corrected)
