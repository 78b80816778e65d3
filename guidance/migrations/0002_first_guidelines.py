"""The guidelines and help lines a new forum starts with; admins edit them from then on."""

from django.db import migrations

GUIDELINES = [
    (
        "Speak from your own life",
        "Tell us what happened to you, what you tried and how it went. Your story helps, even "
        "when you have no answer.",
        "MS is different for everybody. What you lived through is true, and nobody can argue "
        "with it.",
        "“Heat floors me. I plan my shopping for the morning, and that got me through July.”",
        "“Everybody with MS has to stay out of the sun.”",
    ),
    (
        "Listen first",
        "Before you give advice, say that you heard the person. If you are not sure what would "
        "help, ask.",
        "Most of us want to be understood before we want to be fixed.",
        "“That sounds exhausting. Would it help to hear what I did, or would you rather just "
        "let it out?”",
        "“You should just rest more.”",
    ),
    (
        "Be kind to the person, even if you disagree",
        "Talk about what was said, not about who said it. No insults, no mocking, and no doubt "
        "about whether somebody is really ill.",
        "Many of us have been disbelieved. This is a place where that does not happen.",
        "“I see it differently, because for me the tablets helped.”",
        "“You clearly have no idea. You don’t even look ill.”",
    ),
    (
        "Every kind of day is welcome",
        "You can be sad, angry, scared, bored or happy here. Nobody has to be brave or cheerful. "
        "Good news is welcome too, and takes nothing away from anybody.",
        "Honest talk is why we are here. Being told to look on the bright side can make people "
        "feel alone.",
        "“Today is awful and I wanted to say so somewhere.”",
        "“Stay positive. Others have it worse.”",
    ),
    (
        "Treatment is a talk with your own team",
        "Share how a treatment went for you. Do not tell others to start, stop or change a "
        "medicine or a dose.",
        "Stopping some MS medicines suddenly can bring relapses back harder. Nobody here can "
        "examine anybody.",
        "“I wanted to stop too. My nurse and I found another way to take it.”",
        "“Just stop taking it. I did and I am fine.”",
    ),
    (
        "Say where facts come from",
        "If you share a fact or a study, say where it is from, and give the link if you have it. "
        "If it is your own experience, say that. No treatment is known to cure MS.",
        "It lets others check, and it keeps hope honest.",
        "“My clinic’s leaflet says this takes about six months. Here is the page.”",
        "“They don’t want you to know, but this diet cures MS.”",
    ),
    (
        "Protect your own privacy and that of others",
        "Do not post full names, addresses, phone numbers, e-mail addresses or the names of "
        "clinic staff, yours or anybody else’s. What people tell here stays here.",
        "Strangers read too. What is out cannot be taken back.",
        "“My neurologist at a big city hospital told me …”",
        "“Ring Dr Smith on 020 …, and tell her I sent you.”",
    ),
    (
        "Nothing for sale",
        "No selling, no adverts, no fundraising and no research calls without a moderator’s yes.",
        "People who are ill are often sold false hope. This place is not for that.",
        "“I bought a cooling vest, and this is how I get on with it.”",
        "“Message me for a discount on my programme.”",
    ),
    (
        "If life feels too much, say so",
        "You may talk about dark thoughts. Please leave out ways and means. If you are in danger "
        "now, use “I need help now”: volunteers here are not an emergency service.",
        "Talking about it can help, and details can harm others who are in the same place.",
        "“Some nights I do not want to be here any more. I needed to tell somebody.”",
        "Describing how somebody could hurt themselves, or telling anybody to.",
    ),
]

# Nobody of the forum's own team has rung these yet, so they start as not checked.
LINES = [
    ("United Kingdom, Ireland", "Samaritans", "116 123", "day and night",
     "https://www.samaritans.org"),
    ("United States", "988 Suicide & Crisis Lifeline", "988", "day and night",
     "https://988lifeline.org"),
    ("Canada", "9-8-8 Suicide Crisis Helpline", "988", "day and night", "https://988.ca"),
    ("Australia", "Lifeline", "13 11 14", "day and night", "https://www.lifeline.org.au"),
    ("New Zealand", "Need to talk?", "1737", "day and night", "https://1737.org.nz"),
]  # fmt: skip


def write(apps, _editor):
    guideline_model = apps.get_model("guidance", "Guideline")
    version_model = apps.get_model("guidance", "GuidelineVersion")
    for number, (title, body, why, fits, does_not_fit) in enumerate(GUIDELINES, start=1):
        words = {
            "title": title, "body": body, "why": why, "fits": fits, "does_not_fit": does_not_fit,
        }  # fmt: skip
        guideline = guideline_model.objects.create(number=number, **words)
        version_model.objects.create(
            guideline=guideline, version=1, is_published=True, by=None, **words
        )
    for position, (country, name, phone, hours, url) in enumerate(LINES):
        apps.get_model("guidance", "HelpLine").objects.create(
            country=country, name=name, phone=phone, hours=hours, url=url,
            position=position,
        )  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [("guidance", "0001_first")]
    operations = [migrations.RunPython(write, migrations.RunPython.noop)]
