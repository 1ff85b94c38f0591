"""Sets of words and of expressions as one expression: the same matches as trying each in turn."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from suyuan.places.trie import WIDEST, by_first_character, longest_match, with_more_words

MANY = "".join(chr(ord("一") + i) for i in range(3 * WIDEST)) + "-]^.\\"  # more than are tried side by side


@given(st.lists(st.text(MANY, min_size=1, max_size=3), max_size=120), st.text(MANY, max_size=40))
def test_longest_word_at_each_position(words: list[str], text: str) -> None:
    plain = re.compile("|".join(map(re.escape, sorted(words, key=len, reverse=True))) if words else "(?!)")
    found = [match.span() for match in longest_match(words).finditer(text)]
    assert found == [match.span() for match in plain.finditer(text)]


REST = st.sampled_from(["", "年", "[二三]?", "(?:后|前)", "(?!天)", "年|月"])


@given(
    st.lists(st.tuples(st.sampled_from(MANY), REST), min_size=1, max_size=80),
    st.text(MANY + "年月后天", max_size=40),
)
def test_expressions_keep_their_order_behind_their_first_character(
    parts: list[tuple[str, str]], text: str
) -> None:
    expressions = [re.escape(first) + f"(?:{rest})" for first, rest in parts]
    found = [match.span() for match in re.finditer(by_first_character(expressions), text)]
    assert found == [match.span() for match in re.finditer("|".join(expressions), text)]


def test_no_word_is_nowhere() -> None:
    assert longest_match([]).search("一二三") is None


SHORT = st.lists(st.text("甲乙丙丁", min_size=1, max_size=4))


@given(SHORT, SHORT, st.text("甲乙丙丁。"))
def test_more_words_are_found_as_if_they_had_been_there(first: list[str], more: list[str], text: str) -> None:
    added = with_more_words(with_more_words(longest_match(first), more[:1]), more[1:])
    whole = longest_match([*first, *more])
    assert [m.span() for m in added.finditer(text)] == [m.span() for m in whole.finditer(text)]
    for at in range(len(text) + 1):
        one, other = added.match(text, at, len(text) - 1), whole.match(text, at, len(text) - 1)
        assert (one and one.span()) == (other and other.span())
        one, other = added.search(text, at), whole.search(text, at)
        assert (one and one.span()) == (other and other.span())
