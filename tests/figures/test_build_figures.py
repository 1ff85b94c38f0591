"""Files of figures: index, sidecars, captions, and the same bytes for the same inputs."""

from __future__ import annotations

import hashlib
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from figure_layout import BOTH, declaration
from suyuan.figures import Names, SourceLabel, draw_figures, figure_files

CAPTION = {
    "zh": "{area}，{first}至{last}，{count}个点。",
    "en": "{measure} of {area}, {first} to {last}, {count} points.",
}


def declarations():
    return [
        declaration("time_series", "one", series=BOTH, caption=CAPTION, sizes=["double"]),
        declaration(
            "time_series",
            "missing",
            series=[{"measure": "never_stated", "ref_area": "京津冀"}],
            sizes=["double"],
        ),
        declaration("act_timeline", "acts", sizes=["single"]),
        declaration("coverage_matrix", "cover", sizes=["single", "double"], languages=["zh"]),
    ]


@pytest.fixture(scope="module")
def folder(built, names, tmp_path_factory):
    path = tmp_path_factory.mktemp("figures")
    problems = draw_figures(declarations(), built, names, path)
    return path, problems


def sidecar(folder, name):
    return json.loads((folder[0] / f"{name}.json").read_text(encoding="utf-8"))


def test_a_figure_that_cannot_be_drawn_is_a_problem_and_the_others_are_built(folder):
    path, problems = folder
    assert [problem.where for problem in problems] == ["figure missing, series 1"]
    assert not list(path.glob("missing*"))
    index = json.loads((path / "index.json").read_text(encoding="utf-8"))["figures"]
    assert [(entry["id"], entry["kind"], entry["sizes"]) for entry in index] == [
        ("one", "time_series", ["double"]),
        ("acts", "act_timeline", ["single"]),
        ("cover", "coverage_matrix", ["single", "double"]),
    ]
    assert [entry["languages"] for entry in index] == [["zh", "en"], ["zh", "en"], ["zh"]]
    named = {name for entry in index for name in entry["files"]}
    assert named | {"index.json"} == {file.name for file in path.iterdir()}
    assert [entry["marks"] for entry in index] == [11, 6, 13]


def test_names_of_files():
    one = declaration(sizes=["single"])
    assert figure_files(one, ["zh"]) == [
        "one.zh.single.svg", "one.zh.single.pdf", "one.zh.single.png", "one.zh.json", "one.zh.md",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("stem", "language", "size"),
    [("one", "zh", "double"), ("acts", "en", "single"), ("cover", "zh", "single"), ("cover", "zh", "double")],
)
def test_every_mark_of_the_sidecar_is_in_the_svg(folder, stem, language, size):
    entry = sidecar(folder, f"{stem}.{language}")
    svg = (folder[0] / entry["pictures"][size]["svg"]).read_text(encoding="utf-8")
    ids = re.findall(r'<g id="([^"]+)"', svg)
    assert len(ids) == len(set(ids))
    assert {mark["gid"] for mark in entry["marks"]} <= set(ids)


def test_marks_lead_to_observations_facts_and_locators(folder, built):
    entry = sidecar(folder, "one.zh")
    observations = {o.observation_id: o for o in built.observations}
    for mark in entry["marks"]:
        (observation_id,) = mark["observation_ids"]
        observation = observations[observation_id]
        assert [fact["fact_id"] for fact in mark["facts"]] == list(observation.fact_ids)
        assert [fact["chosen"] for fact in mark["facts"]] == [True, *[False] * (len(mark["facts"]) - 1)]
        assert mark["observations"][0]["comparator"] == observation.comparator
        for fact in mark["facts"]:
            assert fact["locator"] == built.facts_by_id[fact["fact_id"]].locator.model_dump(mode="json")
            assert fact["sentence"] and fact["surface"]
    by_time = {
        (mark["observations"][0]["ref_area"], mark["observations"][0]["time_period"]): mark
        for mark in entry["marks"]
    }
    assert by_time["京津冀", "2022-12"]["label"] == "75 项"
    assert by_time["长三角", "2022"]["label"] == "60–70 项"
    assert by_time["长三角", "2023"]["observations"][0]["obs_status"] == "conflicting"
    assert [left["time_period"] for left in entry["undated"]] == ["XXXX-11-28"]
    assert entry["built_from_digests"] == ["b", "c", "f", "s1"]


def test_marks_of_acts_lead_to_all_mentions(folder):
    entry = sidecar(folder, "acts.en")
    by_gid = {mark["gid"]: mark for mark in entry["marks"]}
    assert by_gid["act-2"]["act_ids"] == ["act-2", "act-1"]  # the finer date first
    assert by_gid["act-2"]["acts"][0]["sentence"] == "某地印发某文件。"
    assert by_gid["act-2"]["acts"][0]["locator"]["kind"] == "text"
    assert [act["act_id"] for act in entry["undated_acts"]] == ["act-4"]


def test_cells_lead_to_all_observations_of_the_year(folder, built):
    entry = sidecar(folder, "cover.zh")
    cell = next(m for m in entry["marks"] if m["drawn"] == {
        "measure_id": "standards", "areas": ["京津冀"], "year": 2024, "status": "stated",
    })  # fmt: skip
    times = [built.observations_by_id[i].time_period for i in cell["observation_ids"]]
    assert sorted(times) == ["2024-04", "2024-05-17", "2024-08-14"]
    assert len(cell["facts"]) == 3


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("one.zh", ("**题目**", "京津冀，2017年10月4日至2024年8月14日，11个点。", "空心标记", "据摘编绘制",
                    "证据等级：● 一手来源、■ 转载、▲ 镜像网页、◆ 仅见摘要", "并非原文（b；某某等（2023）；f；s1）",
                    "另有1个数值未注明年份", "某通讯社：《报道》", "一手来源（摘编）", "红圈", "| 60–70 项 |")),
        ("one.en", ("Built from digests", "standards of Jing-Jin-Ji, 4 October 2017 to 14 August 2024, 11 points.",
                    "first-hand", "| 60–70 |", "open ones")),
        ("acts.zh", ("另有1项所选文件未载明时间", "不同来源讲述的同一事项合为一行", "《某地标准化办法》印发", "`act-1`",
                     "据摘编绘制")),
        ("cover.zh", ("空格表示", "| 京津冀 | 2017、2018、2022、2024、年份未载 |")),
    ],
)  # fmt: skip
def test_captions(folder, name, words):
    text = (folder[0] / f"{name}.md").read_text(encoding="utf-8")
    for word in words:
        assert word in text, (word, text)


EVIL = "<script>alert(1)</script><b>A & B</b> |x| [y](javascript:z) `c` &lt;"


def test_a_caption_shows_what_sources_say_and_runs_none_of_it(built, tmp_path):
    evil = SourceLabel({"zh": EVIL, "en": EVIL}, {"zh": f"某：《{EVIL}》", "en": f"X: “{EVIL}”"})
    sources = {source: evil for source in "abcdefgh"}
    figures = [
        declaration("time_series", "one", series=BOTH, sizes=["double"], title={"zh": EVIL, "en": EVIL}),
        declaration("act_timeline", "acts", sizes=["single"]),
    ]
    draw_figures(figures, built, Names(sources=sources), tmp_path)
    texts = [path.read_text(encoding="utf-8") for path in sorted(tmp_path.glob("*.md"))]
    assert len(texts) == 4
    for text in texts:
        assert "alert(1)" in text and "&lt;script>" in text and "A &amp; B" in text and "&amp;lt;" in text
        assert "<" not in text and "](" not in text.replace("\\](", "")
        cells = {len(re.split(r"(?<!\\)\|", line)) for line in text.splitlines() if line.startswith("|")}
        assert len(cells) == 1, "a bar in a cell opens no further cell"


SCRIPT = """
import sys
from pathlib import Path
sys.path[:0] = [{here!r}, {lib!r}, {tests!r}]
from conftest import make_built, make_names
from test_build_figures import declarations
from suyuan.figures import draw_figures
draw_figures(declarations(), make_built(), make_names(), Path(sys.argv[1]), ["zh"])
"""


def test_two_processes_write_the_same_bytes(tmp_path):
    here = Path(__file__).parent
    lib = here.parents[1] / "workflow" / "lib"
    script = SCRIPT.format(lib=str(lib), tests=str(here.parent), here=str(here))
    running = []
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": f"UTC-{seed}", "LC_ALL": "C.UTF-8"}
        command = [sys.executable, "-c", script, str(tmp_path / seed)]
        running.append(subprocess.Popen(command, env=environment))
    assert [process.wait() for process in running] == [0, 0]
    digests = [
        {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in sorted((tmp_path / seed).iterdir())}
        for seed in ("1", "2")
    ]
    assert digests[0] == digests[1]
    assert len(digests[0]) == 3 + 2 + 3 + 2 + 6 + 2 + 1
