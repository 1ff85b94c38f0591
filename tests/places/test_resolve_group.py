"""What 三地, 两市, 全省 stand for."""

import pytest

from suyuan.places import Gazetteer, GroupContext, group_words, resolve_group


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.load()


@pytest.mark.parametrize(
    ("text", "word", "own", "expected"),
    [
        ("京津冀协同，三地共建", "三地", (), ("京津冀",)),
        ("北京市、天津市、河北省签约，三地共建", "三地", (), ("京津冀",)),
        ("苏州、无锡、常州签约，三市共建", "三市", (), ("苏州", "无锡", "常州")),
        ("川渝签约，两地共建", "两地", (), ("川渝",)),
        ("北京与河北签约，双方共建", "双方", (), ("京冀",)),
        ("四川先行。后来重庆跟进，两省市共建", "两省市", (), ("川渝",)),
        ("北京、天津、河北、山东，三地共建", "三地", (), ()),
        ("北京先行，三地共建", "三地", (), ()),
        ("北京先行，三地共建", "三地", ("京津冀",), ("京津冀",)),
        ("两地共建", "两地", ("京津冀",), ()),
        ("长三角一体化，各地共建", "各地", (), ("长三角",)),
        ("我国的标准", "我国", ("四川",), ("中国",)),
        ("全省的企业", "全省", ("四川",), ("四川",)),
        ("全市的企业", "全市", ("四川",), ()),
        ("全市的企业", "全市", ("重庆",), ("重庆",)),
        ("全市的企业", "全市", (), ()),
        ("没有这样的词", "没有", ("四川",), ()),
    ],
)
def test_nearest_antecedent_of_the_right_number(
    gazetteer: Gazetteer, text: str, word: str, own: tuple[str, ...], expected: tuple[str, ...]
) -> None:
    assert resolve_group(text, text.index(word), GroupContext(gazetteer, own)) == expected


def test_a_list_that_is_given_a_name_comes_before_a_nearer_group(gazetteer: Gazetteer) -> None:
    text = "苏州市、无锡市、常州市（简称“苏锡常”）响应京津冀的经验，三地共建"
    defined = gazetteer.with_definitions([text])
    assert resolve_group(text, text.index("三地"), GroupContext(defined)) == ("苏锡常",)


def test_paragraphs_before_are_looked_at_from_the_nearest(gazetteer: Gazetteer) -> None:
    context = GroupContext(gazetteer, (), ("广东、广西、海南联动。", "京津冀协同。"))
    assert resolve_group("三地共建", 0, context) == ("华南",)


@pytest.mark.parametrize(
    "text", ["三方面", "两地分居", "两区域", "全市性", "皖北两市", "鄂西北三市", "豫中两市", "其余两市"]
)
def test_words_that_only_look_like_places(text: str) -> None:
    assert list(group_words(text)) == []


def test_no_part_of_a_province_counts_two_named_before(gazetteer: Gazetteer) -> None:
    provinces = {name for name, place in gazetteer.places.items() if place.kind == "province"}
    parts = [
        name
        for name, place in gazetteer.places.items()
        if place.kind == "region"
        and place.parent in provinces
        and len(name) <= 3
        and name[-1] in "东西南北中"
    ]
    assert len(parts) > 50
    assert [name for name in parts if list(group_words(f"{name}两市"))] == []
