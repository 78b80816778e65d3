"""Boards count open and closed topics; hidden ones were counted until now."""

from django.db import migrations

RECOUNT = """
    UPDATE forums_board AS board SET
        topics_count = (SELECT count(*) FROM forums_topic
                        WHERE board_id = board.id AND status IN ('open', 'closed')),
        posts_count = (SELECT coalesce(sum(posts_count), 0) FROM forums_topic
                       WHERE board_id = board.id AND status IN ('open', 'closed'))
"""


class Migration(migrations.Migration):
    dependencies = [("forums", "0016_wish_is_chosen")]

    operations = [migrations.RunSQL(RECOUNT, migrations.RunSQL.noop)]
