from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("forums", "0018_points_and_kana"),
        # The last that knows it by its old name.
        ("moderation", "0028_nobody_changes_members_in_a_form"),
    ]

    operations = [
        migrations.RenameModel("HeldPost", "PendingPost"),
        migrations.RenameModel("Knowledge", "Interests"),
    ]
