"""Draws stored posts again and makes them findable, after either has changed."""

from typing import Any

from django.db import connection, transaction

from text.rendering import plain, render
from text.words import prepared

BATCH = 500

_UPDATE = """
    UPDATE forums_post AS post SET html = new.html, search = forums_vector(new.title, new.words)
    FROM unnest(%s::bigint[], %s::int[], %s::text[], %s::text[], %s::text[])
        AS new(id, version, html, title, words)
    WHERE post.id = new.id AND post.version = new.version AND post.status <> 'withdrawn'
"""


def reindex(posts: Any, revisions: Any) -> int:
    """Goes through all posts and revisions, a batch to a transaction; how many posts there were.

    ``posts`` and ``revisions`` are the models, so that a migration can give its own. A post that is
    changed meanwhile is left to whoever changes it. It can be run again at any time.
    """
    done, last = 0, 0
    standing = posts.objects.exclude(status="withdrawn").order_by("pk")
    while rows := list(
        standing.filter(pk__gt=last).values_list("pk", "version", "text", "number", "topic__title")[
            :BATCH
        ]
    ):
        last = rows[-1][0]
        drawn = [render(text) for _pk, _version, text, _number, _title in rows]
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(
                _UPDATE,
                [
                    [row[0] for row in rows],
                    [row[1] for row in rows],
                    drawn,
                    [prepared(row[4]) if row[3] == 1 else "" for row in rows],
                    [prepared(plain(html)) for html in drawn],
                ],
            )
        done += len(rows)
    last = 0
    while old := list(revisions.objects.filter(pk__gt=last).order_by("pk")[:BATCH]):
        last = old[-1].pk
        for revision in old:
            revision.html = render(revision.text)
        revisions.objects.bulk_update(old, ["html"])
    return done
