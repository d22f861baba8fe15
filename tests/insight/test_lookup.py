"""Which passages are looked at for a wording."""

from __future__ import annotations

from handmade import Draft

from tuibrowser.insight.evidence import Loose
from tuibrowser.insight.reuse import reuse

ONE = "由汪家坳的老人带头讲解用水规矩，村民代表当场提出意见，年底组织评议"


def test_a_copy_whose_words_changed_places_throughout_is_looked_at() -> None:
    """It has no three signs of most words in a row, but both signs of each."""
    swapped = "汪家坳由老人的讲解带头规矩用水，代表村民意见提出当场，组织年底评议"
    asked = Draft("甲镇", 2023).measure(ONE).report()
    shelf = Loose([Draft("乙镇", 2023).measure(swapped).report()])
    ((match,),) = (it.matches for it in reuse(asked, shelf, 20).passages)
    assert match.text == swapped


def test_a_rare_wording_is_found_among_many_on_the_same_subject() -> None:
    """Each of its pairs is in too many passages to be looked up by; all together in one."""
    words = ("讲解用水规矩", "村民代表提意见", "年底组织评议", "老人带头巡渠")
    many = [
        Draft(f"丁{at}镇", 2023).measure(f"{words[at % 4]}，由{at}名网格员登记入册").report()
        for at in range(480)
    ]
    copy = Draft("乙镇", 2023).measure("，".join(words)).report()
    asked = Draft("甲镇", 2023).measure("，".join(reversed(words))).report()
    (found,) = reuse(asked, Loose([*many[:240], copy, *many[240:]]), 500).passages
    assert "乙镇" in {it.origin.issuer for it in found.matches}


def test_a_wording_that_ever_so_many_have_is_found_at_some_of_them() -> None:
    asked = Draft("甲镇", 2023).measure(ONE).report()
    everybody = [Draft(f"丁{at}镇", 2023).measure(ONE).report() for at in range(160)]
    (found,) = reuse(asked, Loose(everybody), 10_000).passages
    assert {it.text for it in found.matches} == {ONE}


def test_some_reports_of_a_shelf_are_as_a_shelf_of_their_own() -> None:
    """Even where each report left out has the wording, and so would use up what is looked at."""
    asked = Draft("甲镇", 2023).measure(ONE).measure("修缮凉亭一座，添置长椅供人歇脚。").report()
    left_out = [Draft(f"丁{at}镇", 2023).measure(ONE).report() for at in range(160)]
    kept = [Draft(f"{it}镇", 2023).measure(ONE[at:]).report() for at, it in enumerate("乙丙戊")]
    whole = Loose([left_out[0], kept[0], *left_out[1:80], *kept[1:], *left_out[80:]])
    some = reuse(asked, whole.of([it.sha256 for it in kept]), 4)
    assert some == reuse(asked, Loose(kept), 4)
    assert [len(it.matches) for it in some.passages] == [3]
