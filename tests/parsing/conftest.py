from __future__ import annotations

from collections.abc import Callable

import pytest

from tuibrowser.lexicon.load import Lexicon, load
from tuibrowser.model import Document, Report
from tuibrowser.parsing.parse import parse


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    load.cache_clear()
    return load()


@pytest.fixture(scope="session")
def parsed(lexicon: Lexicon) -> Callable[[str], Report]:
    """Parses a text as if it were a file's."""

    def parse_text(text: str) -> Report:
        return parse(Document(text, "0" * 64, "报告.txt", "utf-8"), lexicon)

    return parse_text
