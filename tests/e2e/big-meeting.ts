import type { Person } from '../player/person.ts'
import type { Device } from './device.ts'
import type { Hall, OpenedMeeting } from './hall.ts'
import { itemsOfEveryKind, type ItemOfAKind } from './items-of-every-kind.ts'
import { isIn } from './people.ts'

const proposal = 'Nous commandons ensemble dix stères de bois pour la halle, au nom de la SCI, avant le 15 décembre.'

interface Decision {
  id: string
  rounds: { round: number }[]
  objections: { id: string }[]
  versions: unknown[]
}

/**
 * A meeting of eight that is led over the contract, step by step, so that each of its screens can be looked at: the laptop of who facilitates, the phones of the
 * mood-watch and of who carries the decision; the others have no screen.
 */
export class BigMeeting {
  readonly meeting: OpenedMeeting
  readonly awa: Device
  readonly gwen: Device
  readonly ben: Device
  readonly #others: readonly Person[]
  readonly #ids = new Map<string, string>()
  #roundId = ''
  #decisionId = ''

  private constructor(meeting: OpenedMeeting, devices: { awa: Device; gwen: Device; ben: Device }, others: readonly Person[]) {
    this.meeting = meeting
    this.awa = devices.awa
    this.gwen = devices.gwen
    this.ben = devices.ben
    this.#others = others
  }

  /** Everybody is in, roles are taken, the meeting is open in its welcome. */
  static async begins(hall: Hall): Promise<BigMeeting> {
    const meeting = await hall.meeting({
      title: 'Réunion écosystème du 3 décembre',
      type: 'ecosystem',
      purpose: 'Nourrir la cohésion de l’écosystème et coopérer entre structures et commissions.',
      place: 'Salle des fêtes',
      frame: ['Je parle en mon nom', 'J’écoute jusqu’au bout', 'Ce qui est personnel reste ici'],
    })
    const awa = await hall.laptop('Awa')
    const gwen = await hall.phone('Gwenola')
    const ben = await hall.phone('Ben')
    await isIn(awa, meeting.host, { name: 'Awa Ferrand', voice: 'Association TERA' })
    await isIn(gwen, meeting.join, { name: 'Gwenola Riou' })
    await isIn(ben, meeting.join, { name: 'Ben Costa', voice: 'SCI Le Tilleul' })
    const others: Person[] = []
    for (const [name, org] of [
      ['Élise Marchand', 'org:coop'],
      ['Hugo Petit', 'org:qrt'],
      ['Dario Neri', 'com:accueil'],
      ['Capucine Roy', 'com:ecoute'],
      ['Farid Benhaddou', 'org:abeille'],
    ] as const)
      others.push(await hall.person(meeting, name, { voices: [{ org, quality: '' }] }))
    const big = new BigMeeting(meeting, { awa, gwen, ben }, others)
    await awa.does({ type: 'open' })
    await awa.does({ type: 'claim-role', role: 'facilitator' })
    await gwen.does({ type: 'claim-role', role: 'moodWatcher' })
    await big.#person(0).does({ type: 'claim-role', role: 'scribe' })
    await awa.does({ type: 'offer-role', role: 'timekeeper', personId: (await ben.identity()).personId })
    return big
  }

  get meetingId(): string {
    return this.meeting.meetingId
  }

  #person(index: number): Person {
    const person = this.#others[index]
    if (!person) throw new Error(`nobody in seat ${index}`)
    return person
  }

  /** Goes on to a phase, whatever stands between. */
  async phase(to: string): Promise<void> {
    const { phase } = (await this.awa.reads(''))['now'] as { phase: string }
    await this.awa.does({ type: 'set-phase', from: phase, to })
  }

  async givesWeathers(): Promise<void> {
    const all = [this.awa, this.gwen, this.ben, ...this.#others]
    const given = ['sun', 'clearing', 'clouds', 'clouds', 'rainbow', 'wind', 'rain'] as const
    for (const [index, who] of all.entries()) {
      const value = given[index]
      await who.does(
        value ? { type: 'give-weather', value, ...(index === 1 ? { words: 'contente d’être là' } : {}) } : { type: 'pass-weather' },
      )
    }
  }

  async startsRound(kind: 'weather' | 'feelings' | 'closing'): Promise<void> {
    const { id } = await this.awa.does({
      type: 'start-round',
      kind,
      mode: 'circle',
      // Those of a decision are told on its own item.
      ...(kind === 'feelings'
        ? { itemId: this.#ids.get('Acheter le bois ensemble'), prompt: 'Qu’est-ce que cela te fait ?' }
        : { prompt: 'Quelle est ta météo ?' }),
    })
    this.#roundId = id
  }

  async endsRound(): Promise<void> {
    await this.awa.does({ type: 'end-round', roundId: this.#roundId })
  }

  /** The items of the evening but the decision. */
  get items(): readonly ItemOfAKind[] {
    return itemsOfEveryKind({ carrier: this.ben, scribe: this.#person(0), hugo: this.#person(1), dario: this.#person(2) })
  }

  /** What people say and write in an item that is open. */
  async fills({ title, fill }: ItemOfAKind): Promise<void> {
    await fill(this.#ids.get(title) ?? '')
  }

  /** Every item is proposed by Ben and listed, the decision last. */
  async proposesAll(): Promise<void> {
    for (const { kind, title, more } of [...this.items, { kind: 'decision', title: 'Acheter le bois ensemble', more: {} }]) {
      const { id } = await this.ben.does({
        type: 'propose-item',
        kind,
        title,
        expectation: 'Dire ce que vous en pensez',
        plannedMinutes: 15,
        ...more,
      })
      this.#ids.set(title, id)
      await this.awa.does({ type: 'list-item', itemId: id })
    }
  }

  async opens(title: string): Promise<void> {
    await this.awa.does({ type: 'open-item', itemId: this.#ids.get(title) })
  }

  async putsAside(title: string): Promise<void> {
    await this.awa.does({ type: 'postpone-item', itemId: this.#ids.get(title) })
  }

  async raises(kind: string, level: 2 | 3): Promise<string> {
    return (await this.gwen.does({ type: 'raise-signal', kind, level })).id
  }

  async welcomes(signalId: string): Promise<void> {
    await this.awa.does({ type: 'acknowledge-signal', signalId })
  }

  async settles(signalId: string): Promise<void> {
    await this.awa.does({ type: 'care-signal', signalId, responses: ['heard'] })
    await this.gwen.does({ type: 'settle-signal', signalId })
  }

  async proposes(): Promise<void> {
    const reviewOn = new Date(Date.now() + 180 * 86_400_000).toISOString().slice(0, 10)
    const { id } = await this.ben.does({
      type: 'propose',
      itemId: this.#ids.get('Acheter le bois ensemble'),
      text: proposal,
      responsible: 'org:sci',
      reviewOn,
      cc: ['org:tera'],
    })
    this.#decisionId = id
  }

  async nextStep(from: string): Promise<void> {
    await this.awa.does({ type: 'next-step', decisionId: this.#decisionId, from })
  }

  /** Everyone takes position; in the first round Gwenola objects. */
  async givesPositions(round: number): Promise<void> {
    for (const who of [this.awa, this.ben, ...this.#others])
      await who.does({ type: 'give-position', decisionId: this.#decisionId, round, position: 'no-objection' })
    const objects = { position: 'objection', text: 'Personne n’est là pour recevoir le bois avant le 20.' }
    await this.gwen.does({
      type: 'give-position',
      decisionId: this.#decisionId,
      round,
      ...(round === 1 ? objects : { position: 'no-objection' }),
    })
  }

  async reveals(round: number): Promise<void> {
    await this.awa.does({ type: 'reveal', decisionId: this.#decisionId, round })
  }

  /** The objection is taken in and a second version integrates it; lifted and confirmed. */
  async integrates(): Promise<void> {
    const decisionId = this.#decisionId
    const objectionId = (await this.#decision()).objections[0]?.id
    await this.awa.does({ type: 'test-objection', decisionId, objectionId, result: 'accepted' })
    await this.ben.does({
      type: 'amend',
      decisionId,
      from: 1,
      text: proposal.replace('avant le 15', 'livrés après le 20'),
      change: 'La date de livraison',
      integrates: [objectionId],
    })
    await this.gwen.does({ type: 'lift-objection', decisionId, objectionId })
    await this.ben.does({ type: 'confirm-objection', decisionId, objectionId })
  }

  async adopts(): Promise<void> {
    await this.awa.does({ type: 'adopt', decisionId: this.#decisionId, version: (await this.#decision()).versions.length })
  }

  /** The whole decision at once, for what comes after it. */
  async hasDecided(): Promise<void> {
    await this.proposesAll()
    await this.phase('agenda')
    await this.opens('Acheter le bois ensemble')
    await this.proposes()
    await this.nextStep('proposal')
    await this.nextStep('clarification')
    await this.awa.does({ type: 'set-summary', decisionId: this.#decisionId, step: 'feelings', text: 'Soulagement, un peu de hâte.' })
    await this.nextStep('feelings')
    await this.nextStep('amendment')
    await this.givesPositions(1)
    await this.reveals(1)
    await this.nextStep('objections')
    await this.integrates()
    await this.nextStep('integration')
    await this.givesPositions(2)
    await this.reveals(2)
    await this.nextStep('objections')
    await this.adopts()
    await this.awa.does({ type: 'close-item', itemId: this.#ids.get('Acheter le bois ensemble'), nextStep: 'La SCI enregistre' })
  }

  async givesClosings(): Promise<void> {
    for (const [index, who] of [this.awa, this.gwen, this.ben, ...this.#others].entries())
      await who.does({
        type: 'give-closing',
        roti: index % 3 === 0 ? 5 : 4,
        words: index % 2 === 0 ? 'Merci pour le calme.' : 'De l’élan.',
        publish: index === 2,
      })
  }

  async closes(): Promise<void> {
    await this.awa.does({ type: 'close', postponeRest: true })
  }

  async seals(): Promise<void> {
    for (const who of [this.awa, this.gwen, this.ben, ...this.#others]) await who.does({ type: 'agree-review' })
    await this.awa.does({ type: 'seal' })
    await this.#person(0).does({ type: 'seal' })
  }

  async #decision(): Promise<Decision> {
    const decisions = (await this.awa.reads(''))['decisions'] as Decision[]
    const found = decisions.find(({ id }) => id === this.#decisionId)
    if (!found) throw new Error('the decision is not on the board')
    return found
  }
}
