"""Boxes of every character of PDFs, held against the page pictures and against pdfminer.

    python benchmarks/boxes.py FILE.pdf … [--pages N]

For each file: pages and printed characters measured; characters whose box leaves the page; those in whose box the drawn page
has no ink; the share that pdfminer has within 1 point; and the others by font. ``--pages`` takes N pages spread over
each file instead of all. Files that cannot be read are named.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:1] = [str(ROOT / "workflow" / "lib"), str(ROOT / "tests")]  # not this folder: its reading.py

from reading.box_laws import Boxes, check_boxes, sample  # noqa: E402
from suyuan.reading import ReadError, read_document  # noqa: E402


def measure(path: Path, pages: int | None) -> Boxes:
    """Boxes of one file. Raises ReadError."""
    document = read_document(path, source_id="benchmark", edition="original")
    count = len(document.pages)
    return check_boxes(document, path, sample(count, count if pages is None else pages))


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--pages", type=int)
    options = parser.parse_args()
    print("file | pages | characters | off the page | without ink | pdfminer within 1 pt | CPU-s")
    print("--- | --- | --- | --- | --- | --- | ---")
    exceptions: list[str] = []
    for path in options.files:
        begun = time.process_time()
        try:
            found = measure(path, options.pages)
        except ReadError as error:
            print(f"{path.name[:24]} | {error.what}")
            continue
        used = time.process_time() - begun
        print(
            f"{path.name[:24]} | {found.pages} | {found.chars} | {len(found.off_page)} | {len(found.no_ink)} | "
            f"{100 * found.share_near:.2f} % | {used:.1f}"
        )
        for (font, what), count in found.by_font.most_common():
            exceptions.append(f"{path.name[:24]} | {font} | {what} | {count}")
        for name, chars in (("off the page", found.off_page), ("no ink", found.no_ink)):
            if chars:
                pages = Counter(page for page, _ in chars)
                shown = "".join(char for _, char in chars[:30])
                exceptions.append(
                    f"{path.name[:24]} | {name} | pages {dict(pages.most_common(6))} | {shown!r}"
                )
    print("\nExceptions: file | font | what | characters")
    print("\n".join(exceptions))


if __name__ == "__main__":
    main()
