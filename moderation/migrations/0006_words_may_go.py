"""Of a decision one thing may change: personal details are taken out of the words it was about."""

from django.db import migrations

ALLOW = """
CREATE OR REPLACE FUNCTION moderation_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND TG_TABLE_NAME = 'moderation_decision'
        AND to_jsonb(NEW) - 'snapshot' = to_jsonb(OLD) - 'snapshot' THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'rows of % are a record: they are never changed or deleted', TG_TABLE_NAME
        USING ERRCODE = 'integrity_constraint_violation';
END
$$
"""
REFUSE = """
CREATE OR REPLACE FUNCTION moderation_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'rows of % are a record: they are never changed or deleted', TG_TABLE_NAME
        USING ERRCODE = 'integrity_constraint_violation';
END
$$
"""


class Migration(migrations.Migration):
    dependencies = [("moderation", "0005_about_somebody")]
    operations = [migrations.RunSQL(ALLOW, REFUSE)]
