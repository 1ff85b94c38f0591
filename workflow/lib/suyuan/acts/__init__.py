"""Policy acts: who issued, signed, held or founded what, and when."""

from suyuan.acts.find import find_acts

__all__ = ["find_acts"]
