"""Words of MS that rules name by their list: the first filling of the thesaurus.

Drugs by generic and brand name (the European and American medicines agencies' product lists), with
the symptomatic ones; moderators add to the lists without code.
"""

from django.utils.translation import gettext_lazy as _

DRUGS = """
alemtuzumab; lemtrada; cladribine; mavenclad; dimethyl fumarate; tecfidera; diroximel fumarate;
vumerity; monomethyl fumarate; bafiertam; fingolimod; gilenya; siponimod; mayzent; ozanimod; zeposia;
ponesimod; ponvory; glatiramer; glatiramer acetate; copaxone; brabio; glatopa; interferon; interferons;
interferon beta; avonex; rebif; betaferon; betaseron; extavia; plegridy; peginterferon; natalizumab;
tysabri; tyruko; ocrelizumab; ocrevus; ofatumumab; kesimpta; ublituximab; briumvi; rituximab;
mabthera; rituxan; truxima; rixathon; teriflunomide; aubagio; mitoxantrone; novantrone; azathioprine;
imuran; methotrexate; mycophenolate; cyclophosphamide; tolebrutinib; inebilizumab; satralizumab;
baclofen; lioresal; tizanidine; zanaflex; dantrolene; diazepam; valium; clonazepam; gabapentin;
neurontin; pregabalin; lyrica; carbamazepine; tegretol; oxcarbazepine; lamotrigine; amitriptyline;
nortriptyline; duloxetine; cymbalta; fampridine; fampyra; dalfampridine; ampyra; modafinil; provigil;
armodafinil; nuvigil; amantadine; symmetrel; methylphenidate; oxybutynin; ditropan; solifenacin;
vesicare; tolterodine; mirabegron; betmiga; myrbetriq; trospium; desmopressin; sativex; nabiximols;
cannabidiol; botox; botulinum toxin; methylprednisolone; prednisolone; prednisone; dexamethasone;
solumedrol; solu-medrol; acthar; steroids; steroid; sertraline; citalopram; escitalopram; fluoxetine;
venlafaxine; mirtazapine; antidepressant; antidepressants; naltrexone; low dose naltrexone; ldn;
antibiotics; nitrofurantoin; trimethoprim; tramadol; codeine; morphine; opioids; sildenafil; viagra;
propranolol; topiramate; levetiracetam; paracetamol; acetaminophen; ibuprofen; insulin
"""

# What weakens defences: with fever or confusion a reason to ring today.
IMMUNE_DRUGS = """
alemtuzumab; lemtrada; cladribine; mavenclad; tecfidera; dimethyl fumarate; vumerity; fingolimod;
gilenya; siponimod; mayzent; ozanimod; zeposia; ponesimod; ponvory; natalizumab; tysabri; tyruko;
ocrelizumab; ocrevus; ofatumumab; kesimpta; ublituximab; briumvi; rituximab; mitoxantrone;
azathioprine; methotrexate; mycophenolate; cyclophosphamide; steroids; immunosuppressant;
immunosuppressants; immune drug; infusion; dmt; dmd; chemo; hsct
"""

UNPROVEN = """
ccsvi; liberation procedure; liberation therapy; liberation treatment; venoplasty; bee venom; bee
stings; live bees; bee sting; bee sting therapy; bee therapy; bvt; apitherapy; cobra venom; snake venom; scorpion venom; chelation; chelate; chelates; chelating; chelator; edta; high-dose biotin; high dose biotin; mega-dose
biotin; megadose biotin; mega biotin; biotin in mega; qizenday; mega dose biotin; high-dose b7; 300mg biotin; 300 mg biotin; coimbra; coimbra protocol; stem cell clinic; stem cell clinics; stem-cell clinic; stem cell
tourism; stem cell place; stem cell transfusion; fat derived stem cells; umbilical stem cells; umbilical cord
cell~; placenta stem cells; mesenchymal cells; stem cells abroad; stem cells in mexico; stem cells in panama; stem cells in india; stem cells in ukraine;
stem cells in china; stem cells in turkey; jugular stent; jugular stents; vein stenting; neck veins; neck vein surgery; jugular valve; jugular valves; both jugulars; my jugulars; your jugulars; narrowed veins; venous insufficiency; zamboni;
rife machine; hulda clark; zapper; kambo; camel milk; ldn cures; frequency healing; bioresonance; iridology;
mercury fillings out; fillings removed; leaky gut protocol; borax; mms; miracle mineral; chlorine dioxide; worm therapy; parasitic worms; goat serum; black salve; helminth; helminths; hookworm;
hookworms; whipworm; hyperbaric; barochamber; dive chamber; oxygen therapy centre; oxygen therapy center; hyperbaric oxygen; hbot; oxygen chamber; ozone therapy; ozone blood; ozone in the vein; ozone injections; blood ozone; colloidal silver; homeopathy;
homeopathic; amalgam removal; amalgams out; amalgams drilled; fecal transplant; faecal transplant; wahls protocol; medical medium;
celery juice; alkaline water; black seed oil; methylene blue; ivermectin; fenbendazole; dmso;
turpentine; urine therapy; magnet therapy; detox cleanse; parasite cleanse; best bet diet; swank diet;
high-dose vitamin d; high dose vitamin d; megadose vitamin d; mega-dose vitamin d
"""

THESAURUS = """
fatigue; spasm; spasms; spasticity; numb; numbness; tingling; tremor; tremors; balance; falls; foot;
drop; bladder; bowel; ocb; optic; neuritis; vision; nystagmus; vertigo; dizzy; dizziness; tinnitus; hug;
lhermitte; uhthoff; heat; cold; pain; trigeminal; neuralgia; itching; cramp; cramps; cog; fog; memory;
speech; swallowing; sleep; insomnia; depression; anxiety; relapse; relapses; flare; lesion; lesions; mri;
scan; scans; lumbar; puncture; diagnosis; diagnosed; rrms; spms; ppms; cis; ris; edss; physio; wheelchair;
rollator; cane; stick; scooter; brace; fes; catheter; botox; steroids; infusion; infusions; needles;
injections; pregnancy; breastfeeding; menopause; vaccine; vaccines; covid; flu; vitamin; diet; exercise;
swimming; yoga; pilates; cycling; gym; walking; driving; travel; flying; holiday; work; job; employer;
benefits; pip; disability; insurance; carer; kids; children; partner; sex; intimacy; hsct; stem; cells;
hair; weight; teeth; dentist; alcohol; caffeine; cannabis; stairs; adaptations; blue; badge; cooling; vest
"""


# Names of one thing: the generic name first.
SAME_THINGS = """
alemtuzumab = lemtrada; cladribine = mavenclad; dimethyl fumarate = tecfidera; diroximel fumarate =
vumerity; fingolimod = gilenya; siponimod = mayzent; ozanimod = zeposia; ponesimod = ponvory; glatiramer
= copaxone = brabio = glatopa; interferon = avonex = rebif = betaferon = betaseron = plegridy; natalizumab
= tysabri = tyruko; ocrelizumab = ocrevus; ofatumumab = kesimpta; ublituximab = briumvi; rituximab =
mabthera = rituxan; teriflunomide = aubagio; baclofen = lioresal; tizanidine = zanaflex; gabapentin =
neurontin; pregabalin = lyrica; fampridine = fampyra = dalfampridine = ampyra; modafinil = provigil;
oxybutynin = ditropan; solifenacin = vesicare; mirabegron = betmiga = myrbetriq; nabiximols = sativex;
naltrexone = ldn; fatigue = exhaustion = tiredness; spasm = spasms = cramps; walker = rollator; stick =
cane; rrms = relapsing remitting; ppms = primary progressive; spms = secondary progressive; cis = clinically
isolated syndrome; mri = scan; work = job; boss = manager; bladder = urine
"""

TITLES = {
    "drugs": _("Drugs, by generic and brand name"),
    "immune_drugs": _("Drugs that weaken defences"),
    "unproven": _("Treatments without good evidence"),
    "thesaurus": _("Words of MS"),
    "same_things": _("Names of one thing, with = between them"),
}


def words_of(lines: str) -> tuple[str, ...]:
    """The terms of a list, without the line breaks it was written with."""
    return tuple(" ".join(each.split()) for each in lines.split(";") if each.strip())


FIRST_LISTS = {
    "drugs": words_of(DRUGS),
    "immune_drugs": words_of(IMMUNE_DRUGS),
    "unproven": words_of(UNPROVEN),
    "thesaurus": words_of(THESAURUS) + words_of(DRUGS),
    "same_things": words_of(SAME_THINGS),
}
