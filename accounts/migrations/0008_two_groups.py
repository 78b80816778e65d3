"""The two groups that come with the house; who was moderator or admin is in them from now on."""

from typing import Any

from django.db import migrations

MODERATORS, ADMINS = "Moderators", "Admins"
MEMBER_PERMISSIONS = {
    "moderate": "Is a moderator: sees hidden posts, works on the review queue",
    "administer": "Is an admin: decides what moderators hand on",
    "enter_admin": "May enter the admin pages",
    "change_standing": "May restrict, suspend and restore from the admin pages",
    "see_email": "May look at an e-mail address, with a reason",
}


def set_up(apps: Any, _schema_editor: Any) -> None:
    """Both groups with what they may do; who was moderator or admin is in them from now on."""
    kind, _ = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label="accounts", model="member"
    )
    permissions = {
        codename: apps.get_model("auth", "Permission").objects.get_or_create(
            content_type=kind, codename=codename, defaults={"name": name}
        )[0]
        for codename, name in MEMBER_PERMISSIONS.items()
    }
    groups = apps.get_model("auth", "Group").objects
    moderators, _ = groups.get_or_create(name=MODERATORS)
    moderators.permissions.add(permissions["moderate"])
    admins, _ = groups.get_or_create(name=ADMINS)
    admins.permissions.add(*permissions.values())
    members = apps.get_model("accounts", "Member").objects
    for role, group in (("moderator", moderators), ("admin", admins)):
        for member in members.filter(role=role):
            member.groups.add(group)


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0007_groups"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]
    operations = [migrations.RunPython(set_up, migrations.RunPython.noop)]
