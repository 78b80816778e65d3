"""Status changes, and members who are approved or rejected, by their usual names."""

import django.contrib.postgres.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0025_leaving_kind"),
    ]

    operations = [
        migrations.AlterModelTable("standingchange", "accounts_standingchange"),
        migrations.RenameModel("StandingChange", "StatusChange"),
        migrations.RenameField("member", "is_admitted", "is_approved"),
        migrations.RenameField("member", "is_declined", "is_rejected"),
        # The triggers that settle roles know the column.
        migrations.AlterField(
            "member",
            "moderates_only",
            django.contrib.postgres.fields.ArrayField(
                base_field=models.BigIntegerField(),
                db_column="moderates_only",
                editable=False,
                null=True,
                size=None,
            ),
        ),
        migrations.RenameField("member", "moderates_only", "moderated_board_ids"),
        migrations.AlterField(
            "statuschange",
            "member",
            models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="status_changes",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
    ]
