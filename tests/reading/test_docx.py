"""Word documents are read as Word shows them with all changes accepted."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest
from packages import STRICT, docx, of, p, packed, r, reader, style, texts

from tuibrowser.reading.refused import Refused

read = reader("docx")


def said(body: str, **parts: str) -> list[str]:
    return texts(read(docx(body, **parts)))


@pytest.mark.parametrize(
    "written",
    [
        {"space": STRICT},
        {"prefix": "ns0"},
        {"main": "other/main.xml"},
        {"main": "word/document2.xml", "prefix": "a"},
    ],
)
def test_namespaces_prefixes_and_names_of_parts_are_free(written: dict[str, str]) -> None:
    body = p("甲", of("H"))
    heading = style("H", '<w:outlineLvl w:val="0"/>')
    found = read(docx(body, styles=heading, **written))
    assert [(it.text, it.level) for it in found.paragraphs] == [("甲", 1)]


def test_tracked_changes_are_accepted() -> None:
    body = (
        f"<w:p>{r('开展')}<w:del><w:r><w:delText>旧</w:delText></w:r></w:del>"
        f"<w:ins>{r('新')}</w:ins><w:moveFrom>{r('去')}</w:moveFrom>"
        f"<w:moveTo>{r('来')}</w:moveTo></w:p>"
        f"<w:moveTo>{p('移来')}</w:moveTo><w:moveFrom>{p('移走')}</w:moveFrom>"
    )
    assert said(body) == ["开展新来", "移来"]


def test_a_paragraph_whose_mark_is_deleted_goes_on_in_the_next() -> None:
    gone = "<w:rPr><w:del/></w:rPr>"
    assert said(p("开展", gone) + p("宣传", gone) + p("活动") + p("下段")) == [
        "开展宣传活动",
        "下段",
    ]
    assert said(p("到此", gone)) == ["到此"]


SHOWN = '<w:vanish w:val="0"/>'
STYLED = '<w:rStyle w:val="V"/>'


def test_hidden_text_by_run_and_by_style_and_comments_are_left_out() -> None:
    body = (
        f"<w:p>{r('看')}{r('藏', '<w:vanish/>')}{r('得', SHOWN)}"
        f"{r('隐', STYLED)}<w:commentRangeStart/>{r('见')}"
        "<w:r><w:commentReference/></w:r></w:p>"
    ) + p("全藏", of("V"))
    assert said(body, styles=style("V", runs="<w:vanish/>")) == ["看得见"]


BOX = "<w:txbxContent>{}</w:txbxContent>"


def test_a_text_box_that_is_written_twice_is_read_once() -> None:
    body = (
        f"<w:p>{r('正文')}<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>"
        f"{BOX.format(p('框内'))}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict>"
        f"<v:textbox>{BOX.format(p('框内'))}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>"
    )
    assert said(body) == ["正文", "框内"]


def test_a_text_box_of_old_is_read() -> None:
    body = f"<w:p><w:r><w:pict><v:textbox>{BOX.format(p('框内'))}</v:textbox></w:pict></w:r></w:p>"
    assert said(body) == ["框内"]


def test_content_controls_are_text_and_their_prompts_are_not() -> None:
    body = (
        f"<w:sdt><w:sdtContent>{p('控件段落')}</w:sdtContent></w:sdt>"
        f"<w:p><w:sdt><w:sdtContent>{r('内')}</w:sdtContent></w:sdt>"
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr>"
        f"<w:sdtContent>{r('单击此处')}</w:sdtContent></w:sdt></w:p>"
    )
    assert said(body) == ["控件段落", "内"]


def field(instruction: str, result: str) -> str:
    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    said = f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
    return mark("begin") + said + mark("separate") + result + mark("end")


def test_of_a_field_its_result_is_text() -> None:
    body = (
        f"<w:p>{r('共')}{field(' =SUM(ABOVE) ', r('12'))}{r('件')}</w:p>"
        f"<w:p><w:fldSimple>{r('简')}</w:fldSimple><w:hyperlink>{r('链')}</w:hyperlink></w:p>"
    )
    assert said(body) == ["共12件", "简链"]


def test_a_table_of_contents_is_dropped_however_it_is_made() -> None:
    contents = (
        "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of Contents'/>"
        f"</w:docPartObj></w:sdtPr><w:sdtContent>{p('一、举措1')}</w:sdtContent></w:sdt>"
    )
    lines = f"{r('二、不足2')}</w:p><w:p>{r('三、安排3')}"
    fields = f"<w:p>{field(' TOC ', lines)}</w:p>"
    toc = '<w:style w:type="paragraph" w:styleId="11"><w:name w:val="toc 1"/></w:style>'
    body = contents + fields + p("四、其他4", of("11")) + p("正文")
    assert said(body, styles=toc) == ["正文"]


def test_notes_stand_after_their_paragraph_and_separators_nowhere() -> None:
    body = (
        f"<w:p>{r('甲')}<w:r><w:footnoteReference w:id='2'/></w:r>{r('乙')}</w:p>"
        f"<w:p>{r('丙')}<w:r><w:endnoteReference w:id='2'/></w:r></w:p>"
    )
    foot = (
        f"<w:footnote w:type='separator' w:id='0'>{p('线')}</w:footnote>"
        f"<w:footnote w:id='2'>{p('脚注')}</w:footnote>"
    )
    end = f"<w:endnote w:id='2'>{p('尾注')}</w:endnote>"
    assert said(body, footnotes=foot, endnotes=end) == ["甲乙", "脚注", "丙", "尾注"]


def test_a_note_that_refers_to_itself_ends() -> None:
    reference = "<w:r><w:footnoteReference w:id='2'/></w:r>"
    foot = f"<w:footnote w:id='2'><w:p>{r('注')}{reference}</w:p></w:footnote>"
    assert said(f"<w:p>{r('甲')}{reference}</w:p>", footnotes=foot) == ["甲", "注"]


def row(*cells: str) -> str:
    return f"<w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in cells)}</w:tr>"


def test_tables_of_data_are_lines_and_tables_of_prose_are_paragraphs() -> None:
    long = "开展行政执法人员培训，规范执法文书，落实三项制度，" * 4
    body = f"<w:tbl>{row(p('事项'), p('数量'))}{row(p('培训'), p('3'))}</w:tbl>"
    layout = f"<w:tbl>{row(p('一、举措') + p(long), p('二、不足'))}</w:tbl>"
    assert said(body + layout) == ["事项\t数量", "培训\t3", "一、举措", long, "二、不足"]


def test_nested_and_merged_cells() -> None:
    inner = f"<w:tbl>{row(p('内甲'), p('内乙'))}</w:tbl>"
    restart = "<w:tcPr><w:vMerge w:val='restart'/></w:tcPr>"
    goes_on = "<w:tcPr><w:vMerge/></w:tcPr>"
    wide = "<w:tcPr><w:gridSpan w:val='2'/></w:tcPr>"
    body = (
        f"<w:tbl>{row(restart + p('合'), p('1'), p('2'))}{row(goes_on + p('无'), p('3'), p('4'))}"
        f"{row(wide + p('宽'), p('5'))}{row(inner + p(''))}</w:tbl>"
    )
    found = read(docx(body))
    assert texts(found) == ["合\t1\t2", "3\t4", "宽\t5", "内甲\t内乙"]
    assert [it.cell[:2] for it in found.paragraphs if it.cell] == [(0, 0), (0, 1), (0, 2), (0, 3)]


def test_rows_that_were_deleted_are_gone() -> None:
    deleted = f"<w:tr><w:trPr><w:del/></w:trPr><w:tc>{p('删')}</w:tc></w:tr>"
    assert said(f"<w:tbl>{deleted}{row(p('留'))}</w:tbl>") == ["留"]


def test_breaks_tabs_and_hyphens() -> None:
    body = (
        "<w:p><w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:tab/><w:t>丙</w:t><w:noBreakHyphen/></w:r>"
        "</w:p>"
    )
    assert said(body) == ["甲\n乙\t丙-"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_document_type_is_refused_whatever_its_encoding(encoding: str) -> None:
    harm = '<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    before = f'<?xml version="1.0" encoding="{encoding}"?>{harm}'
    with pytest.raises(Refused, match="已损坏"):
        read(_in(encoding, docx(p("&a;"), before=before)))


def _in(encoding: str, data: bytes) -> bytes:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["word/document.xml"] = parts["word/document.xml"].decode().encode(encoding)
    return packed(parts)


@pytest.mark.parametrize(
    "data", [b"PK\x03\x04", b"", docx(p("甲"))[:300]], ids=["head", "nothing", "cut"]
)
def test_what_is_torn_is_refused(data: bytes) -> None:
    with pytest.raises(Refused, match="已损坏"):
        read(data)
