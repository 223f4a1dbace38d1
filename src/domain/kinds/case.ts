/** The kinds of entry in the journal of a case: the shape of each one's `data`. */
import * as v from 'valibot'
import * as f from './fields.ts'

const reason = f.medium
const empty = v.object({})
const means = v.picklist(['visit', 'phone', 'whatsapp', 'letter', 'email', 'board'])
/** How something is told. */
export type Means = v.InferOutput<typeof means>

export const caseKinds = {
  /** A complaint is received. What may be seen by all who hold the case: the identity itself is `identityGiven`. */
  registered: v.object({
    code: v.pipe(v.string(), v.regex(/^[0-9A-Z]{9}$/)),
    channel: f.channel,
    /** *Disampaikan lewat*: whoever brought it for the complainant (C1). */
    via: v.optional(v.picklist(['rtRw', 'family'])),
    identity: f.identityFlags,
    /** *Rahasiakan identitas*: only the desk sees it. */
    confidential: v.boolean(),
    /** *Dikuasakan*: the complainant speaks for another. */
    onBehalf: v.optional(v.boolean()),
    outsider: v.optional(v.boolean()),
    category: f.short,
    subject: f.short,
    description: f.long,
    place: f.place,
    eventTime: v.optional(f.short),
    /** Officers complained about: they never receive the case (restricted case). Empty: none, or not known. */
    respondents: f.officers,
    urgent: v.boolean(),
    hope: v.optional(f.medium),
    answerBy: v.optional(means),
    /** The day an officer received it on paper, when it is entered afterwards. */
    receivedOn: v.optional(f.day),
    boxOpenedOn: v.optional(f.day),
    paperNumber: v.optional(f.short),
    /** Closed history of the paper book: it keeps its paper number and takes none of ours. Written by the desk. */
    history: v.optional(v.boolean()),
    /** A message or letter as it came. Whose it is stands in `identityGiven`, which may be hidden. */
    original: v.optional(v.object({ at: v.optional(f.moment), text: v.optional(f.long) })),
    reportedBy: f.reportedBy,
    attachments: f.attachments,
  }),
  /** The secret of a case: who the complainant is. `of` names the `complainantJoined` entry it belongs to, if any. */
  identityGiven: v.object({
    of: v.optional(f.entryRef),
    name: v.optional(f.short),
    address: v.optional(f.medium),
    phone: v.optional(f.phone),
    behalfOf: v.optional(f.short),
  }),
  verified: v.object({
    note: v.optional(f.medium),
    /** Why it goes on although the identity is not complete. */
    withoutIdentity: v.optional(reason),
  }),
  incomplete: v.object({
    missing: v.pipe(v.array(v.picklist(['name', 'address', 'phone', 'subject'])), v.minLength(1)),
    reason,
  }),
  /** `relay`: the desk is asked to reach the complainant, whose identity is hidden from the one who asks. */
  informationRequested: v.object({
    what: f.medium,
    from: v.optional(f.officer),
    due: v.optional(f.day),
    relay: v.optional(v.boolean()),
  }),
  /** `of`: what came of that request to reach the complainant, and nothing else. */
  informationSupplied: v.object({
    text: f.long,
    of: v.optional(f.entryRef),
    identity: v.optional(v.partial(f.identityFlags)),
    attachments: f.attachments,
  }),
  classified: v.object({
    type: v.picklist(['complaint', 'aspiration', 'informationRequest']),
    /** *Berkadar pengawasan*: misconduct by village officials is alleged. */
    misconduct: v.boolean(),
    urgent: v.boolean(),
    category: f.short,
  }),
  restricted: v.object({ respondents: f.officers, reason: v.optional(reason) }),
  /** *Catat ke buku*: what came by the public form is taken into the register, and only then gets its number. */
  booked: empty,
  /** *Bukan aduan*: what came by the public form is kept without a number. To book it later undoes that. */
  dismissed: v.object({ reason }),
  numbered: v.object({
    number: f.short,
    year: v.pipe(v.number(), v.integer()),
    n: v.pipe(v.number(), v.integer(), v.minValue(1)),
  }),
  assigned: v.object({
    lead: f.officer,
    helpers: f.officers,
    /** What is ticked on the slip. */
    boxes: f.slipBoxes,
    instruction: v.optional(f.medium),
    due: v.optional(f.day),
  }),
  /** *Libatkan*: the lead takes a further officer in. */
  involved: v.object({ helper: f.officer, reason: v.optional(reason) }),
  unassigned: v.object({ reason }),
  accepted: empty,
  returned: v.object({ reason }),
  /**
   * Seen on a screen, up to this counter. Not the same as accepted. `order`: the highest order of arrival among what
   * was on the screen, so that an act which came in late below `upTo` is not taken for seen.
   */
  opened: v.object({
    upTo: v.pipe(v.number(), v.integer(), v.minValue(1)),
    order: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  }),
  followedUp: v.object({
    how: v.picklist(['action', 'coordination', 'consultation']),
    with: v.optional(f.short),
    text: f.long,
    result: v.optional(f.medium),
    next: v.optional(f.medium),
    nextOn: v.optional(f.day),
    reportedBy: f.reportedBy,
    attachments: f.attachments,
  }),
  /**
   * `told`: these words went to the complainant, as a receipt or as news of the progress; to a further one where `of`
   * names their joining. `meeting`: the desk has decided that the case needs no meeting (SOP D3); that it needs one is said
   * by calling it.
   */
  note: v.object({
    text: f.long,
    told: v.optional(
      v.object({ what: v.picklist(['receipt', 'progress']), by: means, of: v.optional(f.entryRef) }),
    ),
    meeting: v.optional(v.picklist(['notNeeded'])),
    attachments: f.attachments,
  }),
  complainantJoined: v.object({
    code: v.pipe(v.string(), v.regex(/^[0-9A-Z]{9}$/)),
    identity: f.identityFlags,
    channel: f.channel,
    note: v.optional(f.medium),
    attachments: f.attachments,
  }),
  held: v.object({ waitingFor: v.picklist(['complainant', 'agency']), reason, until: v.optional(f.day) }),
  resumed: v.object({ reason: v.optional(reason) }),
  referred: v.object({
    agency: f.short,
    letterNumber: v.optional(f.short),
    letterOn: v.optional(f.day),
    asked: f.long,
    /** The day by which a reply is expected. */
    replyBy: v.optional(f.day),
    attachments: f.attachments,
  }),
  /** *Ingatkan instansi*: asked again; `replyBy`: the reply is now expected by this day. */
  agencyReminded: v.object({
    referral: f.entryRef,
    by: means,
    text: v.optional(f.medium),
    replyBy: v.optional(f.day),
  }),
  /** `referral`: which one it replies to, where there are several. */
  referralReplied: v.object({
    referral: v.optional(f.entryRef),
    text: f.long,
    letterNumber: v.optional(f.short),
    letterOn: v.optional(f.day),
    attachments: f.attachments,
  }),
  answerDrafted: v.object({ text: f.long }),
  answerApproved: v.object({ draft: f.entryRef, note: v.optional(f.medium) }),
  /** Sent back to who drafted it, with what is to be changed. */
  answerReturned: v.object({ draft: f.entryRef, reason }),
  /** *Pihak terkait*: somebody beside the complainants who is to be told the answer (SOP D4). */
  partyNamed: v.object({ name: f.short, role: v.optional(f.short), phone: v.optional(f.phone) }),
  /** `of`: the `complainantJoined` or `partyNamed` entry of who was told; the complainant where there is none. */
  answerDelivered: v.object({
    text: f.long,
    by: means,
    on: f.day,
    to: v.optional(f.short),
    of: v.optional(f.entryRef),
    attachments: f.attachments,
  }),
  reaction: v.object({ satisfied: v.boolean(), text: v.optional(f.medium) }),
  /** `on`: the day of its end, for what was closed in the paper book. */
  closed: v.object({
    outcome: v.picklist(f.OUTCOMES),
    summary: v.optional(f.long),
    on: v.optional(f.day),
  }),
  outOfJurisdiction: v.object({ where: f.medium, reason: v.optional(reason) }),
  merged: v.object({ into: f.caseId, reason: v.optional(reason) }),
  withdrawn: v.object({ reason }),
  voided: v.object({ reason }),
  reopened: v.object({ reason }),
  /** *Usul musnah*: the file is past its retention, and its destruction is asked for. */
  destructionProposed: v.object({ reason }),
  /** The Kepala Desa's decision: number, date. What was written before it is destroyed; the register's line stays. */
  identityDestroyed: v.object({ decision: f.medium }),
  /** The desk has looked at acts that contradict each other and lets them stand as they do. */
  settled: v.object({
    entries: v.pipe(v.array(f.entryRef), v.minLength(1), v.maxLength(20)),
    reason: v.optional(reason),
  }),
}

/** Kinds that every journal knows: an earlier entry of the same journal is mended or struck through. */
export const mendingKinds = {
  corrected: v.object({ entry: f.entryRef, changes: v.record(v.string(), v.unknown()), reason }),
  retracted: v.object({ entry: f.entryRef, reason }),
}
