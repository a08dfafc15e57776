"""Words for templates in Django's own language: those of libraries."""
