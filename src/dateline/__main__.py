"""`python -m dateline`: the command line."""

from dateline.cli.main import run

if __name__ == "__main__":
    run()
