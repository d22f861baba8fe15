"""Fingerprints of wordings."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tuibrowser.text.winnowing import GRAM, WINDOW, fingerprints, hashes_of, shadow

SIGNS = st.text("法治政府建设普法宣传调解执法镇村甲乙丙丁", max_size=40)


def test_what_differs_between_years_is_no_part_of_a_shadow() -> None:
    text = "（一）2023年，全镇 开展\n普法宣传1,200场。"
    signs, starts, ends = shadow(text)
    assert signs == "Y全镇开展普法宣传N场"
    assert text[starts[0] : ends[0]] == "2023年"
    assert text[starts[-2] : ends[-2]] == "1,200"
    assert hashes_of("二是2021年，全镇开展普法宣传3场！") == hashes_of(text) != set()


@given(SIGNS, SIGNS, SIGNS, SIGNS, st.text("法治政府建设普法宣传调解", min_size=GRAM + WINDOW - 1))
def test_texts_with_a_long_stretch_in_common_share_a_fingerprint(
    a: str, b: str, c: str, d: str, common: str
) -> None:
    one = {it.hash for it in fingerprints(a + common + b)}
    other = {it.hash for it in fingerprints(c + common + d)}
    assert one & other


@given(st.text(max_size=60))
def test_every_sign_has_its_place_and_every_stretch_its_fingerprint(text: str) -> None:
    signs, starts, ends = shadow(text)
    assert len(signs) == len(starts) == len(ends)
    assert all(low < high <= len(text) for low, high in zip(starts, ends, strict=True))
    assert list(starts) == sorted(starts)
    places = [it.at for it in fingerprints(signs)]
    assert bool(places) == (len(signs) >= GRAM)
    if places:
        gaps = zip([-1, *places], [*places, len(signs) - GRAM + 1], strict=True)
        assert all(high - low <= WINDOW for low, high in gaps)
