from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("guidance", "0008_rules_as_rows"),
    ]

    operations = [
        migrations.AddField(
            model_name="rule",
            name="holds_second",
            field=models.BooleanField(
                db_default=False,
                default=False,
                verbose_name="the second one sent all the same within 24 hours waits for a moderator",
            ),
        ),
    ]
