"""Alembic's home: one step a file under versions/, numbered; they travel in the wheel."""
