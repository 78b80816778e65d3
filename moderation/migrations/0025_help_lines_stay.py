"""Help lines are taken out of sight with a reason, and never deleted."""

from django.db import migrations


def settle_permissions(apps, _editor):
    """Nothing is deleted any more; whoever sees lines sees their versions."""
    kinds = apps.get_model("contenttypes", "ContentType").objects
    permissions = apps.get_model("auth", "Permission").objects
    kind, _ = kinds.get_or_create(app_label="guidance", model="helplineversion")
    may_see, _ = permissions.get_or_create(
        content_type=kind, codename="view_helplineversion",
        defaults={"name": "Can view version"},
    )  # fmt: skip
    line = {"content_type__app_label": "guidance"}
    for group in apps.get_model("auth", "Group").objects.all():
        if group.permissions.filter(codename="view_helpline", **line).exists():
            group.permissions.add(may_see)
        group.permissions.remove(*permissions.filter(codename="delete_helpline", **line))


class Migration(migrations.Migration):
    dependencies = [
        ("moderation", "0024_noticed"),
        ("guidance", "0011_help_line_versions"),
    ]
    operations = [migrations.RunPython(settle_permissions, migrations.RunPython.noop)]
