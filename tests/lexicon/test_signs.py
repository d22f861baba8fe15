"""Tables of signs say what was written into them, and what no table knows weighs nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuibrowser.lexicon import edges, trust
from tuibrowser.lexicon.signs import SCALE, lines_of, read_signs

_WORD = st.text("法治0“/^$", min_size=1, max_size=4)
_WEIGHTS = st.dictionaries(
    st.builds("{} {}".format, _WORD, _WORD), st.integers(-99, 99).map(lambda it: it / SCALE)
)


@given(st.dictionaries(_WORD, _WEIGHTS, max_size=3))
def test_a_table_is_read_as_it_was_written(
    tmp_path_factory: pytest.TempPathFactory, tables: dict[str, dict[str, float]]
) -> None:
    path = tmp_path_factory.mktemp("signs") / "table.txt"
    path.write_text("\n".join(lines_of(tables)), encoding="utf-8")
    kept = {
        question: {sign: it for sign, it in weights.items() if it}
        for question, weights in tables.items()
    }
    assert read_signs(path) == {question: it for question, it in kept.items() if it}


@pytest.mark.parametrize("path", [edges.TABLE, trust.TABLE])
def test_every_line_of_a_table_has_signs_of_one_word(path: Path) -> None:
    for line in path.read_text(encoding="utf-8").splitlines()[1:]:
        question, kind, weight, *keys = line.split(" ")
        assert question
        assert kind
        assert int(weight)
        assert all(keys)
        assert len(set(keys)) == len(keys) > 0


def test_a_sign_weighs_as_much_as_it_is_there() -> None:
    once = trust.weigh([("leans named/named", 1)])
    assert once
    assert trust.weigh([("leans named/named", 2), ("no sign", 9)]) == pytest.approx(2 * once)
