"""The register: precedence of editions, and a message for everything that can be wrong with raw/."""

import hashlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from suyuan.problems import problem_line
from suyuan.sources import Entry, Register, register, shards
from suyuan.sources.folder import is_companion
from suyuan.sources.hashes import hash_line, hash_report, main


def sha(content: str) -> str:
    return hashlib.sha256(content.encode()).hexdigest()


def card(id: str, *editions: str, **more: str) -> str:
    lines = [
        f"- id: {id}",
        f"  title: {{zh: {id}}}",
        "  publisher: 某报",
        "  dates: {published: 2024}",
        "  language: zh",
    ]
    lines += [f"  {key}: {value}" for key, value in more.items()]
    return "\n".join([*lines, "  editions:", *(f"    - {edition}" for edition in editions)]) + "\n"


def digest(file: str, content: str) -> str:
    return f"{{edition: digest, file: raw/digests/{file}, sha256: {sha(content)}, obtained: ours}}"


def copy(file: str, edition: str = "text", **more: str) -> str:
    extra = "".join(f", {key}: {value}" for key, value in more.items())
    return f"{{edition: {edition}, file: raw/originals/{file}, obtained: own copy{extra}}}"


@pytest.fixture
def project(tmp_path):
    """A project with the digest of one source."""
    root = tmp_path / "project"
    for folder in ("raw/digests", "raw/originals", "config"):
        (root / folder).mkdir(parents=True)
    (root / "raw/originals/.gitkeep").touch()
    (root / "raw/digests/a.txt").write_text("甲")
    (root / "raw/digests/README.md").write_text("about")
    (root / "raw/sources.yaml").write_text(
        card("a", copy("a.pdf", "original"), copy("a.txt"), digest("a.txt", "甲"))
    )
    return root


def lines(found: Register) -> list[str]:
    return [problem_line(problem) for problem in found.problems]


def best(found: Register) -> list[Entry]:
    """The first entry of each source: they are sorted by precedence."""
    return list({entry.source_id: entry for entry in reversed(found.entries)}.values())[::-1]


def chosen(found: Register) -> list[tuple[str, str, str]]:
    return [(entry.source_id, entry.edition, found.path(entry).name) for entry in best(found)]


def test_absent_originals_are_normal(project):
    found = register(project)
    assert chosen(found) == [("a", "digest", "a.txt")]
    assert not found.problems and all(entry.in_git for entry in found.entries)


def test_text_goes_before_digest_and_original_before_text(project):
    (project / "raw/originals/a.txt").write_text("原文")
    found = register(project)
    assert chosen(found) == [("a", "text", "a.txt")]
    assert [entry.edition for entry in found.entries] == ["text", "digest"]
    assert not found.entries[0].in_git and found.entries[0].sha256 == sha("原文")
    (project / "raw/originals/a.pdf").write_text("%PDF")
    assert [entry.edition for entry in register(project).entries] == ["original", "text", "digest"]
    assert chosen(register(project)) == [("a", "original", "a.pdf")]
    assert not register(project).problems


def test_originals_in_another_folder_are_found_by_name(project, tmp_path):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine/a.txt").write_text("原文")
    (tmp_path / "mine/other.txt").write_text("x")
    (tmp_path / "mine/SHA256SUMS").write_text("x")
    (project / "raw/originals/a.txt").write_text("not looked at")
    found = register(project, originals=tmp_path / "mine")
    assert [(entry.edition, found.path(entry)) for entry in best(found)] == [
        ("text", tmp_path / "mine/a.txt")
    ]
    assert lines(found) == [
        "note: raw/originals/other.txt: no card declares this file; it is not read. "
        "What to do: add a card with this file to raw/sources.yaml, or take the file away"
    ]


def test_register_is_the_same_text_wherever_it_lies_and_comes_back(project, tmp_path):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine/a.txt").write_text("原文")
    found = register(project, originals=tmp_path / "mine")
    text = found.to_json()
    assert str(tmp_path) not in text
    assert Register.from_json(text, project=project, originals=tmp_path / "mine") == found
    moved = tmp_path / "moved"
    project.rename(moved)
    assert register(moved, originals=tmp_path / "mine").to_json() == text


CARD_A = card("a", digest("a.txt", "甲"))
TODO_CARD = "What to do: correct the card; this source is not read until then"
BAD_CARDS = {
    "unknown key": (
        CARD_A + card("b", copy("b.txt"), titel="x"),
        ["error: raw/sources.yaml: line 13, card b: titel: unknown key; did you mean 'title'?. " + TODO_CARD],
        ["a"],
    ),
    "invalid date": (
        CARD_A + card("b", copy("b.txt")).replace("2024}", "2024-13}"),
        [
            "error: raw/sources.yaml: line 11, card b: dates.published: '2024-13' is no EDTF date; write it as "
            "2024-08-14, 2022-12, 2014/2016, 2018/.. or XXXX-05-16. " + TODO_CARD
        ],
        ["a"],
    ),
    "no id": (
        CARD_A
        + "- publisher: x\n  language: zh\n  title: {zh: b}\n  dates: {}\n  editions:\n    - "
        + copy("b.txt")
        + "\n",
        [
            "error: raw/sources.yaml: line 8, card [1]: id: missing: short name used in every table: small letters, "
            "digits, - and _, beginning with a letter. " + TODO_CARD
        ],
        ["a"],
    ),
    "duplicate id": (
        CARD_A + card("b", copy("b.txt")) + card("b", copy("c.txt")),
        [
            "error: raw/sources.yaml: line 8, card b: the id 'b' is used by 2 cards (lines 8, 15). "
            "What to do: give each card its own id; none of them is read until then"
        ],
        ["a"],
    ),
    "two cards for one file": (
        CARD_A + card("b", digest("a.txt", "甲"), copy("b.txt")),
        [
            "error: raw/sources.yaml: line 6, card a: raw/digests/a.txt stands in 2 cards (a, b; lines 1, 8). "
            "What to do: leave it in the card that it belongs to; it is not read until then"
        ],
        ["b"],
    ),
    "key twice": (
        "- id: a\n  id: b\n",
        [
            "error: raw/sources.yaml: line 2: the key 'id' stands here twice. "
            "What to do: correct the file; no source is read until then"
        ],
        [],
    ),
    "not YAML": (
        "- id: a\n  title: {zh: b\n",
        [
            "error: raw/sources.yaml: line 3: expected ',' or '}', but got '<stream end>'. "
            "What to do: correct the file; no source is read until then"
        ],
        [],
    ),
    "no list": (
        "sources: []\n",
        [
            "error: raw/sources.yaml: expected a list of cards, each beginning with '- id:'. "
            "What to do: see config/README.md, section Source cards; no source is read until then"
        ],
        [],
    ),
}


@pytest.mark.parametrize(("text", "expected", "read"), BAD_CARDS.values(), ids=BAD_CARDS)
def test_bad_cards_stop_their_own_source_only(project, text, expected, read):
    (project / "raw/sources.yaml").write_text(text)
    (project / "raw/originals/b.txt").write_text("乙")
    found = register(project)
    problems = [line for line in lines(found) if "no card declares" not in line]
    assert problems == expected
    assert [entry.source_id for entry in best(found)] == read


def test_empty_or_missing_cards(project):
    (project / "raw/digests/a.txt").unlink()
    (project / "raw/sources.yaml").write_text("# nothing yet\n")
    assert register(project).entries == () and not register(project).problems
    (project / "raw/sources.yaml").unlink()
    assert lines(register(project)) == [
        "error: raw/sources.yaml: no such file. What to do: correct the file; no source is read until then"
    ]


def test_missing_file_in_git(project):
    (project / "raw/digests/a.txt").unlink()
    found = register(project)
    assert lines(found) == [
        "error: raw/digests/a.txt: edition digest: the file is missing. "
        "What to do: put it back, or take the edition out of the card a in raw/sources.yaml"
    ]
    assert found.entries == () and found.problems[0].source_id == "a"


def test_wrong_hash_in_git_stops_the_edition(project):
    (project / "raw/digests/a.txt").write_text("乙")
    found = register(project)
    assert lines(found) == [
        "error: raw/digests/a.txt: edition digest: the file is not the one the card describes: "
        f"sha256 {sha('乙')}, card {sha('甲')}. What to do: bring the file back; if the change is meant, run "
        "python -m suyuan.sources.hashes raw/digests/a.txt and paste the line into raw/sources.yaml"
    ]
    assert found.entries == ()


def test_another_copy_than_the_card_describes_is_read_with_a_warning(project):
    (project / "raw/sources.yaml").write_text(CARD_A + card("b", copy("b.txt", sha256=sha("x"))))
    (project / "raw/originals/b.txt").write_text("乙")
    found = register(project)
    assert lines(found) == [
        "warning: raw/originals/b.txt: edition text: your copy is not the one the card describes: "
        f"sha256 {sha('乙')}, card {sha('x')}. What to do: it is read all the same; check that it is the same "
        "publication, or change sha256 in raw/sources.yaml"
    ]
    assert [entry.source_id for entry in best(found)] == ["a", "b"]


def test_a_folder_instead_of_a_file(project):
    (project / "raw/originals/a.txt").mkdir()
    found = register(project)
    assert lines(found) == [
        "error: raw/originals/a.txt: edition text: this is a folder, not a file. "
        "What to do: name a file in the card a in raw/sources.yaml"
    ]
    assert chosen(found) == [("a", "digest", "a.txt")]


def test_the_same_bytes_under_two_sources(project):
    (project / "raw/sources.yaml").write_text(CARD_A + card("b", copy("b.txt")))
    (project / "raw/originals/b.txt").write_text("甲")
    assert lines(register(project)) == [
        "warning: raw/originals/b.txt: edition text: the same bytes as digest of a (raw/digests/a.txt). "
        "What to do: keep one of the two editions in raw/sources.yaml, or every number in it counts twice"
    ]


@pytest.mark.parametrize(
    ("file", "todo"),
    [
        ("raw/digests/b.pdf", "add a card with this file to raw/sources.yaml, or take the file away"),
        ("raw/originals/b.md", "add a card with this file to raw/sources.yaml, or take the file away"),
        ("raw/b.html", "add a card with this file to raw/sources.yaml, or take the file away"),
        (
            "raw/originals/b.caj",
            "save it as PDF, HTML, DOCX, XLSX or TXT (.caj cannot be read) and add a card to raw/sources.yaml",
        ),
        (
            "raw/digests/b",
            "save it as PDF, HTML, DOCX, XLSX or TXT (no suffix cannot be read) and add a card to raw/sources.yaml",
        ),
    ],
)
def test_undeclared_files(project, file, todo):
    (project / file).write_text("x")
    assert lines(register(project)) == [
        f"error: {file}: no card declares this file; it is not read. What to do: {todo}"
    ]


def test_companions_and_tables_need_no_card(project):
    for file in (
        "raw/digests/a.typ",
        "raw/digests/build.py",
        "raw/README.md",
        "raw/collected.csv",
        "raw/corrections.yaml",
    ):
        (project / file).write_text("x")
    (project / "raw/digests/__pycache__").mkdir()
    (project / "raw/digests/__pycache__/build.pyc").write_text("x")
    assert not register(project).problems


def test_tables_under_other_names_need_no_card(project):
    (project / "raw/second.csv").write_text("x")
    assert not register(project, control=frozenset({"raw/second.csv"})).problems


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("README.md", True),
        (".gitkeep", True),
        ("readme.TXT", True),
        ("a.TYP", True),
        ("notes.md", False),
        ("README.pdf", False),
    ],
)
def test_companion_rule(tmp_path, name, expected):
    assert is_companion((tmp_path / name).relative_to(tmp_path)) is expected


def test_a_folder_of_originals_that_does_not_exist(project, tmp_path):
    found = register(project, originals=tmp_path / "nowhere")
    assert lines(found) == [
        "error: config/config.yaml: originals: there is no folder 'nowhere' with your own copies. What to do: "
        "correct the path after --config originals= or in config.yaml; without it the digests are read"
    ]
    assert chosen(found) == [("a", "digest", "a.txt")]


def of_hashes(hashes) -> Register:
    from pathlib import Path

    from suyuan.sources import Entry

    entries = tuple(
        Entry(source_id=f"s{i}", edition="text", file=f"{i}.txt", in_git=False, sha256=value)
        for i, value in enumerate(hashes)
    )
    return Register(Path(), Path(), {}, entries)


HASHES = st.lists(st.integers(0, 2**256 - 1).map(lambda n: f"{n:064x}"), max_size=12, unique=True)


@settings(max_examples=60)
@given(HASHES, st.integers(1, 9), st.integers(0, 2**256 - 1))
def test_a_new_document_changes_one_shard_only(hashes, count, new):
    before = [[entry.sha256 for entry in shard] for shard in shards(of_hashes(hashes), count)]
    after = [
        [entry.sha256 for entry in shard] for shard in shards(of_hashes([*hashes, f"{new:064x}"]), count)
    ]
    assert sum(len(shard) for shard in before) == len(hashes)
    assert sum(a != b for a, b in zip(before, after, strict=True)) == 1


def test_one_shard_by_default_and_never_none(project):
    found = register(project)
    assert shards(found) == [list(found.entries)]
    with pytest.raises(ValueError, match="shards must be at least 1, not 0"):
        shards(found, 0)


def test_hash_lines(project, capsys, monkeypatch):
    assert hash_line(project, "raw/digests/a.txt") == f"sha256: {sha('甲')}  # raw/digests/a.txt"
    assert hash_report(project) == [f"sha256: {sha('甲')}  # raw/digests/a.txt (as in the card)"]
    (project / "raw/digests/a.txt").write_text("乙")
    assert hash_report(project) == [f"sha256: {sha('乙')}  # raw/digests/a.txt (new)"]
    monkeypatch.chdir(project)
    assert main([]) == 0 and main(["raw/digests/a.txt"]) == 0
    assert main(["raw/none.txt"]) == 2
    assert (
        "raw/none.txt: No such file or directory; give the path from the project's root"
        in capsys.readouterr().err
    )
    (project / "raw/digests/a.txt").unlink()
    assert hash_report(project) == ["raw/digests/a.txt: no such file"]
