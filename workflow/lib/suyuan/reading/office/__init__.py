"""Readers of word-processor files and workbooks (Office Open XML)."""
