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
