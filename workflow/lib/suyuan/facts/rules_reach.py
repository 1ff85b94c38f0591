"""What a thing reaches, what a sum is for, what has a share inside a whole: 试点扩大到11个省份, 87%用于教育, 在总量中占9成."""

from __future__ import annotations

import re
from functools import cache

from suyuan.document import Span
from suyuan.facts.clauses import clauses_before, subject_of, tokens_in
from suyuan.facts.left import left_phrase
from suyuan.facts.paragraph import Paragraph
from suyuan.facts.phrase import trimmed
from suyuan.facts.preconditions import needs
from suyuan.facts.reading import BLANKS, Column, counted, empty, is_count, is_money, is_share, words_of
from suyuan.facts.right import right_phrase
from suyuan.facts.study_words import study_words
from suyuan.facts.words import column_words
from suyuan.language import any_of
from suyuan.quantities.mention import Mention

LONGEST_SUBJECT = 20
SHORTEST_SUBJECT = 4
WHOLE = re.compile(
    r"在(?P<whole>[^，。；：、在占]{2,12}?)(?:之?中|里)(?:只|仅|就|已|约|共|还)?占(?:到|了|据)?(?:约|近|超过?|不足|不到)?$"
)
PEOPLE = "人口"
FOR = re.compile(r"(?P<verb>用于|用来|用以|投向|支持)(?P<what>[^，。；：、（）\d]{2,14})(?=[，。；、])")
GIVERS = re.compile("(?:累计|共|合计)?(?:安排|投入|下达|拨付|拿出|筹集|列支)?(?:资金)?$")
GIVER = ("财政", "政府", "公司", "集团", "部", "局")
SET_DOWN = re.compile(
    r"(?:出台|制定|推出|实施|提出|发布|落实|印发|公布|谋划|部署)(?:了|实施)?(?P<of>[^，。；：《》“”、（）\d]{4,18})$"
)


@cache
def _reaching() -> re.Pattern[str]:
    words = study_words()
    covers, spreads = any_of(words.covering), any_of(words.spreading)
    return re.compile(rf"(?:(?P<covers>{covers})了?|(?P<spreads>{spreads})[到至])(?:全[国省市县区])?的?$")


@needs(table=lambda: (*study_words().covering, *study_words().spreading), of=["share", "count"])
def reaching(par: Paragraph, mention: Mention, index: int, before: Column | None) -> Column | None:
    """综合示范先后覆盖|1489个|县, 试点扩大到|11个|省份, 已扩大到全国|86%|的县: the thing, and what it reaches."""
    share = mention.unit == "%"
    if not (share or is_count(mention)) or mention.rank:
        return None
    clause = par.clause(mention.start)
    match = _reaching().search(par.text, clause.start, mention.start)
    following = right_phrase(par, index)
    if match is None or empty(following) or par.text.startswith("（", following.tokens[-1].end):
        return None
    subject = _subject(par, par.first_token(clause.start), par.first_token(match.start()))
    if not subject and (earlier := next(clauses_before(par, mention.start), None)) is not None:
        subject = _topic(par, earlier) if share else ""
    if not SHORTEST_SUBJECT <= len(subject) <= LONGEST_SUBJECT:
        return None
    noun = words_of(following.tokens)
    verb = match["covers"] or ("覆盖" if share else "")
    stem = subject + verb + noun
    return Column(counted(stem, mention), stem, "reaching", topic=subject, level=not share)


def _subject(par: Paragraph, first: int, end: int) -> str:
    """All words of the clause before its verb, adverbs and times at either end left out; "" if it holds more than a subject."""
    tokens = list(par.tokens[first:end])
    while tokens and (tokens[0].flag in ("TIME", "d", "c", "PLACE", "r") or tokens[0].flag == "t"):
        tokens.pop(0)
    while tokens and (
        tokens[-1].flag in ("TIME", "d", "t", "ul") or tokens[-1].text in column_words().predicates
    ):
        tokens.pop()
    if any(token.flag in ("QTY", "PUNCT", "p", "TIME") for token in tokens) or not tokens:
        return ""
    return words_of(trimmed(par, tuple(tokens))) if tokens[-1].flag[0] in "nvlL" else ""


def _topic(par: Paragraph, clause: Span) -> str:
    """合作医疗制度|不断完善: the subject of a clause, or the nouns at its head."""
    tokens = tokens_in(par, clause)
    end = next((i for i, token in enumerate(tokens) if token.flag[0] not in "nLj"), len(tokens))
    return subject_of(par, tokens) or words_of(tokens[:end])


def _measured(par: Paragraph, clause: Span) -> str:
    """其中|手机上网流量|达到1568亿GB: what the one number of a clause is of; "" where it has several or none."""
    numbers = [k for k in par.mentions_in(clause.start, clause.end) if k in par.token_of]
    return words_of(left_phrase(par, par.token_of[numbers[0]]).tokens) if len(numbers) == 1 else ""


@needs("占", of=["share"])
def share_inside(par: Paragraph, mention: Mention, index: int, before: Column | None) -> Column | None:
    """手机流量1568亿GB，在总流量中占|94.7%|: the part is the subject of this clause or of the one before."""
    if not is_share(mention):
        return None
    clause = par.clause(mention.start)
    match = WHOLE.search(par.text, clause.start, mention.start)
    if match is None:
        return None
    part = _subject(par, par.first_token(clause.start), par.first_token(match.start()))
    earlier = next(clauses_before(par, mention.start), None)
    if not part and earlier is not None:
        part = _measured(par, earlier) or _topic(par, earlier)
    part = part or (before.stem if before is not None and before.stem else "")
    if not part:
        return None
    whole = BLANKS.sub("", match["whole"])
    return Column(f"{part}占{whole}比重", part, "share_inside", level=False)


@needs("用于", "用来", "用以", "投向", "支持", of=["money", "share"])
def used_for(par: Paragraph, mention: Mention, index: int, before: Column | None) -> Column | None:
    """|87%|用于支持中西部, 财政累计安排|153亿元|支持产地保鲜: what the sum, or its share, is for."""
    match = FOR.match(par.text, mention.end)
    if match is None or not (is_money(mention) or mention.unit == "%"):
        return None
    purpose = BLANKS.sub("", match["verb"] + match["what"]).rstrip("的")
    phrase = left_phrase(par, index)
    if mention.unit == "%":
        if match["verb"] == "支持" or not empty(phrase) or before is None or not before.stem:
            return None
        return Column(f"{before.stem}{purpose}占比", before.stem, "used_for", level=False)
    giver = GIVERS.sub("", words_of(phrase.tokens))
    if giver and not giver.endswith(GIVER):
        return None
    name = f"{giver}{purpose}资金"
    return Column(name, name, "used_for")


@needs(PEOPLE)
def people_of(par: Paragraph, mention: Mention, index: int, before: Column | None) -> Column | None:
    """有|13亿人口|的国家: people are counted, not countries."""
    if not par.text.endswith(PEOPLE, mention.start, mention.end) or not par.text.startswith(
        "的", mention.end
    ):
        return None
    following = words_of(right_phrase(par, index).tokens)
    return Column(PEOPLE, PEOPLE, "people_of") if following.endswith(study_words().countries) else None


@needs(table=lambda: study_words().measures_taken, of=["count"])
def set_down(par: Paragraph, mention: Mention, index: int, before: Column | None) -> Column | None:
    """出台支持产业发展|20条|措施: what the measures so counted are for stands before their number."""
    if not is_count(mention):
        return None
    noun = words_of(right_phrase(par, index).tokens)
    if noun not in study_words().measures_taken:
        return None
    match = SET_DOWN.search(par.text, par.clause(mention.start).start, mention.start)
    if match is None:
        return None
    stem = BLANKS.sub("", match["of"]).strip("的") + noun
    return Column(counted(stem, mention), stem, "set_down")
