"""The kinds of figures, a folder each; see ``suyuan.figures.kind``."""
