"""Speed and memory of the PDF reader beside pdfplumber, on the same files in the same run.

    python benchmarks/reading_speed.py FILE.pdf … [--rounds 3]

Each reader runs in a process of its own for every file and round, in turn (A B A B …), so that a drift of the machine meets
both alike. Printed for each file: pages, pages per CPU-second of each, their ratio (median over the rounds), and the
peak memory of each in MB. pdfplumber takes its characters and its text, which is what a reader without our order, blocks and
furniture would begin from.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from pathlib import Path
from statistics import median

MEASURE = """
import json, resource, sys, time
from pathlib import Path
path = Path(sys.argv[1])
begun = time.process_time()
{work}
used = time.process_time() - begun
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024  # kB on Linux
print(json.dumps({{"pages": pages, "cpu": used, "peak": peak}}))
"""
READERS = {
    "suyuan": """
from suyuan.reading import read_document
begun = time.process_time()
pages = len(read_document(path, source_id="benchmark", edition="original").pages)
""",
    "pdfplumber": """
import pdfplumber
begun = time.process_time()
pages = 0
with pdfplumber.open(path) as pdf:
    for page in pdf.pages:
        page.chars, page.extract_text()
        page.close()
        pages += 1
""",
}


def measure(reader: str, path: Path) -> dict[str, float]:
    """Pages, CPU-seconds (after the imports) and peak memory in MB of one reader on one file, in a fresh process."""
    script = MEASURE.format(work=READERS[reader].strip())
    result = subprocess.run(
        [sys.executable, "-c", script, str(path)], capture_output=True, text=True, check=True
    )
    found: dict[str, float] = json.loads(result.stdout)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    print(
        "| file | pages | suyuan pages/CPU-s | pdfplumber pages/CPU-s | ratio | suyuan MB | pdfplumber MB |"
    )
    print("|---|---|---|---|---|---|---|")
    for path in options.files:
        rounds = [{reader: measure(reader, path) for reader in READERS} for _ in range(options.rounds)]
        speed = {reader: median(r[reader]["pages"] / r[reader]["cpu"] for r in rounds) for reader in READERS}
        ratio = median(r["pdfplumber"]["cpu"] / r["suyuan"]["cpu"] for r in rounds)
        peak = {reader: max(r[reader]["peak"] for r in rounds) for reader in READERS}
        print(
            f"| {path.name} | {rounds[0]['suyuan']['pages']:.0f} | {speed['suyuan']:.1f} | {speed['pdfplumber']:.1f} "
            f"| {ratio:.2f} | {peak['suyuan']:.0f} | {peak['pdfplumber']:.0f} |",
            flush=True,
        )


if __name__ == "__main__":
    main()
