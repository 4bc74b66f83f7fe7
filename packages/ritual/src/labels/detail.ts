import type { Detail } from './shape.ts'

/** How many things a refusal's detail lists under a name; 0 when it says nothing of it. */
export const countIn = (detail: Detail, name: string): number => {
  const value = detail[name]
  return typeof value === 'number' ? value : Array.isArray(value) ? value.length : 0
}

/** The words for the ids that a detail lists under a name, those that have one. */
export const namesIn = (detail: Detail, name: string, words: Readonly<Record<string, string>>): readonly string[] => {
  const value = detail[name]
  return Array.isArray(value) ? value.flatMap((id: unknown) => (typeof id === 'string' ? (words[id] ?? []) : [])) : []
}
