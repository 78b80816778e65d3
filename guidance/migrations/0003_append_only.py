"""The database itself refuses to change or delete what is a record."""

from django.db import migrations

TABLES = ["guidance_guidelineversion"]

FUNCTION = """
CREATE FUNCTION guidance_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'rows of % are a record: they are never changed or deleted', TG_TABLE_NAME
        USING ERRCODE = 'integrity_constraint_violation';
END
$$
"""


def trigger(table: str) -> migrations.RunSQL:
    return migrations.RunSQL(
        f"CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON {table} "
        "FOR EACH ROW EXECUTE FUNCTION guidance_refuse_change()",
        f"DROP TRIGGER append_only ON {table}",
    )


class Migration(migrations.Migration):
    dependencies = [("guidance", "0002_first_guidelines")]
    operations = [
        migrations.RunSQL(FUNCTION, "DROP FUNCTION guidance_refuse_change()"),
        *(trigger(table) for table in TABLES),
    ]
