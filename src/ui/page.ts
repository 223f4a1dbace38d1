import type { Component } from 'svelte'

/** What every page is given. */
export interface PageProps {
  /** Parts of the path: `/aduan/:id` → `{id}`. */
  params: Record<string, string>
  query: URLSearchParams
  /** A list that stands narrow beside an opened case (office): show rows, not a table. */
  beside?: boolean
  /** The id of the case that is open beside the list. */
  selected?: string
}

export type Page = Component<PageProps>
