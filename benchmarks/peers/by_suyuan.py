"""Suyuan, without the configuration of its subject."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any

from common import Mention, Peer

from suyuan.document import Document
from suyuan.facts import Knowledge, extract_facts, fact_json
from suyuan.reading import read_document


class Adapter(Peer):
    def __init__(self) -> None:
        self.knowledge = Knowledge.load(None)

    def load(self, text: str, file: str | None) -> Document:
        if file is not None:
            return read_document(Path(file), source_id=Path(file).stem, edition="text")
        with tempfile.TemporaryDirectory(prefix="suyuan-warm-up-") as folder:
            path = Path(folder) / "text.txt"
            path.write_text(text, encoding="utf-8", newline="")
            return read_document(path, source_id="text", edition="text")

    def read(self, document: Any) -> tuple[list[Mention], int]:
        facts = extract_facts(document, self.knowledge).facts
        return [json.loads(json.dumps(fact_json(fact))) for fact in facts], 0
