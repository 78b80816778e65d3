"""Roles come from Django's groups: a member's role is what the groups they are in may do."""

import django.contrib.postgres.fields
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0006_banned"),
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [
        migrations.AlterModelOptions(
            name="member",
            options={
                "permissions": [
                    ("moderate", "Is a moderator: sees hidden posts, works on the review queue"),
                    ("administer", "Is an admin: decides what moderators hand on"),
                    ("enter_admin", "May enter the admin pages"),
                    ("change_standing", "May restrict, suspend and restore from the admin pages"),
                    ("see_email", "May look at an e-mail address, with a reason"),
                ],
                "verbose_name": "member",
                "verbose_name_plural": "members",
            },
        ),
        migrations.AddField(
            model_name="member",
            name="groups",
            field=models.ManyToManyField(
                blank=True, related_name="members", to="auth.group", verbose_name="groups"
            ),
        ),
        migrations.AlterField(
            model_name="member",
            name="role",
            field=models.CharField(
                choices=[("member", "Member"), ("moderator", "Moderator"), ("admin", "Admin")],
                default="member",
                editable=False,
                max_length=20,
                verbose_name="role",
            ),
        ),
        migrations.AddField(
            model_name="member",
            name="moderates_only",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.BigIntegerField(), editable=False, null=True, size=None
            ),
        ),
        migrations.AlterField(
            model_name="standingchange",
            name="kind",
            field=models.CharField(
                choices=[
                    ("read_only", "May read, not write"),
                    ("suspended", "Suspended"),
                    ("banned", "Suspended for good"),
                    ("restored", "Restored"),
                    ("role", "Groups changed"),
                    ("boards", "Boards to look after changed"),
                ],
                max_length=20,
                verbose_name="change",
            ),
        ),
    ]
