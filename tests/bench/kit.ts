/** The part of the device room's test page that the benchmarks use (tests/device/harness, tests/bench/page). */
import type { Device } from '../../src/device/contract.ts'
import type { Prepared } from '../../src/device/types.ts'
import type { CaseSummary } from '../../src/domain/summary.ts'

interface Replicated extends Promise<{ docs_written: number }> {
  cancel(): void
}

/** As much of PouchDB as is measured. */
export interface Pouch {
  info(): Promise<{ doc_count: number }>
  allDocs(options: object): Promise<{ rows: unknown[] }>
  bulkDocs(docs: object[]): Promise<unknown[]>
  close(): Promise<void>
  replicate: {
    from(source: Pouch, options: object): Replicated
    to(target: Pouch, options: object): Replicated
  }
}

interface BenchDevice {
  append(entries: object[]): Promise<{ ok: boolean }>
  cases(): Promise<CaseSummary[]>
  words(): Promise<[string, string][]>
  sendNow(): Promise<string>
  waiting(): Promise<unknown[]>
  status(): { running: boolean }
  media: Pick<Device['media'], 'keep' | 'state'>
}

export interface BenchKit {
  enrol(code: string, label: string): Promise<{ ok: boolean }>
  open(): Promise<{ village: string; officer: string }>
  openPouch(name: string): Pouch
  withReplication(): Promise<new (name: string, options?: object) => Pouch>
  device: BenchDevice
  /** A file as a camera widget makes it ready: of so many bytes, told from others by its name. */
  photo(name: string, bytes?: number): Promise<Prepared>
}

declare global {
  var kit: BenchKit
  var search: (cases: CaseSummary[], text: string) => CaseSummary[]
  /** Reads the words of all journals, as the search does when it is opened. */
  var readWords: () => Promise<void>
  /** As `search`, in all that the journals say, with the passages of the first page. */
  var searchWords: (cases: CaseSummary[], text: string) => CaseSummary[]
}
