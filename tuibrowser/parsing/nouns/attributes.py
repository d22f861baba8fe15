"""What tells behind a number which of the things are counted: 78份经双方签字的|协议书.

Answers are offsets into a folded line, veiled as that of ``objects``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from tuibrowser.lexicon.counting import Counting
from tuibrowser.lexicon.verbal import LIKELY, score_verb
from tuibrowser.parsing.nouns.akin import TIMES
from tuibrowser.parsing.nouns.doers import BODY, PERSON

_FAR: Final = 40
"""Characters behind a number in which a clause may end."""
# Code, not lexicon: the order of a clause that counts; the words that fill it are in units.toml.
_ATTRIBUTE: Final = re.compile(
    r"(?:拒不|[不未无已尚]|被(?![告申征害监执保子])|经(?![济营费纪验办])|因(?![素果])|久[拖悬治未诉访])"
    r"[^,。;、()\d的]{1,8}的(?=..)(?![占均都已仍有为按由将逐]|[转移]|全部|一律|及时|依法|予以|进行|正在|继续)"
    r"|(?:懂|会|熟悉|精通|擅长|熟知)[^,。;()\d的]{1,14}的(?=..)"
)
"""What those are like that stand behind it: 3家拒不整改的网吧."""
_LEAD_VERBS: Final = frozenset("被经由因")
"""Words that begin a clause as a verb does."""
_CLAUSE: Final = re.compile(
    r"(?P<verb>(?:群众|企业|商户|村民|居民|代表|职工|社会)?(?:[被经由因](?!济|营|费|于)|[\u4e00-\u9fff]{2}))"
    r"[^,。;:()\d的]{4,24}的(?=[^,。;、()\d]{2})"
)
"""A clause of six characters at the least: 3起涉及边界的|土地纠纷, 78份经双方签字的|协议书."""
_LACKS: Final = re.compile(
    "[未不][^,。;、的]{2,5}?(?=学员|人员|企业|单位|商户|对象|干部|队员|问题|事项|案件|隐患|项目)"
)
"""What those are not who stand behind it, which is no verb of theirs: 5名未达标|学员."""
_PAPER: Final = re.compile("[书函证册单表]$")
_NUMBER_OF: Final = re.compile(r"[\d一二两三四五六七八九十百千]+[余多]?[^\d,。、的]{1,3}的")
_NUMBER_TOO: Final = re.compile(
    r"\d[\d.,]*万?[余多]?(?:人次|[平立]方米|公[里顷斤]|[^\d,。;、%元余多()])(?![方里顷斤])(?=[\u4e00-\u9fff]{2})"
)


class Attributes:
    """Those of one line."""

    def __init__(self, text: str, words: Counting, stop_of: Callable[[int, str], int]) -> None:
        """Take ``text``, folded and veiled, and what tells where a noun ends that begins there."""
        self._text = text
        self._words = words
        self._stop_of = stop_of

    def behind(self, end: int, unit: str) -> int:
        """Where the thing begins behind another number of it, or what it is like."""
        other = _NUMBER_OF.match(self._text, end) or _NUMBER_TOO.match(self._text, end)
        end = other.end() if other else end  # 1支60人的队伍, 7类42项问题
        if kind := _ATTRIBUTE.match(self._text, end):
            return kind.end()
        return self._behind_clause(end, unit) if unit and unit not in TIMES else end

    def _behind_clause(self, end: int, unit: str) -> int:
        text, words = self._text, self._words
        clause = _CLAUSE.match(text, end) if text.find("的", end, end + _FAR) > 0 else None
        if clause is None:
            return end
        verb = clause["verb"][-2:]
        is_verb = verb[-1] in _LEAD_VERBS or words.verbs.fullmatch(verb) is not None
        if not is_verb and (verb in words.no_verbs or score_verb(verb) < LIKELY):
            return end
        stop = self._stop_of(clause.end(), unit)
        ends = (words.heads, words.doers, BODY, PERSON)
        is_whose = any(it.search(text, end, clause.end() - 1) for it in ends)  # 安置片区的顾问
        is_thing = any(it.search(text, clause.end(), stop) for it in (*ends, _PAPER))
        is_bare = words.heads.fullmatch(text, clause.end(), stop) is not None  # 逾期未办的案件
        return clause.end() if is_thing and not is_whose and not is_bare else end


def behind_lack(text: str, end: int, stop: int) -> int:
    """Where a noun goes on behind what those are not that it names."""
    lacks = _LACKS.match(text, end, stop)
    return lacks.end() if lacks else end
