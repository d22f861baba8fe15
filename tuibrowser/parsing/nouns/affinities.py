"""What an act alone before a number was done to, told by its kind: 化解 was done to disputes.

将相邻矛盾化解在萌芽,全年成功调解56起: no number counts the thing, and the clause that names it
may be further back in the sentence. Answers are spans of a folded line, veiled
as that of ``objects``.
"""

from __future__ import annotations

import re
from typing import Final

from tuibrowser.model.terms import Span
from tuibrowser.parsing.nouns.akin import PEOPLE, TIMES
from tuibrowser.parsing.nouns.context import SET_ABOUT, LineSoFar
from tuibrowser.parsing.nouns.objects import LeftSide
from tuibrowser.parsing.nouns.records import Counted
from tuibrowser.parsing.nouns.whole import Noun

_FAR: Final = 90
"""Characters back in a sentence in which the thing is looked for."""
_LONGEST: Final = 6
"""Characters before its head in which its kind is looked for."""
_KIND: Final = 2
"""Characters of what kind it is."""
# Code, not lexicon: which verbs go with which things is grammar, as government in other languages.
_KINDS: Final = tuple(
    (re.compile(acts), re.compile(things))
    for acts, things in (
        ("调[解处结成停]|化解|劝[和解返]|和解|就地解决", "纠纷|矛盾|争议|诉争"),
        (
            "审(?![计结批])|梳理|清理|废止|宣[告布]失效|失效|修[改订]|保留|备案|报备",
            "规范性文件|合同协议|合同|协议|文件|政策措施|村规民约|居民公约|公约|民约|章程|决策",
        ),
        (
            "办[结理复]|答复|受理|回复|处[理置]|转[办交]",
            "工单|诉求|投诉|信访事项|信访件|提案|来电|留言|信息公开申请|复议申请",
        ),
        ("整改|销号|整治|消除", "隐患|问题|短板"),
        ("解决|协调|破解", "难题|诉求|困难|堵点"),
        ("拆除|[强自助]拆|拆违|腾退", "违法建筑|违章建筑|违建|私搭乱建|棚房|围挡"),
        ("采纳|吸[纳收]", "意见建议|意见|建议"),
        ("新增|取消|调整|变更|下放|承接|收回", "权责清单|权力清单|行政权力|权责事项|权力事项"),
    )
)
_NEWLY: Final = frozenset({"新增", "新建", "新设", "新添"})
_STOPS: Final = re.compile(r"[,。;:!?()的等、对将把就了起\d]")
"""Behind one of these the thing begins."""
_NAMES: Final = re.compile(
    "人民?调|联合|多元|调[解处](?:委|中|室|站)|箱|簿|库|平台|工作|办法|条例|办[结理]率"
)
"""Behind a thing these make a name of it: 纠纷|调解室, 意见|箱."""


class Affinities:
    """What the acts of one line were done to that no number counts."""

    def __init__(self, line: LineSoFar) -> None:
        """Take what is known of the line."""
        self._text, _, _, self._earlier, self._context = line

    def done_to_what_was_named(self, number: Counted, part: LeftSide) -> Noun:
        """What was done to what was counted before, or is named in a clause before."""
        outside = self._context.inherited(number, part) if part.bracket is not None else ()
        act = part[:2]
        if outside and self._text[slice(*act)] in _NEWLY:
            return (act, *outside)  # 重点企业(新增9家)
        done = self._earlier.done_to_the_same(number, act)
        if len(done) > 1 or number.unit in TIMES:
            return done
        named = self._context.named_before(number)
        told = self._earlier.done_to(number, act, named) if named else done
        if len(told) > 1:
            return told
        thing = self.find(number, act)
        return (act, thing) if thing else told

    def find(self, number: Counted, act: Span) -> Span | None:
        """The nearest thing in the sentence that may be the object of ``act``."""
        if number.unit in PEOPLE | TIMES or self._earlier.find_akin(number.unit):
            return None
        first = max(self._context.sentence(act[0]), act[0] - _FAR)
        for acts, things in _KINDS:
            if acts.search(self._text, *act) is None:
                continue
            found = [*things.finditer(self._text, first, act[0])]
            found = [it for it in found if not _NAMES.match(self._text, it.end())]
            if found:
                return self._whole(first, found[-1].span())
        return None

    def _whole(self, first: int, thing: Span) -> Span:
        """``thing`` with what tells its kind: 相邻|矛盾, not 引发的|家庭|矛盾."""
        start = max(first, thing[0] - _LONGEST)
        stops = [it.end() for it in _STOPS.finditer(self._text, start, thing[0])]
        begin = stops[-1] if stops else start if start == first else thing[0]
        set_about = SET_ABOUT.match(self._text, begin, thing[0])
        begin = set_about.end() if set_about else begin
        return (begin if thing[0] - begin <= _KIND else thing[0]), thing[1]
