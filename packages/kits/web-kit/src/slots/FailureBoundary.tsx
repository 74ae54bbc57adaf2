import { Component, type ReactNode } from "react";
import { TAKEN_OVER } from "../hot/taken-over.ts";
import { QueryFailed } from "../query/query-failed.ts";
import { FailureNotice } from "./FailureNotice.tsx";
import { isCodeFault } from "./is-code-fault.ts";
import { CodeFailed } from "./remote-modules.ts";

export interface FailureBoundaryProps {
  /** Mends the cause of the error, where it can be; rejects if that did not help. */
  mend: (error: unknown) => Promise<void>;
  /** Leads the page away from code that failed. Resolves to false if there is nowhere to go. */
  rescue: (error: unknown) => Promise<boolean>;
  /** Stands in while it is not known whether the page can be led away. */
  waiting: ReactNode;
  children: ReactNode;
}

interface Failure {
  error: unknown;
  rescuing: boolean;
}

/** Keeps a failure of what is inside from everything around it. */
export class FailureBoundary extends Component<FailureBoundaryProps, { failure: Failure | null }> {
  override state: { failure: Failure | null } = { failure: null };

  static getDerivedStateFromError(error: unknown) {
    return { failure: { error, rescuing: isCodeFault(error) } };
  }

  override componentDidMount() {
    window.addEventListener(TAKEN_OVER, this.again);
  }

  override componentWillUnmount() {
    window.removeEventListener(TAKEN_OVER, this.again);
  }

  override componentDidCatch(error: unknown) {
    if (isCodeFault(error)) void this.rescue(error);
  }

  override render() {
    const { failure } = this.state;
    const { waiting, children } = this.props;
    if (!failure) return children;
    const { error, rescuing } = failure;
    if (rescuing) return waiting;
    return (
      <FailureNotice error={error} retry={() => this.retry(error)} recover={() => this.recover(error)} />
    );
  }

  private again = () => {
    if (this.state.failure) this.setState({ failure: null });
  };

  private async rescue(error: unknown) {
    const rescued = await this.props.rescue(error);
    if (!rescued) this.setState({ failure: { error, rescuing: false } });
  }

  private async retry(error: unknown) {
    await this.props.mend(error);
    this.setState({ failure: null });
  }

  /** There may be somewhere to go by now. Else what is away may be back; a component that threw would throw again. */
  private async recover(error: unknown) {
    if (isCodeFault(error) && (await this.props.rescue(error))) return;
    if (error instanceof QueryFailed || error instanceof CodeFailed) await this.retry(error);
  }
}
