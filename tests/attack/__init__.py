"""Attempts to break the program: what it promises must hold whatever is done to it.

Each module tries one kind of harm. A trial is told by its kind, a seed and a number, and is the
same each time. ``test_attack.py`` tries a few of each kind; ``make attack`` goes on for minutes.
"""
