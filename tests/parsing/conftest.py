from __future__ import annotations

from collections.abc import Callable

import pytest

from tuibrowser.lexicon.load import Lexicon, load
from tuibrowser.model.document import Document
from tuibrowser.model.report import Report
from tuibrowser.parsing.understand import understand


@pytest.fixture(scope="session")
def lexicon(tmp_path_factory: pytest.TempPathFactory) -> Lexicon:
    # Made before a test has a home of its own: a developer's own words must not join in.
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CONFIG_HOME", str(tmp_path_factory.mktemp("config")))
        load.cache_clear()
        return load()


@pytest.fixture(scope="session")
def parsed(lexicon: Lexicon) -> Callable[[str], Report]:
    """Parses a text as if it were a file's."""

    def parse_text(text: str) -> Report:
        return understand(Document(text, "0" * 64, "报告.txt", "utf-8"), lexicon)

    return parse_text
