"""What people put right, laid over what was understood."""
