"""The one door to understanding: a document and what people put right in, a report out."""

from __future__ import annotations

from dataclasses import replace

from tuibrowser.lexicon.load import Lexicon
from tuibrowser.model.correction import Corrections
from tuibrowser.model.document import Document
from tuibrowser.model.report import READING, Doubt, Report
from tuibrowser.parsing.breaks.torn import whole
from tuibrowser.parsing.corrected.report import corrected
from tuibrowser.parsing.doubtful import doubts_about
from tuibrowser.parsing.identity.disputed import doubts_of_identity
from tuibrowser.parsing.parse import parse


def understand(document: Document, lexicon: Lexicon, corrections: Corrections = ()) -> Report:
    """Understand one document; whatever is not found is ``None``, never guessed.

    Pure: no file and no database is touched.

    Args:
        document: Text of a file, and what its format says of it.
        lexicon: The wordings.
        corrections: What people put right in this report.
    """
    document = whole(document)
    parsed = parse(document, lexicon)
    known = replace(
        parsed,
        format=document.format,
        reader=document.reader,
        hints=document.hints,
        stated=document.stated,
    )
    doubts = (
        *(Doubt(READING, says) for says in document.doubts),
        *parsed.doubts,
        *doubts_about(parsed),
        *doubts_of_identity(known, lexicon),
    )
    return corrected(replace(known, doubts=doubts), corrections)
