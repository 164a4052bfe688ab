"""Retention: what a person was measured to recall, and what they are expected to. Pure.

Three numbers are never merged: desired retention (a setting), retention (measured, in
`counting` and `measuring`) and retrievability (predicted, in `readiness`).
"""
