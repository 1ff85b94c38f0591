"""One program in a process of its own: documents in, mentions and CPU time out.

    python benchmarks/peers/run.py NAME < documents.json > mentions.json

NAME is an adapter beside this file (by_NAME.py, with a class ``Adapter``). In: {document: {"text", "file"}}. Out: versions of
the packages, and for each document the mentions, the CPU-seconds after loading, and how many paragraphs were lost.
"""

from __future__ import annotations

import contextlib
import importlib
import importlib.metadata
import json
import logging
import sys
import time
from typing import Any

WARM_UP = "2022年，北京市有标准57项，投入1.5亿元，增长12.3%，历时3年。"


def run(name: str, documents: dict[str, dict[str, str | None]]) -> dict[str, Any]:
    """Mentions of all documents by the adapter of this name."""
    logging.disable()  # one prints a traceback for what it passes over
    peer = importlib.import_module(f"by_{name}").Adapter()
    peer.read(peer.load(WARM_UP, None))
    found: dict[str, Any] = {}
    for key, given in documents.items():
        document = peer.load(given["text"], given["file"])
        start = time.process_time()
        mentions, lost = peer.read(document)
        found[key] = {"mentions": mentions, "cpu": time.process_time() - start, "lost": lost}
    versions = {package: importlib.metadata.version(package) for package in peer.packages}
    return {"versions": versions, "documents": found}


if __name__ == "__main__":
    with contextlib.redirect_stdout(sys.stderr):  # some greet on standard output
        answer = run(sys.argv[1], json.load(sys.stdin))
    json.dump(answer, sys.stdout, ensure_ascii=False)
