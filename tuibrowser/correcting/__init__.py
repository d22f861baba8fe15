"""What a person may put right: typed or chosen, settled in the library or beside it."""
