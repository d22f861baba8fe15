"""What is made to harm is refused soon, within little memory, and leaves nothing behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
import time
import zlib
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from threading import Event, Thread

import pytest
from packages import docx, item, lists, lvl, ofd, p, packed

from tuibrowser.model.document import Document
from tuibrowser.reading import sandbox
from tuibrowser.reading.formats import BY_NAME
from tuibrowser.reading.read import File, Refused, document, members
from tuibrowser.reading.sandbox import Sandbox
from tuibrowser.reading.sniff import sniff

MOST_SECONDS = 10
"""Of processor time: those of a clock say how busy the machine is, too."""
MOST_BYTES = 500 * 1024 * 1024


def pdf(*objects: bytes) -> bytes:
    """A PDF of numbered objects, the first of which is its catalog."""
    data, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    end = b"trailer<</Root 1 0 R/Size %d>>\nstartxref\n%d\n%%%%EOF"
    return data + head + table + end % (len(objects) + 1, len(data))


def stream(content: bytes, more: bytes = b"") -> bytes:
    return b"<<%b/Length %d>>stream\n%b\nendstream" % (more, len(content), content)


CATALOG = b"<</Type/Catalog/Pages 2 0 R>>"
PAGES = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
FORM = b"/Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources<</XObject<</F 5 0 R/G 6 0 R>>>>"


def page(more: bytes = b"") -> bytes:
    return b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R%b>>" % more


def form_loop() -> bytes:
    uses = page(b"/Resources<</XObject<</F 5 0 R>>>>")
    forms = stream(b"/F Do " * 50, FORM), stream(b"/F Do " * 50, FORM)
    return pdf(CATALOG, PAGES, uses, stream(b"/F Do " * 2000), *forms)


def flate_bomb() -> bytes:
    content = zlib.compress(zlib.compress(b"q " * 200_000_000, 1), 9)
    return pdf(CATALOG, PAGES, page(), stream(content, b"/Filter[/FlateDecode/FlateDecode]"))


def page_tree_loop() -> bytes:
    return pdf(CATALOG, b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 100000000>>")


def laughs() -> bytes:
    entities = '<!ENTITY a0 "哈">' + "".join(
        f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10)
    )
    return docx(p("&a9;"), before=f"<!DOCTYPE w [{entities}]>")


def cyclic_styles() -> bytes:
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="s{n}"><w:basedOn w:val="s{(n + 1) % 5000}"/>'
        "</w:style>"
        for n in range(5000)
    )
    return docx(p("法治", '<w:pStyle w:val="s0"/>') * 5000, styles=styles)


def looping_chain() -> bytes:
    """A compound file whose table of sectors runs in a circle."""
    head = bytearray(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504)
    head[24:34] = b"\x3e\0\x03\0\xfe\xff\x09\0\x06\0"
    for at, value in ((44, 1), (48, 1), (56, 4096), (60, 1), (64, 1), (68, 0xFFFFFFFE)):
        head[at : at + 4] = value.to_bytes(4, "little")
    head[76:512] = (0).to_bytes(4, "little") + b"\xff" * 432
    table = b"".join((1 if n == 1 else n ^ 1).to_bytes(4, "little") for n in range(128))
    entry = "WordDocument".encode("utf-16-le").ljust(64, b"\0") + b"\x1a\0\x02" + b"\0" * 61
    return bytes(head) + table + entry * 4


ATTRIBUTES = b"".join(b" a%d=1" % n for n in range(40_000))

HARM: dict[str, Callable[[], bytes]] = {
    "a form in itself": form_loop,
    "a bomb in a bomb": flate_bomb,
    "a tree of pages in itself": page_tree_loop,
    "entities": laughs,
    "an external entity": lambda: docx(
        p("&a;"), before='<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    ),
    "styles in a circle": cyclic_styles,
    "a large part": lambda: docx(p("法" * 60_000_000)),
    "many paragraphs": lambda: docx(p("法") * 500_000),
    "elements in each other": lambda: docx("<w:sdt><w:sdtContent>" * 50_000),
    "well-formed depth": lambda: docx("<w:ins>" * 50_000 + p("深") + "</w:ins>" * 50_000),
    "tables in each other": lambda: docx(
        "<w:tbl><w:tr><w:tc>" * 3_000 + p("深") + "</w:tc></w:tr></w:tbl>" * 3_000
    ),
    "a long number": lambda: docx(
        item("法治") * 20_000, numbering=lists(lvl(0, "decimal", "%1" * 5_000))
    ),
    "attributes": lambda: b"<div " + ATTRIBUTES + b">x",
    "attributes after one that holds a mark": lambda: b'<div a=">"' + ATTRIBUTES + b">x",
    "pages in each other": lambda: b"<html>" + b"<div>" * 100_000,
    "tags without end": lambda: b"<html>" + b"<a" * 2_000_000,
    "paragraphs in each other": lambda: b"<html>" + b"<p><b>" * 100_000,
    "groups in each other": lambda: b"{\\rtf1" + b"{" * 500_000,
    "a length that lies": lambda: b"{\\rtf1 \\bin2147483647 x}",
    "a circle of sectors": looping_chain,
    "pages of pages": lambda: ofd(
        [], document='<ofd:Page BaseLoc="/Doc_0/Document.xml"/>' * 50_000
    ),
    "a composite in itself": lambda: ofd(
        ['<ofd:CompositeObject Boundary="0 0 9 9" ResourceID="9"/>'],
        resources='<ofd:CompositeGraphicUnit ID="9"><ofd:Content>'
        + '<ofd:CompositeObject Boundary="0 0 9 9" ResourceID="9"/>' * 40
        + "</ofd:Content></ofd:CompositeGraphicUnit>",
    ),
    "a run of offsets": lambda: ofd(
        ['<ofd:TextObject Size="5"><ofd:TextCode DeltaX="g 999999999 1">x</ofd:TextCode>'
         "</ofd:TextObject>"]
    ),
    "an archive": lambda: packed({f"{n}.txt": b"\0" * 39_000_000 for n in range(8)}),
    "archives in an archive": lambda: packed(
        dict.fromkeys((f"{n}.zip" for n in range(30)), packed({"a.txt": b"\0" * 39_000_000}))
    ),
    "parts of a message": lambda: b"Content-Type: multipart/mixed; boundary=B\r\n\r\n"
    + b"--B\r\nContent-Type: multipart/mixed; boundary=B\r\n\r\n" * 20_000,
}  # fmt: skip


@pytest.fixture
def box(monkeypatch: pytest.MonkeyPatch) -> Iterator[Sandbox]:
    """A sandbox of the test's own, which is empty again when the test is over."""
    sandbox.SHARED.close()  # what tests before this one left
    own = Sandbox()
    monkeypatch.setattr(sandbox, "SHARED", own)
    yield own
    own.close()


def read(data: bytes) -> Document | list[object]:
    file = File(Path("文件"), data, sniff(data))
    return list(members(file)) if file.is_archive else document(file)


@pytest.mark.parametrize("make", HARM.values(), ids=HARM)
def test_harm_is_bounded(make: Callable[[], bytes], box: Sandbox, tmp_path: Path) -> None:
    data = make()
    before = set(os.listdir("/tmp")), used()
    found = None
    with Watch() as watch, suppress(Refused):
        found = read(data)
    box.close()
    assert used() - before[1] < MOST_SECONDS
    assert watch.peak < MOST_BYTES
    assert not watch.children()
    assert os.listdir(tmp_path) == []
    if isinstance(found, Document):
        assert len(found.text) < 2_000_000
        assert "root:" not in found.text


def used() -> float:
    """Seconds of processor time of this process and of its children that have ended."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


class Watch(Thread):
    """Looks at how much memory the children take while something is done."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self._over = Event()
        self.peak = 0

    def __enter__(self) -> Watch:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self.join()

    def run(self) -> None:
        while not self._over.wait(0.02):
            sizes = []
            for child in self.children():
                with suppress(OSError):
                    lines = Path(f"/proc/{child}/status").read_text().splitlines()
                    sizes += [int(it.split()[1]) for it in lines if it.startswith("VmHWM")]
            self.peak = max(self.peak, sum(sizes) * 1024)

    def children(self) -> list[str]:
        """Process ids of the sandbox's children, those that have ended left out."""
        found: list[str] = []
        for task in Path("/proc/self/task").iterdir():
            with suppress(OSError):
                found += (task / "children").read_text().split()
        return [it for it in found if b"tuibrowser.reading.child" in command(it)]


def command(process: str) -> bytes:
    try:
        return Path(f"/proc/{process}/cmdline").read_bytes()
    except OSError:
        return b""


def test_after_harm_the_next_file_is_read(box: Sandbox) -> None:
    with pytest.raises(Refused):
        read(flate_bomb())
    assert isinstance(found := read(docx(p("法治"))), Document)
    assert found.text == "法治"


def test_a_child_reads_file_after_file(box: Sandbox) -> None:
    read(docx(p("甲")))
    first = Watch().children()
    read(docx(p("乙")))
    assert Watch().children() == first
    assert len(first) == 1
    assert box


def test_threads_share_a_sandbox(box: Sandbox) -> None:
    texts = [f"第{n}份" for n in range(60)]

    def one(text: str) -> str:
        found = box.read(BY_NAME["docx"], docx(p(text)))
        return "".join(it.text for it in found.paragraphs)  # type: ignore[union-attr]

    with ThreadPoolExecutor(6) as pool:
        assert list(pool.map(one, texts)) == texts
    assert len(Watch().children()) <= 2


def test_a_child_that_was_killed_meanwhile_is_replaced(box: Sandbox) -> None:
    read(docx(p("甲")))
    (child,) = Watch().children()
    os.kill(int(child), signal.SIGKILL)
    os.waitid(os.P_PID, int(child), os.WEXITED | os.WNOWAIT)
    assert isinstance(found := read(docx(p("乙"))), Document)
    assert found.text == "乙"


def test_code_pages_are_at_hand_where_no_file_can_be_opened(box: Sandbox) -> None:
    for page in (1250, 1251, 1252, 932, 949, 950, 936, 65001, 437, 10008, 99):
        data = f"{{\\rtf1\\ansi\\ansicpg{page} A\\'e9\\u27861?\\par}}".encode()
        found = read(data)
        assert isinstance(found, Document)
        assert found.text.startswith("A"), page
        assert found.text.endswith("法"), page
    assert box


ATTEMPTS = {
    "opens": "open('/etc/hostname').read()",
    "writes": "open('/tmp/tuibrowser-was-here', 'w').write('x')",
    "connects": "import socket; socket.create_connection(('127.0.0.1', 9), 1)",
    "starts": "import subprocess; subprocess.run(['/bin/true'], check=True)",
    "takes": "bytearray(600 * 1024 * 1024)",
}


@pytest.mark.parametrize("attempt", ATTEMPTS.values(), ids=ATTEMPTS)
def test_a_child_has_given_up_its_rights(attempt: str) -> None:
    code = f"""
        import socket, subprocess
        from tuibrowser.reading import child
        child._give_up_rights()
        try:
            {attempt}
        except (OSError, MemoryError, ImportError) as error:
            print(type(error).__name__)
    """
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(code)], capture_output=True, text=True, check=False
    )
    assert done.stdout.strip() in {"OSError", "MemoryError", "BlockingIOError"}, done.stderr
    assert not Path("/tmp/tuibrowser-was-here").exists()


KILLED = """
    import os, signal, sys
    from pathlib import Path
    from threading import Thread
    from tuibrowser.reading.read import read
    from tuibrowser.reading.sandbox import SHARED
    Thread(target=read, args=(Path(sys.argv[1]),), daemon=True).start()
    while not (children := Path(f"/proc/{os.getpid()}/task").glob("*/children")) or not any(
        it.read_text().strip() for it in children
    ):
        pass
    print(*(it.read_text() for it in Path(f"/proc/{os.getpid()}/task").glob("*/children")))
    sys.stdout.flush()
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_when_the_reader_is_killed_its_child_leaves(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(form_loop())
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(KILLED), str(path)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == -signal.SIGKILL
    children = done.stdout.split()
    assert children
    # Its limits end it, if not the end of its input.
    until = time.monotonic() + 60
    while any(b"tuibrowser.reading.child" in command(it) for it in children):
        assert time.monotonic() < until


def test_mistakes_of_a_reader_are_one_sentence(
    box: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(Refused, match="已损坏"):
        box.read(BY_NAME["docx"], packed({"[Content_Types].xml": "x", "word/document.xml": "<"}))
    monkeypatch.setattr(sys, "executable", "/nowhere")
    with pytest.raises(Refused, match="不允许启动"):
        box.read(BY_NAME["odt"], b"")
