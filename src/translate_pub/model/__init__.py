"""The frozen nouns that every floor speaks of; this floor imports nothing of ours."""
