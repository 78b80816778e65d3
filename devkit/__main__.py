"""The verbs of ./dev. Each sets up what it needs, and says in one line what is missing."""

import os
import sys
from pathlib import Path

from devkit.postgres import Trouble

ROOT = Path(__file__).resolve().parent.parent


def main(arguments: list[str]) -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mssupport.settings")
    sys.path.insert(0, str(ROOT))
    verb, *rest = arguments
    try:
        match verb:
            case "run":
                from devkit.serve import run

                return run(rest)
            case "manage":
                from devkit.serve import manage

                return manage(rest)
            case "shell":
                from devkit.serve import manage

                return manage([*rest, "shell"])
            case "diagram":
                from devkit.diagram import diagram

                return diagram(rest)
            case "release":
                from devkit.release import release

                return release(rest)
            case "test":
                from devkit.checks import test

                return test(rest)
            case "check":
                from devkit.checks import check

                return check(rest)
            case "fix":
                from devkit.checks import fix

                return fix(rest)
            case "clean":
                from devkit.cleaning import clean

                return clean(rest)
            case "bench":
                from devkit.benches import bench

                return bench(rest)
    except Trouble as trouble:
        sys.stderr.write(f"./dev {verb}: {trouble}\n")
        return 1
    sys.stderr.write(f"./dev: there is no verb '{verb}'.\n")
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
