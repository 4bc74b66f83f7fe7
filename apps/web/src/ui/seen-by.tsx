import { Eye } from 'lucide-react'
import { IconWord } from './icon.tsx'

/** Who will see what is written above it, in one sentence. The eye means this and nothing else. */
export function SeenBy({ id, children }: { id?: string; children: string }) {
  return (
    <p id={id}>
      <IconWord icon={Eye} second>
        {children}
      </IconWord>
    </p>
  )
}
