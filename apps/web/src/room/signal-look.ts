import type { ResponseId, SignalKind } from '@clairiere/ritual'
import {
  BatteryLow,
  CalendarClock,
  Check,
  CircleQuestionMark,
  Coffee,
  Compass,
  Flag,
  Gauge,
  HandHeart,
  Heart,
  ListPlus,
  Megaphone,
  MessagesSquare,
  Moon,
  RefreshCw,
  Repeat2,
  Sparkles,
  Users,
} from 'lucide-react'
import type { IconShape } from '../ui/icon.tsx'
import type { Tone } from '../ui/tone.ts'

/** Icon and colour of each kind; the word always stands beside. Level is size and place, never a redder hue. */
export const signalLook: Readonly<Record<SignalKind, { icon: IconShape; tone: Tone }>> = {
  tension: { icon: Flag, tone: 'tension' },
  fatigue: { icon: BatteryLow, tone: 'fatigue' },
  pace: { icon: Gauge, tone: 'moss' },
  voice: { icon: Megaphone, tone: 'moss' },
  confusion: { icon: CircleQuestionMark, tone: 'moss' },
  clash: { icon: MessagesSquare, tone: 'moss' },
  emotion: { icon: Heart, tone: 'moss' },
  frame: { icon: Compass, tone: 'moss' },
  joy: { icon: Sparkles, tone: 'joy' },
}

export const responseIcons: Readonly<Record<ResponseId, IconShape>> = {
  pause: Coffee,
  silence: Moon,
  'feelings-round': RefreshCw,
  'cross-restatement': Repeat2,
  'frame-reminder': Compass,
  'slow-down': Gauge,
  'give-voice': Megaphone,
  clarify: CircleQuestionMark,
  postpone: CalendarClock,
  'aside-talk': Users,
  'new-item': ListPlus,
  'handed-over': HandHeart,
  heard: Check,
  celebrate: Sparkles,
}
