"""Who takes part, what they agreed to, and what they may do at the moment."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any, ClassVar

from django.contrib.auth.models import (
    AbstractBaseUser,
    AnonymousUser,
    BaseUserManager,
    Group,
    Permission,
)
from django.contrib.postgres.fields import ArrayField
from django.core.validators import MinLengthValidator
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from accounts import consents, pseudonyms
from accounts.querysets import MemberQuerySet
from text.direction import isolated

# When a suspension without an end would end.
PERMANENT = datetime(9999, 1, 1, tzinfo=UTC)


class MemberManager(BaseUserManager["Member"].from_queryset(MemberQuerySet)):  # type: ignore[misc]
    def create_user(
        self, email: str, pseudonym: str, password: str | None = None, **fields: object
    ) -> "Member":
        member: Member = self.model(email=email.lower(), pseudonym=pseudonym, **fields)
        member.set_password(password)
        member.save(using=self._db)
        return member

    def create_superuser(
        self, email: str, pseudonym: str, password: str | None = None, **fields: object
    ) -> "Member":
        """An admin; the name is Django's, so that its createsuperuser command works."""
        from allauth.account.models import EmailAddress  # its models need those of here

        member = self.create_user(email, pseudonym, password, **fields)
        member.groups.add(*Group.objects.filter(permissions__codename="administer"))
        # Whoever types the command has the server: the first admin needs no mail to come in.
        EmailAddress.objects.create(user=member, email=member.email, verified=True, primary=True)
        member.refresh_from_db(fields=["role"])
        return member


class Member(AbstractBaseUser):
    """One person with an account. Others know only the pseudonym and the relation to MS."""

    class Relation(models.TextChoices):
        LIVING_WITH = "living_with", _("Living with MS")
        WAITING = "waiting", _("Waiting for a diagnosis")
        CARER = "carer", _("Carer or family")
        PROFESSIONAL = "professional", _("Health professional")
        NOT_SAID = "not_said", _("I prefer not to say")

    class Role(models.TextChoices):
        MEMBER = "member", _("Member")
        MODERATOR = "moderator", _("Moderator")
        ADMIN = "admin", _("Admin")

    TEAM = (Role.MODERATOR, Role.ADMIN)

    class ReadingOrder(models.TextChoices):
        THREADED = "threaded", _("Replies under what they answer")
        FLAT = "flat", _("Oldest to newest")

    class LiveReplies(models.TextChoices):
        LIVE = "live", _("Tell me as they come")
        GATHERED = "gathered", _("Tell me every five minutes")
        OFF = "off", _("Not until I load the page again")

    email = models.EmailField(_("e-mail address"), unique=True)
    pseudonym = models.CharField(
        _("pseudonym"),
        max_length=30,
        validators=[
            MinLengthValidator(2, _("A pseudonym has at least 2 characters.")),
            pseudonyms.validate_signs,
        ],
    )
    # What the pseudonym looks like: see accounts.pseudonyms.skeleton.
    skeleton = models.CharField(
        max_length=60, default="", db_default="", editable=False, db_index=True
    )
    relation = models.CharField(
        _("relation to MS"), max_length=20, choices=Relation, default=Relation.NOT_SAID
    )
    groups = models.ManyToManyField(
        Group, blank=True, related_name="members", verbose_name=_("groups")
    )
    # Follows from what the groups may do; the database settles it, and nobody else can write it.
    role = models.CharField(
        _("role"), max_length=20, choices=Role, default=Role.MEMBER, editable=False
    )
    # The ids of the boards a moderator looks after; None is all of them.
    moderated_board_ids = ArrayField(
        models.BigIntegerField(), null=True, editable=False, db_column="moderates_only"
    )
    is_active = models.BooleanField(_("may log in"), default=True)
    # False while a moderator has not said yes, where the house wants that.
    is_approved = models.BooleanField(_("admitted"), default=True, db_default=True, editable=False)
    # The team said no; it can be looked at again like any decision.
    is_rejected = models.BooleanField(default=False, db_default=False, editable=False)
    # What they tell the team about themselves while they wait; it goes with the answer.
    introduction = models.TextField(blank=True, db_default="", editable=False)
    consent_version = models.PositiveSmallIntegerField(_("consent given to version"), default=0)
    read_only_until = models.DateTimeField(_("read-only until"), null=True, blank=True)
    suspended_until = models.DateTimeField(_("suspended until"), null=True, blank=True)
    reading_order = models.CharField(
        _("order of replies"), max_length=10, choices=ReadingOrder, default=ReadingOrder.THREADED
    )
    live_replies = models.CharField(
        _("new replies to the topic I am reading"),
        max_length=10,
        choices=LiveReplies,
        default=LiveReplies.LIVE,
        db_default=LiveReplies.LIVE,
    )
    time_zone = models.CharField(_("time zone"), max_length=50, blank=True)
    joined_at = models.DateTimeField(_("joined"), default=timezone.now, editable=False)
    # Grows with every change of password, role or standing (a trigger sees to it) and with every
    # log-out: a socket opened at another version hears nothing more.
    access_version = models.PositiveIntegerField(default=0, db_default=0, editable=False)
    # Every session knows the number it began at; when it grows, those of before are over.
    logins_version = models.PositiveIntegerField(default=0, db_default=0, editable=False)
    # When the account was erased; what is left is a name for what others answered to.
    left_at = models.DateTimeField(null=True, editable=False)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["pseudonym"]

    objects = MemberManager()

    class Meta:
        verbose_name = _("member")
        verbose_name_plural = _("members")
        permissions = [
            ("moderate", "Is a moderator: sees hidden posts, works on the review queue"),
            ("administer", "Is an admin: decides what moderators hand on"),
            ("enter_admin", "May enter the admin pages"),
            ("change_standing", "May restrict, suspend and restore from the admin pages"),
            ("see_email", "May look at an e-mail address, with a reason"),
        ]
        constraints = [
            models.UniqueConstraint(
                Lower("pseudonym"),
                name="pseudonym_once",
                violation_error_message=_("Somebody already uses this pseudonym."),
            ),
            models.UniqueConstraint(Lower("email"), name="email_once"),
            models.CheckConstraint(
                condition=models.Q(role__in=["member", "moderator", "admin"]), name="role_known"
            ),
        ]

    def __str__(self) -> str:
        """As it stands in a sentence."""
        return isolated(self.pseudonym)

    def save(self, **kwargs: Any) -> None:  # type: ignore[override]
        """Keeps the skeleton true to the pseudonym."""
        self.skeleton = pseudonyms.skeleton(self.pseudonym)[:60]
        fields = kwargs.get("update_fields")
        if fields is not None and "pseudonym" in fields:
            kwargs["update_fields"] = {*fields, "skeleton"}
        super().save(**kwargs)

    @property
    def is_moderator(self) -> bool:
        """Whether they are of the team, whatever boards they look after."""
        return self.role in {self.Role.MODERATOR, self.Role.ADMIN}

    def moderates(self, board_id: int | None) -> bool:
        """Whether they look after this board; None is what belongs to no board."""
        return self.is_moderator and (
            self.moderated_board_ids is None or board_id in self.moderated_board_ids
        )

    @property
    def is_staff(self) -> bool:
        """Django admin asks this."""
        return self.has_perm("accounts.enter_admin")

    @property
    def has_consented(self) -> bool:
        return self.consent_version == consents.CURRENT_VERSION

    @property
    def is_read_only(self) -> bool:
        return self.read_only_until is not None and self.read_only_until > timezone.now()

    @property
    def is_suspended(self) -> bool:
        return self.suspended_until is not None and self.suspended_until > timezone.now()

    @property
    def is_banned(self) -> bool:
        """Suspended without an end."""
        return self.suspended_until is not None and self.suspended_until >= PERMANENT

    @cached_property
    def _permissions(self) -> frozenset[str]:
        found = Permission.objects.filter(group__members=self)
        pairs = found.values_list("content_type__app_label", "codename")
        return frozenset(f"{app}.{codename}" for app, codename in pairs)

    def has_perm(self, perm: str, obj: object = None) -> bool:
        """Whether one of their groups may do this, such as ``forums.change_board``."""
        return self.is_active and not self.is_suspended and perm in self._permissions

    def has_perms(self, perms: Iterable[str], obj: object = None) -> bool:
        return all(self.has_perm(perm, obj) for perm in perms)

    def has_module_perms(self, app_label: str) -> bool:
        return self.is_active and any(
            each.startswith(f"{app_label}.") for each in self._permissions
        )

    def get_session_auth_hash(self) -> str:
        """Django's, which follows the password; and the number that ends sessions without one."""
        return self._at_version(super().get_session_auth_hash())

    def get_session_auth_fallback_hash(self) -> Iterator[str]:
        for each in super().get_session_auth_fallback_hash():
            yield self._at_version(each)

    def _at_version(self, session_hash: str) -> str:
        return f"{session_hash}.{self.logins_version}" if self.logins_version else session_hash

    def get_short_name(self) -> str:
        return self.pseudonym


class Consent(models.Model):
    """One member agreed once to one wording, or took that back."""

    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="consents")
    version = models.PositiveSmallIntegerField()
    wording_sha256 = models.CharField(max_length=64)
    given_at = models.DateTimeField(default=timezone.now)
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["member", "version"],
                condition=models.Q(withdrawn_at=None),
                name="one_standing_consent",
            )
        ]

    def __str__(self) -> str:
        return f"version {self.version}"


class Block(models.Model):
    """One member does not want to meet another here; from then on neither sees the other."""

    by = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="blocks_made")
    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="blocks_met")
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["by", "member"], name="block_once"),
            models.CheckConstraint(
                condition=~models.Q(by=models.F("member")), name="nobody_blocks_themselves"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.by_id} blocks {self.member_id}"


class StatusChange(models.Model):
    """One change of what a member may do, with its reason. Never edited, never deleted."""

    class Kind(models.TextChoices):
        READ_ONLY = "read_only", _("May read, not write")
        SUSPENDED = "suspended", _("Suspended")
        BANNED = "banned", _("Suspended for good")
        RESTORED = "restored", _("Restored")
        GIVEN_BACK = "given_back", _("A restriction taken back")
        ROLE = "role", _("Groups changed")
        RENAMED = "renamed", _("Another pseudonym")
        BOARDS = "boards", _("Boards to look after changed")
        SECOND_STEP_ASKED = "second_step_asked", _("One admin wants to take the second step away")
        SECOND_STEP_GONE = "second_step_gone", _("Two admins took the second step away")
        SECOND_STEP_KEPT = "second_step_kept", _("The second step stays: the member used it")
        ADDRESS_ASKED = "address_asked", _("An admin began to change the e-mail address")
        ADDRESS = "address", _("Another e-mail address")
        LEAVING = "leaving", _("An admin began to delete the account")

    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="status_changes")
    kind = models.CharField(_("change"), max_length=20, choices=Kind)
    until = models.DateTimeField(_("until"), null=True)
    # What was asked for, where a longer one held already and goes on.
    asked_until = models.DateTimeField(null=True, editable=False)
    reason = models.TextField(_("reason, as the member reads it"))
    by = models.ForeignKey(
        Member, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("by")
    )
    made_at = models.DateTimeField(_("made"), default=timezone.now)

    class Meta:
        # The database seals its rows by this name: see moderation.records.
        db_table = "accounts_standingchange"
        ordering = ["-made_at", "-pk"]
        verbose_name = _("change of standing")
        verbose_name_plural = _("changes of standing")

    def __str__(self) -> str:
        return self.get_kind_display()


class Joining(models.Model):
    """Somebody filled in the form to join and has not typed the code from their mailbox yet."""

    KEPT_FOR, VALID_FOR, MAX_TRIES = timedelta(days=1), timedelta(minutes=10), 5

    token = models.UUIDField(unique=True)
    email = models.EmailField(db_index=True)
    pseudonym = models.CharField(max_length=30)
    relation = models.CharField(max_length=20, choices=Member.Relation)
    password = models.CharField(max_length=128)
    code = models.CharField(max_length=64)
    sent_at = models.DateTimeField()
    tries = models.PositiveSmallIntegerField(default=0)
    verified_at = models.DateTimeField(null=True)
    made_at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return self.pseudonym

    @property
    def is_valid(self) -> bool:
        """Whether its code can still be typed."""
        return self.tries < self.MAX_TRIES and self.sent_at > timezone.now() - self.VALID_FOR


class AddressChange(models.Model):
    """An admin named another address for a member, and its code was not typed yet."""

    VALID_FOR = timedelta(days=2)

    member = models.OneToOneField(Member, on_delete=models.CASCADE, related_name="address_change")
    email = models.EmailField()
    code = models.CharField(max_length=64)
    by = models.ForeignKey(Member, on_delete=models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return f"for {self.member_id}"


class StashedForm(models.Model):
    """What a member sent and nobody took: they were logged out, or somebody else was logged in.

    It is theirs alone, comes back on the page it was meant for, and is forgotten after a while.
    """

    MAX_PER_MEMBER = 20
    KEPT_FOR = timedelta(days=30)

    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="stashed_forms")
    path = models.CharField(max_length=500)
    # {name: text, or a list where a field came several times}
    fields = models.JSONField()
    kept_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-kept_at", "-pk"]
        indexes = [models.Index(fields=["member", "path"], name="kept_form_by_path")]

    def __str__(self) -> str:
        return self.path


class Leaving(models.Model):
    """A member wants the account deleted; until ``due_at`` they can change their mind."""

    GRACE = timedelta(days=14)

    member = models.OneToOneField(Member, on_delete=models.CASCADE, related_name="leaving")
    # Posts stay without the name, or their words go as well.
    keeps_words = models.BooleanField()
    asked_at = models.DateTimeField(default=timezone.now)
    due_at = models.DateTimeField(db_index=True)
    # An admin who began it for the member, and why.
    by = models.ForeignKey(Member, on_delete=models.SET_NULL, null=True, related_name="+")
    reason = models.TextField(blank=True)

    def __str__(self) -> str:
        return f"{self.member_id} on {self.due_at:%Y-%m-%d}"


class Erasure(models.Model):
    """An account was erased: no more than a restored backup needs to do it again."""

    member_number = models.BigIntegerField(unique=True)
    kept_words = models.BooleanField()
    # So many rows of the record lost their words by it: see moderation.records.
    sealed_rows = models.PositiveIntegerField(default=0)
    erased_at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return f"member {self.member_number}"


# Whoever looks at a page, logged in or not.
Viewer = Member | AnonymousUser
