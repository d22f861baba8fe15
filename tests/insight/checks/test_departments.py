"""Other departments that stand where the own one should, and those that are rightly named."""

from __future__ import annotations

import pytest
from reviewed import found, said

_OWN = "临泽县民政局"
_OPENING = "2023年，{name}扎实推进依法行政。现将有关情况报告如下："


@pytest.mark.parametrize(
    "words",
    [
        {"opening": _OPENING.format(name="临泽县财政局")},
        {"opening": f"2023年，{_OWN}依法履职。现将临泽县财政局2023年法治工作报告如下："},
        {"duty": "临泽县财政局主要负责人牵头研究普法5次。"},
        {"plan": "下一步，高坪县民政局将举办培训2期。"},
        {"signed": "临泽县财政局\n2024年1月12日"},
    ],
)
def test_another_departments_name_in_the_own_ones_place_is_remarked(words: dict[str, str]) -> None:
    """Where a report says who it is, whoever leads, and what is to be done."""
    signed = {"signed": f"{_OWN}\n2024年1月12日"}
    (says,) = said("other_township", found(issuer=_OWN, **signed | words))
    assert says.startswith(f"本单位是{_OWN}，这里写作“")


@pytest.mark.parametrize(
    ("issuer", "words"),
    [
        (_OWN, {"opening": _OPENING.format(name=_OWN)}),
        (_OWN, {"opening": _OPENING.format(name=f"{_OWN}党组")}),
        (_OWN, {"opening": f"2023年，在临泽县司法局指导下，{_OWN}依法履职。现报告如下："}),
        (_OWN, {"done": "邀请临泽县财政局主要负责人授课1次，临泽县财政局移送线索2条。"}),
        (_OWN, {"plan": "下一步，会同高坪县民政局将举办培训2期。"}),
        (_OWN, {"plan": "下一步，临泽县财政局将协助我局核定补助标准。"}),
        (_OWN, {"signed": f"{_OWN}办公室\n2024年1月12日"}),
        ("临泽县市场监督管理局", {"opening": _OPENING.format(name="临泽县市场监管局")}),
        ("临泽市公安局河西区分局", {"opening": _OPENING.format(name="临泽市公安局")}),
    ],
)
def test_the_own_name_and_those_rightly_named_are_not(issuer: str, words: dict[str, str]) -> None:
    """For short, a part of it, what it is a part of, and whoever one works with."""
    signed = {"signed": f"{issuer}\n2024年1月12日"}
    done = words.pop("done", "")
    assert not said("other_township", found(done, issuer=issuer, **signed | words))
