"""Finishing: any PDF of ours, interior or cover, made to conform to what a printer or a screen asks for."""

from __future__ import annotations

from translate_pub.publish.finishing.identity import UNDATED
from translate_pub.publish.finishing.pictures import PictureStore
from translate_pub.publish.finishing.printing import finish
from translate_pub.publish.finishing.screens import screen

__all__ = ["UNDATED", "PictureStore", "finish", "screen"]
