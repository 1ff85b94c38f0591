"""The page of one edition of a source: its card, the text with everything that was read marked, lists with jumps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from suyuan.document import Document
from suyuan.records import Fact, Numeral
from suyuan.site.judgements import REJECTED
from suyuan.site.marks import Mark, Passage, Piece, passages
from suyuan.site.material import Material
from suyuan.site.names import card_rows, source_title
from suyuan.site.payload import Payload
from suyuan.site.places import anchor, evidence_anchor, source_file

Json = dict[str, Any]
APART = frozenset({"note", "reference", "furniture", "advertising"})  # never read for facts
AROUND = 14  # characters either side of a numeral in a list
STATUSES = ("extracted", "ocr", "confirmed", "amended", "added", "rejected")


@dataclass(frozen=True)
class Run:
    """A piece as the template writes it. ``target`` is the anchor that a click leads to, None for no link."""

    text: str
    css: str
    hint: str
    target: str | None
    items: str
    begins: tuple[str, ...]


@dataclass(frozen=True)
class Shown:
    """A passage as the template writes it. ``page`` where another page begins, ``page_id`` its anchor, given once."""

    kind: str
    level: int | None
    page: int | None
    page_id: str | None
    rows: tuple[tuple[tuple[Run, ...], ...], ...]


def source_page(material: Material, document: Document) -> Json:
    """Variables of the template ``source.html``."""
    key = (document.source_id, document.edition)
    facts = material.facts_of.get(key, [])
    acts, links = material.acts_of.get(key, []), material.links_of.get(key, [])
    unread = [n for n in material.numerals_of.get(key, []) if n.numeral_class == "unread"]
    payload = Payload(material, key, document)
    for fact in facts:
        payload.add_fact(fact)
    for act in acts:
        payload.add_act(act)
    for link in links:
        payload.add_link(link)
    for numeral in unread:
        payload.add_numeral(numeral)
    evidence = material.evidence_spans.get(key, [])
    for items in evidence:
        payload.add_evidence(items)
    marks = [*map(fact_mark, facts), *map(numeral_mark, _apart_from_facts(material, key))]
    marks += [Mark(r.start, r.end, anchor(r), "act", "", "") for r in acts]
    marks += [Mark(r.start, r.end, anchor(r), "link", "", "") for r in links]
    marks += [Mark(e[0].start, e[0].end, evidence_anchor(e[0]), "evidence", "", "") for e in evidence]
    cut = list(passages(document, marks))
    pages: set[int] = set()
    card = material.cards.get(document.source_id)
    return {
        "title": source_title(material, document.source_id),
        "edition": document.edition,
        "used": material.used.get(document.source_id) == document.edition,
        "file": document.path,
        "media": document.media,
        "card": [] if card is None else card_rows(card),
        "editions": edition_rows(material, document.source_id),
        "legend": legend(facts, material.numerals_of.get(key, [])),
        "body": _shown((passage for passage in cut if passage.kind not in APART), pages),
        "apart": _shown((passage for passage in cut if passage.kind in APART), pages),
        "acts": [(anchor(a), a.date, a.act, a.title, "、".join(a.actors)) for a in acts],
        "links": [(anchor(k), k.date, k.a, "→" if k.directed else "–", k.b, k.kind, k.what) for k in links],
        "unread": unread_list(document, unread),
        "problems": material.problems_of(document.source_id),
        "payload": payload.value(),
    }


def fact_mark(fact: Fact) -> Mark:
    """The words of a fact, coloured by its status."""
    about = "，".join(part for part in (fact.measure, "、".join(fact.area), fact.time) if part)
    return Mark(fact.start, fact.end, anchor(fact), "fact", fact.status, f"{fact.status}: {about}")


def numeral_mark(numeral: Numeral) -> Mark:
    """A numeral that is in no fact; that of a fact which a reviewer rejected has a look of its own."""
    name = numeral.numeral_class
    rejected = name == "unread" and (numeral.reason or "").startswith(REJECTED)
    words = name.replace("_", " ")
    hint = f"{words}: {numeral.reason}" if numeral.reason else words
    return Mark(
        numeral.start, numeral.end, anchor(numeral), "numeral", "rejected" if rejected else name, hint
    )


def _apart_from_facts(material: Material, key: tuple[str, str]) -> Iterable[Numeral]:
    return (n for n in material.numerals_of.get(key, []) if n.numeral_class != "fact")


def _shown(parts: Iterable[Passage], anchored: set[int]) -> list[Shown]:
    """Passages with the beginnings of pages; ``anchored`` are the pages that have their anchor, and is filled."""
    found: list[Shown] = []
    current: int | None = None
    for part in parts:
        turned = part.page if part.page is not None and part.page != current else None
        current = part.page if part.page is not None else current
        page_id = f"page-{turned}" if turned is not None and turned not in anchored else None
        if turned is not None:
            anchored.add(turned)
        rows = tuple(tuple(tuple(_run(piece) for piece in cell) for cell in row) for row in part.rows)
        found.append(Shown(part.kind, part.level, turned, page_id, rows))
    return found


def _run(piece: Piece) -> Run:
    facts = [mark for mark in piece.marks if mark.sort == "fact"]
    numerals = [mark for mark in piece.marks if mark.sort == "numeral"]
    open_numerals = [mark for mark in numerals if mark.look in ("unread", "rejected")]
    begins = tuple(
        mark.anchor for mark in piece.begins if mark.sort != "numeral" or mark.look in ("unread", "rejected")
    )
    chosen = min(facts, key=lambda mark: mark.end - mark.start) if facts else None
    if chosen is not None:
        css, target = f"fact {chosen.look}", chosen.anchor
    elif open_numerals:
        chosen = open_numerals[0]
        css, target = f"num {chosen.look}", chosen.anchor
    elif numerals:
        chosen, css, target = numerals[0], "num other", None
    else:
        css, target = "", None
    selectable = [mark for mark in piece.marks if mark.sort != "numeral"] + open_numerals
    if target is not None:
        selectable.sort(key=lambda mark: mark.anchor != target)
    items = " ".join(mark.anchor for mark in selectable)
    return Run(piece.text, css, "" if chosen is None else chosen.hint, target, items, begins)


def edition_rows(material: Material, source_id: str) -> list[Json]:
    """Editions of the card: name, file, how obtained, the page of those that were read."""
    card = material.cards.get(source_id)
    read = set(material.editions)
    return [
        {
            "edition": edition.edition,
            "file": edition.file,
            "obtained": edition.obtained,
            "used": material.used.get(source_id) == edition.edition,
            "href": f"../{source_file(material, source_id, edition.edition)}"
            if (source_id, edition.edition) in read
            else None,
        }
        for edition in (card.editions if card is not None else ())
    ]


def legend(facts: Sequence[Fact], numerals: Sequence[Numeral]) -> Json:
    """How many facts of each status, unread numerals, and other numerals by class."""
    statuses = Counter(str(fact.status) for fact in facts)
    looks = Counter(numeral_mark(n).look for n in numerals if n.numeral_class != "fact")
    statuses["rejected"] = looks.pop("rejected", 0)
    unread = looks.pop("unread", 0)
    return {
        "facts": [(status, statuses[status]) for status in STATUSES if statuses[status]],
        "unread": unread,
        "others": [(name.replace("_", " "), count) for name, count in sorted(looks.items())],
    }


def unread_list(document: Document, numerals: Sequence[Numeral]) -> list[tuple[str, list[tuple[str, ...]]]]:
    """By reason, the most frequent first: (anchor, words before, the numeral, words after)."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for n in numerals:
        before = " ".join(document.text[max(0, n.start - AROUND) : n.start].split())
        after = " ".join(document.text[n.end : n.end + AROUND].split())
        found.setdefault(n.reason or "no reason given", []).append((anchor(n), before, n.surface, after))
    return sorted(found.items(), key=lambda entry: (-len(entry[1]), entry[0]))
