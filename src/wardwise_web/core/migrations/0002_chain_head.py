"""The head of the chain is there from the start: two first writers cannot both make it."""

from __future__ import annotations

from django.db import migrations


def begin(apps, _schema_editor):
    apps.get_model("core", "ChainHead").objects.get_or_create(id=1)


class Migration(migrations.Migration):
    dependencies = [("core", "0001_initial")]
    operations = [migrations.RunPython(begin, migrations.RunPython.noop)]
