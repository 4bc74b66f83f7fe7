import { Circle } from '../circle.ts'
import type { Id } from '../ids.ts'
import { evening, eveningInput } from './fixture.ts'

/** « 18:24 » of that evening in Lustrac, as server time. */
export const clock = (hhmm: string): string => new Date(`2026-12-03T${hhmm}:00+01:00`).toISOString()

/** The evening in one process, one step after the other as in ritual.md § 3.2; a test looks at it between steps. */
export class EveningPlayer {
  readonly c = new Circle(eveningInput(), clock('17:50'))
  readonly items: Record<string, Id> = {}
  readonly actions: Record<string, Id> = {}
  readonly signals: Record<string, Id> = {}
  decision: Id = ''
  objection: Id = ''

  join(id: string): void {
    const person = evening.participants.find((found) => found.id === id)
    if (!person) throw new Error(id)
    const voices = person.voices.map((voice) => ({ ...voice, mandate: 'free' as const }))
    this.c.joins(person.name, {
      personId: id,
      voices,
      standing: person.standing,
      device: person.device,
      remote: person.remote,
      newcomer: person.newcomer ?? false,
      host: id === 'awa',
    })
    this.c.arrives(id)
  }

  arrive(): void {
    for (const person of evening.participants) if (person.id !== 'nassim') this.join(person.id)
  }

  openAndShareRoles(): void {
    const { c } = this
    c.did('awa', { type: 'claim-role', role: 'facilitator' })
    c.at(clock('18:00')).did('awa', { type: 'open' })
    c.did('farid', { type: 'claim-role', role: 'facilitator', rank: 'backup' })
    for (const [person, role] of [
      ['gwenola', 'moodWatcher'],
      ['ines', 'timekeeper'],
      ['elise', 'scribe'],
      ['katell', 'decisionKeeper'],
    ] as const) {
      c.did('awa', { type: 'offer-role', role, personId: person })
      c.did(person, { type: 'accept-role', role })
    }
    c.did('hugo', { type: 'claim-role', role: 'scribe', rank: 'pair' })
    for (const person of evening.participants) if (c.board.people[person.id]) c.did(person.id, { type: 'agree-frame' })
    for (const point of evening.agenda) {
      const carrier = point.carriers[0] ?? ''
      const by = c.board.people[carrier] ? carrier : (point.carriers[1] ?? carrier)
      this.items[point.id] = c.did(by, {
        type: 'propose-item',
        kind: point.kind,
        title: point.title,
        carriers: point.carriers.filter((id) => c.board.people[id]),
        onBehalfOf: point.onBehalfOf,
        expectation: point.expectation,
        plannedMinutes: point.planned,
        urgency: point.urgency,
        ...(point.towards && { towards: point.towards }),
        ...(point.format && { format: point.format }),
      })
      c.did('awa', { type: 'list-item', itemId: this.item(point.id) })
    }
  }

  item(number: string): Id {
    const id = this.items[number]
    if (id === undefined) throw new Error(`point ${number}`)
    return id
  }
  point(number: string): (typeof evening.agenda)[number] {
    const found = evening.agenda.find((point) => point.id === number)
    if (!found) throw new Error(`point ${number}`)
    return found
  }

  weather(): void {
    const { c } = this
    c.at(clock('18:05')).did('awa', { type: 'set-phase', from: 'welcome', to: 'weather' })
    const roundId = c.did('awa', { type: 'start-round', kind: 'weather', order: evening._weatherOrder })
    for (const id of evening._weatherOrder) {
      this.giveWeather(id)
      c.at(0.5).did(id, { type: 'end-turn', turnId: c.board.now.turn?.turnId ?? '' })
    }
    c.at(clock('18:14')).did('awa', { type: 'end-round', roundId })
  }
  giveWeather(id: string): void {
    const entry = evening.weather.find((given) => given.person === id)
    if (!entry || entry.value === null) this.c.did(id, { type: 'pass-weather' })
    else this.c.did(id, { type: 'give-weather', value: entry.value, ...(entry.words !== null && { words: entry.words }) })
  }

  followUp(): void {
    const { c } = this
    c.did('awa', { type: 'set-phase', from: 'weather', to: 'follow-up' })
    const action = (ref: string): Id => Object.values(c.board.actions).find((found) => found.ref === ref)?.id ?? ''
    c.did('hugo', { type: 'update-action', actionId: action('A-031'), status: 'done', seen: true })
    c.did('ines', { type: 'update-action', actionId: action('A-033'), status: 'in-progress', seen: true })
    c.at(clock('18:18')).did('awa', { type: 'set-phase', from: 'follow-up', to: 'agenda' })
  }

  createAction(number: string): void {
    const { c } = this
    for (const action of evening.actions.filter((found) => found.item === number)) {
      const actionId = c.did(action.who[0] ?? 'awa', {
        type: 'create-action',
        title: action.title,
        takers: action.who,
        forOrg: action.for,
        due: action.due,
        itemId: this.item(number),
      })
      this.actions[action.ref] = actionId
      for (const who of action.who)
        if (c.board.actions[actionId]?.takers.find((taker) => taker.personId === who)?.accepted !== true)
          c.did(who, { type: 'accept-action', actionId })
    }
  }

  broadcast(): void {
    const { c } = this
    const point = this.point('1')
    const itemId = this.item('1')
    c.did('awa', { type: 'open-item', itemId })
    const { date = '', text = '' } = point.commissionDecision ?? {}
    c.did('hugo', { type: 'set-broadcast', itemId, text, decidedOn: date })
    for (const reaction of point.reactions ?? []) {
      const reactionId = c.did(reaction.person, {
        type: 'react',
        itemId,
        voice: reaction.voice,
        reactionType: reaction.type,
        text: reaction.text,
      })
      if (reaction.answer !== undefined) c.did('hugo', { type: 'answer-reaction', reactionId, text: reaction.answer })
    }
    c.at(clock('18:21'))
    this.join('nassim')
    c.at(clock('18:22'))
    this.giveWeather('nassim')
    c.did('awa', { type: 'set-item', itemId: this.item('5'), carriers: ['nassim', 'katell'] })
    this.createAction('1')
  }
  endBroadcast(): void {
    const { c } = this
    const point = this.point('1')
    const { date = '', text = '' } = point.commissionDecision ?? {}
    c.did('hugo', { type: 'set-broadcast', itemId: this.item('1'), text, decidedOn: date, openUntil: point.reactionUntil ?? '' })
    c.at(clock('18:24')).did('awa', { type: 'close-item', itemId: this.item('1'), nextStep: point.next ?? '' })
  }

  raise(name: string, kind: 'tension' | 'fatigue', level: 2 | 3, number: string): Id {
    const before = new Set(Object.keys(this.c.board.signals))
    this.c.did('gwenola', { type: 'raise-signal', kind, level, itemId: this.item(number) })
    const id = Object.keys(this.c.board.signals).find((found) => !before.has(found)) ?? ''
    this.signals[name] = id
    return id
  }

  feedback(): void {
    const { c } = this
    const itemId = this.item('2')
    c.did('ines', { type: 'hand-over-role', role: 'timekeeper', personId: 'joris' })
    c.did('joris', { type: 'accept-role', role: 'timekeeper' })
    c.did('awa', { type: 'open-item', itemId })
    const { observation = '', effect = '', need = '', request = '' } = this.point('2').feedback ?? {}
    c.did('ines', { type: 'state-feedback', itemId, observation, effect, need, request })
    c.at(clock('18:29'))
    this.raise('S1', 'tension', 2, '2')
  }
  endFeedback(): void {
    const { c } = this
    const itemId = this.item('2')
    const signalId = this.signals['S1'] ?? ''
    c.did('awa', { type: 'acknowledge-signal', signalId })
    c.did('awa', { type: 'care-signal', signalId, responses: ['cross-restatement'] })
    c.at(clock('18:32')).did('gwenola', { type: 'settle-signal', signalId })
    const feedback = this.point('2').feedback
    c.did('baptiste', { type: 'answer-feedback', itemId, text: feedback?.answer.text ?? '', voice: 'org:coop' })
    c.did('ines', { type: 'learn-from-feedback', itemId, text: feedback?.learning ?? '' })
    c.at(clock('18:35')).did('awa', { type: 'close-item', itemId, nextStep: this.point('2').next ?? '' })
    c.did('joris', { type: 'hand-over-role', role: 'timekeeper', personId: 'ines' })
    c.did('ines', { type: 'accept-role', role: 'timekeeper' })
  }

  advice(): void {
    const { c } = this
    const itemId = this.item('3')
    const advice = this.point('3').advice
    c.did('awa', { type: 'open-item', itemId })
    c.did('baptiste', {
      type: 'set-advice',
      itemId,
      question: advice?.question ?? '',
      decider: 'baptiste',
      forOrg: 'org:coop',
      decideBy: advice?.decideBy ?? '',
    })
    for (const given of advice?.given ?? [])
      c.did(given.person, { type: 'give-advice', itemId, voice: given.voice, as: given.as, text: given.text })
    for (const { org, as, expectedBy } of advice?.pending ?? [])
      c.did('baptiste', { type: 'ask-advice', itemId, target: org, as, expectedBy })
    c.at(clock('18:46'))
    const signalId = this.raise('S2', 'fatigue', 2, '3')
    c.did('awa', { type: 'acknowledge-signal', signalId })
    c.did('awa', { type: 'care-signal', signalId, responses: ['pause'] })
    c.at(clock('18:47')).did('awa', { type: 'pause', minutes: 3 })
    c.at(clock('18:50')).did('awa', { type: 'resume' })
    c.did('gwenola', { type: 'settle-signal', signalId })
    c.did('awa', { type: 'close-item', itemId, nextStep: this.point('3').next ?? '' })
  }

  closingRound(): void {
    const { c } = this
    c.at(clock('19:20')).did('awa', { type: 'set-phase', from: 'agenda', to: 'closing' })
    const { roti, improvements, words } = evening.closing
    for (const [person, answer] of Object.entries(roti)) {
      const said = words.find((given) => given.person === person)
      const improvement = improvements.find((given) => given._by === person)
      if (answer === null && !improvement) c.did(person, { type: 'pass-closing' })
      else
        c.did(person, {
          type: 'give-closing',
          ...(answer !== null && { roti: answer }),
          ...(said && { words: said.text, publish: said.publish }),
          ...(improvement && { improvement: improvement.text }),
        })
    }
  }
}
