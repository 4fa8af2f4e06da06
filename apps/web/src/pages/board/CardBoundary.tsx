import { Component, type ReactNode } from 'react';
import { ErrorState } from '../../parts';

/** A fault in one card stays in that card; the others live on. */
export class CardBoundary extends Component<{ className: string; children: ReactNode }, { error: unknown }> {
  override state: { error: unknown } = { error: null };

  static getDerivedStateFromError(error: unknown): { error: unknown } {
    return { error };
  }

  override render(): ReactNode {
    if (this.state.error === null) return this.props.children;
    return (
      <section className={`board-card ${this.props.className}`}>
        <ErrorState small error={this.state.error} onRetry={() => this.setState({ error: null })} />
      </section>
    );
  }
}
