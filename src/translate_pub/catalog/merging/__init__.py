"""Two versions of a catalogue that have gone apart become one: `three_way.merge`."""
