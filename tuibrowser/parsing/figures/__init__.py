"""Quantities of sentences and tables, and the indicators, roles and periods they are of."""
