"""Audit: facts held against one another; so far two editions of one source (``suyuan.audit.editions``)."""
