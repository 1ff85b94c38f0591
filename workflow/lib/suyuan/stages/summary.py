"""Summary: every problem of the run in one table, what the run was made with, and the words at its end."""

from __future__ import annotations

import json
import platform
from collections import Counter
from collections.abc import Mapping, Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from suyuan import __version__
from suyuan.problems import problem_line, read_problems, sort_problems, write_problems
from suyuan.stages.correct import STAGE as CORRECT
from suyuan.stages.lines import read_rows

SHOWN = 10  # problems told at the end of a run; the table has all
PACKAGES = (
    "edtf", "jieba", "lxml", "matplotlib", "mplfonts", "pandas", "pdfplumber", "pydantic", "pypdfium2", "snakemake",
    "trafilatura",
)  # fmt: skip


def run(
    parts: Sequence[Path],
    counted: Mapping[str, Path],
    digests: Mapping[str, str],
    problems: Path,
    record: Path,
) -> None:
    """Merge the problems of all stages (``parts``) into ``problems`` and describe the run in ``record`` (run.json).

    ``counted``: files of JSON lines whose rows are counted, by name; ``digests``: the code of each stage. The record
    holds no time and no path, but versions, and is therefore not among the files that are compared.
    """
    found = sort_problems(problem for part in parts for problem in read_problems(part))
    write_problems(problems, found)
    severities = Counter(problem.severity for problem in found)
    content = {
        "suyuan": __version__,
        "python": platform.python_version(),
        "platform": f"{platform.system()} {platform.machine()}",
        "packages": {name: installed for name in PACKAGES if (installed := _version(name)) is not None},
        "code": dict(digests),
        "rows": {name: sum(1 for _ in read_rows(path)) for name, path in counted.items()},
        "problems": {severity: severities[severity] for severity in ("error", "warning", "note")},
    }
    record.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def refuse_lost_corrections(problems: Path, checked: Path) -> None:
    """Write ``checked``, or raise ValueError if a reviewer's correction could not be applied.

    It comes after everything else, so that the rest is built; but a judgement that got lost must not pass.
    """
    lost = [p for p in read_problems(problems) if p.stage == CORRECT and p.severity == "error"]
    if lost:
        lines = "\n".join(problem_line(problem) for problem in lost)
        raise ValueError(
            f"{_counted(len(lost), 'correction')} could not be applied; everything else is built\n{lines}"
        )
    checked.write_text("every correction of an edition that was read is applied\n", encoding="utf-8")


def closing_words(processed: Path, figures: Path) -> str:
    """What was made and what went wrong, for the end of a run; empty where nothing was made."""
    table, record = processed / "problems.csv", processed / "run.json"
    if not (table.is_file() and record.is_file()):
        return ""
    rows = json.loads(record.read_text(encoding="utf-8"))["rows"]
    lines = [
        f"Suyuan: {rows.get('facts', 0)} facts and {rows.get('observations', 0)} observations are in "
        f"{processed.as_posix()}/, figures in {figures.as_posix()}/."
    ]
    found = read_problems(table)
    if not found:
        lines.append("No problems.")
    else:
        severities = Counter(problem.severity for problem in found)
        counts = ", ".join(
            _counted(severities[name], name) for name in ("error", "warning", "note") if severities[name]
        )
        verb = "is" if len(found) == 1 else "are"
        lines.append(f"{_counted(len(found), 'problem')} ({counts}) {verb} in {table.as_posix()}:")
        lines += [f"  {problem_line(problem)}" for problem in found[:SHOWN]]
        if len(found) > SHOWN:
            lines.append(f"  … and {len(found) - SHOWN} more")
    return "\n".join(lines)


def _counted(number: int, name: str) -> str:
    return f"{number} {name}" if number == 1 else f"{number} {name}s"


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None
