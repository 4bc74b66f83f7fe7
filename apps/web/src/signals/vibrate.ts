/** A short touch for a signal (ms), where the device has it and the page was touched before: a browser refuses it, and says so, to a page nobody has used yet. */
export const vibrate = (pattern: number | number[]): void => {
  if (navigator.userActivation?.hasBeenActive && 'vibrate' in navigator) navigator.vibrate(pattern)
}
