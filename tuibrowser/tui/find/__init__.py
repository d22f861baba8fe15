"""检索: hits in all reports."""
