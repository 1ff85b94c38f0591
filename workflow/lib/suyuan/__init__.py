"""Suyuan (溯源): quantities, policy acts and place links of Chinese documents, each with the place it was read from."""

__version__ = "0.1.0"
