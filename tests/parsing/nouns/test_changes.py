"""How what is counted changed is named after it, and kept apart from it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tuibrowser.lexicon.load import Lexicon
from tuibrowser.model.terms import Span
from tuibrowser.parsing.figures.find import find_figures
from tuibrowser.text.fold import squeeze


def _named(sentence: str, lexicon: Lexicon) -> list[tuple[str, str]]:
    shadow, _ = squeeze(sentence)

    def read(spans: Sequence[Span]) -> str:
        return "".join(shadow[slice(*it)] for it in spans)

    found = find_figures(shadow, sentence, lexicon.units)
    return [(read(it.thing), read(it.change)) for it in found]


@pytest.mark.parametrize(
    ("sentence", "last"),
    [
        ("登记商户930户，同比增长9%", ("登记商户", "同比增长")),
        ("重复投诉同比减少31%", ("重复投诉", "同比减少")),
        ("办理公证90件，下降12%", ("公证", "下降")),
        ("诉讼费用93万元，较上年减少9万元", ("诉讼费用", "减少")),
        ("调解员90名，比去年增加8名", ("调解员", "增加")),
        ("投诉量由90件降至60件，降幅33%", ("投诉量", "降幅")),
        ("申请材料压减40%", ("申请材料", "压减")),
        ("许可时限平均压缩60%", ("许可时限", "压缩")),
        ("审批时限压缩比91%", ("审批时限", "压缩比")),
        ("来访30批90人次，同比分别下降9%和12%", ("来访人次", "同比下降")),
        ("履约率93%，同比提升2个百分点", ("履约率", "同比提升")),
        ("办结率较2023年提高3个百分点", ("办结率", "提高")),
        # However it is told with what that is compared.
        ("公开信息90条，与上年度相比增加9条", ("公开信息", "增加")),
        ("公开信息90条，同去年比增加9条", ("公开信息", "增加")),
        ("公开信息90条，在去年的基础上增加9条", ("公开信息", "增加")),
        ("公开信息90条，与2022年相比增加9条", ("公开信息", "")),
        ("公开信息90条，同2022年同期相比，增加9条", ("公开信息", "")),
        ("公开信息90条，对比2022年增加9条", ("公开信息", "")),
        # What it came to, or of which year, is no change of it.
        ("平均等候时间由9分钟缩短为4分钟", ("平均等候时间", "")),
        ("调解员由9人增加到30人", ("调解员", "")),
        ("警情90件(同比下降9%)", ("警情", "")),
        ("纠纷警情(93件,较上年下降9%)", ("纠纷警情", "")),
        ("受理警情93件(其中纠纷警情30件,同比增长9%)", ("纠纷警情", "")),
        ("审查合同93份，较2023年增长9%", ("审查合同", "")),
        ("新增经营主体930户", ("新增经营主体", "")),
        ("商铺增至318家，比年初多96家", ("商铺", "")),
    ],
)
def test_a_change_is_named_after_its_thing(
    lexicon: Lexicon, sentence: str, last: tuple[str, str]
) -> None:
    assert _named(sentence, lexicon)[-1] == last


def test_each_of_several_changes_has_its_own_thing(lexicon: Lexicon) -> None:
    sentence = "立案90件，罚没款93万元，同比分别上升18%、9%。"
    assert _named(sentence, lexicon)[-2:] == [("立案", "同比上升"), ("罚没款", "同比上升")]
