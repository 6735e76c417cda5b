"""The translation memory: what was translated before, found again whole, alike, or sentence by sentence."""
