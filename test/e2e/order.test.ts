/**
 * Whatever the order in which GitHub delivers the events of a source, its follow-up ends the same. The orders are drawn
 * from a seed; `ORDERS` says how many are tried (300, and more where there is time).
 */
import { expect, it } from "@jest/globals";
import { runChild } from "../helpers/run-child.ts";
import type { OrdersRun } from "./order-child.ts";

const ORDERS = Number(process.env["ORDERS"] ?? 300);
const SEED = 20_261_126;

it(`ends the same in ${ORDERS} orders of its events`, async () => {
  const parameters = { seed: SEED, count: ORDERS };
  const { count, expected, failure } = await runChild<OrdersRun>("test/e2e/order-child.ts", parameters);
  expect(expected).toMatchObject({ followUps: 1, state: "open", isDraft: false });
  if (failure) expect(failure).toEqual({ ...failure, outcome: expected });
  expect({ count, failure }).toEqual({ count: ORDERS, failure: undefined });
}, 7_200_000);
