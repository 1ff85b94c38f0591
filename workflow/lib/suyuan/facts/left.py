"""The noun phrase to the left of a number: (发布)团体标准|776项, 地均产值|分别为1.67亿元."""

from __future__ import annotations

from dataclasses import dataclass, field

from suyuan.facts.paragraph import Paragraph
from suyuan.facts.phrase import CLAUSE_MARKS, FILLERS, Phrase, nominal, trimmed
from suyuan.facts.predicates import skip_predicates
from suyuan.facts.tokens import Token
from suyuan.facts.words import column_words

OPENING = {"”": "“", "’": "‘", "」": "「", "）": "（", "]": "[", '"': '"'}
BRACKETS = frozenset("）]")
VERBS = 3  # at most in a row
AND = frozenset({"和", "与", "及", "以及", "或", "或者"})
WITH = frozenset({"与", "和", "同", "对", "及"})
PARTNERS = frozenset({"与", "同", "和", "向", "对"})
SUMMING = frozenset({"计", "共", "共计", "合计", "总计"})
KEPT_ADVERBS = frozenset({"最", "不", "未", "非", "新", "再"})
PARTICLES = frozenset({"ul", "ug", "uz", "ud", "y", "e", "o", "zg"})
BOUNDARIES = frozenset({"PUNCT", "PLACE", "TIME"})
WITHIN = ("内", "以内", "以上", "以下", "及以上", "及以下")
AGES = frozenset({"岁", "周岁", "级", "层"})


def left_phrase(par: Paragraph, index: int) -> Phrase:
    """Noun phrase that ends before the predicate left of token ``index``."""
    at, passed = skip_predicates(par, index)
    if at > 0 and par.tokens[at].text == "，" and SUMMING.intersection(passed):
        at -= 1  # 发布了基本公共服务标准，计20项
    phrase = collect_left(par, at)
    return Phrase(phrase.tokens, passed, phrase.first)


def verb_of_subject(par: Paragraph, phrase: Phrase) -> str:
    """有效问卷|共|收回2406份: a lone verb before the number, with its object at the head of the clause: 收回有效问卷; or ""."""
    at = phrase.first
    if len(phrase.tokens) != 1 or phrase.tokens[0].flag[0] != "v":
        return ""
    while at >= 0 and (par.tokens[at].flag in ("d", "TIME") or par.tokens[at].text in (*SUMMING, "到")):
        at -= 1
    if at < 0 or at == phrase.first or not _names_thing(par, par.tokens[at]):
        return ""
    noun = "".join(token.text for token in collect_left(par, at).tokens)
    verb = phrase.tokens[0].text
    return (noun + verb if verb in column_words().noun_verbs else verb + noun) if noun else ""


def _names_thing(par: Paragraph, token: Token) -> bool:
    """A noun, or a scheme such as 中欧班列; a place does nothing."""
    return token.flag[0] == "n" or (token.flag == "PLACE" and par.areas[token.ref].kind == "scheme")


def collect_left(par: Paragraph, at: int) -> Phrase:
    """Noun phrase that ends with token ``at``, walking left to its boundary.

    Boundaries: punctuation but 、 in a list, times, other quantities, prepositions, adverbs, and a governing verb
    (which still belongs to the phrase: 发布团体标准) unless a 的 to its right makes it a relative clause.
    """
    walk = _Walk(par, _before_setting(par, at))
    while walk.at >= 0 and walk.step():
        pass
    got = walk.got
    if walk.at >= 0 and par.tokens[walk.at].text in PARTNERS:
        got = _after_partners(got)
    return Phrase(trimmed(par, tuple(reversed(got))), first=walk.at)


@dataclass
class _Walk:
    """A walk to the left; ``got`` holds the words taken, the last one of the phrase first."""

    par: Paragraph
    at: int
    got: list[Token] = field(default_factory=list)
    relative: bool = False  # a 的 was passed: verbs belong to a relative clause

    def step(self) -> bool:
        """Take or pass over the token at hand; False at the boundary."""
        token = self.par.tokens[self.at]
        if token.flag == "PUNCT":
            return self._mark(token)
        if token.flag == "QTY":
            return self._quantity(token)
        if token.flag in ("p", "c"):
            return self._link(token)
        if token.flag in PARTICLES:
            return self._take() if token.text != "了" else self._pass()
        if token.flag == "uj":
            self.relative = self.relative or bool(self.got)
            return self._take() if self.got else self._pass()
        if self._ends(token):
            return False
        if token.flag == "v" and token.text not in column_words().noun_verbs:
            return self._verb(token)
        return self._take()

    def _take(self) -> bool:
        self.got.append(self.par.tokens[self.at])
        self.at -= 1
        return True

    def _pass(self) -> bool:
        self.at -= 1
        return True

    def _before(self) -> Token | None:
        return self.par.tokens[self.at - 1] if self.at > 0 else None

    def _after_nominal(self) -> bool:
        before = self._before()
        return before is not None and nominal(before)

    def _ends(self, token: Token) -> bool:
        words = column_words()
        if token.flag == "TIME" or token.text in words.pronouns or token.text in words.share_verbs:
            return True
        adverb = token.flag == "d" and token.text not in KEPT_ADVERBS and not self._modifies(token)
        return not self.relative and (adverb or token.text in words.phrase_breakers)

    def _bounds(self, token: Token) -> bool:
        return token.flag in BOUNDARIES or token.text == "其中"

    def _attributive(self, token: Token, before: Token | None) -> bool:
        """救助|流浪|乞讨人员, 特困人员|救助|供养|资金: a verb behind a verb describes the noun; the one before it governs."""
        words = column_words()
        if before is None or before.flag not in ("v", "vn") or before.end != token.start:
            return False
        kept = (
            before.text
            not in words.light_verbs | words.predicates | words.level_verbs | words.transparent_verbs
        )
        chain = sum(t.flag == "v" for t in self.got)
        return (
            kept
            and before.text not in words.share_verbs
            and before.text not in words.growth
            and chain < VERBS
        )

    def _modifies(self, token: Token) -> bool:
        """初次|就业率: an adverb of two characters right before a noun is part of its name."""
        words = column_words()
        noun = bool(self.got) and self.got[-1].flag == "n" and self.got[-1].start == token.end
        known = (
            token.text in words.growth_adverbs or token.text in words.phrase_breakers or token.text in FILLERS
        )
        return noun and len(token.text) > 1 and not known and token.text not in words.predicates

    def _mark(self, token: Token) -> bool:
        """Brackets are passed over, quotations taken whole, 、 taken in a list of nouns without numbers."""
        if token.text in OPENING:
            opening = _opening(self.par, self.at)
            if opening is not None:
                if token.text not in BRACKETS:
                    self.got.extend(reversed(self.par.tokens[opening + 1 : self.at]))
                self.at = opening - 1
                return True
        if token.text not in "、-/·—" or not self.got or not self._after_nominal():
            return False
        if token.text == "、" and _counted_before(self.par, self.at):
            return False
        return self._take()

    def _quantity(self, token: Token) -> bool:
        """A quantity that only narrows the noun: 60岁以上|老年人口, 市值超过200亿元|的企业."""
        if not self.got or self.got[-1].start != token.end:
            return False
        if self.got[-1].flag == "uj":
            self.relative = True
            return self._take()
        return self._take() if _narrows(self.par, token, self.got[-1]) else False

    def _link(self, token: Token) -> bool:
        if not self.got:
            return False
        if token.text == "所":  # 所|运货物的价值
            return self._pass()
        if token.flag == "c" and token.text in AND:
            return self._take()
        return self._take() if token.text in WITH and self._after_nominal() else False

    def _verb(self, token: Token) -> bool:
        """A governing verb ends the phrase; one right before the number (退租2006户) or in a list goes on."""
        words = column_words()
        if token.text in words.transparent_verbs and self.got and self._after_nominal():
            return self._pass()
        goes_on = not self.got or self.got[-1].flag == "c" or self.got[-1].text == "、"
        before = self._before()
        self._take()
        if goes_on and before is not None and before.flag == "uj":
            return True  # 死亡率|的|下降
        if not goes_on and (token.text in words.growth and self.got[-2].text in words.of_growth):
            return True  # 对工业|增长|贡献率
        if not goes_on and self._attributive(token, before):
            return True
        if self.relative or (goes_on and before is not None and nominal(before)):
            return True
        short_subject = self.at < 1 or self._bounds(self.par.tokens[self.at - 1])
        if before is not None and before.flag.startswith("n") and short_subject:
            self._take()
        return False


def _before_setting(par: Paragraph, at: int) -> int:
    """人口|在庞大的基数上|还将增加4%: index left of the 在 … 上 that stands between a noun and its verb, else ``at``."""
    if at < 1 or par.tokens[at].text not in ("上", "中", "下", "里", "内"):
        return at
    for i in range(at - 1, max(0, at - 10), -1):
        if par.tokens[i].text == "在" and par.tokens[i - 1].flag[0] in "nv":
            return i - 1
        if par.tokens[i].text in CLAUSE_MARKS or par.tokens[i].text == "、":
            break
    return at


def _after_partners(got: list[Token]) -> list[Token]:
    """与高校、科研机构|合作项目: the partners of 与 are a list of nouns; what follows its last one is the head."""
    last = next((i for i, token in enumerate(got) if token.text == "、"), None)
    if last is None:
        return got
    last = next((i for i, token in enumerate(got[:last]) if token.text in AND), last)
    return got[: last - 1] if last >= 2 else got


def _opening(par: Paragraph, at: int) -> int | None:
    """Index of the mark that opens the bracket or quotation that closes at ``at``, or None."""
    closing = par.tokens[at].text
    opening = OPENING[closing]
    depth = 0
    for i in range(at, max(-1, at - 60), -1):
        text = par.tokens[i].text
        if text in "。！？" and closing != "]":
            return None
        if text == closing and (closing != opening or i == at):
            depth += 1
        elif text == opening:
            depth -= 1
            if depth == 0:
                return i
    return None


def _counted_before(par: Paragraph, at: int) -> bool:
    """The member of the list before this 、 has a number of its own: 3条新线、新增里程30公里."""
    for i in range(at - 1, -1, -1):
        token = par.tokens[i]
        if token.flag == "QTY":
            return True
        if token.text in CLAUSE_MARKS or token.text == "、":
            return False
    return False


def _narrows(par: Paragraph, quantity: Token, follower: Token) -> bool:
    """60岁以上|老年人口, 50米|内换乘比例: the quantity is no count of what follows."""
    mention = par.mentions[quantity.ref]
    if follower.text.startswith(WITHIN):
        return True
    return mention.rank or mention.comparator in (">=", "<=") or (mention.unit or "") in AGES
