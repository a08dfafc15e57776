"""Where an erased file lay, another may lie."""

from __future__ import annotations

from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    """One file that is held on each path, instead of one that ever was."""

    dependencies = [("evidence", "0004_no_agreement_because")]

    operations = [
        migrations.AlterField(
            model_name="handedfile", name="path", field=models.CharField(max_length=300)
        ),
        migrations.AddConstraint(
            model_name="handedfile",
            constraint=models.UniqueConstraint(
                condition=Q(erased_at__isnull=True), fields=("path",), name="one_file_on_a_path"
            ),
        ),
    ]
