from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("forums", "0008_first_warnings"),
    ]

    operations = [
        migrations.AddField(
            model_name="board",
            name="questions",
            field=models.TextField(
                blank=True,
                db_default="",
                help_text="Up to five, one on each line, such as: How long? They can be left empty.",
                max_length=600,
                verbose_name="questions for a new topic",
            ),
        ),
        migrations.AddField(
            model_name="draft",
            name="other_text",
            field=models.TextField(blank=True, db_default=""),
        ),
    ]
