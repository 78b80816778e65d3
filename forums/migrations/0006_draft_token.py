from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("forums", "0005_wish"),
    ]

    operations = [
        migrations.AddField(
            model_name="draft",
            name="token",
            field=models.UUIDField(null=True),
        ),
    ]
