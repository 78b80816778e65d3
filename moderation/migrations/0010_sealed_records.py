"""The database seals each row of the record when it is committed, in one chain.

At the commit and not before: the chain's lock is then the last that a transaction takes, so that
nobody who holds it waits for anything. The words of a decision are left out, because personal
details may be taken out of them later.
"""

from django.db import migrations

SEALED = [
    "moderation_decision",
    "moderation_entry",
    "moderation_carenote",
    "moderation_access",
    "accounts_standingchange",
]
APPEND_ONLY = ["moderation_access", "moderation_seal"]

FUNCTION = """
CREATE FUNCTION moderation_seal_row() RETURNS trigger LANGUAGE plpgsql
SET timezone = 'UTC' AS $$
DECLARE
    last record;
    content text := (to_jsonb(NEW) - 'snapshot')::text;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('moderation_seal'));
    SELECT number, digest INTO last FROM moderation_seal ORDER BY number DESC LIMIT 1;
    INSERT INTO moderation_seal (number, "table", "row", content, digest) VALUES (
        coalesce(last.number, 0) + 1, TG_TABLE_NAME, NEW.id, content,
        encode(sha256(convert_to(
            coalesce(last.digest, '') || TG_TABLE_NAME || NEW.id || content, 'UTF8'
        )), 'hex')
    );
    RETURN NULL;
END
$$
"""


def sealing(table: str) -> migrations.RunSQL:
    return migrations.RunSQL(
        f"CREATE CONSTRAINT TRIGGER seal AFTER INSERT ON {table} DEFERRABLE INITIALLY DEFERRED "
        "FOR EACH ROW EXECUTE FUNCTION moderation_seal_row()",
        f"DROP TRIGGER seal ON {table}",
    )


def append_only(table: str) -> migrations.RunSQL:
    return migrations.RunSQL(
        f"CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON {table} "
        "FOR EACH ROW EXECUTE FUNCTION moderation_refuse_change()",
        f"DROP TRIGGER append_only ON {table}",
    )


class Migration(migrations.Migration):
    dependencies = [
        ("moderation", "0009_accesses_and_seals"),
        ("accounts", "0006_banned"),
    ]
    operations = [
        migrations.RunSQL(FUNCTION, "DROP FUNCTION moderation_seal_row()"),
        *(append_only(table) for table in APPEND_ONLY),
        *(sealing(table) for table in SEALED),
    ]
