"""Title, signature and furniture of a report: who reports, from where, on which year."""
