import type { PageProps } from './page-props.ts'
import { ReadingPage } from './slots.tsx'

/** `/lire/:id#<key>`: sealed minutes for their audience; the key stands in the fragment, which no server and no log sees. */
export function ReadingRoute({ params }: PageProps) {
  return <ReadingPage meetingId={params['id'] ?? ''} linkKey={decodeURIComponent(location.hash.slice(1))} />
}
