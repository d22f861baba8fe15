"""更正: what was understood wrongly, put right from the screen."""
