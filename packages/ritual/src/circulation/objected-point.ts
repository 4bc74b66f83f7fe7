import type { Previous } from '../meeting/entities.ts'

type Told = Previous['items'][number]

/** Whether both are the point that one decision asks for; only their words may differ. */
export const asksTheSame = (a: Told, b: Told): boolean => a.kind === b.kind && a.threadId === b.threadId && a.replaces === b.replaces
