import type { Book } from './shelf.ts'

type Node = [hash: string, options: { status: string; deleted?: boolean }, children: Node[]]
export type Tree = { pos: number; ids: Node }[]
export type Leaf = { rev: string; deleted: boolean }

type Internals = {
  _getRevisionTree(id: string, done: (error: { status?: number } | null, tree?: Tree) => void): void
}

/** The history of a document, or undefined where there never was one. PouchDB has it under a private name only. */
export function revisionTree(book: Book, id: string): Promise<Tree | undefined> {
  const { _getRevisionTree: read } = book.db as unknown as Internals
  return new Promise((resolve, reject) =>
    read(id, (error, tree) => (error && error.status !== 404 ? reject(error) : resolve(tree))),
  )
}

/** Every revision of a tree, the bodiless ones of its past included, with whether it is at or below `rev`. */
function* walk(tree: Tree, rev?: string): Generator<Leaf & { leaf: boolean; below: boolean }> {
  // A stack, not recursion: a history may be a thousand revisions long.
  const open = tree.map(({ pos, ids }) => ({ pos, node: ids, under: rev === undefined }))
  for (let next = open.pop(); next; next = open.pop()) {
    const [hash, options, children] = next.node
    const name = `${next.pos}-${hash}`
    const below = next.under || name === rev
    yield { rev: name, deleted: options.deleted === true, leaf: children.length === 0, below }
    for (const child of children) open.push({ pos: next.pos + 1, node: child, under: below })
  }
}

/** The leaves below `rev` (of the whole tree without it); none when the tree does not know `rev`. */
export function leavesOf(tree: Tree, rev?: string): Leaf[] {
  return [...walk(tree, rev)].filter(({ leaf, below }) => leaf && below)
}

/** Those of `revs` that the tree has never heard of. A revision whose body was compacted away is known. */
export function unknownRevs(tree: Tree, revs: string[]): string[] {
  const known = new Set([...walk(tree)].map(({ rev }) => rev))
  return revs.filter((rev) => !known.has(rev))
}

/** True when nothing of the document is alive and `rev` is one of its tombstones. */
export async function isTombstone(book: Book, id: string, rev: string): Promise<boolean> {
  const leaves = leavesOf((await revisionTree(book, id)) ?? [])
  return leaves.every((leaf) => leaf.deleted) && leaves.some((leaf) => leaf.rev === rev)
}
