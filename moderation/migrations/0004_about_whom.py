"""Each case and decision so far is about the author of its post."""

from django.db import migrations

# Decisions refuse to be changed; this is a column they did not have when they were made.
FILL = """
    UPDATE moderation_case SET
        about_id = (SELECT author_id FROM forums_post WHERE forums_post.id = post_id),
        kind = CASE WHEN is_worry THEN 'worry' ELSE 'report' END,
        reports_count = (SELECT count(*) FROM moderation_report WHERE case_id = moderation_case.id),
        looked_at = closed_at,
        look_by = opened_at + CASE WHEN is_worry THEN interval '1 hour' ELSE interval '1 day' END;
    ALTER TABLE moderation_decision DISABLE TRIGGER append_only;
    UPDATE moderation_decision SET
        about_id = (SELECT about_id FROM moderation_case WHERE moderation_case.id = case_id),
        until = CASE WHEN days IS NOT NULL THEN made_at + days * interval '1 day' END;
    SET CONSTRAINTS ALL IMMEDIATE;
    ALTER TABLE moderation_decision ENABLE TRIGGER append_only;
"""


class Migration(migrations.Migration):
    dependencies = [("moderation", "0003_queue_and_appeals")]
    operations = [migrations.RunSQL(FILL, migrations.RunSQL.noop)]
