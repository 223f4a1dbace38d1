/** Figures over many complaints: pure functions of their summaries, as of a day. */
export * from './balance.ts'
export * from './figures.ts'
export * from './overview.ts'
export * from './tally.ts'
export * from './turns.ts'
