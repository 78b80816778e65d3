"""A cry for help is heard whatever stands beside it, and in whatever words; what only looks like
one is left alone."""

import itertools

import pytest

from guidance.detectors.risk_to_self import danger_in_answer
from guidance.drafts import Draft, Severity
from guidance.evaluation import default_rules, evaluate
from guidance.normalized_text import NormalizedText

# Each has a word in it that would make a cry of its own one that is denied, told by others, or long
# ago.
BESIDE = [
    "I lost my job", "My dog died", "My mum died last year", "It's not a joke",
    "The tablets didn't help", "My husband used to help me", "She said I was a burden",
    "I survived the last attempt", "Years ago I was happy", "Nobody said it would be like this",
    "They told me to calm down", "I don't work any more", "I never complained",
    "I went to a funeral today", "When I was young I danced", "I swear",
    "I no longer think anybody can help", "I don't care what anyone says",
    "I can't believe I'm saying this", "My brother passed away in May", "Last year was hard",
]  # fmt: skip
JOINERS = [", ", " and ", " but ", " so ", ". ", " - ", "\n", ", and ", "; ", " because "]
CRIES = [
    "I want to kill myself", "I'm going to end my life", "I want to die", "I am suicidal",
    "I don't want to be here any more", "I wish I was dead", "I will kill myself tonight",
    "I'm thinking of suicide", "I took an overdose an hour ago", "Life is not worth living",
    "I tried to hang myself yesterday", "I had suicidal thoughts all week",
]  # fmt: skip
HEARD = [
    # Spelt as it comes.
    "i wanna die", "I want to kill my self", "I want 2 die", "“I want to die” is all I can say.",
    "I keep thinking “I want to die”.", "I'm not gonna lie I want to die",
    "I don't know why I want to die.", "I don't know if I want to live.",
    "I said I want to die and nobody listened.", "I lost my job and want to kill myself.",
    # In other words.
    "I'd rather die than go on", "I no longer want to live", "I never want to wake up again",
    "I hope I die tonight", "Just let me die", "I deserve to die", "I have nothing to live for",
    "thinking about suicide", "Suicide is the only way out", "Been suicidal since the diagnosis",
    "I have suicidal feelings", "I'm scared I'll hurt myself", "Death would be a relief.",
    "I should have died in that crash.", "I survived, sadly.", "Unfortunately I am still here.",
    "I'd be better gone.", "I just want it all to end.", "I'm not safe on my own tonight.",
    "I am scared of what I might do tonight.", "The dark thoughts are back and they're loud.",
    "My head keeps telling me to end it.", "I would have done it already.",
    "I want to be with my mum again, she died in May.", "cant do this anymore goodbye",
    "I don't think I'll make it through the night.", "You won't hear from me again.",
    # What was taken or done, or is at hand.
    "I slit my wrist", "I took 40 paracetamol", "I've taken all my baclofen",
    "I took all of them about an hour ago.", "I am about to jump", "I've tied the rope",
    "I have the tablets lined up on the table.", "I don't trust myself with the pills.",
    "I asked my wife to hide the medicines from me.", "I've saved up my amitriptyline for months.",
    "I'm standing on the roof.", "I stopped the insulin on purpose.",
    # With a word of weight, without the “I”, or misspelt.
    "i just don't want to be here any more", "i really don't want to live any more",
    "took all my pills", "hope i don't wake up", "went home and took thirty paracetamol",
    "i wnt to die", "i want too die", "i dnt want to live", "want to die",
    # In other tenses.
    "I have been wanting to die for six weeks.", "I nearly killed myself last night.",
    "I'd have killed myself by now.", "I've been thinking of ending it.",
    "All I want is to die.", "All I think about is dying.", "I won't be alive next week.",
    "I am going to take all my tablets tonight.", "My suicide is planned for Friday.",
    "Tonight I really am going to end it.", "I can't see a reason to wake up tomorrow.",
    "The kids would be better off with the insurance money than with me.", "I'm worth more dead.",
    "I've written letters to everyone. It's sorted.", "how many paracetamol does it take",
    "I just want it to stop, all of it, for good.", "suicidal again tonight, can't ring anyone",
    "tbh im done. goodnight everyone, it was nice knowing you all", "Feeling suicidal right now",
    "thinking about driving my car off the bridge", "I'm thinking of driving into a wall",
    "I don't deserve to live.", "I'd rather not exist.", "I've stopped seeing any future.",
    "please someone tell me why i should stay", "life isnt worth it anymore", "I'm suicidle",
    "there's no way out for me", "I feel sucidal", "want 2 b dead", "if i had a gun i'd use it",
    "I'm a coward or I'd have done it.", "I googled painless ways to go last night",
    "I keep thinking how easy it would be to just let the car roll.", "i've got the knife here",
    "I can't do another day of this. I can't. I'm sorry.", "Chcę umrzeć", "Quero morrer",
    "Jag vill dö", "Jeg vil dø", "Dw i eisiau marw",
    "I think my partner might do something stupid tonight.",
    "He left a note and isn't answering his phone", "Mum has swallowed a load of her tablets",
    "I want to step in front of a train", "I'm thinking about jumping off the car park roof",
    # With something else than tablets, or nearly.
    "I drank bleach.", "I injected all my insulin.", "I bought a rope.",
    "I held the knife to my wrist.", "I attempted suicide on Monday.",
    "The next attempt won't fail.", "I almost stepped off the platform.",
    "I don't feel safe in my own house with these tablets.",
    # In quotation marks of any kind, and not only of the plainest.
    "'I want to die' is all I can think.", "I keep thinking “I wish I was dead”.",
    "I wrote “I want to die” in my diary and I mean it.",
    # Of somebody else.
    "My brother has taken an overdose.", "My husband says we'd be better off without him.",
    "She says she's going to end it.", "My son has hung himself.",
    "My husband has taken all his tablets", "My toddler swallowed 3 of my gabapentin",
    "My friend from here wrote me that she's ending it tonight.",
    # Elsewhere than in English.
    "Ich bringe mich heute um", "Ich habe alle Tabletten genommen",
    "J'ai avalé tous les comprimés", "He tomado todas las pastillas",
    "Ho preso tutte le pastiglie", "Ik heb alle pillen ingenomen", "J'ai envie de mourir",
    "Tengo ganas de morir", "Mi voglio ammazzare", "Ik ga zelfmoord plegen",
]  # fmt: skip
QUIET = [
    "I used to want to die.", "Years ago I wanted to die.", "I never said I want to die.",
    "He said he wants to die laughing.", "I'm not going to kill myself, don't worry.",
    "I used to want to kill myself, but not now that I have you lot.", "I don't want to die.",
    "I'm not saying I want to die.", "It's not that I want to die, I'm just tired.",
    "I've never wanted to kill myself.", "I wanted to kill myself, back then.",
    "Last year I wanted to end my life.", "When my mum died I wanted to die too.",
    "I no longer feel suicidal.", "I don't think I want to die.", "I wanna die laughing at this.",
    "I took 20 mg baclofen this morning.", "I've taken 30 tablets a month since 2015.",
    "I took 16 tablets a day for years.", "My mum took 2 tablets for her head.",
    "I took all of my tablets today, gold star for memory", "I have everything to live for.",
    "I'm about to jump in the shower.", "I'm scared I'll hurt myself on the stairs.",
    "I cut my wrist on the cat's cage.", "My husband took 20 tablets back to the pharmacy.",
    "My husband has taken all his tablets as prescribed.", "I've set a date for the wedding",
    "I'm going to do it this time: the London marathon", "I won't be here next week, off to Spain",
    "I almost did it yesterday, 5 km on the bike.", "Thinking about suicide prevention week.",
    "I was going to do it but my sister rang, so no baking.",
    "I don't want anything, I just want to not be the only one.",
    "I don't want to live in a nursing home at 45.", "I don't want to live with my parents again.",
    "I wish I was gone already, the plane leaves at noon.",
    "My mum doesn't want to live in a home.",
    "My sister wants to die her hair pink.", "They were better off without me at the quiz.",
    "My daughter hurt herself at gymnastics.", "I could kill myself for forgetting her birthday.",
    "I've got a plan and a date: wedding on 4 May.", "Tonight's the night, curry and a film.",
    "I have enough pills saved for the holiday plus a week spare.", "The urge to end it with him.",
    "When the bag leaked I just wanted to die, now I laugh about it.",
    "I'm thinking of driving into Leeds on Friday.", "I'm going to drive off early tomorrow.",
    "I'm going to step off the committee.", "I'm about to jump off the call, tea is ready.",
    "I'm thinking of checking out early to beat the traffic.", "We drive into the city at noon.",
    "I'm going to step in front of the class and tell them.", "How many tablets do you take?",
    "I'm going to hurt myself on these stairs.", "I can't see a reason to carry on with Copaxone.",
    "It was nice knowing you, sweet tooth.", "How many baclofen does it take to stop a spasm?",
    "I've written letters to everyone about my PIP.", "I want it to stop raining.",
    "I'm planning to end everything I owe on the card by June.",
    "I'll be gone by Friday, back on Monday.",
    "I've got the tablets in my hand and the leaflet in the other, do I take it with food?",
    "Life isn't worth it without cake.", "He left a note on the fridge: buy milk.",
    "Can anybody tell me why I should stay on Tecfidera?", "There's no way out of the car park.",
    "Mum has taken loads of photos.", "I can't see a future with him.",
    "My husband will do something stupid like buy another boat.",
    "I'm going to jump off at the next stop.", "I overdosed on chocolate this weekend.",
]  # fmt: skip
URGING = [
    "Just die already, Tom.", "@tom kill yourself", "Tom, kill yourself.", "Tom kill yourself",
    "Go and take all your tablets.", "If you want to die, go ahead.",
    "Stop threatening and just do it.", "# Kill yourself.", "~~Kill yourself~~",
    "(Kill yourself.)", "[Kill yourself](https://example.org)", "😂 Kill yourself 😂",
    "**Kill yourself**", "- Kill yourself", "Bring dich um", "Häng dich auf", "Va te tuer",
    "Tue-toi", "Mátate", "kill urself", "Why haven't you killed yourself yet?",
    "Do everyone a favour and end it.", "No one would care if you died.", "Hope it kills you.",
    "You're better off dead.", "Stirb endlich", "Va crever", "DIE DIE DIE",
]  # fmt: skip
# Anger at the illness, jokes of friends, and what keeps somebody from it.
NOT_URGING = [
    "Die, you horrible disease.", "Go die, MS!", "Just die, fatigue.", "Drop dead, brain fog!",
    "You can't go and die on me, you old goat, I'd miss you.", "Don't you dare die on us.",
    "Please don't kill yourself.", "Hope you choke with laughter at this picture.",
    "Nobody would miss you if you left for a week, take the holiday.",
    "Just take all your tablets as prescribed.", "I am glad you didn't kill yourself.",
    "Go and take all your tablets to the pharmacist.",
    "There's nothing the matter with you for feeling jealous.",
    "If you want to die tonight, please ring them, do it now.", "Hope your MS stops progressing.",
    "Hope your heart stops racing soon.", "I hope you don't wake up with spasms.",
    "I hope you die old and happy.", "Hope you choke up at the wedding like I did, happy tears.",
    "Nobody would miss you? I would!", "No one will miss you more than I will.",
    "Bitte bring dich nicht um, wir brauchen dich.", "Bring dich morgen um 10 Uhr in die Klinik.",
    "Elle va te tuer cette fatigue, repose-toi.", "Just take all your tablets in the evening.",
    "MS can die in a fire.", "Top yourself up with water.",
    "Why are you still breathing through it?",
    "My ex told me to kill myself.", "I know where you live now, just round the corner, coffee?",
    "Hope you die of laughter at this video.", "Hope your next relapse never comes.",
]  # fmt: skip
THREATS = [
    "I will find out where you live", "I'm going to kill you", "You'll be sorry when I see you.",
    "I know where you live, watch out.", "I'm going to make you regret that.",
]  # fmt: skip
NO_THREATS = [
    "I know where you're coming from.", "I'll kill you with kindness.", "You won't regret it.",
    "You will regret it if you overdo it today.", "I'll come after you in the queue.",
    "You will be sorry to hear that the nurse left.", "I will never hurt you.",
]  # fmt: skip
# Figures of speech that are no sudden sign of the illness.
NO_SIGN = [
    "I'm dead on my feet today, my legs want a chair.",
    "I feel so useless sitting here, my legs are heavy.",
    "Everything is grey since the diagnosis. My eyes are tired of crying.",
    "The drug has stopped working and my hands are worse than last year.",
    "I am blind with rage. My mouth says things.", "The weather is grey and my legs ache.",
    "I can't move on. My arms are empty.", "I can't stand this body.",
    "My confidence has disappeared and my legs are tired.",
    "My hands are useless at knitting these days.", "My hair is grey and my face is round.",
    "My face dropped when I saw the price.", "I can't see the wood for the trees.",
    "I couldn't breathe for laughing.", "I collapsed on the sofa after work.",
    "I can't walk any more and use a wheelchair since 2016.", "We can't move house until spring.",
]  # fmt: skip
SIGNS = [
    "My left leg just stopped working this morning.",
    "Woke up and my right arm is dead.",
    "Half the picture went black in one eye an hour ago.",
    "I can't move my legs.",
    "A curtain came down over my right eye.",
    "My left eye sees nothing but grey.",
    "I cannot lift my arm today, could yesterday.",
    "Blind in the left eye since this morning",
    "I'm struggling to breathe since the injection.",
    "My throat is closing up after my shot.",
    "Sudden terrible headache and stiff neck.",
    "Can't swallow at all today, even my own spit.",
    "Half of my body has gone numb since this morning.",
    "Suddenly deaf in one ear.",
    "Double vision came on this afternoon.",
    "He's shaking all over and won't wake up.",
]
ANSWERS = [
    "no",
    "Nope.",
    "not really",
    "already did it",
    "took 60",
    "I can't promise that",
    "engine on",
    "there's a lot of blood",
    "don't send anyone",
    "I swallowed something",
    "ask me tomorrow if I'm still here",
    "I'm scared of myself",
    "on the roof",
]
SAFE_ANSWERS = [
    "I did it, I rang my GP.", "I took them this morning as usual, my normal dose.",
    "The tablets are gone, my wife locked them away.", "It's over, the spasm has passed, phew.",
    "I'm getting sleepy, will write tomorrow. I'm safe.", "No thanks.", "I don't need anything.",
    "I took everything you said on board, thank you.",
]  # fmt: skip


def said(text: str, kind: str = "reply") -> dict[str, Severity]:
    found = evaluate(Draft(kind=kind, text=text), default_rules())
    return {prompt.rule: prompt.severity for prompt in found}


@pytest.mark.parametrize("cry", CRIES)
def test_what_stands_beside_a_cry_does_not_silence_it(cry: str) -> None:
    for beside, joiner in itertools.product(BESIDE, JOINERS):
        for text in (f"{beside}{joiner}{cry}.", f"{cry}{joiner}{beside}."):
            assert "G24" in said(text), text


@pytest.mark.parametrize("text", HEARD)
def test_it_is_heard_in_other_words(text: str) -> None:
    assert said(text) == {"G24": Severity.HELP} == said(text, "opening")


@pytest.mark.parametrize("text", QUIET)
def test_what_is_no_cry_is_left_alone(text: str) -> None:
    assert "G24" not in said(text)
    assert "G24" not in said(text, "opening")


@pytest.mark.parametrize("text", URGING)
def test_urging_somebody_is_blocked_however_it_is_marked(text: str) -> None:
    assert said(text)["G25"] == Severity.BLOCK


@pytest.mark.parametrize("text", NOT_URGING)
def test_anger_at_the_illness_and_kindness_are_not(text: str) -> None:
    assert said(text) == {}


@pytest.mark.parametrize("text", ANSWERS)
def test_few_words_are_enough_where_somebody_was_asked(text: str) -> None:
    assert danger_in_answer(NormalizedText.of(Draft(kind="reply", text=text)))


@pytest.mark.parametrize("text", SAFE_ANSWERS)
def test_who_is_safe_is_believed(text: str) -> None:
    assert danger_in_answer(NormalizedText.of(Draft(kind="reply", text=text))) is None


@pytest.mark.parametrize("text", THREATS)
def test_a_threat_is_asked_about_and_listed(text: str) -> None:
    assert said(text)["G06"] == Severity.ASK


@pytest.mark.parametrize("text", NO_THREATS)
def test_what_sounds_like_a_threat_is_not(text: str) -> None:
    assert said(text) == {}


@pytest.mark.parametrize("text", NO_SIGN)
def test_a_figure_of_speech_is_no_sign_of_illness(text: str) -> None:
    assert "G15" not in said(text, "opening")


@pytest.mark.parametrize("text", SIGNS)
def test_a_sudden_sign_is(text: str) -> None:
    assert "G15" in said(text, "opening")


@pytest.mark.parametrize(
    "text",
    [
        "I took them all just now", "I have swallowed them", "I swallowed the lot.",
        "took everything an hour ago", "I have done it. Goodbye", "I am done. sorry everyone",
        "end it all tonight", "I can't go on", "sick of living", "I really can’t go on any more.",
    ],
)  # fmt: skip
def test_the_fewest_words_are_heard(text: str) -> None:
    assert "G24" in said(text, "reply")


@pytest.mark.parametrize(
    "text",
    [
        "I can't go on holiday", "I can't go on the bus.", "I am sick of living in this flat.",
        "I have done it. Good day!", "took everything to the tip an hour ago",
        "I have swallowed them with water as always.", "I took everything out an hour ago.",
    ],
)  # fmt: skip
def test_nor_are_their_neighbours_heard(text: str) -> None:
    assert "G24" not in said(text, "reply")
