"""Names are told apart from those that look alike in other alphabets than the Latin one, too."""

from typing import Any

from django.db import migrations

from accounts.pseudonyms import skeleton


def write_skeletons(apps: Any, _editor: Any) -> None:
    """Two names that look alike now both stay."""
    members = apps.get_model("accounts", "Member").objects
    last = 0
    while few := list(members.filter(pk__gt=last).order_by("pk").only("pk", "pseudonym")[:1000]):
        last = few[-1].pk
        for member in few:
            member.skeleton = skeleton(member.pseudonym)[:60]
        members.bulk_update(few, ["skeleton"])


class Migration(migrations.Migration):
    dependencies = [("accounts", "0022_standard_names")]

    operations = [migrations.RunPython(write_skeletons, migrations.RunPython.noop)]
