"""OFD is read by where its characters stand."""

from __future__ import annotations

import pytest
from packages import ofd, reader, texts, written

from tuibrowser.reading.refused import Refused

read = reader("ofd")

FIRST = "柳溪镇人民政府法治政府建设年度报告"
SECOND = "一年来全镇开展法治宣传教育活动四十场"
LINES = written(FIRST, 30, 30) + written(SECOND, 30, 60)


def test_objects_stand_in_any_order() -> None:
    assert texts(read(ofd([written(SECOND, 30, 60) + written(FIRST, 30, 30)]))) == [FIRST, SECOND]


def test_one_object_a_character() -> None:
    singly = "".join(written(letter, 30 + 5 * at, 30) for at, letter in enumerate(FIRST))
    assert texts(read(ofd([singly + written(SECOND, 30, 60)]))) == [FIRST, SECOND]


def test_offsets_in_runs() -> None:
    runs = (
        f'<ofd:TextObject Boundary="30 30 200 7" Size="5"><ofd:TextCode X="0" Y="5" '
        f'DeltaX="g {len(FIRST) - 1} 5">{FIRST}</ofd:TextCode></ofd:TextObject>'
    )
    assert texts(read(ofd([runs + written(SECOND, 30, 60)]))) == [FIRST, SECOND]


def test_matrices_scale_and_shift() -> None:
    scaled = (
        '<ofd:TextObject Boundary="30 60 200 7" Size="1" CTM="5 0 0 5 0 0"><ofd:TextCode X="0" '
        f'Y="1" DeltaX="g {len(SECOND) - 1} 1">{SECOND}</ofd:TextCode></ofd:TextObject>'
    )
    assert texts(read(ofd([written(FIRST, 30, 30) + scaled]))) == [FIRST, SECOND]


def test_a_turned_page_is_read_upright() -> None:
    def turned(text: str, x: float) -> str:
        return (
            f'<ofd:TextObject Boundary="{x} 20 7 200" Size="5" CTM="0 1 -1 0 0 0"><ofd:TextCode '
            f'X="0" Y="0" DeltaX="g {len(text) - 1} 5">{text}</ofd:TextCode></ofd:TextObject>'
        )

    assert texts(read(ofd([turned(FIRST, 150) + turned(SECOND, 100)]))) == [FIRST, SECOND]


def test_composites_hold_text() -> None:
    unit = f'<ofd:CompositeGraphicUnit ID="9"><ofd:Content>{LINES}</ofd:Content>'
    unit += "</ofd:CompositeGraphicUnit>"
    page = '<ofd:CompositeObject Boundary="0 0 210 297" ResourceID="9"/>'
    assert texts(read(ofd([page], resources=unit))) == [FIRST, SECOND]


def test_a_composite_that_holds_itself_ends() -> None:
    again = '<ofd:CompositeObject Boundary="0 0 9 9" ResourceID="9"/>'
    unit = f'<ofd:CompositeGraphicUnit ID="9"><ofd:Content>{LINES}{again}</ofd:Content>'
    unit += "</ofd:CompositeGraphicUnit>"
    assert FIRST in texts(read(ofd([again], resources=unit)))


def test_a_template_of_one_page_is_its_body_and_one_of_all_pages_is_furniture() -> None:
    own = '<ofd:Template TemplateID="T1"/>'
    assert texts(read(ofd([own + written(SECOND, 30, 60)], [written(FIRST, 30, 30)]))) == [
        FIRST,
        SECOND,
    ]
    pages = [own + LINES for _ in range(4)]
    assert "机密抬头文字" not in "".join(texts(read(ofd(pages, [written("机密抬头文字", 30, 10)]))))


def test_what_is_not_visible_is_not_read() -> None:
    hidden = written("藏起来的文字", 30, 100, 'Visible="false"')
    assert texts(read(ofd([LINES + hidden]))) == [FIRST, SECOND]


def test_pages_are_numbered_and_scanned_ones_named() -> None:
    picture = '<ofd:ImageObject Boundary="0 0 210 297" ResourceID="5"/>'
    date = written("2024年1月15日", 120, 40)
    found = read(ofd([LINES, picture + written("扫描", 9, 9), date, picture]))
    assert [it.page for it in found.paragraphs] == [1, 1, 2, 3]
    assert found.doubts == ("第2、4页几乎没有文字，可能是扫描图片",)
    with pytest.raises(Refused, match="扫描图片"):
        read(ofd([picture, picture]))


@pytest.mark.parametrize("number", ["1e999", "nan", "inf", "-", "9" * 400, ""])
def test_numbers_that_are_none(number: str) -> None:
    odd = f'<ofd:TextObject Boundary="{number} 9 9 9" Size="{number}"><ofd:TextCode X="{number}" '
    odd += f'Y="{number}" DeltaX="g {number} {number}">怪</ofd:TextCode></ofd:TextObject>'
    assert FIRST in texts(read(ofd([LINES + odd])))


def test_a_page_tree_that_leads_to_itself() -> None:
    again = '<ofd:Page ID="1" BaseLoc="/Doc_0/Document.xml"/>'
    with pytest.raises(Refused):
        read(ofd([], document=again))


def test_digits_on_a_grid_of_full_characters_belong_together() -> None:
    """Some writers give every glyph one em; where gaps differ, a wide one still parts words."""
    told = "2023年开展宣传128场次，受众3万人"
    assert texts(read(ofd([written(told, 30, 30)]))) == [told]
    spread = (
        '<ofd:TextObject Boundary="30 30 200 7" Size="5"><ofd:TextCode X="0" Y="5" '
        'DeltaX="2.5 2.5 2.5 7 2.5 2.5 2.5">Word2019</ofd:TextCode></ofd:TextObject>'
    )
    assert texts(read(ofd([spread]))) == ["Word 2019"]
