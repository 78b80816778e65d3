"""How one speaks to others: listening, kindness, no verdict on a person."""

from typing import Any

from guidance.default_rules.builders import BOTH, REPLY, TOLD, rule
from guidance.purposes import Purpose

_INSULT = (
    r"(?:idiots?|morons?|imbeciles?|stupid|dumb|pathetic|losers?|liars?|frauds?|fools?|foolish|ignorant|ignoramus|disgusting"
    r"|scum|trash|rubbish|garbage|worthless|useless|selfish|cowards?|psycho|psychopath|nutters?|nutcase|bitch|bastards?|ass?hole|arse"
    r"|arsehole|dick|dickhead|prick|cunt|cow|clown|troll|parasites?|scrounger|waste of (?:space|oxygen|air|time)|joke|jerk|twats?"
    r"|wanker|tosser|creep|crybaby|cry-baby|drama queen|attention whore|whore|slut|retard(?:ed)?|spastic|cripple|snowflake|brainless|brain-dead|braindead|clueless"
    r"|thick(?: as \w+)?|dim as|dimwit|half-?wit|muppet|numpty|plonker|pillock|prat|knob(?:head)?|bell-?end|eejit|dolt|dunce|airhead|fuckwit|dumb-?ass|jackass|schmuck|weirdos?|freak|vermin|leech|sponger|hag|nasty|odious|ghastly|horrid|horrible|wicked|evil|poisonous|two-faced|heartless|spiteful|silly (?:little|old|man|woman|girl|boy|cow|fool|person)|sad (?:little|old|man|woman|person|act)|waste of|bully|know-?(?:it-?)?all|busybody|hypocrite|mug|simpleton|nobody|delusional|insane|deranged|vile|toxic|a disgrace|disgraceful|embarrassing|an embarrassment|hopeless case|nasty piece of work|piece of (?:shit|work|crap)|full of (?:shit|crap|yourself|it)|thick as)"
)

# What is told to be done, and with what.
_ACTS = (
    r"(?:try|see|ask|ring|call|phone|get (?:a|an|your|out|off|rid|up|more|him|her|the|to|help)|go (?:to|back|on|and|for|swim\w*)"
    r"|take (?:a|an|some|more|up|the|your|vitamin\w*|magnesium)|stop|start|cut|eat|drink|exercise|swim|walk|change|switch|talk to (?:a|your|the|him|her)"
    r"|speak to|tell (?:your|him|her|them|the)|leave|apply|look into|buy|join|push|rest more|sleep more|lose|quit|learn to|set|book|insist"
    r"|demand|avoid|keep (?:a|copies)|move|meditat\w*|eating|drinking|taking|doing|using|discuss|contact|check|report|request|write to)"
)
_REMEDIES = (
    r"(?:yoga|pilates|meditation|mindfulness|keto|paleo|diet|gluten|dairy|vitamins?|vitamin d|magnesium|cbd|cannabis|turmeric|swimming"
    r"|exercis\w+|running|walking|acupuncture|antidepressants|therapy|therapist|counsell\w+|supplements?|fasting|cold showers?|a diary|a journal"
    r"|another (?:doctor|neurologist)|a (?:new|different|second) (?:doctor|neurologist|opinion))"
)
_NO_ADVICE = (
    r"\b(?:take (?:care|your time|it easy|all the time|a (?:breath|moment|break))|go (?:easy|slow\w*|gently|and (?:have|cry))|get (?:some )?(?:rest|sleep|well)"
    r"|keep going|be (?:so |very )?(?:proud|kind|gentle)|yourself (?:time|credit|a break|a hug)|look after yourself|stop (?:blaming|being so hard|apologi\w+|beating)"
    r"|change (?:a thing|for us)|leave (?:it|that) (?:here|with us)|talk to us|ask us|write to us|try (?:not to|to (?:rest|sleep|be|remember|breathe))|never|don't have to"
    r"|not have to|shouldn't|should not|no need|hug|tea|laugh)\b"
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
                # Sayings that end a conversation about something hard.
                {
                    "pattern": r"\b(?:mountains? out of (?:a )?mole ?hills?|(?:cry|crying) over spil(?:t|led) milk|frown upside down|(?:glass|cup) (?:is |being )?(?:always )?half full|lucky stars|first world problems?|walk in the park|storm in a tea ?cup|big (?:girls|boys) don't cry|sunny side|worse things happen at sea|builds? character|suffering makes|just (?:have|need) to get on with it|get on with it|soldier on|keep calm and carry on|look on the brighter|chin up|stiff upper lip|roll with the punches|(?:put|slap|paste) (?:on )?a (?:brave face|smile)|a smile on your face|laugh it off|laughter is the best|every cloud|you(?:'ve)? (?:\w+ )?won the lottery|(?:gift|blessing) in (?:disguise|a way)|attitude of gratitude|(?:nuisance|inconvenience),? not a (?:tragedy|disaster)|god's (?:plan|will)|only as (?:sick|ill|old|disabled) as you (?:feel|think))\b",
                    "skip": [*TOLD, "negated", "question"],
                    "unless": r"\b(?:i (?:try|tried|hate|can't|cannot|used|was|am|found|told|have to|just|put|think)|i'm|my (?:mum|mother|gran|nan|friend|boss|colleague)|hate|tired of|for me|instead of|(?:do not|don't) feel|no need|don't have)\b",
                },
                {
                    "pattern": r"\b(?:think|look|see|consider) (?:at )?how (?:lucky|blessed|fortunate|much (?:you(?:'ve)?|better)|good you)\b|\b(?:see|take|think of|treat|look at|regard) (?:it|this|that|your ms) (?:all )?as (?:a |an )?(?:gift|blessing|challenge|lesson|opportunity|chance|adventure|journey|test)\b|\b(?:be|you should be|just be|feel) (?:\w+ )?(?:thankful|grateful|glad|happy) (?:that )?(?:you|it|for what|they|with what)\b|\b(?:nothing|no reason|not much|little|what is there|what's there|what have you got|what do you have) (?:\w+ ){0,3}to (?:be )?(?:sad|upset|complain|moan|cry|whinge|worry|feel sorry|be down|stressed)(?: about)?\b|\bno (?:point|use|sense) (?:in )?(?:getting|being|feeling) (?:\w+ )?(?:down|sad|upset|angry|gloomy|depressed|sorry)\b|\bwhy (?:so|are you so|be so|the) (?:glum|down|sad|negative|gloomy|upset|long face|miserable)\b|\byou(?:'ve| have) (?:survived|been through|had|come through) (?:\w+ )?worse\b|\byou(?:'ve| have) (?:\w+ )?(?:got it|have it|got off) (?:so |very |pretty |quite )?(?:easy|lightly|good|cushy)\b|\byou still have (?:your|a|two|the) [^.?!]{0,40}\b(?:so|what|nothing|don't)\b",
                    "skip": [*TOLD, "negated"],
                    "unless": r"\b(?:i (?:try|tried|should|feel|felt)|proud of how much)\b",
                },
                {
                    "pattern": r"\b(?:compared|in comparison) (?:to|with) (?:als|mnd|cancer|what|people|those|others|some|motor|many|huntington\w*)\b|\bnext to (?:als|mnd|cancer|what (?:others|they|some|the)|motor|huntington\w*)\b|\bit(?:'s| is) (?:only|just) (?:ms|one (?:leg|lesion|arm|eye|tablet|relapse)|a (?:leg|limp|few|little|bit of|needle|number|label|tingle))\b|\b(?:it's|it is|you've|you have|it isn't|it is not)(?: \w+){0,3} (?:not|isn't|n't) (?:as if|like|as though) (?:you|it|they)(?:'ve|'re|'s| have| are| is)? (?:\w+ )?(?:lost|dying|told|terminal|got cancer|been told|lose|killed|cancer|the end)\b|\bit(?:'s| is|isn't| is not) (?:not |n't )?(?:as if|like you(?:'ve|'re)?) (?:\w+ )?(?:lost a|dying|terminal|told)\b|\b(?:could|might|would) (?:love|kill|give anything|be (?:delighted|thrilled|glad|happy))(?: to have| with| for)? your\b|\b(?:some|there(?:'s| is| are)|somewhere)\b[^.?!]{0,40}\b(?:kids?|child|children|poor soul|people|folks?|babies)\b[^.?!]{0,40}\b(?:no clean water|starving|never get|worse|harder|dying|alone|no (?:legs|food|home)|in hospital|hospice)\b|\b(?:have|has|had|got) it (?:\w+ ){0,3}(?:harder|worse|tougher|rougher)\b|\bsome of us (?:have (?:had|been|real)|had|waited|would (?:love|give)|'ve (?:had|been)|can't even|never)\b",
                    "skip": [*TOLD, "negated"],
                    "unless": r"\b(?:i (?:know|feel|tell myself|think|thought|keep|catch)|no comparison|not a competition|isn't a competition|guilty|don't compare|myself)\b",
                },
                {
                    "pattern": r"\b(?:half|most of) (?:my|the|us|your) \w+ (?:has|have|had|get|feel|would)\b[^.?!]{0,30}\b(?:something|wrong|tired|that|it|ache|pain|your)\b|\b(?:we all|everyone|everybody|most people|all people) (?:forget|ache|get tired|feel tired|get (?:pins|numb|clumsy)|trip|drop|wee|leak|lose words|have (?:off|bad) days)\b|\b(?:don't|do not|wouldn't|would not|i'd not|not) (?:\w+ )?(?:worry|lose (?:any )?sleep|fret|stress|cry|get upset|make a fuss)(?: so much| too much| yourself)? (?:about|over) (?:a |an |it|that|one |such |something|a bit)\b|\byou(?:'ll| will) (?:\w+ )?(?:have forgotten|forget|not even notice|hardly notice|be laughing|be over it|get over|thank|see that it)\b|\bthese things (?:pass|happen|are sent|take care)\b|\b(?:nobody|no one|you(?:'re| are) not) (?:ever )?(?:died|dead|dying) (?:of|from|yet)?\b|\bis it (?:really )?that bad\b|\bbig whoop\b|\b(?:cheer|perk|buck|liven) up\b|\blook (?:how|what|at all|at everything)(?: \w+){0,2} (?:you(?:'ve)?|good)\b[^.?!]{0,20}\b(?:got|have|left|had)\b",
                    "skip": [*TOLD, "negated"],
                    "unless": r"\b(?:i |i'd be|me too|my own|in my case|for me|that's hard|sorry)\b",
                },
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
                    "pattern": r"\b(?:everything|it all) happens for a reason\b|\bwhat (?:doesn't|does not|won't) kill (?:you|us)\b|\bgod (?:never|only|doesn't|won't|gives)\b[^.]{0,40}\b(?:handle|bear|battles)\b|\bcount your blessings\b|\bblessing in disguise\b|\b(?:part of (?:a|the|god's|his|some) (?:\w+ )?(?:bigger |greater |larger )?plan|(?:you(?:'re| were| are)|it was|this was) (?:meant|supposed|chosen|sent|destined) to (?:get|have|be|happen|teach|test)|sent to (?:test|teach|try) (?:you|us)|there(?:'s| is) (?:always )?a (?:reason|lesson) (?:for|in|behind)|every cloud has)\b",
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
        "They asked for listening rather than advice. Would you like to begin with that, or as"
        "k whether ideas are welcome?",
        {
            "any": [
                {
                    "pattern": rf"\byou (?:really |just |definitely |probably |maybe |also |do )*(?:should|need to|must|have to|ought to|'ve got to|have got to|gotta|had better|'d better|want to|could do with)(?: really| just| definitely| probably| be)* {_ACTS}\b",
                    "skip": [*TOLD, "question"],
                    "unless": _NO_ADVICE,
                },
                {
                    "pattern": rf"{{start}}(?:try (?:to |and )?(?:taking|eating|cutting|doing|going|getting|using|a|an|the|some|this|{_REMEDIES})|start (?:taking|doing|eating|swimming|walking|running|with|a|an)|cut (?:out|down|the|your)|get (?:a second opinion|yourself (?:a|an|to)|a (?:cooling|second|new|dog|cleaner|routine|carer|job)|rid|the \w+ done|off)|buy (?:a|an|yourself|some)|(?:ring|call|phone|ask|see|tell|talk to|write to|go to|go back to) (?:your|a|the|for) (?:gp|doctor|nurse|neuro\w*|consultant|team|boss|mp|therapist|pharmacist|hr|mother|family|form|hospital|clinic|surgery)|switch (?:to|your)|change (?:your|to|neuro\w*)|apply for|download|book (?:a|an)|keep a (?:\w+ )?(?:diary|journal|log)|make a list|set (?:boundaries|an alarm|some)|leave (?:him|her)|dump (?:him|her)|move house|go to bed|take (?:an?|some|magnesium|vitamin\w*|more|up) )\b",
                    "skip": [*TOLD, "past"],
                    "unless": _NO_ADVICE,
                },
                {
                    "pattern": r"\b(?:my advice|if i were you|in your (?:shoes|place),? i(?:'d| would)|the (?:best|only|first) thing (?:is|to do|you can do|i'd do)|best thing is to|what you need (?:to do )?is|here's what you (?:do|need)|the (?:answer|solution|trick) is)\b",
                    "skip": [*TOLD, "past"],
                    "unless": r"\b(?:is worth nothing|no advice|not advice|ignore|hug|just (?:listen|be)|to say nothing)\b",
                },
                {
                    "pattern": rf"\b(?:have you (?:ever |already )?(?:tried|thought (?:about|of)|considered|looked into)|why don't you|why not|what about|how about)(?: \w+){{0,3}} (?:{_REMEDIES}|ring\w*|call\w*|ask\w*|see\w*|try\w*|going|getting|taking|cutting|talking to (?:a|your|someone))\b",
                    "skip": TOLD,
                    "unless": r"\b(?:did you|how was|how did|for fun|with me|together|us)\b",
                },
            ],
            "never": [
                # Whoever begins with the person has begun with listening.
                {"detector": "warm_or_own"},
                {
                    "pattern": r"\b(?:i'm not (?:giving|here to give)|no advice|not advice|if you(?:'d| would)? (?:like|want|rather)|would you (?:like|prefer)|shall i|may i|can i (?:say|share|suggest|tell)|only if|feel free|up to you|when you(?:'re| are) ready|we(?:'re| are) here|i(?:'m| am) here|tell us|let us know|listening)\b"
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
                # Doubt comes as a question, as an observation, or as what somebody is said to gain.
                {
                    "pattern": r"\b(?:did|has|have) (?:a |any |an actual |some )?(?:real |proper )?(?:doctor|neurologist|neuro|anyone|anybody|they|specialist) (?:\w+ )?(?:actually|really|ever|even) (?:diagnose\w*|confirm\w*|tell|say|test\w*)\b|\b(?:do|did|have) you (?:\w+ )?(?:actually|really|truly|even|have any proof|got any proof|got proof)\b[^.?!]{0,25}\b(?:diagnos\w+|have (?:it|ms|anything)|proof|mri|evidence|ill|sick|disabled)\b|\b(?:is there|where(?:'s| is)|got|have you|show (?:us|me)|can we see|any|prove) (?:any |the |your |it|us )*(?:proof|mri|scans?|evidence|diagnosis|letter|paperwork)\b[^.?!]{0,40}\b(?:then|if|you|really|truth|illness|yours|ms)\b|\bis (?:any of (?:this|it)|this|it|that) (?:actually|really|even) (?:happening|real|true|ms)\b|\b(?:are|were) you (?:\w+ )?(?:just |only |simply )?(?:after (?:attention|sympathy|a blue)|milking|crying wolf|playing (?:it|the|on|up)|looking for (?:attention|sympathy|an excuse)|putting it on|acting|making (?:it|this|that|all (?:of )?(?:it|this)) up|faking|attention)\b|\b(?:milking it|crying wolf|pull the other one|cereal box|smell a rat|keep your story straight|story (?:doesn't|does not|keeps|has) (?:add up|chang\w+)|(?:doesn't|does not|don't|nothing) add up|munchausen\w*|swinging the lead|bit of an act|sick role|playing the (?:invalid|patient|sick|victim)|drama queen|for (?:show|clicks|likes|sympathy|attention|the benefits|the parking))\b",
                    "skip": [*TOLD, "negated"],
                    "unless": r"\b(?:my|i|me|they|he|she|people|figures?|numbers|bill|maths|dates)\b[^.?!]{0,20}\b(?:said|says|say|thought|think|told|asked|accused|add up)\b|\b(?:accus|told me|i was told|felt like)\w*",
                },
                {
                    "pattern": r"\byou(?:'d| would|'ve| have| had)? (?:do |just |must |clearly |obviously |really |only |always |certainly |seem to |never |sure )*(?:(?:have |'ve )?convinced yourself|talk(?:ed|ing)? yourself into|love (?:the|being|your)|like (?:being|the)|enjoy (?:being|the)|make (?:an )?amazing|keep changing|say (?:you're|that you're|it)|could (?:get up|walk|work|do it)|get (?:up|out)|walk perfectly|walked?|manage(?:d)? (?:fine|perfectly|well)|(?:have|'ve) no more ms|wouldn't be|don't present)\b[^.?!]{0,45}\b(?:ill|sick|poorly|ms|illness|symptoms?|if you (?:wanted|tried)|when nobody|nobody(?:'s| is)? watching|party|than my|clicks|role|recovery|label|attention|fuss)\b|\byou(?:'re| are| seem| look| sound)(?: \w+){0,2} (?:way |far |much |perfectly |absolutely |just |a bit |suspiciously |awfully |too )*(?:too )?(?:healthy|fit|fine|young|pretty|well|cheerful|articulate|active|lively|energetic)(?: and \w+)? (?:for (?:someone|a person|somebody|ms)|to (?:be|have))\b|\b(?:as (?:healthy|fit|well) as (?:i|me|the next|anyone)|fine yesterday)\b|\b(?:not|never|hardly|isn't|n't) (?:\w+ )?(?:convinced|sure|certain) (?:that )?you(?:'re| are| have|'ve)\b[^.?!]{0,30}\b(?:ill|sick|ms|disabled|as bad|poorly|pain|really)\b|\b(?:nothing|not a thing|anything) (?:\w+ )?(?:wrong|the matter|up|going on) with you(?:r body)?\b|\b(?:what you (?:have|call|'ve got)|that|this|it)(?:'s| is)? (?:just |only |mostly |really )?(?:laziness|not trying|drama|nerves|attention|an excuse|theatrics|hypochondria|self-pity|your nerves)\b",
                    "skip": [*TOLD],
                    "unless": r"\b(?:isn't|is not|not) (?:laziness|drama|nerves|an excuse)|\b(?:they|people|everyone|he|she|boss|doctor|family|friends?) (?:said|says|say|thinks?|thought|told|tells?)\b|\bif (?:they|people|anyone)\b|\bnever too\b|\bnobody can tell\b|\bno one can say\b|\bmatter with you for\b|\bwrong with you for\b",
                },
                {
                    "pattern": r"\b(?:real|genuine|actual|proper|truly|really|genuinely) (?:ms|sick|ill|disabled|patients?|sufferers?|disability)\b[^.?!]{0,60}\byou\b|\b(?:my|our) \w+ has (?:the real|real|actual|proper|genuine)\b[^.?!]{0,50}\byou\b|\b(?:someone|somebody|a person|people) (?:as |so |that |who(?:'s| is| are) )?(?:really |truly |actually |genuinely )?(?:ill|sick|disabled|with (?:ms|your symptoms|that))[^.?!]{0,30}\b(?:wouldn't|couldn't|can't|doesn't|don't|would never)\b|\byour (?:so-called|supposed|imaginary|alleged|pretend|\"\w+\"|convenient) \w+|\b(?:convenient|funny|odd|strange|amazing|amusing|remarkable)\b[^.?!]{0,25}\b(?:that |how )?(?:your|you|ur)\b[^.?!]{0,50}\b(?:symptoms?|whenever|only when|vanish|disappear|weekends?|party|work to be done)\b|\bso much for (?:your|the|ur) (?:\w+ )?(?:legs?|pain|limp|illness|ms|disability|fatigue|symptoms?|back|walking|numbness)\b|\bhow come you can\b[^.?!]{0,40}\bbut (?:not|can't|you can't)\b|\b(?:suits|pays) you to be (?:ill|sick)\b|\bwould you be (?:this|so|that) (?:ill|poorly|sick|bad) if\b|\bwanting out of work\b|\bmust be nice (?:getting|being|to (?:get|be|have))\b|\bif (?:the )?doctors? (?:found|find|say|see) nothing\b|\byou\b[^.?!]{0,20}\b(?:invent|imagine|borrow)\w*\b[^.?!]{0,20}\b(?:symptoms?|illness|ms|pain|it)\b|\btell the truth\b|\byou (?:are|'re) (?:acting|no patient)\b",
                    "skip": [*TOLD, "negated"],
                    "unless": r"\b(?:they|people|everyone|he|she|boss|doctors? say|family|friends?) (?:said|says|say|thinks?|thought|told|tells?)\b|\b(?:i|we) believe you\b|\bi tell the truth\b|\bto tell the truth\b|\bto tell you the truth\b",
                },
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
                    "unless": r"\bif you (?:are|have) (?:in pain|tired|ms)\b|\bboth (?:are )?true\b|\band too (?:ill|tired|sick)\b",
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
        "This is aimed at a person. Would you rather change it? If their post hurt you, you can report "
        "it instead.",
        {
            "any": [
                # Insults that need no “you are”, and those that are built of other words.
                {
                    "pattern": r"^(?:(?:oh|ya|ye|you|what an?|such an?|listen here|hey|well|typical|absolute|utter|total|complete|bloody|fucking|pathetic|stupid|silly|little|old|just|ignorant|arrogant),? ?)*(?:dickhead|cretin|gobshite|drongo|moron|idiot|imbecile|eejit|wanker|tosser|twat|arsehole|asshole|bitch|bastard|prick|cunt|clown|muppet|numpty|plonker|pillock|prat|bellend|waster|toerag|git|snowflake|halfwit|dimwit|fuckwit|scumbag|troll|loser|liar|pig|toad|donkey|witch|hag|brat)s?(?:[.!,? ]*$|, (?:she|he|read|that|did|are|you|no|listen|go|get))",
                    "skip": TOLD,
                    "unless": r"\b(?:i|me|my|myself|that (?:doctor|neuro\w*|man|woman|assessor))\b",
                },
                {
                    "pattern": r"\b(?:a|an|such an?|the|these|you|ya|ye|typical|any) (?:\w+ )?(?:moron|idiot|fool|loser|clown|liar|cretin|imbecile|eejit|gobshite|drongo|waster|brat|narcissist|toad|pig|donkey|toerag|halfwit|simpleton|parasite|sponger|bully|disgrace|muppet|prat)s? (?:like (?:you|yourself)|as you|you are|are you)\b|\b(?:dumb|dumber|thick|stupid|dense|useless|ugly|slow|dim) as (?:a|an|two|the|mince|\w+)\b[^.?!]{0,25}|\byou(?:'ve| have|r)?\b[^.?!]{0,25}\b(?:iq|brains?|wit|charm|intelligence|personality|manners|morals|empathy) of an? \w+\b|\byour (?:brain|head|skull|face|mouth|stupidity|ignorance|arrogance|mother)\b[^.?!]{0,30}\b(?:empty|full of (?:holes|air|rocks|rubbish)|missing|mush|curdle|dead|matched|hollow|useless|never taught|breaks)\b|\b(?:what passes for|engage|use|find|borrow|rent) (?:your|a|what passes for your) brain\b|\b(?:hey|ok|okay|listen|nice one|well done|bravo|listen here),? (?:genius|einstein|sherlock|clown|princess|sunshine|karen|mate,? you)\b|\b(?:kiss my (?:ass|arse)|boil your head|where the sun (?:don't|doesn't|does not) shine|stick (?:your|it|that) \w+ (?:up|where)|shut your (?:trap|gob|mouth|face|pie ?hole)|keep your (?:trap|gob|mouth) shut|your trap|cop yourself on|go and (?:boil|jump)|get in the bin)\b",
                    "skip": [*TOLD, "negated"],
                    "unless": r"\b(?:i am|i'm|i feel|i felt|my own|myself|me feel|ms is|my (?:hands?|legs?|arms?|feet|brain|head)|fatigue|call(?:s|ed)? me|that (?:assessor|doctor|neuro\w*|man|woman))\b",
                },
                {
                    "pattern": r"\b(?:never|not once) (?:\w+ ){0,3}(?:met|come across|seen|read|known|encountered) (?:any(?:one|body|thing) )?(?:as |so |more )(?:stupid|dumb|ignorant|selfish|rude|nasty|arrogant|self-absorbed|thick|vile)\b|\bmore (?:brains|sense|manners|wit|intelligence|personality) than you\b|\b(?:no wonder|not surprised|i'm not surprised) (?:your|you(?:'re| have|'ve)?|they|he|she)\b[^.?!]{0,40}\b(?:left you|don't talk|doesn't talk|hates?|no friends|single|alone|divorced|can't stand|avoid)\b|\b(?:i )?hope (?:your|you|ur)(?:'re|r)? (?:next |ms |husband |wife |kids |legs? |eyes? |\w+ )?(?:relapse|gets? worse|is a bad|leaves?|finds someone|suffers?|rots?|fails?|hurts?|dies?|burns?|goes?|never|stays? ill)\b|\b(?:two|three|four|five|one) words?\b[^.?!]{0,25}\b(?:that's you|sums you up|for you)\b|\bthat(?:'s| is) (?:what )?you(?: are)?(?: mate| in (?:two|three|one)|,? all over)?[.!]*$|\b(?:hateful|spiteful|vile|nasty|vicious|malicious|venomous|rotten|whiny|lying|two[- ]faced|entitled|spoilt|spoiled|dense|mental|demented|unhinged|narcissis\w+|deluded|thick|obnoxious|insufferable)\b,? (?:\w+,? ){0,3}(?:you are|are you)\b|\byou(?:'re| are| were| sound| must be| r)(?: \w+){0,3} (?:whiny|hateful|spiteful|nasty|vicious|malicious|obnoxious|insufferable|dense|mental|unhinged|demented|narcissistic?|two[- ]faced|entitled|spoilt|spoiled|self-absorbed|self-centred|self-centered|heartless|dimmest|dumbest|thickest|stupidest|a disgrace|rude|arrogant|an arrogant|hypocritical|cruel|ugly|bitter)\b",
                    "skip": [*TOLD, "negated", "question"],
                    "unless": r"\b(?:never comes|die of laugh\w*|die laughing|i (?:am|was|feel|felt|know|think i)|myself|if you|(?:not|never|n't|hardly) (?:being |a |an )?(?:rude|mental|arrogant|spoilt|spoiled|entitled|cruel|heartless|bitter|ugly|self\w*)|don't|feel(?:ing)? (?:like )?you|think(?:ing)? you|worry|ms is|fatigue is|they|doctors?|assessor|entitled to|cruel to yourself|too hard|love it)\b",
                },
                {
                    "pattern": rf"\byou(?:'re| are| r|r|'re all| people are| lot are| were| sound like| must be| really are| truly are)?(?: (?:such|just|really|clearly|all|a|an|the|being|so|nothing but|one|absolute(?:ly)?|complete(?:ly)?|total(?:ly)?|utter(?:ly)?|fucking|bloody|damn|f\*+ing|little|big|old|bunch of|pack of|most|biggest|kind of|sort of|honestly|obviously|actually|truly|stupid|pathetic|selfish|ignorant|lying|miserable|nasty|fat|lazy|sad|bitter|poor excuse for|like|quite|very|completely|too|always|an utter))* {_INSULT}\b",
                    "skip": [*TOLD, "negated", "question"],
                    "unless": r"\b(?:feel|feels|feeling|felt|makes? (?:me|you)|made (?:me|you)|think|thinks|thought|believe|worry|worried|if|when|as if|like) (?:that |like |as if |as though )?you\b|\byou feel\b|\byou(?:'re| are) (?:not|never|no|anything but)\b|\bnot (?:a |an )?"
                    + _INSULT
                    + r"|\bfatigue is|\bis (?:stupid|useless|rubbish)\b"
                    # At the illness.
                    r"|\byou (?:\w+ ){0,3}(?:disease|illness|ms|fatigue|brain fog|lesions?|virus|spasms?|cancer|legs?|body|bladder|heatwave)[!.]*$|\bon your behalf\b|\bfor your (?:boss|doctor|neuro\w*|family|friend|husband|wife|mother|father|sister|brother)\b",
                },
                {
                    "pattern": r"(?:{start})(?:(?:do |just |oh )*(?:be quiet|pipe down|zip it|button it|belt up|put a sock in it)|stfu|gtfo|crawl back|jump in a lake|take a long walk|naff off|do one|jog on|shut (?:up|it|your)|piss off|f[u*]ck (?:off|you)|fck you|f off|sod off|bugger off|go to hell|screw you|drop dead|get lost|get stuffed|up yours|eff off|bite me|go away and never)\b",
                    "unless": r"\bthat's (?:amazing|brilliant|great|fantastic|so good|wonderful)\b|\bis what (?:i|he|she|they)\b|\bdrop dead gorgeous\b|\b(?:drop dead|get lost|get stuffed|go to hell|shut up|sod off|bugger off|piss off|jog on|up yours),? (?:you (?:\w+ )?)?(?:brain fog|ms|multiple sclerosis|disease|illness|fatigue|cancer|lesions?|spasms?|legs?|body|brain|pain|bladder|virus|relapse|heat|winter)\b|\b(?:screw|f[u*]ck|fck) (?:you|off),? (?:ms|fatigue|cancer|lesions?|spasms?|legs?|body|this|multiple|brain|pain|bladder|disease)\b",
                    "skip": TOLD,
                },
                {
                    "pattern": r"\b(?:nobody|no one|none of us) (?:\w+ )?(?:likes?|wants?|cares about|asked|needs|will miss) you(?:r opinion|r advice| here)?\b|\byou (?:disgust|sicken|repulse) me\b|\byou make me (?:sick|want to (?:puke|vomit))\b|\bi hate you\b|\bi hope you (?:suffer|get worse|rot|fail|lose|choke|relapse|never)\b|\bwhat an? (?:\w+ )?(?:idiot|moron|loser|fool|liar|jerk|clown|arsehole|asshole|selfish (?:person|man|woman|thing)|pathetic)\b|\b(?:are you|how) (?:really |that |so |just )*(?:stupid|dumb|thick|dense|blind|deaf|insane|mental)(?: are you| can you be)?\b|\byou (?:deserve (?:to (?:suffer|be ill|be sick|get worse|lose|rot|be alone)|what you(?:'ve)? (?:got|get)|everything (?:bad|that|you get))|had it coming|brought (?:this|it) on yourself)\b|\bpeople like you (?:are|make|should|ruin|always|never)\b|\bwhat(?:'s| is) wrong with you\b|\byou (?:silly|sad|vile|nasty|horrible|pathetic|bitter|twisted|evil|odious|ghastly|stupid|ignorant|selfish|lazy|horrid|arrogant|poisonous|spiteful|miserable|disgusting|revolting|rude)(?:,? \w+)? (?:man|woman|person|people|creature|thing|boy|girl|lot|cow|git|sod|fool|individual|hag|bully)\b|\b(?:are|were) you (?:always |born |dropped |just )*(?:this |that )?(?:stupid|thick|dense|dim|on your head|an? (?:idiot|moron|fool))\b|\b(?:your|that) (?:tiny|pea|two|single|last|one|only) (?:brain|braincell|brain cells?)\b|\bbrain cells?\b[^.?!]{0,20}\byou\b|\byou should be ashamed\b|\bshame on you\b|\bhave you no shame\b|\byou(?:'re| are) (?:the problem|what's wrong|why (?:nobody|people hate))\b",
                    "skip": [*TOLD, "negated"],
                    "unless": r"\byou deserve (?:better|to|a|so|more|rest|all|kindness|love|help|support|the best|care|it[.!]* ?(?:hug|enjoy))|\bdon't deserve\b|\bwith a cold\b|\bthing for (?:your|him|her|them|a|that|the)\b|\bthing (?:your|his|her) \w+ (?:said|did)\b|\bthat (?:assessor|doctor|neuro\w*|man|woman|nurse|receptionist|driver)\b|\bhow (?:dumb|stupid|blind|deaf) (?:i|my|the|it|doctors)\b|\byou had it coming\?",
                },
            ]
        },
        is_listed=True,
        holds_second=True,
        spares_own_topic=False,
        purpose=Purpose.CONFLICT,
    ),
    rule(
        "G06-threat",
        3,
        "Threatening somebody",
        BOTH,
        "ask",
        "This reads as a threat to a person. Would you rather change it? If their post hurt you, you "
        "can report it instead.",
        {
            "any": [
                {
                    "pattern": r"\b(?:i|we)(?:'ll| will|'m going to| am going to|'m gonna| are going to|'re going to| shall)? (?:just |soon )?(?:find out where you|know where you|found out where you|come (?:for|after) you\b|hunt you down|make you (?:pay|regret|suffer|sorry)|(?:kill|hurt|punch|slap|strangle|beat|smack|stab|shoot) (?:you|your (?:face|teeth))\b|break your (?:legs|neck|face|arms|nose)|slit your throat|find you and\b|get you for\b)|\b(?:watch your back|sleep with one eye open|i know people who|(?:put a )?bullet in your head|je vais te tuer|te voy a matar|ti ammazzo|ich bring dich um)\b|\byou(?:'ll| will) (?:be sorry|regret (?:this|that|it)|pay for (?:this|that|it))\b(?: (?:when|if|one day|soon|for|i)\b|[.!]|$)",
                    "skip": [*TOLD, "negated", "question"],
                    "unless": r"\b(?:kindness|laugh\w*|hug\w*|cuddl\w*|tickl\w*|jok\w+|lol|haha|pun|where you(?:'re| are)? (?:coming|going|stand)|where you are|cake|flowers|parcel|card|if you (?:don't )?(?:rest|overdo)|never|promise|with (?:questions|love)|come after you in|the (?:heat|stairs|steroids|fatigue|hill)|sunburn\w*|not to (?:hurt|upset)|watch your back (?:on|when|getting|lifting|with)|round the corner|coffee|neighbou?r)\b",
                },
            ]
        },
        is_listed=True,
        holds_second=True,
        # A threat has kind words in it as often as not.
        second_reader=False,
        purpose=Purpose.CONFLICT,
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
                    "pattern": r"\b(?:google is free|who asked (?:you|for your (?:opinion|advice|input|view))|act your age|big (?:girl|boy) (?:pants|knickers)|do you (?:even )?hear yourself|dry your eyes|harden up|reality check|pity party|stay in your lane|catch yourself on|want a medal|sob story|grown[- ]?ups|adults (?:are )?(?:talking|handle)|talking (?:through|out of) your (?:hat|arse|ass|backside)|tough (?:luck[.,!]|titty|cheese)|life(?:'s| is) (?:not|n't|isn't) fair|life(?:'s| is) too short (?:to read|for (?:this|your))|world's smallest violin|violins|cry me|diddums|get with the programme|wind your neck in|calm your|give (?:your head|it) a wobble|build a bridge|just deal with it|tell (?:it to )?someone who (?:cares|gives)|who gives a (?:toss|monkey'?s|stuff|rat'?s)|couldn't care less (?:about (?:you|your)|what you)|not your (?:secretary|mum|mother|therapist|personal)|waste my (?:breath|time|energy)|where the door is|not everything(?:'s| is) about you|about twelve|handed to you|too long,? did(?:n't| not)|blah blah|whinge,? whinge|moan,? moan|wah wah|yada yada|same old (?:story|moan|moaning|thing|song|tune)|another day,? another (?:pity|moan|thread|whinge|complaint)|play the violin|first world problems?|drama llama)\b",
                    "skip": [*TOLD, "negated"],
                    "unless": r"\b(?:i (?:need|needed|had|feel|felt|am|was|told|know|tell|must|should|have|couldn't care less what)|i'm|my own|me,|we all|for me|give yourself|boring (?:appointment|scan|day|week|nights?)|life(?:'s| is) not fair and)\b",
                },
                {
                    "pattern": r"\b(?:go and|go|try|why not|maybe|how about|learn to) (?:do something useful|look it up|using the search|use the search|google(?: it)?|read (?:the|it) (?:again|properly)|search (?:first|the)|educate yourself|find (?:a|another) (?:hobby|forum|group))\b|\b(?:leave|let) (?:the|this|it) (?:\w+ )?(?:thinking |talking |advice )?(?:to|for) (?:people|those|the|us|somebody|someone) (?:who|grown|that|adults|experts|handle)\b|\b(?:this|that|it)(?:'s| is) (?:\w+ )?(?:beyond|utterly|completely|just|plain|so|totally) (?:ridiculous|stupid|nonsense|rubbish|pathetic|laughable|absurd|silly|daft|idiotic|bollocks|crap)\b|\b(?:load|pile|heap) of (?:nonsense|rubbish|tosh|crap|bollocks|bull|garbage|drivel|cobblers|baloney|old)\b|\b(?:your|that) opinion (?:is|means|counts|matters)(?:n't)? (?:worth )?(?:nothing|zero|for nothing|little|jack)\b|\bwhat would (?:you|a carer|someone like you) know\b|\b(?:wrong|nonsense|rubbish|garbage) (?:on every|from start|as usual|again|yet again)\b|\bdon't bother (?:replying|posting|answering|coming back)\b|\b(?:is|was) (?:this|that|it) (?:really |even |honestly )?(?:worth|necessary|a (?:question|thread))\b[^.!]{0,25}\?|\b(?:seriously|really)\?+ you\b|\bi (?:can't|cannot|can not|won't|refuse to|'m not going to|am not going to) (?:be bothered (?:with (?:you|this|your)|to (?:explain|read|answer|argue|reply|respond))|waste my|explain (?:this|something|it) (?:again|to you|any)|argue with (?:you|people)|debate|engage)\b|\btalk to me (?:when|once|after|in)\b|\bcome back (?:when|once)\b|\bmaking us (?:all )?(?:repeat|read|listen|wade)\b|\bthen (?:lecture|tell|talk to) (?:me|us)\b|\benough (?:with the|of your|already)\b|\b(?:oh )?here (?:we|you) go again\b|\b(?:ok|okay|yeah|sure|lol)(?: \w+)? whatever(?: you say|[.!]|$)|\bif you don't like it\b[^.?!]{0,30}\b(?:leave|door|go|out|elsewhere|don't read)\b|\byou sound (?:about |like an? )?(?:twelve|ten|five|child|teenager|toddler|broken record)\b",
                    "skip": [*TOLD, "negated"],
                    "unless": r"\b(?:i (?:need|needed|feel|felt|was|told myself|might|should)|my (?:neuro\w*|doctor|own|husband|wife|boss|brain|legs?)|they|he|she|sorry|me when i|if you don't like (?:it,? (?:ask|tell|ring|you can)))\b",
                },
                {
                    "pattern": r"(?:{start}|\byou (?:need|have|ought|want) to |\byou should |\bwhy don't you |\btime to )(?:sit (?:this|that) one out|pipe down|give it a rest|change the record|jog on|bore off|save it|get (?:some )?perspective|get off your|try (?:reading|thinking|listening)|come back when|quit (?:whining|moaning|complaining)|get a (?:grip|life|hobby|clue)|grow (?:up|a pair|some)|do your (?:own )?(?:research|homework)|get over (?:it|yourself)|get real|calm down|man up|toughen up|suck it up|live with it|educate yourself|read (?:a book|the (?:post|thread|leaflet|guidelines) (?:again|properly|first|before))|learn to read|snap out of it|pull yourself together|wake up|use your (?:brain|head|common sense)|google it|look it up|take a chill|chill out|lighten up|think before you|mind your own|sort yourself out|cop on|wise up|try reading|stop (?:whining|moaning|complaining|overreacting|feeling sorry|being (?:so )?(?:sensitive|dramatic|silly|ridiculous|difficult|selfish|lazy)|wallowing|crying|whinging|going on|panicking|obsessing|making (?:a fuss|such a fuss|everything about)))\b",
                    "skip": TOLD,
                    "unless": r"\bis the last thing\b|\b(?:i|we|me|my) (?:need|had|have|try|tried|should|told myself|can't|couldn't)\b|\bhelped? me\b|\bdeep breath\b",
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
