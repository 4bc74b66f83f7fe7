import { useBoard } from './use-board.ts'

/** From the follow-up on everything of the room is at hand; before it, what is not needed is not fetched, so that a weather comes soon on a slow link. */
export const useBegun = (): boolean => useBoard(({ now }) => now.phase !== null && now.phase !== 'welcome' && now.phase !== 'weather')
