"""SQLite never gives the id of a deleted row to another"""

import re

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_TABLES = (
    "teams",
    "people",
    "api_tokens",
    "documents",
    "articles",
    "revisions",
    "groups",
    "claims",
    "claim_changes",
    "cards",
    "quizzes",
    "quiz_questions",
)
_COUNTED = " PRIMARY KEY AUTOINCREMENT"
_KEY = r",\s*CONSTRAINT pk_{table} PRIMARY KEY \(id\)"


def upgrade() -> None:
    """Apply. PostgreSQL's sequences never go back."""
    for table in _tables():
        body = _body(table)
        counted = re.sub(
            r"\bid INTEGER NOT NULL",
            f"id INTEGER NOT NULL{_COUNTED}",
            body,
            count=1,
        )
        _make_anew(table, re.sub(_KEY.format(table=table), "", counted, count=1))


def downgrade() -> None:
    """Take back."""
    for table in _tables():
        body = _body(table)
        if _COUNTED not in body:
            continue
        plain = body.replace(_COUNTED, "", 1)
        end = plain.rindex(")")
        key = f", \n\tCONSTRAINT pk_{table} PRIMARY KEY (id)\n"
        _make_anew(table, plain[:end].rstrip() + key + plain[end:])


def _tables() -> tuple[str, ...]:
    return _TABLES if op.get_bind().dialect.name == "sqlite" else ()


def _body(table: str) -> str:
    """Give what stands between the table's name and the end of its definition."""
    definition: str = (
        op.get_bind()
        .execute(
            sa.text("SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = :t"),
            {"t": table},
        )
        .scalar_one()
    )
    return definition[definition.index("(") :]


def _make_anew(table: str, body: str) -> None:
    # By its own definition: what is reflected from SQLite loses constraints.
    connection = op.get_bind()
    indexes = (
        connection.execute(
            sa.text(
                "SELECT sql FROM sqlite_schema WHERE type = 'index'"
                " AND tbl_name = :t AND sql IS NOT NULL ORDER BY name"
            ),
            {"t": table},
        )
        .scalars()
        .all()
    )
    for statement in (
        f"CREATE TABLE _new_{table} {body}",
        f"INSERT INTO _new_{table} SELECT * FROM {table}",  # noqa: S608 - our own names
        f"DROP TABLE {table}",
        f"ALTER TABLE _new_{table} RENAME TO {table}",
        *indexes,
    ):
        connection.exec_driver_sql(statement)
