"""摘录: what was collected."""
