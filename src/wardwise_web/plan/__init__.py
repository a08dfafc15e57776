"""The plan: recommendations, actions with their milestones, evidence and indicators, services."""
