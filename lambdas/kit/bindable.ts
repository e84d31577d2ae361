import type { Context } from 'aws-lambda';

/** A handler that the Lambda runtime calls, and that tests bind to their own world. */
export interface BindableHandler<Ports, Answer> {
  (event: unknown, context: Context): Promise<Answer>;
  readonly with: (ports: Ports) => (event: unknown, context: Context) => Promise<Answer>;
}

/** The real ports are made at the first invocation; whoever imports the module for its words pays nothing. */
export function bindable<Ports, Answer>(
  ports: () => Ports, make: (ports: Ports) => (event: unknown, context: Context) => Promise<Answer>,
): BindableHandler<Ports, Answer> {
  let live: ((event: unknown, context: Context) => Promise<Answer>) | undefined;
  const handler = (event: unknown, context: Context): Promise<Answer> => (live ??= make(ports()))(event, context);
  return Object.assign(handler, { with: make });
}
