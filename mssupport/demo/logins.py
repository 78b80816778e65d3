"""The public logins of the demo community, for whoever needs them without Django."""

PASSWORD = "calm-river-demo"
LOGINS = {
    "member": "member@demo.example",
    "moderator": "moderator@demo.example",
    "admin": "admin@demo.example",
}
