import { is, type GenericSchema } from 'valibot'
import {
  WordKeySchema,
  mayWrite,
  noteHeadings,
  noteMarks,
  noteNodes,
  noteTop,
  rootOf,
  wordLimits,
  wordValueSchemas,
  type PersonId,
  type PublicBoard,
} from '@clairiere/ritual'
import type { GuardLimits } from '../guard/limits.ts'
import { TEXT, type DocSchema, type ElementRule, type MapShape, type RootRule, type ValueRules } from '../guard/schema.ts'

/** Says to the guard, which knows no word of the ritual, what the ritual says of the document: its roots, their values, and who writes them. */
export function docSchema(board: () => PublicBoard): DocSchema<PersonId> {
  return {
    roots,
    policy: (personId, action, [root = '']) => {
      const may = mayWrite(board(), personId, root)
      // An entry of a map is removed by its flag; one that vanished could not be put back by whoever wrote it.
      return (may === 'yes' || may === 'wait') && action !== 'delete'
    },
    brings: (personId) => brings(board(), personId),
    confirm: (root) => (isConfirmed(board(), root) ? 'known' : 'unknown'),
  }
}

/** Whether somebody brings words at all: of the list of learnings nothing hangs on an item. */
export const brings = (board: PublicBoard, personId: PersonId): boolean => mayWrite(board, personId, 'learnings') === 'yes'

/** Whether what a root is about is on the board; an item proposed offline may still be on its way. */
export function isConfirmed(board: PublicBoard, name: string): boolean {
  const root = rootOf(name)
  return root !== undefined && (!('itemId' in root) || board.items[root.itemId] !== undefined)
}

export const docLimits: Partial<GuardLimits> = {
  mapKeys: wordLimits.entries,
  textLength: wordLimits.noteLength,
  elementDepth: wordLimits.noteDepth,
}

const ID = '[0-9A-Za-z_.-]{1,64}'

const words = (kind: keyof typeof wordValueSchemas): MapShape => ({
  kind: 'map',
  value: (value, key) => is(WordKeySchema, key) && is(wordValueSchemas[kind], value),
})

const rules = (schemas: Readonly<Record<string, GenericSchema>>): ValueRules =>
  Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, (value) => is(schema, value)]))

const elements: Readonly<Record<string, ElementRule>> = Object.fromEntries(
  Object.entries(noteNodes).map(([name, { content, attributes }]) => [
    name,
    { children: content.map((child) => (child === 'text' ? TEXT : child)), attributes: rules(attributes.entries) },
  ]),
)

const roots: readonly RootRule[] = [
  { name: /^board$/, kind: 'map', value: () => true, serverOnly: true },
  { name: new RegExp(`^note:${ID}(:(${noteHeadings.join('|')}))?$`), kind: 'xmlFragment', top: noteTop, elements, marks: rules(noteMarks) },
  { name: new RegExp(`^draft:${ID}$`), kind: 'text' },
  { name: new RegExp(`^ideas:${ID}$`), ...words('ideas') },
  { name: /^learnings$/, ...words('learnings') },
  { name: /^resources$/, ...words('resources') },
  { name: /^disagreements$/, ...words('disagreements') },
]
