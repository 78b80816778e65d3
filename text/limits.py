"""How long what members write may be, in characters; counted after tidying."""

TITLE = 150
POST = 20_000
# What is not sent yet may be longer than what can be: it is cut by its author, and by nobody else.
DRAFT = 200_000
DRAFT_TITLE = 1_000
REASON = 2_000
# What one member says about one post, however often.
REPORT = 5 * REASON
WARNING = 120
# What a new member tells the team about themselves.
INTRODUCTION = 1000
