"""The kinds of things and the terms of law that a charter names by a word of its own, each with its meaning."""

from __future__ import annotations

from charterlang.model.vocabulary import table

VALUE_KINDS = table("kind of value", [
    ("openness", "What is made in common stays open for all to share and to build upon.", "open"),
    ("stewardship", "The thing is kept for those it serves, not for those who could sell it."),
    ("community-control", "Those whom it concerns decide, and nobody can take the decision away from them.",
     "self-rule self-government democracy"),
    ("independence", "No commercial party comes to own or steer the protector."),
    ("asset-lock", "What has been gathered for the common purpose cannot be shared out."),
    ("mission-lock", "The purpose cannot be changed by those whom it binds.", "mission"),
    ("identity", "The name stands for the community, and nobody carries it off.", "name"),
    ("reciprocity", "Who draws on the commons gives back to it.", "copyfair return"),
    ("continuity", "The work goes on when a payer, a host or a founder leaves."),
    ("affordability", "It stays within the reach of those it is for."),
    ("data-control", "Those whom the data describe decide together what is done with them.", "privacy"),
    ("exit", "Who leaves can take along what is theirs, and the community can carry on elsewhere.", "fork"),
    ("care", "Nobody whom a decision touches is left worse off without a voice or a remedy."),
])  # fmt: skip

COMMONS_KINDS = table("kind of commons", [
    ("knowledge", "Texts, methods, recipes, teaching matter."),
    ("software", "Programs and what is needed to build them.", "code"),
    ("data", "Collections of facts or records, open or pooled.", "dataset database"),
    ("design", "Plans from which things are made.", "designs hardware"),
    ("culture", "Works of art, music, film, local tradition.", "media art"),
    ("land", "Ground held for those who live on it or work it."),
    ("housing", "Homes held out of the market.", "house"),
    ("infrastructure", "Networks, buildings, machines in common use.", "network"),
    ("energy", "Power plants and grids in common hands."),
    ("food", "Growing, cooking and sharing what people eat."),
    ("water", "Springs, wells, canals and pipes."),
    ("forest", "Woods in common use."),
    ("fishery", "Fishing grounds in common use."),
    ("pasture", "Grazing land in common use."),
    ("currency", "A unit of account in common use.", "money"),
    ("platform", "A service on which members deal with one another.", "service marketplace"),
    ("care", "Looking after people, organised in common."),
    ("standard", "A specification that many follow.", "protocol specification"),
    ("model", "A trained model with its weights.", "models"),
    ("space", "A place that many use in turn.", "place building"),
    ("fund", "Money pooled for a common purpose."),
    ("tools", "Things lent among members.", "library"),
])  # fmt: skip

ASSET_KINDS = table("kind of asset", [
    ("trademark", "A registered word or sign under which the work is known.", "mark name brand"),
    ("certification-mark", "A mark that says a thing meets a standard.", "certification label"),
    ("domain", "A name on the internet.", "domains"),
    ("copyright", "The title to a work: who holds it may relicense.", "title authors-rights"),
    ("patent", "A right to exclude others from an invention.", "patents"),
    ("repository", "Where the work is kept and changed.", "forge repo registry-of-code"),
    ("registry", "Where names, packages or members are recorded."),
    ("channel", "The way by which versions reach people: an update service, an app store account, a printing press.",
     "release-channel update-service app-store"),
    ("infrastructure", "Machines and services on which the work runs.", "servers hosting equipment network plant"),
    ("account", "An account with a service, and the keys to it.", "accounts keys"),
    ("land", "Ground.", "plot site soil"),
    ("building", "A house or other structure.", "house housing buildings home homes"),
    ("data", "Records that can be copied, sold or deleted.", "dataset database archive"),
    ("fund", "Money set aside.", "money cash reserve reserves endowment treasury"),
    ("shares", "A part of another body, with its votes.", "stake equity share"),
    ("contract", "Rights under an agreement.", "lease licence license concession"),
    ("certificate", "A certification that can be dropped or lost.", "accreditation"),
    ("status", "A legal status that can be given up.", "permit"),
    ("goodwill", "The good name of a business and its customers.", "customers"),
    ("collection", "Books, works, seeds, tools kept together.", "archive-collection seeds tools library"),
    ("business", "An undertaking as a whole.", "undertaking"),
    ("model", "A trained model with its weights.", "weights"),
])  # fmt: skip

CONSENT_TESTS = table("ground on which a consent may be refused", [
    ("purpose", "Whether the act serves the purpose.", "mission objects object charitable-purpose"),
    ("use", "Whether the thing stays in the use it is meant for."),
    ("public-interest", "Whether the act serves the public.", "public public-benefit common-good"),
    ("future-beneficiaries", "Whether those who come later are still served.", "future-generations beneficiaries"),
    ("price", "Whether the price is right: guards the money only.", "consideration"),
    ("fair-value", "Whether value leaves below its worth: guards the money only.",
     "value valuation fairness full-value charitable-value charitable-assets"),
    ("creditors", "Whether creditors are harmed: guards the money only.", "creditors-value"),
    ("competition", "Whether competition suffers: guards no value of the charter.", "antitrust"),
    ("procedure", "Whether the form was kept: guards no value of the charter.", "form formality legality"),
    ("disclosure", "Whether the facts were laid open: guards no value of the charter.", "transparency information"),
    ("solvency", "Whether debts can still be paid: guards no value of the charter.", "liquidity"),
    ("security", "Whether the State's security suffers: guards no value of the charter.", "national-security"),
    ("own-interest", "Whatever suits the one who is asked: guards every value, as far as that one cares."),
    ("reasonableness", "Whether a refusal would be reasonable, all things weighed: guards every value.", "reasonable"),
    ("members-interest", "Whether the members, or the project, are served.", "project-interest community-interest"),
    ("community-base", "Whether the body stays rooted where it belongs."),
    ("independence", "Whether the body stays its own."),
    ("fiduciary-duty", "Whether those who act keep their duties of care: guards no value of the charter."),
    ("fitness", "Whether a person is fit for a post: guards no value of the charter.", "fit-and-proper"),
    ("rates", "Whether tariffs are lawful: guards no value of the charter.", "tariffs"),
    ("budget", "Whether the budget balances: guards no value of the charter."),
])  # fmt: skip

LOCK_BASES = table("basis of a lock", [
    ("statute", "The law itself locks the thing.", "law act"),
    ("charity-law", "The law of charities, with its authority behind it.", "charity charitable-status"),
    ("trust", "A trust: trustees hold for a purpose and a court enforces it.", "purpose-trust deed-of-trust"),
    ("ground-lease", "The ground is another's, and the lease binds every holder of the house.", "lease leasehold"),
    ("covenant", "A right registered against the thing, which binds whoever holds it.", "easement servitude"),
    ("articles", "The constitution: whoever amends it lifts the lock.", "bylaws constitution"),
    ("contract", "An agreement: its parties can end it together.", "agreement"),
    ("veto", "Somebody's right to say no.", "golden-share"),
    ("licence", "A licence that cannot be taken back.", "license"),
    ("court", "An order or a supervision by a court."),
    ("regulator", "A public authority watches over it.", "authority"),
])  # fmt: skip

MODES = table("way to meet a need", [
    ("gift", "Given, without return.", "donation volunteering free"),
    ("commons", "Taken from what is held in common.", "sharing pooling"),
    ("purchase", "Bought at a price.", "market buy sale trade"),
    ("public", "Provided by a public body.", "state municipality"),
    ("exchange", "Given for something in return, without money.", "barter reciprocity mutual-credit"),
    ("subscription", "Paid for ahead by those who will use it.", "membership csa"),
    ("own-work", "Done by those who need it.", "self-provision diy household"),
    ("grant", "Paid for by a funder who does not use it.", "subsidy"),
    ("lease", "Used for a rent.", "rent rental"),
    ("loan", "Lent and given back.", "lending"),
])  # fmt: skip

CONTRIBUTION_TERMS = table("terms of contribution", [
    ("dco", "Each contributor certifies the right to contribute, under the licence of the commons; nobody gets more."),
    ("inbound=outbound", "What comes in comes in under the licence under which it goes out; nobody gets more."),
    ("cla", "Contributors let one party use their work under other terms too: that party can relicense."),
    ("assignment", "Contributors hand their title to one party: that party can relicense."),
    ("fiduciary", "A trustee holds the rights and is bound to use them for open licences."),
    ("none", "Nothing is agreed."),
    ("other", "Terms in the charter's own words."),
])  # fmt: skip

SIDES = table("side", [
    ("community", "Members and affected people who would not profit from a breach."),
    ("commercial", "Investors, firms, lenders and holders of stakes that can be sold.", "investor business"),
    ("insider", "Founders, staff, sitting organs, and owners who decide as they like.", "insiders staff founder"),
    ("guardian", "Courts, regulators and independent bodies that must agree.", "public neutral"),
])  # fmt: skip

DISPUTE_STEPS = table("way to settle a dispute", [
    ("conversation", "Those concerned talk first.", "talk dialogue negotiation"),
    ("mediation", "Somebody helps both sides to agree.", "mediator conciliation"),
    ("arbitration", "Somebody chosen decides, and the award binds.", "arbitrator tribunal"),
    ("court", "The courts decide.", "courts litigation"),
    ("ombudsperson", "An independent person looks into it.", "ombudsman ombud"),
    ("expert", "An expert settles a question of fact.", "expert-determination"),
    ("peer-jury", "Members drawn by lot decide.", "jury panel council-of-peers"),
])  # fmt: skip

EXITS = table("way out", [
    ("fork", "Carrying the commons on elsewhere."),
    ("export", "Taking one's data along.", "portability data-export"),
    ("copy", "Keeping a full copy.", "mirror archive backup"),
    ("leave", "Ending one's membership and getting one's share back.", "withdrawal resignation"),
    ("share", "Taking one's share along.", "redemption"),
    ("sale", "Selling one's share to another.", "transfer"),
    ("escrow", "Getting what was laid down with a third party.", "handover hand-over"),
    ("name", "Keeping the right to say where one comes from."),
])  # fmt: skip

STATUSES = table("status of a charter", [
    ("draft", "Being written.", "proposed"),
    ("proposed-for-vote", "Laid before those who decide.", "consultation"),
    ("adopted", "Decided by those whom it binds.", "signed in-force"),
    ("superseded", "Replaced by a later charter.", "repealed"),
])  # fmt: skip

BASES_OF_SHARE = table("base of a share", [
    ("surplus", "What is left after costs.", "net-surplus profit net-income"),
    ("revenue", "All that comes in.", "turnover income sales gross-income"),
    ("reserves", "What was kept from earlier years.", "assets"),
    ("wages", "What is paid for work.", "payroll"),
    ("time", "Working time.", "hours"),
    ("capital", "What the members have paid in."),
    ("price", "What buyers pay.", "prices"),
    ("savings", "What was not spent."),
])  # fmt: skip

CURRENCY_KINDS = table("kind of currency", [
    ("state", "Money of a state.", "legal-tender fiat"),
    ("time-bank", "Hours of work, one counting as much as another.", "time hours"),
    ("mutual-credit", "Credit that members give one another; all balances add up to nothing.", "credit lets"),
    ("voucher", "A promise of somebody to take it for goods or work.", "backed scrip coupon"),
    ("token", "A unit on a ledger that can be traded.", "crypto"),
    ("points", "Thanks or reputation; nothing can be bought with them.", "reputation karma"),
])  # fmt: skip

AGREEMENT_KINDS = table("kind of agreement", [
    ("partnership", "Two or more work together.", "partner cooperation collaboration"),
    ("network", "Many follow the same rules.", "federation alliance"),
    ("licence", "One lets the other use a work.", "license"),
    ("trademark-licence", "One lets the other use a name.", "brand-licence"),
    ("service", "One works for the other.", "supply hosting maintenance work"),
    ("lease", "One lets a thing to the other.", "rent"),
    ("ground-lease", "One owns the ground, the other the house on it.", "emphyteusis"),
    ("funding", "One pays for a purpose.", "grant donation sponsorship"),
    ("loan", "One lends to the other.", "credit bond"),
    ("shareholders", "Owners bind one another.", "shareholder investment"),
    ("escrow", "A third party keeps something for both.", "deposit"),
    ("custody", "One holds a thing for the other.", "trusteeship stewardship nominee"),
    ("data", "Who may do what with data.", "data-sharing processing"),
    ("purchase", "One buys from the other.", "sale procurement"),
    ("employment", "One employs the other.", "labour"),
    ("policy", "What somebody promises the public, on his own terms.", "privacy-policy terms terms-of-service"),
])  # fmt: skip

LEVELS = table("level of protection", [
    ("exposed", "One commercial party alone can break it, or outsiders by joining."),
    ("commercial", "Commercial parties together can break it."),
    ("insider", "It takes insiders; no member class need agree.", "insiders"),
    ("community", "It takes a simple majority of a community class."),
    ("entrenched", "It takes a supermajority, several classes, or an independent guardian."),
    ("beyond-reach", "No coalition of the charter's parties can break it.", "beyond"),
    ("not-examined", "Nothing in the charter says who could.", "unexamined"),
])  # fmt: skip
