"""Whoever becomes an admin looks after all boards; a limit is for moderators."""

from django.db import migrations

SETTLE = """
CREATE OR REPLACE FUNCTION accounts_settle_role() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.role := accounts_role_of(NEW.id);
    {limit}
    RETURN NEW;
END
$$
"""
LIMIT = "IF NEW.role <> 'moderator' THEN NEW.moderates_only := NULL; END IF;"


class Migration(migrations.Migration):
    dependencies = [("accounts", "0011_declined")]
    operations = [
        migrations.RunSQL(SETTLE.format(limit=LIMIT), SETTLE.format(limit="")),
    ]
