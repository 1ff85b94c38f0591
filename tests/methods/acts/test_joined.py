"""Acts of the corpus, each once."""

from dataclasses import replace

from method_texts import corpus, document
from suyuan.methods.acts import METHOD
from suyuan.reconcile.acts import with_mentions
from suyuan.records import Act, TextLocator

HERE = TextLocator(start=0, end=4, context_hash="0" * 12)


def act(name, source, title, date, actors=("甲",)):
    return Act(
        act_id=name, source_id=source, edition="text", locator=HERE, start=0, end=4, sentence="。", date=date, title=title,
        act="签署", actors=actors, method="act_sign",
    )  # fmt: skip


ACTS = [
    act("x", "a", "两市高质量发展合作框架协议", "2014", ("甲",)),
    act("y", "b", "两市质量发展合作框架协议", "2014-09"),
    act("z", "a", None, "1998"),
    act("w", "a", "没有日期的协议", None),
]


def rows(acts=tuple(ACTS), **given):
    declared = METHOD.declaration.model_validate({"id": "j", "kind": "acts", "title": {"zh": "题"}} | given)
    result = METHOD.run(declared, replace(corpus(document("a", ["甲乙丙丁。"])), acts=with_mentions(acts)))
    return result.tables["joined"], {item.evidence_id: item for item in result.evidence}


def test_in_the_order_of_time_with_what_differs():
    found, evidence = rows()
    assert [row.act_ids for row in found] == [("z",), ("y", "x"), ("w",)]
    joined = found[1]
    assert (joined.date, joined.title, joined.mentions) == ("2014-09", "两市质量发展合作框架协议", 2)
    assert joined.disagreements == ("title", "date")
    assert joined.titles == ("两市质量发展合作框架协议", "两市高质量发展合作框架协议")
    assert (joined.actors, joined.sources) == (("甲",), ("b", "a"))
    assert [evidence[i].record_id for i in joined.evidence_ids] == ["y", "x"]


def test_only_titled():
    assert [row.act_ids for row in rows(titled=True)[0]] == [("y", "x"), ("w",)]


def test_identity_does_not_depend_on_order():
    ids = {row.joined_id for row in rows()[0]}
    assert {row.joined_id for row in rows(ACTS[::-1])[0]} == ids
