"""OFD, the fixed-layout format of GB/T 33190-2016: characters with their places; what is a line and
a paragraph is found in :mod:`tuibrowser.reading.geometry`."""

from __future__ import annotations

import math
import posixpath
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from typing import Final
from xml.etree.ElementTree import Element

from tuibrowser.model.document import Stated
from tuibrowser.reading.extract import Extract
from tuibrowser.reading.geometry.glyphs import Glyph, once, upright
from tuibrowser.reading.geometry.paragraphs import paragraphs_of
from tuibrowser.reading.geometry.rows import rows_of
from tuibrowser.reading.refused import Refused
from tuibrowser.reading.xml import parse, part

_MOST_PAGES: Final = 400
_MOST_GLYPHS: Final = 600_000
"""And objects that hold them."""
_DEEPEST: Final = 12
"""Blocks and composites inside each other."""
_FEW: Final = 20
"""Characters: a page with fewer, and a picture, is one."""
_FEWEST: Final = 3
"""Offsets that show a pitch."""
_UNEVEN: Final = 0.02
"""Of a glyph's size by which offsets that are meant to be the same may differ."""
_WIDEST: Final = 1.3
"""Of a glyph's size that it takes at most in a justified line."""
_POINTS: Final = 72 / 25.4
"""To a millimetre, the unit of the format."""
_REPEATED: Final = 0.6
"""Of the pages on which a template's text is a running head or a letterhead, and no body."""

_NUMBER = re.compile(r"\s*[-+]?(?:\d{1,9}(?:\.\d{0,30})?|\.\d{1,30})(?:[eE][-+]?\d)?\s*")
"""No infinity, nothing too large to reckon with."""

_DAMAGED: Final = "OFD 已损坏，无法读取，请重新取得原件"
_SCANNED: Final = "OFD 是扫描图片，没有文字，请用文字版原件，或先做文字识别（OCR）"

Matrix = tuple[float, float, float, float, float, float]
"""a b c d e f: x' = a·x + c·y + e, y' = b·x + d·y + f."""
_UNCHANGED: Final[Matrix] = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def read(data: bytes) -> Extract:
    """Return the paragraphs of the OFD file ``data``.

    Raises:
        Refused: it is damaged or made to harm, or there is no text in it.
    """
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    except (zipfile.BadZipFile, OSError, ValueError):
        raise Refused(_DAMAGED) from None
    with archive:
        return _Package(archive).extract()


class _Package:
    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._units: dict[str, Element] = {}
        """Composite units of the resources, by id."""
        self._templates: dict[str, str] = {}
        """Paths of the template pages, by id."""
        self._pictures: set[int] = set()
        """Numbers of the pages that show a picture."""
        self._left = _MOST_GLYPHS

    def extract(self) -> Extract:
        entry = self._tree("OFD.xml")
        if entry is None:
            raise Refused(_DAMAGED)
        glyphs = list[list[Glyph]]()
        for root in entry.iter("DocRoot"):
            glyphs += self._document((root.text or "").strip().lstrip("/"), len(glyphs))
        count = len(glyphs)
        if count > _MOST_PAGES:
            glyphs = glyphs[:_MOST_PAGES]
        scanned = [
            number
            for number, page in enumerate(glyphs, 1)
            if not page or (len(page) < _FEW and number in self._pictures)
        ]
        if len(scanned) == len(glyphs):
            raise Refused(_SCANNED)
        pages = [rows_of(once(upright(page)), number) for number, page in enumerate(glyphs, 1)]
        doubts = []
        if scanned:
            numbers = "、".join(map(str, scanned[:10]))
            doubts.append(f"第{numbers}页几乎没有文字，可能是扫描图片")
        if count > _MOST_PAGES:
            doubts.append(f"OFD 有 {count} 页，只读取了前 {_MOST_PAGES} 页")
        title = (entry.findtext("DocBody/DocInfo/Title") or "").strip() or None
        return Extract(paragraphs_of(pages), "ofd", Stated(title=title), tuple(doubts))

    def _document(self, path: str, before: int) -> list[list[Glyph]]:
        """The glyphs of each page of one document, which has ``before`` pages before it."""
        root = self._tree(path)
        if root is None:
            raise Refused(_DAMAGED)
        folder = posixpath.dirname(path)
        for name in ("PublicRes", "DocumentRes"):
            for said in root.iter(name):
                self._take_units(self._at(folder, said.text))
        for template in root.iter("TemplatePage"):
            self._templates[template.get("ID", "")] = self._at(folder, template.get("BaseLoc"))
        places = [self._at(folder, page.get("BaseLoc")) for page in root.iterfind("Pages/Page")]
        own, drawn = list[list[Glyph]](), list[list[str]]()
        if len(set(places)) < len(places):
            raise Refused(_DAMAGED)  # a page that stands twice: no program writes it
        for number, place in enumerate(places[: _MOST_PAGES + 1], before + 1):
            page = self._tree(place)
            if page is not None and next(page.iter("ImageObject"), None) is not None:
                self._pictures.add(number)
            own.append([] if page is None else list(self._page(page, place)))
            drawn.append([] if page is None else [
                it.get("TemplateID", "") for it in page.iter("Template")
            ])  # fmt: skip
        # Text that every page takes from one template is a letterhead; on a page of its own it may
        # be the body.
        counts = Counter(id_ for page in drawn for id_ in set(page))
        most = max(2.0, _REPEATED * len(places))
        for glyphs, ids in zip(own, drawn, strict=True):
            for id_ in ids:
                path = self._templates.get(id_, "")
                drawn_page = self._tree(path) if counts[id_] < most else None
                if drawn_page is not None:
                    glyphs.extend(self._page(drawn_page, path))
        return own + [[] for _ in places[_MOST_PAGES + 1 :]]

    def _page(self, page: Element, path: str) -> Iterator[Glyph]:
        for said in page.iter("PageRes"):
            self._take_units(self._at(posixpath.dirname(path), said.text))
        for layer in page.iterfind("Content/Layer"):
            yield from self._objects(layer, _UNCHANGED, 0)

    def _take_units(self, path: str) -> None:
        root = self._tree(path)
        for unit in () if root is None else root.iter("CompositeGraphicUnit"):
            self._units[unit.get("ID", "")] = unit

    def _objects(self, parent: Element, above: Matrix, depth: int) -> Iterator[Glyph]:
        if depth > _DEEPEST:
            return
        for child in parent:
            self._left -= 1
            if self._left < 0:
                return
            if child.get("Visible") == "false":
                continue
            if child.tag == "TextObject":
                yield from self._text(child, _placed(child, above))
            elif child.tag == "CompositeObject":
                unit = self._units.get(child.get("ResourceID", ""))
                for content in () if unit is None else unit.iterfind("Content"):
                    yield from self._objects(content, _placed(child, above), depth + 1)
            elif child.tag in {"PageBlock", "Layer", "Content"}:
                yield from self._objects(child, above, depth + 1)

    def _text(self, element: Element, matrix: Matrix) -> Iterator[Glyph]:
        size = _number(element.get("Size"), 4.0)
        stretch = _number(element.get("HScale"), 1.0)
        x = y = 0.0
        for code in element.iter("TextCode"):
            x, y = _number(code.get("X"), x), _number(code.get("Y"), y)
            text = code.text or ""
            dx = _deltas(code.get("DeltaX"), len(text))
            dy = _deltas(code.get("DeltaY"), len(text))
            pitch = _even(dx, size * stretch)
            at, height = x, y
            for index, character in enumerate(text):
                self._left -= 1
                if self._left < 0:
                    return
                width = max(size * stretch * (0.5 if character.isascii() else 1.0), pitch)
                yield _glyph(character, at, height, width, size, matrix)
                # Where offsets are given all of them are; vertical text has no DeltaX.
                has_dx, has_dy = index < len(dx), index < len(dy)
                at += dx[index] if has_dx else 0.0 if dy else width
                height += dy[index] if has_dy else 0.0

    def _tree(self, path: str) -> Element | None:
        data = part(self._archive, path) if path else None
        return None if data is None else parse(data)

    def _at(self, folder: str, place: str | None) -> str:
        """A path in the package: ``BaseLoc`` may be absolute or relative to its own file."""
        place = (place or "").strip()
        if not place:
            return ""
        path = place.lstrip("/") if place.startswith("/") else posixpath.join(folder, place)
        return posixpath.normpath(path)


def _placed(element: Element, above: Matrix) -> Matrix:
    """What moves an object to its boundary on the page, its own matrix first."""
    boundary = _numbers(element.get("Boundary"))
    x, y = (boundary[0], boundary[1]) if len(boundary) == 4 else (0.0, 0.0)
    own = _numbers(element.get("CTM"))
    matrix: Matrix = (
        (own[0], own[1], own[2], own[3], own[4], own[5]) if len(own) == 6 else _UNCHANGED
    )
    return _times(_times(matrix, (1.0, 0.0, 0.0, 1.0, x, y)), above)


def _times(one: Matrix, other: Matrix) -> Matrix:
    a, b, c, d, e, f = one
    g, h, i, j, k, m = other
    return (
        a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j,
        e * g + f * i + k, e * h + f * j + m,
    )  # fmt: skip


def _glyph(text: str, x: float, y: float, width: float, size: float, matrix: Matrix) -> Glyph:
    """In points, upwards; (x, y) is where the baseline begins."""
    a, b, c, d, e, f = matrix
    left, base = (a * x + c * y + e) * _POINTS, -(b * x + d * y + f) * _POINTS
    scale = math.hypot(a, b) or 1.0
    tall = (math.hypot(c, d) or 1.0) * size * _POINTS
    return Glyph(
        text,
        left,
        left + width * scale * _POINTS,
        base - 0.12 * tall,
        base + 0.88 * tall,
        tall,
        math.atan2(-b, a) % (2 * math.pi),
    )


def _deltas(said: str | None, most: int) -> list[float]:
    """Offsets from glyph to glyph; ``g 3 4.2`` means three times 4.2 (GB/T 33190, 11.3)."""
    found: list[float] = []
    words = (said or "").split()
    at = 0
    while at < len(words) and len(found) < most:
        if words[at] == "g" and at + 2 < len(words):
            found += [_number(words[at + 2], 0.0)] * min(int(_number(words[at + 1], 0.0)), most)
            at += 3
        else:
            found.append(_number(words[at], 0.0))
            at += 1
    return found


def _even(offsets: list[float], size: float) -> float:
    """What lies between any two glyphs, where that is the same: half-width ones set on a grid have
    no gaps between them. 0 where it is not, or is more than a glyph takes."""
    if len(offsets) < _FEWEST or max(offsets) - min(offsets) > _UNEVEN * size:
        return 0.0
    return max(offsets) if max(offsets) <= _WIDEST * size else 0.0


def _numbers(said: str | None) -> list[float]:
    return [_number(word, 0.0) for word in (said or "").split()[:8]]


def _number(said: str | None, otherwise: float) -> float:
    return float(said) if said is not None and _NUMBER.fullmatch(said) else otherwise
