import { pluralIn } from '../i18n/plural.ts'

const n = pluralIn('fr')

/** Arrival: why we meet, what we bring from last time, who does what, and the frame we agree on. */
export const fr = {
  before: 'Avant la réunion',
  title: 'Bienvenue',
  opensAt: (day: string, hour: string) => `${day}, ${hour}`,
  until: (hour: string) => `fin prévue à ${hour}`,
  waiting: 'La réunion s’ouvrira quand le cercle sera là. Tu peux déjà proposer un point, prendre un rôle, lire le cadre.',
  toPrepare: 'L’ordre du jour est à construire : propose un point.',
  purpose: 'Raison d’être',
  improvements: 'La dernière fois, on s’était dit',
  corrections: 'Corrections demandées au dernier compte rendu',
  toRead: (words: string) => `À lire : ${words}`,
  frame: 'Notre cadre',
  noFrame: 'Aucune règle n’est encore écrite.',
  changeFrame: 'Changer le cadre',
  without: (parts: readonly string[]) => `Laissé de côté : ${parts.join(', ')}.`,
  frameRules: 'Une règle par ligne',
  keep: 'Garder',
  tighten: 'Protéger davantage',
  tightenHint: 'Une seule personne suffit pour protéger davantage. Ce qui est protégé le reste.',
  tightenDo: 'Protéger ainsi',
  nothingTighter: 'Déjà au plus protégé.',
  inMinutes: 'Au compte rendu',
  level: (field: string, level: string) => `${field} : ${level}`,
  fields: { names: 'Noms', weather: 'Météo', signals: 'Signaux d’ambiance', closing: 'Clôture', positions: 'Positions' },
  now: (label: string) => `${label} (aujourd’hui)`,
  agree: 'D’accord avec le cadre',
  readFrame: 'Lire le cadre',
  agreed: (count: number, of: number) => `${count} sur ${of} ${n(count, { one: 'a dit', other: 'ont dit' })} « d’accord »`,
  youAgreed: 'Tu as dit « d’accord ».',
  roles: 'Rôles',
  agenda: 'Ordre du jour',
  seeAgenda: 'Voir l’ordre du jour',
  items: (count: number, proposed: number) =>
    `${count} ${n(count, { one: 'point inscrit', other: 'points inscrits' })}` +
    (proposed > 0 ? `, ${proposed} ${n(proposed, { one: 'proposé', other: 'proposés' })}` : ''),
  cancelled: 'Cette réunion est annulée',
}
