"""Raised figures, fractions and units in one sign are found by what they stand for, and comparisons
and doses are drawn as they were typed."""

from typing import Any

from django.db import migrations

from forums.reindexing import reindex


def reindex_posts(apps: Any, _editor: Any) -> None:
    reindex(apps.get_model("forums", "Post"), apps.get_model("forums", "PostRevision"))


class Migration(migrations.Migration):
    dependencies = [("forums", "0023_revision_warnings")]

    operations = [migrations.RunPython(reindex_posts, migrations.RunPython.noop)]
