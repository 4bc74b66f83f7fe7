import { noteHeadings, type NoteHeading } from './notes/entities.ts'
import type { Id } from './ids.ts'

/** What a root of the document is [contract § Document]. */
export type Root =
  | { kind: 'note'; itemId: Id; heading?: NoteHeading }
  | { kind: 'draft'; itemId: Id }
  | { kind: 'ideas'; itemId: Id }
  | { kind: 'learnings' | 'resources' | 'disagreements' }
  | { kind: 'board' }

const itemIdPattern = /^[0-9A-Za-z_.-]{1,64}$/

/** Reads a root's name; `undefined` for a name that nobody may create. */
export const rootOf = (name: string): Root | undefined => {
  if (name === 'board' || name === 'learnings' || name === 'resources' || name === 'disagreements') return { kind: name }
  const [kind, itemId, heading, ...rest] = name.split(':')
  if (itemId === undefined || !itemIdPattern.test(itemId) || itemId in Object.prototype || rest.length > 0) return undefined
  if (kind === 'note') {
    if (heading === undefined) return { kind, itemId }
    const known = noteHeadings.find((name_) => name_ === heading)
    return known && { kind, itemId, heading: known }
  }
  return (kind === 'draft' || kind === 'ideas') && heading === undefined ? { kind, itemId } : undefined
}

/** The type a root has in the document, so that a server defines all before loading. */
export const rootTypes = {
  note: 'xml',
  draft: 'text',
  ideas: 'map',
  learnings: 'map',
  resources: 'map',
  disagreements: 'map',
  board: 'map',
} as const satisfies Record<Root['kind'], string>

export const noteRoot = (itemId: Id, heading?: NoteHeading): string =>
  heading === undefined ? `note:${itemId}` : `note:${itemId}:${heading}`
export const draftRoot = (itemId: Id): string => `draft:${itemId}`
export const ideasRoot = (itemId: Id): string => `ideas:${itemId}`

/** Roots an item may have, for whoever must define them. */
export const rootsOfItem = (itemId: Id): readonly string[] => [
  noteRoot(itemId),
  ...noteHeadings.map((heading) => noteRoot(itemId, heading)),
  draftRoot(itemId),
  ideasRoot(itemId),
]
