"""Which translations of before belong to which messages of a revised source."""
