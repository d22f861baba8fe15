"""What a list before 等 is summed up by: 公证、援助等|事项, 咨询、代书等|服务.

Offsets are into a folded line, veiled as that of ``objects``.
"""

from __future__ import annotations

import re
from typing import Final

from tuibrowser.lexicon.counting import Counting
from tuibrowser.model.terms import Span

# Code, not lexicon: the order of a clause that counts; the words that fill it are in units.toml.
_SAYS_NOTHING: Final = frozenset({"活动", "服务"})
"""What says nothing without the list that it sums up: 咨询、代书等服务."""
_KIND: Final = re.compile(
    "事项|案件|问题|诉求|业务|议题|(?:违法|违规|不文明)?行为|(?:安全)?隐患|矛盾|纠纷|矛盾纠纷|情形"
)
"""What says but of what kind those are that a list names: 公证、援助等事项."""


def is_kind(text: str, words: Counting, verb: Span, lead: Span, end: int) -> bool:
    """Whether what stands behind 等 says but of what kind the list before it is.

    Behind an act the word is enough (解决问题), but not alone (办理公证、援助等事项).

    Args:
        text: The line.
        words: What its clauses are made of.
        verb: What stands before the list.
        lead: 等 itself.
        end: Where the word ends.
    """
    begin = verb[1]
    if text[lead[1] : end] in _SAYS_NOTHING:
        return True
    if text[slice(*lead)] != "等" or _KIND.fullmatch(text, lead[1], end) is None:
        return False
    is_led = begin > verb[0] and words.introducing.fullmatch(text, *verb) is None
    is_act = any(words.acts.match(text, *it) for it in ((begin, end), verb))
    return not (is_led or is_act) and text.find("、", begin, lead[0]) > 0
