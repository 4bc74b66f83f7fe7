/** By night the machine is busy with other proofs: how long something takes is none of them. */
const PATIENCE = process.env['PROOF'] === 'night' ? 6 : 1

/** Waits until a condition holds; throws its name after `timeoutMs`, by night after six times as long. */
export const until = async (what: string, condition: () => boolean | Promise<boolean>, timeoutMs = 10_000): Promise<void> => {
  const end = Date.now() + timeoutMs * PATIENCE
  while (!(await condition())) {
    if (Date.now() > end) throw new Error(`waited ${timeoutMs * PATIENCE} ms in vain: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}
