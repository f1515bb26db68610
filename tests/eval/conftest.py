import sys
from pathlib import Path

# The evaluation scripts stand beside the package and import one another by their bare names.
sys.path.insert(0, str(Path(__file__).parents[2] / "eval"))
