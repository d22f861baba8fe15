"""``correct``: what was understood wrongly is put right, listed and undone."""

from __future__ import annotations

# What changes a library loads the parser, and is loaded where something is changed.
# ruff: noqa: PLC0415
import os
from argparse import Namespace
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from tuibrowser.cli.delivery import refuse_overwriting
from tuibrowser.cli.outcome import Status, Stop
from tuibrowser.cli.progress import waiting
from tuibrowser.cli.references import resolve
from tuibrowser.cli.terminal import remark, say
from tuibrowser.cli.texts import require_one_text
from tuibrowser.correcting import typed
from tuibrowser.correcting.wording import correction_said, in_order
from tuibrowser.lexicon.load import Lexicon, load
from tuibrowser.lexicon.own import LexiconError
from tuibrowser.model.correction import OF_FOLDER, Correction, CorrectionKey
from tuibrowser.model.report import Report, ReportEntry, short
from tuibrowser.parsing.corrected.report import corrected
from tuibrowser.state.corrections import (
    Handed,
    NoCorrections,
    PutRight,
    read_corrections,
    write_corrections,
)
from tuibrowser.state.storage import StateUnsaved
from tuibrowser.store.library import Library, Reader
from tuibrowser.store.refs import resolve as refs
from tuibrowser.text.linebreak import one_line

T = TypeVar("T")

_WHOLE: tuple[CorrectionKey, ...] = (
    "title", "issuer", "issuer_kind", "township", "county", "city", "province", "year", "date",
    "published",
)  # fmt: skip
"""What follows from a value stands before the key that may say it otherwise."""
_OF_PATHS = (os.sep, f".{os.sep}", f"..{os.sep}")
"""What no name of a report begins with."""
_OWN: tuple[CorrectionKey, ...] = ("title", "year", "date", "published", "heading", "kind", "theme")
"""What is of one report alone."""


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
        folder = _folder(options.ref)
        if folder is None and (options.undo or particulars or _is_of_parts(options)):
            require_one_text(options.ref, reader.entries(), reader)
        chosen = _chosen(options.ref, folder, reader)
        report = reader.report(chosen[0].sha256)
        is_corrected = any(reader.corrections(entry.sha256) for entry in chosen)
    if len(chosen) > 1:
        _require_shared(options, len(chosen), folder)
    wanted = [*particulars, *_of_parts(options, report, lexicon)]
    if options.undo and wanted:
        raise Stop(Status.MISUSED, "--undo 撤销这份报告的全部更正，不能与其他更正同用")
    shas = [entry.sha256 for entry in chosen]
    if options.undo:
        _undo(library, lexicon, shas, folder)
    elif wanted:
        _put_right(library, lexicon, dict.fromkeys(shas, wanted), folder)
    _list(library, shas, "已撤销全部更正" if options.undo and is_corrected else "没有更正")
    return Status.DONE


def _is_of_parts(options: Namespace) -> bool:
    return bool(options.kind or options.theme or options.heading)


def _folder(ref: str) -> Path | None:
    """The folder that ``ref`` is the path of."""
    return Path(ref) if os.path.isdir(ref) and os.sep in ref else None


def _chosen(ref: str, folder: Path | None, reader: Reader) -> Sequence[ReportEntry]:
    """The reports that ``ref`` means: of a folder, those that were read in it."""
    entries = reader.entries()
    if folder is None:
        if ref.endswith(os.sep) or ref.startswith(_OF_PATHS):
            raise Stop(
                Status.LACKING, f"没有 {one_line(ref)} 这个文件夹，请检查路径；单份报告请写报告名称"
            )
        return resolve(ref, entries)
    below = set(reader.reports_below(folder))
    found = [entry for entry in entries if entry.sha256 in below]
    if not found:
        raise Stop(Status.LACKING, f"报告库中没有来自文件夹 {one_line(ref)} 的报告")
    return found


def _put_right(
    library: Library, lexicon: Lexicon, wanted: PutRight, folder: Path | None = None
) -> None:
    with _settling(len(wanted)):
        from tuibrowser.correcting import settle

        said = settle.put_right(library, lexicon, wanted, remark, folder)
    for sentence in said:
        remark(sentence)


def _undo(library: Library, lexicon: Lexicon, shas: Sequence[str], folder: Path | None) -> None:
    with _settling(len(shas)):
        from tuibrowser.correcting import settle

        settle.undo(library, lexicon, shas, remark, folder=folder)


@contextmanager
def _settling(count: int) -> Iterator[None]:
    """Tell who waits that so many reports are parsed again: to load the parser alone takes 0.7 s,
    and several on a busy machine."""
    with waiting(f"正在按更正重新解析 {count} 份报告…"):
        from tuibrowser.correcting.settle import KeptElsewhere

        try:
            yield
        except (StateUnsaved, KeptElsewhere) as error:
            raise Stop(Status.LACKING, str(error)) from None


def _all_of_them(options: Namespace, library: Library, lexicon: Lexicon, wanted: bool) -> int:
    """What is asked of all corrections."""
    if wanted or options.undo or _is_of_parts(options):
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
        from tuibrowser.correcting.settle import settle_folders

        replaced = _replaced(library, found.put_right)
        _put_right(library, lexicon, found.put_right)
        if replaced:
            remark("这些更正与并入的不同，已改为并入的，请核：\n" + "\n".join(replaced))
        for sentence in settle_folders(library, lexicon, found.folders):
            remark(sentence)
        of_folders = f"、{len(found.folders)} 个文件夹" if found.folders else ""
        say(f"已并入 {len(found.put_right)} 份报告{of_folders}的更正")
        return Status.DONE
    with library.read() as reader:
        known = reader.all_corrections()
        folders = reader.settled_folders()
    if options.export is not None:
        target = Path(options.export)
        refuse_overwriting(target, library)
        write_corrections(Handed(known, folders), target)
        of_folders = f"、{len(folders)} 个文件夹" if folders else ""
        remark(f"{len(known)} 份报告{of_folders}的更正已写入 {target.absolute()}")
        return Status.DONE
    for path, place in folders.items():
        levels = (Correction(key, getattr(place, key)) for key in OF_FOLDER)
        said = (correction_said(it) for it in in_order(it for it in levels if it.value))
        say("\n".join((one_line(f"文件夹 {path}，以后入库的也是"), *(f"  {it}" for it in said))))
    if known or not folders:
        _list(library, list(known), "没有更正")
    return Status.DONE


def _replaced(library: Library, merged: PutRight) -> list[str]:
    """What the library has put right in another way than ``merged``, a line each."""
    if not library.exists():
        return []
    with library.read() as reader:
        known = reader.all_corrections()
        names = {it.sha256: one_line(refs.name(it)) for it in reader.entries()}
    return [
        f"  {names.get(sha256, short(sha256))} {correction_said(old)} → {correction_said(new)}"
        for sha256, corrections in merged.items()
        for new in {it.about: it for it in corrections}.values()
        for old in known.get(sha256, ())
        if old.about == new.about and old.value != new.value
    ]


def _list(library: Library, shas: Sequence[str], nothing: str) -> None:
    with library.read() as reader:
        entries = {it.sha256: it for it in reader.entries()}
        found = {sha256: reader.corrections(sha256) for sha256 in shas}
    for sha256, corrections in found.items():
        name = (
            _described(entries[sha256]) if sha256 in entries else f"{short(sha256)}（不在报告库中）"
        )
        say("\n".join((name, *(f"  {correction_said(it)}" for it in in_order(corrections)))))
        if not corrections:
            say(nothing)
    if not found:
        say(nothing)


def _require_shared(options: Namespace, count: int, folder: Path | None) -> None:
    """Several reports have in common whose they are and where; in a folder the year, too, since
    files are kept by year; and nothing else."""
    values = vars(options)
    own = [f"--{key}" for key in _OWN if values[key] and not (folder and key == "year")]
    if own:
        raise Stop(
            Status.MISUSED,
            f"“{one_line(options.ref)}”指 {count} 份报告，{'、'.join(own)} 请逐份更正",
        )


def _described(entry: ReportEntry) -> str:
    return one_line(f"{refs.name(entry)} {entry.title or entry.file}")


def _particulars(options: Namespace, lexicon: Lexicon) -> Iterator[Correction]:
    values: dict[str, str | None] = vars(options)
    for key in _WHOLE:
        if (value := values[key]) is not None:
            yield from _typed(key, value, lexicon)


def _of_parts(options: Namespace, report: Report, lexicon: Lexicon) -> Iterator[Correction]:
    headed: list[Correction] = []
    for said in options.heading or ():
        words, value = _divided("heading", said)
        part = _meant("heading", typed.line_meant, words, report)
        headed += _typed("heading", value, lexicon, part)
    yield from headed
    # What was no heading yet may be given its part in the same breath.
    report = corrected(report, headed)
    for said in options.kind or ():
        words, value = _divided("kind", said)
        yield from _typed(
            "kind", value, lexicon, _meant("kind", typed.heading_meant, words, report)
        )
    for said in options.theme or ():
        words, value = _divided("theme", said)
        key, part = _meant("theme", typed.part_meant, words, report)
        yield from _typed(key, value, lexicon, part)


def _typed(key: CorrectionKey, said: str, lexicon: Lexicon, part: str = "") -> Sequence[Correction]:
    try:
        return typed.corrections_of(key, said, lexicon, part)
    except typed.Unfit as reason:
        raise Stop(Status.MISUSED, f"{_option(key)} {reason}") from None


def _divided(key: CorrectionKey, said: str) -> tuple[str, str]:
    """``标题=内容`` as its two halves."""
    part, sign, value = said.rpartition("=")
    if not sign or not part.split() or not value:
        raise Stop(Status.MISUSED, f"{_option(key)} 请写成 标题=内容，标题可只写其中几个字")
    return part, value


def _meant(
    key: CorrectionKey, meaning: Callable[[str, Report], T], words: str, report: Report
) -> T:
    try:
        return meaning(words, report)
    except typed.Unfound as reason:
        raise Stop(Status.LACKING, str(reason)) from None
    except typed.Unfit as reason:
        raise Stop(Status.MISUSED, f"{_option(key)} {reason}") from None


def _option(key: CorrectionKey) -> str:
    return f"--{'theme' if key == 'measure' else key.replace('_', '-')}"
