import { teraOrganisations } from '@clairiere/ritual'

type Given = (typeof teraOrganisations)[number]

/** What begins the name of a group that is not a structure: it does not register decisions. */
const kinds: readonly [RegExp, Given['kind']][] = [
  [/^commission\b/iu, 'commission'],
  [/^committee\b/iu, 'commission'],
  [/^(gt|groupe|group)\b/iu, 'group'],
  [/^(cercle|circle)\b/iu, 'circle'],
]

/** Ids are made from the name, so that two forms with one name speak of one structure. */
const idOf = (label: string, taken: ReadonlySet<string>): string => {
  const plain = label
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/[^0-9A-Za-z-]/g, '')
    .toLowerCase()
    .slice(0, 40)
  const base = `org:${plain.replace(/^-+|-+$/g, '') || 'groupe'}`
  let id = base
  for (let count = 2; taken.has(id); count++) id = `${base}-${count}`
  return id
}

/** One name a line, as a person reads and changes it. */
export const organisationsText = (organisations: readonly Pick<Given, 'label'>[]): string =>
  organisations.map(({ label }) => label).join('\n')

/** The structures and commissions of a meeting from one name a line: those of the preset keep what is known of them, the others are what their name says. */
export const organisationsFrom = (text: string): readonly Given[] => {
  const taken = new Set<string>()
  const labels = [
    ...new Set(
      text
        .split('\n')
        .map((line) => line.trim().slice(0, 120))
        .filter(Boolean),
    ),
  ].slice(0, 200)
  return labels.map((label) => {
    const known = teraOrganisations.find((one) => one.label === label)
    const made: Given = known ?? { id: idOf(label, taken), label, kind: kinds.find(([begins]) => begins.test(label))?.[1] ?? 'structure' }
    taken.add(made.id)
    return made
  })
}
