"""Posts are drawn in the small dialect, and found by words that our own code prepared."""

from django.db import migrations

from forums.reindexing import reindex

FUNCTION = """
CREATE FUNCTION forums_vector(title text, words text) RETURNS tsvector
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT coalesce(string_agg('''' || lexeme || ''':' || least(place, 16383) || weight, ' '), '')
        ::tsvector
    FROM (
        SELECT word, place, 'A' AS weight
        FROM unnest(string_to_array(title, ' ')) WITH ORDINALITY AS of_title(word, place)
        UNION ALL
        SELECT word, place + coalesce(cardinality(string_to_array(title, ' ')), 0) + 50, 'B'
        FROM unnest(string_to_array(words, ' ')) WITH ORDINALITY AS of_text(word, place)
    ) AS prepared, unnest(ts_lexize('pg_catalog.english_stem', word)) AS lexeme
$$
"""


def reindex_posts(apps, _editor):
    reindex(apps.get_model("forums", "Post"), apps.get_model("forums", "PostRevision"))


class Migration(migrations.Migration):
    # In small transactions: no lock is held on thousands of posts.
    atomic = False
    dependencies = [("forums", "0013_pages_of_drafts")]
    operations = [
        migrations.RunSQL(FUNCTION, "DROP FUNCTION forums_vector(text, text)"),
        migrations.RunPython(reindex_posts, migrations.RunPython.noop),
    ]
