from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0012_admins_have_no_limit"),
    ]

    operations = [
        migrations.AlterField(
            model_name="standingchange",
            name="kind",
            field=models.CharField(
                choices=[
                    ("read_only", "May read, not write"),
                    ("suspended", "Suspended"),
                    ("banned", "Suspended for good"),
                    ("restored", "Restored"),
                    ("given_back", "A restriction taken back"),
                    ("role", "Groups changed"),
                    ("boards", "Boards to look after changed"),
                ],
                max_length=20,
                verbose_name="change",
            ),
        ),
    ]
