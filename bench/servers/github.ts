/** The simulated GitHub as a process of its own, with reviewed pull requests, so that its work is not the generator's. */
import { enforceLimits } from "../../test/simulator/limits.ts";
import { startSimulator } from "../../test/simulator/simulator.ts";
import { openReviews } from "../open-reviews.ts";
import type { SimulatedGitHub } from "../subjects.ts";

const simulator = await startSimulator();
enforceLimits(simulator, { now: Date.now });
openReviews(simulator.github, { installations: 10, pullRequests: 1 });
const reviews = simulator.deliveries.filter(({ event }) => event === "pull_request_review");
const { id, privateKeyPem, webhookSecret } = simulator.app;
process.send?.({
  url: simulator.url,
  app: { id, privateKeyPem, webhookSecret },
  reviews: reviews.map(({ event, body }) => ({ event, body })),
} satisfies SimulatedGitHub);
process.once("disconnect", () => process.exit());
