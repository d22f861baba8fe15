"""What an official would write in the margin of a report: one module for each kind of remark."""
