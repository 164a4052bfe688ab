"""Seeded choices without dice: the same words give the same pick everywhere. Pure."""

from hashlib import sha256


def pick(count: int, *words: object) -> int:
    """Return a number from 0 to `count` - 1 that only `words` decide."""
    text = "\x1f".join(str(word) for word in words)
    return int.from_bytes(sha256(text.encode()).digest()[:8], "big") % count
