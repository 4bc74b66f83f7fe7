import { compareRefs, type Action, type Decision, type Item, type OrgId, type PublicBoard } from '@clairiere/ritual'

/** What somebody brings back to one structure [E3]: what it must do, what was decided, what was said to it, what it is asked. */
export interface Digest {
  /** It registers them. */
  decides: readonly Decision[]
  /** Copied to it, or with an effort of its own. */
  informed: readonly Decision[]
  actions: readonly Action[]
  /** Feedbacks towards it, or brought in its name. */
  feedbacks: readonly Item[]
  /** Advice it is asked and has not given. */
  asked: readonly Item[]
  /** Other items brought in its name. */
  brought: readonly Item[]
}

const inOrder = (items: readonly Item[]): readonly Item[] => items.toSorted((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1))

/** Everything of this meeting that one structure has to know. */
export const digestOf = (board: PublicBoard, org: OrgId): Digest => {
  const decisions = Object.values(board.decisions).toSorted((a, b) => compareRefs(a.ref ?? '', b.ref ?? ''))
  const items = inOrder(Object.values(board.items))
  const feedbacks = items.filter(({ kind, towards, onBehalfOf }) => kind === 'feedback' && (towards === org || onBehalfOf === org))
  const asked = items.filter(({ id }) => {
    const request = board.advice[id]
    return request?.asked.some(({ target }) => target === org) && !request.given.some(({ voice }) => voice === org)
  })
  return {
    decides: decisions.filter(({ responsible, status }) => responsible === org && status !== 'withdrawn'),
    informed: decisions.filter(
      ({ responsible, status, cc, efforts }) =>
        responsible !== org && status === 'adopted' && (cc.includes(org) || efforts.some((effort) => effort.org === org)),
    ),
    actions: Object.values(board.actions)
      .filter(({ forOrg, status }) => forOrg === org && status !== 'dropped')
      .toSorted((a, b) => compareRefs(a.ref, b.ref)),
    feedbacks,
    asked,
    brought: items.filter((item) => item.onBehalfOf === org && !feedbacks.includes(item) && !asked.includes(item)),
  }
}

export const isEmptyDigest = (digest: Digest): boolean => Object.values(digest).every((part: readonly unknown[]) => part.length === 0)
