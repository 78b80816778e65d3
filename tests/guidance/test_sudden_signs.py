"""What should be seen today, in whatever order it is told; and what is any day."""

import pytest

from guidance.drafts import Draft
from guidance.evaluation import default_rules, evaluate

SIGNS = """
My vision is suddenly gone in the left eye
my vision suddenly went
My vision is gone
Vision gone in one eye since breakfast
Left eye: vision lost suddenly
Lost my eyesight today
Blind!! left eye!! help
My left eye is completely blurry since this morning
Half of my vision is missing since last night
Is it normal to suddenly not see in one eye?
suddenly seeing nothing on the left
Suddenly I'm seeing double
Suddenly double vision this morning
sudden numbness from the waist down
Sudden weakness in my left arm
Suddenly can't walk
suddenly dragging my leg
suddenly deaf on left ear
My left leg just gave out and I can't feel it
My wife can't get any words out, started 20 minutes ago
I went blind in my right eye an hour ago
Woke up and the sight in my right eye is gone
My husband suddenly slurs and his face droops
everything on the right side of my vision went black just now
I can see nothing with my left eye since lunch
out of nowhere my right arm is paralysed
My hearing went suddenly in one ear
Suddenly I cannot swallow
I am on Tysabri and my husband says I have changed.
My sight disappeared and now I see only grey in the right eye.
burning when I wee, shivering and confused
my leg is swollen, hot and red since the flight
I fainted twice today
Coming out in hives and my tongue feels thick after the infusion
Can't feel between my legs and I've wet myself, since today
Crushing chest pain right now, is that the MS hug?
Is it the hug? Chest pain going down my left arm
Terrible pain in my chest, came on ten minutes ago
"""
NO_SIGNS = """
words are gone after lunch
words are gone since lunch
words gone after lunch today
words are gone again today after lunch
My words vanished after lunch
words are gone this morning, need more coffee
today my words are mush, brain fog
Names and words are gone tonight, cog fog
my words went wrong at work today
My words are all wrong this evening, fog again
This afternoon my words are gone like every afternoon
Words gone yesterday at lunch with friends, so embarrassing
I can't feel happy today
I cannot see the point tonight
My legs are weak today
Suddenly I felt better
I suddenly can't stand my job
My vision of the future is gone
I lost my sight of what matters
He was blind with rage last night
In 2015 I suddenly went blind in one eye
I had double vision when I was diagnosed
Has anyone suddenly lost vision?
My hands are numb this morning as always
I can't walk far today
I couldn't speak to my boss yesterday
I can't move house this week
Suddenly everyone cares
Help, I cannot see my posts on this forum
I can't hear you
My phone went dead today
I went to the gym today and now my legs are gone
My sight is fine
The power has gone out today
I don't feel like cooking tonight
Not walking much today
he suddenly stopped talking to me
My friends are all gone
I lost my speech notes today
The MS hug is back, a bad pain across my chest as always
My chest pain was checked years ago, it is the hug
Does anyone else get chest pain with the hug?
I was confused about the infection clinic letter
My legs are swollen every evening in the heat
I nearly fainted when I saw the bill today
My face tingles after every injection
A fever makes my fog worse and I am confused by forms, always have been
My bladder is fine, and my bum is numb from this chair
"""


def heard(text: str, kind: str) -> set[str]:
    return {prompt.rule for prompt in evaluate(Draft(kind=kind, text=text), default_rules())}


@pytest.mark.parametrize("text", SIGNS.strip().splitlines())
def test_a_sudden_sign_is_heard(text: str) -> None:
    assert "G15" in heard(text, "opening")
    assert "G15" in heard(text.upper(), "reply")


@pytest.mark.parametrize("text", NO_SIGNS.strip().splitlines())
def test_what_is_any_day_is_not(text: str) -> None:
    assert "G15" not in heard(text, "opening")
