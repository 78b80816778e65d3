"""What was written to a person in distress is a record like the rest."""

from django.db import migrations

TRIGGER = """
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON moderation_carenote
FOR EACH ROW EXECUTE FUNCTION moderation_refuse_change()
"""


class Migration(migrations.Migration):
    dependencies = [("moderation", "0007_crisis")]
    operations = [
        migrations.RunSQL(TRIGGER, "DROP TRIGGER append_only ON moderation_carenote"),
    ]
