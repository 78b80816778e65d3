"""Arabic and Hebrew points, half-width kana and modifier apostrophes are read as they are meant."""

from typing import Any

from django.db import migrations

from forums.reindexing import reindex


def reindex_posts(apps: Any, _editor: Any) -> None:
    reindex(apps.get_model("forums", "Post"), apps.get_model("forums", "PostRevision"))


class Migration(migrations.Migration):
    dependencies = [("forums", "0017_boards_count_what_is_listed")]

    operations = [migrations.RunPython(reindex_posts, migrations.RunPython.noop)]
