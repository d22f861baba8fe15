"""What many reports say together: changes, same wording, figures as data, checks, coverage.

Everything here is a function of reports and of what a library answers. It shows what stands where;
the judgement stays with the official. No screen, no SQL, no width.
"""
