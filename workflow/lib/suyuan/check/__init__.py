"""Check: everything that can be seen to be wrong with a project without reading a document.

- ``check_project(project, originals=None) -> list[Problem]``    what ``suyuan check`` tells
"""

from suyuan.check.project import check_project

__all__ = ["check_project"]
