/**
 * Copies where the browser lets a page do so. Answers false on plain http outside localhost, where the clipboard does not exist,
 * and when it refuses: the caller then shows the text selected.
 */
export async function copyText(text: string): Promise<boolean> {
  if (!window.isSecureContext || !('clipboard' in navigator)) return false
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false // refused by the person or a policy: a way out exists, so it is an answer
  }
}
