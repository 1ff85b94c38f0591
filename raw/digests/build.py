#!/usr/bin/env python3
"""Typeset the digests: every .typ file beside this script becomes a PDF of the same name.

    python raw/digests/build.py [NAME ...]        (NAME with or without .typ; default: all of them)

The only font is NotoSansCJKsc-Regular.otf (SIL Open Font License) from the mplfonts wheel; system fonts
are not read, so the same sources give the same bytes. Needs the packages typst and mplfonts.
"""

import argparse
import importlib.resources
import pathlib
import shutil
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
FONT = "NotoSansCJKsc-Regular.otf"


def sources(names: list[str]) -> list[pathlib.Path]:
    if not names:
        found = sorted(HERE.glob("*.typ"))
        if not found:
            sys.exit("build.py: no .typ file beside this script")
        return found
    paths = [HERE / f"{name.removesuffix('.typ')}.typ" for name in names]
    missing = [path.name for path in paths if not path.is_file()]
    if missing:
        sys.exit(f"build.py: no such digest: {', '.join(missing)}")
    return paths


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("names", nargs="*", metavar="NAME", help="digest to typeset (default: all)")
    paths = sources(parser.parse_args().names)
    try:
        import typst
    except ImportError:
        sys.exit("build.py: the package typst is missing (pip install typst)")
    try:
        font = importlib.resources.files("mplfonts") / "fonts" / FONT
    except ModuleNotFoundError:
        sys.exit("build.py: the package mplfonts is missing (pip install mplfonts)")
    if not font.is_file():
        sys.exit(f"build.py: mplfonts does not carry {FONT}")
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        with font.open("rb") as source, (pathlib.Path(folder) / FONT).open("wb") as copy:
            shutil.copyfileobj(
                source, copy
            )  # a folder with this font only, so that no other one can be picked
        for path in paths:
            target = path.with_suffix(".pdf")
            try:
                pdf = typst.compile(str(path), font_paths=[folder], ignore_system_fonts=True)
            except Exception as error:  # noqa: BLE001 - typst reports faults of the source as RuntimeError or its own class
                print(f"build.py: {path.name}: {error}", file=sys.stderr)
                failed += 1
                continue
            target.write_bytes(pdf)
            print(f"{target.name}: {len(pdf)} bytes")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
