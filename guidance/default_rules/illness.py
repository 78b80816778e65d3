"""What is said of the illness: what somebody has, how it may go, and what should be seen today."""

from typing import Any

from guidance.default_rules.builders import BOTH, REPLY, TOLD, rule

_SURE = (
    r"(?:definitely|certainly|clearly|obviously|probably|almost certainly|surely|most likely|very likely|likely"
    r"|without (?:a )?doubt|100%|totally|just|only|simply|plainly|for sure|undoubtedly)"
)
_ILL = (
    r"(?:ms|multiple sclerosis|relapse|relapsing|flare(?:[- ]up)?|pseudo-?relapse|pml|optic neuritis|trigeminal"
    r" neuralgia|progressive|spms|ppms|rrms|progression|lesions?|lupus|lyme|fibromyalgia|b12 deficiency|a uti"
    r"|stroke|an? (?:ms )?attack|an exacerbation|ms hug|lhermitte'?s|depression|anxiety|me/cfs|functional|fnd|neuropathy|seizure)"
)
_CERTAIN = (
    r"(?:no (?:question|doubt|two ways|mistake)(?: about it)?|without (?:a |any )?(?:question|doubt)|trust me|believe me|mark my words"
    r"|that's what (?:this|it|you|that)|i(?:'d| would) (?:put|bet) (?:my )?(?:money|house|life)|i(?:'m| am) (?:\w+ )?(?:certain|positive|convinced)|i (?:can tell|know for a fact|guarantee|bet)|100 ?(?:%|percent)"
    r"|hundred percent|for sure|for certain|hands down|plain as day|clear as day|obvious(?:ly)?|definite(?:ly)?|textbook|classic|dead cert|end of|i'm afraid that's what)"
)
_WHO = r"(?:i|he|she|they|we|my [\w-]+(?: [\w-]+)?|her|his|their|both my|mum|mom|dad|hubby)"
_OTHERS = (
    r"(?:my |our )?(?:wife|husband|partner|girlfriend|boyfriend|daughter|son|kids|mum|mom|mother|dad|father"
    r"|sister|brother|friends?|family|carer|flatmate|boss|colleagues?|everyone|everybody|people|she|he|they)"
)
_ALARM_NOW = (
    r"\b(?:sudden(?:ly)?|overnight|this (?:morning|afternoon|evening|week)|since (?:this|last night|yesterday|early|about|lunch|monday|tuesday|wednesday"
    r"|thursday|friday|saturday|sunday)|today|tonight|just now|right now|all of a sudden|out of nowhere|woke up|within (?:an? |the last )?(?:hours?|minutes|day)|\d+ hours?|(?:few|couple of|two|three|several) hours"
    r"|yesterday|last night|an hour ago|for the last|now i|now he|now she|now my|at the moment|is now|am now|has now|have now|started (?:this|an|today)|got up)\b"
)

# Figures of speech, and what has been so for long.
_NO_SIGN = r"\b(?:when i saw|wood for the trees|to thank|for laughing|have a fit|on the sofa|on the bed|paperwork|for boxes|move house|since 20\d\d|wheelchair|on and off|lumps of|price|bill|plot|joke|point (?:of|in)|to say how)\b"
# What can fail within hours, and how it is told.
_PART = r"(?:eyes?|eyesight|sight|view|vision|legs?|arms?|hands?|foot|feet|fingers?|side|face|mouth|speech|voice|bladder|tongue|body|picture)"
_WENT = (
    r"(?:nothing (?:in|from|comes?|on|but grey|there)|nothing|disappeared|blank|grey|gray|a (?:shadow|curtain|blank)|black(?:ed|ness)?|dark|blind|vanished"
    r"|faded|doubled|still can't|dropped|useless|dead|stopp?e?d work\w+|stopped (?:doing|working|moving|responding)|can't (?:speak|talk|grip|lift|walk|stand|move|find)"
    r"|cannot (?:speak|talk|grip|lift|walk|stand|move))"
)

RULES: list[dict[str, Any]] = [
    rule(
        "G03",
        1,
        "Telling somebody what they have",
        REPLY,
        "tip",
        "Nobody here can examine them. What it was like for you stays useful, as your own story.",
        {
            "any": [
                {
                    "pattern": rf"\b(?:you|u|he|she|your (?:son|daughter|husband|wife|mum|mom|dad|lad|partner|kid|child|mother|father|brother|sister))(?:'ve|'s|'re| have| has| are| is| got)?(?: (?:got|gone|been|just|yourself|now|actually|definitely|clearly|already|there|a case of|a touch of|a bad case of|a textbook case of|a full[- ]blown|developed|crossed(?: over)? into|slipped into|entered|reached|suffering from|suffer from|suffer of|having|had|in|an?|the|some|your|new|active|mild|full|classic|straightforward))* (?:{_ILL}|[a-z]*(?:itis|sclerosis|opathy|algia|plegia|syndrome)|lyme|nmo\w*|mog\w*|sciatica|carpal tunnel|a (?:slipped|herniated) disc|(?:a )?pinched nerve|shingles|bell'?s palsy|vertigo|migraines?|epilepsy|dementia|diabetes|thyroid|sjogren'?s|menopause|restless legs|drop foot|foot drop|antibodies|relapsed|panic attacks?)\b",
                    "also": rf"(?:\b{_CERTAIN}\b|\b(?:simple as|plain and simple|no ifs|your neuro\w* (?:has|is|got) (?:it )?wrong|whatever they|i(?:'m| am) no doctor but|sorry to (?:tell|say|break)|hate to (?:tell|be|say)|you're welcome|i(?:'m| am) telling you|congratulations|there(?:,)? my friend|same as (?:you|me)|everything (?:you (?:list|describe|say|wrote)|fits)|anyone (?:on )?here could|means? (?:that )?you(?:'ve| have)|from (?:your post|what you)|the answer is (?:clear|simple)|i hereby|diagnose you|get it into|hun\b|mate\b|then you(?:'ve|'re)|so you(?:'ve|'re)|you don't panic|and nothing else|(?:every|all) (?:one )?of those)\b)",
                    "skip": [*TOLD, "hedged", "question", "past"],
                    "unless": r"\b(?:if|when|once|until|unless|whether) (?:you|he|she|it|they)|\b(?:i (?:have|had|got|was|am|'ve)|my|mine|nobody|no one|cannot tell|can't tell|said|says|told|neuro\w* (?:thinks|says|said|confirmed)|ask|see|ring)\b",
                },
                {
                    "pattern": rf"\b(?:that|this|it|those|these|what (?:you|he|she|your \w+)(?:'ve|'re| have| had| got| are)?(?: \w+){{0,4}}|that \w+(?: \w+)?|those \w+(?: \w+){{0,4}}|your (?:scan|mri|body|symptoms?|fatigue|numbness|\w+))(?:'s| is| are| was| were)(?: (?:most|almost|called|from|just|only|clearly|certainly|definitely|an?|the|your|new|part of|full|blown|focal|active|because of|caused by|down to|pure|classic|textbook|nothing but|simply|plain|ol'|old))* (?:{_ILL}|[a-z]{{3,}}(?:itis|sclerosis|opathy|algia|plegia)|lyme|nmo\w*|sciatica|carpal tunnel|(?:a )?(?:slipped|herniated) disc|pinched nerve|bell'?s palsy|vertigo|migraines?|seizures?|dementia|sjogren'?s|menopause|panic attacks?|your (?:disease|ms) progressing|foot drop|mini stroke)\b[^.?!]{{0,40}}\b(?:not|and nothing|n't|plain and simple|progress\w*|always|every one|every time|from (?:your|a|the)|you(?:'ve| have)? (?:got|have)|in your|you're having|having read|end of|hun|mate|simple as|believe)\b",
                    "skip": [*TOLD, "hedged", "question", "past", "negated"],
                    "unless": r"\b(?:if|when|whether|unless|i'm not saying|not saying|nobody|no one|said|says|told|thinks?|my (?:neuro\w*|doctor|own|nurse|husband)|mine|for me|i (?:have|had|was|got|'ve)|story)\b",
                },
                {
                    "pattern": rf"^(?:(?:oh|yep|yes|yeah|ah|no|so|well|def|definitely|deffo|clearly|obviously|classic|textbook|typical|guaranteed|trust me|must be|has to be|gotta be|full[- ]blown|another|proper|sounds|100%|100 percent|that'll be|that will be|it'll be),? )+(?:an? |the |your |active |new |case of |pseudo |full[- ]blown )*(?:{_ILL}|[a-z]{{3,}}(?:itis|sclerosis|opathy|algia|plegia)|lyme|nmo\w*|sciatica|carpal tunnel|sjogren'?s|menopause|bell'?s palsy|vertigo|migraine|seizures?|panic attacks?)\b|\b(?:only|nothing but) (?:ms|pml|a relapse|progression) (?:does|causes|can do|looks|feels|gives)\b|\b(?:nothing to do with|not) (?:your |the )?ms(?: at all)?,? (?:it's|that's|but) \w+|\b(?:scan|mri|report|results?|bladder thing|symptoms?)\b[^.?!]{{0,30}}\b(?:means?|makes? it (?:certain|clear|definite)|proves?|confirms?)\b[^.?!]{{0,20}}\b(?:ms|you(?:'ve| have)|a relapse|progress\w*|lesions?)\b|\badds? up to (?:ms|a relapse|progress\w*|lupus|lyme)\b|\bi can (?:say|tell you) it(?:'s| is) \w+|\b(?:without|beyond) (?:any |a )?(?:shadow of a )?doubt\b[^.?!]{{0,30}}\b(?:got|has|have|is)\b|\bno relapse (?:happening|going on|in you)\b|\bi know \w+ when i (?:see|read|hear)\b|\bdead giveaway\b",
                    "skip": [*TOLD, "hedged", "question", "past"],
                    "unless": r"\b(?:if|whether|unless|i'm not saying|nobody|no one|said|says|told|thinks?|my|mine|for me|i (?:have|had|was|got|'ve)|story|ms (?:nurse|team|society|clinic|forum|brain|hug (?:is|can))|life|here)\b",
                },
                {
                    "pattern": rf"\byou(?:'ve| have)?(?: got)? (?:\w+ )?{_SURE} (?:have|had|got|do have|don't have|do not have|are having|are in|in|having|suffering from|dealing with)?\b[^.?!]{{0,25}}\b{_ILL}\b",
                    "skip": [*TOLD, "hedged", "question"],
                },
                {
                    "pattern": rf"\b(?:that|this|it|what you(?:'re| are)? (?:have|describ\w+|got|had|experienc\w+|feel\w*)|your symptoms|those symptoms|these symptoms|those|these|all of that)(?:'s| is| was|'re| are| must be| has to be| has got to be|'s got to be|'s bound to be| bound to be| can only be| can't be anything but|'ll be| will be) (?:{_SURE} |not |never |n't |no |bound to be |got to be )*(?:an? |the |your |primary |secondary |part of (?:an? )?|signs? of |down to |caused by |due to |classic |typical |textbook |definite |new |full-blown |proper )*{_ILL}\b",
                    "skip": [*TOLD, "hedged", "question"],
                    "unless": r"\b(?:how did (?:you|they|anyone) (?:know|tell)|when did (?:you|they) (?:know|tell)|nobody|no one|not saying|don't let|can tell you|of good|my (?:husband|wife|neuro\w*|doctor)|story)\b|\b(?:this|that|it)(?:'s| is) (?:an? )?(?:ms (?:forum|board|group|thing|life|diet|clinic|society|nurse|team|centre|center|drug|symptom we)|depression scale|progressive lens)",
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
    rule(
        "G04",
        1,
        "Bleak forecasts to somebody newly diagnosed",
        REPLY,
        "tip",
        "MS runs differently for each person. Could you tell it as your own story?",
        {
            "any": [
                # What is said to lie ahead, with or without “you will”.
                {
                    "pattern": r"\b(?:you(?:'ll| will| won't| shall| are|'re| can| could| may as well|'d better| wouldn't)?|ur|u|your|expect|prepare|better|hope you|make peace|no (?:one|man|woman|boss)|nobody|give it|wait (?:till?|until)|sooner or later|one day|before (?:long|you|your)|it(?:'ll| will|'s)|this (?:will|illness|disease)|life)\b[^.?!]{0,70}\b(?:wheelchair|power ?chair|the chair|care home|nursing home|catheter|crippled|cripple|vegetable|feed yourself|dress(?:ed)?|hold a spoon|wipe (?:your|her|his)|bed-?bound|be blind|go blind|going blind|lose your (?:legs|sight|job|mind|eyesight|bladder|bowels?|husband|wife|partner|friends|house|independence|looks|licence|license|memory|voice)|legs? (?:go|goes|will go|won't|will not)|ticking time ?bomb|life sentence|death sentence|on your feet|feet for long|shorten your|rob you|robs you|eat(?:s|ing)? away|downhill|slow decline|no future|worst is (?:still|yet)|hit u|rot|right mind|good years|shrink|one direction|days are numbered|next year and|never work|won't (?:survive|last|see|be able to (?:walk|lift|feed|work|drive))|not (?:survive|be able to (?:walk|lift|feed|work|drive)|in your right)|out of the question|by (?:thirty|forty|fifty|sixty|\d\d)|in (?:a few|three|five|eight|ten|\d+) years|six feet)\b",
                    "skip": [*TOLD, "question"],
                    "unless": r"\b(?:not everyone|doesn't mean|does not mean|most people|many people|don't (?:assume|believe|let|panic|think|listen)|no reason|isn't|is not|still (?:walk|work|run|drive)|i (?:was|thought|feared|expected|worried|am|still|have|'ve|had|got)|i'm|me|my|unlikely|hardly|rarely|can help|may help|not a (?:death|life) sentence|anything but|nothing like|forget about it|laugh|love|fine|ok|okay|well|better|proud|easier|help you|queue|never know|surprised|find your|before you decide|free|appointment|nurse|scan|waiting list for)\b",
                },
                {
                    "pattern": r"\b(?:enjoy|make the most of|treasure|cherish|use|take (?:the )?(?:pictures|photos))\b[^.?!]{0,40}\b(?:while (?:it lasts|you(?:'ve)?)|now,? because|before (?:it's|you|they|the))\b|\bit(?:'s| is) (?:a matter of )?when,? not if\b|\b(?:only|nothing but) (?:loss|decline|misery|pain|disability|worse)\b[^.?!]{0,15}\b(?:ahead|to come|left|in front)?\b|\bno happy ending\b|\b(?:nobody|no one|no man|no woman|no boss|no employer|no company)(?:'s| is| will|'ll| would)? (?:\w+ )?(?:going to |gonna )?(?:want|employ|hire|marry|love|touch|let|take|look at|date|give) (?:you|someone like you|a person with)\b|\b(?:first|then|next) the (?:feet|legs|hands|eyes|bladder|bowels?|voice|mind|arms)\b|\b(?:will be|is|are|goes|go) next\b|\byours will (?:as well|too|follow|go)\b|\byou(?:'ll| will) (?:find (?:that )?out(?: the hard way)?|see|learn|be lucky)\b[^.?!]{0,20}(?:[.!]|$|\bto (?:make|walk|get|see|reach))|\b(?:comes?|waiting|coming) (?:for|your) (?:all|us all|everyone|you|way)\b|\b(?:drag|pull|take)s? you under\b|\bonce it (?:goes|turns|becomes|gets) (?:progressive|bad|going)\b|\bnever (?:lets|let) up\b|\bharder (?:every|each) (?:single )?(?:year|month|day)\b|\bremission is a (?:lie|myth)\b|\blook at us now\b|\b(?:friends|family|people|partners?|everyone) (?:will )?(?:drop|fall|drift|walk|slip) (?:away|off)\b|\bdidn't sign up\b|\btake over your (?:whole |entire )?life\b|\b(?:daytime|day time) tv\b|\bpower of attorney\b|\b(?:out of|not in) your (?:right )?mind\b|\brun ragged\b|\bstart(?:ed)? out like you\b|\b(?:a |the )?honeymoon (?:period|phase)\b|\byou(?:'ve| have) (?:maybe |only |just |about )?(?:a couple of|a few|two|three|five|maybe)\b[^.?!]{0,12}\b(?:good )?years (?:left|before)\b|\bstage (?:one|two|three) of\b",
                    "skip": [*TOLD, "question"],
                    "unless": r"\b(?:not everyone|doesn't mean|most people|don't (?:assume|believe|let|panic|think|listen)|isn't|is not|not (?:when|a|the)|i (?:was|thought|feared|expected|worried|am|still|have|'ve|had|felt)|i'm|me|my|laugh|fine|okay|better|help|easier|what works)\b",
                },
                {
                    "pattern": r"\byou(?:'ll| will|'re going to| are going to| can expect to| are bound to|'re bound to| may as well| should expect to| should prepare to| can forget| won't| will never|'ll never| should get used to)\b[^.?!]{0,60}\b(?:wheelchair|bed-?bound|bedridden|lose (?:your|the|everything|him|her|it all)|end up|be disabled|be(?:come)? (?:a burden|useless|dependent|incontinent|blind|disabled|helpless|unable)|walk(?:ing)?|work(?:ing)? (?:again|much longer|for long)|have (?:kids|children|a family|a career)|drive|cope|need (?:a|full[- ]time) (?:carer|care|wheelchair|catheter)|care home|nursing home|nappies|diapers|alone|leave you|job|be able to (?:\w+ )?(?:walk|work|drive|run|live|see|travel|hold|care|look after|cope|stand|dance|play|type|write|have|manage|do (?:that|it|anything|much))|in five years|in ten years|go downhill|only get worse|get worse|regret|die|(?:on|off) (?:disability|benefits|sick)|needing|housebound|retired|incontinent|a burden|stuck (?:at home|indoors|in)|hoist|feeding tube|out of work|lonely|unrecogni\w+|lose)\b|\byou(?:'ll| will| are going to|'re going to) (?:have|need|get) (?:a |your )?(?:no (?:life|future|friends|job)|catheter|carers?|nappies|hoist)\b",
                    "skip": TOLD,
                    "unless": r"\b(?:doesn't mean|does not mean|not everyone|you might never|may never need|probably never|you won't (?:necessarily|end up|always|be alone|lose)|don't (?:assume|believe|let anyone)|it's not true|isn't true|not alone|never be alone|will never be alone|(?:'ll|will) (?:still |probably |always )?be able|you'll never know|unlikely|won't need|won't be|laughing|knowing|loving|queue|place in|appointment|i'd not|i would not)\b",
                },
                {
                    "pattern": r"\b(?:it|ms|things|this|the disease) (?:only|just|will only|will just|always|inevitably|will|does only) (?:ever )?gets? (?:\w+ )?worse\b|\b(?:it(?:'s| is)|everything is|life is) (?:all )?(?:downhill|over)(?: from here)?\b|\bdownhill (?:from here|all the way)\b|\bthere(?:'s| is) no (?:hope|future|point|good outcome|way back)\b|\bit (?:never|doesn't|won't) gets? (?:any )?better\b|\b(?:rrms|relapsing(?:[- ]remitting)?|ms|it|this) (?:always|eventually|inevitably|sooner or later|ends up|will|in the end)(?: \w+)? (?:turn(?:s|ing)?|becom(?:es?|ing)|progress\w*|end(?:s|ing)?|lead(?:s|ing)?|takes?|gets? (?:you|us|everyone)|wins?|catch(?:es)?|beats?|destroys?|ruins?) ?(?:in|into|to|up|you|us|everything|secondary|progressive|disab\w+)?\b|\b(?:nothing|not much|little) (?:they|anyone|doctors|medicine|the drugs) can do (?:for|about)\b|\b(?:best|good) years are (?:behind|over|gone)\b|\blife as you (?:know|knew) it\b|\bbeginning of the end\b|\bget used to (?:being|losing|the idea of)\b",
                    "unless": r"\b(?:i|i'm|my|me|mine)\b",
                    "skip": [*TOLD, "negated"],
                },
                {
                    "pattern": r"\b(?:say|kiss|wave) (?:goodbye|bye|farewell) to (?:your|a|the|any)\b|\b(?:kiss|wave) (?:your|the|any) [^.?!]{0,25}\b(?:goodbye|bye)\b|\b(?:don't|do not|no point(?: in)?|not worth|why) (?:even )?(?:bother\w*|plan\w*|try\w*|think\w*|dream\w*|hop\w*)(?: (?:about|of|on|for|to|with|in))? ?(?:plan\w*|hav\w+|study\w*|apply\w*|buy\w*|mak\w+|sav\w+|start\w*|train\w*|gett\w+|dat\w+)? ?(?:for |about |on )?(?:a|any|your|the|on)? ?(?:\w+ )?(?:career|kids|children|babies|family|job|mortgage|degree|future|house|uni\w*|college|marriage|wedding|travel\w*|promotion|dating|baby)\b|\b(?:forget|give up)(?: about| on| any)? (?:having |your |a |the |ever |any )*(?:kids|children|a family|babies|career|job|work(?:ing)?|plans|dreams|future|driving|travel\w*|hobbies|marriage)\b|\b(?:enjoy|make the most of) [^.]{0,40}while you (?:still )?can\b|\byour (?:partner|husband|wife|boyfriend|girlfriend|friends|kids|children|boss|employer|family|marriage|relationship|life)(?: \w+)? (?:will|won't|is going to|are going to|'ll|end|ends) (?:\w+ ){0,2}(?:grow up (?:with|without|watching|seeing|caring)|have to (?:look after|watch|wipe|nurse)|never be the same|leave|resent|suffer|fire|sack|abandon|get rid|get tired|disappear|drift|break|be over|fall apart|stay|last|cope|have to care|end up)|\b(?:within|in) (?:a few|five|ten|\d+) years you\b",
                    "skip": TOLD,
                    "unless": r"\b(?:doesn't mean|not everyone|don't have to|no need|i'd not|i would not|i've had|i have had)\b",
                },
            ]
        },
        boards=["newly diagnosed", "new diagnosis", "just diagnosed"],
        spares_own_topic=True,
    ),
    rule(
        "G15",
        5,
        "A sudden sign that should be seen today",
        BOTH,
        "help",
        "A sudden change like this is best told to your MS team or an urgent line today.",
        {
            "any": [
                {"detector": "sudden_sign"},
                # Something that went within hours: sight, speech, limbs, waking mind, bladder.
                {
                    "pattern": r"\b(?:sees? nothing|numb from the (?:waist|chest|neck|hips?|knees?) down|no (?:sight|vision|feeling|sensation|strength|voice|words|power|legs)|can't see|cannot see|couldn't see|do not see|don't see|unable to (?:see|read|speak|move|walk|stand)|mute|speech (?:was|is|has) gone|talking gibberish|slurr\w+|running together|put a sentence|say (?:my|his|her) own name|words (?:come|don't)|my talking|droop\w*|numb between|saddle|won't take my weight|legs? (?:went|quit|gone|simply|do not|don't|won't)|no legs|paraly[sz]\w+|not a (?:trickle|drop)|pass a drop|smile is crooked|face (?:numb|droop\w*|dropped)|went out cold|came round|shook all over|convulsion|seizure|fit thing|strange fit|jerking|twitching all|jaw locked|tongue bitten|sight (?:dropped|burned|(?:has |is )?(?:gone|going|went|failing|failed|fading))|eyesight (?:dropped|(?:has )?(?:gone|went))|lost the sight|middle of my sight)\b",
                    "also": r"\b(?:(?:my|his|her|the|one|right|left|both|whole|that) (?:\w+ )?(?:eyes?|eyesight|sight|view|vision|legs?|arms?|hands?|side|face|mouth|speech|voice|words|bladder|tongue|body)|legs|arm|waist|chest|hips?|neck down|speech|talking|wee|bladder|belly|seizure|convulsion|fit|jaw|epilep\w+|picture|read|glass|sentence|name|sounds|shake|shook|out cold)\b",
                    "skip": [*TOLD, "past", "negated"],
                    "unless": _NO_SIGN
                    + r"|\b(?:for (?:years|months|weeks)|(?:years|months|weeks|decade)s? (?:now|ago|since)|always|every (?:day|time|summer|evening|night|morning|few|so often)|comes and goes|usual\w*|most (?:days|evenings|mornings)|when(?:ever)? i(?:'m| am| get) (?:tired|hot|stressed)|as (?:always|ever)|since (?:my diagnosis|diagnosis|20\d\d|19\d\d|i was)|chronic|slowly|gradually|if (?:i|you|he|she)|what if|might|may|maybe|worr(?:y|ied) (?:that|about)|scared (?:of|that)|dream\w*|joke|lol|haha|laugh\w*|dead (?:tired|line|good|easy|battery|phone)|dropped (?:the|a|my|another|off|out|by)|no feeling of|phone|car|laptop|kettle|boiler|telly|tv|cat|dog|vet|gym|jog(?:ging)?|workout|training|run|a bit|slightly|sometimes|often|battery|scooter|printer|broadband|physio|exercise|prepared|what would count|flu jab|seizure med\w*|again (?:this|today)|see straight|breathe right|evenings|(?:some|any)(?:one|body) (?:has|with|else)|long[- ]standing|handout|talk on|epilepsy (?:as|and|since))\b",
                },
                # What an emergency number is for, whatever it comes from.
                {
                    "pattern": r"(?:\b(?:struggling|fighting|hard|can't|cannot|unable) (?:to )?(?:breathe|get (?:any |my )?(?:air|breath))\b|\b(?:my )?throat (?:is |feels? like it's )?(?:closing|swelling|tightening)\b|\b(?:lips?|tongue|face|mouth)(?: and \w+)? (?:is |are |has |have )?(?:swelling|swollen|swelled)\b|\b(?:crushing|tight|squeezing) (?:pain|feeling|tightness)? ?(?:in|across) my chest\b|\bchest pains?\b"
                    r"|\b(?:worst|sudden(?: \w+)?) headache\b|\bheadache\b[^.!?\n]{0,30}\b(?:thunderclap|stiff neck)|\b(?:having|had) a stroke\b|\bshaking all over\b|\bwon't wake up\b|\bcan't wake (?:him|her|them)\b|\blost control of my (?:bowels?|bladder)\b|\bpump alarm\b|\b(?:now i'm |suddenly |started )seeing double\b|\bdouble vision (?:came|started|since|began)\b|\b(?:suddenly |gone )deaf in (?:one|my)\b"
                    r"|\b(?:half (?:of )?my (?:body|face)|one side|my (?:left|right) side)\b[^.!?\n]{0,20}\b(?:gone|went|going) numb\b|\b(?:weakness|numbness) (?:down|in|on) (?:my|the|one|his|her) (?:\w+ )?side\b|\bmouth is (?:hanging|drooping)|\bdrooling out of one side|\bcan't swallow\b|\bcan't hold my head up\b|\bcan't feel my (?:genitals|bottom|saddle|bum)\b|\bcan't walk since (?:this|yesterday|last night|today)\b|\bcan't find (?:my )?words\b[^.!?\n]{0,40}\b(?:began|started|since|ago)\b)",
                    "also": r"\b(?:now|today|tonight|this (?:morning|afternoon|evening)|since (?:this|last night|yesterday|the (?:injection|infusion|shot))|after (?:the|my) (?:\w+ )?(?:injection|infusion|shot|dose)|right now|suddenly|sudden|hours? ago|minutes ago|yesterday|last night|came on|emergency|thunderclap|keeps?|won't|is closing|calf|alarm|at all)\b",
                    "skip": [*TOLD, "past"],
                    "unless": _NO_SIGN
                    + r"|\b(?:for (?:years|months|weeks|ten years)|always|every (?:day|time|summer|night)|since (?:my diagnosis|diagnosis|i was|20)|chronic|usual\w*|panic|anxiety|anxious|laugh\w*|crying|mask|corset|bra|hug|if (?:i|you|he|she)|what if|might|may|can cause|could be|side effects?|leaflet|worried that|scared of|teenager|cat|dog|alarm clock|morning person|hangover|sometimes|often|after (?:exercise|stairs|the gym)|comes and goes|when(?:ever)? i)\b",
                },
                # In words that mean other things as well: only of a part of the body, and beside it.
                {
                    "pattern": rf"\b{_PART}\b[^.?!\n]{{0,40}}?\b{_WENT}\b|\b{_WENT}\b(?: (?:\w+ ){{0,2}}?(?:in|on|of|from|over|across|with|down|to|but|before|behind))? (?:(?:my|his|her|the|one|both|a|left|right|whole|middle|half|of|her own|his own) )+(?:\w+ )?{_PART}\b",
                    "skip": [*TOLD, "past", "negated"],
                    "unless": _NO_SIGN
                    + r"|\b(?:dead (?:on my feet|boring|weight on my mind)|(?:feel|feeling|felt|am|i'm) (?:\w+ )?useless|useless at|(?:with|by) (?:rage|anger|love|fury|tears)|to the (?:facts|risks)|weather|sky|hair|dress|coat|mood|world|everything|money|hope|confidence|friends?|drug|drugs|tablets?|medicine|treatment|the lift|heating|internet|can(?:'t|not) stand (?:this|it|the|my|him|her|them|being|people|how|that|another)|can(?:'t|not) move (?:on|house|home|in|out|forward)|shadow of|tired of|ache|hurt\w*|(?:call|leave) it|at work|not heard|for (?:years|months|weeks)|(?:years|months|weeks|decade)s? (?:now|ago|since)|always|every (?:day|time|summer|evening|night|morning|few|so often)|comes and goes|usual\w*|most (?:days|evenings|mornings)|when(?:ever)? i(?:'m| am| get) (?:tired|hot|stressed)|as (?:always|ever)|since (?:my diagnosis|diagnosis|20\d\d|19\d\d|i was)|chronic|slowly|gradually|if (?:i|you|he|she)|what if|might|may|maybe|worr(?:y|ied) (?:that|about)|scared (?:of|that)|dream\w*|joke|lol|haha|laugh\w*|dead (?:tired|line|good|easy|battery|phone)|dropped (?:the|a|my|another|off|out|by)|no feeling of|phone|car|laptop|kettle|boiler|telly|tv|cat|dog|vet|gym|jog(?:ging)?|workout|training|run|a bit|slightly|sometimes|often|battery|scooter|printer|broadband|physio|exercise|prepared|what would count|flu jab|seizure med\w*|again (?:this|today)|see straight|breathe right|evenings|(?:some|any)(?:one|body) (?:has|with|else)|long[- ]standing|handout|talk on|epilepsy (?:as|and|since))\b",
                },
                {
                    "pattern": r"\b(?:fever|temp(?:erature)?|burning hot|shaking chills|chills|muddled|confused|confusion|gibberish|doesn't (?:know|recognise|recognize)|does not (?:know|recognise|recognize)|don't recognise|not himself|not herself|isn't (?:himself|herself|making sense)|aren't there|seeing (?:people|things)|thinks (?:he|she)(?:'s| is)|lost in (?:my|his|her) own|keep getting lost|personality|agitated|disoriented|can't find words|hallucinat\w+|only makes sounds)\b",
                    "also": r"\b(?:{immune_drugs})\b",
                    "skip": [*TOLD, "past", "question", "negated"],
                    "unless": _NO_SIGN
                    + r"|\b(?:no fever|no temp\w*|without|never|neither|leaflet|room|weather|water|confused (?:about|by|as to|over|why|how|which)|so confused|bit confused|a confusing|might|could get|in case|what if|if (?:i|you|he|she)|can cause|watch for|side effects? (?:list|include)|for (?:years|months)|hay fever|cabin fever|fever dream|temperature (?:outside|of the|in the))\b",
                },
                # Whoever lives with somebody on such a drug notices it first.
                {
                    "pattern": rf"\b{_OTHERS} (?:says?|said|thinks?|tells? me|told me|noticed|notices|finds?|found|keeps? (?:saying|telling me))\b[^.?!]{{0,20}}\bi(?:'m| am|'ve been| have been| was| seem| seemed| sound| sounded)? (?:\w+ ){{0,2}}?(?:confused|muddled|disoriented|not myself|not making sense|making no sense|talking (?:nonsense|rubbish|gibberish)|slurring|a different person|changed|(?:very |so |really )?(?:odd|strange|different|forgetful)(?: lately)?)\b",
                    "also": r"\b(?:{immune_drugs})\b",
                    "skip": ["past", "question", "negated"],
                    "unless": _NO_SIGN
                    + r"|\b(?:confused (?:about|by|as to|over|why|how|which)|for (?:years|months)|always|jok\w+|laugh\w*|if i)\b",
                },
                {
                    "pattern": rf"\b{_WHO} (?:\w+ ){{0,8}}?(?:can't|cannot|can not|couldn't|could not|can hardly|can barely|can no longer|unable to|am unable to|is unable to|not able to|haven't been able to|hasn't been able to|stopped being able to|lost the (?:ability|use|feeling)|can't even|suddenly can't|suddenly couldn't) (?:\w+ ){{0,3}}?(?:see|speak|talk|walk|stand|move|swallow|breathe|feel (?:my|his|her|both|either|anything)|lift|get (?:my )?words out|of (?:my|his|her))\b",
                    "skip": [*TOLD, "past", "hedged"],
                    "unless": _NO_SIGN
                    + r"|\b(?:for (?:years|months|weeks)|always|every (?:day|time|summer)|since (?:20|my diagnosis|diagnosis|i was)|any ?more because|without (?:a|my) (?:stick|frame|cane|rollator)|if i|when i (?:get|am|have)|see (?:why|how|a|the point|myself|anyone|the neuro|my|him|her|any)|walk (?:away|out|past|by|into|far|that far|more than|any distance|as far|long|very|the)|stand (?:the|it|this|my|heat|him|her|them|people|for long|being|how|my own)|move on|see straight|breathe right|so scared|feel anything and|talk about|talk to (?:my|him|her|anyone|people)|speak to (?:my|anyone|a)|breathe (?:easy|again|when i panic)|panic|anxiety attack|believe)\b",
                },
                {
                    "pattern": r"(?:\b(?:lost|losing|loss of|gone|going|no|went|lose) (?:\w+ ){0,3}?(?:sight|vision|speech|blind|dark|grey|feeling (?:in|below|from)|use of|strength in|power in|movement)\b|\b(?:legs?|arms?|hand|side|face|eye)(?: \w+)? (?:(?:has|have|just|suddenly|went|gone|are|is|stopped|won't|gave|completely|all) )+(?:numb|dead|paralysed|paralyzed|limp|drooping|drooped|working|dropped|move|way|blind|black|gone)\b|\bparalysed|paralyzed\b|\bface (?:is |has |keeps? )?(?:droop\w+|dropped|fallen)|\bslurr\w+ (?:\w+ )?(?:speech|words)|\bspeech (?:is |has |went )?(?:suddenly )?slurr\w+)",
                    "skip": [*TOLD, "past", "hedged", "question"],
                    "unless": _NO_SIGN
                    + r"|\b(?:phone|screen|laptop|telly|lights?|hall|gym|workout|training|exercise|jog(?:ging)?|glaucoma|cataract|(?:lost|lose|losing) (?:my )?sight of|speech (?:notes|bubble|therap\w+)|fine now|indecision|laugh|with (?:laughter|fear|shock)|over (?:\w+ )?(?:years|months)|slowly|gradually|for (?:years|months|weeks)|always|every (?:day|time|summer|evening|night)|comes and goes|as usual|usual|most (?:days|evenings)|when i(?:'m| am) (?:tired|hot))\b",
                },
                {
                    "pattern": r"\b(?:can't|cannot|couldn't|can not|unable to|haven't been able to|hasn't been able to|not been able to|haven't|not) (?:\w+ ){0,2}?(?:pee|peed|wee|weed|pass (?:any )?(?:urine|water)|passed (?:any )?(?:urine|water)|urinate|urinated|empty (?:my|his|her) bladder|been to the loo)\b(?: \w+){0,4}",
                    "skip": [*TOLD, "past", "hedged"],
                    "unless": _NO_SIGN
                    + r"|\b(?:fully|completely|properly|all the way|without (?:a )?catheter|for (?:years|months)|always|sometimes|in (?:public|front))\b",
                },
                {
                    "pattern": r"\b(?:bladder|waterworks)(?: \w+){0,2} (?:shut down|stopped working|given up|gave up|packed (?:in|up)|blocked|won't (?:go|empty|work))\b|\b(?:nothing|not a drop|no (?:urine|wee|pee))(?: \w+){0,2} (?:come|coming|came|comes|out|passed|since|for \d+)\b|\bno (?:wee|pee|urine)\b[^.?!]{0,20}\b(?:since|hours|all day)\b",
                    "also": r"\b(?:bladder|wee|pee|urine|catheter|toilet|loo)\b",
                    "skip": [*TOLD, "past"],
                    "unless": _NO_SIGN + r"|\b(?:for (?:years|months)|always|sometimes)\b",
                },
                {
                    "pattern": r"\b(?:words|speech|talking|sentences?|voice)\b(?: (?:is|are|was|were|has|have|keeps?|kept|started|began|coming|come|comes|came|gone|went|going|out|all|completely|suddenly|totally|just|so))* (?:garbled|jumbled|slurred|slurring|slurry|scrambled|gibberish|nonsense)\b|\b(?:talking|speaking) (?:gibberish|nonsense|rubbish|like (?:i'm|he's|she's) drunk)\b",
                    "also": _ALARM_NOW,
                    "skip": [*TOLD, "past", "hedged", "question"],
                    "unless": _NO_SIGN
                    + r"|\b(?:for (?:years|months|weeks)|always|every (?:day|time|evening|night)|comes and goes|when i(?:'m| am) (?:tired|hot)|usual\w*|predictive|keyboard|autocorrect|dictation)\b",
                },
                {
                    "pattern": r"\b(?:legs?|arms?|hands?|feet|side|foot|eyes?|eye)\b(?: \w+){0,2} (?:stopped (?:working|moving|responding|obeying)|gave (?:way|out)|given (?:way|out)|won't (?:move|work|hold|lift|respond)|don't (?:work|move)|(?:went|gone|has gone|have gone) (?:completely |totally |all )?(?:dead|blind|limp|black|dark|numb|grey))\b|\b(?:everything|vision|sight|half of what i see)\b[^.?!]{0,30}\b(?:went|gone|going|is|has gone) (?:\w+ )?(?:dark|black|grey|blurr?ed|blurry|double|milky)\b",
                    "also": _ALARM_NOW,
                    "skip": [*TOLD, "past", "question"],
                    "unless": _NO_SIGN
                    + r"|\b(?:for (?:years|months|weeks)|always|every (?:day|time|summer|evening|night)|comes and goes|usual\w*|most (?:days|evenings)|when i(?:'m| am) (?:tired|hot)|might|may|maybe|what if|in case|worried|scared (?:of|that))\b",
                },
                {
                    "pattern": r"\b(?:fever|temperature of|high temperature|temp of|running a temperature|a temperature|3[89](?:[.,]\d)?|4[01](?:[.,]\d)?|10[1-5](?:[.,]\d)? ?f|rigors?|shivering|confused|confusion|disorient\w+|doesn't know where|not making sense|shingles|chest infection|sepsis|stiff neck|personality (?:has )?chang\w+|coughing up)\b",
                    "skip": [*TOLD, "past", "question"],
                    "unless": _NO_SIGN
                    + r"|\b(?:no fever|no temperature|without (?:a )?(?:fever|temperature)|leaflet|never had|have had neither|neither|things to watch|water|room|weather|degrees outside|pool|hedge|might get|in case|can cause|what if|confused (?:about|by)|a bit confused|so confused)\b",
                    "also": r"\b(?:{immune_drugs})\b",
                },
                {
                    "pattern": r"\b(?:(?:had|having|have|has) (?:just |had )?(?:a|an|my|his|her|their|another)? ?(?:very |first |ever |big |full |sudden |proper |massive )*(?:seizure|fit|convulsion)\b|\b(?:collapsed|blacked out|passed out|unconscious)\b|\b(?:crushing|bad|severe|sudden) chest pain|chest pains?|can't feel (?:anything )?(?:below|from) (?:my|the) (?:waist|chest|neck))",
                    "skip": [*TOLD, "past", "hedged", "question", "negated"],
                    "unless": _NO_SIGN
                    + r"|\b(?:epilep\w+|cat|dog|vet|price|bill|nearly had a fit|(?:some|any)(?:one|body) (?:has|with|else)|seizure med|talk on|handout|what to do|fit (?:in|of|for|bit|the|my)|a good fit|better fit|mri|ms hug|for (?:years|months)|years|every)\b",
                },
            ]
        },
    ),
]
