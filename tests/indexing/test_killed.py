"""``index`` killed at any moment leaves a sound library, and running it again completes it."""

from __future__ import annotations

import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from report_files import write_report

from tuibrowser.indexing.outcome import Progress
from tuibrowser.indexing.run import Ways, index
from tuibrowser.store.library import Library

REPORTS = 12

# Commits after each report, so that a kill finds every state: nothing, some, all but the words.
SCRIPT = """
    import os, signal, sys
    from pathlib import Path
    from tuibrowser.indexing.run import Ways, index
    from tuibrowser.store.writing import session
    from tuibrowser.store.library import Library

    session._CHANGES_A_COMMIT = {commit}
    stage, done, library, folder = sys.argv[1:]

    def kill(progress):
        if (progress.stage, progress.done) == (stage, int(done)):
            os.kill(os.getpid(), signal.SIGKILL)

    index(Library(Path(library)), [Path(folder)], Ways(report_progress=kill))
"""


@pytest.mark.parametrize("commit", [1, 100])
@pytest.mark.parametrize(
    ("stage", "done"), [("files", 0), ("files", 5), ("files", 12), ("words", 7)]
)
def test_a_killed_index_can_be_run_again(
    tmp_path: Path, stage: str, done: int, commit: int
) -> None:
    folder = tmp_path / "reports"
    for number in range(REPORTS):
        write_report(folder / f"{number:02}.txt", "柳溪镇", 2010 + number)
    library = Library(tmp_path / "library.sqlite3")
    killed = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(SCRIPT.format(commit=commit)),
         stage, str(done), str(library.path), str(folder)],
        check=False,
    )  # fmt: skip
    assert killed.returncode == -signal.SIGKILL
    assert not library.at_rest()
    with library.read() as reader:
        kept = len(reader.entries())
        assert reader.faults() == []
        marked = sum(reader.word_starts(sha256) is not None for sha256 in reader.sha256s())
    if commit == 1:
        assert kept == min(done, REPORTS) if stage == "files" else REPORTS
        assert marked == (done if stage == "words" else 0)

    steps: list[Progress] = []
    outcome = index(library, [folder], Ways(report_progress=steps.append))
    assert [it.done for it in steps if it.stage == "words"] == [*range(REPORTS - marked)]
    assert (outcome.added, outcome.unchanged) == (REPORTS - kept, kept)
    assert library.at_rest()
    assert library.check() == []
    with library.read() as reader:
        assert len(reader.entries()) == REPORTS
        assert all(reader.word_starts(sha256) for sha256 in reader.sha256s())
        assert reader.count(["普法"], None, 99) == 2 * REPORTS
