from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("forums", "0004_held_posts"),
    ]

    operations = [
        migrations.AddField(
            model_name="draft",
            name="wish",
            field=models.CharField(
                blank=True,
                choices=[
                    ("listening", "Just listening"),
                    ("stories", "Similar stories"),
                    ("ideas", "Ideas to try"),
                    ("information", "Information"),
                    ("good_news", "Good news to share"),
                ],
                db_default="",
                max_length=20,
            ),
        ),
        migrations.AddField(
            model_name="heldpost",
            name="wish",
            field=models.CharField(
                choices=[
                    ("listening", "Just listening"),
                    ("stories", "Similar stories"),
                    ("ideas", "Ideas to try"),
                    ("information", "Information"),
                    ("good_news", "Good news to share"),
                ],
                db_default="listening",
                default="listening",
                max_length=20,
            ),
        ),
        migrations.AddField(
            model_name="topic",
            name="wish",
            field=models.CharField(
                choices=[
                    ("listening", "Just listening"),
                    ("stories", "Similar stories"),
                    ("ideas", "Ideas to try"),
                    ("information", "Information"),
                    ("good_news", "Good news to share"),
                ],
                db_default="listening",
                default="listening",
                max_length=20,
                verbose_name="what would help",
            ),
        ),
    ]
