"""What is measured, against a baseline in the same run. Not part of the installed program."""
