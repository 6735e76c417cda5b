"""Progress and rules: what catalogues lack, as values. The same input gives the same findings."""
