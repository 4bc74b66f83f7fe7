import type { ReactNode } from 'react'
import { useT } from '../i18n/words.tsx'
import { Title } from '../ui/page.tsx'
import { FollowUpLines } from './follow-up-lines.tsx'

/** The follow-up as a step of the meeting [F11]. */
export function FollowUp({ lead }: { lead: ReactNode }) {
  const t = useT('followUp')
  return (
    <div className="mx-auto flex w-full max-w-160 flex-col gap-6 laptop:mx-0">
      <FollowUpLines head={(any) => <Title after={any ? t.lead : undefined}>{t.title}</Title>} />
      {lead}
    </div>
  )
}
