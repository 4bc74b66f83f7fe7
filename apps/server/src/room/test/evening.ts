import { Rehearsal } from './rehearsal.ts'

/** Five people in an open meeting: Ada facilitates and writes, Ben watches the mood. */
export async function evening() {
  const rehearsal = await Rehearsal.start()
  const [ada, ben] = [await rehearsal.join('Ada', { host: true }), await rehearsal.join('Ben')]
  const others = [await rehearsal.join('Cléo'), await rehearsal.join('Dan'), await rehearsal.join('Ève')]
  for (const person of [ada, ben, ...others]) await rehearsal.does(person, { type: 'set-voices', voices: [] })
  await rehearsal.does(ada, { type: 'open' })
  await rehearsal.does(ada, { type: 'claim-role', role: 'facilitator', rank: 'holder' })
  await rehearsal.does(ben, { type: 'claim-role', role: 'moodWatcher', rank: 'holder' })
  await rehearsal.does(others[0] ?? '', { type: 'claim-role', role: 'scribe', rank: 'holder' })
  return { rehearsal, ada, ben, cleo: others[0] ?? '', dan: others[1] ?? '', eve: others[2] ?? '' }
}
