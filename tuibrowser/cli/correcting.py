"""``correct``: what was understood wrongly is put right, listed and undone."""

from __future__ import annotations

from argparse import ArgumentTypeError, Namespace
from collections.abc import Iterator
from datetime import date

from tuibrowser.cli.outcome import Status, Stop
from tuibrowser.cli.references import resolve
from tuibrowser.cli.terminal import say
from tuibrowser.cli.values import kinds, themes
from tuibrowser.indexing.stored import stored_document
from tuibrowser.lexicon.labels import ISSUER_KIND_LABELS, KIND_LABELS, THEME_LABELS
from tuibrowser.lexicon.load import Lexicon, load
from tuibrowser.lexicon.own import LexiconError
from tuibrowser.model.correction import Correction, CorrectionKey, heading_words
from tuibrowser.model.report import Report, ReportEntry
from tuibrowser.parsing.understand import understand
from tuibrowser.parsing.version import parser_version
from tuibrowser.store import refs
from tuibrowser.store.library import Library, Versions
from tuibrowser.text.linebreak import one_line

_NOTHING = "无"

_NAMES: dict[CorrectionKey, str] = {
    "title": "标题",
    "issuer": "发文单位",
    "issuer_kind": "单位类型",
    "year": "年份",
    "date": "成文日期",
    "published": "发布日期",
    "province": "省",
    "city": "市",
    "county": "县",
    "township": "乡镇",
    "kind": "部分",
    "theme": "领域",
}
_PLAIN: tuple[CorrectionKey, ...] = ("title", "issuer", "province", "city", "county", "township")
_DAYS: tuple[CorrectionKey, ...] = ("date", "published")


def correct_report(options: Namespace, library: Library) -> int:
    """Put right what is said of one report; without anything to put right, list what was."""
    try:
        lexicon = load()
    except LexiconError as error:
        raise Stop(Status.MISUSED, str(error)) from None
    particulars = list(_particulars(options, lexicon))
    with library.read() as reader:
        chosen = resolve(options.ref, reader.entries())
        if len(chosen) > 1:
            raise Stop(
                Status.MISUSED, f"“{one_line(options.ref)}”指 {len(chosen)} 份报告，请逐份更正"
            )
        (entry,) = chosen
        report = reader.report(entry.sha256)
    wanted = [*particulars, *_of_headings(options, report)]
    if options.undo and wanted:
        raise Stop(Status.MISUSED, "--undo 撤销这份报告的全部更正，不能与其他更正同用")
    if wanted or options.undo:
        with library.write(Versions(parser_version(), lexicon.version)) as writer:
            if options.undo:
                writer.uncorrect(entry.sha256)
            else:
                writer.correct(entry.sha256, wanted)
            stored = stored_document(writer.text(entry.sha256))
            writer.reparse(understand(stored, lexicon))
            writer.share_places()
    with library.read() as reader:
        corrections = reader.corrections(entry.sha256)
        (now,) = (it for it in reader.entries() if it.sha256 == entry.sha256)
    say("\n".join((_described(now), *map(_said, corrections or ()))))
    if not corrections:
        say("没有更正" if not options.undo else "已撤销全部更正")
    return Status.DONE


def _described(entry: ReportEntry) -> str:
    return one_line(f"{refs.name(entry)} {entry.title or entry.file}")


def _said(correction: Correction) -> str:
    key, value, heading = correction
    said = value or _NOTHING
    if key == "kind" and value:
        said = next(label for kind, label in KIND_LABELS.items() if kind == value)
    elif key == "theme" and value:
        said = "、".join(THEME_LABELS[theme] for theme in value.split())
    elif key == "issuer_kind" and value:
        said = next(label for kind, label in ISSUER_KIND_LABELS.items() if kind == value)
    of = f"“{heading}”的" if heading else ""
    return one_line(f"  {of}{_NAMES[key]}：{said}")


def _particulars(options: Namespace, lexicon: Lexicon) -> Iterator[Correction]:
    values: dict[str, str | None] = vars(options)
    for key in _PLAIN:
        if (value := values[key]) is not None:
            yield Correction(key, _value(value))
            if key == "issuer":
                yield Correction("issuer_kind", _kind_of(_value(value), lexicon))
    if options.year is not None:
        yield Correction("year", _year(options.year))
    for key in _DAYS:
        if (value := values[key]) is not None:
            yield Correction(key, _day(key, value))


def _of_headings(options: Namespace, report: Report) -> Iterator[Correction]:
    for said in options.kind or ():
        heading, value = _of_heading("--kind", said, report)
        yield Correction("kind", None if value == _NOTHING else _one_kind(value), heading)
    for said in options.theme or ():
        heading, value = _of_heading("--theme", said, report)
        yield Correction("theme", None if value == _NOTHING else _themes(value), heading)


def _value(said: str) -> str | None:
    words = " ".join(said.split())
    if not words:
        raise Stop(Status.MISUSED, f"更正的内容是空的；要表示没有，请写“{_NOTHING}”")
    return None if words == _NOTHING else words


def _year(said: str) -> str | None:
    if said != _NOTHING and not (
        said.isascii() and said.isdigit() and len(said) == 4 and int(said)
    ):
        raise Stop(Status.MISUSED, f"--year 看不懂“{one_line(said)}”，请写四位数字，如 2023")
    return None if said == _NOTHING else str(int(said))


def _day(key: CorrectionKey, said: str) -> str | None:
    if said == _NOTHING:
        return None
    try:
        return date.fromisoformat(said).isoformat()
    except ValueError:
        sentence = f"--{key} 看不懂“{one_line(said)}”，请写成 2024-01-15"
        raise Stop(Status.MISUSED, sentence) from None


def _of_heading(option: str, said: str, report: Report) -> tuple[str, str]:
    """The words of the one heading that is meant, and what it is to be."""
    part, sign, value = said.rpartition("=")
    words = heading_words(part)
    if not sign or not words or not value:
        raise Stop(Status.MISUSED, f"{option} 请写成 标题=内容，标题可只写其中几个字")
    known = list(dict.fromkeys(heading_words(section.title) for section in report.sections))
    found = [title for title in known if title == words] or [it for it in known if words in it]
    if not found:
        raise Stop(Status.LACKING, f"没有含“{one_line(part)}”的标题，标题可用 show 查看")
    if len(found) > 1:
        named = "、".join(f"“{one_line(title)}”" for title in found[:3])
        raise Stop(Status.MISUSED, f"含“{one_line(part)}”的标题有 {len(found)} 个：{named}，请写全")
    return found[0], value


def _one_kind(said: str) -> str:
    try:
        found = kinds(said)
    except ArgumentTypeError as error:
        raise Stop(Status.MISUSED, f"--kind {error}") from None
    if len(found) > 1:
        raise Stop(Status.MISUSED, f"--kind “{one_line(said)}”可指几个部分，请写全")
    return found[0]


def _themes(said: str) -> str:
    try:
        return " ".join(dict.fromkeys(theme for word in said.split("、") for theme in themes(word)))
    except ArgumentTypeError as error:
        raise Stop(Status.MISUSED, f"--theme {error}") from None


def _kind_of(issuer: str | None, lexicon: Lexicon) -> str | None:
    """By the longest ending that any kind of issuer has."""
    if issuer is None:
        return None
    endings = (
        (len(suffix), kind)
        for kind, suffixes in lexicon.issuer_suffixes.items()
        for suffix in suffixes
        if issuer.endswith(suffix)
    )
    return max(endings, default=(0, "other"))[1]
