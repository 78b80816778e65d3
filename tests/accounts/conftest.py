import pytest

from accounts.models import Member
from tests.accounts.logins import with_password_of


@pytest.fixture
def with_password(member: Member) -> Member:
    """Who logs in with tests.accounts.logins.PASSWORD."""
    return with_password_of(member)
