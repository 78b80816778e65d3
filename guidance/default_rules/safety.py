"""Details, offers, and danger to somebody's life."""

from typing import Any

from guidance.default_rules.builders import ALL, REPLY, TITLES, TOLD, rule
from guidance.purposes import Purpose

_SELLING: dict[str, Any] = {"any": [
    {"pattern": r"\b(?:dm|pm|inbox|message|messages?|private(?:ly)?|private message|drop me|flick me|give (?:us|me) a shout|hit me up|reach (?:out|me)|in private|send me|shout by|comment me|ask me|mention my name|write (?:to )?me|contact me|get in touch|through me)\b[^!?]{0,80}(?:[$£€] ?\d+|\b\d+ ?(?:quid|bucks|pounds|euros?|dollars|each|a pot|or nearest|ono|p&p|plus|shipping|postage)\b|\b(?:price|prices|order|orders|commissions?|rates?|discount|offer|packages?|payment plan|cheap(?:er)?|sale|product|investment|cost|link|team|sign you|get you|sort ya|sort you|details|dm)\b)|(?:[$£€] ?\d+(?:\.\d\d)?|\b\d+ ?(?:quid|bucks|pounds|euros?|dollars|tenner|fiver)\b|\b(?:a )?(?:tenner|fiver)\b|\bhalf price\b|\btwo for one\b|\bearly bird\b|\bfree (?:starter|delivery|discovery|postage)\b|\b(?:bargain|job lot|going cheap|face value|bulk buy|for sale|on sale|back in stock|cash on collection|no time wasters|instalments)\b)[^!?]{0,80}\b(?:dm|pm|inbox|message|messages?|private(?:ly)?|drop me|give (?:us|me) a shout|my (?:site|website|page|shop|store|bio|profile|link|calendar)|order|link|collection|deliver\w*|sign up|each|a (?:class|pot|session|month|bottle)|buyer|shipping|membership|sessions?)\b",
     "in": "all", "skip": [*TOLD, "past"], "unless": r"\b(?:i (?:paid|pay|bought|spent|got|ordered|saved)|cost me|(?:it|that|this|which) costs? (?:me|us|about|around|roughly|nearly|over|almost)|charged me|prescription|taxi|bus|parking|ticket price|donat\w+|charity|moderators?|nhs|insurance|copay|refund|bills?|rent|mortgage|benefits?|pip|they (?:charge|sell|want)|does anyone know|hospital app|physio|shocking|team directly|lets you)\b"},
    {"pattern": r"\b(?:grab|get|buy|book|order|shop|visit|check|browse|register|join|sign up|subscribe|follow me|come over|come (?:and|to|join|in)|better you come|skip this site|find me|look for|add me|jump in|signal me|continue this|taste it|download)\b[^.?!]{0,50}\b(?:my|our) (?:\w+ )?(?:site|website|webshop|shop|store|page|bio|profile|calendar|membership|waitlist|course|programme|program|forum|group|discord|telegram|substack|channel|newsletter|e-?book|masterclass|link|brand|team|app|drink|party|practice|facebook)\b|\b(?:sign up|downloadable|order|book|buy|register|join)\b[^.?!]{0,40}\b(?:at|from|via|through|in) the link\b|\bmy (?:\w+ ){0,2}(?:e-?book|masterclass|course|coaching|membership|webshop|store|shop|referral|commission|ambassador|company|hypnosis|jewellery|plan|own forum|balms?)\b[^.?!]{0,60}\b(?:is|are|for|launch\w*|from|on|who|has|with|available|back|downloadable)\b|\b(?:i(?:'m| am)?|we(?:'re|'ve)?) (?:a |an |certified |been |just |also |now |got |do |been )*(?:distributor|rep|repping|ambassador|reseller|commission|on commission|affiliate|certified|broker|import|importing|take orders|teach (?:an?|adapted)|do reiki|do good rates|get a (?:cut|bonus|small cut|wee bonus)|make these|run a small clinic|set up a (?:discord|telegram|group)|started my own forum|hosting an online|can get (?:the|you|it))\b|\b(?:aff(?:iliate)?_?id=|coupon \w+|with \w+\d{1,3} at|use \w+\d{1,3}\b|quote \w+\d{1,3}\b|first timers use|doors close|places left|spots? left|proceeds (?:are|go|pay)|early bird|buy buy buy|become an ambassador|join(?:ing)? my team|free discovery|paid subscribers|special for (?:forum )?members|we both save|ordering through|without a script|earn the same|hostess|rabatt)\b",
     "in": "all", "skip": [*TOLD, "past"], "unless": r"\b(?:charity|society|nhs|hospital|moderators?|library|council|i (?:bought|ordered|joined|used|found|saw|read|got (?:mine|it|the))|their (?:site|website|shop)|physio|nurse|gp|my (?:mri|scan|follow-up|next|care) (?:plan|appointment)|care plan|plan is|course of (?:steroids|antibiotics)|of course|company (?:is|has) been|my own (?:way|pace|home)|zoom call|rubbish)\b"},
    {"pattern": r"\b(?:i'm on|im on|find me|add me|message me|reach me|write me|hit me up|text me|send me your (?:number|username)|handle is|look for|off here|instead of here|continue (?:this )?(?:off|on)|come over|say it all on here|sick of the mods|no moderators)\b[^.?!]{0,60}\b(?:telegram|whatsapp|signal|snapchat|snap|insta(?:gram)?|discord|viber|messenger|facebook|tiktok|username \w+|@\w+|number)\b|\b(?:telegram|whatsapp|signal|snapchat|insta(?:gram)?|discord|viber|messenger) (?:as|me|group|handle|is|for us|username)\b|(?:^|\s)@\w+[.\w]* (?:for|on|if)\b",
     "in": "all", "skip": TOLD, "unless": r"\b(?:zoom call|rubbish|family'?s?|my (?:mum|family|sister|daughter|son|work|physio|nurse|kids|team|gp|hospital|clinic|neighbours?)|our (?:family|street)|helpline|charity|society|phone signal|no signal|signal (?:is|was|here)|traffic)\b"},
    {"pattern": r"\b(?:promo|discount|coupon|voucher|referral) ?codes?\b|\buse (?:my |the )?code \w+|\bcode \w{3,12} (?:for|at)\b|\b\d+ ?% off\b|\bfree shipping\b|\blimited (?:time )?offer\b|\bmoney[- ]back guarantee\b|[?&](?:ref|aff|affiliate|utm_\w+|tag|partner|coupon)=|\baffiliate link\b|\bmy (?:referral |affiliate )link\b|\bmy link (?:is|below|here|in|gets|gives)\b|\blink in (?:my )?(?:bio|profile)\b",
     "in": "all"},
    {"pattern": r"\b(?:dm|pm|message|inbox|text|email|e-mail|contact|whatsapp|write to|ring|call|ask) me\b[^.?!]{0,30}\b(?:to (?:buy|order|get (?:some|yours|started)|purchase|sign up|join)|for (?:prices?|details|more info\w*|orders?|a (?:quote|sample|discount)|ordering|the product|how to (?:buy|order)|my (?:product|programme|program|course)))\b|\b(?:order|buy|shop|get yours|sign up|enrol|enroll|book|pre-?order) (?:now|here|today|yours|from (?:my|our|me)|at (?:my|our)|on (?:my|our))\b|\b(?:my|our) (?:\w+ )?(?:shop|store|etsy|webshop|website|online shop|product|products|supplement|supplements|programme|program|coaching|course|e-?book|clinic|company|brand) (?:is|are|has|have|can|will|sells?|offers?|helps?|costs?|at)\b|\b(?:i|we)(?:'m| am|'re| are)? (?:sell|selling|offer|offering|stock|ship|distribute|am a (?:distributor|rep|coach|seller))\b[^.?!]{0,50}",
     "in": "all", "skip": TOLD, "unless": r"\b(?:to (?:sell|offer) (?:support|help|a hug|you|my (?:house|car))|offer(?:ing)? (?:you )?(?:a )?(?:hugs?|support|help|advice|to listen|any)|selling (?:my|the|our) (?:house|car|flat|home)|not selling|website (?:is|says)|gp|nhs|my company (?:is|has)|our clinic (?:is|has|will|can))\b"},
    {"pattern": r"\b(?:for sale|selling my|only £ ?\d+|only \$ ?\d+|just \$ ?\d+|just £ ?\d+|prices? (?:start|from)|price list|wholesale|bulk order|(?:packages?|sessions?|plans?|prices?|bottles?|consultations?|memberships?) (?:from|for|at|start(?:s|ing)? (?:at|from)|cost)? ?(?:only |just )?[$£€] ?\d+|[$£€] ?\d+ (?:a|per|each|for (?:a|the)) (?:bottle|month|session|pack|box|jar|course))\b[^.?!]{0,60}", "in": "all", "skip": TOLD,
     "unless": r"\b(?:house|flat|car|home|my old (?:house|car|flat)|prescription)\b"},
    {"pattern": r"\b(?:telegram|whatsapp|wechat|viber|kik|snapchat|discord)\b ?(?:me|us|:|@|\+|id|number)[^.?!]{0,40}|\b(?:join|come (?:over|along|and|to)|moved?|moving|switch\w*|add (?:you|people)|invite\w*|link to|set up|made|created|started|run|have|prefer)\b[^.?!]{0,40}\b(?:telegram|whatsapp|signal|wechat|viber|discord|facebook|messenger|slack|reddit)\b ?(?:group|channel|chat|server|page|community)\b|\b(?:telegram|whatsapp|signal|wechat|viber|discord|facebook) (?:group|channel|server)\b[^.?!]{0,40}\b(?:join|link|add you|invite|all welcome|dm|pm|message me)\b|\b(?:find|add|reach|contact|message|text|follow|dm|join) (?:me|us) (?:on|at|via|over) (?:telegram|whatsapp|signal|wechat|viber|kik|snapchat|instagram|insta|facebook|messenger|discord|tiktok)\b|\bt\.me/|\bwa\.me/|\bdiscord\.gg/|@[a-z0-9_.]{3,30} on (?:telegram|instagram|insta|tiktok|signal|snapchat)",
     "in": "all", "unless": r"\b(?:official|charity|society|signal (?:at|on) (?:the|my) (?:mri|scan)|line (?:at|on) the|phone signal|no signal|signal is|nerve signal|railway|help ?line|(?:my|our|the) (?:family|sister|mum|work|school|class|neighbour\w*|kids'?|mums)\b[^.?!]{0,20}(?:group|chat))\b|\bfamily'?s? (?:whatsapp|group|chat)\b"},
]}  # fmt: skip
_HARD_TO_CARRY = (
    "That sounds very hard to carry. If you would like to speak with someone right now, people are "
    "there for exactly that, day and night."
)

# In eleven languages besides English: said outright, for every other rule reads English.
_WANT_TO_DIE = (
    r"\bich (?:will|mochte|mag|kann)(?: \w+){0,3} (?:nicht mehr (?:leben|da sein|hier sein|aufwachen)|sterben|tot sein)\b"
    r"|\bich bringe? mich (?:\w+ )?um\b|\bich nehme mir das leben\b|\bich (?:habe|hab)(?: \w+)? alle (?:meine |die )?(?:schlaf)?(?:tabletten|pillen|medikamente) (?:ein)?(?:genommen|geschluckt)\b|\bmich umbringen\b|\bmir das leben nehmen\b|\bmein leben beenden\b|\bsuizidgedanken\b"
    r"|\bohne mich besser dran\b",
    r"\b(?:quiero|quisiera|deseo)(?: \w+)? (?:morir(?:me)?|desaparecer|estar muert[oa])\b|\bno quiero (?:seguir viviendo|vivir)\b"
    r"|\btengo ganas de morir\b|\bme voy a (?:matar|suicidar)\b|\b(?:me he tomado|he tomado|me tome|tome|me trague) todas (?:las |mis )?(?:pastillas|pildoras|medicinas)\b|\bmatarme\b|\bquitarme la vida\b|\bsuicidarme\b|\bmejor sin mi\b",
    r"\bje (?:veux|voudrais|souhaite)(?: \w+)? (?:mourir|en finir|disparaitre)\b|\bje (?:ne )?veux plus (?:vivre|etre la)\b"
    r"|\bj'ai envie de (?:mourir|en finir)\b|\bje n'ai plus envie de vivre\b|\bje vais (?:me tuer|me suicider|en finir)\b|\bj'ai (?:avale|pris) toute la (?:boite|plaquette)\b|\bj'ai (?:tout )?(?:avale|pris) tou(?:s|tes) (?:les |mes )?(?:comprimes|cachets|medicaments|pilules|somniferes)\b|\bme suicider\b|\bmettre fin a mes jours\b|\bidees suicidaires\b|\bmieux sans moi\b",
    r"\b(?:voglio|vorrei)(?: \w+)? (?:morire|farla finita|sparire|essere mort[oa])\b|\bnon voglio piu vivere\b"
    r"|\bmi voglio (?:ammazzare|uccidere|suicidare)\b|\bho (?:preso|ingoiato|inghiottito) tutt[ei] (?:le |i |mie |miei )*(?:pastiglie|pillole|compresse|farmaci)\b|\b(?:uccidermi|ammazzarmi|suicidarmi|togliermi la vita)\b|\bmeglio senza di me\b",
    r"\bik wil(?: \w+)? (?:dood|sterven)\b|\bik wil niet meer (?:leven|verder leven|wakker worden)\b|\bik ga zelfmoord plegen\b|\bik maak er een einde? aan\b|\bmezelf van kant maken\b|\bik heb alle? (?:mijn |de )?(?:pillen|tabletten|medicijnen) (?:in)?(?:genomen|geslikt)\b"
    r"|\beinde (?:aan mijn leven|maken aan mijn leven)\b|\bbeter af zonder mij\b",
    r"\b(?:chce|chcialbym|chcialabym) (?:juz )?(?:umrzec|zniknac|sie zabic|skonczyc ze soba)\b|\bnie chce (?:mi sie )?(?:juz )?zyc\b|\b(?:zabije sie|popelnie samobojstwo|wzialem wszystkie tabletki|wzielam wszystkie tabletki)\b",
    r"\b(?:quero|queria|vou) (?:me )?(?:morrer|matar|suicidar)(?:-me)?\b|\bnao quero (?:mais )?viver(?: mais)?\b|\btomei todos os (?:meus )?comprimidos\b|\bacabar com a minha vida\b",
    r"\bjag (?:vill|kommer att) (?:do|ta livet av mig|ta mitt liv)\b|\bjag (?:vill|orkar) inte leva(?: langre)?\b|\bjeg vil(?:le)? d(?:oe?\b|ø)|\bjeg (?:vil|orker|gider) ikke (?:a |at )?leve\b|\bta(?:ge)? mitt? (?:eget )?liv\b",
    r"\b(?:dw i|dwi|rydw i|rwy'n|dw'i) (?:eisiau|isio|isie|moyn) marw\b|\bddim (?:eisiau|isio) byw\b",
)
_NOT_SO = r"\b(?:nicht sterben|no quiero (?:morir|desaparecer)|ne veux pas|non voglio morire|niet (?:dood|sterven))\b"
# What a way of dying is made of.
_MEANS = (
    r"(?:pills?|tablets?|capsules?|paracetamol|acetaminophen|tylenol|ibuprofen|insulin|morphine|oxycodone|fentanyl"
    r"|baclofen|amitriptyline|diazepam|meds|medicines?|medication|mg|drugs?|opioids?|painkillers|sleeping pills"
    r"|carbon monoxide|gas|helium|nitrogen|bleach|antifreeze|{drugs})"
)
_ASKS = (
    r"(?:what(?:'s| is| are| would)?|which|how|where|who knows|is there|are there|tell me|does any(?:one|body) know"
    r"|(?:any|some)(?:one|body) know(?:s)?|do you know|i need to know|i want to know|i(?:'m| am) looking for|looking for"
    r"|give me|send me|can you (?:tell|recommend|suggest)|recommend|suggest)"
)
_DIE_BY = (
    r"(?:die|dying|kill(?:ing)? (?:myself|yourself|oneself)|end(?:ing)? (?:it all|my (?:own )?life|your life|one's life"
    r"|everything)|end it|suicide|commit\w* suicide|overdos\w+|hang(?:ing)? (?:myself|yourself)|finish myself"
    r"|take my own life|do away with myself)"
)
# One way among others, by what is looked for in it.
_WAY = (
    r"(?:(?:easiest|painless|least painful|quickest|best|surest|most (?:reliable|peaceful|effective|painless)|peaceful"
    r"|fastest|quick|reliable|simplest|easy|foolproof|certain|sure)(?:,? (?:and )?\w+){0,2} (?:way|ways|method|methods"
    r"|means|place|bridge|drug|pills?) (?:to|of|for) "
    + _DIE_BY
    + r"|(?:way|ways|method|methods|means|poison|drug|something|anything|stuff) (?:to|of|for|that would|that will|i can take to"
    r"|i could take to) (?:"
    + _DIE_BY
    + r"|kill me|finish me|end me)(?: \w+){0,4} (?:painless\w*|quick\w*|peaceful\w*|without (?:pain|hurting)|for certain"
    r"|that never fails|that can't fail|over the counter)|(?:painless|quick|peaceful)(?:ly)?\b[^.?!\n]{0,20} to (?:die|end it"
    r"|kill myself|finish it|end my life)|method (?:of|for) suicide|suicide methods?)"
)
# Accidents, animals, weeds, law, films, a figure of speech, or what keeps somebody from it.
_NO_WAY = (
    r"\b(?:accident\w*|by mistake|child(?:ren)?|dogs?|cats?|vets?|toddlers?|germs|weeds?|wasps?|spiders?|mould|mold|plants?"
    r"|bacteria|virus|lethal dose of sarcasm|kill(?:ing)? time|safe (?:dose|to take)|side effects?|assisted dying|dignitas"
    r"|bill|debate|film|book|novel|documentary|prevent\w*|helplines?|how to (?:avoid|help|stop)|(?:end|ending) it with"
    r"|my (?:brother|sister|dad|mum|mom|friend|uncle|aunt|cousin|husband|wife|son|daughter)|he|she|they|job|relationship"
    r"|marriage|course|project|race|knitting|prescription|no (?:good |easy )?way|i (?:typed|googled|searched|looked up|asked google))\b"
)
_NOT_DEAD = (
    "This wishes somebody dead, so it cannot be posted. If you are very angry, the moderators "
    "can help: please report the post instead."
)
# Said to somebody: every form has them in it.
_URGES = (
    # Behind any sign, and behind a name that it is called to.
    r"(?:\bkys\b|\bk\.y\.s\b|^k y s$|(?:\bdie\b[ !,.]*){3,}|\b(?:why haven't you|have you considered|did you ever consider|have you thought about|you should consider) (?:killed|killing) yourself\b|\bdo (?:us|everyone|everybody|the world) (?:all )?a favou?r(?: and|,) ?(?:end it|take the (?:whole )?(?:box|lot|bottle|packet)|take them all)\b|\brot in hell and die\b|\bthen do it\. ?jump\b|(?:^|^@?[\w.-]{1,40}\s+|[^\w\s']\s*|@[\w.-]{1,40}[,:]?\s+|\b(?:you should|why don't you|why not|you (?:could|ought to|might as well"
    r"|need to|deserve to|can)|do (?:us|everyone|the world) (?:all )?a favou?r and|please|hurry up and|so|then|and|now|but|well"
    r"|oh|just|go) )(?:just |please |go (?:and |away and )?|do it and |then )*(?:neck (?:yourself|urself|ur self|your self)|top (?:yourself|urself)|do yourself in"
    r"|delete yourself|rope yourself|k[i1]ll (?:yoursel(?:f|ves)|urself|ur self|your self)|end (?:your (?:own )?li(?:fe|ves)|yoursel(?:f|ves))|take your own life|hang yourself|off yourself"
    r"|unalive yourself|slit your (?:wrists|throat))\b"
    # Without “yourself” it may be said of oneself: so it is for somebody only if it says so.
    r"|(?:^|\b(?:you (?:should|could|ought to|might as well|need to|can)|why don't you|why not|do (?:us|everyone|the world) (?:all )?a favou?r and) )"
    r"(?:just |please |go (?:and )?)*(?:jump (?:off|in front of|under) (?:a|the) (?:bridge|roof|train|bus|cliff)|drink bleach|play in traffic)\b"
    r"|\bgo (?:and )?(?:die|drop dead)\b[^.?!\n]{0,20}(?:$|[.!,]|\byou\b)"
    r"|^(?:drop dead|die)(?: already| slowly| alone| painfully| in (?:a fire|agony|pain))?[,!. ]+(?:you|u|@\w+)\b"
    r"|^(?:just |please |hurry up and )+(?:die|drop dead)(?: already| slowly)?(?:, ?@?[\w.-]{1,40})?[.!]*$|^drop dead[.!]*$|(?:^|\byou (?:should |can |all )*|\bgo |\bplease |\bjust )die in a fire\b"
    r"|\byou (?:should|ought to|deserve to|need to) (?:just |all |have )*(?:die|died|be dead|drop dead|be put down|have been aborted)\b"
    r"|\bwhy (?:are you|aren't you) (?:even )?(?:still )?(?:breathing|alive|dead)[?!.]*$|\byou should(?:'ve| have| of) been (?:aborted|drowned)\b"
    r"|\b(?:you (?:should|could|might as well)|just|why not|go on,?|go and|go ahead and|then) (?:swallow|take) (?:the (?:whole )?(?:lot|bottle|packet)|them all|all of them|an overdose"
    r"|all (?:of )?(?:your|those|the) (?:tablets|pills|meds|medication|insulin|painkillers))\b"
    r"|\bif you (?:\w+ )?want to (?:die|kill yourself|end (?:it|it all|your life))(?: so (?:much|badly)| that badly)?,? (?:then )?(?:please |just )?(?:go ahead|do it|be my guest|get on with it|feel free|who cares|do us a favour|nobody)\b"
    r"|\bstop threatening(?: it| us| to)?(?: and)?,? (?:just |then )?do it\b"
    # As outright, in other languages that are written here.
    r"|^(?:\w+,? )?(?:bring dich (?:doch |endlich |einfach |jetzt |selbst |bitte )*um|(?:haeng|hang|erhang) dich(?: (?:doch|endlich|einfach|jetzt|selbst|bitte))*(?: auf)?|geh (?:doch |endlich |einfach )*sterben|stirb(?: (?:endlich|doch|einfach))*|verreck(?:e)?(?: (?:endlich|doch))*|va te (?:tuer|pendre|suicider)|va crever|ga (?:toch )?dood)[.!]*$"
    r"|\b(?:tue|suicide|pends)[- ]toi\b|\bojala te mueras\b|\bspero che tu muoia\b|^(?:muerete|muori)\b"
    r"|\b(?:matate|suicidate|ammazzati|ucciditi|impiccati|ahorcate)\b|\bpleeg zelfmoord\b|\bmaak jezelf (?:dood|van kant)\b)"
)
_SUCH = (
    r"(?:just |all |really |fucking |bloody |slowly |soon |both |finally |would |will |'d |'ll )*"
)
_WISHES_DEAD = (
    rf"(?:\b(?:hope|wish|pray|praying|hoping|want|can't wait (?:for|until|till)|cannot wait (?:for|until|till))(?: that| to god| so much"
    rf"| really)* (?:you|u)(?:'d|'ll)? {_SUCH}(?:all )?(?:to )?(?:die|died|dies|drop dead|croak|rot in hell|(?:are|were|was) dead|get killed|(?:never|don't) wake up(?: again| tomorrow| in the morning)?[.!,]*$"
    rf"|choke(?: to death| on (?:it|that|them|your \w+))?[.!]*$|kill yourself|hang yourself|end up dead|overdose)(?:\b|$)"
    rf"|\b(?:hope|wish|pray|praying|hoping)(?: that)? (?:your|ur|the|this) (?:ms|heart|illness|disease|next relapse|relapse|lungs|body|breathing) {_SUCH}"
    rf"(?:kills? (?:you|u)|finishes (?:you|u)(?: off)?|takes (?:you|u))\b|\b(?:hope|wish|pray|praying|hoping)(?: that)? (?:your|ur) (?:heart|lungs|breathing) {_SUCH}(?:stops?(?: beating| for good| tonight| soon)?|gives? out)[.!]*$|\bhope (?:it|this|that) kills (?:you|u)\b|\b(?:ms|illness|disease|cancer) kills you\b"
    rf"|\b(?:the world|everyone|everybody|we|your family|your kids|this (?:forum|place)) (?:would|will|'d) (?:all |be |so much |a lot |much )*"
    rf"(?:better|happier|glad|relieved|easier|nicer)(?: (?:off|place|here|world))*(?: without you\b| if you (?:just )?(?:were dead|died|hanged|jumped"
    rf"|killed|stopped breathing|never woke|overdosed|weren't alive)\b| with you dead\b)"
    rf"|\b(?:nobody|no one) (?:would|will|'d|'ll) (?:\w+ )?(?:miss|mourn|cry for) you\b|\b(?:nobody|no one) (?:would|will|'d) (?:even )?(?:care|mind|notice) if you (?:died|were dead|hanged yourself|jumped)\b"
    rf"|\byou(?:'d| would|'re| are) (?:be )?better (?:off )?dead\b|\byour mother should have aborted you\b|\b(?:forum|world|place) (?:would|will) be (?:a )?(?:better|nicer)(?: place)? without you alive\b|\byou (?:don't|do not) deserve to (?:live|be alive|breathe)\b)"
)
# Told of oneself, told by a voice, or said to somebody who is told the contrary.
_TOLD_ONESELF = (
    r"\b(?:myself|my (?:brain|head|mind|thoughts?|own voice|inner \w+|illness|depression|ex|mother|father|mum|dad|husband|wife|boss|brother|sister)"
    r"|voices?|in my head|(?:tell(?:s|ing)?|told|said to|says to|saying to|called|messaged|texted|wrote) me|i (?:hear|heard|tell|told|thought|keep thinking|read)"
    r"|do you (?:ever |really |still )?(?:feel|think|believe)|never (?:feel|think) |you (?:feel|felt|think|thought|believe|say|said|wrote|may think|might think)|if you(?:'re| are) thinking|i would\b|i'd miss|miss you more|depression says"
    r"|isn't true|not true|that's a lie|don't believe|please don't|never think|sometimes it|the urge|peacefully|old age|in your sleep|laugh\w*|die on (?:me|us)|(?:don't|can't|mustn't|won't|not) (?:you )?(?:dare )?(?:go and )?die|choke with"
    # For a while, or as they should be taken.
    r"|miss you if you (?:left|went|took|stay\w*|skip\w*|missed|are late|were late)|miss you (?:for an?|at|on|this|today|tonight)|yourself off|(?:neck|top|off|end|delete|hang) yourself (?:a|an|up|some|out|with|pop)|yourself in with|die your (?:hair|roots|beard|jumper|jeans)|bridge when|bus queue|bus stop|said my|die (?:old|happy|of laugh\w*|of old|rich|smiling)|as prescribed|on time|in the (?:evening|morning)|at night|nurse said|doctor said|before bed|together|with food|to the (?:gp|doctor\w*|pharmac\w+|chemist|clinic|appointment|hospital|nurse|review)|with you"
    r"|(?:don't|dont|do not|never|not to|to not|didn't|doesn't|won't|wouldn't|nearly|almost|to|not) (?:kill|hang|end|neck|off|top|delete) yourself)\b"
    # At the illness.
    r"|\b(?:die|drop dead|rot|croak|yourself)[,!.]* (?:you |u )?(?:(?:\w+|\w+ing) ){0,2}?(?:ms|multiple sclerosis|disease|illness|lesions?|cancer|fatigue|spasms?|spasticity|virus|bugs?|nerve pain|pain|weeds?|heatwave|winter|covid|relapse|brain fog|germs|wasps?|mould|mold)[!.]*$"
    r"|^end yourself\? never|miss you\?$"
)
_OWN_DESPAIR = (
    r"\b(?:i (?:want|wanted|wish|need|would like) to (?:die|end|kill|disappear|be dead|not)|i (?:hope|wish) i (?:die|died|was|were)|i(?:'m| am)(?: \w+){0,2} (?:suicidal|worthless|useless"
    r"|a burden|a waste|pathetic|nothing|done|so tired)|i (?:hate|loathe|disgust) (?:myself|me|being me|my life)|i can(?:'t|not) (?:go on|do this|cope|take)"
    r"|i (?:tell|told|say to|keep telling|keep saying to) myself|kill(?:ing)? myself|end(?:ing)? my life|my (?:brain|head|mind|thoughts?)"
    r" (?:keeps?|says?|tells?|goes|won't|is)|voices? (?:in|tell|say|keep)|intrusive|self[- ]talk|inner (?:critic|voice)|talking to myself"
    r"|i (?:feel|felt) (?:like )?(?:\w+ ){0,2}(?:worthless|useless|a burden|dead|nothing|alone|empty|suicidal|hopeless))\b"
)

RULES: list[dict[str, Any]] = [
    rule(
        "G21",
        7,
        "Contact details",
        ALL,
        "ask",
        "This shows contact or personal details to everybody who reads here. You can take them out, "
        "or keep them if you mean to.",
        {"any": [{"detector": "contact_details"}]},
        language="",
    ),
    rule(
        "G21-numbers",
        7,
        "Card and identity numbers",
        ALL,
        "block",
        "This looks like a card or identity number. Strangers could misuse it, so it cannot be "
        "posted. Please take it out.",
        {"any": [{"detector": "secret_numbers"}]},
        language="",
    ),
    rule(
        "G22",
        8,
        "Selling, or moving elsewhere",
        ALL,
        "ask",
        "Offers and other places to talk go to the moderators first. Would you rather leave it out?",
        _SELLING,
        is_listed=True,
    ),
    rule(
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
    rule(
        "G23",
        8,
        "Money and studies",
        ALL,
        "ask",
        "Fundraising and calls for studies need a moderator’s yes, and have a place of their own. "
        "Would you rather leave it out here?",
        {
            "any": [
                # Asking for money, or for people to ask, in other words.
                {
                    "pattern": r"\b(?:lend me (?:a |some |the |fifty|twenty|\d|money|cash)|loan me|bung me|sub me|stump up|dig deep|throw us|whip round|put (?:a few bob|something) in the hat|pop(?:ping)? (?:a |ten |five |\w+ )?(?:quid|tenner|fiver)|in the (?:pot|hat|collection)|chip(?:ping)? in|please pledge|pledge|sponsor(?:ship| form| me| us|s)|every (?:penny|cent|pound|little|bit) (?:helps|goes|counts)|text to give|make a donation|click and donate|anything to give|\d+ ?% funded|gogetfunding|idonate|justgiving|my (?:\w+ )?wishlist|wishlist for my|monzo|revolut|sort code|iban|bank transfer|here's where to give|where to give|give (?:a wee bit|two pounds|what you can|a little)|raising money|funeral costs|help (?:me|her|him|us) get to|(?:can|could|would) (?:anyone|anybody|somebody|someone|a kind soul|members|you all)[^.?!]{0,20} (?:venmo|paypal|lend|loan|spare|donate|give|sponsor|pay|help out))\b",
                    "in": "all",
                    "skip": [*TOLD, "negated", "past"],
                    "unless": r"\b(?:closed (?:last|in)|had a|was 20|last (?:year|summer)|my (?:boss|brother|sister|mum|mam|dad|friend|neighbour) (?:lent|gave|sponsors|paid)|lend me (?:a hand|your ear|an ear)|lend (?:a|an) (?:hand|ear)|i(?:'ll| will) (?:sponsor|give|chip)|blood|thank(?:s| you) (?:to )?(?:everyone|all)|used to|takes? (?:monzo|revolut)|card|split(?:ting)?|bus fare|bill splitting|recruiting a new)\b",
                },
                {
                    "pattern": r"\b(?:study|studies|research|trial|survey|interview\w*|panel|screener|usability|experiment|thesis|msc|phd|project|documentary|book|dissertation|market research|university|uni|institute|journalist|podcast|testers?|app)\b[^!?]{0,90}\b(?:participants?|take part|volunteers?|register your interest|sign up|apply|get in touch|email (?:form|me)|form (?:is|here|attached|on)|here the form|expression of interest|gift card|prize draw|paid|pay(?:s|ing)? (?:\$|£|€|\d)|\$ ?\d+|£ ?\d+|€ ?\d+|reply if|message (?:me|for)|who'?s in|spots are|ethics approv\w+|mins|minutes|needs? (?:voice|people|ms-?ers|testers|you)|join our|like to interview|we'd love you|desperate for|talk on record|share experiences)\b|\b(?:participants?|take part|volunteers?|looking for|wanted|need(?:ed)?|search(?:ing)? (?:for )?participants|recruit\w*|gathering|invites?|calling all|seeking|who would)\b[^!?]{0,70}\b(?:study|studies|research|trial|survey|interviews?|panel|screener|usability test|experiment|thesis|project|documentary|memory|dissertation|questionnaire|on record|pharma client)\b|\b(?:do you (?:have|live with) ms\b[^!?]{0,40}\b(?:we|our|study|uni|interest))|\bfill in the (?:poll|form|survey)\b",
                    "in": "all",
                    "skip": [*TOLD, "past", "negated"],
                    "unless": r"\b(?:i(?:'m| am|'ve been|'ve| have| was| did|'d)? (?:in|on|been in|taking|taken|took|joined|signed up|thinking|considering|asked|invited|offered|volunteer\w*|wondering)|my (?:neuro\w*|consultant|hospital|nurse|own|book|physio|boss)|has anyone|did anyone|does anyone|have any of you|should i|anyone (?:taken|been|taking)|pip|new nurse|job interview|for a job|interview (?:at|for a job|went|tomorrow|on|next)|book club|reading|read|watch\w*|looking for (?:a|an|the) (?:book|app|podcast|study (?:desk|lamp))|school project|my (?:son|daughter|kid)'?s?)\b",
                },
                {
                    "pattern": r"\b(?:gofundme|go fund me|justgiving|just giving|crowdfund\w*|crowd-?funding|kickstarter|fundly|givesendgo|paypal\.me|ko-?fi|buymeacoffee|patreon|cash ?app|venmo|zelle)\b[^.?!]{0,60}",
                    "in": "all",
                    "unless": r"\b(?:paid (?:by|with|via|through|him|her|them|for|me back)|pay (?:by|with|via) |pays? (?:me|him|her) (?:back )?(?:by|with|via)|splitting|handy|closed (?:last|in)|split|refund|how do i pay|rent|takes? venmo|accepts?|bill|taxi|groceries)\b",
                    "skip": ["negated"],
                },
                {
                    "pattern": r"\b(?:spare|send|lend|give|chip in|throw|donate)\b(?: \w+){0,3} (?:a few |some |any |a couple of |\d+ )?(?:dollars|pounds|euros|quid|bucks|money|cash|coins|pennies)\b[^.?!]{0,60}|\b(?:my|our|the) (?:venmo|cash ?app|paypal|zelle|gofundme|justgiving|iban|bank details)(?: \w+)? (?:is|are|:|link)[^.?!]{0,40}|\b(?:crowdfunder|fundraiser|fundraising page|collection)\b[^.?!]{0,60}\b(?:for|link|here|page|http)",
                    "in": "all",
                    "skip": [*TOLD, "negated", "past", "question"],
                    "unless": r"\b(?:i(?:'ll| will)? (?:send|give|lend|spare)|charity|had a fundraiser|had a collection|save money|paid|pay(?:ing)? (?:him|her|them|back)|save (?:some )?money)\b",
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
                    "unless": r"\b(?:i(?:'m| am|'ve been|'ve| have| was)? (?:in|on|taking|joined|signed up|thinking|considering|asked|invited|offered)|my neuro\w*|has anyone|did anyone|does anyone|should i|new nurse|new (?:neuro\w*|doctor|carer|staff)|anyone (?:taken|been|taking)|pip|benefits?|hospital sent|clinic sent|gp sent|drug i take)\b",
                },
            ]
        },
    ),
    rule(
        "G24",
        9,
        "Somebody may be in danger",
        ALL,
        "help",
        _HARD_TO_CARRY,
        {"any": [{"detector": "plan_or_wish_to_die"}]},
        is_listed=True,
        # Whatever the rest of the text is in.
        language="",
        purpose=Purpose.DANGER,
    ),
    rule(
        "G24-passive",
        9,
        "Somebody may not want to live",
        ALL,
        "help",
        _HARD_TO_CARRY,
        {"any": [{"detector": "wish_not_to_live"}]},
        # Whatever the rest of the text is in.
        language="",
        purpose=Purpose.DANGER,
    ),
    rule(
        "G24-languages",
        9,
        "Somebody may be in danger, in another language",
        ALL,
        "help",
        _HARD_TO_CARRY,
        {"any": [{"pattern": each, "unless": _NOT_SO} for each in _WANT_TO_DIE]},
        is_listed=True,
        language="",
        purpose=Purpose.DANGER,
    ),
    rule(
        "G24-another",
        9,
        "Worried about somebody",
        ALL,
        "help",
        "Are you worried about somebody? You do not have to carry that alone. People you can ring "
        "are there for you too, day and night.",
        {"any": [{"detector": "risk_of_another"}]},
        # Whatever the rest of the text is in.
        language="",
        purpose=Purpose.DANGER,
    ),
    rule(
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
                # How much of what: asked, or told with a number.
                {
                    "pattern": rf"\b(?:how (?:many|much)|what (?:dose|amount|quantity|number)|which|what)\b[^.?!\n]{{0,60}}\b{_MEANS}\b[^.?!\n]{{0,60}}\b(?:to (?:die|kill (?:me|myself|yourself|a person|someone|you)|end (?:it|my life|things)|overdose|not wake)|lethal|fatal|deadly|enough to (?:die|kill|end|finish)|(?:would|will|could) (?:kill|finish|do it)|overdose (?:on|with))\b|\bhow (?:many|much)\b[^.?!\n]{{0,50}}\b(?:(?:is|are|be) (?:lethal|fatal|deadly)|to (?:die|kill (?:me|myself|yourself|a person|someone)|end (?:it|my life|everything)|not wake|never wake|go for good|go (?:to sleep )?for ever))\b",
                    "in": "all",
                    "unless": _NO_WAY,
                },
                {
                    "pattern": rf"\b(?:{_ASKS}[^.?!\n]{{0,60}}\b(?:lethal|fatal|deadly) (?:dose|amount|combination|overdose)s?\b|(?:lethal|fatal|deadly) (?:dose|amount|combination|overdose)s? (?:of|for|is|with)\b[^.!\n]{{0,60}}(?:\?|\b\d))",
                    "in": "all",
                    "unless": _NO_WAY,
                },
                {
                    "pattern": rf"\b(?:is|are|would|will|does|can)\b[^.?!\n]{{0,60}}\b{_MEANS}\b[^.?!\n]{{0,60}}\b(?:to (?:die|kill (?:me|myself|yourself|a person|someone|you)|end (?:it|my life|things)|overdose|not wake)|lethal|fatal|deadly|enough to (?:die|kill|end|finish)|(?:would|will|could) (?:kill|finish|do it)|overdose (?:on|with))\b[^.!\n]{{0,60}}\?",
                    "in": "all",
                    "unless": _NO_WAY,
                },
                # A way, asked for: by its sign, or by words that ask.
                {
                    "pattern": rf"(?:\b{_ASKS}[^.?!\n]{{0,60}}\b{_WAY}|\b{_WAY}\b[^.!\n]{{0,80}}\?)",
                    "in": "all",
                    "skip": ["past"],
                    "unless": _NO_WAY,
                },
                {
                    "pattern": r"\bhow (?:do|can|would|should|to|does)(?: (?:i|you|one|someone|somebody|people|a person))?(?: best| actually| quickly| painlessly| safely)? (?:kill (?:myself|yourself|oneself)|end (?:my|your|one's) (?:own )?life|overdose|hang (?:myself|yourself|oneself)|tie a noose|commit suicide|die (?:painlessly|quickly|peacefully|without)|poison (?:myself|yourself)|cut (?:my|your) wrists)\b|\b(?:where|who|how)\b[^.?!\n]{0,30}\b(?:get|buy|find|order|obtain)\b[^.?!\n]{0,40}\b(?:to (?:die|end (?:it|my life)|kill myself|finish (?:it|me|myself))|nembutal|pentobarbital|sodium nitrite|cyanide|suicide (?:kit|bag|pills?))\b",
                    "in": "all",
                    "unless": _NO_WAY,
                },
                # What nobody names who does not look for it.
                {
                    "pattern": r"\b(?:nembutal|pentobarbital|sodium nitrite|exit bag|suicide bag|helium hood)\b",
                    "in": "all",
                    "unless": r"\b(?:vets?|dogs?|cats?|documentary|article|film|law|bill|ban(?:ned)?)\b",
                },
                # What lies ready, with how much of it.
                {
                    "pattern": rf"\b(?:saved|saving|stockpil\w+|hoard\w+|collect\w+|kept|keeping|got|counted|bought|have|take|took|taking|taken|swallow\w*)\b[^.?!\n]{{0,30}}\b(?:\d{{2,}}|dozens?|twenty|thirty|forty|fifty|sixty|hundred)\b[^.?!\n]{{0,30}}\b{_MEANS}\b[^.?!\n]{{0,60}}\b(?:enough|to (?:die|end|kill|do it|go)|die|end it|kill me|not wake|way out|finish me|goodbye)\b",
                    "in": "all",
                    "skip": ["past"],
                    "unless": _NO_WAY,
                },
            ]
        },
        # Whatever the rest of the text is in.
        language="",
        purpose=Purpose.MEANS,
    ),
    rule(
        "G25-urging",
        9,
        "Wishing somebody dead",
        REPLY,
        "block",
        _NOT_DEAD,
        {
            "any": [
                {"pattern": _URGES, "in": "all", "skip": ["reported"], "unless": _TOLD_ONESELF},
                {
                    "pattern": _WISHES_DEAD,
                    "in": "all",
                    "skip": ["reported", "negated"],
                    "unless": _TOLD_ONESELF,
                },
            ],
            # Somebody who speaks of their own despair so speaks to themselves.
            "never": [{"pattern": _OWN_DESPAIR, "in": "all"}],
        },
        # Whatever the rest of the text is in.
        language="",
        purpose=Purpose.MEANS,
    ),
    rule(
        "G25-urging-all",
        9,
        "Wishing those who read dead",
        TITLES,
        "block",
        _NOT_DEAD,
        {
            "any": [
                {
                    # Nobody is spoken to where a topic begins, unless it says so.
                    "pattern": rf"(?:\byou (?:all|lot|people|guys|two|both)\b|\ball of you\b|(?:^|\s)@\w)[^\n]{{0,60}}(?:{_URGES}|{_WISHES_DEAD}|\b(?:should|can|deserve to|ought to|hope you) (?:all |just )*(?:die|drop dead)\b)",
                    "in": "all",
                    "skip": ["reported", "negated"],
                    "unless": _TOLD_ONESELF,
                },
            ],
            "never": [{"pattern": _OWN_DESPAIR, "in": "all"}],
        },
        # Whatever the rest of the text is in.
        language="",
        purpose=Purpose.MEANS,
    ),
]
