from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("moderation", "0029_standard_names")]

    operations = [
        migrations.RenameField("Case", "look_by", "review_due_at"),
        migrations.RenameField("Step", "rung_at", "alerted_at"),
        # In the database an index follows its column by itself.
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.RemoveIndex("Case", "case_queue"),
                migrations.AddIndex(
                    "Case",
                    models.Index(
                        fields=["-is_worry", "review_due_at", "id"],
                        condition=models.Q(status="open"),
                        name="case_queue",
                    ),
                ),
            ]
        ),
    ]
