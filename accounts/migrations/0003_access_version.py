"""A number that grows whenever open sockets of a member have to be thought over."""

from django.db import migrations, models

# In the database, so that it holds whoever writes: allauth, the admin, a shell. A row saved by
# somebody who read it earlier never takes the number back.
FUNCTION = """
CREATE FUNCTION accounts_count_access() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.access_version := greatest(NEW.access_version, OLD.access_version);
    IF (NEW.password, NEW.role, NEW.is_active, NEW.suspended_until)
        IS DISTINCT FROM (OLD.password, OLD.role, OLD.is_active, OLD.suspended_until) THEN
        NEW.access_version := NEW.access_version + 1;
    END IF;
    RETURN NEW;
END
$$
"""
TRIGGER = """
CREATE TRIGGER count_access BEFORE UPDATE ON accounts_member
FOR EACH ROW EXECUTE FUNCTION accounts_count_access()
"""


class Migration(migrations.Migration):
    dependencies = [("accounts", "0002_append_only")]
    operations = [
        migrations.AddField(
            "member",
            "access_version",
            models.PositiveIntegerField(default=0, db_default=0, editable=False),
        ),
        migrations.RunSQL(FUNCTION, "DROP FUNCTION accounts_count_access()"),
        migrations.RunSQL(TRIGGER, "DROP TRIGGER count_access ON accounts_member"),
    ]
