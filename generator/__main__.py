"""`python -m generator`."""

import gc
import sys
from types import ModuleType
from typing import Any

gc.disable()  # a short run: collecting its cycles would take a tenth of it


class Absent(ModuleType):
    """Stands for a module that is not needed: what is imported from it is a dict, to be called and derived from."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return dict[str, Any]


# The parser and the validator import these to fetch specs, to read YAML (which we do by a faster reader) and to take
# settings from the environment. Their import takes a third of a run.
UNUSED = ("httpcore", "httpx", "pydantic_settings", "requests", "ruamel", "ruamel.yaml", "ruamel.yaml.error")
sys.modules.update({name: Absent(name) for name in UNUSED if name not in sys.modules})

from generator.cli import main  # noqa: E402

sys.exit(main())
