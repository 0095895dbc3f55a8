"""What names and noun phrases tell about who they stand for. The lists are our own."""

MALE_TITLES = frozenset(
    "mr mr. sir lord king prince father brother pope congressman chairman spokesman businessman policeman councilman assemblyman he his him".split()
)
FEMALE_TITLES = frozenset(
    "mrs mrs. ms ms. miss lady dame queen princess sister mother congresswoman chairwoman spokeswoman businesswoman "
    "policewoman councilwoman assemblywoman actress widow she her".split()
)
# Nouns that tell whether he or she is meant, beside the titles.
MEN = frozenset(
    "father dad grandfather husband brother son uncle nephew man boy king prince gentleman widower lord".split()
)
WOMEN = frozenset(
    "mother mum mom grandmother wife sister daughter aunt niece woman girl queen princess lady widow".split()
)
TITLES = frozenset(
    "mr mr. mrs mrs. ms ms. miss dr dr. prof prof. professor sir lord lady dame king queen prince princess president vice "
    "deputy prime minister defense defence foreign interior finance secretary state general lt lt. lieutenant col col. "
    "colonel gen gen. major maj maj. sgt sgt. sergeant capt capt. captain admiral adm adm. commander chief justice judge "
    "senator sen sen. representative rep rep. congressman congresswoman gov gov. governor mayor chancellor ambassador "
    "attorney speaker leader majority minority rev rev. reverend bishop archbishop cardinal pope rabbi imam sheikh "
    "spokesman spokeswoman spokesperson director chairman chairwoman chair ceo founder editor author analyst economist "
    "historian former ex acting interim rival nominee candidate republican democratic democrat conservative labour "
    "presidential gop retired late officer detective inspector superintendent commissioner coach manager head principal "
    "administrator curator expert lawyer attorney-general under-secretary undersecretary envoy special senior first emeritus "
    "constable executive whip surgeon treasurer councillor councilman mp tsar premier citizen businessman businesswoman actor actress singer journalist reporter host teammate skipper boss "
    "owner co-founder cofounder co-owner co-chair co-author coauthor co-host co-writer co-director midfielder striker "
    "goalkeeper quarterback".split()
)
# Heads of noun phrases that say what somebody is, and so may point back at a name.
ROLES = frozenset(
    "president minister premier chancellor leader secretary senator congressman congresswoman representative governor "
    "mayor ambassador spokesman spokeswoman spokesperson director chairman chairwoman chair chief commander general "
    "colonel admiral judge justice lawyer attorney candidate nominee businessman businesswoman professor doctor author "
    "writer editor reporter journalist analyst economist historian scientist researcher expert activist host actor "
    "actress singer coach founder executive officer official king queen prince princess pope bishop lawmaker democrat "
    "republican politician diplomat envoy boss manager head curator physician priest filmmaker director billionaire "
    "commissioner sheriff constable archbishop cardinal whip treasurer tsar premier prosecutor veteran designer artist musician player captain speaker master".split()
)
# "Governors Bo Quist and Ann Lee", "Sens. Quist and Lee"
TITLES |= {role + "s" for role in ROLES if role.isalpha() and not role.endswith(("s", "y"))} | frozenset(
    "sens. reps. govs. drs. profs. messrs messrs. sens reps secretaries deputies".split()
)
ORGANISATION_WORDS = frozenset(
    "ministry department agency agencies news times post press journal herald newspaper magazine television radio university college school "
    "committee council commission parliament senate congress house party corporation corp corp. inc inc. ltd company "
    "association society center centre institute institution church court tribunal police army navy force forces "
    "government administration campaign union bank group foundation fund authority office bureau service organization "
    "organisation network league federation alliance coalition club team board union nations assembly hospital museum "
    "exchange treasury pentagon kremlin white cabinet embassy media reuters afp ap kcna xinhua tass cnn bbc nbc cbs abc "
    "fox msnbc npr politico yonhap wikinews twitter facebook google union trust panel delegation regime militia brigade "
    "study poll survey report archive observatory gazette tribune observer guardian telegraph chronicle examiner globe "
    "strategies industries partners energy systems technologies solutions records airlines motors brothers capital "
    "holdings studios pictures entertainment labs "
    "international guard corps bulletin courier dispatch sentinel review weekly daily channel wire broadcasting commission".split()
)
# A name that begins with one of these is a place's.
PLACES = frozenset(
    "u.s. u.k. u.n. e.u. united new north south east west northern southern eastern western middle central great san santa los las america "
    "american africa african asia asian europe european afghanistan albania algeria argentina armenia australia austria azerbaijan "
    "bangladesh belarus belgium bolivia bosnia brazil britain british bulgaria cambodia canada chile china chinese colombia croatia cuba cyprus "
    "denmark ecuador egypt england estonia ethiopia finland france french germany german ghana greece greek guatemala haiti hungary "
    "iceland india indian indonesia iran iraq ireland irish israel israeli italy italian japan japanese kazakhstan kenya korea korean kosovo "
    "kuwait laos latvia lebanon libya lithuania malaysia mali mexico mexican moldova mongolia morocco myanmar nepal netherlands "
    "nicaragua nigeria norway pakistan palestine panama peru philippines poland polish portugal qatar romania russia russian rwanda "
    "saudi scotland senegal serbia singapore slovakia slovenia somalia spain spanish sudan sweden swedish switzerland swiss syria syrian taiwan tanzania "
    "thailand tunisia turkey turkish ukraine ukrainian uruguay uzbekistan venezuela vietnam wales yemen zambia zimbabwe "
    "washington moscow beijing berlin tokyo brussels pyongyang seoul kyiv tehran baghdad cairo alabama alaska "
    "arizona arkansas california colorado connecticut delaware florida hawaii idaho illinois indiana iowa kansas kentucky "
    "louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada ohio oklahoma "
    "oregon pennsylvania tennessee texas utah vermont wisconsin wyoming".split()
)
# A name that ends with one of these is a place's, a day's or a law's, unless a given name begins it.
PLACE_ENDINGS = frozenset(
    "street avenue road square river island islands bay lake sea ocean mountain valley hill hills beach park bridge airport "
    "station building tower hotel stadium hall day week year war act bill treaty amendment city county east west states kingdom "
    "islands desert coast province district prize award".split()
)
# Offices of which there is one in a story: a person without a known role may hold it.
LEADING_ROLES = frozenset(
    "leader president premier chancellor nominee candidate businessman businesswoman billionaire king queen pope".split()
)
# Nouns of people, and how many others end.
HUMANS = frozenset(
    "youth youngster man woman boy girl mother father sister brother wife husband son daughter neighbour neighbor friend source sources child "
    "student victim witness resident voter customer guard nurse chief boss aide one somebody someone anyone colleague "
    "prisoner soldier farmer driver pilot clerk cook shopkeeper villager passer-by bystander survivor crowd audience "
    "chef cop guide referee retiree refugee employee trainee monk nun pupil teen kid adult parent aunt uncle cousin nephew "
    "niece guest bride groom pal mate athlete champion vet medic surgeon sculptor poet critic mechanic academic cleric "
    "convict suspect defendant plaintiff claimant landlord tenant thief tourist twin recruit opponent cyclist teammate "
    "campaigner ceo mp gp fan deputy partner spouse".split()
)
HUMAN_ENDINGS = ("er", "or", "ist", "ian", "man", "woman", "person", "eer", "ess", "ant")
# What speaks without being anybody.
THINGS = frozenset(
    "census ad ads spot video film documentary poll survey study analysis complaint lawsuit ruling website site page headline law bill "
    "order memo transcript chart table graph report statement letter article document filing book tweet text".split()
)
# Documents: "the report continues" is whoever issued it.
DOCUMENTS = frozenset(
    "report statement letter article announcement message post tweet release text document filing brief memo paper book email e-mail note dispatch communique communiqué entry greeting".split()
)
# Others that somebody makes and that say something.
ISSUED = frozenset(
    "study survey poll analysis memo manifesto audit lawsuit complaint petition guidance bulletin editorial "
    "press-release newsletter review".split()
)
# "their estimates", "his words": whose they are says who speaks.
SPEECH_NOUNS = frozenset(
    "estimate estimates report reports statement statements words remarks account claim claims calculation calculations view views opinion opinions spokesman".split()
)
PLURAL_HEADS = frozenset(
    "people police media press men women children officials critics sources many some others both several most few".split()
)
PARTICLES = frozenset("de da di del della der van von bin ibn al el la le du dos ben ter den".split())
NOT_NAMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september "
    "october november december jan. feb. mar. apr. aug. sept. oct. nov. dec. the a an in on at but and for if when while after before it he she they we i you his "
    "her their our its this that these those there here what who how why as so not no yes to from with by of or also "
    "according however meanwhile since because although though then now last next even just still both all most many "
    "some several more firstly secondly finally one another others two three four five six seven eight nine ten everyone "
    "nobody everybody somebody someone none each few asked does did do is are was were has have had can could would should "
    "must shall let ask meet".split()
)


def is_human(word: str) -> bool:
    """Whether a noun says what people are, one or several: "mayor", "deputies", "police"."""
    single = word.removesuffix("s")
    return (
        single in ROLES
        or single in HUMANS
        or word in ROLES
        or word in PLURAL_HEADS
        or word in ORGANISATION_WORDS
        or single in ("deputy", "partner", "spouse")
        or single.endswith(HUMAN_ENDINGS)
    )


def is_person(word: str) -> bool:
    """Whether a noun says what one person is: "mayor", "survivor"."""
    return word in ROLES or word in HUMANS or word.endswith(HUMAN_ENDINGS)
