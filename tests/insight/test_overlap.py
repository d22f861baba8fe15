"""What two wordings share, laid side by side sign by sign."""

from __future__ import annotations

import tracemalloc
from itertools import compress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuibrowser.insight.overlap import (
    LIKE,
    Stretches,
    WordingAtHand,
    counted,
    either,
    runs,
    stretches_of,
    weight_of,
    without_short,
)

_TEXTS = st.text(alphabet="甲乙丙丁戊", max_size=70)
_SHARED = st.lists(st.sampled_from([0, 1]), max_size=60).map(bytes)


def _by_hand(signs: str, weights: list[float], other: str) -> bytes:
    """The same, place by place, as the words of the module say it."""
    covered = [0] * len(signs)
    for at in range(len(signs) - 3):
        if signs[at : at + 4] in other:
            covered[at : at + 4] = [1] * 4
    for low, high in runs(bytes(covered)):
        if sum(weights[low:high]) < 1.5:
            covered[low:high] = [0] * (high - low)
    long = tuple(covered)
    for at in range(len(signs) - 1):
        is_near = any(long[max(0, at - 20) : at + 22])
        if is_near and min(weights[at : at + 2]) >= 1 and signs[at : at + 2] in other:
            covered[at : at + 2] = [1, 1]
    return bytes(covered)


@given(_TEXTS, _TEXTS, st.sampled_from([1, 9]), st.data())
def test_what_is_shared_is_what_one_finds_place_by_place(
    signs: str, other: str, times: int, data: st.DataObject
) -> None:
    """Also in a wording so long that its stretches are looked up."""
    other *= times
    some = st.lists(st.sampled_from([0.0, 0.2, 1.0]), min_size=len(signs), max_size=len(signs))
    weights = data.draw(some)
    shared = WordingAtHand(signs, weights).shared(stretches_of(other))
    assert shared == _by_hand(signs, weights, other)


@given(_TEXTS, _TEXTS)
def test_what_is_in_order_stands_in_the_other_in_that_order(signs: str, other: str) -> None:
    wording = WordingAtHand(signs, [1.0] * len(signs))
    marked = wording.in_order(stretches_of(other))
    assert len(marked) == len(signs)
    rest = iter(other)
    assert all(sign in rest for sign in compress(signs, marked))
    (likeness,) = wording.likenesses([stretches_of(other)])
    assert likeness == 0 or likeness >= LIKE
    if likeness and signs:
        assert likeness == pytest.approx(2 * sum(marked) / (len(signs) + len(other)))


def test_every_other_sign_replaced_leaves_nothing_in_a_row_but_the_order() -> None:
    signs, other = "甲一乙二丙三丁四戊五己六", "甲子乙丑丙寅丁卯戊辰己巳"
    wording = WordingAtHand(signs, [1.0] * len(signs))
    assert not any(wording.shared(stretches_of(other)))
    assert wording.in_order(stretches_of(other)) == bytes([1, 0] * 6)
    unlike = stretches_of("辰庚午辛未壬申")
    assert wording.likenesses([unlike, stretches_of(other), unlike]) == [0, 0.5, 0]


def test_a_short_stretch_counts_beside_a_longer_one_alone() -> None:
    signs = "采茶人说事" + "一二三四五六七八九十" * 3 + "红薯"
    near, far = (
        WordingAtHand(signs[:5] + signs[-2:], [1.0] * 7),
        WordingAtHand(signs, [1.0] * len(signs)),
    )
    other = stretches_of("采茶人说事会，红薯粉条")
    assert near.shared(other) == bytes([1] * 7)
    assert far.shared(other) == bytes([1] * 5 + [0] * (len(signs) - 5))


@given(_SHARED, st.integers(1, 15))
def test_stretches_of_fewer_signs_are_left_out(shared: bytes, least: int) -> None:
    kept = without_short(shared, least)
    assert len(kept) == len(shared)
    assert runs(kept) == [(low, high) for low, high in runs(shared) if high - low >= least]


@given(st.lists(st.tuples(st.sampled_from([0, 1]), st.sampled_from([0, 1])), max_size=60))
def test_either_has_what_one_of_two_has(signs: list[tuple[int, int]]) -> None:
    one, other = (bytes(it[at] for it in signs) for at in (0, 1))
    assert either(one, other) == bytes(max(it) for it in signs)


@given(st.lists(_SHARED.map(lambda it: it.ljust(60, b"\x00")), max_size=255))
def test_those_who_have_a_sign_are_counted(shared: list[bytes]) -> None:
    assert list(counted(shared, 60)) == [sum(it[at] for it in shared) for at in range(60)]


def test_weights_of_what_is_shared_are_added_up() -> None:
    assert weight_of(bytes([1, 0, 1]), [0.2, 1.0, 1.0]) == pytest.approx(1.2)


@given(_TEXTS)
def test_the_same_signs_have_the_same_stretches_whatever_numbers_stand_between(text: str) -> None:
    assert stretches_of(f"{text}，办结12件") == stretches_of(f"{text} 办结 305 件。")


def test_of_a_page_in_one_paragraph_stretches_tell_alone() -> None:
    """Their order would take a bit for each pair of signs."""
    signs = "".join(map(chr, range(0x4E00, 0x4E00 + 20_000)))
    wording = WordingAtHand(signs, [1.0] * len(signs))
    assert wording.likenesses([stretches_of(signs), stretches_of(signs[:400])]) == [0, 0]
    assert 0 not in wording.shared(Stretches(signs, signs))


def test_a_long_wording_takes_room_in_its_length() -> None:
    """A page in one line: 20,000 signs, no four of which stand there twice."""
    signs = "".join(map(chr, range(0x4E00, 0x4E00 + 20_000)))
    tracemalloc.start()
    try:
        shared = WordingAtHand(signs, [1.0] * len(signs)).shared(
            Stretches(signs[5_000:5_004], signs[5_000:5_004])
        )
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert runs(shared) == [(5_000, 5_004)]
    assert most < 1_000 * len(signs)
