"""What the numbers of a sentence are and what they count, for tests of figures."""

from tuibrowser.lexicon.load import load
from tuibrowser.parsing.figures.find import find_figures
from tuibrowser.parsing.figures.placing import Placed, place_figures
from tuibrowser.text.fold import squeeze


def placed(sentence: str, *, is_plan: bool = False) -> dict[str, Placed]:
    """Each number of a sentence of the report of 2023, as written, with what it is."""
    shadow, offsets = squeeze(sentence)
    written = "".join(sentence[it] for it in offsets)
    found = list(find_figures(shadow, written, load().units))
    known = place_figures(shadow, found, load(), 2023, is_plan=is_plan)
    return {shadow[it.start : it.end]: place for it, place in zip(found, known, strict=True)}


def roles(sentence: str, *, is_plan: bool = False) -> dict[str, str]:
    return {text: it.role for text, it in placed(sentence, is_plan=is_plan).items()}


def nouns_of(sentence: str) -> list[str]:
    """What each number of a sentence counts, in order."""
    shadow, _ = squeeze(sentence)
    found = find_figures(shadow, sentence, load().units)
    return [it.told(lambda start, end: shadow[start:end]) for it in found]
