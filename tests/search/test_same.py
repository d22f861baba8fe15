from __future__ import annotations

import pytest

from tuibrowser.model.search import Hit, PassageRecord
from tuibrowser.search.same import collapse, fingerprint


def record(text: str, issuer: str | None = "柳溪镇", id_: int = 1) -> PassageRecord:
    return PassageRecord(id_, "", issuer, 2023, None, "measure", None, None, text, 0, len(text))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            record("一是柳溪镇2022年开展普法宣传12场；"),
            record("3.石桥乡２０２３年开展普法宣传８场。", "石桥乡"),
        ),
        (record("（三）柳溪开展普法\n宣传1,200人次"), record("柳溪镇开展普法宣传3.5人次。")),
    ],
)
def test_figures_names_markers_and_wraps_make_no_difference(
    one: PassageRecord, other: PassageRecord
) -> None:
    assert fingerprint(one) == fingerprint(other)


def test_another_wording_is_another_measure() -> None:
    texts = ["开展普法宣传12场", "开展普法教育12场", "开展普法宣传", "年内开展普法宣传12场"]
    assert len({fingerprint(record(text)) for text in texts}) == len(texts)
    assert fingerprint(record("\ud800", None))


def test_the_best_stands_for_all_that_say_the_same() -> None:
    texts = ["调解纠纷3件。", "普法2场。", "调解纠纷30件；", "调解纠纷4件。"]
    hits = [
        Hit(record(text, id_=number), (), "literal", -number) for number, text in enumerate(texts)
    ]
    folded = collapse(hits)
    assert [(hit.passage.text, hit.same) for hit in folded] == [
        ("调解纠纷3件。", 2),
        ("普法2场。", 0),
    ]
    assert collapse([]) == ()
