"""Waits until the process on this port answers: ``python -m mssupport.wait_until_up PORT``."""

import sys
import time
import urllib.request

MAX_WAIT_S = 25.0


def main(port: int) -> int:
    """0 as soon as /healthz answers, 1 if it does not in time."""
    until = time.monotonic() + MAX_WAIT_S
    while time.monotonic() < until:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=2):
                return 0
        except OSError:
            time.sleep(0.2)
    return 1


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))
