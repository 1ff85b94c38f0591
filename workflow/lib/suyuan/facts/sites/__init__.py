"""The place of a study as a whole: candidates (``places``, ``houses``, ``towns``, ``country``) with where they stand and what
stands around them (``lines``, ``evidence``), and which of them wins (``ranking``)."""
