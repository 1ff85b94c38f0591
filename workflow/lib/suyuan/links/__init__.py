"""Links: pairs of places tied by an agreement, cooperation, transfer, platform or branch."""

from suyuan.links.find import find_links

__all__ = ["find_links"]
