/** What react-dom looks for when it starts: by it Fast Refresh reaches the components of a page that is open. */
interface RefreshHook {
  renderers: Map<number, object>;
  supportsFiber: true;
  inject(renderer: object): number;
  onScheduleFiberRoot(): void;
  onCommitFiberRoot(): void;
  onCommitFiberUnmount(): void;
}
declare global {
  interface Window {
    /** Its name is React's. */
    __REACT_DEVTOOLS_GLOBAL_HOOK__?: RefreshHook;
  }
}

// Only React's development build can exchange components, and React's own tools bring the same hook.
if (process.env.NODE_ENV === "development") window.__REACT_DEVTOOLS_GLOBAL_HOOK__ ??= createHook();

function createHook(): RefreshHook {
  const renderers = new Map<number, object>();
  return {
    renderers,
    supportsFiber: true,
    inject(renderer) {
      const id = renderers.size + 1;
      renderers.set(id, renderer);
      return id;
    },
    onScheduleFiberRoot() {},
    onCommitFiberRoot() {},
    onCommitFiberUnmount() {},
  };
}
