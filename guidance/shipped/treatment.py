"""Medicines, doses, cures, studies, and verdicts for everybody."""

from typing import Any

from guidance.shipped.making import ALL, BOTH, TOLD, rule

_YOU_SHOULD = (
    r"(?:you (?:really |definitely |honestly |just )?(?:should|need(?: to)?|have to|must|ought to|could (?:just|safely|easily|always)|can (?:just|safely|easily|always)"
    r"|might as well|want to|'d better|had better|would be better off)|i(?:'d| would)(?: just| honestly| definitely| personally)?"
    r"|my advice(?: is|:)?(?: to)?|i(?:'d| would)? (?:suggest|recommend|advise)(?: that)?(?: you)?(?: to)?|why (?:don't you|not)|time to|best to|better to|try to"
    r"|you're better off|feel free to|no harm in|nothing wrong with)"
)
_STOP = (
    r"(?:(?:go |just )?cold turkey(?: (?:on|with|off))?|(?:come |get )?straight off|chuck(?: out)?|sack off|jack in|pack in|ease off|get rid of|say no to|refuse|decline|don't bother with|knock|stop|quit|come off|get off|go off|drop|ditch|skip|miss(?: out)?|leave out|halve|half|cut|double(?: up)?"
    r"|increase|up|raise|reduce|lower|wean (?:yourself )?off|taper(?: off)?|throw (?:away|out)|bin|flush|dump"
    r"|pause|swap|switch|change|take (?:more|less|two|twice|double|an? extra|half)|lay off|give up|leave off)"
)
_MEDS = (
    r"(?:{drugs}|(?:the|your|those|that|these|any|all|all your|all the|this|taking)(?: \w+)? (?:meds?|medications?|medicines?|drugs?"
    r"|tablets?|pills?|dose|doses|dmts?|dmds?|injections?|infusions?|steroids?|treatment|therapy|jabs?|shots?"
    r"|prescription)|meds|medication|your (?:evening|morning|next|second) (?:dose|one|tablet|pill|jab|shot|infusion)"
    r"|a dose|doses|half a tablet)"
)
_TAKE_OVER = (
    r"(?:\bask(?:ing|ed)? (?:your|the|my|a|for|if|them|him|her|about|whether|first|before)\b|\bdouble[- ]check\w*|\bstop the press|\bdrop (?:me|us|them|him|her|by|in)\b|\bstop (?:by|at|worrying|in)\b|\bup to (?:you|date)\b|\braise (?:it|this|that|the (?:issue|question|subject))\b|\bchange (?:my|your|the) mind\b|\bcheck(?:ing)? with\b|\btalk(?:ing)? to\b|\bspeak(?:ing)? (?:to|with)\b|\bring\b"
    r"|\bphone\b|\bcall your\b|\bunless (?:your|the)\b|\bbefore you (?:stop|change|skip)\b|\bwithout (?:asking|talking|speaking|checking|your|medical|telling|guidance|advice)\b"
    r"|\bdon't (?:ever |just |suddenly )?(?:stop|quit|skip|come off|change|halve|double|drop|miss)\b|\bdo not (?:stop|quit|skip|come off|change)\b"
    r"|\bnever (?:stop|quit|skip|come off|change)\b|\bshouldn't (?:stop|quit|skip|come off)\b|\bif your (?:neuro|doctor|nurse|team|gp)|\byour (?:neuro\w*|doctor|nurse|team|consultant|pharmacist|gp) (?:can|will|may|might|could|should|knows)\b|\b(?:should|can|could|may|must|do|shall|would|did) (?:i|we|she|he|they)\b|\b(?:has|have|did|does|is|are|was) (?:anyone|anybody|it|there)\b)"
)
_NUMBER = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|a couple of|a few)"
_AMOUNT = rf"(?:\d[\d.,]*|half(?: an?)?|(?:{_NUMBER}|an?|several)(?:[ -]{_NUMBER})?(?: (?:hundred|thousand)(?: (?:and )?{_NUMBER})?)?)"
_CURE_OF = (
    r"(?:my|your|his|her|their|the|all|all my|all your|any|people's|of)? ?(?:\w+ )?(?:ms|multiple sclerosis|lesions?|disease|condition|autoimmun\w+"
    r"|illness|nerve damage|myelin)"
)
_HOPE = (
    r"\b(?:no|not|isn't|never|n't|cannot|can't|don't|doesn't|didn't|won't|hope|hoping|hopes|wish|wishing|until|one day|someday"
    r"|if only|finds?|finding|search\w*|looking|research\w*|waiting|wait|claims?|claimed|claiming|scam\w*|promis\w+|dream\w*|nonsense|fake"
    r"|myths?|beware|wary|careful|snake oil|supposed\w*|allegedly|so-called|would be|imagine|pray\w*|nobody|yet|anyone|there is a cure for|believe\w* (?:that|in)|sceptic\w*|skeptic\w*)\b"
)

RULES: list[dict[str, Any]] = [
    rule(
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
    rule(
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
    rule(
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
    rule(
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
    rule(
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
    rule(
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
    rule(
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
]
