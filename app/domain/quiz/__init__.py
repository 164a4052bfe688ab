"""Quizzes: which questions to ask, how to judge and to score the answers. Pure."""
