"""The demands of printers and standards, a module each: what a file has to be, and findings where it is not."""
