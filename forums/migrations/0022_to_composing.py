"""Drafts and content warnings belong to the app composing, which has taken their tables over."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("composing", "0001_from_forums"), ("forums", "0021_figures_and_letters")]
    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.AlterField(
                    model_name="warningsuggestion",
                    name="warning",
                    field=models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="composing.contentwarning",
                    ),
                ),
                migrations.DeleteModel("WarningChoice"),
                migrations.DeleteModel("ContentWarning"),
                migrations.DeleteModel("Draft"),
            ]
        )
    ]
