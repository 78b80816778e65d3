from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import ExpressionWrapper, Q
from django.utils import timezone

from accounts.models import Member


# The board a case belongs to, as an array of one, seen from a member's row.
def _in_array(board: str) -> Any:
    ids = ArrayField(models.BigIntegerField())
    return models.Func(
        models.OuterRef(board), template="ARRAY[%(expressions)s]::bigint[]", output_field=ids
    )


_BOARDS = ("post__topic__board", "held__board", "appeal__decision__case__post__topic__board")


def _has_board() -> Q:
    """Of members: who looks after the case's board."""
    boards = Q(moderated_board_ids=None)
    for board in _BOARDS:
        boards |= Q(moderated_board_ids__contains=_in_array(board))
    return boards


def _looks_after(who: str) -> Q:
    """Of members: the one whom the case names as ``who``, if they look after its board still."""
    return _has_board() & Q(pk=models.OuterRef(who))


class CaseQuerySet(models.QuerySet):
    def waiting(self) -> "CaseQuerySet":
        """Open cases: worries about a person first, before the others those to which the person
        wrote back; then by when they should be looked at."""
        order = ("-is_worry", "-is_answered", "review_due_at", "pk")
        return self.filter(status="open").order_by(*order)

    def decided(self) -> "CaseQuerySet":
        return self.filter(status="decided").order_by("-closed_at", "-pk")

    def in_care_of(self, member: Member) -> "CaseQuerySet":
        """Of the boards this moderator looks after; names belong to no board."""
        if not member.is_moderator:
            return self.none()
        if member.moderated_board_ids is None:
            return self
        cases: Any = self.model
        boards = member.moderated_board_ids
        theirs = cases.objects.filter(
            Q(post__topic__board__in=boards) | Q(held__board__in=boards)
        ).values("pk")
        return self.filter(
            Q(pk__in=theirs) | Q(appeal__decision__case__in=theirs) | self._in_nobodys_care()
        )

    @staticmethod
    def _in_nobodys_care() -> Q:
        """As moderation.permissions.is_in_nobodys_care: worries, and what should have been looked
        at, where nobody but whom it is about looks after the board."""
        team = Member.objects.active().moderators().exclude(pk=models.OuterRef("about"))
        looks_after = team.filter(_has_board())
        is_due = Q(is_worry=True) | Q(review_due_at__lt=timezone.now())
        return is_due & ~Q(models.Exists(looks_after))

    def for_moderator(self, member: Member) -> "CaseQuerySet":
        """Every case in their care but those about the member: authors do not learn who reported.

        ``is_part`` says whether the member reported it, or took the decision that is appealed.
        """
        reports: Any = self.model._meta.get_field("reports").related_model
        # Asked once and not for each case: with many of both that is the difference.
        own = reports.objects.filter(reporter=member).values("case")
        part = (
            Q(pk__in=own)
            | Q(appeal__isnull=False, appeal__decision__case__in=own)
            | Q(appeal__isnull=False, appeal__decision__moderator=member)
        )
        return (
            self.in_care_of(member)
            .exclude(about=member)
            .annotate(is_part=ExpressionWrapper(part, output_field=models.BooleanField()))
        )

    def with_subject(self) -> "CaseQuerySet":
        """With all that an item of the queue or a case's own page names."""
        return (
            self.select_related(
                "post__topic__board",
                "about",
                "claimed_by",
                "asked",
                "appeal__decided_by",
            )
            .defer("post__search")
            .prefetch_related(self._appealed(), self._held())
        )

    def _appealed(self) -> models.Prefetch:
        """What an appeal is about, in a question of its own: as joins it would be the whole again,
        and the planner loses its way."""
        appeals: Any = self.model._meta.get_field("appeal").related_model
        decisions: Any = appeals._meta.get_field("decision").related_model
        with_case = decisions.objects.select_related("case__post__topic__board")
        return models.Prefetch("appeal__decision", with_case.defer("case__post__search"))

    def _held(self) -> models.Prefetch:
        held: Any = self.model._meta.get_field("held").related_model
        return models.Prefetch("held", held.objects.select_related("board", "topic", "author"))

    def held_by(self, member: Member) -> "CaseQuerySet":
        """What the member works on at this moment, or was asked about."""
        lease = Q(claimed_by=member, claimed_until__gt=timezone.now())
        return self.filter(lease | Q(asked=member), status="open")

    def free_for(self, member: Member) -> "CaseQuerySet":
        """Open cases this moderator may take on now: held by nobody else and none of their own."""
        cases = self.for_moderator(member).waiting().filter(is_part=False)
        cases = cases.exclude(self.is_held() & ~Q(claimed_by=member))
        if member.role != Member.Role.ADMIN:
            cases = cases.filter(is_for_admins=False)
        cases = cases.filter(Q(asked=member) | ~self._waits_for_who_was_asked())
        return cases.exclude(passed_on__moderator=member)

    @staticmethod
    def is_held() -> Q:
        """Somebody of the team works on it at this moment."""
        team = Member.objects.active().moderators().filter(_looks_after("claimed_by"))
        return Q(models.Exists(team), claimed_until__gt=timezone.now())

    def _waits_for_who_was_asked(self) -> Q:
        """Nobody else gets it until it should have been looked at; at once, if the colleague cannot
        come in any more, reported it, or passed it on."""
        team = Member.objects.active().moderators().filter(_looks_after("asked"))
        theirs: Any = {"pk": models.OuterRef("pk")}
        by_them = self.model._default_manager.filter(
            Q(reports__reporter=models.F("asked")) | Q(passed_on__moderator=models.F("asked")),
            **theirs,
        )
        is_asked = Q(models.Exists(team), review_due_at__gt=timezone.now())
        return is_asked & ~Q(models.Exists(by_them))


class DutyQuerySet(models.QuerySet):
    def current(self) -> "DutyQuerySet":
        now = timezone.now()
        return self.filter(starts_at__lte=now, ends_at__gt=now)

    def members_now(self, board_id: int | None) -> models.QuerySet[Member]:
        """Who of those who look after this board looks in at this moment."""
        ids = self.current().values("member")
        team: models.QuerySet[Member] = Member.objects.active().moderating(board_id)
        return team.filter(pk__in=ids)

    def is_anybody_here(self, board_id: int | None = None) -> bool:
        """Whether somebody looks in at this moment who looks after this board; None is all."""
        return self.members_now(board_id).exists()
