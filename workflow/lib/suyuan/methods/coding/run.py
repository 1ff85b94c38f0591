"""An analysis by a codebook: codes of acts and sections, density, quantities behind each code, agreement."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from suyuan.methods.acts.run import id_of, in_time
from suyuan.methods.coding.agreement import agreement
from suyuan.methods.coding.codebook import Codebook, read_codebook
from suyuan.methods.coding.coded_acts import ActCode, act_rows, code_acts, years
from suyuan.methods.coding.declared import Coding
from suyuan.methods.coding.densities import densities
from suyuan.methods.coding.quantities import behind
from suyuan.methods.coding.review import Judgement, chosen, read_review, unknown_sources
from suyuan.methods.coding.rows import ActCodeRow, CodeRow, DensityRow
from suyuan.methods.coding.texts import Sentence, Text, sections_of, sentences_of
from suyuan.methods.corpus import Corpus
from suyuan.methods.evidence import evidence_of_record
from suyuan.methods.method import Result
from suyuan.reconcile.acts import JoinedAct, joined_acts
from suyuan.records import Evidence, Problem, Record


@dataclass
class Collector:
    """Evidence that rows name, each once."""

    analysis: str
    found: dict[str, Evidence] = field(default_factory=dict)

    def sentences(self, sentences: Sequence[Sentence]) -> tuple[str, ...]:
        """Ids of sentences."""
        return tuple(dict.fromkeys(self.keep(each.evidence(self.analysis)) for each in sentences))

    def keep(self, item: Evidence) -> str:
        """Id of a piece of evidence."""
        self.found[item.evidence_id] = item
        return item.evidence_id


def run(declared: Coding, corpus: Corpus) -> Result:
    """All tables; empty ones with a Problem where the codebook cannot be read."""
    codebook, problems = read_codebook(corpus.config / declared.codebook)
    if codebook is None:
        return Result({}, (), problems)
    collector = Collector(declared.id)
    acts = _acts(declared, corpus)
    wholes, sections = _texts(declared, codebook, corpus)
    judgements, of_unit = _review(declared, codebook, corpus, acts, sections, problems)
    override = {
        (of_unit[j.line], j.code): j.coded
        for j in judgements
        if j.purpose == "override" and j.line in of_unit
    }
    by_cue = code_acts(acts, codebook.codes, corpus.by_source)
    codings = _reviewed(by_cue, acts, codebook, override)
    told = {
        name: tuple(collector.keep(evidence_of_record(declared.id, m)) for m in act.mentions)
        for name, act in acts.items()
    }
    of_acts = act_rows(acts, codings, codebook.codes, told)
    of_sections = list(densities(sections, codebook.codes, collector.sentences, override))
    of_documents = list(densities(wholes, codebook.codes, collector.sentences, {}))
    tables: dict[str, Sequence[Record]] = {
        "codes": list(_codes(codebook, of_acts, of_sections, of_documents, len(acts), len(sections))),
        "acts": of_acts,
        "years": years(of_acts),
        "documents": of_documents,
        "sections": of_sections,
        "agreement": list(
            agreement(
                codebook.codes,
                judgements,
                of_unit,
                {("act", name, each.code.id) for name, own in by_cue.items() for each in own}
                | {("section", row.section_id, row.code) for row in of_sections if row.occurrences},
            )
        ),
    }
    if declared.quantities:
        stages, listed = behind(codebook.codes, wholes, corpus.facts, declared.id, collector.keep)
        tables |= {"evidence_by_code": stages, "quantities": listed}
    return Result(tables, list(collector.found.values()), problems)


def _acts(declared: Coding, corpus: Corpus) -> Mapping[str, JoinedAct]:
    if not declared.acts:
        return {}
    return {id_of(joined): joined for joined in in_time(joined_acts(corpus.acts))}


def _texts(declared: Coding, codebook: Codebook, corpus: Corpus) -> tuple[list[Text], list[Text]]:
    wholes, sections = [], []
    for document in corpus.documents:
        read = tuple(sentences_of(document, codebook.codes, declared.paragraphs_without))
        if read:
            wholes.append(Text(document.source_id, document.source_id, (), read))
            sections += sections_of(document, read, declared.level)
    return wholes, sections


def _review(
    declared: Coding,
    codebook: Codebook,
    corpus: Corpus,
    acts: Mapping[str, JoinedAct],
    sections: Sequence[Text],
    problems: list[Problem],
) -> tuple[list[Judgement], dict[int, str]]:
    """Judgements with the unit of each by its line; what is wrong goes to ``problems``."""
    if declared.review is None:
        return [], {}
    path = corpus.config / declared.review
    judgements, faults = read_review(path, [code.id for code in codebook.codes])
    here = [j for j in judgements if j.source_id in corpus.by_source]
    name = f"{path.parent.name}/{path.name}"
    of_unit, misfits = chosen(here, acts, sections, name)
    # rows on other sources of the register wait for an analysis that reads them
    problems += [*faults, *unknown_sources(judgements, {*corpus.by_source, *corpus.titles}, name), *misfits]
    return here, of_unit


def _reviewed(
    coded: Mapping[str, Sequence[ActCode]],
    acts: Mapping[str, JoinedAct],
    codebook: Codebook,
    override: Mapping[tuple[str, str], bool],
) -> dict[str, list[ActCode]]:
    """Codes of acts after a reviewer's decisions, in the order of the codebook."""
    found = {}
    for name in acts:
        own = {each.code.id: each for each in coded[name]}
        for code in codebook.codes:
            decided = override.get((name, code.id))
            if decided is False:
                own.pop(code.id, None)
            elif decided:
                own[code.id] = ActCode(code, "review", ())
        found[name] = [own[code.id] for code in codebook.codes if code.id in own]
    return found


def _codes(
    codebook: Codebook,
    acts: Sequence[ActCodeRow],
    sections: Sequence[DensityRow],
    documents: Sequence[DensityRow],
    of_acts: int,
    of_sections: int,
) -> Iterator[CodeRow]:
    for code in codebook.codes:
        yield CodeRow(
            **code.named(),
            definition=code.definition,
            source=code.source,
            words=code.words,
            acts=sum(row.code == code.id for row in acts),
            of_acts=of_acts,
            sentences=sum(row.sentences for row in documents if row.code == code.id),
            sections=sum(row.coded for row in sections if row.code == code.id),
            of_sections=of_sections,
            documents=sum(row.occurrences > 0 for row in documents if row.code == code.id),
        )
