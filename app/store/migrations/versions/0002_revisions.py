"""revisions"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "revisions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("team_id", sa.Integer(), nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("fingerprint", sa.Text(), nullable=False),
        sa.Column("imported_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article_id"],
            ["articles.id"],
            name=op.f("fk_revisions_article_id_articles"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["document_id"],
            ["documents.id"],
            name=op.f("fk_revisions_document_id_documents"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["team_id"],
            ["teams.id"],
            name=op.f("fk_revisions_team_id_teams"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_revisions")),
        sa.UniqueConstraint(
            "article_id", "number", name=op.f("uq_revisions_article_id_number")
        ),
    )
    with op.batch_alter_table("revisions", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_revisions_document_id"), ["document_id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_revisions_team_id"), ["team_id"], unique=False
        )

    op.create_table(
        "claim_changes",
        sa.Column(
            "id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("team_id", sa.Integer(), nullable=False),
        sa.Column("revision_id", sa.Integer(), nullable=False),
        sa.Column("claim_id", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "same",
                "reworded",
                "facts changed",
                "new",
                "gone",
                name="changekind",
                native_enum=False,
                create_constraint=True,
                length=16,
            ),
            nullable=False,
        ),
        sa.Column("text_before", sa.Text(), nullable=True),
        sa.Column("text_after", sa.Text(), nullable=True),
        sa.Column("what", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["claim_id"],
            ["claims.id"],
            name=op.f("fk_claim_changes_claim_id_claims"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["revision_id"],
            ["revisions.id"],
            name=op.f("fk_claim_changes_revision_id_revisions"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["team_id"],
            ["teams.id"],
            name=op.f("fk_claim_changes_team_id_teams"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_claim_changes")),
    )
    with op.batch_alter_table("claim_changes", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_claim_changes_claim_id"), ["claim_id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_claim_changes_revision_id"), ["revision_id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_claim_changes_team_id"), ["team_id"], unique=False
        )

    op.create_table(
        "claim_matches",
        sa.Column("claim_id", sa.Integer(), nullable=False),
        sa.Column("other_claim_id", sa.Integer(), nullable=False),
        sa.Column("team_id", sa.Integer(), nullable=False),
        sa.Column("conflict", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["claim_id"],
            ["claims.id"],
            name=op.f("fk_claim_matches_claim_id_claims"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["other_claim_id"],
            ["claims.id"],
            name=op.f("fk_claim_matches_other_claim_id_claims"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["team_id"],
            ["teams.id"],
            name=op.f("fk_claim_matches_team_id_teams"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint(
            "claim_id", "other_claim_id", name=op.f("pk_claim_matches")
        ),
    )
    with op.batch_alter_table("claim_matches", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_claim_matches_other_claim_id"),
            ["other_claim_id"],
            unique=False,
        )
        batch_op.create_index(
            batch_op.f("ix_claim_matches_team_id"), ["team_id"], unique=False
        )

    op.create_table(
        "card_matches",
        sa.Column("card_id", sa.Integer(), nullable=False),
        sa.Column("other_card_id", sa.Integer(), nullable=False),
        sa.Column("team_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["card_id"],
            ["cards.id"],
            name=op.f("fk_card_matches_card_id_cards"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["other_card_id"],
            ["cards.id"],
            name=op.f("fk_card_matches_other_card_id_cards"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["team_id"],
            ["teams.id"],
            name=op.f("fk_card_matches_team_id_teams"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint(
            "card_id", "other_card_id", name=op.f("pk_card_matches")
        ),
    )
    with op.batch_alter_table("card_matches", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_card_matches_other_card_id"), ["other_card_id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_card_matches_team_id"), ["team_id"], unique=False
        )

    op.create_table(
        "relearns",
        sa.Column(
            "seq", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("card_id", sa.Integer(), nullable=False),
        sa.Column("due_at", sa.DateTime(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["card_id"],
            ["cards.id"],
            name=op.f("fk_relearns_card_id_cards"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["people.id"],
            name=op.f("fk_relearns_person_id_people"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_relearns")),
    )
    with op.batch_alter_table("relearns", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_relearns_card_id"), ["card_id"], unique=False
        )
        batch_op.create_index(
            "ix_relearns_person_id_card_id",
            ["person_id", "card_id", "due_at"],
            unique=False,
        )

    with op.batch_alter_table("articles", schema=None) as batch_op:
        batch_op.add_column(sa.Column("url", sa.Text(), nullable=True))
        batch_op.add_column(
            sa.Column("revision", sa.Integer(), nullable=False, server_default="1")
        )
        batch_op.create_index(
            "ix_articles_team_id_url", ["team_id", "url"], unique=False
        )

    with op.batch_alter_table("claims", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("standing", sa.String(16), nullable=False, server_default="taken")
        )
        batch_op.create_check_constraint(
            "standing", "standing IN ('taken', 'offered', 'rejected', 'gone')"
        )
        batch_op.add_column(sa.Column("doubt", sa.Text(), nullable=True))
        batch_op.add_column(
            sa.Column(
                "is_edited", sa.Boolean(), nullable=False, server_default=sa.false()
            )
        )

    with op.batch_alter_table("documents", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("kind", sa.String(16), nullable=False, server_default="text")
        )
        batch_op.create_check_constraint(
            "documentkind", "kind IN ('text', 'markdown', 'html', 'pdf', 'docx')"
        )
        batch_op.add_column(sa.Column("url", sa.Text(), nullable=True))

    with op.batch_alter_table("jobs", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("kind", sa.String(16), nullable=False, server_default="cards")
        )
        batch_op.create_check_constraint("jobkind", "kind IN ('cards', 'reading')")
        batch_op.add_column(sa.Column("document_id", sa.Integer(), nullable=True))
        batch_op.alter_column("article_id", existing_type=sa.INTEGER(), nullable=True)
        batch_op.create_index(
            batch_op.f("ix_jobs_document_id"), ["document_id"], unique=False
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_jobs_document_id_documents"),
            "documents",
            ["document_id"],
            ["id"],
            ondelete="CASCADE",
        )


def downgrade() -> None:
    """Take back."""
    op.execute("DELETE FROM jobs WHERE article_id IS NULL")
    with op.batch_alter_table("jobs", schema=None) as batch_op:
        batch_op.drop_constraint(
            batch_op.f("fk_jobs_document_id_documents"), type_="foreignkey"
        )
        batch_op.drop_index(batch_op.f("ix_jobs_document_id"))
        batch_op.alter_column("article_id", existing_type=sa.INTEGER(), nullable=False)
        batch_op.drop_column("document_id")
        batch_op.drop_constraint("jobkind", type_="check")
        batch_op.drop_column("kind")

    with op.batch_alter_table("documents", schema=None) as batch_op:
        batch_op.drop_column("url")
        batch_op.drop_constraint("documentkind", type_="check")
        batch_op.drop_column("kind")

    with op.batch_alter_table("claims", schema=None) as batch_op:
        batch_op.drop_column("is_edited")
        batch_op.drop_column("doubt")
        batch_op.drop_constraint("standing", type_="check")
        batch_op.drop_column("standing")

    with op.batch_alter_table("articles", schema=None) as batch_op:
        batch_op.drop_index("ix_articles_team_id_url")
        batch_op.drop_column("revision")
        batch_op.drop_column("url")

    with op.batch_alter_table("relearns", schema=None) as batch_op:
        batch_op.drop_index("ix_relearns_person_id_card_id")
        batch_op.drop_index(batch_op.f("ix_relearns_card_id"))

    op.drop_table("relearns")
    with op.batch_alter_table("card_matches", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_card_matches_team_id"))
        batch_op.drop_index(batch_op.f("ix_card_matches_other_card_id"))

    op.drop_table("card_matches")
    with op.batch_alter_table("claim_matches", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_claim_matches_team_id"))
        batch_op.drop_index(batch_op.f("ix_claim_matches_other_claim_id"))

    op.drop_table("claim_matches")
    with op.batch_alter_table("claim_changes", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_claim_changes_team_id"))
        batch_op.drop_index(batch_op.f("ix_claim_changes_revision_id"))
        batch_op.drop_index(batch_op.f("ix_claim_changes_claim_id"))

    op.drop_table("claim_changes")
    with op.batch_alter_table("revisions", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_revisions_team_id"))
        batch_op.drop_index(batch_op.f("ix_revisions_document_id"))

    op.drop_table("revisions")
