"""One verb, one module, one `run(...)` that gives a frozen report, and the steps that verbs share; nothing is printed."""
