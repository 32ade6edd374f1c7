/** A small GitHub for the simulator's own tests: a repository, a reviewed pull request, and clients for all sides. */
import { createSign } from "node:crypto";
import { Octokit } from "@octokit/rest";
import { startSimulator, type Simulator, type SimulatorOptions } from "./simulator.ts";

export const REPO = { owner: "octo", repo: "api" };
export const NAME = "octo/api";
export const FILES = { "README.md": "# API\n", "src/a.ts": "one\ntwo\nthree\n" };
/** The pull request of the scene changes line 2 and adds a file. */
export const CHANGED = { "src/a.ts": "one\n2\nthree\n", "src/b.ts": "b\n" };

export type Scene = Awaited<ReturnType<typeof startScene>>;

/** In process: no socket is opened. alice may write, bob may triage, carol is a stranger. */
export async function startScene(options: SimulatorOptions = {}) {
  const simulator = await startSimulator({ listen: false, ...options });
  const { github, app } = simulator;
  github.createOrganization("octo");
  for (const login of ["alice", "bob", "carol"]) github.createUser(login);
  github.createBot("coderabbitai");
  const repository = github.createRepository(NAME, { files: FILES });
  github.setRole(NAME, "alice", "write");
  github.setRole(NAME, "bob", "triage");
  const installation = github.install("octo");
  github.commitFiles(NAME, { as: "alice", branch: "feature", files: CHANGED, message: "change" });
  const pull = github.openPullRequest(NAME, { as: "alice", head: "feature", title: "Change", body: "why" });
  const client = (auth?: string) => connect(simulator, auth);
  const asApp = client(createJwt(app.id, app.privateKeyPem, { ...(options.clock && { now: options.clock() }) }));
  const { data } = await asApp.rest.apps.createInstallationAccessToken({ installation_id: installation.id });
  return {
    ...{ simulator, github, app, repository, installation, pull, client, asApp },
    octokit: client(data.token),
    as: (login: string) => client(github.createToken(login)),
  };
}

function connect({ url, fetch }: Simulator, auth: string | undefined): Octokit {
  const log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
  return new Octokit({ baseUrl: url, request: { fetch }, log, ...(auth !== undefined && { auth }) });
}

interface Claims {
  iat?: number;
  exp?: number;
  alg?: string;
  now?: Date;
}

/** What an App signs; times are seconds from now. */
export function createJwt(
  appId: number,
  privateKeyPem: string,
  { iat = -60, exp = 540, alg = "RS256", now = new Date() }: Claims = {},
): string {
  const seconds = Math.floor(now.getTime() / 1_000);
  const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const signed = `${encode({ alg, typ: "JWT" })}.${encode({ iat: seconds + iat, exp: seconds + exp, iss: String(appId) })}`;
  return `${signed}.${createSign("sha256").update(signed).sign(privateKeyPem, "base64url")}`;
}

/** The status and message of a refusal; throws when there was none. */
export async function refusalOf(request: Promise<unknown>): Promise<{ status: number; message: string }> {
  try {
    await request;
  } catch (error) {
    const { status, response } = error as {
      status: number;
      response?: { data: { message: string; errors?: unknown[] } };
    };
    const errors = (response?.data.errors ?? []).map((each) =>
      typeof each === "string" ? each : ((each as { message?: string }).message ?? JSON.stringify(each)),
    );
    return { status, message: [response?.data.message ?? "", ...errors].join(": ") };
  }
  throw new Error("the request was not refused");
}
