import { InboxPage } from './slots.tsx'

/** `/inbox#<token>`: the secret stands in the fragment, which no server and no log sees. */
export function InboxRoute() {
  return <InboxPage token={decodeURIComponent(location.hash.slice(1))} />
}
