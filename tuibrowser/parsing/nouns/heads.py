"""What a part has of its whole at its end: 其中简易程序38件 are 案件, as the 46 before it.

Spans are of a folded line, veiled as that of ``objects``.
"""

from __future__ import annotations

import re
from typing import Final

from tuibrowser.lexicon.counting import Counting
from tuibrowser.model.terms import Span
from tuibrowser.parsing.nouns.akin import BODIES, CASES, PEOPLE
from tuibrowser.parsing.nouns.deeds import KIND
from tuibrowser.parsing.nouns.doers import PERSON
from tuibrowser.parsing.nouns.records import Counted, NumberWithNoun
from tuibrowser.parsing.nouns.targets import Targets
from tuibrowser.parsing.nouns.whole import find_head, find_known_head

# Code, not lexicon: the order of a clause that counts; the words that fill it are in units.toml.
_POWERS: Final = ("业务", "职权", "权力", "权责", "执法权", "权限")
"""Wholes whose parts are deeds, which name themselves."""
_FUND: Final = re.compile("(?:经费|资金)$")
"""What a sum of money is a part of, and is one as well."""
_CASE_FILE: Final = re.compile("(?:诉讼|复议|仲裁|赔偿)案$")
"""Cases in one character, which the parts of a list go without."""
_PLACE: Final = re.compile("[村镇乡县]$|社区$|街道$")
"""Where the things are that a part of a list counts."""

_SHORT: Final = 4
"""Characters up to which a thing is told whole behind a class."""
_OWNER: Final = re.compile("(?:企业|单位|部门|公司|学校|机构|社区|街道)$")
"""Whose the papers and cases are that a part of a list counts."""
_MEMBER: Final = re.compile(
    r"[^,;:。、()\d]{2,8}(?P<value>\d+)(?P<unit>[^\d,;:。、()]{1,2}?)(?:[、和]|(?=[,;。]|$))"
)
"""One of a list of numbers."""
_CASES: Final = ("纠纷", "争议", "矛盾", "投诉", "案件", "隐患", "事故", "诉求", "警情")
"""Of which parts do not say themselves what they are: 纠纷7件,婚恋4件、邻里3件."""


class Heads:
    """The heads that parts of one line share with their wholes."""

    def __init__(self, text: str, words: Counting, targets: Targets) -> None:
        """Take ``text``, folded and veiled, and what its acts were done to."""
        self._text = text
        self._words = words
        self._targets = targets

    def shared(self, number: Counted, part: Span, thing: Span, *, is_kind: bool) -> Span | None:
        """What ``part`` has of ``thing``, the whole, at its end."""
        if number.unit == "元":
            fund = _FUND.search(self._text, *thing)
            return fund.span() if fund else None
        if _CASE_FILE.search(self._text, *thing):
            thing = thing[0], thing[1] - 1  # 行政诉讼案63件,其中一审41件
        head = self._find_head(thing, is_kind=is_kind)
        known = find_known_head(self._text, head, self._words) if head else None
        if self._text.endswith("类", *part):
            is_short = self._text.endswith(_CASES, *thing) and thing[1] - thing[0] <= _SHORT
            return thing if is_short else known  # 股权类涉企纠纷, 咨询类居民
        if number.unit in CASES and not is_kind and known is None:
            return None  # 交通违法9起,其中酒驾2起
        return head

    def _find_head(self, thing: Span, *, is_kind: bool) -> Span | None:
        """The head of ``thing``, which a quote at its end is: 培育“明白人”.

        Of another kind it is all but its own kind: 创成全国示范村1个、省级4个.
        """
        start, end = thing
        if is_kind and (kind := KIND.search(self._text, start, end - 1)):
            return kind.end(), end
        return thing if is_kind else find_head(self._text, thing, self._words)

    def names_itself(self, part: Span, head: Span, unit: str) -> bool:
        """Whether a part of a list says what it counts: 协管员七八名, but not 其中行政处罚113项."""
        if unit == "元":
            return self._text.endswith(self._words.moneys, *part)
        is_spared = self._text.endswith(("不罚", "免罚"), *part)
        if self._text.endswith(_POWERS, *head) or is_spared:
            return True  # 审批业务90项,其中行政许可80项
        if unit in PEOPLE and PERSON.search(self._text, *part):
            return True  # 经费9万元,其中律师费2万元
        if self._targets.are_letters(part, head):
            return True  # 信访件90件,其中网信60件
        if self._text.endswith(unit, *part):
            return True  # 事项90项,其中即办件9件
        if unit not in CASES and self._text.endswith(unit, *head):
            return False  # 案卷40卷,其中行政处罚27卷
        last = self._text[max(head[0], head[1] - 2) : head[1]]
        if self._text.endswith("访" if last == "来访" else last, *part):
            return True  # 国内公证 of 公证, 运输许可 of 行政许可, 集体访 of 来访
        own = self._words.heads.search(self._text, *part)
        if own is None or self._text.startswith("事项", head[0]):
            return False
        is_owner = unit not in BODIES and _OWNER.search(self._text, *part)
        return not is_owner and _PLACE.search(self._text, *part) is None  # 其中危化企业26份

    def of_class(self, number: Counted, part: Span, last: NumberWithNoun | None) -> Span | None:
        """What one of a class is, beside the last: 合同类纠纷9件、损害类8件."""
        if last is None or last.number.unit != number.unit:
            return None
        if not self._text.endswith("类", *part):
            return None
        if len(last.noun) > 1 and self._text.endswith("类", *last.noun[-2]):
            return last.noun[-1]
        return find_known_head(self._text, last.noun[-1], self._words)

    def adds_up(self, number: Counted, last: NumberWithNoun) -> bool:
        """Whether a list begins there that sums up to ``last``: 纠纷7件,婚恋4件、家事3件."""
        if not self._text.endswith(_CASES, *last.noun[-1]):
            return False
        total, count, at = 0, 0, last.end + 1
        while (more := _MEMBER.match(self._text, at)) and more["unit"] == number.unit:
            total, count, at = total + int(more["value"]), count + 1, more.end()
        return count > 1 and total == last.number.value
