/** One class attribute out of those that apply. */
export function joinClasses(...parts: readonly (string | false | undefined)[]): string {
  return parts.filter(Boolean).join(' ')
}
