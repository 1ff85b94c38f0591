"""The noun phrase to the left of a number: (发布)团体标准|776项, 地均产值|分别为1.67亿元."""

from __future__ import annotations

from dataclasses import dataclass, field

from suyuan.facts.left_words import (
    AND,
    OPENING,
    after_partners,
    before_setting,
    counted_before,
    describes,
    each_before,
    is_setting,
    narrows,
    opening,
    other_form,
)
from suyuan.facts.paragraph import Paragraph
from suyuan.facts.phrase import FILLERS, Phrase, nominal, trimmed
from suyuan.facts.predicates import skip_predicates
from suyuan.facts.reading import is_duration, is_share
from suyuan.facts.starts import SUMMING, before_course, before_rows, is_start_of_change, names_thing
from suyuan.facts.tokens import SUFFIX_NOUNS, Token
from suyuan.facts.words import column_words

BRACKETS = frozenset("）]")
VERBS = 3  # at most in a row
WITH = frozenset({"与", "和", "同", "对", "及"})
PARTNERS = frozenset({"与", "同", "和", "向", "对"})
KEPT_ADVERBS = frozenset({"最", "不", "未", "非", "新", "再"})
EACH = "分别"
PARTICLES = frozenset({"ul", "ug", "uz", "ud", "y", "e", "o", "zg"})
BOUNDARIES = frozenset({"PUNCT", "PLACE", "TIME"})
LONGEST_SUBJECT = 12  # characters of the nouns before a verb


def left_phrase(par: Paragraph, index: int) -> Phrase:
    """Noun phrase that ends before the predicate left of token ``index``."""
    known = par.phrases_left.get(index)
    if known is None:
        known = par.phrases_left[index] = _left_phrase(par, index)
    return known


def _left_phrase(par: Paragraph, index: int) -> Phrase:
    at, passed = skip_predicates(par, index)
    if at > 0 and par.tokens[at].text == "，" and SUMMING.intersection(passed):
        at -= 1  # 发布了基本公共服务标准，计20项
    at = _left_of_sum(par, at, passed)
    phrase = collect_left(par, at)
    if is_start_of_change(par, phrase, passed):
        phrase = collect_left(par, phrase.first - 1)
    topic = before_rows(par, phrase, passed)
    if topic is not None:
        phrase = collect_left(par, topic)
    named = before_course(par, index, phrase)
    if named is not None:
        phrase = collect_left(par, named)
    return Phrase(phrase.tokens, passed, phrase.first)


def _left_of_sum(par: Paragraph, at: int, passed: tuple[str, ...]) -> int:
    """教育经费支出|五年累计(达)|8亿元: index left of a sum over a length of time, else ``at``."""
    summed = any(word.startswith("累计") for word in passed)
    lasting = at if summed else at - 1
    if lasting < 1 or not (summed or par.tokens[at].text == "累计"):
        return at
    length, before, words = par.tokens[lasting], par.tokens[lasting - 1], column_words()
    if length.flag != "QTY" or not is_duration(par.mentions[length.ref]):
        return at
    noun = (
        before.flag.startswith(("n", "vn"))
        or before.text in words.noun_verbs
        or before.text in words.money_heads
    )
    return lasting - 1 if noun else at


def verb_of_subject(par: Paragraph, phrase: Phrase) -> str:
    """有效问卷|共|收回2406份: a lone verb before the number, with its object at the head of the clause: 收回有效问卷; or ""."""
    at = phrase.first
    if len(phrase.tokens) != 1 or phrase.tokens[0].flag[0] != "v":
        return ""
    each = False
    while at >= 0 and (par.tokens[at].flag in ("d", "TIME") or par.tokens[at].text in (*SUMMING, "到")):
        each = each or par.tokens[at].text == EACH
        at -= 1
    if at < 0 or at == phrase.first or not names_thing(par, par.tokens[at]):
        return ""
    noun = "".join(token.text for token in collect_left(par, at).tokens)
    verb = phrase.tokens[0].text
    doing = each or verb in column_words().noun_verbs  # 两项补贴|分别|惠及1194万人和1503万人
    return "" if not noun else noun + verb if doing else verb + noun


def collect_left(par: Paragraph, at: int) -> Phrase:
    """Noun phrase that ends with token ``at``, walking left to its boundary.

    Boundaries: punctuation but 、 in a list, times, other quantities, prepositions, adverbs, and a governing verb
    (which still belongs to the phrase: 发布团体标准) unless a 的 to its right makes it a relative clause.
    """
    walk = _Walk(par, before_setting(par, at))
    while walk.at >= 0 and walk.step():
        pass
    got = walk.got
    if walk.at >= 0 and par.tokens[walk.at].text in PARTNERS:
        got = after_partners(got)
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
        if token.flag == "TIME" and self._dates_noun(token):
            return self._pass()
        if is_setting(self.par, self.at):
            return False  # 取代率30%|时|降幅3.6%
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
        if token.flag == "v" and token.text not in column_words().noun_verbs and not self._of_suffix(token):
            return self._verb(token)
        return self._take()

    def _dates_noun(self, token: Token) -> bool:
        """自评的|2024年度|项目: a time between the 的 of a clause and its noun."""
        before = self._before()
        return bool(self.got) and before is not None and before.flag == "uj" and before.end == token.start

    def _of_suffix(self, token: Token) -> bool:
        """建成|率, 报销|额: a verb before a suffix of one character is part of the noun."""
        suffix = self.got[-1] if self.got else None
        return suffix is not None and suffix.text in SUFFIX_NOUNS and suffix.start == token.end

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
            first = opening(self.par, self.at)
            if first is not None:
                if token.text not in BRACKETS:
                    self.got.extend(reversed(self.par.tokens[first + 1 : self.at]))
                elif other_form(self.par, first, self.at, self.got):
                    self.got.extend(reversed(self.par.tokens[first : self.at + 1]))
                self.at = first - 1
                return True
        if token.text not in "、-/·—" or not self.got or not self._after_nominal():
            return False
        return False if token.text == "、" and counted_before(self.par, self.at) else self._take()

    def _quantity(self, token: Token) -> bool:
        """A quantity that only narrows the noun: 60岁以上|老年人口, 市值超过200亿元|的企业."""
        if not self.got or self.got[-1].start != token.end:
            return False
        if self.got[-1].flag == "uj":
            if self._share_of_named(token) or len(self.par.run_of(token.ref)) > 1:
                return False  # 施磷量0、45、90 kg/hm2|的产量分别为
            self.relative = True
            return self._take()
        return self._take() if narrows(self.par, token, self.got[-1]) else False

    def _share_of_named(self, token: Token) -> bool:
        """以|38.2%|的容量占比|稳居首位: the share is the level of what follows, and does not narrow it."""
        named = self.got[0].text.endswith(tuple(column_words().share_heads_end))
        return named and is_share(self.par.mentions[token.ref])

    def _link(self, token: Token) -> bool:
        if not self.got:
            ratio = self._after_nominal() or self.par.text.endswith("之", 0, token.start)
            return self._take() if token.text == "比" and ratio else False  # 城乡收入|比|降至2.2
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
        if len(token.text) == 1 and before is not None and before.text == "）":
            return True  # 参（续）保|人数
        if goes_on and before is not None and before.flag == "uj":
            return True  # 死亡率|的|下降
        if before is not None and before.text in AND and self._pair_of_deeds():
            return True  # 赔款|和|给付
        if not goes_on and (token.text in words.growth and self.got[-2].text in words.of_growth):
            return True  # 对工业|增长|贡献率
        if not goes_on and self._attributive(token, before):
            return True
        if self.relative or (goes_on and before is not None and nominal(before)):
            return True
        for _ in range(self._nouns_before()):
            self._take()
        for _ in range(each_before(self.par, self.at, self.got[-1])):
            self._take()
        return False

    def _pair_of_deeds(self) -> bool:
        """The word before 和 is a noun or verb of as many characters as the one just taken."""
        other = self.par.tokens[self.at - 1] if self.at > 0 else None
        return other is not None and other.flag[0] in "nv" and len(other.text) == len(self.got[-1].text)

    def _in_list(self, at: int) -> bool:
        """A 、 between nouns that have no number of their own: 城中村|、|棚户区|改造|住房."""
        listed = self.par.tokens[at].text == "、" and at > 0 and describes(self.par.tokens[at - 1])
        return listed and not counted_before(self.par, at)

    def _nouns_before(self) -> int:
        """居民|门诊|报销|比例, 认知障碍|照护|床位: how many words before the verb are a short noun phrase that describes it or
        is its subject; 0 where they reach further left (的, 、, a preposition)."""
        words = column_words()
        at = self.at
        while at >= 0 and (describes(self.par.tokens[at]) or self._in_list(at)):
            at -= 1
        run = self.par.tokens[at + 1 : self.at + 1]
        text = "".join(token.text for token in run)
        if not run or not run[-1].flag.startswith(("n", "vn")):
            return 0
        edge = self.par.tokens[at] if at >= 0 else None
        if len(run) > 1 and (text.endswith(words.no_subjects) or len(text) > LONGEST_SUBJECT):
            return 0
        if edge is None or ((edge.flag in BOUNDARIES or edge.text == "其中") and edge.text not in "”’"):
            return len(run)
        governs = edge.flag == "v" and edge.text not in words.light_verbs | words.predicates
        return len(run) + governs if edge.flag == "v" and len(run) < self.at + 1 else 0
