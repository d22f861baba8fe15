"""What the screen says of a hit that does not hold the query to the letter."""

from __future__ import annotations

from collections.abc import Sequence

from tuibrowser.search.attempt import Attempt

# A longer wording would take the place of the passage it stands in.
_LONGEST = 12


def note(attempt: Attempt, needles: Sequence[str], wording: str) -> str:
    """One remark in Chinese, such as 同音（调节→调解） or 相近（差1字）."""
    asked = " ".join(needles)
    match attempt.how:
        case "homophone":
            return f"同音{_change(asked, wording)}"
        case "pinyin":
            return "拼音"
        case "initials":
            return "首字母匹配"
        case "synonym" if attempt.replaced:
            return f"近义{_change(*attempt.replaced)}"
    return f"相近（{_difference(attempt, asked, wording)}）" if _differs(attempt) else "含其中一句"


def _differs(attempt: Attempt) -> bool:
    """Whether it is no part of what was pasted."""
    told = attempt.rewritten, attempt.signs, attempt.misspelt, attempt.swapped, attempt.differing
    return any(told)


def _difference(attempt: Attempt, asked: str, wording: str) -> str:
    if attempt.rewritten:
        return f"数字写法不同：{'→'.join(filter(None, attempt.rewritten))}"
    if attempt.signs:
        alike = _letters(asked) == _letters(wording)
        return "标点不同" if alike else "标点、数字写法不同"
    if attempt.misspelt:
        return "拼音差1字母"
    return "词序不同" if attempt.swapped else f"差{attempt.differing}字"


def _letters(text: str) -> list[str]:
    return list(filter(str.isalnum, text))


def _change(asked: str, found: str) -> str:
    return f"（{asked}→{found}）" if max(len(asked), len(found)) <= _LONGEST else ""
