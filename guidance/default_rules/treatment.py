"""Medicines, doses, cures, studies, and verdicts for everybody."""

from typing import Any

from guidance.default_rules.builders import ALL, BOTH, TOLD, rule

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
    r"(?:\bask(?:ing|ed)? (?:your|the|my|a|for|if|them|him|her|about|whether|first|before)\b|\bdouble[- ]check\w*|\bbeating yourself|\bskip the (?:queue|gym|line|small)\b|\bhold (?:my|your|his|her) hand|\bstop the press|\bdrop (?:me|us|them|him|her|by|in)\b|\bstop (?:by|at|worrying|in)\b|\bup to (?:you|date)\b|\braise (?:it|this|that|the (?:issue|question|subject))\b|\bchange (?:my|your|the) mind\b|\bcheck(?:ing)? with\b|\btalk(?:ing)? to\b|\bspeak(?:ing)? (?:to|with)\b|\bring\b"
    r"|\bphone\b|\bcall your\b|\bunless (?:your|the)\b|\bbefore you (?:stop|change|skip)\b|\bwithout (?:asking|talking|speaking|checking|your|medical|telling|guidance|advice)\b"
    r"|\bdon't (?:ever |just |suddenly )?(?:stop|quit|skip|come off|change|halve|double|drop|miss)\b|\bdo not (?:stop|quit|skip|come off|change)\b"
    r"|\bnever (?:stop|quit|skip|come off|change)\b|\bshouldn't (?:stop|quit|skip|come off)\b|\bif your (?:neuro|doctor|nurse|team|gp)|\byour (?:neuro\w*|doctor|nurse|team|consultant|pharmacist|gp) (?:can|will|may|might|could|should|knows)\b|\b(?:should|can|could|may|must|do|shall|would|did) (?:i|we|she|he|they)\b|\b(?:has|have|did|does|is|are|was) (?:anyone|anybody|it|there)\b)"
)
_NUMBER = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|a couple of|a few)"
_AMOUNT = rf"\b(?:\d[\d.,]*|half(?: an?)?|(?:{_NUMBER}|an?|several)(?:[ -]{_NUMBER})?(?: (?:hundred|thousand)(?: (?:and )?{_NUMBER})?)?)"
_CURE_OF = (
    r"(?:my|your|his|her|their|the|all|all my|all your|any|people's|of)? ?(?:\w+ )?(?:ms|multiple sclerosis|lesions?|disease|condition|autoimmun\w+"
    r"|illness|nerve damage|myelin)"
)
_HOPE = (
    r"\b(?:no|not|nothing|thought|if|believes|isn't|never|n't|cannot|can't|don't|doesn't|didn't|won't|hope|hoping|hopes|wish|wishing|until|one day|someday"
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
                # Other words for stopping, putting off, halving or raising.
                {
                    "pattern": r"\bgive (?:the |your |that )?{drugs} (?:the heave-?ho|the boot|the push|a miss|a rest|a break|up)\b|\b(?:(?:give|giving)(?: \w+){1,3} (?:the heave-?ho|the boot|the push|a miss|a rest|a break|up)|kiss [^.?!;]{0,25}goodbye|leave (?:the|your|that|it|off)|(?:get|be|come|stay|keep|take \w+(?: \w+)?) off|stretch(?:ing)?|space out|postpone|delay|put off|cancel|crank(?:ing)?|bump(?:ing)?|ramp(?:ing)?|dial(?:ling)?|treble|triple|double|quadruple|walk away from|go(?:ing)? without|do(?:ing)? without|let (?:it|the|that|your)|lapse|toss|bin|chuck|ditch|dump|scrap|bail on|abandon|discontinue|suspend|hold (?:off|back|your)|hang up|lose|drop|jack in|pack in|put [^.?!;]{0,30} (?:back|away)|forget|stop|quit|halve|half|cut|skip|take (?:only |just )?(?:half|your \w+ every|it every|one every|a holiday|a break)|drug holiday|no more|open (?:the|your)|never (?:go back|look|start|refill)|say enough)\b[^.?!;]{0,45}\b(?:{drugs}|infusions?|injections?|steroids?|dmts?|prescription|capsules?|autoinjector)\b",
                    "also": r"\b(?:you|your|ur|u|yourself|ye|ya|if i were|in your (?:shoes|place)|my advice|i'd|i say|i would|time to|best thing|try|just|simple fix|do yourself|let (?:it|her|him|the)|she|he|her|him|them|your husband|your wife|go on|nothing wrong|the body|for what|anyway|anyhow)\b",
                    "skip": [*TOLD, "negated", "question", "past"],
                    "unless": rf"{_TAKE_OVER}|\b(?:i|we) (?:stopped|stop|quit|came|come|had|have|was|am|took|take|halved|dropped|put|postponed|delayed|cancelled|lost|lose|gave|give|forgot|forget|went|go|skipped|did|would never|wouldn't|never|always|can't|couldn't|kept|keep|got)\b|\bi(?:'ve|'m)\b|\b(?:my|our) (?:\w+ )?(?:{{drugs}}|infusion|neuro\w*|doctor|nurse|consultant|team|gp|hospital|clinic|mum|dad|husband|wife)\b|\b(?:hospital|clinic|pharmacy|they|nurse|consultant|neuro\w*) (?:cancelled|postponed|stopped|put|moved|told|said|wants?|delayed|took)\b|\b(?:beating yourself|up about|guilty|don't|do not|never|not|please|because of side effects|side effects of)\b",
                },
                {
                    "pattern": r"\b(?:{drugs}|infusion|injections?|prescription)\b[^.?!;]{0,25}[.?!;,:] ?(?:(?:just|so|simply|well|no|please) )*(?:leave it (?:off|out|in)|don't (?:fill|take|start|renew|pick)|let it (?:lapse|go|slide)|stop (?:it|using|taking)|get off (?:it|them)|bin it|ditch it|drop it|skip it|come off (?:it|them)|cold turkey|halve it|chuck it)\b|\b(?:cold turkey|get off (?:it|them|that)|stop (?:taking|using) (?:it|them|that)|leave it off|don't fill it|let it (?:lapse|slide)|come straight off)\b",
                    "also": r"\b(?:{drugs}|infusion|dmt|meds|medication|prescription|tablets?|pills?|injections?)\b",
                    "skip": [*TOLD, "negated", "question", "past"],
                    "unless": rf"{_TAKE_OVER}|\b(?:i|we|he|she) (?:stopped|stop|quit|came|come|had|have|was|were|am|took|take|went|did|would never|wouldn't|never|can't|couldn't|got|tried)\b|\bi(?:'ve|'m)\b|\b(?:please|don't|do not|never|not) (?:just |ever |suddenly )?(?:stop|get off|come off|go cold|quit)\b|\b(?:sugar|smok\w+|cigarettes|alcohol|coffee|gluten)\b",
                },
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
                    "pattern": rf"\b(?:you|u|ye|your (?:mum|mom|dad|husband|wife|son|daughter|partner)|ya)(?:'d|'ll|'re| would| will| should| want| wanna| need| could| might| must| ought| are| have)*(?: (?:to|be|put|do|want|have|having|need|needing|well|take|taking|on|around|about|at least|yourself|got|get|best|better|safely|easily|up|go))* [^.?!;]{{0,30}}?{_AMOUNT} ?(?:k )?(?:mg|mgs|milligrams?|milligrammes?|mcg|[µμ]g|micrograms?|grams?|iu|units?|mls?|millilitres?)\b",
                    "unless": r"\b(?:i (?:take|was|am|started|use|took|went|had|have|do|get)|my (?:dose|doctor|neuro\w*|nurse|consultant|gp|team)|prescribed|leaflet|your (?:neuro\w*|doctor|nurse|consultant|gp|pharmacist|team)|if (?:they|your)|told me|flour|sugar|butter|water|oats|milk|chicken|rice|mince|recipe|protein|coffee|chocolate|carbs|fibre|weights?|dumbbells?|wool|yarn|luggage|what dose)\b|\?$",
                    "skip": [*TOLD, "past", "negated"],
                },
                {
                    "pattern": rf"(?:^|[.!,:;] ?|\b(?:just|then|and|so|go|best|mate|hun|love|or) )(?:pop|pops|knock back|chase|chew|sip|crush|sprinkle|titrate|dose (?:yourself|up)|put|hit it|keep topping|top(?:ping)? up|buy|go buy|chuck|neck|down|swallow|make it|let (?:her|him|them) have|slip (?:her|him)|give|stick|apply|dissolve|mix|drink|eat|inject|load|go with|go for|start|use|try|take|have|get|double|do)\b[^.?!;]{{0,45}}?{_AMOUNT} ?(?:k )?(?:mg|mgs|milligrams?|milligrammes?|mcg|[µμ]g|micrograms?|iu|units?|grams? of (?:{{drugs}}|paracetamol|fish|creatine|turmeric|vitamin|biotin|omega|magnesium|c\b|pred)|mls? of (?:{{drugs}}|lactulose|cbd|syrup))\b",
                    "unless": r"\b(?:i (?:take|was|am|started|use|took|went|had|have|do|get)|i'm|my (?:dose|doctor|neuro\w*|nurse|consultant|gp|team)|prescribed|leaflet|told me|as directed|flour|sugar|butter|water and|oats|milk|chicken|rice|mince|recipe|oven|protein|coffee|chocolate|carbs|fibre|weights?|luggage|what dose|label|whatever)\b|\?$",
                    "skip": [*TOLD, "past", "negated"],
                },
                {
                    "pattern": rf"\b(?:i'd|i would|id)(?: (?:go|say|do|take|use|start|try|suggest|recommend|be on))+[^.?!;]{{0,30}}?{_AMOUNT} ?(?:mg|mgs|milligrams?|mcg|[µμ]g|iu|units?)\b|\b(?:best bet|answer|advice|what (?:you|u) (?:need|want)|for you|for someone your|that's your|right amount|the amount|missing|magic number)\b[^.?!;]{{0,45}}?{_AMOUNT} ?(?:mg|mgs|milligrams?|mcg|[µμ]g|iu|units?|grams?)\b|\b{_AMOUNT} ?(?:mg|mgs|milligrams?|mcg|[µμ]g|iu|units?)\b[^.!?]{{0,60}}\b(?:for you|for u|to u|to you|hun|mate|trust me|will (?:clear|sort|fix|do|help|stop)|would (?:clear|sort|fix|do|stop)|you(?:'ll| will) (?:hardly|be|see|feel|get)|your answer|that's my advice|never hurt|should be on|you should|you need|youll|start (?:tonight|tomorrow|today|low))\b",
                    "unless": r"\b(?:i (?:take|was|am|started|use|took|went|had|have|do|get)|i'm on|my (?:dose|doctor|neuro\w*|nurse|consultant|gp|team)|prescribed|your (?:neuro\w*|doctor|nurse|consultant|gp)|told me|works for me)\b|\?$",
                    "skip": [*TOLD, "past", "negated"],
                },
                {
                    "pattern": rf"(?:{{start}}|{_YOU_SHOULD} (?:\w+ )?)(?:just |try (?:to )?)?(?:take|taking|try|trying|use|start(?: on| with| at| him on| her on)?|go (?:up |down )?(?:to|on|for)|up (?:it|yours|the dose|your dose)|do|have|get|need|inject|bump|increase|double|raise|aim for|begin with|stick to|drop|reduce|give (?:him|her|it)|swallow|add|load up on|split|work up to|build up to)\b[^.?!;]{{0,50}}?{_AMOUNT} ?(?:k )?(?:mg|mgs|milligrams?|milligrammes?|mcg|ug|[µμ]g|micrograms?|g|grams?|iu|i\.u\.|units?|mls?|millilitres?|milliliters?|drops|tablets?|capsules?|pills?|puffs)\b",
                    "unless": r"\bwhat dose\b|\b(?:mince|chocolate|flour|sugar|butter|water|oats|milk|chicken|rice|cheese|fish|cream|yoghurt|yogurt|recipe|oven|cook|bake|protein|fruit|vegetables|coffee|salt|spinach|weights?|dumbbells?|my (?:doctor|neuro\w*|nurse|consultant|gp|team)|i (?:take|was|am|started|use|took|went|had|have|need|do)|as prescribed|on prescription|whatever your|what(?:ever)? (?:was|is|it says) (?:prescribed|on the))\b|\?$",
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
                # That it is kept from us, without a word of a cure.
                {
                    "pattern": r"\b(?:they|big pharma|pharma|doctors|companies|the (?:\w+ )?(?:companies|industry|doctors|government|system|elites?)) (?:do not|don't|never|won't|will never) want (?:us|you|people|anyone|patients) (?:to )?(?:get |be |stay )?(?:well|healthy|better|recover\w*|to know)\b|\bno (?:money|profit) (?:for them )?in (?:healthy|curing|cured|well|healing)\b|\b(?:hid(?:e|es|ing)|hidden|cover(?:s|ed|ing)? up|suppress\w*|bury|buries|keep(?:s|ing)? quiet about) (?:what (?:really )?causes|the (?:truth|real cause))\b",
                    "skip": [*TOLD, "question", "negated", "hedged"],
                    "unless": r"\b(?:nonsense|rubbish|myth|not true|i don't believe|conspiracy|my (?:mum|mother|dad|brother|sister|friend))\b",
                },
                # The illness leaves, is wiped out, is history; or a remedy is called the cure.
                {
                    "pattern": r"\b(?:ms|multiple sclerosis|sclerosis|the disease|this disease|lesions?|plaques?|my diagnosis|the illness|the sickness|your ms)\b(?: \w+){0,4} (?:is (?:now |finally |completely |totally )?(?:history|gone|no more|defeated|over|out of|erased|finished|cured)|packs? (?:its|up)|left (?:her|him|me|my|us|for)|goes(?: away)?(?: when|,|[.!]|$)|went away|never (?:returns?|comes? back|came back)|dissolves?|melt(?:s|ed)?|heal(?:s|ed)?(?: up)?|reversed?|(?:had )?been (?:eradicated|erased|cured|reversed|healed)|disappears?|vanish(?:es|ed)?|(?:will|to) (?:dissap+ear|disap+ear|vanish|heal|go|melt)|percent healed|for ever|forever|fixes|stop existing)\b",
                    "skip": [*TOLD, "question", "negated"],
                    "unless": r"\b(?:no|not|never heals|isn't|won't|n't|hope\w*|wish\w*|if only|until|one day|some ?day|research\w*|steroids?|relapse|active|scan shows|clinic|nurse|forum|so much|too far|downhill|hand in hand|says?|claims?|claimed|promis\w+|scam\w*|nonsense|fake|would be|imagine|dream\w*|comes and goes|how it goes|goes (?:on|with|by|to|up|down|around))\b",
                },
                {
                    "pattern": r"\b(?:wipe[sd]?|flush(?:e[sd])?|pull(?:s|ed)?|switch(?:e[sd])?|put(?:s)? an end to|end(?:s|ed)?|kill(?:s|ed)?(?: off)?|finish(?:es|ed)?(?: off)?|undid|undone|undo(?:es)?|eradicat\w+|erase[sd]?|clear(?:s|ed)?(?: up)?|heal(?:s|ed)?|fix(?:es|ed)?|repair(?:s|ed)?|regrow(?:s|n)?|regrew|dissolve[sd]?|reverse[sd]?|took|takes?|banish\w*|get rid of|got rid of|rid (?:of|me)|defeat\w*|cure[sd]?|recover(?:y|ed) from|beat|turned)\b(?: \w+){0,3} (?:ms|multiple sclerosis|sclerosis|the disease|lesions?|plaques?|myelin|(?:my|the) (?:diagnosis|nerves|brain lesions|illness)|it)\b(?: (?:away|out|off|completely|totally|altogether|entirely|fully|for (?:good|ever)|forever|at the (?:root|source)|permanently|for certain|in (?:one|\d+|a|my)|round))+",
                    "also": r"\b(?:ms|multiple sclerosis|sclerosis|lesions?|plaques?|myelin)\b",
                    "skip": [*TOLD, "question", "negated"],
                    "unless": r"\b(?:no|nothing|not|n't|never|hope\w*|wish\w*|if only|until|one day|someday|research\w*|says?|claims?|claimed|promis\w+|scam\w*|nonsense|fake|would|imagine|dream\w*|stop(?:ped)? taking|drug|figure|work(?:ed)? it out)\b",
                },
                {
                    "pattern": r"\b(?:100 ?(?:%|percent)|totally|completely|officially|now|fully|disease|finally|be|am|was|been|i'm|he's|she's|is) (?:ms[- ]free|disease[- ]free|ex-ms|free of ms|symptom[- ]free for good|rid of (?:the )?ms|a former ms)|\bno (?:more|longer have|longer has) (?:ms|multiple sclerosis)\b|\b(?:bye|goodbye|farewell) (?:to )?(?:ms|diagnosis|multiple sclerosis)\b|\b(?:former|ex)[- ]ms (?:patient|sufferer)?|\bnever have ms again\b|\b(?:is|was|be|found|it's|that's|this is|sitting on|about|hear about|of) (?:the|a) (?:\w+ )?cure\b|\ba cure that's\b|\bthe (?:cure|miracle) (?:has|we|is|was|for)\b|\bmiracle (?:we|we've|that|drug|herb|plant|food|cure)\b|\b(?:total|complete|permanent|full) (?:cure|remission|recovery|healing)\b|\b(?:guaranteed|permanent) (?:remission|recovery|cure)\b|\b(?:cured|healed|reversed|fixed|fixes) (?:mine|hers|his|myself|himself|herself|me|everything|it all|every single lesion|all my)\b|\b(?:can|could|will) be (?:totally |completely |fully )?(?:healed|cured|reversed)\b|\b(?:god|he|jesus|the lord|prayer) (?:healed|cured|took)\b|\bthe truth they\b|\b(?:medical|pharma) (?:mafia|cartel|lobby)\b|\bcan(?:'t|not) be patented\b|\b(?:hide|hides|hiding|suppress\w*|bury|buries) (?:it|this|the truth|the cure)\b|\bthink it(?:'s| is) incurable\b|\bkeeping you (?:sick|ill|on)\b|\bno more ms\b",
                    "also": r"\b(?:ms|multiple sclerosis|sclerosis|lesions?|plaques?|disease|diagnosis|diet|herb\w*|oil|plant|pharma|autoimmune)\b",
                    "skip": [*TOLD, "question", "negated"],
                    "unless": r"\b(?:no|not|isn't|n't|never been|nobody|nothing|hope\w*|hoping|wish\w*|if|until|till|one day|someday|closer to|research\w*|search\w*|waiting|looking|look(?:s)? for|says?|claims?|claimed|promis\w+|scam\w*|nonsense|fake|myths?|bogus|would be|imagine|dream\w*|near|donat\w+|rais\w+|need|believes?|thought|without a cure|full recovery from (?:the|my|that|this|a) (?:relapse|flare|attack|op|surgery)|relapse|wary|beware|careful|snake oil)\b",
                },
                # Whom it is said to have cured, with no word of what.
                {
                    "pattern": r"\b(?:cured|healed) (?:my|his|her|our|a) (?:\w+ )?(?:aunt|auntie|uncle|mum|mom|mother|dad|father|sister|brother|friend|cousin|wife|husband|partner|neighbour|neighbor|colleague|nan|gran|grandma)(?:'s (?:ms|multiple sclerosis|illness|disease))?(?:[.!,;]|$| (?:completely|totally|in \w+ \w+|within|for good))",
                    "skip": [*TOLD, "question", "negated"],
                    "unless": _HOPE
                    + r"|\b(?:cancer|cold|cough|rash|wound|uti|infection|broken|leg|back|knee|shoulder|hip|hiccups|boredom)\b",
                },
                {
                    "pattern": rf"\b(?:cured?|cures|curing|reversed?|reverses|reversing|healed?|heals|healing|got rid of|get rid of|getting rid of|gets rid of|eliminat\w+|eradicat\w+|beat|beats|defeat\w*|fix(?:ed|es)?|undo(?:es)?|stopped|melted|dissolv\w+) {_CURE_OF}\b(?: (?:completely|totally|for good|forever|in \w+ \w+|naturally|with|by|within))?|\b(?:cured?|healed?|freed?|rid) (?:me|him|her|them|us|myself|himself|herself|my \w+|his \w+|her \w+) (?:of|from) (?:the |his |her |my |their |all )?(?:\w+ )?(?:ms|multiple sclerosis|lesions?|disease|illness|symptoms?)\b|\bused to have (?:ms|multiple sclerosis)\b|\b(?:mak(?:es?|ing)|made) (?:\w+ ){{0,2}}(?:ms|multiple sclerosis|lesions?|disease) (?:\w+ )?(?:disappear|vanish|go away|melt|go into|leave)\b|\bfree (?:of|from) (?:this|the|your|my|his|her|ms|multiple sclerosis)(?: (?:disease|illness|condition|ms))?\b[^.?!]{{0,20}}\b(?:forever|for ever|for good|in \d+|within|now|completely|after)\b|\b(?:no (?:more|longer)|don't|doesn't|do not|does not|not) (?:have|has|got) (?:ms|multiple sclerosis)(?: any ?more| now)?[,.]? (?:thanks to|because of|after|since)\b",
                    "unless": _HOPE
                    + r"|\b(?:stopped (?:my|the|her|his) (?:ms )?(?:drug|treatment|medic\w+|dmt)|stopped \w+ condition)\b|\?$|\bstopped\b[^.]{0,20}\b(?:ms|disease|condition)\b[^.]{0,20}\b(?:progress|activity|drug|clinic)",
                    "skip": TOLD,
                },
                {
                    "pattern": r"\b(?:miracle|natural|secret|real|true|permanent|guaranteed|hidden|proven|one hundred percent|100%|actual|simple) cures?\b|\b(?:the|a|this) cure (?:for (?:ms|multiple sclerosis) )?(?:exists|is (?:out there|here|real|simple|known|already|in|right|being (?:hidden|suppressed))|that works|works|they|has been (?:found|known|hidden|suppressed))\b|\b(?:big )?pharma (?:is |are )?(?:hid\w+|suppress\w*|keep\w* (?:it|us|this)|cover\w*|bur\w+)\b",
                    "unless": r"\b(?:no|not|isn't|don't|need|there's no|scam\w*|nonsense|fake|beware|myths?|hope|until|waiting|claims?|promis\w+|conspiracy|believe)\b",
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
                    "unless": r"\b(?:trial|hospital|hsct|transplant|scam|clickbait|warn\w*|beware|doesn't (?:work|do|help)|does not (?:work|do|help)|don't (?:go|do|try|touch)|stay away|quiz|film|movie|scene|documentary|city|by train|vile|honey|flowers|garden|rip-?off|meningitis|no evidence|debunked|closed|dangerous|sms|(?:by|via|an|send|sent|text|picture|photo) mms)\b",
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
                    "pattern": r"\b(?:(?:some |many |several |recent |new |most |other |all the |numerous |scientific |medical |clinical )*(?:studies|trials|papers)|(?:a|one|the|another|this|some|an?|recent)(?: [\w-]+){0,3} (?:study|trial|paper|meta-analysis|review|survey of \w+)|(?:the |new |recent |scientific |medical |latest )*(?:research(?:ers)?|meta-analys[ie]s|literature)|the science|science|scientists|experts|the data|(?:the |clinical |scientific |medical |good |strong |solid )+evidence)(?: (?:from|in|on|of|at|by|with)(?: [\w-]+){1,3}| last \w+| this \w+| years? ago| now| already| has| have| also| clearly| recently| actually| all| really| i read| out there| that| which| who| published| done)* (?:(?:is|are|was|were) (?:\w+ )?(?:unanimous|clear|conclusive|settled|linked|proven|shown)|shows?|showed|shown|proves?|proved|proven|says?|said|found|finds?|finding|suggests?|suggested|confirms?|confirmed|demonstrates?|demonstrated|concluded?|reports?|reported|indicates?|linked|links|points? to|agrees?)\b|\b(?:scientifically|clinically) proven\b|\b\d{1,3}(?:[.,]\d+)? ?(?:%|per ?cent|in (?:ten|10|100)|out of (?:ten|10|100)) (?:of )?(?:all )?(?:the )?(?:patients|people|us|ms|those|cases|women|men|pwms|sufferers|users|participants|relapses|them|members|of us|ms-?ers|pwms|people with ms|carers|kids|children|adults)\b|\b(?:scientists?|researchers?|epidemiologists?|investigators?|experts?|neurologists in|a team|teams?|doctors) (?:in|at|from|of|have|has|reckon|tested|discovered|proved|observed|established|found|say)(?: \w+){0,3}? ?(?:discovered|proved|tested|established|observed|found|shown|reckon|say|that|measured|worked)?\b[^.?!]{0,60}\b(?:that|ms|relapse\w*|risk|faster|fatigue|myelin|disability|progression)\b|\b(?:according to|by|based on) (?:the |a |some |recent |latest |new )*(?:research|stud(?:y|ies)|paper|trial|data|statistics|figures|meta-analysis|review|science)\b|\b(?:statistics|figures|findings|research|trials|tests on|studies|study|literature|survey|review|rct|meta-analysis|meta analysis)\b[^.?!]{0,40}\b(?:say|says|shows?|showing|shown|showed|prove[sdn]?|put|reveal\w*|back(?:s|ed)? (?:up|it)|tell us|agree|agrees|found|finds|followed|looked at|linked|came to the|turned up|uncovered|confirm\w*|where those|of \d[\d,]*)\b|\b(?:evidence|data) (?:is (?:overwhelming|clear|solid)|from|shows?|proves?|says?)\b|\b(?:numbers|figures|statistics|stats) (?:don't lie|say|show|put)\b|\bsolid research\b|\bjournals are full\b|\b(?:in|from) (?:a|the|one|that) (?:\w+ ){0,2}(?:trial|study|cohort|rct|lancet|bmj|nejm|jama)\b[^.?!]{0,60}|\b(?:it was|published|read) in (?:the )?(?:lancet|bmj|nejm|jama|nature|a journal|neurology)\b|\bthey (?:did|have done|ran|followed|tested|proved|studied)\b[^.?!]{0,25}\b(?:stud(?:y|ies)|trial|patients)\b|\b(?:been|it's|it is|are|is) (?:well |statistically |clinically |scientifically |now )?(?:proven|documented in|shown to (?:lower|cut|reduce|help|raise|slow|double|halve))\b|\bscientific(?:ally)? (?:fact|proven|shown)\b|\b(?:a third|a quarter|a fifth|half|two thirds|three quarters|nine in ten|one in (?:four|five|three|ten|two)|more than half|around a third|about half|the majority|most) of (?:all |the )?(?:patients|people with|ms|cases|sufferers|ms-?ers)\b[^.?!]{0,80}|\b\d{1,3} ?(?:%|per ?cent|percent)\b[^.?!]{0,40}\b(?:patients|people|sufferers|of us|relapses?|relapse rates?|risk|ms)\b|\bby \d{1,3} ?(?:%|per ?cent|percent)\b",
                    "skip": [*TOLD, "negated", "question"],
                    "unless": r"\b(?:my (?:neuro\w*|doctor|nurse|consultant)|in my (?:trial|study)|i(?:'m| am) in a|does anyone|is there any)\b|\b(?:my|his|her|our|your) (?:study|trial|research|results?|bloods?|figures|physio|nurse|mum|team)\b|\b(?:i|we) (?:was|were|am|are|took|joined|do|did) (?:in|on|part|my|the|a)\b|\b(?:no|little|not much|any|without|weak|mixed|conflicting|more) (?:good |solid |real |strong |clear )?(?:evidence|research|studies|data|proof)\b|\b(?:need|want|wait(?:ing)? for|looking for|wish|link|post the|show me|do you have|where is|half of (?:us|them) (?:here|were|fell|laughed))\b|\bit(?:'s| is) been proven otherwise\b|\bdon't trust\b|\bwhether\b|\bi don't\b|\bto me (?:over|again)\b|\btaking part\b|\bi signed\b|\bcame in (?:a|the)\b",
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
                # A verdict and everybody in one sentence, in any order.
                {
                    "pattern": r"\b(?:{drugs}|hsct|dmts?|dmds?|medications?|antidepressants?|steroids?|botox|cannabis(?: oil)?|first line drugs?|high efficacy drugs?|infusions?)\b[^.?!]{0,70}\b(?:for (?:all|anyone|anybody|everyone|everybody|every|people with ms|an? ms-?er|the entire|all people|all of)|every (?:single )?(?:ms )?(?:patient|person|one of us|ms-?er|case)|any(?:one|body)|all (?:of us|of you|of ye|types|ages|people|ms)|no matter (?:what|who)|whatever your|entire (?:community|world)|whole (?:lot|board|forum|world)|us lot|everyone who|every last|in every case|a hundred cases|people with ms|us all|any person'?s)\b",
                    "also": r"\b(?:should|must|never|always|needs?|has to|have to|ought|wrong|right|only|best|worst|mad|madness|banned|compulsory|law|rule|bad|no\b|not (?:ok|fit|suitable)|isn't suitable|belongs?|avoid|accept|mistake|answer|poison|plague|idea|sense|makes|full stop|period|one for)\b",
                    "skip": [*TOLD, "question", "negated"],
                    "unless": r"\b(?:doesn't (?:suit|work)|does not (?:suit|work)|not (?:suit|right|for everyone|every|everybody|everyone|all|work)|isn't for everyone|differs?|different|depends?|some|for me|i (?:found|think|felt|used to|don't|was|am|had)|my (?:neuro\w*|doctor|nurse)|fair|can't believe|not on|access|available|afford\w*|free|wish|hope|choice|choose|ask (?:your|the)|nice to|support|help|careful|hug|licensed|approved|offered to)\b",
                },
                {
                    "pattern": r"\b(?:every(?:one|body| (?:single |last )?(?:\w+ )?(?:patient|person|ms-?er|one of (?:us|you)|man|woman))|all (?:of (?:us|you|ye)|the persons|ms-?ers|ms patients|people with)|each (?:ms )?(?:patient|person)|any (?:ms-?er|ms patient)|any(?:one|body) (?:on|with|who)|who(?:ever|soever) (?:has|have|is)|the whole (?:lot|board|forum)|you all|we (?:should )?all|us lot|not one of us|only (?:fools|idiots)|if you(?:'ve| have) (?:got )?ms|no (?:woman|man|ms-?er)|nobody|no one|as a rule|universal rule|don't any of you|never ever(?: ever)?|whatever you(?:r story| do)|in no case|under no circumstances|there(?:'s| is) no ms|it(?:'s| is) (?:madness|crazy|insane|wrong))\b[^.?!]{0,70}\b(?:{drugs}|hsct|dmts?|dmds?|medications?|antidepressants?|steroids?|high efficacy|first line|low dose naltrexone)\b",
                    "also": r"\b(?:should|must|never|always|needs?|has to|have to|ought|wrong|belongs?|want to be|avoid|accept|take|taking|go on|mad|madness|fools?|sense|makes|best|doing it|one for|straight|order|say no|rule|no matter|full stop|simple as|well on|don't)\b",
                    "skip": [*TOLD, "question", "negated"],
                    "unless": r"\b(?:can't believe|not on|beg|afford\w*|wait|access|available|judge\w*|shame\w*|asked|told|said|says|support|help|choice|choose|own decision|depends?|different|some|for me|used to|reacts? differently|free|careful|with food|if your|unless|ask (?:your|the)|alone|forced?|pay|explain|fair|without (?:asking|talking|a|your))\b",
                },
                {
                    "pattern": r"\b(?:everyone|everybody|all of (?:you|us)|we all|you all|anyone|anybody|any person|every (?:single )?(?:ms )?(?:patient|person|one of (?:you|us)|ms-?er|woman|man|newbie)(?: with ms)?|not one (?:person|of (?:you|us))|nobody|no one|no-one|none of (?:you|us)|people|all (?:ms )?(?:patients|people))(?: with ms| newly diagnosed| on here| here| who has ms| with this)* (?:really |absolutely |simply )*(?:should|must|needs? to|has to|have to|ought to|shouldn't|mustn't|can't afford)(?: \w+){0,3} (?:take|taking|be (?:on|off)|being on|go on|going on|start|starting|avoid|avoiding|eat|eating|stop|stopping|try|trying|use|using|get (?:on|off|onto|rid)|getting (?:on|off)|give up|cut out|cutting out|quit|refuse|refusing|have (?:hsct|a |an |the |steroids|any)|touch|touching|trust|come off|switch|do (?:keto|this|the|hsct|yoga)|stay (?:off|away)|ask for|demand)\b",
                    "skip": [*TOLD, "question", "negated"],
                    "unless": r"\b(?:help|support|access|choose|decide|own|respect|kind|feel|treated|rest|listened|heard|vote|careful|beg|used to (?:preach|say|think)|fair|have to (?:do|get|have) (?:an mri|tests))\b",
                },
                {
                    "pattern": r"(?:{start})(?:never|always|don't ever|do not ever|under no circumstances)(?: ever)? (?:take|go on|start|use|touch|trust|eat|accept|agree to|let (?:them|anyone)|have|go near|believe|give|drink|do|get)\b[^.?!;]{0,40}\b(?:{drugs}|dmts?|dmds?|meds?|medications?|drugs?|steroids?|vaccines?|gluten|dairy|sugar|meat|neurologists?|treatment|infusions?)\b",
                    "unless": r"\b(?:without|with food|on an empty|at night|before|if you|unless)\b",
                    "skip": TOLD,
                },
                {
                    "pattern": r"\b(?:there (?:isn't|is not|is no|is never|ain't) (?:a |an |any )?(?:person|patient|one|anyone|anybody|ms-?er|reason)|no ?-?one|nobody|none of (?:you|us)|no (?:ms )?(?:patient|person))\b[^.?!;]{0,40}\b(?:should|has any business|ought|needs?|must|to)\b[^.?!;]{0,25}\b(?:{drugs}|dmts?|dmds?|meds?|drugs?|steroids?|vaccines?|statins?|gluten|dairy|sugar|meat|alcohol|treatment|infusions?|jabs?|hsct)\b",
                    "skip": [*TOLD, "question"],
                    "unless": r"\b(?:without|forced|alone|pay|afford|judge|shame|beg)\b",
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
