"""Readers of plain text and markdown: the text stays as it is, blocks mark its logical structure."""
