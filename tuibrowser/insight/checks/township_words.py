"""Where a sentence names the township that it is of: patterns for ``townships``.

Each has the name as its group ``name``, in slogans ``whole``.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final, NamedTuple

from tuibrowser.lexicon.checks import load_check_words

# Code, not lexicon: how a sentence names who acts is grammar; what is done, and by whom, is words.
_ORDINAL: Final = "[一二三四五六七八九十]"
POINT: Final = (
    rf"(?:{_ORDINAL}{{1,2}}[是要],?|首先,|其次,|\d{{1,2}}[.、]|\((?:{_ORDINAL}|\d){{1,2}}\))?"
)
"""What may open a sentence before its subject: 一是, 首先, 1."""
_NAME: Final = (
    rf"(?P<name>(?![在由与和同到赴向对从]|{_ORDINAL}[是要])[\u4e00-\u9fff]{{2,5}}?(?:镇|乡|街道))"
)
_YEAR: Final = r"(?:20\d\d年度?,?)?"
_COUNTY: Final = "(?:[\u4e00-\u9fff]{2,6}?[县区市])?"
_SENTENCE: Final = "(?:^|(?<=[。;!?]))"
_CLAUSE: Final = "(?:^|(?<=[,。;:!?]))"
_DECIDED: Final = re.compile(
    rf"(?:经|提请|报请|报经){_NAME}(?:党委|党工委|政府|办事处|人大)[^,。;]{{0,6}}"
    "(?:研究|审议|同意|批准|审定|讨论)"
)
"""经青石镇党委会议研究."""
_REPORTS: Final = re.compile(
    rf"现将(?:我镇)?{_NAME}(?:人民政府|办事处)?(?:20\d\d年|法治|推进|上年|本年)"
)
_PAPERS: Final = re.compile(rf"(?:制定|印发|出台|下发|制订|修订|完善)(?:了)?《(?:中共)?{_NAME}")
_GOALS: Final = re.compile(
    "(?:(?:提升|推进|推动|促进|助力|保障|服务|谱写|书写|绘就|描绘|开创|维护了?|为)"
    rf"{_NAME}(?=法治|依法|高质量|经济社会|社会[治稳和]|基层治理|和谐|营商环境|平安|乡村振兴|治理能力|各项事业))"
    "|(?:打造|建设|创建)(?:平安|法治|和谐|美丽)(?P<whole>[\u4e00-\u9fff]{2,5}?(?:镇|乡(?!村)|街道))"
    "(?!样板|标杆|典范|先行|新?高地)"
)
"""What is the own unit's to better: 进一步提升柳泉镇依法行政水平, 打造平安柳泉镇."""


class Patterns(NamedTuple):
    """Those made of the lexicon's words."""

    subject: re.Pattern[str]
    """青石镇坚持, 青石镇党委召开."""
    subject_of_a_deed: re.Pattern[str]
    """What one would also say of another township, so only where nothing in the clause does:
    青石镇受理纠纷."""
    subject_with_body: re.Pattern[str]
    """富源乡普法讲师团巡回宣讲24场: what stands there does everything for its own township."""
    own_parts: re.Pattern[str]
    """青石镇各村."""
    body: re.Pattern[str]
    """What stands behind the name in ``subject_with_body``."""

    @property
    def standing(self) -> tuple[re.Pattern[str], ...]:
        """All where the own name has to stand."""
        return (
            *(self.subject, self.own_parts, _REPORTS, _PAPERS, _DECIDED),
            *(self.subject_of_a_deed, _GOALS),
        )

    @property
    def unsure(self) -> tuple[re.Pattern[str], ...]:
        """Those that may be said of another township, too."""
        return (self.own_parts, self.subject_of_a_deed, _GOALS)


@cache
def patterns() -> Patterns:
    """Compiled when the first report of a township is checked."""
    words = load_check_words()
    organs, acting, deeds, parts, body = (
        f"(?:{it.pattern})"
        for it in (words.organs, words.acting, words.deeds, words.own_parts, words.at_home)
    )
    begins = f"{POINT}{_YEAR}"
    return Patterns(
        subject=re.compile(f"{_CLAUSE}{begins}{_COUNTY}{_NAME}{organs}?{acting}"),
        subject_of_a_deed=re.compile(f"{_SENTENCE}{begins}{_COUNTY}{_NAME}(?={deeds})"),
        subject_with_body=re.compile(f"{_SENTENCE}{begins}{_NAME}(?={body})"),
        own_parts=re.compile(f"(?:^|(?<=[,。;:!?在由])){POINT}{_NAME}{parts}"),
        body=words.at_home,
    )
