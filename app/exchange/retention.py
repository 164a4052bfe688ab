"""The retention table as JSON and CSV: the same rows everywhere."""

from collections.abc import Iterable
from typing import Any

from app.domain.retention.measuring import Retention
from app.domain.retention.table import DEFINITION, RetentionRow
from app.exchange.cells import csv_text

_MS_PER_MINUTE = 60_000


def retention_json(rows: Iterable[RetentionRow]) -> dict[str, Any]:
    """Give the document of the command `retention` and of the API."""
    return {"rows": [_row(row) for row in rows], "definition": DEFINITION}


def retention_csv(rows: Iterable[RetentionRow]) -> str:
    """Give the same rows as CSV, young and mature in columns of their own."""
    flat = [_flat(_row(row)) for row in rows]
    header = list(flat[0]) if flat else ["id", "name"]
    return csv_text(header, [list(row.values()) for row in flat])


def _row(row: RetentionRow) -> dict[str, Any]:
    overall = _measured(row.measured.overall)
    return {
        "id": row.id,
        "name": row.name,
        "cards": row.stock.cards,
        "claims": row.stock.claims,
        "covered": row.stock.covered,
        **overall,
        "young": _measured(row.measured.young),
        "mature": _measured(row.measured.mature),
        "predicted": row.stock.predicted,
        "due": row.stock.due,
        "minutes": round(row.measured.duration_ms / _MS_PER_MINUTE, 1),
    }


def _measured(retention: Retention) -> dict[str, Any]:
    """Give a share with what it rests on; nothing is claimed where nothing was seen."""
    known = retention.total > 0
    return {
        "reviews": retention.total,
        "passed": retention.passed,
        "retention": retention.share,
        "low": retention.low if known else None,
        "high": retention.high if known else None,
    }


def _flat(row: dict[str, Any]) -> dict[str, Any]:
    flat: dict[str, Any] = {}
    for name, value in row.items():
        if isinstance(value, dict):
            flat |= {f"{name}_{part}": it for part, it in value.items()}
        else:
            flat[name] = value
    return flat
