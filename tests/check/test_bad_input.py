"""A hostile user: each fault gives one clear message with file, place and what to do, and nothing follows from it."""

import shutil
from pathlib import Path

import pytest

from suyuan.check import check_project
from suyuan.problems import problem_line

ROOT = Path(__file__).parents[2]
YAML = ("raw/sources.yaml", "raw/corrections.yaml", "config/config.yaml", "config/measures.yaml", "config/dimensions.yaml",
        "config/figures.yaml", "config/tables.yaml")  # fmt: skip
CSV = ("raw/collected.csv", "config/areas.csv", "config/measure_decisions.csv")


@pytest.fixture
def project(tmp_path):
    """A copy of this repository's config/ and raw/, to break."""
    ignored = shutil.ignore_patterns("originals", "__pycache__")
    for folder in ("config", "raw"):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=ignored)
    return tmp_path


def only_line(project):
    """The one message that the check gives."""
    found = [problem_line(problem) for problem in check_project(project)]
    assert len(found) == 1, found
    return found[0]


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def some_pairs(files, faults):
    """Every file with several faults and every fault in several files: all pairs are read by the same code and take a minute."""
    return [
        (file, fault) for i, file in enumerate(files) for j, fault in enumerate(faults) if (i + j) % 3 == 0
    ]


BROKEN = {
    "brackets": (b"a: [1, 2\nb: }\n", "line 2: expected"),
    "not UTF-8": ("京津冀: 标准".encode("gbk"), "not UTF-8 at byte 0"),
    "UTF-16": ("a: 1\n".encode("utf-16"), "not UTF-8 at byte 0"),
    "tab": (b"a:\n\tb: 1\n", "line 2: found character"),
    "code": (b"!!python/object/apply:os.system [ls]\n", "line 1: could not determine a constructor"),
    "same key": (b"a: 1\na: 2\n", "line 2: the key 'a' stands here twice"),
    "deep": (b"[" * 1000 + b"]" * 1000, "brackets or lists are nested too deeply"),
    "digits": (b"a: " + b"9" * 5000 + b"\n", "line 1: a number of 5000 digits"),
    "control character": (b"a: 1\0\n", "line 1: the character U+0000 is not allowed"),
}


@pytest.mark.parametrize(("file", "fault"), some_pairs(YAML, BROKEN))
def test_a_broken_yaml_file(project, file, fault):
    content, what = BROKEN[fault]
    (project / file).write_bytes(content)
    line = only_line(project)
    assert line.startswith(f"error: {file}: {what}")
    assert ". What to do: " in line


@pytest.mark.parametrize("file", [*YAML, *CSV])
def test_a_folder_in_the_place_of_a_file(project, file):
    (project / file).unlink()
    (project / file).mkdir()
    line = only_line(project)
    assert line.startswith(f"error: {file}: cannot be read: Is a directory")
    assert str(project) not in line


@pytest.mark.parametrize("file", [*YAML, *CSV])
def test_a_missing_file(project, file):
    (project / file).unlink()
    assert only_line(project).startswith(f"error: {file}: no such file. What to do: ")


@pytest.mark.parametrize("file", [*YAML, *CSV])
def test_a_byte_order_mark_and_windows_line_ends_do_no_harm(project, file):
    content = (project / file).read_bytes()
    (project / file).write_bytes(b"\xef\xbb\xbf" + content.replace(b"\n", b"\r\n"))
    assert check_project(project) == []


def without_header(text: str) -> str:
    return text.split("\n", 1)[1]


def with_column_twice(text: str) -> str:
    return "".join(f"{line},{line.split(',')[0]}\n" for line in text.splitlines())


SPOILT = {
    "empty": (lambda text: "", "is empty"),
    "semicolons": (
        lambda text: text.replace(";", "").replace(",", ";"),
        "line 1: the columns are separated by semicolons",
    ),
    "tabs": (lambda text: text.replace(",", "\t"), "line 1: the columns are separated by tabs"),
    "no header": (without_header, "line 1: the first line is no header line"),
    "capitals": (str.upper, "line 1: unknown column"),
    "column twice": (with_column_twice, "line 1: column"),
    "short row": (lambda text: text + "甲,乙\n", "the number of fields is 2"),
    "long row": (lambda text: text + "甲," * 30 + "乙\n", "the number of fields is 31"),
    "open quotation mark": (lambda text: text + '"甲,乙\n', "cannot be read as CSV"),
    "huge field": (lambda text: text + "甲" * 200_000 + "\n", "cannot be read as CSV"),
}


@pytest.mark.parametrize(("file", "fault"), some_pairs(CSV, SPOILT))
def test_a_spoilt_table(project, file, fault):
    spoil, what = SPOILT[fault]
    path = project / file
    path.write_text(spoil(path.read_text(encoding="utf-8")), encoding="utf-8")
    line = only_line(project)
    assert line.startswith(f"error: {file}: ")
    assert what in line
    assert ". What to do: " in line


@pytest.mark.parametrize("file", ["raw/collected.csv", "config/measure_decisions.csv"])
def test_what_a_spreadsheet_adds_does_no_harm(project, file):
    path = project / file
    lines = path.read_text(encoding="utf-8").splitlines()
    path.write_text("".join(f"{line},,\n" for line in lines) + ",,,,\n\n", encoding="utf-8")
    assert check_project(project) == []


S, R, M, D, F = (
    "raw/sources.yaml",
    "raw/collected.csv",
    "config/measures.yaml",
    "config/dimensions.yaml",
    "config/figures.yaml",
)
A, V, G = "config/areas.csv", "config/measure_decisions.csv", "config/config.yaml"
FAULTS = [
    (S, "published: 2023-11", "published: 2023-13", "card liu2023: dates.published: '2023-13' is no EDTF date"),
    (S, "published: 2023-11", "published: 2023-21", "Suyuan does not read this form of EDTF"),
    (S, "journal: 标准科学", "jurnal: 标准科学", "jurnal: unknown key; did you mean 'journal'?"),
    (S, "grade: repost", "grade: reposted", "card samr2024: grade: 'reposted' is not one of"),
    (G, "shards: 1", "1: 1", "1 is no key; keys are words"),
    (G, "config/measure_decisions.csv", "config/decisions.csv", "no such file"),
    (G, "raw/corrections.yaml", "raw/correction.yaml", "no such file"),
    (M, "areas: [通武廊]", "areas: [通武郎]", "unknown place '通武郎'. What to do: did you mean '通武廊'"),
    (M, "phrases: [统一命名编号的省级高速公路数量]", "phrases: ['']", "phrases[0]: is blank"),
    (D, "words: [交通一体化, ", "words: [冷链物流, ", "'冷链物流' says both 冷链物流 and 交通"),
    (D, "words: [交通一体化, ", "words: [2024, ", "2024 is no word; put it in quotes"),
    (F, "ref_area: 京津冀", "ref_area: 京津翼", "figure coordinated_local_standards, series 1: unknown place '京津翼'"),
    (F, "kind: time_series", "kind: timeseries", "did you mean 'time_series'?"),
    (F, "{first}", "{frist}", "{frist} is not filled in; did you mean 'first'?"),
    (A, "通州区;武清区;廊坊", "通州区;武请区;廊坊", "unknown place '武请区'"),
    (A, "正定,正定县,county,石家庄", "正定,正定县,county,石家装", "unknown place '石家装'. What to do: did you mean '石家庄'"),
    (A, "满城,满城区", "白沟,满城区", "too; the later row is used"),
    (V, ",samr2024,", ",samr2025,", "line 2: no source has the id 'samr2025'. What to do: did you mean 'samr2024'?"),
    (V, ",samr2024,digest,", ",samr2024,original,", "line 2: the source samr2024 has no edition original"),
    (V, "2026-11-21", "21/11/2026", "line 2: when: '21/11/2026' is no EDTF date"),
    (V, "领域=交通", "领城=交通", "line 2: breakdown: unknown dimension '领城'"),
    (R, ",2017-10-04,as_of", ",2017/10/4,as_of", "line 2, column time: '2017/10/4' is no EDTF date"),
    (R, ",2017-10-04,as_of", ",43012,as_of", "line 2, column time: '43012' is no EDTF date"),
    (R, ",380000000000,", ",3.8E+11,", "column value: '3.8E+11' is no plain number"),
    (R, ",9495000,", ',"9,495,000",', "column value: '9,495,000' is no plain number"),
    (R, ",9495000,", ",٣٤,", "column value: '٣٤' is no plain number"),
    (R, ",9495000,", f",{'9' * 5000},", "is no plain number"),
    (R, "collected-001", "1-Jan", "line 2, column id: '1-Jan' is no id"),
    (R, "collected-002,xinhua2017,新华社", "collected-002,xinhua2017,人民网", "where line 2 has '新华社' for the same source"),
    (R, "类别=北京市委办局", "类别=北京市委办局;类别=其他", "column breakdown: '类别' is given twice"),
    (R, "区域协同地方标准数量,京津冀,", "区域协同地方标准数量,京津翼,", "row collected-001: unknown place '京津翼'"),
]  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new", "what"), FAULTS, ids=[f"{f}: {w}" for f, _, _, w in FAULTS])
def test_one_fault_one_message(project, file, old, new, what):
    change(project / file, old, new)
    line = only_line(project)
    assert what in line
    assert ". What to do: " in line


def test_what_asks_for_a_faulty_measure_says_so_and_does_not_call_it_unknown(project):
    change(project / M, "kind: stock", "kind: stok")
    lines = [problem_line(problem) for problem in check_project(project)]
    told = [line for line in lines if "did you mean 'stock'?" in line]
    asking = [line for line in lines if line not in told]
    assert len(told) == 1
    assert {line.split(": ")[1] for line in asking} == {
        "config/figures.yaml", "config/measure_decisions.csv", "config/tables.yaml",
    }  # fmt: skip
    assert all(
        "the measure coordinated_local_standards is left out because of a mistake" in line for line in asking
    )


LINK = "What to do: put the file itself there"


@pytest.mark.parametrize(
    ("target", "what"),
    [
        ("outside.pdf", f"a link that leads out of the project. {LINK}; only raw/originals/"),
        ("nothing.pdf", f"a link that leads nowhere. {LINK}"),
        ("project/raw/digests/liu2023.pdf", f"a link that leads nowhere. {LINK}"),
    ],
)
def test_links_in_the_place_of_a_file(tmp_path, target, what):
    root = tmp_path / "project"
    for folder in ("config", "raw"):
        shutil.copytree(
            ROOT / folder, root / folder, ignore=shutil.ignore_patterns("originals", "__pycache__")
        )
    file = root / "raw/digests/liu2023.pdf"
    shutil.move(file, tmp_path / "outside.pdf")
    file.symlink_to(tmp_path / target)
    assert what in only_line(root)


def test_a_linked_folder_is_not_followed(project, tmp_path_factory):
    outside = tmp_path_factory.mktemp("outside")
    (outside / "a.txt").write_text("甲", encoding="utf-8")
    (project / "raw/more").symlink_to(outside)
    assert "raw/more: a link to a folder, which is not followed" in only_line(project)


def test_what_desktops_and_office_programs_leave_behind_needs_no_card(project):
    for name in ("~$liu2023.docx", "Thumbs.db", "desktop.ini", ".DS_Store"):
        (project / "raw/digests" / name).write_text("x", encoding="utf-8")
    assert check_project(project) == []
