"""Memory: what a person is expected to recall, and when a card comes back. Pure."""
