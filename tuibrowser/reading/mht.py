"""Web pages saved as one file (MHTML, RFC 2557), by browsers and by Word."""

from __future__ import annotations

from email import message_from_bytes, policy
from email.message import Message
from itertools import islice

from tuibrowser.reading.extract import Extract
from tuibrowser.reading.html import read as read_page
from tuibrowser.reading.plain import read as read_text
from tuibrowser.reading.refused import Refused

_MOST_PARTS = 2_000
_NO_PAGE = "网页文件中没有正文，请在浏览器中重新保存后再试"


def read(data: bytes) -> Extract:
    """Return the article of the page in ``data``.

    Raises:
        Refused: there is no page in it, or it is made to harm.
    """
    message = message_from_bytes(data.lstrip(), policy=policy.compat32)
    parts = list(islice(message.walk(), _MOST_PARTS))
    for kind, reader in (("text/html", read_page), ("text/plain", read_text)):
        for part in parts:
            if part.get_content_type() == kind and (page := _bytes(part)).strip():
                return reader(page)
    raise Refused(_NO_PAGE)


def _bytes(part: Message) -> bytes:
    found = part.get_payload(decode=True)
    return found if isinstance(found, bytes) else b""
