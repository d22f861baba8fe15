"""PDFs are read by where their characters stand."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from packages import texts
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from tuibrowser.reading.pdf import read
from tuibrowser.reading.refused import Refused

FONT = "STSong-Light"
SIZE = 16
LEFT = 80
WIDE = 27
"""Characters of a full line."""

FIRST = (
    "柳溪镇坚持以习近平法治思想为指导，深入开展普法宣传，全年组织法治讲座四十场，"
    "受众三千余人，调解矛盾纠纷一百二十件，成功率达到百分之九十八，群众满意度明显提升。"
)
SECOND = "规范行政执法，组织执法人员培训六次，办理行政处罚案件十二件，落实执法全过程记录制度。"


@pytest.fixture(scope="session", autouse=True)
def _font() -> None:
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))


Draw = Callable[[Canvas], None]


def pdf(*pages: Draw, encrypt: StandardEncryption | None = None, size: object = A4) -> bytes:
    target = BytesIO()
    canvas = Canvas(target, pagesize=size, encrypt=encrypt)
    for draw in pages:
        canvas.setFont(FONT, SIZE)
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def broken(text: str, indent: int = 2) -> list[tuple[int, str]]:
    """Lines of a paragraph, each with its indent in characters."""
    lines = [(indent, text[: WIDE - indent])]
    rest = text[WIDE - indent :]
    lines += [(0, rest[at : at + WIDE]) for at in range(0, len(rest), WIDE)]
    return lines


def flow(*paragraphs: str, top: float = 740, left: float = LEFT) -> Draw:
    def draw(canvas: Canvas) -> None:
        at = top
        for paragraph in paragraphs:
            for indent, line in broken(paragraph):
                canvas.drawString(left + indent * SIZE, at, line)
                at -= 28

    return draw


def both(*draws: Draw) -> Draw:
    def draw(canvas: Canvas) -> None:
        for one in draws:
            one(canvas)

    return draw


def at(x: float, y: float, text: str, size: float = SIZE) -> Draw:
    def draw(canvas: Canvas) -> None:
        canvas.setFont(FONT, size)
        canvas.drawString(x, y, text)
        canvas.setFont(FONT, SIZE)

    return draw


def test_broken_lines_are_joined_to_their_paragraphs() -> None:
    found = read(pdf(flow("一、主要举措", FIRST, SECOND)))
    assert texts(found) == ["一、主要举措", FIRST, SECOND]


def test_a_paragraph_goes_on_across_pages_their_heads_and_their_numbers() -> None:
    first, second = broken(FIRST)[:2], broken(FIRST)[2:]

    def lines(of: list[tuple[int, str]], top: float) -> Draw:
        return both(
            *(at(LEFT + indent * SIZE, top - 28 * n, line) for n, (indent, line) in enumerate(of)),
        )

    def furniture(number: int) -> Draw:
        return both(at(200, 800, "柳溪镇人民政府", 10), at(290, 40, f"— {number} —", 10))

    found = read(
        pdf(
            both(furniture(1), flow("一、主要举措"), lines(first, 712)),
            both(furniture(2), lines(second, 740), flow(SECOND, top=740 - 28 * len(second))),
        )
    )
    assert texts(found) == ["一、主要举措", FIRST, SECOND]
    assert [it.page for it in found.paragraphs] == [1, 1, 2]


def test_a_line_that_begins_with_a_number_begins_a_paragraph() -> None:
    full = "一" * WIDE
    found = read(
        pdf(both(at(LEFT, 740, full), at(LEFT, 712, "二、不足"), at(LEFT, 684, "（一）人员少")))
    )
    assert texts(found)[1:] == ["二、不足", "（一）人员少"]


def test_a_number_that_went_down_whole_leaves_its_line_short() -> None:
    lines = broken("按期办结率百分之百，" * 6)[:2]
    first = at(LEFT + 2 * SIZE, 740, lines[0][1])
    short = at(LEFT, 712, lines[1][1][:-4])
    found = texts(read(pdf(both(first, short, at(LEFT, 684, "3128.95%。其他工作正常开展。")))))
    assert found == [lines[0][1] + lines[1][1][:-4] + "3128.95%。其他工作正常开展。"]


def test_two_columns_are_read_one_after_the_other() -> None:
    left = [f"左栏第{n}行文字内容甲乙丙丁" for n in range(1, 9)]
    right = [f"右栏第{n}行文字内容甲乙丙丁" for n in range(1, 9)]

    def draw(canvas: Canvas) -> None:
        for n, (one, other) in enumerate(zip(left, right, strict=True)):
            canvas.drawString(60, 740 - 28 * n, one)
            canvas.drawString(330, 740 - 28 * n, other)

    text = "".join(texts(read(pdf(draw))))
    assert text.index("左栏第8行") < text.index("右栏第1行")


def test_turned_pages_are_read_upright() -> None:
    def turned(canvas: Canvas) -> None:
        canvas.rotate(90)
        canvas.translate(0, -600)
        flow(SECOND, top=560)(canvas)

    assert texts(read(pdf(turned))) == [SECOND]

    def by_page(canvas: Canvas) -> None:
        canvas.setPageRotation(90)
        flow(SECOND, top=560)(canvas)

    assert texts(read(pdf(by_page, size=landscape(A4)))) == [SECOND]


def test_a_watermark_across_the_page_is_dropped() -> None:
    def mark(canvas: Canvas) -> None:
        canvas.saveState()
        canvas.translate(150, 300)
        canvas.rotate(45)
        canvas.setFont(FONT, 60)
        canvas.drawString(0, 0, "内部资料")
        canvas.restoreState()

    found = texts(read(pdf(both(mark, flow(FIRST, SECOND)))))
    assert found == [FIRST, SECOND]


def test_text_drawn_twice_to_look_bold_is_read_once() -> None:
    def bold(canvas: Canvas) -> None:
        for shift in (0, 0.4):
            canvas.drawString(LEFT + shift, 780, "二〇二三年法治政府建设年度报告")

    assert texts(read(pdf(both(bold, flow(SECOND))))) == ["二〇二三年法治政府建设年度报告", SECOND]


def test_gaps_of_justified_lines_are_no_spaces_and_gaps_of_words_are() -> None:
    def spread(canvas: Canvas) -> None:
        for n, letter in enumerate(SECOND[:20]):
            canvas.drawString(LEFT + n * SIZE * 1.2, 740, letter)
        canvas.drawString(LEFT, 712, "使用")
        canvas.drawString(LEFT + 2 * SIZE, 712, "Word")
        canvas.drawString(LEFT + 2 * SIZE + 46, 712, "2019")

    found = "".join(texts(read(pdf(spread))))
    assert SECOND[:20] in found
    assert "Word 2019" in found


def test_spaces_that_were_written_part_words_and_numbers_and_parts_from_titles() -> None:
    lines = ["2024-03-12 16:20 Word and PDF", "第一部分 工作落实情况", "第十一章 附则"]

    def written(canvas: Canvas) -> None:
        for n, line in enumerate(lines):
            canvas.drawString(LEFT, 740 - 60 * n, line)
        # As justified lines are made by some programs: a space between any two characters.
        canvas.drawString(LEFT, 500, " ".join(SECOND[:12]))
        canvas.setFont("Times-Roman", SIZE)
        canvas.drawString(LEFT, 440, "12 34 (a) b")

    assert texts(read(pdf(written))) == [*lines, SECOND[:12], "12 34 (a) b"]


def test_tables_keep_their_cells_apart() -> None:
    def table(canvas: Canvas) -> None:
        for n, (name, count) in enumerate([("事项", "数量"), ("培训", "6"), ("宣传", "40")]):
            canvas.drawString(100, 400 - 28 * n, name)
            canvas.drawString(300, 400 - 28 * n, count)

    found = texts(read(pdf(both(flow(SECOND), table))))
    assert found[-3:] == ["事项\t数量", "培训\t6", "宣传\t40"]


def picture(canvas: Canvas) -> None:
    from PIL import Image

    canvas.drawImage(ImageReader(Image.new("L", (60, 80), 200)), 0, 0, 595, 842)


def test_scanned_pages_are_named_and_a_date_alone_is_none() -> None:
    found = read(pdf(flow(SECOND), picture, at(300, 700, "2024年1月15日")))
    assert found.doubts == ("第2页几乎没有文字，可能是扫描图片",)
    assert texts(found) == [SECOND, "2024年1月15日"]
    with pytest.raises(Refused, match="扫描图片"):
        read(pdf(picture, picture))


def test_an_owners_password_is_no_hindrance_and_a_readers_is_said() -> None:
    owner = StandardEncryption("", ownerPassword="secret", canPrint=0, canCopy=0)
    assert texts(read(pdf(flow(SECOND), encrypt=owner))) == [SECOND]
    user = StandardEncryption("secret", ownerPassword="other")
    with pytest.raises(Refused, match="打开密码"):
        read(pdf(flow(SECOND), encrypt=user))


@pytest.mark.parametrize("cut", [0.3, 0.6, 0.95])
def test_what_is_cut_off_is_read_as_far_as_it_goes_or_refused(cut: float) -> None:
    data = pdf(flow(FIRST), flow(SECOND))
    try:
        found = set(texts(read(data[: int(len(data) * cut)])))
    except Refused:
        found = set()
    assert found <= {FIRST, SECOND}


@pytest.mark.skipif(shutil.which("chromium") is None, reason="no Chromium to print with")
def test_a_page_that_a_browser_printed(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    style = "<meta charset=utf-8><style>p{text-indent:2em;text-align:justify}</style>"
    body = f"<p>一、主要举措</p><p>{FIRST * 3}</p><p>{SECOND}</p>"
    page.write_text(style + body, encoding="utf-8")
    target = tmp_path / "page.pdf"
    subprocess.run(
        [
            *("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"),
            f"--user-data-dir={tmp_path / 'profile'}",
            f"--print-to-pdf={target}",
            str(page),
        ],
        check=True,
        capture_output=True,
        timeout=100,
    )
    # With the browser's own head and foot: date, title, address, number.
    assert texts(read(target.read_bytes())) == ["一、主要举措", FIRST * 3, SECOND]
