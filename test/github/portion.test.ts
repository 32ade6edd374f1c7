/** How much is asked for at once, of a GitHub that answers only so much. */
import { describe, expect, it } from "@jest/globals";
import { GraphqlResponseError } from "@octokit/graphql";
import { createPortion, inBatches } from "../../src/github/portion.ts";

type Response = ConstructorParameters<typeof GraphqlResponseError>[2];

function failureOf(error: { type?: string; message: string }): GraphqlResponseError<unknown> {
  const response = { data: null, errors: [error] } as unknown as Response;
  return new GraphqlResponseError({ method: "POST", url: "/graphql" }, {}, response);
}

const TOO_MUCH = failureOf({
  type: "RESOURCE_LIMITS_EXCEEDED",
  message: "Resource limits for this query exceeded.",
});
const STUMBLE = failureOf({ message: "Something went wrong while executing your query." });

/** Answers at most so much, and writes down what was asked for. */
function createServer(most: number, failure = TOO_MUCH) {
  const asked: number[] = [];
  const ask = (size: number): Promise<number> => {
    asked.push(size);
    return size > most ? Promise.reject(failure) : Promise.resolve(size);
  };
  return { asked, ask };
}

describe("a portion", () => {
  it("gets smaller until it is answered, and does not grow again", async () => {
    const { asked, ask } = createServer(10);
    const portion = createPortion(100);
    expect([await portion(ask), await portion(ask)]).toEqual([7, 7]);
    expect(asked).toEqual([100, 25, 7, 7]);
  });

  it("that is too much with one alone is an error", async () => {
    const { asked, ask } = createServer(0);
    await expect(createPortion(100)(ask)).rejects.toBe(TOO_MUCH);
    expect(asked).toEqual([100, 25, 7, 2, 1]);
  });

  it("is asked for once more, and smaller, when GitHub stumbles, for it may have taken too long", async () => {
    const { asked, ask } = createServer(0, STUMBLE);
    const portion = createPortion(100);
    await expect(portion(ask)).rejects.toBe(STUMBLE);
    await expect(portion(ask)).rejects.toBe(STUMBLE);
    expect(asked).toEqual([100, 25, 25]);
  });

  it("is asked for once when the failure is another", async () => {
    const failure = new Error("no");
    let count = 0;
    const ask = () => {
      count++;
      return Promise.reject(failure);
    };
    await expect(createPortion(100)(ask)).rejects.toBe(failure);
    expect(count).toBe(1);
  });
});

describe("batches", () => {
  it.each([
    [0, 100, []],
    [4, 100, [4]],
    [7, 100, [4, 3]],
    [4, 1, [4, 1, 1, 1, 1]],
    [5, 3, [4, 1, 1, 1, 1, 1]],
  ])("of %i items, of which GitHub answers %i at once, are asked for by %j", async (count, most, expected) => {
    const items = Array.from({ length: count }, (_, index) => index);
    const { asked, ask } = createServer(most);
    const answered: number[] = [];
    for await (const [batch, answer] of inBatches(items, 4, (some) => ask(some.length))) {
      expect(answer).toBe(batch.length);
      answered.push(...batch);
    }
    expect(answered).toEqual(items);
    expect(asked).toEqual(expected);
  });
});
