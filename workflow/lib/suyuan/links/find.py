"""find_links: pairs of places that a document ties by a named relation."""

from __future__ import annotations

from dataclasses import replace

from suyuan.acts.actors import ActorFinder, persons_of
from suyuan.acts.find import READ, drafts_of, own_area_of
from suyuan.acts.words import act_words
from suyuan.document import Document
from suyuan.flow import Flow
from suyuan.identity import stable_id, surroundings
from suyuan.links.constructions import CONSTRUCTIONS
from suyuan.links.ends import End, contains, find_ends
from suyuan.links.ties import Tie
from suyuan.links.words import link_words
from suyuan.places import Gazetteer, GroupContext
from suyuan.records import Link
from suyuan.time import TimeContext, TimeExpression, assign, document_context, read_times
from suyuan.time.clauses import clauses, index_of, sentences


def find_links(document: Document, flows: list[Flow], gazetteer: Gazetteer) -> list[Link]:
    """Links of ``document`` in text order; ``flows`` are those of the document.

    Bodies stand for the place where they sit. What three and more parties do together is an act, not a link.
    """
    context = document_context(document, flows)
    times = read_times(flows, context)
    words = act_words()
    finder = ActorFinder(gazetteer, words, persons_of((flow.text for flow in flows), words))
    own_area = own_area_of(document, flows, gazetteer)
    links: list[Link] = []
    seen: dict[str, int] = {}
    earlier: list[str] = []
    for flow, found in zip(flows, times, strict=True):
        if flow.block.kind in READ:
            groups = GroupContext(gazetteer, own_area, tuple(reversed(earlier[-6:])))
            ties = ties_of(flow, gazetteer, groups)
            ties += agreements_of(flow, found, finder, groups)
            ties = [tie for tie in ties if _is_pair(tie, gazetteer)]
            ties = sorted(set(ties), key=lambda tie: (tie.start, tie.end, tie.a, tie.b, tie.kind))
            dates = _dates(flow, ties, found)
            for tie, date in zip(ties, dates, strict=True):
                if document.layer(*flow.span(tie.start, tie.end)) != "untrusted":
                    links.append(_link(document, flow, tie, date, seen))
        earlier.append(flow.text)
    return links


def ties_of(flow: Flow, gazetteer: Gazetteer, groups: GroupContext) -> list[Tie]:
    """Ties that the constructions read in a flow."""
    text, words = flow.text, link_words()
    ends = find_ends(text, gazetteer, groups)
    if sum(len(end.places) for end in ends) < 2:
        return []
    ties: list[Tie] = []
    for sentence in sentences(text):
        spans = clauses(text, *sentence)
        for construction in CONSTRUCTIONS:
            ties += construction(text, sentence, spans, ends, words)
    return [_with_source(tie, text, ends) for tie in ties]


def _with_source(tie: Tie, text: str, ends: list[End]) -> Tie:
    """向河北省转移 without a source, between two parties named before: it comes from the other of the two."""
    if tie.a:
        return tie
    for left, right in zip(reversed(ends[:-1]), reversed(ends[1:]), strict=True):
        if right.end > tie.start or not left.place or not right.place:
            continue
        if text[left.end : right.start] in ("与", "和") and tie.b in (left.place, right.place):
            return replace(tie, a=right.place if tie.b == left.place else left.place)
    return tie


def agreements_of(
    flow: Flow, times: list[TimeExpression], finder: ActorFinder, groups: GroupContext
) -> list[Tie]:
    """Signed documents with exactly two parties."""
    ties = []
    for draft in drafts_of(flow, times, finder, groups):
        if draft.method != "act_sign":
            continue
        names = tuple(dict.fromkeys(name for actor in draft.actors for name in actor.areas)) or draft.parties
        if len(names) == 2:
            what = (
                draft.title.text if draft.title else flow.text[draft.verb[1] : draft.end].removeprefix("了")
            )
            ties.append(
                Tie(names[0], names[1], "agreement", False, draft.start, draft.end, what, "agreement")
            )
    return ties


def _is_pair(tie: Tie, gazetteer: Gazetteer) -> bool:
    """Two different places, neither inside the other, none of them the country."""
    if not tie.a or tie.a == tie.b or "中国" in (tie.a, tie.b):
        return False
    return not contains(gazetteer, tie.a, tie.b) and not contains(gazetteer, tie.b, tie.a)


def _dates(flow: Flow, ties: list[Tie], times: list[TimeExpression]) -> list[str | None]:
    """Date of each tie where its clause or sentence states one that is not planned."""
    spans = [(max(tie.start, tie.end - 1), tie.end) for tie in ties]
    return [
        time.edtf if time.time_from in ("clause", "sentence") and not time.planned else None
        for time in assign(flow, spans, times, TimeContext())
    ]


def _link(document: Document, flow: Flow, tie: Tie, date: str | None, seen: dict[str, int]) -> Link:
    """The record of a tie, with its place in the document and its identity."""
    span = flow.span(tie.start, tie.end)
    key = "|".join((surroundings(document.text, *span), tie.a, tie.b, tie.kind))
    seen[key] = seen.get(key, 0) + 1
    parts = sentences(flow.text)
    start, end = parts[index_of(parts, tie.start)]
    return Link(
        link_id=stable_id(
            f"link-{document.source_id}", document.source_id, document.edition, key, str(seen[key])
        ),
        source_id=document.source_id,
        edition=document.edition,
        locator=document.locate(*span),
        start=span.start,
        end=span.end,
        sentence=flow.text[start:end],
        a=tie.a,
        b=tie.b,
        kind=tie.kind,
        directed=tie.directed,
        what=tie.what,
        date=date,
        cited_at=flow.cited_at(tie.start),
        method=f"link_{tie.rule}",
        status=document.status(*span),
    )
