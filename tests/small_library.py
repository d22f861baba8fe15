"""What stands in the small library of these tests."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

from handmade import plain

from tuibrowser.model.report import Place

YUNTAI = Place("晋原省", "临江市", "云台县")
QINGHE = Place("晋原省", "临江市", "清河县")

REPORTS = [
    replace(plain("柳溪镇", 2022), place=YUNTAI._replace(township="柳溪镇")),
    replace(plain("柳溪镇", 2023), place=YUNTAI._replace(township="柳溪镇")),
    replace(plain("石桥乡", 2023, repeat=3), place=YUNTAI._replace(township="石桥乡")),
    replace(plain("城关镇", 2023), place=YUNTAI._replace(township="城关镇")),
    replace(plain("城关镇", 2023, repeat=2), place=QINGHE._replace(township="城关镇")),
]


class Done(NamedTuple):
    """What a command came to."""

    status: int
    out: str
    err: str


Run = Callable[..., Done]
