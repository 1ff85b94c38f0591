"""Method networks: places and the links between them, measured."""

from suyuan.methods.method import Method
from suyuan.methods.networks.declared import Networks
from suyuan.methods.networks.rows import CircleRow, EdgeRow, LevelRow, NodeRow
from suyuan.methods.networks.run import run

__all__ = ["METHOD", "CircleRow", "EdgeRow", "LevelRow", "Networks", "NodeRow"]

METHOD = Method(Networks, {"nodes": NodeRow, "edges": EdgeRow, "circles": CircleRow, "levels": LevelRow}, run)
