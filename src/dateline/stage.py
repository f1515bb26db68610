"""A stage's package that is also the public function of its name.

`dateline.extract` and `dateline.read` are functions of the API and folders of the layout. Python
binds a sub-package's name in its parent when it is first imported, which would hide the function;
so the package itself can be called.
"""

import sys
from importlib import import_module
from types import ModuleType
from typing import Any


class Stage(ModuleType):
    """A package that calls the function `self.FUNCTION` ("module:name") when it is called."""

    FUNCTION: str

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Call the stage's function; see its own docstring."""
        home, _, name = self.FUNCTION.partition(":")
        return getattr(import_module(home), name)(*args, **kwargs)


def stage(package: str, function: str) -> None:
    """Make a package callable."""
    module = sys.modules[package]
    module.__class__ = Stage
    module.FUNCTION = function  # type: ignore[attr-defined]
