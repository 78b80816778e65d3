"""What people say who think of dying, or fear it for somebody: expressions, and nothing else.

They are asked in text that risk_to_self has prepared: small letters, plain quotes.
"""

import re

from guidance.detectors.screening import Screened

_I = r"\bi(?:'m| am|'ve| have|'ll| will|'d| would)?\b"
_SOON = (
    r"(?:\s+(?:really|just|often|sometimes|still|now|only|honestly|so|do|even|been|have|am|be|always"
    r"|seriously|actually|starting|keep|kept|again|about|genuinely|truly|kind of|constantly))*"
)
_DIE = r"(?:die|dying|be dead)\b(?! (?:of|from|laugh|than))"
_HOW_MANY = r"(?:1[5-9]|[2-9]\d|\d{3}|twenty|thirty|forty|fifty|sixty|eighty|a hundred|hundreds?|(?:two |three )?dozens?|a dozen)"
_TABLETS = (
    r"(?:pills?|tablets?|tabs|capsules?|meds|medication|medicines?|painkillers|paracetamols?|ibuprofen|codeine|tramadol|morphine"
    r"|baclofen|gabapentin|pregabalin|amitriptyline|tizanidine|diazepam|duloxetine|sertraline|citalopram|modafinil|insulin|aspirins?)"
)
# Of what was taken: as it should be, or of something else.
_AS_IT_SHOULD_BE = (
    r"(?![^.!?\n]{0,40}\b(?:as (?:prescribed|usual|told|always)|on time|with (?:food|water|breakfast|dinner|lunch)|at (?:\d|breakfast|night)"
    r"|for (?:today|the day|this morning)|this morning|and still|crisps|biscuits|sweets|leaflets|books|chocolates?|tissues|photos|toys|clothes|back"
    r"|gold star|for once|well done|go me|proud|remember\w*|memory|hooray|yay|without forgetting|in the right order|(?:a|per|each|every|one) (?:day|week|month)"
    r"|daily|over the|in all|with (?:me|us)|on (?:holiday|the plane)|to the (?:pharmacy|chemist|doctor\w*|surgery|nurse)|bless))"
)
# From where somebody would fall, and what would hit them: not a bus to get off, or a class to face.
_EDGE = r"(?:edge|bridge|cliffs?|roof|building|balcony|ledge|pier|viaduct|tower|platform|kerb|curb|pavement|car park|multi-?stor\w+|flyover|dam|quay|top)\b"
_TRAFFIC = r"(?:train|bus|lorry|truck|car|van|tube|tram|traffic|oncoming \w+)\b"
_NO_ACCIDENT = r"(?! (?:on|when|with the|in the|at|doing|by|falling|cooking|exercising|lifting|trying|again on|if i (?:keep|lift|carry|do|don't|try|fall|go|slip))\b)"
_END_IT = (
    r"(?:kill(?:ing)? myself|end(?:ing)? (?:it all(?! with)|it tonight"
    r"|it now|my (?:own )?life|things for good|everything(?! (?:i|that|we|with|on|at|in|to)\b))|tak(?:e|ing) my (?:own )?life|(?:commit(?:ting)? )?suicide(?! (?:prevention|awareness|rates?|statistics|help|law|bill|film|squad|note))|ending it(?! (?:all )?with)(?= tonight| now| all| for good|[.!,;]|$)"
    rf"|hurt(?:ing)? myself{_NO_ACCIDENT}|harm(?:ing)? myself|overdos(?:e|ing)|hang(?:ing)? myself"
    rf"|jump(?:ing)? off (?:(?:a|the|this|that|my) (?:\w+ )?{_EDGE}|something|it(?=[.!,;]|$))|jump(?:ing)? (?:in front|under)\b"
    rf"|step(?:ping)? (?:off (?:a|the|this|that) (?:\w+ )?{_EDGE}|in front of (?:a|the|that|my|an) (?:\w+ )?{_TRAFFIC}|(?:out )?into (?:the )?traffic)"
    r"|(?:do|doing) (?:myself in|away with myself)|top(?:ping)? myself|check(?:ing)? out (?:for good|early(?=[.!,;]|$)|of life)"
    rf"|driv(?:e|ing) (?:(?:my|the|our) (?:car|van) )?(?:off (?:a|the|this|that) (?:\w+ )?{_EDGE}|into (?:a|the|that|an|some) (?:\w+ )?(?:{_TRAFFIC}|tree|wall|river|lake|canal|sea|barrier|pillar|lamp ?post))"
    r"|not (?:(?:be|being)(?: (?:here(?! (?:in|at|on|when|for|with)\b)|alive|around|in this world)\b|(?=[.!,;]|$)| any ?more)|(?:wake|waking|exist|existing|live|living)\b(?! (?:in|with|alone|like|on|to|at|early|so))(?: up| any ?more)?))"
)
# Said of oneself, in the present: a wish, a plan, a goodbye.
EXPLICIT = Screened(
    "|".join(
        (
            # Said outright, in other words than the common ones.
            r"\b(?:my (?:goodbye|suicide) (?:message|note|letter|post)|my final (?:message|note|letter)"
            r"|this (?:is|will be) my (?:final|last) (?:message|note|letter|post)(?! (?:for (?:today|tonight|now|this|the|a)|before|until|till|on|about|today|tonight))"
            r"|a suicide note|goodbye letters?|last post from me(?! (?:for|today|tonight|this|until|till))|(?:end|ending|finish|finishing|off) myself"
            r"|i(?:'m| am) (?:ending|finishing) it|i(?:'m| am|'ll| will) (?:\w+ )?(?:be )?(?:dead|gone) by(?![^.!?\n]{0,40}\b(?:back|holiday|off to|home|return\w*|visiting|train|flight)\b)|i won't be (?:around|here) (?:when|tomorrow|any ?more|next)(?![^.!?\n]{0,30}\b(?:off to|away|holiday|visiting|spain|hospital|work|travel\w*|trip|back on|see you|moving|until)\b)|by then i(?:'ll| will) be (?:gone|dead)"
            r"|(?:made|had) (?:\w+ )?attempt (?:in|on|last|tonight|again)|tried to (?:finish|end|kill) (?:myself|it)|i nearly jumped|go on my own terms|check(?:ing)? out for good"
            r"|(?:bought|got|have) what i need(?: and| to)|got the day picked|set a date(?! (?:for|with|to|when|in)\b)|(?:affairs|everything) (?:are|is) in order|(?:plan|planning|rehearsed|know) how i(?:'d| would) do it"
            r"|i know what i(?:'d| would) do|can't promise i(?:'ll| will) be safe|ready to die|finished with living|saying my goodbyes|the urge to end (?:things|it(?! with)|my)|going to end (?:things|it all)"
            r"|(?:want(?:ed)?|want to get|wish to get) out of (?:life|this life)|choose to (?:go|die)|(?:won't|will not) be a (?:problem|burden) to any(?:body|one) any ?more|i have arranged everything"
            r"|i took something (?:an hour|tonight|just)|tonight(?:'s| is) the night(?=[.!]|$))(?!\w)",
            # Too much was taken, and it is named; not what was prescribed, at its time.
            r"\bi(?:'ve| have)?(?: just| now| already| only)? (?:taken|took|swallowed|had) (?:an overdose|too many (?:\w+ )?(?:pills|tablets|painkillers|of (?:them|my)\b)"
            r"|(?:all|every (?:last )?one)(?: of)? (?:my|the|these|those) (?:\w+ )?(?:pills|tablets|meds|medication|painkillers|sleeping pills)"
            r"|(?:the|a|my) whole (?:packet|pack|box|bottle|strip|lot)(?: of)?)\b"
            + _AS_IT_SHOULD_BE,
            rf"\bi(?:'ve| have)?(?: just| now| already)? (?:taken|took|swallowed) (?:all (?:of )?(?:my|the|this) (?:\w+ )?{_TABLETS}\b"
            rf"|(?:about |around |over |like |at least |nearly |maybe )?{_HOW_MANY} (?:of (?:my|the|them|those)\b ?)?(?:\w+ )?{_TABLETS}\b)"
            + _AS_IT_SHOULD_BE,
            r"\bi(?:'ve| have)? (?:just )?(?:slit|cut|opened) my wrists?\b(?! (?:on|opening|when|badly on))|\bi(?:'ve| have) tied (?:the|a|my) (?:rope|noose)\b|\bthe noose is (?:tied|ready|up)\b"
            r"|\bi(?:'m| am) (?:about|going|ready) to jump(?: now| off| tonight)?(?=[.!,;]|$)|\bi(?:'m| am) gonna jump(?=[.!,;]|$)",
            # More ways to wish it.
            r"\bi no longer (?:want|wish|care|have (?:the|any) (?:will|wish)) to (?:live|be here|be alive|exist|go on living|wake up)(?! (?:in|at|on|with|near|to|at|early)\b)"
            r"|\bi never (?:want to|wanna) wake up(?: again| any ?more)?(?=[.!,;]|$)|\b(?:hope|wish|pray) (?:that )?i (?:just )?die(?: (?:tonight|soon|in my sleep|today|tomorrow|quickly|before))?(?=[.!,;]|$)"
            r"|(?:^|[.!?,\n] ?)(?:please |just )*let me (?:just )?die(?=[.!,;]|$)|\bi (?:just )?deserve to (?:die|be dead)\b|\b(?:have|got|is|there's|with|left) (?:nothing|no one|nobody|no reason|not much)(?: left)? to live for\b"
            r"|\bnothing left to live for\b|\bsuicide (?:is|feels like|seems(?: like)?|looks like) (?:my|the|like the) (?:only|best|last|easiest) (?:way|option|answer|choice|thing|exit|solution)\b"
            r"|(?:^|[.!?\n] ?)(?:been |keep |always |constantly |still |just )*(?:thinking|think|thoughts) (?:about|of) (?:(?:committing )?suicide(?! (?:prevention|awareness|rates?|statistics|help|law|bill|film|squad|note))|killing myself|ending (?:it all|my life))"
            r"|(?:^|[.!?\n] ?)(?:i've |i have )?been (?:\w+ )?suicidal\b|\bi (?:have|had|get|am having|'m having|keep having)(?: \w+){0,2} suicidal (?:feelings|urges|ideation|impulses|moments)\b"
            r"|\b(?:scared|afraid|frightened|worried|terrified)(?: that)? i(?:'ll| will| might| may| could|'m going to| am going to|'m gonna) (?:hurt|harm|kill|do something to) myself"
            r"(?! (?:on|when|if|with the|in the|at|doing|by|falling|cooking|exercising|lifting|trying|again on))",
            rf"\bi(?:'ve| have)? (?:just )?overdosed\b(?:(?! on\b)|(?= on (?:\w+ ){{0,2}}{_TABLETS}))"
            r"|\bkms\b|\b(?:unalive|kys) myself\b|\bi can(?:'t|not) keep myself safe\b"
            r"|\bi(?:'ve| have)? (?:got |have )?(?:the|all (?:the|my)) (?:pills|tablets) (?:are )?(?:right )?(?:here )?(?:in front of|next to|beside|laid out)",
            # What is about to be done is not named, and a farewell follows; or it is counted down to.
            r"\bi(?:'m| am) (?:\w+ )?(?:going to|gonna|about to) do it\b[^¶]{0,60}\b(?:good ?bye|bye everyone|farewell|this time(?! ?(?::|-|,|i |for|with|the)))"
            r"|\bi(?:'m| am) done\b[.!,\s]+(?:\w+ ){0,2}(?:good ?)?bye\b(?! (?:for|until|till))|\bmore (?:days?|sleeps?|nights?|hours?)\b[^.!?\n]{0,20}\bi(?:'m| am|'ll be| will be) (?:gone|dead|free of it all)\b"
            r"|\bi(?:'ll| will|'m going to)(?: \w+)? sleep (?:forever|for ever|for good)\b|\bi(?:'ve| have) written (?:the|my|farewell) letters\b(?! (?:to|for|of) (?:the|my (?:mp|gp|boss|bank|landlord)|complain))",
            # What it would be done with is at hand, or something was begun.
            r"\bi(?:'ve| have)? (?:got )?enough (?:pills|tablets|meds|insulin)(?: (?:saved|hidden|put by|here|stored))\b(?! (?:up )?for)|\bi(?:'ve| have)? (?:got |have )?(?:the|a|my) (?:rope|noose|blade|razor|gun)\b(?! (?:from|for (?:the|my) (?:dog|boat|swing|garden|beard)))[^.!?\n]{0,20}\b(?:ready|here|in|on|beside|next|waiting)\b"
            r"|\bi(?:'ve| have)? (?:got )?the (?:pills|tablets) (?:here )?(?:on the bed|in my hand|counted out)\b(?![^¶]{0,60}\b(?:leaflet|with food|do i|should i|which)\b)|\bi(?:'m| am) (?:holding|sitting here with|staring at) (?:the|a|my) (?:knife|blade|pills|tablets|razor|rope|gun)\b"
            r"|\bi(?:'ve| have)? (?:just |only |already |also )*(?:started|begun|gone back to) (?:cutting(?! (?:out|down|back|up|the|my (?:hours|hair|dose)))|self[- ]?harm\w*|hurting myself|burning myself)"
            r"|\bi(?:'ve| have)? (?:just |only )*(?:cut|burned|burnt|harmed) myself (?:again|on purpose|tonight|deliberately)\b|\bi (?:just |only |nearly |almost )*tried to (?:hang|drown|suffocate|poison) myself\b"
            r"|\b(?:tried|attempt\w*|overdose)\b[^¶]{0,120}\bi wish it had worked\b|\bi regret (?:surviving|being found|waking up)\b|\b(?:angry|sad|sorry|disappointed|gutted|hate|furious) (?:that )?(?:i|they) (?:woke up(?! (?:so|at|early|late|to))|survived|am still alive|saved me|found me in time)\b"
            r"|\bwish i hadn't (?:woken up(?! (?:so|at|early|late|to))|survived|been found|been saved)\b",
            # Only somebody, or something, is in the way; or it hangs on what comes.
            r"\b(?:only|nothing but) my (?:cat|dog|kids?|children|son|daughter|mum|mom|dad|wife|husband|partner|pets?|family|baby) (?:stops?|is stopping|are stopping|keeps?|is keeping|are keeping) me(?: (?:alive|here|going on|from (?:doing it|ending\w*|going)))?(?=[.!,;]|$)"
            r"|\bthe only (?:thing|person|people|reason)\b[^.!?\n]{0,30}\b(?:stopping|keeping|stops|keeps) me(?: (?:alive|from (?:doing it|ending\w*)))? (?:is|are) my (?:cat|dog|kids?|children|son|daughter|mum|mom|dad|wife|husband|partner|pets?|family|baby)\b"
            r"|\bif (?:they|the|he|she|it|i|my|this|nothing|things)\b[^.!?\n]{1,60}\bi(?:'ll| will|'m going to| would|'d)(?: just)? (?:end it(?: all)?(?=[.!,;]|$)|kill myself|finish it all|top myself|take them all)\b|\bdone with (?:life|living)\b",
            r"\bi(?:'m| am|'ve been| have been| feel| felt| get| keep feeling)\b(?:(?!\b(?:i|i'm|i've|not|never|no longer|isn't|he|she|they|who|brother|sister|friend|son|daughter|husband|wife|patients?|people)\b)[^.!?\n]){0,90}\bsuicidal\b"
            r"|(?:^|[.!?\n,] ?)(?:really |so |very |actively |still |feeling )*suicidal(?: (?:again|today|tonight|now|at the moment|right now|this (?:morning|week|evening|afternoon)|all (?:day|week|night)|thoughts|and (?:scared|alone)))+(?=[.!,;:]|$)|(?:^|[.!?\n] ?)(?:really |so |very |actively |still |feeling )*suicidal(?=[.!,]|$)|\bi keep (?:thinking|dreaming) (?:about|of) (?:the (?:bridge|cliff|roof|train tracks|tracks|pills|rope)(?=[.!,;]|$)|jumping (?:off|in front|from)|ending it|not being here|being dead)\b"
            r"|\bi can(?:'t|not) (?:do|take) (?:this|it) any ?more\b[^¶]{0,40}\bi (?:want|need) (?:out(?=[.!,]|$)|it to (?:end|stop) (?:for good|forever))",
            # What was taken is not named any more, and a farewell or an apology follows.
            r"\bi(?:'ve| have)?(?: just| now| already)? (?:taken|took|swallowed) (?:them(?: all)?|it all|the lot|everything)(?: now| tonight| already)?"
            r"\b[.,!;\s]+(?:\w+[\s,]+){0,4}?(?:(?:good ?)?bye\b(?! (?:for|until|till))|farewell|sorry|forgive|i love you|thank you for everything)",
            r"\bi(?:'ve| have)?(?: just| now| already)? (?:taken|took|swallowed) (?:all of (?:them|it)|them all|the whole (?:lot|box|bottle|packet)|every (?:last )?(?:one|pill|tablet))\b[^¶]{0,200}\b(?:good ?bye\b(?! (?:for|until|till))|farewell|sorry|forgive)",
            r"\b(?:good ?bye|farewell)\b[^¶]{0,80}\bi(?:'ve| have)?(?: just| now| already)? (?:taken|took|swallowed) (?:them(?: all)?|it all|the lot|everything)\b",
            # A wish; and not the fear of dying, nor an outcry of three words.
            rf"{_I}{_SOON} (?:want(?:ed)?|ready|thinking|think|thought|contemplat(?:e|ing)|consider(?:ing)?"
            rf"|fantasi[sz](?:e|ing)|dream(?:ing)?|wish(?:ing)?|long(?:ing)?)(?: to| about| of| for| on| i could"
            rf"| i would)*(?: just)? {_DIE}",
            rf"\bi{_SOON} wanna(?: just)? {_DIE}(?! (?:lol|laugh|when|every time|whenever|right there))|\bi(?:'d| would) (?:rather|sooner) die than (?:go on|carry on|live|keep|face (?:another|tomorrow|this)|wake|do this|continue|be like this|spend another)",
            rf"{_I}{_SOON} (?:want(?:ed)?|wanna|going|gonna|plan(?:ning)?|ready|decided|thinking|think"
            rf"|thought|contemplat(?:e|ing)|consider(?:ing)?|fantasi[sz](?:e|ing)|dream(?:ing)?|tempted|intend"
            rf"|about|wish(?:ing)?)(?: to| about| of| on| i could| i would)*(?: just)? {_END_IT}",
            r"\b(?:kill(?:ing)? myself(?! (?:for|laugh\w*|carrying|trying|doing|getting|if|over|with|on the))|end(?:ing)? my (?:own )?life|tak(?:e|ing) my own life)\b"
            r"|\b(?:nearly|almost|would have|i'd have|should have|could have|would've|could've) (?:killed myself(?! (?:laugh\w*|on|trip\w*|fall\w*|with|getting|trying|doing|running|carrying))|ended (?:my life|it all))\b",
            # It is done, in the fewest words.
            r"\bi(?:'ve| have)?(?: just| now| already| only)* (?:taken|took|swallowed) (?:them all|all of them|the lot|everything|it all)(?: just| right)? (?:now|tonight|(?:an|half an|one|two|an half|\d+) (?:hours?|minutes|mins) ago)(?=[.!,;]|$)"
            r"|\bi(?:'ve| have)?(?: just| now| already)* swallowed (?:them(?: all)?|the lot|the (?:whole )?(?:bottle|box|packet|strip))(?=[.!,;]|$)"
            r"|\bi(?:'ve| have) (?:just |finally |now )?done it\b[.!,\s]{1,3}(?:\w+ )?(?:good ?bye|farewell|sorry|forgive)|\bi(?:'m| am) done\b[.!,\s]{1,3}(?:i(?:'m| am) )?(?:so )?sorry(?: to)? (?:everyone|everybody|all|mum|mom|dad|kids|my|you all)\b"
            r"|(?:^|[.!?\n] ?)(?:i(?:'ll| will|'m going to| am going to) )?end(?:ing)? it all (?:tonight|now|today|tomorrow)(?=[.!,;]|$)|\b(?:sick|tired|weary) of (?:living|being alive|life)(?: any ?more)?(?=[.!,;]|$)"
            r"|\bi (?:just |really |simply |truly )*can(?:'t|not) go on(?: any ?more| any longer| like this| living)?(?=[.!,;]|$)",
            # As a longing, or as what all thinking is about.
            rf"\bwanting to {_DIE}(?! (?:my|her|his|the))|\b(?:all i (?:want|wish for|think about|can think (?:about|of)) is (?:to |that i )?|my only wish is to ){_DIE}|\bi (?:just )?can(?:'t|not) wait to {_DIE}|\bi (?:crave|long for|want|pray for|wish for) (?:my own )?death\b|\bgive me death\b"
            r"|\b(?:my suicide|suicide is (?:planned|on my mind|all i)|killed (?:him|her)self\b[^.!?\n]{0,80}\bi(?:'m| am) (?:now )?(?:planning|going|thinking of) to do the same)\b|\bplanning my suicide\b|\b(?:i want|i wish for) a way out,? i want death\b"
            r"|\bi(?:'d| would) rather not be alive\b|\bi (?:won't|will not) be alive\b(?! (?:to see (?:the|them|it)|when (?:they|it|we)|in a hundred))|\b(?:don't|do not) think i(?:'ll| will) be alive\b|\bi hate (?:being alive|that i(?:'m| am) alive)\b|\bbeing alive is too much\b|\bwhy am i still alive\b|\bi can(?:'t|not) (?:stay|keep myself|stand being) alive\b|\bkeep myself alive\b"
            r"|\bthought of dying (?:comforts|soothes|calms|helps|pleases)\b|\b(?:if only i were|would that i were|i wish to be) dead\b|\b(?:doing|do) (?:everyone|everybody|them all|them|my family) a favou?r if i (?:ended it|died|was gone|were gone|killed|went)\b|\bslip away and (?:never|not) wake\b|\bnot (?:scared|afraid) of dying any ?more\b[^.!?\n]{0,40}\b(?:look\w* forward|welcome|want)\b"
            r"|\bwould it be so bad if i (?:just )?(?:died|was gone|were gone)\b|\bany way to (?:carry|go) on living\b|\bperson who wants to die\b(?=[^.!?\n]{0,30}\b(?:now|i do|i am)\b)|\bhop(?:e|ing) i(?: won't| will not|'ll never) wake up\b|\bhoping they won't wake up\? i do\b|\bnot wanting to wake up\b(?! (?:early|for|to|at))",
            # What will be taken, or was, that is no tablet; or what was made ready.
            rf"\bi(?:'m| am|'ll| will)? (?:going to |gonna |will )?(?:take|swallow) (?:(?:all (?:of )?(?:my|the)|every one of (?:my|the)) (?:\w+ )?{_TABLETS}|the (?:whole )?(?:lot|box|packet|bottle))\b(?<!to take the lot)"
            + _AS_IT_SHOULD_BE,
            r"\bi(?:'ve| have)? (?:taken|took|swallowed) the (?:pills|tablets|meds)\b[^¶]{0,20}\b(?:sorry|bye|goodbye|forgive)\b|\bi(?:'ve| have)? (?:just )?(?:drank|drunk|swallowed) (?:some |the |a bottle of )?(?:bleach|antifreeze|petrol|weed ?killer|drain cleaner|poison)\b|\bi(?:'ve| have)? injected (?:all|the whole|every)\b"
            r"|\b(?:loaded|got|cleaned) the (?:gun|shotgun|rifle|pistol)\b|\bthe gun is loaded\b|\bi(?:'ve| have)? bought (?:a|the) (?:rope|noose|gun)\b(?! for)|\b(?:knife|blade|razor) to my (?:wrists?|throat|neck)\b|\bbleeding from my wrists?\b|\b(?:noose|rope) (?:a)?round my neck\b|\bi want to bleed\b"
            r"|\bi can(?:'t|not) be trusted with (?:my|the) (?:medication|meds|tablets|pills|knives)\b|\b(?:not|don't feel) safe (?:in my own (?:house|home|flat|head|hands|company)|with (?:these|my|the) (?:tablets|pills|meds|knives))\b|\bi(?:'m| am) not going to be here (?:at|by|for|after) (?:christmas|new year|the weekend|easter|my birthday)\b[^.!?\n]{0,40}\b(?:made sure|pills|tablets|decided|plan)\b",
            r"\b(?:tonight|today|now|this time|tomorrow)\b[^.!?\n]{0,20}\bi(?:'m| am) (?:going to|gonna) (?:end|finish) it(?=[.!,;]|$)",
            # Tried, or nearly.
            r"\bi attempted (?:suicide|it|last|again|yesterday|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|this|twice|to (?:end|kill|hang|take my))\b|\bthe (?:next|last) attempt (?:won't|will not|failed|didn't)\b|\bi tried to overdose\b|\bi(?:'m| am) going to try again\b[^.!?\n]{0,30}\b(?:work|succeed|fail|time)\b|\bi(?:'ve| have)? been cutting again\b(?! (?:back|down|out))"
            r"|\b(?:was|came|am|been) (?:so )?close to (?:jumping|ending it|doing it|stepping off)(?! (?:the gun|ship|to|in(?:to)? (?:a|the) (?:pool|water)))|\b(?:nearly|almost) (?:stepped|jumped|walked) (?:off|in front)\b(?! (?:the (?:kerb|step|boat|bus)|of a (?:bike|cyclist)))|\bvoices? (?:say|says|tell|tells|keep telling)(?: me)? (?:to|that i should|i should) (?:jump|do it|die|end|kill)\b",
            rf"{_I}{_SOON} (?:going|gonna|decided|planning|plan|ready|want|about|time)(?: to)? (?:end|finish) it(?: all| now| tonight| today)?(?:[.,!;]|$|\n)"
            r"(?=[^¶]{0,400}\b(?:goodbye|good bye|farewell|thank you (?:all|for everything)|sorry|forgive|can't go on))",
            r"\b(?:bridge|roof|train|tracks|platform|cliff|pills|tablets|rope)\b[^.!?\n]{0,40}\b(?:think|thought|thinking|dream|imagine|wonder)\w* (?:about|of|what)[^.!?\n]{0,20}\b(?:jump\w*|tak\w+ (?:them )?all|step\w*|letting go|ending)",
            r"\bi(?:'m| am)(?: (?!not\b|never\b|no\b)\w+){0,2} suicidal\b|\bfeel(?:ing)?(?: \w+){0,2} suicidal\b",
            r"\b(?:this is (?:my )?(?:final |last )?goodbye|my (?:final|last) goodbye|saying (?:my )?(?:final"
            r" |last )?goodbye to (?:you all|everyone|everybody))\b|\bby the time (?:you|anyone) reads? this\b",
            r"\b(?:have|had|having|get|getting|got) (?:\w+ ){0,2}(?:suicidal thoughts|thoughts (?:of|about) (?:suicide"
            r"|dying|ending|killing|not being))\b",
            r"\bi(?:'ve| have) (?:written|got|made|set) (?:\w+ ){0,3}(?:a note|the note|goodbye letters?"
            r"|a plan|a date)\b.{0,60}\b(?:end|die|pills|tonight|goodbye|gone)\b",
            r"\b(?:tonight|today|tomorrow) (?:is|will be) (?:the|my) (?:night|day|last)\b.{0,40}\b(?:end|die|over|gone)\b",
        )
    )
)
PASSIVE = Screened(
    "|".join(
        (
            r"\bi (?:don't|do not|dont)(?: \w+){0,2} (?:want|wish|need) to (?:be here(?! (?:in|at|on|when|for|with|till|until)\b)|live(?! (?:in|with (?!ms\b|this|it\b|the pain|that)|on|at|near|alone|here|there|by|under|off|far|next|together|as|up|out)\b)|be alive|exist"
            r"|wake up(?! (?:to|with|at|early|next)\b)|go on living|carry on living)(?: any ?more| anymore)?\b",
            r"\b(?:i(?:'d| would)? (?:rather|sooner) (?:be dead|die|not be here))\b(?! than)",
            r"\b(?:i )?(?:wish|wished|hope) i(?:'d| had| was| were| would be| could be| could just)? (?:dead(?! (?:keen|good|clever|brave|rich|sure))|not here(?! (?:at|in|for|today))"
            r"|gone(?! (?:already|from|to|for|the|by|with|back|home|out))|never been born|died|not wake up|disappear for good)\b",
            r"(?<!being )\bbetter off (?:without me(?! (?:at|in|on|\w+ing))|if i|dead(?!,? (?:said|is a|was a))|with me (?:gone|dead|out))\b|\b(?:easier|happier|simpler|freer|lighter|better) (?:for \w+ )?(?:without me(?! \w+ing\b)|with me (?:gone|dead|out of)|if i (?:was|were|wasn't|weren't|just)"
            r" (?:dead|gone|not here|here|not around|around|disappear\w*|die[ds]?|vanish\w*|stopped))\b",
            r"\b(?:no|any|see no|see the) (?:reason|point|sense)(?: left)? (?:to|in|for) (?:me to )?(?:live|living|(?:carry|carrying|go|going|keep|keeping) on (?:living|with life|breathing)|stay(?:ing)? alive|wak(?:e|ing) up (?:tomorrow|any ?more|again)|exist(?:ing)?"
            r"|be alive|going on living|being alive|being here)\b",
            r"\b(?:isn't|is not|not|no longer|hardly) worth living\b|\blife (?:isn't|is not|ain't|is no longer|is hardly) worth it(?=[.!,;]|$| any ?more| any longer)",
            r"\b(?:wouldn't mind|happy enough|be glad|hoping|hope|pray\w*|ask\w* god|wish\w*|would like|like) (?:\w+ ){0,6}(?:last night|didn't open my eyes|don't open my eyes|carried me off|takes me|take me|gives up in my sleep"
            r"|my heart (?:gives|stops)|something (?:quick|that'll be quick)|not to come back|never to wake|slipped away|die in my sleep|didn't wake)\b",
            r"\b(?:easier|better|happier|breathe out|simpler|nice life|proper life|a mercy)\b[^.!?\n]{0,40}\b(?:with me (?:out of|gone)|if i (?:was|were|wasn't|weren't|slipped|died|just|wasn't)(?: \w+){0,2}|without me in it)",
            r"\bif i (?:was|were|wasn't|weren't) (?:gone|dead|breathing|in it|not here|not around|out of the picture)\b|\bif i(?:'d| had) never been born\b|\bout of the picture\b[^.!?\n]{0,30}\b(?:less|easier|better)",
            r"\b(?:what is|what's|see) the point (?:of|in) (?:me )?(?:being alive|living|going on living|being here|carrying on)\b|\bwhy (?:i have|do i have|should i have|bother) to (?:go on|keep) living\b|\bnot (?:sure i|wanting|want) (?:want )?to be alive\b|\b(?:don't know|not sure|unsure|no longer sure)(?: any ?more)?,? (?:if|whether|that)? ?i (?:still |even |really )?(?:want|wish) to (?:live|be here(?! (?:in|at|on|when|for|with)\b)|be alive|go on living|carry on living|exist)\b",
            r"\b(?:look forward to|envy|welcome|jealous of)\b[^.!?\n]{0,40}\b(?:death|dying|end date|die)\b|\bdeath (?:doesn't|does not) (?:scare|frighten) me\b[^.!?\n]{0,50}\b(?:look forward|welcome|holiday|any ?more)",
            r"\b(?:should|would|could) have died\b[^.!?\n]{0,60}\b(?:wish|better|rather)\b|\bdisappointed to (?:come round|wake|still be)\b|\bdead instead of\b|\bi(?:'d| would) give anything to be dead\b|\bi(?:'ve| have) no wish to (?:see|live|be)\b",
            r"\b(?:first thought is|oh no,?) still here\b|\bstopped existing\b|\bif i didn't exist\b|\bworld (?:keeps|would keep|will keep) \w+ (?:fine |on )?without me\b|\btaking up space\b[^.!?\n]{0,60}\b(?:finished|should have|better)|\bgo on living in this body\b"
            r"|\bdon't plan on (?:seeing|being)\b|\bif (?:a|the) (?:bus|car|train|lorry)\b[^.!?\n]{0,40}\b(?:i don't think i'd|i wouldn't|i'd not) (?:step|move|jump)|\bno future\b[^.!?\n]{0,30}\balive\b|\blife isn't for me\b|\b(?:pick me|let me go),? i say\b"
            r"|\bweight round\b[^.!?\n]{0,40}\blife if i\b|\bget over me\b|\bwould any(?:one|body) (?:even )?(?:notice|care|miss me) if i (?:died|was|were|wasn't|weren't|just|never|disappeared|vanished|left this)\b",
            r"\b(?:want|wish|like|need) to (?:just )?(?:go to sleep|sleep|fall asleep|close my eyes)(?: for ?ever)?,? and (?:not|never|don't) wake\b"
            r"|\b(?:everyone|everybody|my (?:family|kids|husband|wife|children|mum|parents))(?: would|'d) (?:all )?be better off(?=[.!,;]|$)|\bno point (?:in|to) (?:me(?=[.!,;]|$)|my life|my being here)",
            r"\bi (?:hope|wish|pray) i (?:don't|do not|didn't|just don't|won't|never) wake up\b",
            r"\b(?:tired of|done with|had enough of) (?:living|being alive|life)\b(?! with)",
            r"\bif i (?:died|die|wasn't here|weren't here|disappeared)(?: [\w']+){0,5}(?: nobody| no one| it would be| they| would (?:have|be) (?:an? )?(?:easier|better|happier|relieved|fine|free))",
            r"\bi(?:'m| am) (?:\w+ )?(?:a burden|just a burden|nothing but a burden)\b[^.!?\n]{0,60}\b(?:gone|dead|better off|wasn't here|weren't here|without me)\b",
            r"\b(?:don't|do not|can't) (?:see|think|believe)(?: that)? (?:i(?:'ll| will) (?:be here|make it|see)|myself (?:being here|alive))\b[^.!?\n]{0,30}\b(?:christmas|next|birthday|summer|year|much longer)\b",
            r"\b(?:want|wish|like|love|need) (?:it|everything|this|the pain|to) (?:all )?(?:to )?(?:just )?(?:go to sleep and (?:not|never)|stop existing|be over for good|sleep (?:forever|for ever|and never))",
        )
    )
)
# In other words: what was taken or begun, a farewell, a plan without its name, or what is in the way.
VEILED = Screened(
    "|".join(
        (
            r"\bi(?:'ve| have)?(?: just| only)? (?:taken|took|swallowed) (?:a (?:load|lot|handful|bunch) of|loads of|lots of|too many) (?:of )?(?:my |the )?(?:\w+ )?(?:tablets|pills|meds|medication|painkillers)\b"
            r"(?![^.!?\n]{0,30}\b(?:prescribed|for (?:my|the|ms|it)|with|over the years|in my (?:time|life)|(?:every|each) day|daily)\b)"
            r"|\bi just took something\b|\bi did something stupid\b[^¶]{0,80}\b(?:bleed\w*|blood|pills|tablets|scared|bathroom)\b|\boverdosed (?:last|again|yesterday|tonight|on purpose|on (?:\w+ ){0,2}(?:pills|tablets|paracetamol|meds|insulin|baclofen|painkillers))\b"
            r"|\b(?:been )?(?:saving|hoarding|stockpiling|collecting) (?:up )?(?:my|the) (?:meds|pills|tablets|medication|insulin)(?: up)?\b|\bhad (?:the|a|my) (?:bottle|pills|tablets|knife|blade|rope|razor|gun) in my hands?\b",
            r"\bi(?:'ve| have)?(?: been| am|'m)? self[- ]?harm(?:ing|ed)\b|\bi (?:burned|burnt|cut|hurt|scratched|hit) myself\b[^.!?\n]{0,40}\bon purpose\b"
            r"|\b(?:been|keep|kept) (?:hurting|harming|cutting|burning|punching|hitting) (?:myself|my (?:legs|arms|wrists|thighs|own))\b|\b(?:want|urge|need) to (?:hurt|cut|burn|punish) myself\b",
            # A farewell.
            r"(?:^|[.!?\n] ?)good ?bye,? (?:everyone|everybody|all|friends|my friends|world)\b(?![^.!?\n]{0,30}\b(?:for|until|till|see you|next|soon|now)\b)|\bway to say good ?bye\b|\bbefore i go(?=[.!]|$)"
            r"|\bwon't be needing (?:my|this) account\b|\bi(?:'ve| have) made my peace\b|\bonce i(?:'m| am) gone\b|\bwanted to (?:tell|let) (?:somebody|someone|you all|everyone|you)(?: know)? i(?:'m| am| was) sorry\b"
            r"|\b(?:tell|let) my (?:kids|children|mum|mom|family|wife|husband)\b[^.!?\n]{0,30}\b(?:wasn't|was not|isn't|not|was) their fault\b|\bready to join (?:her|him|them|my \w+)\b",
            # A plan.
            r"\bi(?:'ve| have) got a (?:plan|date),? and (?:i(?:'ve| have) got )?a (?:date|plan)\b(?! ?:| for| with)|\b(?:found|find|have|had|get|got) the (?:guts|courage|nerve) (?:to (?:do it|end it|go through with it)(?=[.!,;]|$)|(?=[.!]|$))"
            r"|\bonce\b[^.!?\n]{1,40}\bi(?:'m| am|'ll be) (?:done|gone)(?=[.!,;]|$)|\bone more \w+ and i(?:'ll| will) (?:do|end) it(?=[.!,;]|$)|\bdoing it (?:this|on|tonight|tomorrow)\b[^.!?\n]{0,40}\bwhile (?:he|she|they)\b"
            r"|\bi(?:'m| am) (?:still )?(?:going to|gonna) do it\b(?=[^¶]{0,80}\b(?:don't bother|don't reply|written down|not fine|it isn't talk)\b)|\bnot fine\b[^¶]{0,40}\bstill going to do it\b|(?:^|[.!?\n] ?)gonna do it\b(?=[^¶]{0,60}\b(?:don't bother|don't reply)\b)"
            r"|\blooking into (?:switzerland|dignitas)\b|\bthinking (?:of|about) dignitas\b|\b(?:pick|choose) my own (?:exit|ending|time to go)\b|\b(?:breaking|break|going|go) out on my own terms\b|\bi(?:'m| am) checking out(?=[.!,;]|$| for good)"
            r"|\bhow many (?:of (?:my|the|them) )?(?:pills|tablets|meds)\b[^.!?\n]{0,20}\bit (?:would|will|'d) take\b",
            # Where, or with what.
            r"\bstood (?:on|at|by) the (?:bridge|edge|cliff|roof|tracks|platform edge)\b(?: for| and(?! (?:watched|looked|took|admired|waited|fed|waved))| again| today| last night| tonight)|\bcloser to the edge\b|\bkeep (?:looking|staring) at (?:the|my) (?:rope|knives|pills|tablets|bridge|tracks)(?=[.!;]|$| in | on )"
            r"|\bdriv(?:e|ing)\b[^.!?\n]{0,30}\bon purpose\b|\b(?:crash\w*|steer\w*|driv\w+) (?:the car |my car |it )?into (?:a|the) (?:wall|tree|river|lorry)\b|\b(?:shotgun|gun|rifle|revolver|rope)\b[^.!?\n]{0,60}\b(?:can't stop|keep) thinking about it\b"
            r"|\bhid(?:den)? (?:all )?(?:the|my) (?:knives|meds|pills|tablets)\b[^¶]{0,100}\bstill want to\b",
            # After it did not happen.
            r"\bi tried (?:last|on|again|this|to do it)\b[^¶]{0,160}\b(?:found me|still here|disappointed|hospital|watching me)\b|\bdisappointed (?:i'm|i am|that i'm|that i am|to be) still (?:here|alive)\b|\b(?:overdos\w+|hospital|attempt)\b[^¶]{0,120}\bi(?:'ll| will) try again\b",
            # No more to come, or one way out.
            r"\bfuture with me in it\b|\b(?:not going to|won't|will not) be (?:around|here|alive) (?:much longer|for long|in the morning|by christmas)\b|\bcan't promise (?:(?:anyone|anybody|you|them|that) )?i(?:'ll| will) (?:still )?be here\b"
            r"|\bonly reason (?:that )?i(?:'m| am) (?:still )?(?:alive|breathing)\b|\bonly one (?:way out|thing that(?:'ll| will| can| would) (?:stop|end) (?:it|this|the pain))\b|\bno way out of (?:this|it)\b[^.!?\n]{0,20}\b(?:except|but) one\b"
            r"|\bno reason(?: left)? to (?:stay|be here|stay alive)(?=[.!,;]|$| any ?more)|\bhad enough\b[^¶]{0,60}\bpermanently\b|\bif there (?:was|were) a (?:button|switch)\b[^.!?\n]{0,20}\bi(?:'d| would) (?:press|push|flick) it\b"
            r"|\blost the will to live\b[^¶]{0,60}\bi mean it\b|\bgive me (?:one|a) (?:good )?reason not to(?=[.!,;?]|$)|\bi(?:'m| am) letting go(?: now| tonight)?(?=[.!]|$)|\b(?:don't|do not) wanna (?:live|be here|exist)\b"
            r"|\bpeaceful on the other side\b|\btrying (?:\w+ ){0,3}to stay alive\b|\bit(?:'ll| will) finish me off\b|\bselfish to want out\b|\bworld (?:would|will|'d) keep (?:\w+ ){1,3}without me\b",
            r"\b(?:imagine|imagining|think(?:ing)? (?:about|of)) (?:being dead|not being alive|how i(?:'d| would) do it)\b|\babout (?:not being alive|how i(?:'d| would) do it)\b"
            r"|\b(?:own life|suicide|killed (?:him|her)self)\b[^¶]{0,160}\bi (?:understand|envy|get) (?:him|her|them|why (?:he|she|they))\b",
            # Sleep without an end, and an end of all of it.
            r"\b(?:go to sleep|fall asleep|sleep|close my eyes|shut my eyes)(?: tonight| now)?,? (?:and (?:just )?(?:never|not|don't|to never) (?:to )?wak(?:e|ing)(?: up)?\b|for ?ever(?=[.!,;]|$)|for good(?=[.!,;]|$))"
            r"|\bi (?:just |only |really )*(?:want|need|wish for|crave) (?:it all|all of it|everything|my life|this life|life) to (?:just )?(?:end|be over|stop)(?=[.!,;]|$)|\bi (?:just |only )*(?:want|need) (?:it|this|the pain|everything) to (?:stop|end|be over) (?:for good|for ?ever|permanently)\b"
            r"|\b(?:permanent|eternal|final) (?:peace|rest|sleep)\b(?! (?:treaty|talks))|\bi (?:just )?want to (?:disappear|vanish) (?:and never come back|for good|for ?ever|from this world|off the face)",
            # What it would be done with is near, or kept from oneself.
            r"\b(?:tablets|pills|medication|medicines|meds|knife|knives|blades?|razor|rope|noose|gun)\b(?: are| is|'s)?(?: all)? (?:lined up|laid out|right here|in front of me|in my hand|beside me|next to me|ready for (?:tonight|me))(?![^¶]{0,60}\b(?:leaflet|with food|with water)\b)(?! (?:for (?:the|my) (?:week|morning|holiday|trip|breakfast)|in the (?:box|organiser)))"
            r"|\b(?:don't|do not|can't|cannot) trust myself (?:with|around|near|alone with|on my own with) (?:the |my |any )?(?:pills|tablets|meds|medication|medicines|knives|car|balcony|razors?)\b|\b(?:hide|lock away|lock up|take away) (?:all )?(?:the|my) (?:medicines|medication|meds|pills|tablets|knives|razors) (?:from me|so i (?:can't|don't|won't))\b"
            r"|\bi(?:'ve| have)(?: been)? (?:saved|saving|stockpil\w+|hoard\w+) (?:up )?(?:enough )?(?:my |the )?(?:amitriptyline|baclofen|gabapentin|pregabalin|diazepam|insulin|morphine|paracetamol)|\bi(?:'ve| have) been stockpiling(?=[.!,;]|$)"
            r"|\b(?:comfort\w*|calm\w*|helps?|good|relie\w+)\b[^.!?\n]{0,30}\b(?:that )?i (?:have|keep|'ve got) enough (?:of (?:my|the) )?(?:tablets|pills|meds|insulin)\b|\b(?:tablets|pills|meds|rope)\b[^.!?\n]{0,40}\bin case (?:i've had enough|i can't (?:go on|take)|it gets too much)"
            r"|\bi (?:just )?(?:keep )?(?:star(?:e|ing)|look(?:ing)?) at the (?:kitchen )?knives\b|\brope in the (?:garage|shed|loft|attic)\b[^.!?\n]{0,40}\bkeep\b|\bi(?:'m| am) (?:standing |sitting |stood |sat |up )?on the (?:roof|ledge|railings?|edge of (?:the|a) (?:roof|bridge|cliff))(?=[.!,;]|$)"
            r"|\bi (?:sat|stood|was) (?:on|at) the (?:edge of the|very edge of the|platform) (?:platform|roof|bridge|cliff|edge)\b|\bi(?:'m| am) on the bridge(?=[.!]|$)",
            r"\b(?:googl\w+|look(?:ed|ing) up|search\w*|read(?:ing)? about) how (?:many|much)\b[^.!?\n]{0,40}\b(?:it takes|you need|is (?:fatal|lethal)|to (?:die|end))|\b(?:least painful|painless|easiest|quickest|most peaceful) way (?:to go|out)(?=[.!?,;]|$)|\benough to not wake up\b"
            r"|\b(?:stopped|stopping|skipp\w+) (?:the |my |taking my |taking the )?(?:insulin|eating|food|medication|meds)\b[^.!?\n]{0,30}\b(?:on purpose|so (?:that )?(?:it|i|my)\b[^.!?\n]{0,15}\b(?:over|end|die|dies|go))",
            # Not there any more.
            r"\bi(?:'ve decided| have decided)?(?: that)? i (?:won't|will not) (?:see|be here for|live to see|make it to) (?:christmas|new year|spring|summer|the morning|tomorrow|my birthday|next)\b|\b(?:don't|do not) think i(?:'ll| will) (?:make it|be here|last) (?:through )?(?:the night|tonight|until morning|to the weekend|much longer)\b(?! (?:awake|without))"
            r"|\byou (?:won't|will not) (?:hear|see) (?:from )?me again(?=[.!,;]|$)|\b(?:won't|will not) need (?:it|them|this|any of it|my \w+) (?:much longer|any ?more|where i'm going)\b[^.!?\n]{0,10}(?=[.!]|$)(?<!physio)|\b(?:no need to|don't) book me\b[^.!?\n]{0,30}\bi won't be (?:here|around)"
            r"|\b(?:won't|will not) be needing (?:the|my|any) (?:next|more|other) appointments?\b(?! (?:until|before|because|as|since))|\b(?:when|once|after) i(?:'m| am) (?:gone|not around|no longer (?:here|around))(?=[.!,;]|$)",
            r"\b(?:relieved|happier|better off|glad|fine|free) (?:when|once|after|if) i(?:'m| am|'ve| have) (?:gone|dead|died)\b|\bi(?:'d| would) be better (?:off )?(?:gone|dead)\b|\b(?:nobody|no one|no-one) (?:will|would|'ll|'d|is going to) (?:even )?(?:miss|mourn|notice if) (?:me|i)\b(?! (?:at|if i (?:skip|miss|don't come|leave|left)|for an? (?:hour|day|week|evening)))"
            r"|\bi(?:'ve| have)? (?:took|taken|swallowed) (?:all of them|them all|the lot)(?: all)? (?:about |around )?(?:an hour|two hours|half an hour|\w+ minutes|a few minutes|a while) ago\b"
            r"|\bwould any(?:one|body) (?:even |really )?(?:care|mind|notice|cry|miss me) if i (?:died|was dead|were dead|was gone|disappeared)\b|\b(?:i(?:'m| am) )?(?:a )?waste of (?:air|oxygen|space)\b[^.!?\n]{0,30}\b(?:gone|dead|should)\b|\bi (?:should|ought to|need to) (?:just )?(?:die|be dead|be gone|not be alive|not exist)(?=[.!,;]|$)"
            r"|\bi should(?:'ve| have) died(?: in that| in the| that| back| then| instead|(?=[.!,;]|$))|\bi(?:'d| would) rather be dead\b(?! than (?:see|watch|eat|hear|wear|listen|read|miss))|\bi(?:'ve| have) lived (?:long )?enough(?=[.!,;]|$)|\bnothing (?:is |'s )?(?:keeping|keeps|holds|holding) me here(?: any ?more)?(?=[.!,;]|$)|\bpoint (?:of|in) staying alive\b",
            # After it did not happen.
            r"\b(?:sadly|unfortunately|sad to say|regrettably|worst luck),? i(?:'m| am) (?:still )?(?:here|alive)(?=[.!,;]|$)|\bi survived,? (?:sadly|unfortunately|worst luck)\b|\bwhy did (?:they|he|she|you|anyone|somebody) (?:have to )?(?:save|find|rescue|revive|bring back) me(?=[.!?,;]|$| back)"
            r"|\bwish (?:they|he|she|nobody|no one|somebody) had(?:n't| not)? (?:ever )?(?:found me|saved me|called the ambulance|stopped me|revived me)\b|\bpumped my stomach\b[^.!?\n]{0,60}\b(?:sad|sorry|angry|wish|gutted|disappointed)\b",
            # Counted down to, or settled.
            r"\bmore (?:days?|sleeps?|nights?|hours?)\b[^.!?\n]{0,30}\b(?:pain|it|everything|all of this) (?:is|will be|'ll be)(?: all)? over(?: for ?ever| for good)?(?=[.!,;]|$)|\bcounting (?:down )?the (?:days|hours|sleeps) (?:until|till) i (?:can )?(?:stop|go|am gone|end)(?=[.!,;]|$| it| this)|\bmore (?:days|sleeps|nights) and (?:then )?i(?:'m| am|'ll be) free(?=[.!]|$)"
            r"|\b(?:picked|chosen|chose|decided on) my (?:birthday|anniversary|day)\b[^.!?\n]{0,20}\b(?:last|final) day\b|\b(?:sorted|written|finished|settled) (?:out )?my will\b[^.!?\n]{0,40}\b(?:so )?(?:now )?i can go\b|\b(?:by|after) (?:the|this) weekend\b[^.!?\n]{0,15}\b(?:all )?(?:be )?over for me\b"
            r"|\bi(?:'ve| have) given (?:all )?my things away\b|\bwritten down who gets what\b|\b(?:if|when) the (?:dog|cat) (?:goes|dies),? i(?:'ll)? go too\b|\bif\b[^.!?\n]{1,40},? i(?:'m| am) not sticking around(?=[.!]|$)|\bif\b[^.!?\n]{1,40},? i(?:'ll| will) (?:end things|do it myself|end it myself)\b",
            # A farewell, a word of sorrow, or no safety.
            r"\b(?:sorry|forgive me)\b[^.!?\n]{0,20}\bwhat i(?:'m| am)? (?:about|going) to do\b|\bforgive me,? (?:all of you|everyone|everybody|please,? all|i can(?:'t|not) (?:do this|go on|take))|\btell my (?:daughter|son|kids|children|mum|mom|husband|wife|family|dad) (?:that )?i (?:loved?|love)(?:d)? (?:her|him|them)\b"
            r"|\blook after each other when i(?:'m| am) not\b|\bwhen you read this\b|\b(?:can't|cannot|can not|cant) (?:do|take|fight|go on with|live with) (?:this|it)? ?(?:any ?more|any longer)?[.!, ]{1,3}(?:good ?bye|bye)(?=[.!,;]|$)|\bi(?:'m| am) done[^¶]{0,40}\bgood ?bye(?=[.!]|$)"
            r"|(?:^|[.!?\n] ?)good ?bye,? (?:everyone|everybody|all|friends)[.!,; ]+(?:and )?thank(?:s| you) for (?:everything|being|all)|\b(?:not|don't feel) safe (?:on my own|with myself|alone|by myself|from myself)(?: tonight| now| any ?more)?(?=[.!,;]|$)"
            r"|\b(?:scared|afraid|frightened|terrified) of what i (?:might|may|could|will|'ll) do(?: tonight| now| to myself)?(?=[.!,;]|$)|\bi(?:'m| am) (?:ready|prepared) to go(?: now)?(?=[.!]|$)[^¶]{0,40}\b(?:peace|sorry|bye|love|thank)|\bi made my peace\b",
            # Done, or nearly, or said by what goes round.
            r"\bi (?:almost|nearly) (?:did it|went through with it)(?: yesterday| last night| again| today| tonight)(?=[.!]|$)|\bi was going to do it but\b[^.!?\n]{0,30}\b(?:rang|came|called|texted|home|found|knocked)(?: home| in| me)?(?=[.!]|$)|\bi(?:'d| would) have done it (?:already|by now|long ago)\b"
            r"|\b(?:voices?|head|mind|brain)\b[^.!?\n]{0,20}\b(?:say|says|tell|tells|telling|keeps?)\b[^.!?\n]{0,20}\b(?:should do it|to end it|to do it|to jump|to die|to kill)\b|\bi can(?:'t|not) be fixed\b[^.!?\n]{0,20}\bi(?:'ll| will) do it\b|\bdon't want to do it but\b[^.!?\n]{0,30}\bthinking (?:of|about) it\b"
            r"|\b(?:having|have|had) those thoughts(?: again)?(?=[.!,;]|$)|\b(?:dark|black|bad) thoughts (?:are|have come|came|keep coming) back\b|\bi can(?:'t|not) stop (?:cutting|self[- ]?harming|hurting myself)(?=[.!,;]|$)|\bdon't want it to stop\b(?<=bleeding and i don't want it to stop)"
            r"|\bonly my (?:boys|girls|grandkids|grandchildren|bairns|little ones|budgie|rabbit) (?:stops?|keeps?) me(?=[.!,;]|$)|\b(?:looked|looking) (?:up|into) (?:dignitas|switzerland)\b|\bno way out but one\b|\bany way out but one\b",
            # No reason, no worth, and a farewell before the night.
            r"\b(?:can't|cannot|don't|do not|can(?:not)? no longer|struggl\w+ to) (?:see|find|think of|have) (?:a|any|one|a single|much) (?:good |real )?reason to (?:wake up|go on|carry on|keep going|keep living|live|stay alive|be alive|be here|exist)(?=[.!,;]|$| (?:tomorrow|any ?more|any longer|like this|living|again|today))"
            r"|\b(?:better off|more use|happier) with (?:the|my) (?:life )?insurance(?: (?:money|payout|policy))?\b[^.!?\n]{0,12}\bthan\b[^.!?\n]{0,6}\bme\b|\bworth more dead(?: than alive)?\b|\bwant it to (?:stop|end|be over),? (?:all|every (?:last )?bit) of it\b"
            r"|\b(?:good ?night|good ?bye|bye|i(?:'m| am) done|sorry|i(?:'m| am) out|had enough)\b[^¶]{0,60}\bnice knowing (?:you|u|y'all)\b|\bnice knowing (?:you|u|y'all)(?: all)?[.!, ]+(?:good ?bye|goodnight|i love|sorry|i(?:'m| am) done)\b"
            r"|\bi(?:'ve| have) written (?:my |the )?letters to (?:everyone|everybody|all of (?:them|you)|each of (?:them|the kids|my children))\b[^¶]{0,12}\b(?:it(?:'s| is) (?:all )?(?:sorted|done|ready)|i(?:'m| am) ready|for (?:when|after) i(?:'m| am)|all sorted)\b"
            rf"|\bhow (?:many|much) (?:{_TABLETS}|of (?:my|the|these) {_TABLETS}) (?:does|would|will) it take(?: to (?:die|end it|kill|not wake|never wake)\b|(?=[.?!]|$))|\bhow many (?:of (?:my|the|these) )?{_TABLETS} (?:would|will|could|can) (?:kill|finish)\b",
            r"\bi (?:just )?(?:don't|do not) deserve to (?:live|be alive|be here|exist)(?=[.!,;]|$| any ?more)|\bi(?:'d| would) (?:rather|sooner) not (?:exist|be alive|be here any ?more|wake up)(?=[.!,;]|$| at all| any ?more)"
            r"|\b(?:stopped|can't|cannot|don't|no longer) (?:seeing|see) (?:any|a|my) future(?=[.!]|$| for (?:me|myself)\b| any ?more)|\btell me why i should (?:stay(?: alive)?|live|be here|keep living)(?=[.!?]|$)|\b(?:there's|there is|i see|see) no way out(?: of this)? for me\b"
            r"|\bi(?:'m| am) (?:such )?a coward or i(?:'d| would) have done it\b|\bif i had (?:a gun|the (?:pills|means|guts|nerve|courage)|the tablets),? i(?:'d| would) (?:use it|do it|take them|be gone|have done it|end it)\b"
            r"|\bhow easy it(?:'d| would) be to (?:just )?(?:let (?:the car|myself)|drive (?:off|into)|jump|not (?:brake|wake up|turn)|step (?:off|out|in front)|swerve|end it)\b|\bi(?:'ve| have)? (?:got )?(?:a|the|my) knife here(?=[.!]|$)"
            r"|\b(?:painless|peaceful|quick|easy) ways to (?:go|die|end it|do it)(?=[.!?,;]|$| last| tonight| again)|\bcan(?:'t|not) (?:do|face|take|get through) another (?:day|night|hour|minute)\b[^¶]{0,40}\b(?:sorry|forgive|good ?bye)\b",
            # Death as a friend.
            r"\b(?:death|dying|to die|being dead) (?:sounds|seems|looks|feels|would be|must be|is) (?:like )?(?:so )?(?:a |the |my )?(?:only )?(?:peaceful|relief|release|rest|mercy|kindness|better|easier|way out|friend|welcome|nice|lovely)\b(?! (?:than (?:i|we) (?:thought|feared))|[^.!?\n]{0,20}\bfor (?:him|her|them|the (?:dog|cat)|mum|dad))"
            r"|\b(?:death|dying)\b[^.!?\n]{0,30}\btempts me\b|\b(?:hope|wish|pray) (?:that )?(?:the|my|this) (?:next |last )?(?:relapse|ms|illness|heart|infection|virus|flu|car|bus|lorry|train|fall|stroke)\b[^.!?\n]{0,12}\b(?:kills|killed|had hit|had killed|finishes|takes|took|had taken|had finished) me\b"
            r"|\bi want to be with my (?:late )?\w+(?: again)?,? (?:she|he|who) (?:died|passed|is dead)\b|\bi(?:'m| am|'ll be| will be) (?:going to )?join(?:ing)? my (?:late )?(?:husband|wife|mum|mom|dad|son|daughter|brother|sister|partner)(?: soon)?(?=[.!]|$)(?<=soon)",
        )
    )
)
_SOMEBODY = (
    r"(?:my (?:[\w-]+ )?(?:husband|wife|partner|boyfriend|girlfriend|son|daughter|mum|mom|mother|dad|father"
    r"|brother|sister|friend|best friend|uncle|aunt|cousin|grandm\w+|grandd\w+|fianc\S+|child|kid)|he|she|they|mum|mom|dad|hubby"
    r"|a friend|somebody|someone|this member|the person|another member|a member)"
)
ANOTHER = Screened(
    rf"\b{_SOMEBODY}(?:'s| is| has| was)?(?: \w+){{0,5}} (?:want(?:s|ed)? to (?:die(?! (?:of|from|laugh|than|her|his|my|their|with|at|in (?:his|her) own|peacefully))|end (?:it(?! (?:all )?with)|his|her|their))|suicidal"
    r"|kill(?:ing)? (?:him|her|them)self|end(?:ing)? (?:his life|her life|their life|his own|her own|it all(?! with)|it tonight|everything)|(?:going|threatening|threatens|planning|wants|talking about|keeps talking about|keeps on about) (?:to end|ending) it(?! (?:all )?with)|tak(?:e|ing) (?:his|her|their) (?:own )?life"
    r"|(?:doesn't|does not|don't|no longer) wants? to (?:live(?! (?:in|with (?!ms\b|this|it\b|the pain|that)|on|at|near|alone|here|there|by|under|off|far)\b)|be here(?! (?:for|at|in|on)\b)|be alive)|(?:hurting|keeps hurting|(?:wants to|may|might|could|will|going to|tries to) hurt) (?:him|her|them)self"
    r"|wish(?:es)? (?:he|she|they) (?:was|were) dead|(?:not|isn't) worth living|(?:we|they|i|everyone|the kids)(?:'d| would) be better off (?:without (?:him|her|them)|dead)|better off dead|posted (?:a )?goodbye)"
    # Tonight, or with what is at hand.
    rf"|\b{_SOMEBODY}(?:'s| is) (?:ending|finishing) it (?:tonight|now|today|all)\b|\b{_SOMEBODY} has (?:a|the) (?:gun|knife|rope)\b[^.!?\n]{{0,30}}\b(?:over|end|die|goodbye)\b"
    # A fear without its name, or what was left behind.
    rf"|\b{_SOMEBODY}(?: might| may| could| will|'ll|'s going to| is going to)(?: \w+)? do something (?:stupid|silly|terrible|awful|to (?:him|her|them)self)(?=[.!,;]|$| tonight| today| now| if i (?:leave|go))"
    rf"|\b{_SOMEBODY}(?:'s| has| have)? left (?:a|me a|us a|the kids a) (?:goodbye )?(?:note|letter)\b[^¶]{{0,30}}\b(?:(?:isn't|is not|not|won't|doesn't) (?:answer\w*|pick\w* up|reply\w*|home)|(?:has |is |'s )?(?:gone|missing|disappeared)|can't (?:reach|find|get hold))"
    # Too much was taken, by whoever it was.
    rf"|\b(?:{_SOMEBODY}|my (?:\w+ )?(?:toddler|baby|grandson|granddaughter|little one|boy|girl))(?:'s| has| have|'ve)?(?: just| now)? (?:taken|took|swallowed|overdosed on) (?:too many(?: of)?|all(?: of)?(?: (?:his|her|their|my|the|those))"
    rf"|the whole (?:packet|box|bottle|strip) of|(?:about |around |at least )?{_HOW_MANY}(?: of)?(?: (?:my|the|his|her|their))?|(?:a handful|loads|a load|lots|a lot|a bunch) of(?: (?:my|his|her|their|the))?) ?(?:\w+ )?{_TABLETS}\b(?! (?:out|from|off|down|away|to)\b)"
    + _AS_IT_SHOULD_BE
    + rf"|\b{_SOMEBODY}(?:'s| has| have|'ve| with \w+ has)?(?: just)? (?:(?:taken|took) an overdose|overdosed(?! on (?:netflix|chocolate|bridgerton|tv|cake|sugar))|hung (?:him|her)self|hanged (?:him|her)self|tried to (?:kill|hang|drown) (?:him|her|them)self)\b"
    + rf"|\bmy (?:\w+ )?(?:toddler|baby|grandson|granddaughter|little one|boy|girl|child|son|daughter|[1-9]-year-old)(?:'s| has| have)?(?: just| now)? (?:swallowed|eaten|ate|got (?:hold of|into)|(?:taken|took) (?:some of|\d+ of) my) (?:\w+ ){{0,3}}?{_TABLETS}\b"
    + _AS_IT_SHOULD_BE
)

# Said where the question was whether somebody is safe, these few words say a lot.
ANSWER = re.compile(
    r"\bi(?:'ve| have)?(?: just| already| now| all)* (?:taken|took|swallowed|drank|drunk|injected) (?:them|it|all|everything|the lot|some|something|too much|too many|\d{2,}|the (?:bleach|pills|tablets|insulin))\b|\bi(?:'ve| have)?(?: just| already)? (?:did|done) it\b"
    r"|\bit(?:'s| is|s) (?:all )?(?:done|over|too late|finished)(?: now)?(?=[\s.!,;]*$|[.!,;])|\btoo late(?: now| for me)?(?=[\s.!,;]*$|[.!,;])|\b(?:no one|nobody|you|nothing|noone) (?:can|could|will) (?:help|stop|save)\b(?: me)?"
    r"|(?:^|[.!?,;\n] ?)(?:good ?bye|bye|farewell)(?: all| everyone| now)?[\s.!]*$|\btell (?:my|them|him|her|mum|mom|dad)\b[^.!?\n]{0,20}\b(?:love[ds]?|sorry)\b|\b(?:don't|do not|please don't) (?:try to )?(?:find|stop|save|look for|come|send|call|ring|tell)\b(?! (?:back|me (?:you|that)|too))"
    r"|\bi(?:'m| am) (?:bleeding|getting (?:sleepy|drowsy)|so sleepy|falling asleep|on the (?:bridge|roof|edge|tracks)|at the (?:station|bridge|cliffs?)|going now|scared of myself)\b|\bfeeling (?:sleepy|drowsy)\b|\b(?:pills|tablets) (?:are )?(?:all )?gone\b|\b(?:they're|all) gone\b"
    r"|\b(?:i'm|i am|it's|it is) not ok(?:ay)?(?=[\s.!,;]*$|[.!,;])|\bi (?:want|need) (?:to die|it to stop)\b|\bleave me (?:alone|be)(?: to (?:die|it))?(?=[\s.!]*$)|\blet me (?:just )?(?:go|sleep|be)(?=[\s.!]*$)"
    r"|\bi can(?:'t|not) (?:go on|do this(?! (?:form|page|test))|take (?:it|this)|stop myself|promise|keep (?:myself )?safe)\b|\bnot safe\b|\bi(?:'ll| will|'m going to| am going to|'m gonna) do it\b|\b(?:don't know|not sure) (?:if|whether|that) i(?:'m| am| can be| can keep| will be)? (?:safe|keep safe|still be here)"
    r"|\bengine (?:is )?(?:on|running)\b|\bi have (?:a plan|the (?:knife|rope|gun|blade|pills|tablets))\b|\brope is (?:up|ready|tied)\b|\b(?:lot|lots) of blood\b|\bwon't stop bleeding\b|\bit(?:'s|s| is) deep\b|\bi(?:'ve| have)? (?:just )?cut (?:myself|my|too deep|so deep|really deep|deeper)\b|\bi(?:'ve| have)? (?:just )?(?:drank|drunk) the (?:whole )?(?:bottle|bleach|lot)\b|\bi(?:'ve| have)? (?:just )?jumped\b|\bif i(?:'m| am) still here\b|\b(?:not|won't be) (?:for )?long(?: now)?(?=[\s.!]*$)"
)
# The whole answer, by which somebody is not safe or does not say so.
SHORT_ANSWER = re.compile(
    r"(?:no+|nope|nah|not really|no,? not really|not sure|i'm not sure|i don't know|don't know|idk|not tonight|until tonight|for now|not for long|pills|took \d+|bleeding|on the roof|i can't say(?: that i am)?|i can't promise(?: that)?|(?:yes,? |yeah,? |i took )?all of (?:them|it)|i jumped|(?:i )?already did|(?:i )?drank (?:it all|the (?:whole )?(?:bottle|lot))|too deep|does it matter|who cares|what difference does it make|already did it)[\s.!?]*"
)
# Somebody is with them, or it is told of something else.
SAFE = re.compile(
    r"\bi(?:'m| am) (?:safe|all right|alright|fine|okay|ok)\b|\b(?:as usual|normal dose|as prescribed|this morning as|on board|to my (?:doctor|gp|nurse)|(?:rang|called|spoke to|talked to|saw|told) (?:my |the |a )?(?:gp|doctor|nurse|crisis team|samaritans|111|999|mum|mom|husband|wife|sister|friend)"
    r"|locked (?:them|it) away|took (?:the|my) (?:tablets|pills) away|is with me|are with me|on (?:his|her|their) way|write (?:again )?tomorrow|thank(?:s| you) for asking|the spasm|bad patch|phew)\b"
)
