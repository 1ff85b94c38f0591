"""find_acts: what bodies did or issued, with the date, the document, the actors."""

from __future__ import annotations

import re
from collections.abc import Sequence

from suyuan.acts.actors import Actor, ActorFinder, agent_before, persons_of
from suyuan.acts.alike import place_names
from suyuan.acts.objects import DAY_OF, Object, object_of
from suyuan.acts.own_issue import ISSUED, own_issue
from suyuan.acts.parties import parties_of
from suyuan.acts.record import ActDraft, act_of, object_of_act
from suyuan.acts.reported import lies_ahead, reported_times
from suyuan.acts.same import told_alike
from suyuan.acts.subject import who_acts
from suyuan.acts.titles import find_titles, told_words
from suyuan.acts.words import ActWords, act_words
from suyuan.document import Document
from suyuan.flow import Flow
from suyuan.places import Gazetteer, GroupContext
from suyuan.records import Act
from suyuan.time import AssignedTime, TimeContext, TimeExpression, assign, document_context, read_times
from suyuan.time.assigned import no_time
from suyuan.time.clauses import clauses, index_of, sentences

DATED_AFTER = re.compile("(?:时在|时为|时值|时间[是为]|日期[是为]|那是)")
READ = frozenset({"paragraph", "abstract", "footnote"})
REPORTED = frozenset(
    {"issue", "sign", "hold", "found"}
)  # classes that a report dates by its period; it also proposes, praises and plans much that is no act


def find_acts(
    document: Document, flows: list[Flow], gazetteer: Gazetteer, undated: bool = False
) -> list[Act]:
    """Acts of ``document`` in text order.

    ``flows`` are those of the document. With ``undated`` also titled documents that somebody issues or signs without
    a date; what is planned, denied or only mentioned is never an act. In a report on a period (work report, communiqué)
    an act without a date is of the period that its section looks back on.
    """
    words = act_words()
    context = document_context(document, flows)
    times = read_times(flows, context)
    finder = ActorFinder(gazetteer, words, persons_of((flow.text for flow in flows), words))
    own_area = own_area_of(document, flows, gazetteer)
    seen: dict[str, int] = {}
    acts = _own(document, flows, times, finder, seen)
    objects = ["" for _ in acts]
    earlier: list[str] = []
    for flow, found, reported in zip(flows, times, reported_times(document, flows, words), strict=True):
        if flow.block.kind in READ:
            groups = GroupContext(gazetteer, own_area, tuple(reversed(earlier[-6:])))
            for draft in drafts_of(flow, found, finder, groups, reported, context.said):
                if draft.time.edtf is None and not (
                    undated and draft.title is not None and (draft.actors or draft.parties)
                ):
                    continue
                if context.report is not None and lies_ahead(draft.time, context.report):
                    continue
                if document.layer(*flow.span(draft.start, draft.end)) != "untrusted":
                    acts.append(act_of(document, flow, draft, gazetteer, seen))
                    objects.append(object_of_act(flow, draft))
        earlier.append(flow.text)
    return told_alike(acts, objects, place_names(gazetteer))


def _own(
    document: Document,
    flows: list[Flow],
    times: list[list[TimeExpression]],
    finder: ActorFinder,
    seen: dict[str, int],
) -> list[Act]:
    """The issue of the document itself, where it is an official document with a number."""
    own = own_issue(flows, times)
    if own is None:
        return []
    flow, (start, end) = flows[own.flow], own.issuer
    who = [a for a in finder.find(flow.text, GroupContext(finder.gazetteer)) if start <= a.start < end]
    time = AssignedTime(own.date, "during", "document")
    span = (own.title.start, own.title.end)
    draft = ActDraft(start, own.title.end, span, own.title, time, tuple(who), (), "act_own_issue")
    return [act_of(document, flow, draft, finder.gazetteer, seen).model_copy(update={"act": ISSUED})]


def drafts_of(
    flow: Flow,
    times: list[TimeExpression],
    finder: ActorFinder,
    groups: GroupContext,
    reported: Sequence[AssignedTime] = (),
    said: str | None = None,
) -> list[ActDraft]:
    """Acts of one flow; ``times`` are its resolved times, ``reported`` the periods that a report tells of at each verb,
    ``said`` the day of a speech."""
    text, words = flow.text, finder.words
    verbs = [match for match in words.verb.finditer(text)]
    if not verbs:
        return []
    titles = find_titles(text, words.title_endings, words.back)
    actors = [a for a in finder.find(text, groups) if not any(t.start < a.start < t.end for t in titles)]
    assigned = assign(flow, [match.span() for match in verbs], times, TimeContext())
    parts = sentences(text)
    drafts: list[ActDraft] = []
    dated = {match.start(): _near(time) for match, time in zip(verbs, assigned, strict=True)}
    told = {match.start(): time for match, time in zip(verbs, reported, strict=False)}
    said_words = told_words(text, verbs)
    for match in verbs:
        named = (title for draft in drafts if (title := draft.title) is not None)
        inside = [(title.start, title.end) for title in (*titles, *named)] + said_words
        if any(start < match.start() < end for start, end in inside):
            continue
        sentence = parts[index_of(parts, match.start())]
        spans = clauses(text, *sentence)
        index = index_of(spans, match.start())
        clause = spans[index]
        kind = words.verbs[match.group()]
        time = dated[match.start()]
        past = told.get(match.start(), no_time("unread"))
        pushed = past.edtf is not None and not past.planned and text.endswith(words.pushed, 0, match.start())
        begin = match.start() - (len(words.pushed) if pushed else 0)
        modal = kind != "praise" and _is_modal(text, begin, clause[0], words)  # 将…评为 is no future
        if time.planned or modal:
            continue
        found = object_of(text, kind, match.span(), clause, titles, words)
        if found is None:
            continue
        if (day := DAY_OF.match(text, match.end())) is not None:
            time = _time_at(times, day.end())  # 公布的日子是10月10日
        elif time.expression is None:
            time = _dated_after(text, spans, index, times)
        who, donor = who_acts(text, match.start(), spans, index, actors, times, words)
        if time.expression is None and donor in dated:
            time = dated[donor]  # the silent subject goes on, and so does the date
        if time.expression is None and kind == "submit" and said is not None:
            time = AssignedTime(said, "during", "document")
        if time.expression is None and kind in REPORTED and match.start() in told:
            time = past
            if time.planned:
                continue
        who = agent_before(text, match.start(), clause[0], actors, times, words) or who
        if kind == "hold" and not who:  # 召开第一次京津冀发改委联席会: who meets stands in the meeting's name
            who = [a for a in actors if a.kind == "body" and match.end() <= a.start < a.end < found.end][:1]
        who = [a for a in who if not any(t.start <= a.start < t.end for t in found.titles)]
        if not _is_act(kind, found, time, who, donor is not None):
            continue
        drafts += _drafts(text, match.span(), found, time, who, flow, finder, groups, kind)
    return [d for d in drafts if not (_frames_another(d, drafts, parts, text) or _is_inside(d, drafts))]


def _dated_after(
    text: str, spans: list[tuple[int, int]], index: int, times: list[TimeExpression]
) -> AssignedTime:
    """印发《纲要》，时在2021年: the clause after the act only says when it was."""
    if index + 1 >= len(spans):
        return AssignedTime()
    start, end = spans[index + 1]
    lead = DATED_AFTER.match(text, start, end)
    return _time_at(times, lead.end()) if lead is not None else AssignedTime()


def _time_at(times: list[TimeExpression], at: int) -> AssignedTime:
    """The time that begins at a position, or one after it."""
    found = next((time for time in times if at <= time.start < at + 2), None)
    if found is None or found.edtf is None:
        return AssignedTime()
    return AssignedTime(found.edtf, found.kind, "sentence", found.planned, found)


def _near(time: AssignedTime) -> AssignedTime:
    """The time if clause or sentence state it: what a paragraph carries does not date an act."""
    return time if time.time_from in ("clause", "sentence") else AssignedTime()


def _is_act(kind: str, found: Object, time: AssignedTime, who: list[Actor], inherited: bool) -> bool:
    """What a class needs besides its object."""
    if kind == "propose":
        return bool(who and not inherited) or time.time_from == "clause"
    if kind == "praise":
        return bool(who)
    if kind in ("issue", "sign") and not found.titles:
        return time.kind != "as_of" and ".." not in (time.edtf or "")  # 截至2016年底共出台15个文件: a stock
    if kind in ("found", "plan", "hold") and not found.titles:
        return time.edtf is not None
    return True


def _is_modal(text: str, verb: int, floor: int, words: ActWords) -> bool:
    floor = max(floor, text.rfind("》", floor, verb) + 1)
    return bool(words.modal.search(text, max(floor, verb - words.modal_reach), verb))


def _drafts(
    text: str,
    verb: tuple[int, int],
    found: Object,
    time: AssignedTime,
    who: list[Actor],
    flow: Flow,
    finder: ActorFinder,
    groups: GroupContext,
    kind: str,
) -> list[ActDraft]:
    """One draft for each title, or one without title."""
    start = min([verb[0], *(actor.start for actor in who)])
    if time.expression is not None and text.find("。", time.expression.start, start) < 0:
        start = min(start, time.expression.start)
    drafts = []
    for title in found.titles or (None,):
        parties: tuple[str, ...] = ()
        if kind == "sign":
            parties = parties_of(text, verb[0], title, found.titles, who, finder, groups)
        end = max(title.end if title else found.end, verb[1])
        begin = min(start, title.start) if title else start
        actors = () if parties else tuple(who)
        drafts.append(ActDraft(begin, end, verb, title, time, actors, parties, f"act_{kind}"))
    return drafts


def _frames_another(draft: ActDraft, drafts: list[ActDraft], parts: list[tuple[int, int]], text: str) -> bool:
    """召开会议，审议通过《…》: the meeting only frames what was done there."""
    if draft.title is not None or not draft.method.endswith("hold"):
        return False
    meeting = text[draft.verb[1] : draft.end]
    if meeting.removeprefix("了") not in ("会议", "全会", "大会"):
        return False
    sentence = parts[index_of(parts, draft.verb[0])]
    return any(d.title is not None and draft.verb[1] <= d.verb[0] < sentence[1] for d in drafts)


def _is_inside(draft: ActDraft, drafts: list[ActDraft]) -> bool:
    """获批设立机构: what is set up is the object of another act, which tells it already."""
    return draft.title is None and any(
        d.method == draft.method == "act_found" and d.verb[1] <= draft.verb[0] < draft.end <= d.end
        for d in drafts
    )


def own_area_of(document: Document, flows: list[Flow], gazetteer: Gazetteer) -> tuple[str, ...]:
    """The area that the document is about: the first place of its title."""
    title = document.title or next((flow.text for flow in flows if flow.block.kind == "title"), "")
    return next(
        ((m.name,) for m in gazetteer.find(title) if m.kind not in ("body", "organisation", "scheme")), ()
    )
