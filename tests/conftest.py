"""For all tests: what takes longest begins first, and no deadline for one example of hypothesis.

How long an example takes says something of the machine only.
"""

from pathlib import Path

import pytest
from hypothesis import settings

BUILDS = Path(__file__).parent / "workflow"

settings.register_profile("suyuan", deadline=None)
settings.load_profile("suyuan")


def pytest_configure(config: pytest.Config) -> None:
    """With several processes: files in the order that is made below, not by their numbers of tests."""
    if hasattr(config.option, "loadscopereorder"):
        config.option.loadscopereorder = False


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Whole builds first, so that no process is left alone with one at the end."""
    items.sort(key=lambda item: not item.path.is_relative_to(BUILDS))
