"""Several texts of one unit and year: which file each is of, and which of them is to be changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from tuibrowser.cli.outcome import Status, Stop
from tuibrowser.model.report import ReportEntry
from tuibrowser.store.library import Reader
from tuibrowser.store.refs import resolve as refs
from tuibrowser.store.refs import series
from tuibrowser.text.linebreak import one_line


def file_names(entries: Sequence[ReportEntry], reader: Reader) -> dict[str, str]:
    """By sha256 the name of the file of each of ``entries``, with its folder before it where
    another of them is called alike."""
    count = Counter(entry.file for entry in entries)
    return {
        entry.sha256: _in_folder(entry, reader) if count[entry.file] > 1 else entry.file
        for entry in entries
    }


def _in_folder(entry: ReportEntry, reader: Reader) -> str:
    source = next(iter(reader.sources(entry.sha256)), Path(entry.file))
    return str(Path(source.parent.name, source.name))


def other_texts(
    name: str, found: Sequence[ReportEntry], entries: Sequence[ReportEntry]
) -> tuple[ReportEntry, ...]:
    """The texts of the same unit and year as ``found``, which ``name`` does not tell apart."""
    if len(found) != 1 or "#" in name or found[0].sha256.startswith(name.lower()):
        return ()
    return series.others(found[0], entries)


def require_one_text(name: str, entries: Sequence[ReportEntry], reader: Reader) -> None:
    """Raise :class:`Stop` where ``name`` is of several texts: what is read may be the one indexed
    last, what is changed or taken out must be the one that is meant."""
    with suppress(refs.RefError):
        found = refs.resolve(name, entries)
        if others := other_texts(name, found, entries):
            texts = sorted((*found, *others), key=lambda entry: entry.number)
            files = file_names(texts, reader)
            # Without a number the first would be named as it was asked for.
            named = [(refs.name(it, entries), it.number) for it in texts]
            each = [f"{ref}#1" if number == 1 and "@" in ref else ref for ref, number in named]
            said = "、".join(
                f"{ref}（{files[it.sha256]}）" for ref, it in zip(each, texts, strict=True)
            )
            raise Stop(
                Status.MISUSED,
                one_line(f"“{name}”有 {len(texts)} 份文本，请写明哪一份：{said}"),
            )
