const hues = [152, 204, 262, 318, 22, 44, 96, 178] as const

/** A calm colour for a person's caret, the same on every device; dark enough for white text by day and night alike. */
export const caretColor = (personId: string): string => {
  let sum = 0
  for (let index = 0; index < personId.length; index++) sum = (sum * 31 + personId.charCodeAt(index)) >>> 0
  return `oklch(0.45 0.08 ${hues[sum % hues.length]})`
}
