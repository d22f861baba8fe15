from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuibrowser.model.terms import ROLES
from tuibrowser.search.rank import ROLE_ORDER, stand_together


def test_every_role_has_a_place() -> None:
    assert sorted(ROLE_ORDER) == sorted(ROLES)
    # What was done, what it stands under, what leads to it, and what belongs to the page last.
    assert ROLE_ORDER[:3] == ("measure", "heading", "lead")
    assert ROLE_ORDER[-1] == "furniture"


@pytest.mark.parametrize(
    ("needles", "text", "together"),
    [
        (("调解", "纠纷"), "调解纠纷", True),
        (("调解", "纠纷"), "纠纷由司法所会同村委会调解", True),
        (("调解", "纠纷"), "纠纷" + "某" * 12 + "调解", True),
        (("调解", "纠纷"), "纠纷" + "某" * 13 + "调解", False),
        # The second 调解 is the near one.
        (("调解", "纠纷"), "调解" + "某" * 40 + "调解纠纷", True),
        (("调解", "纠纷", "成功率"), "纠纷调解" + "某" * 13 + "成功率", False),
        (("人民", "人民调解"), "人民调解", True),
    ],
)
def test_words_of_a_clause_stand_together(
    needles: tuple[str, ...], text: str, together: bool
) -> None:
    assert stand_together(needles, text) is together


@given(
    st.lists(st.text("调解纠", min_size=1, max_size=3), min_size=2, max_size=3),
    st.text("调解纠某", max_size=40),
)
def test_together_means_that_some_short_stretch_holds_all(needles: list[str], text: str) -> None:
    widest = sum(map(len, needles)) + 12
    stretches = [text[at : at + widest] for at in range(max(1, len(text)))]
    assert stand_together(needles, text) is any(
        all(needle in stretch for needle in needles) for stretch in stretches
    )
