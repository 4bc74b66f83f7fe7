import { useMemo } from 'react'
import { useT } from '../i18n/words.tsx'
import { useBoard, useConfidences } from '../room/use-board.ts'
import { useLabels } from '../room/use-labels.ts'
import { Disc } from '../ui/disc.tsx'
import { SeenBy } from '../ui/seen-by.tsx'
import { Vault } from '../ui/vault.tsx'
import { skies } from '../room/skies.ts'
import { skyOf } from '../room/sky-of.ts'
import { saidBeside } from './said-beside.ts'

/** Above this many weathers one disc stands for a kind, its count beside it. */
const ONE_DISC_EACH_UP_TO = 24

/** The weathers of the group along a vault, then their words and counts, then what was said, unsigned and in no order of people. */
export function GroupSky() {
  const t = useT('weather')
  const quoted = useT('ui').quoted
  const mood = useLabels().mood
  const weather = useBoard((board) => board.weather)
  const said = useConfidences('weather')
  const sky = useMemo(() => skyOf(Object.values(weather)), [weather])
  const words = useMemo(
    () => said.flatMap(({ payload }) => (payload ? saidBeside(payload, t, quoted) : [])).toSorted((a, b) => a.localeCompare(b)),
    [said, t, quoted],
  )
  if (sky.total + sky.passed === 0) return <p className="py-4 text-ink2">{t.emptySky}</p>
  const oneEach = sky.total <= ONE_DISC_EACH_UP_TO
  const discs = sky.kinds.flatMap(({ value, count }) => {
    const disc = <Disc size="vault" ground={skies[value].ground} icon={skies[value].icon} />
    return oneEach ? Array.from({ length: count }, (_, index) => ({ id: `${value}${index}`, disc })) : [{ id: value, disc, count }]
  })
  return (
    <div className="mx-auto flex w-full max-w-120 flex-col gap-5">
      <Vault discs={discs}>
        <span className="said text-watched">{sky.total}</span>
        <span className="said text-proposal">{t.inTheSky(sky.total)}</span>
        {sky.passed > 0 && <span className="text-second text-ink2">{t.alsoPass(sky.passed)}</span>}
      </Vault>
      <ul className="divide-y divide-line border-y border-line">
        {sky.kinds.map(({ value, count }) => (
          <li key={value} className="flex min-h-11 items-center gap-3 py-1.5">
            <Disc size="row" ground={skies[value].ground} icon={skies[value].icon} />
            <span className="flex-1">{mood.weather[value].label}</span>
            <span className="said text-clock">{count}</span>
          </li>
        ))}
      </ul>
      {words.length > 0 && (
        <section className="flex flex-col gap-1">
          <h2 className="font-strong">{t.words}</h2>
          <ul className="flex flex-col gap-1 text-ink2">
            {words.map((word, index) => (
              <li key={`${index}${word}`}>{word}</li>
            ))}
          </ul>
        </section>
      )}
      <SeenBy>{t.skySeenBy}</SeenBy>
    </div>
  )
}
