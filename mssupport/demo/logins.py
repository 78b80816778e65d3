"""The public logins of the demo community, for whoever needs them without Django."""

PASSWORD = "calm-river-demo"
LOGINS = {
    "member": "member@demo.example",
    "moderator": "moderator@demo.example",
    "admin": "admin@demo.example",
}


def demo_logins() -> dict[str, str]:
    """{role: address} of those of the demo who are in the database; empty without a demo."""
    from accounts.models import Member

    there = set(Member.objects.filter(email__in=LOGINS.values()).values_list("email", flat=True))
    return LOGINS if there == set(LOGINS.values()) else {}
