"""The libraries of the extra `exchange`, loaded when they are needed."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from translate_pub.model.diagnostic import MachineError


def load(module: str, purpose: str) -> Any:  # noqa: ANN401  # a module of a library that carries no types
    """Import a module of one of these libraries.

    Args:
        module: its name.
        purpose: what it is needed for, in the words of the message.

    Raises:
        MachineError: the extra is not installed; the message names the command that installs it.
    """
    try:
        return import_module(module)
    except ModuleNotFoundError as error:
        package = module.partition(".")[0]
        if error.name and error.name.partition(".")[0] != package:
            raise
        message = f"{purpose} needs the extra “exchange”, which is not installed: pip install 'translate-pub[exchange]'"
        raise MachineError(message) from error
