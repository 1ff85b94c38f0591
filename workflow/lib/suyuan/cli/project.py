"""What a command knows beyond its file: nothing but the language, or the cards, words and corrections of a project."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from suyuan.cli.errors import UserError
from suyuan.cli.files import guarded, password_of, read_file
from suyuan.config import Config, ConfigError, load_config
from suyuan.corrections import Corrected, CorrectionError, apply_corrections, read_corrections, reclassify
from suyuan.document import Document
from suyuan.facts import Extraction, Knowledge, extract_facts
from suyuan.facts.explain import explain
from suyuan.reading.limits import Limits
from suyuan.reading.worker import Worker
from suyuan.reconcile import area_names, read_catalogue, read_decisions, reconcile
from suyuan.records import Act, Fact, Link, Numeral
from suyuan.sources import Entry, Register, register
from suyuan.stages.extract import acts_of, links_of, load_knowledge
from suyuan.stages.read import read_entry
from suyuan.stages.settings import control_files

CONFIG = "config/config.yaml"
T = TypeVar("T")


@dataclass(frozen=True)
class Project:
    """A project, or none (``root`` is None)."""

    root: Path | None
    config: Config
    knowledge: Knowledge

    @classmethod
    def of(cls, root: Path | None) -> Project:
        """The project in a folder. UserError where it is none or its tables cannot be used."""
        if root is None:
            return cls(None, Config(), load_knowledge(None, None))
        try:
            config = load_config(root / CONFIG)
            knowledge = load_knowledge(_present(root / config.areas), _present(root / config.dimensions))
        except ConfigError as error:
            raise UserError(
                f"{root}: {'; '.join(error.messages)}; suyuan check --project {root} shows all"
            ) from error
        except (ValueError, OSError) as error:
            raise UserError(f"{root}: {error}; suyuan check --project {root} shows all") from error
        return cls(root, config, knowledge)

    def read(self, file: Path, reader: Worker, password: str | None = None) -> Document:
        """The document in ``file``, with the dates and title of its card if the project has one for it.

        ``password``: the one given on the command line; without it those of the environment are tried.
        """
        entry = self._entry(file)
        reader.limits = Limits(**self.config.limits.model_dump())
        if entry is None:
            return read_file(file, reader, password)
        key = password_of(password, entry[1].source_id)
        return guarded(file, "reader", lambda: read_entry(*entry, reader, key))

    def acts(self, document: Document) -> list[Act]:
        """Policy acts."""
        return self._with_grammar(document, lambda: acts_of(document, self.knowledge))

    def links(self, document: Document) -> list[Link]:
        """Ties between places."""
        return self._with_grammar(document, lambda: links_of(document, self.knowledge))

    def facts(self, document: Document) -> list[Fact]:
        """Facts; of a project with its corrections applied and measures given."""
        found = self._extraction(document).facts
        if self.root is None:
            return found
        corrected = self._corrected(document, found).facts
        catalogue, _ = read_catalogue(
            self.root / self.config.measures, _present(self.root / self.config.dimensions)
        )
        decisions, _ = read_decisions(self.root / self.config.measure_decisions, catalogue)
        return reconcile(corrected, catalogue, decisions, area_names(self.knowledge.gazetteer)).facts

    def numerals(self, document: Document) -> list[Numeral]:
        """The ledger; of a project after its corrections."""
        found = self._extraction(document)
        if self.root is None:
            return found.numerals
        return list(reclassify(found.numerals, self._corrected(document, found.facts)))

    def explanations(self, document: Document, start: int) -> list[dict[str, Any]]:
        """How the fact at an offset came about, before corrections and measures. SpanError for one outside the text."""
        return self._with_grammar(document, lambda: explain(document, self.knowledge, start))

    def _extraction(self, document: Document) -> Extraction:
        return self._with_grammar(document, lambda: extract_facts(document, self.knowledge))

    def _with_grammar(self, document: Document, work: Callable[[], T]) -> T:
        return guarded(Path(document.path), "grammar", work)

    def _entry(self, file: Path) -> tuple[Register, Entry] | None:
        """The registered edition that ``file`` is."""
        if self.root is None or not file.is_file():
            return None
        known = register(
            self.root,
            originals=self.config.originals_folder(self.root),
            sources=self.config.sources,
            control=frozenset(control_files(self.config).values()),
        )
        wanted = file.resolve()
        found = next((entry for entry in known.entries if known.path(entry).resolve() == wanted), None)
        return (known, found) if found is not None else None

    def _corrected(self, document: Document, facts: list[Fact]) -> Corrected:
        """Facts after the corrections of this edition."""
        if self.root is None:
            return Corrected(facts, [], {})
        corrections, _ = read_corrections(self.root / self.config.corrections, self.config.corrections)
        try:
            return apply_corrections(facts, corrections, {(document.source_id, document.edition): document})
        except CorrectionError as error:
            raise UserError("; ".join(error.messages)) from error


def _present(path: Path) -> Path | None:
    return path if path.is_file() else None
