"""A digest of our own to paste, made from facts, and what must come of it."""

TITLE = "Shipping through Suez, one canal at a time"

#: Facts: Suez Canal Authority, UNCTAD and Reuters on 2023 and 2024.
DIGEST = f"""# {TITLE}

## Core Insights

Attacks in the Red Sea turned a short cut into a risk, so that carriers pay in days \
and fuel for what they used to pay in canal dues [1][3].

## Group 1: A Detour Becomes the Route

- Transits of the Suez Canal fell from 26,434 ships in 2023 to 13,213 ships in 2024 [1].
- The voyage around the Cape of Good Hope adds about 10 days between Shanghai and \
Rotterdam [2][3].

## Group 2: What Egypt Lost

- Revenue of the Suez Canal Authority fell by 61% in 2024 to $4.0 billion [1].
- Egypt's canal revenue had reached a record of $10.3 billion in 2023 [1].
"""
CLAIMS = 5  # the core insight is one
