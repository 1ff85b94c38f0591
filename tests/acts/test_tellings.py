"""Tellings of one document that are of one act, and those that are not. The sentences are made up."""

import pytest

from suyuan.acts import find_acts
from suyuan.document import Block, Document, Span
from suyuan.flow import make_flows
from suyuan.places import Gazetteer
from suyuan.reconcile.acts import joined_acts


@pytest.fixture(scope="module")
def gazetteer():
    return Gazetteer.load()


def told(gazetteer, text):
    """Groups of verbs of the acts of a text."""
    document = Document(
        "s", "text", "s.txt", "0" * 64, "text", text, (Block("paragraph", (Span(0, len(text)),)),)
    )
    acts = find_acts(document, make_flows(document), gazetteer)
    return [[act.act for act in joined.mentions] for joined in joined_acts(acts)]


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        # other deeds on one document
        (
            "2015年，国务院修订《用水条例》。2015年，国务院施行《用水条例》，并于2015年废止《用水条例》。",
            [["修订"], ["施行"], ["废止"]],
        ),
        ("2015年，国务院颁布《用水条例》。2015年，国务院印发《用水条例》。", [["颁布", "印发"]]),
        ("2015年，国务院印发《用水条例》。2015年5月，国务院印发《用水条例》。", [["印发", "印发"]]),
        ("2015年，国务院印发《用水条例》。2016年，国务院印发《用水条例》。", [["印发"], ["印发"]]),
        (
            "2015年3月，国务院印发《用水条例》。2015年，国务院印发《用水条例》。2015年9月，国务院印发《用水条例》。",
            [["印发"], ["印发"], ["印发"]],  # which month the second means cannot be told
        ),
        ("2015年，国务院印发《用水条例》。2015年，河北省政府印发《用水条例》。", [["印发"], ["印发"]]),
        # other things done by one body in one year
        ("2015年，国务院召开全国经济会议。2015年，国务院召开全国教育会议。", [["召开"], ["召开"]]),
        ("2015年，国务院召开全国教育会议。2015年，国务院召开了全国教育会议。", [["召开", "召开"]]),
        ("2015年，国务院提出三项任务。2015年，国务院提出两项目标。", [["提出"], ["提出"]]),
        ("2015年，北京市成立标准化委员会。2015年，北京市成立应急协会。", [["成立"], ["成立"]]),
        ("2015年，北京与天津签署旅游协议。2015年，北京与天津签署交通协议。", [["签署"], ["签署"]]),
        # of one day a shorter name is enough
        ("2015年5月6日，国务院召开会议。2015年5月6日，国务院召开全国教育会议。", [["召开", "召开"]]),
        ("2015年5月，国务院召开会议。2015年5月，国务院召开全国教育会议。", [["召开"], ["召开"]]),
        (
            "2015年5月6日，国务院召开全国经济会议。2015年5月6日，国务院召开全国教育会议。",
            [["召开"], ["召开"]],
        ),
    ],
)
def test_tellings_of_one_act(gazetteer, text, acts):
    assert told(gazetteer, text) == acts


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("2014年，国务院提出“三点要求”，局面一新。", [["提出"]]),
        ("2014年，国务院提出三点要求，局面一新。", [["提出"]]),
        (
            "2014年，国务院提出“三点要求”，局面一新。2014年，国务院提出有关用水的“三点要求”之后，水价上涨。",
            [["提出", "提出"]],
        ),
        ("2014年，国务院提出“建立用水机制、成立用水联盟”的设想。", [["提出"]]),  # what was said, not done
        ("2014年，国务院要求各地节水。", [["要求"]]),
        ("2014年，北京与天津签署“甲乙共识”。", [["签署"]]),
    ],
)
def test_quoted_and_counted_words_are_no_acts_of_their_own(gazetteer, text, acts):
    assert told(gazetteer, text) == acts
