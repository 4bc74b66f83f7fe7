/** Hands a text to the person as a file. Works on plain http too; nothing leaves the device. */
export const takeFile = (name: string, type: string, text: string): void => {
  const address = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The browser has taken the bytes once the click is handled; the next task may let them go.
  setTimeout(() => URL.revokeObjectURL(address), 0)
}
