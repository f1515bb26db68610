"""What Daft makes in each of its processes. Imported by `on_daft.run` alone, as it needs Daft."""

import daft

from dateline.engine.work import Work


class Worker:
    """Begins once, then does one piece of work after the other."""

    def __init__(self, work: Work) -> None:
        self.work = work
        work.begin()

    @daft.method.batch(return_dtype=daft.DataType.string(), batch_size=1)
    def do(self, names: daft.Series) -> list[str]:
        """Do pieces of work, of which Daft gives one at a time."""
        return [self.work(name) for name in names.to_pylist()]
