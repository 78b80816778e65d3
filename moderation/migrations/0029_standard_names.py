from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("moderation", "0028_nobody_changes_members_in_a_form")]

    operations = [
        migrations.RenameModel("Passed", "CaseSkip"),
        migrations.RenameModel("AfterCheck", "CheckIn"),
    ]
