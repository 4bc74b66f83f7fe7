import type { ActInput, Id, Item, ItemKind, OrgId, PersonId } from '@clairiere/ritual'

/** An item being proposed or mended: what its form holds. */
export interface ItemDraft {
  kind: ItemKind
  title: string
  expectation: string
  minutes: string
  urgency: Item['urgency']
  onBehalfOf: OrgId | null
  carriers: readonly PersonId[]
  replacement: PersonId | null
  towards: OrgId | null
  /** Of a workshop: null is everybody who is there. */
  participants: readonly PersonId[] | null
  format: Item['format']
  structures: readonly OrgId[]
  topics: Item['topics']
  sovereign: OrgId | null
  threadId: Id | null
  context: string
}

/** Kinds that ask which structures are linked or affected. */
export const linksStructures = (kind: ItemKind): boolean => kind === 'concertation' || kind === 'advice'

export const blankDraft = (me: PersonId, voice: OrgId | null): ItemDraft => ({
  kind: 'information',
  title: '',
  expectation: '',
  minutes: '10',
  urgency: 3,
  onBehalfOf: voice,
  carriers: [me],
  replacement: null,
  towards: null,
  participants: null,
  format: 'free',
  structures: [],
  topics: [],
  sovereign: null,
  threadId: null,
  context: '',
})

export const draftOf = (item: Item): ItemDraft => ({
  kind: item.kind,
  title: item.title,
  expectation: item.expectation,
  minutes: String(item.plannedMinutes),
  urgency: item.urgency,
  onBehalfOf: item.onBehalfOf,
  carriers: item.carriers,
  replacement: item.replacement ?? null,
  towards: item.towards ?? null,
  participants: item.participants ?? null,
  format: item.format,
  structures: item.structures,
  topics: item.topics,
  sovereign: item.sovereign ?? null,
  threadId: item.threadId ?? null,
  context: item.context ?? '',
})

/** What the draft lacks before it can be sent; the rest may come later. */
export const lackOf = (draft: ItemDraft): 'titleMissing' | 'expectationMissing' | 'towardsMissing' | null => {
  if (draft.title.trim() === '') return 'titleMissing'
  if (draft.expectation.trim() === '') return 'expectationMissing'
  return draft.kind === 'feedback' && draft.towards === null ? 'towardsMissing' : null
}

const fieldsOf = (draft: ItemDraft) => {
  const minutes = Math.min(480, Math.max(1, Math.round(Number(draft.minutes)) || 10))
  return {
    kind: draft.kind,
    format: draft.kind === 'contribution' ? draft.format : ('free' as const),
    title: draft.title.trim(),
    expectation: draft.expectation.trim(),
    plannedMinutes: minutes,
    urgency: draft.urgency,
    carriers: [...draft.carriers],
    onBehalfOf: draft.onBehalfOf,
    structures: linksStructures(draft.kind) ? [...draft.structures] : [],
    topics: draft.kind === 'concertation' || draft.kind === 'decision' ? [...draft.topics] : [],
    ...(draft.threadId === null ? {} : { threadId: draft.threadId }),
    ...(draft.kind === 'feedback' && draft.towards !== null ? { towards: draft.towards } : {}),
    ...(draft.context.trim() === '' ? {} : { context: draft.context.trim() }),
  }
}

export const proposalOf = (draft: ItemDraft): ActInput => ({
  type: 'propose-item',
  ...fieldsOf(draft),
  ...(draft.kind === 'decision' && draft.sovereign !== null ? { sovereign: draft.sovereign } : {}),
})

/** The way of deciding is announced: once opened, an item keeps its kind [D18]. */
export const changesOf = (item: Item, draft: ItemDraft): ActInput => {
  const { kind, ...fields } = fieldsOf(draft)
  const named = fields.format === 'workshop' && draft.participants?.length ? draft.participants : null
  return {
    type: 'set-item',
    itemId: item.id,
    ...fields,
    ...(item.openedAt === undefined ? { kind } : {}),
    ...(String(named) === String(item.participants ?? null) ? {} : { participants: named && [...named] }),
    ...(draft.replacement === (item.replacement ?? null) ? {} : { replacement: draft.replacement }),
    ...(draft.sovereign === (item.sovereign ?? null) ? {} : { sovereign: draft.sovereign }),
  }
}
