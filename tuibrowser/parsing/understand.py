"""The one door to understanding: a document and what people put right in, a report out."""

from __future__ import annotations

from tuibrowser.lexicon.load import Lexicon
from tuibrowser.model.correction import Corrections
from tuibrowser.model.report import Document, Report
from tuibrowser.parsing.corrected import corrected
from tuibrowser.parsing.parse import parse


def understand(document: Document, lexicon: Lexicon, corrections: Corrections = ()) -> Report:
    """Understand one document; whatever is not found is ``None``, never guessed.

    Pure: no file and no database is touched.

    Args:
        document: Text of a file, and what its format says of it.
        lexicon: The wordings.
        corrections: What people put right in this report.
    """
    return corrected(parse(document, lexicon), corrections)
