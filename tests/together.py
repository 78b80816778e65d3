"""Things that happen at the same moment."""

import threading
from collections.abc import Callable
from typing import Any

from django.db import connection

from accounts.exceptions import ActionDenied, EditConflict


def at_once(*works: Callable[[], Any]) -> list[Exception]:
    """Runs them together; the refusals that came of it. Anything else is a failure."""
    barrier = threading.Barrier(len(works))
    refused: list[Exception] = []
    wrong: list[Exception] = []

    def run(work: Callable[[], Any]) -> None:
        try:
            barrier.wait()
            work()
        except (EditConflict, ActionDenied) as error:
            refused.append(error)
        except Exception as error:  # noqa: BLE001 (the test shows it)
            wrong.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=[work]) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert wrong == []
    return refused
