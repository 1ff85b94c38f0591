"""Dealing paragraphs anew, the interval, and how often halves of one text get a verdict."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from suyuan.methods.information.chance import Interval, arrangements, deals, interval, verdict
from suyuan.methods.information.compare import compare_pair, compare_sets, condensed, generator, halves
from suyuan.methods.information.estimate import information


@given(st.lists(st.integers(1, 30), min_size=4, max_size=15), st.integers(2, 4), st.integers(0, 9))
def test_each_paragraph_falls_to_one_text_and_each_text_has_one(lengths, texts, seed):
    wanted = [sum(lengths) // texts] * texts
    dealt = deals(lengths, wanted, 50, np.random.default_rng(seed))
    assert dealt.shape == (50, len(lengths))
    assert all(set(row) == set(range(texts)) for row in dealt.tolist())


def test_texts_keep_their_lengths_as_nearly_as_paragraphs_allow():
    dealt = deals([10] * 8 + [1] * 20, [30, 70], 300, np.random.default_rng(1))
    lengths = np.where(dealt == 0, [10] * 8 + [1] * 20, 0).sum(axis=1)
    assert np.abs(lengths - 30).max() <= 5


@pytest.mark.parametrize(("paragraphs", "ways"), [([1, 1], 2), ([2, 3], 10), ([1, 2, 3], 60), ([4, 4], 70)])
def test_arrangements(paragraphs, ways):
    assert arrangements(paragraphs) == ways


def test_the_interval_leaves_out_the_share():
    by_chance = np.arange(1, 1000) / 1000  # 999 permutations
    found = interval(0.5, by_chance, 0.05)
    assert (found.low, found.middle, found.high) == (0.025, 0.5, 0.975)
    assert interval(0.0251, by_chance, 0.05).p == 2 * 26 / 1000
    assert interval(2.0, by_chance, 0.05).p == 2 / 1000
    with pytest.raises(ValueError, match="too few"):
        interval(0.5, by_chance[:10], 0.05)


@pytest.mark.parametrize(
    ("observed", "word"), [(0.1, "nearer"), (0.2, "none"), (0.3, "none"), (0.4, "none"), (0.5, "farther")]
)
def test_a_word_only_outside_the_interval(observed, word):
    assert verdict(observed, Interval(0.2, 0.3, 0.4, 0.5)) == word
    assert verdict(observed, None) == "cannot_tell"


@given(st.integers(0, 200))
@settings(max_examples=25)
def test_a_condensed_table_gives_the_same_information_however_it_is_dealt(seed):
    random = np.random.default_rng(seed)
    table = random.poisson(0.1, (9, 80)) + 0.0
    table[:, 0] += 1
    side = random.permutation(9) < 4
    small = condensed(table)
    assert small.shape[1] < 80
    before = information(table[side].sum(axis=0), table[~side].sum(axis=0))
    assert information(small[side].sum(axis=0), small[~side].sum(axis=0)) == pytest.approx(before, abs=1e-12)


def bunched(random, paragraphs, topics=12, words=240, length=40):
    """Counts of a text whose paragraphs are each about one of several topics: words come in bunches."""
    about = random.dirichlet(np.full(words, 0.05), topics)
    return (
        np.array([random.multinomial(length, about[random.integers(topics)]) for _ in range(paragraphs)])
        + 0.0
    )


def test_halves_of_one_text_get_a_verdict_in_about_5_of_100_and_dealing_terms_would_give_it_nearly_always():
    random = np.random.default_rng(11)
    texts = [bunched(random, 30) for _ in range(8)]
    trials = 50
    outside = sum(halves(text, trials, 0.05, random) for text in texts)
    # 400 halves: 20 expected, standard deviation 4.4
    assert 8 <= outside <= 34
    by_terms = 0
    for text in texts:
        a, b = text[:15].sum(axis=0), text[15:].sum(axis=0)
        drawn = random.multivariate_hypergeometric((a + b).astype(int), int(a.sum()), 199) + 0.0
        found = interval(float(information(a, b)), information(drawn, a + b - drawn), 0.05)
        by_terms += verdict(float(information(a, b)), found) == "farther"
    assert by_terms >= 7


def test_two_texts_with_known_overlap():
    random = np.random.default_rng(5)
    one, other = bunched(random, 24), bunched(random, 24)
    found = []
    for shared in (0, 8, 16, 24):  # paragraphs of the second text that stand in the first as well
        second = np.vstack([one[:shared], other[shared:]])
        found.append(compare_pair(one, second, 199, 0.05, np.random.default_rng(1)))
    bits = [done.information for done in found]
    assert bits == sorted(bits, reverse=True) and bits[-1] == 0
    words = [verdict(done.information, done.chance) for done in found]
    assert words[0] == "farther" and words[-1] == "nearer"


def test_too_few_paragraphs_to_permute():
    random = np.random.default_rng(5)
    done = compare_pair(bunched(random, 3), bunched(random, 3), 199, 0.05, random)
    assert done.chance is None and 0 < done.information <= 1


def test_a_set_whose_text_fits_one_of_the_other_set():
    random = np.random.default_rng(2)
    topics = random.dirichlet(np.full(200, 0.05), 4)
    first, second = (
        [np.array([random.multinomial(40, topic) for _ in range(5)]) + 0.0 for topic in topics]
        for _ in range(2)
    )
    cells = compare_sets(first, second, 399, 0.05, np.random.default_rng(1))
    words = [[verdict(cell.information, cell.chance) for cell in row] for row in cells]
    assert [words[i][i] for i in range(4)] == ["nearer"] * 4
    assert all(words[i][j] != "nearer" for i in range(4) for j in range(4) if i != j)


def test_random_numbers_depend_on_the_seed_and_the_names_alone():
    assert generator(0, "a", "b").random() == generator(0, "a", "b").random()
    assert len({generator(s, *n).random() for s, n in [(0, "ab"), (0, "ba"), (1, "ab")]}) == 3
