"""The process that reads, with a reader that does what is written in the file: hang, hog or crash, at no cost of CPU.

``suyuan.reading.worker.PROCESS`` names it in tests of the limits. A file holds a word and numbers of pages and of pages to be
recognised, of which the reader tells; beside it ``.begun`` appears when the reader is at work.
"""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path
from typing import Any

from suyuan.document import Document
from suyuan.reading import worker_process
from suyuan.reading.limits import tell_ocr_page, tell_pages

MEGABYTE = 2**20
main = worker_process.main


def act(path: Path, shown_path: str, **_: Any) -> Document:
    """Do what the file says."""
    word, pages, recognised = path.read_text(encoding="utf-8").split()
    tell_pages(int(pages), shown_path)
    for _page in range(int(recognised)):
        tell_ocr_page()
    path.with_suffix(".begun").touch()
    held = []
    while word == "hog":
        held.append(b"x" * MEGABYTE)
        time.sleep(0.001)
    if word == "crash":
        os.kill(os.getpid(), signal.SIGSEGV)
    if word == "hang":
        time.sleep(60)
    return Document("odd", "original", shown_path, "", "text", f"{os.getpid()}", ())


worker_process.read_document = act  # type: ignore[assignment]
worker_process.draw = act  # type: ignore[assignment]
