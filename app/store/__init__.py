"""SQL: typed tables, reads, migrations and the one way to write."""
