import { actSchemas, type ActType } from './acts.ts'
import type { Circle } from './circle.ts'

/** Chooses a number from 0 to n − 1; the test brings the randomness, so that a failing run can be played again. */
export type Pick = (n: number) => number

/** A schema as valibot builds it, as far as is needed to make a value that fits it. */
interface Built {
  type: string
  wrapped?: Built
  options?: readonly unknown[]
  entries?: Readonly<Record<string, Built>>
  item?: Built
  literal?: unknown
  pipe?: readonly { type: string; requirement?: unknown }[]
}

/** Marks every text that only confidences may hold, so that a search finds it where it should not be. */
export const SECRET = 'confié'

const oneOf = <T>(list: readonly T[], pick: Pick): T | undefined => (list.length === 0 ? undefined : list[pick(list.length)])
const keys = (record: object): readonly string[] => Object.keys(record)

/** Names of things that exist, by the field that asks for them; now and then one that does not. */
const idFor = (c: Circle, field: string, pick: Pick): string | undefined => {
  const { board } = c
  const decisions = Object.values(board.decisions)
  const pools: Record<string, readonly string[]> = {
    personId: keys(board.people),
    decider: keys(board.people),
    voterId: keys(board.people),
    holder: keys(board.people),
    author: keys(board.people),
    quoted: keys(board.people),
    replacement: keys(board.people),
    itemId: keys(board.items),
    decisionId: keys(board.decisions),
    reviewId: keys(board.reviews),
    signalId: [...keys(board.signals), ...c.secrets.all('ripple').map(({ subject }) => subject)],
    actionId: keys(board.actions),
    noteId: keys(board.notes),
    reactionId: keys(board.reactions),
    roundId: keys(board.rounds),
    turnId: [board.now.turn?.turnId, board.now.floor.turn?.turnId].filter((id) => id !== undefined),
    whisperId: c.secrets.all('whisper').map(({ subject }) => subject),
    objectionId: decisions.flatMap(({ objections }) => objections.map(({ id }) => id)),
    improvementId: decisions.flatMap(({ improvements }) => improvements.map(({ id }) => id)),
    adviceId: Object.values(board.advice).flatMap(({ given }) => given.map(({ id }) => id)),
    correctionId: keys(board.corrections),
    id: [...keys(board.notes), ...keys(board.reactions), ...board.closing.improvements.map(({ id }) => id)],
    people: keys(board.people),
    carriers: keys(board.people),
    takers: keys(board.people),
    order: keys(board.people),
    ids: keys(board.items),
  }
  const pool =
    pools[field] ??
    (['to', 'org', 'onBehalfOf', 'towards', 'responsible', 'voice', 'forOrg', 'target', 'cc', 'structures', 'sovereign'].includes(field)
      ? keys(board.organisations)
      : undefined)
  return pool && (oneOf(pool, pick) ?? 'nobody')
}

const numberFor = (c: Circle, field: string, pick: Pick): number => {
  const decision = oneOf(Object.values(c.board.decisions), pick)
  if (field === 'round') return decision?.rounds.at(-1)?.round ?? 1
  if (field === 'version' || field === 'from') return decision?.versions.at(-1)?.n ?? 1
  return 10 + pick(20)
}

const stepFor = (c: Circle, pick: Pick): string | undefined => oneOf(Object.values(c.board.decisions), pick)?.step

/** Fields that hold what only some may read. */
const isSecret = (type: ActType, field: string): boolean =>
  (type === 'whisper' && field === 'text') ||
  (type === 'raise-signal' && field === 'phrase') ||
  (type === 'give-weather' && (field === 'words' || field === 'need')) ||
  (type === 'give-closing' && field === 'thanks') ||
  (type === 'set-role-preference' && field === 'reason')

const valueFor = (c: Circle, type: ActType, field: string, schema: Built, pick: Pick): unknown => {
  switch (schema.type) {
    case 'optional':
      return pick(2) === 0 ? undefined : valueFor(c, type, field, schema.wrapped ?? schema, pick)
    case 'nullable':
      return pick(4) === 0 ? null : valueFor(c, type, field, schema.wrapped ?? schema, pick)
    case 'picklist':
      if (field === 'from') return (type === 'set-phase' ? c.board.now.phase : stepFor(c, pick)) ?? oneOf(schema.options ?? [], pick)
      return oneOf(schema.options ?? [], pick)
    case 'literal':
      return schema.literal
    case 'boolean':
      return pick(2) === 0
    case 'number':
      return numberFor(c, field, pick)
    case 'array':
      return [valueFor(c, type, field, schema.item ?? schema, pick)].filter((value) => value !== undefined)
    case 'object':
      return Object.fromEntries(Object.entries(schema.entries ?? {}).map(([name, entry]) => [name, valueFor(c, type, name, entry, pick)]))
    case 'record':
      return {}
    case 'union':
      return valueFor(c, type, field, oneOf(schema.options as readonly Built[], pick) ?? schema, pick)
    default: {
      if (schema.pipe?.some((step) => step.type === 'iso_date')) return `2026-12-${String(4 + pick(25)).padStart(2, '0')}`
      if (schema.pipe?.some((step) => step.type === 'iso_timestamp')) return '2027-01-07T17:00:00Z'
      const pattern = schema.pipe?.find((step) => step.type === 'regex')?.requirement
      if (pattern instanceof RegExp) return idFor(c, field, pick) ?? ['nobody', 'https://exemple.fr'].find((known) => pattern.test(known))
      return idFor(c, field, pick) ?? (isSecret(type, field) ? `${SECRET} ${pick(1000)}` : `mots ${pick(1000)}`)
    }
  }
}

/** An act of this type that its schema accepts, about things that exist on the circle's board. */
export const randomAct = (c: Circle, type: ActType, pick: Pick): { type: ActType } => {
  const fields = Object.entries((actSchemas[type] as unknown as Built).entries ?? {}).map(
    ([field, schema]) => [field, valueFor(c, type, field, schema, pick)] as const,
  )
  return Object.fromEntries(fields.filter(([, value]) => value !== undefined)) as { type: ActType }
}
