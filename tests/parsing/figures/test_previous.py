"""Which numbers are of before the year reported on, by how much others rose, what is aimed at."""

import pytest
from placed import roles


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("发案16起，比前一年25起下降36%。", ["total", "previous", "change"]),
        ("案件从14件、9件减至今年的3件。", ["previous", "previous", "total"]),
        ("三年前，持证率仅61%，如今人人持证。", ["previous"]),
        ("上年结转和本年新收案件36件。", ["total"]),
        # In a report written in January 去年 is the year that it tells of, unless another is told.
        ("去年共开展夜巡36次，劝离20人。", ["total", "total"]),
        ("去年受理40件，今年受理33件。", ["previous", "total"]),
        ("受理33件，去年受理40件。", ["total", "previous"]),
        ("去年底登记险房50户，现已修好49户。", ["previous", "total"]),
    ],
)
def test_what_was_before(sentence: str, expected: list[str]) -> None:
    assert list(roles(sentence).values()) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("实际学法8次，较制度要求多学4次。", ["total", "change"]),
        ("发现隐患90处，比上一年度多发现12处。", ["total", "change"]),
        ("人均听课42学时，超出规定学时12学时。", ["total", "change"]),
        ("平均成绩84分，比上年76分高出8分。", ["total", "previous", "change"]),
        ("新建宣传栏9个、提升4个。", ["total", "total"]),
        ("满意率提升4个百分点。", ["change"]),
        ("较多采用上门办法办理40件。", ["total"]),
    ],
)
def test_by_how_much_more_or_less(sentence: str, expected: list[str]) -> None:
    assert list(roles(sentence).values()) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("人均受训61学时，高于60学时的硬性要求。", ["total", "target"]),
        ("持证率82%，距上级100%的要求有差距。", ["rate", "target"]),
        ("人均受训46学时，高于规定的40学时。", ["total", "floor"]),
        ("对拟出台的文件、拟签订的协议共审查73件。", ["total"]),
        ("清理文件38件，拟保留29件、修改4件、废止5件。", ["total", "part", "part", "part"]),
        ("审查合同31份，退回重拟2份。", ["total", "total"]),
        ("4项结转下年；听证3场。", ["total", "total"]),
        ("力争合格率不低于98%，今年为96%。", ["target", "rate"]),
        ("每个网格覆盖居民约300户。", ["total"]),
    ],
)
def test_what_is_aimed_at_and_what_is_not(sentence: str, expected: list[str]) -> None:
    assert list(roles(sentence).values()) == expected
