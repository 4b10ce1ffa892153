"""`python -m generator`."""

import gc
import sys
from types import ModuleType

gc.disable()  # a short run: collecting its cycles would take a tenth of it

# openapi-python-client imports these to fetch specs, which we never do, and their import takes a fifth of a run.
UNUSED = ("httpcore", "httpx")
sys.modules.update({name: ModuleType(name) for name in UNUSED if name not in sys.modules})

from generator.cli import main  # noqa: E402

sys.exit(main())
