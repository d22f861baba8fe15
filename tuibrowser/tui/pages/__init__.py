"""Pages of reports, and the window on them: what the compare screen and the preview draw."""
