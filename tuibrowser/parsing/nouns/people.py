"""What people did who are counted, told behind their number: 全市800人|参加线上培训, 9人|顺利通过.

How many of those named before did what follows is counted as what they did, not as who they are,
unless it only tells what some of a whole are like: 9名网格员中,8名系党员.
"""

from __future__ import annotations

import re
from typing import Final

from tuibrowser.lexicon.verbal import SURE, score_verb
from tuibrowser.model.terms import Span
from tuibrowser.parsing.nouns.akin import HOMES, PEOPLE, TIMES
from tuibrowser.parsing.nouns.context import LineSoFar
from tuibrowser.parsing.nouns.doers import PERSON
from tuibrowser.parsing.nouns.objects import LeftSide
from tuibrowser.parsing.nouns.records import Counted
from tuibrowser.parsing.nouns.whole import Noun

_VERB: Final = 2
"""Characters of a verb, and of 考试."""
_LONG: Final = 6
"""Characters from which of an examination only the head is told."""
# Code, not lexicon: the order of a clause that counts; the words that fill it are in units.toml.
_HOW: Final = (
    "(?:顺利|已经?|[均都]|全部|新|一次性?|首[次考]|现场|当场|最终|成功|率先|相继|陆续|先后|悉数"
    "|集中|统一|到场|在线|网上|线上)*"
)
"""Adverbs before what they did."""
_ATTENDED: Final = re.compile(
    rf"{_HOW}(?P<it>(?:参加|参与|出席|通过(?=[^,]{{0,12}}(?:考试|测试))|观看|旁听|报考|完成|取得|考取|持有|接受(?=[^,]{{2,12}}(?:教育|培训|轮训|辅导|指导|测试))"
    r"|新?(?:获评|荣获|入选|通过)(?=[^,]{2}))(?!了)(?:[^,。;、()\d的]{1,8}(?:举办|组织|开展)的)?[^,。;:!?、()\d的]{2,24}?)(?=[,。;:!?、且并]|$)"
)
"""What people did that nothing else is said of: 全市800人参加线上培训."""
_GOT: Final = re.compile(
    rf"{_HOW}(?P<it>(?:取得|考取|考[出得]|获得|获评?|荣获|入选|持有|领[取到]|拿到|通过|过关|及格|达标|结业|上岗)[^,。;、()\d]{{0,24}}?)(?=[,。;、)]|$)"
)
_TRIED: Final = re.compile("(?<=参加)[^,、]{0,18}(?:考试|测试|考核)")
"""What those tried who got something, or passed."""
_WENT_THROUGH: Final = re.compile(
    f"{_HOW}(?P<it>完成[^,。;、()]{{2,14}}?(?:培训|轮训|学习|考试|测试|体检|换证|年审))"
)
_WAS: Final = re.compile(
    r"(?:因[^,。;、被\d]{1,10})?被(?!评|授|表彰|命名|聘|选|推|认定|列|纳)(?P<it>[^,。;、()\d]{2,10})(?=[,。;、)]|$)"
)
"""What was done to people, and why."""
_LACKED: Final = re.compile(
    r"因[^,。;、()\d]{1,10}?(?P<it>(?:暂[缓停]|请假|缺[考席勤]|免[考试]|补考|缓考|延期|停[职薪]|受[到处]|退[出回休]|调[离出整]|离[职任]|辞[职任]|落选|未[^,]{1,3})[^,。;、()\d]{0,8}?)(?=外|[,。;、)]|$)"
)
"""What they could not do, and why: 2人因病请假外."""
_CAME_TO: Final = re.compile("(?:参加|参与|到场|到会|受教|观看|旁听|参训|参学|参演)(?=[,。;)]|$)")
_FARED: Final = re.compile(
    r"(?:在[^,。;]{1,8}?内)?(?:已?全部|均已?|都已?|已|如期)(?P<it>[^,。;、()\d]{2,4})(?=[,。;)]|$)"
)
_MADE: Final = re.compile(
    "(?:教会|指导|帮助|协助|引导|劝导|动员|督促|带动|支持|促成|劝返|说服)了?(?:其中)?$"
)
"""What was done with people so that they did what stands behind their number."""
_THEY_DID: Final = re.compile(r"(?P<it>[^,。;、()\d的]{3,16}?)(?=[,。;、)]|$)")
_BY_WHAT: Final = re.compile("[网线掌]上|在线|自主|就近|异地")
"""How they did it, before the verb."""
_AMONG: Final = re.compile("[中里],$")
_OF_WHOLE: Final = re.compile("[中里],?(?:已?有|现有|共有)?")
"""Between a whole and the part of it that something is told of: 9名队员中,8名…."""
_SAID_OF_PART: Final = re.compile(
    rf"{_HOW}(?:[系为是属](?:于)?(?![统列])|来自|具[有备]|拥有|当选|担任|兼任|任(?!务)|参加|参与|报名|加入|从事|晋升|接受|完成"
    r"|(?:取得|考取|获得|通过)(?=[^,。;、()\d]{0,14}(?:资格|职称|学历|认证|等级))|获[评聘]|荣获|入选|达到|住在|年龄|签订|返回|落实)"
    r"(?![^,。;、()]{0,12}(?:证(?![明人])|考试|测试|考核))"
)
"""What is told of some of a whole. Who has a licence to act or passed an exam is another number,
which offices compare by itself: 持有执法证, 通过考试."""


class People:
    """The people of one line and what they did."""

    def __init__(self, line: LineSoFar) -> None:
        """Take what is known of the line."""
        self._text, self._words, self._left, self._earlier, self._context = line

    def did(self, number: Counted) -> Noun:
        """What people did where nothing else tells who they are: 800人参加线上培训."""
        last, is_people = self._earlier.last, number.unit in PEOPLE
        if self._text[number.end : number.end + 1] in "因被" and (
            was := _WAS.match(self._text, number.end) or _LACKED.match(self._text, number.end)
        ):  # 2人因失职被移送纪检, 5家被责令停业
            act = was.span("it")
            akin = self._earlier.find_akin(number.unit) if not is_people else None
            if akin and self._context.is_among(number):  # 意见90条中,60条被采纳
                thing = self._earlier.find_thing(akin)
                return (thing,) if thing else akin.noun
            return (act,) if is_people else self._earlier.done_to_the_same(number, act)
        if not is_people:
            return ()
        if among := self._among(number):
            return (among,)
        if last and last.number.unit in PEOPLE:
            return self._got(number, last.number.end)
        is_event = (
            last and last.number.unit in TIMES and not PERSON.search(self._text, *last.noun[-1])
        )
        if last and is_event and (came := _CAME_TO.match(self._text, number.end)):
            return *last.noun, came.span()  # 演练2次,90人参加
        if (
            last
            and not PERSON.search(self._text, *last.noun[-1])
            and (fared := _FARED.match(self._text, number.end))
        ):
            return (fared.span("it"),)  # 9个村90人全部转移
        if last is None and (
            got := self._got(number, self._left.clause(self._left.clause(number.start)[0] - 1)[0])
        ):
            return got
        patterns = (_ATTENDED, _WENT_THROUGH, _GOT)
        did = next((it for one in patterns if (it := one.match(self._text, number.end))), None)
        return (did.span("it"),) if did else ()

    def _among(self, number: Counted) -> Span | None:
        """Those whom the clause before names: 在册队员中,9人已换装."""
        begin = self._left.clause(number.start)[0]
        if not _AMONG.search(self._text, max(0, begin - 2), begin):
            return None
        named = self._context.before(begin - 1)
        thing = self._left.object(named.start, named.end)
        return thing if PERSON.search(self._text, *thing) else None

    def _got(self, number: Counted, begin: int) -> Noun:
        """What some got of those who were counted: 参加资格考试9人,8人通过, 8人取得证件."""
        got = _GOT.match(self._text, number.end)
        if got is None:
            return ()
        tried = [it.span() for it in _TRIED.finditer(self._text, begin, number.start)]
        if not tried:
            return (got.span("it"),)
        first, end = tried[-1]
        if end - first > _LONG and len(got["it"]) == _VERB:
            return got.span("it"), (end - _VERB, end)  # 通过|考试
        return tried[-1], got.span("it")

    def sent(self, number: Counted) -> Noun:
        """What those were sent to who are counted: 选派8人参加培训."""
        did = _ATTENDED.match(self._text, number.end)
        return (did.span("it"),) if did and did["it"].startswith("参") else ()

    def told(self, number: Counted, part: LeftSide) -> Noun:
        """Who they are of whom something is told, or what they were helped to do."""
        return self._of_whole(number) or self._made_to(number, part)

    def _of_whole(self, number: Counted) -> Noun:
        """The whole of which some are or did something: 9名网格员中,8名系党员."""
        last = self._earlier.last
        if last is None or not {number.unit, last.number.unit} <= PEOPLE:
            return ()
        is_whole = _OF_WHOLE.fullmatch(self._text, last.end, number.start) is not None
        is_told = is_whole and _SAID_OF_PART.match(self._text, number.end) is not None
        return last.noun if is_told and PERSON.search(self._text, *last.noun[-1]) else ()

    def _made_to(self, number: Counted, part: LeftSide) -> Noun:
        """What people were helped or taught to do: 指导9人|网上申请援助; and the next of a list."""
        if number.unit not in PEOPLE | HOMES:
            return ()
        made = _MADE.search(self._text, *part[:2])
        last = self._earlier.last
        if made is None and last and self._text[last.number.end : number.start].endswith("、"):
            made = _MADE.fullmatch(self._text, *last.noun[0])
        did = _THEY_DID.match(self._text, number.end) if made else None
        if made is None or did is None or PERSON.search(did["it"]):
            return ()
        how = self._words.adverb.match(self._text, *did.span()) or _BY_WHAT.match(did["it"])
        verb = did.start() + len(how[0]) if how else did.start()
        is_verb = any(
            self._words.verbs.match(self._text, at, did.end())
            or score_verb(self._text[at : at + 2]) >= SURE
            for at in {verb, did.start()}
        )
        return (made.span(), did.span("it")) if is_verb else ()
