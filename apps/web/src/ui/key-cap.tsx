/** A key of the keyboard, drawn. */
export function KeyCap({ children }: { children: string }) {
  return (
    <kbd className="inline-flex min-h-7 min-w-7 items-center justify-center rounded-box border border-edge px-1.5 font-read text-second font-strong">
      {children}
    </kbd>
  )
}
