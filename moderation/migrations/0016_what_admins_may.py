"""What the group of admins may do on the admin pages; an admin can change it there."""

from typing import Any

from django.db import migrations

MAY = {
    ("accounts", "member"): ("view", "change"),
    ("accounts", "standingchange"): ("view",),
    ("auth", "group"): ("view", "add", "change", "delete"),
    ("forums", "board"): ("view", "add", "change", "delete"),
    ("guidance", "guideline"): ("view", "add", "change"),
    ("guidance", "guidelineversion"): ("view",),
    ("guidance", "helpline"): ("view", "add", "change", "delete"),
    ("moderation", "appeal"): ("view",),
    ("moderation", "case"): ("view",),
    ("moderation", "decision"): ("view",),
    ("moderation", "duty"): ("view", "add", "change", "delete"),
    ("moderation", "entry"): ("view",),
    ("moderation", "report"): ("view",),
}


def set_up(apps: Any, _schema_editor: Any) -> None:
    """Permissions are made here, because Django makes them only after all migrations."""
    kinds = apps.get_model("contenttypes", "ContentType").objects
    permissions = apps.get_model("auth", "Permission").objects
    admins = apps.get_model("auth", "Group").objects.get(name="Admins")
    for (app, model), acts in MAY.items():
        kind, _ = kinds.get_or_create(app_label=app, model=model)
        for act in acts:
            name = f"Can {act} {model}"
            permission, _ = permissions.get_or_create(
                content_type=kind, codename=f"{act}_{model}", defaults={"name": name}
            )
            admins.permissions.add(permission)


class Migration(migrations.Migration):
    dependencies = [
        ("moderation", "0015_details_and_rings"),
        ("accounts", "0009_settle_roles"),
        ("forums", "0003_tending"),
        ("guidance", "0005_spam"),
    ]
    operations = [migrations.RunPython(set_up, migrations.RunPython.noop)]
