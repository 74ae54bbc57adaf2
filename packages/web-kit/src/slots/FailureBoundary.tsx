import { Component, type ReactNode } from "react";
import { FailureNotice } from "./FailureNotice.tsx";

export interface FailureBoundaryProps {
  /** Mends the cause of the error, where it can be; rejects if that did not help. */
  mend: (error: unknown) => Promise<void>;
  children: ReactNode;
}

/** Keeps a failure of what is inside from everything around it. */
export class FailureBoundary extends Component<FailureBoundaryProps, { failure: { error: unknown } | null }> {
  override state: { failure: { error: unknown } | null } = { failure: null };

  static getDerivedStateFromError(error: unknown) {
    return { failure: { error } };
  }

  override render() {
    const { failure } = this.state;
    if (!failure) return this.props.children;
    return <FailureNotice error={failure.error} retry={() => this.retry(failure.error)} />;
  }

  private async retry(error: unknown) {
    await this.props.mend(error);
    this.setState({ failure: null });
  }
}
