"""G24: somebody may be thinking of ending their life, or fears it of somebody else.

A courtesy and not a safety net: about half of such posts carry none of these words.
"""

import re

from guidance.detectors.screening import Screened
from guidance.normalized_text import NormalizedText

_I = r"\bi(?:'m| am|'ve| have|'ll| will|'d| would)?\b"
_SOON = (
    r"(?:\s+(?:really|just|often|sometimes|still|now|only|honestly|so|do|even|been|have|am|be|always"
    r"|seriously|actually|starting|keep|kept|again|about|genuinely|truly|kind of|constantly))*"
)
_DIE = r"(?:die|dying|be dead)\b(?! (?:of|from|laugh|than))"
_END_IT = (
    r"(?:kill(?:ing)? myself|end(?:ing)? (?:it all|it tonight"
    r"|it now|my (?:own )?life|things for good|everything)|tak(?:e|ing) my (?:own )?life|(?:commit(?:ting)? )?suicide"
    r"|hurt(?:ing)? myself|harm(?:ing)? myself|overdos(?:e|ing)|jump(?:ing)?(?: off| in front| under)|hang(?:ing)? myself"
    r"|(?:do|doing) (?:myself in|away with myself)|top(?:ping)? myself|step(?:ping)? (?:in front of|off)|driv(?:e|ing) (?:into|off)|check(?:ing)? out (?:for good|early|of life)"
    r"|not (?:be|being|wake|waking|exist|existing|live|living)\b(?: here| up| any ?more| anymore)?)"
)
# Said of oneself, in the present: a wish, a plan, a goodbye.
_EXPLICIT = Screened(
    "|".join(
        (
            # Said outright, in other words than the common ones.
            r"\b(?:my (?:goodbye|suicide) (?:message|note|letter|post)|my final (?:message|note|letter)"
            r"|this (?:is|will be) my (?:final|last) (?:message|note|letter|post)(?! (?:for (?:today|tonight|now|this|the|a)|before|until|till|on|about|today|tonight))"
            r"|a suicide note|goodbye letters?|last post from me(?! (?:for|today|tonight|this|until|till))|(?:end|ending|finish|finishing|off) myself"
            r"|i(?:'m| am) (?:ending|finishing) it|i(?:'m| am|'ll| will) (?:\w+ )?(?:be )?(?:dead|gone) by|i won't be (?:around|here) (?:when|tomorrow|any ?more|next)|by then i(?:'ll| will) be (?:gone|dead)"
            r"|(?:made|had) (?:\w+ )?attempt (?:in|on|last|tonight|again)|tried to (?:finish|end|kill) (?:myself|it)|i nearly jumped|go on my own terms|check(?:ing)? out for good"
            r"|(?:bought|got|have) what i need(?: and| to)|got the day picked|set a date|(?:affairs|everything) (?:are|is) in order|(?:plan|planning|rehearsed|know) how i(?:'d| would) do it"
            r"|i know what i(?:'d| would) do|can't promise i(?:'ll| will) be safe|ready to die|finished with living|saying my goodbyes|the urge to end (?:things|it|my)|going to end (?:things|it all)"
            r"|(?:want(?:ed)?|want to get|wish to get) out of (?:life|this life)|choose to (?:go|die)|(?:won't|will not) be a (?:problem|burden) to any(?:body|one) any ?more|i have arranged everything"
            r"|i took something (?:an hour|tonight|just)|tonight(?:'s| is) the night)\b",
            # Too much was taken, and it is named; not what was prescribed, at its time.
            r"\bi(?:'ve| have)?(?: just| now| already| only)? (?:taken|took|swallowed|had) (?:an overdose|too many (?:\w+ )?(?:pills|tablets|painkillers|of (?:them|my)\b)"
            r"|(?:all|every (?:last )?one)(?: of)? (?:my|the|these|those) (?:\w+ )?(?:pills|tablets|meds|medication|painkillers|sleeping pills)"
            r"|(?:the|a|my) whole (?:packet|pack|box|bottle|strip|lot)(?: of)?)\b"
            r"(?![^.!?\n]{0,30}\b(?:as (?:prescribed|usual|told|always)|on time|with (?:food|water|breakfast|dinner|lunch)|at (?:\d|breakfast|night)|for (?:today|the day|this morning)|this morning and|and still|crisps|biscuits|sweets|leaflets|books|chocolates?|tissues|photos|toys|clothes|back)\b)",
            r"\bi(?:'ve| have)? (?:just )?overdosed\b|\bkms\b|\b(?:unalive|kys) myself\b|\bi can(?:'t|not) keep myself safe\b"
            r"|\bi(?:'ve| have)? (?:got |have )?(?:the|all (?:the|my)) (?:pills|tablets) (?:are )?(?:right )?(?:here )?(?:in front of|next to|beside|laid out)",
            # What is about to be done is not named, and a farewell follows; or it is counted down to.
            r"\bi(?:'m| am) (?:\w+ )?(?:going to|gonna|about to) do it\b[^¶]{0,60}\b(?:good ?bye|bye everyone|farewell|this time)"
            r"|\bi(?:'m| am) done\b[.!,\s]+(?:\w+ ){0,2}(?:good ?)?bye\b(?! (?:for|until|till))|\bmore (?:days?|sleeps?|nights?|hours?)\b[^.!?\n]{0,20}\bi(?:'m| am|'ll be| will be) (?:gone|dead|free of it all)\b"
            r"|\bi(?:'ll| will|'m going to)(?: \w+)? sleep (?:forever|for ever|for good)\b|\bi(?:'ve| have) written (?:the|my|farewell) letters\b(?! (?:to|for|of) (?:the|my (?:mp|gp|boss|bank|landlord)|complain))",
            # What it would be done with is at hand, or something was begun.
            r"\bi(?:'ve| have)? (?:got )?enough (?:pills|tablets|meds|insulin)(?: (?:saved|hidden|put by|here|stored))\b|\bi(?:'ve| have)? (?:got |have )?(?:the|a|my) (?:rope|noose|blade|razor|gun)\b(?! (?:from|for (?:the|my) (?:dog|boat|swing|garden|beard)))[^.!?\n]{0,20}\b(?:ready|here|in|on|beside|next|waiting)\b"
            r"|\bi(?:'ve| have)? (?:got )?the (?:pills|tablets) (?:here )?(?:on the bed|in my hand|counted out)\b|\bi(?:'m| am) (?:holding|sitting here with|staring at) (?:the|a|my) (?:knife|blade|pills|tablets|razor|rope|gun)\b"
            r"|\bi(?:'ve| have)? (?:just |only |already |also )*(?:started|begun|gone back to) (?:cutting(?! (?:out|down|back|up|the|my (?:hours|hair|dose)))|self[- ]?harm\w*|hurting myself|burning myself)"
            r"|\bi(?:'ve| have)? (?:just |only )*(?:cut|burned|burnt|harmed) myself (?:again|on purpose|tonight|deliberately)\b|\bi (?:just |only |nearly |almost )*tried to (?:hang|drown|suffocate|poison) myself\b"
            r"|\b(?:tried|attempt\w*|overdose)\b[^¶]{0,120}\bi wish it had worked\b|\bi regret (?:surviving|being found|waking up)\b|\b(?:angry|sad|sorry|disappointed|gutted|hate|furious) (?:that )?(?:i|they) (?:woke up(?! (?:so|at|early|late|to))|survived|am still alive|saved me|found me in time)\b"
            r"|\bwish i hadn't (?:woken up(?! (?:so|at|early|late|to))|survived|been found|been saved)\b",
            # Only somebody, or something, is in the way; or it hangs on what comes.
            r"\b(?:only|nothing but) my (?:cat|dog|kids?|children|son|daughter|mum|mom|dad|wife|husband|partner|pets?|family|baby) (?:stops?|is stopping|are stopping|keeps?|is keeping|are keeping) me(?: (?:alive|here|going on|from (?:doing it|ending\w*|going)))?(?=[.!,;]|$)"
            r"|\bthe only (?:thing|person|people|reason)\b[^.!?\n]{0,30}\b(?:stopping|keeping|stops|keeps) me(?: (?:alive|from (?:doing it|ending\w*)))? (?:is|are) my (?:cat|dog|kids?|children|son|daughter|mum|mom|dad|wife|husband|partner|pets?|family|baby)\b"
            r"|\bif (?:they|the|he|she|it|i|my|this|nothing|things)\b[^.!?\n]{1,60}\bi(?:'ll| will|'m going to| would|'d)(?: just)? (?:end it(?: all)?(?=[.!,;]|$)|kill myself|finish it all|top myself|take them all)\b|\bdone with (?:life|living)\b",
            r"\bi(?:'m| am|'ve been| have been| feel| felt| get| keep feeling)\b(?:(?!\b(?:not|never|no longer|isn't|he|she|they|who|brother|sister|friend|son|daughter|husband|wife|patients?|people)\b)[^.!?\n]){0,90}\bsuicidal\b"
            r"|(?:^|[.!?\n] ?)suicidal(?: again| today| tonight)?(?=[.!,]|$)|\bi keep (?:thinking|dreaming) (?:about|of) (?:the (?:bridge|cliff|roof|train tracks|tracks|pills|rope)(?=[.!,;]|$)|jumping (?:off|in front|from)|ending it|not being here|being dead)\b"
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
            rf"(?<=\w )\bi{_SOON} wanna(?: just)? {_DIE}|\bi{_SOON} wanna(?: just)? {_DIE} \w",
            rf"{_I}{_SOON} (?:want(?:ed)?|wanna|going|gonna|plan(?:ning)?|ready|decided|thinking|think"
            rf"|thought|contemplat(?:e|ing)|consider(?:ing)?|fantasi[sz](?:e|ing)|dream(?:ing)?|tempted|intend"
            rf"|about|wish(?:ing)?)(?: to| about| of| on| i could| i would)*(?: just)? {_END_IT}",
            r"\b(?:kill(?:ing)? myself|end(?:ing)? my (?:own )?life|tak(?:e|ing) my own life)\b",
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
_PASSIVE = Screened(
    "|".join(
        (
            r"\bi (?:don't|do not|dont)(?: \w+){0,2} (?:want|wish|need) to (?:be here(?! (?:in|at|on|when|for|with|till|until)\b)|live|be alive|exist"
            r"|wake up(?! (?:to|with|at|early|next)\b)|go on living|carry on living)(?: any ?more| anymore)?\b",
            r"\b(?:i(?:'d| would)? (?:rather|sooner) (?:be dead|die|not be here))\b(?! than)",
            r"\b(?:i )?(?:wish|wished|hope) i(?:'d| had| was| were| would be| could be| could just)? (?:dead|not here"
            r"|gone|never been born|died|not wake up|disappear for good)\b",
            r"\bbetter off (?:without me|if i|dead|with me (?:gone|dead|out))\b|\b(?:easier|happier|simpler|freer|lighter|better) (?:for \w+ )?(?:without me|with me (?:gone|dead|out of)|if i (?:was|were|wasn't|weren't|just)"
            r" (?:dead|gone|not here|here|not around|around|disappear\w*|die[ds]?|vanish\w*|stopped))\b",
            r"\b(?:no|any|see no|see the) (?:reason|point|sense)(?: left)? (?:to|in|for) (?:me to )?(?:live|living|(?:carry|carrying|go|going|keep|keeping) on (?:living|with life|breathing)|stay(?:ing)? alive|wak(?:e|ing) up (?:tomorrow|any ?more|again)|exist(?:ing)?"
            r"|be alive|going on living|being alive|being here)\b",
            r"\b(?:isn't|is not|not|no longer|hardly) worth living\b",
            r"\b(?:wouldn't mind|happy enough|be glad|hoping|hope|pray\w*|ask\w* god|wish\w*|would like|like) (?:\w+ ){0,6}(?:last night|didn't open my eyes|don't open my eyes|carried me off|takes me|take me|gives up in my sleep"
            r"|my heart (?:gives|stops)|something (?:quick|that'll be quick)|not to come back|never to wake|slipped away|die in my sleep|didn't wake)\b",
            r"\b(?:easier|better|happier|breathe out|simpler|nice life|proper life|a mercy)\b[^.!?\n]{0,40}\b(?:with me (?:out of|gone)|if i (?:was|were|wasn't|weren't|slipped|died|just|wasn't)(?: \w+){0,2}|without me in it)",
            r"\bif i (?:was|were|wasn't|weren't) (?:gone|dead|breathing|in it|not here|not around|out of the picture)\b|\bif i(?:'d| had) never been born\b|\bout of the picture\b[^.!?\n]{0,30}\b(?:less|easier|better)",
            r"\b(?:what is|what's|see) the point (?:of|in) (?:me )?(?:being alive|living|going on living|being here|carrying on)\b|\bwhy (?:i have|do i have|should i have|bother) to (?:go on|keep) living\b|\bnot (?:sure i|wanting|want) (?:want )?to be alive\b",
            r"\b(?:look forward to|envy|welcome|jealous of)\b[^.!?\n]{0,40}\b(?:death|dying|end date|die)\b|\bdeath (?:doesn't|does not) (?:scare|frighten) me\b[^.!?\n]{0,50}\b(?:look forward|welcome|holiday|any ?more)",
            r"\b(?:should|would|could) have died\b[^.!?\n]{0,60}\b(?:wish|better|rather)\b|\bdisappointed to (?:come round|wake|still be)\b|\bdead instead of\b|\bi(?:'d| would) give anything to be dead\b|\bi(?:'ve| have) no wish to (?:see|live|be)\b",
            r"\b(?:first thought is|oh no,?) still here\b|\bstopped existing\b|\bif i didn't exist\b|\bworld (?:keeps|would keep|will keep) \w+ (?:fine |on )?without me\b|\btaking up space\b[^.!?\n]{0,60}\b(?:finished|should have|better)|\bgo on living in this body\b"
            r"|\bdon't plan on (?:seeing|being)\b|\bif (?:a|the) (?:bus|car|train|lorry)\b[^.!?\n]{0,40}\b(?:i don't think i'd|i wouldn't|i'd not) (?:step|move|jump)|\bno future\b[^.!?\n]{0,30}\balive\b|\blife isn't for me\b|\b(?:pick me|let me go),? i say\b"
            r"|\bweight round\b[^.!?\n]{0,40}\blife if i\b|\bget over me\b|\bwould any(?:one|body) (?:even )?(?:notice|care|miss me) if i\b",
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
_VEILED = Screened(
    "|".join(
        (
            r"\bi(?:'ve| have)?(?: just| only)? (?:taken|took|swallowed) (?:a (?:load|lot|handful|bunch) of|loads of|lots of|too many) (?:of )?(?:my |the )?(?:\w+ )?(?:tablets|pills|meds|medication|painkillers)\b"
            r"(?![^.!?\n]{0,30}\b(?:prescribed|for (?:my|the|ms|it)|with|over the years|in my (?:time|life)|(?:every|each) day|daily)\b)"
            r"|\bi just took something\b|\bi did something stupid\b[^¶]{0,80}\b(?:bleed\w*|blood|pills|tablets|scared|bathroom)\b|\boverdosed (?:on|last|again|this|yesterday)\b"
            r"|\b(?:been )?(?:saving|hoarding|stockpiling|collecting) (?:up )?(?:my|the) (?:meds|pills|tablets|medication|insulin)(?: up)?\b|\bhad (?:the|a|my) (?:bottle|pills|tablets|knife|blade|rope|razor|gun) in my hands?\b",
            r"\bi(?:'ve| have)?(?: been| am|'m)? self[- ]?harm(?:ing|ed)\b|\bi (?:burned|burnt|cut|hurt|scratched|hit) myself\b[^.!?\n]{0,40}\bon purpose\b"
            r"|\b(?:been|keep|kept) (?:hurting|harming|cutting|burning|punching|hitting) (?:myself|my (?:legs|arms|wrists|thighs|own))\b|\b(?:want|urge|need) to (?:hurt|cut|burn|punish) myself\b",
            # A farewell.
            r"(?:^|[.!?\n] ?)good ?bye,? (?:everyone|everybody|all|friends|my friends|world)\b(?![^.!?\n]{0,30}\b(?:for|until|till|see you|next|soon|now)\b)|\bway to say good ?bye\b|\bbefore i go(?=[.!]|$)"
            r"|\bwon't be needing (?:my|this) account\b|\bi(?:'ve| have) made my peace\b|\bonce i(?:'m| am) gone\b|\bwanted to (?:tell|let) (?:somebody|someone|you all|everyone|you)(?: know)? i(?:'m| am| was) sorry\b"
            r"|\b(?:tell|let) my (?:kids|children|mum|mom|family|wife|husband)\b[^.!?\n]{0,30}\b(?:wasn't|was not|isn't|not|was) their fault\b|\bready to join (?:her|him|them|my \w+)\b",
            # A plan.
            r"\bi(?:'ve| have) got a (?:plan|date),? and (?:i(?:'ve| have) got )?a (?:date|plan)\b|\b(?:found|find|have|had|get|got) the (?:guts|courage|nerve) (?:to (?:do it|end it|go through with it)(?=[.!,;]|$)|(?=[.!]|$))"
            r"|\bonce\b[^.!?\n]{1,40}\bi(?:'m| am|'ll be) (?:done|gone)(?=[.!,;]|$)|\bone more \w+ and i(?:'ll| will) (?:do|end) it(?=[.!,;]|$)|\bdoing it (?:this|on|tonight|tomorrow)\b[^.!?\n]{0,40}\bwhile (?:he|she|they)\b"
            r"|\bi(?:'m| am) (?:still )?(?:going to|gonna) do it\b(?=[^¶]{0,80}\b(?:don't bother|don't reply|written down|not fine|it isn't talk)\b)|\bnot fine\b[^¶]{0,40}\bstill going to do it\b|(?:^|[.!?\n] ?)gonna do it\b(?=[^¶]{0,60}\b(?:don't bother|don't reply)\b)"
            r"|\blooking into (?:switzerland|dignitas)\b|\bthinking (?:of|about) dignitas\b|\b(?:pick|choose) my own (?:exit|ending|time to go)\b|\b(?:breaking|break|going|go) out on my own terms\b|\bi(?:'m| am) checking out(?=[.!,;]|$| for good)"
            r"|\bhow many (?:of (?:my|the|them) )?(?:pills|tablets|meds)\b[^.!?\n]{0,20}\bit (?:would|will|'d) take\b",
            # Where, or with what.
            r"\bstood (?:on|at|by) the (?:bridge|edge|cliff|roof|tracks|platform edge)\b(?: for| and| again| today| last night| tonight)|\bcloser to the edge\b|\bkeep (?:looking|staring) at (?:the|my) (?:rope|knives|pills|tablets|bridge|tracks)(?=[.!,;]|$| in | on )"
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
        )
    )
)
_SOMEBODY = (
    r"(?:my (?:[\w-]+ )?(?:husband|wife|partner|boyfriend|girlfriend|son|daughter|mum|mom|mother|dad|father"
    r"|brother|sister|friend|best friend|uncle|aunt|cousin|grandm\w+|grandd\w+|fianc\S+|child|kid)|he|she|they"
    r"|a friend|somebody|someone|this member|the person|another member|a member)"
)
_ANOTHER = Screened(
    rf"\b{_SOMEBODY}(?:'s| is| has| was)?(?: \w+){{0,5}} (?:want(?:s|ed)? to (?:die|end (?:it|his|her|their))|suicidal"
    r"|kill(?:ing)? (?:him|her|them)self|end(?:ing)? (?:his|her|their|it all|everything)|tak(?:e|ing) (?:his|her|their) (?:own )?life"
    r"|(?:doesn't|does not|don't|no longer) wants? to (?:live|be here|be alive)|hurt(?:ing)? (?:him|her|them)self"
    r"|wish(?:es)? (?:he|she|they) (?:was|were) dead|(?:not|isn't) worth living|better off (?:without|dead))"
)
_OVER = re.compile(
    r"\b(?:died|passed away|lost (?:him|her|them|my)|funeral|years? ago|back then|survived|used to|last year"
    r"|months ago|long ago|when i was|no longer (?:feel|want|think))\b"
)
# Just before the words: a denial, long ago, or somebody else's words.
_NOT_NOW = re.compile(
    r"\b(?:never|not|don't|doesn't|didn't|isn't|wasn't|no longer|used to|years ago|back then"
    r"|said|says|saying|told me)\b\W*(?:\w+\W+){0,2}$"
)
_FIGURE = re.compile(
    r"\bdy(?:e|ing) to (?:know|hear|see|try|get)\b|\bdie (?:of|from) (?:laugh|emb|bore)|\bdie laughing"
)
# No sentence is read farther than this before or behind the words.
MAX_CONTEXT_CHARACTERS = 400
_NOW = re.compile(r"\b(?:again|now|tonight|today|still|these days|lately)\b")


def plan_or_wish_to_die(wording: NormalizedText, _terms: object = None) -> list[str] | None:
    """A wish, plan or goodbye of the writer's own, now; not denials, figures, or long ago."""
    return _said_of_oneself(_EXPLICIT, wording)


def wish_not_to_live(wording: NormalizedText, _terms: object = None) -> list[str] | None:
    """Not wanting to be here, or feeling others were better off: the writer's own, now."""
    return _said_of_oneself(_PASSIVE, wording) or _said_of_oneself(_VEILED, wording)


def _said_of_oneself(pattern: Screened, wording: NormalizedText) -> list[str] | None:
    text = wording.own.casefold()
    for match in pattern.finditer(text):
        clause = re.split(
            r"[.!?;\n]", text[max(0, match.start() - MAX_CONTEXT_CHARACTERS) : match.start()]
        )
        if _NOT_NOW.search(clause[-1]) or _FIGURE.search(text[match.start() : match.end() + 12]):
            continue
        if _OVER.search(_around(text, match)) and not _NOW.search(_around(text, match)):
            continue
        return [match.group().strip()]
    return None


def risk_of_another(wording: NormalizedText, _terms: object = None) -> list[str] | None:
    """Somebody the writer knows, now: the card for helpers. What they say may stand in quotes."""
    text = wording.running.casefold()
    match = _ANOTHER.search(text)
    if match is None or _OVER.search(_around(text, match)):
        return None
    return [match.group().strip()]


def _around(text: str, match: "re.Match[str]") -> str:
    """The sentence it stands in."""
    first, last = (
        max(0, match.start() - MAX_CONTEXT_CHARACTERS),
        match.end() + MAX_CONTEXT_CHARACTERS,
    )
    begins = max(text.rfind(mark, first, match.start()) for mark in ".!?\n") + 1
    ends = [at for mark in ".!?\n" if (at := text.find(mark, match.end(), last)) >= 0]
    return text[max(begins, first) : min(ends, default=last)]
