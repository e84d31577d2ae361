import * as z from 'zod/mini';

/** How a step ended, as the machine saw it. */
export const outcome = z.object({
  step: z.string(),
  status: z.enum(['DONE', 'SKIPPED', 'FAILED', 'PARKED', 'MORE', 'WAIT', 'LATER', 'AGAIN']),
  /** How often the machine had to ask for more of it, in this execution. */
  asked: z.optional(z.number()),
  error: z.optional(z.object({ name: z.string() })),
});
export type Outcome = z.infer<typeof outcome>;
/** Per stage, per step; a step that was never reached is absent. */
export const outcomes = z.record(z.string(), z.record(z.string(), outcome));
