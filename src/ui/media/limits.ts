/** How large what is taken may become. A village pays for its data, and a phone's store is nearly full. */

/** The long side of a picture at first, and what it is brought down to where the bytes do not suffice (pixels). */
export const SIDES = [1600, 1280, 1024, 800, 640] as const
export const QUALITIES = [0.82, 0.72, 0.6, 0.48] as const
export const PICTURE_BYTES = 300_000

/** The preview inside the entry: base64 of a JPEG, a third longer than its bytes. */
export const THUMB_SIDES = [240, 160, 112] as const
export const THUMB_QUALITIES = [0.6, 0.4] as const
export const THUMB_BYTES = 6_000

/** All previews of one entry together, in characters: an entry holds at most 128 KB, its text among them. */
export const THUMBS_OF_ENTRY = 72_000

/** What a phone with 2 GB can still decode; files beyond are not even opened. */
export const FILE_BYTES = 64_000_000
export const PIXELS = 130_000_000

export const VOICE_SECONDS = 90
export const VOICE_BITS_PER_SECOND = 24_000
export const VOICE_BYTES = 2_000_000

export const SIGNATURE_BYTES = 30_000

/** As many as an entry's schema holds. */
export const ATTACHMENTS = 40
