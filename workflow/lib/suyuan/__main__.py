"""``python -m suyuan`` is the command line."""

import sys

from suyuan.cli import main

if __name__ == "__main__":
    sys.exit(main())
