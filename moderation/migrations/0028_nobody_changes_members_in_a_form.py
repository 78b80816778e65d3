"""Members are changed by actions that ask for change_standing; "Can change member" does nothing."""

from typing import Any

from django.db import migrations


def take_away(apps: Any, _schema_editor: Any) -> None:
    useless = apps.get_model("auth", "Permission").objects.filter(
        content_type__app_label="accounts", codename="change_member"
    )
    for group in apps.get_model("auth", "Group").objects.filter(permissions__in=useless):
        group.permissions.remove(*useless)


class Migration(migrations.Migration):
    dependencies = [("moderation", "0027_undone")]
    operations = [migrations.RunPython(take_away, migrations.RunPython.noop)]
