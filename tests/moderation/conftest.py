from typing import Any

import pytest

from accounts.models import Member
from tests.factories import MemberFactory


@pytest.fixture
def author(db: Any) -> Member:
    """Somebody whose posts are decided about."""
    return MemberFactory(pseudonym="heron")
