"""Method acts: one act told several times, or under two titles, as one with its mentions."""

from suyuan.methods.acts.run import Acts, JoinedActRow, run
from suyuan.methods.method import Method

__all__ = ["METHOD", "Acts", "JoinedActRow"]

METHOD = Method(Acts, {"joined": JoinedActRow}, run)
