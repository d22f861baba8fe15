"""What a number counts, by a small grammar of its clause.

A clause is ``[adverbial] [subject] [verb] [object] [introducer] number unit [noun] [predicate]``.
What stands right behind the unit is counted where the clause has no object before the number
(41名执法人员); else the object is (发放宣传册300份). A verb that only introduces its object
(发放, 开展) is left out, one that says what was done to it (调解, 查处) stays. Where a number has
neither (总数达到31名, 同比下降12%), the number before it in the sentence says what is counted.

Answers are spans of the folded text without white space that was searched.
"""

from __future__ import annotations

import re
from typing import Final

from tuibrowser.lexicon.counting import Counting
from tuibrowser.model.terms import Span
from tuibrowser.parsing.nouns.affinities import Affinities
from tuibrowser.parsing.nouns.ahead import Ahead
from tuibrowser.parsing.nouns.akin import TIMES
from tuibrowser.parsing.nouns.behind import Behind
from tuibrowser.parsing.nouns.beside import Beside
from tuibrowser.parsing.nouns.catalogues import catalogued
from tuibrowser.parsing.nouns.changes import Changes, Named, name
from tuibrowser.parsing.nouns.closed import Closed
from tuibrowser.parsing.nouns.context import Context, LineSoFar
from tuibrowser.parsing.nouns.deeds import are_verbs, kind_first
from tuibrowser.parsing.nouns.doers import PERSON
from tuibrowser.parsing.nouns.doings import Doings
from tuibrowser.parsing.nouns.edges import Edges
from tuibrowser.parsing.nouns.lists import Lists
from tuibrowser.parsing.nouns.objects import LeftSide, Objects
from tuibrowser.parsing.nouns.outcomes import LONGEST_ACT, Outcomes
from tuibrowser.parsing.nouns.people import People
from tuibrowser.parsing.nouns.plain import plain, round_brackets
from tuibrowser.parsing.nouns.rates import rates_of, things_of
from tuibrowser.parsing.nouns.records import Counted
from tuibrowser.parsing.nouns.repeated import Repeated
from tuibrowser.parsing.nouns.runs import end_of_run
from tuibrowser.parsing.nouns.said import SentenceSoFar
from tuibrowser.parsing.nouns.sharing import SharedNouns
from tuibrowser.parsing.nouns.told import ThingsTold
from tuibrowser.parsing.nouns.whole import AVERAGE_ONLY, Noun, complete, qualify

# Code, not lexicon: the order of a clause that counts; the words that fill it are in units.toml.
_OF_EACH: Final = re.compile("单[条场次期个件]|[人户村]均|平均")
_BECAME: Final = re.compile(
    "[^,。;、()\\d]{0,5}(?:至|到|为|成)(?:(?:今年|本年|目前|现在|[年季月]?[末底])的)?"
)
"""What stands between what a number was and what it came to."""
_EVERYBODY: Final = re.compile(
    "(?:[全本我各](?:[省市州盟县旗区镇乡村局委办院厅校]|街道|系统|机关|体)|辖区)"
)
"""Whose they are, and nothing of what: 组织全市300人参加培训."""
_EXTENT: Final = re.compile("(?:占地|涉案)?(?:面积|金额|货值|案值|价值|余额)")
_THE_SAME: Final = re.compile("(?:同|此|该|这)类|上述|前述")
_NEWLY: Final = ("新增", "新建", "新设", "新添")
_SHORTEST: Final = 2
_MEASURED: Final = frozenset({"除", "分", "计划", "实际", "目标", "预计", "原定"})
"""How firm a number is, and nothing of what."""
_SPANS: Final = frozenset({"个工作日", "天", "小时", "分钟", "个月"})
_CAME_TO: Final = frozenset("到至为")
_REST: Final = frozenset({"其余", "余下", "尚余", "余", "尚", "还剩"})
_PLACES: Final = frozenset("站室点所亭岗厅馆村镇乡")
"""Nouns of one character: 建成中心1个、站16个、室80个."""
_SHARE: Final = re.compile(r"约?占[^,;:。]{0,16}$")


class Clauses:
    """The clauses of one line, asked number by number from left to right."""

    def __init__(self, shadow: str, words: Counting) -> None:
        shadow = round_brackets(shadow)
        self._text = plain(shadow)
        self._shadow = shadow
        self._words = words
        self._left = Objects(self._text, words)
        self._lists = Lists(self._text, words)
        self._right = Behind(self._text, shadow, words)
        self._ahead = Ahead(self._text, words, self._right)
        self._beside = Beside(self._text, words)
        self._earlier = SentenceSoFar(self._text, shadow, words)
        self._context = Context(self._text, words, self._left, self._earlier)
        line = LineSoFar(self._text, words, self._left, self._earlier, self._context)
        self._shares = SharedNouns(line)
        self._outcomes = Outcomes(line)
        self._doings = Doings(line)
        self._people = People(line)
        self._affinities = Affinities(line)
        self._closed = Closed(line, self._outcomes, self._doings, self._people)
        self._told = ThingsTold(line, self._outcomes)
        self._repeated = Repeated(line)
        self._changes = Changes(self._text)
        self._edges = Edges(self._text, shadow, words)

    def find_nouns(self, number: Counted) -> list[Named]:
        """What ``number`` counts: one noun, or the rates that it is of (参考率、合格率均为100%).

        Numbers must be asked in the order of the text.
        """
        last = self._earlier.last
        if last and self._context.ends_sentence(last.number.end, number.start):
            self._earlier.forget()
        noun = self._shares.take(number) or self._trimmed(number)
        noun = self._ahead.with_thing(number, kind_first(self._text, noun))
        is_said = noun == self._earlier.last_noun
        is_all = is_said and self._context.is_all(number)
        noun = complete(self._shadow, noun, *number[1:3], is_said=is_said, is_all=is_all)
        noun = self._beside.posted(number, noun)
        noun = self._repeated.of_others(number, self._repeated.measured(noun))
        noun = self._repeated.with_verb(number, self._earlier.with_head(number, noun))
        if noun:
            self._earlier.add(number, noun)
        self._context.end = number.end
        each_of = rates_of if number.is_rate else things_of
        nouns = self._shares.each_of(noun) or each_of(self._text, noun, self._words)
        if change := self._changes.find(number, is_said=is_said):
            return [name(it, change) for it in nouns]
        is_share = self._changes.is_share(number)
        whole = (qualify(self._shadow, it, *number[:3], is_said=is_said) for it in nouns)
        return [Named(it, (), is_share) for it in whole]

    def _trimmed(self, number: Counted) -> Noun:
        """What ``number`` counts, without what stands around its name."""
        noun = self._find(number)
        return noun if noun == self._earlier.last_noun else self._edges.trim(number, noun)

    def _before(self, number: Counted) -> LeftSide:
        """What stands before ``number``, without of what it is a share."""
        part = self._context.before(number.start)
        end = self._changes.without_share(*part[:2]) if number.unit == "%" else part.end
        return part._replace(end=end)

    def _find(self, number: Counted) -> Noun:  # noqa: PLR0911 — one case of the grammar a line
        part = self._before(number)
        right = self._behind_unless_itself(number, part)
        if (
            not right
            and self._context.end
            and _BECAME.fullmatch(self._text, self._context.end, number.start)
        ):
            return self._earlier.last_noun  # 由320个规范为256个
        if told := self._told_whole(number, part) or (() if right else self._is_what(number)):
            return told
        left = self._text[part.start : part.end]
        if (taken := self._taken(number, part, right)) or not left:
            return taken
        if not right and (told := self._outcomes.told_by_colon_or_address(number, part)):
            return told
        if right and (
            left.endswith(("的", "了", "前", "期间", *self._words.nominal))  # 督查发现的14个问题
            or self._text[number.start - 1] == "、"  # 由局长任组长、9名副局长任副组长
        ):
            return (right,)
        is_fate = not right and self._outcomes.is_fate(number, part)
        acts = self._words.fates if right else self._words.bare
        is_act = is_fate or acts.fullmatch(left) is not None
        stem = left if is_fate else self._without_closing_verb(left)
        if len(stem) < len(left):
            return (right,) if right else self._closed.by_verb(number, part, stem)
        if right and (
            part.has_total
            or not self._words.verbs.search(left)
            or self._beside.is_place(number, part)
        ):
            return (right,)
        if not right and (done := self._outcomes.done_by_whom(number, part, is_act=is_act)):
            return done
        if is_act or self._outcomes.is_passive(part):
            if right:  # 督导14个村 counts what was done to them
                return (self._left.object(part.start, part.end), right)
            return self._affinities.done_to_what_was_named(number, part)
        if (
            right
            and self._text[part.end : number.start] in {"", "了"}
            and (led := self._led(part, right))
        ):
            return led
        if len(left) < 2 and left not in _PLACES and not part.has_total:
            return self._context.inherited(number, part)
        return self._of_object(number, part, right)

    def _told_whole(self, number: Counted, part: LeftSide) -> Noun:
        """What is told by a whole of its own: came to something, succeeded, was seen."""
        return (
            self._doings.done_by_all(number, part)
            or self._people.told(number, part)
            or self._doings.came_to(number, part[:2])
            or self._earlier.succeeded(number, part[:2])
            or self._outcomes.awarded(number, part)
            or self._doings.seen(number, part)
            or self._doings.earlier_by(number, part)
            or self._doings.scored(number, part)
            or self._doings.spent(number, part)
            or catalogued(self._shadow, number)
        )

    def _is_what(self, number: Counted) -> Noun:
        """What a part is, told behind it: 学法9次,其中5次为专题学习."""
        kind = self._earlier.is_part(number) and self._right.is_what(number.end, number.unit)
        return (kind,) if kind else ()

    def _led(self, part: LeftSide, right: Span) -> Noun:
        """What stands behind a number with the act before it: 听取9次汇报; a list only names it."""
        if act := self._doings.act_before(part):
            return act, right
        if are_verbs(self._text[slice(*part[:2])], self._words):
            return part[:2], right  # 修订完善9项制度
        # 普法、执法、护法3个专班
        return (right,) if "、" in self._text[part.start : part.end] else ()

    def _of_object(self, number: Counted, part: LeftSide, right: Span | None) -> Noun:
        """What ``number`` counts whose object stands before it."""
        left = self._text[part.start : part.end]
        if right and self._beside.is_only_behind(number, part, right):
            return (right,)
        if told := self._by_its_end(number, part, left):
            return told
        if number.unit in {"家", "户", "人", "名"} and (done := self._doings.done_for(part)):
            return done
        if number.unit in TIMES and (done := self._done_towards(part)):
            return done
        thing = self._left.object(part.start, part.end)
        if _EVERYBODY.fullmatch(self._text, *thing):
            return self._find_behind(number, part, right)
        if number.unit not in TIMES and number.unit != "人次":
            return self._lists.told(part.start, thing)
        is_actor = number.unit != "人次" and self._left.agents.is_one(part.start, part.end)
        if is_actor and (did := self._right.object(number.end)):
            return (did,)  # 党工委两次召开专题会
        act = self._lists.act_of_list(part.start, thing) or self._lists.joined(part.start, thing)
        if act and self._text[slice(*thing)] == "内容":
            return (act,)  # 学习《宪法》等内容9次
        return (act, thing) if act else (thing,)

    def _by_its_end(self, number: Counted, part: LeftSide, left: str) -> Noun:
        """What words mean that say of which things so many are new, the same, or so large."""
        if left.endswith(_NEWLY) and len(left) > 2 * _SHORTEST:  # 示范村新增9个
            new = part.end - _SHORTEST
            return (new, part.end), self._left.object(part.start, new)
        if _THE_SAME.match(left) and (akin := self._earlier.find_akin(number.unit)):
            return akin.noun
        if self._earlier.last_noun and _EXTENT.fullmatch(left) and self._context.is_of_last(part):
            if PERSON.search(self._text, *self._earlier.last_noun[-1]):
                return (part[:2],)  # 涉及农民工90人、金额20万元
            return *self._earlier.last_noun, part[:2]  # 图斑9个、面积20亩
        return ()

    def _done_towards(self, part: LeftSide) -> Noun:
        """What was done by somebody who was asked, or towards somebody, without them."""
        invited = self._left.agents.invited_to(part.start, part.end)
        return (invited,) if invited else self._doings.told_to(part) or self._doings.took_part(part)

    def _behind_unless_itself(self, number: Counted, part: LeftSide) -> Span | None:
        """What stands behind a number, unless it is but told of what is counted before it."""
        end = end_of_run(self._text, number)
        before = self._text[number.start - 1 : number.start]
        is_span = number.unit in _SPANS and before in _CAME_TO  # 压缩到3个工作日办结
        right = None if number.is_rate or is_span else self._right.noun(end, number.unit, before)
        if right is None or part.end - part.start < _SHORTEST:
            return right
        return None if self._told.tells(number, part, right) else right

    def _taken(self, number: Counted, part: LeftSide, right: Span | None) -> Noun:
        """What ``number`` counts that names no thing in its own clause; nothing if it does."""
        left = self._text[part.start : part.end]
        if lead := self._context.list_of(number, part):
            return ((part.start, part.end), lead) if left else (lead,)
        if part.bracket is not None and _OF_EACH.match(left):
            return *self._context.inherited(number, part), (part.start, part.end)
        if left in _REST and (same := self._outcomes.of_rest(number, part, right)):
            return same
        if not left or left in _MEASURED:  # 分3批, 计划90场
            return self._find_behind(number, part, right)
        is_kind = not right and left.endswith("的") and 2 < len(left) <= LONGEST_ACT
        if is_kind and (same := self._outcomes.of_kind(number, part)):
            return same
        if AVERAGE_ONLY.fullmatch(left) or (number.is_rate and _SHARE.fullmatch(left)):
            return (right,) if right else self._context.inherited(number, part)
        return ()

    def _without_closing_verb(self, left: str) -> str:
        return left[: closing.start()] if (closing := self._words.closing.search(left)) else left

    def _behind(self, number: Counted) -> Span | None:
        """What a share is of (97%的村), the object of what was done so often (3次召开专题会)."""
        if number.is_rate:
            is_of = self._text.startswith("的", number.end)
            return self._right.noun(number.end, "%") if is_of else None
        return self._right.object(number.end) if number.unit in TIMES else None

    def _find_behind(self, number: Counted, part: LeftSide, right: Span | None) -> Noun:
        """What ``number`` counts that has nothing before it."""
        right = right or self._behind(number)
        if right is None:
            did = (number.unit == "%" and self._outcomes.rated(number)) or self._people.did(number)
            return did or self._outcomes.became(number) or self._context.inherited(number, part)
        done = self._doings.done_for_those(number, right)
        return done or self._outcomes.fate_behind(number, right) or (right,)
