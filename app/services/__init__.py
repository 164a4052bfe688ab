"""The writes: verbs that take a session first and flush, never commit."""
