from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuibrowser.text.unify import unify


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("⼀⽅⾯", "一方面"),
        ("⻓江⻔户⺠⽣", "长江门户民生"),
        ("\uf90a\uf9d1", "金六"),
        ("村\ufe01民\U000e0101", "村民"),
        ("法\u200b治\xad", "法治"),
        ("20㎡，Ⅳ级，①", "20㎡，Ⅳ级，①"),
    ],
)
def test_what_looks_the_same_is_the_same(written: str, seen: str) -> None:
    assert unify(written) == seen


def test_no_radical_and_no_compatibility_ideograph_is_left() -> None:
    blocks = [*range(0x2E80, 0x2FD6), *range(0xF900, 0xFB00), *range(0x2F800, 0x2FA20)]
    named = [chr(code) for code in blocks if unicodedata.name(chr(code), "")]
    kept = {it for it in named if unify(it) == it}
    unified = set(map(chr, (0xFA0E, 0xFA0F, 0xFA11, 0xFA13, 0xFA14, 0xFA1F, 0xFA21, 0xFA23, 0xFA24,
                            0xFA27, 0xFA28, 0xFA29)))  # fmt: skip
    assert kept == unified | {"\u2e80", "\u2e9a"} & set(named)


@given(st.text())
def test_twice_is_once(text: str) -> None:
    assert unify(unify(text)) == unify(text)
