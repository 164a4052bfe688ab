"""Measure the hot paths side by side; `python -m bench` prints the table."""
