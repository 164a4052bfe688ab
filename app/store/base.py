"""What all tables share: constraint names and the types of annotations."""

from datetime import datetime
from typing import Final

import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase
from sqlalchemy.orm import registry as orm_registry

from app.domain.article import ChangeKind, DocumentKind, Standing
from app.domain.card import Kind, Origin, Status, Tier
from app.domain.memory.schedule import Phase
from app.domain.review import Format, Mode
from app.domain.verdict import Outcome
from app.store.types import UTCDateTime, enum_type

#: For `__table_args__`: a deleted row's id is never given to another, as PostgreSQL has
#: it; a page or a script that still names the old row must not meet the new one.
NEVER_TWICE: Final = {"sqlite_autoincrement": True}


class Base(DeclarativeBase):
    """The base of every table."""

    # Both go by the registry: Flask-SQLAlchemy derives from this class, and SQLAlchemy
    # takes a map of types only where the registry is made.
    registry = orm_registry(
        metadata=sa.MetaData(
            naming_convention={
                "ix": "ix_%(table_name)s_%(column_0_N_name)s",
                "uq": "uq_%(table_name)s_%(column_0_N_name)s",
                "ck": "ck_%(table_name)s_%(constraint_name)s",
                "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
                "pk": "pk_%(table_name)s",
            }
        ),
        type_annotation_map={
            datetime: UTCDateTime,
            str: sa.Text,
            ChangeKind: enum_type(ChangeKind),
            DocumentKind: enum_type(DocumentKind),
            Standing: enum_type(Standing),
            Kind: enum_type(Kind),
            Origin: enum_type(Origin),
            Status: enum_type(Status),
            Tier: enum_type(Tier),
            Phase: enum_type(Phase),
            Format: enum_type(Format),
            Mode: enum_type(Mode),
            Outcome: enum_type(Outcome),
        },
    )
