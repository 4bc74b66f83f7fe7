import type { Redaction } from '../record/vocabulary.ts'
import { frenchCalendar as c } from './calendar.ts'

const registers = {
  decisions: 'Décisions',
  decisionHeader: ['Réf.', 'Décision', 'Processus', 'Structure responsable', 'Statut', 'Révision'],
  actions: 'Actions',
  actionHeader: ['Réf.', 'Action', 'Qui', 'Pour', 'Échéance', 'Point'],
  spends: { waits: 'dépense, en attente d’enregistrement', may: 'dépense' },
  withoutTaker: 'sans porteur·euse',
  proposedTo: (names: string) => `proposée à ${names}`,
  helpedBy: (names: string) => `(avec l’aide de ${names})`,
  disagreements: 'Désaccords ouverts',
  disagreementHeader: ['Sujet', 'Ce qui nous rassemble', 'Ce qui fait débat', 'Suite'],
  learnings: 'Apprentissages',
  learningKinds: { learning: 'Apprentissage', watchpoint: 'Point de vigilance', recommendation: 'Préconisation' },
  resources: 'Ressources communes',
  resourceHeader: ['Ressource', 'Type', 'Licence', 'Gardien·ne', 'Réciprocité attendue'],
}

const closing = {
  title: 'Tour de clôture',
  skipped: 'Tour de clôture non tenu (choix du groupe).',
  roti: (answers: number, mean: string, list: string) =>
    `Valeur du temps passé (ROTI) : ${answers} réponses, moyenne ${mean.replace('.', ',')} sur 5 (${list}).`,
  rotiValue: (value: string, count: number) => `${value} : ${count}`,
  toImprove: (list: string) => `À améliorer : ${list}`,
  said: (name: string, words: string) => `${name} : « ${words} »`,
  withConsent: 'Les paroles ci-dessus sont publiées avec l’accord de leurs auteur·rices.',
}

const next = {
  title: 'Prochaine réunion',
  when: (day?: string, hour?: string, place?: string) =>
    [day === undefined ? undefined : c.weekday(day) + (hour === undefined ? '' : ` à ${c.hour(hour)}`), place]
      .filter((part) => part !== undefined)
      .join(', '),
  roles: (list: string) => `Rôles pressentis : ${list}`,
  toInclude: (list: string) => `À inscrire : ${list}`,
}

const redactedPlaces: Record<Redaction, string> = {
  'closing-words': 'tour de clôture',
  'closing-name': 'tour de clôture',
  'closing-improvement': 'amélioration proposée',
  name: 'nom d’une personne',
  note: 'note',
  reaction: 'réaction',
  advice: 'avis',
  objection: 'objection',
  concern: 'réserve',
  improvement: 'bonification',
  interest: 'intérêt déclaré',
  commitment: 'engagement',
  feedback: 'retour',
  'feedback-answer': 'réponse à un retour',
  'reaction-answer': 'réponse à une réaction',
  'advice-answer': 'réponse à un avis',
  'feedback-learning': 'apprentissage d’un retour',
  experience: 'retour d’expérience',
  summary: 'clarifications et ressentis',
  correction: 'rectification',
}

const react = {
  title: 'Réagir ou rectifier',
  window: (subjects: string, until: string) => `${subjects} : réactions ouvertes jusqu’au ${c.day(until)}.`,
  noCorrection: 'Rectifications : aucune.',
  corrections: (count: number) => `Rectifications : ${count}, dans le tableau ci-dessous.`,
  correctionHeader: ['Date', 'Endroit', 'Motif'],
  wordedHeader: ['Date', 'Endroit', 'À lire', 'Motif'],
  corrected: (before: string | undefined, after: string) => (before === undefined ? `« ${after} »` : `« ${before} » → « ${after} »`),
  bothWordings: (before: string | undefined, after: string) =>
    before === undefined ? `sans accord : « ${after} »` : `sans accord : « ${before} » ou « ${after} »`,
  redactedPlaces,
  redacted: 'mention retirée à la demande de la personne',
  disputed: (author: string, text: string) => `${author} demande que soit noté : ${text}`,
  written: (writers: string, sealers?: string) =>
    writers === ''
      ? `Compte rendu scellé par ${sealers}.`
      : `Compte rendu écrit par ${writers}${sealers === undefined ? '' : `, scellé par ${sealers}`}.`,
  forgotten: (on: string) => `Ce qui était dit dans le cercle a été effacé le ${c.day(on)}, sans scellement.`,
}

export const frClosing = { registers, closing, next, react, glossary: { title: 'Sigles' } }
