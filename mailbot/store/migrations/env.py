"""What Alembic runs for each command: always on a connection that the caller has opened and whose transaction is the caller's.

With a transaction of its own Alembic would commit step by step on SQLite, and a step that fails would leave half a schema.
"""

from alembic import context

from mailbot.store.tables import Table

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Table.metadata,
    render_as_batch=True,
    transactional_ddl=True,
    compare_type=True,
)
context.run_migrations()
