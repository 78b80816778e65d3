"""What real people's words were heard as, and should not have been; and what was not heard."""

from typing import Any

import pytest

from guidance.drafts import Draft
from guidance.evaluation import default_rules, evaluate

NEWCOMER: dict[str, Any] = {"account_days": 1, "posts": 0}
# Offers of an ear, own stories, comfort, prices, doses of one's own, dates, lines for everybody.
SILENT = [
    "I am here if you want to talk.", "None of this is your fault.",
    "There is nothing wrong with you as a person.", "I hope your scan goes smoothly.",
    "I hope your next scan is a good one.", "Can anyone give me a tip?",
    "I paid 40 pounds for mine.", "I work for my own company and I am exhausted.",
    "My prices went up this month, the heating I mean.", "I take 300 mg of gabapentin at night.",
    "My dose is 20 mg and it suits me.", "My blood test on 12.03.2024 showed 5.2 and 3.1.",
    "Lab: 2024-03-12, lymphocytes 0.8, ALT 45", "Ring the Samaritans on 116 123 any time.",
    "The MS helpline is 0808 800 8000.", "Lifeline is 13 11 14 if you are in Australia.",
    "The support line here is 0161 496 0345.", "Macmillan 0808 808 00 00", "My name is Sam.",
    "B12 5MG at night", "The bus is the M14 5 minutes late.",
    "It costs about 1,200 pounds a month.",
    "I was born in the seventies.", "My PIN pad is broken.", "988 is the number in the US",
    "In my last post I told you about my legs.", "My last post was about steroids.",
    "This is my last message for today, good night.", "People told me at least it isn't cancer.",
    "I tell myself it could be worse.", "I tell myself to get over it.",
    "I was told to calm down by a nurse", "I hate this illness, it can go to hell.",
    "MS can rot in hell.", "We all forget words, me more than most.", "You are not making a fuss.",
    "At least we have each other.", "May I suggest something?",
    "You could ask your nurse if you like.",
    "I had to stop working and it broke me.", "We go for a walk when I can.",
]  # fmt: skip
HELP = [
    "I am going to do it. Goodbye.", "Two more sleeps and I'm gone.", "I'm done. Bye everyone.",
    "I have the tablets here on the bed.", "I have the rope in the garage.",
    "I've got enough pills saved up.", "I am holding the knife.", "I have started cutting again.",
    "I just tried to hang myself.", "I tried to end it last night and it didn't work.",
    "I took an overdose and I wish it had worked.", "I regret surviving.",
    "I woke up in hospital and I am angry that I woke up.", "Only my cat stops me.",
    "The only thing stopping me is my kids.", "If the scan is bad I am done with life.",
    "If they take my benefits I will end it.", "Suicidal again.",
    "I have been feeling, on and off since the spring and after the divorce, suicidal.",
    "I can't do this any more, I want out.", "I've written the letters.",
    "I keep thinking about the bridge.", "i just want to sleep and not wake up",
    "everyone would be better off", "there's no point in me", "Tonight I will sleep forever.",
    "I took the whole box an hour ago",
]  # fmt: skip
# The same kinds in words that say less.
VEILED = [
    "I took a load of my tablets an hour ago and now I am scared.",
    "Been saving up my meds. I think I have enough now.",
    "Goodbye everyone. You have been the best part of these years.",
    "I stood on the bridge for an hour today.", "Once the cat is rehomed I'm done.",
    "I've got a plan and I've got a date.", "I have been self harming since the diagnosis.",
    "I burned myself on purpose.", "They found me. I am disappointed that I'm still here.",
    "I can't promise anyone I'll still be here.", "The only reason I'm still alive is my dog.",
    "If there was a button I'd press it.", "Give me one reason not to.",
    "I keep looking at the rope in the garage.", "Once I'm gone they will have a better life.",
    "I won't be needing my account now.", "I think about crashing the car into a wall.",
    "Please tell my kids it wasn't their fault.", "I am trying really hard to stay alive.",
]  # fmt: skip
NO_HELP = [
    "Goodbye everyone, see you next week!", "Say goodbye to everyone from me until Monday.",
    "I took a lot of tablets over the years, most did nothing.", "Before I go to bed I stretch.",
    "Once the scan is done I'm done for the week, thank goodness.",
    "I have got a plan for the garden and a date with the roofer.",
    "I hit myself on the cupboard door again.", "I drove into the river valley, so pretty.",
    "The only reason I am still up is the cat.", "I keep looking at the pills and forgetting.",
    "Once I'm going, walking is fine.", "I deleted my account on the other site.",
    "It was not their fault that the lift broke.", "I'm trying hard to stay awake.",
    "Give me one reason not to eat cake.", "I stood on the platform and the train was late.",
    "My husband found me asleep in the bath, we laughed.",
    "I can't promise I'll be at the meeting.",
    "I'm going to do it tonight, the injection I mean.", "I'm done with physio for this week.",
    "I cut myself shaving again.", "I have started cutting down on coffee.",
    "I have the tablets on the table for the morning.", "Two more weeks and I'm free of steroids.",
    "I have written the letter to the council.", "Only my dog keeps me going on walks.",
    "The only thing stopping me is the price.", "If the scan is bad I will ring you.",
    "I keep thinking about the bridge we crossed in Porto.", "I want to sleep and wake up rested.",
    "Patients would be better off with a nurse.", "There's no point in going out in this heat.",
    "My brother was suicidal years ago.", "I am not suicidal, just tired.",
    "I took the whole box of leaflets to the library.",
    "I woke up in hospital and the tea was bad.",
    "He is done. Bye everyone, he said, and hung up.",
]  # fmt: skip
DETAILS = [
    "Write to anna(at)mail.example.org", "anna.b [AT] mail.example.org please",
    "My IBAN is DE89 3704 0044 0532 0130 00.", "IBAN GB29NWBK60161331926819",
    "I live at 14 Rosebery Crescent, Leeds.", "I live in 7 The Old Stables, Mill End.",
    "Call me 07700 900123", "ring 0161 496 0345", "text me on 4155550132",
    "In an emergency call my husband on 07700 900123.",
    "If the helpline is busy, text my sister on 07700 900123.",
    "+44 7911 123456 is mine", "0044 7911 123 456 if you're abroad", "tel:+15555550123",
    "my mobile is oh seven seven double oh nine hundred one two three",
    "m a r y @ g m a i l . c o m", "My sort code is 20-00-00 and account 55779911.",
    "My bank is Barclays, account no. 12345678", "My NI number is QQ 12 34 56 C.",
    "My full name is Mary Elizabeth Jones.", "Date of birth: 1 May 1984", "DOB 03/14/1979",
    "I was born on 14/03/1979 in Leeds and my name is Mary Jones.", "hospital number A1234567",
    "My patient ID is 00456712", "my PIN is 4921", "the wifi code is mary1979",
    "my password for the portal is Summer2020!", "My licence plate is AB12 CDE.",
    "Postcode M14 5TQ if you want to send a card.", "Send it to PO Box 123, Leeds",
    "27 Rue de la Paix, Paris", "Hauptstraße 12, 50667 Köln", "insta: @mary.jones.ms",
    "My facebook is facebook.com/maryjones78", "My home IP is 81.2.69.142",
]  # fmt: skip


def rules(text: str, **about: Any) -> set[str]:
    draft = Draft(**{"kind": "reply", **about, "text": text})
    return {prompt.rule for prompt in evaluate(draft, default_rules())}


@pytest.mark.parametrize("text", SILENT)
def test_kindness_and_own_stories_are_left_alone(text: str) -> None:
    for about in ({}, NEWCOMER, {"wish": "listening"}, {"wish": "listening", **NEWCOMER}):
        assert rules(text, **about) == set()
    assert rules(text, kind="opening", **NEWCOMER) == set()


@pytest.mark.parametrize("kind", ["opening", "reply"])
@pytest.mark.parametrize("text", HELP + VEILED)
def test_a_cry_in_other_words_is_heard(text: str, kind: str) -> None:
    assert "G24" in rules(text, kind=kind)
    # It never waits, and nothing else is said.
    assert rules(text, kind=kind) == {"G24"}


@pytest.mark.parametrize("text", NO_HELP)
def test_what_only_looks_like_one_is_not(text: str) -> None:
    assert "G24" not in rules(text) | rules(text, kind="opening")


@pytest.mark.parametrize("text", DETAILS)
def test_details_that_were_missed_are_heard(text: str) -> None:
    assert "G21" in rules(text)


@pytest.mark.parametrize(
    "text",
    ["They do not want us well, there is no money in healthy people.",
     "The vaccine companies hide what causes MS."],
)  # fmt: skip
def test_what_is_kept_from_us_is_asked_about(text: str) -> None:
    assert "G11" in rules(text)
