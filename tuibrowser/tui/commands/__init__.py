"""Commands: what a person can ask for, by which keys, and where.

Each folder of screens states its own in a module ``commands``; ``tui/table.py`` joins them.
"""
