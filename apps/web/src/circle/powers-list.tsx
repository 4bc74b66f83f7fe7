import type { Power } from '@clairiere/ritual'
import { useLabels } from '../room/use-labels.ts'

/** Rows of the matrix as a list of verbs, with what bounds each where something does. « Own » goes without saying. */
export function PowersList({ powers }: { powers: readonly Power[] }) {
  const { rows, bounds } = useLabels().powers
  return (
    <ul className="flex list-disc flex-col gap-1 ps-5 text-ink2">
      {powers.map(({ permission, cell }) => (
        <li key={permission}>
          {rows[permission]}
          {cell !== 'yes' && cell !== 'own' && ` (${bounds[cell]})`}
        </li>
      ))}
    </ul>
  )
}
