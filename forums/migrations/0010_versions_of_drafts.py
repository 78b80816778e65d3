import django.contrib.postgres.fields
from django.db import migrations, models

KEEP_OTHER = """
    UPDATE forums_draft SET others = jsonb_build_array(
        jsonb_build_object('state', 'before', 'title', '', 'text', other_text)
    ) WHERE other_text <> ''
"""
GIVE_BACK = """
    UPDATE forums_draft SET other_text = others -> 0 ->> 'text' WHERE jsonb_array_length(others) > 0
"""


class Migration(migrations.Migration):
    dependencies = [("forums", "0009_drafts_and_questions")]

    operations = [
        migrations.AddField("draft", "others", models.JSONField(default=list, db_default=[])),
        migrations.RunSQL(KEEP_OTHER, GIVE_BACK),
        migrations.RemoveField("draft", "other_text"),
        migrations.AddField(
            "draft",
            "warnings",
            django.contrib.postgres.fields.ArrayField(
                models.CharField(max_length=30), default=list, db_default=[]
            ),
        ),
        migrations.AddIndex("draft", models.Index(fields=["saved_at"], name="draft_by_age")),
    ]
