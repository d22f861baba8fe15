"""Names of divisions in running text."""

from __future__ import annotations

import pytest

from tuibrowser.places.wording import begins_name


@pytest.mark.parametrize(
    ("text", "at", "least"),
    [
        ("到六家子镇调研", 1, 2),
        ("三元区法院", 0, 2),
        ("北四家子乡", 0, 3),
        ("五间房司法所", 0, 2),
        ("九棵树街道", 0, 2),
    ],
)
def test_a_name_begins(text: str, at: int, least: int) -> None:
    assert begins_name(text, at, least)


@pytest.mark.parametrize(
    ("text", "at", "least"),
    [
        ("修缮五间房屋", 2, 2),
        ("走访八家乡镇企业", 2, 2),
        ("三家企业", 0, 2),
        ("三家", 0, 2),
    ],
)
def test_no_name_begins(text: str, at: int, least: int) -> None:
    assert not begins_name(text, at, least)
