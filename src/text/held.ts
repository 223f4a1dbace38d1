/** What has not reached the centre, in one breath: `3 catatan, 1 draf dan 2 foto atau rekaman`. */
export function held(entries: number, files: number, drafts = 0): string {
  const parts = [
    entries && `${entries} catatan`,
    drafts && `${drafts} draf`,
    files && `${files} foto atau rekaman`,
  ].filter(Boolean)
  return [parts.slice(0, -1).join(', '), parts.at(-1)].filter(Boolean).join(' dan ')
}
