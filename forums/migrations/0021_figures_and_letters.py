"""Figures and the letters beside them are two words: “100mg” is found as “100 mg”."""

from typing import Any

from django.db import migrations

from forums.reindexing import reindex


def reindex_posts(apps: Any, _editor: Any) -> None:
    reindex(apps.get_model("forums", "Post"), apps.get_model("forums", "PostRevision"))


class Migration(migrations.Migration):
    dependencies = [("forums", "0020_subthread")]

    operations = [migrations.RunPython(reindex_posts, migrations.RunPython.noop)]
