"""Which passages are looked at for a wording."""

from __future__ import annotations

from handmade import Draft

from tuibrowser.insight.evidence import Loose
from tuibrowser.insight.reuse import reuse

ONE = "由汪家坳的老人带头讲解用水规矩，村民代表当场提出意见，年底组织评议"


def test_one_rare_stretch_is_enough_where_hardly_any_passage_has_two() -> None:
    """A copy whose words changed places throughout has none but a name in a row."""
    swapped = "汪家坳由老人的讲解带头规矩用水，代表村民意见提出当场，组织年底评议"
    asked = Draft("甲镇", 2023).measure(ONE).report()
    shelf = Loose([Draft("乙镇", 2023).measure(swapped).report()])
    ((match,),) = (it.matches for it in reuse(asked, shelf, 20).passages)
    assert match.text == swapped


def test_some_reports_of_a_shelf_are_as_a_shelf_of_their_own() -> None:
    """Even where each report left out has the wording, and so would use up what is looked at."""
    asked = Draft("甲镇", 2023).measure(ONE).measure("修缮凉亭一座，添置长椅供人歇脚。").report()
    left_out = [Draft(f"丁{at}镇", 2023).measure(ONE).report() for at in range(160)]
    kept = [Draft(f"{it}镇", 2023).measure(ONE[at:]).report() for at, it in enumerate("乙丙戊")]
    whole = Loose([left_out[0], kept[0], *left_out[1:80], *kept[1:], *left_out[80:]])
    some = reuse(asked, whole.of([it.sha256 for it in kept]), 4)
    assert some == reuse(asked, Loose(kept), 4)
    assert [len(it.matches) for it in some.passages] == [3]
