"""A line of a case's history is an entry of its log; groups keep what they may do with it."""

from typing import Any

from django.db import migrations

RENAMED = {
    ("accounts", "standingchange"): "statuschange",
    ("moderation", "entry"): "caselogentry",
}


def keep_permissions(apps: Any, _editor: Any) -> None:
    """By their new names, whether the tables were renamed just now or made under the new name, and
    the permissions by an earlier migration under the old one."""
    types = apps.get_model("contenttypes", "ContentType").objects
    permissions = apps.get_model("auth", "Permission").objects
    for (app, old), new in RENAMED.items():
        kind = types.filter(app_label=app, model=old).first()
        if kind is not None and types.filter(app_label=app, model=new).exists():
            kind.delete()
        elif kind is not None:
            kind.model = new
            kind.save()
        for permission in permissions.filter(content_type__app_label=app, content_type__model=new):
            verb, _line, model = permission.codename.partition("_")
            if model == old:
                permission.codename = f"{verb}_{new}"
                permission.save()


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0026_status_changes"),
        ("moderation", "0032_erasing"),
    ]

    operations = [
        migrations.AlterModelTable("entry", "moderation_entry"),
        migrations.RenameModel("Entry", "CaseLogEntry"),
        migrations.RunPython(keep_permissions, migrations.RunPython.noop),
    ]
