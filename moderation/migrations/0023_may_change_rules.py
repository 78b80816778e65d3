"""Moderators change the rules that help while writing; an admin can take that back."""

from typing import Any

from django.db import migrations

MODELS = ("rule", "termlist", "ruleversion", "termlistversion")


def set_up(apps: Any, _schema_editor: Any) -> None:
    """Permissions are made here, because Django makes them only after all migrations."""
    kinds = apps.get_model("contenttypes", "ContentType").objects
    permissions = apps.get_model("auth", "Permission").objects
    groups = apps.get_model("auth", "Group").objects

    def may(group: str, act: str, model: str, app: str = "guidance") -> None:
        kind, _ = kinds.get_or_create(app_label=app, model=model)
        permission, _ = permissions.get_or_create(
            content_type=kind,
            codename=f"{act}_{model}",
            defaults={"name": f"Can {act} {model}"},
        )
        for each in groups.filter(name=group):
            each.permissions.add(permission)

    for model in MODELS:
        may("Admins", "view", model)
    for model in MODELS[:2]:
        may("Admins", "change", model)
        may("Moderators", "change", model)
    for act in ("view", "add", "change"):
        may("Admins", act, "contentwarning", "forums")


class Migration(migrations.Migration):
    dependencies = [
        ("moderation", "0022_heard"),
        ("guidance", "0008_rules_as_rows"),
        ("forums", "0008_first_warnings"),
    ]
    operations = [migrations.RunPython(set_up, migrations.RunPython.noop)]
