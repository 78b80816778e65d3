"""G17: a title that does not say what the topic is about."""

import re

from django.utils.translation import gettext_lazy as _

from guidance.drafts import Draft, Prompt, Severity

_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")

# Words that could stand above any topic here.
_SAY_NOTHING = frozenset(
    """
    a about advice all am an and any anybody anyone anything are ask asking can confused
    could does do else everybody everyone feeling for get give got guys have having hello
    help hey hi i i'm in info information is issue issues it just know looking me ms my
    myself need new newbie not of on or out people please pls problem problems query
    question questions quick really share so some somebody someone something sos stuff
    support thanks that the there this thoughts to update urgent us we what what's wondering
    you your
    """.split()
)
# One of these is enough to say what it is about, however short the title.
_SAY_ENOUGH = frozenset(
    """
    alemtuzumab amantadine aubagio avonex azathioprine baclofen balance betaferon bladder
    bowel briumvi carer cladribine cog copaxone cramps crutches cycling depression diagnosis
    diet dizziness driving drop employment falls fampridine fampyra fatigue fingolimod flu
    gabapentin gilenya heat hsct hug insomnia intimacy itching job kesimpta kids lemtrada
    lhermitte lesions ldn mavenclad mayzent menopause mri modafinil natalizumab needles
    numbness nystagmus ocrelizumab ocrevus ofatumumab optic neuritis pain physio pip
    plegridy ponesimod ponvory pregabalin pregnancy rebif relapse relapses sativex sex sleep
    spasms spasticity speech steroids stem swallowing swimming tecfidera tingling tinnitus
    travel tremor tremors trigeminal tysabri uhthoff vaccines vertigo vision vitamin
    vumerity walking wheelchair work yoga zeposia
    """.split()
)


def vague_title(draft: Draft) -> Prompt | None:
    """Add the thing itself: it brings the people who know about it."""
    if draft.kind not in {"title", "opening"} or not draft.title.strip():
        return None
    words = [word.casefold() for word in _WORD.findall(draft.title)]
    if any(word in _SAY_ENOUGH for word in words):
        return None
    telling = [word for word in words if word not in _SAY_NOTHING]
    if telling and len(words) >= 3:
        return None
    return Prompt(
        rule="G17",
        severity=Severity.TIP,
        message=_(
            "Could the title say what it is about, such as “leg spasms at night”? "
            "That brings the people who know it."
        ),
        words=(draft.title.strip(),),
        field="title",
    )
