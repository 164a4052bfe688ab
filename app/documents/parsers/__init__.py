"""Read untrusted pages, PDF and Word documents; imported in the child process only."""
