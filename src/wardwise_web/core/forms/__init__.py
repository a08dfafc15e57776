"""Form fields that draw themselves in the design system."""
