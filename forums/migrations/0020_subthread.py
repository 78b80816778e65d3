from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("forums", "0019_standard_names")]

    operations = [
        migrations.RenameField("Post", "twig", "subthread"),
        # In the database an index follows its column by itself.
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.RemoveIndex("Post", "post_reading_order"),
                migrations.AddIndex(
                    "Post",
                    models.Index(
                        fields=["topic", "branch", "subthread", "number"], name="post_reading_order"
                    ),
                ),
            ]
        ),
    ]
