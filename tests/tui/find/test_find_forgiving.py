"""The find screen answers to the letter at once and forgives after a silence."""

from __future__ import annotations

from pathlib import Path

import drawn
import made
import pytest
from finding import Gate, Host, search, until
from textual import events

from tuibrowser.store.library import Library
from tuibrowser.tui.find.hits import HitList
from tuibrowser.tui.find.query_input import QueryInput


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """Passages that hold 调解纠纷, one that sounds like it, one that differs by a character."""
    texts = (
        ["成立专班调解纠纷，做到小事不出村。", "入户调解纠纷，宣讲政策。", "回访调解纠纷当事人。"],
        ["逐户条解纠纷，登记造册。"],
        ["及时调处纠纷，不留隐患。", "修订村规民约。"],
    )
    towns = ("柳溪镇", "白石桥镇", "望河乡")
    return made.library(
        tmp_path / "library.sqlite3",
        [made.report(town, 2023, lines) for town, lines in zip(towns, texts, strict=True)],
    )


def chosen_line(app: Host) -> int:
    """Where on the screen the chosen hit stands."""
    (line,) = (y for y, text in enumerate(drawn.lines(app)) if text.startswith(">"))
    return line


async def test_what_does_not_match_to_the_letter_says_how_it_matched(library: Library) -> None:
    app = Host(library)
    async with app.run_test(size=(160, 40)) as pilot:
        await search(pilot, app, "调解纠纷")
        lines = drawn.lines(app)
        (homophone,) = (line for line in lines if "条解" in line and "白石桥镇 2023" in line[:20])
        assert "同音（调解纠纷→条解纠纷）" in homophone
        (slip,) = (line for line in lines if "调处" in line and "望河乡" in line[:20])
        assert "相近（差1字）" in slip
        for literal in app.hits.hits[:3]:
            assert literal.note is None
        assert "第 1 条，共 3 处，另列相近的 2 条" in drawn.text(app)


async def test_chosen_hit_stays_where_it_is_when_others_come_in_below(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = Gate(monkeypatch, "forgiving", "调解纠纷")
    app = Host(library)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press(*"调解纠纷")
        await until(pilot, lambda: app.find.settled and len(app.hits.hits) == 3)
        await pilot.press("down", "down")
        before, line = app.hits.chosen, chosen_line(app)
        await until(pilot, gate.reached.is_set)
        gate.open()
        await until(pilot, lambda: app.find.finished)
        assert len(app.hits.hits) == 5
        assert app.hits.chosen == before
        assert chosen_line(app) == line


async def test_late_answer_to_an_earlier_query_is_not_drawn(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = Gate(monkeypatch, "forgiving")
    app = Host(library)
    shown: list[tuple[str, ...]] = []
    show = HitList.show

    def noted(self: HitList, groups: object, *args: object, **options: object) -> None:
        show(self, groups, *args, **options)  # type: ignore[arg-type]
        shown.append(tuple(hit.passage.text for hit in self.hits))

    monkeypatch.setattr(HitList, "show", noted)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press(*"调解")
        await until(pilot, gate.reached.is_set)
        shown.clear()
        await pilot.press(*["backspace"] * 2, *"村规")
        gate.open()
        await until(pilot, lambda: app.find.finished)
        assert shown
        assert all("村规" in text or not text for texts in shown[-2:] for text in texts)
        assert [hit.passage.text for hit in app.hits.hits] == ["修订村规民约。"]


async def test_typing_goes_on_while_the_slow_stages_run(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = Gate(monkeypatch, "forgiving")
    app = Host(library)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press(*"调解纠纷")
        await until(pilot, gate.reached.is_set)
        await pilot.press(*"当事")
        assert app.find.query_one(QueryInput).value == "调解纠纷当事"
        gate.open()
        await until(pilot, lambda: app.find.finished)
        assert "回访" in app.hits.hits[0].passage.text


async def test_without_a_literal_hit_the_nearest_come_with_the_reason(library: Library) -> None:
    app = Host(library)
    async with app.run_test(size=(120, 40)) as pilot:
        await search(pilot, app, "调节纠纷")
        assert "报告库中没有“调节纠纷”，列出最接近的" in drawn.text(app)
        assert app.hits.hits
        assert all(hit.note for hit in app.hits.hits)


@pytest.mark.parametrize(
    ("query", "reason", "note"),
    [
        ("纠纷 龘靐", "报告库中没有“龘靐”", "不含“龘靐”"),
        ("修订 当事人", "没有一条同时含有各词", "不含“当事人”"),
        ("村规 部分:其他", "没有报告同时符合各项限定", "在限定范围之外"),
        ("修订 -村规", "符合的段落都含有不要的词“-村规”", "含有“村规”"),
    ],
)
async def test_looser_hits_stand_in_for_none_and_say_what_they_lack(
    library: Library, query: str, reason: str, note: str
) -> None:
    app = Host(library)
    async with app.run_test(size=(120, 40)) as pilot:
        await search(pilot, app, query)
        assert app.hits.hits
        assert {hit.note for hit in app.hits.hits} == {note}
        assert f"{reason}，列出最接近的 {len(app.hits.hits)} 条" in drawn.text(app)
        assert note in drawn.text(app)


async def test_enter_before_the_looser_hits_are_there_opens_the_first_of_them(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = Gate(monkeypatch, "forgiving")
    app = Host(library)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press(*"条解")
        await pilot.press(*["backspace"] * 2, *"调节纠纷", "enter")
        await until(pilot, gate.reached.is_set)
        assert app.asked == []
        gate.open()
        await until(pilot, lambda: bool(app.asked))
        assert app.hits.chosen is not None
        assert app.asked[0].shas == (app.hits.chosen.passage.report,)


async def test_characters_that_an_input_method_commits_together_are_one_query(
    library: Library,
) -> None:
    app = Host(library)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        line = app.find.query_one(QueryInput)
        for character in "回访调解纠纷":
            line.post_message(events.Key(character, character))
        await until(pilot, lambda: app.find.finished)
        assert line.value == "回访调解纠纷"
        assert app.hits.hits[0].passage.text == "回访调解纠纷当事人。"


async def test_on_a_narrow_screen_a_note_leaves_room_for_the_text(library: Library) -> None:
    app = Host(library)
    async with app.run_test(size=(50, 20)) as pilot:
        await search(pilot, app, "调解纠纷")
        (line,) = (line for line in drawn.lines(app) if line.startswith("  白石桥镇"))
        assert line.endswith(" 同音")
        assert "条解纠纷" in line
