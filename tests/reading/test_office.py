"""What LibreOffice writes is read alike in every format it writes."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tuibrowser.reading.read import Refused, open_file, read

SENTENCE = "柳溪镇深入开展普法宣传，全年组织法治讲座四十场，受众三千余人，群众满意度明显提升。"
SAID = [
    "柳溪镇2023年法治政府建设年度报告",
    "一、主要举措和成效",
    "（一）普法宣传",
    SENTENCE * 3,
    "注：含送法下乡。",
    "（二）行政执法",
    "事项\t数量",
    "培训\t6",
    "二、存在的不足",
    "执法力量不足。",
]

FLAT = f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" office:version="1.3"
 office:mimetype="application/vnd.oasis.opendocument.text">
<office:automatic-styles>
 <style:style style:name="P" style:family="paragraph"><style:paragraph-properties
  fo:text-indent="0.8cm"/><style:text-properties style:font-name-asian="Noto Serif CJK SC"
  fo:font-size="12pt" style:font-size-asian="12pt" style:language-asian="zh"
  style:country-asian="CN"/></style:style>
 <style:style style:name="H" style:family="text"><style:text-properties text:display="none"/>
 </style:style>
 <text:list-style style:name="L">
  <text:list-level-style-number text:level="1" style:num-format="一, 二, 三, ..."
   style:num-suffix="、"/>
  <text:list-level-style-number text:level="2" style:num-format="一, 二, 三, ..."
   style:num-prefix="（" style:num-suffix="）"/>
 </text:list-style>
</office:automatic-styles>
<office:body><office:text>
<text:p text:style-name="P">{SAID[0]}</text:p>
<text:list xml:id="a" text:style-name="L"><text:list-item><text:p text:style-name="P"
 >主要举措和成效</text:p><text:list><text:list-item><text:p text:style-name="P"
 >普法宣传</text:p></text:list-item></text:list></text:list-item></text:list>
<text:p text:style-name="P">{SENTENCE * 3}<text:span text:style-name="H">隐藏</text:span><text:note
 text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p
 >注：含送法下乡。</text:p></text:note-body></text:note></text:p>
<text:list text:continue-list="a" text:style-name="L"><text:list-item><text:list><text:list-item
 ><text:p text:style-name="P">行政执法</text:p></text:list-item></text:list></text:list-item>
</text:list>
<table:table><table:table-column table:number-columns-repeated="2"/>
<table:table-row><table:table-cell><text:p>事项</text:p></table:table-cell><table:table-cell><text:p
 >数量</text:p></table:table-cell></table:table-row>
<table:table-row><table:table-cell><text:p>培训</text:p></table:table-cell><table:table-cell><text:p
 >6</text:p></table:table-cell></table:table-row></table:table>
<text:list text:continue-list="a" text:style-name="L"><text:list-item><text:p text:style-name="P"
 >存在的不足</text:p></text:list-item></text:list>
<text:p text:style-name="P">执法力量不足。</text:p>
</office:text></office:body></office:document>
"""

pytestmark = pytest.mark.skipif(
    shutil.which("soffice") is None, reason="no LibreOffice to write files with"
)


def converted(tmp_path: Path, ending: str) -> Path:
    source = tmp_path / "报告.fodt"
    source.write_text(FLAT, encoding="utf-8")
    subprocess.run(
        [
            *("soffice", f"-env:UserInstallation=file://{tmp_path / 'profile'}", "--headless"),
            *("--convert-to", ending, "--outdir", str(tmp_path), str(source)),
        ],
        check=True,
        capture_output=True,
        timeout=110,
    )
    return tmp_path / f"报告.{ending.partition(':')[0]}"


@pytest.mark.parametrize("ending", ["docx", "doc", "rtf", "odt"])
def test_each_format_says_the_same(tmp_path: Path, ending: str) -> None:
    path = converted(tmp_path, ending)
    assert open_file(path).format.name == ending
    assert read(path).text.split("\n") == SAID


def test_a_pdf_says_the_same_with_its_notes_at_the_foot(tmp_path: Path) -> None:
    lines = read(converted(tmp_path, "pdf")).text.split("\n")
    assert [it for it in lines if "送法下乡" not in it] == [it for it in SAID if "注" not in it]
    assert any("送法下乡" in it for it in lines)


def test_a_flat_file_is_refused_with_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "报告.fodt"
    path.write_text(FLAT, encoding="utf-8")
    with pytest.raises(Refused, match="另存为 Word"):
        read(path)
