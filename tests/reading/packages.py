"""Documents made in memory: as little around what a test says as the format allows."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Mapping, Sequence
from io import BytesIO

from tuibrowser.reading.extract import Extract
from tuibrowser.reading.formats import BY_NAME
from tuibrowser.reading.sandbox import SHARED

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
OFD = "http://www.ofdspec.org/2016"


def reader(name: str) -> Callable[[bytes], Extract]:
    """The reader of the format ``name`` as users meet it: in a child, which can open no file."""

    def read(data: bytes) -> Extract:
        found = SHARED.read(BY_NAME[name], data)
        assert isinstance(found, Extract)
        return found

    return read


def texts(found: Extract) -> list[str]:
    """Of each paragraph what it says."""
    return [paragraph.text for paragraph in found.paragraphs]


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    """A ZIP archive of ``parts``, each by its name."""
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return target.getvalue()


def docx(
    body: str,
    *,
    styles: str = "",
    numbering: str = "",
    footnotes: str = "",
    endnotes: str = "",
    main: str = "word/document.xml",
    space: str = W,
    prefix: str = "w",
    before: str = "",
) -> bytes:
    """A Word document; everything is given with the prefix ``w``.

    Args:
        prefix: What stands for it in the file.
        before: What stands before the main part's first element.
    """
    folder = main.rpartition("/")[0]

    def part(tag: str, content: str) -> str:
        content = content.replace("<w:", f"<{prefix}:").replace("</w:", f"</{prefix}:")
        content = content.replace(" w:", f" {prefix}:")
        return f'<{prefix}:{tag} xmlns:{prefix}="{space}" {_OTHERS}>{content}</{prefix}:{tag}>'

    below = {
        "styles": ("styles", styles),
        "numbering": ("numbering", numbering),
        "footnotes": ("footnotes", footnotes),
        "endnotes": ("endnotes", endnotes),
    }
    said = {kind: it for kind, it in below.items() if it[1]}
    return packed(
        {
            "[Content_Types].xml": "<Types/>",
            "_rels/.rels": _relations({"officeDocument": main}),
            f"{folder}/_rels/{main.rpartition('/')[2]}.rels": _relations(
                {kind: f"{kind}.xml" for kind in said}
            ),
            main: before + part("document", f"<w:body>{body}</w:body>"),
            **{f"{folder}/{kind}.xml": part(tag, text) for kind, (tag, text) in said.items()},
        }
    )


_OTHERS = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)


def _relations(targets: Mapping[str, str]) -> str:
    said = "".join(
        f'<Relationship Id="r{at}" Type="{_RELATIONS}/{kind}" Target="{target}"/>'
        for at, (kind, target) in enumerate(targets.items())
    )
    return f'<Relationships xmlns="{_PACKAGE}">{said}</Relationships>'


def p(text: str, properties: str = "") -> str:
    """A paragraph of one run."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{r(text)}</w:p>"


def r(text: str, properties: str = "") -> str:
    """A run."""
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def item(text: str, level: int = 0, number: int = 1) -> str:
    """A paragraph of a list."""
    return p(text, num(level, number))


def num(level: int = 0, number: int = 1) -> str:
    """What makes a paragraph one of a list."""
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def lvl(level: int, form: str, text: str, more: str = "", start: int = 1) -> str:
    """A level of a list."""
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def lists(*abstracts: str, more: str = "") -> str:
    """Lists from 1, each with an abstract list of its own."""
    return (
        "".join(
            f'<w:abstractNum w:abstractNumId="{at}">{it}</w:abstractNum>'
            for at, it in enumerate(abstracts, 1)
        )
        + "".join(
            f'<w:num w:numId="{at}"><w:abstractNumId w:val="{at}"/></w:num>'
            for at in range(1, len(abstracts) + 1)
        )
        + more
    )


def style(id_: str, properties: str = "", based: str = "", runs: str = "") -> str:
    """A paragraph style."""
    on = f'<w:basedOn w:val="{based}"/>' if based else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{id_}"><w:name w:val="{id_}"/>{on}'
        f"<w:pPr>{properties}</w:pPr><w:rPr>{runs}</w:rPr></w:style>"
    )


def of(name: str) -> str:
    """What makes a paragraph one of a style."""
    return f'<w:pStyle w:val="{name}"/>'


def odt(body: str, styles: str = "") -> bytes:
    """An OpenDocument text; ``styles`` are automatic ones."""
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "text", "table", "style", "draw")
    )
    content = (
        f"<office:document-content {spaces}><office:automatic-styles>{styles}"
        f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>"
    )
    return packed({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content})


def ofd(
    pages: Sequence[str], templates: Sequence[str] = (), resources: str = "", document: str = ""
) -> bytes:
    """An OFD file.

    Args:
        pages: Of each page the objects in its layer, and before them ``<ofd:Template …/>``.
        templates: Objects of the template pages ``T1``, ``T2``, …
        resources: Of the document.
        document: Instead of its pages.
    """

    def page(objects: str) -> str:
        heads = objects.split("<ofd:TextObject", 1)[0] if "<ofd:Template " in objects else ""
        return (
            f'<ofd:Page xmlns:ofd="{OFD}">{heads}<ofd:Content><ofd:Layer>'
            f"{objects.removeprefix(heads)}</ofd:Layer></ofd:Content></ofd:Page>"
        )

    listed = document or "".join(
        f'<ofd:Page ID="{at}" BaseLoc="Pages/{at}.xml"/>' for at in range(len(pages))
    )
    common = "<ofd:DocumentRes>Res.xml</ofd:DocumentRes>" + "".join(
        f'<ofd:TemplatePage ID="T{at}" BaseLoc="Tpls/{at}.xml"/>'
        for at in range(1, len(templates) + 1)
    )
    return packed(
        {
            "OFD.xml": f'<ofd:OFD xmlns:ofd="{OFD}"><ofd:DocBody>'
            "<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
            "Doc_0/Document.xml": f'<ofd:Document xmlns:ofd="{OFD}"><ofd:CommonData>{common}'
            f"</ofd:CommonData><ofd:Pages>{listed}</ofd:Pages></ofd:Document>",
            "Doc_0/Res.xml": f'<ofd:Res xmlns:ofd="{OFD}">{resources}</ofd:Res>',
            **{f"Doc_0/Pages/{at}.xml": page(it) for at, it in enumerate(pages)},
            **{f"Doc_0/Tpls/{at}.xml": page(it) for at, it in enumerate(templates, 1)},
        }
    )


def written(text: str, x: float, y: float, more: str = "", size: float = 5.0) -> str:
    """A line of an OFD page, at (x, y) in millimetres from its upper left corner."""
    deltas = " ".join([str(size)] * (len(text) - 1))
    return (
        f'<ofd:TextObject Boundary="{x} {y} 200 {size * 1.4}" Size="{size}" {more}>'
        f'<ofd:TextCode X="0" Y="{size}" DeltaX="{deltas}">{text}</ofd:TextCode></ofd:TextObject>'
    )
