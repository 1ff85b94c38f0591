"""Areas of the quantities of a paragraph: the places and bodies that each number is about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from suyuan.facts.paragraph import AreaWord, Paragraph
from suyuan.facts.tokens import tokenise
from suyuan.places import Gazetteer
from suyuan.places.records import GEOGRAPHIC
from suyuan.places.tables import package_yaml
from suyuan.quantities.mention import Mention

NATIONAL = "中国"
RESPECTIVELY = "分别"
# a place in these surroundings is the measure of something, not what the number is about
BEFORE_SCOPE = re.compile(
    r"(?:比|较|高于|低于|超过|占|居|位居|位列|列|相当于|除|除了|不含|不包括|排|以|依托|位于)$"
)
# a place after one of these is where something happens or whom it meets: it does not become the subject
OBLIQUE = re.compile(r"(?:在|于|向|对|与|同|从|到|给|为|至|往|和)$")
AFTER_SCOPE = re.compile(
    r"^(?:首个|首家|首次|首批|首位|唯一|第[一二三四五六七八九十\d]|前列|前[一二三四五六七八九十\d]|排名|领先|最大|最高|最好"
    r"|平均|各地|一流|上首|[^，。；]{0,4}(?:的比重|的比例|比重|比例))"
)
WHOLE_COUNTRY = re.compile(r"^(?:个)?(?:省|省份|省级|省（|省、|省区)")
REPORTING = re.compile("|".join(package_yaml("bodies.yaml")["reporting"]))
BODIES = frozenset({"body", "scheme", "organisation"})
AHEAD = 40  # characters after the clause in which a place may still name what an opening clause is about
PROVINCES = frozenset({30, 31, 34})


@dataclass(frozen=True)
class Area:
    """Area of a quantity."""

    names: tuple[str, ...] = ()
    ref_area: str | None = None
    counterpart: str | None = None
    body: str | None = None
    rule: str = "none"


@dataclass(frozen=True)
class AreaContext:
    """Areas that reach into a paragraph from outside."""

    gazetteer: Gazetteer
    before: tuple[str, ...] = ()  # of the last statement before this paragraph, in its section
    heading: tuple[str, ...] = ()  # of the nearest heading that names a place
    document: tuple[str, ...] = ()  # of the document


def areas(par: Paragraph, context: AreaContext) -> list[Area]:
    """The area of each quantity of ``par.mentions``, in the same order."""
    found: list[Area] = []
    for i, mention in enumerate(par.mentions):
        found.append(_area(par, i, mention, found, context))
    return found


def _area(par: Paragraph, i: int, mention: Mention, found: list[Area], context: AreaContext) -> Area:
    aligned = _respectively(par, i, mention, context.gazetteer)
    if aligned is not None:
        return _roles([aligned], "respectively")
    if _counts_provinces(par, mention):
        return Area((NATIONAL,), NATIONAL, rule="whole_country")
    clause = par.clause(mention.start)
    row = _row(par, i, clause.start, context)
    if row:
        return _roles(row, "row")
    sentence = par.sentences[par.sentence_at(mention.start)]
    here = _governing(par, clause.start, clause.end, mention, context)
    if here and _without_subject(par, clause.start) and _body_before(par, i, found, sentence.start):
        return Area(*_same(found[i - 1]), rule="carried")
    if here and all(w.kind == "organisation" for w in here) and not _subjects(par, here):
        topic = _outside(
            par, par.sentence_at(mention.start), mention, context
        )  # 在ISO立项: who did is said before
        return _roles([*here, *_named(topic)], "clause")
    if here:
        return _roles(here, "clause")
    if i > 0 and par.sentence_at(par.mentions[i - 1].start) == par.sentence_at(mention.start):
        between = _subjects(par, _governing(par, par.mentions[i - 1].end, clause.start, mention, context))
        if not between and found[i - 1].names and found[i - 1].rule != "whole_country":
            return Area(*_same(found[i - 1]), rule="carried")
    for start, end in _clauses_before(par, sentence.start, clause.start):
        earlier = _governing(par, start, end, mention, context)
        earlier = _subjects(par, earlier) if start > sentence.start else earlier
        earlier = [w for w in earlier if w.kind not in BODIES or _heads(par, w, start)]
        if earlier:
            return _roles(earlier, "sentence")
    later = [
        w
        for w in _governing(par, clause.end, min(sentence.end, clause.end + AHEAD), mention, context)
        if w.names != (NATIONAL,) and w.kind in ("group", "anaphor", "province")
    ]
    if later:
        return _roles(later[:1], "sentence_after")
    return _outside(par, par.sentence_at(mention.start), mention, context)


def _without_subject(par: Paragraph, start: int) -> bool:
    """The clause opens with a verb: its subject is that of the clause before."""
    first = next(
        (token for token in par.tokens if token.start >= start and token.flag not in ("c", "d", "TIME")), None
    )
    return first is not None and first.flag == "v"


def _body_before(par: Paragraph, i: int, found: list[Area], sentence_start: int) -> bool:
    return i > 0 and par.mentions[i - 1].start >= sentence_start and found[i - 1].body is not None


def _named(area: Area) -> list[AreaWord]:
    return [AreaWord(0, 0, area.names, "anaphor")] if area.names else []


def _outside(par: Paragraph, sentence: int, mention: Mention, context: AreaContext) -> Area:
    """Topic of the sentences before, of the paragraph before, of the heading, of the document."""
    for k in range(sentence - 1, -1, -1):
        span = par.sentences[k]
        earlier = _governing(par, span.start, span.end, mention, context)
        earlier = earlier if _opens(par, earlier, span.start) else _subjects(par, earlier)
        earlier = [w for w in earlier if w.kind not in BODIES or _heads(par, w, span.start)]
        if earlier and (not context.document or _heads(par, earlier[0], span.start)):
            return _roles(_topic(par, earlier), "paragraph")
    for names, rule in (
        (context.heading, "heading"), (context.document, "document"), (context.before, "section"),
    ):  # fmt: skip
        if names:
            return Area(names, names[0] if len(names) == 1 else None, rule=rule)
    return Area()


def _respectively(par: Paragraph, i: int, mention: Mention, gazetteer: Gazetteer) -> AreaWord | None:
    """北京、天津、河北分别有57、14和4项: the place at the number's place in the list."""
    members = [m for m in par.mentions if mention.list_id is not None and m.list_id == mention.list_id]
    if len(members) < 2:
        return None
    first = members[0]
    clause = par.clause(first.start)
    if RESPECTIVELY not in par.text[clause.start : first.start]:
        return None
    words = [a for a in par.areas_in(clause.start, first.start) if a.kind in (*GEOGRAPHIC, "anaphor")]
    rows: list[AreaWord] = []
    for word in words:
        for name in gazetteer.expand(word.names):
            if name not in [row.names[0] for row in rows]:
                rows.append(AreaWord(word.start, word.end, (name,), word.kind, word.mention))
    if len(rows) != len(members):
        return None
    return rows[members.index(mention)]


def _counts_provinces(par: Paragraph, mention: Mention) -> bool:
    """31个省（自治区、直辖市）: all of the country."""
    return mention.value in PROVINCES and bool(
        WHOLE_COUNTRY.match(par.text[mention.number_end : mention.end + 4].lstrip())
        or WHOLE_COUNTRY.match(par.text[mention.end : mention.end + 4])
    )


def _row(par: Paragraph, i: int, clause_start: int, context: AreaContext) -> list[AreaWord]:
    """Places between the number before and this one, within the clause: 北京市1873项、天津市989项."""
    if i == 0:
        return []
    start = max(clause_start, par.mentions[i - 1].end)
    if start >= par.mentions[i].start or par.mentions[i - 1].end <= clause_start:
        return []
    return _kept(par, par.areas_in(start, par.mentions[i].start), context)


def _governing(
    par: Paragraph, start: int, end: int, mention: Mention, context: AreaContext
) -> list[AreaWord]:
    """Places that a stretch of text is about: those before the number first, else those after it."""
    words = _kept(par, par.areas_in(start, end), context, subjects=True)
    if not words:
        return []
    subject = words[0]
    if (
        subject.kind == "body"
        and not _organ(subject)
        and not _verbal(par, subject)
        and _begins(par, subject.start, start)
    ):
        between = par.text[subject.end : words[1].start] if len(words) > 1 else ""
        joined = bool(re.match(r"[^，]{0,3}(?:在|与|和|同|向|对)", between))
        return [
            subject,
            *[w for w in words[1:] if joined and w.kind in GEOGRAPHIC and w.start < mention.start],
        ]
    places = [w for w in words if w.kind != "body" or _organ(w) or _listed_body(par, w)]
    first = [w for w in places if w.end <= mention.start]
    after = [w for w in places if w.start >= mention.end]
    chosen = first or after[:1]
    if first and after and _relation(par, mention, after[0]):
        chosen = [*first, after[0]]
    return chosen


def _kept(
    par: Paragraph, words: Sequence[AreaWord], context: AreaContext, *, subjects: bool = False
) -> list[AreaWord]:
    """Without places that only measure (比全国, 占全市), that rank (全国首个) or that are part of a noun (国内生产总值)."""
    kept = []
    for word in words:
        before, after = par.text[max(0, word.start - 6) : word.start], par.text[word.end : word.end + 12]
        if _quoted(par.text, word) or (
            word.kind == "body" and not _organ(word) and not _listed_body(par, word)
        ):
            if word.kind != "body" or not subjects:
                continue
        if _example(par, word):
            parent = _written_parent(par, word)
            if parent is None:
                continue
            word = replace(word, names=(parent,), kind="province")
        if BEFORE_SCOPE.search(before) or (word.names == (NATIONAL,) and AFTER_SCOPE.match(after)):
            continue
        if AFTER_SCOPE.match(after) and word.names in (("全球",), (NATIONAL,)):
            continue
        if _is_scope(par, word, context):
            continue
        if (
            word.kind in ("body", "organisation")
            and not _organ(word)
            and REPORTING.search(_clause_text(par, word))
        ):
            continue
        kept.append(word)
    return kept


def _is_scope(par: Paragraph, word: AreaWord, context: AreaContext) -> bool:
    """全国, 全球 in a document about a smaller place: a scope or an attribute unless the clause is about it."""
    if word.names not in ((NATIONAL,), ("全球",)) or context.document in ((), word.names):
        return False
    return not _heads(par, word, par.sentences[par.sentence_at(word.start)].start)


def _clause_text(par: Paragraph, word: AreaWord) -> str:
    """The clause from a body on, up to where its report begins."""
    return par.text[word.end : min(word.end + 14, par.clause(word.start).end)]


def _subjects(par: Paragraph, words: list[AreaWord]) -> list[AreaWord]:
    """Without places in prepositional phrases (主要分布在京津两地): they do not carry on to the next clause."""
    kept: list[AreaWord] = []
    dropped_end = -1
    for word in words:
        linked = dropped_end >= 0 and word.start - dropped_end <= 1
        if linked or OBLIQUE.search(par.text[max(0, word.start - 1) : word.start]):
            dropped_end = word.end
        else:
            kept.append(word)
    return kept


def _example(par: Paragraph, word: AreaWord) -> bool:
    """东城区、西城区等202个: units that stand for many others."""
    if word.kind not in ("county", "prefecture"):
        return False
    run = [a for a in par.areas if a.start >= word.start]
    end = word.end
    for other in run[1:]:
        if other.start - end == 1 and par.text[end] in "、和与及":
            end = other.end
        else:
            break
    return par.text.startswith("等", end)


def _written_parent(par: Paragraph, word: AreaWord) -> str | None:
    """河北 of 河北保定、廊坊等六市."""
    parent = word.mention.parent if word.mention is not None else None
    return parent if parent is not None and par.text.startswith(parent, word.start) else None


def _quoted(text: str, word: AreaWord) -> bool:
    """In a name in quotation marks: “全国团体标准领先者”; a short name that is the whole quotation stays."""
    opening = text.rfind("“", max(0, word.start - 30), word.start)
    closing = text.find("”", word.end, word.end + 30)
    if opening < 0 or closing < 0 or "”" in text[opening : word.start] or "“" in text[word.end : closing]:
        return False
    return closing - opening - 1 > word.end - word.start


def _relation(par: Paragraph, mention: Mention, after: AreaWord) -> bool:
    """393家企业在天津设立: a place right after the counted noun that the verb leads to."""
    between = par.text[mention.end : after.start]
    return len(between) <= 12 and bool(re.search(r"(?:在|与|和|向|同|对|到|落户|进驻)$", between))


def _verbal(par: Paragraph, word: AreaWord) -> bool:
    """提请市人大常委会: a verb at the head shows that the walk to the left of the name went too far."""
    if word.mention is not None and word.mention.known:
        return False
    tokens = tokenise(par.text[word.start : word.end], [])
    return bool(tokens) and tokens[0].flag[0] in "vdp"


def _begins(par: Paragraph, position: int, clause_start: int) -> bool:
    return len(par.text[clause_start:position].strip("，；：、 ")) <= 2


def _listed_body(par: Paragraph, word: AreaWord) -> bool:
    """A body that a table names; one that only its ending gives away counts as a subject alone."""
    return word.mention is not None and word.mention.known


def _organ(word: AreaWord) -> bool:
    return word.mention is not None and word.mention.organ


def _opens(par: Paragraph, words: list[AreaWord], sentence_start: int) -> bool:
    """在北京，…: a place that the sentence begins with is its setting."""
    return bool(words) and len(par.text[sentence_start : words[0].start].strip("，；：、 “")) <= 1


def _heads(par: Paragraph, word: AreaWord, sentence_start: int) -> bool:
    """The place is the subject or the setting of its sentence or clause: only times, 由于, 在 and the like before it."""
    start = max(sentence_start, par.clause(word.start).start)
    lead = [t for t in par.tokens if start <= t.start < word.start]
    return all(t.flag in ("TIME", "c", "d", "p", "PLACE", "PUNCT", "r", "m", "LATIN") for t in lead)


def _topic(par: Paragraph, words: list[AreaWord]) -> list[AreaWord]:
    """Of an earlier sentence: the first list of places, which is its subject."""
    run = [words[0]]
    for word in words[1:]:
        if len(par.text[run[-1].end : word.start]) > 1:
            break
        run.append(word)
    return run


def _clauses_before(par: Paragraph, start: int, end: int) -> list[tuple[int, int]]:
    """Clauses of a sentence between two positions, the nearest first."""
    out = []
    at = end
    while at > start:
        clause = par.clause(at - 1) if par.text[at - 1] not in "，；：" else None
        if clause is None:
            at -= 1
            continue
        out.append((max(clause.start, start), min(clause.end, end)))
        at = max(clause.start, start)
        if clause.start <= start:
            break
    return out


def _roles(words: list[AreaWord], rule: str) -> Area:
    """Names of the places, each once, and the parts that they play."""
    names: dict[str, None] = {}
    geographic: dict[str, None] = {}
    body: str | None = None
    for word in words:
        if word.kind == "body" and word.mention is not None:
            if word.mention.organ and word.mention.seat:
                names.setdefault(word.mention.seat)
                geographic.setdefault(word.mention.seat)
                continue
            body = body or word.names[0]
        elif word.kind in ("scheme", "organisation"):
            body = body or word.names[0]
        else:
            for name in word.names:
                geographic.setdefault(name)
        for name in word.names:
            names.setdefault(name)
    places = list(geographic)
    pair = len(places) == 2 and body is None
    return Area(
        tuple(names),
        ref_area=places[0] if places and (len(places) == 1 or pair) else None,
        counterpart=places[1] if pair else None,
        body=body,
        rule=rule,
    )


def _same(area: Area) -> tuple[tuple[str, ...], str | None, str | None, str | None]:
    return area.names, area.ref_area, area.counterpart, area.body
