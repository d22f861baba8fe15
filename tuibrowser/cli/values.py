"""Values of options, from the words a person types.

Each function raises ``ArgumentTypeError`` with Chinese words that follow the option's name. What
they need of other floors is imported when a value is there to be read: ``--help`` reads none.
"""

from __future__ import annotations

# ruff: noqa: PLC0415
import os
import re
from argparse import ArgumentTypeError
from collections.abc import Callable
from typing import Final

from tuibrowser.cli.outcome import Status, Stop
from tuibrowser.model.terms import By, SectionKind
from tuibrowser.text.visible import visible

BY_WORDS: Final[dict[str, By]] = {"部分": "section", "领域": "theme", "事项": "measure"}
"""What a person types after ``--by``."""


def years(value: str) -> tuple[int, int]:
    """First and last year of ``2023``, ``2021-2024`` or ``2021..2024``.

    The query language takes less, since it is read while being typed.
    """
    from tuibrowser.search import query

    span = query.years(value)
    if span is None or any(len(digits) != 4 for digits in re.findall(r"\d+", value)):
        raise ArgumentTypeError(f"看不懂“{visible(value)}”，请写四位数字，如 2023 或 2021-2024")
    return span


def year(value: str) -> int:
    """One year of four digits."""
    try:
        first, last = years(value)
    except ArgumentTypeError:
        raise ArgumentTypeError(f"看不懂“{visible(value)}”，请写四位数字，如 2023") from None
    if first != last:
        raise ArgumentTypeError(f"只能是一个年份，不能是“{visible(value)}”，请写四位数字，如 2023")
    return first


def kinds(value: str) -> tuple[SectionKind, ...]:
    """Kinds of section by id (``shortcomings``), short word (不足) or part of the full name."""
    from tuibrowser.lexicon.labels import KIND_WORDS
    from tuibrowser.search import query

    found = query.kinds(value)
    if not found:
        from tuibrowser.search.suggest import nearest_kinds

        near = "、".join(nearest_kinds(value))
        meant = f"是否指：{near}" if near else f"可写：{'、'.join(KIND_WORDS.values())}"
        raise ArgumentTypeError(f"没有“{visible(value)}”这个部分，{meant}")
    return found


def themes(value: str) -> tuple[str, ...]:
    """Themes by id or by part of the name (普法)."""
    from tuibrowser.lexicon.labels import THEME_LABELS
    from tuibrowser.search import query

    found = query.themes(value)
    if not found:
        from tuibrowser.search.suggest import nearest_themes

        near = "、".join(nearest_themes(value))
        meant = f"是否指：{near}" if near else f"可写其中的词：{'、'.join(THEME_LABELS.values())}"
        raise ArgumentTypeError(f"没有“{visible(value)}”这个工作领域，{meant}")
    return found


def indicators(value: str) -> tuple[str, ...]:
    """Indicators by id, by label (法治讲座) or by a part of just one label."""
    from tuibrowser.lexicon.indicators import catalogue
    from tuibrowser.lexicon.own import LexiconError
    from tuibrowser.search.suggest import nearest

    try:
        labels = {it.label: it.id for it in catalogue().indicators.values()}
    except LexiconError as error:
        raise ArgumentTypeError(f"无从查起：{error}") from None
    if value in labels.values():
        return (value,)
    found = [value] if value in labels else [it for it in labels if value and value in it]
    if len(found) == 1:
        return (labels[found[0]],)
    like = found[:3] or nearest(value, [*labels, *labels.values()]) or _counting(value)
    hint = f"，是否指：{'、'.join(like)}" if like else "，可写中文名称，如 法治讲座"
    raise ArgumentTypeError(f"没有“{visible(value)}”这个指标{hint}")


def _counting(words: str) -> list[str]:
    """The labels of the indicators that count what ``words`` say: 罚没金额 of 罚款."""
    from tuibrowser.lexicon.indicators import catalogue

    lengths = {
        it.label: max(
            (len(found[0]) for one in it.wording.counted for found in re.finditer(one, words)),
            default=0,
        )
        for it in catalogue().indicators.values()
        if not any(re.search(one, words) for one in it.wording.never)
    }
    return [it for it in sorted(lengths, key=lambda it: -lengths[it]) if lengths[it] > 1][:3]


def by(value: str) -> By:
    """What to lay reports level on, by id (``measure``) or word (事项)."""
    for word, meaning in BY_WORDS.items():
        if value in (word, meaning):
            return meaning
    raise ArgumentTypeError(f"看不懂“{visible(value)}”，可写：{'、'.join(BY_WORDS)}")


def path(value: str) -> str:
    """A path, which an unset variable of a script is not."""
    if not value:
        raise ArgumentTypeError("是空的，请写文件名")
    return value


def target(value: str) -> str:
    """A path to write to: a file's, not a folder's; ``-`` is standard output."""
    from tuibrowser.export.naming import fault_of

    if path(value) != "-":
        fault = fault_of(value)
        if fault is None and os.path.isdir(value):
            fault = f"“{value}”是文件夹，请在后面写文件名"
        if fault is not None:
            raise ArgumentTypeError(visible(fault))
    return value


def day(value: str) -> tuple[int, int]:
    """Month and day of ``03-01``, ``3.1`` or ``3月1日``."""
    import datetime

    found = re.fullmatch(r"\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*日?\s*", value, re.ASCII)
    try:
        if found is not None:
            # A leap year: 29 February is a day.
            date = datetime.date(2024, int(found[1]), int(found[2]))
            return date.month, date.day
    except ValueError:
        pass
    raise ArgumentTypeError(f"看不懂“{visible(value)}”，请写月-日，如 03-01")


def limit(value: str) -> int:
    """A number of hits, at least 1."""
    if (digits := re.fullmatch(r"0*([1-9]\d{0,8})\d*", value)) is None:
        raise ArgumentTypeError(f"看不懂“{visible(value)}”，请写 1 以上的整数")
    # No library has more hits, and int() does not take thousands of digits.
    return int(digits[1])


def share(value: str) -> float:
    """A part of a whole, above 0 and at most 1: ``0.4`` or ``40%``."""
    found = re.fullmatch(r"(\d{1,9}(?:\.\d{1,9})?)([%％]?)", value)
    part = float(found[1]) / (100 if found[2] else 1) if found else 0.0
    if not 0 < part <= 1:
        raise ArgumentTypeError(f"看不懂“{visible(value)}”，请写 0 到 1 之间的数，如 0.4 或 40%")
    return part


def one_of(*names: str) -> Callable[[str], str]:
    """A type that takes one of ``names``."""

    def check(value: str) -> str:
        if value not in names:
            raise ArgumentTypeError(f"没有“{visible(value)}”这种格式，可写：{'、'.join(names)}")
        return value

    return check


def check_encoding(text: str) -> None:
    """Raise :class:`Stop` if ``text`` holds bytes that are not UTF-8: nothing can match them."""
    if any("\ud800" <= character <= "\udfff" for character in text):
        raise Stop(Status.MISUSED, "终端编码不是 UTF-8，请在客户端“编码”处改为 UTF-8 后重新输入")
