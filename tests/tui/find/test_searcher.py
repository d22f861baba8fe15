"""One searcher thread: the latest question wins, and nothing outdated comes through."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Queue
from threading import Event
from typing import cast

import pytest

from tuibrowser.model.search import SearchResult
from tuibrowser.search.find import search
from tuibrowser.store.library import Interrupted, Library, LibraryError, LibraryMissing, Reader
from tuibrowser.tui.find.searcher import Answer, Searcher

SOON = 10.0


class SlowReader:
    """Stands for a connection whose query runs until it is interrupted."""

    def __init__(self) -> None:
        self.running = Event()
        self.stopped = Event()

    def interrupt(self) -> None:
        self.stopped.set()

    def run(self) -> str:
        self.running.set()
        assert self.stopped.wait(SOON), "nobody interrupted the query"
        raise Interrupted


class OneReader:
    """Stands for a library that hands out one reader."""

    def __init__(self, reader: SlowReader) -> None:
        self.reader = reader
        self.opened = 0

    @contextmanager
    def read(self) -> Iterator[Reader]:
        self.opened += 1
        yield cast(Reader, self.reader)


@pytest.fixture
def reader() -> SlowReader:
    return SlowReader()


@pytest.fixture
def answers() -> Queue[Answer[str]]:
    return Queue()


@pytest.fixture
def searcher(reader: SlowReader, answers: Queue[Answer[str]]) -> Iterator[Searcher[str]]:
    made = Searcher[str](cast(Library, OneReader(reader)), answers.put, silence=0)
    yield made
    made.close()


def say(words: str) -> Callable[[Reader], str]:
    return lambda _: words


def test_answers_a_question(searcher: Searcher[str], answers: Queue[Answer[str]]) -> None:
    generation = searcher.ask(say("调解"))
    answer = answers.get(timeout=SOON)
    assert answer == Answer(generation, 0, "调解")
    assert searcher.is_current(answer)


def test_newer_question_interrupts_the_running_one(
    searcher: Searcher[str], reader: SlowReader, answers: Queue[Answer[str]]
) -> None:
    searcher.ask(lambda _: reader.run())
    assert reader.running.wait(SOON)
    latest = searcher.ask(say("新"))
    assert answers.get(timeout=SOON) == Answer(latest, 0, "新")
    assert reader.stopped.is_set()
    assert answers.empty()


def test_only_the_latest_of_many_waiting_questions_is_asked(
    searcher: Searcher[str], answers: Queue[Answer[str]]
) -> None:
    started, go_on = Event(), Event()
    asked: list[str] = []

    def first(reader: Reader) -> str:
        started.set()
        assert go_on.wait(SOON)
        return "旧"

    def noted(words: str) -> Callable[[Reader], str]:
        def stage(reader: Reader) -> str:
            asked.append(words)
            return words

        return stage

    searcher.ask(first)
    assert started.wait(SOON)
    for words in ("调", "调解", "调解纠"):
        searcher.ask(noted(words))
    latest = searcher.ask(noted("调解纠纷"))
    go_on.set()
    assert answers.get(timeout=SOON) == Answer(latest, 0, "调解纠纷")
    assert asked == ["调解纠纷"]


def test_an_answer_overtaken_on_its_way_is_known_to_be_outdated(
    reader: SlowReader, answers: Queue[Answer[str]]
) -> None:
    delivering, go_on = Event(), Event()

    def slow_delivery(answer: Answer[str]) -> None:
        delivering.set()
        assert go_on.wait(SOON)
        answers.put(answer)

    searcher = Searcher[str](cast(Library, OneReader(reader)), slow_delivery)
    searcher.ask(say("旧"))
    assert delivering.wait(SOON)
    searcher.ask(say("新"))
    go_on.set()
    old, new = answers.get(timeout=SOON), answers.get(timeout=SOON)
    assert [searcher.is_current(answer) for answer in (old, new)] == [False, True]
    searcher.close()


def test_later_stage_follows_after_silence(
    searcher: Searcher[str], answers: Queue[Answer[str]]
) -> None:
    generation = searcher.ask(say("照字面"), say("相近"))
    assert answers.get(timeout=SOON) == Answer(generation, 0, "照字面")
    assert answers.get(timeout=SOON) == Answer(generation, 1, "相近")


def test_later_stage_is_dropped_when_typing_goes_on(
    reader: SlowReader, answers: Queue[Answer[str]]
) -> None:
    searcher = Searcher[str](cast(Library, OneReader(reader)), answers.put, silence=SOON)
    searcher.ask(say("旧"), say("旧，相近"))
    assert answers.get(timeout=SOON).value == "旧"
    latest = searcher.ask(say("新"))
    assert answers.get(timeout=SOON) == Answer(latest, 0, "新")
    assert answers.empty()
    searcher.close()


def test_forgotten_question_is_interrupted_and_never_answered(
    searcher: Searcher[str], reader: SlowReader, answers: Queue[Answer[str]]
) -> None:
    searcher.ask(lambda _: reader.run())
    assert reader.running.wait(SOON)
    searcher.forget()
    assert reader.stopped.wait(SOON)
    latest = searcher.ask(say("新"))
    assert answers.get(timeout=SOON) == Answer(latest, 0, "新")


def test_closing_interrupts_and_ends_the_thread(
    searcher: Searcher[str], reader: SlowReader, answers: Queue[Answer[str]]
) -> None:
    searcher.ask(lambda _: reader.run())
    assert reader.running.wait(SOON)
    searcher.close()
    assert searcher._thread is not None
    assert not searcher._thread.is_alive()
    assert answers.empty()


def test_error_is_an_answer_and_the_thread_goes_on(
    searcher: Searcher[str], answers: Queue[Answer[str]]
) -> None:
    def fail(reader: Reader) -> str:
        raise LibraryError("报告库正由另一个程序写入")

    searcher.ask(fail)
    assert str(answers.get(timeout=SOON).error) == "报告库正由另一个程序写入"
    searcher.ask(say("好"))
    assert answers.get(timeout=SOON).value == "好"


def test_missing_library_is_an_answer(tmp_path: Path, answers: Queue[Answer[str]]) -> None:
    searcher = Searcher[str](Library(tmp_path / "none.sqlite3"), answers.put)
    searcher.ask(say("调解"))
    assert isinstance(answers.get(timeout=SOON).error, LibraryMissing)
    searcher.close()


def test_real_library_answers_while_questions_pour_in(sample_library: Library) -> None:
    found: Queue[Answer[SearchResult]] = Queue()
    searcher = Searcher[SearchResult](sample_library, found.put)
    typed = "人民调解员化解矛盾纠纷"

    def asking(raw: str) -> Callable[[Reader], SearchResult]:
        return lambda reader: search(reader, raw)

    for end in range(1, len(typed) + 1):
        latest = searcher.ask(asking(typed[:end]))
    latest = searcher.ask(asking("调解"))
    while (answer := found.get(timeout=SOON)).generation != latest:
        assert not searcher.is_current(answer)
    assert answer.value is not None
    assert answer.value.hits
    searcher.close()
