"""Who lives in the demo community. Invented, every one of them."""

from accounts.models import Member

Relation = Member.Relation

# The three of LOGINS come first, in their order.
NAMES: list[tuple[str, Relation]] = [
    ("fern", Relation.LIVING_WITH), ("Quiet Harbour", Relation.LIVING_WITH),
    ("lighthouse", Relation.NOT_SAID), ("marmalade", Relation.LIVING_WITH),
    ("Otter", Relation.LIVING_WITH), ("pebble_74", Relation.WAITING),
    ("tealeaf", Relation.LIVING_WITH), ("Bramble", Relation.CARER),
    ("slow snail", Relation.LIVING_WITH), ("juniper", Relation.LIVING_WITH),
    ("Heron", Relation.LIVING_WITH), ("oatcake", Relation.CARER),
    ("windowsill", Relation.LIVING_WITH), ("Moss", Relation.WAITING),
    ("kettle on", Relation.LIVING_WITH), ("skylark", Relation.LIVING_WITH),
    ("Thistle", Relation.PROFESSIONAL), ("buttons", Relation.LIVING_WITH),
    ("green stick", Relation.LIVING_WITH), ("Rowan", Relation.CARER),
    ("patchwork", Relation.LIVING_WITH), ("drizzle", Relation.LIVING_WITH),
    ("Hazelnut", Relation.LIVING_WITH), ("night owl", Relation.WAITING),
    ("puffin", Relation.LIVING_WITH), ("Saltmarsh", Relation.NOT_SAID),
    ("two left feet", Relation.LIVING_WITH), ("clover", Relation.LIVING_WITH),
    ("Lemon", Relation.CARER), ("hedgehog", Relation.LIVING_WITH),
    ("paper boat", Relation.LIVING_WITH), ("Wren", Relation.LIVING_WITH),
    ("toast", Relation.LIVING_WITH), ("Willow", Relation.CARER),
    ("umbrella", Relation.LIVING_WITH), ("magpie", Relation.LIVING_WITH),
    ("Foxglove", Relation.WAITING), ("driftwood", Relation.LIVING_WITH),
    ("cocoa", Relation.LIVING_WITH), ("Ladybird", Relation.LIVING_WITH),
]  # fmt: skip

# The second and the third look after the place.
GROUPS = ("Moderators", "Admins")
