"""Details, offers, and danger to somebody's life."""

from typing import Any

from guidance.shipped.making import ALL, TOLD, rule

_SELLING: dict[str, Any] = {"any": [
    {"pattern": r"\b(?:dm|pm|inbox|message|messages?|private(?:ly)?|private message|drop me|flick me|give (?:us|me) a shout|hit me up|reach (?:out|me)|in private|send me|shout by|comment me|ask me|mention my name|write (?:to )?me|contact me|get in touch|through me)\b[^!?]{0,80}(?:[$£€] ?\d+|\b\d+ ?(?:quid|bucks|pounds|euros?|dollars|each|a pot|or nearest|ono|p&p|plus|shipping|postage)\b|\b(?:price|prices|order|orders|commissions?|rates?|discount|offer|packages?|payment plan|cheap(?:er)?|sale|product|investment|cost|link|team|sign you|get you|sort ya|sort you|details|dm)\b)|(?:[$£€] ?\d+(?:\.\d\d)?|\b\d+ ?(?:quid|bucks|pounds|euros?|dollars|tenner|fiver)\b|\b(?:a )?(?:tenner|fiver)\b|\bhalf price\b|\btwo for one\b|\bearly bird\b|\bfree (?:starter|delivery|discovery|postage)\b|\b(?:bargain|job lot|going cheap|face value|bulk buy|for sale|on sale|back in stock|cash on collection|no time wasters|instalments)\b)[^!?]{0,80}\b(?:dm|pm|inbox|message|messages?|private(?:ly)?|drop me|give (?:us|me) a shout|my (?:site|website|page|shop|store|bio|profile|link|calendar)|order|link|collection|deliver\w*|sign up|each|a (?:class|pot|session|month|bottle)|buyer|shipping|membership|sessions?)\b",
     "in": "all", "skip": [*TOLD, "past"], "unless": r"\b(?:i (?:paid|pay|bought|spent|got|ordered|saved)|cost me|charged me|prescription|taxi|bus|parking|ticket price|donat\w+|charity|moderators?|nhs|insurance|copay|refund|bills?|rent|mortgage|benefits?|pip|they (?:charge|sell|want)|does anyone know|hospital app|physio|shocking|team directly|lets you)\b"},
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
    ),
    rule(
        "G24-passive",
        9,
        "Somebody may not want to live",
        ALL,
        "help",
        _HARD_TO_CARRY,
        {"any": [{"detector": "wish_not_to_live"}]},
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
                # Asking for a way, in general words: none is needed to hear the question.
                {
                    "pattern": r"\b(?:method|ways?|guide|site|instructions?|step by step|poison|drug|pills?|medicines?|anything|something|stuff|what(?:'s| would| do| did)?|which|how)\b[^.?!]{0,70}\b(?:to (?:die|end (?:my|their|your|one's|a) life|finish (?:someone|somebody|me|myself|it)|kill (?:me|yourself|myself|themselves|oneself|a person|someone|for certain)|take my own life|not survive|do away with|go to sleep and)|die by (?:my|your|their) own hand|take my own life|finish (?:me|someone|somebody|myself) off|kill(?:ing)? (?:me|yourself|yourselves|themselves|oneself|myself)|ending (?:my life|me|it all|things peacefully|one's life)|end their life|does away with (?:him|her|them)sel(?:f|ves)|don't survive|didn't survive an attempt|my body gives up|do the job of ending|enough to finish)\b",
                    "in": "all",
                    "skip": ["past"],
                    "unless": r"\b(?:kill(?:ing)? (?:me|my back|my legs|my feet)(?:[.,!]| with| today| by| lately)|ms is|legs are|heat is|pain is|fatigue is|stairs|he|she|died|lost|my (?:brother|sister|dad|mum|friend|uncle|aunt|cousin|husband|wife|son|daughter)|prevent\w*|help(?:line)?s? (?:for|when)|afraid|scared|accident\w*|assisted dying|law|bill|debate|dignitas|film|book|novel|documentary|germs|bacteria|weeds|mould|mold|virus|spiders?|wasps?|plant|dog|cat|vet|nothing to|way to (?:kill|pass) time|killing (?:me|time) )\b",
                },
                {
                    "pattern": r"\b(?:least painful|painless|surest|foolproof|can't fail|cannot fail|never fails|what works|going wrong|without it going wrong|hurts? least|quicker|how long (?:it takes|until it's over|does it take)|for certain|do it properly|botched|too messy|sure to work|always work|over the counter|ordinary house|would an overdose|overdose of what)\b",
                    "also": r"\b(?:dying|die|kill\w*|end(?:ed|ing)? (?:my|it|their|one's) ?(?:life)?|suicid\w*|attempt|take my own life|ways? there are|ending my life|own hand|do it|done it|did it|most people choose|she manage it|he ended it|overdose)\b",
                    "in": "all",
                    "skip": ["past"],
                    "unless": r"\b(?:needle|inject\w*|jab|shots?|infusion|cannula|catheter|lumbar|puncture|exercise|physio|botox|blood (?:test|draw)|tattoo|wax\w*|dentist|procedure|recipe|form|pip|appeal|scan|dog|cat|vet|wasp|germs|weeds|plasters?|hoist|transfer|shower|accident\w*|by mistake|scared|afraid)\b",
                },
                {
                    "pattern": r"\b(?:how many|how much|what (?:dose|amount|quantity)|which|what|is|are|would|will|does|if i (?:take|took))\b[^.?!]{0,60}\b(?:pills?|tablets?|paracetamol|acetaminophen|tylenol|insulin|morphine|oxycodone|baclofen|amitriptyline|diazepam|meds|mg|drugs?|opioids?|sleeping|carbon monoxide|gas|helium|nitrogen|bleach|{drugs})\b[^.?!]{0,60}\b(?:to (?:die|kill (?:me|myself|yourself|a person|someone|you)|end (?:it|my life|things)|overdose|not wake)|lethal|fatal|deadly|enough to (?:die|kill|end)|(?:would|will|could) (?:kill|finish|be enough|do it)|overdose (?:on|with))\b",
                    "in": "all",
                    "unless": r"\b(?:accident\w*|by mistake|child(?:ren)?|dog|cat|toddler|safe (?:dose|to take)|lethal dose of sarcasm|side effects?)\b",
                },
                {
                    "pattern": r"\bhow (?:much|many)\b(?: [\w']+){0,8} (?:enough|need(?:ed)?|take|takes|require[sd]?|too many)\b(?: [\w']+){0,4} to (?:die|kill (?:me|myself|yourself|a person|someone)|end (?:it|my|everything)|finish (?:it|me|things)|not wake|never wake|go (?:to sleep )?(?:for good|forever|for ever))\b|\b(?:something|anything|stuff|a way|ways|means|method|way out|how)\b[^.?!]{0,50}\b(?:finish|end) (?:it(?: all)?|things|everything|my life|myself)\b[^.?!]{0,40}\b(?:quick\w*|fast|painless\w*|doesn't hurt|won't hurt|without (?:pain|hurting)|no pain|peaceful\w*|clean)\b|\b(?:quick\w*|painless\w*|peaceful\w*|doesn't hurt|won't hurt|without (?:pain|hurting))\b[^.?!]{0,40}\bto (?:die|end it|kill myself|finish it|end my life)\b|\b(?:where|how|who)\b[^.?!]{0,30}\b(?:get|buy|find|order|obtain)\b[^.?!]{0,40}\bto (?:finish|end) (?:it(?: all)?|everything|my life|myself|things)\b|\b(?:enough|which|what|how many|how much)\b[^.?!]{0,40}\bto (?:die from|be fatal|be lethal|overdose|finish me|end me)\b",
                    "in": "all",
                    "unless": r"\b(?:accident\w*|by mistake|child(?:ren)?|dog|cat|toddler|job|relationship|marriage|course|project|race|book|knitting|prescription)\b",
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
    rule(
        "G25-urging",
        9,
        "Wishing somebody dead",
        ALL,
        "block",
        "This wishes somebody dead, so it cannot be posted. If you are very angry, the moderators "
        "can help: please report the post instead.",
        {
            "any": [
                {
                    "pattern": r"\b(?:hope|wish|pray(?:ing)?|may|rot|the day|can't wait)\b[^.?!]{0,40}\b(?:you|your|ur)\b[^.?!]{0,40}\b(?:die|dies|dead|croak|in the ground|heart stops|kills you|kill you|in agony|snuff it|coffin|grave|funeral|never wake)\b|\b(?:ms|illness|disease|cancer) kills you\b|\b(?:swallow|take) the (?:whole )?(?:lot|bottle|packet)\b[^.?!]{0,20}\b(?:done|missed|you)\b|\b(?:get in the sea|stay under|off you pop|go hang|do the decent thing|easy way out|put you down|let you drown|been aborted|better off in (?:a|the) (?:coffin|grave|ground)|still breathing|one less of you|less of you|commit suicide|finish it|end it)\b",
                    "also": r"\b(?:you|your|yourself|ur|u)\b",
                    "in": "all",
                    "skip": ["reported", "negated"],
                    "unless": r"\b(?:he|she|they|him|her|someone|somebody|anyone|if you|when you|help|safe|sorry|please (?:ring|call|talk|don't)|hugs?|scared|thinking of|are you|do you|afraid|i (?:feel|felt|was|am|want|wanted|can't|cannot|need|die|died|never)|i'm|my (?:\w+ )?(?:died|said|told|ms|heart|legs?))\b",
                },
                {
                    "pattern": r"\b(?:do it then|go on then|get on with it and die|hurry it along|so should you|fix the mistake yourself|be done,? you won't be missed|why are you (?:even )?still (?:breathing|alive|here)|nobody (?:will|would|'ll) (?:cry|come|miss|care|mourn)[^.?!]{0,20}\b(?:your funeral|you)|nobody asked you to (?:go on )?liv\w+|you(?:'d| would) have done it|a burden on everybody|i(?:'d| would) have (?:shot|killed|hanged) myself|should(?:'ve| have| of) (?:been aborted|drowned|let you drown)|you won't be missed)\b",
                    "also": r"\b(?:die|dead|suicide|kill|life|living|breathing|funeral|drown|finish|swallow|missed|coffin|really wanted|permanently|stop it|hang|shot|commit)\b",
                    "in": "all",
                    "skip": ["reported", "negated"],
                    "unless": r"\b(?:sorry|hugs?|ring|helpline|please (?:ring|call|talk|don't)|i (?:feel|felt|am|was)|me feel|i'm a burden|myself feel)\b",
                },
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
