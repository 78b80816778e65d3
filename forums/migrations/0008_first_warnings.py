"""The warnings a house begins with; admins keep the list."""

from typing import Any

from django.db import migrations

FIRST = (
    ("prognosis", "How MS may go on"),
    ("self-harm", "Thoughts of suicide or self-harm"),
    ("needles", "Needles and procedures"),
    ("bladder-bowel", "Bladder and bowel"),
    ("sex", "Sex"),
    ("weight", "Weight and eating"),
    ("grief", "Death and grief"),
    ("violence", "Violence and abuse"),
)


def add(apps: Any, _schema_editor: Any) -> None:
    warnings = apps.get_model("forums", "ContentWarning").objects
    for position, (slug, name) in enumerate(FIRST, start=1):
        warnings.get_or_create(slug=slug, defaults={"name": name, "position": position})


class Migration(migrations.Migration):
    dependencies = [("forums", "0007_content_warnings")]
    operations = [migrations.RunPython(add, migrations.RunPython.noop)]
