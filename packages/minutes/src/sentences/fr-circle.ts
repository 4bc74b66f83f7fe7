import type { ActionState, ResponseId, RoleId, SignalKind, WeatherId } from '../record/vocabulary.ts'
import { frenchCalendar as c } from './calendar.ts'

const many = (count: number, one: string, more: string) => `${count} ${count < 2 ? one : more}`

const landmarks = {
  draftLive: 'PROJET – réunion en cours',
  draftReview: (until?: string) => (until === undefined ? 'PROJET – en relecture' : `PROJET – en relecture jusqu’au ${c.day(until)}`),
  header: ['Repère', 'Contenu'],
  date: 'Date',
  dateIs: (day: string, start: string, end?: string, minutes?: number) =>
    end === undefined
      ? `${c.weekday(day)}, à partir de ${c.hour(start)}`
      : `${c.weekday(day)}, ${c.hour(start)} – ${c.hour(end)}${minutes === undefined ? '' : ` (${minutes} min)`}`,
  place: 'Lieu',
  purpose: 'Raison d’être',
  presence: 'Présences',
  people: (count: number, observers: number) =>
    many(count, 'personne', 'personnes') + (observers === 0 ? '' : `, dont ${observers} en observation`),
  structures: (present: number, of: number) => `${many(present, 'structure', 'structures')} sur ${of}`,
  groups: (present: number, of: number) =>
    `${many(present, 'commission ou groupe de travail', 'commissions et groupes de travail')} sur ${of}`,
  given: 'Temps donné',
  givenIs: (minutes: number) => `${c.duration(minutes)} (somme des temps de présence)`,
  minutes: 'Compte rendu',
  live: 'projet, réunion en cours',
  inReview: (until?: string) => (until === undefined ? 'projet, en relecture' : `projet, en relecture jusqu’au ${c.day(until)}`),
  sealed: (version: number, day: string, hour: string, review?: { from: string; until: string }) =>
    `version ${version}, scellée le ${c.weekday(day)} à ${c.hour(hour)}` +
    (review === undefined ? '' : `, après relecture ${c.span(review.from, review.until, day)}`),
  interrupted: 'Interruption',
  reopened: 'Réouverture',
  audience: 'Diffusion',
  audiences: { circle: 'cercle de la réunion', members: 'membres de l’écosystème', public: 'publique' },
  licence: 'Licence',
}

const presence = {
  title: 'Présences et qualités',
  header: ['Personne', 'Au nom de (qualité)', 'Présence'],
  byStructure: ['Au nom de', 'Personnes'],
  ownName: 'en son nom',
  givenHeader: ['Au nom de', 'Personnes', 'Minutes données'],
  givenTotal: 'Ensemble (chaque personne une fois)',
  mandates: {
    'report-back': (_confirmBy?: string) => 'avis à rapporter',
    'ad-referendum': (confirmBy?: string) => `engagement à confirmer${confirmBy === undefined ? '' : ` avant le ${c.day(confirmBy)}`}`,
  },
  whole: 'présence entière',
  observer: 'observation',
  remote: 'à distance',
  arrived: (hour: string) => `arrivée ${c.hour(hour)}`,
  away: (from: string, to: string) => `absence ${c.hour(from)} – ${c.hour(to)}`,
  left: (hour: string) => `départ ${c.hour(hour)}`,
}

const roleNames: Record<RoleId, string> = {
  facilitator: 'facilitation',
  moodWatcher: 'guet d’ambiance',
  timekeeper: 'temps',
  scribe: 'scribe',
  speechKeeper: 'parole',
  decisionKeeper: 'mémoire des décisions',
}

const roles = {
  title: 'Rôles tenus',
  names: roleNames,
  duringItem: (name: string, item: string) => `(${name} pendant le point ${item})`,
  between: (name: string, from: string, to: string) => `${name} (${c.hour(from)} – ${c.hour(to)})`,
  backups: (names: string) => `(relais : ${names})`,
  pairs: (names: string) => `en binôme avec ${names}`,
  thanks: 'Merci à elles et eux.',
}

const weatherNames: Record<WeatherId, string> = {
  sun: '☀️ soleil',
  clearing: '🌤️ éclaircies',
  rainbow: '🌈 arc-en-ciel',
  clouds: '☁️ nuages',
  wind: '🌬️ vent',
  fog: '🌫️ brouillard',
  rain: '🌧️ pluie',
  storm: '⛈️ orage',
}

const weather = {
  title: 'Tour météo',
  names: weatherNames,
  bands: { clear: 'dégagé', variable: 'variable', heavy: 'chargé' },
  counted: (total: number, list: string) => `${many(total, 'météo exprimée', 'météos exprimées')} : ${list}.`,
  stays: 'Ce qui s’est dit au tour météo reste dans le cercle.',
  held: 'Tour météo tenu.',
  skipped: 'Tour météo non tenu (choix du groupe).',
}

const actionStates: Record<ActionState, string> = {
  'open-without-taker': 'sans porteur·euse',
  proposed: 'proposée',
  accepted: 'acceptée',
  'in-progress': 'en cours',
  done: 'faite',
  'given-back': 'rendue',
  dropped: 'abandonnée',
}

const dated = (on?: string) => (on === undefined ? '' : ` le ${c.day(on)}`)

const followUp = {
  title: 'Suivi',
  transmissions: ['Réf.', 'Décision transmise', 'Structure', 'Statut'],
  actions: ['Réf.', 'Action', 'Qui', 'Statut'],
  actionStates,
  reviews: ['Réf.', 'Décision à revoir', 'Ce que le groupe en dit'],
  verdicts: {
    keep: (nextOn?: string) => `gardée${nextOn === undefined ? '' : `, à revoir le ${c.day(nextOn)}`}`,
    change: (_nextOn?: string) => 'à modifier : un point est proposé, elle vaut jusque-là',
    stop: (_nextOn?: string) => 'à arrêter : un point est proposé, elle vaut jusque-là',
  },
  putOff: (nextOn: string) => `remise au ${c.day(nextOn)}`,
  notReviewed: 'pas encore revue',
  helped: (text: string) => `ce qui a aidé : ${text}`,
  hindered: (text: string) => `ce qui a gêné : ${text}`,
  due: (day: string) => `échéance ${c.day(day)}`,
  toSend: 'à transmettre',
  sent: (on?: string) => `transmise${dated(on)}, enregistrement attendu`,
  received: (on?: string) => `reçue${dated(on)}, à enregistrer`,
  registered: (on?: string, reference?: string) => `enregistrée${dated(on)}${reference === undefined ? '' : ` (réf. ${reference})`}`,
  returned: (on?: string, reason?: string) => `retournée${dated(on)}${reason === undefined ? '' : ` : ${reason}`}`,
}

const signalNames: Record<SignalKind, readonly [one: string, more: string]> = {
  tension: ['tension', 'tensions'],
  fatigue: ['fatigue', 'fatigues'],
  pace: ['rythme', 'rythmes'],
  voice: ['parole déséquilibrée', 'paroles déséquilibrées'],
  confusion: ['fil perdu', 'fils perdus'],
  clash: ['ping-pong', 'ping-pongs'],
  emotion: ['émotion forte', 'émotions fortes'],
  frame: ['entorse au cadre', 'entorses au cadre'],
  joy: ['joie ou gratitude', 'joies ou gratitudes'],
}

const responseNames: Record<ResponseId, string> = {
  pause: 'pause',
  silence: 'minute de silence',
  'feelings-round': 'tour de ressentis',
  'cross-restatement': 'reformulation croisée',
  'frame-reminder': 'rappel du cadre',
  'slow-down': 'changer de rythme',
  'give-voice': 'donner la parole',
  clarify: 'clarifier le fil',
  postpone: 'reporter le point',
  'aside-talk': 'aparté après la réunion',
  'new-item': 'en faire un point',
  'handed-over': 'confier à l’écoute-médiation',
  heard: 'entendu, on continue',
  celebrate: 'célébrer',
}

const mood = {
  title: 'Vie de la réunion',
  responseNames,
  signals: (count: number) => many(count, 'signal d’ambiance', 'signaux d’ambiance'),
  ofKind: (kind: SignalKind, count: number) => many(count, ...signalNames[kind]),
  allTreated: (count: number): string =>
    count === 1 ? 'Il a été accueilli et traité pendant la réunion.' : 'Tous ont été accueillis et traités pendant la réunion.',
  carried: (count: number) => `${many(count, 'a été repris', 'ont été repris')} plus tard.`,
  responses: (list: string) => `Suites : ${list}.`,
  thenInside: ' puis ',
  handedOver: (count: number) =>
    `${many(count, 'signal a été confié', 'signaux ont été confiés')} à l’écoute-médiation, avec l’accord des personnes concernées.`,
  phrase: (text: string) => `« ${text} »`,
}

export const frCircle = { landmarks, presence, roles, weather, followUp, mood }
