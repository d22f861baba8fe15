"""A text that a library holds is understood again as its file was."""

from __future__ import annotations

from pathlib import Path

from tuibrowser.indexing.stored import stored_document
from tuibrowser.lexicon.load import load
from tuibrowser.parsing.understand import understand
from tuibrowser.reading.read import read
from tuibrowser.store.library import Library

TEXT = "镇党委、政府认真谋划部署，逐项抓好落实，全年办结事项30件，群众满意度不断提高。"
# Styles alone tell the second heading: its text is shorter.
PAGE = f"""<!DOCTYPE html><html><body><div>
<p>清河镇2023年法治政府建设情况报告</p><p>2023年，清河镇坚持依法办事，现将情况报告如下：</p>
<h2>主要举措和成效</h2><h3>把道理讲到田间地头去</h3><p>各村照办。</p>
<h3>规范执法</h3><p>{TEXT * 3}</p><h2>存在的不足</h2><p>{TEXT}</p></div></body></html>"""


def test_what_styles_say_is_kept(tmp_path: Path) -> None:
    file = tmp_path / "报告.html"
    file.write_text(PAGE, encoding="utf-8")
    report = understand(read(file), load())
    assert [(it.level, it.title) for it in report.sections] == [
        (1, "主要举措和成效"), (2, "把道理讲到田间地头去"), (2, "规范执法"), (1, "存在的不足"),
    ]  # fmt: skip
    library = Library(tmp_path / "library.sqlite3")
    with library.write() as writer:
        writer.put(report, file, 1)
    with library.read() as reader:
        ((number, _),) = reader.names()
        again = understand(stored_document(reader.stored_text(number)), load())
    assert again.sections == report.sections
