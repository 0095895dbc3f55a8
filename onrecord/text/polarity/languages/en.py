"""English."""

from onrecord.text.polarity.table import Table

TABLE = Table(
    denying="""
        deny/denies/denied/denying, denial*, dispute/disputes/disputed/disputing, reject*, refute/refutes/refuted/refuting,
        refutation*, rebut*, contradict*, disavow*, disown*, repudiat*, disclaim*, gainsay*, debunk*, contest/contests/contested/contesting,
        dismiss/dismisses/dismissed/dismissing, dismissal*, rule/rules/ruled/ruling … out, wave*/waving/brush*/swat*/wav* … aside/away/off,
        pour* cold water on, shot/shoot/shoots/shooting … down, express*/voice*/voicing … disbelief/incredulity/disagreement, take*/took/taking issue with, disagree*, push* back on/against, scoff* at, laugh* off, retract*, recant*, walk* back,
        withdraw*/withdrew the/his/her/their claim*/statement*/allegation*/accusation*/remark*, distance* himself/herself/themselves/itself from,
        knock*/bat* down,
        not true, not … true, untrue, no truth, not the case, not correct, incorrect that, false that, a lie that, nonsense that,
        plead*/pled not guilty, no such thing as
    """,
    disbelieving="believ*, think*/thought, accept*, agree*, subscribe*, concur*",
    withholding="""
        no comment, comment/comments/commented/commenting … not, not comment*, declin*/refus* … comment*,
        declin*/refus* … respond/answer/discuss/elaborate,
        say/says/said/saying nothing, tell/tells/told/telling no one/nobody/nothing, say/says/said/saying little, said/say/says/saying not/neither that, said/say no word/words, not … a word,
        make/makes/made/making no comment/mention/statement/claim/reference,
        give/gives/gave/giving no answer/comment/indication/explanation/details/reply,
        offer*/provid* no answer/comment/indication/explanation/details/view/opinion/opinions,
        keep*/kept/remain*/stay* silent/mum/quiet/tight-lipped, silent/mum/tight-lipped on/about,
        leave/leaves/left/leaving open, left/leave/leaves it open, sidestep*, dodg*, duck/ducked/ducks/ducking, evad*,
        not be drawn, not drawn,
        is/are/was/were/be/been/being asked … whether/if/why/how/what/who/whom/whose/which/when/where
    """,
    holding_back="""
        declin* to, refus* to, declin*/refus* … to, refusal* to, fail* to, failure to, omit* to, neglect* to, forgot/forget/forgets/forgetting to,
        hesitat* to, unable to, yet to, unwilling to, reluctant to, powerless to, in no position to, at a loss to, too … to,
        declin*, refus*, stop* short of, stop* short at, fell/fall/falls/falling short of, short of, avoid*, refrain* from,
        abstain* from, desist* from, keep*/kept from, shy*/shied/shies away from, balk*/baulk* at, stop*/cease*, cease* to, resist*,
        draw*/drew the line at, steer*/steered clear of,
        without, instead of, rather than, far from, decid*/decision against, not to, it was/is not … who, no intention of, no wish to, careful not to,
        wrongly/falsely/mistakenly/erroneously/incorrectly reported/quoted/cited/alleged/said/believed/thought/understood/supposed/accused to/as/of,
        may/might/could/would/should/must have, accus* of, misquoted as, misreported as/to, misrepresented as
    """,
    asking="""
        ask/asks/asked/asking … whether/if/why/how/what/who/whom/whose/which/when/where,
        inquir*/enquir*, wonder*, question/questions/questioned/questioning, query/queries/queried/querying,
        want*/demand*/ask*/like*/need*/keen to know, puzzle*/puzzling over,
        doubt/doubts/doubted/doubting, express*/voice*/voicing/raise*/raising … doubt/doubts/scepticism/skepticism/uncertainty/misgivings, cast/casts/casting doubt on, uncertain, unsure, unclear
    """,
    asking_if="ask/asks/asked/asking",
    questions="whether, if, why, how, what, who, whom, whose, which, when, where",
    saying="""
        say/says/said/saying, tell/tells/told/telling, state/states/stated/stating, claim*, confirm*, admit*, announc*, declar*, assert*,
        alleg*, argu*, suggest*, imply/implies/implied/implying, insist*, maintain*, mention*, reveal*, disclos*, acknowledg*,
        explain*, clarif*, conced*, conclud*, confess*, promis*, pledg*, predict*, remark*, repl*, answer*, report*, respond*,
        testif*, tweet*, post/posts/posted/posting, vow*, warn*, write/writes/wrote/written/writing, speak*/spoke/spoken, comment*, indicat*, hint*, specif*,
        elaborat*, recall*, repeat*, stress*, accus*, accept*, agree*, call/calls/called/calling, describ*, quot*, utter*, use/uses/used/using the word/words/phrase/term,
        discuss*, endors*, speculat*, swear/swears/swore/sworn, rule/rules/ruled/ruling, identif*, believ*, think*/thought, expect*, propos*,
        make/makes/made/making clear/it, point*, go* on, add/adds/added/adding, note/notes/noted/noting, observ*, estimat*, contend*
    """,
    negations="not, never, never once, not once, almost, nearly, neither, nor, hardly, scarcely, nowhere, no longer, by no means, in no way, at no point, at no time, on no occasion, no evidence/proof/sign/indication/suggestion/reason/record/basis/question",
    nobody="""
        nobody, no one, none, nothing, neither, no, not, few, hardly any/anyone/anybody, scarcely any/anyone/anybody, never, nowhere, nor,
        at no, in no, on no, under no, by no, from no, if, unless, whether, lest, even if, only if, as if, as though
    """,
    between="""
        say/confirm/admit/acknowledge/concede or/nor, said/confirmed/admitted or/nor,
        did, does, do, has, have, had, having, was, were, is, are, am, be, been, being, will, would, can, could, may, might, shall, should, must,
        *ly, yet, ever, even, quite, so far, once, also, just, then, again, itself, himself, herself, themselves, in so many words, since,
        able to, going to, about to, willing to, prepared to, ready to, in a position to, want*/wish*/dare*/care*/bother*/try*/tried/attempt*/need*/seek*/sought/mean*/meant to,
        appear*/seem*/happen* to, allowed/authorised/authorized/expected/supposed/free/inclined/minded to, go/went/gone/going so/as far as to, go*/gone so/as far as,
        quoted as, cited as, recorded as, reported/known/believed/thought/heard/understood/alleged/recorded/said/claimed/shown to have, to have, dare, need, get/got around to, in fact, at all, for certain, for sure, in public
    """,
    auxiliaries="did, does, do, has, have, had, was, were, is, are, am, be, been, will, would, wo, can, could, ca, may, might, shall, should, must",
    adding="saying, adding, stating, insisting, arguing, explaining, claiming, telling, noting, declaring, asserting, writing, calling, tweeting, stressing, suggesting",
    affirming="""
        no doubt, not only, not just, not merely, not simply, not solely, not/never hesitat* to, not/never hesitat* in, not/never/nor fail* to, no hesitation in,
        not/never shy*/shied/shrink/shrank/shrunk away/from/back, not/never help *ing, not/never help but, not/never stop* *ing, not/never stop* short of, not/never refrain* from, not/never avoid*, not/never tire*/tired of, not/never cease* to,
        not without, not for the first/second/third/last time, not/less surprisingly, not least, not afraid to, not/never shy about/of/to, not/never mince*,
        not have said/put … more/better, not have said/put it more/better, not … more clearly/plainly/strongly/firmly/bluntly, no less, no fewer, none other than, no wonder, no sooner, no/not later than, if not,
        not long after/before/ago, not far from, made/make/makes/making no secret of, made/make/makes/making no bones about, no secret that, not coincidentally, not alone in, no exception,
        deny/denies/denied/denying … access/entry/bail/visa/visas/asylum/parole/permission/admission/entrance/leave/service/care/treatment/boarding/landing,
        reject*/dismiss* the/a/an/his/her/their/its … bill/offer/plan/proposal/motion/appeal/amendment/request/application/bid/case/deal/minister/coach/manager,
        ask/asks/asked/asking … to/for, ask/asks/asked/asking that, is/are/was/were/be/been/being asked about/for/to/on/in/at/during/and/or, in no time, no … later, rule/rules/ruled/ruling out of, go/goes/went/going without saying,
        without hesitation/hesitating/delay/exception/warning/doubt
    """,
    that="that, whether, if",
)
