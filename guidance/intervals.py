"""How sure a share is: intervals at 95 %."""

Z = 1.96


def wilson(hits: int, of: int) -> tuple[float, float]:
    """The interval of a share by Wilson (1927), from 0 to 1; all of it when nothing is known."""
    if not of:
        return 0.0, 1.0
    share = hits / of
    middle = share + Z * Z / (2 * of)
    width = Z * ((share * (1 - share) + Z * Z / (4 * of)) / of) ** 0.5
    below = 1 + Z * Z / of
    return max(0.0, (middle - width) / below), min(1.0, (middle + width) / below)


def difference(hits: int, of: int, other_hits: int, other_of: int) -> tuple[float, float]:
    """The interval of the first share less the second, by Newcombe (1998), method 10."""
    first, second = (hits / of if of else 0.0), (other_hits / other_of if other_of else 0.0)
    low, high = wilson(hits, of)
    other_low, other_high = wilson(other_hits, other_of)
    apart = first - second
    return (
        apart - ((first - low) ** 2 + (other_high - second) ** 2) ** 0.5,
        apart + ((high - first) ** 2 + (second - other_low) ** 2) ** 0.5,
    )
