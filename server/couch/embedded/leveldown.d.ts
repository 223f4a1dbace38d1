/** leveldown 6 ships no types; this is the little of it that the engine touches. */
declare module 'leveldown' {
  type Callback = (error: Error | null | undefined, value?: unknown) => void
  type WriteOptions = { sync?: boolean }

  export interface Down {
    open(options: Record<string, unknown>, callback: Callback): void
    close(callback: Callback): void
    put(key: string, value: string, options: WriteOptions, callback: Callback): void
    get(key: string, options: { asBuffer: boolean }, callback: Callback): void
    compactRange(start: string, end: string, callback: Callback): void
    _put(key: unknown, value: unknown, options: WriteOptions, callback: Callback): void
    _del(key: unknown, options: WriteOptions, callback: Callback): void
    _batch(operations: unknown[], options: WriteOptions, callback: Callback): void
  }

  const leveldown: { (location: string): Down; prototype: Down }
  export default leveldown
}
