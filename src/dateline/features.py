"""Registries of scoring features: a function without a docstring does not register.

The docstring is the feature's documentation: the pages of linking and grading are made from them.
"""

from collections.abc import Callable
from typing import Any, TypeVar

F = TypeVar("F", bound=Callable[..., Any])


def registrar(into: dict[str, F]) -> Callable[[F], F]:
    """Return a decorator that registers a function in `into` under its name.

    The decorator raises ValueError where the function has no docstring.
    """

    def register(function: F) -> F:
        name = getattr(function, "__name__", "")
        if not function.__doc__:
            raise ValueError(f"feature {name} has no docstring")
        into[name] = function
        return function

    return register
