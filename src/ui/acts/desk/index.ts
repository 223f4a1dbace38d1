/** The forms of the office: verify, assign, answer, close … */
import BadgeCheck from '@lucide/svelte/icons/badge-check'
import Ban from '@lucide/svelte/icons/ban'
import BookCheck from '@lucide/svelte/icons/book-check'
import CircleCheckBig from '@lucide/svelte/icons/circle-check-big'
import CircleQuestionMark from '@lucide/svelte/icons/circle-question-mark'
import FilePen from '@lucide/svelte/icons/file-pen'
import FileX from '@lucide/svelte/icons/file-x'
import ListChecks from '@lucide/svelte/icons/list-checks'
import Mail from '@lucide/svelte/icons/mail'
import MailX from '@lucide/svelte/icons/mail-x'
import Merge from '@lucide/svelte/icons/merge'
import MessageCircleQuestionMark from '@lucide/svelte/icons/message-circle-question-mark'
import RotateCcw from '@lucide/svelte/icons/rotate-ccw'
import ShieldAlert from '@lucide/svelte/icons/shield-alert'
import Stamp from '@lucide/svelte/icons/stamp'
import Undo from '@lucide/svelte/icons/undo-2'
import UserRoundCheck from '@lucide/svelte/icons/user-round-check'
import UserRoundX from '@lucide/svelte/icons/user-round-x'
import Users from '@lucide/svelte/icons/users'
import { websiteText } from '../../../text/website.ts'
import type { ActForms } from '../types.ts'

export const deskActs: ActForms = {
  booked: { icon: BookCheck, atOnce: { data: {}, said: websiteText.booked } },
  dismissed: { icon: MailX, load: () => import('./Dismiss.svelte') },
  verified: { icon: BadgeCheck, load: () => import('./Verify.svelte') },
  incomplete: { icon: CircleQuestionMark, load: () => import('./Incomplete.svelte') },
  informationRequested: { icon: MessageCircleQuestionMark, load: () => import('./AskInformation.svelte') },
  classified: { icon: ListChecks, load: () => import('./Classify.svelte') },
  restricted: { icon: ShieldAlert, load: () => import('./Restrict.svelte') },
  assigned: { icon: UserRoundCheck, load: () => import('./Assign.svelte') },
  unassigned: { icon: UserRoundX, load: () => import('./Unassign.svelte') },
  answerDrafted: { icon: FilePen, load: () => import('../answer/Draft.svelte') },
  answerApproved: { icon: Stamp, load: () => import('../answer/Approve.svelte') },
  answerReturned: { icon: Undo, load: () => import('../answer/ReturnDraft.svelte') },
  partyNamed: { icon: Users, load: () => import('../answer/Party.svelte') },
  answerDelivered: { icon: Mail, load: () => import('../answer/Answer.svelte') },
  closed: { icon: CircleCheckBig, load: () => import('./Close.svelte') },
  outOfJurisdiction: { icon: Ban, load: () => import('./OutOfJurisdiction.svelte') },
  merged: { icon: Merge, load: () => import('./Merge.svelte') },
  voided: { icon: FileX, load: () => import('./Void.svelte') },
  reopened: { icon: RotateCcw, load: () => import('./Reopen.svelte') },
}
