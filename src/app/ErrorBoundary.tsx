import { Component, type ReactNode } from 'react';
import { Button } from '../ui/Button.tsx';

interface ErrorBoundaryState {
  readonly message: string | null;
}

/** The last line: a view that fails says so and offers a way on, and the rest of the page stays. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { message: null };

  static getDerivedStateFromError(error: unknown): ErrorBoundaryState {
    return { message: error instanceof Error ? error.message : 'Unknown error' };
  }

  override render(): ReactNode {
    if (this.state.message === null) return this.props.children;
    return (
      <div className="status" role="alert">
        <h1 className="status-title">Something in this page failed</h1>
        <p>This is a fault of the program, not of your data or your choices. Nothing was sent anywhere.</p>
        <p className="muted">{this.state.message}</p>
        <p className="chips">
          <Button variant="primary" onPress={() => this.setState({ message: null })}>Try again</Button>
          <Button onPress={() => window.location.reload()}>Reload the page</Button>
        </p>
      </div>
    );
  }
}
