"""What a report calls its own unit: 全街道 in a town's report, another township's name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tuibrowser.insight.checks.finding import Finding, Quote
from tuibrowser.insight.checks.material import Material
from tuibrowser.insight.checks.prose import Prose
from tuibrowser.lexicon.checks import load_check_words
from tuibrowser.model.report import Passage, Place
from tuibrowser.model.terms import IssuerKind
from tuibrowser.places.gazetteer import gazetteer
from tuibrowser.text.fold import squeeze
from tuibrowser.text.placename import stem

# Code, not lexicon: the three kinds of township are closed; who is rightly named is words.
_WORDS: Final[dict[IssuerKind, str]] = {"town": "镇", "township": "乡", "subdistrict": "街道"}
_BEHIND: Final = {
    "镇": r"(?![村街区域定静痛压守江级长])",
    "乡": r"(?![村镇贤亲土风愁里间下音情本])",
    "街道": r"(?![路两])",
}
_OWN: Final = (
    r"(?:(?<![健安完齐保成周])全|(?<![自你大小真])我|(?<![基根资日成样版])本)"
    r"(?P<word>{word}){behind}"
)
_BODY: Final = (
    r"(?:(?<=[,。;:、!?(经由在向为与和及是,])|^)(?P<word>{word})"
    r"(?:党委政府|党委|党工委|人民政府|政府|办事处|党政领导班子|党政主要负责人|长(?![期远江效治大住])|人大(?!代表))"
)
_OFFICE: Final = r"|(?:(?<=[,。;:、!?])|^)(?:党工委|办事处)(?![^,。;]{0,4}[镇乡街])"
"""What only a subdistrict has."""
_ORDINAL: Final = "[一二三四五六七八九十]"
_POINT: Final = (
    rf"(?:{_ORDINAL}{{1,2}}[是要],?|首先,|其次,|\d{{1,2}}[.、]|\((?:{_ORDINAL}|\d){{1,2}}\))?"
)
_NAME: Final = (
    rf"(?P<name>(?![在由与和同到赴向对从]|{_ORDINAL}[是要])[\u4e00-\u9fff]{{2,5}}?(?:镇|乡|街道))"
)
_ACTS: Final = (
    r"(?:党委、?政府|党委|党工委、?办事处|党工委|人民政府|政府|办事处|党政领导班子|党政主要负责人|党政主要领导|领导班子|司法所|综治中心|机关)?"
    r"(?:在|坚持|认真|积极|严格|高度重视|始终|组织|召开|开展|制定|成立|深入|切实|持续|充分|扎实|全面|共|以|将|把|紧紧|围绕|不断|着力|大力"
    r"|进一步|按照|结合|健全|完善|聚焦|立足|坚决|全年|年内|先后|依托|创新|推行|打造|建立|完成|统筹|整合|充实|配齐|配强|压实|明确|调动|发动|引导|支持|深化|通过|听取|接受|规范|提升|实现|健全|构建|优化|打造|落实|加强|推进|强化|法治政府建设)"
)
_SUBJECT: Final = re.compile(
    rf"(?:^|(?<=[,。;:!?])){_POINT}(?:20\d\d年度?,?)?(?:[\u4e00-\u9fff]{{2,6}}?[县区市])?{_NAME}{_ACTS}"
)
_DEEDS: Final = (
    r"(?=审[核查]|调[解处]|化解|发放|办[理结]|受理|排查|检查|培训|建成|设[立置]|聘[请任]|配[备发]|编[制印]|修订|印发"
    r"|出台|清理|查处|立案|投入|安排|收到|公[开示布]|发布|选[派聘]|评选|走访|实施|履行|执行|作出|出具|拟定|梳理|划分|主动"
    r"|每[月季年周]|今年|本年|对|向|由|举[办行]|参加|研究|部署|推动|拆除|解答|接待|回访|承[接办])"
)
_SUBJECT_OF_A_DEED: Final = re.compile(
    rf"(?:^|(?<=[。;!?])){_POINT}(?:20\d\d年度?,?)?(?:[\u4e00-\u9fff]{{2,6}}?[县区市])?{_NAME}{_DEEDS}"
)
"""What one would also say of another township, so only where nothing in the clause does."""
_OWN_PARTS: Final = re.compile(
    rf"(?:^|(?<=[,。;:!?在由])){_POINT}{_NAME}(?:党委书记|党工委书记|镇长|乡长|主任|书记|主要负责人"
    r"|各村|各社区|各部门|辖区|全域|境内|机关干部|干部职工|综合执法队|综合行政执法队)"
)
_REPORTS: Final = re.compile(
    rf"现将(?:我镇)?{_NAME}(?:人民政府|办事处)?(?:20\d\d年|法治|推进|上年|本年)"
)
_PAPERS: Final = re.compile(rf"(?:制定|印发|出台|下发|制订|修订|完善)(?:了)?《(?:中共)?{_NAME}")
_GOALS: Final = re.compile(
    rf"(?:(?:提升|推进|推动|促进|助力|保障|服务|谱写|书写|绘就|描绘|开创|维护了?|为){_NAME}"
    r"(?=法治|依法|高质量|经济社会|社会[治稳和]|基层治理|和谐|营商环境|平安|乡村振兴|治理能力|各项事业))"
    rf"|(?:打造|建设|创建)(?:平安|法治|和谐|美丽)(?P<whole>[\u4e00-\u9fff]{{2,5}}?(?:镇|乡(?!村)|街道))"
)
"""What is the own unit's to better: 进一步提升柳泉镇依法行政水平, 打造平安柳泉镇."""
_NO_NAME: Final = re.compile(
    r"^(?:.*(?:各|该|我|本|全|某|两|几|周边|相邻|兄弟|邻近|附近|毗邻|中心|部分|其他|其它|个|所在|与|和|同|及|对|赴|到|向|由|从|在|为|被|的|联合|协助|邀请|帮助|指导|强|重点|特色|示范|先进|乡|城|市|县|区|完成|统筹|整合|充实|配齐|配强|压实|明确|调动|发动|引导|支持|深化|通过|听取|接受|规范|提升|实现|健全|构建|优化|打造|落实|加强|推进|强化|推动|建立|完善|组织|督促|开展|依托|围绕|以|将|把|对|做|是|要|请|让|使|经|按|据|并|让|新|成立|设立|撤|合并|上|下|于).*)(?:镇|乡|街道)$"
)

_UNIT: Final = re.compile(r"[\u4e00-\u9fff]{1,8}?(?:镇|乡|街道)")
_LONGEST_NAME: Final = 8
_TO_US: Final = re.compile(
    r"(?:来|到|赴|向|给|助|与|和|同|为|请|援|对|帮|交|送|知)(?:我|本)(?:镇|乡|街道|辖区|地)"
)
_US: Final = re.compile(r"(?:我|本)(?:镇|乡|街道)")


def check_unit_type(material: Material) -> Iterator[Finding]:
    """Yield where the own unit is called by another kind's word."""
    kind = material.report.issuer_kind
    own = _WORDS.get(kind) if kind else None
    if own is None:
        return
    for word in _WORDS.values():
        if word == own:
            continue
        pattern = re.compile(
            "|".join(
                form.format(word=word, behind=_BEHIND[word]).replace("?P<word>", "")
                for form in (_OWN, _BODY)
            )
            + (_OFFICE if word == "街道" else "")
        )
        for prose in material.paragraphs:
            told = -1
            for found in pattern.finditer(prose.text):
                if found.start() < told:
                    continue  # 乡党委、乡政府: one remark a clause
                told = prose.clause_end(found.start())
                quote = prose.quote(*found.span())
                says = f"本单位是{own}，这里写作“{quote.text}”，请核"
                yield Finding("unit_type", says, (quote,))


def check_township(material: Material) -> Iterator[Finding]:
    """Yield where another township's name stands in the own one's place."""
    report = material.report
    own = report.issuer
    if own is None or report.issuer_kind not in _WORDS:
        return
    mine = _forms(own)
    known = frozenset(material.neighbours)
    words = load_check_words()
    for prose in material.paragraphs:
        spans = {
            (start, end)
            for start, end in _standing(prose, mine)
            if prose.text[start:end] in known or _is_township(prose.text[start:end])
        }
        spans |= {
            (start, end)
            for start, end in _neighbours(prose.text, report.place, known)
            if not _is_beside(prose, start, end, mine)
        }
        for start, end in sorted(spans):
            if not _is_mine(prose.text[start:end], mine):
                yield _other(prose.quote(start, end), own)
    for section in report.sections:
        title, offsets = squeeze(report.text[section.start : section.end])
        for start, end in _neighbours(title, report.place, known):
            if not _is_mine(title[start:end], mine) and not words.beside.search(title):
                first, last = section.start + offsets[start], section.start + offsets[end - 1]
                yield _other(Quote(report, first, last + 1), own)
    for passage in report.passages:
        if passage.role == "signature":
            yield from _signed(material, passage, mine)


def _standing(prose: Prose, mine: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Where a name stands that should be the own one."""
    seen: set[tuple[int, int]] = set()
    for pattern in (_SUBJECT, _OWN_PARTS, _REPORTS, _PAPERS, _SUBJECT_OF_A_DEED, _GOALS):
        for found in pattern.finditer(prose.text):
            which = "name" if found["name"] else "whole"
            start, end = span = found.span(which)
            if load_check_words().beside.search(prose.text, found.start(), start):
                continue  # 联合邻县马营乡成立调解组
            if pattern in (_SUBJECT_OF_A_DEED, _GOALS) and _is_beside(prose, start, end, mine):
                continue
            if pattern in (_SUBJECT, _OWN_PARTS) and _is_towards_us(prose, start, end, mine):
                continue
            if span not in seen:
                seen.add(span)
                yield span


def _is_beside(prose: Prose, start: int, end: int, mine: frozenset[str]) -> bool:
    """Whether what is said of another township names it rightly."""
    words = load_check_words()
    first, last = prose.clause_start(start), prose.clause_end(end)
    return bool(
        words.beside.search(prose.text[first:start])
        or words.beside.search(prose.text[end:last])
        or words.towards.search(prose.text[first:start])
        or _is_towards_us(prose, start, end, mine)
    )


def _is_towards_us(prose: Prose, start: int, end: int, mine: frozenset[str]) -> bool:
    """Whether another township does something with the own one: 派员协助我镇化解."""
    first, last = prose.clause_start(start), prose.clause_end(end)
    clause = prose.text[first:start] + prose.text[end:last]
    if _US.search(clause) or any(name in clause for name in mine):
        return True
    return _TO_US.search(prose.text, end, prose.sentence_at(start)[1]) is not None


def _neighbours(text: str, place: Place, known: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Where a township of the same county is named: one of ``known``, or the gazetteer's."""
    for found in _UNIT.finditer(text):
        start, end = found.span()
        for at in range(max(start, end - _LONGEST_NAME), end - 1):
            name = text[at:end]
            if name in known or (place.county and _is_in(name, place)):
                yield at, end
                break


def _is_in(name: str, place: Place) -> bool:
    """Whether the county has a township of this name; the gazetteer's places are asked."""
    places = map(gazetteer().place, gazetteer().townships(name))
    return any(
        it.county == place.county and (place.province in (None, it.province)) for it in places
    )


def _signed(material: Material, passage: Passage, mine: frozenset[str]) -> Iterator[Finding]:
    report = material.report
    text, offsets = squeeze(report.slice(passage))
    if any(form in text for form in mine):
        return
    found = re.search(
        r"(?:[\u4e00-\u9fff]{2,}?[区县市])?([\u4e00-\u9fff]{2,5}(?:镇|乡|街道))", text
    )
    if found and not _NO_NAME.match(found[1]):
        start, end = offsets[found.start(1)], offsets[found.end(1) - 1] + 1
        quote = Quote(report, passage.start + start, passage.start + end)
        yield _other(quote, str(report.issuer))


def _other(quote: Quote, own: str) -> Finding:
    return Finding("other_township", f"本单位是{own}，这里写作“{quote.text}”，请核", (quote,))


def _is_township(name: str) -> bool:
    return not _NO_NAME.match(name) or bool(gazetteer().townships(name))


def _forms(own: str) -> frozenset[str]:
    """What the own unit may be called: in full, and short."""
    return frozenset((own, stem(own)))


def _is_mine(name: str, mine: frozenset[str]) -> bool:
    return any(form in name for form in mine)
