import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("accounts", "0021_second_step_kept")]

    operations = [
        migrations.RenameModel("KeptForm", "StashedForm"),
        migrations.AlterField(
            "StashedForm",
            "member",
            models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="stashed_forms",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
    ]
