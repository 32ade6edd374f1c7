/** Tests look at each request and meddle with it. */
import type { ApiRequest, ApiResponse, Classified } from "./handle.ts";

export interface RequestLog extends Classified {
  /** 0 when the connection was cut instead of an answer. */
  status: number;
  /** ISO 8601, by the simulator's clock. */
  at: string;
}

export type SeenRequest = Classified & Pick<ApiRequest, "headers" | "body">;

/** Answers otherwise, or cuts the connection. */
export type Outcome = { answer: ApiResponse } | { drop: true } | undefined;

export interface RequestHooks {
  /** Before the effect: with an outcome, there is none. */
  before?: (request: SeenRequest) => Outcome | Promise<Outcome>;
  /** After the effect: an outcome hides the answer. */
  after?: (request: SeenRequest, response: ApiResponse) => Outcome | Promise<Outcome>;
  /** Once it is over, with what was answered; undefined when the connection was cut. */
  end?: (request: SeenRequest, response: ApiResponse | undefined) => void;
}

interface Hooks {
  /** Gives the way to take them off again. */
  add: (hooks: RequestHooks) => () => void;
  /** Undefined when the connection is to be cut. */
  around: (classified: Classified, request: ApiRequest, effect: () => ApiResponse) => Promise<ApiResponse | undefined>;
}

export function createHooks(): Hooks {
  const all = new Set<RequestHooks>();
  return {
    add(hooks) {
      all.add(hooks);
      return () => void all.delete(hooks);
    },
    async around(classified, { headers, body }, effect) {
      const seen = { ...classified, headers, body };
      const response = await answer(seen, effect);
      for (const { end } of [...all]) end?.(seen, response);
      return response;
    },
  };

  async function answer(seen: SeenRequest, effect: () => ApiResponse): Promise<ApiResponse | undefined> {
    for (const { before } of [...all]) {
      const outcome = await before?.(seen);
      if (outcome) return "answer" in outcome ? outcome.answer : undefined;
    }
    const response = effect();
    for (const { after } of [...all]) {
      const outcome = await after?.(seen, response);
      if (outcome) return "answer" in outcome ? outcome.answer : undefined;
    }
    return response;
  }
}
