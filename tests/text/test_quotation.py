"""Quotation marks within quotation marks."""

from __future__ import annotations

from cases import for_each

from tuibrowser.text.quotation import quoted


@for_each(
    ("words", "shown"),
    {
        "工作情况": "“工作情况”",
        "抓住“关键少数”": "“抓住‘关键少数’”",
        "“枫桥经验”进村": "“‘枫桥经验’进村”",
        "推广“讲透‘法’字”工作法": "“推广‘讲透“法”字’工作法”",
        "推广“一杯茶…": "“推广‘一杯茶…”",
        "Women’s Day": "“Women’s Day”",
        "": "“”",
    }.items(),
)
def test_marks_within_take_turns(words: str, shown: str) -> None:
    assert quoted(words) == shown
