"""The process of the command: `corpuslint`, and `python -m corpuslint`."""

from __future__ import annotations

import gc
import sys

from corpuslint.signals import end_now, on_ending


def run() -> None:
    """Run the command and end the process."""
    on_ending(end_now)
    # Findings and tables live to the end: to look for cycles among them after each 700 objects is a tenth of the time
    # of a run, and at the end, where the process gives everything back at once, a seventh of that of a short one.
    gc.set_threshold(50_000, 20, 20)
    from corpuslint.cli import main

    code = main()
    gc.freeze()
    sys.exit(code)


if __name__ == "__main__":
    run()
