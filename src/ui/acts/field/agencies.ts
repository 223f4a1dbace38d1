/** Where a case in which the Kepala Desa is complained about should go. */
const ABOVE = /camat|inspektorat/i

/** The village's agencies; those above the Kepala Desa first where that one is complained about. */
export function agenciesFor(agencies: readonly string[], headInvolved: boolean): string[] {
  if (!headInvolved) return [...agencies]
  return [...agencies.filter((name) => ABOVE.test(name)), ...agencies.filter((name) => !ABOVE.test(name))]
}
