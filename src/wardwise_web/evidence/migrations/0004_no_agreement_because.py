"""Why a dataset stands under no sharing agreement."""

from __future__ import annotations

from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    """A reason, empty in what was declared before it was asked for."""

    dependencies = [("evidence", "0003_agreements")]

    operations = [
        migrations.AddField(
            model_name="dataset",
            name="no_agreement_because",
            field=models.CharField(blank=True, default="", max_length=300),
            preserve_default=False,
        ),
        migrations.AddConstraint(
            model_name="dataset",
            constraint=models.CheckConstraint(
                condition=Q(agreement__isnull=True) | Q(no_agreement_because=""),
                name="dataset_under_an_agreement_or_says_why_none",
            ),
        ),
    ]
