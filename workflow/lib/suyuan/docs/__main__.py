"""``python -m suyuan.docs [PROJECT] [--write]``: see suyuan.docs.write."""

import sys

from suyuan.docs.write import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
