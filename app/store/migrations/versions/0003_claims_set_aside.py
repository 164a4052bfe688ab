"""cards remember what they were before their claim was rejected"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_STATUSES = "'waiting', 'kept', 'suspended', 'rejected', 'stale', 'retired'"


def upgrade() -> None:
    """Apply."""
    with op.batch_alter_table("cards", schema=None) as batch_op:
        batch_op.add_column(sa.Column("returns_to", sa.String(16), nullable=True))
        batch_op.create_check_constraint("returns_to", f"returns_to IN ({_STATUSES})")


def downgrade() -> None:
    """Take back."""
    # What was set aside with its claim stays set aside.
    with op.batch_alter_table("cards", schema=None) as batch_op:
        batch_op.drop_constraint("returns_to", type_="check")
        batch_op.drop_column("returns_to")
