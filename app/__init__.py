"""Prebrief: know before the meeting what you still know."""
