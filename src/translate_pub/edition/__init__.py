"""To be described by the floor."""
