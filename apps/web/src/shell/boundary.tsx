import { Component, createRef, type ReactNode } from 'react'
import { useT } from '../i18n/words.tsx'
import { Button } from '../ui/button.tsx'
import { typedIn } from './typed-in.ts'

type State = { broken: boolean; kept: readonly string[] }

/**
 * The door where a fault of a screen is caught. Before React takes the screen away, what was typed in it is read out of the page,
 * and shown to be copied. « Reprendre » mounts the screen again.
 */
export class Boundary extends Component<{ children: ReactNode }, State> {
  override state: State = { broken: false, kept: [] }
  private readonly page = createRef<HTMLDivElement>()

  static getDerivedStateFromError(): Partial<State> {
    return { broken: true }
  }

  /** Runs while the old screen is still in the page: the last moment its fields can be read. */
  override getSnapshotBeforeUpdate(_: unknown, before: State): readonly string[] | null {
    return this.state.broken && !before.broken && this.page.current ? typedIn(this.page.current) : null
  }

  override componentDidUpdate(_: unknown, __: State, kept: readonly string[] | null): void {
    if (kept && kept.length > 0) this.setState({ kept })
  }

  override render() {
    if (this.state.broken) return <Broken kept={this.state.kept} onAgain={() => this.setState({ broken: false, kept: [] })} />
    // `contents`: the frame exists to be read, not seen.
    return (
      <div ref={this.page} className="contents">
        {this.props.children}
      </div>
    )
  }
}

function Broken({ kept, onAgain }: { kept: readonly string[]; onAgain: () => void }) {
  const t = useT('shell').broken
  return (
    <main className="mx-auto flex max-w-140 flex-col gap-4 px-4 py-8">
      <h1 className="said text-title">{t.title}</h1>
      <p role="alert">{t.text}</p>
      <Button kind="act" onClick={onAgain}>
        {t.again}
      </Button>
      <Button onClick={() => location.reload()}>{t.reload}</Button>
      {kept.length > 0 && (
        <section className="flex flex-col gap-2">
          <h2 className="font-strong">{t.kept}</h2>
          {kept.map((text) => (
            <p key={text} className="rounded-field bg-soft px-4 py-3 whitespace-pre-wrap select-all">
              {text}
            </p>
          ))}
        </section>
      )}
    </main>
  )
}
