import type { AdviceTitle } from '../record/items.ts'
import type { DecisionProcess, ItemKind, NoteType, Position } from '../record/vocabulary.ts'
import { frenchCalendar as c } from './calendar.ts'

const many = (count: number, one: string, more: string) => `${count} ${count < 2 ? one : more}`

/** « de Dario », « d’Awa », « d’une personne ». */
const of = (author: string) => (/^[aeiouàâäéèêëîïôöùûüæœ]/i.test(author) ? `d’${author}` : `de ${author}`)

const kinds: Record<ItemKind, string> = {
  information: 'Information',
  broadcast: 'Décision diffusée pour réactions',
  feedback: 'Retour',
  contribution: 'Demande d’apports',
  advice: 'Sollicitation d’avis',
  concertation: 'Concertation',
  decision: 'Décision par consentement',
  election: 'Élection sans candidat·e',
  rex: 'Retour d’expérience',
  tension: 'Traitement d’une tension',
  'follow-up': 'Suivi',
}

const items = {
  title: 'Ordre du jour',
  kinds,
  carriedBy: (names: string) => `porté par ${names}`,
  towards: (organisation: string) => `vers ${organisation}`,
  planned: (minutes: number, held?: number) => `prévu ${minutes} min${held === undefined ? '' : `, tenu ${held} min`}`,
  postponed: 'Reporté (boîte à futurs).',
  withdrawn: 'Retiré.',
  notes: 'Notes',
  next: 'Suite',
  viaChat: (name: string) => `${name}, via le chat`,
  noteTypes: { question: 'question', answer: 'réponse', reaction: 'réaction', idea: 'idée', important: 'important' } satisfies Record<
    NoteType,
    string
  >,
  inWriting: (name: string) => `${name}, par écrit`,
  sovereignty: 'Domaine de souveraineté',
  ideas: 'Idées à creuser',
  between: 'Entre',
  about: 'Sujets',
  topics: {
    funding: 'financement',
    approval: 'agrément',
    investment: 'investissement',
    administrative: 'administratif',
    regulatory: 'réglementaire',
    'shared-places': 'lieux partagés',
  },
  experience: { situation: 'Situation', did: 'Ce qui a été fait', difficulties: 'Difficultés', helped: 'Ce qui a aidé' },
}

const broadcast = {
  text: (decidedOn?: string) => (decidedOn === undefined ? 'Décision diffusée' : `Décision diffusée (${c.day(decidedOn)})`),
  reactions: 'Réactions',
  types: { question: 'question', support: 'soutien', concern: 'réserve', objection: 'objection' },
  answer: 'Réponse',
}

const feedback = {
  about: 'À propos',
  observation: 'Observation',
  effect: 'Effet',
  need: 'Besoin',
  request: 'Demande',
  answerOf: (author: string) => `Réponse ${of(author)}`,
  noAnswer: (on: string) => `Sans réponse au ${c.day(on)}.`,
  learning: 'Apprentissage',
}

const adviceTitles: Record<AdviceTitle, string> = { impacted: 'impact', competent: 'compétence', free: 'libre' }

const advice = {
  question: 'Question',
  whoDecides: 'Qui décidera',
  decider: (name: string, by?: string) => `${name}${by === undefined ? '' : `, au plus tard le ${c.day(by)}`}.`,
  header: ['Voix', 'À quel titre', 'Avis'],
  answerColumn: 'Suite donnée',
  titles: adviceTitles,
  answers: { kept: 'retenu', partly: 'retenu en partie', 'not-kept': 'non retenu' },
  pending: (count: number, by?: string) =>
    (count === 1 ? 'Avis sollicité' : 'Avis sollicités') +
    (by === undefined ? ', sans date' : count === 1 ? `, attendu le ${c.day(by)}` : `, attendus le ${c.day(by)}`),
  outcome: 'Décision prise',
}

const positionNames: Record<Position, string> = {
  'no-objection': 'pas de réserve',
  concern: 'réserve',
  objection: 'objection',
  'not-clear': 'pas encore clair',
  aside: 'en retrait',
}

const processes: Record<DecisionProcess, string> = {
  consent: 'consentement',
  'consent-express': 'consentement express',
  advice: 'sollicitation d’avis',
  election: 'élection sans candidat·e',
  approval: 'approbation de chaque membre actif',
  ascertained: 'accord constaté',
}

const decision = {
  processes,
  adopted: (version: number, ref: string) => `Proposition adoptée (version ${version}) – ${ref}`,
  open: (version: number) => `Proposition en cours (version ${version})`,
  withdrawn: (version: number) => `Proposition retirée (version ${version})`,
  postponed: (version: number) => `Proposition reportée (version ${version})`,
  returned: (version: number, to?: string) => `Proposition renvoyée${to === undefined ? '' : ` à ${to}`} (version ${version})`,
  suspended: (version: number) => `Proposition suspendue (version ${version})`,
  clarifications: 'Clarifications',
  feelings: 'Ressentis',
  amendment: (version: number) => `Amendement (version ${version})`,
  objectionOf: (author: string) => `Objection ${of(author)}`,
  integrated: (version: number) =>
    `Accueillie, intégrée en version ${version}, levée par la personne qui l’a portée ; la personne porteuse de la proposition confirme qu’elle répond toujours au besoin.`,
  becameConcern: 'Devenue une réserve.',
  objectionWithdrawn: 'Retirée par la personne qui l’a portée.',
  notLifted: 'Non levée.',
  late: (on?: string) =>
    on === undefined
      ? 'Une objection est arrivée après le tour.'
      : `Une objection est arrivée après le tour ; elle est traitée le ${c.day(on)}.`,
  concernOf: (author: string) => `Réserve ${of(author)}`,
  otherVoice: (voice: string, position: Position) => `Autre voix (${voice}) : ${positionNames[position]}.`,
  reactionOf: (author: string) => `Réaction ${of(author)}`,
  improvements: 'Bonifications',
  lastRound: 'Dernier tour',
  asked: (count: number) => many(count, 'personne consultée', 'personnes consultées'),
  counts: {
    'no-objection': (count: number) => `${count} sans objection`,
    concern: (count: number) => `${count} avec réserve`,
    objection: (count: number) => many(count, 'objection', 'objections'),
    'not-clear': (count: number) => `${count} pas encore au clair`,
    aside: (count: number) => `${count} en retrait`,
  },
  observers: (count: number) => `${many(count, 'personne', 'personnes')} en observation, sans prise de position.`,
  rollCall: 'Appel nominal',
  rollPosition: { ...positionNames, 'no-objection': 'pas d’objection' },
  financial: 'Effet financier',
  interests: (count: number): string => (count === 1 ? 'Intérêt déclaré' : 'Intérêts déclarés'),
  efforts: 'Efforts',
  competence: 'Compétence formelle',
  sentForRegistration: (on?: string) => `Transmise${on === undefined ? '' : ` le ${c.day(on)}`} pour enregistrement`,
  decidedHere: 'Décidée par la réunion, en vigueur dès l’adoption.',
  copies: (names: string) => `copie : ${names}`,
  nextFirst: (day: string) => `à la prochaine réunion, puis ${day}`,
  review: 'Révision',
  criteria: (list: string) => `critères : ${list}`,
  elected: (who: string, role: string, ref: string) => `${who}, par élection sans candidat·e : ${role} – ${ref}`,
  role: 'Rôle',
  mission: 'Mission',
  limits: 'Limites',
  mandate: 'Durée',
  until: (day: string) => `jusqu’au ${c.day(day)}`,
  holder: 'Tenu par',
  agreement: 'Accord de coopération',
  party: (expects: string, gives: string) => `attend : ${expects} Apporte : ${gives}`,
  commitmentOf: (author: string) => `Engagement ${of(author)}`,
}

const workshop = {
  questions: 'Questions',
  synthesis: 'Synthèse',
  carriers: 'Porteurs',
  participants: 'Participants',
  everyone: 'toutes les personnes présentes',
  important: 'Éléments importants de la discussion',
}

export const frItems = { items, broadcast, feedback, advice, decision, workshop }
