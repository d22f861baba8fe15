"""Work that takes a while, beside the keys."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from threading import Thread
from typing import TypeVar

T = TypeVar("T")


async def aside(work: Callable[[], T]) -> T:
    """What ``work`` returns or raises, done in a thread of its own.

    Leaving the program does not wait for it, as it would for one of :func:`asyncio.to_thread`: a
    network drive may never answer.
    """
    loop = asyncio.get_running_loop()
    done: asyncio.Future[T] = loop.create_future()

    def tell(value: T | None, error: Exception | None) -> None:
        # Whoever waited may have gone.
        if done.done():
            return
        if error is not None:
            done.set_exception(error)
        else:
            done.set_result(value)  # type: ignore[arg-type]

    def run() -> None:
        value, trouble = None, None
        try:
            value = work()
        except Exception as error:
            trouble = error
        # The loop is closed when the program has been left.
        with suppress(RuntimeError):
            loop.call_soon_threadsafe(tell, value, trouble)

    Thread(target=run, daemon=True).start()
    return await done
