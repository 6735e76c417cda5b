"""One verb, one module, one `run(...)` that gives a frozen report; nothing is printed here."""
