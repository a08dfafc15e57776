"""The year's plan as it was approved is kept as a pack is."""

from __future__ import annotations

from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    """What is held already is a quarter's pack."""

    dependencies = [("performance", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="pack",
            name="approval",
            field=models.CharField(blank=True, max_length=300),
        ),
        migrations.AddField(
            model_name="pack",
            name="kind",
            field=models.CharField(default="quarter", max_length=12),
        ),
        migrations.AddConstraint(
            model_name="pack",
            constraint=models.CheckConstraint(
                condition=Q(kind="quarter", approval="")
                | (Q(kind="annual plan") & ~Q(approval="")),
                name="plan_says_where_it_was_approved",
            ),
        ),
    ]
