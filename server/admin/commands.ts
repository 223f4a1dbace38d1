/** What an administrator may order, through the running server's socket or without one. */
import { termsOf, type Village } from '../../src/domain/village.ts'
import { dayOf } from '../../src/domain/time.ts'
import { firstLink, newLink } from '../routes/first-officer.ts'
import type { Office } from '../routes/office.ts'
import { BackupError, RetryLater } from '../archive/index.ts'
import { FileError } from './backup-file.ts'
import { backUp } from './backup.ts'
import { writeOpenJson } from './open-json.ts'
import { quarantine } from './quarantine.ts'
import { restore, type Restored } from './restore.ts'
import type { Order, Say } from './socket.ts'

type Command = (office: Office, args: Order['args'], say: Say) => Promise<boolean>

export const COMMANDS: Record<string, Command> = {
  link,
  backup,
  restore: restoreFile,
  reconcile,
  quarantine,
  json,
}

/** Carries out an order and answers the exit code. What can't be done is said in a sentence. */
export async function carryOut(office: Office, { command, args }: Order, say: Say): Promise<number> {
  const carry = Object.hasOwn(COMMANDS, command) && COMMANDS[command]
  if (!carry) {
    say(`There is no command "${command}". Known: ${Object.keys(COMMANDS).join(', ')}.`)
    return 1
  }
  try {
    return (await carry(office, args, say)) ? 0 : 1
  } catch (error) {
    if (error instanceof RetryLater) say(`Something can't be judged yet (${error.why}): try again later.`)
    else say(isSentence(error) ? error.message : `${command} failed: ${(error as Error).message}`)
    return 1
  }
}

const isSentence = (error: unknown) =>
  error instanceof FileError || error instanceof BackupError || error instanceof RangeError

async function link(office: Office, { officer: wanted = '' }: Order['args'], say: Say): Promise<boolean> {
  const village = await office.archive.villageNow()
  const first = Object.keys(village.officers).length === 0 && (await firstLink(office))
  if (first) {
    say(`The village has no officer yet. The link for the first one, valid for 24 hours:\n${first}`)
    return true
  }
  const matches = findOfficers(village, String(wanted))
  if (matches.length === 1) {
    const url = await newLink(office, matches[0]!)
    say(`A link for ${village.officers[matches[0]!]!.name}, to be used once within 24 hours:\n${url}`)
    return true
  }
  const all = matches.length > 0 ? matches : Object.keys(village.officers)
  say(matches.length > 0 ? `"${wanted}" fits several officers:` : `No officer fits "${wanted}". These exist:`)
  for (const id of all) say(describe(village, id))
  say('Name one: npm run link -- --officer <id or a part of the name>')
  return false
}

/** The officers whose id it is, whose name it is, or whose name contains it. */
function findOfficers({ officers }: Village, wanted: string): string[] {
  if (Object.hasOwn(officers, wanted)) return [wanted]
  const text = wanted.trim().toLowerCase()
  const all = Object.values(officers)
  const exact = all.filter(({ name }) => name.toLowerCase() === text)
  const found = exact.length > 0 ? exact : all.filter(({ name }) => text && name.toLowerCase().includes(text))
  return found.map(({ id }) => id)
}

function describe(village: Village, id: string): string {
  const terms = termsOf(village, id, dayOf(new Date().toISOString()))
  const positions = terms.map(({ position, dusun }) => (dusun ? `${position} ${dusun}` : position))
  return `  ${id}  ${village.officers[id]!.name}  (${positions.join(', ') || 'no position today'})`
}

async function backup(office: Office, { folder }: Order['args'], say: Say): Promise<boolean> {
  const { path, documents } = await backUp(office, String(folder))
  say(`${documents} documents are in ${path}`)
  return true
}

async function json(office: Office, { file }: Order['args'], say: Say): Promise<boolean> {
  const entries = await writeOpenJson(office, String(file))
  say(
    `${entries} entries are in ${String(file)}. Names and phone numbers are in it: keep it like the register book.`,
  )
  return true
}

/** Reads a backup in, says which register number was the last, or both. */
async function restoreFile(office: Office, { file, force, last }: Order['args'], say: Say): Promise<boolean> {
  const lastNumber = last === undefined ? undefined : Number(last)
  if (file === undefined) return goOn(office, lastNumber ?? NaN, say)
  const options = { force: Boolean(force), lastNumber }
  const { added, known, different, numbersHeld, at, forms } = await restore(office, String(file), options)
  say(`Backup of ${at}: ${added} documents added, ${known} were there already.`)
  if (different > 0) say(`${different} exist here with other content and stay as they are.`)
  for (const line of aboutForms(at, forms)) say(line)
  say('All mailboxes are up to date.')
  if (added > 0) say(`Phones declared lost or retired after ${at} are as they were then: look at Keadaan HP.`)
  if (numbersHeld) say(HOW_TO_GO_ON)
  return true
}

/** Of the complaints of the website, which are on no phone. */
function aboutForms(at: string, forms: Restored['forms']): string[] {
  if (forms)
    return [
      `${forms.read} complaints of the website, kept beside the backup, were read too.`,
      ...forms.broken,
    ]
  return [
    `No copies of the website's complaints lie beside the backup (lapor-<village>): those sent after ${at} are lost. The office reads so.`,
  ]
}

const HOW_TO_GO_ON =
  'Register numbers WAIT, so that none given after the backup is given again. Look up the last one (the printed book,\n' +
  'receipts, Buku pengaduan on a phone that was offline) and say it: npm run restore -- --last-number <n>\n' +
  'Where none was given after the backup, say 0.'

async function goOn({ archive, postman }: Office, last: number, say: Say): Promise<boolean> {
  if (!(await archive.numbersHeld())) {
    say('Register numbers do not wait: nothing was changed.')
    return true
  }
  await archive.numbersGoOn(last)
  await postman.settled()
  say('Register numbers go on; cases that waited have theirs now.')
  return true
}

async function reconcile(office: Office, _args: Order['args'], say: Say): Promise<boolean> {
  const started = Date.now()
  await office.postman.reconcileAll()
  say(`All mailboxes are up to date (${((Date.now() - started) / 1000).toFixed(1)} s).`)
  return true
}
