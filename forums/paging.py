"""How many fit on a page, and where a post stands: arithmetic on gapless numbers."""

POSTS_PER_PAGE = 20
BRANCHES_PER_PAGE = 10
# Replies shown below the head of a branch before it is folded.
SHOWN_BELOW = 6
BRANCH_PAGE = 40
TOPICS_PER_PAGE = 25
RESULTS_PER_PAGE = 20
OWN_PER_PAGE = 20


def pages(count: int, per_page: int) -> int:
    return max(1, -(-count // per_page))


def flat_page_of(number: int) -> int:
    return pages(number, POSTS_PER_PAGE)


def threaded_page_of(branch: int) -> int:
    return pages(branch, BRANCHES_PER_PAGE)


def around(page: int, last: int) -> list[int | None]:
    """The page numbers to link: the ends and the neighbours, None where some are left out."""
    wanted = sorted({1, last, *range(max(1, page - 1), min(last, page + 1) + 1)})
    shown: list[int | None] = []
    for each in wanted:
        if shown and shown[-1] is not None and each > shown[-1] + 1:
            shown.append(None)
        shown.append(each)
    return shown
