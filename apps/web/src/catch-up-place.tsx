import { CatchUp } from './catch-up/catch-up.tsx'
import { RoleSummary } from './circle/role-summary.tsx'
import { useT } from './i18n/words.tsx'
import { phaseLabel } from './live/phase-label.ts'
import { useAllowed } from './room/use-act.ts'
import { useBoard } from './room/use-board.ts'
import { useLabels } from './room/use-labels.ts'
import { useMine } from './room/use-roles.ts'
import { WeatherForm } from './weather/weather-form.tsx'
import { PrivacyLevels } from './welcome/privacy-levels.tsx'

/** The digest with the circle’s roles, its privacy and one’s own weather in it; they belong to other features. */
export function CatchUpPlace() {
  const words = useT('live').phase
  const labels = useLabels()
  const mayGive = useAllowed({ type: 'pass-weather' }).allowed
  const { me } = useMine()
  const where = useBoard((board) => phaseLabel(board, words, (step) => labels.deciding.steps[step].label))
  const given = useBoard((board) => board.weather[me] !== undefined)
  const weather = !given && mayGive ? <WeatherForm untitled /> : null
  return <CatchUp where={where} roles={<RoleSummary />} privacy={<PrivacyLevels />} weather={weather} />
}
