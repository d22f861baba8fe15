"""``correct``: what was understood wrongly is put right, listed and undone."""

from __future__ import annotations

from argparse import ArgumentTypeError, Namespace
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import partial
from pathlib import Path

from tuibrowser.cli.delivery import refuse_overwriting
from tuibrowser.cli.outcome import Status, Stop
from tuibrowser.cli.references import resolve
from tuibrowser.cli.terminal import remark, say
from tuibrowser.cli.values import kinds, themes
from tuibrowser.indexing.stored import stored_document
from tuibrowser.lexicon.labels import ISSUER_KIND_LABELS, KIND_LABELS, THEME_LABELS
from tuibrowser.lexicon.load import Lexicon, load
from tuibrowser.lexicon.own import LexiconError
from tuibrowser.model.correction import Correction, CorrectionKey, heading_words
from tuibrowser.model.report import Report, ReportEntry, short
from tuibrowser.parsing.understand import understand
from tuibrowser.parsing.version import parser_version
from tuibrowser.state.corrections import (
    NoCorrections,
    PutRight,
    forget_corrections,
    keep_corrections,
    load_corrections,
    read_corrections,
    write_corrections,
)
from tuibrowser.state.storage import StateUnsaved
from tuibrowser.store import refs
from tuibrowser.store.library import Library, LibraryReadOnly, Versions
from tuibrowser.text.linebreak import one_line

_NOTHING = "无"
_KEPT_BESIDE = (
    "报告库 {} 不能写入，更正已保存在本机，只对自己有效；"
    "交给能写入的同事请运行：tuibrowser correct --export 文件"
)

_OF_OTHERS = (
    "{} 份报告在报告库 {} 中，这里不改动它，更正已保存在本机，只对自己有效；"
    "要更正那个报告库，请只写那一个 --db"
)
_UNDONE_THERE = "更正在报告库 {} 中，这里不改动它；要撤销，请只写那一个 --db"

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


def correct_reports(options: Namespace, library: Library) -> int:
    """Put right what is said of reports, or list, export or merge what was put right."""
    try:
        lexicon = load()
    except LexiconError as error:
        raise Stop(Status.MISUSED, str(error)) from None
    particulars = list(_particulars(options, lexicon))
    if options.ref is None:
        return _all_of_them(options, library, lexicon, bool(particulars))
    if options.export is not None or options.merge is not None:
        raise Stop(Status.MISUSED, "--export 和 --merge 是对全部更正的，请不写 REF")
    with library.read() as reader:
        chosen = resolve(options.ref, reader.entries())
        report = reader.report(chosen[0].sha256)
    if len(chosen) > 1:
        _require_shared(options, len(chosen))
    wanted = [*particulars, *_of_headings(options, report)]
    if options.undo and wanted:
        raise Stop(Status.MISUSED, "--undo 撤销这份报告的全部更正，不能与其他更正同用")
    shas = [entry.sha256 for entry in chosen]
    if options.undo:
        _undo(library, lexicon, shas)
    elif wanted:
        put_right(library, lexicon, dict.fromkeys(shas, wanted))
    _list(library, shas, "已撤销全部更正" if options.undo else "没有更正")
    return Status.DONE


def put_right(library: Library, lexicon: Lexicon, wanted: PutRight) -> None:
    """Keep ``wanted`` in ``library``; where that cannot be written, with the person's own things.

    Raises:
        Stop: neither can be written.
        LibraryError: the library cannot be used.
    """
    beside = load_corrections(remark)
    others = _in_others(library, wanted)
    if others:
        _keep(lambda: keep_corrections({it: wanted[it] for it in others}, remark))
        remark(_OF_OTHERS.format(len(others), next(iter(others.values()))))
        wanted = {sha256: it for sha256, it in wanted.items() if sha256 not in others}
    if not wanted:
        return
    try:
        with library.write(Versions(parser_version(), lexicon.version)) as writer:
            for sha256, corrections in wanted.items():
                if writer.has(sha256):
                    # What could not be written before goes where it belongs.
                    writer.correct(sha256, [*beside.get(sha256, ()), *corrections])
                    writer.reparse(understand(stored_document(writer.text(sha256)), lexicon))
                else:
                    writer.correct(sha256, corrections)
            writer.share_places()
    except LibraryReadOnly:
        _keep(lambda: keep_corrections(wanted, remark))
        remark(_KEPT_BESIDE.format(library.path))
    else:
        for sha256 in wanted:
            if sha256 in beside:
                _keep(partial(forget_corrections, sha256, remark))


def _in_others(library: Library, shas: Iterable[str]) -> dict[str, Path]:
    """Those of ``shas`` that are read from a library which is not changed, and its path."""
    if len(library.libraries) == 1:
        return {}
    with library.read() as reader:
        homes = reader.homes()
    found = ((sha256, homes.get(sha256, library.path)) for sha256 in shas)
    return {sha256: home for sha256, home in found if home != library.path}


def _undo(library: Library, lexicon: Lexicon, shas: Sequence[str]) -> None:
    beside = load_corrections(remark)
    for sha256 in shas:
        if sha256 in beside:
            _keep(partial(forget_corrections, sha256, remark))
    if others := _in_others(library, shas):
        with library.read() as reader:
            homes = [home for sha256, home in others.items() if reader.corrections(sha256)]
        if homes:
            raise Stop(Status.LACKING, _UNDONE_THERE.format(homes[0]))
        shas = [sha256 for sha256 in shas if sha256 not in others]
    if not shas:
        return
    try:
        with library.write(Versions(parser_version(), lexicon.version)) as writer:
            for sha256 in shas:
                writer.uncorrect(sha256)
                writer.reparse(understand(stored_document(writer.text(sha256)), lexicon))
            writer.share_places()
    except LibraryReadOnly:
        with library.read() as reader:
            left = any(map(reader.corrections, shas))
        if left:
            raise


def _keep(change: Callable[[], None]) -> None:
    try:
        change()
    except StateUnsaved as error:
        raise Stop(Status.LACKING, str(error)) from None


def _all_of_them(options: Namespace, library: Library, lexicon: Lexicon, wanted: bool) -> int:
    """What is asked of all corrections."""
    if wanted or options.undo or options.kind or options.theme:
        raise Stop(
            Status.MISUSED, "请写明更正哪份报告，如：tuibrowser correct 柳溪镇@2023 --year 2022"
        )
    if options.export is not None and options.merge is not None:
        raise Stop(Status.MISUSED, "--export 和 --merge 请分两次")
    if options.merge is not None:
        try:
            found = read_corrections(Path(options.merge))
        except NoCorrections as error:
            raise Stop(Status.LACKING, str(error)) from None
        put_right(library, lexicon, found)
        say(f"已并入 {len(found)} 份报告的更正")
        return Status.DONE
    with library.read() as reader:
        known = reader.all_corrections()
    if options.export is not None:
        target = Path(options.export)
        refuse_overwriting(target, library)
        write_corrections(known, target)
        remark(f"{len(known)} 份报告的更正已写入 {target.absolute()}")
        return Status.DONE
    _list(library, list(known), "没有更正")
    return Status.DONE


def _list(library: Library, shas: Sequence[str], nothing: str) -> None:
    with library.read() as reader:
        entries = {it.sha256: it for it in reader.entries()}
        found = {sha256: reader.corrections(sha256) for sha256 in shas}
    for sha256, corrections in found.items():
        name = (
            _described(entries[sha256]) if sha256 in entries else f"{short(sha256)}（不在报告库中）"
        )
        say("\n".join((name, *map(_said, corrections))))
        if not corrections:
            say(nothing)
    if not found:
        say(nothing)


def _require_shared(options: Namespace, count: int) -> None:
    """Several reports have in common whose they are and where, and nothing else."""
    values = vars(options)
    own = [f"--{key}" for key in ("title", "year", *_DAYS, "kind", "theme") if values[key]]
    if own:
        raise Stop(
            Status.MISUSED,
            f"“{one_line(options.ref)}”指 {count} 份报告，{'、'.join(own)} 请逐份更正",
        )


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
