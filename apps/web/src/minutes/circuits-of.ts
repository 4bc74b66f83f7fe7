import { compareRefs, type Id, type PublicBoard } from '@clairiere/ritual'

/** Adopted decisions by their reference: those with a circuit still to be sent, and those whose circuits are all on their way or back [§2.4.7]. */
export const circuitsOf = ({
  decisions,
  transmissions,
}: Pick<PublicBoard, 'decisions' | 'transmissions'>): { toSend: Id[]; sent: Id[] } => {
  const waits = (id: Id): boolean =>
    Object.values(transmissions).some(({ decisionId, status }) => decisionId === id && status === 'to-send')
  const adopted = Object.values(decisions)
    .filter(({ status }) => status === 'adopted')
    .toSorted((a, b) => compareRefs(a.ref ?? '', b.ref ?? ''))
    .map(({ id }) => id)
  return { toSend: adopted.filter(waits), sent: adopted.filter((id) => !waits(id)) }
}
