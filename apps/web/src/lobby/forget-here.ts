import { paths } from '@clairiere/ritual'
import { callApi } from '../room/api.ts'
import { forgetIdentity, identitiesOf, type Identity } from '../room/identity.ts'

/** What became of a wish to forget. All is as before where something is on this device alone (`only-here`) or nobody answered (`silent`). */
export type Forgotten = 'forgotten' | 'only-here' | 'silent'

/**
 * Takes a person off this device for good: held by its cookie no more, and nothing that pages kept for them stays. What is on this device alone is
 * not erased unless that is meant (`all`).
 */
export const forgetHere = async (identity: Identity, all: boolean): Promise<Forgotten> => {
  const { meetingId, personId } = identity
  // What erases comes with who asks for it: the home page weighs nothing more.
  const erasing = await import('../room/erase-here.ts').catch(() => null)
  if (!erasing) return 'silent'
  if (!all && (await erasing.hasOnlyHere(identity))) return 'only-here'
  const answer = await callApi('DELETE', paths.join(meetingId), undefined, { as: personId })
  // Who is not known there any more, or whose meeting is gone, is held by nothing either.
  if (!answer.ok && answer.status !== 401 && answer.status !== 404) return 'silent'
  forgetIdentity(meetingId, personId)
  await erasing.eraseHere(identity, identitiesOf(meetingId).length === 0)
  return 'forgotten'
}
