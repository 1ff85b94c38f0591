"""What a list of rows is about: 从…来看, or the phrase before 分别为, 依次是."""

from __future__ import annotations

import re
from bisect import bisect_left

from suyuan.facts.left import collect_left
from suyuan.facts.once import once
from suyuan.facts.paragraph import Paragraph
from suyuan.facts.phrase import trimmed
from suyuan.facts.reading import Column, words_of
from suyuan.facts.tokens import Token
from suyuan.facts.words import Topic, column_words

ORDER_WORDS = "自高到低|由高到低|从高到低|从大到小|由大到小|自低到高|由低到高|从低到高"
ORDER = re.compile(f"(?:{ORDER_WORDS})$")
LONGEST_ORDER = 4  # characters of these words
ENDING = re.compile(rf"(?:{ORDER_WORDS}|排前[一二三四五六七八九十\d]+的|前[一二三四五六七八九十\d]+位?的?)$")
SORTED = re.compile(
    r"(?:[把将按]|依照|按照)(?P<what>[^，。；]{2,24}?)[由从自按](?:高|大|多|强|低|小|少|弱)[\u4e00-\u9fff]{0,2}[到往至](?:高|大|多|强|低|小|少|弱)"
)
SHORTEST = 3  # characters of a phrase that can be the topic of a list


def topic_of(par: Paragraph, index: int) -> Column | None:
    """Topic of the list that token ``index`` is in, from the words before it in its sentence, or None."""
    sentence = par.sentences[par.sentence_at(par.tokens[index].start)]
    first = min(index, par.first_token(sentence.start))
    return (
        _framed_topic(par, first, index)
        or _ordered_topic(par, first, index)
        or _listed_topic(par, first, index)
    )


@once
def _frames(par: Paragraph) -> tuple[Topic, ...]:
    """The pairs of words around a topic of which the paragraph holds both."""
    return tuple(f for f in column_words().topics if f.open in par.text and f.close in par.text)


def _framed_topic(par: Paragraph, first: int, index: int) -> Column | None:
    """从各部门牵头制定标准数量来看."""
    tokens = par.tokens
    for frame in _frames(par):
        close = par.last_word(frame.close, first + 1, index)
        if close is None:
            continue
        opening = par.last_word(frame.open, first, close)
        if opening is not None and opening + 1 < close:
            return _with_dimension(par, tokens[opening + 1 : close])
    return None


def _ordered_topic(par: Paragraph, first: int, index: int) -> Column | None:
    """把七个片区的标准使用需求|由高排到低，居首的是…: what the rows are put in order by."""
    start = par.tokens[first].start
    if not _speaks_of_order(par, start):
        return None
    match = SORTED.search(par.text, start, par.tokens[index].start)
    if match is None:
        return None
    tokens = [t for t in par.tokens[first:index] if match.start("what") <= t.start < match.end("what")]
    last = max((i for i, t in enumerate(tokens) if t.flag == "uj"), default=-1)
    owners = [t for t in tokens[:last] if t.flag not in ("QTY", "PLACE", "uj")] if last > 0 else []
    name = words_of(trimmed(par, tuple(tokens[last + 1 :])))
    return Column(name, name, "topic", dimension=words_of(tuple(owners)) or None) if name else None


def _with_dimension(par: Paragraph, tokens: tuple[Token, ...]) -> Column | None:
    """各|部门|牵头制定标准数量: the column, and the dimension that 各 names."""
    each = column_words().each
    dimension = None
    got = list(tokens)
    if len(got) > 2 and got[0].text in each:
        dimension = got[1].text
        got = got[2:]
    elif len(got[0].text) > 1 and got[0].text[0] in each:
        dimension = got.pop(0).text[1:]
    name = words_of(trimmed(par, tuple(got)))
    return Column(name, name, "topic", dimension=dimension) if name else None


def _listed_topic(par: Paragraph, first: int, index: int) -> Column | None:
    """销售额占全国销售总额的比重|分别为."""
    openers = _list_openers(par)
    for k in range(bisect_left(openers, index) - 1, -1, -1):
        if openers[k] <= first:
            break
        name = _listed_before(par, openers[k])
        if name:
            return Column(name, name, "topic")
    return None


@once
def _list_openers(par: Paragraph) -> list[int]:
    """Indices of the words that open a list; of two words (分别|为), that of the second."""
    openers, texts = frozenset(column_words().list_openers), [token.text for token in par.tokens]
    return [at for at in range(1, len(texts)) if texts[at] in openers or texts[at - 1] + texts[at] in openers]


@once
def _listed_before(par: Paragraph, at: int) -> str:
    """What the list is about that token ``at`` opens; "" if nothing worth a topic."""
    words = column_words()
    if par.tokens[at].text == "为" and par.text.startswith("以", par.clause(par.tokens[at].start).start):
        return ""  # 以取代率|为|变量
    pair = par.tokens[at - 1].text + par.tokens[at].text
    name = _phrase_before(par, at - 2 if pair in words.list_openers else at - 1)
    return name if len(name) >= SHORTEST and name not in words.no_topics else ""


@once
def _speaks_of_order(par: Paragraph, start: int) -> bool:
    """Whether the sentence around a position says at all what its rows are put in order by."""
    return SORTED.search(par.text, start, par.sentences[par.sentence_at(start)].end) is not None


def _phrase_before(par: Paragraph, at: int) -> str:
    phrase = collect_left(par, _before_order(par, at))
    if any(token.flag == "QTY" for token in phrase.tokens):
        return ""
    name = words_of(phrase.tokens)
    if phrase.first > 0 and par.tokens[phrase.first].text in column_words().share_verbs:
        part = words_of(collect_left(par, phrase.first - 1).tokens)
        name = f"{part}占{name.replace('的', '')}" if part else name
    return ENDING.sub("", name)


def _before_order(par: Paragraph, at: int) -> int:
    """Index left of 自高到低, 由大到小, if the order of a list stands before its opening word."""
    end = par.tokens[at].end if at >= 0 else 0
    match = ORDER.search(par.text, max(0, end - LONGEST_ORDER), end)
    if match is None:
        return at
    return next((i - 1 for i in range(at, -1, -1) if par.tokens[i].start <= match.start()), at)
