"""Many cosines at once are what each is by itself."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tuibrowser.text.meaning import DIMENSIONS, LONGEST, cosine, direction, packed
from tuibrowser.text.nearness import as_cosine, as_number, nearness

TEXTS = [
    "人民调解化解纠纷",
    "召开听证会",
    "",
    "普法宣传进校园",
    "一",
    "拆除违建",
    "人民调解化解纠纷",
]


def test_each_number_is_the_cosine_of_one_direction() -> None:
    wanted = direction("邻里纠纷怎么调解")
    numbers = nearness(wanted, b"".join(map(packed, TEXTS)))
    assert len(numbers) == len(TEXTS)
    for number, text in zip(numbers, TEXTS, strict=True):
        assert abs(as_cosine(number) - cosine(wanted, direction(text))) < 0.02
    assert numbers[0] == numbers[-1] == max(numbers)
    assert nearness(wanted, b"") == ()


@given(
    st.lists(st.integers(-LONGEST, LONGEST), min_size=DIMENSIONS, max_size=DIMENSIONS),
    st.lists(st.binary(min_size=DIMENSIONS, max_size=DIMENSIONS), max_size=5),
)
def test_no_direction_disturbs_its_neighbours(wanted: list[int], rows: list[bytes]) -> None:
    together = nearness(tuple(it / LONGEST for it in wanted), b"".join(rows))
    exact = [
        sum(one * other for one, other in zip(wanted, memoryview(row).cast("b"), strict=True))
        for row in rows
    ]
    assert [number - as_number(0) for number in together] == exact
