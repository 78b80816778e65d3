"""How one speaks to others: listening, kindness, no verdict on a person."""

from typing import Any

from guidance.shipped.making import BOTH, REPLY, TOLD, rule

_INSULT = (
    r"(?:idiots?|morons?|imbeciles?|stupid|dumb|pathetic|losers?|liars?|frauds?|fools?|foolish|ignorant|ignoramus|disgusting"
    r"|scum|trash|rubbish|garbage|worthless|useless|selfish|cowards?|psycho|psychopath|nutters?|nutcase|bitch|bastards?|ass?hole|arse"
    r"|arsehole|dick|dickhead|prick|cunt|cow|clown|troll|parasites?|scrounger|waste of (?:space|oxygen|air|time)|joke|jerk|twats?"
    r"|wanker|tosser|creep|crybaby|cry-baby|drama queen|attention whore|whore|slut|retard(?:ed)?|spastic|cripple|snowflake|brainless|brain-dead|braindead|clueless"
    r"|thick(?: as \w+)?|dim as|dimwit|half-?wit|muppet|numpty|plonker|pillock|prat|knob(?:head)?|bell-?end|eejit|dolt|dunce|airhead|fuckwit|dumb-?ass|jackass|schmuck|weirdos?|freak|vermin|leech|sponger|hag|nasty|odious|ghastly|horrid|horrible|wicked|evil|poisonous|two-faced|heartless|spiteful|silly (?:little|old|man|woman|girl|boy|cow|fool|person)|sad (?:little|old|man|woman|person|act)|waste of|bully|know-?(?:it-?)?all|busybody|hypocrite|mug|simpleton|nobody|delusional|insane|deranged|vile|toxic|a disgrace|disgraceful|embarrassing|an embarrassment|hopeless case|nasty piece of work|piece of (?:shit|work|crap)|full of (?:shit|crap|yourself|it)|thick as)"
)

RULES: list[dict[str, Any]] = [
    rule(
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
    rule(
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
    rule(
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
    rule(
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
    rule(
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
    rule(
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
]
