"""The steps, oldest first. Types are SQLAlchemy's own, so that an old step means the same whatever becomes of the models."""
