import { pluralIn } from '../i18n/plural.ts'

const n = pluralIn('fr')

/** The screen on the wall: nothing to press, nothing private. */
export const fr = {
  join: 'Rejoindre avec un téléphone',
  joinHere: 'Photographie le carré pour entrer, sans compte.',
  joinLater: 'Le carré pour entrer s’affiche ici quand l’écran est ouvert par la facilitation.',
  point: (number: number, of: number) => `Point ${number} sur ${of}`,
  version: (step: string, version: number) => `${step}, version ${version}`,
  left: (minutes: string) => `encore ${minutes} pour ce point`,
  over: 'temps tenu, on continue ?',
  until: (hour: string) => `fin vers ${hour}`,
  sky: 'Notre ciel',
  floor: 'La parole est à',
  listen: 'On écoute. On ne répond pas, on ne commente pas.',
  answered: (count: number, of: number) => `${count} sur ${of} ${n(count, { one: 'a répondu', other: 'ont répondu' })}`,
  ask: 'As-tu une objection ?',
  nobody: 'Personne ne fait objection',
  objections: (count: number) => (count === 1 ? 'Une objection à intégrer' : `${count} objections à intégrer`),
  takenBack: (count: number): string => (count === 1 ? 'L’objection est retirée' : 'Les objections sont retirées'),
  unclear: (count: number) => `Pas encore clair pour ${count} ${n(count, { one: 'personne', other: 'personnes' })}`,
  adopted: 'Décision adoptée',
  here: (count: number) => `${count} ${n(count, { one: 'personne est là', other: 'personnes sont là' })}`,
  next: 'Ensuite',
  closed: 'Merci. La réunion est close.',
  review: (day: string) => `Chacun·e relit le compte rendu jusqu’au ${day}.`,
  sealed: 'Le compte rendu est scellé.',
  pause: {
    title: 'Pause',
    lead: (watched: boolean) => `${watched ? 'Le guet propose un temps.' : 'On prend un temps.'}\nIl n’y a rien à faire.`,
    until: (hour: string) => `On reprend à ${hour}`,
    word: 'pause',
    breath: 'On souffle.',
  },
}
