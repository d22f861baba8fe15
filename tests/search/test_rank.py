from __future__ import annotations

from itertools import pairwise, product
from typing import get_args

from tuibrowser.model import ROLES, How
from tuibrowser.search.rank import ROLE_ORDER, score

OLD, NEW = (1 << 32) + 1, (9999 << 32) + 500_000


def test_every_role_has_a_place() -> None:
    assert sorted(ROLE_ORDER) == sorted(ROLES)
    assert ROLE_ORDER[0] == "measure"
    assert ROLE_ORDER[-1] == "furniture"


def test_how_then_whole_then_role_then_age() -> None:
    best_first = [
        score(how, age, role, whole=whole)
        for how, whole, role, age in product(
            get_args(How), (True, False), ROLE_ORDER, (NEW, NEW - 1, OLD)
        )
    ]
    assert all(better > worse for better, worse in pairwise(best_first))


def test_a_list_is_ordered_by_age_alone() -> None:
    assert score("literal", NEW) > score("literal", NEW - 1) > score("literal", OLD)
