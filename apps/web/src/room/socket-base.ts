import { paths } from '@clairiere/ritual'

/** Where sockets of this page go: `ws(s)://host/live`. */
export const socketBase = (): string => `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}${paths.live()}`
