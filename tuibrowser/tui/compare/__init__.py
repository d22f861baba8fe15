"""对照: reports side by side."""
