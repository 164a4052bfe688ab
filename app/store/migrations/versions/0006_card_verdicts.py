"""What people make of cards is kept, with what spoke for and against each card"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    with op.batch_alter_table("cards", schema=None) as batch_op:
        batch_op.add_column(sa.Column("features", sa.JSON(), nullable=True))
        batch_op.add_column(sa.Column("doubt", sa.Text(), nullable=True))
        # As text: for `sa.false()` SQLite's table would be made anew.
        batch_op.add_column(
            sa.Column("is_edited", sa.Boolean(), nullable=False, server_default="0")
        )

    op.create_table(
        "card_verdicts",
        sa.Column(
            "id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("team_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("card_id", sa.Integer(), nullable=False),
        sa.Column("judged_at", sa.DateTime(), nullable=False),
        sa.Column(
            "outcome",
            sa.Enum(
                "kept",
                "edited",
                "rejected",
                "suspended",
                "deleted",
                "returned",
                name="outcome",
                native_enum=False,
                create_constraint=True,
                length=16,
            ),
            nullable=False,
        ),
        sa.Column(
            "kind",
            sa.Enum(
                "qa",
                "cloze",
                "numeric",
                name="kind",
                native_enum=False,
                create_constraint=True,
                length=16,
            ),
            nullable=False,
        ),
        sa.Column("pattern", sa.Text(), nullable=False),
        sa.Column(
            "tier",
            sa.Enum(
                "default",
                "suggested",
                name="tier",
                native_enum=False,
                create_constraint=True,
                length=16,
            ),
            nullable=False,
        ),
        sa.Column("claim_text", sa.Text(), nullable=False),
        sa.Column("context", sa.Text(), nullable=True),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("features", sa.JSON(), nullable=True),
        sa.Column("written_with", sa.Text(), nullable=True),
        sa.Column("new_context", sa.Text(), nullable=True),
        sa.Column("new_question", sa.Text(), nullable=True),
        sa.Column("new_answer", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "(outcome = 'edited') = (new_question IS NOT NULL)"
            " AND (new_question IS NULL) = (new_answer IS NULL)"
            " AND (new_context IS NULL OR new_question IS NOT NULL)",
            name=op.f("ck_card_verdicts_new_words"),
        ),
        sa.ForeignKeyConstraint(
            ["card_id"],
            ["cards.id"],
            name=op.f("fk_card_verdicts_card_id_cards"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["people.id"],
            name=op.f("fk_card_verdicts_person_id_people"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["team_id"],
            ["teams.id"],
            name=op.f("fk_card_verdicts_team_id_teams"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_card_verdicts")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("card_verdicts", schema=None) as batch_op:
        for column in ("card_id", "person_id", "team_id"):
            batch_op.create_index(
                batch_op.f(f"ix_card_verdicts_{column}"), [column], unique=False
            )


def downgrade() -> None:
    """Take back."""
    with op.batch_alter_table("card_verdicts", schema=None) as batch_op:
        for column in ("team_id", "person_id", "card_id"):
            batch_op.drop_index(batch_op.f(f"ix_card_verdicts_{column}"))

    op.drop_table("card_verdicts")
    with op.batch_alter_table(
        "cards", schema=None, table_kwargs={"sqlite_autoincrement": True}
    ) as batch_op:
        batch_op.drop_column("is_edited")
        batch_op.drop_column("doubt")
        batch_op.drop_column("features")
