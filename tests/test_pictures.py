"""The pictures of the READMEs show the program as it is."""

from __future__ import annotations

import re
from html import unescape

import pytest

from benchmarks.pictures import ROOT, SCENES, draw
from tuibrowser.store.library import Library
from tuibrowser.text.cellwidth import cells

_PIECE = re.compile(r"<text [^>]*>([^<]*)</text>")


@pytest.mark.parametrize("name", SCENES)
def test_a_picture_is_what_the_program_draws_now(name: str, sample_library: Library) -> None:
    kept = (ROOT / "docs" / f"{name}.svg").read_text("utf-8")
    assert draw(sample_library, SCENES[name]) == kept, "make pictures draws them anew"


@pytest.mark.parametrize("name", SCENES)
def test_no_piece_mixes_characters_of_different_widths(name: str) -> None:
    """Stretched as a whole, Chinese would overlap and Latin gape."""
    picture = (ROOT / "docs" / f"{name}.svg").read_text("utf-8")
    for x, length, words in re.findall(
        r'<text [^>]*x="([\d.]+)"[^>]*textLength="(\d+)"[^>]*>([^<]*)</text>', picture
    ):
        characters = unescape(words)
        kinds = {(cells(it, 1), cells(it, 2)) for it in characters}
        assert len(kinds) == 1, characters
        assert float(x) % 10 == 0
        assert int(length) == 10 * cells(characters)
    assert "full-width" not in picture


@pytest.mark.parametrize(
    ("name", "words"),
    [
        (
            "compare",
            ["按工作领域对齐", "独有表述", "【泽川 青棠 柳溪镇2024】", "〔合法性审查与法律顾问〕"],
        ),
        ("find", ["jiufen", "纠纷", "拼音", "Enter 打开"]),
        ("years", ["历年对照", "柳溪镇2022", "仅数据变化：2起→5起", "本年未提及"]),
    ],
)
def test_a_picture_shows_what_it_is_there_for(name: str, words: list[str]) -> None:
    picture = (ROOT / "docs" / f"{name}.svg").read_text("utf-8")
    # Blanks between pieces are not drawn.
    shown = "".join("".join(unescape(piece).split()) for piece in _PIECE.findall(picture))
    for word in words:
        assert "".join(word.split()) in shown
    # Nothing is fetched from anywhere.
    assert "url(http" not in picture
    assert "@font-face" not in picture
