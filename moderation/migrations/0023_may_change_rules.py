"""Moderators change the rules that help while writing; an admin can take that back."""

from typing import Any

from django.db import migrations

MAY = ("rule", "termlist")


def set_up(apps: Any, _schema_editor: Any) -> None:
    """Permissions are made here, because Django makes them only after all migrations."""
    kinds = apps.get_model("contenttypes", "ContentType").objects
    permissions = apps.get_model("auth", "Permission").objects
    groups = apps.get_model("auth", "Group").objects.filter(name__in=["Moderators", "Admins"])
    for model in MAY:
        kind, _ = kinds.get_or_create(app_label="guidance", model=model)
        permission, _ = permissions.get_or_create(
            content_type=kind,
            codename=f"change_{model}",
            defaults={"name": f"Can change {model}"},
        )
        for group in groups:
            group.permissions.add(permission)


class Migration(migrations.Migration):
    dependencies = [
        ("moderation", "0022_heard"),
        ("guidance", "0008_rules_as_rows"),
    ]
    operations = [migrations.RunPython(set_up, migrations.RunPython.noop)]
