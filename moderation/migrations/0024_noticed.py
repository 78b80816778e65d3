from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("moderation", "0023_may_change_rules"),
    ]

    operations = [
        migrations.AlterField(
            model_name="case",
            name="kind",
            field=models.CharField(
                choices=[
                    ("worry", "Worried about a person"),
                    ("report", "Reported post"),
                    ("name", "Reported name"),
                    ("first", "First post of a newcomer"),
                    ("listed", "Heard by a rule"),
                    ("noticed", "Noticed by a moderator"),
                    ("held", "Post that waits to be published"),
                    ("joining", "New member to approve"),
                    ("appeal", "Appeal"),
                ],
                default="report",
                max_length=10,
                verbose_name="kind",
            ),
        ),
    ]
