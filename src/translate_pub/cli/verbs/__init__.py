"""One short click function a verb: it hands the words to `commands` and the report to `report`."""
