"""What stands behind a number and only tells of what is counted before it.

宣讲员35名|走村入寨宣讲, 委员提案6件|办复率100%, 联系点18个|作用明显: none of it is counted.
"""

from __future__ import annotations

import re
from typing import Final

from tuibrowser.lexicon.verbal import LIKELY, SURE, score_verb
from tuibrowser.model.terms import Span
from tuibrowser.parsing.nouns.akin import BODIES, PEOPLE, TIMES
from tuibrowser.parsing.nouns.behind import HEARS
from tuibrowser.parsing.nouns.context import LineSoFar
from tuibrowser.parsing.nouns.doers import BODY, PERSON
from tuibrowser.parsing.nouns.objects import LeftSide
from tuibrowser.parsing.nouns.outcomes import Outcomes
from tuibrowser.parsing.nouns.records import Counted
from tuibrowser.parsing.nouns.whole import VEIL

# Code, not lexicon: the order of a clause that counts; the words that fill it are in units.toml.
_RATE: Final = re.compile("[^的]{2,8}(?:率|满意度|占比)")
_RATED: Final = re.compile("[^的,。;、()\\d]{2,8}率(?=[均为达约近超全保稳\\d百])")
_MEETING: Final = re.compile("(?<!委员)(?<![村居工常协联商妇])会议?$")
_SITE: Final = re.compile("(?:[点室站所村馆]|中心|社区|基地|阵地|窗口|平台|队伍|小组)$")
_PLANNED: Final = re.compile("(?:任务|项目|工程|措施|指标|图斑|清单|[点站车船])$")
"""What is done in some manner, besides what shares its head."""
_AT_WORK: Final = re.compile(
    "(?:随时|全天|昼夜|轮流|全员|全部|时刻)(?:待命|值守|值班|备勤|在岗|到岗|驻守|巡护)"
)
_SHORTEST: Final = 2
_MANNER_AND_VERB: Final = 4
"""Characters: 列表推进, 挂图作战."""
_ENDS: Final = re.compile("(?:完成|到位|完毕)?(?:[,;。]|$)")
_IS_SO: Final = re.compile("[^,]{2,4}(?:明显|显著|良好|突出|到位|有力|凸显)")


class ThingsTold:
    """What is told of the things of one line."""

    def __init__(self, line: LineSoFar, outcomes: Outcomes) -> None:
        """Take what is known of the line, and of what became of its things."""
        self._text, self._words, *_ = line
        self._outcomes = outcomes

    def tells(self, number: Counted, part: LeftSide, right: Span) -> bool:
        """Whether ``right``, behind ``number``, tells of what ``part`` before it names."""
        if self._text[part.end - 1] == "的" and self._outcomes.goes_on(number):
            # 不达标的6家转入整治
            return self._begins_with_verb(right) and not self._words.heads.search(
                self._text, *right
            )
        if self._text[part.end - 1] == "的" and number.unit in PEOPLE and part.end - part.start > 2:
            is_done = self._begins_with_verb(right) and not PERSON.search(self._text, *right)
            return is_done and self._text[part.start] in "拒不未无逾"  # 拒不配合的2人报请公安处罚
        if (
            self._is_counted_deed(part, right)
            or self._is_predicate(number, part, right)
            or self._is_for_them(number, part, right)
        ):
            return True
        is_met = number.unit in TIMES and _MEETING.search(self._text, *part[:2])
        if is_met and HEARS.match(self._text, *right):
            return True  # 厅长办公会2次研究法治工作
        if self._is_rated(number, part, right):
            return True
        if number.unit in BODIES:
            return self._is_of_site(part, right)
        if number.unit not in PEOPLE or PERSON.search(self._text, *right):
            return False
        is_verb = right[1] - right[0] == len("听讲") and self._begins_with_verb(right)
        is_verb = is_verb or _AT_WORK.fullmatch(self._text, *right) is not None
        if self._text[part.end - 1] == VEIL and part.end - part.start > _SHORTEST:
            return True  # “两代表一委员”28名现场打分
        return is_verb or PERSON.search(self._text, *part[:2]) is not None  # 村“两委”200人听讲

    def _is_counted_deed(self, part: LeftSide, right: Span) -> bool:
        """Whether a named deed with its own number is told behind a thing: 证照9类|“扫码”8次."""
        if self._text[right[0]] != VEIL:
            return False
        is_thing = self._words.verbs.search(self._text, *part[:2]) is None
        name = self._text[slice(*right)]
        is_deed = 2 <= len(name.lstrip(VEIL)) <= _MANNER_AND_VERB
        return is_thing and is_deed and self._text[right[1] : right[1] + 1].isdigit()

    def _is_predicate(self, number: Counted, part: LeftSide, right: Span) -> bool:
        """Whether a manner and a verb end the clause: 重点任务9项|列表推进."""
        text, verb = self._text, self._text[right[1] - 2 : right[1]]
        if right[1] - right[0] != _MANNER_AND_VERB or not _ENDS.match(text, right[1]):
            return False
        if number.unit in TIMES | PEOPLE or part.end - part.start <= _SHORTEST or VEIL in verb:
            return False
        is_thing = any(it.search(text, *part[:2]) for it in (self._words.heads, _PLANNED))
        is_verb = verb not in self._words.no_verbs and score_verb(verb) >= SURE
        return is_thing and is_verb and not self._words.heads.search(text, *right)

    def _is_for_them(self, number: Counted, part: LeftSide, right: Span) -> bool:
        """Whether ``right`` is what was done for those before the number: 为合作社9家|审查合同."""
        if number.unit not in {"家", "户"} or self._text[part.start] not in "为给帮":
            return False
        is_body = any(it.search(self._text, *part[:2]) for it in (self._words.doers, BODY))
        return is_body and self._words.verbs.match(self._text, *right) is not None

    def _is_rated(self, number: Counted, part: LeftSide, right: Span) -> bool:
        """Whether a rate stands behind ``number``, of what is named before it."""
        if _RATE.match(self._text, *right):
            return True
        is_named = not self._words.verbs.search(self._text, *part[:2])
        rated = _RATED.match(self._text, number.end)
        return is_named and number.unit not in PEOPLE and rated is not None

    def _is_of_site(self, part: LeftSide, right: Span) -> bool:
        """Whether a site is counted of which ``right`` tells what it does: 调解室8个|调成纠纷."""
        verbs = self._words.verbs
        if verbs.search(self._text, *part[:2]) or not _SITE.search(self._text, *part[:2]):
            return False
        # 司法所8个调解案例: a known verb is as often part of a name.
        word = self._text[right[0] : right[0] + 2]
        is_known = verbs.fullmatch(word) is not None or word in self._words.no_verbs
        is_deed = self._begins_with_verb(right) and not is_known
        return is_deed or _IS_SO.fullmatch(self._text, *right) is not None

    def _begins_with_verb(self, span: Span) -> bool:
        word = self._text[span[0] : span[0] + 2]
        return VEIL not in word and score_verb(word) >= LIKELY
