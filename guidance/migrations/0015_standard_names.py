from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("guidance", "0014_second_reader")]

    operations = [
        migrations.RenameModel("Shown", "PromptEvent"),
        migrations.RenameModel("Tally", "UnsentCount"),
    ]
