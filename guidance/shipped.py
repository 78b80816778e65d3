"""The rules a house begins with, as data: each is a row that moderators can change.

What they are grounded in stands in docs/guidance.md. ``key`` is the rule's code, with a part after a
dash where one code has several: one code speaks once, with its most serious part.
"""

from typing import Any

REPLY, BOTH, TITLES = ["reply"], ["opening", "reply"], ["title", "opening"]
ALL = ["title", "opening", "reply"]
TOLD = ["reported"]

_ILL = (
    r"(?:ms|multiple sclerosis|relapse|relapsing|flare(?:[- ]up)?|pseudo-?relapse|pml|optic neuritis|trigeminal"
    r" neuralgia|progressive|spms|ppms|rrms|progression|lesions?|lupus|lyme|fibromyalgia|b12 deficiency|a uti"
    r"|stroke|an? (?:ms )?attack|an exacerbation|ms hug|lhermitte'?s|depression|anxiety|me/cfs|functional|fnd|neuropathy|seizure)"
)
_NUMBER = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|a couple of|a few)"
_AMOUNT = rf"(?:\d[\d.,]*|half(?: an?)?|(?:{_NUMBER}|an?|several)(?:[ -]{_NUMBER})?(?: (?:hundred|thousand)(?: (?:and )?{_NUMBER})?)?)"
_SURE = (
    r"(?:definitely|certainly|clearly|obviously|probably|almost certainly|surely|most likely|very likely|likely"
    r"|without (?:a )?doubt|100%|totally|just|only|simply|plainly|for sure|undoubtedly)"
)
_CERTAIN = (
    r"(?:no (?:question|doubt|two ways|mistake)(?: about it)?|without (?:a |any )?(?:question|doubt)|trust me|believe me|mark my words"
    r"|that's what (?:this|it|you|that)|i(?:'d| would) (?:put|bet) (?:my )?(?:money|house|life)|i(?:'m| am) (?:\w+ )?(?:certain|positive|convinced)|i (?:can tell|know for a fact|guarantee|bet)|100 ?(?:%|percent)"
    r"|hundred percent|for sure|for certain|hands down|plain as day|clear as day|obvious(?:ly)?|definite(?:ly)?|textbook|classic|dead cert|end of|i'm afraid that's what)"
)
_MEDS = (
    r"(?:{drugs}|(?:the|your|those|that|these|any|all|all your|all the|this|taking)(?: \w+)? (?:meds?|medications?|medicines?|drugs?"
    r"|tablets?|pills?|dose|doses|dmts?|dmds?|injections?|infusions?|steroids?|treatment|therapy|jabs?|shots?"
    r"|prescription)|meds|medication|your (?:evening|morning|next|second) (?:dose|one|tablet|pill|jab|shot|infusion)"
    r"|a dose|doses|half a tablet)"
)
_STOP = (
    r"(?:(?:go |just )?cold turkey(?: (?:on|with|off))?|(?:come |get )?straight off|chuck(?: out)?|sack off|jack in|pack in|ease off|get rid of|say no to|refuse|decline|don't bother with|knock|stop|quit|come off|get off|go off|drop|ditch|skip|miss(?: out)?|leave out|halve|half|cut|double(?: up)?"
    r"|increase|up|raise|reduce|lower|wean (?:yourself )?off|taper(?: off)?|throw (?:away|out)|bin|flush|dump"
    r"|pause|swap|switch|change|take (?:more|less|two|twice|double|an? extra|half)|lay off|give up|leave off)"
)
_YOU_SHOULD = (
    r"(?:you (?:really |definitely |honestly |just )?(?:should|need(?: to)?|have to|must|ought to|could (?:just|safely|easily|always)|can (?:just|safely|easily|always)"
    r"|might as well|want to|'d better|had better|would be better off)|i(?:'d| would)(?: just| honestly| definitely| personally)?"
    r"|my advice(?: is|:)?(?: to)?|i(?:'d| would)? (?:suggest|recommend|advise)(?: that)?(?: you)?(?: to)?|why (?:don't you|not)|time to|best to|better to|try to"
    r"|you're better off|feel free to|no harm in|nothing wrong with)"
)
_TAKE_OVER = (
    r"(?:\bask(?:ing|ed)? (?:your|the|my|a|for|if|them|him|her|about|whether|first|before)\b|\bdouble[- ]check\w*|\bstop the press|\bdrop (?:me|us|them|him|her|by|in)\b|\bstop (?:by|at|worrying|in)\b|\bup to (?:you|date)\b|\braise (?:it|this|that|the (?:issue|question|subject))\b|\bchange (?:my|your|the) mind\b|\bcheck(?:ing)? with\b|\btalk(?:ing)? to\b|\bspeak(?:ing)? (?:to|with)\b|\bring\b"
    r"|\bphone\b|\bcall your\b|\bunless (?:your|the)\b|\bbefore you (?:stop|change|skip)\b|\bwithout (?:asking|talking|speaking|checking|your|medical|telling|guidance|advice)\b"
    r"|\bdon't (?:ever |just |suddenly )?(?:stop|quit|skip|come off|change|halve|double|drop|miss)\b|\bdo not (?:stop|quit|skip|come off|change)\b"
    r"|\bnever (?:stop|quit|skip|come off|change)\b|\bshouldn't (?:stop|quit|skip|come off)\b|\bif your (?:neuro|doctor|nurse|team|gp)|\byour (?:neuro\w*|doctor|nurse|team|consultant|pharmacist|gp) (?:can|will|may|might|could|should|knows)\b|\b(?:should|can|could|may|must|do|shall|would|did) (?:i|we|she|he|they)\b|\b(?:has|have|did|does|is|are|was) (?:anyone|anybody|it|there)\b)"
)
_INSULT = (
    r"(?:idiots?|morons?|imbeciles?|stupid|dumb|pathetic|losers?|liars?|frauds?|fools?|foolish|ignorant|ignoramus|disgusting"
    r"|scum|trash|rubbish|garbage|worthless|useless|selfish|cowards?|psycho|psychopath|nutters?|nutcase|bitch|bastards?|ass?hole|arse"
    r"|arsehole|dick|dickhead|prick|cunt|cow|clown|troll|parasites?|scrounger|waste of (?:space|oxygen|air|time)|joke|jerk|twats?"
    r"|wanker|tosser|creep|crybaby|cry-baby|drama queen|attention whore|whore|slut|retard(?:ed)?|spastic|cripple|snowflake|brainless|brain-dead|braindead|clueless"
    r"|thick(?: as \w+)?|dim as|dimwit|half-?wit|muppet|numpty|plonker|pillock|prat|knob(?:head)?|bell-?end|eejit|dolt|dunce|airhead|fuckwit|dumb-?ass|jackass|schmuck|weirdos?|freak|vermin|leech|sponger|hag|nasty|odious|ghastly|horrid|horrible|wicked|evil|poisonous|two-faced|heartless|spiteful|silly (?:little|old|man|woman|girl|boy|cow|fool|person)|sad (?:little|old|man|woman|person|act)|waste of|bully|know-?(?:it-?)?all|busybody|hypocrite|mug|simpleton|nobody|delusional|insane|deranged|vile|toxic|a disgrace|disgraceful|embarrassing|an embarrassment|hopeless case|nasty piece of work|piece of (?:shit|work|crap)|full of (?:shit|crap|yourself|it)|thick as)"
)
_CURE_OF = (
    r"(?:my|your|his|her|their|the|all|all my|all your|any|people's|of)? ?(?:\w+ )?(?:ms|multiple sclerosis|lesions?|disease|condition|autoimmun\w+"
    r"|illness|nerve damage|myelin)"
)
_HOPE = (
    r"\b(?:no|not|isn't|never|n't|cannot|can't|don't|doesn't|didn't|won't|hope|hoping|hopes|wish|wishing|until|one day|someday"
    r"|if only|finds?|finding|search\w*|looking|research\w*|waiting|wait|claims?|claimed|claiming|scam\w*|promis\w+|dream\w*|nonsense|fake"
    r"|myths?|beware|wary|careful|snake oil|supposed\w*|allegedly|so-called|would be|imagine|pray\w*|nobody|yet|anyone|there is a cure for|believe\w* (?:that|in)|sceptic\w*|skeptic\w*)\b"
)
_ALARM_NOW = (
    r"\b(?:sudden(?:ly)?|overnight|this (?:morning|afternoon|evening|week)|since (?:this|last night|yesterday|early|about|lunch|monday|tuesday|wednesday"
    r"|thursday|friday|saturday|sunday)|today|tonight|just now|right now|all of a sudden|out of nowhere|woke up|within (?:an? |the last )?(?:hours?|minutes|day)|\d+ hours?|(?:few|couple of|two|three|several) hours"
    r"|yesterday|last night|an hour ago|for the last|now i|now he|now she|now my|at the moment|is now|am now|has now|have now|started (?:this|an|today)|got up)\b"
)
_WHO = r"(?:i|he|she|they|we|my [\w-]+(?: [\w-]+)?|her|his|their|both my|mum|mom|dad|hubby)"


def _rule(
    key: str, guideline: int, name: str, kinds: list[str], severity: str, message: str,
    condition: dict[str, Any], **more: Any,
) -> dict[str, Any]:  # fmt: skip
    return {
        "key": key, "guideline": guideline, "name": name, "kinds": kinds, "severity": severity,
        "message": message, "condition": condition, **more,
    }  # fmt: skip


RULES: list[dict[str, Any]] = [
    _rule(
        "G01",
        4,
        "Making it smaller",
        REPLY,
        "tip",
        "This can sound like “do not feel that”. You could add a line that says you heard how hard "
        "it is.",
        {
            "any": [
                {
                    "pattern": r"{start}at least (?:you|it|it's|its|they|he|she|there|this|that|that's|your|we|you're|you've|nobody)\b",
                    "unless": r"\bat least you(?:'re| are) not alone\b|\bat least (?:once|twice|\d)|\bor at least\b|\bfor me\b|\bin my (?:case|experience)\b|\bcould have been\b",
                    "skip": TOLD,
                },
                {
                    "pattern": r"\b(?:it|things|this|that|you) could (?:always |easily |so easily )?(?:be|have been|get) (?:so |a lot |much |far |way |even )*worse\b",
                    "skip": [*TOLD, "negated"],
                },
                {
                    "pattern": r"(?:{start}|\byou (?:just |really )?(?:need|have|ought|should|must|'ve got|got)(?: to)? |\btry (?:to|and) |\bjust )(?:always )?(?:stay|be|keep|think|remain|staying|thinking) (?:\w+ )?positive(?:ly)?\b",
                    "skip": [*TOLD, "negated"],
                    "unless": r"\bi (?:try|tried|used|need|want|can't|cannot|wish)\b",
                },
                {
                    "pattern": r"\b(?:positive (?:thinking|thoughts|vibes only|attitude) (?:is|works|helps|will|makes|heals)|attitude is everything|mind over matter|(?:think|happy thoughts|good vibes) (?:happy|only)|(?:negativ\w+|stress\w*|worry\w*|moaning|complaining|dwelling) (?:feeds|makes|only makes|causes|brings|attracts|won't help|never helped|gets you)|all (?:about|down to|in) (?:your |the )?(?:mindset|attitude)|change your (?:mindset|attitude|outlook))\b",
                    "skip": [*TOLD, "negated"],
                },
                {
                    "pattern": r"\b(?:look|looking|see|focus|find)(?:ing)? (?:on |at |for )?(?:the|a|some|your) (?:bright(?:er)?|positive|good|sunny|silver)(?: side|s| lining)?\b(?: side| lining)?",
                    "skip": [*TOLD, "negated"],
                    "unless": r"\bi (?:try|tried|am trying|find|found|can't)\b|\bgood (?:doctor|neuro|physio|nurse|news|book|site|place|way)\b",
                },
                {
                    "pattern": r"\b(?:others?|other people|some(?: people| of us)?|many|plenty of people|lots of people|people|there are people|millions|so many people|those|someone)(?: out there| here| who| with ms| in the world| elsewhere)* (?:(?:have|has|had|are|is|got|with|who have|live with)(?: it)?|who are) (?:so |much |far |way |a lot |even |things |real )*(?:worse|harder|tougher|problems)(?: off)?\b|\b(?:loads|lots|plenty|millions|many|most|all) of us (?:\w+ )?(?:live|cope|deal|manage|put up|get on|have) (?:\w+ ){0,5}(?:and|without|but) (?:\w+ )?(?:never|don't|do not|no|still|just)\b|\b(?:kids|children|people|those) (?:\w+ )?(?:with|dying of|dying from|who have) (?:cancer|leukaemia|als|mnd|no (?:legs|food|home))\b|\b(?:not|isn't|hardly) (?:exactly )?(?:cancer|the worst|a death sentence|life[- ]threatening)\b",
                    "skip": [*TOLD, "negated"],
                },
                {
                    "pattern": r"\b(?:everything|it all) happens for a reason\b|\bwhat (?:doesn't|does not|won't) kill (?:you|us)\b|\bgod (?:never|only|doesn't|won't|gives)\b[^.]{0,40}\b(?:handle|bear|battles)\b|\bcount your blessings\b|\bblessing in disguise\b|\b(?:part of (?:a|the|god's|his|some) (?:\w+ )?(?:bigger |greater |larger )?plan|(?:you(?:'re| were| are)|it was|this was) (?:meant|supposed|chosen|sent|destined) to (?:get|have|be|happen|teach|test)|sent to (?:test|teach|try) (?:you|us)|there(?:'s| is) (?:always )?a (?:reason|lesson) (?:for|in|behind)|silver lining)\b",
                    "skip": [*TOLD, "negated"],
                },
                {
                    "pattern": r"(?:{start}|\byou (?:should|need to|must|ought to|could) )(?:just |always |at least )?(?:be|feel|try to be) (?:\w+ )?(?:grateful|thankful|glad|happy|lucky)\b",
                    "skip": [*TOLD, "negated"],
                },
                {
                    "pattern": r"\byou(?:'re| are| should count yourself| should feel) (?:so |very |actually |really |quite |one of the )*(?:lucky|fortunate)(?: ones?)?\b(?: (?:it|that|you|to|they|not|compared|your|if)\b|[.!,]|$)",
                    "skip": [*TOLD, "negated"],
                },
                {
                    "pattern": r"(?:{start}|\b)(?:it|that|this)(?:'s| is)(?: \w+)? (?:not|only|just) (?:\w+ )?(?:that bad|so bad|the end of the world|a big deal|as bad as|a bit of (?:tiredness|fatigue|tingling|numbness|pain)|tiredness|being tired|life|part of (?:life|getting older))\b|\b(?:we|we're|we are) all (?:get |feel |are )?(?:tired|have bad days|have problems|have our|have something|ageing|getting older|forgetful)\b|\b(?:everyone|everybody) (?:gets|is|feels|has) (?:\w+ )?(?:tired|forgetful|bad days|problems|something|aches|stress)\b",
                    "skip": [*TOLD, "negated"],
                    "unless": r"\bi (?:know|tell myself)\b",
                },
                {
                    "pattern": r"(?:{start})(?:chin up|cheer up|buck up|man up|be brave|think (?:positive|happy)|count yourself lucky|it's nothing|no big deal|could be (?:so much |a lot |much )?worse|look how far|it will pass|this too shall pass|worse things happen|no point (?:in )?(?:worrying|crying|complaining|dwelling|feeling)|don't (?:dwell|wallow|be so (?:negative|down|gloomy|dramatic))|stop (?:dwelling|worrying so|being (?:so )?negative)|try not to (?:dwell|be so negative)|you(?:'ll| will) (?:look back and laugh|get over it|get used to it|be stronger for)|smile)\b",
                    "skip": TOLD,
                },
            ]
        },
        spares_own_topic=True,
    ),
    _rule(
        "G02",
        2,
        "Advice where listening was asked for",
        REPLY,
        "tip",
        "They asked for listening rather than advice. Would you like to begin with that, or ask if "
        "ideas are welcome?",
        {
            "any": [
                {
                    "pattern": r"\byou (?:really |just |definitely |probably |maybe )?(?:should|need to|must|have to|ought to|'ve got to|want to|'d better|could try|might want to|could always)\b",
                    "unless": r"\byou should(?:n't| not)? (?:\w+ )?(?:be (?:so )?(?:proud|very proud|treated|left|able|allowed|heard)|have (?:been|had)|never have|feel (?:proud|heard|safe|welcome)|not have)\b|\byou (?:don't|do not) (?:have|need) to\b|\bno need\b",
                    "skip": TOLD,
                },
                {
                    "pattern": r"\b(?:have you (?:ever |already )?(?:tried|thought (?:about|of)|considered|looked into|asked|spoken|talked|been to)|why (?:don't you|not)|i(?:'d| would)(?: really| strongly| also| definitely)? (?:suggest|recommend|advise|try|go|ask|get|ring|start|push|look)|my (?:advice|suggestion|tip)|if i were you|what (?:you need|works) is|what helps is|the (?:best|only) thing (?:is|to do)|make sure (?:you|to)|it(?:'s| is) (?:best|better|important) to|you(?:'re| are) better off)\b",
                    "skip": TOLD,
                },
                {
                    "pattern": r"{start}(?:try (?:to |and )?(?:\w+ing|a|an|the|some|taking|going|not|this|getting|doing|it)\b|get (?:a|an|some|yourself|your|on|off|out|more|a second)\b|go (?:to|for|and|on|see|back)\b|ask (?:your|for|the|them|about)\b|start (?:\w+ing|with|a|taking)\b|stop \w+ing\b|speak to\b|talk to\b|ring (?:your|the|them|up)\b|call (?:your|the)\b|join\b|read\b|see (?:a|your)\b|keep a (?:diary|journal|log)\b|take (?:a|some|vitamin|up|more|it)\b|do (?:some|more|yoga|your)\b|drink (?:more|plenty)\b|eat\b|avoid\b|cut (?:out|down)\b|switch\b|push for\b|write (?:down|it|to (?:your|the|them))\b|download\b|google\b|book\b)",
                    "skip": TOLD,
                    "unless": r"\b(?:go easy on yourself|take care|take it easy|take your time|be (?:kind|gentle)|keep (?:writing|posting|talking)|write (?:here|as much|whenever)|talk to us|vent)\b",
                },
            ],
            "never": [
                {
                    "pattern": r"\b(?:sorry|hugs?|sounds? (?:so |really |very |incredibly |exhausting|awful|hard|rough|tough|horrible|like (?:a lot|so much|hell))|hear you|i'm listening|i am listening|here for you|that must|must be|feel for you|i understand|i get (?:it|that)|makes (?:total |complete |perfect )?sense|no wonder|been there|me too|same here|know (?:how|that|the) (?:feeling|it feels|hard|awful)|thinking of you|sending|heartbreaking|it(?:'s| is) (?:so |really |very )?(?:hard|tough|unfair|awful|rough)|how (?:awful|hard|exhausting|horrible|draining)|thank you for (?:telling|sharing)|you(?:'re| are) (?:not alone|allowed)|poor you|oh no|gutted for you|of course you)\b"
                },
            ],
        },
        wishes=["listening"],
        spares_own_topic=True,
    ),
    _rule(
        "G03",
        1,
        "Telling somebody what they have",
        REPLY,
        "tip",
        "Nobody here can examine them. What it was like for you stays useful, as your own story.",
        {
            "any": [
                {
                    "pattern": rf"\byou(?:'ve| have)?(?: got)? (?:\w+ )?{_SURE} (?:have|had|got|do have|don't have|do not have|are having|are in|in|having|suffering from|dealing with)?\b[^.?!]{{0,25}}\b{_ILL}\b",
                    "skip": [*TOLD, "hedged", "question"],
                },
                {
                    "pattern": rf"\b(?:that|this|it|what you(?:'re| are)? (?:have|describ\w+|got|had|experienc\w+|feel\w*)|your symptoms|those symptoms|these symptoms|those|these|all of that)(?:'s| is| was|'re| are| must be| has to be| has got to be|'s got to be|'s bound to be| bound to be| can only be| can't be anything but|'ll be| will be) (?:{_SURE} |not |never |n't |no |bound to be |got to be )*(?:an? |the |your |primary |secondary |part of (?:an? )?|signs? of |down to |caused by |due to |classic |typical |textbook |definite |new |full-blown |proper )*{_ILL}\b",
                    "skip": [*TOLD, "hedged", "question"],
                    "unless": r"\b(?:this|that|it)(?:'s| is) (?:an? )?(?:ms (?:forum|board|group|thing|life|diet|clinic|society|nurse|team|centre|center|drug|symptom we)|depression scale|progressive lens)",
                },
                {
                    "pattern": rf"\byou(?:'re| are) (?:{_SURE} |now |already |actually )*(?:having|in|heading for|going into|transitioning to|turning|becoming|getting)? ?(?:an? |the )?(?:relapse|relapsing|flare|pseudo-?relapse|progressive|spms|ppms|secondary progressive|primary progressive|pml|depressed)\b",
                    "skip": [*TOLD, "hedged", "question"],
                    "unless": r"\bif you(?:'re| are)\b|\bwhen you(?:'re| are)\b",
                },
                {
                    "pattern": rf"\byou (?:do not|don't|can't|cannot|couldn't) (?:possibly |really |actually )?have (?:\w+ )?{_ILL}\b|\byou(?:'ve| have) (?:got )?(?:\w+ )?(?:ms|pml|ppms|spms|a relapse)\b[.! ]*(?:$|no doubt|for sure|clearly|definitely|100)",
                    "skip": [*TOLD, "hedged", "question"],
                    "unless": r"\bif you\b|\bwhen you\b|\bnow (?:that )?you\b",
                },
                {
                    "pattern": rf"\b(?:you|you're|you've|your|that|that's|this|it|it's|those|these)\b[^.?!]{{0,50}}\b{_ILL}\b[^.?!]{{0,40}}\b{_CERTAIN}\b|\b{_CERTAIN}\b[^.?!]{{0,40}}\b(?:you're|you've|you have|you are|that's|that is|this is|it's|it is)\b[^.?!]{{0,30}}\b{_ILL}\b",
                    "skip": [*TOLD, "hedged", "question", "past"],
                    "unless": r"\b(?:i(?:'ve| have)? (?:had|have|got)|my|mine|ask|ring|call|see|check|if (?:you|it)|when you|obvious(?:ly)? (?:hard|scar|awful|worr)\w*|your (?:neuro\w*|doctor|nurse|team) (?:said|says|is))\b|\b(?:could|can) be\b",
                },
                {
                    "pattern": rf"\b(?:sounds|looks) (?:{_SURE}|exactly|100%) (?:like )?(?:an? )?{_ILL}\b|\b(?:no doubt|without a doubt|for sure|certain|guarantee|bet) (?:\w+ ){{0,4}}{_ILL}\b",
                    "skip": [*TOLD, "question", "negated"],
                },
            ]
        },
        spares_own_topic=True,
    ),
    _rule(
        "G04",
        1,
        "Bleak forecasts to somebody newly diagnosed",
        REPLY,
        "tip",
        "MS runs differently for each person. Could you tell it as your own story?",
        {
            "any": [
                {
                    "pattern": r"\byou(?:'ll| will|'re going to| are going to| can expect to| are bound to|'re bound to| may as well| should expect to| should prepare to| can forget| won't| will never|'ll never| should get used to)\b[^.?!]{0,60}\b(?:wheelchair|bed-?bound|bedridden|lose (?:your|the|everything|him|her|it all)|end up|be disabled|be(?:come)? (?:a burden|useless|dependent|incontinent|blind|disabled|helpless|unable)|walk(?:ing)?|work(?:ing)? (?:again|much longer|for long)|have (?:kids|children|a family|a career)|drive|cope|need (?:a|full[- ]time) (?:carer|care|wheelchair|catheter)|care home|nursing home|nappies|diapers|alone|leave you|job|be able to (?:\w+ )?(?:walk|work|drive|run|live|see|travel|hold|care|look after|cope|stand|dance|play|type|write|have|manage|do (?:that|it|anything|much))|in five years|in ten years|go downhill|only get worse|get worse|regret|die|(?:on|off) (?:disability|benefits|sick)|needing|housebound|retired|incontinent|a burden|stuck (?:at home|indoors|in)|hoist|feeding tube|out of work|lonely|unrecogni\w+|lose)\b|\byou(?:'ll| will| are going to|'re going to) (?:have|need|get) (?:a |your )?(?:no (?:life|future|friends|job)|catheter|carers?|nappies|hoist)\b",
                    "skip": TOLD,
                    "unless": r"\b(?:doesn't mean|does not mean|not everyone|you might never|may never need|probably never|you won't (?:necessarily|end up|always|be alone|lose)|don't (?:assume|believe|let anyone)|it's not true|isn't true|not alone|never be alone|will never be alone|(?:'ll|will) (?:still |probably |always )?be able|you'll never know|unlikely|won't need|won't be)\b",
                },
                {
                    "pattern": r"\b(?:it|ms|things|this|the disease) (?:only|just|will only|will just|always|inevitably|will|does only) (?:ever )?gets? (?:\w+ )?worse\b|\b(?:it(?:'s| is)|everything is|life is) (?:all )?(?:downhill|over)(?: from here)?\b|\bdownhill (?:from here|all the way)\b|\bthere(?:'s| is) no (?:hope|future|point|good outcome|way back)\b|\bit (?:never|doesn't|won't) gets? (?:any )?better\b|\b(?:rrms|relapsing(?:[- ]remitting)?|ms|it|this) (?:always|eventually|inevitably|sooner or later|ends up|will|in the end)(?: \w+)? (?:turn(?:s|ing)?|becom(?:es?|ing)|progress\w*|end(?:s|ing)?|lead(?:s|ing)?|takes?|gets? (?:you|us|everyone)|wins?|catch(?:es)?|beats?|destroys?|ruins?) ?(?:in|into|to|up|you|us|everything|secondary|progressive|disab\w+)?\b|\b(?:nothing|not much|little) (?:they|anyone|doctors|medicine|the drugs) can do (?:for|about)\b|\b(?:best|good) years are (?:behind|over|gone)\b|\blife as you (?:know|knew) it\b|\bbeginning of the end\b|\bget used to (?:being|losing|the idea of)\b",
                    "skip": [*TOLD, "negated"],
                },
                {
                    "pattern": r"\b(?:say|kiss|wave) (?:goodbye|bye|farewell) to (?:your|a|the|any)\b|\b(?:kiss|wave) (?:your|the|any) [^.?!]{0,25}\b(?:goodbye|bye)\b|\b(?:don't|do not|no point(?: in)?|not worth|why) (?:even )?(?:bother\w*|plan\w*|try\w*|think\w*|dream\w*|hop\w*)(?: (?:about|of|on|for|to|with|in))? ?(?:plan\w*|hav\w+|study\w*|apply\w*|buy\w*|mak\w+|sav\w+|start\w*|train\w*|gett\w+|dat\w+)? ?(?:a|any|your|the|on)? ?(?:\w+ )?(?:career|kids|children|babies|family|job|mortgage|degree|future|house|uni\w*|college|marriage|wedding|travel\w*|promotion|dating|baby)\b|\b(?:forget|give up)(?: about| on| any)? (?:having |your |a |the |ever |any )*(?:kids|children|a family|babies|career|job|work(?:ing)?|plans|dreams|future|driving|travel\w*|hobbies|marriage)\b|\b(?:enjoy|make the most of) [^.]{0,40}while you (?:still )?can\b|\byour (?:partner|husband|wife|boyfriend|girlfriend|friends|kids|children|boss|employer|family|marriage|relationship|life)(?: \w+)? (?:will|won't|is going to|are going to|'ll|end|ends) (?:\w+ ){0,2}(?:grow up (?:with|without|watching|seeing|caring)|have to (?:look after|watch|wipe|nurse)|never be the same|leave|resent|suffer|fire|sack|abandon|get rid|get tired|disappear|drift|break|be over|fall apart|stay|last|cope|have to care|end up)|\b(?:within|in) (?:a few|five|ten|\d+) years you\b",
                    "skip": TOLD,
                    "unless": r"\b(?:doesn't mean|not everyone|don't have to|no need)\b",
                },
            ]
        },
        boards=["newly diagnosed", "new diagnosis", "just diagnosed"],
        spares_own_topic=True,
    ),
    _rule(
        "G05",
        3,
        "Doubting somebody's illness",
        REPLY,
        "ask",
        "This reads as if you doubt their illness. Is that what you want to say?",
        {
            "any": [
                {
                    "pattern": r"\byou (?:really |certainly |just |clearly |honestly )?(?:don't|do not|didn't|hardly|never) (?:even |really )?(?:look|seem|sound|act|appear|come across(?: as)?)(?: to be| like| as if| as though| to me)? ?(?:you(?:'re| are| have)? )?(?:all that |that |very |so |particularly |too |at all |really |a |someone (?:who is|with) |anything like )*(?:sick|ill|disabled|unwell|poorly|tired|bad|in pain|ms|having ms|affected|like it)\b",
                    "skip": [*TOLD, "negated"],
                    "unless": r"\b(?:they|people|everyone|others|friends) (?:tell|say|said|told)|\bi(?:'m| am| was| get) told\b|\bi (?:hear|get) (?:that|it)\b",
                },
                {
                    "pattern": r"\byou(?:'re| are)(?: (?:always|still|totally|really|completely|quite|actually|definitely|obviously))? (?:just |only |probably |clearly |obviously |simply |always )*(?:(?:clearly |half |all )*(?:invent|fabricat|concoct|embellish|imagin|dramati[sz]|play[- ]?act|blagg?|ly|fak|fibb?|malinger|shamm?)ing|swinging the lead|laying it on|not (?:\w+ )?(?:disabled|ill|sick|unwell|poorly)|(?:just |plain |simply )?lazy|making (?:it|this|that|things|half of it|all of this)(?: all)? up|exaggerating|pretending|imagining|a hypochondriac|attention[- ]?seeking|being (?:so )?(?:dramatic|a hypochondriac|lazy)|putting it on|playing (?:the victim|it up|sick|on it)|milking|using (?:it|ms|your (?:ms|illness|diagnosis)) as an? excuse|overreacting to nothing|too young to (?:be|have)|not (?:really|actually|even|that) (?:ill|sick|disabled|unwell)|after (?:attention|sympathy)|looking for (?:attention|sympathy|excuses)|hiding behind)\b",
                    "skip": [*TOLD, "negated"],
                },
                {
                    "pattern": r"\b(?:it(?:'s| is)|this is|that(?:'s| is)|sounds like it(?:'s| is))(?: \w+)? (?:all |just |probably |only |mostly |clearly )*(?:in your (?:head|mind)|psychosomatic|for attention|an excuse|an act|made up|put on|imaginary|stress|anxiety talking|laziness)\b|\ball in your (?:head|mind|imagination)\b",
                    "skip": [*TOLD, "negated"],
                    "unless": r"\b(?:feel(?:s)? like it(?:'s| is)|isn't|is not|not)\b",
                },
                {
                    "pattern": r"\byou(?:'re| are)? (?:can't|cannot|can not|couldn't|couldn't possibly) (?:\w+ )?be (?:\w+ ){0,2}(?:ill|sick|disabled|unwell|poorly|bad|tired)\b|\byou (?:just |only |really |clearly |obviously |all )*(?:like|want|love|enjoy|crave|fancy|do (?:this|it) for) (?:the |a bit of |all the |some |this )?(?:attention|sympathy|pity|drama|blue badge|benefits|fuss)\b|\b(?:are|were) you (?:\w+ )?(?:ill|sick|disabled) or (?:not|what|aren't)\b|\bpeople who (?:really|truly|actually|genuinely) (?:need|are|have|suffer)\b|\bnothing (?:\w+ )?wrong with you\b|\bi (?:\w+ )?(?:doubt|question|suspect)(?: that| if| whether)? (?:you(?:'re| are| have|'ve| even| really)\b[^.?!]{0,30}\b(?:ms|ill|sick|disabled|as bad|that bad|genuine|really|diagnos\w+)|your (?:\w+ )?(?:ms|illness|diagnosis|symptoms|story))\b|\b(?:fake|pretend|so-called|imaginary|self-diagnosed|invented|convenient|supposed) (?:ms|illness|symptoms?|disability|disease|fatigue|relapses?)\b|\byou (?:managed|can manage|could manage|were able|are able|had the energy|went|walked|danced)\b[^.?!]{0,50}\b(?:can't be|not that|not so|isn't that|how (?:ill|sick|bad)|hardly (?:ill|sick|disabled))\b|\byou (?:walk|move|talk|type|look|seem|sound|get about) (?:perfectly |absolutely |just |totally )?(?:fine|ok|okay|normal|well)[.,!]? ?(?:to me|you don't|so |a blue|those|i don't|there's)\b",
                    "skip": [*TOLD, "negated"],
                    "unless": r"\b(?:they|people|everyone|others|friends|family|doctors?|boss) (?:tell|say|said|told|think|thought)\b|\bnobody (?:thinks|said)\b|\bi(?:'m| am| was) (?:glad|relieved|so pleased)\b",
                },
                {
                    "pattern": r"\b(?:are you (?:sure|certain|really sure)|do you) (?:you )?(?:really |even |actually |truly )*(?:have|are|got|need)\b[^?]{0,30}\b(?:ms|ill|sick|disabled|wheelchair|stick|that bad|badge)\b|\bif you(?: really| actually|'re really|'re actually)? (?:were|was|had|are|truly were|have) (?:really |actually |truly |genuinely )?(?:that |as |so )?(?:ill|sick|ms|disabled|in pain|tired|bad)\b|\bpeople with real (?:ms|illness|problems)\b|\breally? (?:sick|ill|disabled) people\b|\b(?:well enough|fine enough|not too (?:ill|tired|sick)) to (?:post|type|be online|go|write|argue|holiday)\b|\bfunny how you(?:'re| are| can)\b",
                    "skip": TOLD,
                    "unless": r"\bif you (?:are|have) (?:in pain|tired|ms)\b",
                },
                {
                    "pattern": r"(?:{start})(?:stop|quit|enough of) (?:\w+ )?(?:faking|pretending|exaggerating|making (?:excuses|it up|things up)|playing the victim|milking|putting it on|seeking attention|being (?:a hypochondriac|lazy))\b|\battention[- ]seek(?:er|ing)\b|\bi (?:don't|do not) (?:believe|buy) (?:you|a word|your (?:story|ms|symptoms)|that you)\b|\bnobody (?:gets|has) (?:\w+ )?that (?:tired|ill|bad)\b|\byou (?:look|seem|sound|appear) (?:\w+ )?(?:fine|healthy|well|ok|normal)\b[^.?!]{0,40}\b(?:to me|i don't (?:buy|believe)|not buying|who are you (?:kidding|fooling)|so (?:why|what|stop|how))\b|\bi(?:'m| am)? (?:not|don't) (?:buy(?:ing)?|fall(?:ing)? for) (?:it|this|any of (?:it|this)|your)\b|\bwho are you (?:trying to )?(?:kid|fool)(?:ding|ing)?\b|\b(?:nice|good) (?:act|performance|try)\b",
                    "skip": [*TOLD, "negated"],
                },
            ]
        },
        spares_own_topic=True,
    ),
    _rule(
        "G06",
        3,
        "Against the person",
        BOTH,
        "ask",
        "This is aimed at a person. Would you rather change it, or tell the moderators?",
        {
            "any": [
                {
                    "pattern": rf"\byou(?:'re| are| r|r|'re all| people are| lot are| were| sound like| must be| really are| truly are)?(?: (?:such|just|really|clearly|all|a|an|the|being|so|nothing but|one|absolute(?:ly)?|complete(?:ly)?|total(?:ly)?|utter(?:ly)?|fucking|bloody|damn|f\*+ing|little|big|old|bunch of|pack of|most|biggest|kind of|sort of|honestly|obviously|actually|truly|stupid|pathetic|selfish|ignorant|lying|miserable|nasty|fat|lazy|sad|bitter|poor excuse for|like|quite|very|completely|too|always|an utter))* {_INSULT}\b",
                    "skip": [*TOLD, "negated", "question"],
                    "unless": r"\b(?:feel|feels|feeling|felt|makes? (?:me|you)|made (?:me|you)|think|thinks|thought|believe|worry|worried|if|when|as if|like) (?:that |like |as if |as though )?you\b|\byou feel\b|\byou(?:'re| are) (?:not|never|no|anything but)\b|\bnot (?:a |an )?"
                    + _INSULT
                    + r"|\bfatigue is|\bis (?:stupid|useless|rubbish)\b",
                },
                {
                    "pattern": r"(?:{start})(?:(?:do |just |oh )*(?:be quiet|pipe down|zip it|button it|belt up|put a sock in it)|stfu|gtfo|crawl back|jump in a lake|take a long walk|naff off|do one|jog on|shut (?:up|it|your)|piss off|f[u*]ck (?:off|you)|fck you|f off|sod off|bugger off|go to hell|screw you|drop dead|get lost|get stuffed|up yours|eff off|bite me|go away and never)\b",
                    "unless": r"\b(?:screw|f[u*]ck|fck) (?:you|off),? (?:ms|fatigue|cancer|lesions?|spasms?|legs?|body|this|multiple|brain|pain|bladder|disease)\b",
                    "skip": TOLD,
                },
                {
                    "pattern": r"\b(?:nobody|no one|none of us) (?:\w+ )?(?:likes?|wants?|cares about|asked|needs|will miss) you(?:r opinion|r advice| here)?\b|\byou (?:disgust|sicken|repulse) me\b|\byou make me (?:sick|want to (?:puke|vomit))\b|\bi hate you\b|\bi hope you (?:suffer|get worse|rot|fail|lose|choke|relapse|never)\b|\bwhat an? (?:\w+ )?(?:idiot|moron|loser|fool|liar|jerk|clown|arsehole|asshole|selfish (?:person|man|woman|thing)|pathetic)\b|\b(?:are you|how) (?:really |that |so |just )*(?:stupid|dumb|thick|dense|blind|deaf|insane|mental)(?: are you| can you be)?\b|\byou (?:deserve (?:to (?:suffer|be ill|be sick|get worse|lose|rot|be alone)|what you(?:'ve)? (?:got|get)|everything (?:bad|that|you get))|had it coming|brought (?:this|it) on yourself)\b|\bpeople like you (?:are|make|should|ruin|always|never)\b|\bwhat(?:'s| is) wrong with you\b|\byou (?:silly|sad|vile|nasty|horrible|pathetic|bitter|twisted|evil|wicked|odious|ghastly|stupid|ignorant|selfish|lazy|horrid|arrogant|poisonous|spiteful|miserable|disgusting|revolting|rude)(?:,? \w+)? (?:man|woman|person|people|creature|thing|boy|girl|lot|cow|git|sod|fool|individual|hag|bully)\b|\b(?:are|were) you (?:always |born |dropped |just )*(?:this |that )?(?:stupid|thick|dense|dim|on your head|an? (?:idiot|moron|fool))\b|\b(?:your|that) (?:tiny|pea|two|single|last|one|only) (?:brain|braincell|brain cells?)\b|\bbrain cells?\b[^.?!]{0,20}\byou\b|\byou should be ashamed\b|\bshame on you\b|\bhave you no shame\b|\byou(?:'re| are) (?:the problem|what's wrong|why (?:nobody|people hate))\b",
                    "skip": [*TOLD, "negated"],
                    "unless": r"\byou deserve (?:better|to|a|so|more|rest|all|kindness|love|help|support|the best|care|it[.!]* ?(?:hug|enjoy))|\bdon't deserve\b|\bhow (?:dumb|stupid|blind|deaf) (?:i|my|the|it|doctors)\b|\byou had it coming\?",
                },
            ]
        },
        is_listed=True,
        holds_second=True,
        spares_own_topic=False,
    ),
    _rule(
        "G07",
        3,
        "Brushing somebody off",
        REPLY,
        "tip",
        "Short and sharp can sting. Could you name the point you see differently?",
        {
            "any": [
                {
                    "pattern": r"(?:{start}|\byou (?:need|have|ought|want) to |\byou should |\bwhy don't you |\btime to )(?:sit (?:this|that) one out|pipe down|give it a rest|change the record|jog on|bore off|save it|get (?:some )?perspective|get off your|try (?:reading|thinking|listening)|come back when|quit (?:whining|moaning|complaining)|get a (?:grip|life|hobby|clue)|grow (?:up|a pair|some)|do your (?:own )?(?:research|homework)|get over (?:it|yourself)|get real|calm down|man up|toughen up|suck it up|live with it|educate yourself|read (?:a book|the (?:post|thread|leaflet|guidelines) (?:again|properly|first|before))|learn to read|snap out of it|pull yourself together|wake up|use your (?:brain|head|common sense)|google it|look it up|take a chill|chill out|lighten up|think before you|mind your own|sort yourself out|cop on|wise up|try reading|stop (?:whining|moaning|complaining|overreacting|feeling sorry|being (?:so )?(?:sensitive|dramatic|silly|ridiculous|difficult|selfish|lazy)|wallowing|crying|whinging|going on|panicking|obsessing|making (?:a fuss|such a fuss|everything about)))\b",
                    "skip": TOLD,
                    "unless": r"\b(?:i|we|me|my) (?:need|had|have|try|tried|should|told myself|can't|couldn't)\b|\bhelped? me\b|\bdeep breath\b",
                },
                {
                    "pattern": r"\byou (?:clearly |obviously |really |simply |just )*(?:have no (?:idea|clue|business)|(?:haven't|don't|do not|have not)(?: got| have)? (?:a|any|the) (?:\w+ )?(?:clue|idea|notion|faintest|foggiest)|(?:don't|do not|wouldn't) know (?:the first thing|your|anything|much|a thing)|haven't (?:got )?a clue|don't (?:know what you(?:'re| are) talking about|have a clue|understand (?:anything|the first|basic|how|what ms)|get it)|know nothing|never (?:read|listen|learn)|can't (?:read|even)|didn't (?:even )?(?:read|bother)|missed the (?:whole )?point|make no sense|(?:'ve|have) (?:clearly|obviously) never|are (?:wrong|talking (?:rubbish|nonsense|rot|crap|through)|overreacting|being (?:ridiculous|silly|oversensitive|too sensitive|dramatic|paranoid|naive)|reading too much))\b|\byou(?:'re| are) (?:just |simply |completely |totally |so |plain |dead |being |clearly |way |far )*(?:wrong|overreacting|ridiculous|oversensitive|too sensitive|paranoid|naive|clueless|making a fuss|talking (?:rubbish|nonsense|crap)|wasting (?:our|everyone's|my))\b",
                    "skip": [*TOLD, "negated", "question"],
                    "unless": r"\byou have no idea (?:how (?:much|grateful|glad|happy|helpful|good|relieved)|what (?:this|that|it) means)\b|\bif you(?:'re| are)\b",
                },
                {
                    "pattern": r"(?:{start})(?:who cares|nobody cares|no one cares|no-one cares|nobody asked|no one asked|cool story|tell someone who cares|change the record|not interested|so what|boo hoo|cry me a river|oh please|oh come on|give me a break|spare (?:me|us)|here we go again|not this again|yawn|big deal|ok(?:ay)? whatever|whatever you say|blah|first world problems?|what a load of|utter (?:rubbish|nonsense|drivel|tosh)|complete (?:rubbish|nonsense)|what nonsense|rubbish|nonsense|as if|yeah right|welcome to the (?:real world|club, (?:now|stop)))\b(?:[.!,?]|$| (?:about (?:that|your|you|it|this)|if you|what you|anyway|mate|love))",
                    "skip": TOLD,
                },
                {
                    "pattern": r"\b(?:we(?:'ve| have)? (?:all )?(?:heard|been through|had) (?:this|it|that|enough)(?: all)? (?:before|already|a (?:hundred|thousand|million) times)|this (?:again|has been (?:asked|answered) (?:a|so many|hundreds))|how (?:hard|difficult) (?:is it|can it be)|common sense|it(?:'s| is) not rocket science|use the search|nothing new|(?:dr|doctor|professor|prof|captain|nurse|saint) (?:google|obvious|internet|facebook|wikipedia|know-?(?:it-?)?all)|(?:the )?(?:dumb|daft|stupid|silli|dull|lam)(?:est) (?:\w+ )?(?:i(?:'ve)?|i have|anyone|on here|ever|all)|(?:the )?most (?:ridiculous|stupid|boring|pointless|idiotic|absurd|selfish|self-absorbed) (?:\w+ ){1,2}(?:i(?:'ve)?|anyone|on here|ever|all)|(?:try|maybe) (?:reading|thinking|listening) (?:first|before|next time)|(?:waste|wasting) (?:of )?(?:my|our|everyone's) time|same old (?:story|moan|thing)|broken record|stating the obvious|not (?:our|my) problem|your (?:own )?(?:fault|problem)|you only have yourself to blame|what did you expect|i told you so|get (?:a|some) professional help and stop)\b",
                    "skip": [*TOLD, "negated"],
                },
            ]
        },
        spares_own_topic=True,
    ),
    _rule(
        "G08",
        3,
        "All of them",
        BOTH,
        "tip",
        "“Some”, or “the one I saw”, is easier to answer.",
        {
            "any": [
                {
                    "pattern": r"\b(?:all|these|those|every|none of the|no) (?:neurologists?|neuros?|doctors?|nurses?|men|women|carers|people|employers|gps?) (?:are|is|always|never|only|do|don't|will|care)\b",
                    "skip": TOLD,
                }
            ]
        },
        state="off",
    ),
    _rule(
        "G09",
        5,
        "Changing somebody's medicine",
        BOTH,
        "ask",
        "Stopping or changing some MS medicines can bring relapses back harder. Could you say what "
        "you did, and who guided you?",
        {
            "any": [
                {
                    "pattern": rf"(?:{{start}}|{_YOU_SHOULD} (?:\w+ )?)(?:just |simply |try (?:to )?)?{_STOP}(?:ing|ping|ting|ving|ling)?\b[^.?!;]{{0,45}}\b{_MEDS}\b",
                    "unless": rf"{_TAKE_OVER}|\bi (?:would|'d) (?:never|not)\b|\b(?:my|her|his) (?:neuro\w*|doctor|nurse|consultant|team|gp)\b",
                    "skip": [*TOLD, "negated"],
                },
                {
                    "pattern": rf"(?:{{start}}|{_YOU_SHOULD} )(?:don't|do not|never|not|n't)(?: \w+)? (?:take|taking|start|starting|bother (?:with|taking|starting)|touch|use|go (?:back )?on|inject|fill|pick up|accept|agree to|have)\b[^.?!;]{{0,40}}\b{_MEDS}\b",
                    "unless": r"\b(?:with (?:food|alcohol|grapefruit|milk|dairy)|on an empty|without (?:asking|food|talking)|at the same time|together with|more than|twice|before (?:bed|food|driving)|if you(?:'re| are) (?:pregnant|allergic|on)|late in the day|after \w+)\b",
                    "skip": TOLD,
                },
                {
                    "pattern": rf"\byou (?:don't|do not|won't) (?:really |actually )?need (?:to (?:take|be on|stay on|keep taking|continue) )?[^.?!;]{{0,15}}\b{_MEDS}\b|\byou(?:'d| would| will|'ll)(?: be| feel)? (?:\w+ )?(?:better|fine|ok|okay|healthier) (?:off )?without [^.?!;]{{0,15}}\b{_MEDS}\b|\bthrow [^.?!;]{{0,20}}\b{_MEDS}\b[^.?!;]{{0,12}}\b(?:away|out|in the bin)\b|\bstay off [^.?!;]{{0,12}}\b{_MEDS}\b|\b(?:ditch|dump|bin) (?:the|your|those|all) \w+\b[^.?!;]{{0,20}}\b{_MEDS}\b",
                    "unless": _TAKE_OVER,
                    "skip": TOLD,
                },
            ]
        },
        is_listed=True,
        spares_own_topic=True,
    ),
    _rule(
        "G10",
        5,
        "A dose for somebody else",
        BOTH,
        "ask",
        "Doses differ from person to person. “My doctor put me on …” is safer than “take …”.",
        {
            "any": [
                {
                    "pattern": rf"(?:{{start}}|{_YOU_SHOULD} (?:\w+ )?)(?:just |try (?:to )?)?(?:take|taking|try|trying|use|start(?: on| with| at| him on| her on)?|go (?:up |down )?(?:to|on|for)|up (?:it|yours|the dose|your dose)|do|have|get|need|inject|bump|increase|double|raise|aim for|begin with|stick to|drop|reduce|give (?:him|her|it)|swallow|add|load up on|split|work up to|build up to)\b[^.?!;]{{0,50}}?{_AMOUNT} ?(?:k )?(?:mg|mgs|milligrams?|milligrammes?|mcg|ug|[µμ]g|micrograms?|g|grams?|iu|i\.u\.|units?|mls?|millilitres?|milliliters?|drops|tablets?|capsules?|pills?|puffs)\b",
                    "unless": r"\b(?:flour|sugar|butter|water|oats|milk|chicken|rice|cheese|fish|cream|yoghurt|yogurt|recipe|oven|cook|bake|protein|fruit|vegetables|coffee|salt|spinach|weights?|dumbbells?|my (?:doctor|neuro\w*|nurse|consultant|gp|team)|i (?:take|was|am|started|use|took|went|had|have|need|do)|as prescribed|on prescription|whatever your|what(?:ever)? (?:was|is|it says) (?:prescribed|on the))\b|\?$",
                    "skip": [*TOLD, "past"],
                },
                {
                    "pattern": r"\byou (?:\w+ )?(?:need|want) (?:about |at least |around |roughly |only )?\d[\d.,]* ?(?:mg|milligrams?|mcg|ug|[µμ]g|micrograms?|g|grams?|iu|units?|drops)\b",
                    "skip": TOLD,
                },
                {
                    "pattern": rf"\b{_AMOUNT} ?(?:k )?(?:mg|mgs|milligrams?|mcg|[µμ]g|micrograms?|grams?|iu|units?|drops|tablets?|capsules?|pills?)\b[^.?!;]{{0,50}}\b(?:is (?:all |exactly |just )?(?:what )?(?:you (?:need|want|should)|enough|plenty|right for you|the (?:right|magic|proper|ideal|best))|should (?:do|sort|fix|be (?:enough|plenty))|will (?:do it|sort|fix|help you|knock)|does (?:it|the (?:job|trick))|do (?:it|the (?:job|trick)))\b",
                    "skip": [*TOLD, "question"],
                    "unless": r"\b(?:for me|i (?:take|was|am|use|had|have)|my (?:doctor|neuro\w*|nurse|consultant|gp))\b",
                },
                {
                    "pattern": r"\b(?:your (?:dose|dosage) (?:should|needs to|has to|must|ought to) be|the (?:right|correct|best|proper|ideal) (?:dose|dosage|amount)(?: for you)? is)\b[^.?!;]{0,30}\d",
                    "skip": TOLD,
                },
            ]
        },
        spares_own_topic=True,
    ),
    _rule(
        "G11",
        6,
        "A cure",
        ALL,
        "ask",
        "No treatment is known to cure MS. Could you tell it as your own experience, with a source "
        "if you have one?",
        {
            "any": [
                {
                    "pattern": rf"\b(?:cured?|cures|curing|reversed?|reverses|reversing|healed?|heals|healing|got rid of|get rid of|getting rid of|gets rid of|eliminat\w+|eradicat\w+|beat|beats|defeat\w*|fix(?:ed|es)?|undo(?:es)?|stopped|melted|dissolv\w+) {_CURE_OF}\b(?: (?:completely|totally|for good|forever|in \w+ \w+|naturally|with|by|within))?|\b(?:cured?|healed?|freed?|rid) (?:me|him|her|them|us|myself|himself|herself|my \w+|his \w+|her \w+) (?:of|from) (?:the |his |her |my |their |all )?(?:\w+ )?(?:ms|multiple sclerosis|lesions?|disease|illness|symptoms?)\b|\bused to have (?:ms|multiple sclerosis)\b|\b(?:mak(?:es?|ing)|made) (?:\w+ ){{0,2}}(?:ms|multiple sclerosis|lesions?|disease) (?:\w+ )?(?:disappear|vanish|go away|melt|go into|leave)\b|\bfree (?:of|from) (?:this|the|your|my|his|her|ms|multiple sclerosis)(?: (?:disease|illness|condition|ms))?\b[^.?!]{{0,20}}\b(?:forever|for ever|for good|in \d+|within|now|completely|after)\b|\b(?:no (?:more|longer)|don't|doesn't|do not|does not|not) (?:have|has|got) (?:ms|multiple sclerosis)(?: any ?more| now)?[,.]? (?:thanks to|because of|after|since)\b",
                    "unless": _HOPE
                    + r"|\b(?:stopped (?:my|the|her|his) (?:ms )?(?:drug|treatment|medic\w+|dmt)|stopped \w+ condition)\b|\?$|\bstopped\b[^.]{0,20}\b(?:ms|disease|condition)\b[^.]{0,20}\b(?:progress|activity|drug|clinic)",
                    "skip": TOLD,
                },
                {
                    "pattern": r"\b(?:miracle|natural|secret|real|true|permanent|guaranteed|hidden|proven|one hundred percent|100%|actual|simple) cures?\b|\b(?:the|a|this) cure (?:for (?:ms|multiple sclerosis) )?(?:exists|is (?:out there|here|real|simple|known|already|in|right|being (?:hidden|suppressed))|that works|works|they|has been (?:found|known|hidden|suppressed))\b|\b(?:big )?pharma (?:is |are )?(?:hid\w+|suppress\w*|keep\w* (?:it|us|this)|cover\w*|bur\w+)\b",
                    "unless": r"\b(?:no|not|isn't|there's no|scam\w*|nonsense|fake|beware|myths?|hope|until|waiting|claims?|promis\w+|conspiracy|believe)\b",
                    "skip": TOLD,
                },
                {
                    "pattern": r"\b(?:they|big pharma|pharma|doctors|neurologists|neuros|the industry|the drug companies|drug companies|the (?:medical )?establishment|hospitals) (?:\w+ )?(?:don't|do not|doesn't|will never|won't|never|refuse to) (?:\w+ )?(?:want|tell|let|like|allow|admit)(?: you| us| people| patients| anyone)?(?: to)? (?:\w+ )?(?:know|tell|hear|find|about|get (?:well|better)|be (?:well|cured)|cured|have it|it)\b",
                    "also": r"\b(?:cur(?:e[sd]?|ing)|heal\w*|remed\w+|treatments?|pharma|natural\w*|herb\w*|supplement\w*|profit\w*|money|secret|revers\w+)\b",
                    "skip": TOLD,
                    "unless": r"\b(?:short[- ]staffed|appointment|waiting list|results|scan|phone|nonsense|conspiracy|myths?)\b",
                },
                {
                    "pattern": r"\bthere(?:'s| is) (?:already |definitely |actually |really |most certainly )?(?:a|one) (?:\w+ )?cure\b|\b(?:my|his|her|our) (?:\w+ ){1,3}(?:cured|reversed|healed|got rid of) (?:it|everything|mine|hers|his)\b|\b(?:cured|healed|reversed) (?:it|mine|hers|myself|himself|herself)\b",
                    "also": r"\b(?:ms|multiple sclerosis|lesions?|disease)\b",
                    "skip": [*TOLD, "question", "negated"],
                    "unless": r"\b(?:if|when|until|till|hope|wish|think|believe|one day|pray|imagine|not|isn't|no|once|says?|claims?|scam|cold|infection|uti|thrush|migraines?|cough|cancer)\b",
                },
                {
                    "pattern": r"\b(?:i am|i'm|i was|he is|she is|now|completely|totally|is|been|myself|himself|herself|he was|she was|me|became|fully) (?:now |finally |completely |totally |fully )?(?:cured|ms[- ]free|free of (?:ms|multiple sclerosis)|healed of ms)\b|\b(?:ms|multiple sclerosis) (?:is|can be|is completely|is totally|is actually|is fully) (?:\w+ )?(?:curable|reversible|cured|reversed|healed|gone)\b|\b(?:my|his|her) (?:ms|multiple sclerosis|lesions) (?:is|are|has|have|was|were)(?: \w+)? (?:gone|vanished|disappeared|cured|healed|reversed)\b|\b(?:will|can|could|to|it'll|that'll) (?:\w+ )?(?:cure|reverse|heal|get rid of|eliminate|beat) (?:you|it for good|this disease|your ms|ms)\b",
                    "unless": _HOPE
                    + r"|\bcured of (?:\w+ ){0,2}(?:cancer|thrush|malaria|hepatitis|tb|hep c|eczema|asthma|migraines?)|\bcured of (?:my |the |his |her |that |all )?(?:fear|habit|phobia|addiction|cold|infection|snoring|shyness|cancer)|\?$|\blesions? (?:is|are|has|have|was|were)(?: \w+)? (?:gone|vanished|disappeared)\b[^.]{0,30}\b(?:scan|mri|black hole|after the steroid)",
                    "skip": TOLD,
                },
            ]
        },
        is_listed=True,
    ),
    _rule(
        "G11-sold",
        6,
        "A cure with a link from somebody new",
        ALL,
        "hold",
        "Posts about cures with a link are read by a moderator first.",
        {
            "all": [
                {"links": True},
                {
                    "pattern": rf"\b(?:cur(?:e[sd]?|ing)|revers\w+|heal(?:s|ed)?|get rid of) {_CURE_OF}\b|\bmiracle cure\b",
                    "unless": r"\b(?:no cure|scam)\b",
                    "skip": TOLD,
                },
            ]
        },
        newcomer_days=7,
    ),
    _rule(
        "G12",
        6,
        "A treatment without good evidence",
        BOTH,
        "tip",
        "Asking about this is fine. What is known about it so far is little, or not good; your MS "
        "team can say more.",
        {
            "all": [
                {
                    "terms": "unproven",
                    "unless": r"\b(?:trial|hospital|hsct|transplant|scam|clickbait|warn\w*|beware|doesn't work|no evidence|debunked|closed|dangerous|sms|(?:by|via|an|send|sent|text|picture|photo) mms)\b",
                    "skip": ["negated"],
                },
            ]
        },
        spares_own_topic=False,
    ),
    _rule(
        "G13",
        6,
        "A study without a link",
        BOTH,
        "tip",
        "Do you have the link? Others would like to read it. Without one it is fine too, if it is "
        "your own experience.",
        {
            "all": [
                {"links": False},
                {
                    "pattern": r"\b(?:(?:some |many |several |recent |new |most |other |all the |numerous |scientific |medical |clinical )*(?:studies|trials|papers)|(?:a|one|the|another|this|some|an?|recent)(?: [\w-]+){0,3} (?:study|trial|paper|meta-analysis|review|survey of \w+)|(?:the |new |recent |scientific |medical |latest )*(?:research(?:ers)?|meta-analys[ie]s|literature)|the science|science|scientists|experts|the data|(?:the |clinical |scientific |medical |good |strong |solid )+evidence)(?: (?:from|in|on|of|at|by|with)(?: [\w-]+){1,3}| last \w+| this \w+| years? ago| now| already| has| have| also| clearly| recently| actually| all| really| i read| out there| that| which| who| published| done)* (?:(?:is|are|was|were) (?:\w+ )?(?:unanimous|clear|conclusive|settled|linked|proven|shown)|shows?|showed|shown|proves?|proved|proven|says?|said|found|finds?|finding|suggests?|suggested|confirms?|confirmed|demonstrates?|demonstrated|concluded?|reports?|reported|indicates?|linked|links|points? to|agrees?)\b|\b(?:scientifically|clinically) proven\b|\b\d{1,3}(?:[.,]\d+)? ?(?:%|per ?cent|in (?:ten|10|100)|out of (?:ten|10|100)) (?:of )?(?:all )?(?:the )?(?:patients|people|us|ms|those|cases|women|men|pwms|sufferers|users|participants|relapses|them|members|of us|ms-?ers|pwms|people with ms|carers|kids|children|adults)\b",
                    "skip": [*TOLD, "negated", "question"],
                    "unless": r"\b(?:my (?:neuro\w*|doctor|nurse|consultant)|in my (?:trial|study)|i(?:'m| am) in a|does anyone|is there any)\b",
                },
            ]
        },
    ),
    _rule(
        "G14",
        1,
        "A verdict for everybody",
        BOTH,
        "tip",
        "What suited or hurt you, and when? That helps more than a rule for everybody.",
        {
            "any": [
                {
                    "pattern": r"\b(?:everyone|everybody|all of (?:you|us)|we all|you all|anyone|anybody|any person|every (?:single )?(?:ms )?(?:patient|person|one of (?:you|us)|ms-?er|woman|man|newbie)(?: with ms)?|not one (?:person|of (?:you|us))|nobody|no one|no-one|none of (?:you|us)|people|all (?:ms )?(?:patients|people))(?: with ms| newly diagnosed| on here| here| who has ms| with this)* (?:really |absolutely |simply )*(?:should|must|needs? to|has to|have to|ought to|shouldn't|mustn't|can't afford)(?: \w+){0,3} (?:take|taking|be (?:on|off)|being on|go on|going on|start|starting|avoid|avoiding|eat|eating|stop|stopping|try|trying|use|using|get (?:on|off|onto|rid)|getting (?:on|off)|give up|cut out|cutting out|quit|refuse|refusing|have (?:hsct|a |an |the |steroids|any)|touch|touching|trust|come off|switch|do (?:keto|this|the|hsct|yoga)|stay (?:off|away)|ask for|demand)\b",
                    "skip": [*TOLD, "question", "negated"],
                    "unless": r"\b(?:help|support|access|choose|decide|own|respect|kind|feel|treated|rest|listened|heard|vote|careful|have to (?:do|get|have) (?:an mri|tests))\b",
                },
                {
                    "pattern": r"(?:{start})(?:never|always|don't ever|do not ever|under no circumstances)(?: ever)? (?:take|go on|start|use|touch|trust|eat|accept|agree to|let (?:them|anyone)|have|go near|believe|give|drink|do|get)\b[^.?!;]{0,40}\b(?:{drugs}|dmts?|dmds?|meds?|medications?|drugs?|steroids?|vaccines?|gluten|dairy|sugar|meat|neurologists?|treatment|infusions?)\b",
                    "unless": r"\b(?:without|with food|on an empty|at night|before|if you|unless)\b",
                    "skip": TOLD,
                },
                {
                    "pattern": r"\b(?:there (?:isn't|is not|is no|is never|ain't) (?:a |an |any )?(?:person|patient|one|anyone|anybody|ms-?er|reason)|no ?-?one|nobody|none of (?:you|us)|no (?:ms )?(?:patient|person))\b[^.?!;]{0,40}\b(?:should|has any business|ought|needs?|must|to)\b[^.?!;]{0,25}\b(?:{drugs}|dmts?|dmds?|meds?|drugs?|steroids?|vaccines?|statins?|gluten|dairy|sugar|meat|alcohol|treatment|infusions?|jabs?|hsct)\b",
                    "skip": [*TOLD, "question"],
                    "unless": r"\b(?:without|forced|alone|pay|afford|judge|shame)\b",
                },
                {
                    "pattern": r"\b(?:do not|don't|never|avoid|steer clear of|stay (?:away from|off|well away from)|run a mile from|say no to|refuse)\b[^.?!;]{0,40}\b(?:{drugs}|dmts?|dmds?|meds?|drugs?|steroids?|vaccines?|statins?|gluten|dairy|sugar|infusions?)\b",
                    "also": r"\b(?:under any circumstances|this goes for|all of you|every(?:one|body) (?:here|on here|with ms|reading)|folks|guys|people|y'all|whatever you do|whoever you are|no matter (?:what|who)|full stop|end of(?: story)?|period)\b",
                    "skip": TOLD,
                    "unless": r"\b(?:without|with food|on an empty|unless|if (?:you|your)|for me|in my case|my (?:doctor|neuro\w*|nurse))\b",
                },
                {
                    "pattern": r"\b(?:{drugs}|dmts?|gluten|dairy|sugar|diet|stem cells|hsct|keto|vitamin d|yoga|exercise|this diet|steroids) (?:is|are|was) (?:\w+ )?(?:poison|the only (?:drug|thing|way|treatment|one|option)|useless|rubbish|a waste of (?:time|money)|evil|toxic|the best (?:drug|treatment|thing) (?:for everyone|there is|out there|full stop|period)|the answer for (?:everyone|all|ms)|a scam|a must|for everyone|not worth it for anyone)\b",
                    "skip": [*TOLD, "negated", "question"],
                    "unless": r"\bfor me\b|\bin my case\b|\bi (?:found|felt|think)\b",
                },
            ]
        },
        spares_own_topic=True,
    ),
    _rule(
        "G15",
        5,
        "A sudden sign that should be seen today",
        BOTH,
        "help",
        "A sudden change like this is best told to your MS team or an urgent line today. You can "
        "post it here too.",
        {
            "any": [
                {
                    "pattern": rf"\b{_WHO} (?:\w+ ){{0,8}}?(?:can't|cannot|can not|couldn't|could not|can hardly|can barely|can no longer|unable to|am unable to|is unable to|not able to|haven't been able to|hasn't been able to|stopped being able to|lost the (?:ability|use|feeling)|can't even|suddenly can't|suddenly couldn't) (?:\w+ ){{0,3}}?(?:see|speak|talk|walk|stand|move|swallow|breathe|feel (?:my|his|her|both|either|anything)|lift|get (?:my )?words out|of (?:my|his|her))\b",
                    "skip": [*TOLD, "past", "hedged"],
                    "unless": r"\b(?:for (?:years|months|weeks)|always|every (?:day|time|summer)|since (?:20|my diagnosis|diagnosis|i was)|any ?more because|without (?:a|my) (?:stick|frame|cane|rollator)|if i|when i (?:get|am|have)|see (?:why|how|a|the point|myself|anyone|the neuro|my|him|her|any)|walk (?:away|out|past|by|into|far|that far|more than|any distance|as far|long|very|the)|stand (?:the|it|heat|him|her|them|people|for long|being)|move on|talk about|talk to (?:my|him|her|anyone|people)|speak to (?:my|anyone|a)|breathe (?:easy|again|when i panic)|panic|anxiety attack|believe)\b",
                },
                {
                    "pattern": r"(?:\b(?:lost|losing|loss of|gone|going|no|went|lose) (?:\w+ ){0,3}?(?:sight|vision|speech|blind|dark|grey|feeling (?:in|below|from)|use of|strength in|power in|movement)\b|\b(?:legs?|arms?|hand|side|face|eye)(?: \w+)? (?:(?:has|have|just|suddenly|went|gone|are|is|stopped|won't|gave|completely|all) )+(?:numb|dead|paralysed|paralyzed|limp|weak|drooping|drooped|working|dropped|move|way|blind|black|gone)\b|\bparalysed|paralyzed\b|\bface (?:is |has |keeps? )?(?:droop\w+|dropped|fallen)|\bslurr\w+ (?:\w+ )?(?:speech|words)|\bspeech (?:is |has |went )?(?:suddenly )?slurr\w+)",
                    "skip": [*TOLD, "past", "hedged", "question"],
                    "unless": r"\b(?:for (?:years|months|weeks)|always|every (?:day|time|summer|evening|night)|comes and goes|as usual|usual|most (?:days|evenings)|when i(?:'m| am) (?:tired|hot))\b",
                },
                {
                    "pattern": r"\b(?:can't|cannot|couldn't|can not|unable to|haven't been able to|hasn't been able to|not been able to|haven't|not) (?:\w+ ){0,2}?(?:pee|peed|wee|weed|pass (?:any )?(?:urine|water)|passed (?:any )?(?:urine|water)|urinate|urinated|empty (?:my|his|her) bladder|been to the loo)\b(?: \w+){0,4}",
                    "skip": [*TOLD, "past", "hedged"],
                    "unless": r"\b(?:fully|completely|properly|all the way|without (?:a )?catheter|for (?:years|months)|always|sometimes|in (?:public|front))\b",
                },
                {
                    "pattern": r"\b(?:bladder|waterworks)(?: \w+){0,2} (?:shut down|stopped working|given up|gave up|packed (?:in|up)|blocked|won't (?:go|empty|work))\b|\b(?:nothing|not a drop|no (?:urine|wee|pee))(?: \w+){0,2} (?:come|coming|came|comes|out|passed|since|for \d+)\b|\bno (?:wee|pee|urine)\b[^.?!]{0,20}\b(?:since|hours|all day)\b",
                    "also": r"\b(?:bladder|wee|pee|urine|catheter|toilet|loo)\b",
                    "skip": [*TOLD, "past"],
                    "unless": r"\b(?:for (?:years|months)|always|sometimes)\b",
                },
                {
                    "pattern": r"\b(?:words|speech|talking|sentences?|voice)\b(?: (?:is|are|was|were|has|have|keeps?|kept|started|began|coming|come|comes|came|gone|went|going|out|all|completely|suddenly|totally|just|so))* (?:garbled|jumbled|slurred|slurring|slurry|scrambled|gibberish|mush|mushy|nonsense|rubbish|wrong|gone)\b|\b(?:talking|speaking) (?:gibberish|nonsense|rubbish|like (?:i'm|he's|she's) drunk)\b",
                    "also": _ALARM_NOW,
                    "skip": [*TOLD, "past", "hedged", "question"],
                    "unless": r"\b(?:for (?:years|months|weeks)|always|every (?:day|time|evening|night)|comes and goes|when i(?:'m| am) (?:tired|hot)|usual\w*|predictive|keyboard|autocorrect|dictation)\b",
                },
                {
                    "pattern": r"\b(?:legs?|arms?|hands?|feet|side|foot|eyes?|eye)\b(?: \w+){0,2} (?:stopped (?:working|moving|responding|obeying)|gave (?:way|out)|given (?:way|out)|won't (?:move|work|hold|lift|respond)|don't (?:work|move)|(?:went|gone|has gone|have gone) (?:completely |totally |all )?(?:dead|blind|limp|black|dark|numb|grey))\b|\b(?:everything|vision|sight|half of what i see)\b[^.?!]{0,30}\b(?:went|gone|going|is|has gone) (?:\w+ )?(?:dark|black|grey|blurr?ed|blurry|double|milky)\b",
                    "also": _ALARM_NOW,
                    "skip": [*TOLD, "past", "question"],
                    "unless": r"\b(?:for (?:years|months|weeks)|always|every (?:day|time|summer|evening|night)|comes and goes|usual\w*|most (?:days|evenings)|when i(?:'m| am) (?:tired|hot)|might|may|maybe|what if|in case|worried|scared (?:of|that))\b",
                },
                {
                    "pattern": r"\b(?:fever|temperature of|high temperature|temp of|running a temperature|a temperature|3[89](?:[.,]\d)?|4[01](?:[.,]\d)?|10[1-5](?:[.,]\d)? ?f|rigors?|shivering|confused|confusion|disorient\w+|doesn't know where|not making sense|shingles|chest infection|sepsis|stiff neck|personality (?:has )?chang\w+|coughing up)\b",
                    "skip": [*TOLD, "past", "question"],
                    "unless": r"\b(?:no fever|no temperature|without (?:a )?(?:fever|temperature)|water|room|weather|degrees outside|pool|hedge|might get|in case|can cause|what if|confused (?:about|by)|a bit confused|so confused)\b",
                    "also": r"\b(?:{immune_drugs})\b",
                },
                {
                    "pattern": r"\b(?:(?:had|having|have|has) (?:just |had )?(?:a|an|my|his|her|their|another)? ?(?:very |first |ever |big |full |sudden |proper |massive )*(?:seizure|fit|convulsion)\b|\b(?:collapsed|blacked out|passed out|unconscious)\b|\b(?:crushing|bad|severe|sudden) chest pain|chest pains?|can't feel (?:anything )?(?:below|from) (?:my|the) (?:waist|chest|neck))",
                    "skip": [*TOLD, "past", "hedged", "question", "negated"],
                    "unless": r"\b(?:epilep\w+|fit (?:in|of|for|bit|the|my)|a good fit|better fit|mri|ms hug|for (?:years|months)|years|every)\b",
                },
            ]
        },
    ),
    _rule(
        "G16",
        2,
        "What would help",
        ["opening"],
        "tip",
        "What would help you most: just listening, similar stories, ideas or information?",
        {
            "all": [{"words": {"at_least": 40}}],
            "never": [
                {
                    "pattern": r"\?|\b(?:anyone|anybody|advice|help|suggest\w*|ideas?|tips|recommend\w*|wonder\w*|question|vent|venting|rant|listen|heard|just (?:needed|wanted) to|get (?:this|it) off my chest|share|sharing|wanted to (?:say|tell|share)|thank)\b",
                    "in": "text",
                },
            ],
        },
        state="off",
    ),
    _rule(
        "G17",
        1,
        "A vague title",
        TITLES,
        "tip",
        "Could the title say what it is about, such as “leg spasms at night”? That brings the people "
        "who know it.",
        {"any": [{"detector": "vague_title"}]},
        field="title",
    ),
    _rule(
        "G18",
        1,
        "A wall of text",
        BOTH,
        "tip",
        "Shorter paragraphs are easier for tired eyes. A new line here and there is enough.",
        {"all": [{"words": {"at_least": 250}}, {"breaks": False}]},
    ),
    _rule(
        "G19",
        1,
        "A short question about a treatment",
        ["opening"],
        "tip",
        "Which treatment, for how long, and what would you like to know? Then others can answer.",
        {"all": [{"words": {"at_most": 11}}]},
        boards=["treatment"],
    ),
    _rule(
        "G20",
        1,
        "Topics like this one",
        TITLES,
        "tip",
        "These topics may be about the same:",
        {"any": [{"detector": "similar_titles"}]},
        field="title",
    ),
    _rule(
        "G21",
        7,
        "Contact details",
        ALL,
        "ask",
        "This shows contact or personal details to everybody who reads here. You can take them out, "
        "or keep them if you mean to.",
        {"any": [{"detector": "contact_details"}]},
    ),
    _rule(
        "G21-numbers",
        7,
        "Card and identity numbers",
        ALL,
        "block",
        "This looks like a card or identity number. Strangers could misuse it, so it cannot be "
        "posted. Please take it out.",
        {"any": [{"detector": "secret_numbers"}]},
    ),
]

_HARD_TO_CARRY = (
    "That sounds very hard to carry. You can post this; nothing is held back. If you would like to "
    "speak with someone right now, people are there for exactly that, day and night."
)
_SELLING: dict[str, Any] = {"any": [
    {"pattern": r"\b(?:promo|discount|coupon|voucher|referral) ?codes?\b|\buse (?:my |the )?code \w+|\bcode \w{3,12} (?:for|at)\b|\b\d+ ?% off\b|\bfree shipping\b|\blimited (?:time )?offer\b|\bmoney[- ]back guarantee\b|[?&](?:ref|aff|affiliate|utm_\w+|tag|partner|coupon)=|\baffiliate link\b|\bmy (?:referral )?link\b|\blink in (?:my )?(?:bio|profile)\b",
     "in": "all"},
    {"pattern": r"\b(?:dm|pm|message|inbox|text|email|e-mail|contact|whatsapp|write to|ring|call|ask) me\b[^.?!]{0,30}\b(?:to (?:buy|order|get (?:some|yours|started)|purchase|sign up|join)|for (?:prices?|details|more info\w*|orders?|a (?:quote|sample|discount)|ordering|the product|how to (?:buy|order)|my (?:product|programme|program|course)))\b|\b(?:order|buy|shop|get yours|sign up|enrol|enroll|book|pre-?order) (?:now|here|today|yours|from (?:my|our|me)|at (?:my|our)|on (?:my|our))\b|\b(?:my|our) (?:\w+ )?(?:shop|store|etsy|webshop|website|online shop|product|products|supplement|supplements|programme|program|coaching|course|e-?book|clinic|company|brand) (?:is|are|has|have|can|will|sells?|offers?|helps?|costs?|at)\b|\b(?:i|we)(?:'m| am|'re| are)? (?:sell|selling|offer|offering|stock|ship|distribute|am a (?:distributor|rep|coach|seller))\b[^.?!]{0,50}",
     "in": "all", "skip": TOLD, "unless": r"\b(?:to (?:sell|offer) (?:support|help|a hug|you|my (?:house|car))|offer(?:ing)? (?:you )?(?:a )?(?:hugs?|support|help|advice|to listen|any)|selling (?:my|the|our) (?:house|car|flat|home)|not selling|website (?:is|says)|gp|nhs|my company (?:is|has)|our clinic (?:is|has|will|can))\b"},
    {"pattern": r"\b(?:for sale|selling my|only £ ?\d+|only \$ ?\d+|just \$ ?\d+|just £ ?\d+|prices? (?:start|from)|price list|wholesale|bulk order|(?:packages?|sessions?|plans?|prices?|bottles?|consultations?|memberships?) (?:from|for|at|start(?:s|ing)? (?:at|from)|cost)? ?(?:only |just )?[$£€] ?\d+|[$£€] ?\d+ (?:a|per|each|for (?:a|the)) (?:bottle|month|session|pack|box|jar|course))\b[^.?!]{0,60}", "in": "all", "skip": TOLD,
     "unless": r"\b(?:house|flat|car|home|my old (?:house|car|flat)|prescription)\b"},
    {"pattern": r"\b(?:telegram|whatsapp|wechat|viber|kik|snapchat|discord)\b ?(?:me|us|:|@|\+|id|number)[^.?!]{0,40}|\b(?:join|come (?:over|along|and|to)|moved?|moving|switch\w*|add (?:you|people)|invite\w*|link to|set up|made|created|started|run|have|prefer)\b[^.?!]{0,40}\b(?:telegram|whatsapp|signal|wechat|viber|discord|facebook|messenger|slack|reddit)\b ?(?:group|channel|chat|server|page|community)\b|\b(?:telegram|whatsapp|signal|wechat|viber|discord|facebook) (?:group|channel|server)\b[^.?!]{0,40}\b(?:join|link|add you|invite|all welcome|dm|pm|message me)\b|\b(?:find|add|reach|contact|message|text|follow|dm|join) (?:me|us) (?:on|at|via|over) (?:telegram|whatsapp|signal|wechat|viber|kik|snapchat|instagram|insta|facebook|messenger|discord|tiktok)\b|\bt\.me/|\bwa\.me/|\bdiscord\.gg/|@[a-z0-9_.]{3,30} on (?:telegram|instagram|insta|tiktok|signal|snapchat)",
     "in": "all", "unless": r"\b(?:official|charity|society|signal (?:at|on) (?:the|my) (?:mri|scan)|line (?:at|on) the|phone signal|no signal|signal is|nerve signal|railway|help ?line|(?:my|our|the) (?:family|sister|mum|work|school|class|neighbour\w*|kids'?|mums)\b[^.?!]{0,20}(?:group|chat))\b|\bfamily'?s? (?:whatsapp|group|chat)\b"},
]}  # fmt: skip
RULES += [
    _rule(
        "G22",
        8,
        "Selling, or moving elsewhere",
        ALL,
        "ask",
        "Offers and other places to talk go to the moderators first. Would you rather leave it out?",
        _SELLING,
        is_listed=True,
    ),
    _rule(
        "G22-newcomer",
        8,
        "Selling, by somebody new",
        ALL,
        "hold",
        "Offers are read by a moderator first. You get a notice when somebody has looked.",
        _SELLING,
        newcomer_days=14,
        newcomer_posts=3,
    ),
    _rule(
        "G23",
        8,
        "Money and studies",
        ALL,
        "ask",
        "Fundraising and calls for studies need a moderator’s yes, and have a place of their own. "
        "Would you rather ask the moderators first?",
        {
            "any": [
                {
                    "pattern": r"\b(?:gofundme|go fund me|justgiving|just giving|crowdfund\w*|crowd-?funding|kickstarter|fundly|givesendgo|paypal\.me|ko-?fi|buymeacoffee|patreon|cash ?app|venmo|zelle)\b[^.?!]{0,60}",
                    "in": "all",
                    "unless": r"\b(?:paid (?:by|with|via|through|him|her|them|for|me back)|pay (?:by|with|via) |pays? (?:me|him|her) (?:back )?(?:by|with|via)|split|refund|how do i pay|rent|takes? venmo|accepts?|bill|taxi|groceries)\b",
                    "skip": ["negated"],
                },
                {
                    "pattern": r"\b(?:spare|send|lend|give|chip in|throw|donate)\b(?: \w+){0,3} (?:a few |some |any |a couple of |\d+ )?(?:dollars|pounds|euros|quid|bucks|money|cash|coins|pennies)\b[^.?!]{0,60}|\b(?:my|our|the) (?:venmo|cash ?app|paypal|zelle|gofundme|justgiving|iban|bank details)(?: \w+)? (?:is|are|:|link)[^.?!]{0,40}|\b(?:crowdfunder|fundraiser|fundraising page|collection)\b[^.?!]{0,60}\b(?:for|link|here|page|http)",
                    "in": "all",
                    "skip": [*TOLD, "negated", "past", "question"],
                    "unless": r"\b(?:i(?:'ll| will)? (?:send|give|lend|spare)|charity|save money|paid|pay(?:ing)? (?:him|her|them|back)|save (?:some )?money)\b",
                },
                {
                    "pattern": r"\b(?:donate|donations?|chip in|sponsor me|please (?:give|support my)|send (?:me |us )?(?:some )?money|help (?:me|us) (?:pay|raise|fund|cover)|raise (?:money|funds)|raising (?:money|funds)|contribute (?:to|towards)|fundrais\w+)\b[^.?!]{0,80}?\b(?:link|page|here|http\S*|my|our|paypal|treatment|fund|goal|wheelchair|stem|hsct|target|\$|£|€)",
                    "in": "all",
                    "skip": [*TOLD, "negated", "past"],
                    "unless": r"\b(?:charity shop|blood|donated? (?:to|by)|thank you|after the fundrais\w+ (?:i|my legs)|ms society walk (?:was|went))\b",
                },
                {
                    "pattern": r"\b(?:take part in|participate in|participants? (?:needed|wanted|for)|looking for (?:participants|volunteers|people (?:with ms )?(?:to|for)|interviewees|respondents)|recruit\w*|fill (?:in|out) (?:my|our|this|a|the)(?: \w+){0,3} (?:survey|questionnaire|form)|(?:my|our|this|short|quick|online|anonymous|brief) (?:\w+ )?(?:survey|questionnaire)|(?:survey|questionnaire) (?:for|about|link|here|takes)|complete (?:my|our|this|a)(?: \w+){0,2} (?:survey|questionnaire)|surveymonkey|forms\.gle|docs\.google\.com/forms|typeform|jotform|smartsurvey|qualtrics|google form|(?:for|part of) (?:my|our|a|her|his|the) (?:[\w-]+ ){0,3}(?:dissertation|thesis|phd|doctorate|master'?s|degree|research|coursework|university project|final year)|(?:need|looking for|after|want) (?:\w+ )?\d+ (?:more )?(?:responses?|respondents|participants|volunteers|people to|answers)|(?:click|take|answer|do|try) (?:on )?(?:my|our|this|the) (?:\w+ )?(?:poll|survey|questionnaire|quiz)|interview (?:people|you|patients)|clinical trial (?:is )?(?:recruiting|looking|seeking))\b[^.?!]{0,40}",
                    "in": "all",
                    "skip": [*TOLD, "past", "negated"],
                    "unless": r"\b(?:i(?:'m| am|'ve been|'ve| have| was)? (?:in|on|taking|joined|signed up|thinking|considering|asked|invited|offered)|my neuro\w*|has anyone|did anyone|does anyone|should i|anyone (?:taken|been|taking)|pip|benefits?|hospital sent|clinic sent|gp sent|drug i take)\b",
                },
            ]
        },
    ),
    _rule(
        "G24",
        9,
        "Somebody may be in danger",
        ALL,
        "help",
        _HARD_TO_CARRY,
        {"any": [{"detector": "plan_or_wish_to_die"}]},
        is_listed=True,
    ),
    _rule(
        "G24-passive",
        9,
        "Somebody may not want to live",
        ALL,
        "help",
        _HARD_TO_CARRY,
        {"any": [{"detector": "wish_not_to_live"}]},
    ),
    _rule(
        "G24-another",
        9,
        "Worried about somebody",
        ALL,
        "help",
        "Are you worried about somebody? You do not have to carry that alone. People you can ring "
        "are there for you too, day and night. You can post this as it is.",
        {"any": [{"detector": "risk_of_another"}]},
    ),
    _rule(
        "G25",
        9,
        "Ways and means",
        ALL,
        "hold",
        "This waits for a moderator, because details like these can hurt others. You are not in "
        "trouble. If you would like to speak with someone right now, people are there, day and "
        "night.",
        {
            "any": [
                {
                    "pattern": r"\b(?:how many|how much|what (?:dose|amount|quantity)|which|what|is|are|would|will|does|if i (?:take|took))\b[^.?!]{0,60}\b(?:pills?|tablets?|paracetamol|acetaminophen|tylenol|insulin|morphine|oxycodone|baclofen|amitriptyline|diazepam|meds|mg|drugs?|opioids?|sleeping|carbon monoxide|gas|helium|nitrogen|bleach|{drugs})\b[^.?!]{0,60}\b(?:to (?:die|kill (?:me|myself|yourself|a person|someone|you)|end (?:it|my life|things)|overdose|not wake)|lethal|fatal|deadly|enough to (?:die|kill|end)|(?:would|will|could) (?:kill|finish|be enough|do it)|overdose (?:on|with))\b",
                    "in": "all",
                    "unless": r"\b(?:scared|afraid|worried|accident\w*|by mistake|child(?:ren)?|dog|cat|toddler|safe (?:dose|to take)|lethal dose of sarcasm|side effects?)\b",
                },
                {
                    "pattern": r"\bhow (?:much|many)\b(?: [\w']+){0,8} (?:enough|need(?:ed)?|take|takes|require[sd]?|too many)\b(?: [\w']+){0,4} to (?:die|kill (?:me|myself|yourself|a person|someone)|end (?:it|my|everything)|finish (?:it|me|things)|not wake|never wake|go (?:to sleep )?(?:for good|forever|for ever))\b|\b(?:something|anything|stuff|a way|ways|means|method|way out|how)\b[^.?!]{0,50}\b(?:finish|end) (?:it(?: all)?|things|everything|my life|myself)\b[^.?!]{0,40}\b(?:quick\w*|fast|painless\w*|doesn't hurt|won't hurt|without (?:pain|hurting)|no pain|peaceful\w*|clean)\b|\b(?:quick\w*|painless\w*|peaceful\w*|doesn't hurt|won't hurt|without (?:pain|hurting))\b[^.?!]{0,40}\bto (?:die|end it|kill myself|finish it|end my life)\b|\b(?:where|how|who)\b[^.?!]{0,30}\b(?:get|buy|find|order|obtain)\b[^.?!]{0,40}\bto (?:finish|end) (?:it(?: all)?|everything|my life|myself|things)\b|\b(?:enough|which|what|how many|how much)\b[^.?!]{0,40}\bto (?:die from|be fatal|be lethal|overdose|finish me|end me)\b",
                    "in": "all",
                    "unless": r"\b(?:scared|afraid|worried|accident\w*|by mistake|child(?:ren)?|dog|cat|toddler|job|relationship|marriage|course|project|race|book|knitting|prescription)\b",
                },
                {
                    "pattern": r"\b(?:lethal|fatal|deadly) (?:dose|amount|combination|overdose)s? (?:of|for|is|with)\b|\b(?:easiest|painless|least painful|quickest|best|surest|most (?:reliable|peaceful|effective)|peaceful|fastest|quick|reliable|simplest|good|easy|right|foolproof)(?: and \w+)?(?:,? \w+)? (?:way|ways|method|methods|place|bridge|drug|pills?) (?:to|of|for) (?:die|dying|kill(?:ing)? (?:myself|yourself|oneself)|end(?:ing)? (?:it|it all|my life|your life|one's life|everything|things)|suicide|go|commit\w* suicide|jump|hang(?:ing)?|overdos\w+|do it)\b",
                    "in": "all",
                    "unless": r"\b(?:to go (?:to|about|for|on|back|there|from|out|into|up|down|with)|way to (?:go,|go!|do it (?:is|was|with|without)))\b",
                },
                {
                    "pattern": r"\bhow (?:do|can|could|would|should|to|does)(?: (?:i|you|one|someone|somebody|people|a person))?(?: best| actually| quickly| painlessly| safely)? (?:kill (?:myself|yourself|oneself|themselves)|end (?:my|your|one's) (?:own )?life|overdose|hang (?:myself|yourself|oneself)|tie a noose|commit suicide|die (?:painlessly|quickly|peacefully|without)|poison (?:myself|yourself)|slit|cut (?:my|your) wrists)\b|\bwhere (?:can|do|could|to)(?: i| you| one)? (?:get|buy|find|order) [^.?!]{0,40}\b(?:to (?:die|end (?:it|my life)|kill myself)|nembutal|pentobarbital|sodium nitrite|cyanide|a gun to|suicide (?:kit|bag|pills?))\b|\b(?:nembutal|pentobarbital|sodium nitrite|exit bag|suicide bag|helium hood)\b",
                    "in": "all",
                    "unless": r"\b(?:how to (?:avoid|prevent)|accidental\w*|dogs?|vet)\b",
                },
                {
                    "pattern": r"\bi(?:'ve| have| am|'m)? (?:been )?(?:saved|saving|stockpil\w+|hoard\w+|collect\w+|kept|keeping|got|counted|bought) (?:up )?(?:\w+ ){0,4}(?:pills?|tablets?|meds|medication|insulin|rope|paracetamol|baclofen|morphine|{drugs})\b[^.?!]{0,60}\b(?:enough|to (?:die|end|kill|do it|go)|ready|for when|tonight|just in case i|way out|finish)\b|\b(?:take|took|taking|swallow) (?:all|the whole|every|a whole (?:box|bottle|packet))(?: of)?(?: my| the| these| those)? (?:\w+ )?(?:pills?|tablets?|meds|baclofen|insulin|box|bottle)\b[^.?!]{0,40}\b(?:die|end|sleep|never|tonight|done|goodbye|not wake)\b",
                    "in": "all",
                    "skip": ["past"],
                },
            ]
        },
    ),
    _rule(
        "G25-urging",
        9,
        "Wishing somebody dead",
        ALL,
        "block",
        "This wishes somebody dead, so it cannot be posted. If you are very angry, the moderators "
        "can help: please report the post instead.",
        {
            "any": [
                {"pattern": r"\bkys\b|\bk\.y\.s\b", "in": "all", "skip": TOLD},
                {
                    "pattern": r"(?:^(?:oh |well |hey |so |ok |honestly,? |seriously,? |then )*|\b(?:you should|why don't you|why not|you (?:could|ought to|might as well|need to|deserve to)|do (?:us|everyone|the world) (?:all )?a favou?r and|hope you|wish you(?:'d| would)?|just|please|hurry up and) )(?:just |please |go (?:and |away and )?|do it and )*(?:neck yourself|top yourself|do yourself in|delete yourself|rope yourself|play in traffic|jump (?:off|in front|under|out)|stop breathing|swallow the (?:lot|bottle)|take the whole|kill yourself|end (?:your life|yourself)|die(?: already| alone| in (?:a fire|pain|agony)| slowly)?|drop dead|hang yourself|drink bleach|jump off a|overdose|slit your|off yourself|unalive yourself|end it(?: all)?(?: then| already)?)\b(?:[.!, ]|$)",
                    "in": "all",
                    "unless": r"\b(?:i|we|he|she|they) (?:just )?(?:wish|hope|want|wanted|will|could|die|died|might|thought|feel|felt)\b|\bdie (?:of|from|hard|with|down|out|laughing|for|to|in (?:my|his|her|their) sleep|before|after|young|early)\b|\bdie\b[^.]{0,20}\b(?:cells?|neurons?|battery|phone)\b|\bend it all there\b",
                    "skip": ["reported", "negated"],
                },
                {
                    "pattern": r"\b(?:the world|everyone|everybody|we|your family|your kids|they|people) (?:would|will|is|are|'d|would all)(?: all)?(?: be)? (?:\w+ )?(?:better|happier|glad|relieved|easier|nicer)(?: (?:off|place|here|world))* (?:without you(?: in it| alive| around)?|if you (?:just )?(?:were|was|weren't|died|jumped|hanged|hung|vanished|killed|stopped breathing|took|never woke|didn't wake|overdosed)|when you(?:'re| are) (?:dead|gone|under)|once you|with you (?:dead|gone))\b|\b(?:nobody|no one) (?:would|will|'d) (?:\w+ )?(?:miss|mourn|cry for) you\b|\bi hope you(?:r)? (?:\w+ )?(?:die|kill yourself|don't wake up|ms kills you)\b|\byou(?:'d| would) be better (?:off )?dead\b|\byou (?:don't|do not) deserve to (?:live|be alive|breathe)\b",
                    "in": "all",
                    "skip": ["reported", "negated"],
                },
            ]
        },
    ),
]
