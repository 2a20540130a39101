"""``python -m minutes_model`` is the command ``minutes-model``."""

from minutes_model.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
