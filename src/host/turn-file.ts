/** What a turn's file holds. It is read as if anybody had written it: what is wrong in it is left out. */
import * as v from 'valibot';

const time = v.pipe(v.number(), v.finite());
const turnSchema = v.object({
  holder: v.optional(v.string()),
  pid: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  host: v.optional(v.string()),
  /** By the wall clock. */
  expires: time,
  released: v.optional(v.boolean()),
  state: v.object({ lastRequest: v.optional(time), pausedUntil: v.optional(time), reason: v.optional(v.string()), failures: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))) }),
});
export type TurnFile = v.InferOutput<typeof turnSchema>;

/** Undefined for a text that is no turn: half written, or by somebody else. */
export function readTurn(text: string): TurnFile | undefined {
  try {
    const read = v.safeParse(turnSchema, JSON.parse(text));
    return read.success ? read.output : undefined;
  } catch {
    return undefined;
  }
}
