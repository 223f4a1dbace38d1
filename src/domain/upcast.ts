/** Data of older versions are lifted step by step to the present shape whenever they are read; the entry stays as written. */

type Data = Record<string, unknown>

/** By kind: the step at index i lifts version i + 1 to version i + 2. A kind whose shape never changed has none. */
export type Upcasts = Readonly<Record<string, readonly ((data: Data) => Data)[]>>

/** Version 1 is the first: nothing older exists yet. A change of a kind's shape adds its step here. */
const UPCASTS: Upcasts = {}

/** An entry's data in the present shape of its kind, always a copy. */
export function upcast(entry: { kind: string; v: number; data: object }, steps: Upcasts = UPCASTS): Data {
  const due = Object.hasOwn(steps, entry.kind) ? steps[entry.kind]!.slice(entry.v - 1) : []
  return due.reduce<Data>((data, step) => step(data), { ...entry.data })
}
