"""Asking the public: meetings, surveys, who was not heard, and what was answered."""
