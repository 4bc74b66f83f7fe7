import type { Meeting } from './entities.ts'

/** Whether nothing more comes to its agenda: it was closed, sealed or not, or it is cancelled and will not be held. */
export const isOver = ({ status }: Pick<Meeting, 'status'>): boolean => status === 'review' || status === 'sealed' || status === 'cancelled'
