"""Units that count only near certain words, or only as one of a few."""

import pytest
from placed import placed


@pytest.mark.parametrize(
    ("sentence", "figures"),
    [
        ("审理140案，裁决60案、和解71案。", ["140案", "60案", "71案"]),
        ("更换灭火器90具。", ["90具"]),
        ("送课进校园26校次，督导12村次。", ["26校次", "12村次"]),
        ("队伍平均年龄由51岁降至38岁。", ["51岁", "38岁"]),
        ("平均82分，最高97分、最低64分。", ["82分", "97分", "64分"]),
        ("把窝棚36个一次性清理干净。", ["36个"]),
        ("在册队员中，6人为本年新进，8人为本科学历。", ["6人", "8人"]),
        ("报名26人，两人因病缺考。", ["26人", "两人"]),
        ("征集建议110条，四成涉及停车。", ["110条", "四成"]),
        ("列出5大类34项任务。", ["5大类", "34项"]),
    ],
)
def test_what_is_counted(sentence: str, figures: list[str]) -> None:
    assert list(placed(sentence)) == figures


@pytest.mark.parametrize(
    "sentence",
    [
        "年满60岁的老人免费办理。",
        "3具有效的措施。",
        "凡旁听庭审折算4学时、值班答疑折抵2学时。",
        "得分90分以上的占比提高。",
        "推行两人一组的做法。",
    ],
)
def test_what_only_looks_so(sentence: str) -> None:
    assert not placed(sentence)
