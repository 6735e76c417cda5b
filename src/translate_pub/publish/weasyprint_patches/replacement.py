"""How a few lines of a function of WeasyPrint are replaced, where they are still what they were."""

from __future__ import annotations

import inspect
import sys
import textwrap

_made: dict[object, str] = {}
"""Function that was made here -> its source, so that another repair may change further lines of it."""


def replace(owner: object, name: str, version: str, before: str, after: str) -> bool:
    """Replace lines of a function by others, wherever it was imported to, and say whether they were there.

    Args:
        owner: the module or class that has the function.
        name: the function's.
        version: the one version of WeasyPrint that the lines are known from.
        before: the lines as they stand, indented like the function's body when the function is not.
        after: what is to stand there.
    """
    import weasyprint  # noqa: PLC0415 - loaded on first use, like everywhere

    function = getattr(owner, name)
    source = _made.get(function) or textwrap.dedent(inspect.getsource(function))
    if weasyprint.__version__ != version or before not in source or after in source:
        return False
    module = sys.modules[function.__module__]
    made: dict[str, object] = {}
    changed = source.replace(before, after)
    code = compile(changed, str(module.__file__), "exec")
    exec(code, vars(module), made)  # noqa: S102 - WeasyPrint's own source, but for these lines
    _made[made[name]] = changed
    users = [used for key, used in list(sys.modules.items()) if key.startswith("weasyprint.")]
    for user in (owner, *users):
        if vars(user).get(name) is function:
            setattr(user, name, made[name])
    return True
