/** What has not reached the centre, in one breath: `3 catatan dan 2 foto atau rekaman`. */
export const held = (entries: number, files: number): string =>
  [entries && `${entries} catatan`, files && `${files} foto atau rekaman`].filter(Boolean).join(' dan ')
