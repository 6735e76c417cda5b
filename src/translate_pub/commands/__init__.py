"""One verb, one module, one `run(...)` that gives a frozen report; steps that verbs share; nothing is printed here."""
