"""Compare claims: near matches, revisions, cards that ask the same. Pure."""
