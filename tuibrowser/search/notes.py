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
    if attempt.rewritten:
        return f"相近（数字写法不同：{'→'.join(filter(None, attempt.rewritten))}）"
    if attempt.misspelt:
        return "相近（拼音差1字母）"
    if attempt.swapped:
        return "相近（词序不同）"
    if not attempt.differing:
        return "含其中一句"  # of what was pasted
    return f"相近（差{attempt.differing}字）"


def _change(asked: str, found: str) -> str:
    return f"（{asked}→{found}）" if max(len(asked), len(found)) <= _LONGEST else ""
