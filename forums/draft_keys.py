"""The names of the forms that keep drafts."""


def new_topic(board_id: int) -> str:
    return f"board:{board_id}"


def reply(topic_id: int, parent_id: int | None) -> str:
    return f"post:{parent_id}" if parent_id is not None else f"topic:{topic_id}"


def edit(post_id: int) -> str:
    return f"edit:{post_id}"
