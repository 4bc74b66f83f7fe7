import { useDraft } from './use-draft.ts'

/** Several fields of one form, kept together in this tab while they are written, and forgotten by `null`. What no longer reads as them is left for `start`. */
export const useKept = <T extends object>(key: string, start: T): [T, (next: T | null) => void] => {
  const [kept, keep] = useDraft(key)
  return [read(kept, start), (next) => keep(next === null ? '' : JSON.stringify(next))]
}

const read = <T extends object>(kept: string, start: T): T => {
  if (kept === '') return start
  try {
    return { ...start, ...(JSON.parse(kept) as Partial<T>) }
  } catch {
    return start
  }
}
