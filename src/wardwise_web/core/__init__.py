"""What every room uses: rights, moves, the audit, forms and pages."""
