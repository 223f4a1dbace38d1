/** The forms of the field: what the one who works on a case does with it. */
import BellRing from '@lucide/svelte/icons/bell-ring'
import BookmarkPlus from '@lucide/svelte/icons/bookmark-plus'
import CalendarPlus from '@lucide/svelte/icons/calendar-plus'
import CheckCircle from '@lucide/svelte/icons/circle-check-big'
import Eraser from '@lucide/svelte/icons/eraser'
import Footprints from '@lucide/svelte/icons/footprints'
import Hourglass from '@lucide/svelte/icons/hourglass'
import IdCard from '@lucide/svelte/icons/id-card'
import Landmark from '@lucide/svelte/icons/landmark'
import MailOpen from '@lucide/svelte/icons/mail-open'
import Pencil from '@lucide/svelte/icons/pencil'
import Play from '@lucide/svelte/icons/play'
import Smile from '@lucide/svelte/icons/face-slightly-smiling'
import Undo from '@lucide/svelte/icons/undo-2'
import UserMinus from '@lucide/svelte/icons/user-minus'
import UserPlus from '@lucide/svelte/icons/user-plus'
import UsersRound from '@lucide/svelte/icons/users-round'
import { acts } from '../../../text/acts.ts'
import type { ActForms } from '../types.ts'

export const fieldActs: ActForms = {
  accepted: { icon: CheckCircle, atOnce: { data: {}, said: acts.accept.saved } },
  followedUp: { icon: Footprints, load: () => import('./FollowUp.svelte') },
  note: { icon: BookmarkPlus, load: () => import('./Note.svelte') },
  returned: { icon: Undo, load: () => import('./Return.svelte') },
  involved: { icon: UserPlus, load: () => import('./Involve.svelte') },
  held: { icon: Hourglass, load: () => import('./Hold.svelte') },
  resumed: { icon: Play, load: () => import('./Resume.svelte') },
  referred: { icon: Landmark, load: () => import('./Refer.svelte') },
  agencyReminded: { icon: BellRing, load: () => import('./RemindAgency.svelte') },
  referralReplied: { icon: MailOpen, load: () => import('./ReferralReply.svelte') },
  informationSupplied: { icon: IdCard, load: () => import('./SupplyInformation.svelte') },
  complainantJoined: { icon: UsersRound, load: () => import('./JoinComplainant.svelte') },
  meetingCalled: { icon: CalendarPlus, href: (id) => `/rapat/baru?aduan=${id}` },
  reaction: { icon: Smile, load: () => import('./Reaction.svelte') },
  withdrawn: { icon: UserMinus, load: () => import('./Withdraw.svelte') },
  corrected: { icon: Pencil, load: () => import('./Correct.svelte') },
  retracted: { icon: Eraser, load: () => import('./Retract.svelte') },
}
