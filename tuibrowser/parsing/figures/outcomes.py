"""Words that tell what became of what the number before counts, without saying what that is."""

from __future__ import annotations

import re
from typing import Final

# Code, not lexicon: the order of a clause that counts; the words that fill it are in units.toml.
_DONE: Final = (
    "(?:按期|按时|及时|已|全部|均|成功|有效|完成|妥善|就地|当场|一次性|其中|上级)*"
    "(?:办结|办复|化解|结案|整改|调解|调处|处置|办理|答复|回复|解决|销号|修订|修改|新[增编建聘]|退回修改|采纳|响应)"
    "(?:完成|完毕|到位|成功)?"
)
_RATE: Final = (
    rf"(?:{_DONE}|成功|(?:调解|和解|撤回|撤诉|调撤|纠错)+|(?:群众|回访|综合|评议)*满意|好评|合格"
    r"|优秀|优良|履行|覆盖|及时|规范|按期)率"
)
BARE: Final = re.compile(
    rf"{_DONE}(?:数|量)?|{_RATE}(?:[、和]{_RATE})*"
    r"|(?:已|均|全部)+结|(?:调解|和解|调撤|撤回|撤诉|终止|维持|驳回)+"
    r"|(?:国家|省|市|县|区|镇|乡|村|街道|社区)级|(?:涉及|涉案)?(?:总)?金额"
)
"""What was done, how well, or at which level, without what it was done to."""
ENDED: Final = re.compile(
    r"(?!(?:调解|和解)$)(?:直接)?(?:调解|和解|调撤|撤回|撤诉|终止|维持|驳回|纠错|撤销|审结|结案)+"
)
"""How a case ended; the next such number is of the cases, too: 复议97件,纠错7件、撤回39件."""
ATTENDED: Final = re.compile(
    "(?:累计|共计?|合计|总计)*(?:参加|接受)?(?:培训|轮训|(?:参训|受训)(?:干部|群众|职工)?)(?:人员|人数|人次|学员)?"
)
"""Who was trained, without in what: of 消防培训8场，参训900人 that is told by the courses."""
SAME: Final = re.compile(r"(?:国家|省|市|县|区|镇|乡|村|街道|社区)级|(?:累计)?新[增编建聘]|修订")
REST: Final = ("其他", "其它", "其余", "剩余", "余下")
DIVIDES: Final = re.compile("其中|包括|包含|分别|主要|[含(:]")
"""Of a list that says so a part is of the total; of what only sums up to it, each is its own."""
ADOPTED: Final = re.compile(r"(?:已|被|予以|均)*采纳(?:落实)?")
"""What became of opinions is counted as they are, whoever gave them."""
