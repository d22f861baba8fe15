"""The list of hits as a widget: what it draws and what stays where it is."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from textual.app import App, ComposeResult

from tuibrowser.model.search import Hit, PassageRecord
from tuibrowser.search.same import Group
from tuibrowser.text.cellwidth import cells
from tuibrowser.tui.find.hits import HitList


def hit(number: int, text: str = "调解纠纷", at: int = 0, **changed: object) -> Hit:
    fields: dict[str, object] = {
        "id": number,
        "report": f"{number:064x}",
        "issuer": "柳溪镇",
        "year": 2023,
        "title": "柳溪镇2023年法治政府建设年度报告",
        "role": "measure",
        "section_kind": "measures_results",
        "heading": None,
        "text": text,
        "start": 0,
        "end": len(text),
        **changed,
    }
    return Hit(PassageRecord(**fields), ((at, at + 2),), "literal", 1.0)  # type: ignore[arg-type]


class Host(App[None]):
    def compose(self) -> ComposeResult:
        yield HitList()

    @property
    def hits(self) -> HitList:
        return self.query_one(HitList)

    def show(self, hits: Sequence[Hit], keep: bool = False) -> None:
        """List ``hits``, each by itself."""
        self.hits.show([Group(each) for each in hits], keep)

    def drawn(self) -> list[str]:
        return [self.hits.render_line(y).text for y in range(self.hits.size.height)]


def numbers(hits: Sequence[Hit]) -> list[int]:
    return [each.passage.id for each in hits]


async def test_a_line_says_who_when_where_and_what() -> None:
    app = Host()
    async with app.run_test(size=(60, 5)):
        app.show([hit(1)])
        first = app.drawn()[0]
        assert [part for part in first.split(" ") if part] == [
            ">",
            "柳溪镇",
            "2023",
            "成效",
            "调解纠纷",
        ]


@pytest.mark.parametrize("width", [40, 60, 71, 90, 120])
async def test_how_it_matched_leaves_half_of_the_room_to_the_sentence(width: int) -> None:
    text = "组织人民调解员走访入户排查化解各类矛盾纠纷，做到小事不出村、大事不出镇、矛盾不上交。"
    note = "近义（多元化解机制→多元解纷体系）"
    found = hit(1, text, 17)._replace(note=note)
    app = Host()
    async with app.run_test(size=(width, 5)):
        app.hits.show([Group(found, (hit(2, text),) * 12)])
        (line,) = (line for line in app.drawn() if line.strip())
        assert cells(line) == width
        sentence = line[line.index("成效") + 2 :].split(" 近义")[0].strip()
        room = width - cells(line[: line.index("成效") + 2]) - 1
        assert cells(sentence) >= min(room // 2 - 1, cells(text))
        assert "近义" in line
        # What has no room there can be said elsewhere.
        assert (note in line) == (app.hits.note == "")
        assert app.hits.note in ("", note)


async def test_beside_a_short_sentence_all_of_how_it_matched_is_said() -> None:
    note = "同音（调解纠纷→条解纠纷）"
    app = Host()
    async with app.run_test(size=(64, 5)):
        app.hits.show([Group(hit(1, "条解纠纷。")._replace(note=note))])
        assert app.drawn()[0].rstrip().endswith(note)
        assert "条解纠纷。 " in app.drawn()[0]
        assert app.hits.note == ""


async def test_what_was_found_is_highlighted_wherever_it_stands() -> None:
    app = Host()
    text = "一是健全工作机制，明确专人负责，定期研究部署，并由村级组织走访入户调解邻里纠纷。"
    async with app.run_test(size=(60, 5)):
        app.show([hit(number, text, text.index("调解")) for number in (1, 2)])
        # On the chosen line, which is reversed, too.
        for line in (0, 1):
            pieces = app.hits.render_line(line)
            marked = [piece.text for piece in pieces if piece.style and piece.style.underline]
            assert marked == ["调解"]
            assert all(piece.style and bool(piece.style.reverse) == (line == 0) for piece in pieces)


@pytest.mark.parametrize("text", ["[b]调解[/b]", "调解[/]", "[x=1]调解", "[on red]调解[/on red]"])
async def test_brackets_are_text(text: str) -> None:
    app = Host()
    async with app.run_test(size=(60, 5)):
        app.show([hit(1, text, text.index("调"), issuer="[b]镇[/]")])
        assert text in app.drawn()[0]
        assert "[b]镇[/]" in app.drawn()[0]


async def test_no_escape_sequence_gets_out() -> None:
    app = Host()
    async with app.run_test(size=(60, 5)):
        app.show([hit(1, "前\x1b]0;名\x07调解\x9b2J", 7, issuer="柳\x1b[31m溪")])
        for line in app.drawn():
            assert not set(line) & {chr(code) for code in (*range(32), *range(127, 160))}


async def test_unknown_issuer_and_year_and_part_are_said() -> None:
    app = Host()
    async with app.run_test(size=(60, 5)):
        app.show([hit(1, issuer=None, title=None, year=None, section_kind=None, role="signature")])
        assert "单位不详 不详 落款" in app.drawn()[0]


async def test_chosen_hit_stays_on_its_line_when_hits_come_in_above_it() -> None:
    app = Host()
    async with app.run_test(size=(60, 10)):
        app.show([hit(number) for number in range(100, 140)])
        app.hits.choose(20)
        line = next(y for y, text in enumerate(app.drawn()) if text.startswith(">"))
        more = [hit(number) for number in (*range(50, 60), *range(100, 140))]
        app.show(more, keep=True)
        assert app.hits.chosen == hit(120)
        assert app.drawn()[line].startswith(">")


async def test_a_new_query_starts_at_the_first_hit() -> None:
    app = Host()
    async with app.run_test(size=(60, 10)):
        app.show([hit(number) for number in range(40)])
        app.hits.choose(20)
        app.show([hit(number) for number in range(40)])
        assert app.hits.index == 0


async def test_a_hit_that_is_gone_leaves_the_first_chosen() -> None:
    app = Host()
    async with app.run_test(size=(60, 10)):
        app.show([hit(1), hit(2)])
        app.hits.choose(1)
        app.show([hit(3), hit(4)], keep=True)
        assert app.hits.chosen == hit(3)
        app.show([], keep=True)
        assert app.hits.chosen is None


async def test_moving_stops_at_both_ends_and_on_nothing() -> None:
    app = Host()
    async with app.run_test(size=(60, 4)):
        app.hits.move(1)
        assert app.hits.chosen is None
        app.show([hit(number) for number in range(9)])
        app.hits.move(-5)
        assert app.hits.index == 0
        app.hits.page(1)
        assert app.hits.index == 3
        app.hits.move(50)
        assert app.hits.index == 8
        assert app.drawn()[3].startswith(">")


async def test_marks_outlive_the_query_and_keep_their_order() -> None:
    app = Host()
    async with app.run_test(size=(60, 4)):
        app.show([hit(1), hit(2)])
        app.hits.choose(1)
        app.hits.toggle_mark()
        app.show([hit(3), hit(1)])
        app.hits.toggle_mark()
        assert numbers(app.hits.marked) == [2, 3]
        assert app.drawn()[0].startswith(">●")
        app.show([hit(2)])
        assert app.drawn()[0].startswith(">●")
        app.hits.toggle_mark()
        assert numbers(app.hits.marked) == [3]
        app.hits.clear_marks()
        assert app.hits.marked == ()


async def test_resizing_keeps_the_chosen_hit_in_view() -> None:
    app = Host()
    async with app.run_test(size=(60, 20)) as pilot:
        app.show([hit(number) for number in range(40)])
        app.hits.choose(19)
        await pilot.resize_terminal(40, 5)
        assert app.hits.index == 19
        assert sum(text.startswith(">") for text in app.drawn()) == 1


async def test_click_chooses_and_wheel_moves() -> None:
    app = Host()
    async with app.run_test(size=(60, 10)) as pilot:
        app.show([hit(number) for number in range(40)])
        await pilot.click(HitList, offset=(5, 4))
        assert app.hits.index == 4
        await pilot.click(HitList, offset=(5, 4))
        assert app.hits.index == 4


async def test_only_visible_lines_are_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[int] = []
    draw = HitList.render_line

    def noted(self: HitList, y: int) -> object:
        drawn.append(y)
        return draw(self, y)

    app = Host()
    async with app.run_test(size=(60, 10)) as pilot:
        monkeypatch.setattr(HitList, "render_line", noted)
        app.show([hit(number) for number in range(5_000)])
        await pilot.pause()
        assert drawn
        assert max(drawn) < 10
        drawn.clear()
        app.hits.move(1)
        await pilot.pause()
        assert sorted(set(drawn)) == [0, 1]
