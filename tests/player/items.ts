import * as Y from 'yjs'
import type { Evening } from './evening.ts'
import { byId, list } from './evening.ts'
import type { FixtureItem } from './fixture.ts'
import type { Person } from './person.ts'
import { planDecision } from './decision.ts'

const paragraph = (text: string): Y.XmlElement => {
  const element = new Y.XmlElement('paragraph')
  element.insert(0, [new Y.XmlText(text)])
  return element
}

/** A bullet list of a common note. */
export const bullets = (texts: readonly string[]): Y.XmlElement => {
  const listElement = new Y.XmlElement('bulletList')
  listElement.insert(
    0,
    texts.map((text) => {
      const item = new Y.XmlElement('listItem')
      item.insert(0, [paragraph(text)])
      return item
    }),
  )
  return listElement
}

/** Types elements into a common note, as one person’s words, and waits until they are saved. */
export const writeNote = async (person: Person, root: string, elements: readonly Y.XmlElement[]): Promise<void> => {
  person.doc.transact(() => person.doc.getXmlFragment(root).insert(0, [...elements]))
  await person.allSaved()
}

const broadcast = (evening: Evening, item: FixtureItem, start: string): void => {
  evening.at(start, 2, `item ${item.id}: the decision is circulated`, async () => {
    const itemId = evening.item(item.id)
    const carrier = evening.person(item.carriers[0] ?? '')
    const { text = '', date } = item.commissionDecision ?? {}
    await carrier.does({ type: 'set-broadcast', itemId, text, decidedOn: date })
    await evening.refused('AC-07', evening.facilitator, { type: 'close-item', itemId, nextStep: item.next })
    await carrier.does({ type: 'set-broadcast', itemId, text, decidedOn: date, openUntil: item.reactionUntil })
    for (const reaction of item.reactions ?? []) {
      const { id } = await evening
        .person(reaction.person)
        .does({ type: 'react', itemId, voice: reaction.voice, reactionType: reaction.type, text: reaction.text })
      if (reaction.answer) await carrier.does({ type: 'answer-reaction', reactionId: id, text: reaction.answer })
    }
  })
}

const feedback = (evening: Evening, item: FixtureItem, start: string, end: string): void => {
  const { feedback: content } = item
  if (!content) return
  evening.at(start, 2, `item ${item.id}: the feedback is said`, async () => {
    const { observation, effect, need, request } = content
    await evening
      .person(item.carriers[0] ?? '')
      .does({ type: 'state-feedback', itemId: evening.item(item.id), observation, effect, need, request })
  })
  evening.at(end, -2, `item ${item.id}: it is answered`, async () => {
    const itemId = evening.item(item.id)
    if (content.answer) {
      await evening.refused('AC-08', evening.facilitator, { type: 'close-item', itemId, nextStep: item.next })
      await evening
        .person(content.answer.person)
        .does({ type: 'answer-feedback', itemId, text: content.answer.text, voice: content.answer.voice })
    }
    if (content.learning) await evening.scribe.does({ type: 'learn-from-feedback', itemId, text: content.learning })
  })
}

const advice = (evening: Evening, item: FixtureItem, start: string): void => {
  const { advice: content } = item
  if (!content) return
  evening.at(start, 2, `item ${item.id}: advice is asked and given`, async () => {
    const itemId = evening.item(item.id)
    const decider = evening.person(content.decider)
    await evening.person(item.carriers[0] ?? '').does({
      type: 'set-advice',
      itemId,
      question: content.question,
      decider: decider.id,
      forOrg: content.forOrg,
      decideBy: content.decideBy,
    })
    for (const pending of content.pending ?? []) {
      await evening
        .person(item.carriers[0] ?? '')
        .does({ type: 'ask-advice', itemId, target: pending.org, as: pending.as, expectedBy: pending.expectedBy })
    }
    for (const given of content.given)
      await evening.person(given.person).does({ type: 'give-advice', itemId, voice: given.voice, as: given.as, text: given.text })
    const shown = byId(await decider.board(), 'agenda', itemId)['advice'] as { given: { text: string; as: string }[] }
    evening.checks.equal(
      'AC-11',
      shown.given.map(({ text, as }) => [as, text]),
      content.given.map(({ text, as }) => [as, text]),
      'advices in the order given',
    )
  })
}

const workshop = (evening: Evening, item: FixtureItem, start: string): void => {
  const { workshop: content } = item
  if (!content) return
  evening.at(start, 2, `item ${item.id}: the workshop writes`, async () => {
    const itemId = evening.item(item.id)
    await writeNote(evening.person(item.carriers[0] ?? ''), `note:${itemId}:questions`, [bullets(content.questions)])
    await writeNote(evening.scribe, `note:${itemId}:synthesis`, [bullets(content.synthesis)])
    for (const note of content.notes) {
      const { author, channel, text } = note
      const act = { type: 'add-note', itemId, heading: 'important', text, channel: channel ?? 'oral' }
      if (author) await evening.person(author).does(act)
      else await evening.scribe.does({ ...act, author: null })
    }
    for (const [index, idea] of content.ideas.entries()) {
      const writer = evening.person(item.carriers[index % item.carriers.length] ?? '')
      writer.doc.getMap(`ideas:${itemId}`).set(`idea-${index + 1}`, { text: idea, rank: index + 1 })
      await writer.allSaved()
    }
  })
}

const planActions = (evening: Evening, item: FixtureItem, end: string): void => {
  for (const action of (evening.fixture.actions ?? []).filter(({ item: of }) => of === item.id)) {
    evening.at(end, -1, `action ${action.ref}`, async () => {
      const [first, ...others] = action.who.map((id) => evening.person(id))
      const { id } = await evening.scribe.does({
        type: 'create-action',
        title: action.title,
        takers: [first, ...others].flatMap((person) => person?.id ?? []),
        forOrg: action.for,
        due: action.due,
        itemId: evening.item(item.id),
        ...(item.kind === 'decision' && evening.decisionId ? { decisionId: evening.decisionId } : {}),
      })
      evening.actions.set(action.ref, id)
      for (const who of action.who) await evening.person(who).does({ type: 'accept-action', actionId: id })
      evening.checks.equal('AC-03', byId(await evening.scribe.board(), 'actions', id)['ref'], action.ref, 'number of an action')
    })
  }
}

/** Each point of the agenda, by kind, with its actions, from open to done. */
export const planItems = (evening: Evening): void => {
  const phases = evening.fixture.phases
  const firstItem = phases.find(({ phase }) => phase.startsWith('item:'))?.start
  const before = phases.some(({ phase }) => phase === 'follow-up')
    ? 'follow-up'
    : phases.some(({ phase }) => phase === 'weather')
      ? 'weather'
      : 'welcome'
  if (firstItem)
    evening.at(
      firstItem,
      0,
      'the agenda begins',
      async () => void (await evening.facilitator.does({ type: 'set-phase', from: before, to: 'agenda' })),
    )
  for (const { phase, start, minutes } of phases) {
    if (!phase.startsWith('item:')) continue
    const item = evening.fixtureItem(phase.slice('item:'.length))
    const end = item._closedAt ?? new Date(evening.hour(start) + minutes * 60_000).toISOString()
    const endMs = item._closedAt ? evening.hour(item._closedAt) : evening.hour(start) + minutes * 60_000
    evening.at(
      start,
      1,
      `item ${item.id} opens: ${item.title}`,
      async () => void (await evening.facilitator.does({ type: 'open-item', itemId: evening.item(item.id) })),
    )
    if (item.commissionDecision) broadcast(evening, item, start)
    feedback(evening, item, start, hourOf(evening, endMs))
    advice(evening, item, start)
    workshop(evening, item, start)
    if (item._notes) {
      const { person, paragraphs } = item._notes
      evening.at(start, 2, `item ${item.id}: notes`, () =>
        writeNote(evening.person(person), `note:${evening.item(item.id)}`, paragraphs.map(paragraph)),
      )
    }
    if (item.kind === 'decision' && evening.fixture.decision) planDecision(evening, evening.fixture.decision, endMs)
    planActions(evening, item, hourOf(evening, endMs))
    if (item._leftOpen) continue
    evening.at(endMs, 0, `item ${item.id} is done`, async () => {
      await evening.facilitator.does({ type: 'close-item', itemId: evening.item(item.id), ...(item.next ? { nextStep: item.next } : {}) })
      if (!evening.movesTime) return
      evening.checks.equal(
        'AC-15',
        byId(await evening.facilitator.board(), 'agenda', evening.item(item.id))['heldMinutes'],
        item.held,
        `held minutes of item ${item.id} (${end})`,
      )
    })
  }
  planTimekeeping(evening)
}

const hourOf = (evening: Evening, ms: number): string =>
  new Intl.DateTimeFormat('fr-FR', {
    timeZone: evening.fixture.meeting.timezone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(ms)

/** Hand-overs of a role, each accepted before it has effect. */
const planTimekeeping = (evening: Evening): void => {
  for (const { role, person, handovers } of evening.fixture.roles) {
    let holder = person
    for (const { at, to } of handovers ?? []) {
      const from = holder
      evening.at(at, -4, `${role}: ${from} → ${to}`, async () => {
        await evening.person(from).does({ type: 'hand-over-role', role, personId: evening.person(to).id })
        await evening.person(to).does({ type: 'accept-role', role })
        const seats = list((await evening.person(to).board())['roles'] as Record<string, unknown>, 'seats')
        evening.checks.equal(
          'AC-12',
          seats.find((seat) => seat['role'] === role)?.['holders'],
          [evening.person(to).id],
          `holder of ${role}`,
        )
      })
      holder = to
    }
  }
}
